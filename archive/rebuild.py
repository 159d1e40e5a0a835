"""The catalogue made anew from the crawl folders."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from archive.catalogue import (
    DROP_CAPTURES,
    DROP_DOCUMENTS,
    DROP_PAYLOADS,
    DROP_SPLICES,
    NAME,
    PUT_CAPTURE,
    PUT_DOCUMENT,
    PUT_PAYLOAD,
    PUT_SPLICE,
    PUT_TAKEDOWN,
    Catalogue,
    capture_row,
    document_row,
    payload_row,
    takedown_row,
)
from archive.description import read_description
from archive.disk import sync_folder
from archive.earlier import splice_rows
from archive.errors import CrawlRunning, DamagedRecord
from archive.index import held_of, parse_line
from archive.lines import read_lines
from archive.lock import is_locked
from archive.scan import scan_warc
from archive.selection import all_crawls
from archive.warc import WarcRecord
from archive.withdrawn import read_tombstones

_SIDES = ("", "-wal", "-shm")


def rebuild(holdings: Path) -> list[str]:
    """Make the catalogue of *holdings* anew and return what could not be entered, a line each.

    The new catalogue takes the old one's place only when it is complete. No crawl may be running.
    """
    draft = Path(f"{holdings / NAME}.draft")
    remarks: list[str] = []
    folders = all_crawls(holdings)
    for shelf in {folder.parent for folder in folders}:
        if is_locked(shelf):
            words = _("{portal}: a crawl of this portal is running; rebuild when it has ended")
            raise CrawlRunning(words.format(portal=shelf.name))
    _remove(draft)
    catalogue = Catalogue(holdings, name=draft.name)
    try:
        for folder in folders:
            try:
                enter_crawl(catalogue, folder, known=False)
            except (DamagedRecord, ValueError, KeyError, TypeError) as error:
                words = _("{crawl}: not entered ({error}); `xianzhi verify` says where")
                remarks.append(words.format(crawl=folder.relative_to(holdings), error=error))
        tombstones = read_tombstones(holdings).values()
        catalogue.write([(PUT_TAKEDOWN, [takedown_row(tombstone) for tombstone in tombstones])])
        catalogue.query("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        catalogue.close()
    for side in _SIDES[1:]:
        Path(f"{holdings / NAME}{side}").unlink(missing_ok=True)
    draft.replace(holdings / NAME)
    sync_folder(holdings)
    return remarks


def enter_crawl(catalogue: Catalogue, folder: Path, *, known: bool = True) -> None:
    """Enter the crawl in *folder*: its row, its documents, its captures, and the payloads it holds.

    What the catalogue has of it goes first, unless it is not *known* there.
    """
    place = (folder.parent.name, folder.name)
    described = read_description(folder)
    index = folder / "index.cdxj"
    lines = index.read_text(encoding="utf-8").splitlines() if index.exists() else []
    entered = catalogue.write(
        [
            *((drop, [place]) for drop in (DROP_CAPTURES, DROP_DOCUMENTS, DROP_SPLICES, DROP_PAYLOADS) if known),
            (PUT_CAPTURE, [capture_row(parse_line(line), *place) for line in lines]),
            (PUT_DOCUMENT, document_rows(folder)),
            (PUT_SPLICE, _splice_rows(folder)),
            (PUT_PAYLOAD, _payload_rows(folder)),
        ]
    )
    if not (entered and catalogue.put_crawl(*place, described, "/".join(place))):
        raise ValueError(_("the catalogue did not take it"))


def document_rows(folder: Path) -> list[tuple[object, ...]]:
    """Return the rows of ``documents`` for the crawl in *folder*."""
    lines = read_lines(folder / "documents.jsonl")
    return [document_row(line, offset, folder.parent.name, folder.name) for offset, line in lines]


def _splice_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    for _offset, line in read_lines(folder / "documents.jsonl"):
        yield from splice_rows(line, folder.parent.name, folder.name)


def _payload_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    for path in sorted(folder.glob("*.warc.gz")):
        for record in scan_warc(path, path.name):
            held = held_of(record) if isinstance(record, WarcRecord) else None
            if held is not None:
                yield payload_row(held, folder.parent.name, folder.name)


def _remove(path: Path) -> None:
    for side in _SIDES:
        Path(f"{path}{side}").unlink(missing_ok=True)
