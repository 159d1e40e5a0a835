"""The columns of a printed page: blocks of one make beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement


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
