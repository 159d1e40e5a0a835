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
from scrapy.statscollectors import StatsCollector

_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "no such host"),
    (DownloadConnectionRefusedError, "connection refused"),
    (DownloadTimeoutError, "timeout"),
    (ResponseDataLossError, "cut off"),
    (DownloadCancelledError, "too large"),
    (IgnoreRequest, "ignored"),
)


# So many addresses are told for each cause.
_EXAMPLES = 3


def add_example(stats: StatsCollector, cause: str, url: str) -> None:
    """Keep *url* as one of the first addresses at which *cause* was met."""
    examples = stats.get_value(f"xianzhi/examples/{cause}", [])
    if len(examples) < _EXAMPLES and url not in examples:
        stats.set_value(f"xianzhi/examples/{cause}", [*examples, url])


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
