"""How each portal stands: its last runs, its last good one, what runs now, and where its counts go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.catalogue import NAME as CATALOGUE
from archive.catalogue import Catalogue
from archive.causes import cause_line
from archive.description import RUNNING, read_description
from archive.errors import ArchiveError
from archive.lock import is_locked
from archive.names import check_portal, is_crawl
from archive.progress import Live, read_progress

_TREND = 12  # runs that the trend looks back on
_STEADY = 0.25  # a change of less than a quarter is no trend


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl as its row in the catalogue, or its crawl.json, tells it; times are ISO 8601, UTC."""

    portal: str
    crawl: str
    title: str | None
    kind: str | None
    started: str
    ended: str | None
    outcome: str
    cause: str | None
    counts: Mapping[str, Any]
    folder: str

    @property
    def why(self) -> str | None:
        """Why it was not good, as one line in the language of the locale."""
        return cause_line(self.cause, self.counts)

    @property
    def documents(self) -> int:
        """How many documents it brought."""
        return self.count("documents")

    def count(self, name: str) -> int:
        """Return the count called *name*; of a count by cause or kind, its sum."""
        value = self.counts.get(name)
        if isinstance(value, Mapping):
            return sum(int(part) for part in value.values() if isinstance(part, int))
        return int(value) if isinstance(value, int | float) else 0


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """How one portal stands; *runs* are its crawls, the newest first, *live* is how far the one is that runs now."""

    portal: str
    runs: tuple[Run, ...]
    running: bool = False
    live: Live | None = None

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
        ended = [run for run in self.runs if run.ended][:_TREND]
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
            "runs": len(self.runs),
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
    faults: list[str] = []
    try:
        runs = _catalogued(holdings, portal)
    except ArchiveError as error:
        faults.append(str(error))
        runs = None
    if runs is None:
        runs = list(_shelved(holdings, portal, faults))
    shelves: dict[str, list[Run]] = {}
    for run in runs:
        shelves.setdefault(run.portal, []).append(run)
    return [_status(holdings, name, shelves[name]) for name in sorted(shelves)], faults


def last_full(holdings: Path, portal: str) -> datetime | None:
    """Return when the last full crawl of *portal* that met its expectations started."""
    statuses, _faults = read_status(holdings, portal)
    runs = (run for status in statuses for run in status.runs)
    good = next((run for run in runs if run.kind == "full" and run.outcome == "complete"), None)
    return datetime.fromisoformat(good.started) if good else None


def _status(holdings: Path, portal: str, runs: Iterable[Run]) -> PortalStatus:
    newest = sorted(runs, key=lambda run: run.crawl, reverse=True)
    running = is_locked(holdings / portal)
    # What a crawl that was killed left behind says nothing of now.
    live = read_progress(holdings / portal) if running else None
    runs = tuple(_settled(run, running and run is newest[0]) for run in newest)
    return PortalStatus(portal, runs, running, live if live and newest and live.crawl == newest[0].crawl else None)


def _settled(run: Run, running: bool) -> Run:
    """Return *run* as it is now: one that no process works at any more was cut off, whatever its row says."""
    if run.outcome != RUNNING or running:
        return run
    cause = run.cause or _("the process ended without closing the crawl")
    # What its monitors said when it was closed once before is of then.
    counts = {name: value for name, value in run.counts.items() if name != "faults"}
    return replace(run, outcome="interrupted", cause=cause, counts=counts)


def _catalogued(holdings: Path, portal: str | None) -> list[Run] | None:
    if not (holdings / CATALOGUE).exists():
        return None
    catalogue = Catalogue(holdings)
    try:
        columns = "portal, crawl, title, kind, started, ended, outcome, cause, counts, folder"
        where, values = (" WHERE portal = ?", (portal,)) if portal else ("", ())
        rows = catalogue.query(f"SELECT {columns} FROM crawls{where}", values)  # noqa: S608  both parts stand here
    finally:
        catalogue.close()
    return [_row_run(*row) for row in rows]


def _row_run(*row: Any) -> Run:
    portal, crawl, title, kind, started, ended, outcome, cause, counts, folder = row
    return Run(portal, crawl, title, kind, started, ended, outcome, cause, _counts(counts), folder)


def _counts(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _shelved(holdings: Path, portal: str | None, faults: list[str]) -> Iterator[Run]:
    shelves = [holdings / check_portal(portal)] if portal else _folders(holdings)
    for shelf in shelves:
        for folder in _folders(shelf):
            if is_crawl(folder.name):
                try:
                    yield _described(folder)
                except ArchiveError as error:
                    faults.append(str(error))


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _described(folder: Path) -> Run:
    found = read_description(folder)
    counts = found.get("counts")
    texts = {name: str(found[name]) if found.get(name) else None for name in ("title", "kind", "ended", "cause")}
    return Run(
        portal=folder.parent.name,
        crawl=folder.name,
        started=str(found.get("started") or ""),
        outcome=str(found["outcome"]),
        counts=counts if isinstance(counts, dict) else {},
        folder=f"{folder.parent.name}/{folder.name}",
        **texts,
    )
