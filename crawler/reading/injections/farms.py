"""Farms of empty tags that share one random id, which spammers put into every page so that no two are alike."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.injections.kinds import TAG_FARM, injection
from crawler.reading.values import Injection

_WITH_ID = etree.XPath("//*[@id]")
# Five lower-case letters and digits with both among them, as f8jhm or 91yt8.
_RANDOM = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5}\Z")
_FEWEST_TAGS = 4
_FEWEST_NAMES = 3
_HOLDS_SOMETHING = frozenset({"a", "img", "table", "iframe", "video", "audio", "object", "embed"})


def drop_farms(root: HtmlElement) -> list[Injection]:
    """Take empty tags of a farm out of *root*, make those that hold something plain, and return one finding an id."""
    by_id: dict[str, list[HtmlElement]] = defaultdict(list)
    found = _WITH_ID(root)
    for node in found if isinstance(found, list) else ():
        if isinstance(node, HtmlElement) and _RANDOM.match(node.get("id", "")):
            by_id[node.get("id", "")].append(node)
    findings: list[Injection] = []
    for name, nodes in by_id.items():
        if len(nodes) >= _FEWEST_TAGS and len({node.tag for node in nodes}) >= _FEWEST_NAMES:
            where = f"{len(nodes)} tags from {root.getroottree().getpath(nodes[0])}"
            findings.append(injection(TAG_FARM, _excerpt(name, nodes), where))
            _drop(nodes)
    return findings


def _excerpt(name: str, nodes: list[HtmlElement]) -> str:
    return " ".join(f'<{node.tag!s} id="{name}">' for node in nodes[:8])


def _drop(nodes: list[HtmlElement]) -> None:
    """Remove what is empty from the inside out, so that each node is looked at once."""
    for node in reversed(nodes):
        parent = node.getparent()
        if parent is None:
            continue
        if len(node) or (node.text and node.text.strip()) or node.tag in _HOLDS_SOMETHING:
            # What the page's author wrote may hang inside where the farm leaves a tag open.
            node.tag = "div" if node.tag in _BLOCKS else "span"
            del node.attrib["id"]
        else:
            _remove(parent, node)


_BLOCKS = frozenset(
    {"div", "p", "ol", "ul", "li", "dl", "dd", "dt", "table", "tbody", "tr", "td", "th", "fieldset", "form", "pre"}
    | {"blockquote", "center", "nav", "legend", "listing", "xmp", "address", "menu", "dir", "noframes", "optgroup"}
)


def _remove(parent: HtmlElement, node: HtmlElement) -> None:
    tail = node.tail
    if tail and tail.strip():
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    node.tail = None
    parent.remove(node)
