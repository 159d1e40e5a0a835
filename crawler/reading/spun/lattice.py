"""The likeliest characters of a damaged text, and how sure each of them is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from crawler.reading.spun.channel import Node, Stage, steps_from
from crawler.reading.spun.script import simplify_each
from crawler.reading.spun.words import LONGEST_WORD, begins_word, word_score


class _Edge(NamedTuple):
    source: Node
    target: Node
    character: str
    kept: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word over a row of edges, with the logarithm of its probability."""

    edges: tuple[_Edge, ...]
    log: float


@dataclass(frozen=True, slots=True)
class Taken:
    """A character of the likeliest text: shown at *at* (*kept* shown characters stay), *sure* from 0 to 1."""

    at: int
    character: str
    kept: int
    sure: float


def best_path(shown: str) -> list[Taken]:
    """Return the likeliest characters of *shown*; empty where its bytes allow none."""
    words = {node: list(_words_from(shown, node)) for node in _nodes(shown)}
    order = sorted(words)
    goal = Node(len(shown), Stage.IN_STEP)
    after = _sums_to(goal, order, words)
    before = _sums_from(order, words)
    if goal not in before:
        return []
    path = _likeliest(goal, order, words)
    wanted = {edge for word in path for edge in word.edges}
    shares: dict[_Edge, float] = defaultdict(float)
    for source in order:
        for word in words[source]:
            target = word.edges[-1].target
            if target not in after or not wanted.intersection(word.edges):
                continue
            share = math.exp(min(0.0, before[source] + word.log + after[target] - before[goal]))
            for edge in word.edges:
                shares[edge] += share
    return [Taken(e.source.at, e.character, e.kept, shares[e]) for word in path for e in word.edges]


@cache
def _judged(character: str) -> str:
    return simplify_each(character).replace("著", "着")


def _nodes(shown: str) -> set[Node]:
    start = Node(0, Stage.IN_STEP)
    seen, open_nodes = {start}, [start]
    while open_nodes:
        for step in steps_from(shown, open_nodes.pop()):
            if step.target not in seen:
                seen.add(step.target)
                open_nodes.append(step.target)
    return seen


def _words_from(
    shown: str, node: Node, begun: str = "", log: float = 0.0, edges: tuple[_Edge, ...] = ()
) -> Iterator[_Word]:
    for step in steps_from(shown, node):
        for character in step.characters:
            word = begun + _judged(character)
            found = word_score(word)
            if found is None:
                continue
            row = (*edges, _Edge(node, step.target, character, step.kept))
            if found > -math.inf:
                yield _Word(row, log + step.log + found)
            if len(word) < LONGEST_WORD and begins_word(word):
                yield from _words_from(shown, step.target, word, log + step.log, row)


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
