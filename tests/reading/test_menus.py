"""Columns that a page's menu names, printed as headings above headlines that have no markup."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents

_MENU = '<ul><li><a href="index.php">首页</a></li><li><a href="l.php?c=2">支部动态</a></li></ul>'
_TEXT = (
    "<p>　　5月6日，镇总工会在青石岭文化广场办了一场揉面比赛，二十三名选手同台，比到日头偏西才分出高下。</p>"
    "<p>　　头名是粮站食堂的黄采薇，她揉的面拉得最长。</p>"
)
_HEADLINE = "青石镇办揉面比赛"


@pytest.mark.parametrize(
    "head",
    [
        f"<h2>支部动态</h2><div>{_HEADLINE}</div>",
        f"<h2>支部动态</h2><span>NEWS</span><div>{_HEADLINE}</div>",
        f"<h3>支部动态</h3><h4>{_HEADLINE}</h4>",
        f'<h2>支部动态</h2><div class="news_title">{_HEADLINE}</div>',
    ],
)
def test_a_heading_that_the_menu_links_to_is_the_column_and_the_line_below_it_the_headline(head: str):
    markup = (
        f"<html><head><title>石桥县总工会</title></head><body>{_MENU}{head}<div>添加时间：2017-05-08　浏览：34次</div>"
        f"{_TEXT}<div>版权所有：石桥县总工会</div></body></html>"
    )
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert (document.title, document.column, document.published) == (_HEADLINE, "支部动态", "2017-05-08")
    assert document.text.startswith("5月6日")


def test_a_page_of_a_column_that_holds_one_text_is_called_as_the_column():
    markup = (
        f"<html><head><title>石桥县总工会</title></head><body>{_MENU}<h2>支部动态</h2><div>添加时间：2017-05-08</div>"
        f"{_TEXT}<div>版权所有：石桥县总工会</div></body></html>"
    )
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert document.title == "支部动态"


@pytest.mark.parametrize(
    "trail",
    [
        '<div>Location: <a href="/">Home</a> &gt; <a href="/z">支部动态</a></div>',
        '<div>当前位置 / Location：<a href="/">首页</a> &gt; <a href="/z">支部动态</a></div>',
        '<div>You are here: <a href="/">Home</a> / <a href="/z">支部动态</a></div>',
        '<div>位置：<a href="/">首页</a> &gt;&gt; <a href="/z">支部动态</a> &gt;&gt; 软件信息</div>',
        '<div>位置：<a href="/">首页</a> → <a href="/z">支部动态</a> → 提案详情</div>',
        '<div id="pathway"><a href="/">首页</a> <img src="a.png"> <a href="/z">支部动态</a> <img src="a.png"></div>',
    ],
)
def test_a_trail_may_be_labelled_in_english_and_end_in_the_kind_of_its_page(trail: str):
    markup = f"<html><head><title>{_HEADLINE}</title></head><body>{trail}<h1>{_HEADLINE}</h1>{_TEXT}</body></html>"
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert document.column == "支部动态"


def test_an_entry_stands_in_the_category_that_its_link_is_marked_as():
    filed = '<footer>Posted in <a href="/z" rel="category tag">支部动态</a></footer>'
    markup = f"<html><head><title>{_HEADLINE}</title></head><body><h1>{_HEADLINE}</h1>{_TEXT}{filed}</body></html>"
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert document.column == "支部动态"


def test_a_column_in_the_pages_title_is_no_headline_where_another_line_stands_above_the_bar():
    head = '<div class="Head">支部动态</div><div><span class="Head">镇里来了揉面师傅</span><br>作者：韦小满 日期：2017-05-08</div>'
    markup = f"<html><head><title>青石镇 &gt; 支部动态</title></head><body>{_MENU}{head}{_TEXT}</body></html>"
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert (document.title, document.column) == ("镇里来了揉面师傅", "支部动态")


_BAR = "<div>2017-05-08 来源：镇总工会</div>"


@pytest.mark.parametrize(
    ("titled", "head"),
    [
        ("支部动态-石桥县政务网", f"<h1>{_HEADLINE}</h1>"),
        ("支部动态-石桥县政务网", f"<p align=center><b>{_HEADLINE}</b></p>{_BAR}"),
        ("石桥县政务网-支部动态", f"<div>{_HEADLINE}</div>{_BAR}"),
        ("支部动态", f"<h2>支部动态</h2><h3>{_HEADLINE}</h3>"),
        ("文章内容页", f"<div>支部动态</div><div>{_HEADLINE}</div>{_BAR}"),
        ("石桥县政务网", f"<div>{_HEADLINE}</div>{_BAR}"),
    ],
)
def test_a_page_titled_by_site_and_column_alone_is_called_as_its_headline(titled: str, head: str):
    markup = f"<html><head><title>{titled}</title></head><body>{_MENU}{head}<div>{_TEXT}</div></body></html>"
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.org.cn/d.php?id=1")
    assert document.title == _HEADLINE
    assert document.text.startswith("5月6日")
    assert document.published == ("2017-05-08" if _BAR in head else None)
