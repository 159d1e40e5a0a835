"""Captures for tests: HTTP messages as sound and unsound servers send them, from a seeded generator."""

from __future__ import annotations

import gzip
import hashlib
import random
import string
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from archive.capture import Capture, RecordRef
from archive.crawl import Crawl
from archive.records import digest_of

STARTED = datetime(2025, 3, 12, 6, 35, tzinfo=UTC)
PORTAL = "guangxi_liujiang"
HOST = "www.liujiang.example"


def seeded(seed: int) -> random.Random:
    """Return a generator that gives the same numbers in every run."""
    return random.Random(seed)


def start_crawl(holdings: Path, portal: str = PORTAL, **options: object) -> Crawl:
    """Return a crawl that has begun."""
    settled: dict[str, object] = {
        "title": "柳江区人民政府",
        "division_code": "450206",
        "settings": {"DOWNLOAD_DELAY": 1.0},
        "operator": "县档案馆",
        "robots": "obeyed",
        **options,
    }
    return Crawl.start(holdings, portal, **settled)  # type: ignore[arg-type]


def make_capture(response: bytes, path: str = "/", seconds: float = 0, **fields: object) -> Capture:
    """Return a capture of *path* that the server answered with *response*."""
    settled: dict[str, object] = {
        "url": f"http://{HOST}{path}",
        "captured_at": STARTED + timedelta(seconds=seconds),
        "request": f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode(),
        "response": response,
        "ip_address": "127.0.0.1",
        "protocol": "HTTP/1.1",
        **fields,
    }
    return Capture(**settled)  # type: ignore[arg-type]


def make_line(ref: RecordRef, text: str, path: str = "/", portal: str = PORTAL) -> dict[str, object]:
    """Return a line of documents.jsonl for a document read from the record *ref*."""
    return {
        "id": hashlib.sha256((ref.record_id + path).encode()).hexdigest()[:32],
        "url": f"http://{HOST}{path}",
        "portal": portal,
        "title": f"关于 {path} 的通知",
        "published": "2025-03-12",
        "text": text,
        "attachments": [],
        "story": None,
        "text_digest": digest_of("".join(text.split()).encode()),
        "captured_at": ref.captured_at,
        "record_id": ref.record_id,
        "payload_digest": ref.payload_digest,
        "warc_file": ref.warc_file,
        "warc_offset": ref.warc_offset,
    }


def answer(body: bytes, *fields: str, status: str = "200 OK") -> bytes:
    """Return a sound answer with a Content-Length."""
    head = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *fields, f"Content-Length: {len(body)}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def chunk(body: bytes, rng: random.Random, *, extension: bytes = b"", trailer: bytes = b"") -> bytes:
    """Return *body* in chunks of random sizes."""
    pieces = []
    at = 0
    while at < len(body):
        size = rng.randint(1, max(1, len(body) // 3))
        piece = body[at : at + size]
        pieces.append(b"%x%s\r\n%s\r\n" % (len(piece), extension, piece))
        at += size
    return b"".join(pieces) + b"0\r\n" + trailer + b"\r\n"


def page(rng: random.Random) -> bytes:
    """Return the bytes of a page, now UTF-8, now GBK, now no text at all."""
    if rng.random() < 0.1:
        return rng.randbytes(rng.randint(1, 3000))
    words = "".join(rng.choice("柳江区人民政府关于公示通知" + string.ascii_letters) for _ in range(rng.randint(1, 900)))
    return f"<html><body>{words}</body></html>".encode(rng.choice(["utf-8", "gb18030"]))


def random_response(rng: random.Random) -> tuple[bytes, bytes | None]:
    """Return an answer of a random kind, and its payload by the specification where the kind leaves no doubt."""
    body = page(rng)
    status = b"HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html\r\n"
    packed = gzip.compress(body, mtime=0)
    length = b"Content-Length: %d\r\n" % len(body)
    chunked = b"Transfer-Encoding: chunked\r\n"
    zipped = b"Content-Encoding: gzip\r\n"
    answers: dict[str, tuple[bytes, bytes | None]] = {
        "plain": (status + length + b"\r\n" + body, body),
        "gzip": (status + zipped + b"Content-Length: %d\r\n\r\n" % len(packed) + packed, packed),
        "chunked": (status + chunked + b"\r\n" + chunk(body, rng), body),
        "chunked-gzip": (status + zipped + chunked + b"\r\n" + chunk(packed, rng), packed),
        "trailers": (
            status + chunked + b"\r\n" + chunk(body, rng, extension=b";a=b", trailer=b"Digest: none\r\n"),
            body,
        ),
        "cut-chunks": (status + chunked + b"\r\n" + chunk(body, rng)[: -rng.randint(8, 12)], None),
        "cut-gzip": (
            status + zipped + b"Content-Length: %d\r\n\r\n" % len(packed) + packed[: len(packed) // 2],
            packed[: len(packed) // 2],
        ),
        "lf": (status.replace(b"\r\n", b"\n") + b"\n" + body, body),
        "204": (b"HTTP/1.1 204 No Content\r\nServer: a\r\n\r\n", b""),
        "304": (b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n', b""),
        "until-eof": (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body, body),
        "folded": (status + b"X-Long: one\r\n two\r\n" + length + b"\r\n" + body, body),
        "lf-lf": (status + b"X-Odd: value\n\n" + body, body),
        "odd-status": (b"HTTP/1.1 OK\r\n\r\n" + body, None),
        "no-colon": (status + b"nonsense\r\n" + length + b"\r\n" + body, body),
        "two-lengths": (status + length + b"Content-Length: 1\r\n\r\n" + body, None),
        "short": (status + b"Content-Length: 99999\r\n\r\n" + body, body),
        "surplus": (status + length + b"\r\n" + body + b"more than announced", body),
        "early-hints": (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + status + length + b"\r\n" + body, body),
        "garbage": (rng.randbytes(rng.randint(1, 200)), None),
        "redirect": (b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", b""),
    }
    return rng.choice(list(answers.values()))


def reference(line: Mapping[str, Any]) -> RecordRef:
    """Return where the record of a line of documents.jsonl lies."""
    places = (line["record_id"], line["warc_file"], line["warc_offset"])
    return RecordRef(*places, line["payload_digest"], line["captured_at"], "response")
