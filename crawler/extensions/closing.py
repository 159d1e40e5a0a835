"""The end of a crawl: what it counted, what the monitors say of it, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scrapy import Spider
from scrapy.crawler import Crawler

from crawler.extensions.in_time import in_time
from crawler.monitors import failures
from crawler.monitors.evidence import Ending, Fault

if TYPE_CHECKING:
    from crawler.monitors.judging import Judgement

_COUNTED = (
    "pages",
    "documents",
    "duplicates",
    "records",
    "revisits",
    "unchanged",
    "vanished",
    "bytes",
    "blocked",
    "unreadable",
    "invalid",
    "errors",
)
# Actions write reports and talk to others; a crawl waits so long for all of them.
_ACTION_SECONDS = 60.0


def counts_of(stats: Mapping[str, Any], declared: Iterable[str] = ()) -> dict[str, Any]:
    """Return what a crawl's *stats* say of it, as crawl.json and the catalogue keep it.

    Columns that the portal has *declared* are told also where they are silent.
    """
    columns: dict[str, dict[str, Any]] = {column: {"links": 0} for column in declared}
    for name, value in _under(stats, "column/").items():
        column, _, what = name.partition("/")
        columns.setdefault(column, {})[what] = value
    return {
        **{name: stats.get(f"xianzhi/{name}", 0) for name in _COUNTED},
        "requests": _under(stats, "downloader/response_status_count/"),
        "injections": _under(stats, "xianzhi/injections/"),
        "fields": _under(stats, "xianzhi/fields/"),
        "failures": failures(stats),
        "examples": _under(stats, "xianzhi/examples/"),
        "columns": columns,
    }


class Monitoring:
    """The monitors of one crawl and, once its archive is closed, their actions."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._judgement: Judgement | None = None

    def check(self) -> None:
        """Raise ValueError where the settings name monitors that cannot be had: sooner than at a crawl's end."""
        if self._crawler.settings.getlist("SPIDERMON_SPIDER_CLOSE_MONITORS"):
            self._judgement = self._new()

    def judge(
        self, spider: Spider, counts: Mapping[str, Any], ending: Ending, kind: str, before: Sequence[Mapping[str, Any]]
    ) -> tuple[list[Fault], int]:
        """Return what is wrong with the crawl, the gravest first, and how many monitors found nothing wrong."""
        self._judgement = self._judgement or self._new()
        self._judgement.judge(spider, counts, ending, kind, before)
        return self._judgement.faults, self._judgement.passed

    def act(self) -> None:
        """Let the actions run that the monitors' suites name."""
        if self._judgement is not None and self._judgement.judged:
            in_time("monitors", "the actions were not all done", _ACTION_SECONDS, self._judgement.act)

    def _new(self) -> Judgement:
        # Spidermon is loaded when a crawl ends, not by every command and every start of a crawl.
        from crawler.monitors.judging import Judgement

        return Judgement(self._crawler)


def outcome_of(reason: str, faults: Sequence[object]) -> str:
    """Return the outcome of a crawl that Scrapy closed for *reason* and in which *faults* were found.

    >>> outcome_of("shutdown", ["not finished (it was stopped): 3 still in the queue"])
    'interrupted'
    """
    if reason == "unable":
        return "unable"
    if not faults:
        return "complete"
    # Ctrl-C and SIGTERM, or one of Scrapy's CLOSESPIDER settings.
    return "interrupted" if reason == "shutdown" or reason.startswith("closespider") else "failed"


def _under(stats: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in sorted(stats.items()) if name.startswith(prefix)}
