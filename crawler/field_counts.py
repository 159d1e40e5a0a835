"""How many documents have a date, a source, a text."""

from __future__ import annotations

from typing import Any

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

_COUNTED = ("published", "source", "text")


class FieldCounts:
    """Pipeline that counts what the documents of pages have; the text of an attachment rarely prints a date."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> FieldCounts:
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        document = ItemAdapter(item)
        if not document.get("parent"):
            self._stats.inc_value("xianzhi/fields/documents")
            for name in _COUNTED:
                if document.get(name):
                    self._stats.inc_value(f"xianzhi/fields/{name}")
        return item
