"""Only a document that says what every line says becomes one; a held text becomes none."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.pipelines import Keeping, Validation, find_fault, is_converted
from crawler.reading.digest import text_digest
from crawler.reading.values import Document, Extractor, Image, Injection, Restoration

SOUND = Document(
    id="0" * 32,
    url="http://www.liujiang.gov.cn/a.shtml",
    portal="guangxi_liujiang",
    division_code="450206",
    published="2025-03-12T14:35:00+08:00",
    text="一\n二",
    paragraphs=("一", "二"),
    text_digest=text_digest("一\n二"),
    captured_at="2025-03-12T06:35:00Z",
    record_id="<urn:uuid:1>",
    warc_file="a.warc.gz",
    warc_offset=0,
)


@pytest.fixture
def stats() -> MemoryStatsCollector:
    return MemoryStatsCollector(get_crawler(settings_dict={"STATS_DUMP": False}))


def test_a_sound_document_passes(stats: MemoryStatsCollector):
    assert Validation(stats).process_item(SOUND) is SOUND


@pytest.mark.parametrize("day", ["2025-03-12", "2025-03-12T14:35+08:00", None])
def test_a_day_a_time_or_none_may_be_printed(day: str | None):
    assert find_fault(ItemAdapter(replace(SOUND, published=day))) is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"record_id": None}, "record_id is missing"),
        ({"warc_offset": None}, "warc_offset is missing"),
        ({"text": "", "paragraphs": (), "text_digest": text_digest("")}, "no text"),
        ({"published": "2025年3月12日"}, "published is '2025年3月12日'"),
        ({"updated": "2025-03-12T14:35:00"}, "updated is"),
        ({"text": "一"}, "text is not its paragraphs"),
        ({"text_digest": "sha256:0"}, "text_digest"),
    ],
)
def test_a_document_that_says_too_little_is_dropped_and_counted(
    stats: MemoryStatsCollector, changes: dict[str, Any], fault: str
):
    with pytest.raises(DropItem, match=fault):
        Validation(stats).process_item(replace(SOUND, **changes))
    assert stats.get_value("xianzhi/invalid") == 1


def test_a_picture_without_text_is_a_document():
    photo = replace(
        SOUND, text="", paragraphs=(), text_digest=text_digest(""), images=(Image("http://a.example/1.jpg"),)
    )
    assert find_fault(ItemAdapter(photo)) is None


@pytest.mark.parametrize("is_new", [True, False])
def test_a_document_is_written_and_counted_as_new_or_as_held(stats: MemoryStatsCollector, is_new: bool):
    written: list[dict[str, Any]] = []

    def write_document(line: dict[str, Any], *, converted: bool) -> bool:
        assert not converted
        written.append(line)
        return is_new

    archiving = SimpleNamespace(write_document=write_document)
    keeping = Keeping(SimpleNamespace(stats=stats, get_extension=lambda _kind: archiving))  # type: ignore[arg-type]
    found = replace(SOUND, injections=(Injection("casino", "x", "body"), Injection("casino", "y", "title")))
    if is_new:
        assert keeping.process_item(found) is found
    else:
        with pytest.raises(DropItem, match="already held"):
            keeping.process_item(found)
    assert written[0]["paragraphs"] == ["一", "二"] or written[0]["paragraphs"] == ("一", "二")
    assert written[0]["injections"][0] == {"kind": "casino", "excerpt": "x", "where": "body"}
    assert stats.get_value("xianzhi/documents" if is_new else "xianzhi/duplicates") == 1
    assert stats.get_value("xianzhi/injections/casino") == 2


@pytest.mark.parametrize(
    ("changes", "converted"),
    [
        ({}, False),
        ({"extractor": Extractor("trafilatura", "2")}, False),
        ({"extractor": Extractor("pypdf", "6")}, True),
        ({"restoration": Restoration(0, 0)}, False),
        ({"restoration": Restoration(12, 1)}, True),
    ],
)
def test_text_restored_or_taken_out_of_a_file_is_a_conversion(changes: dict[str, Any], converted: bool):
    assert is_converted(ItemAdapter(replace(SOUND, **changes))) is converted
