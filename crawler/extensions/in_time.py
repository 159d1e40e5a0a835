"""Telling others, who may be slow, without being held up by them."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from http.client import HTTPException

logger = logging.getLogger(__name__)


def in_time(whom: str, what: str, seconds: float, tell: Callable[[], None]) -> None:
    """Let *tell* run for *seconds* at most; what goes wrong is one line of the log, naming *whom* and *what*."""

    failures: queue.SimpleQueue[str] = queue.SimpleQueue()

    def run() -> None:
        failure = ""
        try:
            tell()
        except (OSError, ValueError, HTTPException) as error:
            failure = " ".join(str(error).split()) or type(error).__name__
        finally:
            failures.put(failure)

    threading.Thread(target=run, daemon=True).start()
    try:
        failure = failures.get(timeout=seconds)
    except queue.Empty:
        failure = f"no answer within {seconds:g} seconds"
    if failure:  # said here, so that whoever answers too late is not heard of a second time
        logger.error("%s: %s: %s", whom, what, failure)
