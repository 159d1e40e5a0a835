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
