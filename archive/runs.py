"""The crawls of each portal as the catalogue tells them or, where it cannot be asked, the crawl folders."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from archive.catalogue import NAME as CATALOGUE
from archive.catalogue import Catalogue
from archive.causes import cause_line
from archive.description import read_description
from archive.errors import ArchiveError
from archive.names import check_portal, is_crawl

RECENT = 12  # runs of each portal that are read where all portals are
_GOOD = "complete"
# What is kept of the counts of older runs: a year of all counties would not fit in memory.
_TRENDING = ("documents", "duplicates")
_COLUMNS = "portal, crawl, title, kind, started, ended, outcome, cause, counts, folder"


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
class History:
    """The *runs* of one portal, the newest first, of the *held* ones that there are."""

    portal: str
    runs: tuple[Run, ...]
    held: int


def read_histories(holdings: Path, portal: str | None = None) -> tuple[list[History], list[str]]:
    """Return the runs of *portal*, or of all by name, and a line for each thing that could not be read.

    Of one portal all runs are told. Of all portals the newest ``RECENT`` and the last good one are, and the counts of
    those before the newest and the good one have no more than a trend needs.
    """
    faults: list[str] = []
    try:
        found = _catalogued(holdings, portal)
    except ArchiveError as error:
        faults.append(str(error))
        found = None
    if found is None:
        shelves = [holdings / check_portal(portal)] if portal else _folders(holdings)
        found = [history for shelf in shelves if (history := _shelved(shelf, faults, whole=portal is not None)).held]
    return sorted(found, key=lambda history: history.portal), faults


def _catalogued(holdings: Path, portal: str | None) -> list[History] | None:
    if not (holdings / CATALOGUE).exists():
        return None
    catalogue = Catalogue(holdings)
    try:
        if portal is not None:
            runs = _select(catalogue, "portal = ? ORDER BY crawl DESC", portal)
            return [History(portal, tuple(runs), len(runs))] if runs else []
        held = catalogue.query("SELECT portal, count(*) FROM crawls GROUP BY portal")
        return [History(name, _recent(catalogue, name), int(number)) for name, number in held]
    finally:
        catalogue.close()


def _recent(catalogue: Catalogue, portal: str) -> tuple[Run, ...]:
    newest = _select(catalogue, f"portal = ? ORDER BY crawl DESC LIMIT {RECENT}", portal)
    if not any(run.outcome == _GOOD for run in newest):
        newest += _select(catalogue, f"portal = ? AND outcome = '{_GOOD}' ORDER BY crawl DESC LIMIT 1", portal)
    return _trimmed(newest)


def _trimmed(newest: Sequence[Run]) -> tuple[Run, ...]:
    good = next((run for run in newest if run.outcome == _GOOD), None)
    return tuple(run if run is newest[0] or run is good else _brief(run) for run in newest)


def _brief(run: Run) -> Run:
    return replace(run, counts={name: run.counts[name] for name in _TRENDING if name in run.counts})


def _select(catalogue: Catalogue, where: str, *values: object) -> list[Run]:
    rows = catalogue.query(f"SELECT {_COLUMNS} FROM crawls WHERE {where}", values)  # noqa: S608  all parts stand here
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


def _shelved(shelf: Path, faults: list[str], *, whole: bool) -> History:
    """Return what the crawl folders on *shelf* tell; all of them where *whole*, else as many as are looked at."""
    folders = [folder for folder in _folders(shelf) if is_crawl(folder.name)][::-1]
    runs: list[Run] = []
    for run in _described_runs(folders, faults):
        enough = not whole and len(runs) >= RECENT
        if enough and any(one.outcome == _GOOD for one in runs):
            break
        if not enough or run.outcome == _GOOD:
            runs.append(run)
    return History(shelf.name, tuple(runs) if whole else _trimmed(runs), len(folders) if runs else 0)


def _described_runs(folders: Sequence[Path], faults: list[str]) -> Iterator[Run]:
    for folder in folders:
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
