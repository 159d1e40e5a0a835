"""Pages that stand on another host than the site they belong to."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.reading.injections.hosts import host_of, is_no_site, is_public_site, site_of
from crawler.reading.injections.kinds import FOREIGN_MIRROR, injection
from crawler.reading.patterns import pattern
from crawler.reading.values import Injection

_ICP = pattern(r"ICP备\d{8,10}号")
_PRINTED_CODE = pattern(r"(?:网站标识码|網站標識碼)\s*[：:]?\s*([Bb][Mm]\d{8}|\d{10})(?!\d)")
_CODE = pattern(r"bm\d{8}|\d{10}", re.I)
# github.ex1.https.443.g0.ipv6.liuzhou.gov.cn: the site's labels, its suffix, scheme, port, g<n>, then the gateway.
_GATEWAY = pattern(r"(?P<site>[a-z0-9.-]+)\.https?\.\d{1,5}\.g\d+\.ipv6\.[a-z0-9.-]+", re.I)
# Gateways number the suffixes; ex1 was seen for .com only, and the other numbers nowhere.
_SUFFIXES = {"ex1": "com"}
# Paths as the systems of portals and papers make them, whole or flattened into a file's name.
_ARTICLE_PATH = pattern(r"t20\d{6}_\d{5,}|art_\d+_\d{4,}|content_\d{5,}|post_\d{5,}", re.I)
_PATHS_OF_SITES = ((re.compile(r"rmtzgjyb[/_-]20\d{4}[/_-]t20\d{6}_\d+", re.I), "jyb.cn"),)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of the site it belongs to, hosts in lower case; None where it is silent."""

    site_domain: str | None = None
    canonical: str | None = None
    site_code: str | None = None
    icp: str | None = None


def read_page_facts(root: HtmlElement, text: str = "") -> PageFacts:
    """Return what the page *root*, which says *text*, tells of the site it belongs to.

    Without *text*, a code or an ICP number that is only printed is not looked for: it says nothing until it is held
    against a portal's own.
    """
    metas = {(m.get("name") or m.get("property") or "").lower(): (m.get("content") or "") for m in root.iter("meta")}
    canonical = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    named = (host_of(address) for address in (*canonical, metas.get("og:url", ""), metas.get("url", "")))
    domain = metas.get("sitedomain", "").strip()
    code = _CODE.fullmatch(metas.get("siteidcode", "").strip())
    icp = _ICP.search(text) if "ICP备" in text else None
    printed = _PRINTED_CODE.search(text) if "标识码" in text or "標識碼" in text else None
    return PageFacts(
        host_of(domain) or host_of("//" + domain) or None,
        next(filter(None, named), None),
        code.group() if code else printed.group(1) if printed else None,
        text[icp.start() - 1 : icp.end()] if icp and icp.start() else None,  # with the province before it
    )


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
    url: str,
    facts: PageFacts,
    portal_hosts: Collection[str] | None = None,
    portal_codes: Collection[str] = (),
    *,
    forged: bool = False,
) -> list[Injection]:
    """Return a ``foreign-mirror`` finding where the page at *url* stands on a host that is not its site's.

    *portal_hosts* are the hosts of the portal that is crawled; *portal_codes* its site code and ICP number, which a
    mirror carries along; *forged* says that the page holds spam, which makes weak evidence count. Nothing is said of
    hosts that are no public site, unless the page is *forged*. At most one finding is returned: the strongest.
    """
    shown = host_of(url)
    host = real_host(shown)
    if is_no_site(host) and not forged:
        return []
    where = f"host {host}" + (f" behind {shown}" if host != shown else "")
    sites = {site_of(one.lower()) for one in portal_hosts or ()}
    for why in _reasons(host, shown, url, facts, sites, portal_codes, forged):
        return [injection(FOREIGN_MIRROR, why, where)]
    return []


def _reasons(
    host: str,
    shown: str,
    url: str,
    facts: PageFacts,
    sites: set[str],
    codes: Collection[str],
    forged: bool,
) -> list[str]:
    site = site_of(host)
    if site in sites:
        return []
    found = [f"carries {code} of the portal" for code in (facts.site_code, facts.icp) if code and code in codes]
    if forged or not is_public_site(host):  # public bodies lend each other pages and templates
        named = (one for one in (facts.canonical, facts.site_domain) if one and not is_no_site(one))
        found += [f"names {one}" for one in named if site_of(one) != site]
    path = urlsplit(url).path
    found += [f"path of {owner}" for pattern, owner in _PATHS_OF_SITES if pattern.search(path) and site != owner]
    if sites:
        found.append("no host of the portal")
    if host != shown and not is_public_site(host):
        found.append("behind a gateway of another site")
    if forged and not is_public_site(host) and _ARTICLE_PATH.search(path):
        found.append("path of a portal's article")
    return found
