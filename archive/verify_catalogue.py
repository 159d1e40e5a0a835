"""The catalogue held against the crawl folders, which are the truth."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from pathlib import Path

from archive.catalogue import NAME, capture_row, document_row
from archive.description import NAME as DESCRIPTION
from archive.description import RUNNING, read_description
from archive.errors import DamagedRecord
from archive.faults import Fault
from archive.index import parse_line
from archive.lines import read_lines


def catalogue_faults(holdings: Path, folders: Sequence[Path], *, complete: bool) -> Iterator[Fault]:
    """Yield what the catalogue says otherwise than *folders*; with *complete*, also which crawls it should not list."""
    path = holdings / NAME
    if not path.exists():
        yield Fault(NAME, "catalogue", _("missing; `xianzhi rebuild` makes it from the crawl folders"))
        return
    try:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            for (finding,) in db.execute("PRAGMA integrity_check"):
                if finding != "ok":
                    yield Fault(NAME, "catalogue", finding)
            for folder in folders:
                yield from _crawl_faults(db, folder)
            if complete:
                yield from _stray_faults(db, folders)
        finally:
            db.close()
    except sqlite3.DatabaseError as error:
        words = _("cannot be read ({error}); `xianzhi rebuild` makes it anew")
        yield Fault(NAME, "catalogue", words.format(error=error))


def _crawl_faults(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    place = (folder.parent.name, folder.name)
    base = "/".join(place)
    try:
        described = read_description(folder)
    except DamagedRecord:
        return  # said already, of the folder
    if described["outcome"] == RUNNING:
        return  # entered in full when it ends
    rows = db.execute("SELECT outcome FROM crawls WHERE portal = ? AND crawl = ?", place).fetchall()
    if not rows:
        yield Fault(NAME, "catalogue", _("{crawl} is not listed; `xianzhi rebuild` enters it").format(crawl=base))
        return
    if rows[0][0] != described["outcome"]:
        words = _("{crawl} is called {listed}, {file} says {outcome}")
        what = words.format(crawl=base, listed=rows[0][0], file=DESCRIPTION, outcome=described["outcome"])
        yield Fault(NAME, "catalogue", what)
    yield from _row_faults(db, folder, base, place)


def _row_faults(db: sqlite3.Connection, folder: Path, base: str, place: tuple[str, str]) -> Iterator[Fault]:
    index, documents = folder / "index.cdxj", folder / "documents.jsonl"
    try:
        captures = {
            capture_row(parse_line(line), *place)
            for line in (index.read_text(encoding="utf-8").splitlines() if index.exists() else ())
        }
        lines = {document_row(line, offset, *place) for offset, line in read_lines(documents)}
    except (ValueError, KeyError, TypeError):
        return  # said already, of the file
    for table, expected in (("captures", captures), ("documents", lines)):
        query = f"SELECT * FROM {table} WHERE portal = ? AND crawl = ?"  # noqa: S608 - one of two words above
        listed = set(db.execute(query, place))
        if listed != expected:
            more, fewer = len(listed - expected), len(expected - listed)
            words = {
                "captures": _("{crawl}: {fewer} captures not listed as in the folder, {more} listed otherwise"),
                "documents": _("{crawl}: {fewer} documents not listed as in the folder, {more} listed otherwise"),
            }
            yield Fault(NAME, "catalogue", words[table].format(crawl=base, fewer=fewer, more=more))


def _stray_faults(db: sqlite3.Connection, folders: Sequence[Path]) -> Iterator[Fault]:
    present = {(folder.parent.name, folder.name) for folder in folders}
    for portal, crawl in db.execute("SELECT portal, crawl FROM crawls"):
        if (portal, crawl) not in present:
            words = _("{crawl} is listed, but there is no such folder")
            yield Fault(NAME, "catalogue", words.format(crawl=f"{portal}/{crawl}"))
