"""How a line is set: as a headline is, or as text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern

NAMED = pattern(r"title|headline|heading|biaoti|(?:^|[^a-z])bt(?:$|[^a-z])|tit(?:$|[^a-z])", re.I)
_HEADINGS = {"h1": 4.0, "h2": 2.5, "h3": 1.5, "ucaptitle": 4.0, "caption": 0.0}
# 22 pixels, 16 points and more; running text has 14 to 18 pixels.
_BIG = pattern(
    r"font(?:-size)?\s*:[^;]*?(?:\b(?:2[2-9]|[34]\d)\s*px|\b(?:1[7-9]|[23]\d)(?:\.\d+)?\s*pt|\b(?:xx?-)?large)", re.I
)
_LONGEST_STYLE = 300
_BIG_FONTS = ("4", "5", "6", "7", "+2", "+3")
_BIG_DRESS = 2.5


def dress(line: Line) -> float:
    """Return how *line* is set: as a heading, in bold, by a name that says title; 0 for plain text."""
    score, node = 0.0, line.node
    for _ in range(2):
        score = max(score, _HEADINGS.get(str(node.tag), 0.0))
        if NAMED.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            score = max(score, 2.5)
        parent = node.getparent()
        if parent is None:
            break
        node = parent
    if score < _BIG_DRESS and _is_big(line.node):
        score = _BIG_DRESS
    return score + (1.0 if line.strong * 2 > line.size else 0.0)


def _is_big(node: HtmlElement) -> bool:
    """Whether the block *node*, or what opens it, is set in a headline's size by its own style."""
    for _ in range(3):
        if _BIG.search((node.get("style") or "")[:_LONGEST_STYLE]):
            return True
        if node.tag == "font" and node.get("size") in _BIG_FONTS:
            return True
        first = next(iter(node), None)
        if first is None or (node.text and node.text.strip()):
            return False
        node = first
    return False
