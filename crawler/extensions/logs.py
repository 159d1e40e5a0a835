"""A log that an archivist can read: one line an event, no tracebacks unless the level is DEBUG."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.errors import PortalError
from crawler.failures import explain

# Where Scrapy and asyncio log exceptions with their tracebacks.
_LOGGERS = (
    "scrapy.core.engine",
    "scrapy.core.scraper",
    "scrapy.core.downloader",
    "scrapy.downloadermiddlewares.robotstxt",
    "scrapy.utils.signal",
    "scrapy.middleware",
    "asyncio",
    "twisted",
)


class _OneLine(logging.Filter):
    """Turns a record with a traceback into one line; the traceback goes to DEBUG."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not isinstance(record.exc_info, tuple):
            return True
        kind, error, trace = record.exc_info
        record.exc_info = None
        if error is None or kind is None or record.levelno < logging.ERROR:
            return True  # a page that was not fetched is no fault of the program, and no line of it is to blame
        if isinstance(error, PortalError):
            record.msg, record.args, record.levelno, record.levelname = str(error), (), logging.WARNING, "WARNING"
            return True
        frames = traceback.extract_tb(trace)
        where = f" ({frames[-1].filename}:{frames[-1].lineno})" if frames else ""
        words = " ".join(f"{record.getMessage().splitlines()[0]}: {kind.__name__}: {error}".split())
        record.msg, record.args = "%s", (words + where,)
        logging.getLogger(record.name + ".traceback").debug("", exc_info=(kind, error, trace))
        return True


class CrawlLog(logging.FileHandler):
    """The crawl's own log, ``crawl.log`` in its *folder*, from its making to ``close``."""

    def __init__(self, folder: Path, settings: BaseSettings) -> None:
        super().__init__(folder / "crawl.log", encoding="utf-8", delay=True)
        self.setLevel(settings.get("LOG_LEVEL"))
        self.setFormatter(logging.Formatter(settings.get("LOG_FORMAT"), settings.get("LOG_DATEFORMAT")))
        logging.getLogger().addHandler(self)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802  logging's names
        """End the log where it cannot be written: what fills the disk is told by the archive."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        logging.getLogger().removeHandler(self)
        super().close()


class OneLineErrors:
    """Extension that shortens what Scrapy logs with a traceback."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> OneLineErrors:
        del crawler
        for name in _LOGGERS:
            logger = logging.getLogger(name)
            if not any(isinstance(known, _OneLine) for known in logger.filters):
                logger.addFilter(_OneLine())
        return cls()


class Terse(LogFormatter):
    """Scrapy's messages without a page's content in them, and none of what is counted instead."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """Name the page, at the level of DEBUG."""
        del response, spider
        url = getattr(item, "url", "a document")
        return {"level": logging.DEBUG, "msg": "%(url)s: kept as a document", "args": {"url": url}}

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Name the page and the reason; a duplicate is no news."""
        del spider
        level = exception.log_level if isinstance(exception, DropItem) else None
        url = getattr(item, "url", None) or getattr(response, "url", "")
        return {
            "level": _number(level or logging.WARNING),
            "msg": "%(url)s: %(why)s",
            "args": {"url": url, "why": str(exception)},
        }

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Name the document that could not be kept."""
        del exception, response, spider
        url = getattr(item, "url", "a document")
        return {"level": logging.ERROR, "msg": "%(url)s: could not be kept", "args": {"url": url}}

    def download_error(
        self, failure: Failure, request: Request, spider: Spider, errmsg: str | None = None
    ) -> LogFormatterResult:
        """Say in one line what was not fetched."""
        del spider
        why = errmsg or explain(request, failure)
        return {"level": logging.WARNING, "msg": "%(url)s: %(why)s", "args": {"url": request.url, "why": why}}


def _number(level: int | str) -> int:
    return level if isinstance(level, int) else logging.getLevelNamesMapping()[level]
