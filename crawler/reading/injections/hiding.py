"""Ways in which markup keeps something from a reader's eyes."""

from __future__ import annotations

import re
from enum import IntEnum

from lxml import etree
from lxml.html import HtmlElement

_STYLE_TEXT = etree.XPath("//style/text()", smart_strings=False)
_FOLDED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_AWAY = re.compile(
    r"text-indent\s*:\s*-\s*\d{3,}|(?:^|[;\s])(?:left|right|top|bottom|margin(?:-left|-top|-right)?)\s*:\s*-\s*\d{3,}",
    re.I,
)
_TINY = re.compile(
    r"font(?:-size)?\s*:\s*(?:0|1px)(?:px|pt|em|%)?\s*(?:[;!/]|$)|(?:^|[;\s])(?:height|width|max-height)\s*:\s*[01](?:px)?\s*(?:;|$)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|z-index\s*:\s*-\s*\d|clip\s*:\s*rect\(\s*0|line-height\s*:\s*0(?:px)?\s*(?:;|$)",
    re.I,
)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([#\w]+)", re.I)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([#\w]+)", re.I)
_NAMES = {"white": "#ffffff", "black": "#000000", "#fff": "#ffffff", "#000": "#000000"}
_SELECTOR = re.compile(r"^[a-z]*([.#])([\w-]+)$", re.I)
# What a sheet says of links that it hides; small sizes and pale colours are everyday design there.
_SHEET_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:text-indent|left|top)\s*:\s*-\d{3,}|font-size\s*:\s*0(?![.\d])",
    re.I,
)
_LARGEST_SHEET = 200_000


class Hiding(IntEnum):
    """How markup hides: folded away as menus are, set off the screen, or made too small or pale to be seen."""

    FOLDED = 1
    AWAY = 2
    INVISIBLE = 3


class Curtain:
    """Which elements of a page are hidden by themselves, not through an element around them.

    Without *sheets*, what the page's style sheets say is not looked up.
    """

    def __init__(self, root: HtmlElement, sheets: bool = True) -> None:
        self._ground = _ground_of(root)
        self._selectors = _hidden_selectors(root) if sheets else frozenset()

    def way(self, node: HtmlElement) -> Hiding | None:
        """Return how *node* is hidden, None where it is not."""
        style = node.get("style", "")
        if style and (way := style_hides(style)):
            return way
        if node.tag == "marquee" and (_is_speck(node.get("height")) or _is_speck(node.get("width")) or _is_fast(node)):
            return Hiding.INVISIBLE
        if node.get("hidden") is not None or self._is_selected(node):
            return Hiding.FOLDED
        colour = _COLOUR.search(style)
        name = colour.group(1) if colour else node.get("color") if node.tag == "font" else None
        return Hiding.INVISIBLE if name and self._ground and _colour(name) == self._ground else None

    def _is_selected(self, node: HtmlElement) -> bool:
        if not self._selectors:
            return False
        names = {("#", node.get("id", "")), *((".", name) for name in node.get("class", "").split())}
        return not names.isdisjoint(self._selectors)


def style_hides(style: str) -> Hiding | None:
    """Return how the declarations *style* hide an element, None where they do not.

    >>> style_hides("position:absolute;left:-9999px"), style_hides("color:red")
    (<Hiding.AWAY: 2>, None)
    """
    if _TINY.search(style):
        return Hiding.INVISIBLE
    if _AWAY.search(style):
        return Hiding.AWAY
    if _FOLDED.search(style):
        return Hiding.FOLDED
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour and ground and _colour(colour.group(1)) == _colour(ground.group(1)):
        return Hiding.INVISIBLE
    return None


def _is_speck(size: str | None) -> bool:
    return size is not None and re.fullmatch(r"\s*\d(?:px)?\s*", size) is not None


def _is_fast(node: HtmlElement) -> bool:
    """Marquees of spam run too fast to be read: thousands of pixels a step."""
    return len((node.get("scrollamount") or "").strip()) >= 4


def _ground_of(root: HtmlElement) -> str:
    body = root.find("body")
    if body is None:
        return ""
    styled = _GROUND.search(body.get("style", ""))
    return _colour(styled.group(1) if styled else body.get("bgcolor", ""))


def _colour(name: str) -> str:
    return _NAMES.get(name.lower(), name.lower())


def _hidden_selectors(root: HtmlElement) -> frozenset[tuple[str, str]]:
    """Return the classes and ids that the page's own style sheets hide, each with its sign."""
    sheets = _STYLE_TEXT(root)
    found: set[tuple[str, str]] = set()
    for sheet in sheets if isinstance(sheets, list) else ():
        sheet = str(sheet)[:_LARGEST_SHEET]
        for hides in _SHEET_HIDES.finditer(sheet):
            opened = sheet.rfind("{", max(0, hides.start() - 2000), hides.start())
            selectors = sheet[max(0, opened - 400) : max(0, opened)].rpartition("}")[2]
            matches = (_SELECTOR.match(one.strip()) for one in selectors.split(","))
            found |= {(match.group(1), match.group(2)) for match in matches if match}
    return frozenset(found)
