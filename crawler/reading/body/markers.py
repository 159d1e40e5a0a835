"""Where the systems behind government sites mark the body of an article."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern

# In order of trust; ids and classes are compared in lower case.
_NAMES = (
    ("ucapcontent", "ucap-content", "vsb_content", "v_news_content", "trs_editor", "trs_editor_view", "trs_ueditor"),
    ("wp_articlecontent", "founder-content", "ozoom", "zoom", "zoomcon", "conzoom", "artile_zw", "bt_content"),
)
_RANKS = {name: rank for rank, names in enumerate(_NAMES) for name in names}
# vsb_content_2, vsb_content_501: one a template.
_NUMBERED = "vsb_content_"
# The one system that marks bodies by a tag of its own.
_TAGS = frozenset(["ucapcontent"])
_PAIRS = (
    (pattern(r"^\s*enpcontent\s*$", re.I), pattern(r"^\s*/enpcontent\s*$", re.I)),
    (
        pattern(r"^\s*正文\s*(?:s|sta|start|开始|begin)\s*$", re.I),
        pattern(r"^\s*正文\s*(?:e|end|结束)\s*$", re.I),
    ),
    (pattern(r"^\s*ZJEG_RSS\.content\.begin\s*$", re.I), pattern(r"^\s*ZJEG_RSS\.content\.end\s*$", re.I)),
)


def find_marked(page: Page) -> list[list[tuple[int, int]]]:
    """Return the ranges of lines that known systems mark as the body, those of the most trusted kind first."""
    found = [between(page, opening, closing) for opening, closing in _PAIRS]
    named: list[list[tuple[int, int]]] = [[] for _ in _NAMES]
    for span in page.spans:
        node = span.node
        for names in (node.get("id"), node.get("class"), node.tag if node.tag in _TAGS else None):
            if names:
                for rank in _ranks(names):
                    named[rank].append((span.start, span.end))
    return [[(start, end) for start, end in ranges if start < end] for ranges in (*found, *named)]


@lru_cache(maxsize=4096)
def _ranks(names: str) -> tuple[int, ...]:
    words = ("vsb_content" if word.startswith(_NUMBERED) else word for word in names.lower().split())
    return tuple(_RANKS[word] for word in words if word in _RANKS)


def between(page: Page, opening: re.Pattern[str], closing: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the ranges of lines from each comment that *opening* matches to the first after it that *closing* does."""
    ranges: list[tuple[int, int]] = []
    start: int | None = None
    for text, at in page.marks:
        if start is None and opening.match(text):
            start = at
        elif start is not None and closing.match(text):
            # Some papers double the comments: the inner pair is empty or the same.
            ranges.append((start, at))
            start = None
    return ranges
