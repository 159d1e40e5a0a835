"""What spammers put into a page is found and dropped; what portals hide for reasons of their own stays."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from crawler.reading import read_documents
from crawler.reading.encoding import decode
from crawler.reading.injections import Cleaning, clean_tree, strip_farms
from crawler.reading.injections.kinds import KINDS
from crawler.reading.tree import parse

SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[3] / "shared"))
URL = "http://www.shimen.gov.cn/xwzx/202503/t20250312_1234567.shtml"
ARTICLE = """<h1>石门镇举行春耕培训</h1><div class="TRS_Editor">
<p>3月12日，石门镇在梅林村举行春耕培训，六十名种粮大户到场听课。</p>
<p>农技人员讲解了集中育秧和水肥管理的要领，并到田边示范。</p><p>全镇计划种植早稻一万二千亩。</p></div>"""
LINKS = "".join(
    f'<a href="http://www.bet{n}{n}8.com/">{text}</a>'
    for n, text in enumerate(("百家乐投注平台", "六合彩开奖直播", "棋牌游戏下载", "真人娱乐城"))
)


def page(extra: str = "", title: str = "石门镇举行春耕培训_石门县人民政府", head: str = "", body: str = "") -> str:
    top = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"{top}<body {body}>{extra}{ARTICLE}</body></html>"


def clean(text: str, url: str = URL) -> tuple[HtmlElement, Cleaning]:
    root = parse(text)
    assert root is not None
    return root, clean_tree(root, url, text)


def kinds(text: str, url: str = URL) -> set[str]:
    return {one.kind for one in clean(text, url)[1].findings}


FARMS = {
    "not displayed": f'<div style="display:none">{LINKS}</div>',
    "not visible": f'<p style="visibility: hidden">{LINKS}</p>',
    "hidden by attribute": f"<section hidden>{LINKS}</section>",
    "off the left edge": f'<div style="position:absolute; left:-9999px">{LINKS}</div>',
    "above the top": f'<div style="position:absolute;top:-1200px;">{LINKS}</div>',
    "indented away": f'<div style="text-indent:-9999px">{LINKS}</div>',
    "no font size": f'<div style="font-size:0px">{LINKS}</div>',
    "a speck of a marquee": f'<marquee height="1" width="4" scrollamount="5000">{LINKS}</marquee>',
    "a racing marquee": f'<marquee scrollamount="30000">{LINKS}</marquee>',
    "same colour": f'<div style="color:#fff;background-color:#ffffff">{LINKS}</div>',
    "behind the page": f'<div style="position:absolute;z-index:-1">{LINKS}</div>',
    "no height": f'<div style="height:0;overflow:hidden">{LINKS}</div>',
    "clipped": f'<div style="position:absolute;clip:rect(0,0,0,0)">{LINKS}</div>',
    "transparent": f'<div style="opacity:0">{LINKS}</div>',
    "by a class": f"<style>.zx9 {{ display: none }}</style><div class=zx9>{LINKS}</div>",
    "by an id": f"<style>#a, #q7 {{left:-5000px;position:absolute}}</style><div id=q7>{LINKS}</div>",
    "each link by itself": LINKS.replace("<a ", '<a style="display:none" '),
    "written by a script": f"<script>document.write('<div style=\"display:none\">{LINKS}</div>')</script>",
    "written by a script around them": (
        "<script>document.writeln(\"<div style='display:none'>\")</script>"
        + LINKS
        + '<script>document.write("</div>")</script>'
    ),
    "nested in a folded page": f'<div style="display:none"><div><span>{LINKS}</span></div></div>',
}


@pytest.mark.parametrize("how", FARMS)
def test_hidden_link_farms_are_found_and_dropped(how: str) -> None:
    root, cleaning = clean(page(FARMS[how], body='bgcolor="#ffffff"'))
    assert {one.kind for one in cleaning.findings} == {"hidden-links"}
    assert not [a for a in root.iter("a") if "bet" in a.get("href", "")]
    assert "春耕培训" in root.text_content()
    assert "百家乐" not in root.text_content()


@pytest.mark.parametrize("how", FARMS)
def test_no_hidden_link_gets_into_a_document(how: str) -> None:
    inside = page().replace("<p>农技", FARMS[how] + "<p>农技")
    (document,) = read_documents(inside.encode(), URL)
    everything = "".join(
        [document.title or "", document.text, *document.captions, *(a.url for a in document.attachments)]
    )
    assert "百家乐" not in everything
    assert "bet" not in everything
    assert "六十名种粮大户" in document.text
    assert "hidden-links" in {one.kind for one in document.injections}


HIDDEN_BY_PORTALS = {
    "a menu": '<ul class="sub" style="display:none"><li><a href="/zwgk/">政务公开</a></li>'
    '<li><a href="/xw/">新闻</a></li></ul>',
    "a share box": '<div class="share" style="display:none"><a href="http://service.weibo.com/share.php">微博</a>'
    '<a href="http://sns.qzone.qq.com/">QQ空间</a><a href="http://widget.renren.com/">人人网</a></div>',
    "a list of friends": '<ul id="links" style="display:none"><li><a href="http://www.hunan.gov.cn/">省政府</a></li>'
    '<li><a href="http://www.changde.gov.cn/">市政府</a></li><li><a href="http://www.rednet.cn/">红网</a></li>'
    '<li><a href="http://www.smxww.com/">石门新闻网</a></li></ul>',
    "a list of local firms": '<select style="visibility:hidden"><option>企业</option></select><ul style="display:none">'
    + "".join(f'<li><a href="http://www.smfirm{n}.com/">石门某某茶业</a></li>' for n in range(5))
    + "</ul>",
    "a print twin": '<div id="print" style="display:none"><p>3月12日，石门镇在梅林村举行春耕培训。</p></div>',
    "a counter": "<script>document.write('<script src=\"https://hm.baidu.com/hm.js?1\"><\\/script>')</script>",
    "a hidden counter": "<div style='display:none'><script>document.write(unescape("
    "'%3Cscript src=\"//s11.cnzz.com/z.js\"%3E%3C/script%3E'))"
    "</script><a href='http://www.cnzz.com/stat/'>站长统计</a></div>",
    "a phone redirect": "<script>if(/Android|iPhone/i.test(navigator.userAgent))"
    "{window.location.href='http://m.shimen.gov.cn/';}</script>",
    "search engines told": "<script>(function(){var bp=document.createElement('script');var r=document.referrer;"
    "if(!/baidu\\.com/.test(window.location.href)){bp.src='//push.zhanzhang.baidu.com/push.js'}})();</script>",
    "an old browser's warning": '<div id="ie" style="display:none">请下载安装'
    '<a href="https://www.firefox.com.cn/">火狐浏览器</a></div>',
    "a layer off the screen": '<div style="left:-400px;position:absolute"><a href="/login">登录</a>'
    '<a href="http://zwfw.hunan.gov.cn/">办事</a></div>',
    "an image of one pixel": '<img src="/c.gif" style="width:1px;height:1px">'
    '<iframe style="display:none" src="/visit.jsp"></iframe>',
}


@pytest.mark.parametrize("what", HIDDEN_BY_PORTALS)
def test_what_portals_hide_for_their_own_reasons_stays(what: str) -> None:
    root, cleaning = clean(page(HIDDEN_BY_PORTALS[what]))
    before = parse(page(HIDDEN_BY_PORTALS[what]))
    assert before is not None
    assert cleaning == Cleaning()
    assert root.text_content() == before.text_content()
    assert len(list(root.iter("a"))) == len(list(before.iter("a")))


def test_a_keyword_title_makes_way_for_the_articles_own() -> None:
    spam = "亚洲精品视频,国产在线观看,免费大片,久久综合"
    head = f'<meta name="keywords" content="{spam}"><meta name="description" content="{spam}">'
    text = page(f"<p>{spam}</p>", title=spam, head=head)
    (document,) = read_documents(text.encode(), URL)
    assert document.title == "石门镇举行春耕培训"
    assert "久久" not in document.text
    found = [one for one in document.injections if one.kind == "keyword-title"]
    assert [one.where for one in found] == ["title", "meta keywords", "meta description"]
    assert found[0].excerpt == spam


def test_a_title_written_as_entities_is_told_from_an_editors() -> None:
    def entities(text: str) -> str:
        return "".join(f"&#{ord(c)};" for c in text)

    assert "encoded-title" in kinds(page(title=entities("亚洲精品视频,国产在线观看,免费大片,久久综合")))
    assert kinds(page(title=entities("石门镇举行春耕培训_石门县人民政府"))) == set()


@pytest.mark.parametrize(
    "title",
    [
        "石门镇举行春耕培训_石门新闻_石门县人民政府门户网站",
        "石门镇举行春耕培训-春耕-农业-要闻",
        "石门县公安局：打击赌博、清查棋牌室,一季度战果_石门县",
        "",
    ],
)
def test_titles_of_several_terms_are_titles(title: str) -> None:
    assert kinds(page(title=title)) == set()


def test_tags_of_a_random_id_are_dropped_and_what_they_hold_is_kept() -> None:
    farm = "".join(f'<{tag} id="f8jhm"></{tag}>' for tag in ("acronym", "legend", "sub", "abbr", "tt", "kbd"))
    root, cleaning = clean(page(farm + '<ol id="f8jhm"><li>').replace("</body>", "</ol></body>"))
    assert [one.kind for one in cleaning.findings] == ["tag-farm"]
    assert cleaning.findings[0].where.startswith("7 tags")
    assert root.xpath("//*[@id='f8jhm']") == []
    assert "六十名种粮大户" in root.text_content()


def test_ids_that_a_template_repeats_are_no_farm() -> None:
    menu = "".join(f'<li id="menu{n}"><a id="a{n}" href="/">新闻</a></li>' for n in range(9))
    twice = '<div id="news1"></div><div id="news1"></div><div id="news1"></div><div id="news1"></div>'
    assert kinds(page(f"<ul>{menu}</ul>{twice}")) == set()


REDIRECT = """var s=document.referrer;if(s.indexOf("baidu")>0||s.indexOf("sogou")>0||s.indexOf("so.com")>0)
{window.location.href="https://www.ty%d.com/";}"""


def test_scripts_that_send_away_who_comes_from_a_search_engine_are_found() -> None:
    root, cleaning = clean(page(f"<script>{REDIRECT % 8}</script>"))
    assert [one.kind for one in cleaning.findings] == ["script-redirect"]
    assert not [s for s in root.iter("script") if s.text]


def test_scripts_that_hide_behind_codes_are_read() -> None:
    codes = ",".join(str(ord(c)) for c in REDIRECT % 8)
    assert kinds(page(f"<script>eval(String.fromCharCode({codes}))</script>")) == {"script-redirect"}
    escaped = "".join(f"\\x{ord(c):02x}" for c in REDIRECT % 8)
    assert kinds(page(f'<script>eval("{escaped}")</script>')) == {"script-redirect"}


def test_every_kind_is_one_of_a_fixed_vocabulary() -> None:
    text = page(FARMS["not displayed"] + f"<script>{REDIRECT % 8}</script>", title="国产大片,在线观看,免费视频,久久")
    assert kinds(text) <= set(KINDS)
    assert len(kinds(text)) == 3


def test_long_excerpts_are_cut() -> None:
    _, cleaning = clean(page(f'<div style="display:none">{LINKS * 40}</div>'))
    assert max(len(one.excerpt) for one in cleaning.findings) <= 200


@pytest.mark.parametrize(
    "junk",
    [
        '<acronym id="f8jhm"></acronym><sub id="f8jhm"><ol id="f8jhm"></ol></sub>\n',
        '<a href="http://www.x1.com/" style="display:none">棋牌</a>',
        '<div style="display:none"><p class="a b c">',
        "<p>，？！。發(fā)展</p>",
        "<script>document.write('<div style=\"display:none\">')</script>",
    ],
)
def test_a_page_of_megabytes_of_junk_is_read_in_seconds(junk: str) -> None:
    text = page(junk * (2_500_000 // len(junk)) if "發" not in junk else junk * 4000)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(text.encode(), parser=parser)
    start = time.process_time()
    clean_tree(root, URL, text)
    assert time.process_time() - start < 12


def test_a_farm_too_large_to_be_parsed_is_stripped_before() -> None:
    farm = '<acronym id="f8jhm"></acronym><sub id="f8jhm"><ol id="f8jhm"></ol></sub>\n' * 66_000
    start = time.process_time()
    stripped, found = strip_farms(page(farm))
    assert time.process_time() - start < 10
    assert [one.kind for one in found] == ["tag-farm"]
    assert found[0].where == "198000 tags"
    assert "".join(stripped.split()) == "".join(page().split())
    assert strip_farms(page()) == (page(), [])


def shared_pages() -> list[Path]:
    return sorted((SHARED / "pages").glob("*/*/page.html")) if SHARED.is_dir() else []


def test_genuine_pages_are_neither_flagged_nor_changed() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"no shared pages at {SHARED}")
    flagged: list[str] = []
    for path in shared_pages():
        gold = json.loads((path.parent / "gold.json").read_text("utf-8"))
        if gold.get("spam"):
            continue
        text = decode(path.read_bytes(), None).text
        root, before = parse(text), parse(text)
        assert root is not None
        assert before is not None
        cleaning = clean_tree(root, gold.get("url") or "http://www.a.gov.cn/", text)
        if cleaning != Cleaning() or root.text_content() != before.text_content():
            flagged.append(path.parent.name)
    assert flagged == []
