"""One portal's crawl as a child process, and what it tells while it runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import IO, Any


@dataclass(slots=True)
class Progress:
    """How far the crawl of one portal is; *outcome* is None while it runs."""

    portal: str
    pages: int = 0
    documents: int = 0
    duplicates: int = 0
    injections: int = 0
    queue: int = 0
    bytes: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    elapsed: float = 0.0
    outcome: str | None = None
    cause: str | None = None
    folder: str | None = None
    status: int | None = None

    def update(self, line: Mapping[str, Any]) -> None:
        """Take over what one line of the child says."""
        for name, value in line.items():
            if name != "portal" and name in self.__slots__:
                setattr(self, name, value)


class CrawlProcess:
    """``scrapy crawl`` of one portal in a process of its own, so that no portal's failure touches another.

    The child writes its progress as JSON lines to a pipe whose number it finds in XIANZHI_PROGRESS_FD.
    """

    def __init__(self, portal: str, settings: Mapping[str, str], on_progress: Callable[[Progress], None]) -> None:
        self.progress = Progress(portal)
        self._on_progress = on_progress
        self._last_words: deque[str] = deque(maxlen=20)
        reading, writing = os.pipe()
        try:
            self._child = subprocess.Popen(  # noqa: S603  an argument list, no shell
                self._command(portal, settings),
                env=self._environment(writing),
                pass_fds=(writing,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        finally:
            os.close(writing)
        self._threads = [
            threading.Thread(target=self._follow_progress, args=(reading,), daemon=True),
            threading.Thread(target=self._follow_errors, args=(self._child.stderr,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @staticmethod
    def _command(portal: str, settings: Mapping[str, str]) -> list[str]:
        words = [sys.executable, "-m", "scrapy", "crawl", portal]
        for name, value in settings.items():
            words += ["-s", f"{name}={value}"]
        return words

    @staticmethod
    def _environment(progress_fd: int) -> dict[str, str]:
        return {
            **os.environ,
            "SCRAPY_SETTINGS_MODULE": "crawler.settings",
            "XIANZHI_PROGRESS_FD": str(progress_fd),
            "PYTHONIOENCODING": "utf-8",
        }

    def _follow_progress(self, reading: int) -> None:
        with os.fdopen(reading, encoding="utf-8") as lines:
            for line in lines:
                self.progress.update(json.loads(line))
                self._on_progress(self.progress)

    def _follow_errors(self, lines: IO[str]) -> None:
        for line in lines:
            if line.strip():
                self._last_words.append(line.strip())

    @property
    def running(self) -> bool:
        """Return whether the child still runs."""
        return self._child.poll() is None

    def stop(self) -> None:
        """Ask the child to close its crawl in order, as SIGTERM does."""
        if self.running:
            self._child.terminate()

    def wait(self) -> Progress:
        """Return the last progress once the child has ended; its outcome and exit status are set."""
        status = self._child.wait()
        for thread in self._threads:
            thread.join(timeout=5)
        self.progress.status = status if status in (0, 1, 2) else 1
        if self.progress.outcome is None:
            self.progress.outcome = "failed"
            self.progress.cause = self._last_cause(status)
        return self.progress

    def _last_cause(self, status: int) -> str:
        if self._last_words:
            return self._last_words[-1]
        if status < 0:
            return _("the crawl was killed by signal {number}").format(number=-status)
        return _("the crawl ended with exit status {status} and said nothing").format(status=status)
