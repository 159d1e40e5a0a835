"""A fictional site and the truth about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

HOST = "http://www.lixian.example"

Served = str | bytes | int


class Site(dict[str, Served]):
    """What each address serves: markup, bytes, or a status; and what answers addresses that nobody wrote down."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Served]]] = []

    def answer(self, pattern: str, answer: Callable[[re.Match[str]], Served]) -> None:
        """Let every address that *pattern* matches whole be answered, such as the days of a calendar without end."""
        self.answers.append((re.compile(re.escape(HOST) + pattern), answer))

    def get(self, url: str, default: Served = 404) -> Served:  # type: ignore[override]
        """Return what *url* serves."""
        if url in self:
            return self[url]
        for pattern, answer in self.answers:
            match = pattern.fullmatch(url)
            if match:
                return answer(match)
        return default


@dataclass
class Column:
    """A column's Chinese name, address, and the addresses of its articles, newest first."""

    name: str
    url: str
    articles: list[str]


@dataclass(frozen=True)
class Trap:
    """Addresses without end that hold no article, and how many of them a crawl may ask for."""

    name: str
    shape: re.Pattern[str]
    budget: int = 0


@dataclass
class Fiction:
    """A site and what is true of it; *entrance* is what an archivist would give to ``scrapy newportal``."""

    family: str
    site: Site = field(default_factory=Site)
    columns: list[Column] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)
    entrance: str = HOST + "/"
    # What a crawl may ask for and not get: rows whose page is gone, ends of lists.
    gone: set[str] = field(default_factory=set)
    title: str = "澧县人民政府"

    @property
    def home(self) -> str:
        return HOST + "/"

    @property
    def articles(self) -> set[str]:
        return {article for column in self.columns for article in column.articles}
