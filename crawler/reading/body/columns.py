"""The columns of a printed page: blocks of one make beside each other; and those that stand beside an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from crawler.reading.body.weights import is_linked
from crawler.reading.page.flow import Line, Page, Span
from crawler.reading.patterns import pattern

_CALLED = pattern(r"(?:^|[\s_-])(?:left|right|side|menu|nav|main|content)|float\s*:", re.I)
_COLUMNS = frozenset(["td", "th", "div"])
_LEAST_LINKS, _GREATER, _TOLD = 2, 2.0, 3


def side_columns(page: Page, span: tuple[int, int], sums: Sequence[float]) -> list[tuple[int, int]]:
    """Return the columns within *span* that hold links and what a blog says of itself, beside one that tells much more.

    *sums* are the weights of the page's lines, summed up.
    """
    rows: dict[HtmlElement, list[Span]] = {}
    for block in page.spans:
        if span[0] <= block.start and block.end <= span[1] and block.node.tag in _COLUMNS:
            parent = block.node.getparent()
            if parent is not None:
                rows.setdefault(parent, []).append(block)
    found: list[tuple[int, int]] = []
    for columns in rows.values():
        weights = [sums[column.end] - sums[column.start] for column in columns]
        most = max(weights)
        beside = (column for column, weight in zip(columns, weights, strict=True) if 0 < weight * _GREATER < most)
        found += [(column.start, column.end) for column in beside if _lists(page, column)]
    return found


def _lists(page: Page, column: Span) -> bool:
    """Whether *column* holds links: in a cell one may be a part of its line, elsewhere a text may link its words."""
    lines = page.lines[column.start : column.end]
    links = (is_linked(line) or (column.node.tag != "div" and bool(line.links)) for line in lines)
    return sum(links) >= _LEAST_LINKS


def after_column(lines: Sequence[Line], start: int) -> int:
    """Return where the column of links that opens at *start* of *lines* ends, if a text opens the one beside it."""
    end = start
    for cell in _cells(lines[start]):
        # A cell holds what those within it hold, so that each line is looked at once however deep they are nested.
        end = next((at for at in range(end, len(lines)) if not _is_in(lines[at], cell)), len(lines))
        if end == len(lines):
            break
        row = cell.getparent()
        if row is None or not any(other.getparent() is row for other in _cells(lines[end])):
            continue
        told = lines[end : end + _TOLD]
        linked = sum(map(is_linked, lines[start:end])) * 2 > end - start
        return end if linked and not any(map(is_linked, told)) else start
    return start


def _cells(line: Line) -> Iterator[HtmlElement]:
    """The cells that *line* is in, and the blocks that float or are called as columns are."""
    return (node for node in (line.node, *line.node.iterancestors()) if node.tag == "td" or _is_column(node))


def _is_column(node: HtmlElement) -> bool:
    return node.tag == "div" and bool(_CALLED.search(" ".join(map(str, node.values()))))


def _is_in(line: Line, cell: HtmlElement) -> bool:
    return line.node is cell or any(node is cell for node in line.node.iterancestors("td", "div"))


def stand_beside(block: HtmlElement, nodes: Iterable[HtmlElement]) -> bool:
    """Say whether one of *nodes* is in a block beside *block* that is of its make, as the columns of a page are."""
    parent, make = block.getparent(), _make(block)
    for node in nodes:
        column = next((above for above in (node, *node.iterancestors()) if above.getparent() is parent), None)
        if column is not None and _make(column) == make:
            return True
    return False


def _make(node: HtmlElement) -> tuple[str, ...]:
    """What is alike in the columns of one page: <div class="col2">, <td valign="top" width="33%">."""
    names = "".join(sign for sign in node.get("class") or "" if not sign.isdigit())
    return str(node.tag), names, node.get("width") or "", node.get("valign") or ""
