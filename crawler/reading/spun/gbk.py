"""The byte pairs of GBK, in which spinners cut texts."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

LEADS = range(0x81, 0xFF)
TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))

# Full-width punctuation is A3 and one of these bytes; a page may print it at half width.
CUT = {"！": 0xA1, "（": 0xA8, "，": 0xAC, "：": 0xBA, "；": 0xBB, "？": 0xBF}
CUT |= {chr(byte - 0x80): byte for byte in CUT.values()}
CUT_LEAD = 0xA3
# User-defined areas are AAA1 to AFFE and F8A1 to FEFE.
_GONE, _LOWEST_GONE = frozenset({*range(0xAA, 0xB0), *range(0xF8, 0xFF)}), 0xA1


@cache
def pairs() -> dict[tuple[int, int], str]:
    """Return the character of each byte pair of GBK that is assigned one."""
    found: dict[tuple[int, int], str] = {}
    for lead in LEADS:
        for trail in TRAILS:
            character = bytes((lead, trail)).decode("gbk", "ignore")
            if len(character) == 1 and ord(character) > 0x7F:
                found[lead, trail] = character
    return found


@cache
def bytes_of() -> dict[str, tuple[int, int]]:
    """Return the byte pair of each character of GBK."""
    return {character: pair for pair, character in pairs().items()}


@cache
def _by_byte(position: int) -> dict[int, tuple[str, ...]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for pair, character in pairs().items():
        found[pair[position]].append(character)
    return {byte: tuple(characters) for byte, characters in found.items()}


def with_lead(lead: int) -> tuple[str, ...]:
    """Return the characters whose first byte is *lead*."""
    return _by_byte(0).get(lead, ())


def with_trail(trail: int) -> tuple[str, ...]:
    """Return the characters whose second byte is *trail*."""
    return _by_byte(1).get(trail, ())


@cache
def vanishing(lead: int) -> tuple[str, ...]:
    """Return the characters of first byte *lead* whose second one makes no character with most first bytes."""
    return tuple(one for one in with_lead(lead) if bytes_of()[one][1] in _GONE and one not in CUT)


@cache
def behind_vanished(trail: int) -> tuple[str, ...]:
    """Return the characters of second byte *trail* whose first one makes no character behind such a second byte."""
    return tuple(one for one in with_trail(trail) if bytes_of()[one][0] >= _LOWEST_GONE)
