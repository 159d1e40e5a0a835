"""The queue keeps what waits, leases what is under way, and forgets nothing that was not committed elsewhere too."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import scrapy
from scrapy.http import FormRequest

from archive.errors import CrawlRunning
from crawler.frontier.backlog import Backlog
from crawler.frontier.hours import Hours
from crawler.frontier.requests import read_request, write_request


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "frontier.sqlite"


def take_all(backlog: Backlog) -> list[str]:
    return [lease.text for lease in iter(backlog.take, None)]


def fill(backlog: Backlog, *texts: str, priority: int = 0) -> None:
    for text in texts:
        backlog.add(text.encode(), priority, text)


def test_higher_priority_goes_first_then_what_came_first():
    backlog = Backlog(None)
    fill(backlog, "a", "b")
    fill(backlog, "high", priority=5)
    fill(backlog, "low", priority=-5)
    assert take_all(backlog) == ["high", "a", "b", "low"]


def test_what_was_committed_is_there_after_the_process_died(path: Path):
    backlog = Backlog(path)
    fill(backlog, "a", "b", "c")
    done = backlog.take()
    assert done is not None
    backlog.acknowledge(done.number)
    backlog.take()
    backlog.commit()
    fill(backlog, "never committed")
    backlog.close(commit=False)

    again = Backlog(path)
    assert again.waiting == 2
    assert take_all(again) == ["b", "c"]
    assert again.knows(b"a")
    assert not again.knows(b"never committed")
    again.close(commit=False)


def test_an_acknowledgement_that_was_not_committed_is_none(path: Path):
    backlog = Backlog(path)
    fill(backlog, "a")
    backlog.commit()
    lease = backlog.take()
    assert lease is not None
    backlog.acknowledge(lease.number)
    backlog.close(commit=False)
    again = Backlog(path)
    assert take_all(again) == ["a"]
    again.close(commit=False)


def test_leases_are_renewed_at_each_commit(path: Path):
    now = [1000.0]
    backlog = Backlog(path, lease=60, clock=lambda: now[0])
    fill(backlog, "a")
    backlog.take()
    for moment in (1030.0, 1300.0):
        now[0] = moment
        backlog.commit()
        with sqlite3.connect(path) as reader:
            ((until,),) = reader.execute("SELECT leased_until FROM requests WHERE state = 1").fetchall()
        reader.close()
        assert until == moment + 60
    backlog.close(commit=True)


def test_failures_are_kept_by_cause(path: Path):
    backlog = Backlog(path)
    fill(backlog, "a", "b", "c")
    for cause in ("timeout", "timeout", None):
        lease = backlog.take()
        assert lease is not None
        backlog.acknowledge(lease.number, cause)
    assert backlog.failures() == {"timeout": 2}
    backlog.close(commit=True)


def test_a_second_process_is_told_that_the_portal_is_being_crawled(path: Path):
    backlog = Backlog(path)
    with pytest.raises(CrawlRunning, match="is running"):
        Backlog(path)
    backlog.close(commit=True)
    Backlog(path).close(commit=True)


def test_a_cleared_queue_knows_nothing(path: Path):
    backlog = Backlog(path)
    fill(backlog, "a")
    backlog.add_crawl("20250312T063500Z")
    backlog.keep_counts({"xianzhi/pages": 3})
    backlog.clear()
    backlog.close(commit=True)
    again = Backlog(path)
    assert (again.waiting, again.crawls(), again.counts(), again.knows(b"a")) == (0, [], {}, False)
    again.close(commit=True)


def test_counts_and_crawls_go_on(path: Path):
    backlog = Backlog(path)
    backlog.add_crawl("20250312T063500Z")
    backlog.keep_counts({"xianzhi/pages": 3, "seconds": 1.5})
    backlog.close(commit=True)
    again = Backlog(path)
    assert again.counts() == {"xianzhi/pages": 3, "seconds": 1.5}
    assert again.crawls() == ["20250312T063500Z"]
    again.close(commit=True)


class OneSpider(scrapy.Spider):
    """A spider with a callback and an errback."""

    name = "one"

    def read(self, response: object) -> None:
        """A callback."""

    def miss(self, failure: object) -> None:
        """An errback."""


def test_a_request_comes_back_as_it_was():
    spider = OneSpider()
    request = scrapy.Request(
        "http://www.liujiang.gov.cn/a.shtml?b=柳",
        callback=spider.read,
        errback=spider.miss,
        method="POST",
        body=b"\x00\xff",
        headers={"X-Test": ["1", "2"]},
        priority=7,
        dont_filter=True,
        meta={"depth": 3, "when": datetime(2025, 3, 12, tzinfo=UTC)},
        cb_kwargs={"column": "notices", "day": date(2025, 3, 12), "raw": b"\xb0\xa1"},
        flags=["x"],
    )
    again = read_request(write_request(request, spider), spider)
    assert again.to_dict(spider=spider) == request.to_dict(spider=spider)


def test_a_form_comes_back_with_its_body():
    spider = OneSpider()
    form = FormRequest("http://www.liujiang.gov.cn/s", formdata={"q": "柳江"}, callback=spider.read)
    again = read_request(write_request(form, spider), spider)
    assert (again.method, again.body, again.headers) == (form.method, form.body, form.headers)


def test_facts_of_one_download_are_not_kept():
    spider = OneSpider()
    meta = {"record": object(), "proxy": "http://user:secret@proxy", "_auth_proxy": "x", "depth": 1}
    text = write_request(scrapy.Request("http://a.example/", meta=meta), spider)
    assert "secret" not in text
    assert read_request(text, spider).meta == {"depth": 1}


@pytest.mark.parametrize("value", [object(), {1, 2}])
def test_a_request_with_what_has_no_json_form_is_refused(value: object):
    with pytest.raises(ValueError, match="cannot be kept in the queue"):
        write_request(scrapy.Request("http://a.example/", cb_kwargs={"x": value}), OneSpider())


def test_a_callback_that_is_no_method_of_the_spider_is_refused():
    with pytest.raises(ValueError, match="is no method of one"):
        write_request(scrapy.Request("http://a.example/", callback=print), OneSpider())


def test_a_queue_that_names_a_missing_callback_is_refused():
    with pytest.raises(ValueError, match="has no method 'gone'"):
        read_request('{"url": "http://a.example/", "callback": "gone"}', OneSpider())


@pytest.mark.parametrize("entry", ["8", "25:61-07:00", "20:00", "night"])
def test_hours_that_are_none_are_refused(entry: str):
    with pytest.raises(ValueError, match="HOURS"):
        Hours({"*": entry}, "a.example")


def test_hours_of_a_host_go_before_those_of_all():
    hours = Hours({"a.example": "08:00-09:00", "*": "20:00-21:00"}, "a.example")
    assert hours.allow(datetime(2025, 3, 12, 0, 30, tzinfo=UTC))
    assert not hours.allow(datetime(2025, 3, 12, 12, 30, tzinfo=UTC))
