"""Tombstones: the addresses whose captures are withdrawn from index, search, JSONL view and exports.

``takedowns.jsonl`` beside the crawls is their record; it is only appended to, so that an undone takedown stays on file.
"""

from __future__ import annotations

from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.disk import sync_folder
from archive.errors import DamagedRecord
from archive.lines import LineFile, read_lines
from archive.names import iso_time
from archive.surt import urlkey

NAME = "takedowns.jsonl"


def read_tombstones(holdings: Path) -> dict[str, dict[str, Any]]:
    """Return the tombstones in force: address key -> the line that set it; raises DamagedRecord."""
    standing: dict[str, dict[str, Any]] = {}
    path = holdings / NAME
    try:
        for _offset, line in read_lines(path):
            if line["action"] == "withdraw":
                standing[line["urlkey"]] = line
            else:
                standing.pop(line["urlkey"], None)
    except (ValueError, KeyError, TypeError) as error:
        # Going on without it would show again what somebody had withdrawn.
        what = _("a line is damaged ({error}); mend it from a copy").format(error=error)
        raise DamagedRecord(path, what) from error
    return standing


def write_tombstone(holdings: Path, url: str, action: str, reason: str, by: str | None) -> dict[str, Any]:
    """Append a line for *action* (``withdraw`` or ``restore``) on *url* and return it."""
    line: dict[str, Any] = {
        "action": action,
        "url": url,
        "urlkey": urlkey(url),
        "reason": reason,
        "by": by,
        "at": iso_time(datetime.now(UTC)),
    }
    file = LineFile(holdings / NAME)
    try:
        file.append(line)
    finally:
        file.close()
    sync_folder(holdings)
    return line
