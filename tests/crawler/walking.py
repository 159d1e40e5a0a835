"""Drives a spider over a site that is a dictionary, without network and engine."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field

from scrapy import Request
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.request import request_from_dict
from scrapy.utils.test import get_crawler
from twisted.python.failure import Failure

from crawler.errors import PortalError
from crawler.families.base import Portal
from crawler.reading import Document


@dataclass
class Walk:
    """What a walk asked for and found."""

    asked: Counter[str] = field(default_factory=Counter)
    documents: list[Document] = field(default_factory=list)
    errors: list[PortalError] = field(default_factory=list)
    stats: dict[str, int] = field(default_factory=dict)


def walk(
    portal: type[Portal],
    site: dict[str, object],
    *,
    read: bool = True,
    settings: dict[str, str] | None = None,
    **arguments: str,
) -> Walk:
    """Drive *portal* over *site*: address to markup, status, or both; *read* says whether articles are read."""
    crawler = get_crawler(portal, settings)
    spider = portal.from_crawler(crawler, **arguments)
    if not read:
        spider.documents = lambda *_: iter(())
    walked = Walk()

    async def starts() -> list[Request]:
        return [request async for request in spider.start()]

    queue = asyncio.run(starts())
    while queue:
        request = queue.pop(0)
        walked.asked[request.url] += 1
        assert sum(walked.asked.values()) < 5_000, "the walk does not end"
        plain = json.loads(json.dumps(request.to_dict(spider=spider), default=lambda value: value.decode("latin-1")))
        revived = request_from_dict(plain, spider=spider)
        try:
            for found in answer(revived, site):
                (queue if isinstance(found, Request) else walked.documents).append(found)
        except PortalError as error:
            walked.errors.append(error)
    walked.stats = crawler.stats.get_stats()
    return walked


def answer(request: Request, site: dict[str, object]):
    kept = site.get(request.url, 404)
    status, body = kept if isinstance(kept, tuple) else (kept, "") if isinstance(kept, int) else (200, kept)
    kind = HtmlResponse if isinstance(body, str) else Response
    response = kind(request.url, status=status, body=body.encode() if isinstance(body, str) else body, request=request)
    if status >= 400:
        failure = Failure(HttpError(response))
        failure.request = request
        return request.errback(failure) or []
    return request.callback(response, **request.cb_kwargs) or []
