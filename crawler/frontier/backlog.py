"""The queue file of one portal: what waits, what is leased, what is done and what failed for good.

Everything since the last ``commit`` is one open transaction. The crawl commits only after the records and
documents of the same stretch of work are on disk, so that the file never says that a page is done whose record
could still be lost: after a crash it stands as it stood at the last commit, and the work since is done again.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from archive.errors import CrawlRunning

_WAITING, _LEASED, _DONE, _FAILED = range(4)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS requests (
    number INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    priority INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    leased_until REAL,
    leases INTEGER NOT NULL DEFAULT 0,
    cause TEXT,
    request TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS requests_by_turn ON requests (priority DESC, number) WHERE state = 0;
CREATE INDEX IF NOT EXISTS requests_by_fingerprint ON requests (fingerprint);
CREATE INDEX IF NOT EXISTS requests_leased ON requests (leased_until) WHERE state = 1;
CREATE TABLE IF NOT EXISTS crawls (id TEXT PRIMARY KEY, started REAL NOT NULL);
CREATE TABLE IF NOT EXISTS counts (name TEXT PRIMARY KEY, value REAL NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Lease:
    """A request taken from the queue: its *number* and its *text*."""

    number: int
    text: str


class Backlog:
    """The queue in the SQLite file *path*, or in memory where it is None; one process at a time.

    Leases run *lease* seconds from the last commit. Raises CrawlRunning, or OSError or sqlite3.Error where the file
    cannot be used.
    """

    def __init__(self, path: Path | None, lease: float = 60.0, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._lease = lease
        self._clock = clock
        self._lock = _lock(path.with_suffix(".lock")) if path else None
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None)
        # In WAL mode a commit that is not yet synced may be undone by a power cut, but never out of order.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN IMMEDIATE")
        # Whoever held these is gone: this process has the lock.
        self._db.execute("UPDATE requests SET state = 0, leased_until = NULL WHERE state = 1")
        self.waiting = self._count(_WAITING)
        self.leased = 0

    def _count(self, state: int) -> int:
        (count,) = self._db.execute("SELECT count(*) FROM requests WHERE state = ?", (state,)).fetchone()
        return int(count)

    def crawls(self) -> list[str]:
        """Return the crawls that worked on this queue since it was last empty, oldest first."""
        return [row[0] for row in self._db.execute("SELECT id FROM crawls ORDER BY started, id")]

    def add_crawl(self, crawl_id: str) -> None:
        """Note that crawl *crawl_id* works on the queue."""
        self._db.execute("INSERT OR IGNORE INTO crawls VALUES (?, ?)", (crawl_id, self._clock()))

    def keep_counts(self, counts: Mapping[str, float]) -> None:
        """Keep *counts* with the queue, for whoever goes on with it."""
        self._db.executemany("INSERT OR REPLACE INTO counts VALUES (?, ?)", counts.items())

    def counts(self) -> dict[str, int | float]:
        """Return the counts kept last; whole numbers as such."""
        rows = self._db.execute("SELECT name, value FROM counts")
        return {name: int(value) if value == int(value) else value for name, value in rows}

    def knows(self, fingerprint: bytes) -> bool:
        """Return whether a request of this fingerprint was ever added since the queue was last cleared."""
        query = "SELECT 1 FROM requests WHERE fingerprint = ? LIMIT 1"
        return self._db.execute(query, (fingerprint,)).fetchone() is not None

    def add(self, fingerprint: bytes, priority: int, text: str) -> None:
        """Add a request; higher priority goes first, then what was added first."""
        self._db.execute(
            "INSERT INTO requests (fingerprint, priority, request) VALUES (?, ?, ?)",
            (fingerprint, priority, text),
        )
        self.waiting += 1

    def take(self) -> Lease | None:
        """Lease the next request, or return None where none waits."""
        if not self.waiting:
            return None
        row = self._db.execute(
            "SELECT number, request FROM requests WHERE state = 0 ORDER BY priority DESC, number LIMIT 1"
        ).fetchone()
        if row is None:
            raise sqlite3.DatabaseError(f"{self.path}: {self.waiting} requests should wait, but none does")
        self._db.execute(
            "UPDATE requests SET state = 1, leases = leases + 1, leased_until = ? WHERE number = ?",
            (self._clock() + self._lease, row[0]),
        )
        self.waiting -= 1
        self.leased += 1
        return Lease(*row)

    def acknowledge(self, number: int, cause: str | None = None) -> None:
        """Settle a leased request as done, or, with a *cause*, as failed for good."""
        self._db.execute(
            "UPDATE requests SET state = ?, cause = ?, leased_until = NULL WHERE number = ?",
            (_DONE if cause is None else _FAILED, cause, number),
        )
        self.leased -= 1

    def commit(self) -> None:
        """Make everything since the last commit last, and renew all leases."""
        self._db.execute("UPDATE requests SET leased_until = ? WHERE state = 1", (self._clock() + self._lease,))
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def failures(self) -> dict[str, int]:
        """Return how many requests failed for good, by cause."""
        query = "SELECT cause, count(*) FROM requests WHERE state = ? GROUP BY cause ORDER BY 2 DESC, 1"
        return {cause: int(count) for cause, count in self._db.execute(query, (_FAILED,))}

    def clear(self) -> None:
        """Forget everything: the crawl is complete, and the next one starts anew."""
        self._db.execute("DELETE FROM requests")
        self._db.execute("DELETE FROM crawls")
        self._db.execute("DELETE FROM counts")
        self.waiting = self.leased = 0

    def close(self, *, commit: bool) -> None:
        """Close the file, with what was done since the last commit or without it; leases are given back."""
        if self._db.in_transaction:
            if commit:
                self._db.execute("UPDATE requests SET state = 0, leased_until = NULL WHERE state = 1")
            self._db.execute("COMMIT" if commit else "ROLLBACK")
        self._db.close()
        if self._lock is not None:
            self._lock.close()


def _lock(path: Path) -> IO[bytes]:
    # The kernel drops the lock when its holder dies, however it dies; a lease alone would have to run out first.
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise CrawlRunning(
            f"{path.parent.name}: a crawl of this portal is running; wait for its end, or stop it"
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()).encode("ascii"))
    file.flush()
    return file
