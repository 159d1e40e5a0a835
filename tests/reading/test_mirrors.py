"""Pages on a host that is not their site's are told; sites that lend each other pages are not."""

from __future__ import annotations

import pytest

from crawler.reading.injections import clean_tree
from crawler.reading.mirrors import PageFacts, judge_host, read_page_facts, real_host
from crawler.reading.page.tree import parse

PORTAL = ("www.shimen.gov.cn", "xxgk.shimen.gov.cn")


def facts_of(head: str, text: str = "") -> PageFacts:
    root = parse(f"<html><head>{head}</head><body>{text}</body></html>")
    assert root is not None
    return read_page_facts(root, text)


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
        '<link rel="canonical" href="http://www.shimen.gov.cn/a.shtml">'
    )
    assert facts_of(head, "湘ICP备05012345号-1") == PageFacts(
        "www.shimen.gov.cn", "www.shimen.gov.cn", "4307260001", "湘ICP备05012345号"
    )
    assert facts_of("", "网站标识码：bm12345678").site_code == "bm12345678"
    assert facts_of('<meta name="SiteDomain" content="www.shimen.gov.cn">').site_domain == "www.shimen.gov.cn"
    assert facts_of('<meta name="Url" content="http://[broken/">') == PageFacts()


@pytest.mark.parametrize(
    ("url", "facts", "why"),
    [
        ("http://www.80abc.cn/a.html", PageFacts(site_domain="www.shimen.gov.cn"), "names www.shimen.gov.cn"),
        ("http://www.80abc.cn/a.html", PageFacts(canonical="www.jyb.cn"), "names www.jyb.cn"),
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
        ("http://www.shimen.gov.cn/a.html", PageFacts(site_domain="shimen.gov.cn", canonical="xxgk.shimen.gov.cn")),
        ("http://www.shimen.gov.cn/a.html", PageFacts(site_domain="www.changde.gov.cn")),
        ("http://www.shimen.gov.cn/a.html", PageFacts(canonical="www.hunan.gov.cn")),
        ("http://www.jyb.cn/rmtzgjyb/202307/t20230707_2111066425.html", PageFacts(canonical="jyb.cn")),
        ("http://www.shimen.gov.cn.https.443.g0.ipv6.changde.gov.cn/a", PageFacts(site_domain="www.shimen.gov.cn")),
        ("http://127.0.0.1:8000/a.html", PageFacts(site_domain="www.shimen.gov.cn")),
        ("http://localhost/a.html", PageFacts(canonical="www.shimen.gov.cn")),
        ("http://a.example/a.html", PageFacts(canonical="www.shimen.gov.cn")),
        ("", PageFacts(canonical="www.shimen.gov.cn")),
        ("not an address", PageFacts(canonical="www.shimen.gov.cn")),
        ("http://www.lznews.com.cn/a.html", PageFacts()),
    ],
)
def test_pages_of_their_own_site_and_lent_pages_are_no_mirrors(url: str, facts: PageFacts) -> None:
    assert judge_host(url, facts) == []


def test_a_portals_own_hosts_decide_where_they_are_known() -> None:
    assert judge_host("http://xxgk.shimen.gov.cn/a", PageFacts(canonical="www.changde.gov.cn"), PORTAL) == []
    assert judge_host("http://www.shimen.gov.cn.https.443.g0.ipv6.changde.gov.cn/a", PageFacts(), PORTAL) == []
    (finding,) = judge_host("http://www.80abc.cn/a", PageFacts(), PORTAL)
    assert finding.excerpt == "no host of the portal"


def test_a_portals_site_code_or_icp_number_elsewhere_is_told() -> None:
    codes = ("4307260001", "湘ICP备05012345号")
    (finding,) = judge_host("http://www.80abc.cn/a", PageFacts(icp="湘ICP备05012345号"), PORTAL, codes)
    assert finding.excerpt == "carries 湘ICP备05012345号 of the portal"
    (finding,) = judge_host("http://www.80abc.cn/a", PageFacts(site_code="4307260001"), None, codes)
    assert finding.excerpt == "carries 4307260001 of the portal"


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
