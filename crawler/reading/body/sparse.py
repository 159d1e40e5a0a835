"""An article too short to be dense: a paragraph or two amid links, found by its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.body.container import Range, is_beside, is_linked, weigh
from crawler.reading.body.lines import short_article
from crawler.reading.body.prune import opens_related
from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

# What ends a sentence or parts it; a label and its value have a colon alone.
_STOPS = pattern(r"[，。；！？]")
# Addresses and telephones of a footer have commas too.
_OFFICE = pattern(r"(?:地址|电话|邮编|邮箱|传真|热线|E-?mail|ICP)\s*[：:]|备案|密码|分辨率|浏览器", re.I)
_SHORTEST, _ENOUGH = 12, 40.0


def find_sparse(page: Page, headline: Headline | None) -> Range | None:
    """Return the range of lines that holds a short article, for pages in which no block is dense.

    None where what stands right below *headline* tells something by itself (a notice without a sentence, a table, a
    picture), or where the page has no sentences of its own.
    """
    below = short_article(page, headline)
    if any(_tells(line) or line.kind == "row" or _shows(line) for line in below):
        return None
    found = _heaviest(page.lines, headline.end if headline is not None and headline.sure else 0)
    return _with_siblings(page, found) if found is not None else None


def _tells(line: Line) -> bool:
    if line.hidden or line.kind == "row" or line.size - line.linked < _SHORTEST or is_linked(line) or is_beside(line):
        return False
    return bool(_STOPS.search(line.text)) and not _OFFICE.search(line.text)


def _shows(line: Line) -> bool:
    """Whether *line* is a picture of the article: those of other articles and advertisements lead somewhere."""
    return not line.size and any(image.getparent().tag != "a" for image in line.images)


def _heaviest(lines: Sequence[Line], start: int) -> Range | None:
    """The run of lines from *start* on whose weights together are the largest sum, if it tells enough."""
    best: Range | None = None
    most, total, begin = _ENOUGH, 0.0, start
    for index, line in enumerate(lines[start:], start):
        weight = weigh(line)
        if weight > 0 and not _tells(line):
            weight = 0.0
        if total <= 0:
            total, begin = 0.0, index
        total += weight
        if total >= most and weight > 0:
            most, best = total, (begin, index + 1)
    return best


def _with_siblings(page: Page, span: Range) -> Range:
    """The outermost block around *span* that holds nothing besides it but lines without links: who signed, and when."""
    around = [block for block in page.spans if block.start <= span[0] and span[1] <= block.end]
    for block in sorted(around, key=lambda block: block.start - block.end):
        beside = page.lines[block.start : span[0]], page.lines[span[1] : block.end]
        if not any(is_linked(line) or opens_related(line.text) or is_beside(line) for part in beside for line in part):
            return block.start, block.end
    return span
