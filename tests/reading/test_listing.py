"""Lists, pagers and printed pages, read from markup as portals write it."""

from __future__ import annotations

import json
import os
import random
import re
import time
from pathlib import Path

import pytest

from crawler.families.detection import FAMILIES
from crawler.reading.blocking import find_challenge, find_soft_404
from crawler.reading.listing import (
    address_key,
    canonical,
    find_refresh,
    is_printed_page,
    is_story,
    meta,
    open_page,
    read_calendar,
    read_pages,
    read_printed_page,
    read_rows,
)

LIST = "http://www.liujiang.gov.cn/xwzx/ljxw/"
TITLES = ("关于春季植树造林的通知", "全县农业农村工作会议召开", "我县举办春耕备耕培训班", "关于清明节放假安排的通知")
SEND = '<meta http-equiv="refresh" content="0;url=html/new.htm">'
TRS = re.compile(r"/t\d{8}_\d+\.s?html?$")
NONE = re.compile(r"(?!)")


def page(markup: str, url: str = LIST, charset: str = "utf-8"):
    return open_page(markup.encode(charset), url, {"Content-Type": f"text/html; charset={charset}"})


def rows(markup: str, article: re.Pattern[str] = TRS) -> list[tuple[str, str, str | None]]:
    return [(row.url.removeprefix(LIST), row.title, row.day) for row in read_rows(page(markup), article)]


def test_rows_have_whole_titles_days_and_absolute_addresses():
    markup = """<ul class="more-list">
      <li><span>2025-04-16</span>
      <a href="./202504/t20250416_1.shtml" title="三都镇香葱加工车间投产并招工">三都镇香葱加…</a></li>
      <li><span>[04-15]</span><a href="../ljxw/202504/t20250415_2.shtml">百朋镇藕田迎来栽种季</a></li></ul>"""
    assert rows(markup) == [
        ("202504/t20250416_1.shtml", "三都镇香葱加工车间投产并招工", "2025-04-16"),
        ("202504/t20250415_2.shtml", "百朋镇藕田迎来栽种季", None),
    ]


def test_the_day_is_the_one_beside_the_title_and_not_the_one_in_it():
    markup = """<ul><li><span>2025-04-16</span><a href="202504/t20250416_1.shtml">4月16日《柳州日报》柳江专刊</a></li>
      <li><a href="202504/t20250412_2.shtml">2024年12月31日前的收费标准</a><i>2025-04-12</i></li>
      <li><a href="202504/t20250411_3.shtml"><b>停水通知已经发布</b><i>2025/04/11</i></a></li></ul>"""
    assert [row[2] for row in rows(markup)] == ["2025-04-16", "2025-04-12", "2025-04-11"]


def test_several_lists_on_one_page_are_all_read():
    one = '<ul><li><a href="202504/t20250416_1.shtml">第一组的一条新闻</a></li></ul>'
    other = '<div><ul><li><a href="202504/t20250416_2.shtml">第二组的一条新闻</a></li></ul></div>'
    assert [row[0] for row in rows(one + other)] == ["202504/t20250416_1.shtml", "202504/t20250416_2.shtml"]


def test_a_row_that_is_no_article_by_shape_counts_beside_one_that_is():
    markup = """<ul><li><a href="202504/t20250416_1.shtml">关于停水的通知公告</a></li>
      <li><a href="202504/P020250411560000020001.pdf">岗位一览表</a></li>
      <li><a href="content_77.html">旧栏目里的一篇通知</a></li><li><a href="/xwzx/">新闻</a></li></ul>
      <ul><li><a href="/about.html">网站地图和联系方式</a></li></ul>"""
    assert [row[0] for row in rows(markup)] == [
        "202504/t20250416_1.shtml",
        "202504/P020250411560000020001.pdf",
        "content_77.html",
    ]


def test_turning_links_are_no_rows():
    markup = """<ul><li><a href="202504/t20250416_1.shtml">清明节放假通知公告</a></li>
      <li><a href="index_1.shtml">下一页</a></li><li><a href="index_2.shtml">3</a></li></ul>"""
    assert len(rows(markup)) == 1


