"""Where the wire is tapped: a connection that tees what it sends and receives into the exchange it serves.

Private names of Scrapy and Twisted are used throughout; ``crawler.wire.TESTED`` says of which versions.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding
from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientProtocol, _LenientHTTPClientParser
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.defer import Deferred
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web.client import _HTTP11ClientFactory
from twisted.web.http_headers import InvalidHeaderName
from twisted.web.iweb import IResponse

from crawler.wire.exchange import Exchange

# Seconds without a byte after which an answer that cannot be parsed counts as all that will come.
_QUIET = 2.0


class _Tee:
    """A transport that notes what is written to it."""

    def __init__(self, transport: Any, sent: list[bytes]) -> None:
        self._transport = transport
        self._sent = sent

    def write(self, data: bytes) -> None:
        self._sent.append(data)
        self._transport.write(data)

    def writeSequence(self, parts: Iterable[bytes]) -> None:  # noqa: N802  Twisted's name
        self.write(b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class _Parser(_LenientHTTPClientParser):
    """Skips fields whose names are none, such as ``X-访问: 1``; reads ``Content-Type : text/html`` as browsers do."""

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802  Twisted's name
        received: Any = super().headerReceived
        with contextlib.suppress(InvalidHeaderName):  # the bytes are in the record
            received(name.rstrip(b" \t"), value)


class TapProtocol(_LenientHTTP11ClientProtocol):
    """A connection that carries one exchange after another.

    What comes before the end of an answer, and with it, belongs to the exchange; an answer that cannot be parsed is
    read on until the server closes or falls silent, since it must be kept whole all the same.
    """

    transport: Any
    exchange: Exchange | None = None
    _fault: Failure | None = None
    _silence: Any = None

    def carry(self, request: Any, exchange: Exchange) -> Deferred[IResponse]:
        """Send *request*, and from now on tee into *exchange*."""
        self.exchange = exchange
        peer = self.transport.getPeer()
        if isinstance(peer, IPv4Address | IPv6Address):
            exchange.ip_address = peer.host
        write_to = request.writeTo
        request.writeTo = lambda transport: write_to(_Tee(transport, exchange.sent))
        try:
            answer: Deferred[IResponse] = self.request(request)
            # Scrapy, too, puts its own parser in the place of the one that Twisted makes.
            self._parser.__class__ = _Parser
            return answer
        finally:
            # A second connection may have to carry the same request.
            request.writeTo = write_to

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        exchange = self.exchange
        if exchange is not None:
            if not exchange.received:
                self._note_tls(exchange)
            if not exchange.receive(data):
                self.transport.abortConnection()
                return
        if self._silence is not None:
            if self._silence.active():
                self._silence.reset(_QUIET)
            return
        parser: Any = self._parser
        try:
            parser.dataReceived(data)
        except Exception:  # noqa: BLE001  whatever the parser stumbles over, the bytes are kept and the fault is told
            self._read_on(_current_failure())

    def _read_on(self, fault: Failure) -> None:
        from twisted.internet import reactor

        clock: Any = reactor
        if self.exchange is None or self._parser is None:
            self._end(fault)
            return
        self.exchange.unparsable = True
        self._fault = fault
        self._silence = clock.callLater(_QUIET, self._end, fault)
        self.transport.resumeProducing()

    def _end(self, fault: Failure) -> None:
        give_up: Any = self._giveUp
        give_up(fault)

    def connectionLost(self, reason: Any = None) -> None:  # noqa: N802  Twisted's name
        if self.exchange is not None:
            self.exchange.closed = True
            self.exchange.broken = not reason.check(ConnectionDone)
        if self._silence is not None and self._silence.active():
            self._silence.cancel()
        connection_lost: Any = super().connectionLost
        connection_lost(self._fault or reason)

    def _finishResponse(self, rest: bytes) -> None:  # noqa: N802  Twisted's name
        current: Any = self._currentRequest
        if rest and current is not None:
            # Bytes past the end of an answer would be read as the next one on the same connection.
            current.persistent = False
        finish: Any = super()._finishResponse
        finish(rest)

    def _note_tls(self, exchange: Exchange) -> None:
        """Note TLS's version, such as ``TLSv1.3``, its cipher, and the certificate's digest, now that they stand."""
        if not hasattr(self.transport, "getPeerCertificate"):
            return
        handle = self.transport.getHandle()
        exchange.tls = handle.get_protocol_version_name()
        exchange.notes["tls-cipher"] = str(handle.get_cipher_name())
        certificate = self.transport.getPeerCertificate()
        if certificate is not None:
            der = certificate.to_cryptography().public_bytes(Encoding.DER)
            exchange.notes["tls-certificate"] = "sha256:" + hashlib.sha256(der).hexdigest()


def _current_failure() -> Failure:
    failure: Any = Failure
    current: Failure = failure()
    return current


class TapFactory(_HTTP11ClientFactory):
    """Builds tapped connections."""

    noisy = False
    _quiescentCallback: Any  # noqa: N815  Twisted's name

    def buildProtocol(self, addr: Any) -> TapProtocol:  # noqa: ARG002, N802  Twisted's names
        protocol: Any = TapProtocol
        tapped: TapProtocol = protocol(self._quiescentCallback)
        return tapped
