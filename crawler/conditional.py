"""Asking a server whether a page is still as it is held, and what its answer means for the crawl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from archive.capture import RecordRef
from crawler.extensions.archiving import Archiving
from crawler.failures import add_example

_FIELDS = (b"If-None-Match", b"If-Modified-Since")


class Conditional:
    """Downloader middleware that makes requests marked ``conditional`` depend on the version that is held.

    A page that is as it was is not read again: its documents are held. A page that was held and is gone is counted
    as vanished, also in a full crawl.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Conditional:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        # A redirect takes over the fields of the request that it answers; they are of another address.
        for field in _FIELDS:
            request.headers.pop(field, None)
        request.meta.pop("held_digest", None)
        archiving = self._crawler.get_extension(Archiving)
        if archiving is None or not request.meta.get("conditional"):
            return
        page = archiving.find_page(request.url)
        if page is None or not page.held:
            return
        request.meta["held_digest"] = page.digest
        if page.validators is not None:
            versions = (page.validators.etag, page.validators.modified)
            request.headers.update({field: value for field, value in zip(_FIELDS, versions, strict=True) if value})

    def process_response(self, request: Request, response: Response) -> Response:
        if _is_unchanged(request, response):
            self._stats.inc_value("xianzhi/unchanged")
            request.callback = self._leave
            request.meta["handle_httpstatus_list"] = [304]
        elif response.status in (404, 410) and request.callback is not NO_CALLBACK:
            self._note_vanished(request)
        return response

    def _note_vanished(self, request: Request) -> None:
        archiving = self._crawler.get_extension(Archiving)
        page = archiving.find_page(request.url) if archiving else None
        if page is not None and page.held:
            self._stats.inc_value("xianzhi/vanished")
            add_example(self._stats, "vanished", request.url)

    def _leave(self, response: Response, **facts: Any) -> Iterator[Any]:
        """Take nothing from a page that is as it was."""
        del response, facts
        yield from ()


def _is_unchanged(request: Request, response: Response) -> bool:
    held = request.meta.get("held_digest")
    if held is None:
        return False
    if response.status == 304:
        return True
    record = request.meta.get("record")
    return isinstance(record, RecordRef) and record.warc_type == "revisit" and record.payload_digest == held
