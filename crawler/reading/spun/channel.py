"""What the bytes of a damaged text allow it to have been: a lattice of characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from crawler.reading.spun import gbk
from crawler.reading.spun.readings import BRACKETED, CUT_OFF, find_annotated, table, toneless

_LOG_OF = {"marked": -1.0, "unmarked": -7.0, "lost": -1.0, "swallowed": -2.5, "hidden": -3.0}


class Stage(IntEnum):
    """Where a reader of the bytes stands: off by one, inside a vanished pair, or in step (the order of reading)."""

    SHIFTED = 0
    VANISHED = 1
    IN_STEP = 2


class Node(NamedTuple):
    """A place in the shown text; *held* is the byte read ahead (SHIFTED) or the group of vanishing pairs."""

    at: int
    stage: Stage
    held: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One of *characters* may have stood between two places; *kept* shown characters stay, 0 where it was damaged."""

    target: Node
    characters: tuple[str, ...]
    log: float = 0.0
    kept: int = 0


def steps_from(shown: str, node: Node) -> list[Step]:
    """Return the characters that may come next at *node* of the text *shown*."""
    if node.stage is Stage.IN_STEP:
        return _in_step(shown, node.at)
    if node.stage is Stage.VANISHED:
        return _after_vanished(shown, node)
    return _shifted(shown, node)


def _in_step(shown: str, at: int) -> list[Step]:
    if at >= len(shown):
        return []
    character = shown[at]
    reading = BRACKETED.match(shown, at + 1)
    if reading and toneless(reading.group(1)) in table().get(character, ()):
        return [Step(Node(reading.end(), Stage.IN_STEP), (character,), kept=reading.end() - at)]
    plain = Step(Node(at + 1, Stage.IN_STEP), (character,), kept=1)
    return [plain, *cut_by_reading(shown, at), *cut_by_sign(shown, at)]


def cut_by_reading(shown: str, at: int) -> list[Step]:
    """Return the steps into a run that begins where a second byte and the byte behind it were annotated as one."""
    pair = gbk.bytes_of().get(shown[at])
    reading = CUT_OFF.match(shown, at + 1)
    annotated = find_annotated(pair[1], reading.group(1)) if pair and reading else None
    if annotated is None or reading is None:
        return []
    held = gbk.bytes_of()[annotated][1]
    return [Step(Node(reading.end(), Stage.SHIFTED, held), (shown[at],), kept=1)]


def cut_by_sign(shown: str, at: int) -> list[Step]:
    """Return the steps into a run that begins where A3, as a second byte, and the byte behind it were a sign."""
    marked = shown[at] == "?"
    sign = shown[at + marked : at + marked + 1]
    held = gbk.CUT.get(sign)
    if held is None or BRACKETED.match(shown, at + marked):
        return []
    log = _LOG_OF["marked" if marked else "unmarked"]
    return [Step(Node(at + marked + 1, Stage.SHIFTED, held), gbk.with_trail(gbk.CUT_LEAD), log)]


def _shifted(shown: str, node: Node) -> list[Step]:
    at, held = node.at, node.held
    lost = gbk.with_lead(held)
    if at >= len(shown):
        return [Step(Node(at, Stage.IN_STEP), lost)]
    character = shown[at]
    reading = CUT_OFF.match(shown, at)
    annotated = find_annotated(held, reading.group(1)) if reading else None
    if annotated and reading:
        return [Step(Node(reading.end(), Stage.IN_STEP), (annotated,))]
    found: list[Step] = []
    if character in gbk.CUT:
        found += _cut_again(at, held, character)
    pair = gbk.bytes_of().get(character)
    if pair:
        whole = gbk.pairs().get((held, pair[0]))
        if whole:
            found.append(Step(Node(at + 1, Stage.SHIFTED, pair[1]), (whole,)))
        return found + _into_vanished(at, held)
    whole = gbk.pairs().get((held, ord(character))) if character.isascii() else None
    if whole:
        found.append(Step(Node(at + 1, Stage.IN_STEP), (whole,)))
    if character == "?":
        return [*found, Step(Node(at + 1, Stage.IN_STEP), lost, _LOG_OF["lost"])]
    return [*found, Step(Node(at, Stage.IN_STEP), lost, _LOG_OF["swallowed"])]


def _cut_again(at: int, held: int, sign: str) -> list[Step]:
    """The piece ends before punctuation; or *sign* is the second byte of the held one's character and a next."""
    found = [Step(Node(at, Stage.IN_STEP), gbk.with_lead(held), _LOG_OF["swallowed"])]
    whole = gbk.pairs().get((held, gbk.CUT_LEAD))
    if whole:
        found.append(Step(Node(at + 1, Stage.SHIFTED, gbk.CUT[sign]), (whole,), _LOG_OF["swallowed"]))
    return found


@cache
def _into(held: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    groups = []
    for number, (firsts, _) in enumerate(gbk.vanishing()):
        characters = tuple(gbk.pairs()[held, first] for first in sorted(firsts) if (held, first) in gbk.pairs())
        if characters:
            groups.append((number, characters))
    return tuple(groups)


def _into_vanished(at: int, held: int) -> list[Step]:
    return [Step(Node(at, Stage.VANISHED, n), characters, _LOG_OF["hidden"]) for n, characters in _into(held)]


@cache
def _out_of(group: int, trail: int) -> tuple[str, ...]:
    leads = gbk.vanishing()[group][1]
    return tuple(gbk.pairs()[lead, trail] for lead in sorted(leads) if (lead, trail) in gbk.pairs())


def _after_vanished(shown: str, node: Node) -> list[Step]:
    first, second = gbk.bytes_of()[shown[node.at]]
    return [Step(Node(node.at + 1, Stage.SHIFTED, second), _out_of(node.held, first))]
