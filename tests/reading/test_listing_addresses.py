"""One address for one page: whatever a portal links to, and whatever form of it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crawler.families.base.scope import Scope
from crawler.families.detection import FAMILIES
from crawler.reading.listing import address_key, bare_host, canonical

HOME = "http://www.lixian.example/"
# An article's address as each system forms it.
ARTICLES = {
    "trs": "/xwzx/202504/t20250416_1125437.shtml",
    "hanweb": "/art/2025/4/16/art_1543973_58942886.html",
    "vsb": "/info/1001/2345.htm",
    "ucap": "/lixian/c100001/202504/9c059bf058ef4db8b3c8f920e22186fe.shtml",
    "gkmlpt": "/gkmlpt/content/8/8123/post_8123456.html",
    "lonsun": "/public/6600111/8123456.html",
    "sudy": "/2025/0416/c123a4567/page.htm",
    "numbered": "/zwgk/2025/0416/7267.html",
    "founder_old": "/szb/html/2025-04/16/content_9_11.htm",
    "founder_new": "/szb/pc/content/202504/16/content_314392.html",
    "pdf_paper": "/szb/resfile/2025-04-16/01/01.pdf",
    "generic": "/show.aspx?id=77",
}
# Forms of an address that only one system has, by what they are made of.
OWN = {
    "trs": [("t20250416_1125437.", "t20250416_1125437_wap."), ("t20250416_1125437.", "t20250416_1125437_print.")],
    "hanweb": [(".html", ".html?xxgkhide=1")],
    "vsb": [
        ("/info/1001/2345.htm", "/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1001&wbnewsid=2345"),
        ("/info/1001/2345.htm", "/content.jsp?wbnewsid=2345&urltype=news.NewsContentUrl&wbtreeid=1001"),
    ],
    "gkmlpt": [("/post_", "/mpost_")],
    "sudy": [("page.htm", "page.psp"), ("/2025/0416/c123a4567/page.htm", "/_s12/2025/0416/c123a4567/page.psp")],
}
MARKS = ["div=-1", "div=0", "v=1", "print=1", "mobile=1", "from=timeline", "isappinstalled=0", "utm_source=wx"]
SESSIONS = ["", ";jsessionid=0A1B2C3D4E5F", ";JSESSIONID=ab.node1"]
HOSTS = ["www.lixian.example", "lixian.example", "m.lixian.example", "WWW.LIXIAN.EXAMPLE", "www.lixian.example:80"]

pieces = st.text(st.sampled_from("abz019._-~/?&=#;:%@ 县[]+*'\""), max_size=40)
hosts = st.sampled_from(
    [*HOSTS, "a.cn", "[::1]", "[::1]:8080", "user@a.cn", "10.1.2.3:99999", "m.cn", "www.m.cn", "m.www.a.cn"]
)


@given(
    scheme=st.sampled_from(["http", "https", "HTTP"]),
    host=hosts,
    rest=pieces,
    home=st.sampled_from([None, HOME, "https://lixian.example/"]),
)
@example(scheme="http", host="a.cn", rest="/?&&x=1&", home=None)
@example(scheme="http", host="a.cn", rest="//;jsessionid=1//", home=None)
@settings(max_examples=600, deadline=None)
def test_what_is_canonical_stays_as_it_is(scheme: str, host: str, rest: str, home: str | None):
    url = f"{scheme}://{host}/{rest}"
    once = canonical(url, home)
    assert canonical(once, home) == once
    assert address_key(once) == address_key(canonical(once))
    assert address_key(canonical(url)) == address_key(url)
    assert "#" not in once
    assert urlsplit(once).scheme in ("http", "https")


@pytest.mark.parametrize("family", ARTICLES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_twins_of_an_article_have_one_address(family: str, data: st.DataObject):
    spider, path = FAMILIES[family], ARTICLES[family]
    before, after = data.draw(st.sampled_from([("", ""), *OWN.get(family, [])]))
    twin = path.replace(before, after) if before else path
    place, _, query = twin.partition("?")
    marks = data.draw(st.lists(st.sampled_from(MARKS), max_size=3, unique=True))
    words = "&".join([query, *marks] if query else marks)
    session = data.draw(st.sampled_from(SESSIONS))
    fragment = data.draw(st.sampled_from(["", "#", "#top"]))
    scheme, host = data.draw(st.sampled_from(["http", "https"])), data.draw(st.sampled_from(HOSTS))
    url = f"{scheme}://{host}{place}{session}{'?' if words else ''}{words}{fragment}"
    assert Scope([HOME], spider.plain_address).one_address(url) == HOME.rstrip("/") + path


@pytest.mark.parametrize(
    "name", ["", "index.html", "index.shtml", "INDEX.HTM", "default.aspx", "index.jsp", "index.php"]
)
def test_a_folder_and_its_index_page_are_one(name: str):
    assert address_key(f"https://lixian.example/zwgk/{name}") == address_key(HOME + "zwgk/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/show.aspx?id=7", "/show.aspx?id=8"),
        ("/show.aspx?type=1", "/show.aspx?type=2"),
        ("/list?page=1", "/list?page=2"),
        ("/a.html", "/A.html"),
        ("/a", "/a/"),
        ("/a.html?from=county", "/a.html?from=city"),
        ("/a.html?v=2", "/a.html?v=3"),
    ],
)
def test_different_pages_stay_different(one: str, other: str):
    assert canonical(HOME.rstrip("/") + one) != canonical(HOME.rstrip("/") + other)
    assert address_key(HOME.rstrip("/") + one) != address_key(HOME.rstrip("/") + other)


@pytest.mark.parametrize(
    ("host", "bare"),
    [
        ("www.a.gov.cn", "a.gov.cn"),
        ("m.a.gov.cn", "a.gov.cn"),
        ("wap.a.cn", "a.cn"),
        ("m.cn", "m.cn"),
        ("mm.a.cn", "mm.a.cn"),
    ],
)
def test_hosts_for_telephones_are_the_portals_own(host: str, bare: str):
    assert bare_host(f"http://{host}/") == bare
