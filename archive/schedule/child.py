"""One crawl as a child process, which may outlive the process that started it and is known again by the next."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

FOLDER = ".schedule"
# A crawl that cannot run says why, and its log goes on for a page.
_WORDS = 32_768
_LOGGED_ERROR = re.compile(r"\S+ \S+ \[[\w.]+\] (?:ERROR|CRITICAL): (.+)")


class Child:
    """The crawl of one portal that runs as a process.

    What the process says on standard error goes to a file that it holds locked for as long as it lives: the kernel
    lets go of the lock when the last process that has the file open is gone, whoever started it.
    """

    def __init__(
        self, holdings: Path, portal: str, pid: int | None, process: subprocess.Popen[bytes] | None = None
    ) -> None:
        self.portal, self.pid = portal, pid
        self._words, self._process = _words(holdings, portal), process

    @classmethod
    def start(cls, holdings: Path, portal: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
        """Start *command*; raises OSError where it cannot be, BlockingIOError where the portal's child still lives."""
        words = _words(holdings, portal)
        words.parent.mkdir(exist_ok=True)
        with words.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.truncate(0)
            process = subprocess.Popen(  # noqa: S603  an argument list, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=file,
                env={**os.environ, **environment},
                start_new_session=True,  # Ctrl-C at the terminal is ours to hand on, once
            )
        return cls(holdings, portal, process.pid, process)

    @classmethod
    def find(cls, holdings: Path, portal: str, pid: int | None) -> Child | None:
        """Return the child of *portal* that an earlier process started and that still lives, or None."""
        child = cls(holdings, portal, pid)
        return child if child.lives() else None

    def lives(self) -> bool:
        """Tell whether the process is still there."""
        if self._process is not None:
            return self._process.poll() is None
        try:
            with self._words.open("rb") as file:
                return not _take_lock(file)
        except FileNotFoundError:
            return False

    @property
    def status(self) -> int | None:
        """The exit status of a process that has ended; None where another process had started it."""
        return self._process.returncode if self._process is not None else None

    def stop(self, *, kill: bool = False) -> None:
        """Ask the process to close its crawl in order, or end it at once."""
        number = signal.SIGKILL if kill else signal.SIGTERM
        if self._process is not None:
            self._process.send_signal(number)
        elif self.pid is not None and self.lives():
            # A pid may be another process's by now, but not while its lock is held.
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def last_words(self) -> str | None:
        """Return the last error that it logged, else the last line that it wrote to standard error."""
        try:
            with self._words.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _WORDS))
                lines = file.read().decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return None
        said = [line.strip()[:500] for line in reversed(lines) if line.strip()]
        errors = (found[1] for line in said if (found := _LOGGED_ERROR.match(line)))
        return next(errors, said[0] if said else None)


def _words(holdings: Path, portal: str) -> Path:
    return holdings / FOLDER / f"{portal}.err"


def _take_lock(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
