"""A crawl succeeds only where it did what was expected of it."""

from __future__ import annotations

import pytest

from crawler.extensions.archiving import outcome_of
from crawler.monitors import Ending, exit_status, failures, find_faults

GOOD = {
    "xianzhi/pages": 40,
    "xianzhi/documents": 30,
    "column/news/links": 20,
    "column/notices/links": 15,
}
ENDING = Ending(reason="finished", waiting=0, columns=("news", "notices"))


def test_a_crawl_that_did_what_was_expected_has_no_fault():
    assert find_faults(GOOD, ENDING) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"xianzhi/pages": 0, "xianzhi/failures/timeout": 3}, "no page was fetched (3 timeout)"),
        ({"xianzhi/documents": 0}, "40 pages, but no document was read from them"),
        ({"column/news/links": 0}, "column 'news' links to nothing"),
        ({"xianzhi/blocked": 20}, "20 of 40 pages were challenges"),
        ({"xianzhi/errors": 1}, "1 errors in the program"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, int], fault: str):
    assert any(line.startswith(fault) for line in find_faults({**GOOD, **changes}, ENDING))


def test_a_crawl_of_nothing_but_what_is_held_already_is_no_failure():
    assert find_faults({**GOOD, "xianzhi/documents": 0, "xianzhi/duplicates": 30}, ENDING) == []


def test_a_few_challenges_are_no_failure():
    assert find_faults({**GOOD, "xianzhi/blocked": 2}, ENDING) == []


def test_an_unfinished_queue_is_a_fault_that_says_what_waits():
    (fault,) = find_faults(GOOD, Ending(reason="shutdown", waiting=7, columns=()))
    assert "7 requests wait" in fault


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
