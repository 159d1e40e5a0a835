"""A sound copy of damaged holdings: every record and line that is still what it was, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.catalogue import Catalogue
from archive.closing import SPOOL, finish_folder
from archive.description import OUTCOMES, read_description
from archive.disk import write_whole
from archive.errors import DamagedRecord, HoldingsUnwritable, storage_error
from archive.faults import Fault
from archive.index import index_record
from archive.lines import dump_line
from archive.members import HEADER
from archive.rebuild import rebuild
from archive.salvage import Salvaged
from archive.scan import scan_warc
from archive.selection import select_crawls
from archive.verify_lines import line_faults
from archive.warc import WarcRecord
from archive.withdrawn import NAME as TOMBSTONES
from archive.writer import OPEN

_LINE_FILES = ("documents.jsonl", "duplicates.jsonl")


@dataclass(slots=True)
class _Copied:
    """What was copied of one crawl: the new place of each record, by its old, and the index lines."""

    places: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    index: list[str] = field(default_factory=list)


def write_sound_copy(holdings: Path, names: Sequence[str], target: Path) -> list[Salvaged]:
    """Copy what is sound of the crawls that *names* name to new holdings at *target*; return what each file kept.

    Records are copied byte for byte. A document whose record is lost is kept, with a null place. Each copied crawl
    is indexed and sealed anew, and the catalogue built.
    """
    folders = select_crawls(holdings, names)
    if target.exists():
        words = _("{target}: is there already; name another folder for the sound copy")
        raise HoldingsUnwritable(words.format(target=target))
    try:
        target.mkdir(parents=True)
        done = [salvaged for folder in folders for salvaged in _copy_crawl(holdings, folder, target)]
        if (holdings / TOMBSTONES).exists():
            shutil.copyfile(holdings / TOMBSTONES, target / TOMBSTONES)
    except OSError as error:
        raise storage_error(target, error) from error
    rebuild(target)
    return done


def _copy_crawl(holdings: Path, folder: Path, target: Path) -> Iterator[Salvaged]:
    base = folder.relative_to(holdings).as_posix()
    copy = target / base
    copy.mkdir(parents=True)
    copied = _Copied()
    for path in sorted((*folder.glob("*.warc.gz"), *folder.glob(f"*.warc.gz{OPEN}"))):
        yield _copy_warc(path, copy / path.name.removesuffix(OPEN), f"{base}/{path.name}", copied)
    for name in _LINE_FILES:
        yield _copy_lines(folder / name, copy / name, f"{base}/{name}", copied)
    try:
        description = read_description(folder)
    except DamagedRecord:
        description = {"id": folder.name, "portal": folder.parent.name, "started": _start_of(folder.name)}
    outcome = str(description.get("outcome"))
    description["sound_copy"] = True
    write_whole(copy / SPOOL, "".join(copied.index).encode())
    catalogue = Catalogue(target)
    try:
        finish_folder(copy, description, outcome if outcome in OUTCOMES else "interrupted", catalogue)
    finally:
        catalogue.close()


def _copy_warc(path: Path, copy: Path, name: str, copied: _Copied) -> Salvaged:
    kept = end = 0
    with path.open("rb") as source, copy.open("wb") as file:
        for record in scan_warc(path, name):
            if isinstance(record, Fault):
                continue
            source.seek(record.offset)
            file.write(HEADER + source.read(record.length)[len(HEADER) :])
            copied.places[copy.name, record.offset] = (record.record_id, end)
            copied.ids.add(record.record_id)
            moved = WarcRecord(copy.name, end, record.length, record.fields, record.block)
            line = index_record(moved)
            copied.index += [line] if line else []
            kept, end = kept + 1, end + record.length
    return Salvaged(name, kept, path.stat().st_size - end)


def _copy_lines(path: Path, copy: Path, name: str, copied: _Copied) -> Salvaged:
    kept: list[bytes] = []
    lost = 0
    for raw in _raw_lines(path):
        if any(line_faults(raw)):
            lost += len(raw)
        else:
            kept.append(dump_line(_moved(json.loads(raw), copied)))
    write_whole(copy, b"".join(kept))
    return Salvaged(name, len(kept), lost)


def _raw_lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from file


def _moved(line: dict[str, Any], copied: _Copied) -> dict[str, Any]:
    """Return *line* with the places that its records have in the copy."""
    if line.get("warc_file") is not None:
        record_id, offset = copied.places.get((line["warc_file"], line["warc_offset"]), (None, None))
        line |= (
            {"warc_offset": offset} if record_id == line.get("record_id") else {"warc_file": None, "warc_offset": None}
        )
    for attachment in line.get("attachments") or ():
        if attachment.get("record_id") not in copied.ids:
            attachment["record_id"] = None
    return line


def _start_of(crawl: str) -> str:
    """Return the start that a crawl id tells, for a crawl whose description is lost."""
    return f"{crawl[:4]}-{crawl[4:6]}-{crawl[6:8]}T{crawl[9:11]}:{crawl[11:13]}:{crawl[13:15]}Z"
