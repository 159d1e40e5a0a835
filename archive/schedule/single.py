"""One process a holdings runs its schedule."""

from __future__ import annotations

import fcntl
import time
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from archive.errors import ArchiveError, storage_error
from archive.schedule.child import FOLDER


class ScheduleRunningError(ArchiveError):
    """Another process runs the schedule of these holdings."""


def is_running(holdings: Path) -> bool:
    """Tell whether a process runs the schedule of *holdings* now."""
    path = holdings / FOLDER / "lock"
    if not path.exists():
        return False
    try:
        take_lock(holdings).close()
    except ScheduleRunningError:
        return True
    return False


def take_lock(holdings: Path, *, wait: bool = False) -> BinaryIO:
    """Return the open file whose lock makes this process the one that runs the schedule of *holdings*.

    With *wait*, a lock that is held for a moment only is waited for. Raises ScheduleRunningError.
    """
    folder = holdings / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("ab")
    except OSError as error:
        raise storage_error(folder, error) from error
    for patience in (True, True, True, False):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if patience and wait:
                time.sleep(0.1)  # somebody may just be asking whether the schedule runs
                continue
            file.close()
            words = _("{holdings}: another process runs this schedule; stop that one first")
            raise ScheduleRunningError(words.format(holdings=holdings)) from error
        break
    return file
