"""Articles of a paragraph or two, on pages that say more about everything else."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import URL

TITLE = "洛满镇修通产业路"
SHORT = "一条六米宽的水泥路从洛满镇直通山后的香菇基地，三月底通了车。"
SECOND = "过去香菇出棚要颠簸一个小时，现在二十分钟就能下山。"
LINKS = "".join(f'<a href="/{n}.html">石桥县第{n}场招聘会在体育馆举行</a><br>' for n in range(1, 30))
BAR = "<td>2005-04-05 06:40更新 来源：石桥日报</td>"
TERMS = "<p>石桥在线著作权声明</p>" + "".join(
    f"<p>{word}所有内容均由其内容合作方根据协议提供，该等合作方负责其所发布的内容的真实性、准确性和合法性，{word}不因此承担责任。</p>"
    for word in ("石桥在线的", "频道的", "论坛的")
)
SUMMARIES = "".join(
    f'<div><a href="/s{n}.html">石桥县第{n}次现场会</a><p>会议要求，各乡镇要抓紧补植补造，落实管护责任，确保成活。</p></div>'
    for n in range(1, 4)
)


def page(title: str, body: str) -> bytes:
    return f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'.encode()


PAGES = {
    "a post in a table of layout, its blog's links beside it": page(
        f"{TITLE}-石桥博客",
        f"<table><tr><td>{LINKS}</td><td><b>{TITLE}</b><br><a href='/u'>lao_wei</a> 发表于 2005-9-15 11:46:00</td></tr>"
        f"<tr><td><p>{SHORT}</p><p>{SECOND}</p></td></tr><tr><td><a href='/r'>回复(0)</a> | <a href='/t'>引用(1)</a></td></tr></table>",
    ),
    "a broadcast's page, its day below the text": page(
        "石桥新闻摘要",
        f"<div>{LINKS}</div><div><a href='/z'>石桥新闻摘要</a><article><p>{SHORT}{SECOND}</p></article>"
        f"<p>发表时间： 06/02/2022 - 13:48</p></div><ul>{LINKS}</ul>",
    ),
    "a site's terms of use at the foot say more": page(
        f"{TITLE}_石桥在线",
        f"<table><tr><td>{TITLE}</td></tr><tr>{BAR}</tr></table>{SHORT}<br><br>{SECOND}<br>"
        f"<p>编辑：山石</p><table><tr><td>{LINKS}{LINKS}</td></tr></table><div>{TERMS}</div>",
    ),
    "advertisements between the bar and the text": page(
        f"{TITLE}_石桥在线",
        f"<h1>{TITLE}</h1><table><tr>{BAR}</tr><tr><td>今<br>日<br>推<br>荐</td><td>{LINKS}</td></tr></table>"
        f"{SHORT}<br><br>{SECOND}<table><tr><td>{LINKS}</td></tr></table>",
    ),
    "an ornament between the headline and the text": page(
        f"{TITLE}_石桥在线",
        f"<h1>{TITLE}</h1><div><img src='line.gif'></div><table><tr><td><a href='/'>石桥在线报道</a></td></tr></table>"
        f"<p>{SHORT}</p><p>{SECOND}</p><div>{LINKS}</div>",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_short_article_is_found_amid_more(name):
    (document,) = read_documents(PAGES[name], URL)
    assert "".join(document.paragraphs).startswith(SHORT)
    assert SECOND in document.text
    assert "招聘会" not in document.text
    assert "合作方" not in document.text


def test_a_picture_alone_is_the_article_whatever_is_said_of_others_below():
    body = f"<h1>{TITLE}</h1><div>2025-04-05 06:40 来源：石桥日报</div><img src='a.jpg'><div>{LINKS}</div>{SUMMARIES}"
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert not document.paragraphs
    assert [image.url.rpartition("/")[2] for image in document.images] == ["a.jpg"]


def test_lines_without_a_sentence_are_the_article_though_a_sentence_stands_elsewhere():
    rows = "<p>水源地 监测时间 水质类别</p><p>拉堡水厂 3月5日 Ⅱ类 达标</p><p>龙怀水库 3月5日 Ⅱ类 达标</p>"
    body = (
        f"<h1>{TITLE}</h1><div>2025-04-05 06:40 来源：石桥日报</div><div>{rows}</div><div>{LINKS}</div><p>{SHORT}</p>"
    )
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert document.paragraphs[-1] == "龙怀水库 3月5日 Ⅱ类 达标"


def test_a_title_in_quotes_above_the_stamp_of_a_post_is_not_the_post():
    posts = "".join(
        f'<div class="t">“{title}”入选精品路线</div><div class="s">2005-06-{day} 03:25:55</div><div>{SHORT * 3}</div>'
        f"<div><a href='/p'>由海姑娘张贴 @ 2005-06-{day} 03:25:55</a></div>"
        for title, day in (("海丝茶源", 14), ("古城夜色", 13), ("山海步道", 12))
    )
    (document,) = read_documents(page("海姑娘的博客", f"<div>{posts}</div>"), URL)
    assert document.paragraphs == (SHORT * 3,)


def test_the_month_under_an_essay_is_not_its_headline():
    body = (
        f"<div>{LINKS}</div><div class='Heading'>{TITLE}</div><div>2005-03-06 16:17:00</div><div><p>{TITLE}</p><p>{SHORT}{SECOND}</p>"
        "<p>2003年5月</p><p>执笔人：闵乐天 赵小满</p></div><div>来源：石桥在线</div>"
    )
    (document,) = read_documents(page("石桥在线", body), URL)
    assert document.title == TITLE
    assert SHORT + SECOND in document.paragraphs


def test_an_office_that_signs_its_decision_is_not_its_headline():
    title = "石桥县人民政府关于印发《石桥县农村饮水管护办法》的通知"
    body = (
        f"<table><tr><td>索引号</td><td>0001/2025-12</td></tr><tr><td>标题</td><td>{title}</td></tr></table>"
        f"<div><p>石政规〔2025〕2号</p><p>各镇人民政府，县直有关单位：</p><p>{SHORT * 4}</p><p>石桥县人民政府</p>"
        "<p>2025年4月10日</p></div>"
    )
    (document,) = read_documents(page(title, body), URL)
    assert document.title == title
    assert document.paragraphs[1] == "各镇人民政府，县直有关单位："


def test_what_another_paper_called_the_article_is_not_its_text():
    body = (
        f"<h1>{TITLE}</h1><div>2025-04-05 06:40 来源：石桥日报</div><div><p>原标题：山路通了</p><p>{SHORT}</p>"
        f"<p>{SECOND}</p><p>（原标题：山路通了 责编：石小桥）</p></div>"
    )
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert document.paragraphs == (SHORT, SECOND)


def test_the_days_of_related_articles_are_not_the_articles():
    rows = "".join(f'<li><a href="/{n}.html">少年时代({n})</a>(2004/10/1{n} 17:06)</li>' for n in range(1, 6))
    body = f"<h1>{TITLE}</h1><div><p>{SHORT}</p><p>{SECOND}</p></div><div>相关链接</div><ul>{rows}</ul>"
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), "http://www.shiqiao.gov.cn/1.html")
    assert document.published is None


@pytest.mark.parametrize(
    "below",
    [
        "<div>发布时间：2025-04-07 09:00 信息来源：<ucapsource>石桥县财政局</ucapsource></div>",
        "<div>发布时间：2025-04-07 09:00</div><div>0 0 0 0</div><div>分享到：0</div>",
        "<div>发布时间：2025-04-07 09:00</div><div></div><h5>热门标签</h5><h5>点击排行</h5>",
        "<div>发布时间：2025-04-07 09:00</div><p>为确保最佳浏览效果，建议您使用以下浏览器版本：Chrome 63版本及以上。</p>",
    ],
)
def test_what_frames_an_empty_article_is_not_its_text(below: str):
    body = f"<h1>{TITLE}</h1>{below}<div><a href='/1'>关于我们</a></div><p>版权所有：石桥县人民政府</p>"
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert document.title == TITLE
    assert not document.text


def test_a_headline_that_no_title_spells_stays_when_its_text_is_found_far_below():
    cast = "<br>◎导　演　韦廉石<br>◎主　演　王伍福<br>　　　　　　刘德明(台)<br>　　　　　　梁家石(港)<br>◎简　介"
    body = (
        f"<div>{LINKS}</div><h1>主题: {TITLE}</h1><div>时间：2005-08-28 20:56:20</div><table><tr><td><a href='/u'>放飞</a></td></tr></table>"
        f"<table><tr><td><img src='a.jpg'>{cast}<br><br><p>{SHORT}</p><p>{SECOND}</p></td></tr></table>"
    )
    (document,) = read_documents(page("", body), "http://bbs.shiqiao.example/1")
    assert document.title == TITLE
    assert SHORT in document.paragraphs


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_sentence_that_spells_out_an_address_is_text(at: int):
    told = [SHORT, SECOND]
    told.insert(at, "请登录http://www.baoming.example/register/报名，4月20日截止。")
    shown = "".join(
        f"<p>{text.replace('http://www.baoming.example/register/', '<a href=/r>http://www.baoming.example/register/</a>')}</p>"
        for text in told
    )
    body = f"<h1>{TITLE}</h1><div>2025-04-05 06:40 来源：石桥日报</div><div>{shown}</div><ul>{LINKS}</ul>"
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert list(document.paragraphs) == told


@pytest.mark.parametrize(
    "sentence",
    [
        '近日，<a href="/s/1">石桥县</a><a href="/s/2">农业农村局</a>联合<a href="/s/3">县气象局</a>发布<a href="/s/4">春播预报</a>。',
        '详见<a href="/x.html">《石桥县农村饮水工程管护办法实施细则（试行）》</a>。',
    ],
)
def test_a_sentence_that_is_mostly_links_is_text(sentence: str):
    body = (
        f"<h1>{TITLE}</h1><div>2025-04-05 06:40 来源：石桥日报</div><div><p>{SHORT}</p><p>{sentence}</p>"
        f'<p>{SECOND}</p><p><a href="/2.html">石桥县春茶开采节开幕</a></p></div><ul>{LINKS}</ul>'
    )
    (document,) = read_documents(page(f"{TITLE}_石桥在线", body), URL)
    assert len(document.paragraphs) == 3
    assert document.paragraphs[1].endswith("。")
