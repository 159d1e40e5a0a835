"""The text that a spinner damaged, put back from its bytes and the likelihood of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.reading.spun import gbk
from crawler.reading.spun.channel import cut_by_reading
from crawler.reading.spun.lattice import Taken, best_path
from crawler.reading.spun.readings import BRACKETED, CUT_OFF
from crawler.reading.spun.words import score

UNSURE = "\ufffd"
# So much undamaged text on both sides of a damaged run helps to judge it.
_MARGIN = 8
_SURE = 0.999
_PEEK = 6
_SIGN = re.compile(r"(\??)([！（，：；？!(,:;?])")


@dataclass(frozen=True, slots=True)
class Inversion:
    """A text with its splices undone: *restored* characters were put back, *unsure* ones are U+FFFD in it.

    *undamaged* is the text without what the damage reached.
    """

    text: str
    undamaged: str
    restored: int = 0
    unsure: int = 0


def invert(shown: str) -> Inversion:
    """Return *shown* with the splices of a spinner undone; readings of undamaged characters are left in it.

    >>> invert("人心思變?yōu)槿罕娹k實事").text
    '人心思變為群眾辦實事'
    """
    parts: list[tuple[str, bool]] = []
    done = 0
    for start, end in _windows(shown):
        parts.append((shown[done:start], False))
        parts += [_printed(shown[start:end], taken) for taken in best_path(shown[start:end])]
        done = end
    parts.append((shown[done:], False))
    unsure = sum(restored and text == UNSURE for text, restored in parts)
    return Inversion(
        "".join(text for text, _ in parts),
        "".join(UNSURE if restored else text for text, restored in parts),
        sum(restored for _, restored in parts) - unsure,
        unsure,
    )


def _printed(shown: str, taken: Taken) -> tuple[str, bool]:
    """Return what is printed for *taken*, and whether it is something that the page does not show."""
    if taken.kept:
        return shown[taken.at : taken.at + taken.kept], False
    return (taken.character if taken.sure >= _SURE else UNSURE), True


def _windows(shown: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *shown* that may hold damage, in order and apart from each other."""
    start = end = -1
    for at in sorted(_starts(shown)):
        first, last = max(0, at - _MARGIN), _end_of_run(shown, at)
        if first > end >= 0:
            yield start, end
            start = first
        elif start < 0:
            start = first
        end = max(end, min(len(shown), last + _MARGIN))
    if start >= 0:
        yield start, end


def _starts(shown: str) -> set[int]:
    found = {match.start() - 1 for match in CUT_OFF.finditer(shown)}
    starts = {at for at in found if at >= 0 and cut_by_reading(shown, at)}
    for match in _SIGN.finditer(shown):
        if not BRACKETED.match(shown, match.start(2)) and (match.group(1) or _looks_cut(shown, match.end())):
            starts.add(match.start())
    return starts


def _looks_cut(shown: str, at: int) -> bool:
    """Say whether the text behind the sign before *at* reads no worse off by one byte than as it stands."""
    held, there, here = gbk.CUT[shown[at - 1]], "", ""
    for character in shown[at : at + _PEEK]:
        pair = gbk.bytes_of().get(character)
        whole = gbk.pairs().get((held, pair[0] if pair else ord(character) if character.isascii() else 0))
        if whole is None:
            break
        here += character
        there += whole
        if pair is None:
            break
        held = pair[1]
    return bool(here) and score(there) >= score(here) - 1.0


def _end_of_run(shown: str, at: int) -> int:
    """Return where the run that begins at *at* must have ended: behind an ASCII character, at a sign or the end."""
    reading = CUT_OFF.match(shown, at + 1)
    at = reading.end() if reading else at + 1 + (shown[at] == "?")
    while at < len(shown) and shown[at] in gbk.bytes_of() and shown[at] not in gbk.CUT:
        at += 1
    reading = CUT_OFF.match(shown, at)
    return reading.end() if reading else at + 1
