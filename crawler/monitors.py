"""What a crawl must have done to count as a success; silence is not success."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Stats = Mapping[str, Any]

EXIT_STATUS = {"complete": 0, "failed": 1, "interrupted": 1, "unable": 2}


@dataclass(frozen=True, slots=True)
class Ending:
    """How a crawl came to its end: Scrapy's *reason*, what still *waits*, and the portal's *columns*."""

    reason: str
    waiting: int
    columns: tuple[str, ...]
    blocked_share: float = 0.05


def exit_status(stats: Stats) -> int:
    """Return 0 where the crawl met its expectations, 1 where it ran but failed, 2 where it could not run.

    >>> exit_status({"xianzhi/outcome": "failed"}), exit_status({})
    (1, 2)
    """
    return EXIT_STATUS.get(str(stats.get("xianzhi/outcome")), 2)


def find_faults(stats: Stats, ending: Ending) -> list[str]:
    """Return one line for each expectation that the crawl did not meet, the gravest first."""
    return [fault for monitor in _MONITORS for fault in monitor(stats, ending)]


def _queue_is_empty(stats: Stats, ending: Ending) -> Iterable[str]:
    del stats
    if ending.reason != "finished":
        yield f"not finished ({ending.reason}): {ending.waiting} requests wait; the next crawl goes on with them"


def _there_are_pages(stats: Stats, ending: Ending) -> Iterable[str]:
    del ending
    if not stats.get("xianzhi/pages"):
        causes = ", ".join(f"{count} {cause}" for cause, count in failures(stats).items())
        yield f"no page was fetched ({causes or 'nothing was asked for'})"


def _there_are_documents(stats: Stats, ending: Ending) -> Iterable[str]:
    del ending
    brought = any(stats.get(f"xianzhi/{name}") for name in _BROUGHT)
    known = any(name.endswith(("/known", "/known_ground")) for name in stats)
    if stats.get("xianzhi/pages") and not brought and not known:
        yield f"{stats['xianzhi/pages']} pages, but no document was read from them"


# By these a crawl shows that it read pages, or did not need to.
_BROUGHT = ("documents", "duplicates", "unchanged")


def _columns_have_links(stats: Stats, ending: Ending) -> Iterable[str]:
    for column in ending.columns:
        if not stats.get(f"column/{column}/links"):
            yield f"column {column!r} links to nothing; its list moved or is laid out anew"


def _few_pages_are_blocked(stats: Stats, ending: Ending) -> Iterable[str]:
    blocked = stats.get("xianzhi/blocked", 0)
    asked = max(1, stats.get("xianzhi/pages", 0))
    if blocked / asked > ending.blocked_share:
        yield f"{blocked} of {asked} pages were challenges; the site blocks the crawler"


def _spider_has_no_errors(stats: Stats, ending: Ending) -> Iterable[str]:
    del ending
    errors = stats.get("xianzhi/errors", 0)
    if errors:
        yield f"{errors} errors in the program; crawl.log names them"


_MONITORS: tuple[Callable[[Stats, Ending], Iterable[str]], ...] = (
    _there_are_pages,
    _there_are_documents,
    _columns_have_links,
    _few_pages_are_blocked,
    _spider_has_no_errors,
    _queue_is_empty,
)


def failures(stats: Stats) -> dict[str, int]:
    """Return how many requests came to nothing, by cause, the most frequent first."""
    prefix = "xianzhi/failures/"
    found = {name.removeprefix(prefix): int(count) for name, count in stats.items() if name.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
