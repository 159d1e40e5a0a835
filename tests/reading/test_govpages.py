"""Pages of county sites composed at random are read as they were composed, and each fault that they showed stays mended."""

from __future__ import annotations

from collections import Counter

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Document
from tests.bench.reading.scoring import body_score, squeeze, without
from tests.reading.govpages import Page, compose
from tests.reading.pages import PARAGRAPHS, prose
from tests.reading.templates_metadata import SITE, TITLE, article

PAGES = 150
# How many of a hundred pages may be read otherwise than composed.
FLOORS = {
    "body": 4,
    "leak": 2,
    "title": 2,
    "published": 3,
    "source": 2,
    "authors": 2,
    "column": 2,
    "site": 1,
    "deck": 2,
}
FLOORS |= {"attachments": 2, "captions": 3}
URL = "http://www.shiqiao.gov.cn/info/1008/2351.html"
TRAIL = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/b">部门动态</a></div>'
FILE = '<a href="/upload/1.doc">登记表</a>'


def read(markup: str) -> Document:
    (document,) = read_documents(markup.encode(), URL)
    return document


def plain(text: str | None) -> str:
    return "".join(sign for sign in text or "" if sign.isalnum())


def faults(page: Page) -> dict[str, object]:
    """Return what is read otherwise than *page* was composed, by field: what was read."""
    documents = read_documents(page.body, page.url)
    found, text = documents[0], "\n".join(document.text for document in documents)
    told = "\n".join(page.paragraphs)
    score = body_score(without(text, page.free), without(told, page.free))
    leaks = [trap for trap in page.absent if squeeze(trap) in squeeze(text) and squeeze(trap) not in squeeze(told)]
    wrong: dict[str, object] = {"body": score} if min(score) < 0.99 else {}
    wrong |= {"leak": leaks} if leaks else {}
    for name, mine, wanted in (
        ("title", found.title, page.title),
        ("deck", f"{found.kicker}{found.subtitle}", f"{page.kicker}{page.subtitle}"),
        ("source", found.source, page.source),
        ("column", found.column, page.column),
        ("site", found.site_name, page.site),
        # Where a page says nothing else, the captions are its text.
        ("captions", "".join(found.captions), "".join(page.captions) if page.paragraphs else ""),
    ):
        if plain(mine) != plain(wanted):
            wrong[name] = mine, wanted
    if found.published != page.published:
        wrong["published"] = found.published, page.published
    if page.authors is not None and tuple(author.name for author in found.authors) != page.authors:
        wrong["authors"] = found.authors, page.authors
    if [(file.title, file.url) for file in found.attachments] != page.attachments:
        wrong["attachments"] = found.attachments, page.attachments
    return wrong


def test_composed_pages_are_read_as_they_were_composed():
    wrong: Counter[str] = Counter()
    for seed in range(PAGES):
        wrong.update(faults(compose(seed)).keys())
    beyond = {name: count for name, count in wrong.items() if count * 100 > FLOORS[name] * PAGES}
    assert beyond == {}


@pytest.mark.parametrize(
    "heading",
    [
        f"<h2>{TITLE}</h2>",
        f"<table><tr><td align=center><b>{TITLE}</b></td></tr></table>",
        f"<center><b>{TITLE}</b></center>",
        f"<h1>{TITLE[:5]}<br>{TITLE[5:]}</h1>",
        f'<p class="title">{TITLE[:6]}</p><p class="title">{TITLE[6:]}</p>',
    ],
)
@pytest.mark.parametrize("body", [prose(), "<p>5月8日8时至17时停水，请储水。</p>", "<p><img src=/1.jpg width=500></p>"])
@pytest.mark.parametrize("bar", ["发布时间：2025-04-09 来源：石桥日报", "&nbsp;"])
def test_a_headline_is_read_where_the_title_of_the_page_names_only_the_site(heading: str, body: str, bar: str):
    document = read(article(bar, title=SITE, heading=heading, body=body))
    assert (plain(document.title), document.column) == (TITLE, "部门动态")


