"""How far a crawl is, for whoever asks while it runs, and the budget of bytes that ends it."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from scrapy import Spider
from scrapy.utils.test import get_crawler

from archive.progress import NAME as PROGRESS
from archive.progress import read_progress
from crawler.cli.commands import xianzhi
from crawler.extensions.progress import Progress
from tests.crawler.growing import NAME, GrowingPortal, Outcome, PortalServer


def test_status_tells_of_a_crawl_while_it_runs(tmp_path: Path):
    portal = GrowingPortal(columns=1, articles=20)
    ended: list[Outcome] = []
    with PortalServer(portal) as server:
        crawling = threading.Thread(
            target=lambda: ended.append(server.crawl(tmp_path, DOWNLOAD_DELAY=0.2, AUTOTHROTTLE_ENABLED=False))
        )
        crawling.start()
        until = time.monotonic() + 60
        while (live := read_progress(tmp_path / NAME)) is None or live.pages < 5:
            assert time.monotonic() < until
            assert crawling.is_alive()
            time.sleep(0.1)
        told = CliRunner(env={"COLUMNS": "120"}).invoke(xianzhi, ["status", "--json", "--holdings", str(tmp_path)])
        shown = CliRunner(env={"COLUMNS": "120"}).invoke(xianzhi, ["status", "--holdings", str(tmp_path)])
        crawling.join()
    (line,) = json.loads(told.stdout)["portals"]
    assert line["live"]["crawl"] == line["running"]["crawl"] == ended[0].folder.name
    assert 5 <= line["live"]["pages"] <= 25
    assert line["live"]["queue"] > 0
    assert 0 < line["live"]["rate"] < 8
    assert line["live"]["bytes"] > 0
    assert "runs now" in shown.stdout
    assert ended[0].status == 0, ended[0].log
    assert not list((tmp_path / NAME).glob(f"{PROGRESS}*")), "a crawl that ended leaves none behind"


def test_a_progress_file_that_cannot_be_written_harms_nothing(tmp_path: Path):
    class Portal(Spider):
        name = NAME

    crawler = get_crawler(Portal, {"EXTENSIONS": {}})
    progress = Progress.from_crawler(crawler)
    crawler.stats.set_value("xianzhi/folder", str(tmp_path / "gone" / "20250302T063500Z"))
    progress._tick()
    progress.crawl_ended()
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("kind", ["full", "incremental"])
def test_a_budget_of_bytes_ends_a_run_and_the_next_goes_on(tmp_path: Path, kind: str):
    portal = GrowingPortal(columns=2, articles=60, padding=100)
    with PortalServer(portal) as server:
        first = server.crawl(tmp_path, kind, BYTES_BUDGET=200_000, CONCURRENT_REQUESTS=1)
        again = server.crawl(tmp_path, kind)
    assert first.status == 1
    assert first.described["outcome"] == "interrupted"
    assert first.described["cause"].startswith("not finished (its budget of bytes is spent): ")
    assert 200_000 <= first.counts["bytes"] < 240_000
    assert again.folder == first.folder
    assert again.status == 0, again.log
    assert len(again.documents) == 60
    assert "faults" in again.counts
    assert again.counts["faults"] == []
