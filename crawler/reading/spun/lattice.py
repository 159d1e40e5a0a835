"""The likeliest characters of a damaged text, and how sure each of them is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from crawler.reading.spun.brackets import CLOSES, OPENS, bracket_fit
from crawler.reading.spun.channel import UNKNOWN, Node, Stage, Step, steps_from
from crawler.reading.spun.frequency import is_spinners
from crawler.reading.spun.script import simplify_each
from crawler.reading.spun.words import LONGEST_WORD, begins_word, word_score

# What a character costs that the spinner would have turned into another.
_FOREIGN = -8.0


class _Edge(NamedTuple):
    source: Node
    target: Node
    character: str
    kept: int
    told: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word over a row of edges, with the logarithm of its probability."""

    edges: tuple[_Edge, ...]
    log: float


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


def best_path(shown: str, marked: bool, before: str = "", behind: str = "") -> list[Taken]:
    """Return the likeliest characters of *shown*; empty where its bytes allow none.

    *marked* says that the page shows a question mark for a lone byte; *before* and *behind* are the text around, which
    tells whether a quotation is open.
    """
    steps = {node: _weighed(found, node, shown, before, behind) for node, found in _steps(shown, marked).items()}
    words = {node: list(_words_from(steps, node)) for node in steps}
    order = sorted(words)
    goal = Node(len(shown), Stage.IN_STEP)
    after = _sums_to(goal, order, words)
    since = _sums_from(order, words)
    if goal not in since:
        return []
    path = _likeliest(goal, order, words)
    wanted = {edge for word in path for edge in word.edges}
    shares: dict[_Edge, float] = defaultdict(float)
    for source in order:
        for word in words[source]:
            target = word.edges[-1].target
            if target not in after or not wanted.intersection(word.edges):
                continue
            share = math.exp(min(0.0, since[source] + word.log + after[target] - since[goal]))
            for edge in word.edges:
                shares[edge] += share
    return [
        Taken(
            e.source.at,
            e.character,
            e.kept,
            0.0 if e.character == UNKNOWN else shares[e],
            e.told,
            len(word.edges) > 1,
        )
        for word in path
        for e in word.edges
    ]


@cache
def _judged(character: str) -> str:
    return simplify_each(character).replace("著", "着")


def _steps(shown: str, marked: bool) -> dict[Node, list[Step]]:
    """Return the steps from each node that can be reached."""
    start = Node(0, Stage.IN_STEP)
    found: dict[Node, list[Step]] = {}
    open_nodes = [start]
    while open_nodes:
        node = open_nodes.pop()
        if node not in found:
            found[node] = steps_from(shown, node, marked)
            open_nodes += [step.target for step in found[node]]
    return found


def _weighed(steps: list[Step], node: Node, shown: str, before: str, behind: str) -> list[Step]:
    """Return *steps* with restored brackets of their own, each as likely as the text around it makes it."""
    weighed: list[Step] = []
    for step in steps:
        brackets = [] if step.kept else [one for one in step.characters if one in OPENS or one in CLOSES]
        if brackets:
            plain = tuple(one for one in step.characters if one not in brackets)
            weighed += [replace(step, characters=plain)] if plain else []
            for one in brackets:
                fit = bracket_fit(one, before + shown[: node.at], shown[node.at :] + behind)
                weighed.append(replace(step, characters=(one,), log=step.log + fit))
        else:
            weighed.append(step)
    return weighed


def _words_from(
    steps: dict[Node, list[Step]], node: Node, begun: str = "", log: float = 0.0, edges: tuple[_Edge, ...] = ()
) -> Iterator[_Word]:
    for step in steps[node]:
        for character in step.characters:
            word = begun + _judged(character)
            found = word_score(word)
            if found is None:
                continue
            row = (*edges, _Edge(node, step.target, character, step.kept, step.told))
            cost = log + step.log + (0.0 if step.kept or is_spinners(character) else _FOREIGN)
            if found > -math.inf:
                yield _Word(row, cost + found)
            if len(word) < LONGEST_WORD and begins_word(word):
                yield from _words_from(steps, step.target, word, cost, row)


def _sums_from(order: list[Node], words: dict[Node, list[_Word]]) -> dict[Node, float]:
    """Return the logarithm of the probability of all ways from the start to each node."""
    sums = {order[0]: 0.0}
    for source in order:
        if source in sums:
            for word in words[source]:
                target = word.edges[-1].target
                sums[target] = _add(sums.get(target, -math.inf), sums[source] + word.log)
    return sums


def _sums_to(goal: Node, order: list[Node], words: dict[Node, list[_Word]]) -> dict[Node, float]:
    """Return the logarithm of the probability of all ways from each node to *goal*."""
    sums = {goal: 0.0}
    for source in reversed(order):
        for word in words[source]:
            target = word.edges[-1].target
            if target in sums:
                sums[source] = _add(sums.get(source, -math.inf), word.log + sums[target])
    return sums


def _likeliest(goal: Node, order: list[Node], words: dict[Node, list[_Word]]) -> list[_Word]:
    best: dict[Node, tuple[float, _Word | None]] = {order[0]: (0.0, None)}
    for source in order:
        if source not in best:
            continue
        for word in words[source]:
            target, log = word.edges[-1].target, best[source][0] + word.log
            if target not in best or log > best[target][0]:
                best[target] = (log, word)
    path: list[_Word] = []
    node = goal
    while (taken := best[node][1]) is not None:
        path.append(taken)
        node = taken.edges[0].source
    return path[::-1]


def _add(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high)) if low > -math.inf else high