def test_the_first_heading_of_a_part_is_no_headline():
    body = f"<p>一、项目概况</p><p>时间：2025年4月9日9点30分</p>{prose()}"
    assert read(article("&nbsp;", title=SITE, heading=f"<h3>{TITLE}</h3>", body=body)).title == TITLE


def test_a_yearly_bulletin_is_no_name_of_a_site():
    title = "石桥县2015年国民经济和社会发展统计公报"
    heading = f"<h1>{title[:8]}<br>{title[8:]}</h1>"
    assert read(article(title=f"{title} - {SITE}", heading=heading)).title == title


def test_a_list_has_no_headline_of_its_rows():
    rows = "".join(
        f'<li><a href="/{n}.html">石桥县第{n}场招聘会举行</a><span>2025-04-0{n}</span></li>' for n in range(1, 9)
    )
    page = article("&nbsp;", title=SITE, heading="", body=f"<ul>{rows}</ul>")
    assert read(page).title == "部门动态"


@pytest.mark.parametrize("bar", ["信息时间：{}", "时间：{} 来源：石桥日报", "{} 来源：石桥日报", "发布日期：{}"])
def test_an_index_that_names_the_day_takes_the_hour_from_the_bar(bar: str):
    index = "<p>索引号：4307/2025-1</p><p>发布日期：2025-04-09</p><p>名称：造林</p>"
    document = read(article(f"{index}<div>{bar.format('2025-04-09 10:32')}</div>"))
    assert document.published == "2025-04-09T10:32:00+08:00"


@pytest.mark.parametrize(
    ("bar", "source", "names"),
    [
        ("来源：石桥日报信息时间：2025-04-09", "石桥日报", ()),
        ("2025-04-09 来源：石桥县人民政府　A+ A- 打印", "石桥县人民政府", ()),
        ("2025-04-09 作者：韦小满信息来源：石桥日报", "石桥日报", ("韦小满",)),
        ("来源：石桥日报 2025-04-09 作者：韦小满 【我要打印】【关闭】", "石桥日报", ("韦小满",)),
    ],
)
def test_a_field_ends_where_the_next_begins(bar: str, source: str, names: tuple[str, ...]):
    document = read(article(bar))
    assert document.source == source
    assert tuple(author.name for author in document.authors) == names


@pytest.mark.parametrize(
    "first",
    ["记者：请问春季造林进展如何？", "根据考试成绩，现将招聘人员名单予以公布："],
)
def test_the_first_line_of_an_article_is_not_taken_for_what_stands_above_it(first: str):
    rows = "".join(f"<tr><td>{n}</td><td>韦小满</td><td>县林业局</td><td>7{n}.25</td></tr>" for n in range(60))
    body = f"<p>{first}</p><table border=1><tr><td>序号</td><td>姓名</td><td>单位</td><td>成绩</td></tr>{rows}</table>"
    assert read(article(body=f"<div>{body}</div>")).paragraphs[0] == first


@pytest.mark.parametrize(
    "paragraph", ["<table><tr><td>{}</td></tr></table>", "<section><section>{}</section></section>"]
)
def test_an_address_amid_a_notice_is_no_footer_whatever_each_paragraph_stands_in(paragraph: str):
    texts = (*PARAGRAPHS, "来信地址：石桥县人民路1号，邮编：415000，请注明“意见”。", "意见反馈截止时间为2025年5月9日。")
    document = read(article(body="<div>" + "".join(paragraph.format(text) for text in texts) + "</div>"))
    assert document.paragraphs == texts


