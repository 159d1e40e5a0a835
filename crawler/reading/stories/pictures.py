"""Pictures that are stories of their own: whose caption tells an event that no text beside it does."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.matter import grams, wording
from crawler.reading.stories.parts import Part

_LONE_PICTURE = 30
# A picture story says some of its headline again.
_LONGEST_STORY, _SAID = 250, 0.3
# When a picture was taken: it tells an event of its own.
_TAKEN = pattern(r"^(?:[上下左右]图[:：为]?\s?)?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|连日来|昨日|昨天)")


def group_pictures(parts: Sequence[Part]) -> list[list[Part]] | None:
    """Return each picture of a sheet that holds nothing else as a story, or None: every caption has its credit."""
    lines = [line for part in parts for line in part.body]
    alone = len(lines) > 1 and all(line.kind == "caption" and line.credit for line in lines)
    return [[Part(body=[line])] for line in lines] if alone and not any(part.heads for part in parts) else None


def is_picture_story(group: Sequence[Part]) -> bool:
    """Return whether *group* is a short report that its photographer alone signs, under a headline that sums it up."""
    part = group[0]
    if len(group) > 1 or len(part.heads) != 1 or not (part.is_photo_signed and part.is_news):
        return False
    return (
        part.size <= _LONGEST_STORY and wording(part.heads[0].text, "".join(line.text for line in part.texts)) >= _SAID
    )


def with_lone_pictures(groups: list[list[Part]]) -> list[list[Part]]:
    """Give a picture that tells an event of its own, at the end of a story or above the first, a place of its own."""
    first = groups[0][0]
    above = first.body[:1] if not first.heads and first.texts and first.body[0].credit else []
    if above and _is_lone(above[0], [Part(body=first.body[1:]), *groups[0][1:]]):
        groups[0][0] = Part(under=first.under, body=first.body[1:], closer=first.closer)
        groups = [[Part(body=above)], *groups]
    result: list[list[Part]] = []
    for group in groups:
        tail = group[-1]
        lone: list[StoryLine] = []
        while tail.texts and tail.body[-1].kind == "caption" and _is_lone(tail.body[-1], group):
            lone.insert(0, tail.body.pop())
        result.append(group)
        result.extend([Part(body=[line])] for line in lone)
    return result


def _is_lone(caption: StoryLine, group: list[Part]) -> bool:
    if len(caption.text) < _LONE_PICTURE or not _TAKEN.match(caption.text):
        return False
    told = grams("".join(line.text for part in group for line in (*part.heads, *part.texts)))
    shown = grams(caption.text)
    return len(shown & told) < 0.15 * len(shown)
