"""A body that stands twice in its page, as portals print it for two screens or two skins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern

# Fewer characters than this are a refrain, a slogan or the head of a table, never a body.
_SHORTEST_COPY = 60
_SHARE_OF_FIRST = 0.6
# Lines that one copy has and the other lacks: a bar of metadata, a channel's name, a spliced advertisement.
_LONGEST_GAP = 4
_SHORTEST_TELLING_LINE = 8
_LONGEST_CHANNEL = 12
_OPENING, _SAMPLE = 8, 40
_ALIKE = 0.7
_MARKS = pattern(r"[\W_]+")
_METADATA = pattern(r"来源|发布|时间|日期|浏览|阅读|点击|字号|字体|作者|编辑|打印")


def drop_second_copy(blocks: Sequence[Block], title: str = "") -> tuple[list[Block], list[list[Block]]]:
    """Return *blocks* with a body that is printed more than once given once, and the further copies.

    The first copy is kept. A paragraph or refrain that the article itself repeats stays where it is, and so
    do sections that repeat each other's wording with other names or numbers in it. The *title* that is printed
    above the second copy goes with it.

    >>> body = [Block(f"{n}月，农技人员下到田间地头，为种植户讲解育秧和施肥的要领。") for n in range(3)]
    >>> kept, copies = drop_second_copy([Block("标题"), *body, Block("栏目"), *body])
    >>> len(kept), [len(copy) for copy in copies]
    (4, [4])
    """
    if _begin_apart(blocks):
        return list(blocks), []
    keys = [_key(block) for block in blocks]
    if _all_doubled(keys):
        return list(blocks[::2]), [list(blocks[1::2])]
    half = len(keys) // 2
    if half > 1 and keys[:half] == keys[half:] and len(set(keys)) == half:
        return list(blocks[:half]), [list(blocks[half:])]  # a notice of two lines, for two screens
    chains = _chains(keys)
    chained = sum(chain.size(keys) for chain in chains)
    first = sum(map(len, keys)) - chained
    copies = [c for c in chains if c.size(keys) >= max(_SHORTEST_COPY, _SHARE_OF_FIRST * first) and c.is_copy(keys)]
    spans = [(_with_its_heading(keys, c, _key(Block(title))), c.end) for c in copies]
    dropped = {i for start, end in spans for i in range(start, end)}
    kept = [block for i, block in enumerate(blocks) if i not in dropped]
    return kept, [list(blocks[start:end]) for start, end in spans]


def _begin_apart(blocks: Sequence[Block]) -> bool:
    """Whether no two of *blocks* begin alike: the quickest to see, and then none repeats another."""
    return len(set(map(_opening, blocks))) == len(blocks)


def _opening(block: Block) -> str:
    """The first letters of the block's key."""
    opening = _MARKS.sub("", block.text[:_SAMPLE])[:_OPENING]
    return opening if len(opening) == _OPENING else _key(block)[:_OPENING]


def _all_doubled(keys: Sequence[str]) -> bool:
    """Return whether every line stands twice in a row, as where each paragraph is printed for two screens."""
    pairs = list(zip(keys[::2], keys[1::2], strict=False))
    return len(pairs) > 1 and len(keys) % 2 == 0 and all(a == b for a, b in pairs) and len(set(keys)) > 1


@dataclass(slots=True)
class _Chain:
    """Lines that say, in the same order, what lines above them have said: pairs of (line, earlier line)."""

    pairs: list[tuple[int, int]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.pairs[0][0]

    @property
    def end(self) -> int:
        return self.pairs[-1][0] + 1

    def size(self, keys: Sequence[str]) -> int:
        return sum(len(keys[i]) for i, _ in self.pairs)

    def is_copy(self, keys: Sequence[str]) -> bool:
        """Whether the lines between are such as one side lacks, not other words in the same place."""
        if 2 * len({keys[line] for line, _ in self.pairs}) < len(self.pairs):
            return False  # rows of a table that say the same
        for (line, twin), (following, next_twin) in zip(self.pairs, self.pairs[1:], strict=False):
            here, there = keys[line + 1 : following], keys[twin + 1 : next_twin]
            if any(here) and any(there) and not (_all_metadata(here) and _all_metadata(there)):
                return False
        return True

    def takes(self, line: int, twin: int) -> bool:
        last_line, last_twin = self.pairs[-1]
        near = line - last_line <= _LONGEST_GAP + 1 and twin - last_twin <= _LONGEST_GAP + 1
        return near and last_twin < twin < self.start


def _with_its_heading(keys: Sequence[str], copy: _Chain, title: str) -> int:
    """Return where the second print begins, with the channel's name, title or metadata that only it has."""
    end_of_first = copy.pairs[-1][1] + 1
    between = range(end_of_first, copy.start)
    if len(between) <= _LONGEST_GAP and all(
        len(keys[i]) <= _LONGEST_CHANNEL or keys[i] == title or _all_metadata(keys[i : i + 1]) for i in between
    ):
        return end_of_first
    return copy.start


def _chains(keys: Sequence[str]) -> list[_Chain]:
    places: dict[str, list[int]] = {}
    chains: list[_Chain] = []
    for i, key in enumerate(keys):
        open_chain = chains[-1] if chains else None
        if open_chain is not None and (twin := _next_twin(keys, places, open_chain, i)) is not None:
            open_chain.pairs.append((i, twin))
        elif len(key) >= _SHORTEST_TELLING_LINE and key in places:
            chains.append(_Chain([(i, places[key][0])]))
        if key:
            places.setdefault(key, []).append(i)
    return chains


def _next_twin(keys: Sequence[str], places: dict[str, list[int]], chain: _Chain, line: int) -> int | None:
    """Return which earlier line goes on with *chain* and says what *line* says."""
    last_twin = chain.pairs[-1][1]
    same = places.get(keys[line], [])
    if (at := bisect_right(same, last_twin)) < len(same) and chain.takes(line, same[at]):
        return same[at]
    for twin in range(last_twin + 1, min(last_twin + 3, chain.start)):
        if chain.takes(line, twin) and _alike(keys[twin], keys[line]):
            return twin
    return None


def _key(block: Block) -> str:
    return _MARKS.sub("", block.text)


def _alike(one: str, other: str) -> bool:
    """Whether two lines are one paragraph with a few words changed; other numbers are another text."""
    longer = max(len(one), len(other))
    if longer < 20 or min(len(one), len(other)) < 0.6 * longer or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    mine, theirs = _grams(one), _grams(other)
    return 2 * (mine & theirs).total() >= _ALIKE * (mine.total() + theirs.total())


def _grams(text: str) -> Counter[str]:
    return Counter(text[i : i + 3] for i in range(len(text) - 2))


def _all_metadata(keys: Sequence[str]) -> bool:
    return all(len(k) <= 60 and _METADATA.search(k) for k in keys if k)
