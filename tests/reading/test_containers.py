"""Which of the blocks that systems mark as articles is the article, and what tables of an index and of data look like."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, URL, page, prose

TRS = '<div class="TRS_Editor">{}</div>'
WHOLE = list(PARAGRAPHS)


def read(markup: str) -> list[str]:
    (document,) = read_documents(markup.encode(), URL)
    return list(document.paragraphs)


@pytest.mark.parametrize(
    "other",
    [
        "<p>欢迎访问石桥县人民政府门户网站！</p>",
        "<p>县长信箱受理群众来信，请实名写信并留下电话，方便工作人员回复。</p>",
    ],
)
def test_what_is_marked_as_an_article_above_it_is_not_the_article(other: str):
    markup = page(TRS.format(prose()))
    assert read(markup.replace('<div class="main">', TRS.format(other) + '<div class="main">', 1)) == WHOLE


def test_a_footer_that_is_marked_as_an_article_is_none():
    footer = TRS.format("<p>主办：石桥县人民政府 地址：石桥县青石路18号 邮编：545000</p><p>桂ICP备05000000号</p>")
    assert read(page(f"<div>{prose()}</div>", below=footer)) == WHOLE


def test_a_body_in_several_marked_parts_is_read_whole():
    assert read(page(TRS.format(prose(PARAGRAPHS[:1])) + TRS.format(prose(PARAGRAPHS[1:])))) == WHOLE


def test_a_marked_body_that_its_script_will_show_is_read():
    assert read(page(f'<div id="zoom" style="display:none">{prose()}</div>')) == WHOLE


@pytest.mark.parametrize("style", ["visibility:hidden", "display: none"])
def test_a_page_that_is_hidden_until_it_is_loaded_is_read(style: str):
    markup = page(prose()).replace("<body", f'<body style="{style}"', 1)
    assert read(markup) == WHOLE


def test_an_article_of_nothing_but_links_says_what_they_say():
    titles = [f"{place}2025年政府信息公开年度报告" for place in ("石桥镇", "下河乡", "青石镇")]
    links = "".join(f'<p><a href="/{n}.html">{title}</a></p>' for n, title in enumerate(titles))
    assert read(page(TRS.format(links), title="各乡镇政府信息公开年度报告汇总")) == titles


@pytest.mark.parametrize(
    "head", [("序号", "名称"), ("编号", "名称"), ("名称", "批号"), ("分类", "来源"), ("标题", "编号", "有效期")]
)
def test_the_first_row_of_a_table_stays_though_an_index_has_labels_of_the_same_words(head: tuple[str, ...]):
    rows = [head, *(tuple(f"{cell}{n}" for cell in ("甲", "乙", "丙")[: len(head)]) for n in range(3))]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert read(page(f"<table>{table}</table>", title="抽检结果公示")) == ["\t".join(row) for row in rows]


def test_rows_of_the_same_words_among_those_of_an_index_are_its_own():
    index = "<tr><td>索引号</td><td>K12/2025-3</td></tr><tr><td>名称</td><td>石桥县召开春季造林现场会</td></tr><tr><td>来源</td><td>石桥县林业局</td></tr>"
    assert read(page(prose(), above=f"<table>{index}</table>")) == WHOLE


TABLE = (
    "<table><tr><td>序号</td><td>姓名</td></tr><tr><td>1</td><td>韦某</td></tr><tr><td>2</td><td>覃某</td></tr></table>"
)
ROWS = ["序号\t姓名", "1\t韦某", "2\t覃某"]


def test_a_table_that_stands_again_below_its_headline_is_given_once():
    again = f"<div class=wap><h2>石桥县召开春季造林现场会</h2>{TABLE}</div>"
    assert read(page(TABLE, below=again)) == ROWS


def test_the_editor_named_below_a_table_is_no_bar_above_the_text():
    editor = '<div><a href="#">【我要纠错】</a> 责任编辑：韦小满</div>'
    markup = page(TABLE, below=editor, bar="")
    assert read(markup.replace("<h1>", "<div>来源：县林业局 发布日期：2025-04-09</div><h1>", 1)) == ROWS


def test_what_is_said_of_other_articles_below_their_titles_is_not_the_article():
    said = (
        "新门诊楼共六层，设有十二个诊区，启用当天接诊三百余人次。",
        "大桥全长三百二十米，双向四车道，沿线居民出行更方便。",
    )
    others = "".join(
        f"<div><a href=/{n}>县医院开诊{n}</a><p>{text}<a href=/{n}>[详细]</a></p></div>" for n, text in enumerate(said)
    )
    columns = f"<table><tr><td>{prose()}</td><td width=200>{others}</td></tr></table>"
    assert read(page(columns)) == WHOLE


@pytest.mark.parametrize("end", ["</a>", ""])
def test_a_text_that_stands_in_one_link_as_a_whole_is_read(end: str):
    told = [f"{paragraph}（{number}）" for number in range(3) for paragraph in PARAGRAPHS]
    text = "<br>".join(told)
    markup = f"<title>雨后的小河</title><h2>雨后的小河</h2><table><tr><td><a href=6.htm>{text}{end}</td></tr></table>"
    assert read(markup) == told


def test_summaries_each_in_a_link_of_its_own_are_no_text():
    cards = "".join(f"<a href={at}.htm><b>雨后</b><p>{PARAGRAPHS[0]}</p></a>" for at in range(5))
    assert read(f"<title>石桥在线</title><div>{cards}</div>") == []
