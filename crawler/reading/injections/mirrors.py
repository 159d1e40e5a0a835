"""Pages that stand on another host than the site they belong to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crawler.reading.injections.hosts import address_path, host_of, is_no_site, is_public_site, site_of
from crawler.reading.injections.kinds import FOREIGN_MIRROR, injection
from crawler.reading.injections.page_facts import PageFacts
from crawler.reading.patterns import pattern
from crawler.reading.values import Injection, PortalFacts

# The characters that ICP numbers of a province begin with, by the first two digits of its division code.
_PROVINCES = dict(
    re.findall(
        r"(\d\d) (\w+)",
        "11 京 12 津 13 冀 14 晋 15 蒙 21 辽 22 吉 23 黑 31 沪 32 苏 33 浙 34 皖 35 闽 36 赣 37 鲁 41 豫 42 鄂 43 湘 "
        "44 粤 45 桂 46 琼 50 渝 51 川蜀 52 贵黔 53 云滇 54 藏 61 陕秦 62 甘陇 63 青 64 宁 65 新",
    )
)
_PROVINCE_MARKS = frozenset("".join(_PROVINCES.values()))
# Counties were moved between the halves of these, and were given other codes with that.
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
# github.ex1.https.443.g0.ipv6.liuzhou.gov.cn: the site's labels, its suffix, scheme, port, g<n>, then the gateway.
_GATEWAY = pattern(r"(?P<site>[a-z0-9.-]+)\.https?\.\d{1,5}\.g\d+\.ipv6\.[a-z0-9.-]+", re.I)
# Gateways number the suffixes; ex1 was seen for .com only, and the other numbers nowhere.
_SUFFIXES = {"ex1": "com"}
# Paths as the systems of portals and papers make them, whole or flattened into a file's name.
_ARTICLE_PATH = pattern(r"t20\d{6}_\d{5,}|art_\d+_\d{4,}|content_\d{5,}|post_\d{5,}", re.I)
_PATHS_OF_SITES = ((re.compile(r"rmtzgjyb[/_-]20\d{4}[/_-]t20\d{6}_\d+", re.I), "jyb.cn"),)


def real_host(host: str) -> str:
    """Return the host that *host* stands for: another one where it is a name under an IPv6 gateway.

    >>> real_host("github.ex1.https.443.g0.ipv6.liuzhou.gov.cn"), real_host("www.liuzhou.gov.cn")
    ('github.com', 'www.liuzhou.gov.cn')
    """
    match = _GATEWAY.fullmatch(host)
    if not match:
        return host.lower()
    labels = match.group("site").lower().split(".")
    return ".".join([*labels[:-1], _SUFFIXES.get(labels[-1], labels[-1])])


def judge_host(
    url: str, facts: PageFacts, portal: PortalFacts | None = None, *, forged: bool = False
) -> list[Injection]:
    """Return a ``foreign-mirror`` finding where the page at *url* is not its site's, or says that it is another's.

    *portal* is the portal that the page should belong to, where one is known; *forged* says that the page holds spam,
    which makes weak evidence count. Nothing is said of hosts that are no public site, unless the page is *forged*. At
    most one finding is returned: the strongest.
    """
    shown = host_of(url)
    host = real_host(shown)
    if is_no_site(host) and not forged:
        return []
    where = f"host {host}" + (f" behind {shown}" if host != shown else "")
    for why in _reasons(host, shown, url, facts, portal or PortalFacts(), forged):
        return [injection(FOREIGN_MIRROR, why, where)]
    return []


def _reasons(host: str, shown: str, url: str, facts: PageFacts, portal: PortalFacts, forged: bool) -> Iterator[str]:
    """Why the page is a mirror, the strongest reason first."""
    site, sites = site_of(host), {site_of(one) for one in portal.hosts}
    is_home, is_public = site in sites, is_public_site(host)
    if not is_home:
        yield from (f"carries {mark} of the portal" for mark in (*facts.codes, *facts.icps) if _is_of(mark, portal))
    yield from (f"carries {mark} of another site" for mark in foreign_marks(facts, portal))
    # Without a portal's word a host may be any: what says that it stands at a news agency's may stand there.
    judged = sites or not is_public or is_public_site(facts.canonical or "")
    if facts.canonical and judged and _is_other(facts.canonical, sites | {site}):
        yield f"gives an address of {facts.canonical} as its own"
    if is_home:
        if facts.domains and all(_is_other(one, sites) for one in facts.domains):
            yield from (f"names {one}" for one in facts.domains if not _carries_own_mark(facts, portal))
        return
    if forged or not is_public:  # public bodies lend each other pages and templates
        yield from (
            f"names {one}" for one in (facts.canonical, *facts.domains, *facts.hosts) if one and _is_other(one, {site})
        )
    if not is_public and not sites:  # government sites stand under gov.cn, and no others have such a code
        yield from (f"carries {code} of a government site" for code in facts.codes)
    path = address_path(url)
    yield from (f"path of {owner}" for path_of, owner in _PATHS_OF_SITES if path_of.search(path) and site != owner)
    if sites:
        yield "no host of the portal"
    if host != shown and not is_public:
        yield "behind a gateway of another site"
    if forged and not is_public and _ARTICLE_PATH.search(path):
        yield "path of a portal's article"


def _is_other(host: str, sites: Collection[str]) -> bool:
    return not is_no_site(host) and site_of(real_host(host)) not in sites


def _is_of(mark: str, portal: PortalFacts) -> bool:
    """Whether a site code or ICP number is the very portal's, and no neighbour's."""
    return mark in portal.codes or (mark.isdigit() and mark[:6] == portal.division_code)


def foreign_marks(facts: PageFacts, portal: PortalFacts) -> Sequence[str]:
    """Return the site codes or ICP number on a page that only another site than *portal* has reason to carry.

    One mark of its own acquits a page: templates are copied with a neighbour's code in them. So does the code of any
    site of the same prefecture or above it, since counties are renumbered and served by their city's systems. Several
    ICP numbers on a page are what it reports of.
    """
    if _province(portal) is None or _carries_own_mark(facts, portal):
        return ()
    icps = [icp for icp in facts.icps if icp[0] in _PROVINCE_MARKS]
    return facts.codes or (icps if len(icps) == 1 else ())


def _province(portal: PortalFacts) -> str | None:
    """The characters that ICP numbers of the portal's province begin with; None for a portal of the whole country."""
    return _PROVINCES.get((portal.division_code or "")[:2])


def _carries_own_mark(facts: PageFacts, portal: PortalFacts) -> bool:
    province, division = _province(portal) or "", portal.division_code or ""
    if any(mark in portal.codes for mark in (*facts.codes, *facts.icps)):
        return True
    return any(_is_near(code, division) for code in facts.codes) or any(icp[0] in province for icp in facts.icps)


def _is_near(code: str, division: str) -> bool:
    """Whether the site with *code* lies in the prefecture of *division*, or one of them is above the other.

    >>> _is_near("4502210001", "450206"), _is_near("4500000123", "450206"), _is_near("4307230001", "450206")
    (True, True, False)
    """
    if code[:2] != division[:2]:
        return False
    return code[2:4] == division[2:4] or "00" in (code[2:4], division[2:4]) or code[:2] in _MUNICIPALITIES
