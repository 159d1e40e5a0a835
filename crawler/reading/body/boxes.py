"""Boxes of links below an article, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from crawler.reading.body.prune import is_byline_field
from crawler.reading.body.siblings import is_printed_as
from crawler.reading.body.weights import is_linked
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import is_outlet
from crawler.reading.metadata.parts import is_numbered
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import read_byline_line

_LONGEST, _FAR = 16, 12
_CLOSED = ("。", "！", "？", "；", "”", "）", ")")
_COLONS = ("：", ":")
# The heading of a box may end in a way to more.
_MORE = pattern(r"更多|[>»]{1,2}\W*$|more", re.I)


def before_heading(lines: Sequence[Line], start: int, end: int, dropped: Sequence[bool]) -> int:
    """Return where the heading stands that closes *lines* from *start* to *end*, above links, or *end*.

    *dropped* says of each line whether it is woven into the article.
    """
    kept = (at for at in range(end - 1, start, -1) if not dropped[at - start] and _is_text(lines[at]))
    at = next(kept, None)
    return at if at is not None and heads_links(lines, at, lines[start:at]) else end


def heads_links(lines: Sequence[Line], at: int, told: Sequence[Line]) -> bool:
    """Say whether the line at *at* of *lines* heads links to other pages and is set apart from the text *told*.

    An office or a person signs a text.
    """
    line, text = lines[at], lines[at].text
    if line.kind == "row" or line.size > _LONGEST or text.endswith(_CLOSED) or is_numbered(text):
        return False
    if find_stamp(text) or not _are_links_below(lines, at):
        return False
    if is_outlet(text) or is_person(text) or is_byline_field(text) or read_byline_line(text):
        return False
    more = bool(_MORE.search(text))
    before = next((other for other in reversed(told) if _is_text(other)), None)
    if before is None or (line.links and not more):
        return False
    bold = line.strong * 2 > line.size and before.strong * 2 <= before.size
    return more or bold or text.endswith(_COLONS) or not is_printed_as(line, before)


def _is_text(line: Line) -> bool:
    return line.size > 0 and not line.hidden and not is_linked(line)


def _are_links_below(lines: Sequence[Line], at: int) -> bool:
    below = list(islice((line for line in lines[at + 1 : at + _FAR] if line.size and not line.hidden), 2))
    if not below or not is_linked(below[0]):
        return False
    return len(below[0].links) > 1 or (len(below) > 1 and is_linked(below[1]))
