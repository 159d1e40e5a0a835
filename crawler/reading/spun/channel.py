"""What the bytes of a damaged text allow it to have been: a lattice of characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from crawler.reading.spun import gbk
from crawler.reading.spun.frequency import common, lead_log, trail_log, vanishing_log
from crawler.reading.spun.readings import BRACKETED, CUT_OFF, find_annotated, find_by_reading, table, toneless

# A character of which one byte or none is known.
UNKNOWN = "\ufffd"
# Logarithms of how likely a thing is: a sign found in the bytes, with a mark for the lone byte before it or without;
# a byte that is lost and leaves a mark, or none.
_CUT_MARKED, _CUT_BARE, _LOST_MARKED, _LOST_BARE = -0.5, -0.5, -0.5, -0.5
# Two signs of the cut kind in a row: hardly ever an author's.
_TWO_SIGNS = -4.0
# What vanished is counted as unknown; the words that it may be part of are so much the less.
_NAMED = -3.0
# A second pair vanishes behind the first about as often as any.
_AGAIN = -3.0
_MOST_VANISHED = 3
# A sign found across the second character that vanished and a third.
_CUT_AFTER = -5.0
# Below the one no pair begins; the other is a second byte that begins none, so that the pair behind it is in step.
_FIRST_LEAD, _LONE_TRAIL = 0x81, 0x80
# Of two characters that vanish, the first begins a word and the second ends one, as not any two characters do.
_WHOLE_WORDS = -0.5


class Stage(IntEnum):
    """Where a reader of the bytes stands: off by one, behind vanished pairs, or in step (in the order of reading)."""

    SHIFTED = 0
    VANISHED = 1
    IN_STEP = 2


class Node(NamedTuple):
    """A place in the shown text; *held* is the byte read ahead (SHIFTED) or how many pairs vanished (VANISHED)."""

    at: int
    stage: Stage
    held: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One of *characters* may have stood between two places; *kept* shown characters stay, 0 where it was damaged.

    *told* says that both bytes of the character are shown, if in other characters; *hidden* that the page shows only
    one of them and hides the other with a byte of the next one's, so that words alone tell.
    """

    target: Node
    characters: tuple[str, ...]
    log: float = 0.0
    kept: int = 0
    told: bool = False
    hidden: bool = False


def steps_from(shown: str, node: Node, bare: float) -> list[Step]:
    """Return the characters that may come next at *node* of the text *shown*.

    *bare* is the logarithm of how likely the page shows nothing for a lone byte, where others show a question mark.
    """
    if node.stage is Stage.IN_STEP:
        return _in_step(shown, node.at, bare)
    if node.stage is Stage.VANISHED:
        return _after_vanished(shown, node)
    return _shifted(shown, node, bare)


def _in_step(shown: str, at: int, bare: float) -> list[Step]:
    if at >= len(shown):
        return []
    cut = cut_by_reading(shown, at)
    end = _end_of_reading(shown, at)
    if end:
        return [Step(Node(end, Stage.IN_STEP), (shown[at],), kept=end - at, told=True), *cut]
    end = end_of_letter(shown, at)
    if end:  # of its own reading nothing is kept
        return [Step(Node(end, Stage.IN_STEP), (shown[at],), kept=1, told=True)]
    odd = shown[at] in gbk.CUT and shown[at] not in "！？!?" and shown[at + 1 : at + 2] in gbk.CUT
    plain = Step(Node(at + 1, Stage.IN_STEP), (shown[at],), _TWO_SIGNS if odd else 0.0, kept=1, told=True)
    return [plain, *cut, *_cut_by_sign(shown, at, bare)]


def _end_of_reading(shown: str, at: int, character: str = "") -> int:
    """Return where the reading ends that stands behind *at* for *character* (or what stands there), 0 if none does."""
    reading = BRACKETED.match(shown, at + 1)
    known = table().get(character or shown[at], ())
    return reading.end() if reading and toneless(reading.group(1)) in known else 0


