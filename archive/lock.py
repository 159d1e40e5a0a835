"""The lock that keeps a second crawl of a portal from starting; the kernel drops it when the process dies."""

from __future__ import annotations

import fcntl
import os
from gettext import gettext as _
from pathlib import Path

from archive.errors import CrawlRunning, storage_error

_NAME = ".lock"


class PortalLock:
    """Holds the lock of one portal's folder from its making to ``release``."""

    def __init__(self, folder: Path) -> None:
        path = folder / _NAME
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise storage_error(path, error) from error
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._fd)
            running = _("{portal}: a crawl of this portal is running; wait for its end, or stop it")
            raise CrawlRunning(running.format(portal=folder.name)) from error

    def release(self) -> None:
        """Let others have the lock; releasing twice does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def is_locked(folder: Path) -> bool:
    """Tell whether a crawl of the portal whose folder is *folder* is running now."""
    if not (folder / _NAME).exists():
        return False
    try:
        PortalLock(folder).release()
    except CrawlRunning:
        return True
    return False
