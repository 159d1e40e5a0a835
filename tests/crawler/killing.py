"""A site of linked pages, a crawl of it that is killed again and again, and the account at the end.

Run as a script it is the crawl: ``python killing.py HOLDINGS HOME``.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from tests.crawler.servers import RawServer, Script
from tests.crawler.warcs import read_records

ROOT = Path(__file__).parents[2]
BRANCHES = 8
AT_ONCE = 8


class Site:
    """A site of *pages* pages; each links to those below it and back to its start; its server counts what is asked."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.hits: Counter[str] = Counter()
        self.reached = threading.Event()
        self.stop_at = 0

    def answer(self, path: str, _request: bytes) -> Script:
        """Return the page at *path*, and note that it was asked for."""
        self.hits[path] += 1
        if self.stop_at and self.hits.total() >= self.stop_at:
            self.reached.set()
        number = int(path.removeprefix("/p/"))
        below = range(number * BRANCHES + 1, min(number * BRANCHES + BRANCHES, self.pages - 1) + 1)
        links = "".join(f'<a href="/p/{other}">{other}</a>' for other in (0, *below))
        body = f"<html><body><p>第{number}页的正文，{'通知' * (number % 50)}。</p>{links}</body></html>".encode()
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        yield b"Content-Length: %d\r\n\r\n" % len(body) + body


@dataclass
class Account:
    """What came of it all."""

    kills: int
    statuses: list[int]
    hits: Counter[str]
    captured: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    duplicates: Counter[str] = field(default_factory=Counter)
    outcomes: list[str] = field(default_factory=list)


def crawl_with_kills(
    holdings: Path, pages: int, kills: int, seed: int, how: signal.Signals = signal.SIGKILL
) -> Account:
    """Crawl a site of *pages* pages, sending the crawl *kills* signals at random points; then let it end."""
    rng = random.Random(seed)
    site = Site(pages)
    statuses = []
    with RawServer(site.answer) as server:
        for _ in range(kills):
            site.reached.clear()
            site.stop_at = site.hits.total() + rng.randrange(0, 2 * pages // kills)
            child = _start(holdings, server.url)
            # Now and then before the first request, while the crawl is still being set up or salvaged.
            if rng.random() < 0.1:
                site.reached.wait(rng.uniform(0.5, 1.5))
            else:
                site.reached.wait(180)
            child.send_signal(how)
            statuses.append(child.wait(180))
        site.stop_at = 0
        statuses.append(_start(holdings, server.url).wait(300))
    return _account(Account(kills, statuses, site.hits), holdings)


def _start(holdings: Path, home: str) -> subprocess.Popen[bytes]:
    bare = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with (holdings.parent / "crawl.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, __file__, str(holdings), home],
            env={**bare, "PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "crawler.settings"},
            stdout=log,
            stderr=log,
        )


def _account(account: Account, holdings: Path) -> Account:
    account.captured.update(_path(record.url) for record in read_records(holdings, "response", "revisit"))
    for name, counter in (("documents", account.documents), ("duplicates", account.duplicates)):
        for path in holdings.glob(f"*/*/{name}.jsonl"):
            counter.update(_path(json.loads(line)["url"]) for line in path.read_text("utf-8").splitlines())
    for path in sorted(holdings.glob("*/*/crawl.json")):
        account.outcomes.append(json.loads(path.read_text("utf-8"))["outcome"])
    return account


def _path(url: str) -> str:
    return re.sub(r"^https?://[^/]+", "", url)


def main(holdings: str, home: str) -> None:
    """Crawl the site at *home* into *holdings*."""
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    from crawler.monitors import exit_status
    from crawler.reading.digest import document_id, text_digest
    from crawler.reading.values import Document

    class SiteSpider(scrapy.Spider):
        name = "test_site"
        title = "试验县"
        division_code = "450206"
        columns: ClassVar[dict[str, str]] = {}
        start_urls: ClassVar[list[str]] = [f"{home}/p/0"]

        def parse(self, response: Any, **_facts: Any) -> Iterator[Any]:
            text = response.css("p::text").get("")
            yield Document(
                id=document_id(response.url),
                url=response.url,
                text=text,
                paragraphs=(text,),
                text_digest=text_digest(text),
            )
            for link in response.css("a::attr(href)").getall():
                yield response.follow(link, callback=self.parse)

    SiteSpider.home = home  # type: ignore[attr-defined]
    settings = get_project_settings()
    quick = {
        "HOLDINGS": holdings,
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": AT_ONCE,
        "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE,
        "FRONTIER_COMMIT_INTERVAL": 0.2,
    }
    settings.update(quick, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(SiteSpider)
    process.crawl(crawler)
    process.start()
    raise SystemExit(exit_status(crawler.stats.get_stats()))


if __name__ == "__main__":
    main(*sys.argv[1:])
