"""Names that may become folders and files: of portals, of crawls, of WARC files. Never taken from a page."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from gettext import gettext as _

from archive.errors import BadName

_PORTAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_CRAWL = re.compile(r"\d{8}T\d{6}Z")
_WARC = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}-\d{8}T\d{6}Z-\d{5,}\.warc\.gz")


def check_portal(name: str) -> str:
    """Return *name* if it can name a portal's folder.

    >>> check_portal("../etc")
    Traceback (most recent call last):
    archive.errors.BadName: '../etc': a portal's name is letters, digits, '_' and '-', a letter first
    """
    if not _PORTAL.fullmatch(name):
        raise BadName(_("{name!r}: a portal's name is letters, digits, '_' and '-', a letter first").format(name=name))
    return name


def check_crawl(name: str) -> str:
    """Return *name* if it is a crawl id such as 20250312T063500Z."""
    if not _CRAWL.fullmatch(name):
        raise BadName(_("{name!r}: a crawl id looks like 20250312T063500Z").format(name=name))
    return name


def check_warc(name: str) -> str:
    """Return *name* if it is a WARC file's name as crawls give it."""
    if not _WARC.fullmatch(name):
        words = _("{name!r}: a WARC file's name looks like portal-20250312T063500Z-00000.warc.gz")
        raise BadName(words.format(name=name))
    return name


def is_crawl(name: str) -> bool:
    """Tell whether *name* is a crawl id."""
    return _CRAWL.fullmatch(name) is not None


def crawl_id(started: datetime) -> str:
    """Return the crawl id of a crawl that started at *started* (aware).

    >>> crawl_id(datetime(2025, 3, 12, 6, 35, tzinfo=UTC))
    '20250312T063500Z'
    """
    return started.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def warc_name(portal: str, crawl: str, number: int) -> str:
    """Return the name of WARC file *number* (from 0) of a crawl."""
    return f"{portal}-{crawl}-{number:05d}.warc.gz"


def iso_time(moment: datetime, *, exact: bool = False) -> str:
    """Return *moment* (aware) in UTC as ISO 8601 ending in Z, with microseconds where *exact*.

    >>> iso_time(datetime(2025, 3, 12, 6, 35, tzinfo=UTC))
    '2025-03-12T06:35:00Z'
    """
    spec = "microseconds" if exact else "seconds"
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=spec) + "Z"
