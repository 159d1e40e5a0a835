"""JSON Lines files: one value a line, UTF-8, the last line whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from archive.disk import AppendFile


class LineFile:
    """A JSON Lines file that is appended to."""

    def __init__(self, path: Path) -> None:
        self._file = AppendFile(path)
        self.sync, self.close, self.abandon = self._file.sync, self._file.close, self._file.abandon

    def append(self, line: Mapping[str, object]) -> int:
        """Return the offset at which *line* now stands."""
        return self._file.append(dump_line(line))


def dump_line(line: Mapping[str, object]) -> bytes:
    """Return *line* as UTF-8 JSON and a line feed; half surrogate pairs, which UTF-8 cannot hold, become U+FFFD."""
    text = json.dumps(line, ensure_ascii=False) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return whole_text(text).encode()


def whole_text(text: str) -> str:
    """Return *text* with each half of a surrogate pair that lacks its other half as U+FFFD.

    >>> whole_text("a\\ud800b")
    'a\ufffdb'
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the offset and value of each line of the file at *path*; nothing where there is no file."""
    if not path.exists():
        return
    offset = 0
    with path.open("rb") as file:
        for raw in file:
            yield offset, json.loads(raw)
            offset += len(raw)


def cut_partial_line(path: Path) -> int:
    """Cut a last line without line feed off the file at *path* and return how many bytes went."""
    if not path.exists():
        return 0
    with path.open("r+b") as file:
        content_end = file.seek(0, 2)
        keep = content_end
        while keep:
            start = max(0, keep - (64 << 10))
            file.seek(start)
            found = file.read(keep - start).rfind(b"\n")
            if found >= 0:
                keep = start + found + 1
                break
            keep = start
        file.truncate(keep)
    return content_end - keep
