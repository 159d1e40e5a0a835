"""The text that a spinner damaged, put back from its bytes and the likelihood of its words."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.reading.patterns import pattern
from crawler.reading.spun import gbk
from crawler.reading.spun.channel import cut_by_reading
from crawler.reading.spun.paths import Taken, best_path
from crawler.reading.spun.readings import BRACKETED, CUT_OFF, find_by_reading
from crawler.reading.spun.script import simplify_each
from crawler.reading.spun.words import score

UNSURE = "\ufffd"
# So much undamaged text on both sides of a damaged run helps to judge it.
_MARGIN = 8
_CONTEXT = 300
# How sure a character must be that the page shows in two halves, in a word or alone, and one of which it shows half.
_SURE_WORD, _SURE_TOLD, _SURE_GUESSED = 0.97, 0.99, 0.998
_STANDS_ALONE = frozenset("，。、：；“”《》")
_PEEK = 6
_LONGEST_RUN = 60
_LEAST_GAIN, _SURE_GAIN = -4.0, 8.0
# The logarithm a character from which a text is one that somebody may have written.
_LIKELY = -8.3
# The logarithm for what a page that marks lone bytes hardly ever does; below the second one only what the bytes behind
# a sign make likelier is looked at.
UNUSUAL, _DOUBTFUL = -6.0, -2.0
# A cut in so many characters is usual, and what a spinner cuts never stands whole in its text.
_CUT_EVERY, _WHOLE_COUNTS = 700, 2000
# A mark for a lone byte, then the sign that cut it off.
MARKED_SIGN = pattern(r"\?[！（，：；？](?=[\u0100-\uffff@-~])")
# The second byte of a character whose first one was lost shows as a letter among Chinese characters.
_LONE_LETTER = pattern(rf"[\u3400-\uffe5]{{0,{_PEEK}}}?[@-~](?![!-~])")
_HANZI = pattern(r"[\u4e00-\u9fff]")
_CLOCK = pattern(r"[:：][0-5]\d(?!\d)")
_LABEL = pattern(r"(?:[来來]源|[时時][间間]|日期|[责責][编編]|[电電][话話]|[阅閱浏瀏][读讀览覽])$")
_LONGEST_LABEL = 30
# Behind a cut stands no row of kana, of Zhuyin or of Cyrillic or Greek letters: pairs of bytes that are off by one.
SIGN = pattern(
    r"(\??)([！（，：；？!(,:;?])(?![\u3041-\u30ff]{2}|[\u3105-\u3129][\u3105-\u3129ˉˊˇˋ˙)）]|[\u0370-\u04ff]{3})"
)


@dataclass(frozen=True, slots=True)
class Inversion:
    """A text with its splices undone: *restored* characters were put back, *unsure* ones are U+FFFD in it.

    *undamaged* is the text without what the damage reached.
    """

    text: str
    undamaged: str
    restored: int = 0
    unsure: int = 0


def bareness(texts: Sequence[str]) -> float:
    """Return the logarithm of how likely the page that holds *texts* shows nothing for a byte that lost its partner.

    Most pages show a question mark, and many cut nothing. A long page that marks nothing, on which nothing was surely
    cut, or on which stands what would have been cut, is one that does not cut.
    """
    different = set(texts)
    if any(MARKED_SIGN.search(text) for text in different):
        return UNUSUAL
    if any(is_surely_cut(text, sign.end(), _SURE_GAIN) for text in different for sign in SIGN.finditer(text)):
        return 0.0
    characters = sum(len(_HANZI.findall(text)) for text in texts)
    whole = sum(len(_cut_pattern().findall(text)) for text in texts)
    return max(UNUSUAL, -(characters + _WHOLE_COUNTS * whole) / _CUT_EVERY)


@cache
def _cut_pattern() -> re.Pattern[str]:
    """Return a pattern of two characters whose inner bytes are those of a sign that spinners look for."""
    seconds = {character for byte in gbk.CUT.values() for character in gbk.with_lead(byte)}
    return re.compile(f"[{''.join(gbk.with_trail(gbk.CUT_LEAD))}][{''.join(sorted(seconds))}]")


def invert(shown: str, bare: float = UNUSUAL) -> Inversion:
    """Return *shown* with the splices of a spinner undone; readings of undamaged characters are left in it.

    *bare* is the logarithm of how likely the page shows nothing for a byte that lost its partner: see ``bareness``.

    >>> invert("人心思變?yōu)槿罕娹k實事").text
    '人心思變為群眾辦實事'
    """
    parts: list[tuple[str, bool]] = []
    done = 0
    for start, end in _windows(shown, bare):
        parts.append((shown[done:start], False))
        path = best_path(shown[start:end], bare, shown[max(0, start - _CONTEXT) : start], shown[end : end + _CONTEXT])
        own = {sign.start(2) - start for sign in SIGN.finditer(shown, start, end) if _stands_by_right(shown, sign)}
        parts += _printed(shown[start:end], path, own)
        done = end
    parts.append((shown[done:], False))
    unsure = sum(restored and text == UNSURE for text, restored in parts)
    return Inversion(
        "".join(text for text, _ in parts),
        "".join(UNSURE if restored else text for text, restored in parts),
        sum(restored for _, restored in parts) - unsure,
        unsure,
    )


def _printed(shown: str, path: Sequence[Taken], own: Set[int]) -> list[tuple[str, bool]]:
    """Return what is printed for each character of *path*, and whether it is something that the page does not show.

    There is no doubt of what the page shows at one of the places *own*.
    """
    doubtful = [taken.sure < _least(taken) and not (taken.kept and taken.at in own) for taken in path]
    for place, taken in enumerate(path):
        if doubtful[place] and taken.kept and taken.character.isascii():
            # What may be half of a character stands behind the sign that cut it.
            signs = [
                at for at in range(max(0, place - _PEEK), place) if path[at].kept and path[at].character in gbk.CUT
            ]
            doubtful[signs[-1] if signs else place] = True
    return [
        (shown[taken.at : taken.at + taken.kept], False)
        if taken.kept and not doubts
        else (UNSURE if doubts else taken.character, True)
        for taken, doubts in zip(path, doubtful, strict=True)
    ]


def _least(taken: Taken) -> float:
    """Return how sure *taken* must be: a sign may be all that is left of two characters, a letter half of one."""
    firm = taken.in_word or taken.character in _STANDS_ALONE  # signs stand alone by nature
    return _SURE_GUESSED if not taken.told else _SURE_WORD if firm else _SURE_TOLD


def _windows(shown: str, bare: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *shown* that may hold damage, in order, apart from each other, no reading cut in two."""
    inside = [(match.start() - 1, match.end()) for match in CUT_OFF.finditer(shown)]
    start = end = -1
    for at, run in sorted(_starts(shown, bare)):
        first = _moved(inside, max(0, at - _MARGIN), 0)
        if first > end >= 0:
            yield start, end
            start = first
        elif start < 0:
            start = first
        end = max(end, _moved(inside, min(len(shown), _end_of_run(shown, run) + _MARGIN), 1))
    if start >= 0:
        yield start, end


