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
_FAR = r"-\s*(?:\d{3,}|\d{2,}(?:\.\d+)?r?em|1\d\dv[wh])"
_AWAY = pattern(
    rf"(?:text-indent|(?:^|[;\s])(?:left|right|top|bottom|margin(?:-left|-top|-right)?|inset(?:-[a-z-]+)?))\s*:\s*{_FAR}|"
    rf"translate(?:3d|x|y)?\(\s*(?:[^,()]{{1,20}},\s*)?{_FAR}",
    re.I,
)
_TINY = pattern(
    r"font(?:-size)?\s*:\s*(?:[01]px|0(?:pt|r?em|%)?|0?\.\d+p[xt]|0?\.[01]\d*r?em)\s*(?:[;!/]|$)|"
    r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|%|em)?\s*(?:[;!]|$)|"
    r"opacity\s*:\s*(?:0|0?\.0\d*)\s*(?:[;!]|$)|opacity\s*[(=]\s*0(?![.\d])|z-index\s*:\s*-\s*\d|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|"
    r"clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*\))|"
    r"scale(?:3d|[xy])?\(\s*(?:0|0?\.0\d*)\s*[,)]|line-height\s*:\s*0(?:px)?\s*(?:[;!]|$)|(?:^|[;\s])color\s*:\s*transparent",
    re.I,
)
_COLOUR = pattern(r"(?:^|[;\s])color\s*:\s*([#\w]+)", re.I)
_GROUND = pattern(r"background(?:-color)?\s*:\s*([#\w]+)", re.I)
_NAMES = {"white": "#ffffff", "black": "#000000", "#fff": "#ffffff", "#000": "#000000"}
_UNSHOWN = frozenset({"noscript", "template", "noframes"})
_LONGEST_STYLE = 2000


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
        self._ground = _ground_of(root)
        self._selectors: list[Selector] = [] if codes is None else hidden_selectors(root, codes)

    def way(self, node: HtmlElement) -> Hiding | None:
        """Return how *node* is hidden, None where it is not."""
        tag, style = node.tag, node.get("style")
        if style and (way := style_hides(style[:_LONGEST_STYLE])):
            return way
        if tag in _UNSHOWN or node.get("hidden") is not None:
            return Hiding.FOLDED
        if tag == "marquee" and (_is_speck(node.get("height")) or _is_speck(node.get("width")) or _is_fast(node)):
            return Hiding.INVISIBLE
        if self._selectors and any(selector.matches(node) for selector in self._selectors):
            return Hiding.FOLDED
        if not self._ground:
            return None
        colour = _COLOUR.search(style) if style else None
        name = colour.group(1) if colour else node.get("color") if tag == "font" else None
        return Hiding.INVISIBLE if name and _colour(name) == self._ground else None


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


def _ground_of(root: HtmlElement) -> str:
    body = root.find("body")
    if body is None:
        return ""
    styled = _GROUND.search(body.get("style", ""))
    return _colour(styled.group(1) if styled else body.get("bgcolor", ""))


def _colour(name: str) -> str:
    return _NAMES.get(name.lower(), name.lower())
