"""catalogue.sqlite: an index over all crawls, which the crawl folders can rebuild at any time."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError, CatalogueDamaged, HoldingsUnwritable
from archive.lines import whole_text
from archive.records import Held
from archive.surt import urlkey

NAME = "catalogue.sqlite"
_log = logging.getLogger(__name__)
# Transactions of crawls take milliseconds; longer would hold up the pages of whoever waits.
_BUSY_SECONDS = 1.0
_MAKING_SECONDS, _PAUSE = 2.0, 0.02
_BUSY = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY, sqlite3.SQLITE_BUSY_SNAPSHOT, sqlite3.SQLITE_LOCKED}
)
_VERSION = 3
# Of such a catalogue all tables stand as they are; what was added since is made empty.
_EXTENSIBLE = 2
_UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS crawls (
    portal TEXT NOT NULL, crawl TEXT NOT NULL, title TEXT, kind TEXT, started TEXT NOT NULL, ended TEXT,
    outcome TEXT NOT NULL, cause TEXT, counts TEXT NOT NULL, folder TEXT NOT NULL,
    PRIMARY KEY (portal, crawl)
);
CREATE TABLE IF NOT EXISTS payloads (
    digest TEXT PRIMARY KEY, record_id TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL,
    chunked INTEGER NOT NULL, plain INTEGER NOT NULL, portal TEXT NOT NULL, crawl TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS captures (
    url TEXT NOT NULL, urlkey TEXT NOT NULL, timestamp TEXT NOT NULL, mime TEXT, status TEXT, digest TEXT,
    record_id TEXT NOT NULL, warc_file TEXT NOT NULL, warc_offset INTEGER NOT NULL, length INTEGER NOT NULL,
    portal TEXT NOT NULL, crawl TEXT NOT NULL, etag TEXT, modified TEXT
);
CREATE INDEX IF NOT EXISTS captures_by_urlkey ON captures (urlkey, timestamp);
CREATE INDEX IF NOT EXISTS captures_by_crawl ON captures (portal, crawl);
CREATE TABLE IF NOT EXISTS documents (
    id TEXT NOT NULL, url TEXT NOT NULL, urlkey TEXT NOT NULL, title TEXT, published TEXT,
    text_digest TEXT NOT NULL, record_id TEXT, portal TEXT NOT NULL, crawl TEXT NOT NULL, line_offset INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS documents_by_text ON documents (text_digest);
CREATE INDEX IF NOT EXISTS documents_by_crawl ON documents (portal, crawl);
CREATE INDEX IF NOT EXISTS documents_by_urlkey ON documents (urlkey);
CREATE TABLE IF NOT EXISTS splices (
    phrase TEXT NOT NULL, proven INTEGER NOT NULL, url TEXT NOT NULL, urlkey TEXT NOT NULL, portal TEXT NOT NULL,
    crawl TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS takedowns (
    urlkey TEXT PRIMARY KEY, url TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL
);
CREATE VIEW IF NOT EXISTS shown_documents AS
    SELECT * FROM documents WHERE urlkey NOT IN (SELECT urlkey FROM takedowns);
"""


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document that the holdings have: its id, and the crawl whose documents.jsonl holds it."""

    id: str
    portal: str
    crawl: str
    url: str


class Catalogue:
    """The open catalogue of one holdings; one object a thread."""

    def __init__(self, holdings: Path, *, name: str = NAME) -> None:
        self.path = holdings / name
        try:
            self._db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, check_same_thread=False)
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._prepare_among_others()
        except sqlite3.DatabaseError as error:
            raise self._failure(error) from error

    def _prepare_among_others(self) -> None:
        """Make the tables, though another crawl that began with this one makes them, too.

        SQLite waits for no one where the journal of a new file is turned into a write-ahead log.
        """
        last = time.monotonic() + _MAKING_SECONDS
        while True:
            try:
                return self._prepare()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode not in _BUSY or time.monotonic() > last:
                    raise
            self._db.rollback()
            time.sleep(_PAUSE)

    def _prepare(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version == _VERSION:
            return  # no statement that writes, so that a catalogue locked by another process opens all the same
        if version not in (0, _EXTENSIBLE):
            words = _("{path}: made by another version; `xianzhi rebuild` makes it anew")
            raise CatalogueDamaged(words.format(path=self.path))
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")

    def wait_for_others(self, seconds: float) -> None:
        """Wait so long, from now on, for another process to let go of the catalogue."""
        self._db.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def close(self) -> None:
        """Close the catalogue."""
        self._db.close()

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that *sql* selects."""
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._failure(error) from error

    def find_payload(self, digest: str) -> Held | None:
        """Return the record that holds the payload of *digest*."""
        rows = self.query(
            "SELECT record_id, url, date, digest, chunked, plain FROM payloads WHERE digest = ?", (digest,)
        )
        if not rows:
            return None
        record_id, url, date, digest, chunked, plain = rows[0]
        return Held(record_id, url, date, digest, bool(chunked), bool(plain))

    def find_earlier(self, url: str) -> Held | None:
        """Return the record with the payload that *url* had when a finished crawl last captured it."""
        rows = self.query(
            "SELECT digest FROM captures WHERE urlkey = ? AND url = ? AND status = '200'"
            " ORDER BY timestamp DESC LIMIT 1",
            (urlkey(url), url),
        )
        return self.find_payload(rows[0][0]) if rows else None

    def find_document(self, text_digest: str) -> HeldDocument | None:
        """Return a document held, and not withdrawn, whose text has *text_digest*."""
        rows = self.query(
            "SELECT id, portal, crawl, url FROM shown_documents WHERE text_digest = ? LIMIT 1", (text_digest,)
        )
        return HeldDocument(*rows[0]) if rows else None

    def write(self, statements: Iterable[tuple[str, Iterable[Sequence[object]]]]) -> bool:
        """Run *statements* in one transaction; False, with a warning, where the catalogue cannot take them now."""
        try:
            with self._db:
                for sql, rows in statements:
                    self._db.executemany(sql, rows)
        except sqlite3.DatabaseError as error:
            words = _("{path}: not updated now ({error}); the crawl folders keep everything")
            _log.warning("%s", words.format(path=self.path, error=error))
            return False
        return True

    def put_crawl(self, portal: str, crawl: str, description: Mapping[str, Any], folder: str) -> bool:
        """Enter or replace the row of one crawl, from its crawl.json."""
        row = (
            portal,
            crawl,
            description.get("title"),
            description.get("kind"),
            description["started"],
            description.get("ended"),
            description["outcome"],
            description.get("cause"),
            json.dumps(description.get("counts", {}), ensure_ascii=False),
            folder,
        )
        return self.write([("INSERT OR REPLACE INTO crawls VALUES (?,?,?,?,?,?,?,?,?,?)", [row])])

    def _failure(self, error: sqlite3.Error) -> ArchiveError:
        if error.sqlite_errorcode in _UNWRITABLE:
            busy = _("{path}: cannot be used now ({error}); free it, then try again")
            return HoldingsUnwritable(busy.format(path=self.path, error=error))
        damaged = _("{path}: {error}; `xianzhi rebuild` makes it anew from the crawl folders")
        return CatalogueDamaged(damaged.format(path=self.path, error=error))


