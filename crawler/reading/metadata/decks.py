"""The smaller headlines above and below the great one: kicker (肩题, 引题) and subtitle (副题)."""

from __future__ import annotations

import re

from crawler.reading.body.prune import is_furniture, is_index_line, is_metadata_bar
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_ABOVE = pattern(r"pre-?title|intro-?title|yin(?:biao)?ti|jian(?:biao)?ti|kicker|shoulder|top-?title", re.I)
_BELOW = pattern(r"sub-?title|fu(?:biao)?ti|second-?title", re.I)
_DASH = pattern(r"^(?:——|—|──|--)")
_SHORTEST, _LONGEST = 6, 60


def find_kicker(page: Page, headline: Headline) -> str | None:
    """Return the line right above *headline* that is set as a heading, or named as a kicker."""
    line = _next(page.lines[max(0, headline.start - 3) : headline.start][::-1])
    if line is not None and _is_deck(line, headline) and (line.node.tag in _HEADINGS or _named(line, _ABOVE)):
        return line.text
    return None


def find_subtitle(page: Page, headline: Headline) -> str | None:
    """Return the line right below *headline* that opens with a dash, is set as a heading, or named as a subtitle."""
    line = _next(page.lines[headline.end : headline.end + 3])
    if line is None or not _is_deck(line, headline):
        return None
    if _DASH.match(line.text) or line.node.tag in _HEADINGS or _named(line, _BELOW):
        return line.text
    return None


def _next(lines: list[Line]) -> Line | None:
    return next((line for line in lines if line.size and not line.hidden), None)


def _is_deck(line: Line, headline: Headline) -> bool:
    return (
        line.kind == "text"
        and _SHORTEST <= line.size <= _LONGEST
        and not line.linked
        and "。" not in line.text
        and plain(line.text) != plain(headline.text)
        and not (is_furniture(line.text) or is_metadata_bar(line.text) or is_index_line(line.text))
    )


def _named(line: Line, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(f"{line.node.get('class') or ''} {line.node.get('id') or ''}"))
