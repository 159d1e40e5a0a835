"""schedule.sqlite: when each portal is due next, what waits and runs now, and how every run ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError
from archive.names import iso_time

NAME = "schedule.sqlite"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS times (portal TEXT PRIMARY KEY, plan TEXT NOT NULL, next REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY, portal TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, kind TEXT,
    attempt INTEGER NOT NULL DEFAULT 0, not_before TEXT NOT NULL, pid INTEGER, started TEXT, ended TEXT,
    outcome TEXT, cause TEXT, folder TEXT, UNIQUE (portal, due)
);
CREATE UNIQUE INDEX IF NOT EXISTS one_open_run ON runs (portal) WHERE state != 'ended';
CREATE INDEX IF NOT EXISTS runs_by_state ON runs (state) WHERE state != 'ended';
CREATE INDEX IF NOT EXISTS tried_runs ON runs (portal, id) WHERE state = 'ended' AND outcome != 'skipped';
"""
_COLUMNS = "id, portal, due, state, kind, attempt, not_before, pid, started, ended, outcome, cause, folder"


class LedgerError(ArchiveError):
    """schedule.sqlite cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One run that the schedule asked for: *state* is waiting, running or ended; times are ISO 8601, UTC.

    *outcome* is that of the crawl, or ``unable``, ``killed``, ``skipped`` (the run before had not ended) or
    ``withdrawn`` (the portal left the schedule).
    """

    id: int
    portal: str
    due: str
    state: str
    kind: str | None
    attempt: int
    not_before: str
    pid: int | None
    started: str | None
    ended: str | None
    outcome: str | None
    cause: str | None
    folder: str | None


