"""A WARC file read to its end whatever is wrong with it: every sound record, every fault with its offset."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from archive.errors import DamagedRecord, placed
from archive.faults import Fault
from archive.members import HEADER, compress
from archive.records import digest_of
from archive.warc import WarcRecord, parse_record, read_member

_MAGIC = HEADER[:3]
_STRIDE = 1 << 20


def scan_warc(path: Path, name: str) -> Iterator[WarcRecord | Fault]:
    """Yield each sound record of the WARC file at *path* and, in between, each fault; *name* stands in faults."""
    size = path.stat().st_size
    with path.open("rb") as file:
        offset = 0
        while offset < size:
            try:
                content, end = read_member(file, offset)
                record = parse_record(content, path.name, offset, end - offset)
            except DamagedRecord as error:
                end = find_member(file, offset + 1, size)
                words = _("{reason}; {count} bytes cannot be read")
                yield Fault(name, "gzip", words.format(reason=error.what, count=end - offset), offset)
                offset = end
                continue
            faults = _record_faults(record, name)
            file.seek(offset)
            if file.read(len(HEADER)) != HEADER:
                yield Fault(name, "gzip", _("the gzip header is not as it was written"), offset)
            yield from faults or (record,)
            offset = end


def find_member(file: BinaryIO, offset: int, size: int) -> int:
    """Return where the next member that holds a WARC record begins at or behind *offset*, or *size*."""
    while offset < size:
        file.seek(offset)
        piece = file.read(_STRIDE + len(_MAGIC) - 1)
        at = piece.find(_MAGIC)
        while at >= 0:
            if _begins_record(file, offset + at):
                return offset + at
            at = piece.find(_MAGIC, at + 1)
        offset += _STRIDE
    return size


def find_odd_member(path: Path) -> int | None:
    """Return the offset of the only member that is not what deflating its content anew gives, or None.

    Bits that pad a deflate stream to its byte are guarded by no checksum within the file. Where the manifest says
    that the file changed and every record reads well, this finds the place, provided the same deflater wrote it.
    """
    odd: list[int] = []
    offset, size = 0, path.stat().st_size
    with path.open("rb") as file:
        while offset < size:
            content, end = read_member(file, offset)
            file.seek(offset)
            if file.read(end - offset) != compress(content, _stored_from(content)):
                odd.append(offset)
            offset = end
    return odd[0] if len(odd) == 1 else None


def _stored_from(content: bytes) -> int | None:
    """Return from which offset on the member of *content* is not deflated, as the writer decides it."""
    record = parse_record(content, "", 0, 0)
    if record.kind != "response" or not record.answer.packed:
        return None
    return content.index(b"\r\n\r\n") + 4 + len(record.answer.head)


def _begins_record(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(file.read(512)).startswith(b"WARC/1.")
    except zlib.error:
        return False


def _record_faults(record: WarcRecord, name: str) -> list[Fault]:
    """Return a fault for each digest of *record* that its bytes do not have."""
    block = _("the block is not what its digest says")
    contents = [(block, record.block, record.get("WARC-Block-Digest"))]
    if record.kind == "response":
        payload = _("the payload is not what its digest says")
        contents.append((payload, record.answer.entity, record.payload_digest))
    return [
        Fault(name, "digest", placed(record.record_id, what), record.offset)
        for what, content, digest in contents
        if digest is not None and digest_of(content) != digest
    ]
