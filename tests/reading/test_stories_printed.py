"""Pages of a harsh printing room: the share of stories found, of cuts joined, of writers named; nothing in surplus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest

from crawler.reading.blocks import Block
from crawler.reading.stories import split_stories
from tests.reading.printroom import Printroom, Read, Score, Sheet, score

_PAGES = 60


def _read(sheet: Sheet) -> list[Read]:
    stories = split_stories([Block(line) for line in sheet.lines], sheet.title)
    return [
        Read(
            f"{story.kicker or ''}{story.title or ''}{story.subtitle or ''}",
            "\n".join(story.paragraphs),
            {author.name for author in story.authors},
        )
        for story in stories
    ]


def _total(scores: list[Score]) -> Score:
    counted = [field.name for field in fields(Score) if field.type == "int"]
    return Score(**{name: sum(getattr(one, name) for one in scores) for name in counted})


@pytest.mark.parametrize(
    ("make", "found", "joined", "signed", "surplus"),
    [
        (Printroom.page, 0.985, 0.985, 0.99, 0.015),
        (Printroom.digest, 0.96, 1.0, 1.0, 0.01),
    ],
    ids=["newspaper pages", "digests"],
)
def test_harsh_pages_are_read_story_by_story(
    make: Callable[[Printroom], Sheet], found: float, joined: float, signed: float, surplus: float
):
    sheets = [make(Printroom(seed)) for seed in range(_PAGES)]
    total = _total([score(sheet, _read(sheet)) for sheet in sheets])
    assert total.found >= found * total.wanted, f"found {total.found} of {total.wanted}"
    assert total.joined >= joined * total.seams, f"joined {total.joined} of {total.seams}"
    assert total.signed >= signed * total.found, f"signed {total.signed} of {total.found}"
    assert total.surplus <= surplus * total.wanted, f"{total.surplus} in surplus beside {total.wanted}"


def test_long_articles_with_subheads_boxes_and_two_signatures_stay_whole():
    assert [seed for seed in range(_PAGES * 2) if len(_read(Printroom(seed).article())) > 1] == []
