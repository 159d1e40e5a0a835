"""Whether a crawl asks for the whole portal or for what is new."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from scrapy.settings import BaseSettings

from archive.status import last_full
from crawler.extensions.policy import read_setting

FULL, INCREMENTAL = "full", "incremental"


def kind_of(settings: BaseSettings, holdings: Path, portal: str, now: datetime) -> str:
    """Return what a crawl of *portal* that begins *now* is: incremental only on a good full crawl that is not too old.

    Raises ValueError where the setting CRAWL_KIND is neither, or FULL_CRAWL_DAYS is no number.
    """
    wanted = str(settings.get("CRAWL_KIND", FULL))
    if wanted not in (FULL, INCREMENTAL):
        raise ValueError(f"CRAWL_KIND is {wanted!r}; it should be {FULL} or {INCREMENTAL}")
    if wanted == FULL:
        return FULL
    days = read_setting(settings, "FULL_CRAWL_DAYS", settings.getfloat)
    last = last_full(holdings, portal)
    too_old = last is None or now - last > timedelta(days=days)
    return FULL if too_old else INCREMENTAL
