"""How often the characters of a spun text occur, and how often their bytes."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache

from crawler.reading.spun import gbk
from crawler.reading.spun.script import simplified_pattern, simplify_each
from crawler.reading.spun.words import word_frequencies

# A spinner leaves these as they are in Simplified texts, so they stand in spun ones; their Traditional forms do not.
LEFT_SIMPLE = frozenset("后于干系范斗制里面只云")
_NEVER = frozenset("後於乾幹係繫範鬥製裡裏麵隻雲")
# Signs of every page, a hundred characters: the dictionary has words only.
_SIGNS = {
    "，": 0.05,
    "。": 0.03,
    "、": 0.02,
    "“": 0.006,
    "”": 0.006,
    "《": 0.003,
    "》": 0.003,
    "：": 0.003,
    "；": 0.002,
}
_SIGNS |= {"（": 0.002, "）": 0.002, "—": 0.002, "？": 0.001, "！": 0.001, "…": 0.001, "·": 0.001, "\u3000": 0.001}


_RARE = 3e-5


@cache
def is_spinners(character: str) -> bool:
    """Say whether a spinner leaves *character* in a text, rather than turn it into another.

    >>> is_spinners("發"), is_spinners("发"), is_spinners("后"), is_spinners("後")
    (True, False, True, False)
    """
    if character in LEFT_SIMPLE:
        return True
    return character not in _NEVER and not simplified_pattern().match(character)


@cache
def _shares() -> dict[str, float]:
    """Return the share that each character of GBK has in a spun text."""
    counts: defaultdict[str, int] = defaultdict(int)
    for word, times in word_frequencies().items():
        for character in word:
            counts[character] += times
    total = sum(counts.values())
    spun = {c: counts[simplify_each(c)] / total for c in gbk.bytes_of() if is_spinners(c)}
    return spun | _SIGNS


def share_of(character: str) -> float:
    """Return the share that the Chinese *character* has in a spun text, 0 for a sign."""
    return 0.0 if character in _SIGNS else _shares().get(character, 0.0)


@cache
def common(characters: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of *characters* that are not so rare that words with them can be left out."""
    return tuple(one for one in characters if share_of(one) > _RARE)


@cache
def _byte_shares() -> tuple[dict[int, float], dict[int, float]]:
    """Return the share of each first byte and of each second byte among the characters of spun texts."""
    leads: defaultdict[int, float] = defaultdict(float)
    trails: defaultdict[int, float] = defaultdict(float)
    for character, (lead, trail) in gbk.bytes_of().items():
        share = _shares().get(character, 0.0)
        leads[lead] += share
        trails[trail] += share
    return dict(leads), dict(trails)


@cache
def _gone_with(trail: int) -> float:
    """Return how likely the byte *trail* and the first byte of the next character make a pair that vanishes."""
    leads, _ = _byte_shares()
    return sum(leads.get(lead, 0.0) for lead in gbk.LEADS if (trail, lead) not in gbk.pairs())


@cache
def vanishing_log(lead: int, cut: bool = True) -> float:
    """Return how likely a character begins with the byte *lead* and vanishes with the first byte of the next one.

    As a logarithm: of a character in its place, read off by one byte. The signs that spinners look for never do where
    they *cut*, since they are found first.
    """
    shares = _shares()
    others = (one for one in gbk.with_lead(lead) if not cut or one not in gbk.CUT)
    gone = (shares.get(one, 0.0) * _gone_with(gbk.bytes_of()[one][1]) for one in others)
    return math.log(sum(gone) + 1e-9)


@cache
def lead_log(lead: int) -> float:
    """Return how likely a character begins with the byte *lead*, as a logarithm."""
    return math.log(_byte_shares()[0].get(lead, 0.0) + 1e-7)


@cache
def trail_log(trail: int) -> float:
    """Return how likely a character ends with the byte *trail*, as a logarithm."""
    return math.log(_byte_shares()[1].get(trail, 0.0) + 1e-7)
