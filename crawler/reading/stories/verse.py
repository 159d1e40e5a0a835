"""Poems and rhymes among the stories of a page: rows of short lines, none of which is a headline but the first."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.stories.furniture import is_rubric
from crawler.reading.stories.lines import StoryLine

_LONGEST_VERSE = 24
# A story has a kicker, a headline, a subtitle and each of them in two lines at the most.
_FEWEST_UNSIGNED, _FEWEST = 7, 3
_DASHES = ("—", "–", "－")
_SENTENCES = pattern(r"[。；]|[！？][”』」]?$")
# 灯前翻旧信，/ 一字一乡情。
_CLASSICAL = pattern(r"^[\u4e00-\u9fff]{4,7}[，。；！？]$|^[\u4e00-\u9fff]{4,7}[，、][\u4e00-\u9fff]{4,7}[。；！？]$")
_SHORT = frozenset({"head", "text", "row"})


def tell_verse(lines: Sequence[StoryLine]) -> None:
    """Make rows of the lines of poems, whose headline and writer stay what they are."""
    start = 0
    running = [line for line in lines if line.kind not in {"furniture", "caption"}]
    while start < len(running):
        end = start
        while end < len(running) and may_be_verse(running[end]):
            end += 1
        if end > start:
            _tell(running, start, end)
        start = end + 1


def _tell(lines: Sequence[StoryLine], start: int, end: int) -> None:
    """Tell verse among the short lines from *start* to *end*, what heads the story below them excepted."""
    signed = start > 0 and lines[start - 1].kind == "byline" and start > 1 and lines[start - 2].kind == "head"
    first = start if signed else start + 1
    last = end - _heads_below(lines, start, end)
    if last - first < (_FEWEST if signed else _FEWEST_UNSIGNED - 1) and not (
        last - first >= _FEWEST and _rhymes(lines[first:last])
    ):
        return
    for line in lines[first:last]:
        line.kind, line.number, line.verse = "row", None, True


def _rhymes(lines: Sequence[StoryLine]) -> bool:
    """Whether *lines* are of one measure, with a comma in each: 矿灯亮，靴帽牢."""
    return len({len(line.text) for line in lines}) == 1 and all("，" in line.text for line in lines)


def _heads_below(lines: Sequence[StoryLine], start: int, end: int) -> int:
    """Return how many of the short lines before *end* head what follows them."""
    below = lines[end] if end < len(lines) else None
    # Who wrote the last poem of a page may stand below it.
    if below is None or below.kind == "head":
        return 0
    # Who wrote a poem may stand below it: what he heads, then, is neither text nor verse.
    if below.kind == "byline" and not _is_headed(lines, end + 1):
        return 0
    heads = 1
    while end - heads > start and lines[end - heads].text.startswith(_DASHES):
        heads += 1
    return heads


def _is_headed(lines: Sequence[StoryLine], at: int) -> bool:
    """Whether text, or verse, begins at line *at*."""
    following = lines[at : at + _FEWEST]
    if following and following[0].kind in {"text", "lead"}:
        return True
    return len(following) == _FEWEST and all(map(may_be_verse, following))


def may_be_verse(line: StoryLine) -> bool:
    """Return whether *line*, seen alone, may be one of a poem: short, and a sentence at most."""
    short = line.kind in _SHORT and len(line.text) <= _LONGEST_VERSE and not line.strong and not line.number
    sentence = _SENTENCES.search(line.text) and not (_CLASSICAL.match(line.text))
    return short and not line.authors and not sentence and not is_rubric(line.text)
