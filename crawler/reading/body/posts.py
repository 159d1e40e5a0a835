"""Pages of several posts: a forum's thread, the front of a blog."""

from __future__ import annotations

import re

from crawler.reading.body.container import Range, weigh
from crawler.reading.body.prune import is_metadata_bar
from crawler.reading.dates import find_stamp
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_STAMP_WORDS = pattern(
    r"[发發]表[于於]|张贴|張貼|楼|樓|#\d|\d#|posted|回[复覆]|作者\s*[：:]|^\W*(?:19|20)\d\d[-/.年][\d\s:：/.年月日-]*$",
    re.I,
)
_LONGEST = 80
# The first post's stamp may stand above what holds all posts.
_ABOVE = 8
_PROSE = 30.0


def first_post(page: Page, span: Range) -> Range:
    """Return the lines of the first post in *span*, if it holds several, each with its stamp of who and when.

    >>> first_post(Page(), (0, 0))
    (0, 0)
    """
    stamps = _stamps(page, (max(0, span[0] - _ABOVE), span[1]))
    if len(stamps) < 2:
        return span
    if stamps[0] < span[0] <= stamps[1]:
        return (span[0], stamps[1]) if _prose(page, span[0], stamps[1]) > _PROSE else span
    first, second = stamps[0], stamps[1]
    if _prose(page, span[0], first) > _PROSE:
        return span[0], first  # the stamp stands under its post
    told = _prose(page, first, second) > _PROSE
    if not told or (len(stamps) == 2 and _prose(page, second, span[1]) <= _PROSE):
        return span
    end = second
    # The title, the name and the picture of the second poster stand above the stamp.
    while end > first + 1 and weigh(page.lines[end - 1]) <= _PROSE and second - end < 3:
        end -= 1
    return span[0], end


def _stamps(page: Page, span: Range) -> list[int]:
    """The lines that are stamps of one make, the most frequent make of the page."""
    makes: dict[tuple[str, str], list[int]] = {}
    for index in range(*span):
        line = page.lines[index]
        if _is_stamp(line):
            make = (str(line.node.tag), line.node.get("class") or "")
            makes.setdefault(make, []).append(index)
    return max(makes.values(), key=len, default=[])


def _is_stamp(line: Line) -> bool:
    if line.hidden or not line.size or line.size > _LONGEST or not _STAMP_WORDS.search(line.text):
        return False
    stamp = find_stamp(line.text)
    return stamp is not None and stamp.time is not None and is_metadata_bar(line.text)


def _prose(page: Page, start: int, end: int) -> float:
    return sum(max(0.0, weigh(line)) for line in page.lines[start:end])
