"""Paragraphs that stand outside of the container found for their article, set as those in it are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from crawler.reading.body.container import Range
from crawler.reading.body.endings import heads_box, is_disclaimer, opens_comments, opens_related
from crawler.reading.body.prune import is_metadata_bar, is_rights_line
from crawler.reading.body.weights import is_linked, weigh
from crawler.reading.page.flow import Line, Page

_PROSE = 12.0
# A story may be set as a table of its own.
_LEVELS = 6
# No advertisement between two paragraphs has as many links, no article as many paragraphs apart.
_MOST_LINKS, _FAR = 12, 200


def with_siblings(page: Page, span: Range) -> Range:
    """Return *span* with the paragraphs above and below it that are set as its own, with at most some links between.

    What portals set amid a text weighs as much against it as a paragraph for it: the block of all of it is found
    lighter than the paragraphs below.
    """
    start, end = span
    lines = page.lines[start:end]
    first = next((line for line in lines if weigh(line) > _PROSE), None)
    if first is None or first.kind == "row":
        return span
    last = next(line for line in reversed(lines) if weigh(line) > _PROSE)
    above = range(start - 1, max(-1, start - _FAR), -1)
    below = range(end, min(len(page.lines), end + _FAR))
    return min((start, *_siblings(page, above, first))), max((end, *(at + 1 for at in _siblings(page, below, last))))


def _siblings(page: Page, order: Iterable[int], like: Line) -> list[int]:
    """The places in *order* of the paragraphs set as *like* is, up to the first line that is neither one nor a link."""
    found: list[int] = []
    links = 0
    for at in order:
        line = page.lines[at]
        if line.hidden or not line.size:
            continue
        if is_linked(line):
            links += 1
            if links > _MOST_LINKS:
                break
            continue
        if _ends_text(line.text) or not (is_printed_as(line, like) or _is_left_open(line, like)):
            break
        if weigh(line) > _PROSE:
            found.append(at)
            links = 0
    return found


def _ends_text(text: str) -> bool:
    return (
        opens_related(text)
        or opens_comments(text)
        or heads_box(text)
        or is_metadata_bar(text)
        or is_rights_line(text)
        or is_disclaimer(text)
    )


def _is_left_open(line: Line, below: Line) -> bool:
    """Whether *line* is a paragraph that was never closed and so holds the paragraph *below*: <p><font>…<p><font>…"""
    if line.node.tag != "p" or below.node.tag != "p":
        return False
    return any(above is line.node for above in islice(below.node.iterancestors("p"), _FAR))


def is_printed_as(line: Line, other: Line) -> bool:
    """Say whether *line* is set as *other* is: in the same block, or in one of the same make beside it."""
    return _is_like(line, other, called=True)


def is_set_as(line: Line, before: Line) -> bool:
    """Say whether *line* is a paragraph beside the paragraph *before*, or broken off from the same block.

    Each may stand in elements of its own, if they are the same: a table of one cell, section in section.
    """
    return _is_like(line, before, called=False)


def _is_like(line: Line, other: Line, *, called: bool) -> bool:
    """Whether the blocks of two lines are one, or have the same tags up to one that holds both; *called* the same."""
    block: HtmlElement | None = line.node
    beside: HtmlElement | None = other.node
    for level in range(_LEVELS):
        if block is beside or block is None or beside is None:
            return block is not None and block is beside
        if block.tag != beside.tag or (called and level and block.get("class") != beside.get("class")):
            return False
        block, beside = block.getparent(), beside.getparent()
    return False
