"""Scrapy's scheduler over the portal's queue file: a request is settled once its records and documents are on disk."""

from __future__ import annotations

import logging
import sqlite3
from typing import Any

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler, Scheduler
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import create_looping_call

from archive.errors import ArchiveError
from crawler.extensions.archiving import Archiving
from crawler.frontier.backlog import Backlog
from crawler.frontier.hours import Hours
from crawler.frontier.requests import read_request, write_request
from crawler.safety import endpoint

logger = logging.getLogger(__name__)

# Counts that a crawl which goes on must not begin anew; the monitors judge the whole.
_LASTING = ("xianzhi/", "column/", "downloader/", "robotstxt/", "retry/")


class Frontier(BaseScheduler):
    """Hands out requests from the queue file and settles those that the engine has done with.

    Settling, new requests and counts are one transaction that is committed after ``Crawl.sync``; a kill at any
    moment takes the queue back to the last commit. Where nothing is archived (``scrapy shell``, ``scrapy fetch``)
    Scrapy's own scheduler is built instead, whose requests call back what is no method of a spider.
    """

    def __init__(self, crawler: Crawler, archiving: Archiving) -> None:
        self._crawler = crawler
        self._archiving = archiving
        self._backlog: Backlog | None = None
        self._leases: dict[Request, int] = {}
        self._hours: Hours | None = None
        self._resumed = False
        self._ticker = create_looping_call(self._tick)
        self._interval = crawler.settings.getfloat("FRONTIER_COMMIT_INTERVAL")
        # So many pages, besides those under way, a kill may have to fetch again.
        self._most = max(1, crawler.settings.getint("CONCURRENT_REQUESTS"))
        self._taken = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BaseScheduler:  # type: ignore[override]
        archiving = crawler.get_extension(Archiving)
        return Scheduler.from_crawler(crawler) if archiving is None else cls(crawler, archiving)

    def open(self, spider: Spider) -> None:
        """Open the queue and start or continue the portal's crawl; what keeps it from that is the archive's cause."""
        archiving = self._archiving
        if self._dead():
            return
        path = archiving.holdings / spider.name / "frontier.sqlite"
        try:
            where = endpoint(getattr(spider, "home", ""))
            self._hours = Hours(self._crawler.settings.getdict("HOURS"), where[0] if where else "")
            archiving.portal_folder(spider)
            self._backlog = Backlog(path)
            self._start(archiving, spider)
        except (ArchiveError, ValueError) as error:
            archiving.refuse(str(error))
        except (OSError, sqlite3.Error) as error:
            archiving.refuse(f"{path}: the queue cannot be used: {error}; mend it, or remove it to begin anew")
        else:
            self._ticker.start(self._interval, now=False)

    def _start(self, archiving: Archiving, spider: Spider) -> None:
        backlog = self._open_backlog()
        self._resumed = bool(backlog.waiting)
        if self._resumed:
            self._restore(backlog.counts())
            logger.info("%s: going on where it was: %d requests wait", spider.name, backlog.waiting)
        else:
            backlog.clear()
        backlog.add_crawl(archiving.start(spider, resume=self._resumed))
        archiving.waiting = lambda: backlog.waiting + backlog.leased
        self._commit()

    def has_pending_requests(self) -> bool:
        return bool(self._backlog and self._backlog.waiting)

    def enqueue_request(self, request: Request) -> bool:
        if self._dead():
            return False
        try:
            return self._enqueue(request, self._open_backlog())
        except sqlite3.Error as error:
            self._fail(error)
        except ValueError as error:
            logger.error("%s", error)
            self._count("xianzhi/errors")
        return False

    def _enqueue(self, request: Request, backlog: Backlog) -> bool:
        fingerprint = self._crawler.request_fingerprinter.fingerprint(request)
        # What a crawl starts with was asked before, where it goes on; everything else decides for itself.
        filtered = not request.dont_filter or (self._resumed and request.meta.get("is_start_request"))
        if filtered and backlog.knows(fingerprint):
            self._count("frontier/seen")
            return False
        if self._crawler.spider is None:
            return False
        backlog.add(fingerprint, request.priority, write_request(request, self._crawler.spider))
        self._count("frontier/added")
        return True

    def next_request(self) -> Request | None:
        if self._dead() or self._crawler.spider is None:
            return None
        if self._hours is not None and not self._hours.allow():
            return None
        if self._taken >= self._most:
            self._tick()
        try:
            return self._take(self._open_backlog(), self._crawler.spider)
        except sqlite3.Error as error:
            self._fail(error)
            return None

    def _take(self, backlog: Backlog, spider: Spider) -> Request | None:
        while (lease := backlog.take()) is not None:
            try:
                request = read_request(lease.text, spider)
            except ValueError as error:
                # The portal's family changed since the request was put down.
                logger.error("%s", error)
                self._count("xianzhi/errors")
                backlog.acknowledge(lease.number, "unreadable request")
                continue
            self._leases[request] = lease.number
            self._taken += 1
            return request
        return None

    def close(self, reason: str) -> None:
        """Settle what is done and close the queue; an empty one is cleared, since its crawl is complete."""
        if self._ticker.running:
            self._ticker.stop()
        backlog = self._backlog
        if backlog is None:
            return
        dead = self._dead()
        try:
            if not dead:
                self._settle()
                self._commit()
                if reason == "finished" and not backlog.waiting and not backlog.leased:
                    backlog.clear()
            backlog.close(commit=not dead and not self._dead())
        except sqlite3.Error as error:
            self._fail(error)

    def _tick(self) -> None:
        if self._dead():
            return
        try:
            self._settle()
            self._commit()
        except sqlite3.Error as error:
            self._fail(error)

    def _settle(self) -> None:
        """Acknowledge every lease whose request the engine has let go of: answered, read, its output taken."""
        slot = self._crawler.engine._slot  # noqa: SLF001  no signal says that a callback's output is all processed
        in_progress: set[Request] = slot.inprogress if slot is not None else set()
        backlog = self._open_backlog()
        for request in [request for request in self._leases if request not in in_progress]:
            backlog.acknowledge(self._leases.pop(request), request.meta.get("failure"))

    def _commit(self) -> None:
        # First the records and documents, then the word that they are there.
        if not self._archiving.sync():
            return
        backlog = self._open_backlog()
        backlog.keep_counts(self._lasting_counts())
        backlog.commit()
        self._taken = 0

    def _lasting_counts(self) -> dict[str, int | float]:
        stats = self._crawler.stats.get_stats()
        return {
            name: value for name, value in stats.items() if name.startswith(_LASTING) and isinstance(value, int | float)
        }

    def _restore(self, counts: dict[str, Any]) -> None:
        for name, value in counts.items():
            self._crawler.stats.set_value(name, value)

    def _dead(self) -> bool:
        return self._archiving.cause is not None

    def _fail(self, error: sqlite3.Error) -> None:
        self._archiving.fail(f"{self._open_backlog().path}: the queue cannot be written: {error}")

    def _open_backlog(self) -> Backlog:
        if self._backlog is None:
            raise RuntimeError("the frontier is not open")
        return self._backlog

    def _count(self, name: str) -> None:
        self._crawler.stats.inc_value(name)
