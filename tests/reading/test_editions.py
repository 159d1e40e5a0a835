"""Single articles of electronic editions, and hijacked copies whose foot repeats the spammer's title."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.spinner import Spinner

TEXTS = (
    "随着最后一车沥青铺完，青石镇的老桥告别了限重三吨的日子，两岸的村民走上新桥，看了又看，舍不得离开。",
    "新桥全长三百二十米，桥面两侧留有人行道，施工队在枯水期抢浇桥墩，把工期缩短了二十天，为村民省下绕路。",
)
BODY = "".join(f"<p>　　{text}</p>" for text in TEXTS)
TITLE = "一座新桥连起两岸人家"
NAV = '<div><a href="c_1.htm">上一篇</a> <a href="c_3.htm">下一篇</a> <a>放大</a> <a>缩小</a></div>'
PAPER = "http://paper.qingshi.cn/html/2016-08/09/content_3.htm"


def _read(page: str, url: str = PAPER):
    (document,) = read_documents(f"<!DOCTYPE html><html><head><meta charset=utf-8>{page}</html>".encode(), url)
    return document


def test_an_edition_that_names_itself_alone_has_its_headline_above_the_text():
    found = _read(
        f"<title>青石日报数字报</title></head><body><div><h2>青石日报</h2><span>2016年08月09日 星期二</span></div>"
        f"<div>03版：人物</div>{NAV}<div><p>{TITLE}</p></div><div>□ 本报记者 岳耀军</div><div>{BODY}</div></body>"
    )
    assert (found.title, found.source, found.published) == (TITLE, "青石日报", "2016-08-09")
    assert found.paragraphs == TEXTS


def test_a_multimedia_edition_is_no_headline():
    found = _read(
        f"<title>青石日报多媒体数字版</title></head><body><table><tr><td>2014年5月20日 星期二</td></tr></table>{NAV}"
        f"<table><tr><td align=center><strong>{TITLE}</strong></td></tr><tr><td>作者： 来源：青石日报 字数：388</td></tr>"
        f"<tr><td>{BODY}</td></tr></table></body>"
    )
    assert (found.title, found.source) == (TITLE, "青石日报")


@pytest.mark.parametrize(
    ("bar", "source"),
    [
        ("2021年10月14日 第03版：城事 青石日报 作者：戴俊", "青石日报"),
        ("青石师大报 第1124期(总第1124期)   2021年10月14日   第三版：青春", "青石师大报"),
        ("2021-10-14 第二版：乡村振兴", None),
    ],
)
def test_the_page_of_the_paper_stands_beside_its_day(bar: str, source: str | None):
    found = _read(
        f"<title>{TITLE}</title></head><body><h2>{TITLE}</h2><div>{bar}</div><div>{BODY}</div></body>",
        "http://q.cn/3.htm",
    )
    assert (found.published, found.source, found.paragraphs) == ("2021-10-14", source, TEXTS)


def test_the_name_before_the_headline_in_an_edition_s_title_is_its_source():
    found = _read(f"<title>青石日报 - {TITLE}</title></head><body><h1>{TITLE}</h1><div>{BODY}</div></body>")
    assert (found.title, found.source) == (TITLE, "青石日报")


def test_the_day_in_the_query_of_an_address_dates_a_page_that_prints_none():
    page = f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{BODY}</div></body>"
    assert _read(page, "https://m.q.cn/epaper/article?id=99&date=20221103").published == "2022-11-03"


def test_a_byline_set_as_a_heading_is_no_subtitle():
    found = _read(f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><h4>本报记者 顾 春</h4><div>{BODY}</div></body>")
    assert found.subtitle is None
    assert [author.name for author in found.authors] == ["顾春"]


def test_a_pupil_reporter_is_one_writer():
    found = _read(
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>作者：学生记者 邱雨薇</div><div>{BODY}</div></body>"
    )
    assert [author.name for author in found.authors] == ["邱雨薇"]


def test_who_took_the_picture_that_is_all_of_an_article_wrote_it():
    found = _read(
        f"<title>{TITLE}</title></head><body><h2>{TITLE}</h2><p>2023-04-18 来源：青石周报</p>"
        "<div><p><img src=1.jpg></p><p>4月15日，航拍青石县的梯田，灌满春水的田块如镜面般映照着天光云影。 蒋奎 摄</p></div></body>"
    )
    assert [author.name for author in found.authors] == ["蒋奎"]


def test_keywords_in_the_foot_of_a_hijacked_page_vouch_for_no_title():
    def spun(text: str) -> str:
        return Spinner(60).spin(text)

    spam = ("国产精品自拍", "久久热视频在线", "成人影院免费看")
    links = "".join(f'<a href="http://www.hijacked.cn/{n}">{term}</a>' for n, term in enumerate(spam[:2]))
    page = (
        f"<title>{','.join(spam)}</title></head><body><h1>{spun(TITLE)}</h1><div>{spun('2018-11-27 来源：经济日报')}</div>"
        f"<div>{''.join(f'<p>{spun(text)}</p>' for text in TEXTS * 2)}</div><footer>{links}</footer></body>"
    )
    assert _read(page, "http://www.hijacked.cn/n/1.html").title == TITLE


def test_links_that_say_the_words_of_a_forged_title_are_no_text():
    terms = ("彩票投注平台", "娱乐城开户", "时时彩")
    spliced = f'<p>{TEXTS[0]}<a href="http://www.hijacked.cn/a">{terms[1]}</a></p><p>{TEXTS[1]}</p>'
    alone = f'<p><a href="http://www.hijacked.cn/">{terms[0]}</a></p>'
    page = f"<title>{'_'.join(terms)}</title></head><body><h1>{TITLE}</h1><p>时间：2019-04-23 来源：青石日报</p><div>{spliced}{alone}</div></body>"
    assert _read(page, "http://www.hijacked.cn/n/1.html").paragraphs == TEXTS


def test_a_forged_title_is_told_whatever_it_sells_lottery_tickets_with():
    found = _read(
        f"<title>彩票开户平台-时时彩计划</title></head><body><h1>{TITLE}</h1><div>2020-11-10 来源：青石日报</div>"
        f'<div>{BODY}<p><a href="http://b.example/">彩票开户平台</a></p></div></body>'
    )
    assert (found.title, found.paragraphs) == (TITLE, TEXTS)


def test_what_stands_between_the_number_of_a_page_and_its_headline_is_the_kicker():
    rows = ("<font size=2>2004年11月5日 第四版 社会纵横</font>", "<font size=3>百年渡口从此停航</font>")
    head = "".join(f"<tr><td align=center>{row}" for row in (*rows, f"<font size=5><b>{TITLE}</b></font>"))
    found = _read(
        f"<title>青石晚报电子版</title></head><body><table>{head}<tr><td>○ 岳耀军<tr><td>{BODY}</table></body>"
    )
    assert (found.title, found.kicker, found.published) == (TITLE, "百年渡口从此停航", "2004-11-05")


def test_a_page_that_is_called_by_its_newspaper_has_its_headline_below_the_number_of_the_page():
    found = _read(
        "<title>今日青石</title></head><body><div><span>今日青石</span><a></a></div><div>02版 综合新闻 | 2020年12月02日</div>"
        f"<div class=m-title>{TITLE}</div><div>通讯员 岳耀军</div><div>{BODY}</div></body>"
    )
    assert (found.title, [author.name for author in found.authors]) == (TITLE, ["岳耀军"])


def test_the_record_of_an_edition_has_its_decks_and_its_day():
    record = '{"introTitle":"百年渡口从此停航","title":"%s","subTitle":"","paperDate":"2023-03-28","content":"%s"}'
    script = f"<script>var detail = {record % (TITLE, BODY)};</script>"
    found = _read(f"<title>青石日报数字报</title></head><body><div id=app></div>{script}</body>", "http://a.example/")
    assert (found.title, found.kicker, found.subtitle) == (TITLE, "百年渡口从此停航", None)
    assert (found.published, found.paragraphs) == ("2023-03-28", TEXTS)


def test_a_trail_may_end_in_a_link_that_holds_no_word():
    trail = '<div><a href="/">首页</a> <a href="/xw/">新闻</a> <a href="/s"></a></div>'
    found = _read(f"<title>{TITLE}</title></head><body>{trail}<h1>{TITLE}</h1><div>{BODY}</div></body>")
    assert found.paragraphs == TEXTS


def test_a_headline_to_which_the_contents_of_the_paper_link_is_no_column():
    found = _read(
        f"<title>{TITLE}</title></head><body><ul><li><a href=c_3.htm>{TITLE}</a></li><li><a href=c_4.htm>春耕</a></li></ul>"
        f"<h1>{TITLE}</h1><h4>——青石镇新桥通车侧记</h4><div>2016年08月09日 青石日报</div><div>{BODY}</div></body>"
    )
    assert (found.title, found.subtitle) == (TITLE, "——青石镇新桥通车侧记")


FOUNDER = (
    "<founder-date>2014-10-09 23:59:57</founder-date><founder-author>岳耀军</founder-author>"
    "<founder-papername>青石日报</founder-papername><founder-type>1</founder-type>"
    f"<founder-title>{TITLE}</founder-title><founder-introtitle>告别限重三吨的日子</founder-introtitle>"
)


def test_an_older_edition_names_its_story_in_a_comment_whose_marks_have_another_prefix():
    found = _read(
        "<title>青石日报数字报刊平台</title></head><body><table><tr><td>告别限重三吨的日子</td></tr>"
        f"<tr><td>{TITLE}</td></tr></table>{NAV}<founder-content>{BODY}</founder-content></body>"
        f"<!--enpproperty {FOUNDER} /enpproperty-->",
        "http://q.cn/3.htm",
    )
    assert (found.title, found.kicker, found.published) == (TITLE, "告别限重三吨的日子", "2014-10-09")
    assert (found.source, [author.name for author in found.authors]) == ("青石日报", ["岳耀军"])


def test_a_headline_between_two_comments_is_found_beside_an_empty_kicker():
    marks = "".join(
        f"<tr><td><!--<npm:article-{name}>--><span>{text}</span><!--</npm:article-{name}>--></td></tr>"
        for name, text in (("pretitle", ""), ("title", TITLE), ("subtitle", "两岸村民少绕二十里"), ("author", "岳耀军"))
    )
    found = _read(
        "<title>青石日报数字报刊</title></head><body><p>2019年6月21日 星期五 <a href=/>返回首页</a> 版面导航</p>"
        "<table><tr><td>第02版：综合</td><td><a href=1.htm>上一版</a></td></tr></table>"
        f"{NAV}<table>{marks}</table><div id=ozoom>{BODY}</div></body>",
        "http://q.cn/story.aspx?id=3",
    )
    assert (found.title, found.kicker, found.subtitle) == (TITLE, None, "两岸村民少绕二十里")
    assert (found.published, found.column, found.authors[0].name) == ("2019-06-21", "第02版：综合", "岳耀军")


def test_a_writer_and_the_paper_set_wide_share_the_line_below_a_headline():
    found = _read(
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><p class=sec> 岳 军<span>《 青石日报 》（ 2016年08月09日 "
        f"&nbsp; 第 05 版）</span></p><div id=ozoom>{BODY}</div></body>"
    )
    assert (found.source, found.published, found.paragraphs) == ("青石日报", "2016-08-09", TEXTS)
    assert [author.name for author in found.authors] == ["岳军"]


def test_a_headline_that_the_list_of_its_page_repeats_is_no_column():
    found = _read(
        f"<title>青石日报-青石日报-2016年08月09日-{TITLE}</title></head><body><h3>{TITLE}</h3>"
        f"<p>□ 本报记者 岳耀军 本报通讯员 卞江</p><p>版次：A03 来源：青石日报 2016年08月09日</p><div>{BODY}</div>"
        f"<h4>本版新闻</h4><ul><li><a href=c_2.htm>小院议事解民忧</a></li><li><a href=c_3.htm>{TITLE}</a></li></ul></body>"
    )
    assert (found.title, found.column) == (TITLE, None)


@pytest.mark.parametrize("board", ["第02版：综合", "A02版：综合", "02版：综合"])
def test_the_printed_page_of_a_story_is_its_column(board: str):
    found = _read(
        f"<title>{TITLE}</title></head><body><div>2016年8月9日 星期二</div><div>{board}</div><div><a href=1.htm>01版：要闻</a></div>"
        f"{NAV}<h1>{TITLE}</h1><p>作者：本报记者 岳耀军 来源：青石日报</p><div>{BODY}</div></body>"
    )
    assert (found.column, found.published) == (board, "2016-08-09")
