"""One address's answer at one instant, bytes untouched."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What crossed the wire for one request.

    ``request`` and ``response`` are whole HTTP messages, head and body, as sent and as received; ``response`` is
    empty when nothing arrived. ``captured_at`` is aware, UTC. ``truncated`` is a WARC-Truncated reason
    (``length``, ``time``, ``disconnect``, ``unspecified``) when less arrived than was announced or wanted.
    ``error`` says in one line why a fetch failed. ``exact`` is False when the bytes had to be rebuilt from what
    Scrapy keeps; the record then says so.
    """

    url: str
    captured_at: datetime
    request: bytes
    response: bytes
    ip_address: str | None = None
    protocol: str | None = None
    tls: str | None = None
    truncated: str | None = None
    error: str | None = None
    exact: bool = True
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Where a capture lies: the response (or revisit, or failure metadata) record that keeps it."""

    record_id: str
    warc_file: str
    warc_offset: int
    payload_digest: str | None
    captured_at: str
    warc_type: str