def test_without_the_familys_shape_the_list_with_days_is_taken():
    markup = """<ul class="nav"><li><a href="/a/">首页</a></li><li><a href="/b/">走进柳江</a></li></ul>
      <div class="list"><p><a href="/show-1.html">拉堡镇首家社区食堂开门迎客</a><i>2025-04-16</i></p>
      <p><a href="/show-2.html">柳江区召开重大项目建设推进会</a><i>2025-04-15</i></p></div>"""
    assert [url for url, _, _ in rows(markup, NONE)] == [
        "http://www.liujiang.gov.cn/show-1.html",
        "http://www.liujiang.gov.cn/show-2.html",
    ]


def test_a_list_without_shape_and_days_is_taken_by_its_headlines():
    nav = (
        '<ul><li><a href="/a/">首页</a></li><li><a href="/b/">走进柳江</a></li><li><a href="/c/">政务公开</a></li></ul>'
    )
    body = "".join(f'<tr><td><a href="/show-{n}.html">柳江区召开第{n}次重大项目推进会</a></td></tr>' for n in range(3))
    foreign = "".join(f'<li><a href="http://www.gov{n}.cn/">中华人民共和国中央人民政府</a></li>' for n in range(4))
    markup = f"{nav}<table>{body}</table><ul>{foreign}</ul>"
    assert [url for url, _, _ in rows(markup, NONE)] == [f"http://www.liujiang.gov.cn/show-{n}.html" for n in range(3)]
    assert rows(nav + f"<ul>{foreign}</ul>", NONE) == []


def test_a_list_that_a_script_writes_is_read():
    markup = r"""<script>document.writeln("<ul><li><a href='./202504/t20250416_1.shtml'>由脚本写出的标题<\/a><\/li>");
      document.write('<li><a href="202504\/t20250415_2.shtml">\u67f3\u6c5f\u533a\u7b2c\u4e8c\u6761<\/a><\/li><\/ul>');
      </script>"""
    assert [row[:2] for row in rows(markup)] == [
        ("202504/t20250416_1.shtml", "由脚本写出的标题"),
        ("202504/t20250415_2.shtml", "柳江区第二条"),
    ]


def test_gbk_under_a_utf8_label_keeps_its_titles():
    markup = '<meta charset="utf-8"><ul><li><a href="202504/t20250416_1.shtml">柳江区召开会议部署防汛</a></li></ul>'
    opened = open_page(markup.encode("gb18030"), LIST, {"Content-Type": "text/html; charset=utf-8"})
    assert read_rows(opened, TRS)[0].title == "柳江区召开会议部署防汛"


def test_addresses_that_lead_nowhere_are_left_out():
    markup = """<a href="javascript:void(0)">脚本里没有任何文章</a>
      <a href="mailto:a@b.cn">写信给我们编辑部吧</a>
      <a href="#top">回到本页顶部去看看</a>
      <a href="http://[/t20250416_1.shtml">坏掉的地址不能用了</a>
      <a href=" 202504/t20250416_1.shtml ">带空格的地址仍然有效</a>"""
    assert [row[0] for row in rows(markup)] == ["202504/t20250416_1.shtml"]


def test_the_base_element_moves_addresses():
    opened = page('<base href="/zwgk/"><ul><li><a href="202504/t20250416_1.shtml">一条公告的标题</a></li></ul>')
    assert read_rows(opened, TRS)[0].url == "http://www.liujiang.gov.cn/zwgk/202504/t20250416_1.shtml"


@pytest.mark.parametrize(
    "row",
    [
        "<a href=\"javascript:window.open('show.asp?id=7')\">{}</a>",
        "<a href='#' onclick=\"location.href='show.asp?id=7';return false\">{}</a>",
        '<a onclick=\'openNew("show.asp?id=7", "_blank")\'>{}</a>',
        "<div onclick=\"location='show.asp?id=7'\"><i>1</i><b>{}</b></div>",
        '<p onclick="window.open(&quot;show.asp?id=7&quot;)">{}<img src=new.gif></p>',
    ],
)
def test_a_row_that_only_a_script_opens_is_one_too(row: str):
    markup = "".join(f"<li>{row.replace('7', str(n))}<i>2025-04-1{n}</i></li>" for n in range(4))
    found = read_rows(page(f"<ul>{markup.format(*TITLES)}</ul>"), NONE)
    assert [(one.url, one.title, one.day) for one in found] == [
        (f"{LIST}show.asp?id={n}", title, f"2025-04-1{n}") for n, title in enumerate(TITLES)
    ]