class Ledger:
    """The open ledger of one holdings. Every change is one transaction that survives a power cut."""

    def __init__(self, holdings: Path) -> None:
        self.path = holdings / NAME
        try:
            self._db = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        except sqlite3.Error as error:
            raise self._fault(error) from error
        try:
            self._db.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {_SCHEMA}")
        except sqlite3.Error as error:
            self._db.close()
            raise self._fault(error) from error

    def close(self) -> None:
        """Close the ledger."""
        self._db.close()

    def next_times(self) -> dict[str, tuple[str, float]]:
        """Return portal -> (the plan its time was worked out for, the time as seconds since 1970)."""
        return {portal: (plan, moment) for portal, plan, moment in self._ask("SELECT portal, plan, next FROM times")}

    def set_times(self, times: Iterable[tuple[str, str, float]], gone: Iterable[str] = ()) -> None:
        """Enter when portals are due next, as (portal, plan, seconds since 1970), and forget those *gone*."""
        with self._transaction():
            self._db.executemany("INSERT OR REPLACE INTO times VALUES (?, ?, ?)", times)
            self._db.executemany("DELETE FROM times WHERE portal = ?", [(portal,) for portal in gone])

    def note_due(self, rows: Iterable[tuple[str, datetime, datetime | None]], now: datetime) -> list[str]:
        """Enter portals that are due, as (portal, due, due next); return those whose run before has not ended.

        Run and next time are one transaction: a run is neither lost nor entered twice, whenever the process dies.
        """
        skipped = []
        with self._transaction():
            for portal, due, following in rows:
                if following is not None:
                    self._db.execute("UPDATE times SET next = ? WHERE portal = ?", (following.timestamp(), portal))
                before = self._db.execute(
                    "SELECT id, due, state FROM runs WHERE portal = ? AND state != 'ended'", (portal,)
                ).fetchone()
                if before is None:
                    self._enter(portal, due, now)
                elif before[1] != iso_time(due):
                    self._skip(portal, due, now, before)
                    skipped.append(portal)
        return skipped

    def _enter(self, portal: str, due: datetime, now: datetime) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO runs (portal, due, state, not_before) VALUES (?, ?, 'waiting', ?)",
            (portal, iso_time(due), iso_time(now)),
        )

    def _skip(self, portal: str, due: datetime, now: datetime, before: tuple[int, str, str]) -> None:
        number, earlier, state = before
        cause = _("the run due at {time} had not ended").format(time=earlier)
        self._db.execute(
            "INSERT OR IGNORE INTO runs (portal, due, state, not_before, ended, outcome, cause)"
            " VALUES (?, ?, 'ended', ?, ?, 'skipped', ?)",
            (portal, iso_time(due), iso_time(now), iso_time(now), cause),
        )
        if state == "waiting":  # for its next try: the regular time has come, so it waits no longer
            self._db.execute("UPDATE runs SET not_before = ?, attempt = 0 WHERE id = ?", (iso_time(now), number))

    def waiting(self, now: datetime) -> list[Entry]:
        """Return the runs that may start at *now*, those due earliest first."""
        where = "state = 'waiting' AND not_before <= ? ORDER BY due, id"
        return self._entries(where, iso_time(now))

    def open_runs(self) -> list[Entry]:
        """Return the runs that wait or run."""
        return self._entries("state != 'ended' ORDER BY due, id")

    def open_run(self, portal: str) -> Entry | None:
        """Return the run of *portal* that waits or runs, or None."""
        return next(iter(self._entries("portal = ? AND state != 'ended'", portal)), None)

    def last_ended(self) -> dict[str, Entry]:
        """Return how the last run of each portal ended, by portal; those that were skipped are no runs."""
        newest = "SELECT max(id) FROM runs WHERE state = 'ended' AND outcome != 'skipped' GROUP BY portal"
        return {run.portal: run for run in self._entries(f"id IN ({newest})")}

    def history(self, portal: str, most: int = 20) -> list[Entry]:
        """Return the last runs of *portal* that ended, the newest first."""
        return self._entries("portal = ? AND state = 'ended' ORDER BY id DESC LIMIT ?", portal, most)

    def start(self, run: Entry, kind: str, now: datetime) -> None:
        """Enter that *run* starts."""
        values = (kind, iso_time(now), run.id)
        self._change("UPDATE runs SET state = 'running', kind = ?, started = ?, pid = NULL WHERE id = ?", values)

    def set_pid(self, run: Entry, pid: int) -> None:
        """Enter the process that *run* runs as."""
        self._change("UPDATE runs SET pid = ? WHERE id = ?", (pid, run.id))

    def postpone(self, run: Entry, until: datetime, attempt: int, cause: str | None) -> None:
        """Enter that *run* is to be started again, not before *until*."""
        self._change(
            "UPDATE runs SET state = 'waiting', not_before = ?, attempt = ?, cause = ?, pid = NULL WHERE id = ?",
            (iso_time(until), attempt, cause, run.id),
        )

    def pull_forward(self, now: datetime, latest: datetime) -> None:
        """Let runs that wait beyond *latest* start *now*: no pause is so long, so their clock was wrong."""
        values = (iso_time(now), iso_time(latest))
        self._change("UPDATE runs SET not_before = ? WHERE state = 'waiting' AND not_before > ?", values)

    def end(self, run: Entry, outcome: str, cause: str | None, folder: str | None, now: datetime) -> None:
        """Enter how *run* ended."""
        self._change(
            "UPDATE runs SET state = 'ended', ended = ?, outcome = ?, cause = ?, folder = ?, pid = NULL WHERE id = ?",
            (iso_time(now), outcome, cause, folder, run.id),
        )

    def forget(self, before: datetime) -> None:
        """Drop the runs that ended *before*: the catalogue and the crawl folders keep what they brought."""
        self._change("DELETE FROM runs WHERE state = 'ended' AND ended < ?", (iso_time(before),))

    def _entries(self, where: str, *values: object) -> list[Entry]:
        return [Entry(*row) for row in self._ask(f"SELECT {_COLUMNS} FROM runs WHERE {where}", values)]  # noqa: S608

    def _ask(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _change(self, sql: str, values: tuple[object, ...]) -> None:
        with self._transaction():
            self._db.execute(sql, values)

    def _transaction(self) -> _Transaction:
        return _Transaction(self._db, self._fault)

    def _fault(self, error: sqlite3.Error) -> LedgerError:
        if isinstance(error, sqlite3.OperationalError):
            words = _("{path}: {error}; see that the disk has room and no other program holds the file")
        else:
            words = _("{path}: {error}; move it away; a new one is made, and only what waited is forgotten")
        return LedgerError(words.format(path=self.path, error=error))


class _Transaction:
    """A write that happens as a whole or not at all."""

    def __init__(self, db: sqlite3.Connection, fault: Callable[[sqlite3.Error], LedgerError]) -> None:
        self._db, self._fault = db, fault

    def __enter__(self) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            self._db.execute("COMMIT" if error is None else "ROLLBACK")
        except sqlite3.Error as failed:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise self._fault(failed) from failed
        if isinstance(error, sqlite3.Error):
            raise self._fault(error) from error
