"""One crawl of the pages in one set-up; prints the CPU seconds of this process, user and system.

``crawl`` runs from the engine's start to the spider's close, ``closing`` from there to the end: index, manifest, report.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import scrapy
from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

COMMON = {
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "COOKIES_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "ERROR",
    "STATS_DUMP": False,
    "BLOCKED_SHARE": 1.0,
}
# What archiving alone adds: the tap and the writer.
ARCHIVING = {
    "DOWNLOAD_HANDLERS": {"http": "crawler.wire.WireHandler"},
    "EXTENSIONS": {"crawler.extensions.archiving.Archiving": 10},
    "SCHEDULER": "run.StartingScheduler",
    "OPERATOR": "",
    "ROBOTS_OVERRIDES": {},
}


class StartingScheduler(scrapy.core.scheduler.Scheduler):  # type: ignore[name-defined]
    """Scrapy's scheduler in memory, which begins the archive as the frontier does."""

    crawler: Crawler

    def open(self, spider: scrapy.Spider) -> Any:
        from crawler.extensions.archiving import Archiving

        archiving = spider.crawler.get_extension(Archiving)
        assert archiving is not None
        archiving.start(spider, resume=False)
        return super().open(spider)


class WarcioRecipe:
    """The usual recipe: warcio on response_downloaded."""

    def __init__(self, crawler: Crawler) -> None:
        path = Path(crawler.settings["HOLDINGS"]) / "recipe.warc.gz"
        self._file = path.open("wb")
        self._writer = WARCWriter(self._file, gzip=True)
        crawler.signals.connect(self.response_downloaded, signals.response_downloaded)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> WarcioRecipe:
        return cls(crawler)

    def spider_closed(self) -> None:
        self._file.close()

    def response_downloaded(self, response: Any, request: Any) -> None:
        headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, vs in response.headers.items() for v in vs]
        head = StatusAndHeaders(f"{response.status} OK", headers, protocol="HTTP/1.1")
        answer = self._writer.create_warc_record(
            response.url, "response", payload=BytesIO(response.body), length=len(response.body), http_headers=head
        )
        asked = StatusAndHeaders(f"GET {request.url} HTTP/1.1", [], is_http_request=True)
        question = self._writer.create_warc_record(request.url, "request", http_headers=asked)
        self._writer.write_request_response_pair(question, answer)


class BenchSpider(scrapy.Spider):
    """Fetches the pages and reads nothing."""

    name = "bench_portal"
    title = "试验县"
    columns: ClassVar[dict[str, str]] = {}
    home = ""

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for number in range(int(self.pages)):  # type: ignore[attr-defined]
            yield scrapy.Request(f"{self.home}/{self.coding}/{number}", callback=self.take)  # type: ignore[attr-defined]

    def take(self, response: Any) -> None:
        """Do nothing with it."""


def settings_of(setup: str) -> Settings:
    """Return the settings of a set-up: bare, archiving, recipe or whole."""
    settings = get_project_settings() if setup == "whole" else Settings()
    settings.update(COMMON, priority="cmdline")
    if setup == "archiving":
        settings.update(ARCHIVING, priority="cmdline")
    if setup == "recipe":
        settings.update({"EXTENSIONS": {"run.WarcioRecipe": 10}}, priority="cmdline")
    return settings


def main(setup: str, home: str, coding: str, pages: str) -> None:
    """Run one set-up."""
    BenchSpider.home = home
    with tempfile.TemporaryDirectory() as holdings:
        settings = settings_of(setup)
        settings.set("HOLDINGS", holdings, priority="cmdline")
        process = AsyncCrawlerProcess(settings)
        crawler = process.create_crawler(BenchSpider)
        clock: list[float] = []
        for signal in (signals.engine_started, signals.spider_closed):  # connected before any extension is
            crawler.signals.connect(lambda: clock.append(_cpu()), signal, weak=False)
        process.crawl(crawler, pages=pages, coding=coding)
        process.start()
        began, closed = clock
        told = {"crawl": closed - began, "closing": _cpu() - closed}
        received = crawler.stats.get_value("response_received_count")
        sys.stdout.write(json.dumps({**told, "pages": received}) + "\n")


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main(*sys.argv[1:])
