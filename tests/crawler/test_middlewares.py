"""What passes between page and pipeline: provenance, faults as one line, failures by cause."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest, ResponseDataLossError
from scrapy.http import HtmlResponse, Response
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure

from archive.capture import RecordRef
from crawler.errors import Blocked, UnreadablePage
from crawler.failures import explain
from crawler.middlewares import FailureCount, PageRefresh, PortalFaults, Provenance, stamp_record
from crawler.reading.digest import document_id
from crawler.reading.values import Document, Story
from crawler.settings import METAREFRESH_MAXDELAY

RECORD = RecordRef("<urn:uuid:1>", "a.warc.gz", 42, "sha256:0", "2025-03-12T06:35:00Z", "response")


def document(**fields: Any) -> Document:
    return Document(id="by address", url="http://a.example/", **fields)


@pytest.fixture
def stats() -> MemoryStatsCollector:
    return MemoryStatsCollector(get_crawler(settings_dict={"STATS_DUMP": False}))


def answered(request: Request | None = None, status: int = 200) -> Response:
    return Response("http://a.example/", status=status, request=request or Request("http://a.example/"))


def test_a_document_names_portal_record_file_and_offset():
    spider = SimpleNamespace(name="guangxi_liujiang", division_code="450206")
    provenance = Provenance(SimpleNamespace(spider=spider))  # type: ignore[arg-type]
    response = answered(Request("http://a.example/", meta={"record": RECORD}))
    (stamped,) = provenance.process_spider_output(response, [document()])
    assert (stamped.portal, stamped.division_code) == ("guangxi_liujiang", "450206")
    assert (stamped.record_id, stamped.warc_file, stamped.warc_offset) == ("<urn:uuid:1>", "a.warc.gz", 42)
    assert stamped.captured_at == "2025-03-12T06:35:00Z"
    assert stamped.id == document_id("<urn:uuid:1>")


def test_each_story_of_a_page_has_an_id_of_its_own():
    stories = [stamp_record(document(story=Story(no, 2)), RECORD) for no in (1, 2)]
    assert stories[0].id != stories[1].id


def test_what_names_a_document_by_its_address_is_told_the_id_it_gets():
    spider = SimpleNamespace(name="guangxi_liujiang", division_code="450206")
    provenance = Provenance(SimpleNamespace(spider=spider))  # type: ignore[arg-type]
    response = answered(Request("http://a.example/", meta={"record": RECORD}))
    asked = Request("http://a.example/a.pdf", cb_kwargs={"parent": "by address", "title": "附件"})
    stamped, request = provenance.process_spider_output(response, [document(), asked])
    assert request.cb_kwargs == {"parent": stamped.id, "title": "附件"}


@pytest.mark.parametrize(
    ("error", "count"), [(UnreadablePage("x"), "xianzhi/unreadable"), (Blocked("x"), "xianzhi/blocked")]
)
def test_a_portals_fault_is_a_count_and_no_error(stats: MemoryStatsCollector, error: Exception, count: str):
    request = Request("http://a.example/")
    assert PortalFaults(stats).process_spider_exception(answered(request), error) == []
    assert stats.get_value(count) == 1
    assert request.meta["failure"] in count


def test_an_error_of_the_program_is_left_to_be_one(stats: MemoryStatsCollector):
    assert PortalFaults(stats).process_spider_exception(answered(), ValueError("x")) is None


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (DownloadTimeoutError("x"), "timeout"),
        (IgnoreRequest("Forbidden by robots.txt"), "robots.txt"),
        (ConnectionError("x"), "connection lost"),
        (ValueError("Invalid IPv6 URL"), "no address"),
    ],
)
def test_a_failure_is_counted_by_cause(stats: MemoryStatsCollector, error: Exception, cause: str):
    request = Request("http://a.example/")
    FailureCount(stats).process_exception(request, error)
    assert stats.get_value(f"xianzhi/failures/{cause}") == 1
    assert request.meta["failure"] == cause


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ResponseDataLossError(), "cut off"),
        (DownloadFailedError(Failure(ConnectionDone())), "connection lost"),
        (DownloadTimeoutError("http://a.example/: took longer than 1 seconds"), "took longer than 1 seconds"),
        (ValueError("Invalid IPv6 URL"), "no address: Invalid IPv6 URL"),
    ],
)
def test_why_nothing_came_is_said_without_the_names_of_classes(error: Exception, why: str):
    assert explain(Request("http://a.example/"), Failure(error)) == why


def test_an_error_status_is_a_failure_and_a_retry_begins_without_one(stats: MemoryStatsCollector):
    request = Request("http://a.example/")
    counter = FailureCount(stats)
    counter.process_response(request, answered(request, 404))
    assert stats.get_value("xianzhi/failures/status 404") == 1
    counter.process_request(request)
    assert "failure" not in request.meta


@pytest.mark.parametrize(
    ("status", "content", "followed"),
    [
        (200, "0;url=/index.html", True),
        (404, "0;url=/index.html", False),
        (200, "60;url=/old.html", False),
        (200, "0;url=http://a.example/old.html#top", False),
        (200, "60;url=/index.html", False),
        (200, "0;url=http://[/", False),
        (200, "0;url=http://a.example:99999/", False),
        (200, "0;url=javascript:history.back()", False),
    ],
)
def test_the_refresh_of_a_page_that_is_there_for_nothing_else_is_followed(status: int, content: str, followed: bool):
    refresh = PageRefresh.from_crawler(get_crawler(settings_dict={"METAREFRESH_MAXDELAY": METAREFRESH_MAXDELAY}))
    refresh.crawler.spider = None
    body = f'<html><head><meta http-equiv="refresh" content="{content}"></head></html>'.encode()
    request = Request("http://a.example/old.html")
    response = HtmlResponse("http://a.example/old.html", status=status, body=body, request=request)
    assert isinstance(refresh.process_response(request, response), Request) is followed
