"""What of the web belongs to a portal, and what of it was asked for already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from urllib.parse import urlsplit

import tldextract

from crawler.reading.listing import address_key, bare_host, canonical

# Calendars, searches, mailboxes and forms: pages without end that hold no article.
_TRAP = re.compile(
    r"/jact/|/search(?:\.\w+)?/?(?:\?|$)|/irs/front/|/interview/|/login|/logout|/register|/calendar(?:\.\w+)?/?\?|[?&](?:calendar|keyword|searchword)=",
    re.I,
)
_LONGEST = 500


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The public suffix list that comes with its package; fetching the newest would need the network."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@cache
def domain_of(host: str) -> str:
    """Return the registered domain of *host*, or the host itself where it has none.

    >>> domain_of("jyj.liuzhou.gov.cn"), domain_of("10.1.2.3")
    ('liuzhou.gov.cn', '10.1.2.3')
    """
    found = _suffixes()(host)
    return found.top_domain_under_public_suffix or (host if found.ipv4 else ".".join(host.split(".")[-2:]))


def is_trap(url: str) -> bool:
    """Return whether *url* belongs to pages without end: a calendar, a search, a mailbox, a form."""
    return len(url) > _LONGEST or bool(_TRAP.search(url))


class Scope:
    """The hosts of a portal's home and columns, and every page asked for, each under one address.

    *plain* returns the plain address of a page that the family's sites also give by other addresses of its own.
    """

    def __init__(self, addresses: Sequence[str], plain: Callable[[str], str] = str) -> None:
        self.home = addresses[0]
        self._plain = plain
        self._entrances = {address_key(address) for address in addresses}
        self.hosts = {bare_host(address) for address in addresses}
        self.domains = {domain_of(host) for host in self.hosts}
        self._known: set[str] = set()
        self._links: set[str] = set()
        self._spent: Counter[str] = Counter()

    def one_address(self, url: str) -> str:
        """Return the address under which the page at *url* is asked for, whichever of its addresses that is."""
        usual = canonical(url, self.home)
        plain = self._plain(usual)
        return usual if plain == usual else canonical(plain, self.home)

    def holds(self, url: str) -> bool:
        """Return whether *url* lies on one of the portal's own hosts; ``www.`` and ``m.`` make no difference."""
        return bare_host(url) in self.hosts

    def holds_file(self, url: str) -> bool:
        """Return whether a file at *url* is the portal's: it may lie on another host of the same domain."""
        host = (urlsplit(url).hostname or "").lower()
        return self.holds(url) or domain_of(host) in self.domains

    def is_entrance(self, url: str) -> bool:
        """Return whether *url* is that of the home page or of a column."""
        return address_key(url) in self._entrances

    def knows(self, url: str) -> bool:
        """Return whether the page at *url* was asked for already."""
        return address_key(url) in self._known

    def met(self, url: str) -> bool:
        """Return whether *url* was admitted or refused before, or its page is known; quick for what is met often."""
        return url in self._links or self.knows(url)

    def reach(self, url: str) -> None:
        """Note that the page at *url* was reached, as by a redirect to it."""
        self._known.add(address_key(url))

    def admit(self, url: str, *, is_file: bool = False, as_is: bool = False) -> str | None:
        """Return the address to ask for, once for each page; None where it is known, foreign or a trap.

        With *as_is* the address is asked for as given: a portal declares its columns as the site links them.
        """
        if url in self._links and not as_is:
            return None  # most links of a page were met before, letter for letter; that is quickly seen
        self._links.add(url)
        wanted = url if as_is else self.one_address(url)
        key = address_key(wanted)
        if key in self._known:
            return None
        if not as_is and not (self.holds_file(wanted) if is_file else self.holds(wanted)):
            return None
        if not as_is and is_trap(wanted):
            return None
        self._known.add(key)
        return wanted

    def spend(self, column: str, budget: int) -> bool:
        """Take one of the *budget* of *column*; return whether there was one left."""
        if self._spent[column] >= budget:
            return False
        self._spent[column] += 1
        return True
