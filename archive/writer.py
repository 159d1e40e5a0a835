"""The WARC files of one crawl: appended to, flushed, rotated, closed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from archive.disk import AppendFile, rename_whole
from archive.names import warc_name

OPEN = ".open"
LARGEST_FILE = 1_000_000_000
# What a power cut may take: at most so many seconds and bytes of records that nobody has acknowledged yet.
SYNC_SECONDS = 5.0
SYNC_BYTES = 32 << 20


class WarcWriter:
    """Puts members into numbered files, none larger than *limit* bytes unless one lot of members alone is."""

    def __init__(
        self,
        folder: Path,
        portal: str,
        crawl: str,
        make_info: Callable[[str], bytes],
        *,
        number: int = 0,
        limit: int | None = None,
    ) -> None:
        self._folder, self._portal, self._crawl = folder, portal, crawl
        self._make_info = make_info
        self._number, self._limit = number, limit or LARGEST_FILE
        self._synced_at, self._synced_size = time.monotonic(), 0
        self._open()

    @property
    def size(self) -> int:
        """Bytes in the file being written."""
        return self._file.size

    def append(self, members: Sequence[bytes]) -> tuple[str, list[int]]:
        """Return the file that now holds *members*, all in one, and their offsets."""
        lot = b"".join(members)
        if self._file.size + len(lot) > self._limit and self._file.size > self._info_size:
            self.rotate()
        at = self._file.append(lot)
        offsets = []
        for member in members:
            offsets.append(at)
            at += len(member)
        self._sync_when_due()
        return self.name, offsets

    def sync(self) -> None:
        """Return once everything appended so far would survive a power cut."""
        self._file.sync()
        self._synced_at, self._synced_size = time.monotonic(), self._file.size

    def rotate(self) -> None:
        """Close the file being written and begin the next."""
        self.close()
        self._number += 1
        self._open()

    def close(self) -> None:
        """Flush, close and give the file its name without ``.open``."""
        self._file.close()
        rename_whole(self._file.path, self._folder / self.name)

    def abandon(self) -> None:
        """Close without a flush and leave the name; the next start salvages the file."""
        self._file.abandon()

    def _open(self) -> None:
        self.name = warc_name(self._portal, self._crawl, self._number)
        self._file = AppendFile(self._folder / (self.name + OPEN))
        self._file.append(self._make_info(self.name))
        self._info_size = self._synced_size = self._file.size

    def _sync_when_due(self) -> None:
        due = time.monotonic() - self._synced_at > SYNC_SECONDS
        if due or self._file.size - self._synced_size > SYNC_BYTES:
            self.sync()
