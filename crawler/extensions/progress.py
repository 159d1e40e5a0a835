"""How far a crawl is: a file for whoever asks, and JSON lines for whoever started it."""

from __future__ import annotations

import json
import os
import time
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from archive.names import iso_time
from archive.progress import Live, forget_progress, write_progress
from crawler.extensions.archiving import Archiving, crawl_ended
from crawler.monitors import failures

FD = "XIANZHI_PROGRESS_FD"
# The rate is that of the last minute, at a tick a second.
_WINDOW = 60
_TOLD = ("pages", "documents", "duplicates", "unchanged", "bytes")


class Progress:
    """Extension that tells every second how far the crawl is, and at its end how it ended.

    The portal's folder has it as a file while the crawl runs; a file descriptor that the environment names gets lines.
    """

    def __init__(self, crawler: Crawler, fd: int | None) -> None:
        self._crawler = crawler
        self._fd = fd
        self._began = time.monotonic()
        self._pages: deque[tuple[float, int]] = deque(maxlen=_WINDOW)
        self._ticker: AsyncioLoopingCall | LoopingCall | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        number = os.environ.get(FD, "")
        progress = cls(crawler, int(number) if number.isdecimal() else None)
        crawler.signals.connect(progress.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(progress.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(progress.crawl_ended, signal=crawl_ended)
        return progress

    def spider_opened(self) -> None:
        """Begin."""
        self._ticker = create_looping_call(self._tick)
        self._ticker.start(1.0)

    def spider_closed(self) -> None:
        """Go on counting no more."""
        if self._ticker is not None and self._ticker.running:
            self._ticker.stop()

    def crawl_ended(self) -> None:
        """End with the line that names the outcome."""
        self.spider_closed()
        self._write_line()
        folder = self._folder()
        if folder is not None:
            try:
                forget_progress(folder.parent)
            except OSError:
                return  # what is left behind is told from a running crawl's by the portal's lock

    def _tick(self) -> None:
        stats = self._crawler.stats.get_stats()
        self._pages.append((time.monotonic(), stats.get("xianzhi/pages", 0)))
        self._write_file(stats)
        self._write_line()

    def _write_file(self, stats: Mapping[str, Any]) -> None:
        folder = self._folder()
        if folder is None:
            return
        try:
            write_progress(folder.parent, self._live(stats, folder.name))
        except OSError:
            # A disk that is full or gone is told, and acted upon, by the archive.
            return

    def _write_line(self) -> None:
        if self._fd is None:
            return
        line = json.dumps(self._state(), ensure_ascii=False) + "\n"
        try:
            os.write(self._fd, line.encode())
        except OSError:
            # Whoever listened is gone; the crawl itself goes on.
            self._fd = None

    def _folder(self) -> Path | None:
        folder = self._crawler.stats.get_value("xianzhi/folder")
        return Path(folder) if folder else None

    def _live(self, stats: Mapping[str, Any], crawl: str) -> Live:
        return Live(
            crawl=crawl,
            at=iso_time(datetime.now(UTC)),
            seconds=round(time.monotonic() - self._began, 1),
            failures=sum(failures(stats).values()),
            injections=_injections(stats),
            queue=self._waiting(),
            rate=round(self._rate(), 2),
            **{name: stats.get(f"xianzhi/{name}", 0) for name in _TOLD},
        )

    def _rate(self) -> float:
        (then, before), (now, pages) = self._pages[0], self._pages[-1]
        return (pages - before) / (now - then) if now > then else 0.0

    def _waiting(self) -> int:
        archiving = self._crawler.get_extension(Archiving)
        return archiving.waiting() if archiving else 0

    def _state(self) -> dict[str, Any]:
        stats = self._crawler.stats.get_stats()
        return {
            "portal": self._crawler.spidercls.name,
            "pages": stats.get("xianzhi/pages", 0),
            "documents": stats.get("xianzhi/documents", 0),
            "duplicates": stats.get("xianzhi/duplicates", 0),
            "injections": _injections(stats),
            "queue": self._waiting(),
            "bytes": stats.get("xianzhi/bytes", 0),
            "failures": failures(stats),
            "elapsed": round(time.monotonic() - self._began, 1),
            "outcome": stats.get("xianzhi/outcome"),
            "cause": stats.get("xianzhi/cause"),
            "folder": stats.get("xianzhi/folder"),
        }


def _injections(stats: Mapping[str, Any]) -> int:
    return sum(int(count) for name, count in stats.items() if name.startswith("xianzhi/injections/"))
