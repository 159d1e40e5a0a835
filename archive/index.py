"""The CDXJ index of a crawl: a line for each answer, sorted by address and time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring_ascii as _quoted
from pathlib import Path

from archive.message import Answer
from archive.records import Held
from archive.surt import urlkey
from archive.warc import WarcRecord, read_records

_INDEXED = ("response", "revisit")
# By these a later crawl asks whether a page is still the same (RFC 9110, 13.1), without opening a WARC file.
_VERSIONS = (("etag", b"etag"), ("lastModified", b"last-modified"))


def index_line(
    url: str, date: str, kind: str, answer: Answer, digest: str, place: tuple[str, int, int], record_id: str
) -> str:
    """Return the CDXJ line of one answer; *place* is file, offset, length of the member."""
    mime = "warc/revisit" if kind == "revisit" else answer.media_type or "application/octet-stream"
    file, offset, length = place
    versions = ((name, answer.word(field)) for name, field in _VERSIONS)
    told = "".join(f', "{name}": {_quoted(value)}' for name, value in versions if value)
    return (
        f'{urlkey(url)} {timestamp(date)} {{"url": {_quoted(url)}, "mime": {_quoted(mime)}, '
        f'"status": "{answer.status or 0}", "digest": "{digest}", "length": "{length}", "offset": "{offset}", '
        f'"filename": "{file}", "recordId": {_quoted(record_id)}{told}}}\n'
    )


def timestamp(date: str) -> str:
    """Return the 14 digits of a WARC-Date.

    >>> timestamp("2025-03-12T06:35:00.250000Z")
    '20250312063500'
    """
    return date[:4] + date[5:7] + date[8:10] + date[11:13] + date[14:16] + date[17:19]


def index_record(record: WarcRecord, file: str | None = None) -> str | None:
    """Return the CDXJ line of *record*, or None where it is of a kind that is not indexed."""
    if record.kind not in _INDEXED or record.url is None:
        return None
    place = (file or record.file, record.offset, record.length)
    digest = record.payload_digest or ""
    return index_line(record.url, record.date, record.kind, record.answer, digest, place, record.record_id)


def held_of(record: WarcRecord) -> Held | None:
    """Return what later payloads may refer to, or None where *record*'s payload cannot stand for another's."""
    if record.kind != "response" or record.url is None or record.get("WARC-Truncated"):
        return None
    answer = record.answer
    if not answer.entity or record.payload_digest is None:
        return None
    return Held(record.record_id, record.url, record.date, record.payload_digest, answer.chunked, answer.plain)


def index_warc(path: Path, file: str | None = None) -> list[str]:
    """Return the CDXJ lines of one WARC file, in the file's order."""
    lines = (index_record(record, file) for record in read_records(path))
    return [line for line in lines if line is not None]


def sort_lines(lines: Iterable[str]) -> list[str]:
    """Return *lines* in the byte order that readers of CDXJ search in."""
    return sorted(lines, key=str.encode)


def parse_line(line: str) -> dict[str, str]:
    """Return the fields of a CDXJ line, with ``urlkey`` and ``timestamp`` among them."""
    key, stamp, entry = line.split(" ", 2)
    return {"urlkey": key, "timestamp": stamp, **json.loads(entry)}