def test_an_address_that_a_script_puts_together_is_not_guessed():
    row = "<li><a href=\"javascript:window.open('show.asp?id='+7)\">{}</a>2025-04-16"
    assert read_rows(page("<ul>" + "".join(row.format(title) for title in TITLES) + "</ul>"), NONE) == ()


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("[15-03-12]", "2015-03-12"),
        ("99/1/31", "1999-01-31"),
        ("15.3.12 08:30", "2015-03-12"),
        ("45-03-12", None),
        ("12-30-11", None),
        ("3-12", None),
    ],
)
def test_a_day_that_stands_alone_in_a_row_may_lack_its_century(printed: str, day: str | None):
    rows = "".join(f"<tr><td><a href=s.asp?id={n}>{t}</a><td>{printed}</td>" for n, t in enumerate(TITLES))
    assert [row.day for row in read_rows(page(f"<table>{rows}</table>"), NONE)] == [day] * 4


@pytest.mark.parametrize(("charset", "query"), [("gbk", "%C7%FE%B5%C0"), ("big5", "%B4%EB%B9D"), ("utf-8", "渠道")])
def test_characters_in_a_query_are_asked_for_in_the_charset_of_the_page(charset: str, query: str):
    markup = "<ul><li>2025-04-16 <a href='渠/v.asp?n=渠道'>渠道清理工作的通知</a></ul>"
    (row,) = read_rows(page(markup, charset=charset), NONE)
    assert row.url == f"{LIST}渠/v.asp?n={query}"


def turns(markup: str, url: str = LIST) -> list[str]:
    return [address.removeprefix(LIST) for address in read_pages(page(markup, url))]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('createPageHTML(1,0, "index","shtml","3");', []),
        ('createPageHTML(3,0,"index","shtml","black2",136);', ["index_1.shtml", "index_2.shtml"]),
        ("createPage(3, 1, 'index', 'html')", ["index_1.html", "index_2.html"]),
        ("createPageHTML('page_div',3, 1,'list','shtml',41);", ["list_2.shtml", "list_3.shtml"]),
        ('function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}createPageHTML(2,0,"index","htm")',
         ["index_1.htm"]),
        ("var countnum= 34; var currentPage=0; var countPage=3 ; document.write(x)", ["index_1.html", "index_2.html"]),
        ('var countPage = 3;\nvar url = "index" + "_" + i + ".shtml";', ["index_1.shtml", "index_2.shtml"]),
    ],
)  # fmt: skip
def test_scripted_pagers_name_the_other_pages(script: str, expected: list[str]):
    assert turns(f"<script>{script}</script>") == expected


def test_a_later_page_does_not_name_itself():
    script = '<script>createPageHTML(3,1,"index","shtml")</script>'
    assert turns(script, LIST + "index_1.shtml") == ["index_2.shtml"]


def test_the_last_page_tells_all_pages_between():
    anchors = '<a href="list_48_2.html">下一页</a><a href="list_48_5.html">末页</a>'
    assert set(turns(anchors)) == {f"list_48_{number}.html" for number in range(2, 6)}
    counted_from_one = '<a href="list_48_1.html">2</a>' + anchors
    assert set(turns(counted_from_one)) == {f"list_48_{number}.html" for number in range(1, 6)}


def test_a_last_page_without_a_sample_beside_it_is_followed_alone():
    assert turns('<a href="archive2019.html">尾页</a>') == ["archive2019.html"]


