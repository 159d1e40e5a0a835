"""A first look at a portal nobody has declared: its family, its name, its division, its columns.

A survey says which addresses it wants to see and is handed what they answer; who fetches them is not its concern.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from crawler.divisions import find_division
from crawler.errors import Blocked, UnreadablePage
from crawler.families.detection import Verdict, detect_family
from crawler.reading.blocking import find_challenge, find_soft_404
from crawler.reading.injections.page_facts import PageFacts
from crawler.reading.listing import (
    Link,
    Page,
    address_key,
    gkmlpt_categories,
    is_printed_page,
    open_page,
    read_printed_page,
)
from crawler.survey_columns import candidates, column_key, feeds, page_name, script_list
from crawler.survey_editions import Editions, edition_key
from crawler.survey_entrance import emptiness, find_file, page_facts, sends_on, site_title

_MOST_HOPS = 4
# Looking at every column of a large portal would be a crawl. So many that the home page links to are looked at, and so
# many more that they link to in turn.
_MOST_COLUMNS, _MOST_BENEATH = 30, 10
_HOME = re.compile(r"/?(?:(?:index|default)\.\w+)?", re.I)
_SITE_MAP = "/sitemap.xml"
_PAPERS = ("founder_old", "founder_new", "pdf_paper")


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column: *key* for the portal's file, its Chinese *name*, its address, what its first page shows.

    Of one that shows nothing without a script *selector* matches what the script probably fills.
    """

    key: str
    name: str
    address: str
    rows: tuple[Link, ...] = ()
    turns: tuple[str, ...] = ()
    selector: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a survey found out.

    *home* is the root of the host that answered; *facts* are its codes and addresses; *division_code* is None where
    neither the site's code nor its name tells it. *scripted* are columns whose lists only a browser can fill.
    *looked_at* counts the links that were followed to columns, *unread* those that brought no page, by reason,
    *unseen* those that were left.
    """

    home: str
    verdict: Verdict
    title: str
    facts: PageFacts
    division_code: str | None
    columns: tuple[FoundColumn, ...]
    scripted: tuple[FoundColumn, ...] = ()
    looked_at: int = 0
    unread: Mapping[str, int] = field(default_factory=dict)
    unseen: int = 0

    @property
    def site_code(self) -> str | None:
        """The site's identification code, None where it is not printed."""
        return next(iter(self.facts.codes), None)


