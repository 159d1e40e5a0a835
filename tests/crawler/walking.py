"""Drives a spider, or a survey, over a site that is a dictionary, without network and engine."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, deque
from collections.abc import Mapping
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
from crawler.survey import Finding, Survey


@dataclass
class Walk:
    """What a walk asked for and found."""

    asked: Counter[str] = field(default_factory=Counter)
    documents: list[Document] = field(default_factory=list)
    errors: list[PortalError] = field(default_factory=list)
    stats: dict[str, int] = field(default_factory=dict)


def walk(
    portal: type[Portal],
    site: Mapping[str, object],
    *,
    read: bool = True,
    most: int = 5_000,
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

    queue = deque(asyncio.run(starts()))
    while queue:
        request = queue.popleft()
        walked.asked[request.url] += 1
        assert sum(walked.asked.values()) < most, "the walk does not end"
        plain = json.loads(json.dumps(request.to_dict(spider=spider), default=lambda value: value.decode("latin-1")))
        revived = request_from_dict(plain, spider=spider)
        try:
            for found in answer(revived, site):
                (queue if isinstance(found, Request) else walked.documents).append(found)
        except PortalError as error:
            walked.errors.append(error)
    walked.stats = crawler.stats.get_stats()
    return walked


def answer(request: Request, site: Mapping[str, object]):
    kept = site.get(request.url, 404)
    status, body = kept if isinstance(kept, tuple) else (kept, "") if isinstance(kept, int) else (200, kept)
    kind = HtmlResponse if isinstance(body, str) else Response
    response = kind(request.url, status=status, body=body.encode() if isinstance(body, str) else body, request=request)
    if status >= 400:
        failure = Failure(HttpError(response))
        failure.request = request
        return request.errback(failure) or []
    return request.callback(response, **request.cb_kwargs) or []


def survey(site: Mapping[str, object], home: str, most: int = 45) -> Finding:
    """Return what a survey of *home* finds that looks at no more than *most* pages."""
    course = Survey(home)
    seen = 0
    while course.wanted:
        seen += 1
        assert seen <= most, "a survey looks at a few pages"
        address = course.wanted[0]
        kept = site.get(address, 404)
        body = kept if isinstance(kept, bytes) else kept.encode() if isinstance(kept, str) else b""
        course.take(address, address, kept if isinstance(kept, int) else 200, {}, body)
    return course.finding()


def declared(family: type[Portal], home: str, columns: Mapping[str, str], **more: object) -> type[Portal]:
    """Return the portal that a file would declare: *columns* by their keys, *more* words such as ``list_pages``."""
    words = {"title": "澧县人民政府", "division_code": "430723", "home": home, "columns": dict(columns)}
    return type("LixianSpider", (family,), {"name": "hunan_lixian", "__module__": __name__, **words, **more})
