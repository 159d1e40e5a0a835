"""How a crawl goes, for a Prometheus on the same machine that asks for it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.extensions.archiving import Archiving
from crawler.monitors import failures

try:
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
    from prometheus_client.registry import Collector
except ImportError:  # the extra ``metrics`` is not installed
    _INSTALLED = False
else:
    _INSTALLED = True

logger = logging.getLogger(__name__)

# Whoever else is on the network is not to see what an archive crawls.
_LOOPBACK = "127.0.0.1"
_COUNTED = ("pages", "documents", "duplicates", "unchanged", "vanished", "blocked", "unreadable", "errors", "bytes")
_STATUS = "downloader/response_status_count/"


class Metrics:
    """Extension that answers on METRICS_PORT of this machine, as long as the crawl runs, with what it counts."""

    def __init__(self, crawler: Crawler, port: int) -> None:
        self._crawler, self._port = crawler, port
        self._server: Any = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Metrics:
        port = crawler.settings.getint("METRICS_PORT")
        if not port:
            raise NotConfigured
        if not _INSTALLED:
            raise NotConfigured("METRICS_PORT: install prometheus_client (the extra 'metrics') to be asked for metrics")
        metrics = cls(crawler, port)
        crawler.signals.connect(metrics.start, signal=signals.spider_opened)
        crawler.signals.connect(metrics.stop, signal=signals.spider_closed)
        return metrics

    def start(self) -> None:
        """Begin to answer; a port that another crawl has taken is one line in the log."""
        registry = CollectorRegistry()
        registry.register(_Counts(self._crawler))
        try:
            self._server, _ = start_http_server(self._port, _LOOPBACK, registry)
        except (OSError, OverflowError) as error:
            logger.warning("METRICS_PORT %s: no metrics of this crawl: %s", self._port, error)

    def stop(self) -> None:
        """Answer no more."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


if _INSTALLED:

    class _Counts(Collector):
        """Reads the statistics of a crawl whenever they are asked for."""

        def __init__(self, crawler: Crawler) -> None:
            self._crawler = crawler

        def collect(self) -> Iterator[Metric]:
            """Yield what is counted, each with the portal's name."""
            portal = self._crawler.spidercls.name
            # The crawl goes on in another thread; a copy stays as it is.
            stats: Mapping[str, Any] = dict(self._crawler.stats.get_stats())
            for name in _COUNTED:
                counter = CounterMetricFamily(f"xianzhi_{name}", f"{name} of the crawl", labels=["portal"])
                counter.add_metric([portal], stats.get(f"xianzhi/{name}", 0))
                yield counter
            yield _by(portal, "responses", "status", "answers by HTTP status", _under(stats, _STATUS))
            yield _by(portal, "failures", "cause", "requests that came to nothing", failures(stats))
            archiving = self._crawler.get_extension(Archiving)
            waiting = GaugeMetricFamily("xianzhi_queue", "requests that wait", labels=["portal"])
            waiting.add_metric([portal], archiving.waiting() if archiving else 0)
            yield waiting


def _by(portal: str, name: str, label: str, words: str, counts: Mapping[str, int]) -> Metric:
    counter = CounterMetricFamily(f"xianzhi_{name}", words, labels=["portal", label])
    for value, count in counts.items():
        counter.add_metric([portal, value], count)
    return counter


def _under(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {name.removeprefix(prefix): int(value) for name, value in stats.items() if name.startswith(prefix)}
