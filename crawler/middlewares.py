"""Spider and downloader middlewares of every crawl, one purpose each."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from archive.capture import RecordRef
from crawler.errors import Blocked, PortalError
from crawler.failures import add_example, cause_of, note_failure
from crawler.reading.blocking import find_challenge, is_itself
from crawler.reading.digest import document_id
from crawler.reading.values import Document

logger = logging.getLogger(__name__)


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, where an answer that is no robots.txt means what RFC 9309, 2.3.1, says it does.

    A status of 400 to 499 means that there is none, and everything may be asked for; from 500 on, that it cannot be
    had, and nothing may.
    """

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 400:
            rules = b"User-agent: *\nDisallow: /\n" if response.status >= 500 else b""
            if rules:
                logger.warning("%s: status %d, so that nothing may be asked for", response.url, response.status)
            response = response.replace(body=rules)
        await super()._parse_robots(response, netloc, request)


class PageRefresh(MetaRefreshMiddleware):
    """Follows the meta refresh of a page that is there for nothing else.

    Not that of an error page, which would pass for the page it sends to; nor where a page loads itself anew, as fronts
    and lists of news do each minute, or sends to what is no address: there it is the page itself that is read.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if response.status >= 400:
            return response
        try:
            answer = super().process_response(request, response)
        except ValueError:
            return response  # to http://[/ or javascript:
        return response if isinstance(answer, Request) and is_itself(answer.url, response.url) else answer


class SelfRedirect:
    """Downloader middleware that leaves a redirect to the same address unfollowed: it is a wall asking for cookies."""

    def process_response(self, request: Request, response: Response) -> Response:
        if 300 <= response.status < 400:
            location = response.headers.get("Location") or b""
            headers = {"Location": location.decode("latin-1")}
            if find_challenge(response.status, headers, b"", response.url):
                request.meta["dont_redirect"] = True
        return response


class FailureCount:
    """Downloader middleware that counts each request that came to nothing, by cause, after all retries.

    It stands nearest to the engine, so that an exception reaches it only when nobody else made a request of it.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> FailureCount:
        return cls(crawler.stats)

    def process_request(self, request: Request) -> None:
        request.meta.pop("failure", None)

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status >= 400:
            self._count(request, f"status {response.status}")
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        self._count(request, cause_of(request, exception))

    def _count(self, request: Request, cause: str) -> None:
        if request.meta.get("probe"):
            return  # it is asked to fail
        note_failure(request, cause)
        self._stats.inc_value(f"xianzhi/failures/{cause}")
        add_example(self._stats, cause, request.url)


class Provenance:
    """Spider middleware that stamps each document with the portal and the record that it was read from."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Provenance:
        return cls(crawler)

    def process_spider_output(self, response: Response, result: Iterable[Any]) -> Iterator[Any]:
        given: dict[str, str] = {}
        for output in result:
            yield self._with_provenance(output, response, given)

    async def process_spider_output_async(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        given: dict[str, str] = {}
        async for output in result:
            yield self._with_provenance(output, response, given)

    def _with_provenance(self, output: Any, response: Response, given: dict[str, str]) -> Any:
        """Stamp a document; tell a request for what belongs to one the id that the document was *given*."""
        if isinstance(output, Document):
            stamped = self._stamp(output, response)
            given[output.id] = stamped.id
            return stamped
        if isinstance(output, Request) and output.cb_kwargs.get("parent") in given:
            output.cb_kwargs["parent"] = given[output.cb_kwargs["parent"]]
        return output

    def _stamp(self, document: Document, response: Response) -> Document:
        spider = self._crawler.spider
        record = response.meta.get("record")
        stamped = replace(
            document,
            portal=document.portal or getattr(spider, "name", None),
            division_code=document.division_code or getattr(spider, "division_code", None),
        )
        return stamp_record(stamped, record) if isinstance(record, RecordRef) else stamped


def stamp_record(document: Document, record: RecordRef) -> Document:
    """Return *document* with where and when its page was captured, and the id that follows from its record."""
    return replace(
        document,
        id=document_id(record.record_id, document.story.no if document.story else None),
        captured_at=record.captured_at,
        record_id=record.record_id,
        payload_digest=record.payload_digest,
        warc_file=record.warc_file,
        warc_offset=record.warc_offset,
    )


class PortalFaults:
    """Spider middleware that makes one log line and one count of a page that is blocked or cannot be read."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PortalFaults:
        faults = cls(crawler.stats)
        crawler.signals.connect(faults.spider_error, signal=signals.spider_error)
        return faults

    def process_spider_exception(self, response: Response, exception: Exception) -> list[Any] | None:
        if not isinstance(exception, PortalError):
            return None
        if response.request is not None:
            note_failure(response.request, self._count(exception, response.url))
        logger.warning("%s", exception)
        return []

    def spider_error(self, failure: Failure) -> None:
        """Count what an errback raised, which passes no spider middleware."""
        if isinstance(failure.value, PortalError):
            request = getattr(failure, "request", None)
            self._count(failure.value, request.url if request is not None else "")

    def _count(self, exception: PortalError, url: str) -> str:
        kind = "blocked" if isinstance(exception, Blocked) else "unreadable"
        self._stats.inc_value(f"xianzhi/{kind}")
        add_example(self._stats, kind, url)
        return kind
