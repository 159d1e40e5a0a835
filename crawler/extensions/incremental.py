"""What makes a crawl incremental: the spider is told what is held, and recent pages are looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider

from crawler.extensions.archiving import Archiving
from crawler.families.base import Portal
from crawler.kind import INCREMENTAL
from crawler.reading.listing import FILE

# A column of no portal: pages that were published lately and stand on no list that was read.
_RECENT = "recent"


class ArchiveGround:
    """What finished crawls of the portal know, as the spider asks for it."""

    def __init__(self, archiving: Archiving, overlap: int, days: int) -> None:
        today = datetime.now(UTC).date()
        self.overlap, self.since = overlap, (today - timedelta(days=days)).isoformat()
        # It is tomorrow in China already; what is dated later is a slip that would never cease to be recent.
        self._until = (today + timedelta(days=2)).isoformat()
        self._archiving = archiving

    def knows(self, url: str) -> bool:
        """Return whether *url* was answered: with its page, or with the word that there is none."""
        page = self._archiving.find_page(url)
        return page is not None and not page.status.startswith("5")

    def is_recent(self, url: str, day: str | None) -> bool:
        """Return whether *url* was published since the day from which on pages are looked at again."""
        if day is None:
            page = self._archiving.find_page(url)
            day = page.published if page else None
        return day is not None and self.since <= day < self._until


class Incremental:
    """Extension that hands the spider of an incremental crawl its ground."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._ground: ArchiveGround | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Incremental:
        incremental = cls(crawler)
        crawler.signals.connect(incremental.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(incremental.spider_idle, signal=signals.spider_idle)
        return incremental

    def spider_opened(self, spider: Spider) -> None:
        """Hand over the ground where the crawl that was begun, or is gone on with, is incremental."""
        archiving = self._crawler.get_extension(Archiving)
        if archiving is None or archiving.kind != INCREMENTAL or not isinstance(spider, Portal):
            return
        settings = self._crawler.settings
        self._ground = ArchiveGround(archiving, settings.getint("LIST_OVERLAP"), settings.getint("RECENT_DAYS"))
        spider.ground = self._ground

    def spider_idle(self, spider: Spider) -> None:
        """Ask, once the lists are done, for recent pages that none of them named."""
        ground, self._ground = self._ground, None
        archiving = self._crawler.get_extension(Archiving)
        if ground is None or archiving is None or not isinstance(spider, Portal):
            return
        asked = 0
        for url in archiving.recent_pages(ground.since):
            if FILE.search(urlsplit(url).path):
                continue
            for request in spider.ask(url, spider.parse_article, _RECENT):
                self._crawler.engine.crawl(request)
                asked += 1
        if asked:
            raise DontCloseSpider
