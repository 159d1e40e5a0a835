"""The handler for Scrapy versions that the tap is not tested on: messages rebuilt from what Scrapy keeps."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urldefrag, urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.settings.default_settings import DOWNLOAD_HANDLERS_BASE
from scrapy.utils.misc import build_from_crawler, load_object

from archive.capture import Capture
from crawler.wire.exchange import one_line
from crawler.wire.keeping import keep, proxy_note

# What frames a body on the wire; the body Scrapy hands over is no longer framed so.
_FRAMING = frozenset({b"transfer-encoding", b"content-length", b"connection"})


class RebuildingHandler(BaseDownloadHandler):
    """Scrapy's own handler, its answers rebuilt into messages whose records say that they are not exact."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._crawler = crawler
        self._inner = build_from_crawler(load_object(DOWNLOAD_HANDLERS_BASE["http"]), crawler)

    async def download_request(self, request: Request) -> Response:
        begun = datetime.now(UTC)
        try:
            response: Response = await self._inner.download_request(request)
        except BaseException as error:
            keep(self._crawler, request, _capture(request, begun, None, error))
            raise
        keep(self._crawler, request, _capture(request, begun, response, None))
        return response

    async def close(self) -> None:
        await self._inner.close()


def _capture(request: Request, begun: datetime, response: Response | None, error: BaseException | None) -> Capture:
    ip_address = getattr(response, "ip_address", None)
    protocol = getattr(response, "protocol", None)
    return Capture(
        url=urldefrag(request.url)[0],
        captured_at=begun,
        request=rebuild_request(request),
        response=rebuild_response(response) if response is not None else b"",
        ip_address=str(ip_address) if ip_address else None,
        protocol=protocol.lower() if protocol else None,
        error=one_line(error) if error else None,
        exact=False,
        notes=proxy_note(request),
    )


def rebuild_request(request: Request) -> bytes:
    """Return *request* as an HTTP/1.1 message; header order and case are Scrapy's."""
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"{request.method} {path} HTTP/1.1".encode("ascii"), b"Host: " + parts.netloc.encode("ascii")]
    lines += [line for line in _header_lines(request.headers) if not line.lower().startswith(b"host:")]
    return b"\r\n".join(lines) + b"\r\n\r\n" + request.body


def rebuild_response(response: Response) -> bytes:
    """Return *response* as an HTTP/1.1 message whose length is that of the body Scrapy kept."""
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    head = [f"HTTP/1.1 {response.status} {phrase}".encode("ascii")]
    lines = _header_lines(response.headers)
    head += [line for line in lines if line.split(b":", 1)[0].lower() not in _FRAMING]
    head.append(b"Content-Length: %d" % len(response.body))
    return b"\r\n".join(head) + b"\r\n\r\n" + response.body


def _header_lines(headers: Headers) -> list[bytes]:
    return [name + b": " + value for name, values in headers.items() for value in values]
