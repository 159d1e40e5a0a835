"""Answers that servers should not give and do, each as the script by which a RawServer gives it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from tests.crawler.servers import CLOSE, RESET, STALL, Script


@dataclass(frozen=True)
class Case:
    """One adversarial answer.

    *whole* tells whether the record must hold every byte sent, or, where the client stops reading or the kernel drops
    bytes at a reset, a part from the beginning. *truncated* is the WARC-Truncated that must, or None that must not,
    stand in the record; ``any`` where it depends on timing.
    """

    script: Callable[[bytes], Script]
    whole: bool = True
    truncated: str | None = None
    method: str = "GET"
    body: bytes = b""


def ok(body: bytes, *headers: bytes, status: bytes = b"HTTP/1.1 200 OK") -> bytes:
    lines = [status, *headers, b"Content-Length: %d" % len(body)]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def page(token: bytes) -> bytes:
    return b"<html><head><title>" + token + b"</title></head><body><p>" + token * 3 + b"</p></body></html>"


def head(*lines: bytes) -> bytes:
    return b"\r\n".join(lines) + b"\r\n\r\n"


def chunked(*pieces: bytes, extension: bytes = b"", trailers: bytes = b"") -> bytes:
    framed = b"".join(b"%x" % len(piece) + extension + b"\r\n" + piece + b"\r\n" for piece in pieces)
    return framed + b"0\r\n" + trailers + b"\r\n"


_CHUNKED = head(b"HTTP/1.1 200 OK", b"Content-Type: text/html", b"Transfer-Encoding: chunked")
_EOF = (b"Connection: close", b"Content-Type: text/html")


def _raw_deflate(data: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


def _dribble(data: bytes) -> Script:
    for start in range(0, len(data), 7):
        yield data[start : start + 7]
        yield 0.001


CASES: dict[str, Case] = {
    # First, on a fresh connection: what is no idempotent request is not sent again when a kept one is dead.
    "post": Case(lambda t: [ok(page(t))], method="POST", body=b"name=%E6%9F%B3%E6%B1%9F&raw=\x00\xff"),
    "plain": Case(lambda t: [ok(page(t), b"Content-Type: text/html")]),
    "odd-case": Case(lambda t: [ok(page(t), b"cOnTeNt-TyPe:text/html", b"X-ODD:   spaced  ", b"x-odd: again")]),
    "repeated": Case(lambda t: [ok(page(t), b"Via: 1", b"Set-Cookie: a=1", b"Via: 2", b"Set-Cookie: b=2")]),
    "obs-fold": Case(lambda t: [ok(page(t), b"X-Folded: one\r\n two\r\n\tthree")]),
    "name-no-token": Case(
        lambda t: [ok(page(t), "X-访问: 1".encode("gbk"), b"X Powered By: x", b"Content-Type : text/html")]
    ),
    "no-colon": Case(lambda t: [ok(page(t), b"this line has no colon", b"Content-Type: text/html")]),
    "header-gbk": Case(lambda t: [ok(page(t), "X-Place: 柳江".encode("gbk"))]),
    "header-nul": Case(lambda t: [ok(page(t), b"X-Nul: a\x00b")]),
    "header-empty": Case(lambda t: [ok(page(t), b"X-Empty:")]),
    "header-nameless": Case(lambda t: [ok(page(t), b": no name"), CLOSE]),
    "header-long": Case(lambda t: [ok(page(t), b"X-Long: " + b"a" * 15_000)]),
    "header-too-long": Case(lambda t: [ok(page(t), b"X-Long: " + b"a" * 40_000)], whole=False, truncated="any"),
    "headers-many": Case(lambda t: [ok(page(t), *[b"X-%d: y" % n for n in range(400)])]),
    "no-reason": Case(lambda t: [ok(page(t), status=b"HTTP/1.1 200")]),
    "odd-reason": Case(lambda t: [ok(page(t), status="HTTP/1.1 200 好的".encode())]),
    "status-999": Case(lambda t: [ok(page(t), status=b"HTTP/1.1 999 Odd")]),
    "status-600": Case(lambda t: [ok(page(t), status=b"HTTP/1.1 600 ")]),
    "chunk-extensions": Case(lambda t: [_CHUNKED + chunked(page(t), t, extension=b";name=value")]),
    "chunk-trailers": Case(lambda t: [_CHUNKED + chunked(page(t), trailers=b"X-Sum: " + t + b"\r\n")]),
    "chunk-zeros": Case(lambda t: [_CHUNKED + b"000005\r\n" + t[:5].ljust(5) + b"\r\n0000\r\n\r\n"]),
    "chunk-upper": Case(lambda t: [_CHUNKED + b"1A\r\n" + t[:26].ljust(26) + b"\r\n0\r\n\r\n"]),
    "chunk-many": Case(lambda t: [_CHUNKED + chunked(*[bytes([byte]) for byte in page(t)])]),
    "chunk-bad-size": Case(lambda t: [_CHUNKED + b"zz\r\n" + page(t) + b"\r\n0\r\n\r\n", CLOSE]),
    "chunk-cut": Case(lambda t: [_CHUNKED + b"ffff\r\n" + page(t), CLOSE], truncated="disconnect"),
    "chunk-no-end": Case(lambda t: [_CHUNKED + chunked(page(t))[:-2], CLOSE], truncated="disconnect"),
    "chunk-and-length": Case(
        lambda t: [
            head(b"HTTP/1.1 200 OK", b"Content-Length: 7", b"Transfer-Encoding: chunked") + chunked(page(t)),
            CLOSE,
        ]
    ),
    "chunk-gzip": Case(
        lambda t: [
            head(b"HTTP/1.1 200 OK", b"Content-Encoding: gzip", b"Transfer-Encoding: chunked")
            + chunked(gzip.compress(page(t), mtime=0))
        ]
    ),
    "te-identity": Case(lambda t: [ok(page(t), b"Transfer-Encoding: identity"), CLOSE]),
    "te-gzip": Case(lambda t: [ok(gzip.compress(page(t), mtime=0), b"Transfer-Encoding: gzip"), CLOSE]),
    "gzip": Case(lambda t: [ok(gzip.compress(page(t), mtime=0), b"Content-Encoding: gzip")]),
    "gzip-cut": Case(lambda t: [ok(gzip.compress(page(t), mtime=0)[:-9], b"Content-Encoding: gzip")]),
    "gzip-not": Case(lambda t: [ok(page(t), b"Content-Encoding: gzip")]),
    "gzip-bomb": Case(
        lambda t: [
            ok(gzip.compress(t + bytes(8_000_000), mtime=0), b"Content-Encoding: gzip", b"Content-Type: text/html")
        ]
    ),
    "deflate": Case(lambda t: [ok(_raw_deflate(page(t)), b"Content-Encoding: deflate")]),
    "br": Case(lambda t: [ok(brotli.compress(page(t)), b"Content-Encoding: br")]),
    "coding-unknown": Case(lambda t: [ok(page(t), b"Content-Encoding: none-such")]),
    "hints-103": Case(lambda t: [head(b"HTTP/1.1 103 Early Hints", b"Link: </a.css>") + ok(page(t))]),
    "continue-100": Case(lambda t: [head(b"HTTP/1.1 100 Continue"), 0.02, ok(page(t))]),
    "interim-many": Case(lambda t: [head(b"HTTP/1.1 102 Processing") * 5 + ok(page(t))]),
    "interim-alone": Case(lambda t: [head(b"HTTP/1.1 103 Early Hints", b"X-T: " + t), CLOSE], truncated="any"),
    "status-204": Case(lambda t: [head(b"HTTP/1.1 204 No Content", b"X-T: " + t)]),
    "status-204-body": Case(lambda t: [head(b"HTTP/1.1 204 No Content", b"X-T: " + t) + page(t), CLOSE]),
    "status-304": Case(lambda t: [head(b"HTTP/1.1 304 Not Modified", b"ETag: " + t)]),
    "http10-eof": Case(lambda t: [head(b"HTTP/1.0 200 OK", *_EOF) + page(t), CLOSE]),
    "http10-length": Case(lambda t: [ok(page(t), status=b"HTTP/1.0 200 OK"), CLOSE]),
    "http10-kept": Case(lambda t: [ok(page(t), b"Connection: keep-alive", status=b"HTTP/1.0 200 OK")]),
    "lf-only": Case(lambda t: [b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 4\n\n" + t[:4]]),
    "lf-mixed": Case(lambda t: [b"HTTP/1.1 200 OK\nX-T: " + t + b"\r\nContent-Length: 4\n\r\n" + t[:4]]),
    "eof": Case(lambda t: [head(b"HTTP/1.1 200 OK", *_EOF) + page(t), CLOSE]),
    "past-length": Case(lambda t: [ok(page(t)) + b"more than was announced"]),
    "past-crlf": Case(lambda t: [ok(page(t)) + b"\r\n"]),
    "short": Case(lambda t: [ok(page(t))[:-9], CLOSE], truncated="disconnect"),
    "length-0": Case(lambda t: [ok(b"", b"X-T: " + t)]),
    "length-twice": Case(lambda t: [ok(page(t), b"Content-Length: %d" % len(page(t)))]),
    "length-list": Case(lambda t: [head(b"HTTP/1.1 200 OK", b"Content-Length: 4, 4") + t[:4]]),
    "length-conflict": Case(lambda t: [ok(page(t), b"Content-Length: 3"), CLOSE]),
    "length-negative": Case(lambda t: [head(b"HTTP/1.1 200 OK", b"Content-Length: -1") + page(t), CLOSE]),
    "length-word": Case(lambda t: [head(b"HTTP/1.1 200 OK", b"Content-Length: many") + page(t), CLOSE]),
    "status-bad": Case(lambda t: [b"HTTP/1.1 OK\r\nContent-Length: 4\r\n\r\n" + page(t), CLOSE]),
    "status-bad-slow": Case(lambda t: [b"Oops " + t + b"\r\n", 0.1, page(t), 0.1, page(t), CLOSE]),
    "status-bad-kept": Case(lambda t: [b"ICY\r\n\r\n" + page(t)], truncated="time"),
    "http09": Case(lambda t: [page(t) + b"\n", CLOSE]),
    "status-lower": Case(lambda t: [ok(page(t), status=b"http/1.1 200 ok")]),
    "status-tabs": Case(lambda t: [ok(page(t), status=b"HTTP/1.1\t200\tOK"), CLOSE]),
    "version-2": Case(lambda t: [ok(page(t), status=b"HTTP/2.0 200 OK")]),
    "head-cut": Case(lambda t: [b"HTTP/1.1 200 OK\r\nX-T: " + t, CLOSE], truncated="disconnect"),
    "dribble": Case(lambda t: _dribble(ok(page(t), b"Content-Type: text/html"))),
    "gbk": Case(lambda t: [ok(t + "柳江区人民政府关于公布的通知".encode("gbk") * 40, b"Content-Type: text/html")]),
    "large": Case(lambda t: [ok(t * 20_000)]),
    "error-500": Case(lambda t: [ok(page(t), status=b"HTTP/1.1 500 Internal Server Error")]),
    "redirect": Case(lambda t: [ok(page(t), b"Location: /plain-" + t, status=b"HTTP/1.1 302 Found")]),
    "redirect-nowhere": Case(lambda t: [ok(page(t), status=b"HTTP/1.1 301 Moved")]),
    "cookies": Case(lambda t: [ok(page(t), b"Set-Cookie: id=" + t + b"; Path=/")]),
    "close-capital": Case(lambda t: [ok(page(t), b"Connection: Close"), CLOSE]),
    "head-method": Case(lambda t: [head(b"HTTP/1.1 200 OK", b"Content-Length: 999", b"X-T: " + t)], method="HEAD"),
    "nothing": Case(lambda _t: [CLOSE]),
    "reset": Case(lambda _t: [RESET]),
    "reset-in-body": Case(lambda t: [ok(page(t) * 9)[:-40], 0.2, RESET], whole=False, truncated="disconnect"),
    "reset-until-eof": Case(
        lambda t: [head(b"HTTP/1.1 200 OK", *_EOF) + page(t), 0.2, RESET], whole=False, truncated="disconnect"
    ),
    "silent": Case(lambda _t: [STALL]),
    "stall": Case(lambda t: [ok(page(t))[:-20], STALL], truncated="time"),
    "too-large": Case(lambda t: [ok(t * 200_000), CLOSE], whole=False, truncated="length"),
    "too-large-chunked": Case(
        lambda t: [_CHUNKED + chunked(*[t * 2_000] * 200), CLOSE], whole=False, truncated="length"
    ),
    "interim-flood": Case(
        lambda t: [head(b"HTTP/1.1 102 Processing", b"X-T: " + t * 30) * 4_000, CLOSE], whole=False, truncated="length"
    ),
}
