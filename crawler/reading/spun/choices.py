"""The characters that may have stood in one place, with what their words have to know of each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from crawler.reading.spun.brackets import CLOSES, OPENS
from crawler.reading.spun.frequency import is_spinners, share_of
from crawler.reading.spun.script import simplify_each
from crawler.reading.spun.words import followers, word_score

# What a character costs that the spinner would have turned into another.
_FOREIGN = -8.0
# So much of a text is in words that no dictionary has: names above all.
_UNKNOWN_WORDS = 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """*characters* of one step, what each costs and what it is worth *alone*, and how words are looked up.

    *judged* are their Simplified forms, *kinds* the set of these and *places* where each stands; *followed* gives the
    place of each that begins words, with the characters that come second in them. *best* is the place of the one that
    is worth most, *log* the logarithm of the probability of all together.
    """

    characters: tuple[str, ...]
    costs: tuple[float, ...]
    alone: tuple[float, ...]
    judged: tuple[str, ...]
    followed: tuple[tuple[int, frozenset[str]], ...]
    kinds: frozenset[str]
    places: dict[str, tuple[int, ...]]
    brackets: tuple[str, ...]
    best: int
    log: float


def _alone(character: str, judged: str) -> float:
    """Return the log probability of *character*, *judged* in Simplified, as a word or as part of one nobody knows."""
    found = word_score(judged) or 0.0
    share = _UNKNOWN_WORDS * share_of(character)
    return math.log(math.exp(found) + share) if share else found


@lru_cache(maxsize=20_000)
def choice_of(characters: tuple[str, ...], kept: bool) -> Choice:
    """Return the choice among *characters*, which the page shows if *kept* and which were put back if not."""
    judged = tuple(simplify_each(one).replace("著", "着") for one in characters)
    costs = tuple(0.0 if kept or is_spinners(one) else _FOREIGN for one in characters)
    alone = tuple(cost + _alone(one, form) for cost, one, form in zip(costs, characters, judged, strict=True))
    places: dict[str, tuple[int, ...]] = {}
    for place, one in enumerate(judged):
        places[one] = (*places.get(one, ()), place)
    high = max(alone)
    return Choice(
        characters,
        costs,
        alone,
        judged,
        tuple((place, followers()[one]) for place, one in enumerate(judged) if one in followers()),
        frozenset(judged),
        places,
        tuple(one for one in characters if one in OPENS or one in CLOSES),
        alone.index(high),
        high + math.log(sum(math.exp(one - high) for one in alone)),
    )
