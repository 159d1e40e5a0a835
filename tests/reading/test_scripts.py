"""Pages in Traditional characters are read as those in Simplified ones are, and given as they are printed."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, URL

TRADITIONAL = OpenCC("s2t").convert
FURNITURE = (
    "【我来说两句】【推荐】【打印】【关闭窗口】",
    "您是第 3021 位访客",
    "网友评论",
    "相关链接",
    "声明：本站登载此文出于传递更多信息之目的，不代表本站立场。",
    "责任编辑：韦小满",
)


@pytest.mark.parametrize("beside", FURNITURE)
def test_furniture_is_left_out_in_either_script(beside: str):
    told = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>2005年5月7日 10:11　来源：石桥日报</div>{told}<p>{beside}</p>"
    simple = read_documents(page.encode(), URL)[0]
    printed = read_documents(TRADITIONAL(page).encode("big5", "xmlcharrefreplace"), URL)[0]
    assert printed.paragraphs == tuple(map(TRADITIONAL, simple.paragraphs))
    assert (printed.title, printed.source) == (TRADITIONAL("雨后的小河"), TRADITIONAL("石桥日报"))
    assert printed.language == "zh-Hant"


def test_each_place_of_a_traditional_page_keeps_its_own_forms():
    told = "他後來說，皇后的頭髮發亮了，週末在臺灣和台北的颱風過了以後，才周到地乾杯幹活，這個里長在屋裡寫了兩本書。"
    page = f"<title>遊記</title><h1>皇后與後來</h1><div>2005-05-07</div><p>{told}</p><p>{told[::-1]}</p>"
    assert read_documents(page.encode(), URL)[0].paragraphs == (told, told[::-1])


def test_a_day_of_the_republics_calendar_stays_one_behind_its_label():
    page = f"<title>農會開會</title><h1>農會開會</h1><div>發布日期：98/12/31 瀏覽人數：12</div><p>{TRADITIONAL(PARAGRAPHS[0])}</p>"
    assert read_documents(page.encode(), URL)[0].published == "2009-12-31"
