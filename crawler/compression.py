"""Content-encoded answers decoded without a guess at the charset of what is still compressed."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.failures import note_failure


class Decompression(HttpCompressionMiddleware):
    """Scrapy's middleware, handed a response that has no charset to ask for.

    ``Response.replace()`` reads every attribute, and a text response without a declared charset guesses one from its
    body: on compressed bytes that costs more than everything else done to the page.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if not response.headers.getlist("Content-Encoding"):
            return response
        try:
            return super().process_response(request, _without_charset(response))
        except IgnoreRequest:
            note_failure(request, "decompression bomb")
            raise
        except Exception as error:
            # Each decoder has exceptions of its own (OSError, zlib.error, brotli.error, ...).
            note_failure(request, "undecodable")
            encoding = b", ".join(response.headers.getlist("Content-Encoding")).decode("ascii", "replace")
            raise IgnoreRequest(f"{response.url}: not {encoding} as its Content-Encoding says: {error}") from error


def _without_charset(response: Response) -> Response:
    return Response(
        url=response.url,
        status=response.status,
        headers=response.headers,
        body=response.body,
        flags=response.flags,
        request=response.request,
        certificate=response.certificate,
        ip_address=response.ip_address,
        protocol=response.protocol,
    )