PUT_PAYLOAD = "INSERT OR IGNORE INTO payloads VALUES (?,?,?,?,?,?,?,?)"
PUT_CAPTURE = "INSERT INTO captures VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
PUT_DOCUMENT = "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?)"
PUT_SPLICE = "INSERT INTO splices VALUES (?,?,?,?,?,?)"
PUT_TAKEDOWN = "INSERT OR REPLACE INTO takedowns VALUES (?,?,?,?)"
DROP_TAKEDOWN = "DELETE FROM takedowns WHERE urlkey = ?"
DROP_PAYLOADS = "DELETE FROM payloads WHERE portal = ? AND crawl = ?"
DROP_CAPTURES = "DELETE FROM captures WHERE portal = ? AND crawl = ?"
DROP_DOCUMENTS = "DELETE FROM documents WHERE portal = ? AND crawl = ?"
DROP_SPLICES = "DELETE FROM splices WHERE portal = ? AND crawl = ?"


def payload_row(held: Held, portal: str, crawl: str) -> tuple[object, ...]:
    """Return the row of ``payloads`` for *held*."""
    return (
        held.digest,
        held.record_id,
        held.url,
        held.date,
        int(held.chunked),
        int(held.plain),
        portal,
        crawl,
    )


def document_row(line: Mapping[str, Any], offset: int, portal: str, crawl: str) -> tuple[object, ...]:
    """Return the row of ``documents`` for a line of documents.jsonl that starts at *offset*."""
    names = ("title", "published", "text_digest", "record_id")
    told = [whole_text(str(line[name])) if line.get(name) is not None else None for name in names]
    url = whole_text(str(line["url"]))
    return (str(line["id"]), url, urlkey(url), *told, portal, crawl, offset)


def capture_row(entry: Mapping[str, str], portal: str, crawl: str) -> tuple[object, ...]:
    """Return the row of ``captures`` for a parsed CDXJ line."""
    return (
        entry["url"],
        entry["urlkey"],
        entry["timestamp"],
        entry["mime"],
        entry["status"],
        entry["digest"],
        entry["recordId"],
        entry["filename"],
        int(entry["offset"]),
        int(entry["length"]),
        portal,
        crawl,
        entry.get("etag"),
        entry.get("lastModified"),
    )


def takedown_row(tombstone: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the row of ``takedowns`` for a tombstone in force."""
    return (tombstone["urlkey"], tombstone["url"], tombstone["reason"], tombstone["at"])
