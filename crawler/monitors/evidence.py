"""What a crawl is judged by, and what is found wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.language import Said
from crawler.regressions import Limits


@dataclass(frozen=True, slots=True)
class Ending:
    """How a crawl came to its end: Scrapy's *reason*, what still *waits*, and the portal's *columns*."""

    reason: str
    waiting: int
    columns: tuple[str, ...]
    blocked_share: float = 0.05


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a crawl counted (as in its crawl.json), how it ended, and the *limits* learnt from the crawls before it.

    *limits* are None where there is nothing to learn from, or where the crawl was cut off: how much is missing then
    says nothing.
    """

    counts: Mapping[str, Any]
    ending: Ending
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a *monitor* found wrong, with the title of what it checks."""

    monitor: str
    title: Said
    message: Said

    def as_line(self) -> dict[str, str]:
        """Return the fault as plain JSON values, its words in both languages."""
        return {
            "monitor": self.monitor,
            "title_zh": self.title.zh,
            "title_en": self.title.en,
            "zh": self.message.zh,
            "en": self.message.en,
        }
