"""The download handler that writes every exchange down before its answer goes on."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _ScrapyAgent
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future

from crawler.wire.exchange import Exchange
from crawler.wire.keeping import keep, proxy_note
from crawler.wire.pool import OneRequestPool
from crawler.wire.tap import TapFactory

# Room for a head, trailers and interim answers besides the largest body that is let through.
_HEAD_ROOM = 1 << 20


class TapHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler on tapped connections.

    The record of the exchange stands in ``request.meta["record"]`` when the response, or the exception, goes on.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = TapFactory  # noqa: SLF001
        # A request that is sent again makes a record of its own, so sending again is ours to do.
        self._pool.retryAutomatically = False

    async def download_request(self, request: Request) -> Response:
        exchange = self._begin(request)

        def renew(error: BaseException) -> Exchange:
            nonlocal exchange
            exchange.notes["sent-again"] = "the kept connection was closed before an answer came"
            keep(self._crawler, request, exchange.capture(None, error))
            exchange = self._begin(request)
            return exchange

        agent = self._agent(OneRequestPool(self._pool, exchange, renew))
        try:
            with wrap_twisted_exceptions():
                response = await maybe_deferred_to_future(agent.download_request(request))
        except BaseException as error:
            keep(self._crawler, request, exchange.capture(None, error))
            raise
        keep(self._crawler, request, exchange.capture(response, None))
        return response

    def _begin(self, request: Request) -> Exchange:
        maxsize = request.meta.get("download_maxsize", self._default_maxsize)
        return Exchange(request.url, maxsize and maxsize + _HEAD_ROOM, notes=proxy_note(request))

    def _agent(self, pool: Any) -> _ScrapyAgent:
        return _ScrapyAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
