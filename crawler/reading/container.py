"""Which element of a page holds the article."""

from __future__ import annotations

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.flow import Line, read_lines, visible_text
from crawler.reading.markers import find_marked
from crawler.reading.prune import is_furniture, is_metadata_bar, is_rights_line

_STOPS = frozenset("，。；：！？、“”《》")


def find_container(root: HtmlElement, layout: Layout | None = None) -> HtmlElement | None:
    """Return the element that holds the article: by *layout*, by a known system's marker, or by structure."""
    if layout is not None:
        for selector in layout.body:
            found = CSSSelector(selector, translator="html")(root)
            if found:
                return found[0]
    for node in find_marked(root):
        if visible_text(node).strip() or next(node.iter("img"), None) is not None:
            return node
    return _densest(root)


def _densest(root: HtmlElement) -> HtmlElement | None:
    """The element whose lines together weigh most, prose counting for it and links against it."""
    body = root.find("body")
    weights: dict[HtmlElement, float] = {}
    for line in read_lines(body if body is not None else root):
        weight = _weight(line)
        node: HtmlElement | None = line.node
        while node is not None:
            weights[node] = weights.get(node, 0.0) + weight
            node = node.getparent()
    best, best_weight = None, 0.0
    for node in root.iter(etree.Element):
        weight = weights.get(node, 0.0)
        if weight > 0 and weight >= best_weight:
            best, best_weight = node, weight
    return best


def _weight(line: Line) -> float:
    size = len("".join(line.text.split()))
    if size == 0:
        return 0.0
    if line.linked * 2 > size:
        return -min(size, 40) * 0.7
    if is_furniture(line.text) or is_metadata_bar(line.text) or is_rights_line(line.text):
        return -15.0
    stops = sum(1 for sign in line.text if sign in _STOPS)
    if line.kind == "row":
        return size * 0.5
    if stops and size - line.linked >= 12:
        return size - line.linked + 3.0 * stops
    return -3.0
