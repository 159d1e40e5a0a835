"""Further copies of a body on its page: a twin for telephones, a hidden text, the meta description."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.body.container import Range
from crawler.reading.page.flow import Line, Page

_SHORTEST, _PIECE, _PIECES = 20, 16, 8
_DESCRIPTION = 60
_GAP = 3


def find_copies(page: Page, span: Range, blocks: Sequence[Block], description: str) -> tuple[tuple[Block, ...], ...]:
    """Return the runs of lines outside *span*, or hidden in it, that repeat the text of *blocks*, whole or nearly.

    A copy may differ from the body in some words; that is what makes it worth having.
    """
    body = "".join("".join(block.text.split()) for block in blocks)
    if len(body) < _DESCRIPTION:
        return ()
    outside = [i for i, line in enumerate(page.lines) if line.hidden or not span[0] <= i < span[1]]
    alike = [i for i in outside if repeats(page.lines[i], body)]
    copies: list[tuple[Block, ...]] = []
    run: list[int] = []
    for index in alike:
        crossed = bool(run) and run[-1] < span[0] <= index
        if run and (crossed or index - run[-1] > _GAP):
            copies.append(_blocks(page, run))
            run = []
        run.append(index)
    if run:
        copies.append(_blocks(page, run))
    description = description.rstrip(".… ")
    # Some systems shuffle the sentences of a description: only one that opens as the body does is a copy of it.
    if len(description) >= _DESCRIPTION and body.startswith("".join(description.split())[:_PIECE]):
        copies.append((Block(description),))
    return tuple(copies)


def repeats(line: Line, body: str) -> bool:
    """Say whether *line* repeats *body*, itself without blanks: half of some pieces of the line stand in it."""
    return line.size >= _SHORTEST and repeated(line.text, body)


def repeated(text: str, body: str) -> bool:
    """Say whether *body*, without blanks, has half of some pieces of *text*, which is no heading.

    >>> body = "今年春天，石桥县在青岭镇改造低产茶园一千二百亩，每亩补助二百元。"
    >>> repeated("今年春天，石桥县在青岭镇改造低产茶园一千二百亩。", body)
    True
    """
    text = "".join(text.split())
    if len(text) < _SHORTEST:
        return False
    step = max(_PIECE, (len(text) - _PIECE) // _PIECES) if len(text) > _PIECE else 1
    pieces = [text[at : at + _PIECE] for at in range(0, max(1, len(text) - _PIECE), step)]
    return sum(piece in body for piece in pieces) * 2 >= len(pieces)


def _blocks(page: Page, run: Sequence[int]) -> tuple[Block, ...]:
    lines = page.lines[run[0] : run[-1] + 1]
    return tuple(Block(line.text, "table" if line.kind == "row" else "paragraph") for line in lines if line.size)
