"""What a document passes on its way to documents.jsonl, one class each."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from crawler.extensions.archiving import Archiving
from crawler.reading.digest import text_digest

# What reading promises: a day, or a time with its offset.
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d)?")
# What reads pages; what reads files has other names.
READS_PAGES = "trafilatura"
_REQUIRED = ("id", "url", "portal", "division_code", "record_id", "captured_at", "warc_file", "warc_offset")


class Validation:
    """Drops a document that does not say what every line of documents.jsonl says."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Validation:
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        fault = find_fault(ItemAdapter(item))
        if fault is None:
            return item
        self._stats.inc_value("xianzhi/invalid")
        raise DropItem(f"not kept as a document: {fault}")


def find_fault(document: ItemAdapter) -> str | None:
    """Return what is wrong with the fields of *document*, or None."""
    for name in _REQUIRED:
        if document.get(name) is None:
            return f"{name} is missing"
    if not any(document.get(name) for name in ("text", "images", "attachments")):
        return "no text, picture or file in it"
    for name in ("published", "updated"):
        value = document.get(name)
        if value is not None and not _TIME.fullmatch(value):
            return f"{name} is {value!r}"
    if document["text"] != "\n".join(document["paragraphs"]):
        return "text is not its paragraphs"
    if document["text_digest"] != text_digest(document["text"]):
        return "text_digest is not that of the text"
    return None


class Keeping:
    """Writes the document into the crawl: a line of documents.jsonl, or of duplicates.jsonl where it is held."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Keeping:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        archiving = self._crawler.get_extension(Archiving)
        if archiving is None:
            return item
        adapter = ItemAdapter(item)
        for kind, count in Counter(injection["kind"] for injection in _dicts(adapter, "injections")).items():
            self._stats.inc_value(f"xianzhi/injections/{kind}", count)
        if archiving.write_document(adapter.asdict(), converted=is_converted(adapter)):
            self._stats.inc_value("xianzhi/documents")
            return item
        self._stats.inc_value("xianzhi/duplicates")
        raise DropItem("its text is already held", log_level="DEBUG")


def is_converted(document: ItemAdapter) -> bool:
    """Return whether the text of *document* was restored or taken out of a file, so that no page shows it as it is."""
    restoration, extractor = document.get("restoration"), document.get("extractor")
    changed = restoration is not None and ItemAdapter(restoration)["changed"] > 0
    return changed or (extractor is not None and ItemAdapter(extractor)["name"] != READS_PAGES)


def _dicts(adapter: ItemAdapter, name: str) -> list[dict[str, Any]]:
    return [ItemAdapter(value).asdict() for value in adapter.get(name) or ()]
