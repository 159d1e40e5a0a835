"""Pages on a host that is not their site's are told; sites that lend each other pages are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.reading import PortalFacts, read_documents
from crawler.reading.injections import clean_tree
from crawler.reading.injections.mirrors import judge_host, real_host
from crawler.reading.injections.page_facts import PageFacts, read_page_facts
from crawler.reading.injections.strings import PageText
from crawler.reading.page.tree import parse

PORTAL = PortalFacts(frozenset({"shimen.gov.cn", "xxgk.shimen.gov.cn"}), "430726")
HERE = "http://www.shimen.gov.cn/a.html"
THERE = "http://www.80abc.cn/a.html"


def facts_of(head: str, text: str = "") -> PageFacts:
    source = f"<html><head>{head}</head><body>{text}</body></html>"
    root = parse(source)
    assert root is not None
    return read_page_facts(root, PageText(root, source))


@pytest.mark.parametrize(
    ("shown", "host"),
    [
        ("github.ex1.https.443.g0.ipv6.liuzhou.gov.cn", "github.com"),
        ("www.jyb.cn.http.80.g1.ipv6.liuzhou.gov.cn", "www.jyb.cn"),
        ("www.shimen.gov.cn.https.443.g0.ipv6.liuzhou.gov.cn", "www.shimen.gov.cn"),
        ("www.liuzhou.gov.cn", "www.liuzhou.gov.cn"),
        ("ipv6.liuzhou.gov.cn", "ipv6.liuzhou.gov.cn"),
        ("", ""),
    ],
)
def test_a_name_under_an_ipv6_gateway_is_taken_apart(shown: str, host: str) -> None:
    assert real_host(shown) == host


def test_what_a_page_says_of_its_site_is_read() -> None:
    head = (
        '<meta name="SiteDomain" content="https://www.shimen.gov.cn/"><meta name="SiteIDCode" content="4307260001">'
        '<meta name="Url" content="http://xxgk.shimen.gov.cn/a"><link rel="canonical" href="//m.shimen.gov.cn/a">'
    )
    assert facts_of(head, "湘ICP备05012345号-1 | 湘ICP备05012345号-2") == PageFacts(
        "m.shimen.gov.cn", ("www.shimen.gov.cn",), ("xxgk.shimen.gov.cn",), ("4307260001",), ("湘ICP备05012345号",)
    )
    assert facts_of('<meta name="SiteDomain" content="a.gov.cn,www.b.gov.cn">').domains == ("a.gov.cn", "www.b.gov.cn")
    assert facts_of('<meta name="Url" content="http://[broken/">') == PageFacts()


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("网站标识码：bm12345678", ("bm12345678",)),
        ("网站标识码 : <a href='http://pucha.kaipuyun.cn/?siteCode=1'><span>4307260001</span></a>", ("4307260001",)),
        ("政府网站标识码&nbsp;4307260001&nbsp;", ("4307260001",)),
        ("網站標識碼：4307260001", ("4307260001",)),
        ("网站标识码：43072600012", ()),
        ("网站标识码由十位数字组成，首六位为行政区划代码。咨询电话 4307260001", ()),
    ],
)
def test_a_printed_site_code_is_read_through_the_tags_around_it(printed: str, codes: tuple[str, ...]) -> None:
    assert facts_of("", printed).codes == codes


@pytest.mark.parametrize(
    ("url", "facts", "why"),
    [
        (THERE, PageFacts(domains=("www.shimen.gov.cn",)), "names www.shimen.gov.cn"),
        (THERE, PageFacts(hosts=("www.shimen.gov.cn",)), "names www.shimen.gov.cn"),
        (THERE, PageFacts("www.jyb.cn"), "gives an address of www.jyb.cn as its own"),
        (HERE, PageFacts("www.changde.gov.cn"), "gives an address of www.changde.gov.cn as its own"),
        (THERE, PageFacts(codes=("4307260001",)), "carries 4307260001 of a government site"),
        ("http://www.80abc.cn/rmtzgjyb/202307/t20230707_2111066425.html", PageFacts(), "path of jyb.cn"),
        ("http://www.80abc.cn/www_jyb_rmtzgjyb_202307_t20230707_2111066425.html", PageFacts(), "path of jyb.cn"),
        ("https://github.ex1.https.443.g0.ipv6.liuzhou.gov.cn/x", PageFacts(), "behind a gateway of another site"),
    ],
)
def test_mirrors_are_told_from_the_page_alone(url: str, facts: PageFacts, why: str) -> None:
    (finding,) = judge_host(url, facts)
    assert (finding.kind, finding.excerpt) == ("foreign-mirror", why)


def test_a_gateway_is_named_with_the_real_host() -> None:
    (finding,) = judge_host("https://github.ex1.https.443.g0.ipv6.liuzhou.gov.cn/x", PageFacts())
    assert finding.where == "host github.com behind github.ex1.https.443.g0.ipv6.liuzhou.gov.cn"


@pytest.mark.parametrize(
    ("url", "facts"),
    [
        (HERE, PageFacts("xxgk.shimen.gov.cn", ("shimen.gov.cn",))),
        (HERE, PageFacts(domains=("www.changde.gov.cn",))),
        (HERE, PageFacts(hosts=("www.hunan.gov.cn",))),
        (HERE, PageFacts(codes=("4307230001",), icps=("京ICP备05012345号",))),
        (HERE, PageFacts("a.example")),
        (HERE, PageFacts("www.xinhuanet.com")),
        ("http://www.jyb.cn/rmtzgjyb/202307/t20230707_2111066425.html", PageFacts("jyb.cn")),
        ("http://www.shimen.gov.cn.https.443.g0.ipv6.changde.gov.cn/a", PageFacts("www.shimen.gov.cn")),
        (HERE, PageFacts("www.shimen.gov.cn.https.443.g0.ipv6.changde.gov.cn")),
        ("http://127.0.0.1:8000/a.html", PageFacts(domains=("www.shimen.gov.cn",), codes=("4307260001",))),
        ("http://localhost/a.html", PageFacts("www.shimen.gov.cn")),
        ("http://a.example/a.html", PageFacts("www.shimen.gov.cn")),
        ("", PageFacts("www.shimen.gov.cn")),
        ("not an address", PageFacts("www.shimen.gov.cn")),
        ("http://www.lznews.com.cn/a.html", PageFacts(icps=("桂ICP备05012345号",))),
    ],
)
def test_pages_of_their_own_site_and_lent_pages_are_no_mirrors(url: str, facts: PageFacts) -> None:
    assert judge_host(url, facts) == []


def why_foreign(url: str, facts: PageFacts, portal: PortalFacts = PORTAL) -> list[str]:
    return [finding.excerpt for finding in judge_host(url, facts, portal)]


def test_a_portals_own_hosts_decide_where_they_are_known() -> None:
    assert why_foreign("http://xxgk.shimen.gov.cn/a", PageFacts(hosts=("www.changde.gov.cn",))) == []
    assert why_foreign("http://www.shimen.gov.cn.https.443.g0.ipv6.changde.gov.cn/a", PageFacts()) == []
    assert why_foreign(THERE, PageFacts()) == ["no host of the portal"]
    assert why_foreign("http://www.lixian.gov.cn/a", PageFacts()) == ["no host of the portal"]


def test_a_portals_site_code_or_icp_number_elsewhere_is_told() -> None:
    told = replace(PORTAL, codes=("湘ICP备05012345号",))
    assert why_foreign(THERE, PageFacts(codes=("4307260001",))) == ["carries 4307260001 of the portal"]
    assert why_foreign(THERE, PageFacts(icps=told.codes), told) == ["carries 湘ICP备05012345号 of the portal"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (PageFacts(codes=("3505240010",)), ["carries 3505240010 of another site"]),
        (PageFacts(codes=("bm01000001",)), ["carries bm01000001 of another site"]),
        (PageFacts(codes=("4310030001",), icps=("粤ICP备05012345号",)), ["carries 4310030001 of another site"]),
        (PageFacts(icps=("粤ICP备05012345号",)), ["carries 粤ICP备05012345号 of another site"]),
        (PageFacts("www.fjax.gov.cn"), ["gives an address of www.fjax.gov.cn as its own"]),
        (PageFacts("www.80abc.cn"), ["gives an address of www.80abc.cn as its own"]),
        (PageFacts(domains=("www.fjax.gov.cn",)), ["names www.fjax.gov.cn"]),
        (PageFacts(domains=("www.fjax.gov.cn",), icps=("湘ICP备05012345号",)), []),
        (PageFacts(domains=("www.fjax.gov.cn", "www.shimen.gov.cn")), []),
        (PageFacts(hosts=("www.fjax.gov.cn",)), []),
        # What a site's own pages carry: its code, a neighbour's from a template, its city's, its province's.
        (PageFacts(codes=("4307260001",)), []),
        (PageFacts(codes=("4307230001",)), []),
        (PageFacts(codes=("4307000013",)), []),
        (PageFacts(codes=("4300000001",)), []),
        (PageFacts(codes=("3505240010", "4307260001")), []),
        (PageFacts(codes=("3505240010",), icps=("湘ICP备05012345号",)), []),
        (PageFacts(icps=("湘ICP备05012345号", "粤ICP备05012345号")), []),
        # A report of sites that were closed names several; a character that no province has is no number's.
        (PageFacts(icps=("粤ICP备05012345号", "京ICP备05012345号")), []),
        (PageFacts(icps=("号ICP备05012345号",)), []),
    ],
)
def test_a_page_at_home_that_carries_another_sites_marks_is_told(facts: PageFacts, why: list[str]) -> None:
    assert why_foreign(HERE, facts) == why


def test_marks_that_the_portal_itself_prints_and_pages_of_the_whole_country_are_no_evidence() -> None:
    declared = replace(PORTAL, codes=("3712020001", "鲁ICP备05012345号"))
    assert why_foreign(HERE, PageFacts(codes=("3712020001",)), declared) == []
    assert why_foreign(HERE, PageFacts(icps=("鲁ICP备05012345号",)), declared) == []
    assert why_foreign(HERE, PageFacts(codes=("3505240010",)), declared) == ["carries 3505240010 of another site"]
    assert why_foreign(HERE, PageFacts(codes=("3505240010",)), replace(PORTAL, division_code="000000")) == []
    assert why_foreign(HERE, PageFacts(codes=("3505240010",)), replace(PORTAL, division_code=None)) == []


def test_a_municipalitys_counties_are_near_each_other() -> None:
    wuxi = PortalFacts(frozenset({"cqwx.gov.cn"}), "500238")
    assert why_foreign("http://www.cqwx.gov.cn/a", PageFacts(codes=("5001010001",)), wuxi) == []


def test_a_page_read_for_a_portal_is_flagged_with_the_document() -> None:
    page = (
        "<html><head><title>县里召开春耕会议</title></head><body><h1>县里召开春耕会议</h1>"
        "<p>县里昨日召开春耕备耕工作会议，部署种子和化肥的储备，要求各乡镇抓住晴好天气。</p>"
        "<div>网站标识码：<a>3505240010</a></div></body></html>"
    ).encode()
    (document,) = read_documents(page, HERE, portal=PORTAL)
    (finding,) = document.injections
    assert (finding.kind, finding.excerpt) == ("foreign-mirror", "carries 3505240010 of another site")
    assert finding.where == "host www.shimen.gov.cn"
    assert "召开春耕备耕工作会议" in document.text
    assert read_documents(page, HERE)[0].injections == ()


def test_spam_makes_weak_evidence_count() -> None:
    url = "http://www.80abc.cn/zwgk/202503/t20250312_1234567.shtml"
    assert judge_host(url, PageFacts()) == []
    assert judge_host(url, PageFacts(), forged=True)[0].excerpt == "path of a portal's article"
    page = (
        "<html><head></head><body>"
        + "".join(f'<{tag} id="f8jhm"></{tag}>' for tag in ("acronym", "tt", "sub", "kbd", "dfn"))
        + "<p>石门镇举行春耕培训，六十名种粮大户到场听课。</p></body></html>"
    )
    root = parse(page)
    assert root is not None
    assert [one.kind for one in clean_tree(root, url, page).findings] == ["tag-farm", "foreign-mirror"]
