"""The likeliest way through all that damaged bytes may have been, and how sure each piece of it is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crawler.reading.spun.channel import Step
from crawler.reading.spun.choices import Choice
from crawler.reading.spun.words import beginnings, word_logs


class Edge(NamedTuple):
    """The character at *place* of the choice of step *number* from the node *source*."""

    source: int
    number: int
    place: int


class Arc(NamedTuple):
    """A step to the node *target*; *log* is of all its characters together, each as a word of its own."""

    target: int
    log: float
    step: Step
    choice: Choice


class Word(NamedTuple):
    """A word of two characters or more over a row of edges, with the logarithm of its probability."""

    target: int
    log: float
    edges: tuple[Edge, ...]


class Lattice:
    """All that may be read between numbered places; *arcs* lead from each place to later ones."""

    def __init__(self, arcs: list[list[Arc]]) -> None:
        self.arcs = arcs
        self.words = [list(self._words_from(source)) for source in range(len(arcs))]
        # All that leads on from each place, each as its target and logarithm.
        self._ways = [
            [(arc.target, arc.log) for arc in arcs[source]] + [(word.target, word.log) for word in words]
            for source, words in enumerate(self.words)
        ]

    def _words_from(self, source: int) -> Iterator[Word]:
        """Yield the words that begin at *source*; their first two characters are looked up without making them."""
        for number, arc in enumerate(self.arcs[source]):
            for next_number, following in enumerate(self.arcs[arc.target]):
                kinds = following.choice.kinds
                for place, followed in arc.choice.followed:
                    for second in kinds & followed:
                        begun = arc.choice.judged[place] + second
                        log = arc.step.log + arc.choice.costs[place]
                        row = (Edge(source, number, place),)
                        yield from self._extended(begun, log, row, arc.target, next_number, second)

    def _extended(
        self, word: str, log: float, edges: tuple[Edge, ...], source: int, number: int, last: str
    ) -> Iterator[Word]:
        """Yield *word*, whose *last* character is taken by arc *number* of *source*, and the words that it begins."""
        arc = self.arcs[source][number]
        worth = word_logs()[word]
        for place in arc.choice.places[last]:
            row = (*edges, Edge(source, number, place))
            cost = log + arc.step.log + arc.choice.costs[place]
            if worth > -math.inf:
                yield Word(arc.target, cost + worth, row)
            if word not in beginnings():
                continue
            for next_number, following in enumerate(self.arcs[arc.target]):
                for character in following.choice.places:
                    if word + character in word_logs():
                        yield from self._extended(word + character, cost, row, arc.target, next_number, character)

    def likeliest(self, goal: int) -> list[tuple[Edge, ...]]:
        """Return the words of the likeliest way from the first place to *goal*."""
        logs = [-math.inf] * len(self.arcs)
        logs[0] = 0.0
        last: list[tuple[Edge, ...]] = [()] * len(self.arcs)
        for source, arcs in enumerate(self.arcs):
            for number, arc in enumerate(arcs):
                log = logs[source] + arc.step.log + arc.choice.alone[arc.choice.best]
                if log > logs[arc.target]:
                    logs[arc.target], last[arc.target] = log, (Edge(source, number, arc.choice.best),)
            for word in self.words[source]:
                if logs[source] + word.log > logs[word.target]:
                    logs[word.target], last[word.target] = logs[source] + word.log, word.edges
        path: list[tuple[Edge, ...]] = []
        while last[goal]:
            path.append(last[goal])
            goal = last[goal][0].source
        return path[::-1]

    def shares(self, goal: int, wanted: set[Edge]) -> dict[Edge, float]:
        """Return how much of the probability of all ways to *goal* goes over each of the *wanted* edges."""
        since, after = self._sums_from_start(), self._sums_to(goal)
        shares: defaultdict[Edge, float] = defaultdict(float)
        for edge in wanted:
            arc = self.arcs[edge.source][edge.number]
            log = arc.step.log + arc.choice.alone[edge.place]
            shares[edge] += math.exp(min(0.0, since[edge.source] + log + after[arc.target] - since[goal]))
        for source, words in enumerate(self.words):
            for word in words:
                for edge in wanted.intersection(word.edges):
                    shares[edge] += math.exp(min(0.0, since[source] + word.log + after[word.target] - since[goal]))
        return shares

    def _sums_from_start(self) -> list[float]:
        """Return the logarithm of the probability of all ways from the first place to each."""
        sums = [-math.inf] * len(self.arcs)
        sums[0] = 0.0
        for source, ways in enumerate(self._ways):
            for target, log in ways:
                sums[target] = _add(sums[target], sums[source] + log)
        return sums

    def _sums_to(self, goal: int) -> list[float]:
        """Return the logarithm of the probability of all ways from each place to *goal*."""
        sums = [-math.inf] * len(self.arcs)
        sums[goal] = 0.0
        for source in reversed(range(len(self.arcs))):
            for target, log in self._ways[source]:
                sums[source] = _add(sums[source], log + sums[target])
        return sums


def _add(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high)) if low > -math.inf else high