@dataclass
class Survey:
    """The course of one survey: fetch what ``wanted`` holds, hand it to ``take``, until nothing is wanted."""

    home: str
    wanted: list[str] = field(default_factory=list)
    entrance: Page | None = None
    _editions: Editions = field(default_factory=Editions)
    _verdict: Verdict | None = None
    _names: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, Page] = field(default_factory=dict)
    _beneath: dict[str, list[str]] = field(default_factory=dict)
    _shown: tuple[str, str] | None = None
    _answer: Page | None = None
    _unread: Counter[str] = field(default_factory=Counter)
    _left: set[str] = field(default_factory=set)
    _way: list[str] = field(default_factory=list)

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
            return
        why = find_challenge(status, headers, body, url) or (f"status {status}" if status != 200 else None)
        if why is None and self._shown and asked == self._shown[1]:
            self._answer = open_page(body, url, headers)
        elif why is None and self._editions.entry_of(asked):
            self._take_edition(asked, open_page(body, url, headers))
        elif why is None:
            self._take_column(asked, open_page(body, url, headers))
        elif not asked.endswith(_SITE_MAP):
            self._unread[why] += 1

    def finding(self) -> Finding:
        """Return what was found; raises UnreadablePage where no entrance was reached."""
        page = self.entrance
        if page is None:
            raise UnreadablePage(f"{self.home}: nothing was fetched")
        verdict = detect_family([page, *self._pages.values(), *self._editions.fronts.values()])
        above = self._pages.get(urljoin(page.url, "/"), page) if verdict.family in _PAPERS else page
        facts, title = page_facts(page), site_title(page)
        facts = facts if facts.codes else page_facts(above)
        code = next(iter(facts.codes), None)
        parts = urlsplit(page.url)
        home = f"{parts.scheme}://{parts.netloc}/"
        columns = self._columns(page, verdict)
        scripted = tuple(column for column in columns if column.selector)
        found = tuple(column for column in columns if not column.selector)
        division = find_division(code, title) or find_division(code, site_title(above))
        left, looked_at = len(self._left), sum(not address.endswith(_SITE_MAP) for address in self._names)
        return Finding(home, verdict, title, facts, division, found, scripted, looked_at, dict(self._unread), left)

    def _take_entrance(self, url: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
        why = find_challenge(status, headers, body, url)
        if why:
            raise Blocked(f"{url}: {why}")
        if status != 200:
            raise UnreadablePage(f"{url}: answered with status {status}")
        kind = find_file(headers, body)
        if kind:
            raise UnreadablePage(f"{url}: {kind}")
        page = open_page(body, url, headers)
        further = None if is_printed_page(url) else sends_on(page)
        if further:
            self._follow(url, further)
            return
        fault = find_soft_404(page.text) or emptiness(page)
        if fault:
            raise UnreadablePage(f"{url}: {fault}")
        self.entrance = page
        self._verdict = verdict = detect_family([page])
        if verdict.family in (*_PAPERS, "generic"):
            self.wanted += self._editions.find(page)
        categories = gkmlpt_categories(page)
        if 0 < len(categories) <= _MOST_COLUMNS:
            self._want(dict(categories), _MOST_COLUMNS)
        elif verdict.family not in _PAPERS:
            self._want(candidates(page, verdict), _MOST_COLUMNS)
        elif not page_facts(page).codes:
            # The home page of a newspaper's host is its county's, as a rule, and tells the division.
            self._want({urljoin(page.url, "/"): ""}, 1)
        if verdict.family == "generic":
            self._want(feeds(page) | {urljoin(page.url, _SITE_MAP): "网站地图"}, len(self._names) + _MOST_BENEATH)

    def _follow(self, url: str, further: str) -> None:
        self._way.append(url)
        if further in self._way or len(self._way) > _MOST_HOPS:
            raise UnreadablePage(f"{url}: sends its reader on and on: {' -> '.join((*self._way[-3:], further))}")
        self.wanted.append(further)

    def _take_edition(self, asked: str, page: Page) -> None:
        entry = self._editions.entry_of(asked)
        further = self._editions.take(asked, page)
        if further:
            self.wanted.append(further)
        elif entry and entry not in self._editions.fronts:
            # What is called a newspaper may be a list like others.
            self._names[entry] = self._editions.names[entry]
            self._take_column(entry, page)

    def _take_column(self, asked: str, page: Page) -> None:
        categories = gkmlpt_categories(page)
        if categories and "/api/all/" not in page.url and len(categories) <= _MOST_COLUMNS:
            self._names.pop(asked, None)
            self._want(dict(categories), len(self._names) + len(categories))
            return
        self._pages[asked] = page
        verdict = self._verdict
        if verdict is None or verdict.family == "generic":
            verdict = detect_family([page])
        turns = verdict.spider.list_turns(page)
        if not turns:
            self._look_beneath(asked, page, verdict)
        elif not self._shown and not verdict.spider.list_rows(page):
            # One answer to a script shows what such lists hold.
            self._shown = (asked, turns[0])
            self.wanted.append(turns[0])

    def _look_beneath(self, asked: str, page: Page, verdict: Verdict) -> None:
        """A page that turns to no other may show the newest rows of the columns beneath it, and lead to them."""
        found = candidates(page, verdict)
        if verdict.spider.list_rows(page):
            folder = urljoin(asked, ".")
            found = {address: name for address, name in found.items() if address.startswith(folder)}
        fresh = {address: name for address, name in found.items() if address not in self._names}
        if len(fresh) > 1:
            self._beneath[asked] = list(fresh)
            self._want(fresh, _MOST_COLUMNS + _MOST_BENEATH)

    def _want(self, names: Mapping[str, str], most: int) -> None:
        """Ask for *names* until *most* addresses were asked for in all."""
        known = {address_key(address) for address in (*self._names, *self._editions.names)}
        for address, name in names.items():
            if address_key(address) in known:
                continue
            if len(self._names) < most:
                self._names[address] = name
                self.wanted.append(address)
            else:
                self._left.add(address_key(address))

    def _columns(self, page: Page, verdict: Verdict) -> tuple[FoundColumn, ...]:
        rows, turns = verdict.spider.list_rows(page), verdict.spider.list_turns(page)
        if is_printed_page(page.url) or self._editions.fronts:
            return self._papers(page)
        if verdict.family in _PAPERS:
            return (FoundColumn("paper", "数字报", self.home, rows, turns),)
        found: dict[str, FoundColumn] = {}
        # Whoever gives a column's address instead of the home page's wants that column too.
        is_index = 0 < len(gkmlpt_categories(page)) <= _MOST_COLUMNS
        if turns and not is_index and not _HOME.fullmatch(urlsplit(page.url).path):
            name = page_name(page)
            key = column_key(name, urlsplit(page.url).path, found)
            found[key] = FoundColumn(key, name, self.home, rows, turns)
        for address, named in self._names.items():
            seen = self._pages.get(address)
            if seen is None or (address.endswith(_SITE_MAP) and found):
                continue  # a site map names what the lists name, and all else
            rows, turns = verdict.spider.list_rows(seen), verdict.spider.list_turns(seen)
            if self._shown and self._shown[0] == address and self._answer is not None:
                rows = verdict.spider.list_rows(self._answer)
            is_list = bool(turns) or _is_list(rows, seen, named, verdict)
            selector = None if is_list else script_list(seen)
            if (is_list or selector) and not self._is_covered(address, rows, verdict):
                name = named or page_name(seen)
                key = column_key(name, urlsplit(address).path, found)
                found[key] = FoundColumn(key, name, address, rows, turns, selector)
        return tuple(found.values())

    def _papers(self, page: Page) -> tuple[FoundColumn, ...]:
        """Return a column for each newspaper; the one whose printed page *page* is, or else the first, is ``paper``."""
        found: dict[str, FoundColumn] = {}
        if is_printed_page(page.url):
            printed, name = read_printed_page(page), self._editions.own_name or "数字报"
            found["paper"] = FoundColumn("paper", name, self.home, printed.stories, printed.sisters)
        for entry, name, printed in self._editions.printed():
            key = edition_key(name, list(found)) if found else "paper"
            found[key] = FoundColumn(key, name, entry, printed.stories, printed.sisters)
        return tuple(found.values())

    def _is_covered(self, address: str, rows: tuple[Link, ...], verdict: Verdict) -> bool:
        """Tell whether the columns beneath the page at *address* show all of its rows."""
        beneath = [self._pages[one] for one in self._beneath.get(address, ()) if one in self._pages]
        shown = {link.url for page in beneath for link in verdict.spider.list_rows(page)}
        return bool(rows and shown) and all(link.url in shown for link in rows)


def _is_list(rows: tuple[Link, ...], page: Page, named: str, verdict: Verdict) -> bool:
    """Tell a list from a page about the county, which links to one thing or another, but not to articles.

    A list that holds one article yet has its day, or the page is called as the link to it is.
    """
    if len(rows) != 1:
        return len(rows) > 1
    is_article = bool(verdict.spider.article.search(rows[0].url))
    return is_article and (rows[0].day is not None or (bool(named) and page_name(page) == named))
