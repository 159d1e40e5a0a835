"""Whole pages of the Chinese web of 1998 to 2008, made by chance, are read nearly exactly; floors may rise, not fall."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.bench.reading.scoring import body_score, squeeze
from tests.reading.web2005 import Gold, Made, generate

SEEDS = range(20_050_507, 20_050_507 + 180)
FLOORS = {"title": 0.9, "published": 0.93, "source": 0.93, "authors": 0.93, "nothing leaked": 0.95}
LEAST_PRECISION, LEAST_RECALL = 0.97, 0.975


def judge(made: Made) -> dict[str, float]:
    """Return how the page *made* is read: precision and recall of its body, and 1 or 0 for each field it has."""
    documents = read_documents(made.body, made.url)
    found, gold = documents[0], made.gold
    free = set(map(squeeze, gold.optional))
    told = "\n".join(text for one in documents for text in one.paragraphs if squeeze(text) not in free)
    precision, recall, _ = body_score(told, "\n".join(gold.paragraphs))
    marks = {"precision": precision, "recall": recall, "nothing leaked": float(not _leaked(gold, told))}
    for name, wanted, got in (
        ("title", gold.title, found.title),
        ("source", gold.source, found.source),
        ("authors", gold.authors, tuple(one.name for one in found.authors)),
        ("published", gold.published, found.published),
    ):
        if wanted is not None or name == "published":
            marks[name] = float(wanted == got)
    return marks


def _leaked(gold: Gold, told: str) -> list[str]:
    said = squeeze(told)
    return [text for text in gold.absent if squeeze(text) in said]


@pytest.fixture(scope="module")
def results() -> list[dict[str, float]]:
    return [judge(generate(seed)) for seed in SEEDS]


def mean(results: list[dict[str, float]], name: str) -> float:
    marks = [result[name] for result in results if name in result]
    return sum(marks) / len(marks)


def test_a_seed_gives_the_same_page_each_time():
    assert generate(7).body == generate(7).body


def test_bodies_of_older_pages_are_read_whole_and_nothing_beside_them(results: list[dict[str, float]]):
    assert mean(results, "precision") >= LEAST_PRECISION
    assert mean(results, "recall") >= LEAST_RECALL


@pytest.mark.parametrize("name", FLOORS)
def test_fields_of_older_pages_are_read(results: list[dict[str, float]], name: str):
    assert mean(results, name) >= FLOORS[name]
