"""Bars whose labels are English, alone or beside the Chinese ones."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents


@pytest.mark.parametrize(
    ("bar", "source", "names"),
    [
        ("Author: 韦小满 Source: 县水利局 Date: 2013-04-11 Hits: 33", "县水利局", ["韦小满"]),
        ("Release time：2013-04-11　Author：韦小满　Click：33", None, ["韦小满"]),
        ("发布时间(Time)：2013-04-11　来源(Source)：县水利局　作者(Author)：韦小满", "县水利局", ["韦小满"]),
        ("Posted: 2013-04-11 | Views: 33 | Print", None, []),
        ("[Time: 2013-04-11] [Author: 韦小满] [Font: Big Medium Small] [Print] [Close]", None, ["韦小满"]),
        ("时间 / Time：2013-04-11　浏览 / Views：21", None, []),
        ("From：县水利局　Date：2013/04/11", "县水利局", []),
    ],
)
def test_a_bar_labelled_in_english_is_read_and_is_no_text(bar: str, source: str | None, names: list[str]):
    told = "青石岭水库今年头一回开闸，水沿新修的石渠走了一夜，天亮时到了下游的三个村子。"
    markup = (
        "<html><head><title>水库开闸春灌</title></head><body><h1>水库开闸春灌</h1>"
        f"<p>{bar}</p><div><p>{told}</p><p>渠口归老周看着。</p></div></body></html>"
    )
    (document,) = read_documents(markup.encode(), "http://www.shiqiao.gov.cn/d.php?id=1")
    assert (document.published, document.source) == ("2013-04-11", source)
    assert [author.name for author in document.authors] == names
    assert document.paragraphs == (told, "渠口归老周看着。")