def _moved(readings: list[tuple[int, int]], at: int, side: int) -> int:
    """Return *at*, or the start (*side* 0) or end (1) of the annotated character in which it falls."""
    place = bisect_left(readings, (at, -1)) - 1
    while place >= 0 and readings[place][0] < at < readings[place][1]:
        at = readings[place][side]
        place += 1 if side else -1
        if place >= len(readings):
            break
    return at


def _starts(shown: str, bare: float) -> set[tuple[int, int]]:
    """Return where damage may begin, and where the run off by one byte begins behind it."""
    places = [match.start() for match in CUT_OFF.finditer(shown)]
    annotated = {match.end(): match.start() for match in BRACKETED.finditer(shown)}
    starts: set[tuple[int, int]] = set()
    for place in places:
        at = annotated.get(place, place) - 1
        starts |= {(at, step.target.at) for step in cut_by_reading(shown, at) if at >= 0}
    for match in SIGN.finditer(shown):
        if BRACKETED.match(shown, match.start(2)) or _stands_by_right(shown, match):
            continue
        if match.group(1) or _looks_cut(shown, match.end(), bare):
            starts.add((match.start(), match.end()))
    return starts | set(_before_letters(shown))


def _stands_by_right(shown: str, sign: re.Match[str]) -> bool:
    """Say whether the colon *sign* is a clock's (13:02) or a label's (來源：), which nothing was swallowed before."""
    if sign.group(2) not in ":：" or sign.group(1):
        return False
    before = BRACKETED.sub("", shown[max(0, sign.start() - _LONGEST_LABEL) : sign.start()])
    if before[-1:].isdecimal() and _CLOCK.match(shown, sign.start()):
        return True
    # 告诉记者。后… shows a colon behind 记者 as well, and then what the bytes say otherwise is likelier.
    return bool(_LABEL.search(before)) and sign_gain(shown, sign.end()) < 0


