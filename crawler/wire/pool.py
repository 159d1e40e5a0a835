"""The connection pool as one request sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twisted.internet.defer import CancelledError, Deferred
from twisted.python.failure import Failure
from twisted.web._newclient import (
    RequestNotSent,
    RequestTransmissionFailed,
    ResponseNeverReceived,
    _WrapperException,
)
from twisted.web.client import HTTPConnectionPool
from twisted.web.iweb import IResponse

from crawler.wire.exchange import Exchange
from crawler.wire.tap import TapProtocol

# RFC 9110, 9.2.2: only these may be sent again when a kept connection turns out to be dead.
_IDEMPOTENT = frozenset({b"GET", b"HEAD", b"OPTIONS", b"DELETE", b"TRACE"})


class OneRequestPool:
    """Gives an agent a connection that tees into the exchange of its one request.

    *renew* is called when a kept connection turns out to be dead before any answer came, and the request is sent
    again on a new one: it keeps the failed attempt and returns the exchange to go on with.
    """

    def __init__(
        self, pool: HTTPConnectionPool, exchange: Exchange, renew: Callable[[BaseException], Exchange]
    ) -> None:
        self.persistent = pool.persistent
        self._pool: Any = pool
        self._exchange = exchange
        self._renew = renew
        self._reconnect: Callable[[], Deferred[TapProtocol]] | None = None
        self._protocol: TapProtocol | None = None

    def getConnection(self, key: Any, endpoint: Any) -> Deferred[OneRequestPool]:  # noqa: N802  Twisted's name
        """Return this pool itself as the connection, once there is one."""
        self._reconnect = lambda: self._pool._newConnection(key, endpoint)  # noqa: SLF001
        connection: Deferred[Any] = self._pool.getConnection(key, endpoint)
        return connection.addCallback(self._connected)

    def _connected(self, protocol: TapProtocol) -> OneRequestPool:
        self._protocol = protocol
        return self

    def request(self, request: Any) -> Deferred[IResponse]:
        """Send *request* on the connection."""
        protocol = self._protocol
        if protocol is None:
            raise RuntimeError("a request without a connection")
        kept_alive = protocol.exchange is not None
        answer: Deferred[Any] = protocol.carry(request, self._exchange)
        return answer.addErrback(self._again, request) if kept_alive else answer

    def _again(self, failure: Failure, request: Any) -> Any:
        error = failure.value
        if self._reconnect is None or error is None or not _is_stale(error, request):
            return failure
        exchange = self._renew(error)
        return self._reconnect().addCallback(lambda protocol: protocol.carry(request, exchange))


def _is_stale(error: BaseException, request: Any) -> bool:
    if request.method not in _IDEMPOTENT or request.bodyProducer is not None:
        return False
    if not isinstance(error, RequestNotSent | RequestTransmissionFailed | ResponseNeverReceived):
        return False
    reasons = error.reasons if isinstance(error, _WrapperException) else ()
    return not any(reason.check(CancelledError) for reason in reasons)
