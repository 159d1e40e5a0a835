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
