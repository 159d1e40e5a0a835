"""A crawl succeeds only where it did what was expected of it, and a developer can expect more of it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from scrapy import Spider
from scrapy.utils.test import get_crawler

from crawler.extensions.closing import counts_of, outcome_of
from crawler.monitors import exit_status, failures, judging
from crawler.monitors.evidence import Ending, Fault
from crawler.regressions import learn_limits
from tests.crawler.growing import HOME, GrowingPortal, PortalServer
from tests.crawler.judged import judge

GOOD = {
    "xianzhi/pages": 40,
    "xianzhi/documents": 30,
    "column/news/links": 20,
    "column/notices/links": 15,
}
ENDING = Ending(reason="finished", waiting=0, columns=("news", "notices"))
COLUMNS = tuple(f"lm{number}" for number in range(30))


def faults(stats: dict[str, Any], ending: Ending = ENDING) -> list[str]:
    return [fault.message.en for fault in judge(counts_of(stats), ending)]


def test_a_crawl_that_did_what_was_expected_has_no_fault():
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"xianzhi/pages": 0, "xianzhi/failures/timeout": 3}, "no page was fetched (timeout: 3)"),
        ({"xianzhi/documents": 0}, "40 pages, but no document was read from them"),
        ({"column/news/links": 0}, "column 'news' links to nothing; its list moved or is laid out anew"),
        (
            {"column/news/links": 0, "column/news/failed": 1},
            "column 'news' links to nothing; its list could not be fetched",
        ),
        ({"xianzhi/blocked": 20}, "20 of 40 pages were challenges; the site blocks the crawler"),
        ({"xianzhi/errors": 1}, "errors in the program: 1; crawl.log names them"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, int], fault: str):
    assert faults({**GOOD, **changes}) == [fault]


@pytest.mark.parametrize(
    ("stats", "root"),
    [
        ({"xianzhi/failures/no such host": 2}, "no page was fetched (no such host: 2)"),
        ({"xianzhi/failures/robots.txt": 2}, "no page was fetched (not allowed by robots.txt: 2)"),
        (
            {"xianzhi/blocked": 6, "xianzhi/failures/status 412": 6},
            "no page was fetched (412 Precondition Failed: 6, blocked by the site: 6)",
        ),
        ({}, "no page was fetched (nothing was asked for)"),
        ({"xianzhi/pages": 7, "xianzhi/blocked": 7}, "7 of 7 pages were challenges; the site blocks the crawler"),
        (
            {"xianzhi/pages": 4, "xianzhi/blocked": 9},
            "9 of 9 pages were challenges; the site blocks the crawler",
        ),
        (
            {"xianzhi/pages": 3},
            "2 of 2 columns link to nothing (news, notices); their lists moved or are laid out anew",
        ),
    ],
)
def test_what_follows_from_one_cause_is_told_once_at_its_root(stats: dict[str, int], root: str):
    before = {"pages": 90, "documents": 80, "columns": {"news": {"links": 60, "documents": 40}}}
    assert [fault.message.en for fault in judge(counts_of(stats), ENDING, before=[before] * 4)] == [root]


def test_of_many_silent_columns_a_line_names_the_first():
    (line,) = faults(GOOD, Ending("finished", 0, COLUMNS))
    assert line.startswith("30 of 30 columns link to nothing (lm0, lm1, lm2, lm3, lm4 …); ")


def test_a_crawl_of_nothing_but_what_is_held_already_is_no_failure():
    assert faults({**GOOD, "xianzhi/documents": 0, "xianzhi/duplicates": 30}) == []
    assert faults({**GOOD, "xianzhi/documents": 0, "column/news/known_ground": 1}) == []


@pytest.mark.parametrize(("scanned", "silent"), [(20, True), (19, False)])
def test_a_paper_of_scanned_pages_is_kept_though_nothing_is_read(scanned: int, silent: bool):
    told = faults({**GOOD, "xianzhi/documents": 0, "column/news/files_without_text": scanned})
    assert told == ([] if silent else ["40 pages, but no document was read from them"])


def test_a_few_challenges_are_no_failure():
    assert faults({**GOOD, "xianzhi/blocked": 2}) == []


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("shutdown", "it was stopped"),
        ("closespider_bytes", "its budget of bytes is spent"),
        ("start_error", "start_error"),
    ],
)
def test_an_unfinished_queue_is_a_fault_that_says_why_and_what_waits(reason: str, why: str):
    (fault,) = faults(GOOD, Ending(reason=reason, waiting=7, columns=()))
    assert fault == f"not finished ({why}): 7 still in the queue; the next crawl goes on there"


@pytest.mark.parametrize(
    ("reason", "faults", "outcome", "status"),
    [
        ("finished", [], "complete", 0),
        ("finished", ["no page was fetched"], "failed", 1),
        ("shutdown", ["not finished"], "interrupted", 1),
        ("closespider_pagecount", ["not finished"], "interrupted", 1),
        ("start_error", ["not finished"], "failed", 1),
        ("failed", ["no room left"], "failed", 1),
        ("unable", ["cannot be written"], "unable", 2),
    ],
)
def test_outcome_and_exit_status(reason: str, faults: list[str], outcome: str, status: int):
    assert outcome_of(reason, faults) == outcome
    assert exit_status({"xianzhi/outcome": outcome}) == status


def test_failures_stand_by_cause_the_most_frequent_first():
    stats = {"xianzhi/failures/timeout": 1, "xianzhi/failures/status 404": 5, "xianzhi/pages": 9}
    assert list(failures(stats).items()) == [("status 404", 5), ("timeout", 1)]


def test_a_fault_is_told_in_both_languages_by_the_monitor_that_found_it():
    (fault,) = judge(counts_of({**GOOD, "column/news/links": 0}), ENDING)
    assert isinstance(fault, Fault)
    assert fault.as_line() == {
        "monitor": "ColumnsLink",
        "title_zh": "栏目的链接",
        "title_en": "links of the columns",
        "zh": "栏目 'news' 没有链接；列表已搬走或改版",
        "en": "column 'news' links to nothing; its list moved or is laid out anew",
    }


def test_monitors_that_cannot_judge_are_not_counted_as_passed():
    crawler = get_crawler(Spider)
    first, later = judging.Judgement(crawler), judging.Judgement(crawler)
    counts = counts_of(GOOD)
    first.judge(None, counts, ENDING, "full", [])
    later.judge(None, counts, ENDING, "full", [counts])
    assert (first.passed, later.passed) == (6, 16)
    assert not first.faults
    assert not later.faults


def suite(name: str) -> str:
    return f"tests.crawler.judged.{name}"


def run(settings: dict[str, Any], stats: dict[str, Any] = GOOD) -> judging.Judgement:
    crawler = get_crawler(Spider, settings)
    crawler.stats.set_stats(dict(stats))
    judgement = judging.Judgement(crawler)
    counts = counts_of(stats)
    judgement.judge(crawler.spider, counts, ENDING, "full", [counts])
    return judgement


def test_a_developer_adds_monitors_that_know_counts_and_limits():
    judgement = run({judging.SUITES: [suite("Stricter")]})
    assert [(fault.monitor, fault.message.en) for fault in judgement.faults] == [
        ("FiftyDocuments", "30 documents, where 50 are wanted, and 15 at least by what was learnt"),
        ("InBothLanguages", "too few notices"),
        ("Broken", "the monitor Broken/test_nothing failed itself: KeyError: 'nothing'"),
    ]
    assert judgement.faults[1].message.zh == "通知太少"
    assert judgement.faults[2].message.zh == "监测项 Broken/test_nothing 自身出错：KeyError: 'nothing'"


def test_monitors_of_spidermon_itself_judge_by_their_own_settings():
    settings = {judging.SUITES: [suite("FromTheShelf")], "SPIDERMON_MAX_CRITICALS": 0, "SPIDERMON_MAX_ERRORS": 0}
    assert not run(settings, {**GOOD, "log_count/ERROR": 0}).faults
    (fault,) = run(settings, {**GOOD, "log_count/ERROR": 3}).faults
    assert "ErrorCount" in fault.monitor
    assert fault.message.en


def test_actions_see_what_every_monitor_found_and_wait_for_the_word():
    from tests.crawler.judged import acted

    acted.clear()
    good = run({judging.SUITES: [suite("Told")]})
    assert acted == []
    good.act()
    assert acted == ["finished", "passed"]
    acted.clear()
    bad = run({judging.SUITES: [suite("Told")]}, {**GOOD, "column/news/links": 0})
    bad.act()
    assert acted == ["finished", "failed: ColumnsLink"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere.Suite", "nowhere.Suite: No module named 'nowhere'"),
        (suite("Nobody"), "Nobody"),
        ("json.JSONDecoder", "json.JSONDecoder is no MonitorSuite; name a class of that kind"),
        (suite("Unsound"), "no address was named"),
    ],
)
def test_a_suite_that_cannot_be_had_is_said_in_one_line(name: str, said: str):
    with pytest.raises(judging.WrongSuite, match="SPIDERMON_SPIDER_CLOSE_MONITORS: ") as raised:
        judging.Judgement(get_crawler(Spider, {judging.SUITES: [name]}))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_limits_are_learnt_once_and_told_to_whoever_asks():
    limits = learn_limits("full", [{"documents": 40, "columns": {"news": {"links": 30}}}] * 3)
    assert limits is not None
    assert (limits.crawls, limits.documents.least, limits.columns["news"]["links"].least) == (3, 30, 15)
    assert learn_limits("full", []) is None


def test_a_real_crawl_is_judged_by_added_suites_and_their_actions_follow_its_archive(tmp_path: Path):
    told = tmp_path / "told"
    with PortalServer(GrowingPortal(columns=1, articles=3)) as server:
        settings = {judging.SUITES: [suite("Stricter"), suite("Reported")], "TOLD": str(told)}
        done = server.crawl(tmp_path / "holdings", **settings)
        wrong = server.crawl(tmp_path / "holdings", **{judging.SUITES: ["nowhere.Suite"]})
    assert done.status == 1
    assert done.described["outcome"] == "failed"
    assert [fault["monitor"] for fault in done.counts["faults"]] == ["FiftyDocuments", "InBothLanguages", "Broken"]
    assert done.counts["monitors_passed"] == 6
    assert json.loads(told.read_text()) == {"sealed": True, "failed": 3}, done.log
    assert wrong.status == 2
    assert "SPIDERMON_SPIDER_CLOSE_MONITORS: nowhere.Suite" in wrong.log


def test_spidermon_is_not_loaded_before_a_crawl_ends_and_brings_nothing_but_itself():
    program = (
        "import sys\n"
        "import crawler.commands.crawl, crawler.extensions.archiving, crawler.extensions.alarm, crawler.cli.crawl\n"
        "assert 'spidermon' not in sys.modules\n"
        "import crawler.monitors.judging\n"
        "heavy = {'jsonschema', 'rfc3987', 'slugify', 'boto3'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))\n"
    )
    words = [sys.executable, "-c", program]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr


def test_actions_that_hang_do_not_hold_the_crawl_up(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    from crawler.extensions import closing

    released = threading.Event()
    monkeypatch.setattr(closing, "_ACTION_SECONDS", 0.2)
    monitoring = closing.Monitoring(get_crawler(Spider))
    counts = counts_of(GOOD)
    monitoring.judge(Spider("none"), counts, ENDING, "full", [])
    monkeypatch.setattr(judging.Judgement, "act", lambda _: released.wait(30))
    began = time.monotonic()
    monitoring.act()
    released.set()
    assert time.monotonic() - began < 5
    assert "monitors: the actions were not all done: no answer within 0.2 seconds" in caplog.text


def test_a_portal_whose_lists_all_fail_tells_the_one_cause(tmp_path: Path):
    portal = GrowingPortal(columns=3, articles=9)
    with PortalServer(portal) as server:
        server.statuses = dict.fromkeys([HOME, *(f"{HOME}{column}/" for column in portal.held)], 503)
        done = server.crawl(tmp_path, RETRY_TIMES=0)
    assert done.described["cause"].startswith("no page was fetched (")
    assert len(done.described["cause"].splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BLOCKED_SHARE", "half"),
        ("MONITOR_SINCE", "2025-03-01"),
        ("BYTES_BUDGET", "2 GB"),
        ("FULL_CRAWL_DAYS", "a month"),
    ],
)
def test_a_setting_that_cannot_be_read_is_said_before_anything_is_fetched(tmp_path: Path, name: str, value: str):
    with PortalServer(GrowingPortal(columns=1, articles=3)) as server:
        done = server.crawl(tmp_path, "incremental", **{name: value})
        assert not server.served
    assert done.status == 2
    assert f"the setting {name} = {value!r} cannot be read: " in done.stats["xianzhi/cause"]
