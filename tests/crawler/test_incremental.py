"""An incremental crawl brings everything that is new or changed where the lists show it, and asks for little else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.reading.listing import issue_day
from tests.crawler.growing import GrowingPortal, Outcome, PortalServer
from tests.crawler.simulator import BUILDERS, fictional
from tests.crawler.test_families_reach import portal_of
from tests.crawler.walking import walk
from tests.crawler.warcs import read_records

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def found(outcome: Outcome) -> set[str]:
    return {document["url"] for document in outcome.documents}


def lists(served: list[tuple[str, int]]) -> list[str]:
    return [url for url, _ in served if "/t2" not in url and "/info/" not in url and not url.endswith("robots.txt")]


@pytest.mark.parametrize("family", ["trs", "vsb"])
def test_what_is_new_or_edited_in_the_overlap_is_brought_and_little_else_is_asked(tmp_path: Path, family: str):
    portal = GrowingPortal(family=family, columns=2, articles=180, paragraphs=30)
    with PortalServer(portal) as server:
        first = server.crawl(tmp_path, "incremental")
        assert (first.status, first.described["kind"]) == (0, "full"), first.log
        assert len(found(first)) == 180
        columns = list(portal.held)
        new = {portal.publish(columns[0]).url for _ in range(20)}
        edited = [portal.held[columns[0]][22], portal.held[columns[1]][16]]
        for article in edited:
            portal.edit(article)
        server.publish()
        second = server.crawl(tmp_path, "incremental")
    assert (second.status, second.described["kind"]) == (0, "incremental"), second.log
    assert found(second) == new | {article.url for article in edited}
    assert len(lists(server.served)) == 4 + 2, (
        "the first column's two new pages, and on each list one known and one more"
    )
    assert second.counts["unchanged"] == second.counts["requests"]["304"]
    profiles = Counter(record.headers["WARC-Profile"] for record in read_records(tmp_path, "revisit"))
    assert profiles[NOT_MODIFIED] == second.counts["unchanged"]


def test_pages_of_a_server_without_validators_are_seen_to_be_the_same_by_their_payload(tmp_path: Path):
    portal = GrowingPortal(columns=1, articles=40)
    with PortalServer(portal, validators=False) as server:
        server.crawl(tmp_path)
        edited = portal.held["lma"][3]
        portal.edit(edited)
        server.publish()
        second = server.crawl(tmp_path, "incremental")
    assert found(second) == {edited.url}
    assert second.counts["unchanged"] == 29
    assert second.counts["duplicates"] == 0
    assert {record.headers["WARC-Profile"] for record in read_records(tmp_path, "revisit")} == {IDENTICAL}


def test_a_quiet_day_is_no_failure_and_an_old_full_crawl_makes_the_next_one_full(tmp_path: Path):
    with PortalServer(GrowingPortal(columns=1, articles=20)) as server:
        server.crawl(tmp_path)
        quiet = server.crawl(tmp_path, "incremental")
        assert (quiet.status, quiet.documents) == (0, [])
        assert quiet.counts["requests"]["304"] == 20
        server.served.clear()
        full = server.crawl(tmp_path, "incremental", FULL_CRAWL_DAYS=0)
    assert full.described["kind"] == "full"
    assert {status for _, status in server.served} == {200}, "a full crawl asks without conditions"


@dataclass
class Known:
    """A ground that knows all but the *news* and the issues they stand in; none of what it knows is recent."""

    news: set[str]
    issues: set[str]
    overlap: int = 1

    def knows(self, url: str) -> bool:
        return url not in self.news and url not in self.issues

    def is_recent(self, _url: str, _day: str | None) -> bool:
        return False


def issue_days(addresses: set[str]) -> set[str | None]:
    return {issue_day(address) for address in addresses} - {None}


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_family_reaches_its_news_and_reads_few_pages_of_its_lists(kind: str):
    fiction = fictional(kind, 3, articles=600)
    portal = portal_of(fiction)
    news = {article for column in fiction.columns for article in column.articles[:20]}
    portal.ground = Known(news, {url for url in fiction.site if issue_day(url) and issue_day(url) in issue_days(news)})
    walked = walk(portal, fiction.site, read=False)
    assert walked.errors == []
    assert portal.ground.news <= set(walked.asked)
    assert max(walked.asked.values()) == 1
    read = fiction.articles | portal.ground.issues
    lists = [url for url in walked.asked if url in fiction.site and url not in read]
    whole = [url for url in fiction.site if url not in fiction.articles]
    assert len(lists) <= 5 * len(fiction.columns)
    assert len(lists) < len(whole) or len(whole) <= 3 * len(fiction.columns)


def test_a_kind_that_is_none_is_one_line_and_status_2(tmp_path: Path):
    with PortalServer(GrowingPortal(columns=1, articles=2)) as server:
        ended = server.crawl(tmp_path, "weekly")
    assert ended.status == 2
    assert "CRAWL_KIND is 'weekly'; it should be full or incremental" in ended.log
    assert "Traceback" not in ended.log


def test_recent_pages_are_looked_at_again_though_no_list_names_them_and_vanished_ones_are_told(tmp_path: Path):
    portal = GrowingPortal(columns=1, articles=60, youngest=2, rows=15)
    with PortalServer(portal) as server:
        server.crawl(tmp_path)
        gone, moved = portal.held["lma"][0], portal.held["lma"][1]
        portal.withdraw(gone)
        portal.withdraw(moved)
        portal.edit(moved)
        server.publish()
        server.pages[moved.url] = portal._article(moved)
        second = server.crawl(tmp_path, "incremental", RECENT_DAYS=5)
    assert moved.url in found(second)
    assert second.counts["vanished"] == 1
    assert second.counts["examples"]["vanished"] == [gone.url]


def test_behind_a_list_page_that_fails_the_walk_goes_on(tmp_path: Path):
    portal = GrowingPortal(columns=1, articles=90)
    with PortalServer(portal) as server:
        server.crawl(tmp_path)
        new = [portal.publish("lma") for _ in range(40)]
        server.publish()
        server.statuses["http://www.lixian.example/lma/index_1.shtml"] = 500
        second = server.crawl(tmp_path, "incremental")
    assert {article.url for article in (*new[:10], *new[25:])} <= found(second), "all but those of the page that failed"


def test_a_crawl_that_was_cut_off_goes_on_as_what_it_was_and_misses_nothing(tmp_path: Path):
    portal = GrowingPortal(columns=2, articles=60)
    with PortalServer(portal) as server:
        server.crawl(tmp_path)
        new = {portal.publish("lma").url for _ in range(35)}
        server.publish()
        cut = server.crawl(tmp_path, "incremental", CLOSESPIDER_PAGECOUNT=8, CONCURRENT_REQUESTS=2)
        assert cut.described["outcome"] == "interrupted"
        whole = server.crawl(tmp_path, "full")
    assert (whole.folder, whole.described["kind"], whole.status) == (cut.folder, "incremental", 0)
    assert found(whole) == new
