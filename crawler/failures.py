"""Why a request came to nothing, in the few words that reports and the queue use."""

from __future__ import annotations

from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "no such host"),
    (DownloadConnectionRefusedError, "connection refused"),
    (DownloadTimeoutError, "timeout"),
    (ResponseDataLossError, "cut off"),
    (DownloadCancelledError, "too large"),
    (IgnoreRequest, "ignored"),
)


def note_failure(request: Request, cause: str) -> None:
    """Note on *request* why it failed, for whoever counts it; the first cause stands."""
    request.meta.setdefault("failure", cause)


def cause_of(request: Request, error: BaseException) -> str:
    """Return why *request* failed with *error*, in a word or three."""
    noted = request.meta.get("failure")
    if noted:
        return str(noted)
    if isinstance(error, IgnoreRequest) and "robots.txt" in str(error):
        return "robots.txt"
    for kind, cause in _CAUSES:
        if isinstance(error, kind):
            return cause
    return "connection lost"
