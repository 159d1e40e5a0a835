"""The walk through a column that is a list: its pages, and the articles and files they link to."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from crawler.errors import UnreadablePage
from crawler.families.base.site import FILES, LIST, Asked, Site
from crawler.reading.listing import FILE, Link, Page, meta, read_pages, read_rows


class ListWalk(Site):
    """A site whose columns are lists.

    *article* is the shape of the family's article addresses; *list_pages* is how many pages of one column a crawl
    may ask for, which closes endless lists.
    """

    article: ClassVar[re.Pattern[str]] = re.compile(r"(?!)")
    list_pages: ClassVar[int] = 2_000

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
        yield from self.follow_turns(turns, column)

    def parse_list(self, response: Response, column: str) -> Asked:
        """Follow a further page of a list."""
        yield from self.follow_list(self.opened(response), column, first=False)

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
        for address in addresses:
            if self.scope.knows(address):
                continue
            if not self.scope.spend(column, (self.newest or self.list_pages + 1) - 1):
                if self.newest:
                    return
                self.count(column, "budget_hit")
                self.logger.warning("%s: column %r has more than %d pages", address, column, self.list_pages)
                return
            yield from self.ask(address, self.parse_list, column, LIST)

    @classmethod
    def list_rows(cls, page: Page) -> tuple[Link, ...]:
        """Return the rows of a list page."""
        return read_rows(page, cls.article)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the addresses of a list's other pages."""
        return read_pages(page)
