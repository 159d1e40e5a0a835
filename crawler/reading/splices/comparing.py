"""Where two copies of one text differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

# Fewer equal characters on a side prove no common place.
_ANCHOR = 8
_LONGEST_COMPARED = 4000
_EDGE = "\x00" * _ANCHOR


class Difference(NamedTuple):
    """Characters *start* to *end* of a paragraph, in place of which its copy says *instead* (empty: nothing)."""

    start: int
    end: int
    instead: str


def squeeze(text: str) -> tuple[str, list[int]]:
    """Return *text* without white space, and where each character of the result stands in *text*."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    return "".join(text[place] for place in places), places


def find_difference(text: str, copy: str, before: str = "", behind: str = "") -> Difference | None:
    """Return what *text* has where *copy* goes on without it, None where they agree or are no copies of each other.

    All without white space. *before* and *behind* are what stands around *text*: they hold its place where it has too
    little on that side itself; where there is nothing, the ends of *copy* hold it.

    >>> find_difference("今天上午大会在县城开幕，某某公司董事长出席。", "今天上午大会在县城开幕。")
    Difference(start=11, end=21, instead='')
    """
    if not text or text in copy:
        return None
    before, behind, edged = before[-_ANCHOR:], behind[:_ANCHOR], _EDGE + copy + _EDGE
    tries = ((before, behind, copy), (before or _EDGE, behind or _EDGE, edged))
    found = [one for one in (_difference(text, other, lead, trail) for lead, trail, other in tries) if one]
    return min(found, key=lambda one: one.end - one.start, default=None)


def _difference(text: str, copy: str, lead: str, trail: str) -> Difference | None:
    whole = lead + text + trail
    head = _longest_prefix(whole, copy)
    tail = min(_longest_suffix(whole, copy), len(whole) - head)
    if head < _ANCHOR or tail < _ANCHOR // 2:
        return None
    at = copy.find(whole[:head]) + head
    resume = copy.find(whole[len(whole) - tail :], max(0, at - _ANCHOR))
    if resume < 0 or resume - at > _LONGEST_COMPARED:
        return None
    if resume < at:
        # What the splice and the text behind it have in common was counted on both sides.
        tail, resume = tail - (at - resume), at
    start, end = max(0, head - len(lead)), min(len(text), len(whole) - tail - len(lead))
    # A paragraph's last sign may have been taken for the one before it, and its first for the one behind.
    if start == 0 and lead.endswith(text[end:]):
        end = len(text)
    if end == len(text) and trail.startswith(text[:start]):
        start = 0
    return Difference(start, end, copy[at:resume].strip(_EDGE)) if start < end and tail > 0 else None


def _longest_prefix(text: str, copy: str) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in copy else (low, middle - 1)
    return low


def _longest_suffix(text: str, copy: str) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[len(text) - middle :] in copy else (low, middle - 1)
    return low


def find_insertions(text: str, beginning: str) -> list[Difference]:
    """Return what *text* has besides *beginning*, which gives only its first characters, as a description does."""
    text, beginning = text[:_LONGEST_COMPARED], beginning[:_LONGEST_COMPARED]
    blocks = SequenceMatcher(None, text, beginning, autojunk=False).get_matching_blocks()
    firm = [block for block in blocks if block.size >= _ANCHOR]
    return [
        Difference(one.a + one.size, other.a, beginning[one.b + one.size : other.b])
        for one, other in pairwise(firm)
        if other.a > one.a + one.size
    ]
