"""A proxy on loopback behind which fictional portals stand as if they were on the web."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.crawler.simulator.fiction import Served


class FictionProxy:
    """Answers every request for a whole address with what *site* serves there; *statuses* go before, by host.

    *asked* are the addresses that were asked for, in order.
    """

    def __init__(self, site: Mapping[str, Served], statuses: Mapping[str, int] | None = None) -> None:
        told = statuses or {}
        self.asked: list[str] = []
        asked = self.asked

        class Origin(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked.append(self.path)
                host = self.path.partition("://")[2].partition("/")[0]
                kept = told.get(host) or site.get(self.path, 404)
                body = kept if isinstance(kept, bytes) else kept.encode() if isinstance(kept, str) else b""
                self.send_response(kept if isinstance(kept, int) else 200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Origin)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