def test_what_a_site_asks_its_visitors_is_no_article():
    poll = "<form><p>您对本网站的总体评价是？</p><input type=radio>满意<br><input type=radio>一般<br><input type=submit></form>"
    assert read(article(body="<div></div>", below=poll)).paragraphs == ()
    helpful = "<p>您觉得这篇文章对您是否有帮助？</p><div><a>有帮助</a><a>没有帮助</a></div>"
    assert read(article(body="<div></div>", below=helpful)).paragraphs == ()


@pytest.mark.parametrize(
    "form", ["<dt>{}：</dt><dd>{}</dd>", "<div><label>{}：</label><p>{}</p></div>", "<li>{}：{}</li>"]
)
def test_the_values_of_an_index_are_no_article(form: str):
    fields = {"索引号": "4307/2025-1", "主题分类": "农业", "发布机构": "县林业局", "名称": TITLE, "有效性": "有效"}
    index = "<dl>" + "".join(form.format(*field) for field in fields.items()) + "</dl>"
    body = "<table border=1><tr><td>项目</td><td>金额</td></tr><tr><td>造林</td><td>120</td></tr></table>"
    assert read(article(f"{index}<p>来源：石桥日报</p>", body=body)).paragraphs == ("项目\t金额", "造林\t120")


@pytest.mark.parametrize(
    "files", [f"<p>附件：{FILE}</p>", f"<h4>附件下载</h4><ul><li>{FILE}</li></ul>", f"<p>{FILE}</p>"]
)
@pytest.mark.parametrize(
    "body", ["<p>5月8日8时至17时停水。</p>", "<p>韦小满　县林业局局长</p><p>蓝志峰　县水利局局长</p>", ""]
)
def test_the_files_below_a_short_notice_are_its_attachments(files: str, body: str):
    (file,) = read(article(body=f"<div>{body}</div>", below=f"<div>{files}</div>")).attachments
    assert (file.title, file.url) == ("登记表", "http://www.shiqiao.gov.cn/upload/1.doc")


def test_a_copy_to_be_read_aloud_is_not_drawn_beside_the_text():
    fields = (
        "项目名称：青石岭造林",
        "预算金额：120万元",
        "联系人：韦小满",
        "采购人：石桥县林业局",
        "开标地点：县政务中心二楼会议室",
    )
    told = "".join(f"<p>{text}</p>" for text in ("县林业局就下列项目公开招标，欢迎投标。", *fields))
    copy = "县林业局就下列项目公开招标，欢迎投标。" + "".join(fields)
    document = read(article(body=f"<div>{told}</div>", below=f"<textarea style='display:none'>{copy * 2}</textarea>"))
    assert document.text.count("欢迎投标") == 1


def test_those_who_edited_a_short_notice_are_no_part_of_it():
    below = "<div align=right>信息审核：韦小满　责任编辑：蓝志峰　录入：黄采薇</div>"
    document = read(article(body="<div><p>5月8日8时至17时停水，请储水。</p></div>", below=below))
    assert document.paragraphs == ("5月8日8时至17时停水，请储水。",)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "<h4>——青石岭林场见闻</h4>"),
        ("", "<h4>青石岭林场见闻</h4>"),
        ("", "<p>作者：韦小满</p>"),
        ("<p>今天是2026年11月22日 星期日</p>", ""),
        ("<h2>部门动态</h2><div>当前位置：<a href=/>首页</a> &gt; <a href=/b>部门动态</a></div>", ""),
    ],
)
def test_what_stands_around_a_headline_that_no_title_spells_is_not_taken_for_it(above: str, below: str):
    heading = f"{above}<center><b>{TITLE}</b></center>{below}"
    assert read(article(title=SITE, trail="" if "位置" in above else TRAIL, heading=heading)).title == TITLE


def test_the_day_of_publication_wins_over_that_of_the_document():
    index = "<table><tr><td>索引号</td><td>4307/2025-1</td><td>发文日期</td><td>2025-04-06</td></tr></table>"
    assert read(article(f"{index}<p>信息来源：县政府办　发布时间：2025-04-09</p>")).published == "2025-04-09"


