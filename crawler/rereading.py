"""Captures read again, however much later, by the layouts that their portal's pages had then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from archive.capture import RecordRef
from archive.closing import DOCUMENTS, DUPLICATES
from archive.lines import read_lines
from archive.names import iso_time
from archive.records import OWN_PAYLOAD_DIGEST, PAYLOAD_DIGEST
from crawler.errors import UnreadablePage
from crawler.families.base import Portal
from crawler.middlewares import stamp_record
from crawler.portals import PortalLoader, load_portal
from crawler.reading import Document, read_documents


def is_warc(path: Path) -> bool:
    """Return whether the file at *path* is named as WARC files are, finished or not."""
    return path.name.removesuffix(".open").removesuffix(".gz").endswith(".warc")


def find_portal(name: str | None) -> type[Portal] | None:
    """Return the portal called *name*, None where there is none (any more); raises BadPortal for a wrong file."""
    loader = PortalLoader.of(None)
    return load_portal(loader, name) if name in loader.list() and name is not None else None


def read_as(
    portal: type[Portal] | None, body: bytes, url: str, headers: Mapping[str, str] | None, captured_at: str | None
) -> list[Document]:
    """Return the documents of a page as *portal* reads its pages of the time of capture (ISO 8601).

    Where the portal or the time is not known, it is read by no layout. Raises UnreadablePage.
    """
    if portal is None:
        return read_documents(body, url, headers)
    return portal.read(body, url, headers, datetime.fromisoformat(captured_at) if captured_at else None)


def read_warc(path: Path, url: str | None = None, portal: type[Portal] | None = None) -> Iterator[Document]:
    """Yield what is read today from the responses in the WARC file at *path*.

    These are the records that gave documents when they were captured, as documents.jsonl and duplicates.jsonl beside
    the file say, or all captures of *url*. The portal is that which the file's warcinfo names, unless *portal* is
    given. A revisit holds no page; the record it refers to does. Raises UnreadablePage.
    """
    wanted = None if url else _with_documents(path)
    try:
        with path.open("rb") as file:
            records = ArchiveIterator(file)
            for record in records:
                if record.rec_type == "warcinfo" and portal is None:
                    portal = find_portal(_portal_named(record))
                ref = _reference(record, path, records)
                if record.rec_type != "response" or (ref.record_id not in wanted if wanted is not None else False):
                    continue
                if url is None or record.rec_headers.get_header("WARC-Target-URI") == url:
                    yield from _read_response(record, ref, portal)
    except ArchiveLoadFailed as error:
        raise UnreadablePage(f"{path}: no WARC file, or a damaged one ({error}); xianzhi verify says where") from error


def _with_documents(path: Path) -> set[str]:
    beside = [path.with_name(name) for name in (DOCUMENTS, DUPLICATES)]
    if not any(file.exists() for file in beside):
        raise UnreadablePage(f"{path}: no {DOCUMENTS} beside it says which records are articles; name one with --url")
    return {str(line["record_id"]) for file in beside if file.exists() for _, line in read_lines(file)}


def _portal_named(record: Any) -> str | None:
    lines = record.content_stream().read().decode("utf-8", "replace").splitlines()
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    return fields.get("portal")


def _reference(record: Any, path: Path, records: Any) -> RecordRef:
    fields = record.rec_headers
    return RecordRef(
        fields.get_header("WARC-Record-ID"),
        path.name,
        records.offset,
        fields.get_header(PAYLOAD_DIGEST) or fields.get_header(OWN_PAYLOAD_DIGEST),
        iso_time(datetime.fromisoformat(fields.get_header("WARC-Date"))),
        record.rec_type,
    )


def _read_response(record: Any, ref: RecordRef, portal: type[Portal] | None) -> Iterator[Document]:
    address = str(record.rec_headers.get_header("WARC-Target-URI"))
    headers: dict[str, str] = {}
    for name, value in record.http_headers.headers if record.http_headers else ():
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    for document in read_as(portal, record.content_stream().read(), address, headers, ref.captured_at):
        yield stamp_record(portal.marked(document) if portal else document, ref)
