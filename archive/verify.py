"""Whether the holdings are what they were when they were written: every file, record, line and index entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path

from archive import description, manifest
from archive.catalogue import NAME as CATALOGUE
from archive.errors import DamagedRecord
from archive.faults import Fault
from archive.index import index_record, parse_line, sort_lines
from archive.lock import is_locked
from archive.names import is_crawl
from archive.scan import find_odd_member, scan_warc
from archive.selection import all_crawls, select_crawls
from archive.sign import signature_fault
from archive.verify_catalogue import catalogue_faults
from archive.verify_lines import line_faults, record_faults
from archive.withdrawn import NAME as TOMBSTONES
from archive.withdrawn import read_tombstones
from archive.writer import OPEN

_LINE_FILES = ("documents.jsonl", "duplicates.jsonl")


@dataclass(slots=True)
class _Scan:
    """What the WARC files of one crawl hold: records by file and offset, index lines, and references to resolve."""

    places: dict[tuple[str, int], tuple[str, str | None]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    index: list[str] = field(default_factory=list)
    references: list[tuple[str, int, str]] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def verify(holdings: Path, names: Sequence[str] = (), *, public_key: bytes | None = None) -> Iterator[Fault]:
    """Yield every fault of the crawls that *names* name (all, and the catalogue, where there is none), file by file.

    A fault hides nothing behind it: reading goes on at the next record or line. With *public_key* (32 raw bytes)
    each manifest must carry a signature by that key.
    """
    chosen = select_crawls(holdings, names)
    try:
        withdrawn = set(read_tombstones(holdings))
    except DamagedRecord as error:
        withdrawn = set()
        yield Fault(TOMBSTONES, "line", error.what)
    references: list[tuple[str, int, str]] = []
    known: set[str] = set()
    for folder in chosen:
        scan = _Scan()
        yield from _verify_crawl(holdings, folder, withdrawn, scan, public_key)
        known |= scan.ids
        references += scan.references
    yield from _reference_faults(holdings, set(chosen), known, references)
    if (holdings / CATALOGUE).exists() or chosen:
        yield from catalogue_faults(holdings, chosen, complete=not names)


def _verify_crawl(
    holdings: Path, folder: Path, withdrawn: set[str], scan: _Scan, public_key: bytes | None
) -> Iterator[Fault]:
    base = folder.relative_to(holdings).as_posix()
    try:
        described = description.read_description(folder)
    except DamagedRecord as error:
        described = {}
        yield Fault(f"{base}/{description.NAME}", "description", error.what)
    running = described.get("outcome") == description.RUNNING
    if running and is_locked(folder.parent):
        return  # being written now: nothing in it is promised yet
    if running:
        yield Fault(f"{base}/{description.NAME}", "description", _("the crawl never ended; its next start mends it"))
    altered: set[str] = set()
    if not running:
        yield from _manifest_faults(folder, base, altered)
        yield from signature_fault(folder, base, public_key)
    for path in sorted((*folder.glob("*.warc.gz"), *folder.glob(f"*.warc.gz{OPEN}"))):
        yield from _warc_faults(path, f"{base}/{path.name}", scan)
    for name in sorted(altered - scan.faulty):
        yield _altered_fault(folder / name, f"{base}/{name}")
    for name in _LINE_FILES:
        yield from _line_faults(folder / name, f"{base}/{name}", scan)
    if not running:
        yield from _index_faults(folder / "index.cdxj", f"{base}/index.cdxj", scan, withdrawn)


def _manifest_faults(folder: Path, base: str, altered: set[str]) -> Iterator[Fault]:
    name = f"{base}/{manifest.NAME}"
    try:
        listed = manifest.read_manifest(folder)
    except (OSError, ValueError) as error:
        yield Fault(name, "manifest", _("cannot be read ({error})").format(error=error))
        return
    present = {path.name for path in manifest.listed_files(folder)}
    for missing in sorted(set(listed) - present):
        yield Fault(f"{base}/{missing}", "manifest", _("listed in the manifest, but missing"))
    for extra in sorted(present - set(listed) - {"report.html"}):
        yield Fault(f"{base}/{extra}", "manifest", _("not listed in the manifest"))
    altered |= {each for each in sorted(present & set(listed)) if manifest.file_digest(folder / each) != listed[each]}


def _altered_fault(path: Path, name: str) -> Fault:
    message = _("is not the file that the manifest lists")
    if path.name.endswith(".warc.gz"):
        odd = find_odd_member(path)
        if odd is not None:
            idle = _("{message}; bits that carry no content changed in this member")
            return Fault(name, "manifest", idle.format(message=message), odd)
    return Fault(name, "manifest", message)


def _warc_faults(path: Path, name: str, scan: _Scan) -> Iterator[Fault]:
    file = path.name.removesuffix(OPEN)
    for found in scan_warc(path, name):
        if isinstance(found, Fault):
            scan.faulty.add(path.name)
            yield found
            continue
        scan.places[file, found.offset] = (found.record_id, found.payload_digest)
        scan.ids.add(found.record_id)
        line = index_record(found, file)
        if line is not None:
            scan.index.append(line)
        referred = found.get("WARC-Refers-To")
        if referred is not None:
            scan.references.append((name, found.offset, referred))


def _line_faults(path: Path, name: str, scan: _Scan) -> Iterator[Fault]:
    if not path.exists():
        return  # the manifest says so where one was promised
    offset = 0
    with path.open("rb") as file:
        for raw in file:
            faults = list(line_faults(raw))
            for message in faults or record_faults(json.loads(raw), scan.places, scan.ids):
                yield Fault(name, "line", message, offset)
            offset += len(raw)


def _index_faults(path: Path, name: str, scan: _Scan, withdrawn: set[str]) -> Iterator[Fault]:
    expected = {line for line in scan.index if line.partition(" ")[0] not in withdrawn}
    if not path.exists():
        yield Fault(name, "index", _("missing"))
        return
    offset, before = 0, ""
    for raw in path.read_bytes().splitlines(keepends=True):
        line = raw.decode("utf-8", "replace")
        if line in expected:
            expected.discard(line)
        else:
            yield Fault(name, "index", _("the line fits no sound record"), offset)
        if line.encode() < before.encode():
            yield Fault(name, "index", _("the line is out of order"), offset)
        offset, before = offset + len(raw), line
    for line in sort_lines(expected):
        entry = parse_line(line)
        words = _("no line for {record} ({file} offset {offset})")
        what = words.format(record=entry["recordId"], file=entry["filename"], offset=entry["offset"])
        yield Fault(name, "index", what)


def _reference_faults(
    holdings: Path, scanned: set[Path], known: set[str], references: Iterable[tuple[str, int, str]]
) -> Iterator[Fault]:
    """Yield a fault for each record that refers to one which the holdings do not have."""
    open_ones = [reference for reference in references if reference[2] not in known]
    if not open_ones:
        return
    elsewhere: set[str] = set()
    for folder in set(all_crawls(holdings)) - scanned:
        index = folder / "index.cdxj"
        if index.exists() and is_crawl(folder.name):
            with index.open(encoding="utf-8", errors="replace") as lines:
                elsewhere.update(parse_line(line).get("recordId", "") for line in lines)
    for name, offset, referred in open_ones:
        if referred not in elsewhere:
            what = _("refers to {record}, which is not in the holdings").format(record=referred)
            yield Fault(name, "reference", what, offset)
