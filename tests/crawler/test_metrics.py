"""A crawl tells a Prometheus on the same machine how it goes, where it is asked to, and nobody else."""

from __future__ import annotations

import logging
import socket
from urllib.request import ProxyHandler, build_opener

import pytest
from scrapy import Spider
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from crawler.extensions.metrics import Metrics


class Portal(Spider):
    name = "hunan_lixian"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def ask(port: int) -> str:
    with build_opener(ProxyHandler({})).open(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        return answer.read().decode()


def test_counts_are_told_by_portal_status_and_cause():
    port = free_port()
    crawler = get_crawler(Portal, {"METRICS_PORT": port, "EXTENSIONS": {}})
    counts = {"xianzhi/pages": 40, "downloader/response_status_count/304": 7, "xianzhi/failures/timeout": 2}
    for name, count in counts.items():
        crawler.stats.set_value(name, count)
    metrics = Metrics.from_crawler(crawler)
    metrics.start()
    try:
        told = ask(port)
        crawler.stats.inc_value("xianzhi/pages", 2)
        later = ask(port)
    finally:
        metrics.stop()
    assert 'xianzhi_pages_total{portal="hunan_lixian"} 40.0' in told
    assert 'xianzhi_responses_total{portal="hunan_lixian",status="304"} 7.0' in told
    assert 'xianzhi_failures_total{cause="timeout",portal="hunan_lixian"} 2.0' in told
    assert 'xianzhi_queue{portal="hunan_lixian"} 0.0' in told
    assert 'xianzhi_pages_total{portal="hunan_lixian"} 42.0' in later
    with pytest.raises(OSError, match="refused"):
        ask(port)


def test_a_port_that_is_taken_costs_the_metrics_and_not_the_crawl(caplog: pytest.LogCaptureFixture):
    with socket.create_server(("127.0.0.1", 0)) as taken, caplog.at_level(logging.WARNING):
        metrics = Metrics(get_crawler(Portal), taken.getsockname()[1])
        metrics.start()
        metrics.stop()
    assert "no metrics of this crawl" in caplog.text


def test_nobody_is_answered_unless_a_port_is_named():
    with pytest.raises(NotConfigured):
        Metrics.from_crawler(get_crawler(Portal, {"METRICS_PORT": 0}))
