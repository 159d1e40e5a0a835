"""How portals stand, told from the catalogue or, where it cannot be asked, from the crawl folders."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.catalogue import Catalogue
from archive.causes import read_causes
from archive.language import Said
from archive.lock import PortalLock
from archive.progress import Live, read_progress, write_progress
from archive.status import direction, last_full, read_status

COUNTS = {"pages": 40, "documents": 30, "duplicates": 2, "failures": {"timeout": 2, "no such host": 1}}


def hold(holdings: Path, portal: str, outcomes: Sequence[str], **words: object) -> None:
    """Put one crawl a day of *portal*, ended with *outcomes*, into the folders and the catalogue."""
    catalogue = Catalogue(holdings)
    for day, outcome in enumerate(outcomes, 1):
        folder = holdings / portal / f"202503{day:02}T063500Z"
        folder.mkdir(parents=True)
        ended = None if outcome == "running" else f"2025-03-{day:02}T06:40:00Z"
        cause = "no page was fetched" if outcome == "failed" else None
        described = {"portal": portal, "title": "澧县人民政府", "kind": "full", "outcome": outcome, "cause": cause}
        described |= {"started": f"2025-03-{day:02}T06:35:00Z", "ended": ended, "counts": COUNTS, **words}
        (folder / "crawl.json").write_text(json.dumps(described), encoding="utf-8")
        assert catalogue.put_crawl(portal, folder.name, described, f"{portal}/{folder.name}")
    catalogue.close()


def test_the_last_run_and_the_last_good_one_are_told_apart(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "complete", "failed"])
    hold(tmp_path, "hunan_taoyuan", ["failed"])
    (lixian, taoyuan), faults = read_status(tmp_path)
    assert not faults
    assert (lixian.last.crawl, lixian.last.cause) == ("20250303T063500Z", "no page was fetched")
    assert lixian.last_good.crawl == "20250302T063500Z"
    assert lixian.title == "澧县人民政府"
    assert taoyuan.last_good is None


def test_counts_by_cause_are_summed(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete"])
    (status,), _ = read_status(tmp_path, "hunan_lixian")
    assert (status.last.documents, status.last.count("failures"), status.last.count("absent")) == (30, 3, 0)


def test_a_run_that_nobody_works_at_any_more_was_cut_off(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "running"])
    (status,), _ = read_status(tmp_path)
    assert not status.running
    assert (status.last.outcome, status.last.cause) == ("interrupted", "the process ended without closing the crawl")
    lock = PortalLock(tmp_path / "hunan_lixian")
    (status,), _ = read_status(tmp_path)
    assert status.running
    assert status.last.outcome == "running"
    assert status.as_line()["running"]["crawl"] == "20250302T063500Z"
    lock.release()


def test_without_a_catalogue_the_folders_are_read(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "failed"])
    (told,), _ = read_status(tmp_path)
    (tmp_path / "catalogue.sqlite").unlink()
    (read,), faults = read_status(tmp_path)
    assert not faults
    assert read == told
    assert not (tmp_path / "catalogue.sqlite").exists()


@pytest.mark.parametrize("damage", [b"no database", None])
def test_a_catalogue_that_cannot_be_read_is_one_line_and_the_folders_tell(tmp_path, damage):
    hold(tmp_path, "hunan_lixian", ["complete"])
    path = tmp_path / "catalogue.sqlite"
    other = sqlite3.connect(path)
    if damage is None:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
    else:
        other.close()
        path.write_bytes(damage)
    (status,), faults = read_status(tmp_path)
    other.close()
    assert status.last.outcome == "complete"
    (fault,) = faults
    assert "catalogue.sqlite" in fault
    assert "\n" not in fault


def test_a_folder_that_cannot_be_read_is_named_and_the_others_go_on(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete"])
    (tmp_path / "catalogue.sqlite").unlink()
    broken = tmp_path / "hunan_taoyuan" / "20250301T063500Z"
    broken.mkdir(parents=True)
    (broken / "crawl.json").write_text('{"outcome"', encoding="utf-8")
    (status,), (fault,) = read_status(tmp_path)
    assert status.portal == "hunan_lixian"
    assert "hunan_taoyuan/20250301T063500Z/crawl.json" in fault


def test_the_trend_compares_with_the_middle_of_the_runs_before():
    assert direction((100, 2, 98, 101, 99)) == "steady"
    assert direction((100, 2, 98, 101, 20)) == "falling"
    assert direction((10, 12, 30)) == "rising"
    assert direction((0, 0)) == "steady"
    assert direction(()) is None


def test_the_last_full_crawl_is_a_good_one(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "failed"])
    assert last_full(tmp_path, "hunan_lixian") == datetime(2025, 3, 1, 6, 35, tzinfo=UTC)
    assert last_full(tmp_path, "hunan_taoyuan") is None


LIVE = Live(
    crawl="20250302T063500Z",
    at="2025-03-02T06:37:00Z",
    seconds=120.0,
    pages=90,
    documents=60,
    duplicates=3,
    unchanged=0,
    injections=1,
    failures=2,
    bytes=1_500_000,
    queue=30,
    rate=0.75,
)


def test_a_running_crawl_tells_how_far_it_is(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "running"])
    shelf = tmp_path / "hunan_lixian"
    write_progress(shelf, LIVE)
    (status,), _ = read_status(tmp_path)
    assert status.live is None, "no process holds the portal's lock: what the file says is of a crawl that was killed"
    lock = PortalLock(shelf)
    (status,), _ = read_status(tmp_path)
    lock.release()
    assert status.live == LIVE
    assert status.as_line()["live"]["seconds_left"] == 40


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"crawl": 1}', b'{"crawl": "20250302T063500Z", "pages": "many"}', b"\xff"]
)
def test_progress_that_cannot_be_read_is_none(tmp_path, content):
    (tmp_path / ".progress.json").write_bytes(content)
    assert read_progress(tmp_path) is None


def test_progress_of_another_crawl_than_the_newest_is_not_told(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "running"])
    write_progress(tmp_path / "hunan_lixian", replace(LIVE, crawl="20250101T000000Z"))
    lock = PortalLock(tmp_path / "hunan_lixian")
    (status,), _ = read_status(tmp_path)
    lock.release()
    assert status.live is None


def test_without_a_rate_the_time_left_is_unknown():
    assert replace(LIVE, rate=0.0).left is None


def test_what_scripts_are_told_keeps_its_names(tmp_path):
    hold(tmp_path, "hunan_lixian", ["complete", "running"])
    write_progress(tmp_path / "hunan_lixian", LIVE)
    lock = PortalLock(tmp_path / "hunan_lixian")
    (status,), _ = read_status(tmp_path)
    lock.release()
    line = json.loads(json.dumps(status.as_line()))
    run = ["portal", "crawl", "title", "kind", "started", "ended", "outcome", "cause", "counts", "folder"]
    assert list(line) == ["portal", "title", "running", "live", "last_run", "last_good", "runs", "trend"]
    assert [list(line[name]) for name in ("running", "last_run", "last_good")] == [run] * 3
    assert list(line["trend"]) == ["documents", "direction"]
    assert list(line["live"]) == [
        *("crawl", "at", "seconds", "pages", "documents", "duplicates", "unchanged", "injections", "failures"),
        *("bytes", "queue", "rate", "seconds_left"),
    ]


def test_a_cause_is_told_in_the_language_of_whoever_asks(tmp_path, monkeypatch):
    faults = [{"monitor": "PagesFetched", "zh": "一个网页都没有取到", "en": "no page was fetched"}, {"en": 3}, "odd"]
    hold(tmp_path, "hunan_lixian", ["failed"], counts={**COUNTS, "faults": faults})
    (status,), _ = read_status(tmp_path)
    assert status.last.why == "no page was fetched"
    monkeypatch.setattr("archive.language.language_spoken", lambda: "zh")
    assert status.last.why == "一个网页都没有取到"
    assert read_causes("没有空间了\n", {"faults": "odd"}) == [Said("没有空间了", "没有空间了")]
    assert read_causes(None, {}) == []


def test_a_crawl_that_was_killed_after_it_was_closed_once_tells_the_kill(tmp_path):
    faults = [{"monitor": "QueueDone", "zh": "未采完", "en": "not finished"}]
    hold(tmp_path, "hunan_lixian", ["running"], counts={**COUNTS, "faults": faults})
    (status,), _ = read_status(tmp_path)
    assert status.last.why == "the process ended without closing the crawl"


@pytest.mark.parametrize("catalogued", [True, False])
def test_of_all_portals_the_newest_runs_and_the_last_good_one_are_read(tmp_path, catalogued):
    hold(tmp_path, "hunan_lixian", ["complete", "complete", *["failed"] * 20])
    hold(tmp_path, "hunan_taoyuan", ["failed", "complete"])
    if not catalogued:
        (tmp_path / "catalogue.sqlite").unlink()
    (lixian, taoyuan), faults = read_status(tmp_path)
    assert not faults
    assert [run.crawl[6:8] for run in lixian.runs] == [f"{day:02}" for day in (*range(22, 10, -1), 2)]
    assert (lixian.held, taoyuan.held) == (22, 2)
    assert lixian.last_good.counts == COUNTS
    assert lixian.last.counts == COUNTS
    assert set(lixian.runs[5].counts) == {"documents", "duplicates"}, "older runs keep what a trend needs"
    assert lixian.trend == (32,) * 12
    (alone,), _ = read_status(tmp_path, "hunan_lixian")
    assert len(alone.runs) == 22
    assert all(run.counts == COUNTS for run in alone.runs)
    assert (alone.last, alone.last_good) == (lixian.last, lixian.last_good)
