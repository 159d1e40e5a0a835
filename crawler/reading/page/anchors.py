"""Elements that are named as links are, and lead nowhere."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

_NOWHERE = pattern(r"\s*(?:#|javascript:\s*(?:void|;|$))", re.I)
# With these most addresses begin.
_ADDRESS = frozenset("h/.")
_LONGEST_BUTTON = 60


def is_anchor(node: HtmlElement) -> bool:
    """Say whether the link *node* is none: a mark to jump to, or a button that was never closed and holds the text."""
    href = node.get("href")
    if href is None or href[:1] in _ADDRESS:
        return href is None
    if not _NOWHERE.match(href):
        return False
    # Most buttons hold no element; to walk through one costs ten times what its own text does.
    return len("".join(node.itertext()) if len(node) else node.text or "") > _LONGEST_BUTTON
