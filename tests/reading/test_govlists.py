"""Lists of county sites composed at random are read row by row and page by page; faults that they showed stay mended."""

from __future__ import annotations

import re

import pytest

from crawler.reading import read_documents
from crawler.reading.listing import open_page, read_pages, read_rows
from tests.reading.govlists import compose_list

NO_SHAPE = re.compile(r"(?!)")
LIST = "http://www.shiqiao.gov.cn/tzgg/index.html"
SIDE = "".join(
    f'<li><a href="/h/{n}.html">石桥县第{n}场招聘会在县体育馆举行</a><span>2025-03-{n:02d}</span></li>'
    for n in range(1, 9)
)


def rows(markup: str) -> list[tuple[str, str, str | None]]:
    page = open_page(f"<html><body>{markup}</body></html>".encode(), LIST)
    return [
        (row.url.removeprefix("http://www.shiqiao.gov.cn/tzgg/"), row.title, row.day)
        for row in read_rows(page, NO_SHAPE)
    ]


def pages(markup: str) -> list[str]:
    page = open_page(f"<html><body>{markup}</body></html>".encode(), LIST)
    return [address.removeprefix("http://www.shiqiao.gov.cn/tzgg/") for address in read_pages(page)]


def test_composed_lists_are_read_as_they_were_composed():
    for seed in range(200):
        wanted = compose_list(seed)
        page = open_page(wanted.body, wanted.url)
        assert [(row.url, row.title, row.day) for row in read_rows(page, NO_SHAPE)] == wanted.rows, (
            seed,
            wanted.features,
        )
        found = read_pages(page)
        assert (next(iter(found), None), len(found)) == (wanted.following, wanted.pages - 1), (seed, wanted.features)


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ('<a href="1.html" title="文章标题：石桥县春季造林动员会召开&#10;作　者：admin&#10;更新时间：2025-4-9">石桥县春季造林…</a>', "石桥县春季造林动员会召开"),
        ('<a href="1.html"><p>石桥县春季造林动员会召开</p><span>2025-04-09</span></a>', "石桥县春季造林动员会召开"),
        ('<a href="1.html"><h4>石桥县春季造林动员会召开</h4><p>四月九日，县林业局召开会议。</p></a>', "石桥县春季造林动员会召开"),
    ],
)  # fmt: skip
def test_a_row_is_called_by_its_title_alone(link: str, title: str):
    assert rows(f"<ul><li>{link}<i>2025-04-09</i></li></ul>") == [("1.html", title, "2025-04-09")]


@pytest.mark.parametrize(
    "row",
    [
        '<dt><a href="1.html">石桥县春季造林动员会召开</a></dt><dd>2025-04-09</dd>',
        '·<a href="1.html">石桥县春季造林动员会召开</a> (2025-4-9)<br>·<a href="2.html">石桥大桥恢复通车了</a> (2025-4-8)<br>',
        '<div><div><b>09</b><i>2025-04</i></div><div><a href="1.html">石桥县春季造林动员会召开</a></div></div>',
        '<div><h4><a href="1.html">石桥县春季造林动员会召开</a></h4></div><div>2025年4月9日</div>',
    ],
)
def test_a_day_is_read_wherever_a_row_prints_it(row: str):
    assert rows(f"<div>{row}</div>")[0] == ("1.html", "石桥县春季造林动员会召开", "2025-04-09")


@pytest.mark.parametrize(
    "sign", ["<div>当前位置：<a href=/>首页</a> &gt; 通知公告</div>", '<p><a href="index_1.html">下一页</a></p>']
)
def test_a_longer_list_beside_it_is_not_taken_for_the_pages_own(sign: str):
    own = '<ul><li><a href="1.html">石桥县春季造林动员会召开</a><span>2025-04-09</span></li></ul>'
    assert rows(f"<div><div><h3>热点</h3><ul>{SIDE}</ul></div><div>{sign}{own}</div></div>") == [
        ("1.html", "石桥县春季造林动员会召开", "2025-04-09")
    ]


