"""Where the wire is tapped: a connection that tees what it sends and receives into the exchange it serves.

Private names of Scrapy and Twisted are used throughout; ``crawler.wire.TESTED`` says of which versions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from typing import Any

from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientProtocol
from twisted.internet.defer import CancelledError, Deferred
from twisted.internet.error import ConnectionDone
from twisted.internet.interfaces import IAddress, IStreamClientEndpoint
from twisted.python.failure import Failure
from twisted.web._newclient import (
    Request,
    RequestNotSent,
    RequestTransmissionFailed,
    ResponseNeverReceived,
    _WrapperException,
)
from twisted.web.client import HTTPConnectionPool, _HTTP11ClientFactory
from twisted.web.iweb import IResponse

from crawler.wire.exchange import Exchange

# RFC 9110, 9.2.2: only these may be sent again when a kept connection turns out to be dead.
_IDEMPOTENT = frozenset({b"GET", b"HEAD", b"OPTIONS", b"DELETE", b"TRACE"})


class _Tee:
    """A transport that notes what is written to it."""

    def __init__(self, transport: Any, sent: list[bytes]) -> None:
        self._transport = transport
        self._sent = sent

    def write(self, data: bytes) -> None:
        self._sent.append(data)
        self._transport.write(data)

    def writeSequence(self, parts: Iterable[bytes]) -> None:  # noqa: N802  Twisted's name
        data = b"".join(parts)
        self.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class TapProtocol(_LenientHTTP11ClientProtocol):
    """A connection that carries one exchange after another."""

    exchange: Exchange | None = None

    def carry(self, request: Request, exchange: Exchange) -> Deferred[IResponse]:
        """Send *request*, and from now on tee into *exchange*."""
        self.exchange = exchange
        write_to = request.writeTo
        request.writeTo = lambda transport: write_to(_Tee(transport, exchange.sent))
        with suppress(AttributeError):
            exchange.ip_address = self.transport.getPeer().host  # type: ignore[union-attr]
        try:
            return self.request(request)
        finally:
            # A second connection may have to carry the same request.
            request.writeTo = write_to

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        exchange = self.exchange
        if exchange is not None:
            if not exchange.received:
                exchange.tls, certificate = self._tls_facts()
                exchange.notes.update(certificate)
            if not exchange.receive(data):
                self.transport.abortConnection()  # type: ignore[union-attr]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Failure) -> None:  # noqa: N802  Twisted's name
        if self.exchange is not None and not reason.check(ConnectionDone):
            self.exchange.broken = True
        super().connectionLost(reason)  # type: ignore[no-untyped-call]

    def _finishResponse(self, rest: bytes) -> None:  # noqa: N802  Twisted's name
        if rest and self._currentRequest is not None:
            # Bytes past the end of an answer would be read as the next one on the same connection.
            self._currentRequest.persistent = False
        super()._finishResponse(rest)  # type: ignore[no-untyped-call]

    def _tls_facts(self) -> tuple[str | None, dict[str, str]]:
        """Return the version of TLS, such as ``TLSv1.3``, and notes on its cipher and the server's certificate."""
        if not hasattr(self.transport, "getPeerCertificate"):
            return None, {}
        handle = self.transport.getHandle()  # type: ignore[union-attr]
        notes = {"tls-cipher": str(handle.get_cipher_name())}
        certificate = self.transport.getPeerCertificate()  # type: ignore[union-attr]
        if certificate is not None:
            der = certificate.to_cryptography().public_bytes(_der())
            notes["tls-certificate"] = "sha256:" + hashlib.sha256(der).hexdigest()
        return handle.get_protocol_version_name(), notes


def _der() -> Any:
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.DER


class TapFactory(_HTTP11ClientFactory):
    """Builds tapped connections."""

    noisy = False

    def buildProtocol(self, addr: IAddress | None) -> TapProtocol:  # noqa: ARG002, N802  Twisted's names
        return TapProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class OneRequestPool:
    """The connection pool as one request sees it: the connection it gets carries that request's exchange.

    *renew* is called when a kept connection turns out to be dead before any answer came, and the request is sent
    again on a new one; it keeps the failed attempt and returns the exchange to go on with.
    """

    def __init__(
        self, pool: HTTPConnectionPool, exchange: Exchange, renew: Callable[[BaseException], Exchange]
    ) -> None:
        self.persistent = pool.persistent
        self._pool = pool
        self._exchange = exchange
        self._renew = renew
        self._reconnect: Callable[[], Deferred[TapProtocol]] | None = None
        self._protocol: TapProtocol | None = None

    def getConnection(  # noqa: N802  Twisted's name
        self, key: Hashable, endpoint: IStreamClientEndpoint
    ) -> Deferred[OneRequestPool]:
        self._reconnect = lambda: self._pool._newConnection(key, endpoint)  # type: ignore[assignment, return-value]  # noqa: SLF001
        return self._pool.getConnection(key, endpoint).addCallback(self._connected)

    def _connected(self, protocol: TapProtocol) -> OneRequestPool:
        self._protocol = protocol
        return self

    def request(self, request: Request) -> Deferred[IResponse]:
        """Send *request* on the connection, which the agent takes to be the connection itself."""
        protocol = self._protocol
        assert protocol is not None  # noqa: S101  the agent calls getConnection first
        kept_alive = protocol.exchange is not None
        answer = protocol.carry(request, self._exchange)
        return answer.addErrback(self._again, request) if kept_alive else answer

    def _again(self, failure: Failure, request: Request) -> Failure | Deferred[IResponse]:
        if self._reconnect is None or not _is_stale(failure.value, request):
            return failure
        exchange = self._renew(failure.value)  # type: ignore[arg-type]
        return self._reconnect().addCallback(lambda protocol: protocol.carry(request, exchange))


def _is_stale(error: BaseException | None, request: Request) -> bool:
    if request.method not in _IDEMPOTENT or request.bodyProducer is not None:
        return False
    if not isinstance(error, RequestNotSent | RequestTransmissionFailed | ResponseNeverReceived):
        return False
    reasons = error.reasons if isinstance(error, _WrapperException) else ()
    return not any(reason.check(CancelledError) for reason in reasons)