def end_of_letter(shown: str, at: int) -> int:
    """Return where the reading ends that the ASCII letter *at* was given since it makes a pair with the byte before it.

    0 where it was given none: ``“l(fā)ocal`` is “local, with B0 6C across both.
    """
    if not "@" <= shown[at] <= "~":
        return 0
    reading = BRACKETED.match(shown, at + 1)
    pair = gbk.bytes_of().get(shown[at - 1]) if reading and at else None
    annotated = find_annotated(pair[1], reading.group(1)) if pair and reading else None
    return reading.end() if reading and annotated and gbk.bytes_of()[annotated][1] == ord(shown[at]) else 0


def cut_by_reading(shown: str, at: int) -> list[Step]:
    """Return the steps into a run that begins where a second byte and the byte behind it were annotated as one."""
    pair = gbk.bytes_of().get(shown[at])
    end = _end_of_reading(shown, at) or at + 1
    reading = CUT_OFF.match(shown, end)
    annotated = find_annotated(pair[1], reading.group(1)) if pair and reading else None
    if annotated is None or reading is None:
        return []
    held = gbk.bytes_of()[annotated][1]
    return [Step(Node(reading.end(), Stage.SHIFTED, held), (shown[at],), kept=end - at, told=True)]


def _cut_by_sign(shown: str, at: int, bare: float) -> list[Step]:
    """A3, the second byte here, and the first byte of the next character were taken for punctuation."""
    mark = shown[at] == "?"
    held = gbk.CUT.get(shown[at + mark : at + mark + 1])
    if held is None or BRACKETED.match(shown, at + mark):
        return []
    log = _CUT_MARKED if mark else _CUT_BARE + bare
    return [Step(Node(at + mark + 1, Stage.SHIFTED, held), gbk.with_trail(gbk.CUT_LEAD), log)]


def _shifted(shown: str, node: Node, bare: float) -> list[Step]:
    at, held = node.at, node.held
    if held < _FIRST_LEAD:  # a letter that was taken for a second byte
        return [Step(Node(at, Stage.IN_STEP), (chr(held),), told=True)]
    if at >= len(shown):
        return [Step(Node(at, Stage.IN_STEP), gbk.with_lead(held), _LOST_BARE + bare), *_vanished(shown, node)]
    reading = CUT_OFF.match(shown, at)
    if reading:
        annotated = find_annotated(held, reading.group(1))
        known = [Step(Node(reading.end(), Stage.IN_STEP), (annotated,), told=True)] if annotated else []
        return [*known, *_vanished(shown, node)]
    character = shown[at]
    pair = gbk.bytes_of().get(character)
    if character == "?":  # a mark for what was lost, or a sign at half width
        return [*_back_in_step(shown, node, bare), *_cut_again(shown, node, bare), *_vanished(shown, node)]
    if character in gbk.CUT:
        return [*_cut_again(shown, node, bare), *_vanished(shown, node)]
    if pair is None:
        return [*_back_in_step(shown, node, bare), *_vanished(shown, node)]
    found = _vanished(shown, node)
    whole, ended = gbk.pairs().get((held, pair[0])), gbk.pairs().get((held, _LONE_TRAIL))
    if whole:
        end = _end_of_reading(shown, at) or at + 1  # annotated where it was found, across two characters
        found.append(Step(Node(end, Stage.SHIFTED, pair[1]), (whole,), told=True))
    if ended:
        found.append(Step(Node(at, Stage.IN_STEP), (ended,), _LOST_BARE + bare))
    return found


def _vanished(shown: str, node: Node) -> list[Step]:
    """A pair vanished behind the held byte: its two characters are marked, but may make words with their neighbours."""
    split = shown[node.at - 1 : node.at] == ")"  # a reading stands between the bytes of what would be cut
    target = Node(node.at, Stage.VANISHED, 1)
    found = [Step(target, (UNKNOWN,), vanishing_log(node.held, cut=not split) + _WHOLE_WORDS)]
    named = common(gbk.vanishing(node.held))
    return [*found, Step(target, named, _NAMED, hidden=True)] if named else found


