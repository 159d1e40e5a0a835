"""Several portals crawled side by side, as many at once as wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from crawler.cli.crawling import CrawlProcess, Progress


class Fleet:
    """The crawls of one command: each portal has its own process and is polite on its own."""

    def __init__(self, settings: Mapping[str, str], on_progress: Callable[[Progress], None], at_once: int = 4) -> None:
        self._settings = settings
        self._on_progress = on_progress
        self._at_once = at_once
        self._running: set[CrawlProcess] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def run(self, portals: Sequence[str]) -> list[Progress]:
        """Crawl *portals* and return how each ended, in their order; a signal stops them all in order."""
        with ThreadPoolExecutor(max_workers=min(self._at_once, len(portals))) as pool:
            ends = [pool.submit(self._run_one, portal) for portal in portals]
            try:
                return [end.result() for end in ends]
            except KeyboardInterrupt:
                self.stop()
                return [end.result() for end in ends]

    def stop(self) -> None:
        """Ask every running crawl to close in order and start no other."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.stop()

    def _run_one(self, portal: str) -> Progress:
        with self._lock:
            if self._stopped:
                return Progress(portal, outcome="interrupted", status=1)
            process = CrawlProcess(portal, self._settings, self._on_progress)
            self._running.add(process)
        progress = process.wait()
        with self._lock:
            self._running.discard(process)
        self._on_progress(progress)
        return progress
