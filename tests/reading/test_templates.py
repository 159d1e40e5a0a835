"""Articles of systems that no sample comes from are read whole, and nothing beside them."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.templates import TEMPLATES
from tests.reading.templates_web import WEB_TEMPLATES

EVERY = TEMPLATES | WEB_TEMPLATES


@pytest.mark.parametrize("name", EVERY)
def test_the_article_of_another_system_is_read_and_nothing_beside_it(name: str):
    template = EVERY[name]
    documents = read_documents(template.page.encode(), template.url)
    assert len(documents) == 1
    found = documents[0]
    assert found.paragraphs == template.paragraphs
    assert found.captions == template.captions
    assert not [text for text in template.absent if text in found.text]


@pytest.mark.parametrize("name", EVERY)
def test_what_another_system_says_of_its_article_is_read(name: str):
    template = EVERY[name]
    found = read_documents(template.page.encode(), template.url)[0]
    assert template.title in (None, found.title)
    assert template.published in (None, found.published)
    assert not (template.undated and found.published)
    assert template.source in (None, found.source)
    assert template.column in (None, found.column)
    if template.authors is not None:
        assert tuple(author.name for author in found.authors) == template.authors
