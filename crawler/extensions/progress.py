"""How far a crawl is, as JSON lines for whoever started it."""

from __future__ import annotations

import json
import os
import time
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from crawler.extensions.archiving import Archiving, crawl_ended
from crawler.monitors import failures

FD = "XIANZHI_PROGRESS_FD"


class Progress:
    """Extension that writes a line a second, and one at the end, to the file descriptor that the environment names."""

    def __init__(self, crawler: Crawler, fd: int) -> None:
        self._crawler = crawler
        self._fd = fd
        self._began = time.monotonic()
        self._ticker = create_looping_call(self._write)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        number = os.environ.get(FD, "")
        if not number.isdecimal():
            raise NotConfigured
        progress = cls(crawler, int(number))
        crawler.signals.connect(progress.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(progress.crawl_ended, signal=crawl_ended)
        return progress

    def spider_opened(self) -> None:
        """Begin."""
        self._ticker.start(1.0)

    def crawl_ended(self) -> None:
        """End with the line that names the outcome."""
        if self._ticker.running:
            self._ticker.stop()
        self._write()

    def _write(self) -> None:
        line = json.dumps(self._state(), ensure_ascii=False) + "\n"
        try:
            os.write(self._fd, line.encode())
        except OSError:
            # Whoever listened is gone; the crawl itself goes on.
            if self._ticker.running:
                self._ticker.stop()

    def _state(self) -> dict[str, Any]:
        stats = self._crawler.stats.get_stats()
        archiving = self._crawler.get_extension(Archiving)
        return {
            "portal": self._crawler.spidercls.name,
            "pages": stats.get("xianzhi/pages", 0),
            "documents": stats.get("xianzhi/documents", 0),
            "duplicates": stats.get("xianzhi/duplicates", 0),
            "injections": sum(int(n) for name, n in stats.items() if name.startswith("xianzhi/injections/")),
            "queue": archiving.waiting() if archiving else 0,
            "bytes": stats.get("xianzhi/bytes", 0),
            "failures": failures(stats),
            "elapsed": round(time.monotonic() - self._began, 1),
            "outcome": stats.get("xianzhi/outcome"),
            "cause": stats.get("xianzhi/cause"),
            "folder": stats.get("xianzhi/folder"),
        }
