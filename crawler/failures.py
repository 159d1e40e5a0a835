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
from twisted.python.failure import Failure

_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "no such host"),
    (DownloadConnectionRefusedError, "connection refused"),
    (DownloadTimeoutError, "timeout"),
    (ResponseDataLossError, "cut off"),
    (DownloadCancelledError, "too large"),
    (IgnoreRequest, "ignored"),
    (ValueError, "no address"),  # a redirect to http://[/ or javascript:, or to a host that no name may be
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


def explain(request: Request, failure: Failure) -> str:
    """Return why *request* brought nothing, as *failure* says it, or in a word or three where it says nothing legible.

    Some errors have no more to say than their names, Twisted lists others by the names of their classes, and some say
    the address, too.
    """
    said = " ".join(failure.getErrorMessage().split())
    said = said.removeprefix(f"{request.url}: ").removeprefix(f"Getting {request.url} ")
    if "max redirections" in said:
        return f"sends from one address to another, more than {request.meta.get('redirect_times', 'some')} times"
    cause = cause_of(request, failure.value or Exception(said))
    if not said or said.startswith("["):
        return cause
    return f"{cause}: {said}" if isinstance(failure.value, ValueError) else said
