"""What a page says of the site it belongs to: its addresses, its site code, its ICP number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.reading.injections.hosts import host_of
from crawler.reading.injections.strings import PageText
from crawler.reading.patterns import pattern

# Without the character of its province before it, which is cheaper to look at where a number was found.
_ICP = pattern(r"ICP[备備](\d{8,10})[号號]")
# 国办发〔2017〕47号: ten digits, of which six are the division's (GB/T 2260), or bm and eight for what is the State's.
_CODE = pattern(r"bm\d{8}|\d{10}", re.I)
_BEHIND = pattern(r"(?:[\s：:]|&\w{1,6};|</?\w[^<>]{0,300}>){0,12}(bm\d{8}|\d{10})(?!\d)", re.I)


class PageFacts(NamedTuple):
    """What a page says of the site it belongs to, hosts in lower case.

    These are the host of its *canonical* address, the *domains* of its site, the *hosts* of other addresses it gives
    for itself, and the site *codes* and ICP numbers it carries.
    """

    canonical: str | None = None
    domains: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    icps: tuple[str, ...] = ()


def read_page_facts(root: HtmlElement, text: PageText) -> PageFacts:
    """Return what the page *root*, which says *text*, tells of the site it belongs to."""
    metas = {
        (m.get("name") or m.get("property") or "").lower(): (m.get("content") or "") for m in text.elements["meta"]
    }
    head = root.find("head")
    canonical = [
        link.get("href", "")
        for link in (root if head is None else head).iter("link")
        if link.get("rel", "").lower() == "canonical"
    ]
    addresses = (metas.get("og:url", ""), metas.get("url", ""))
    code = _CODE.fullmatch(metas.get("siteidcode", "").strip())
    return PageFacts(
        next(filter(None, map(host_of, canonical)), None),
        _distinct(_hosts(metas.get("sitedomain", ""))),
        _distinct(map(host_of, addresses)),
        _distinct(one.lower() for one in ([code.group()] if code else []) + _printed_codes(text)),
        _distinct(_printed_icps(text)),
    )


def _printed_codes(text: PageText) -> list[str]:
    """The codes behind 标识码, which is sought first where all but Chinese is left out: in a tenth of the page."""
    found = []
    for word in ("标识码", "標識碼"):
        at = text.rough.find(word) if word in text.hanzi else -1
        while at >= 0:
            code = _BEHIND.match(text.rough, at + len(word))
            found += [code[1]] if code else []
            at = text.rough.find(word, at + len(word))
    return found


def _printed_icps(text: PageText) -> Iterator[str]:
    if "备号" in text.hanzi or "備號" in text.hanzi:  # nothing but digits stands between
        for found in _ICP.finditer(text.rough):
            yield f"{text.rough[found.start() - 1 : found.start()]}ICP备{found[1]}号"


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, found)))


def _hosts(domains: str) -> list[str]:
    """The hosts that a SiteDomain names: sites that were renamed name two."""
    return [host_of(one) or host_of("//" + one) for one in re.split(r"[\s,，;；、]+", domains)]
