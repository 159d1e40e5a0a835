"""Ways in which markup keeps something from a reader's eyes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.reading.injections.sheets import Selector, hidden_selectors
from crawler.reading.patterns import pattern

_FOLDED = pattern(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden", re.I)
# So far off that nothing of it can be seen: pixels, ems, percents, or whole screens.
_FAR = r"(?:calc\([^;]{0,40}|expression\(\s*\d{0,4}\s*)?-\s*(?:\d{3,}|\d{2,}(?:\.\d+)?r?em)"
_AWAY = pattern(
    rf"(?:text-indent|(?:^|[;\s])(?:left|right|top|bottom|margin(?:-left|-top|-right)?|inset(?:-[a-z-]+)?))\s*:\s*{_FAR}|"
    rf"letter-spacing\s*:\s*{_FAR}|translate(?:3d|x|y)?\(\s*(?:[^,()]{{1,20}},\s*)?{_FAR}",
    re.I,
)
_TINY = pattern(
    r"font(?:-size)?\s*:\s*(?:[01]px|0(?:pt|r?em|%)?|0?\.\d+p[xt]|0?\.[01]\d*r?em)\s*(?:[;!/]|$)|"
    r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|%|em)?\s*(?:[;!]|$)|"
    r"opacity\s*:\s*(?:0|0?\.0\d*)\s*(?:[;!]|$)|opacity\s*[(=]\s*0(?![.\d])|z-index\s*:\s*-\s*\d|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|"
    r"clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*(?:0(?:px|%)?[\s,]+)+0?(?:px|%)?\s*\))|"
    r"scale(?:3d|[xy])?\(\s*(?:0|0?\.0\d*)\s*[,)]|line-height\s*:\s*0(?:px)?\s*(?:[;!]|$)|rotate[xy]\(\s*90deg|"
    r"(?:^|[;\s])color\s*:\s*(?:transparent|(?:rgb|hsl)a\([^)]{1,30},\s*0(?:\.0\d*)?\s*\))",
    re.I,
)
_COLOUR = pattern(r"(?:^|[;\s])color\s*:\s*(rgb\([\d\s,]{5,20}\)|[#\w]+)", re.I)
_GROUND = pattern(r"background(?:-color)?\s*:\s*(rgb\([\d\s,]{5,20}\)|url|[#\w]+)", re.I)
_MIXED = pattern(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_NAMES = {"white": "#ffffff", "black": "#000000"}
_UNSHOWN = frozenset({"noscript", "template", "noframes", "dialog"})
_LAID_OUT = frozenset({"table", "td", "tr", "iframe", "svg"})
# Tags whose own attributes may hide or colour what they hold.
_SPEAKING = _LAID_OUT | {"marquee", "font"}
_NOTHING = frozenset({"0", "0px", "0%"})
LONGEST_STYLE = 2000
_MOST_ABOVE = 50


class Hiding(IntEnum):
    """How markup hides: folded away as menus are, set off the screen, or made too small or pale to be seen."""

    FOLDED = 1
    AWAY = 2
    INVISIBLE = 3


class Curtain:
    """Which elements of a page are hidden by themselves, not through an element around them.

    Without *codes*, the page's scripts in plain words, what its style sheets and scripts hide is not looked up.
    """

    def __init__(self, root: HtmlElement, codes: Sequence[str] | None = None) -> None:
        self._selectors: list[Selector] = [] if codes is None else hidden_selectors(root, codes)

    def way(self, node: HtmlElement) -> Hiding | None:
        """Return how *node* is hidden, None where it is not."""
        tag, style = node.tag, node.get("style")
        if style and (way := style_hides(style[:LONGEST_STYLE])):
            return way
        if tag in _UNSHOWN or node.get("hidden") is not None:
            return Hiding.FOLDED
        if not style and tag not in _SPEAKING and not self._selectors:
            return None
        if tag in _LAID_OUT and node.get("height") in _NOTHING and node.get("width") in _NOTHING:
            return Hiding.INVISIBLE
        if tag == "marquee" and (_is_speck(node.get("height")) or _is_speck(node.get("width")) or _is_fast(node)):
            return Hiding.INVISIBLE
        if self._selectors and any(selector.matches(node) for selector in self._selectors):
            return Hiding.FOLDED
        colour = _COLOUR.search(style) if style else None
        name = colour.group(1) if colour else node.get("color") if tag == "font" else None
        return Hiding.INVISIBLE if name and _colour(name) == self._ground_of(node) else None

    def _ground_of(self, node: HtmlElement) -> str:
        """Return the colour on which *node* stands; empty where a sheet may have given it one, or a picture."""
        over: HtmlElement | None = node
        for _ in range(_MOST_ABOVE):
            if over is None:
                break
            style, plain = over.get("style"), over.get("bgcolor")
            ground = _GROUND.search(style[:LONGEST_STYLE]) if style else None
            if ground or plain:
                return _colour(ground.group(1) if ground else plain or "")
            if over.tag != "body" and (over.get("class") or over.get("id") or over.get("background")):
                return ""
            over = over.getparent()
        return ""


@lru_cache(maxsize=4096)
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
    return size is not None and re.fullmatch(r"\s*\d(?:px|%)?\s*", size) is not None


def _is_fast(node: HtmlElement) -> bool:
    """Marquees of spam run too fast to be read: thousands of pixels a step."""
    return len((node.get("scrollamount") or "").strip()) >= 4


def _colour(name: str) -> str:
    """Return the colour *name* in six hexadecimal digits, where it is one of the usual."""
    name = name.lower()
    mixed = _MIXED.fullmatch(name)
    if mixed:
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in mixed.groups())
    if len(name) == 4 and name.startswith("#"):
        return "#" + "".join(2 * digit for digit in name[1:])
    return _NAMES.get(name, name)
