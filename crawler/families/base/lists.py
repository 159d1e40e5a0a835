"""The walk through a column that is a list: its pages, and the articles and files they link to."""

from __future__ import annotations

import re
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from crawler.errors import UnreadablePage
from crawler.families.base.site import FILES, LIST, Asked, Site
from crawler.reading.listing import FILE, Link, Page, meta, read_pages, read_rows
from crawler.reading.listing.stems import list_stem


class ListWalk(Site):
    """A site whose columns are lists.

    *article* is the shape of the family's article addresses; *list_pages* is how many pages of one column a crawl
    may ask for, which closes endless lists. A list also ends where a page only repeats what its pages before held:
    some servers answer any page number.
    """

    article: ClassVar[re.Pattern[str]] = re.compile(r"(?!)")
    list_pages: ClassVar[int] = 2_000

    def __init__(self, name: str | None = None, **arguments: Any) -> None:
        super().__init__(name, **arguments)
        self._held: dict[tuple[str, str], set[int]] = {}
        self._left_out: dict[str, set[str]] = {}

    def follow_list(self, page: Page, column: str, *, first: bool) -> Asked:
        """Yield requests for what a page of a list links to, and for the list's other pages."""
        rows, turns = self.list_rows(page), self.list_turns(page)
        self.count(column, "links", len(rows))
        if not rows and first and not turns:
            raise UnreadablePage(f"{page.url}: column {column!r} links to no article")
        if not rows and not first:
            # TRS ends its lists with a stub of a few hundred bytes that links to nothing.
            self.count(column, "ends")
            return
        yield from self.ask_for_requisites(page, column)
        named = meta(page, "ColumnName")
        for link in rows:
            yield from self.follow_row(link, column, named)
        if self._is_repeated(page, rows, column, first=first):
            self.count(column, "repeated")
        else:
            yield from self.follow_turns(turns, column)

    def _is_repeated(self, page: Page, rows: tuple[Link, ...], column: str, *, first: bool) -> bool:
        """Tell whether all *rows* stood on other pages of the list; the first answers behind a frame may do so."""
        entrance = self._held.setdefault((column, ""), set())
        before = entrance if first else self._held.setdefault((column, list_stem(page.url)), set())
        links = {hash(link.url) for link in rows}
        repeated = bool(before) and not first and links <= before | entrance
        before |= links
        return repeated

    def parse_list(self, response: Response, column: str) -> Asked:
        """Follow a further page of a list."""
        yield from self.follow_list(self.opened_anew(response), column, first=False)

    def follow_row(self, link: Link, column: str, named: str | None) -> Asked:
        """Yield the request for one row of a list."""
        if FILE.search(urlsplit(link.url).path):
            yield from self.ask(link.url, self.parse_file, column, FILES, title=link.title, named=named)
        elif self.scope.holds(link.url):
            yield from self.ask(link.url, self.parse_article, column, named=named)
        else:
            self.count(column, "elsewhere")

    def follow_turns(self, addresses: tuple[str, ...], column: str) -> Asked:
        """Yield requests for a list's other pages, as long as the column's budget lasts."""
        left_out = self._left_out.setdefault(column, set())
        for address in addresses:
            if address in left_out or self.scope.met(address):
                continue
            if self.scope.spend(column, (self.newest or self.list_pages + 1) - 1):
                yield from self.ask(address, self.parse_list, column, LIST)
            elif self.newest:
                return
            else:
                left_out.add(address)
                self._note_budget(address, column, len(left_out))

    def _note_budget(self, address: str, column: str, left_out: int) -> None:
        """Keep how many pages of lists were left out; say so once a column."""
        self.count(column, "budget_hit")
        if left_out == 1:
            self.count(column, "budget", self.list_pages)
            what = "%s: column %r spent its budget of %d list pages; further ones are left out"
            self.logger.warning(what, address, column, self.list_pages)

    @classmethod
    def list_rows(cls, page: Page) -> tuple[Link, ...]:
        """Return the rows of a list page."""
        return read_rows(page, cls.article)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the addresses of a list's other pages."""
        return read_pages(page)
