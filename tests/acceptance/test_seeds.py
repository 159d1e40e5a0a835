"""The five seed documents, each as HTML of three forms, read and scored against the hand-made gold."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest

from crawler.reading import Document, read_documents

_SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[3] / "shared"))
_SCORER = _SHARED / "gold" / "seeds.py"
_FORMS = ("p", "br", "div")
_SEEDS = {"000": (6, 0), "001": (4, 0), "002": (1, 0), "003": (1, 0), "004": (10, 1)}  # stories, pictures alone

pytestmark = pytest.mark.skipif(not _SCORER.is_file(), reason=f"the seed documents are not at {_SHARED}")


@pytest.fixture(scope="module")
def seeds() -> ModuleType:
    spec = importlib.util.spec_from_file_location("seeds", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(seeds: ModuleType, seed: str, form: str) -> list[Document]:
    return read_documents(seeds.as_html(seed, form).encode(), "http://www.example.gov.cn/a/1.html")


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("seed", _SEEDS)
def test_every_story_and_every_join_of_a_seed_is_read(seeds: ModuleType, seed: str, form: str):
    stories, pictures = _SEEDS[seed]
    score = seeds.score(seed, [asdict(document) for document in _read(seeds, seed, form)])
    made, wanted = score["joins"].split("/")
    assert score["stories"] == f"{stories}/{stories}"
    assert score["authors"] == f"{stories}/{stories}"
    assert made == wanted
    assert score["surplus"] == pictures


@pytest.mark.parametrize("seed", ["000", "001", "004"])
def test_stories_of_a_page_are_numbered_and_have_ids_of_their_own(seeds: ModuleType, seed: str):
    documents = _read(seeds, seed, "p")
    assert [d.story.no for d in documents if d.story] == list(range(1, len(documents) + 1))
    assert {d.story.of for d in documents if d.story} == {len(documents)}
    assert len({d.id for d in documents}) == len(documents)


def test_the_picture_that_stands_alone_keeps_caption_and_photographer(seeds: ModuleType):
    picture = _read(seeds, "004", "p")[-1]
    assert picture.title is None
    assert picture.paragraphs == ()
    assert len(picture.captions) == 1
    assert [author.role for author in picture.authors] == ["摄"]


@pytest.mark.parametrize("seed", ["002", "003"])
def test_an_ordinary_article_stays_one_document(seeds: ModuleType, seed: str):
    assert [d.story for d in _read(seeds, seed, "div")] == [None]
