"""The spider that every portal is: it tells lists from e-papers by what the column's address answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, ClassVar
from urllib.parse import urljoin

from scrapy.http import Request, Response

from crawler.families.base.ground import GroundedWalk
from crawler.families.base.issues import IssueWalk
from crawler.families.base.site import LIST, Found
from crawler.families.base.words import check_portal
from crawler.reading.listing import address_key, find_refresh, is_printed_page
from crawler.reading.listing.stems import list_stem

# An entry page may send to an edition's entry page, and that to the newest issue; more is a loop.
_MOST_HOPS = 4


class Portal(GroundedWalk, IssueWalk):
    """One portal: its file declares ``name``, ``title``, ``division_code``, ``home`` and ``columns``.

    Of *rendered* columns only a browser can fill the lists; it names what must match before they are read.
    """

    rendered: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.__module__.startswith("crawler.families."):
            check_portal(cls)
            cls.allowed_domains = sorted(cls.facts().hosts)

    def selector_for(self, request: Request) -> str | None:
        """Return what must match on the page that *request* asks for once a browser drew it; None without a browser."""
        is_list = getattr(request.callback, "__name__", "") in ("parse_column", "parse_list")
        return self.rendered.get(str(request.cb_kwargs.get("column"))) if is_list else None

    @classmethod
    def selector_at(cls, url: str) -> str | None:
        """Return what must match on the list page at *url* once a browser drew it; None where none has to."""
        for column, selector in cls.rendered.items():
            address = urljoin(cls.home, cls.columns[column])
            if address_key(url) == address_key(address) or list_stem(url) == list_stem(address):
                return selector
        return None

    async def start(self) -> AsyncIterator[Request]:
        """Ask for every column."""
        for column, address in zip(self.columns, self.addresses()[1:], strict=True):
            for request in self.ask(address, self.parse_column, column, LIST, as_is=True, needed=True):
                yield request

    def parse_column(self, response: Response, column: str, hops: int = 0) -> Found:
        """Follow the first page of *column*: a list, an issue, or a page that sends to one of them."""
        self.scope.reach(response.url)
        if is_printed_page(response.url):
            yield from self.parse_issue(response, column)
            return
        page = self.opened(response)
        target = find_refresh(page)
        if target and hops < _MOST_HOPS:
            yield from self.ask(target, self.parse_column, column, LIST, needed=True, hops=hops + 1)
        else:
            yield from self.follow_list(page, column, first=True)
