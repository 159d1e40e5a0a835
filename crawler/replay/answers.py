"""Saved answers: what a sample says was served, put back into the bytes of an HTTP message."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from crawler.samples import SampleFault, find_samples, load_sample

# Framing is made anew for every answer; the saved values belong to the connection of the day it was captured.
_FRAMING = {"content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "trailer"}
# Uneven on purpose: a reader of chunks must not rely on a round size.
_CHUNK = 1021


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answered: ``body`` is as saved, without content coding or transfer coding."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

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
        chunked = (self.header("transfer-encoding") or "").strip().lower() == "chunked"
        if not bodiless:
            lines.append("Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(payload)}")
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        if head_only or bodiless:
            return head
        return head + (_chunks(payload) if chunked else payload)


def address_key(url: str) -> str:
    """Return *url* as answers are looked up by: host in lower case, default port and fragment left out.

    >>> address_key("http://WWW.Liujiang.gov.cn:80#top")
    'http://www.liujiang.gov.cn/'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "") + (f":{parts.port}" if parts.port not in (None, 80) else "")
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", parts.query, ""))


def read_answers(samples: Path) -> dict[str, Answer]:
    """Return the answers of every sample below *samples*, by address.

    Raises SampleFault for a sample that cannot be read, for an address that two samples answer, and for a
    folder that holds none.
    """
    answers: dict[str, Answer] = {}
    for folder in find_samples(samples):
        answer = _read_answer(folder)
        key = address_key(answer.url)
        if key in answers:
            raise SampleFault(f"{folder}: another sample answers {answer.url} already; remove one of them")
        answers[key] = answer
    if not answers:
        raise SampleFault(f"{samples}: holds no sample (<portal>/<label>/page.json); name the folder of samples")
    return answers


def _read_answer(folder: Path) -> Answer:
    sample = load_sample(folder)
    answer = Answer(sample.url, sample.status, tuple(sample.headers.items()), sample.body)
    coding = (answer.header("content-encoding") or "identity").lower()
    if coding not in ("identity", "gzip", "deflate"):
        raise SampleFault(f"{folder}: content-encoding {coding!r} cannot be applied again; save it as gzip")
    try:
        answer.message(head_only=True)
    except UnicodeEncodeError as error:
        raise SampleFault(f"{folder}: page.json has a header that is not Latin-1: {error.object!r}") from error
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