@pytest.mark.parametrize("word", ["page", "pageIndex", "pageNo", "currPage", "pn"])
def test_pages_in_the_query_are_found(word: str):
    anchors = f'<a href="?{word}=2">2</a><a href="?{word}=3">&gt;</a><a href="?{word}=4">尾页</a>'
    assert set(turns(anchors)) == {f"?{word}={number}" for number in range(2, 5)}


@pytest.mark.parametrize(
    "anchors",
    [
        '<td><a href="?day=2025-04-17">17</a></td><td><a href="?day=2025-05">&gt;</a></td>',
        '<a href="?year=2025&month=5">下一页</a><a href="?y=2025&m=6">6</a>',
        '<a href="2025/05/">&gt;&gt;</a><a href="/rili/2025-05/17.html">17</a>',
        '<a href="/elsewhere/page.html">&raquo;</a>',
    ],
)
def test_calendars_beside_a_list_are_not_its_pages(anchors: str):
    assert turns(anchors) == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("var totalPage = 3; function go(n){location.href = 'list_' + n + '.html';}", ["list_2.html", "list_3.html"]),
        ('var pageCount=3;function go(n){window.location="?pageNo="+n;}', ["?pageNo=2", "?pageNo=3"]),
        ("pages: 3, url: 'index_' + n + '.html'", ["index_1.html", "index_2.html", "index_3.html"]),
    ],
)
def test_a_script_that_counts_pages_says_how_it_makes_their_addresses(script: str, expected: list[str]):
    assert turns(f"<script>{script}</script>") == expected


def test_the_number_of_pages_is_bounded():
    assert len(turns('<script>createPageHTML(999999999,0,"index","html")</script>')) == 20_000


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        ('<META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2024-01/05/node_2.htm">', "html/2024-01/05/node_2.htm"),
        ("<meta http-equiv=refresh content=\"0;url='html/2024-01/05/node_2.htm'\">", "html/2024-01/05/node_2.htm"),
        ('<script>window.location.href="html/2024-01/05/node_2.htm";</script>', "html/2024-01/05/node_2.htm"),
        ('<meta http-equiv="refresh" content="14.5;url=html/new.htm">', "html/new.htm"),
        (f"<noscript>{SEND}</noscript><li><a href=/a>春耕</a>", None),
        ('<script>if(/phone/.test(navigator.userAgent))location.href="/wap/"</script><a href=a.htm>春耕</a>', None),
        (
            '<script>if(/phone/.test(navigator.userAgent)){location="/wap/"}else{location="html/new.htm"}</script>',
            "html/new.htm",
        ),
        ('<script>location="html/new.htm"; if (navigator.userAgent) location = "/wap/"</script>', "html/new.htm"),
        ('<meta http-equiv="refresh" content="300">', None),
        ('<meta http-equiv="refresh" content="15;url=/">', None),
        ('<meta http-equiv="refresh" content="300;url=http://[/">', None),
        (f'<script>location.href="/login"</script><p>{"正文" * 150}</p>', None),
    ],
)
def test_a_shell_tells_where_it_sends(markup: str, target: str | None):
    found = find_refresh(page(markup, "http://paper.jyb.cn/zgjyb/"))
    assert found == (f"http://paper.jyb.cn/zgjyb/{target}" if target else None)


PRINTED = """<html><table><tr><td>第02版：<STRONG>民生</STRONG></td><td>
<a class=preart href=../04/node_2.htm>上一期</a> <a id=ed_next href=node_4.htm>下一版</a>
<a href=../../../images/2024-01/05/02/A02.pdf>PDF</a></td></tr></table>
<map name=PagePicMap><area coords="1,2,3,4" href="content_9_11.htm?div=-1"><area href="content_9_12.htm"></map>
<img usemap=#PagePicMap src=../../../images/2024-01/05/02/A02_b.jpg>
<div id=titleList><a href="content_9_11.htm">山村来了移动药房</a><a href=content_9_12.htm>春季防溺水提示</a></div>
<a id=pageLink href=./node_2.htm?v=1>第01版</a><a id=pageLink href=./node_3.htm>第02版</a>
<a id=pageLink href=node_4.htm>第03版</a>"""
NODE = "http://paper.jyb.cn/zgjyb/html/2024-01/05/node_3.htm"


