"""A first look at a portal nobody has declared: its family, its name, its division, its columns.

A survey says which addresses it wants to see and is handed what they answer; who fetches them is not its concern.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from crawler.divisions import find_division
from crawler.errors import Blocked, UnreadablePage
from crawler.families.detection import Verdict, detect_family
from crawler.reading.blocking import find_challenge, find_soft_404
from crawler.reading.listing import Link, Page, find_refresh, gkmlpt_categories, is_printed_page, open_page
from crawler.survey_entrance import (
    candidates,
    column_key,
    emptiness,
    feeds,
    largest_frame,
    page_name,
    site_code,
    site_title,
)

_MOST_HOPS = 4
# Looking at every column of a large portal would be a crawl.
_MOST_COLUMNS = 20
_SITE_MAP = "/sitemap.xml"
_PAPERS = ("founder_old", "founder_new", "pdf_paper")


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column: *key* for the portal's file, its Chinese *name*, its address, what its first page shows."""

    key: str
    name: str
    address: str
    rows: tuple[Link, ...] = ()
    turns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a survey found out.

    *home* is the root of the host that answered; *division_code* is None where neither the site's code nor its name
    tells it.
    """

    home: str
    verdict: Verdict
    title: str
    site_code: str | None
    division_code: str | None
    columns: tuple[FoundColumn, ...]


@dataclass
class Survey:
    """The course of one survey: fetch what ``wanted`` holds, hand it to ``take``, until nothing is wanted."""

    home: str
    wanted: list[str] = field(default_factory=list)
    entrance: Page | None = None
    _names: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, Page] = field(default_factory=dict)
    _hops: int = 0

    def __post_init__(self) -> None:
        self.wanted.append(self.home)

    def take(self, asked: str, url: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Take what *asked* answered, from *url* after redirects.

        Raises Blocked for a wall's challenge, UnreadablePage for an entrance that is none, saying what was seen. A
        column that cannot be read is left out.
        """
        self.wanted.remove(asked)
        if self.entrance is None:
            self._take_entrance(url, status, headers, body)
        elif status == 200 and not find_challenge(status, headers, body, url):
            self._take_column(asked, open_page(body, url, headers))

    def finding(self) -> Finding:
        """Return what was found; raises UnreadablePage where no entrance was reached."""
        page = self.entrance
        if page is None:
            raise UnreadablePage(f"{self.home}: nothing was fetched")
        verdict = detect_family([page, *self._pages.values()])
        code, title = site_code(page), site_title(page)
        columns = self._columns(page, verdict)
        parts = urlsplit(page.url)
        return Finding(f"{parts.scheme}://{parts.netloc}/", verdict, title, code, find_division(code, title), columns)

    def _take_entrance(self, url: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
        why = find_challenge(status, headers, body, url)
        if why:
            raise Blocked(f"{url}: {why}")
        if status != 200:
            raise UnreadablePage(f"{url}: answered with status {status}")
        page = open_page(body, url, headers)
        further = None if is_printed_page(url) else find_refresh(page) or largest_frame(page)
        if further and self._hops < _MOST_HOPS:
            self._hops += 1
            self.wanted.append(further)
            return
        fault = find_soft_404(page.text) or emptiness(page)
        if fault:
            raise UnreadablePage(f"{url}: {fault}")
        self.entrance = page
        verdict = detect_family([page])
        if verdict.family not in _PAPERS:
            self._want(candidates(page, verdict))
        if verdict.family == "generic":
            self._want(feeds(page) | {urljoin(page.url, _SITE_MAP): "网站地图"}, beyond=_MOST_COLUMNS)

    def _take_column(self, asked: str, page: Page) -> None:
        categories = gkmlpt_categories(page)
        if categories and "/api/all/" not in page.url and len(categories) <= _MOST_COLUMNS:
            self._names.pop(asked, None)
            self._want(dict(categories), beyond=len(categories))
        else:
            self._pages[asked] = page

    def _want(self, names: dict[str, str], beyond: int = 0) -> None:
        for address, name in list(names.items())[: max(_MOST_COLUMNS, beyond)]:
            if address not in self._names:
                self._names[address] = name
                self.wanted.append(address)

    def _columns(self, page: Page, verdict: Verdict) -> tuple[FoundColumn, ...]:
        if is_printed_page(page.url) or verdict.family in _PAPERS:
            return (FoundColumn("paper", "数字报", self.home),)
        found: dict[str, FoundColumn] = {}
        for address, named in self._names.items():
            seen = self._pages.get(address)
            if seen is None or (address.endswith(_SITE_MAP) and found):
                continue  # a site map names what the lists name, and all else
            name = named or page_name(seen)
            rows, turns = verdict.spider.list_rows(seen), verdict.spider.list_turns(seen)
            # A page about the county links to one thing or another, but not to a list of articles.
            if len(rows) > 1 or turns:
                key = column_key(name, urlsplit(address).path, found)
                found[key] = FoundColumn(key, name, address, rows, turns)
        return tuple(found.values())
