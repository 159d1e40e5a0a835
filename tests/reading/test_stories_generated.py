"""Digests and newspaper pages set by a newsroom: the share of stories read exactly, by kind of page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crawler.reading.blocks import Block
from crawler.reading.stories import StoryText, split_stories
from tests.reading.newsroom import Newsroom, Story, interrupt, is_read

Page = tuple[list[Story], list[str], str | None]
_PAGES = 25
_NUMBERS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: f"{n}、",
    "dotted": lambda n: f"{n}. ",
    "circled": lambda n: chr(ord("①") + n - 1),
    "han": lambda n: "一二三四五六七八九"[n - 1] + "、",
    "bracketed": lambda n: f"（{'一二三四五六七八九'[n - 1]}）",
}


def _newspaper(*styles: str, cuts: int = 3, pictures: bool = False) -> Callable[[Newsroom], Page]:
    def make(room: Newsroom) -> Page:
        pick = room.random
        stories = [
            room.story(pick.choice(styles), pick.randint(0, cuts), pick.choice((0, 0, 0, 2)))
            for _ in range(pick.randint(2, 15))
        ]
        lines: list[str] = []
        for story in stories:
            lines += [room.noise()] if pick.random() < 0.2 else []
            at = next(i for i, line in enumerate(story.lines) if len(line) > 30)
            picture = [room.caption()] if pictures and pick.random() < 0.5 else []
            lines += [*story.lines[:at], *picture, *story.lines[at:]]
        return stories, lines, None

    return make


def _digest(number: str, *styles: str) -> Callable[[Newsroom], Page]:
    def make(room: Newsroom) -> Page:
        pick = room.random
        stories = [room.story(pick.choice(styles), 0, pick.choice((0, 0, 2))) for _ in range(pick.randint(3, 8))]
        marked = [[_NUMBERS[number](n) + s.lines[0], *s.lines[1:]] for n, s in enumerate(stories, 1)]
        return (
            stories,
            [line for lines in marked for line in lines],
            pick.choice(("青石一周要闻", "《青石日报》双桥专刊")),
        )

    return make


def _interrupted(broken: str, *styles: str) -> Callable[[Newsroom], Page]:
    def make(room: Newsroom) -> Page:
        pick = room.random
        whole = room.story(broken)
        before, between, after = (
            [room.story(pick.choice(styles)) for _ in range(pick.randint(low, high))]
            for low, high in ((0, 2), (1, 3), (0, 2))
        )
        lines = [line for story in before for line in story.lines] + interrupt(room, whole, between)
        return [*before, whole, *between, *after], lines + [line for story in after for line in story.lines], None

    return make


def _is_read_in(read: list[StoryText], story: Story) -> bool:
    return any(
        is_read(
            story,
            found.title,
            f"{found.kicker or ''}{found.title or ''}{found.subtitle or ''}",
            found.paragraphs,
            {author.name for author in found.authors},
        )
        for found in read
    )


@pytest.mark.parametrize(
    ("kind", "make", "floor"),
    [
        ("signed in the lead", _newspaper("lead"), 0.98),
        ("signed under the headline", _newspaper("under"), 0.98),
        ("signed below", _newspaper("line"), 0.98),
        ("signed in brackets", _newspaper("bracket"), 0.97),
        ("photo stories among others", _newspaper("lead", "lead", "photo"), 0.97),
        ("signed each in its way", _newspaper("lead", "under", "line", "bracket", "photo"), 0.98),
        ("with pictures", _newspaper("lead", "under", "line", "bracket", pictures=True), 0.98),
        ("some not signed", _newspaper("lead", "lead", "line", "none"), 0.73),
        *((f"digest with {number} numbers", _digest(number, "line", "bracket"), 0.98) for number in _NUMBERS),
        *((f"unsigned digest with {number} numbers", _digest(number, "none"), 0.98) for number in _NUMBERS),
        ("broken off, then a byline", _interrupted("lead", "line"), 0.94),
        ("broken off among photo stories", _interrupted("line", "line", "photo"), 0.94),
        ("broken off, with nothing that ends the story between", _interrupted("lead", "lead"), 0.87),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_stories_of_a_set_page_are_read_exactly(kind: str, make: Callable[[Newsroom], Page], floor: float):
    read = wanted = 0
    for seed in range(_PAGES):
        stories, lines, title = make(Newsroom(seed))
        found = split_stories([Block(line) for line in lines], title)
        read += sum(_is_read_in(found, story) for story in stories)
        wanted += len(stories)
    assert read / wanted >= floor, f"{kind}: {read} of {wanted}"