def _before_letters(shown: str) -> Iterator[tuple[int, int]]:
    """Yield ASCII letters that are given a Chinese reading, and where the last sign stands before: halves of pairs."""
    for reading in BRACKETED.finditer(shown, 1):
        at = reading.start() - 1
        if "@" <= shown[at] <= "~" and find_by_reading(reading.group(1), ord(shown[at])):
            signs = list(SIGN.finditer(shown, max(0, at - _LONGEST_RUN), at))
            yield from [(sign.start(), sign.end()) for sign in signs[-1:]]
            yield at, at + 1


def _looks_cut(shown: str, at: int, bare: float) -> bool:
    """Say whether the text behind the sign before *at* may be off by one byte though no mark stands before the sign."""
    if bare < _DOUBTFUL:
        return sign_gain(shown, at) >= _LEAST_GAIN
    closes = at >= len(shown) or shown[at] in gbk.CUT or shown[at] in "\n。”"
    least = min(_LEAST_GAIN, 2 * _LEAST_GAIN - 2 * bare)
    likely = closes or max(sign_gain(shown, at), sign_gain(shown, at, 1)) >= least
    return likely or _LONE_LETTER.match(shown, at) is not None


def sign_gain(shown: str, at: int, skipped: int = 0) -> float:
    """Return how much likelier *shown* is off by one byte behind the sign that ends at *at*, as a logarithm.

    Minus infinity where the bytes forbid it. The first *skipped* characters follow bytes that vanished.
    """
    return _gain(shown[at - 1], shown[at : at + _PEEK], skipped)


@lru_cache(maxsize=4096)
def _gain(sign: str, behind: str, skipped: int) -> float:
    return max(
        (score(there) - score(here) for here, there in _readings_off_by_one(sign, behind, skipped)), default=-math.inf
    )


def is_surely_cut(shown: str, at: int, gain: float) -> bool:
    """Say whether *shown* is so much likelier off by one byte behind the sign before *at*, and likely at all then.

    Rare characters, letters of other scripts and signs are unlikely either way.
    """
    if sign_gain(shown, at) < gain:
        return False
    found = _readings_off_by_one(shown[at - 1], shown[at : at + _PEEK], 0)
    return any(score(there) - score(here) >= gain and score(there) >= _LIKELY * len(there) for here, there in found)


def _readings_off_by_one(sign: str, behind: str, skipped: int) -> list[tuple[str, str]]:
    """Return what is shown *behind* the *sign*, and what it was if the sign's second byte was the first one of more."""
    found: list[tuple[str, str]] = []
    here, there = "", ""
    held = gbk.CUT[sign]
    for number, character in enumerate(behind):
        pair = gbk.bytes_of().get(character)
        if number < skipped and pair:
            held = pair[1]
            continue
        ended = chr(held) if held < 0x80 else gbk.pairs().get((held, 0x80))
        if ended and here:  # a letter was taken for a second byte, or one that begins no pair was lost
            found.append((simplify_each(here), simplify_each(there + ended)))
        whole = gbk.pairs().get((held, pair[0] if pair else ord(character) if character.isascii() else 0))
        if whole is None or character in gbk.CUT:
            break
        here += character
        there += whole
        if pair is None:
            break
        held = pair[1]
    return [*found, (simplify_each(here), simplify_each(there))] if here else found


def _end_of_run(shown: str, at: int) -> int:
    """Return where a run that begins at *at* must have ended: behind an ASCII character, at a sign or the end."""
    while at < len(shown):
        reading = CUT_OFF.match(shown, at)
        if reading:
            at = reading.end()
        elif shown[at] in gbk.bytes_of() and shown[at] not in gbk.CUT:
            at += 1
        else:
            break
    return at + 1
