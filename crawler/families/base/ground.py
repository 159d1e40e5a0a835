"""The walk of an incremental crawl: down each list to known ground, and a little further."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.errors import PortalError
from crawler.families.base.lists import ListWalk
from crawler.families.base.site import ARTICLE, LIST, Asked
from crawler.reading.listing import Link, Page, issue_day
from crawler.reading.listing.promises import find_promise
from crawler.reading.listing.stems import list_stem


class Ground(Protocol):
    """What earlier crawls of the portal know; *overlap* is how many known pages of a list are read to be sure."""

    overlap: int

    def knows(self, url: str) -> bool:
        """Return whether *url* was answered in an earlier crawl."""

    def is_recent(self, url: str, day: str | None) -> bool:
        """Return whether the page at *url*, on its list dated *day*, was published so lately that it may change."""


class GroundedWalk(ListWalk):
    """A walk that asks for a list's pages one after the other, as long as *ground* does not know all of their rows.

    Without a *ground*, which is a full crawl, all pages are asked for at once. Whatever is asked for but lists is
    marked as ``conditional``: the server may answer that it is as it was.
    """

    ground: Ground | None = None

    def __init__(self, name: str | None = None, **arguments: Any) -> None:
        super().__init__(name, **arguments)
        self._promises: dict[str, dict[str, int]] = {}

    def promised(self, column: str) -> int | None:
        """Return how many articles the lists of *column* that were read so far say they have."""
        told = self._promises.get(column, {})
        # What the column's own page says counts what the answers behind it count again.
        return told.get("", sum(told.values())) if told else None

    def _note_promise(self, page: Page, column: str, *, first: bool) -> None:
        promise = find_promise(page)
        if promise is not None:
            self._promises.setdefault(column, {})["" if first else list_stem(page.url)] = promise
        if self.crawler.stats is not None and (promised := self.promised(column)) is not None:
            self.crawler.stats.max_value(f"column/{column}/promised", promised)

    def ask(
        self,
        url: str,
        callback: Any,
        column: str,
        priority: int = ARTICLE,
        *,
        as_is: bool = False,
        needed: bool = False,
        optional: bool = False,
        **facts: Any,
    ) -> Asked:
        """Yield a request as ``Site.ask`` does; of known ground none, where it is an issue that is no longer new."""
        flags = {"as_is": as_is, "needed": needed, "optional": optional}
        for request in super().ask(url, callback, column, priority, **flags, **facts):
            if self.ground is None or as_is:
                yield request
            elif self._is_old_issue(request.url, self.ground):
                self.count(column, "known")
            else:
                request.meta["conditional"] = priority < LIST
                yield request

    def _is_old_issue(self, url: str, ground: Ground) -> bool:
        day = issue_day(url)
        return day is not None and ground.knows(url) and not ground.is_recent(url, day)

    def parse_list(self, response: Response, column: str, later: Sequence[str] = (), known: int = 0) -> Asked:
        """Follow a further page of a list; *later* are the pages behind it, *known* how many before it held no news."""
        try:
            page = self.opened_anew(response)
        except PortalError:
            yield from self._turn(later, column, 0)
            raise
        yield from self.follow_list(page, column, first=False, later=later, known=known)

    def follow_list(self, page: Page, column: str, *, first: bool, later: Sequence[str] = (), known: int = 0) -> Asked:
        """Yield requests for what a page of a list links to, and for the next page unless all of this one is known."""
        self._note_promise(page, column, first=first)
        if self.ground is None:
            yield from super().follow_list(page, column, first=first)
            return
        found = list(super().follow_list(page, column, first=first))
        turns = [request.url for request in found if request.priority == LIST]
        yield from (request for request in found if request.priority != LIST)
        rows = self.list_rows(page)
        if rows:
            known = 0 if self._brings_news(rows, self.ground) else known + 1
        elif not first:
            return  # the list's end
        if known > self.ground.overlap:
            self.count(column, "known_ground")
            return
        yield from self._turn(later, column, known)
        for addresses in _by_list(turns):
            yield from self._turn(addresses, column, known)

    def _brings_news(self, rows: Iterable[Link], ground: Ground) -> bool:
        """Tell whether a row is new, or so recent that it may be edited; rows that are never asked for are neither."""
        for link in rows:
            address = self.scope.one_address(link.url)
            if self.scope.knows(address) and (not ground.knows(address) or ground.is_recent(address, link.day)):
                return True
        return False

    def _turn(self, addresses: Sequence[str], column: str, known: int) -> Asked:
        """Yield the request for the first of *addresses*, which carries the others along."""
        if addresses:
            yield Request(
                addresses[0],
                callback=self.parse_list,
                errback=self.failed,
                priority=LIST,
                cb_kwargs={"column": column, "later": list(addresses[1:]), "known": known},
                meta={"needed": False, "optional": False},
            )

    def failed(self, failure: Failure) -> list[Request]:  # type: ignore[override]
        """Count a request that brought no page; behind a page of a list that is missing the others are still asked."""
        request: Request = failure.request  # type: ignore[attr-defined]
        super().failed(failure)
        return list(self._turn(request.cb_kwargs.get("later", ()), str(request.cb_kwargs["column"]), 0))


def _by_list(addresses: Iterable[str]) -> list[list[str]]:
    """Return *addresses* in groups, one for each list: a catalogue's entry names the first pages of many."""
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(list_stem(address), []).append(address)
    return list(groups.values())
