"""HTTP answers as they stood on the wire, taken apart only as far as a WARC record needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

# RFC 9112, 2.2 lets a receiver take a bare LF for a line's end, and servers of portals do send it.
_HEAD_END = re.compile(rb"\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)")
# A head that every WARC reader splits at the same byte: CRLF throughout, a colon in each line, no folding.
_PLAIN_HEAD = re.compile(
    rb"HTTP/1\.[01] \d{3}[^\r\n\0]*\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\0]*\r\n)*\r\n", re.DOTALL
)
# The only fields that a record or its index depends on, whatever else the head says.
_FIELD = re.compile(
    rb"\n(transfer-encoding|content-length|content-encoding|content-type|etag|last-modified|location)"
    rb"[ \t]*:[ \t]*([^\r\n]*)",
    re.IGNORECASE,
)
_SENDABLE = re.compile(rb"[\x20-\x7e]{1,200}")
_PACKING = frozenset({b"gzip", b"x-gzip", b"deflate", b"br", b"zstd"})
_LOOSE_IMAGES = frozenset({"image/svg+xml", "image/bmp", "image/x-ms-bmp", "image/tiff"})
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\n]*)?\r?\n")
# FastWARC reads no head beyond 32 KiB unless told to.
_LONGEST_PLAIN_HEAD = 32 << 10


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer: *interim* heads (1xx) that came before it, and its *block*: its own *head*, and its *body*.

    *fields* are those fields of the head that a record or its index depends on, see ``read_fields``.
    *entity* is the body without transfer coding (content coding is kept). *plain* says that every reader of WARC
    finds the same payload in the block: a usual head, no transfer coding, nothing behind the message's end.
    """

    interim: bytes
    block: bytes
    head: bytes
    body: bytes
    status: int | None
    fields: dict[bytes, list[bytes]]
    entity: bytes
    chunked: bool
    plain: bool

    @property
    def media_type(self) -> str:
        """What the head says the body is, lower case, without parameters; empty where it says nothing."""
        values = self.fields.get(b"content-type")
        return values[0].partition(b";")[0].strip().lower().decode("latin-1") if values else ""

    def word(self, name: bytes) -> str | None:
        """Return the first value of the field *name* where it can be sent back in a request: short, printable ASCII."""
        values = self.fields.get(name)
        return values[0].decode("ascii") if values and _SENDABLE.fullmatch(values[0]) else None

    @property
    def packed(self) -> bool:
        """Whether the body is deflated, or compressed otherwise, already: deflating it again is lost labour."""
        coding = self.fields.get(b"content-encoding")
        if coding is not None and coding[-1].lower() in _PACKING:
            return True
        return self.media_type.startswith(("image/", "audio/", "video/")) and self.media_type not in _LOOSE_IMAGES


def split_head(message: bytes, start: int = 0) -> int:
    """Return the offset behind the blank line that ends the head, or the message's end where there is none.

    >>> split_head(b"HTTP/1.1 200 OK\\nA: b\\n\\nbody")
    22
    """
    found = _HEAD_END.search(message, start)
    return found.end() if found else len(message)


def status_of(head: bytes) -> int | None:
    """Return the status code of *head*, or None where the status line is none."""
    found = _STATUS.match(head)
    return int(found[1]) if found else None


def read_fields(head: bytes) -> dict[bytes, list[bytes]]:
    """Return the fields of *head* that say how its body is coded and which version it is, by name in lower case.

    >>> read_fields(b"HTTP/1.1 200 OK\\r\\nServer: a\\r\\nCONTENT-Length: 3\\r\\ncontent-length:4 \\r\\n\\r\\n")
    {b'content-length': [b'3', b'4']}
    """
    found: dict[bytes, list[bytes]] = {}
    for name, value in _FIELD.findall(head):
        found.setdefault(name.lower(), []).append(value.rstrip())
    return found


def parse_answer(response: bytes, *, bodiless: bool = False) -> Answer:
    """Return *response* taken apart; *bodiless* says the request was one (HEAD) whose answer has no body."""
    begin, end, status = 0, split_head(response), status_of(response)
    while status is not None and 100 <= status < 200 and status != 101 and end < len(response):
        begin, end = end, split_head(response, end)
        status = status_of(response[begin:end])
    head, body = response[begin:end], response[end:]
    fields = read_fields(head)
    chunked = _is_chunked(fields)
    if bodiless or status in (204, 304):
        entity = b""
    elif chunked:
        entity = remove_chunks(body)
    else:
        entity = _cut_at_length(fields, body)
    plain = (
        not chunked
        and len(entity) == len(body)
        and len(head) < _LONGEST_PLAIN_HEAD
        and _PLAIN_HEAD.fullmatch(head) is not None
    )
    block = response[begin:] if begin else response
    return Answer(response[:begin], block, head, body, status, fields, entity, chunked, plain)


def remove_chunks(body: bytes) -> bytes:
    """Return *body* without chunked coding; where the coding breaks off, what was decoded up to there.

    A body that never was chunked comes back as it is: servers announce chunks and then send none.

    >>> remove_chunks(b"5;x=y\\r\\nhello\\r\\n1\\r\\n!\\r\\n0\\r\\nTrailer: t\\r\\n\\r\\n")
    b'hello!'
    """
    pieces: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        length = int(size[1], 16)
        at = size.end()
        if length == 0:
            return b"".join(pieces)
        pieces.append(body[at : at + length])
        at += length
        if body.startswith(b"\r\n", at):
            at += 2
        elif body.startswith(b"\n", at):
            at += 1
        else:
            break
    return b"".join(pieces) if at else body


def _is_chunked(fields: dict[bytes, list[bytes]]) -> bool:
    codings = fields.get(b"transfer-encoding")
    return codings is not None and codings[-1].lower().rpartition(b",")[2].strip() == b"chunked"


def _cut_at_length(fields: dict[bytes, list[bytes]], body: bytes) -> bytes:
    lengths = set(fields.get(b"content-length", ()))
    if len(lengths) != 1:
        return body  # none, or two that contradict each other: the message ends with the connection
    (length,) = lengths
    if not length.isdigit() or len(length) > 15 or int(length) >= len(body):
        return body
    return body[: int(length)]
