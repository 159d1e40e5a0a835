"""A crawl that is killed goes on where it was: nothing is lost, nothing skipped, little fetched twice."""

from __future__ import annotations

import signal
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.checker import Checker

from tests.crawler.killing import AT_ONCE, crawl_with_kills

PAGES = 90


@pytest.mark.parametrize(("how", "kills"), [(signal.SIGKILL, 2), (signal.SIGTERM, 1)])
def test_a_crawl_cut_off_goes_on_until_every_page_is_kept(tmp_path: Path, how: signal.Signals, kills: int):
    account = crawl_with_kills(tmp_path / "holdings", PAGES, kills, seed=how, how=how)
    wanted = {f"/p/{number}" for number in range(PAGES)}

    assert account.statuses[-1] == 0
    assert account.outcomes[-1] == "complete"
    assert set(account.captured) == wanted
    assert set(account.documents) == wanted
    assert set(account.documents.values()) == {1}, "a document stands twice"
    # What was being fetched or read, and as many again not yet committed, may be fetched twice at each kill. SIGTERM
    # kills only a process that has not come to listen to it.
    killed = sum(status == -how for status in account.statuses)
    assert account.hits.total() - PAGES <= killed * 3 * AT_ONCE

    files = [str(path) for path in (tmp_path / "holdings").glob("*/*/*.warc.gz")]
    checker = Checker(SimpleNamespace(inputs=files, verbose=False))
    checker.process_all()
    assert checker.exit_value == 0
    assert not list((tmp_path / "holdings").rglob("*.open"))
    assert "Traceback" not in (tmp_path / "crawl.log").read_text("utf-8")
