"""Whether a host answers an address that nobody ever used as if there were a page."""

from __future__ import annotations

import asyncio
import logging
import secrets
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.families.base.site import headers_of
from crawler.reading.blocking import find_challenge, page_print
from crawler.reading.listing import open_page

logger = logging.getLogger(__name__)


class Probe:
    """Downloader middleware that asks each host with articles, once a crawl, for an address made up beside the first.

    What it answers with status 200 is what it shows for every page that is missing: ``request.meta["soft_404"]``
    says so of an article that shows the same. The probe is a request like others, with a record of its own.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._shown: dict[str, asyncio.Future[str | None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Probe:
        if not crawler.settings.getbool("SOFT_404_PROBE"):
            raise NotConfigured
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        if response.status != 200 or getattr(request.callback, "__name__", "") != "parse_article":
            return response
        host = urlsplit(response.url).netloc
        if host not in self._shown:
            self._shown[host] = asyncio.ensure_future(self._ask(response.url))
        # Whoever is cancelled while waiting must not take the probe of all others along.
        missing = await asyncio.shield(self._shown[host])
        request.meta.pop("soft_404", None)
        if missing is not None and _print_of(response) == missing:
            request.meta["soft_404"] = "the site shows the same for an address that was made up"
        return response

    async def _ask(self, article: str) -> str | None:
        """Return what the host of *article* shows for a missing page, None where it says that the page is missing."""
        engine = self._crawler.engine
        if engine is None:
            return None
        url = _made_up(article)
        try:
            response = await engine.download_async(
                Request(url, callback=NO_CALLBACK, meta={"probe": True, "dont_retry": True})
            )
        except Exception as error:  # noqa: BLE001  whatever keeps the probe from an answer, articles are read without it
            logger.info("%s: the probe for missing pages got no answer: %s", url, error)
            return None
        if response.status != 200:
            return None
        if find_challenge(response.status, headers_of(response), response.body, response.url):
            return None
        logger.warning("%s: was made up, and yet answered with status 200; pages that show the same are left out", url)
        return _print_of(response)


def _made_up(article: str) -> str:
    """Return an address beside *article*, of its kind, that no site uses."""
    path = urlsplit(article).path
    name = path.rpartition("/")[2]
    ending = f".{name.rpartition('.')[2]}" if "." in name else ".html"
    return urljoin(article, f"xianzhi-{secrets.token_hex(6)}{ending}")


def _print_of(response: Response) -> str:
    return page_print(open_page(response.body, response.url, headers_of(response)).text)
