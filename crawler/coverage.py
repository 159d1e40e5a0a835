"""What a portal's lists name against what is held: the portal's own walk, over the holdings instead of the web."""

from __future__ import annotations

import asyncio
import logging
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.responsetypes import responsetypes
from scrapy.statscollectors import StatsCollector
from scrapy.utils.request import fingerprint

from archive.catalogue import Catalogue
from archive.errors import ArchiveError
from archive.held_pages import find_held_page, read_held
from archive.message import Answer
from crawler.errors import PortalError
from crawler.families.base import Portal
from crawler.families.base.site import LIST
from crawler.frontier.backlog import Backlog
from crawler.frontier.requests import write_request

_MOST_HOPS = 8


@dataclass(slots=True)
class ColumnCoverage:
    """What the lists of one column, as they were last captured, name.

    *promised* is how many articles they say there are (None where they do not), *listed* how many links they have.
    Of the addresses that no column before named, *held* are kept, *gone* were answered with an error; *gaps*, and of
    lists *list_gaps*, are requests that no crawl was answered to.
    """

    column: str
    promised: int | None = None
    listed: int = 0
    held: int = 0
    gone: int = 0
    gaps: list[Request] = field(default_factory=list)
    list_gaps: list[Request] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing that the lists name or promise."""
        return not self.gaps and not self.list_gaps and (self.promised or 0) <= self.listed

    def as_line(self) -> dict[str, Any]:
        """Return the coverage as plain JSON values."""
        counts = {name: getattr(self, name) for name in ("column", "promised", "listed", "held", "gone")}
        gaps = {"gaps": [one.url for one in self.gaps], "list_gaps": [one.url for one in self.list_gaps]}
        return counts | gaps


class Survey:
    """The walk of *portal* over *holdings*; nothing is fetched."""

    def __init__(self, portal: type[Portal], holdings: Path) -> None:
        self._holdings, self._catalogue = holdings, Catalogue(holdings)
        self._spider = portal()
        crawler = Crawler(portal)  # what the spider counts belongs to no crawl
        self._stats = StatsCollector(crawler)
        self._spider.settings = crawler.settings
        self._spider.crawler = SimpleNamespace(stats=self._stats)  # type: ignore[assignment]
        rendered = getattr(portal, "rendered", {})
        self.columns = {name: ColumnCoverage(name) for name in portal.columns if name not in rendered}

    def run(self) -> list[ColumnCoverage]:
        """Return what each column's lists name; columns that only a browser can read are left out."""
        try:
            with _unheard(self._spider.name):
                self._walk()
        finally:
            self._catalogue.close()
        for coverage in self.columns.values():
            coverage.promised = self._spider.promised(coverage.column)
            coverage.listed = self._stats.get_value(f"column/{coverage.column}/links", 0)
        return list(self.columns.values())

    def _walk(self) -> None:
        queue = deque(asyncio.run(self._starts()))
        while queue:
            request = queue.popleft()
            coverage = self.columns.get(str(request.cb_kwargs["column"]))
            if coverage is None:
                continue
            if request.priority == LIST:
                queue.extend(self._read_list(request, coverage))
            else:
                self._look_up(request, coverage)

    async def _starts(self) -> list[Request]:
        return [request async for request in self._spider.start()]

    def _look_up(self, request: Request, coverage: ColumnCoverage) -> None:
        page = find_held_page(self._catalogue, self._spider.name, request.url, good=False)
        if page is None or page.status.startswith("5"):
            coverage.gaps.append(request)
        elif page.status.startswith("4"):
            coverage.gone += 1
        else:
            coverage.held += 1

    def _read_list(self, request: Request, coverage: ColumnCoverage) -> list[Request]:
        """Return what the page of a list that *request* asks for leads to; note it where it is not held or unsound."""
        response = self._held(request)
        if response is None:
            if not self._is_absent(request):
                coverage.list_gaps.append(request)
            return []
        try:
            return [found for found in self._called_back(request, response) if isinstance(found, Request)]
        except PortalError:
            coverage.list_gaps.append(request)
            return []

    def _called_back(self, request: Request, response: Response) -> list[Any]:
        callback: Any = request.callback
        return list(callback(response, **request.cb_kwargs))

    def _is_absent(self, request: Request) -> bool:
        """Tell whether the page was asked for and the site has none: an issue that did not appear, a list's end."""
        page = find_held_page(self._catalogue, self._spider.name, request.url, good=False)
        return not request.meta["needed"] and page is not None and page.status.startswith("4")

    def _held(self, request: Request) -> Response | None:
        url = request.url
        for _ in range(_MOST_HOPS):
            try:
                found = read_held(self._holdings, self._catalogue, self._spider.name, url)
            except ArchiveError:
                return None  # verify names the damage; to the walk the page is not there
            if found is None:
                return None
            address, answer = found
            places = answer.fields.get(b"location")
            if answer.status is None or not (300 <= answer.status < 400 and places):
                return _response(address, answer, request)
            try:
                url = urljoin(address, places[0].decode("latin-1"))
            except ValueError:
                return None  # such as http://[/
        return None


@contextmanager
def _unheard(spider: str) -> Iterator[None]:
    """Keep what *spider* warns of to itself: it was said in the crawl that fetched the pages."""
    logger = logging.getLogger(spider)  # every spider of that name in this process writes to the same
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _response(url: str, answer: Answer, request: Request) -> Response:
    headers = {"Content-Type": [value.decode("latin-1") for value in answer.fields.get(b"content-type", ())]}
    body = _plain(answer)
    kind = responsetypes.from_args(url=url, body=body)
    return kind(url, status=answer.status or 200, headers=headers, body=body, request=request)


def _plain(answer: Answer) -> bytes:
    """The body without its content coding; the crawler asks for gzip and deflate alone."""
    codings = answer.fields.get(b"content-encoding", [b""])
    # RFC 9110, 8.4.1.2: deflate is zlib's format, and some servers send it without its head.
    windows = {b"gzip": (31,), b"x-gzip": (31,), b"deflate": (15, -15)}.get(codings[-1].lower(), ())
    for window in windows:
        try:
            return zlib.decompressobj(window).decompress(answer.entity, 64 << 20)
        except zlib.error:
            continue  # not in this format
    return answer.entity


def queue_gaps(portal: type[Portal], holdings: Path, columns: list[ColumnCoverage]) -> int:
    """Put the requests for all gaps in the portal's queue and return how many are new there.

    The next crawl of the portal begins with them. Raises CrawlRunning while one runs.
    """
    spider = portal()
    backlog = Backlog(holdings / portal.name / "frontier.sqlite")
    added = 0
    try:
        for request in (one for coverage in columns for one in (*coverage.list_gaps, *coverage.gaps)):
            mark = fingerprint(request)
            if not backlog.knows(mark):
                backlog.add(mark, request.priority, write_request(_own(request, spider), spider))
                added += 1
    finally:
        backlog.close(commit=True)
    return added


def _own(request: Request, spider: Portal) -> Request:
    """Return *request* with *spider*'s own methods in the place of another's."""
    names = {name: getattr(request, name).__name__ for name in ("callback", "errback")}
    own: Request = request.replace(**{name: getattr(spider, method) for name, method in names.items()})
    return own
