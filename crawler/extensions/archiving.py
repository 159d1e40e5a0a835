"""The crawl's archive: begun before the first request, fed while it runs, closed with an outcome."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.defer import _schedule_coro
from twisted.python.failure import Failure

from archive.capture import Capture, RecordRef
from archive.crawl import Crawl
from archive.earlier import Splice
from archive.errors import ArchiveError
from archive.held_pages import HeldPage
from archive.opening import open_shelf
from crawler.errors import PortalError
from crawler.extensions.closing import Monitoring, counts_of, outcome_of
from crawler.extensions.logs import CrawlLog
from crawler.extensions.policy import read_setting, recorded_settings, robots_policy
from crawler.history import good_counts
from crawler.kind import FULL, kind_of
from crawler.monitors.evidence import Ending

logger = logging.getLogger(__name__)

# Sent once the outcome stands in the statistics.
crawl_ended = object()


class NotWritten(DropItem):
    """A document could not be written because the holdings take no more."""


class Archiving:
    """Extension that owns the crawl's archive and says how the crawl ended.

    The outcome stands in the statistics as ``xianzhi/outcome``: complete, failed, interrupted, or unable where
    nothing could be begun; with ``xianzhi/cause`` and ``xianzhi/folder``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._stats = crawler.stats
        self._crawl: Crawl | None = None
        self._log: CrawlLog | None = None
        self._monitoring = Monitoring(crawler)
        self._began = time.monotonic()
        self._bytes_left = float("inf")
        self._blocked_share = 1.0
        self._measured_since: str | None = None
        self.cause: str | None = None
        self.waiting: Callable[[], int] = lambda: 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Archiving:
        # scrapy shell and fetch run a spider of their own, which is no portal.
        if not getattr(crawler.spidercls, "home", None):
            raise NotConfigured
        settings = crawler.settings
        if settings.getdict("ROBOTS_OVERRIDES").get(crawler.spidercls.name):
            settings.set("ROBOTSTXT_OBEY", False, priority="cmdline")
        if settings.get("OPERATOR"):
            named = settings["USER_AGENT"].replace("operator not named", settings["OPERATOR"])
            settings.set("USER_AGENT", named, priority="cmdline")
        archiving = cls(crawler)
        try:
            archiving._take_settings()
        except ValueError as error:
            archiving.refuse(str(error))
        for handler, signal in (
            (archiving.spider_opened, signals.spider_opened),
            (archiving.response_received, signals.response_received),
            (archiving.spider_error, signals.spider_error),
            (archiving.spider_error, signals.item_error),
            (archiving.spider_closed, signals.spider_closed),
        ):
            crawler.signals.connect(handler, signal=signal)
        return archiving

    def _take_settings(self) -> None:
        """Read what is needed at the crawl's end, so that a wrong value is told before its beginning; ValueError."""
        settings = self._crawler.settings
        self._bytes_left = read_setting(settings, "BYTES_BUDGET", settings.getint) or float("inf")
        self._blocked_share = read_setting(settings, "BLOCKED_SHARE", settings.getfloat)
        since = read_setting(settings, "MONITOR_SINCE", settings.getdict)
        self._measured_since = since.get(self._crawler.spidercls.name)
        self._monitoring.check()

    @property
    def holdings(self) -> Path:
        """The store."""
        return Path(self._crawler.settings["HOLDINGS"])

    def portal_folder(self, spider: Spider) -> Path:
        """Return the portal's folder in the holdings, made where it is missing; raises ArchiveError."""
        return open_shelf(self.holdings, spider.name)

    def start(self, spider: Spider, *, resume: bool) -> str:
        """Begin a crawl, or go on with the one that was cut off, and return its id; raises ArchiveError."""
        settings = self._crawler.settings
        self._crawl = Crawl.start(
            self.holdings,
            spider.name,
            title=getattr(spider, "title", spider.name),
            division_code=getattr(spider, "division_code", None),
            settings=recorded_settings(settings),
            operator=settings.get("OPERATOR") or None,
            robots=robots_policy(settings, spider.name),
            resume=resume,
            kind=kind_of(settings, self.holdings, spider.name, datetime.now(UTC)),
        )
        self._log = CrawlLog(self._crawl.folder, settings)
        self._stats.set_value("xianzhi/folder", str(self._crawl.folder))
        return self._crawl.id

    @property
    def kind(self) -> str:
        """What the crawl is: ``full`` or ``incremental``."""
        return self._crawl.kind if self._crawl is not None else FULL

    def find_page(self, url: str) -> HeldPage | None:
        """Return what good crawls of the portal have of *url*, or None."""
        return self._crawl.find_page(url) if self._crawl is not None and self.cause is None else None

    def recent_pages(self, since: str) -> list[str]:
        """Return the addresses of the portal's documents published on the day *since* or later."""
        return self._crawl.recent_pages(since) if self._crawl is not None and self.cause is None else []

    def find_earlier_line(self, url: str, story: int | None) -> dict[str, Any] | None:
        """Return what an earlier crawl of the portal wrote of *url*, on a page of several stories of that *story*."""
        return self._crawl.find_earlier_line(url, story) if self._crawl is not None and self.cause is None else None

    def find_splices(self) -> list[Splice]:
        """Return the phrases that were found to be spliced into pages of the holdings, the newest first."""
        return self._crawl.find_splices() if self._crawl is not None and self.cause is None else []

    def refuse(self, cause: str) -> None:
        """Take note of why the crawl cannot begin."""
        self.cause = cause
        logger.error("%s", cause)

    def spider_opened(self) -> None:
        """Close the spider again where the crawl cannot begin."""
        if self.cause is not None:
            raise CloseSpider("unable")

    def keep(self, capture: Capture) -> RecordRef | None:
        """Return where *capture* lies now, or None where it cannot be written; the crawl then ends."""
        if self._crawl is None or self.cause is not None:
            return None
        try:
            record = self._crawl.write_capture(capture)
        except (ArchiveError, OSError) as error:
            self.fail(str(error))
            return None
        self._stats.inc_value("xianzhi/bytes", len(capture.response))
        self._spend(len(capture.response))
        self._stats.inc_value("xianzhi/records")
        if record.warc_type == "revisit":
            self._stats.inc_value("xianzhi/revisits")
        return record

    def convert(self, record: RecordRef, markup: str, url: str) -> bool:
        """Return whether *markup*, which a browser made of the page in *record*, is written as its conversion."""
        if self._crawl is None or self.cause is not None:
            return False
        try:
            self._crawl.write_conversion(markup, record, url, content_type="text/html; charset=utf-8")
        except (ArchiveError, OSError) as error:
            self.fail(str(error))
            return False
        self._stats.inc_value("xianzhi/records")
        return True

    def write_document(self, line: Mapping[str, Any], *, converted: bool) -> bool:
        """Return True where *line* is a new document, False where its text is held; raises NotWritten.

        *converted* text, restored or taken out of a file, becomes a record as well.
        """
        if self._crawl is None or self.cause is not None:
            raise NotWritten(self.cause or "no crawl is running")
        try:
            return self._crawl.write_document(line, converted=converted)
        except (ArchiveError, OSError) as error:
            self.fail(str(error))
            raise NotWritten(str(error)) from error

    def sync(self) -> bool:
        """Return whether all that was handed over so far is on the disk."""
        if self._crawl is None or self.cause is not None:
            return False
        try:
            self._crawl.sync()
        except (ArchiveError, OSError) as error:
            self.fail(str(error))
            return False
        return True

    def fail(self, cause: str) -> None:
        """End the crawl because the holdings take no more."""
        if self.cause is not None:
            return
        self.cause = cause
        logger.error("%s", cause)
        self._close("failed")

    def _close(self, reason: str) -> None:
        if self._crawler.crawling:
            _schedule_coro(self._crawler.engine.close_spider_async(reason=reason))

    def _spend(self, size: int) -> None:
        """Close the crawl where the budget of bytes for this run of it is spent; what is under way still arrives."""
        spent, self._bytes_left = self._bytes_left <= 0, self._bytes_left - size
        if self._bytes_left <= 0 and not spent:
            # Named as Scrapy names the ends of its own budgets.
            self._close("closespider_bytes")

    def response_received(self, response: Response, request: Request) -> None:
        """Count pages: what was asked for by the spider and served; robots.txt is none."""
        if 200 <= response.status < 300 and request.callback is not NO_CALLBACK:
            self._stats.inc_value("xianzhi/pages")

    def spider_error(self, failure: Failure) -> None:
        """Count errors of the program; what is wrong with a portal is counted elsewhere."""
        if not isinstance(failure.value, PortalError):
            self._stats.inc_value("xianzhi/errors")

    def _finish(
        self, crawl: Crawl, outcome: str, cause: str | None, counts: Mapping[str, Any]
    ) -> tuple[str, str | None]:
        """Close the archive and return how the crawl ended after all."""
        try:
            if self.cause is not None:
                crawl.abandon()
            else:
                crawl.finish(outcome, counts, cause)
        except (ArchiveError, OSError) as error:
            logger.error("%s", error)
            return "failed", str(error)
        return outcome, cause

    def _counts(self, spider: Spider, reason: str) -> dict[str, Any]:
        ending = {"seconds": round(time.monotonic() - self._began, 1), "waiting": self.waiting(), "reason": reason}
        return counts_of(self._stats.get_stats(), getattr(spider, "columns", ())) | ending

    def _crawls_before(self, spider: Spider, reason: str) -> list[Mapping[str, Any]]:
        """Return what good crawls before counted, where this one can be held against them."""
        if reason != "finished" or self._crawl is None:
            return []  # how much is missing says nothing of a crawl that was cut off
        try:
            return good_counts(self.holdings, spider.name, self.kind, self._measured_since)
        except (ArchiveError, OSError) as error:
            logger.warning("%s; the crawl cannot be held against those before it", error)
            return []

    def _judge(self, spider: Spider, counts: dict[str, Any]) -> list[str]:
        """Return what is wrong with the crawl, in the language of the locale; *counts* take it over in both."""
        ending = Ending(
            reason=counts["reason"],
            waiting=counts["waiting"],
            columns=tuple(getattr(spider, "columns", ())),
            blocked_share=self._blocked_share,
        )
        before = self._crawls_before(spider, ending.reason)
        faults, passed = self._monitoring.judge(spider, counts, ending, self.kind, before)
        counts |= {"faults": [fault.as_line() for fault in faults], "monitors_passed": passed}
        for fault in faults:
            logger.error("%s: %s", spider.name, fault.message)
        return [str(fault.message) for fault in faults]

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Judge the crawl, close its archive and tell the outcome."""
        counts = self._counts(spider, reason)
        faults = [self.cause] if self.cause else self._judge(spider, counts)
        outcome = outcome_of(reason, faults)
        logger.info("%s: %s", spider.name, outcome)
        cause = "\n".join(faults) or None
        if self._crawl is not None:
            outcome, cause = self._finish(self._crawl, outcome, cause, counts)
        if self._log is not None:
            self._log.close()
        self._stats.set_value("xianzhi/outcome", outcome)
        if cause is not None:
            self._stats.set_value("xianzhi/faults", cause.splitlines())
            self._stats.set_value("xianzhi/cause", "; ".join(cause.splitlines()))
        self._crawler.signals.send_catch_log(crawl_ended)
        self._monitoring.act()
