"""Farms of empty tags that share one random id, which spammers put into every page so that no two are alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.injections.kinds import TAG_FARM, injection
from crawler.reading.patterns import pattern
from crawler.reading.values import Injection

_LENGTH = 5
# Five lower-case letters and digits with both among them, as f8jhm or 91yt8.
_RANDOM = pattern(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5}\Z")
# A literal head makes a pattern many times faster than a choice.
_ID = pattern(r"id=[\"']?([a-z0-9]{5})[\"'\s>/]")
_OPENED = pattern(r"<([a-z]{1,12})\s+id=[\"']?((?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5})[\"']?\s*>", re.I)
_EMPTY = pattern(r"<([a-z]{1,12})\s+id=[\"']?([a-z0-9]{5})[\"']?\s*>\s*</\1\s*>", re.I)
# Farms nest their tags a few deep; each round takes the innermost.
_DEEPEST = 12
_FEWEST_TAGS = 4
_FEWEST_NAMES = 3
_HOLDS_SOMETHING = frozenset({"a", "img", "table", "iframe", "video", "audio", "object", "embed"})


def drop_farms(root: HtmlElement, source: str | None = None) -> list[Injection]:
    """Take empty tags of a farm out of *root*, make those that hold something plain, and return one finding an id.

    The page's *source*, if given, spares the search of a tree that has no such ids.
    """
    if source is not None and not _may_farm(source):
        return []
    by_id: dict[str, list[HtmlElement]] = defaultdict(list)
    for node in root.iter(etree.Element):
        name = node.get("id")
        if name and len(name) == _LENGTH and _RANDOM.match(name):
            by_id[name].append(node)
    findings: list[Injection] = []
    for name, nodes in by_id.items():
        if len(nodes) >= _FEWEST_TAGS and len({node.tag for node in nodes}) >= _FEWEST_NAMES:
            where = f"{len(nodes)} tags from {root.getroottree().getpath(nodes[0])}"
            findings.append(injection(TAG_FARM, _excerpt(name, nodes), where))
            _drop(nodes)
    return findings


def _may_farm(source: str) -> bool:
    counts = Counter(_ID.findall(source))
    return any(times >= _FEWEST_TAGS and _RANDOM.match(name) for name, times in counts.items())


def strip_farms(source: str) -> tuple[str, list[Injection]]:
    """Return the page *source* without empty tags of a farm, and one finding for each random id.

    For pages that a farm has made too large to be parsed; what else bears such an id is left to ``drop_farms``.

    >>> strip_farms('<p>a</p>' + '<sub id="f8jhm"><tt id="f8jhm"></tt></sub>' * 9)[0]
    '<p>a</p>'
    """
    counts: dict[str, int] = defaultdict(int)
    names: dict[str, set[str]] = defaultdict(set)
    for tag, name in _OPENED.findall(source):
        counts[name] += 1
        names[name].add(tag.lower())
    farms = {name for name, times in counts.items() if times >= _FEWEST_TAGS and len(names[name]) > 1}
    if not farms:
        return source, []
    for _ in range(_DEEPEST):
        shorter = _EMPTY.sub(lambda match: "" if match.group(2) in farms else match.group(), source)
        if len(shorter) == len(source):
            break
        source = shorter
    return source, [injection(TAG_FARM, f'<… id="{name}">', f"{counts[name]} tags") for name in sorted(farms)]


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