def test_a_printed_page_gives_stories_sisters_issues_pdf_and_picture():
    printed = read_printed_page(page(PRINTED, NODE, "gb18030"))
    folder = NODE.removesuffix("node_3.htm")
    assert (printed.day, printed.number, printed.name) == ("2024-01-05", "02", "民生")
    assert printed.label == "第02版：民生"
    assert [(story.url, story.title) for story in printed.stories] == [
        (f"{folder}content_9_11.htm", "山村来了移动药房"),
        (f"{folder}content_9_12.htm", "春季防溺水提示"),
    ]
    assert printed.sisters == (f"{folder}node_4.htm", f"{folder}node_2.htm")
    assert printed.issues == ("http://paper.jyb.cn/zgjyb/html/2024-01/04/node_2.htm",)
    assert printed.pdf == "http://paper.jyb.cn/zgjyb/images/2024-01/05/02/A02.pdf"
    assert printed.picture == "http://paper.jyb.cn/zgjyb/images/2024-01/05/02/A02_b.jpg"


@pytest.mark.parametrize(
    ("printed", "story"),
    [
        ("html/2024-01/05/node_2.htm", "html/2024-01/05/content_144740_19048232.htm"),
        ("h5/html5/2026-01/13/node_1.htm", "h5/html5/2026-01/13/content_144748_19210000.htm"),
        ("pc/layout/202505/14/node_01.html", "pc/content/202505/14/content_314392.html"),
        ("html/2023-06/01/nbs.D110000renmrb_01.htm", "html/2023-06/01/nw.D110000renmrb_20230601_2-01.htm"),
    ],
)
def test_founder_addresses_old_and_new_are_known(printed: str, story: str):
    host = "http://paper.example/rb/"
    assert is_printed_page(host + printed)
    assert is_story(host + story)
    assert not is_story(host + printed)


def test_a_calendar_is_read_newest_first_and_without_impossible_entries():
    body = (
        "<period><period_date>2024-01-05</period_date><front_page>node_2.htm</front_page></period>"
        "<period><period_date>2024-01-12</period_date><front_page>node_2.htm</front_page></period>"
        "<period><period_date></period_date><front_page>../../../etc</front_page></period>"
    )
    days = [day for day, _ in read_calendar(body, "http://paper.jyb.cn/zgjyb/html/2024-01/period.xml")]
    assert days == ["2024-01-12", "2024-01-05"]


def test_twins_of_an_address_have_one_key():
    twins = [
        "http://www.liujiang.gov.cn/xxgk/",
        "https://www.liujiang.gov.cn/xxgk/index.shtml",
        "http://liujiang.gov.cn/xxgk/",
        "http://www.liujiang.gov.cn:80/xxgk/index.html;jsessionid=3F?v=1#top",
        "HTTP://WWW.LIUJIANG.GOV.CN//xxgk/?div=-1",
    ]
    assert len({address_key(twin) for twin in twins}) == 1


def test_pages_told_apart_by_a_query_keep_it():
    assert canonical("http://a.cn/show.aspx?id=7&v=1") == "http://a.cn/show.aspx?id=7"
    assert address_key("http://a.cn/index.jsp?id=7") != address_key("http://a.cn/?id=8")


def test_meta_null_is_nothing():
    assert (
        meta(page('<META NAME="columnname" content="null"><meta name=ColumnName content=" 柳江新闻 ">'), "ColumnName")
        == "柳江新闻"
    )


@pytest.mark.parametrize("body", [b"", b"\x00\xff\xfe", b"%PDF-1.4", b"<" * 5000, b"<!--", "　".encode()])
def test_what_is_no_page_has_no_rows_and_no_pages(body: bytes):
    opened = open_page(body, LIST, {})
    assert (read_rows(opened, TRS), read_pages(opened), find_refresh(opened)) == ((), (), None)


SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[2] / ".." / "shared"))
GOVERNMENT = SHARED / "pages" / "government"