@pytest.mark.parametrize(
    ("pager", "wanted"),
    [
        ("""<a href="#" onclick="location.href='index_1.html'">下一页</a>""", ["index_1.html"]),
        ("""<a href="javascript:void(0)" onclick="window.location='index_1.html'">2</a>""", ["index_1.html"]),
        ("""<a href="javascript:location.href='index_1.html'">下一页</a>""", ["index_1.html"]),
        ("""<a href="#" onclick="location.href='index_'+n+'.html'">下一页</a>""", []),
        ('<select><option value="index.html">第1页</option><option value="index_1.html">第2页</option></select>', ["index_1.html"]),
        ('<select><option value="http://www.other.example/2.html">2</option><option value="2">2</option></select>', []),
        ('<a href="index_1.html">2</a><a href="index_1.html">&gt;</a><a href="index_3.html">&gt;&gt;</a>', ["index_1.html", "index_3.html", "index_2.html"]),
    ],
)  # fmt: skip
def test_a_pager_leads_on_by_scripts_menus_and_arrows(pager: str, wanted: list[str]):
    assert pages(f"<div>{pager}</div>") == wanted


def test_composed_lists_are_called_as_their_columns_and_say_nothing():
    wrong = 0
    for seed in range(100):
        wanted = compose_list(seed)
        (document,) = read_documents(wanted.body, wanted.url)
        told = (document.title, document.column, document.text, document.published)
        wrong += told != (wanted.column, wanted.column, "", None)
    assert wrong <= 8


ROWS = {
    "dates": '<ul><li><a href="/1.html">石桥县春季造林动员会召开</a><span>2025-04-09</span></li></ul>' * 3,
    "cells": "<table border=1><tr><th>索引号</th><th>名称</th><th>日期</th></tr>"
    + "<tr><td>430723/2025-17</td><td><a href=/1.html>石桥县造林办法</a></td><td>2025-04-09</td></tr>" * 3
    + "</table>",
    "summaries": "<div><h4><a href=/1.html>石桥县春季造林动员会召开</a></h4><p>四月九日，县林业局召开会议，部署春季造林。</p></div>"
    * 3,
    "a script": "<script>f()</script><div>共21条 页次：1/2页 <a href=/2.html>下一页</a></div>",
}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("heading", ["<h2>通知公告</h2>", ""])
def test_a_list_is_called_as_its_column(name: str, heading: str):
    trail = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/zw>政务公开</a> &gt; 通知公告</div>"
    page = f"<html><head><title>通知公告_石桥县人民政府</title></head><body>{trail}{heading}{ROWS[name]}</body></html>"
    (document,) = read_documents(page.encode(), LIST)
    assert (document.title, document.column, document.paragraphs) == ("通知公告", "通知公告", ())
    assert (document.published, document.site_name) == (None, "石桥县人民政府")


def test_a_column_of_one_article_is_no_list():
    trail = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/jg>机构职能</a></div><h2>机构职能</h2>"
    text = "县林业局负责全县林地、湿地和野生动植物的保护，指导造林绿化。"
    links = '<ul><li><a href="/1.html">石桥县春季造林动员会召开</a></li></ul>' * 4
    page = f"<html><head><title>机构职能</title></head><body>{trail}<p>{text}</p>{links}</body></html>"
    (document,) = read_documents(page.encode(), LIST)
    assert document.paragraphs == (text,)


def test_a_row_may_link_to_its_article_by_its_title_and_by_its_summary():
    row = (
        '<div class="item"><div class="date"><b>{0:02d}</b><span>2024-05</span></div><div><h3><a href="{0}.html">石桥县举行第{0}场'
        '春季招聘会</a></h3><p>六十家企业到场，求职者络绎不绝……<a href="{0}.html">[详情]</a></p></div></div>'
    )
    turn = '<div class="pages"><a class="on">1</a><a href="index_2.html">2</a><a href="index_2.html">下一页</a></div>'
    markup = f'<div class="list">{"".join(map(row.format, range(11, 19)))}</div>{turn}'
    assert rows(markup) == [(f"{n}.html", f"石桥县举行第{n}场春季招聘会", f"2024-05-{n}") for n in range(11, 19)]
