"""Content-encoded answers decoded without a guess at the charset of what is still compressed."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.responsetypes import responsetypes

from crawler.failures import note_failure

try:
    # More than twice as fast as zlib.
    from isal.isal_zlib import decompressobj
except ImportError:  # no wheel for this machine
    from zlib import decompressobj  # type: ignore[assignment]

# RFC 9110, 8.4.1.3: x-gzip is gzip.
_GZIP = (b"gzip", b"x-gzip")
# warcio 1.8 stumbles over Brotli in a record, so that nobody is asked for it; what comes unasked is read all the same.
_ASKED = b"gzip, deflate"


class Decompression(HttpCompressionMiddleware):
    """Scrapy's middleware, handed a response that has no charset to ask for, and gzip inflated in one go.

    ``Response.replace()`` reads every attribute, and a text response without a declared charset guesses one from its
    body: on compressed bytes that costs more than everything else done to the page.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._largest = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Decompression:
        return cls(crawler)

    def process_request(self, request: Request) -> None:  # type: ignore[override]
        request.headers.setdefault(b"Accept-Encoding", _ASKED)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        codings = response.headers.getlist("Content-Encoding")
        if not codings:
            return response
        if len(codings) == 1 and codings[0].strip().lower() in _GZIP:
            whole = inflate(response.body, request.meta.get("download_maxsize", self._largest))
            if whole is not None:
                return _decoded(response, whole)
        try:
            return super().process_response(request, _without_charset(response))
        except IgnoreRequest:
            note_failure(request, "decompression bomb")
            raise
        except Exception as error:
            # Each decoder has exceptions of its own (OSError, zlib.error, brotli.error, ...).
            note_failure(request, "undecodable")
            named = b", ".join(codings).decode("ascii", "replace")
            raise IgnoreRequest(f"{response.url}: not {named} as its Content-Encoding says: {error}") from error


def inflate(body: bytes, largest: int) -> bytes | None:
    """Return what the one gzip member *body* holds, or None where it is no such thing, cut, or larger than *largest*.

    >>> import gzip
    >>> inflate(gzip.compress(b"page"), 10), inflate(gzip.compress(b"page"), 3), inflate(b"page", 10)
    (b'page', None, None)
    """
    inflater = decompressobj(31)
    try:
        whole = inflater.decompress(body, largest + 1)
    except Exception:  # noqa: BLE001  each library has an exception of its own; Scrapy's decoders then say what is wrong
        return None
    return whole if inflater.eof and not inflater.unused_data and len(whole) <= largest else None


def _without_charset(response: Response) -> Response:
    return Response(**_facts(response), body=response.body, headers=response.headers)


def _decoded(response: Response, body: bytes) -> Response:
    headers = response.headers.copy()
    del headers["Content-Encoding"]
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return kind(**_facts(response), body=body, headers=headers)


def _facts(response: Response) -> dict[str, Any]:
    names = ("url", "status", "flags", "request", "certificate", "ip_address", "protocol")
    return {name: getattr(response, name) for name in names}
