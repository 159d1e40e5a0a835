"""Lines of documents.jsonl and duplicates.jsonl held against themselves and against the records they name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from typing import Any

from archive.errors import placed
from archive.records import digest_of


def line_faults(raw: bytes) -> Iterator[str]:
    """Yield what is wrong with the line *raw* whatever the records hold."""
    if not raw.endswith(b"\n"):
        yield _("the line is cut")
    try:
        line: Any = json.loads(raw)
    except ValueError as error:
        yield _("no JSON ({error})").format(error=error)
        return
    if not isinstance(line, dict):
        yield _("no JSON object")
    elif "text" in line and line.get("text_digest") != text_digest(str(line["text"])):
        yield _("the text is not what its digest says")


def record_faults(
    line: Mapping[str, Any], places: Mapping[tuple[str, int], tuple[str, str | None]], ids: set[str]
) -> Iterator[str]:
    """Yield what a sound *line* says of records otherwise than they are.

    *places* is record id and payload digest by file and offset, *ids* all record ids of the crawl.
    """
    file, offset = line.get("warc_file"), line.get("warc_offset")
    if file is not None:
        record_id, digest = places.get((str(file), offset if isinstance(offset, int) else -1), (None, None))
        if record_id != line.get("record_id"):
            words = _("{record} is not the record at {file} offset {offset}")
            yield words.format(record=line.get("record_id"), file=file, offset=offset)
        elif digest != line.get("payload_digest"):
            yield placed(record_id, _("the record's payload digest is another"))
    for attachment in line.get("attachments") or ():
        record_id = attachment.get("record_id")
        if record_id is not None and record_id not in ids:
            yield _("attachment {url}: no record {record}").format(url=attachment.get("url"), record=record_id)


def text_digest(text: str) -> str:
    """Return the digest by which texts are told apart: of the text without white space, as reading makes it."""
    return digest_of("".join(text.split()).encode("utf-8", "surrogatepass"))
