"""Handing a capture to the crawl's archive, and its record to the request."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from archive.capture import Capture
from crawler.extensions.archiving import Archiving


class NotKept(IgnoreRequest):
    """An exchange could not be written down, so its answer goes no further."""


def keep(crawler: Crawler, request: Request, capture: Capture) -> None:
    """Write *capture* into the running crawl and set ``request.meta["record"]``.

    Raises NotKept where it cannot be written: what is not kept is not read. Without a crawl to write into
    (``scrapy shell``, ``scrapy sample``) nothing is kept and no record is set.
    """
    request.meta.pop("record", None)
    archiving = crawler.get_extension(Archiving)
    if archiving is None:
        return
    record = archiving.keep(capture)
    if record is None:
        raise NotKept(f"{capture.url}: not kept: {archiving.cause}")
    request.meta["record"] = record


def proxy_note(request: Request) -> dict[str, str]:
    """Return a note on the proxy that *request* goes through, without its password; empty without one."""
    proxy = request.meta.get("proxy")
    if not proxy:
        return {}
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    return {"proxy": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"}
