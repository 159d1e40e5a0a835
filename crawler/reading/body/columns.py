"""The columns of a printed page: blocks of one make beside each other; and those that stand beside an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from crawler.reading.page.flow import Page, Span

_CELLS = frozenset(["td", "th"])
_LEAST_LINKS, _GREATER = 2, 2.0


def side_columns(page: Page, span: tuple[int, int], sums: Sequence[float]) -> list[tuple[int, int]]:
    """Return the cells within *span* that hold links and what a blog says of itself, beside one that tells much more.

    *sums* are the weights of the page's lines, summed up.
    """
    rows: dict[HtmlElement, list[Span]] = {}
    for block in page.spans:
        if block.node.tag in _CELLS and span[0] <= block.start and block.end <= span[1]:
            row = block.node.getparent()
            if row is not None:
                rows.setdefault(row, []).append(block)
    found: list[tuple[int, int]] = []
    for cells in rows.values():
        weights = [sums[cell.end] - sums[cell.start] for cell in cells]
        for cell, weight in zip(cells, weights, strict=True):
            if 0 < weight * _GREATER < max(weights) and _links(page, cell) >= _LEAST_LINKS:
                found.append((cell.start, cell.end))
    return found


def _links(page: Page, cell: Span) -> int:
    return sum(bool(line.links) for line in page.lines[cell.start : cell.end])


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
