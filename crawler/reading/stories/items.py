"""Items of a digest whose headline runs into their text: 【…】近日， and 1.…。3月5日，"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine, read_story_lines
from crawler.reading.stories.numbers import read_number, without_number
from crawler.reading.stories.sentences import is_sentence_opening

# 【15:42】 before an entry of what is told by the hour is no headline.
_BOXED = pattern(r"^(?:[●■◆★▲◎□]\s?)?【(?P<head>(?![\d\s:：.年月日时分-]+】)[^【】]{4,40})】\s*(?P<text>.{20,})$", re.S)
_BOXED_ALONE = pattern(r"^【(?P<head>[^【】]{5,40})】$")
_SENTENCE = pattern(r"^(?P<head>[^，,。；;：:]{4,34}?)(?:[。！？!?]|[ \u3000])\s*(?P<text>.{20,})$", re.S)
# 以诚招商 以情留商: the second half of a headline in two of one measure.
_HALF = pattern(r"^(?P<head>[^，,。；;：: ]{4,12})(?:[。！？!?]| )\s*(?P<text>.{20,})$", re.S)
_STOPS = " \u3000。：:"
# ▲青石镇危桥换新颜: a mark of captions, and of items where no sentence follows it.
_POINTED = pattern(r"^▲\s?(?P<head>[^。，]{5,34})$")
_APART = pattern(r"^(?:NO|No|no|PART|Part|part)?[.\s]*0?(\d{1,2})[.、．]?$")
_LONGEST_NUMBER = 7
_FEWEST = 3


def part_items(lines: Sequence[StoryLine]) -> list[StoryLine]:
    """Return *lines*, those of a digest, with the headline of each item on a line of its own.

    Nothing is parted unless there are three items of one make, with headlines of their own each.
    """
    if _number_apart(lines):
        return list(lines)
    alone = {i: match["head"] for i, line in enumerate(lines) if (match := _alone(line))}
    if _are_heads(alone):
        for number, i in enumerate(alone, 1):
            pointed = lines[i].text.startswith("▲")
            lines[i].kind, lines[i].number = "head", ("bullet", 0) if pointed else ("boxed", number)
        return list(lines)
    for style, read in _MAKES:
        found = {i: item for i, line in enumerate(lines) if (item := read(line))}
        if _are_heads({i: item.head for i, item in found.items()}):
            return _parted(lines, found, style)
    return list(lines)


def _number_apart(lines: Sequence[StoryLine]) -> bool:
    """Number the headlines below a number on a line of its own: 01, NO.2, （三）, and say whether there are any.

    The first number may have been taken for what stands above an article.
    """
    found: list[tuple[int, int]] = []
    for i, (line, following) in enumerate(pairwise(lines)):
        value = _alone_number(line.text) if following.kind == "head" and not following.number else 0
        opens = not found and (value == 1 or (value == 2 and lines[0].kind == "head"))
        if opens or (found and value == found[-1][1] + 1):
            found.append((i, value))
    if len(found) < 2:
        return False
    if found[0][1] == 2:
        lines[0].number = ("zero", 1)
    for i, value in found:
        lines[i].kind, lines[i + 1].number = "furniture", ("zero", value)
    return True


def _alone_number(text: str) -> int:
    """Return the number that is all *text* is, or 0."""
    if len(text) > _LONGEST_NUMBER:
        return 0
    if (match := _APART.match(text)) is not None:
        return int(match[1])
    number = read_number(text)
    return number[1] if number and not without_number(text) else 0


class _Item(NamedTuple):
    """An item's headline as printed, as it is compared, and the text behind it."""

    printed: str
    head: str
    text: str


def _are_heads(found: dict[int, str]) -> bool:
    return len(found) >= _FEWEST and len(set(found.values())) == len(found)


def _alone(line: StoryLine) -> re.Match[str] | None:
    if line.kind == "head":
        return _BOXED_ALONE.match(line.text)
    return _POINTED.match(line.text) if line.kind == "caption" and not line.credit else None


def _boxed(line: StoryLine) -> _Item | None:
    match = _BOXED.match(line.text)
    return _Item(f"【{match['head']}】", match["head"], match["text"]) if match else None


def _numbered(line: StoryLine) -> _Item | None:
    if line.kind != "text" or read_number(line.text) is None:
        return None
    text = without_number(line.text)
    match = None if is_sentence_opening(text) else _SENTENCE.match(text)
    if match is None:
        return None
    head, told = match["head"], match["text"]
    half = _HALF.match(told) if text[len(head)] == " " else None
    if half and len(half["head"]) == len(head):
        head, told = f"{head} {half['head']}", half["text"]
    return _Item(line.text[: len(line.text) - len(text)] + head, head, told)


def _bold(line: StoryLine) -> _Item | None:
    """The item that *line* holds if it opens with a headline in bold."""
    if not line.run:
        return None
    end = line.text.find(line.run) + len(line.run)
    printed, text = line.text[:end].rstrip(_STOPS), line.text[end:].lstrip(_STOPS)
    head = without_number(printed)
    heads = _SHORTEST <= len(head) <= _LONGEST and not re.search(r"[，。；]", head) and len(text) >= _SOME
    return _Item(printed, head, text) if heads else None


_SHORTEST, _LONGEST, _SOME = 5, 40, 20
_MAKES: tuple[tuple[str, Callable[[StoryLine], _Item | None]], ...] = (
    ("boxed", _boxed),
    ("bold", _bold),
    ("digits", _numbered),
)


def _parted(lines: Sequence[StoryLine], found: dict[int, _Item], style: str) -> list[StoryLine]:
    result: list[StoryLine] = []
    for i, line in enumerate(lines):
        item = found.get(i)
        if item is None:
            result.append(line)
            continue
        number = read_number(line.text) if style == "digits" else (style, len([n for n in found if n <= i]))
        result.append(StoryLine(item.printed, "head", line.strong, number))
        result.extend(read_story_lines([Block(item.text)]))
    return result
