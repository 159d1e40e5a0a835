"""Saved answers: what a sample says was served, put back into the bytes of an HTTP message."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

# Framing is made anew for every answer; the saved values belong to the connection of the day it was captured.
_FRAMING = {"content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "trailer"}
# Uneven on purpose: a reader of chunks must not rely on a round size.
_CHUNK = 1021


class SampleError(ValueError):
    """A sample's page.json is missing, is no JSON, or lacks a word; the message names the file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answered: ``body`` is as saved, without content coding or transfer coding.

    ``chunked`` asks that the body be sent in chunks instead of with a Content-Length.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    chunked: bool = False

    def header(self, name: str) -> str | None:
        """Return the first value of header *name*, whatever its case.

        >>> Answer("http://a.example/", 200, (("ETag", '"5f"'),)).header("etag")
        '"5f"'
        """
        return next((value for key, value in self.headers if key.lower() == name), None)

    def payload(self) -> bytes:
        """Return the body with its content coding applied again, as a WARC's payload digest counts it."""
        if self.status in (204, 304) or self.status < 200:
            return b""
        coding = (self.header("content-encoding") or "identity").strip().lower()
        if coding == "gzip":
            return gzip.compress(self.body, mtime=0)
        return zlib.compress(self.body) if coding == "deflate" else self.body

    def message(self, *, head_only: bool = False) -> bytes:
        """Return the whole HTTP/1.1 response, head and body; only the head where *head_only*."""
        payload = self.payload()
        lines = [f"HTTP/1.1 {self.status} {_phrase(self.status)}".rstrip()]
        lines += [f"{name}: {value}" for name, value in self.headers if name.lower() not in _FRAMING]
        bodiless = self.status in (204, 304)
        if not bodiless:
            lines.append("Transfer-Encoding: chunked" if self.chunked else f"Content-Length: {len(payload)}")
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        if head_only or bodiless:
            return head
        return head + (_chunks(payload) if self.chunked else payload)


def address_key(url: str) -> str:
    """Return *url* as answers are looked up by: host in lower case, default port and fragment left out.

    >>> address_key("http://WWW.Liujiang.gov.cn:80#top")
    'http://www.liujiang.gov.cn/'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "") + (f":{parts.port}" if parts.port not in (None, 80) else "")
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", parts.query, ""))


def read_answers(folder: Path) -> dict[str, Answer]:
    """Return the answers of every sample below *folder* (``<portal>/<label>/page.json``), by address.

    Raises SampleError for a sample that cannot be read, for an address that two samples answer, and for a
    folder that holds none.
    """
    answers: dict[str, Answer] = {}
    for path in sorted(folder.glob("*/*/page.json")):
        answer = _read_answer(path)
        key = address_key(answer.url)
        if key in answers:
            raise SampleError(f"{path}: another sample answers {answer.url} already; remove one of them")
        answers[key] = answer
    if not answers:
        raise SampleError(
            f"{folder}: holds no sample (<portal>/<label>/page.json); name the folder of samples"
        )
    return answers


def _read_answer(path: Path) -> Answer:
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
        answer = Answer(
            url=str(page["url"]),
            status=int(page["status"]),
            headers=tuple((str(name), str(value)) for name, value in page["headers"].items()),
            body=path.with_name("page.html").read_bytes(),
            chunked=page.get("transfer") == "chunked",
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SampleError(f"{path}: cannot be read as a sample: {error!r}") from error
    coding = (answer.header("content-encoding") or "identity").lower()
    if coding not in ("identity", "gzip", "deflate"):
        raise SampleError(f"{path}: content-encoding {coding!r} cannot be applied again; save it as gzip")
    return answer


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""  # walls answer with numbers of their own, such as 468 and 521


def _chunks(payload: bytes) -> bytes:
    return b"".join(_frames(payload)) + b"0\r\n\r\n"


def _frames(payload: bytes) -> Iterator[bytes]:
    for start in range(0, len(payload), _CHUNK):
        piece = payload[start : start + _CHUNK]
        yield b"%x\r\n%b\r\n" % (len(piece), piece)
