"""Whole pages of the newer web, composed with a fixed seed: how many are read exactly."""

from __future__ import annotations

import random
from collections import Counter

from crawler.reading import read_documents
from tests.reading.web2020 import Case, Desk
from tests.reading.web2020_more import MORE
from tests.reading.web2020_named import NAMED
from tests.reading.web2020_news import NEWS
from tests.reading.web2020_people import PEOPLE

SITES = (*NEWS, *NAMED, *PEOPLE, *MORE)
STYLES = ("news", "news", "essay", "note", "market")
# What is read exactly of as many pages; a change may raise it.
FLOORS = {"text": 0.93, "absent": 0.96, "title": 1.0, "published": 0.99, "source": 0.99, "authors": 0.97, "column": 1.0}


def compose(seed: int) -> Case:
    """Return the page of the site that is *seed*'s turn."""
    style = random.Random(seed).choice(STYLES)
    return SITES[seed % len(SITES)](Desk(seed, style))


def faults(case: Case) -> set[str]:
    """Return what of *case* is not read exactly: of the text, what stands beside it, the fields."""
    documents = read_documents(case.page.encode(), case.url)
    read, found = documents[0], set()
    either = {_squeeze(text) for text in (*case.either, *case.captions)}
    told = [_squeeze(text).lstrip("▲") for document in documents for text in document.paragraphs]
    # Lines that end without a stop may be joined: the text counts, not how it is broken.
    if "".join(text for text in told if text not in either) != "".join(map(_squeeze, case.paragraphs)):
        found.add("text")
    if any(_squeeze(text) in "".join(told) for text in case.absent):
        found.add("absent")
    for name in ("title", "published", "source", "column"):
        if getattr(case, name) not in (None, getattr(read, name)):
            found.add(name)
    if case.authors not in (None, tuple(author.name for author in read.authors)):
        found.add("authors")
    return found


def _squeeze(text: str) -> str:
    return "".join(text.split())


def test_composed_pages_of_the_newer_web_keep_their_score():
    seeds = range(7, 7 + 5 * len(SITES))
    missed = Counter(name for seed in seeds for name in faults(compose(seed)))
    assert {name: (1 - missed[name] / len(seeds)) >= floor for name, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )
