"""Telling others, who may be slow, without being held up by them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from http.client import HTTPException

logger = logging.getLogger(__name__)


def in_time(whom: str, what: str, seconds: float, tell: Callable[[], None]) -> None:
    """Let *tell* run for *seconds* at most; what goes wrong is one line of the log, naming *whom* and *what*."""

    def run() -> None:
        try:
            tell()
        except (OSError, ValueError, HTTPException) as error:
            logger.error("%s: %s: %s", whom, what, " ".join(str(error).split()))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        logger.error("%s: %s: no answer within %g seconds", whom, what, seconds)
