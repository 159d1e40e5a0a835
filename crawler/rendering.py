"""Lists that only a browser can fill: drawn from the captured page, and read as the browser shows them."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.http.request import NO_CALLBACK

from archive.capture import RecordRef
from crawler.browser import Browser, NotDrawn, find_lack
from crawler.extensions.archiving import Archiving
from crawler.failures import note_failure
from crawler.families.base.site import headers_of
from crawler.reading.blocking import find_challenge
from crawler.reading.listing import find_refresh, open_page

logger = logging.getLogger(__name__)

_METHODS = frozenset({"GET", "POST"})
# Said by the crawler itself, or by the browser about the browser.
_OURS = frozenset(
    {"host", "cookie", "user-agent", "accept-encoding", "accept-language", "connection", "content-length"}
)
# Scripts and style sheets are the same on every page of a list; so much of them is kept in memory.
_SHARED_TYPES = frozenset({"script", "stylesheet"})
_SHARED_BYTES = 32 << 20


class NotRendered(IgnoreRequest):
    """A page was captured, but the browser could not draw it."""


class Rendering:
    """Downloader middleware that draws the list pages for which the portal names a selector (``rendered``).

    The record of the page as it was served stands already. The drawn markup becomes a ``conversion`` record of it and
    the body of the response; where the selector never matches, it is what the browser shows by then. One page is
    drawn at a time. Portals without rendered columns have no such middleware.
    """

    def __init__(self, crawler: Crawler, browser: Browser) -> None:
        self._crawler = crawler
        self._browser = browser
        self._stats = crawler.stats
        self._turn = asyncio.Lock()
        self._shared: dict[str, Response] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Rendering:
        if not getattr(crawler.spidercls, "rendered", None):
            raise NotConfigured
        lack = find_lack(crawler.settings)
        archiving = crawler.get_extension(Archiving)
        if lack:
            if archiving is not None:
                archiving.refuse(f"{crawler.spidercls.name}: has columns that a browser must draw: {lack}")
            raise NotConfigured
        rendering = cls(crawler, Browser(crawler))
        crawler.signals.connect(rendering.spider_closed, signal=signals.spider_closed)
        return rendering

    async def spider_closed(self) -> None:
        """End the browser."""
        await self._browser.close()

    async def process_response(self, request: Request, response: Response) -> Response:
        selector_for = getattr(self._crawler.spider, "selector_for", None)
        selector = selector_for(request) if selector_for is not None else None
        if selector is None or not _is_drawable(response):
            return response
        async with self._turn:
            return await self._drawn(request, response, selector)

    async def _drawn(self, request: Request, response: Response, selector: str) -> Response:
        try:
            markup, matched = await self._browser.draw(response, selector, partial(self._fetch, response.url))
        except NotDrawn as error:
            note_failure(request, "not rendered")
            self._stats.inc_value("xianzhi/failures/not rendered")
            raise NotRendered(f"{response.url}: the browser could not draw it: {error}") from error
        self._stats.inc_value("rendering/pages")
        if not matched:
            self._stats.inc_value("rendering/timeouts")
            logger.warning("%s: nothing matches %r in the browser", response.url, selector)
        return self._replaced(request, response, markup)

    def _replaced(self, request: Request, response: Response, markup: str) -> Response:
        record, archiving = request.meta.get("record"), self._crawler.get_extension(Archiving)
        if (
            isinstance(record, RecordRef)
            and archiving is not None
            and not archiving.convert(record, markup, request.url)
        ):
            raise NotRendered(f"{response.url}: not kept: {archiving.cause}")
        headers = response.headers.copy()
        headers["Content-Type"] = "text/html; charset=utf-8"
        body = markup.encode("utf-8", "replace")
        return HtmlResponse(
            response.url,
            status=response.status,
            headers=headers,
            body=body,
            encoding="utf-8",
            request=request,
            flags=[*response.flags, "rendered"],
        )

    async def _fetch(self, page: str, asked: Any) -> Response:
        """Return the answer to what the *page* in the browser asks for, fetched and recorded as any request is."""
        if asked.method not in _METHODS:
            raise IgnoreRequest(f"{asked.url}: {asked.method} is not asked for a page")
        if asked.url in self._shared and asked.method == "GET":
            return self._shared[asked.url]
        headers = {name: value for name, value in asked.headers.items() if _is_passed_on(name)}
        request = Request(
            asked.url,
            method=asked.method,
            body=asked.post_data_buffer or b"",
            headers={"Referer": page, **headers},
            callback=NO_CALLBACK,
            # Libraries come from hosts that serve them to everybody; what is sent goes to the portal alone.
            meta={"allow_offsite": asked.method == "GET"},
        )
        engine = self._crawler.engine
        if engine is None:
            raise IgnoreRequest(f"{asked.url}: the crawl is over")
        answer = await engine.download_async(request)
        self._stats.inc_value("rendering/requests")
        held = sum(len(kept.body) for kept in self._shared.values())
        if asked.method == "GET" and asked.resource_type in _SHARED_TYPES and held < _SHARED_BYTES:
            self._shared[asked.url] = answer
        return answer


def _is_passed_on(name: str) -> bool:
    return name.lower() not in _OURS and not name.lower().startswith(("sec-", ":", "upgrade-"))


def _is_drawable(response: Response) -> bool:
    """Tell whether *response* is a page that a list may stand on, and no challenge and no page that sends elsewhere."""
    headers = headers_of(response)
    if response.status != 200 or find_challenge(response.status, headers, response.body, response.url):
        return False
    return find_refresh(open_page(response.body, response.url, headers)) is None
