"""The proxy: absolute-form GET and HEAD in, saved answers out, and a list of all that was served."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import threading
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from crawler.replay.answers import Answer, address_key, read_answers

_VALIDATORS = {"etag", "last-modified", "date", "server", "cache-control", "vary"}


@dataclass(frozen=True, slots=True)
class Served:
    """One exchange: digests are hexadecimal SHA-256.

    ``payload_sha256`` is of the body with its content coding and without chunks; ``response_sha256`` of every
    byte that was written, and ``size`` their number.
    """

    method: str
    url: str
    status: int
    payload_sha256: str
    response_sha256: str
    size: int


class ReplayProxy:
    """A running HTTP proxy on loopback that answers from the samples below *folder*.

    Use it in a ``with`` statement; ``url`` is what ``http_proxy`` must be set to, ``served`` what it has
    answered so far, in order. *port* 0 takes any free port. Raises SampleFault when a sample is faulty.
    """

    def __init__(self, folder: Path, *, port: int = 0) -> None:
        self.answers = read_answers(folder)
        self._hosts = {urlsplit(key).netloc for key in self.answers}
        self._served: list[Served] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler, self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def served(self) -> list[Served]:
        with self._lock:
            return list(self._served)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    def serve_forever(self) -> None:
        """Answer in this thread until it is interrupted."""
        try:
            self._server.serve_forever()
        finally:
            self._server.hang_up()
            self._server.server_close()

    def answer(self, method: str, target: str, if_none_match: str | None, if_modified_since: str | None) -> Answer:
        """Return what *target*, the address in a request line, is to be answered with."""
        if method == "CONNECT":
            return _refusal(target, 501, "this proxy replays http:// addresses only; it opens no tunnels")
        if method not in ("GET", "HEAD"):
            return _refusal(target, 501, f"this proxy replays GET and HEAD only, not {method}")
        if not target.startswith("http://"):
            return _refusal(target, 400, "this is a proxy, not a site: set http_proxy to its address")
        answer = self.answers.get(address_key(target))
        if answer is None:
            return self._unknown(target)
        if answer.status == 200 and _is_fresh(answer, if_none_match, if_modified_since):
            kept = tuple(pair for pair in answer.headers if pair[0].lower() in _VALIDATORS)
            return replace(answer, status=304, headers=kept, body=b"")
        return answer

    def record(self, method: str, target: str, answer: Answer, sent: bytes) -> None:
        """Add an exchange to ``served``, before the bytes go out, so that no client can outrun the list."""
        payload = answer.payload() if method == "GET" else b""
        exchange = Served(method, target, answer.status, _sha256(payload), _sha256(sent), len(sent))
        with self._lock:
            self._served.append(exchange)

    def _unknown(self, target: str) -> Answer:
        host = urlsplit(address_key(target)).netloc
        if host in self._hosts:
            return _refusal(target, 404, f"no sample answers {target}")
        return _refusal(target, 502, f"no sample is of host {host}")


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, address: tuple[str, int], handler: type[_Handler], proxy: ReplayProxy) -> None:
        self.proxy = proxy
        self._open: set[socket.socket] = set()
        super().__init__(address, handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, peer = super().get_request()
        self._open.add(connection)
        return connection, peer

    def close_request(self, request: Any) -> None:
        self._open.discard(request)
        super().close_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep alive; their threads would be waited for otherwise."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):  # the client may have hung up first
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Without it a small answer waits 40 ms for the acknowledgement of the one before.
    disable_nagle_algorithm = True
    server: _Server

    def _reply(self) -> None:
        proxy = self.server.proxy
        answer = proxy.answer(
            self.command, self.path, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        )
        if self.command not in ("GET", "HEAD"):
            self.close_connection = True  # what follows the head is not read, so the connection cannot go on
        message = answer.message(head_only=self.command == "HEAD")
        proxy.record(self.command, self.path, answer, message)
        try:
            self.wfile.write(message)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # a crawler that had read enough

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_CONNECT = _reply  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: ``served`` is the log."""


def _refusal(target: str, status: int, reason: str) -> Answer:
    headers = (("Content-Type", "text/plain; charset=utf-8"),)
    return Answer(target, status, headers, f"{reason}\n".encode())


def _is_fresh(answer: Answer, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Return whether the asker's copy is the saved one (RFC 9110, 13.2.2: If-None-Match decides alone)."""
    tag, changed = answer.header("etag"), answer.header("last-modified")
    if if_none_match is not None:
        asked = {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
        return tag is not None and (tag.removeprefix("W/") in asked or "*" in asked)
    since, last = _moment(if_modified_since), _moment(changed)
    return since is not None and last is not None and last <= since


def _moment(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
