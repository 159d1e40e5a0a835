"""The tap on the wire: every exchange kept, byte for byte, before anybody reads it.

``WireHandler`` is the download handler for http and https. On the Scrapy versions it is tested on it tees the
bytes themselves; on any other it rebuilds them from what Scrapy keeps, warns, and marks each record as rebuilt.

CONNECT is spoken to the archive's own proxy, not to the portal, names no page, and may carry a password: it makes no
record of its own. The ``metadata`` of each exchange through the tunnel names the proxy and the TLS within; a tunnel
that is refused is recorded as the exchange that failed, with the proxy's status.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import scrapy
from scrapy.crawler import Crawler

if TYPE_CHECKING:
    from scrapy.core.downloader.handlers.base import BaseDownloadHandler

# The tap relies on private names of Scrapy and Twisted; tests/crawler/test_wire.py holds it to these.
TESTED = frozenset({"2.19.0"})

logger = logging.getLogger(__name__)


class WireHandler:
    """Builds the tap, or where Scrapy is not of a tested version, the handler that rebuilds."""

    lazy = True

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BaseDownloadHandler:
        """Return the handler for the installed Scrapy."""
        if scrapy.__version__ in TESTED:
            from crawler.wire.handler import TapHandler

            return TapHandler(crawler)
        from crawler.wire.rebuilt import RebuildingHandler

        logger.warning(
            "Scrapy %s: the wire tap is tested on %s only; records are rebuilt from what Scrapy keeps, not exact",
            scrapy.__version__,
            ", ".join(sorted(TESTED)),
        )
        return RebuildingHandler(crawler)
