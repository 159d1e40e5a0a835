"""Scores of reading that may rise and must not fall; tests/bench/reading prints them page by page."""

from __future__ import annotations

import pytest

from tests.bench.reading.corpus import CONTRADICTED_DAYS, Case, chinese_web, government, imitation, samples
from tests.bench.reading.ours import read
from tests.bench.reading.perturbed import PERTURBATIONS
from tests.bench.reading.scoring import score
from tests.bench.reading.seeds import results, scorer
from tests.bench.reading.table import measure
from tests.bench.reading.transplanted import cases

SHARED_ABSENT = "no shared pages beside the repository"


def group(cases: list[Case]) -> list[Case]:
    if not cases:
        pytest.skip(SHARED_ABSENT)
    return cases


def share(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1] if pair[1] else 1.0


def test_chinese_pages_keep_their_score():
    row = measure(group(chinese_web()), read)
    assert row.f1 >= 0.959
    assert share(row.marks["charset"]) == 1.0
    assert share(row.marks["day"]) >= 0.83
    assert share(row.marks["time"]) >= 0.95
    assert share(row.marks["authors"]) >= 0.96
    undisputed = measure([case for case in chinese_web() if case.name not in CONTRADICTED_DAYS], read)
    assert share(undisputed.marks["day"]) >= 0.95


def test_government_pages_keep_their_score():
    row = measure(group(government()), read)
    assert row.f1 >= 0.999
    assert row.leaked == 0
    for mark in ("title", "day", "time", "undated", "source", "wrong", "authors", "column"):
        assert share(row.marks[mark]) == 1.0, mark
    assert share(row.marks["site"]) >= 0.92


def test_every_imitation_page_is_read_nearly_exactly():
    for case in group(imitation()):
        result = score(case, read(case))
        assert result.precision >= 0.97, case.name
        assert result.recall >= 0.99, case.name


def test_the_repositorys_own_samples_are_read_nearly_exactly():
    row = measure(samples(), read)
    assert row.f1 >= 0.997
    assert share(row.marks["title"]) >= 0.96
    assert share(row.marks["day"]) == 1.0
    assert share(row.marks["source"]) >= 0.98


@pytest.mark.parametrize(
    "name", ["classes and ids renamed", "comments removed", "wrapped, lists moved", "fonts sprinkled"]
)
def test_pages_are_read_as_well_without_what_only_one_system_calls_so(name: str):
    row = measure([PERTURBATIONS[name](case) for case in [*government(), *samples()]], read)
    assert row.f1 >= 0.997
    assert row.leaked == 0
    for mark, floor in (("title", 0.99), ("day", 1.0), ("time", 1.0), ("source", 0.99), ("authors", 1.0)):
        assert share(row.marks[mark]) >= floor, mark


def test_articles_are_found_in_pages_that_were_never_theirs():
    row = measure(list(cases(2)), read)
    assert row.f1 >= 0.97
    assert row.leaked == 0
    for mark in ("title", "source"):
        assert share(row.marks[mark]) >= 0.97, mark


def test_every_story_of_the_seeds_is_found_in_every_form():
    if scorer() is None:
        pytest.skip(SHARED_ABSENT)
    for seed, form, found in results():
        for part in ("stories", "joins"):
            right, asked = str(found[part]).split("/")
            assert right == asked, (seed, form, part)
        assert int(found["surplus"]) <= (seed == "004"), (seed, form)