def test_a_letter_is_called_as_its_table_calls_it_and_keeps_all_rows():
    rows = {"信件标题": "青石岭村水管何时修复", "来信内容": "水管断了三个月，村民要到两公里外挑水，希望尽快修复。"}
    table = "".join(f"<tr><td>{label}</td><td colspan=3>{value}</td></tr>" for label, value in rows.items())
    table += "<tr><td>回复单位</td><td>县水利局</td><td>回复时间</td><td>2025-04-10 15:20</td></tr>"
    table += "<tr><td>回复内容</td><td colspan=3>您好！县水利局已组织施工队进场，预计五月底前恢复供水。</td></tr>"
    below = "<div>您对本次回复是否满意？<a>满意</a><a>不满意</a></div>"
    trail = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/x>县长信箱</a></div>"
    page = article("", title="县长信箱", heading="", trail=trail, body=f"<table border=1>{table}</table>", below=below)
    document = read(page)
    assert document.title == rows["信件标题"]
    assert document.paragraphs[-2:] == (
        "回复单位\t县水利局\t回复时间\t2025-04-10 15:20",
        "回复内容\t您好！县水利局已组织施工队进场，预计五月底前恢复供水。",
    )


def test_the_page_of_a_leader_is_called_by_the_name_alone():
    trail = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/l>领导之窗</a></div>"
    page = article("", title=f"韦小满-领导之窗-{SITE}", heading="<h3>韦小满</h3>", trail=trail)
    assert read(page).title == "韦小满"


def test_a_form_below_a_draft_is_no_part_of_it():
    form = "<form><p>标题：<input></p><p>姓名：<input></p><textarea></textarea><input type=submit></form>"
    assert read(article(body=f"<div>{prose()}{form}</div>")).paragraphs == PARAGRAPHS


def test_the_signature_of_a_short_notice_is_neither_source_nor_day_of_publication():
    body = "<p>因管道抢修，城北片区5月8日8时至17时停水，请用户提前储水。</p><p>石桥县水务局</p><p>2025年4月9日</p>"
    document = read(article("&nbsp;", body=f'<div id="zoom">{body}</div>'))
    assert (document.published, document.source) == (None, None)


@pytest.mark.parametrize("kicker", ["<h4>青石岭上绿意浓</h4>", "<p>青石岭上绿意浓</p>"])
def test_a_greater_line_below_a_kicker_is_the_headline(kicker: str):
    heading = f'{kicker}<p class="title">{TITLE}</p>'
    assert read(article("", title="详细信息", trail="", heading=heading)).title == TITLE


def test_the_value_of_an_index_is_no_headline():
    index = "<dl><dt>索引号：</dt><dd>4307/2025-1</dd><dt>主题分类：</dt><dd>农业</dd><dt>发布机构：</dt><dd>县林业局</dd></dl>"
    heading = f"{index}<p>发布日期：2025-04-09</p><div><font size=5>{TITLE}</font></div>"
    assert read(article("", title=SITE, heading=heading)).title == TITLE


def test_an_index_below_the_headline_is_no_text():
    index = "".join(
        f"<p>{label}：{value}</p>" for label, value in (("索引号", "4307/1"), ("发布机构", "县林业局"), ("名称", TITLE))
    )
    assert read(article("", body=f"<div>{index}{prose()}</div>")).paragraphs == PARAGRAPHS


def test_an_index_names_the_source_alone():
    table = "<table><tr><td>索引号</td><td>4307/1</td><td>来源</td><td>县林业局 时间：2025-04-09 浏览量：-</td></tr></table>"
    assert read(article(table)).source == "县林业局"


def test_a_bar_may_call_the_day_that_of_the_information():
    document = read(article("", body=f"<div><div>信息时间：2025年4月9日</div>{prose()}</div>"))
    assert (document.published, document.paragraphs) == ("2025-04-09", PARAGRAPHS)
