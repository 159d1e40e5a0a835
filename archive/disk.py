"""Files that are whole or absent: appended to with rollback, replaced atomically, flushed to the disk."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from archive.errors import storage_error


class AppendFile:
    """A file that only grows, by whole pieces: a piece that did not fit leaves nothing behind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
            self.size = os.lseek(self._fd, 0, os.SEEK_END)
        except OSError as error:
            raise storage_error(path, error) from error
        self._dirty = False

    def append(self, piece: bytes) -> int:
        """Return the offset at which *piece* now stands."""
        start = self.size
        rest = memoryview(piece)
        try:
            while rest:
                rest = rest[os.write(self._fd, rest) :]
        except OSError as error:
            with suppress(OSError):  # a disk that is gone lets nothing be taken back; salvage cuts it off later
                os.ftruncate(self._fd, start)
                os.lseek(self._fd, start, os.SEEK_SET)
            raise storage_error(self.path, error) from error
        self.size = start + len(piece)
        self._dirty = True
        return start

    def sync(self) -> None:
        """Return once everything appended so far would survive a power cut."""
        if not self._dirty:
            return
        try:
            os.fsync(self._fd)
        except OSError as error:
            raise storage_error(self.path, error) from error
        self._dirty = False

    def close(self) -> None:
        """Flush to the disk and close; closing twice does nothing."""
        if self._fd < 0:
            return
        try:
            self.sync()
        finally:
            os.close(self._fd)
            self._fd = -1

    def abandon(self) -> None:
        """Close without a flush, for a file that is given up."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* (files made, renamed, removed) survive a power cut."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_whole(path: Path, content: bytes) -> None:
    """Put *content* at *path* so that a reader sees the old file or the new one, never a part."""
    draft = path.with_name(path.name + ".draft")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise storage_error(path, error) from error


def rename_whole(old: Path, new: Path) -> None:
    """Rename a file and make the new name survive a power cut."""
    try:
        old.rename(new)
        sync_folder(new.parent)
    except OSError as error:
        raise storage_error(new, error) from error
