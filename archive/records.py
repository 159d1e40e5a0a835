"""WARC 1.1 records of what was captured, made by warcio around bytes that nobody touches.

The block of a response is what the wire carried, transfer coding included. ``WARC-Payload-Digest`` is, by WARC 1.1,
of the entity without transfer coding; ``warcio check`` 1.8 and ``fastwarc check`` 2.0 hash the block behind the head
instead (warcio issues 74 and 75). Where both readings meet, which is every answer without transfer coding and with a
usual head, the field is written. Where they part, the digest by the specification stands in ``X-Payload-Digest``,
which no validator misjudges, and in the CDXJ; the block digest guards the bytes. A revisit carries its digest under
the same field as the record it refers to, since pywb and cdxj-indexer match the two by it.

Digests are SHA-256 in hexadecimal: warcio, FastWARC and pywb all take it, it is what manifests and text digests use,
and it costs as much as SHA-1 on a processor with SHA instructions.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from archive.members import GzipMember
from archive.message import Answer

IDENTICAL_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
PAYLOAD_DIGEST = "WARC-Payload-Digest"
OWN_PAYLOAD_DIGEST = "X-Payload-Digest"

_RESPONSE = "application/http; msgtype=response"
_REQUEST = "application/http; msgtype=request"
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_FIELDS = "application/warc-fields"
_SAFE_URI = re.compile(r"[!#$%&'()*+,/:;=?@\[\]~A-Za-z0-9._-]*")
_TLS = re.compile(r"TLSv?\s*([\d.]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A record whose payload may stand for another's: its id, address and date, and how its block keeps it."""

    record_id: str
    url: str
    date: str
    digest: str
    chunked: bool
    plain: bool


def digest_of(content: bytes) -> str:
    """Return the labelled digest of *content*.

    >>> digest_of(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return "sha256:" + hashlib.sha256(content).hexdigest()


def make_record_id() -> str:
    """Return a fresh record id, a random UUID in a URN in angle brackets (WARC 1.1, 5.2)."""
    bits = os.urandom(16).hex()  # RFC 9562, 5.4: version 4, variant 8 to b
    return f"<urn:uuid:{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-{_VARIANT[bits[16]]}{bits[17:20]}-{bits[20:]}>"


def safe_uri(url: str) -> str:
    """Return *url* with everything percent-encoded that could break out of a header line.

    >>> safe_uri("http://a.example/x y\\r\\nWARC-Type: revisit")
    'http://a.example/x%20y%0D%0AWARC-Type:%20revisit'
    """
    if _SAFE_URI.fullmatch(url):
        return url
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="surrogatepass")


def one_line(value: object) -> str:
    """Return *value* as text that fits in one header line."""
    return " ".join(str(value).encode("utf-8", "replace").decode().split())


def protocol_fields(protocol: str | None, tls: str | None) -> list[tuple[str, str]]:
    """Return the WARC-Protocol fields, one a protocol, as the IIPC's proposal spells them.

    >>> protocol_fields("HTTP/1.1", "TLSv1.3")
    [('WARC-Protocol', 'http/1.1'), ('WARC-Protocol', 'tls/1.3')]
    """
    spoken = [one_line(protocol).lower()] if protocol else []
    if tls:
        version = _TLS.search(tls)
        spoken.append(f"tls/{version[1]}" if version else one_line(tls).lower())
    return [("WARC-Protocol", name) for name in spoken]


class _ExactHead:
    """The head of a revisit, in the place of warcio's parsed headers, which would not print back the same bytes."""

    def __init__(self, head: bytes) -> None:
        self.headers_buff = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Leave the bytes alone."""


class _Block:
    """A block as a stream that gives all of itself at once; warcio would copy it out of a file by 16 kB."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def read(self, _size: int = -1) -> bytes:
        """Return the whole block, then nothing."""
        block, self._block = self._block, b""
        return block


class _Fields(StatusAndHeaders):  # type: ignore[misc]
    """The header of a record, whose fields are known to be text and to stand there once."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self.statusline, self.protocol, self.headers = "", "WARC/1.1", fields

    def replace_header(self, name: str, value: str) -> None:
        """Add a field; warcio replaces only Content-Type and Content-Length, which are not there before."""
        self.headers.append((name, value))

    def to_bytes(self, *_: object, encoding: str = "utf-8") -> bytes:
        """Return the header with its blank line."""
        lines = [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join([self.protocol, *lines, "", ""]).encode(encoding, "replace")


class RecordMaker(WARCWriter):  # type: ignore[misc]
    """Turns blocks into gzip members, each a whole record; every digest is the caller's."""

    def __init__(self) -> None:
        self.member = GzipMember()
        # gzip=False: warcio's own wrapper deflates with zlib at level 9, thirteen times the CPU for a file smaller
        # by an eighth.
        super().__init__(self.member, gzip=False, warc_version="1.1")

    def ensure_digest(self, record: ArcWarcRecord, block: bool = True, payload: bool = True) -> None:
        """Add nothing: warcio would add a SHA-1 of the coded payload wherever ours is left out on purpose."""

    def make(
        self,
        kind: str,
        record_id: str,
        date: str,
        fields: Iterable[tuple[str, str]],
        block: bytes,
        content_type: str,
        stored_from: int | None = None,
    ) -> None:
        """Add one record to the members to be taken; from offset *stored_from* on, its block is not deflated."""
        headers = _Fields(
            [
                ("WARC-Type", kind),
                ("WARC-Record-ID", record_id),
                ("WARC-Date", date),
                *fields,
                ("WARC-Block-Digest", digest_of(block)),
            ]
        )
        self.member.stored_from = stored_from
        head = _ExactHead(block) if kind == "revisit" else None  # warcio writes no more of a revisit
        size = len(block)
        self.write_record(
            ArcWarcRecord("warc", kind, headers, _Block(block), head, content_type, size, payload_length=0)
        )

    def make_response(self, record_id: str, date: str, fields: Iterable[tuple[str, str]], answer: Answer) -> None:
        """Add a response record."""
        stored_from = len(answer.head) if answer.packed else None
        self.make("response", record_id, date, fields, answer.block, _RESPONSE, stored_from)

    def make_revisit(self, record_id: str, date: str, fields: Iterable[tuple[str, str]], head: bytes) -> None:
        """Add a revisit record, whose block is the answer's head."""
        self.make("revisit", record_id, date, fields, head, _RESPONSE)

    def make_request(self, record_id: str, date: str, fields: Iterable[tuple[str, str]], block: bytes) -> None:
        """Add a request record."""
        self.make("request", record_id, date, fields, block, _REQUEST)

    def make_fields(
        self, kind: str, record_id: str, date: str, fields: Iterable[tuple[str, str]], content: Mapping[str, object]
    ) -> None:
        """Add a warcinfo or metadata record whose block is *content* as named fields."""
        lines = "".join(
            f"{one_line(name).replace(':', '')}: {one_line(value)}\r\n"
            for name, value in content.items()
            if value is not None
        )
        self.make(kind, record_id, date, fields, lines.encode(), _FIELDS)

    def take(self) -> list[bytes]:
        """Return the members made since the last call."""
        return self.member.take()


def revisit_fields(held: Held, profile: str) -> list[tuple[str, str]]:
    """Return the fields of a revisit that refers to *held*."""
    return [
        ("WARC-Profile", profile),
        ("WARC-Refers-To", held.record_id),
        ("WARC-Refers-To-Target-URI", held.url),
        ("WARC-Refers-To-Date", held.date),
        (PAYLOAD_DIGEST if held.plain else OWN_PAYLOAD_DIGEST, held.digest),
    ]