def _cut_again(shown: str, node: Node, bare: float) -> list[Step]:
    """The piece ends before punctuation; or the sign is the second byte of the held one's character and a next one."""
    found = [Step(Node(node.at, Stage.IN_STEP), gbk.with_lead(node.held), _LOST_BARE + bare)]
    whole = gbk.pairs().get((node.held, gbk.CUT_LEAD))
    if whole:
        held = gbk.CUT[shown[node.at]]
        found.append(Step(Node(node.at + 1, Stage.SHIFTED, held), (whole,), _CUT_BARE, told=True))
    return found


def _back_in_step(shown: str, node: Node, bare: float) -> list[Step]:
    """An ASCII character ends the run: as the second byte of a pair, or since it makes none with the byte before."""
    at, held, character = node.at, node.held, shown[node.at]
    found: list[Step] = []
    whole = gbk.pairs().get((held, ord(character))) if character.isascii() else None
    if whole:
        end = _end_of_reading(shown, at, whole) or at + 1
        found.append(Step(Node(end, Stage.IN_STEP), (whole,), told=True))
    if character == "?":
        following = shown[at + 1 : at + 2]
        if following and following not in gbk.CUT:
            # No sign ends the piece here, so the mark stands for an ASCII character as well.
            found.append(Step(Node(at, Stage.VANISHED, _MOST_VANISHED), (UNKNOWN,), _LOST_MARKED + lead_log(held)))
        found.append(Step(Node(at + 1, Stage.IN_STEP), gbk.with_lead(held), _LOST_MARKED))
    else:
        found.append(Step(Node(at, Stage.IN_STEP), gbk.with_lead(held), _LOST_BARE + bare))
    return found


def _after_vanished(shown: str, node: Node) -> list[Step]:
    """Behind vanished pairs the held byte is not known; a second byte, or a reading, may tell."""
    at = node.at
    again = Node(at, Stage.VANISHED, node.held + 1)
    found = [Step(again, (UNKNOWN,), _AGAIN)] if node.held < _MOST_VANISHED else []
    if at >= len(shown):
        return [*found, Step(Node(at, Stage.IN_STEP), (UNKNOWN,), _LOST_BARE)]
    reading = CUT_OFF.match(shown, at)
    if reading:
        known = find_by_reading(reading.group(1))
        return [*found, Step(Node(reading.end(), Stage.IN_STEP), known or (UNKNOWN,), 0.0 if known else _AGAIN)]
    if shown[at] in gbk.CUT and shown[at] != "?":
        cut = Step(Node(at + 1, Stage.SHIFTED, gbk.CUT[shown[at]]), gbk.with_trail(gbk.CUT_LEAD), _CUT_AFTER)
        return [*found, cut, Step(Node(at, Stage.IN_STEP), (UNKNOWN,), _LOST_BARE)]
    pair = gbk.bytes_of().get(shown[at])
    if pair:
        target = Node(_end_of_reading(shown, at) or at + 1, Stage.SHIFTED, pair[1])
        found.append(Step(target, (UNKNOWN,), trail_log(pair[0])))
        named = common(gbk.behind_vanished(pair[0])) if node.held == 1 else ()
        return [*found, Step(target, named, hidden=True)] if named else found
    if "@" <= shown[at] <= "~":
        reading = BRACKETED.match(shown, at + 1)
        known = find_by_reading(reading.group(1), ord(shown[at])) if reading else ()
        if reading and known:
            return [*found, Step(Node(reading.end(), Stage.IN_STEP), known)]
        return [*found, Step(Node(at + 1, Stage.IN_STEP), (UNKNOWN,), trail_log(ord(shown[at])))]
    end = at + (shown[at] == "?")
    return [*found, Step(Node(end, Stage.IN_STEP), (UNKNOWN,), _LOST_MARKED)]
