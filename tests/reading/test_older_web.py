"""What pages of 1998 to 2008 set above, into and below their articles is told from the text."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/20050507.htm"
A, B, C = PARAGRAPHS
ONE, TWO = "<a href=http://a.example/1>数码相机特价直销</a>", "<a href=http://a.example/2>名车优惠三天</a>"
ITEMS = "".join(f"<tr><td>·<a href=/{n}.htm>第{n}场招聘会</a> (2005-05-0{n})</td></tr>" for n in range(1, 7))
INSETS = (
    f"<table><tr><td>{ONE} {TWO}</td></tr></table>",
    f"<center><font color=gray>- 广告 -</font><br>{ONE}</center>",
    f"<table align=left><tr><td>{ONE}</td></tr><tr><td>{TWO}</td></tr></table>",
)


def read(html: str):
    return read_documents(html.encode("gb18030"), URL)[0]


@pytest.mark.parametrize("inset", INSETS)
@pytest.mark.parametrize("told", ["<p>{}</p>", "　　{}<br><br>", "<blockquote><p>{}</blockquote>"])
def test_an_advertisement_between_paragraphs_is_left_out(inset: str, told: str):
    first, *others = (told.format(text) for text in (A, B, C))
    assert read(f"<h1>雨后</h1><div>2005-05-07</div>{first}{inset}{''.join(others)}").paragraphs == PARAGRAPHS


def test_the_paragraph_above_an_advertisement_is_read_though_lists_outweigh_it():
    listed = f"<table>{ITEMS}</table><table>{ITEMS}</table>"
    lead = "谁会想到这里有一座桥呢？费用大约是三万元。"
    page = f"<td><h1>雨后</h1><div>2005-05-07 10:11　来源：石桥日报</div><p>{lead}</p>{INSETS[2]}<p>{A}{B}</p>{listed}</td>"
    assert read(f"<title>雨后</title><table><tr>{page}</tr></table>").paragraphs == (lead, A + B)


def test_a_short_text_below_an_advertisement_is_read_though_readers_say_more():
    said = "".join(
        f"<p>楼主继续啊，等着看下面的第{n}段。</p><p>河边柳 发表于 2005-05-0{n} 09:00</p>" for n in range(1, 9)
    )
    page = f"<h1>雨后的小河</h1><p>2005-05-06 10:11</p>{INSETS[2]}<p>谁会想到这里有一座桥呢？费用是三万元。</p><h3>评论 (8)</h3>{said}"
    assert read(f"<title>雨后的小河</title>{page}").paragraphs == ("谁会想到这里有一座桥呢？费用是三万元。",)


@pytest.mark.parametrize(
    ("bar", "source", "writer"),
    [
        ("http://www.example.com.cn　2005年05月07日 10:11　石桥晚报", "石桥晚报", None),
        ("2005-05-07 10:11 星期六 石桥晚报", "石桥晚报", None),
        ("2005-05-07 10:11　　石桥晚报　　韦小满", "石桥晚报", "韦小满"),
        ("◎ 韦小满　《石桥文艺》 2005-05-07 10:11", "石桥文艺", "韦小满"),
        ("<b>石桥电视台</b>　2005-05-07 10:11　<a href=#>查看评论</a>", "石桥电视台", None),
        ("2005-05-07 10:11</div><div>石桥晚报 记者 韦小满", "石桥晚报", "韦小满"),
    ],
)
@pytest.mark.parametrize("head", ["雨后的小河", "::石桥在线::", "石桥青年报", "无标题文档", "石桥在线-社会"])
def test_a_bar_without_labels_names_outlet_and_writer(bar: str, source: str, writer: str | None, head: str):
    said = "<b>网友评论</b><p>写得真好。</p><p>河边柳 发表于 2005-05-09 09:00</p>"
    trail = "<a href=/>石桥在线</a> &gt; <a href=/c>社会</a>"
    page = f"<title>{head}</title><p>{trail}</p><h3>雨后的小河</h3><div>{bar}</div><p>{A}</p><p>{B}</p>{said}"
    found = read(page)
    assert (found.title, found.published) == ("雨后的小河", "2005-05-07T10:11:00+08:00")
    assert (found.source, [one.name for one in found.authors]) == (source, [writer] if writer else [])
    assert found.paragraphs == (A, B)
