"""Items of a digest whose headline runs into their text: 【…】近日， and 1.…。3月5日，"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine, read_story_lines
from crawler.reading.stories.numbers import read_number, without_number
from crawler.reading.stories.sentences import is_sentence_opening

_BOXED = pattern(r"^【(?P<head>[^【】]{4,40})】\s*(?P<text>.{20,})$", re.S)
_SENTENCE = pattern(r"^(?P<head>[^，,。；;：:]{4,34}?)(?:[。！？!?]|[ \u3000])\s*(?P<text>.{20,})$", re.S)
_FEWEST = 3


def part_items(lines: Sequence[StoryLine]) -> list[StoryLine]:
    """Return *lines*, those of a digest, with the headline of each item on a line of its own.

    Nothing is parted unless there are three items of one make, with headlines of their own each.
    """
    boxed = {i: match for i, line in enumerate(lines) if (match := _BOXED.match(line.text))}
    numbered = {i: match for i, line in enumerate(lines) if (match := _numbered(line))}
    for found, style in ((boxed, "boxed"), (numbered, "digits")):
        if len(found) >= _FEWEST and len({match["head"] for match in found.values()}) == len(found):
            return _parted(lines, found, style)
    return list(lines)


def _numbered(line: StoryLine) -> re.Match[str] | None:
    if line.kind != "text" or read_number(line.text) is None:
        return None
    text = without_number(line.text)
    return None if is_sentence_opening(text) else _SENTENCE.match(text)


def _parted(lines: Sequence[StoryLine], found: dict[int, re.Match[str]], style: str) -> list[StoryLine]:
    result: list[StoryLine] = []
    for i, line in enumerate(lines):
        match = found.get(i)
        if match is None:
            result.append(line)
            continue
        number = (style, len([n for n in found if n <= i])) if style == "boxed" else read_number(line.text)
        text = (
            f"【{match['head']}】"
            if style == "boxed"
            else line.text[: len(line.text) - len(match.group())] + match["head"]
        )
        result.append(StoryLine(text, "head", line.strong, number))
        result.extend(read_story_lines([Block(match["text"])]))
    return result
