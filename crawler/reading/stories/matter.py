"""How much of its wording a part of a page shares with another: reports of one county do hardly, sections of one do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.stories.parts import Part

# Share of the groups of three characters that two reports of one county have in common anyway.
COMMON = 0.03
_TELLING_CHARACTERS = 2000


def shared_wording(part: Part, story: Sequence[Part]) -> float:
    """Return the share of the groups of three characters of *part* that stand in *story* too."""
    told = grams("".join(line.text for piece in story for line in piece.texts))
    text = "".join(line.text for line in part.texts)[:_TELLING_CHARACTERS]
    return sum(text[i : i + 3] in told for i in range(len(text) - 2)) / max(1, len(text))


def grams(text: str) -> set[str]:
    """Return the groups of three characters of *text*."""
    return {text[i : i + 3] for i in range(len(text) - 2)}


def differ(groups: Sequence[Sequence[Part]]) -> bool:
    """Return whether each of *groups* tells of something else than the one before it, most of them at least."""
    shares = [shared_wording(group[0], before) for before, group in pairwise(groups)]
    return sum(share < COMMON for share in shares) * 5 >= len(shares) * 4


def wording(title: str, text: str) -> float:
    """Return the share of the pairs of characters of *title* that stand in *text*."""
    pairs = [title[i : i + 2] for i in range(len(title) - 1)]
    return sum(pair in text for pair in pairs) / max(1, len(pairs))
