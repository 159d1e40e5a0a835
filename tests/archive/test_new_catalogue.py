"""Crawls that begin at once make the catalogue of their holdings at once."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from archive.catalogue import Catalogue

_CRAWLS = 6


def _begin(holdings: Path, number: int, ready: Barrier) -> None:
    ready.wait()
    catalogue = Catalogue(holdings)
    row = {"started": "2025-03-12T00:00:00Z", "outcome": "complete"}
    assert catalogue.put_crawl("shiqiao", str(number), row, str(number))
    catalogue.close()


# SQLite refuses one opening in thirty where nobody waits for another.
@pytest.mark.parametrize("turn", range(25))
def test_crawls_that_begin_at_once_all_open_the_catalogue_that_none_has_made_yet(tmp_path: Path, turn: int):
    fork = multiprocessing.get_context("fork")
    ready = fork.Barrier(_CRAWLS)
    crawls = [fork.Process(target=_begin, args=(tmp_path, number, ready)) for number in range(_CRAWLS)]
    for crawl in crawls:
        crawl.start()
    for crawl in crawls:
        crawl.join()
    assert [crawl.exitcode for crawl in crawls] == [0] * _CRAWLS
    catalogue = Catalogue(tmp_path)
    assert catalogue.query("SELECT count(*) FROM crawls") == [(_CRAWLS,)]
    catalogue.close()
