"""How each portal stands: its last runs, its last good one, what runs now, and where its counts go."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.description import RUNNING
from archive.lock import is_locked
from archive.progress import Live, read_progress
from archive.runs import RECENT, History, Run, read_histories

_STEADY = 0.25  # a change of less than a quarter is no trend


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """How one portal stands; *runs* are its crawls, the newest first, *live* is how far the one is that runs now.

    Where all portals are told, *runs* are the newest and the last good one of the *held* ones.
    """

    portal: str
    runs: tuple[Run, ...]
    running: bool = False
    live: Live | None = None
    held: int = 0

    @property
    def title(self) -> str | None:
        """The portal's Chinese name."""
        return next((run.title for run in self.runs if run.title), None)

    @property
    def last(self) -> Run | None:
        """The newest run."""
        return self.runs[0] if self.runs else None

    @property
    def last_good(self) -> Run | None:
        """The newest run that met its expectations."""
        return next((run for run in self.runs if run.outcome == "complete"), None)

    @property
    def trend(self) -> tuple[int, ...]:
        """Documents of the last runs that ended, new and known ones, the oldest first."""
        ended = [run for run in self.runs if run.ended][:RECENT]
        return tuple(run.documents + run.count("duplicates") for run in reversed(ended))

    @property
    def direction(self) -> str | None:
        """``rising``, ``steady`` or ``falling``: the last run against the middle of those before; None with too few."""
        return direction(self.trend)

    def as_line(self) -> dict[str, Any]:
        """Return the status as plain JSON values, which ``xianzhi status --json`` prints and scripts rely on.

        ``running``, ``last_run`` and ``last_good`` are runs or null; a run has portal, crawl (its id), title, kind,
        started, ended, outcome, cause, counts (those of its crawl.json) and folder. ``live`` is how far the run is
        that runs now, or null: crawl, at, seconds, pages, documents, duplicates, unchanged, injections, failures,
        bytes, queue, rate (pages a second in the last minute), seconds_left. ``trend`` has the documents of the last
        runs, the oldest first, and its direction: rising, steady, falling or null.
        """
        return {
            "portal": self.portal,
            "title": self.title,
            "running": asdict(self.runs[0]) if self.running and self.runs else None,
            "live": self.live.as_line() if self.live else None,
            "last_run": asdict(self.last) if self.last else None,
            "last_good": asdict(self.last_good) if self.last_good else None,
            "runs": self.held,
            "trend": {"documents": list(self.trend), "direction": self.direction},
        }


def direction(counts: tuple[int, ...]) -> str | None:
    """Return where *counts*, the oldest first, go.

    >>> direction((100, 104, 98, 20)), direction((100, 104, 98, 101)), direction((5,))
    ('falling', 'steady', None)
    """
    if len(counts) < 2:
        return None
    before = sorted(counts[:-1])
    middle = before[len(before) // 2]
    if abs(counts[-1] - middle) <= _STEADY * max(middle, 1):
        return "steady"
    return "rising" if counts[-1] > middle else "falling"


def read_status(holdings: Path, portal: str | None = None) -> tuple[list[PortalStatus], list[str]]:
    """Return how the portals of *holdings* stand, by name, and a line for each thing that could not be read.

    The catalogue is asked; where it cannot be, the crawl folders themselves are, which takes longer.
    """
    histories, faults = read_histories(holdings, portal)
    return [_status(holdings, history) for history in histories], faults


def last_full(holdings: Path, portal: str) -> datetime | None:
    """Return when the last full crawl of *portal* that met its expectations started."""
    statuses, _faults = read_status(holdings, portal)
    runs = (run for status in statuses for run in status.runs)
    good = next((run for run in runs if run.kind == "full" and run.outcome == "complete"), None)
    return datetime.fromisoformat(good.started) if good else None


def _status(holdings: Path, history: History) -> PortalStatus:
    shelf = holdings / history.portal
    running = is_locked(shelf)
    # What a crawl that was killed left behind says nothing of now.
    live = read_progress(shelf) if running else None
    newest = history.runs[0].crawl
    runs = tuple(_settled(run, running and run.crawl == newest) for run in history.runs)
    return PortalStatus(history.portal, runs, running, live if live and live.crawl == newest else None, history.held)


def _settled(run: Run, running: bool) -> Run:
    """Return *run* as it is now: one that no process works at any more was cut off, whatever its row says."""
    if run.outcome != RUNNING or running:
        return run
    cause = run.cause or _("the process ended without closing the crawl")
    # What its monitors said when it was closed once before is of then.
    counts = {name: value for name, value in run.counts.items() if name != "faults"}
    return replace(run, outcome="interrupted", cause=cause, counts=counts)
