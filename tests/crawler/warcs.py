"""The records of a holdings, read raw for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator


@dataclass(frozen=True)
class Record:
    """One WARC record with its raw block."""

    type: str
    url: str
    headers: dict[str, str]
    block: bytes


def read_records(holdings: Path, *types: str) -> Iterator[Record]:
    """Yield the records of the given types, of all if none is given, in the order they were written."""
    for path in sorted(holdings.glob("*/*/*.warc.gz*")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, no_record_parse=True):
                block = record.raw_stream.read()
                if not types or record.rec_type in types:
                    headers = dict(record.rec_headers.headers)
                    yield Record(record.rec_type, headers.get("WARC-Target-URI", ""), headers, block)
