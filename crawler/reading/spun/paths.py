"""The likeliest characters of a damaged text, and how sure each of them is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from crawler.reading.spun.brackets import CLOSES, OPENS, bracket_fit, ends_short
from crawler.reading.spun.channel import UNKNOWN, Node, Stage, Step, steps_from
from crawler.reading.spun.choices import choice_of
from crawler.reading.spun.lattice import Arc, Lattice

# How much rarer a full stop is in a quotation of two characters, as a logarithm: newspapers have none.
_STOPS_SHORT = -4.0


@dataclass(frozen=True, slots=True)
class Taken:
    """A character of the likeliest text: shown at *at* (*kept* shown characters stay), *sure* from 0 to 1.

    *told* says that the page shows both of its bytes, so that only where the damage ends is in question; *in_word* that
    its neighbours make a word with it.
    """

    at: int
    character: str
    kept: int
    sure: float
    told: bool
    in_word: bool


def best_path(shown: str, bare: float, before: str = "", behind: str = "") -> list[Taken]:
    """Return the likeliest characters of *shown*; empty where its bytes allow none.

    *bare* is the logarithm of how likely the page shows nothing for a lone byte; *before* and *behind* are the text
    around, which tells whether a quotation is open.
    """
    steps = _steps(shown, bare)
    taken = _likeliest(steps, len(shown), lambda at: (before + shown[:at], shown[at:] + behind))
    if not any(not one.kept and (one.character in OPENS or one.character in CLOSES) for one in taken):
        return taken
    # A quotation that the damage hid at both ends is told by what was put back.
    text = "".join(one.character for one in taken)
    places = [one.at for one in taken]

    def around(at: int) -> tuple[str, str]:
        return before + text[: bisect_left(places, at)], text[bisect_right(places, at) :] + behind

    return _likeliest(steps, len(shown), around)


def _likeliest(steps: dict[Node, list[Step]], length: int, around: Callable[[int], tuple[str, str]]) -> list[Taken]:
    """Return the likeliest way through *steps*; *around* gives what stands before and behind a place."""
    nodes = sorted(steps)
    places = {node: place for place, node in enumerate(nodes)}
    goal = places.get(Node(length, Stage.IN_STEP))
    if goal is None:
        return []
    lattice = Lattice([_arcs(_weighed(steps[node], *around(node.at)), places) for node in nodes])
    path = lattice.likeliest(goal)
    shares = lattice.shares(goal, {edge for word in path for edge in word})
    taken = []
    for word in path:
        for edge in word:
            step = lattice.arcs[edge.source][edge.number].step
            character = step.characters[edge.place]
            sure = 0.0 if character == UNKNOWN or step.hidden else shares[edge]
            taken.append(Taken(nodes[edge.source].at, character, step.kept, sure, step.told, len(word) > 1))
    return taken


def _steps(shown: str, bare: float) -> dict[Node, list[Step]]:
    """Return the steps from each node that can be reached."""
    found: dict[Node, list[Step]] = {}
    open_nodes = [Node(0, Stage.IN_STEP)]
    while open_nodes:
        node = open_nodes.pop()
        if node not in found:
            # A byte that begins no character leads nowhere.
            found[node] = [step for step in steps_from(shown, node, bare) if step.characters]
            open_nodes += [step.target for step in found[node]]
    return found


def _weighed(steps: list[Step], before: str, behind: str) -> list[Step]:
    """Return *steps* with restored brackets of their own, each as likely as the text around it makes it."""
    weighed: list[Step] = []
    for step in steps:
        if not step.kept and "。" in step.characters and ends_short(before):
            others = tuple(one for one in step.characters if one != "。")
            weighed.append(replace(step, characters=("。",), log=step.log + _STOPS_SHORT))
            step = replace(step, characters=others)
            if not others:
                continue
        brackets = () if step.kept else choice_of(step.characters, False).brackets
        if not brackets:
            weighed.append(step)
            continue
        plain = tuple(one for one in step.characters if one not in OPENS and one not in CLOSES)
        weighed += [replace(step, characters=plain)] if plain else []
        for one in brackets:
            fit = bracket_fit(one, before, behind)
            weighed.append(replace(step, characters=(one,), log=step.log + fit))
    return weighed


def _arcs(steps: list[Step], places: dict[Node, int]) -> list[Arc]:
    choices = [choice_of(step.characters, step.kept > 0) for step in steps]
    return [Arc(places[s.target], s.log + c.log, s, c) for s, c in zip(steps, choices, strict=True)]
