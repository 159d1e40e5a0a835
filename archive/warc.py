"""WARC files read back: record by record, each whole in memory, with its offset."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from archive.capture import RecordRef
from archive.errors import DamagedRecord, NotHeld, at_offset, reason_of
from archive.message import Answer, parse_answer
from archive.names import check_crawl, check_portal, check_warc
from archive.records import OWN_PAYLOAD_DIGEST, PAYLOAD_DIGEST, digest_of
from archive.writer import OPEN

_PIECE = 16 << 10
_ENDING = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: its place (*length* is of the gzip member), its header fields in order, and its block."""

    file: str
    offset: int
    length: int
    fields: tuple[tuple[str, str], ...]
    block: bytes

    def get(self, name: str) -> str | None:
        """Return the first header field called *name*, or None."""
        wanted = name.lower()
        return next((value for field, value in self.fields if field.lower() == wanted), None)

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.get("WARC-Type") or ""

    @property
    def record_id(self) -> str:
        """The WARC-Record-ID, angle brackets included."""
        return self.get("WARC-Record-ID") or ""

    @property
    def url(self) -> str | None:
        """The WARC-Target-URI."""
        return self.get("WARC-Target-URI")

    @property
    def date(self) -> str:
        """The WARC-Date."""
        return self.get("WARC-Date") or ""

    @property
    def payload_digest(self) -> str | None:
        """The digest of the payload by the specification, under whichever field it stands."""
        return self.get(PAYLOAD_DIGEST) or self.get(OWN_PAYLOAD_DIGEST)

    @property
    def answer(self) -> Answer:
        """The HTTP answer in the block of a response or revisit."""
        return parse_answer(self.block)


def read_member(file: BinaryIO, offset: int) -> tuple[bytes, int]:
    """Return the content of the gzip member at *offset* and the offset behind it.

    Raises DamagedRecord where there is no member, or none that is whole and true to its checksum.
    """
    file.seek(offset)
    inflater = zlib.decompressobj(31)
    parts: list[bytes] = []
    end = offset
    while not inflater.eof:
        piece = file.read(_PIECE)
        if not piece:
            raise DamagedRecord(at_offset(file.name, offset), _("the file ends within a gzip member"))
        end += len(piece)
        try:
            parts.append(inflater.decompress(piece))
        except zlib.error as error:
            what = _("no sound gzip member ({error})").format(error=error)
            raise DamagedRecord(at_offset(file.name, offset), what) from error
    return b"".join(parts), end - len(inflater.unused_data)


def parse_record(content: bytes, file: str, offset: int, length: int) -> WarcRecord:
    """Return the record that *content*, one uncompressed member, holds; raises DamagedRecord."""
    head, gap, rest = content.partition(_ENDING)
    lines = head.decode("utf-8", "replace").split("\r\n")
    if not gap or not lines[0].startswith("WARC/1."):
        raise DamagedRecord(at_offset(file, offset), _("no WARC record"))
    fields = tuple((name, value.strip()) for name, _colon, value in (line.partition(":") for line in lines[1:]))
    record = WarcRecord(file, offset, length, fields, rest[: -len(_ENDING)])
    if record.get("Content-Length") != str(len(record.block)) or not rest.endswith(_ENDING):
        raise DamagedRecord(at_offset(file, offset), _("the record's length is not its Content-Length"))
    return record


def read_records(path: Path, start: int = 0) -> Iterator[WarcRecord]:
    """Yield the records of the WARC file at *path* from offset *start*; raises DamagedRecord at the first fault."""
    with path.open("rb") as file:
        size = path.stat().st_size
        while start < size:
            content, end = read_member(file, start)
            yield parse_record(content, path.name, start, end - start)
            start = end


def read_record(path: Path, offset: int) -> WarcRecord:
    """Return the record at *offset* of the WARC file at *path*, its block digest checked."""
    try:
        with path.open("rb") as file:
            content, end = read_member(file, offset)
    except OSError as error:
        raise NotHeld(_("{path}: cannot be read ({error})").format(path=path, error=reason_of(error))) from error
    record = parse_record(content, path.name, offset, end - offset)
    expected = record.get("WARC-Block-Digest")
    if expected is not None and expected.startswith("sha256:") and digest_of(record.block) != expected:
        raise DamagedRecord(at_offset(path, offset), _("the block is not what its digest says"))
    return record


def find_warc(holdings: Path, name: str) -> Path:
    """Return where the WARC file called *name* lies, closed or still open."""
    portal, _dash, rest = check_warc(name).rpartition("-")[0].rpartition("-")
    path = holdings / check_portal(portal) / check_crawl(rest) / name
    unfinished = path.with_name(name + OPEN)
    return unfinished if unfinished.exists() and not path.exists() else path


def open_record(holdings: Path, ref: RecordRef) -> WarcRecord:
    """Return the record that *ref* names, checked to be that record."""
    path = find_warc(holdings, ref.warc_file)
    record = read_record(path, ref.warc_offset)
    if record.record_id != ref.record_id:
        what = _("holds {found}, not {wanted}").format(found=record.record_id, wanted=ref.record_id)
        raise DamagedRecord(at_offset(path, ref.warc_offset), what)
    return record
