"""What the holdings tell of a portal's crawls before the one that runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.runs import Run
from archive.status import read_status

# So many crawls back; a portal changes, and what it was years ago is no measure.
_CRAWLS = 8


def good_counts(holdings: Path, portal: str, kind: str, since: str | None = None) -> list[Mapping[str, Any]]:
    """Return what the last good crawls of *portal* that were of *kind* counted, the newest first.

    *since* (ISO) leaves out those that began earlier.
    """
    return [
        run.counts
        for run in _runs(holdings, portal)
        if run.outcome == "complete" and run.kind == kind and (since is None or run.started >= since)
    ][:_CRAWLS]


def failing_since(holdings: Path, portal: str) -> tuple[str | None, str | None]:
    """Return when the last good crawl of *portal* began, and when the first bad one after it did (ISO, UTC)."""
    first_bad = None
    for run in _runs(holdings, portal):
        if run.outcome == "complete":
            return run.started, first_bad
        first_bad = run.started
    return None, first_bad


def _runs(holdings: Path, portal: str) -> tuple[Run, ...]:
    statuses, _ = read_status(holdings, portal)
    return statuses[0].runs if statuses else ()
