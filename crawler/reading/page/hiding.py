"""What a page holds and does not show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

_HIDDEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)", re.I)
# The body of an article on WeChat, which its script shows.
_SHOWN_LATER = frozenset(["js_content"])
_HIDDEN_CLASSES = frozenset(["hidden", "hide", "d-none", "sr-only", "visually-hidden"])


def is_hidden(node: HtmlElement, style: str | None, names: Sequence[str]) -> bool:
    """Return whether *node*, whose attributes have *names*, *style* among them, says of itself that it is not shown."""
    if style is not None and _hides(style):
        return node.get("id") not in _SHOWN_LATER
    return ("class" in names and _is_hiding(node.get("class", ""))) or "hidden" in names


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return bool(_HIDDEN.search(style))


@lru_cache(maxsize=4096)
def _is_hiding(classes: str) -> bool:
    return not _HIDDEN_CLASSES.isdisjoint(classes.split())
