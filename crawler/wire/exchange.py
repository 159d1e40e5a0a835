"""One request and its answer, as the bytes that crossed the wire."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urldefrag

from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from archive.capture import Capture

_CREDENTIALS = re.compile(rb"\r\nProxy-Authorization:[^\r\n]*", re.IGNORECASE)


@dataclass(slots=True)
class Exchange:
    """The bytes of one exchange while they come in.

    ``limit`` is how many may be received, 0 for any number; ``overflowed`` says that it was passed, ``closed`` that
    the connection ended, ``broken`` that it ended otherwise than by being closed, ``unparsable`` that what came is
    no HTTP and was read on to its end.
    """

    url: str
    limit: int = 0
    sent: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    size: int = 0
    overflowed: bool = False
    closed: bool = False
    broken: bool = False
    unparsable: bool = False
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    ip_address: str | None = None
    tls: str | None = None
    notes: dict[str, str] = field(default_factory=dict)

    def receive(self, data: bytes) -> bool:
        """Take *data* in, and return whether more may follow."""
        self.received.append(data)
        self.size += len(data)
        self.overflowed = bool(self.limit) and self.size > self.limit
        return not self.overflowed

    def capture(self, response: Response | None, error: BaseException | None) -> Capture:
        """Return the exchange, ended with *response* or with *error*; its bytes are let go of."""
        received, sent = b"".join(self.received), _without_credentials(b"".join(self.sent), self.notes)
        truncated = _truncation(self, response, error) if received else None
        # The connection is kept, and this exchange with it, until the next request.
        self.received.clear()
        self.sent.clear()
        return Capture(
            url=urldefrag(self.url)[0],
            captured_at=self.begun,
            request=sent,
            response=received,
            ip_address=self.ip_address,
            protocol=protocol_of(received),
            tls=self.tls,
            truncated=truncated,
            error=one_line(error) if error else None,
            notes=self.notes,
        )


def _without_credentials(request: bytes, notes: dict[str, str]) -> bytes:
    # A password for the archive's own proxy is not for the portal, nor for the archive's readers.
    head, end, body = request.partition(b"\r\n\r\n")
    kept = _CREDENTIALS.sub(b"", head)
    if len(kept) == len(head):
        return request
    notes["left-out"] = "Proxy-Authorization"
    return kept + end + body


def protocol_of(message: bytes) -> str | None:
    """Return the protocol a response says it speaks, in lower case, or None where it says none.

    >>> protocol_of(b"HTTP/1.0 200 OK\\r\\n\\r\\n")
    'http/1.0'
    >>> protocol_of(b"<html>") is None
    True
    """
    version = message[:8]
    if version[:5] != b"HTTP/" or not version[5:6].isdigit():
        return None
    return version.split(b" ", 1)[0].split(b"\r", 1)[0].decode("ascii", "replace").lower()


def one_line(error: BaseException) -> str:
    """Return the name and the message of *error* in one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _truncation(exchange: Exchange, response: Response | None, error: BaseException | None) -> str | None:
    # The reasons are those of WARC 1.1, 5.13.
    if exchange.overflowed or isinstance(error, DownloadCancelledError):
        return "length"
    if isinstance(error, DownloadTimeoutError):
        return "time"
    if exchange.unparsable:
        return None if exchange.closed else "time"
    if isinstance(error, ResponseDataLossError):
        return "disconnect"
    if error is not None:
        return "disconnect" if exchange.closed else "unspecified"
    flags = response.flags if response is not None else []
    if "dataloss" in flags or ("partial" in flags and exchange.broken):
        return "disconnect"
    return "unspecified" if "download_stopped" in flags else None
