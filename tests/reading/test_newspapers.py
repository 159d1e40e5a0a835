"""The sites of dailies, each read in every field."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.newspapers import CAPTION, KICKER, PAGES, SUBTITLE, TEXTS, TITLE

SOURCES = {
    "people": "人民日报",
    "gmw": "光明日报",
    "cyol": "中国青年报",
    "dahe": "河南日报",
    "zjrb": "浙江日报",
    "southcn": "南方日报",
    "xhrb": "新华日报",
}
WHOLE = [*SOURCES, "gxrb"]


@pytest.mark.parametrize("name", WHOLE)
def test_an_article_of_a_daily_is_read_with_its_decks(name: str):
    url, page = PAGES[name]
    (found,) = read_documents(page.encode(), url)
    assert (found.kicker, found.title, found.subtitle) == (KICKER, TITLE, SUBTITLE)
    assert [text.removesuffix("③4") for text in found.paragraphs] == list(TEXTS)
    assert (found.published, found.source) == ("2024-04-02", SOURCES.get(name))
    assert found.authors[0].name == "韦小满"


@pytest.mark.parametrize("name", ["people", "dahe", "southcn"])
def test_the_picture_of_a_daily_has_its_caption(name: str):
    url, page = PAGES[name]
    (found,) = read_documents(page.encode(), url)
    assert found.captions == (CAPTION,)


@pytest.mark.parametrize(("name", "stories"), [("county weixin reprint", 3), ("page as text td", 3)])
def test_several_stories_are_told_apart(name: str, stories: int):
    url, page = PAGES[name]
    found = read_documents(page.encode(), url)
    assert [document.title for document in found][:stories] in (
        [TITLE, "球场夜夜沸腾", "白马乡开机插秧"],
        [TITLE, "白马乡开机插秧", "球场夜夜沸腾"],
    )
    assert not [document for document in found if document.kicker or "责任编辑" in document.text]
