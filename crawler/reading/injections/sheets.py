"""What a page's own style sheets and scripts hide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

_STYLE_TEXT = etree.XPath("//style/text()", smart_strings=False)
# What a sheet says of links that it hides; small sizes and pale colours are everyday design there.
_HIDES = pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:text-indent|left|top)\s*:\s*-\d{3,}|font-size\s*:\s*0(?![.\d])|"
    r"opacity\s*:\s*0\s*(?:[;!]|$)|scale\(\s*0\s*\)|clip\s*:\s*rect\(\s*0|(?:^|[;\s])(?:max-)?height\s*:\s*0(?:px)?\s*(?:[;!]|$)",
    re.I,
)
_BRACE = pattern(r"[{}]")
_COMMENT = pattern(r"/\*.*?(?:\*/|\Z)", re.S)
_COMPOUND = pattern(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.I)
_NAME = pattern(r"([.#])([\w-]+)")
_JOINT = pattern(r"\s*[>+~]\s*|\s+")
_LARGEST_SHEET = 200_000
_MOST_SELECTORS = 400
_LONGEST_SELECTOR = 200
# Hidden by a name: getElementById("x").style.display = "none", $("#x").hide().
_BY_NAME = pattern(
    r"getElementById\(\s*[\"']([\w-]{1,60})[\"']\s*\)\s*\.\s*style\s*\.\s*"
    r"(?:display\s*=\s*[\"']none|visibility\s*=\s*[\"']hidden|cssText\s*=\s*[\"'][^\"']{0,200}none|"
    r"(?:left|top|textIndent|marginLeft)\s*=\s*[\"']-\d{3,}|height\s*=\s*[\"']0)",
    re.I,
)
_BY_QUERY = pattern(
    r"\$\(\s*[\"']([.#][\w-]{1,60})[\"']\s*\)\s*\.\s*(?:hide\(|css\(\s*[\"']?display[\"']?\s*,\s*[\"']none)", re.I
)
_WRITTEN_SHEET = pattern(r"<style[^>]{0,200}>(.*?)<\\?/style", re.I | re.S)


class Selector(NamedTuple):
    """The compounds of a selector, outermost first, each as its tag (or empty) and its names with their signs."""

    compounds: tuple[tuple[str, frozenset[tuple[str, str]]], ...]

    def matches(self, node: HtmlElement) -> bool:
        """Say whether *node* is what the selector means; > + and ~ are taken for a blank."""
        if not _fits(node, *self.compounds[-1]):
            return False
        left = list(self.compounds[:-1])
        above = node.getparent()
        while left and above is not None:
            if _fits(above, *left[-1]):
                left.pop()
            above = above.getparent()
        return not left


def _fits(node: HtmlElement, tag: str, names: frozenset[tuple[str, str]]) -> bool:
    if tag and node.tag != tag:
        return False
    identity, classes = node.get("id"), node.get("class")
    held = {("#", identity), *((".", name) for name in classes.split())} if classes else {("#", identity)}
    return names <= held


def hidden_selectors(root: HtmlElement, codes: Sequence[str]) -> list[Selector]:
    """Return the selectors that the style sheets of *root* hide, and what its scripts, *codes*, write or hide."""
    sheets = [str(sheet) for sheet in _texts(root)]
    found: list[Selector] = []
    for code in codes:
        sheets += _WRITTEN_SHEET.findall(code)
        named = ["#" + name for name in _BY_NAME.findall(code)] + _BY_QUERY.findall(code)
        found += filter(None, map(read_selector, named))
    for sheet in sheets:
        found += _hidden_in(sheet[:_LARGEST_SHEET])
    return found[:_MOST_SELECTORS]


def _texts(root: HtmlElement) -> list[object]:
    found = _STYLE_TEXT(root)
    return found if isinstance(found, list) else []


def _hidden_in(sheet: str) -> Iterator[Selector]:
    for prelude, declarations in read_rules(sheet):
        if _HIDES.search(declarations):
            yield from filter(None, map(read_selector, prelude.split(",")))


def read_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of each rule of *sheet* that holds everywhere: none for print or phones only.

    >>> list(read_rules("a{b:c} @media print { d{e:f} } g,h{i:j}"))
    [('a', 'b:c'), ('g,h', 'i:j')]
    """
    sheet = _COMMENT.sub("", sheet)
    opened: list[tuple[str, int]] = []
    last = 0
    for brace in _BRACE.finditer(sheet):
        if brace.group() == "{":
            opened.append((sheet[last : brace.start()].rpartition(";")[2].strip(), brace.end()))
        elif opened:
            prelude, start = opened.pop()
            if not opened and not prelude.startswith("@"):
                yield prelude, sheet[start : brace.start()].strip()
        last = brace.end()


def read_selector(text: str) -> Selector | None:
    """Return the selector *text*; None where it names nothing, or asks for more than tags, classes and ids.

    >>> read_selector("div.box > #x a").compounds[0], read_selector("a:hover"), read_selector("div")
    (('div', frozenset({('.', 'box')})), None, None)
    """
    parts = _JOINT.split(text.strip()) if len(text) <= _LONGEST_SELECTOR else []
    matches = [_COMPOUND.fullmatch(part) for part in parts]
    compounds = [(m.group(1) or "", frozenset(_NAME.findall(m.group(2)))) for m in matches if m and m.group()]
    if not compounds or len(compounds) < len(parts) or not any(names for _, names in compounds):
        return None
    return Selector(tuple((tag.lower() if tag != "*" else "", names) for tag, names in compounds))
