"""The Crawl-delay that a robots.txt asks for."""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.throttle import AutoThrottle

logger = logging.getLogger(__name__)


class CrawlDelay:
    """Extension that keeps the delay a host's robots.txt asks for, where it is longer than ours, up to a limit."""

    def __init__(self, crawler: Crawler, longest: float) -> None:
        self._crawler = crawler
        self._longest = longest

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        settings = crawler.settings
        longest = settings.getfloat("ROBOTS_DELAY_MAX")
        # Whoever sets the delay to nothing crawls a replay, or a server of his own.
        if not longest or not settings.getfloat("DOWNLOAD_DELAY") or not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        delays = cls(crawler, longest)
        crawler.signals.connect(delays.robots_parsed, signal=signals.robots_parsed)
        return delays

    def robots_parsed(self, robotparser: Any, request: Request) -> None:
        """Slow down the host of *request*."""
        rules: Any = getattr(robotparser, "rp", None)
        asked = rules.crawl_delay(self._crawler.settings["USER_AGENT"]) if rules is not None else None
        if not asked:
            return
        delay = min(float(asked), self._longest)
        downloader = self._crawler.engine.downloader
        slot = downloader.slots.get(downloader.get_slot_key(request))
        if slot is None or slot.delay >= delay:
            return
        logger.info("%s: robots.txt asks for %g seconds between requests", request.url, asked)
        # Asked for is the least, not the mean.
        slot.delay, slot.jitter = delay, 0.0
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            # It would bring the delay down again when the host answers fast.
            throttle.mindelay = max(throttle.mindelay, delay)
