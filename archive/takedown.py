"""Withdrawing an address from index, search, JSONL view and exports, and undoing it; no record is touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from archive.catalogue import (
    DROP_CAPTURES,
    DROP_TAKEDOWN,
    PUT_CAPTURE,
    PUT_TAKEDOWN,
    Catalogue,
    capture_row,
    takedown_row,
)
from archive.disk import write_whole
from archive.errors import NotHeld
from archive.index import index_warc, parse_line, sort_lines
from archive.selection import all_crawls
from archive.surt import urlkey
from archive.withdrawn import read_tombstones, write_tombstone

_INDEX = "index.cdxj"


@dataclass(frozen=True, slots=True)
class Takedown:
    """What a takedown, or its undoing, touched: how many captures, in which crawls (``portal/crawl``)."""

    url: str
    captures: int
    crawls: tuple[str, ...]


def withdraw(holdings: Path, url: str, reason: str, by: str | None = None) -> Takedown:
    """Withdraw every capture of *url*, held now or made later, and return what was withdrawn.

    http and https, with and without ``www.``, are one address. Raises NotHeld where nothing of it is held or it is
    withdrawn already.
    """
    key = urlkey(url)
    if key in read_tombstones(holdings):
        raise NotHeld(_("{url}: withdrawn already").format(url=url))
    folders = [folder for folder in all_crawls(holdings) if _count_lines(folder, key)]
    if not folders:
        raise NotHeld(_("{url}: no capture of this address in {holdings}").format(url=url, holdings=holdings))
    tombstone = write_tombstone(holdings, url, "withdraw", reason, by)
    counts = {folder: _count_lines(folder, key) for folder in folders}
    for folder in folders:
        lines = _read_index(folder)
        _write_index(folder, (line for line in lines if line.partition(" ")[0] != key))
    _enter(holdings, folders, [(PUT_TAKEDOWN, [takedown_row(tombstone)])])
    return Takedown(url, sum(counts.values()), tuple(_name(folder) for folder in folders))


def restore(holdings: Path, url: str, reason: str, by: str | None = None) -> Takedown:
    """Undo the takedown of *url* and return what is shown again; raises NotHeld where it is not withdrawn."""
    key = urlkey(url)
    if key not in read_tombstones(holdings):
        raise NotHeld(_("{url}: not withdrawn").format(url=url))
    write_tombstone(holdings, url, "restore", reason, by)
    withdrawn = read_tombstones(holdings)
    touched: list[Path] = []
    shown = 0
    for folder in all_crawls(holdings):
        if not (folder / _INDEX).exists():
            continue  # running, or never finished: indexed when it ends
        lines = [line for path in sorted(folder.glob("*.warc.gz")) for line in index_warc(path)]
        found = sum(line.partition(" ")[0] == key for line in lines)
        if found:
            _write_index(folder, (line for line in lines if line.partition(" ")[0] not in withdrawn))
            touched.append(folder)
            shown += found
    _enter(holdings, touched, [(DROP_TAKEDOWN, [(key,)])])
    return Takedown(url, shown, tuple(_name(folder) for folder in touched))


def _enter(holdings: Path, folders: list[Path], statements: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    catalogue = Catalogue(holdings)
    try:
        for folder in folders:
            place = (folder.parent.name, folder.name)
            rows = [capture_row(parse_line(line), *place) for line in _read_index(folder)]
            statements += [(DROP_CAPTURES, [place]), (PUT_CAPTURE, rows)]
        catalogue.write(statements)
    finally:
        catalogue.close()


def _read_index(folder: Path) -> list[str]:
    path = folder / _INDEX
    return path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []


def _write_index(folder: Path, lines: Iterable[str]) -> None:
    write_whole(folder / _INDEX, "".join(sort_lines(lines)).encode())


def _count_lines(folder: Path, key: str) -> int:
    return sum(line.partition(" ")[0] == key for line in _read_index(folder))


def _name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"