@pytest.mark.skipif(not GOVERNMENT.is_dir(), reason="the shared pages are not here")
def test_a_real_list_whose_pager_is_written_by_a_script_is_read():
    folder = GOVERNMENT / "handan-list"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    opened = open_page((folder / "page.html").read_bytes(), "http://x.example/a/")
    found = [{"title": row.title, "href": row.url, "date": row.day} for row in read_rows(opened, NONE)]
    assert found == gold["items"]
    pages = read_pages(opened)
    assert pages == tuple(f"http://x.example/a/index_{number}.html" for number in range(1, gold["next"]["pages"]))


@pytest.mark.skipif(not GOVERNMENT.is_dir(), reason="the shared pages are not here")
def test_a_real_printed_page_is_read():
    folder = GOVERNMENT / "epaper-stdaily-node2"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    url = "http://paper.example/kjrb/html/2023-02/10/node_2.htm"
    printed = read_printed_page(open_page((folder / "page.html").read_bytes(), url))
    assert printed.label == gold["title"]
    assert [(story.title, story.url.rpartition("/")[2], story.day) for story in printed.stories] == [
        (item["title"], item["canonical_href"], item["date"]) for item in gold["items"]
    ]
    assert len(printed.sisters) == gold["next"]["boards"] - 1


@pytest.mark.parametrize(
    "token",
    [
        "9",
        "<div>",
        "<script",
        "<rss><item>",
        "<![CDATA[",
        "createPageHTML(",
        '{"a":',
        "columnid=",
        "<area href=a.htm>",
        "<li><a href=a.htm>x</a></li>",
    ],
)
def test_reading_stays_linear_in_the_length_of_a_hostile_page(token: str):
    def seconds(length: int) -> float:
        text = (token * (length // len(token) + 1))[:length].encode()
        started = time.process_time()
        opened = open_page(text, NODE)
        read_printed_page(opened)
        find_challenge(200, {}, text)
        find_soft_404(opened.text)
        for family in FAMILIES.values():
            family.list_turns(opened)
        read_rows(opened, TRS)
        return time.process_time() - started

    assert seconds(80_000) < 8 * seconds(20_000) + 0.5


def test_broken_pages_and_answers_are_read_without_an_exception():
    dice = random.Random(8)
    seeds = [PRINTED.encode("gb18030"), b'{"data": {"total": "9", "results": [{"url": 1, "title": null}]}}']
    seeds += [
        b'<script>createPageHTML(3,0,"index","shtml")</script><ul><li><a href="t20250416_1.shtml">x</a></li></ul>'
    ]
    addresses = [NODE, LIST, "http://a.cn/x?startrecord=a&columnid=1&unitid=2", "http://a.cn/x?paramJson=%7B"]
    addresses += ["http://a.cn/site/label/8888?pageIndex=x", "http://a.cn/common/search/1?page=x&_pageSize=0"]
    for _ in range(150):
        body = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 12)):
            place = dice.randrange(len(body) + 1)
            body[place : place + dice.randint(0, 3)] = dice.choice(
                [b"<", b'"', b"\x00", b"{", b"\xff", b"href=http://[", b'">']
            )
        opened = open_page(bytes(body), dice.choice(addresses))
        read_printed_page(opened)
        for family in FAMILIES.values():
            assert isinstance(family.list_turns(opened), tuple)
            assert isinstance(family.list_rows(opened), tuple)


def test_a_printed_page_is_a_sister_of_its_own_newspaper_only():
    url = "http://paper.example/rb/html/2025-04/16/node_2.htm"
    body = (
        '<a href="node_3.htm">第02版</a><a href="/wb/html/2025-04/16/node_2.htm">晚报</a>'
        '<a href="http://www.paper.example/rb/html/2025-04/16/node_4.htm">第03版</a>'
        '<a href="../15/node_2.htm">上一期</a><a href="/wb/html/2025-04/15/node_2.htm">晚报上一期</a>'
    )
    printed = read_printed_page(open_page(body.encode(), url))
    folder = "http://paper.example/rb/html/2025-04/"
    assert printed.sisters == (folder + "16/node_3.htm", folder.replace("//", "//www.") + "16/node_4.htm")
    assert printed.issues == (folder + "15/node_2.htm",)
