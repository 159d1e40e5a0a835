"""Which lines of a container are the article: not its furniture, not what is woven into it, not what trails it."""

from __future__ import annotations

import re
from itertools import accumulate

from crawler.reading.container import Range, is_beside, weigh
from crawler.reading.flow import Line, Page
from crawler.reading.headline import Headline, plain
from crawler.reading.patterns import pattern
from crawler.reading.prune import (
    is_byline_field,
    is_disclaimer,
    is_furniture,
    is_keywords,
    is_metadata_bar,
    is_rights_line,
    opens_comments,
    opens_related,
)

_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|jpe?g|png|tiff?)(?:$|[?#])", re.I)
_LONGEST, _ENOUGH, _PROSE = 120, 80, 30
_ATTACHMENT = pattern(r"^\s*(?:附件|附表|附录|附图|附)\s*\d*\s*[：:.、]?")


def article_lines(page: Page, span: Range, headline: Headline | None) -> list[Line]:
    """Return the lines of *span* that are the article, in order."""
    start, end = _after_headline(page, span, headline)
    end = _before_tail(page.lines, start, end, headline)
    woven = _woven_in(page, (start, end))
    lines = [
        line for index, line in enumerate(page.lines[start:end], start) if not line.hidden and not woven[index - start]
    ]
    lines = _without_head(lines, headline)
    return [line for line in _without_keywords(lines) if not _is_stray(line)]


def short_article(page: Page, headline: Headline | None) -> list[Line]:
    """Return the lines below *headline* up to the first that is beside an article; none where no title is printed."""
    if headline is None:
        return _unlinked(page)
    lines = [line for line in page.lines[headline.end :] if not line.hidden]
    bar = next((i for i, line in enumerate(lines[:8]) if is_metadata_bar(line.text)), -1)
    found: list[Line] = []
    for line in lines[bar + 1 :]:
        if _is_linked(line) or opens_related(line.text) or (line.size and is_beside(line)):
            if any(item.size or item.images for item in found):
                break
            if _is_linked(line):
                return []
            continue
        found.append(line)
    return found


def _unlinked(page: Page) -> list[Line]:
    """All that a page says, if it is not there to link to others: a frame's text, a notice without a title."""
    lines = [line for line in page.lines if not line.hidden]
    if sum(line.linked for line in lines) * 4 > sum(line.size for line in lines):
        return []
    return [line for line in lines if not _is_linked(line) and not (line.size and is_beside(line))]


def _after_headline(page: Page, span: Range, headline: Headline | None) -> Range:
    start, end = span
    if headline is not None and start <= headline.start and headline.end < end:
        above = sum(max(0.0, weigh(line)) for line in page.lines[start : headline.start])
        if above < 120 or headline.sure:
            start = headline.end
    return start, end


def _without_head(lines: list[Line], headline: Headline | None) -> list[Line]:
    """Drop what stands above the first line of text: the title again, the bar of source and date, buttons."""
    wanted = plain(headline.text) if headline else ""
    bar = next((i for i, line in enumerate(lines[:8]) if is_metadata_bar(line.text)), None)
    if bar is not None and sum(max(0.0, weigh(line)) for line in lines[:bar]) < 60:
        lines = lines[bar + 1 :]
    start = 0
    for line in lines:
        text = plain(line.text) if line.size < _LONGEST else ""
        again = bool(text) and (text == wanted or (len(text) >= 6 and text in wanted and line.strong > 0))
        if line.size and not again and not is_beside(line) and not is_byline_field(line.text) and not _is_linked(line):
            break
        if not line.size and line.images:
            break
        start += 1
    return lines[start:]


def _before_tail(lines: list[Line], start: int, end: int, headline: Headline | None) -> int:
    """The index of the heading of related articles, of comments, of a footer, if little prose comes after it."""
    wanted = plain(headline.text) if headline else ""
    sums = list(accumulate((max(0.0, weigh(line)) for line in lines[start:end]), initial=0.0))
    for index in range(start + 1, end):
        line = lines[index]
        if sums[index - start] > _ENOUGH and not line.hidden and opens_comments(line.text):
            return index
        if line.hidden or not (_ends_article(line) or (wanted and line.size < _LONGEST and plain(line.text) == wanted)):
            continue
        if sums[-1] - sums[index - start] <= sums[-1] * 0.3:
            return index
    return end


def _ends_article(line: Line) -> bool:
    return opens_related(line.text) or is_disclaimer(line.text) or is_rights_line(line.text)


def _woven_in(page: Page, span: Range) -> list[bool]:
    """Mark the lines of blocks inside *span* that are lists of links: recommendations, advertisements, galleries."""
    start, end = span
    lines = page.lines[start:end]
    links = list(accumulate((int(_is_linked(line)) for line in lines), initial=0))
    sums = list(accumulate((weigh(line) for line in lines), initial=0.0))
    marks = [False] * (end - start)
    for block in page.spans:
        if block.start < start or block.end > end or (block.start == start and block.end == end):
            continue
        a, b = block.start - start, block.end - start
        if links[b] - links[a] >= 2 and sums[b] - sums[a] < 0:
            marks[a:b] = [True] * (b - a)
    return marks


def _is_linked(line: Line) -> bool:
    if not line.size or line.linked * 2 <= line.size or _ATTACHMENT.match(line.text):
        return False
    return not any(_FILE.search(link.get("href") or "") for link in line.links)


def _without_keywords(lines: list[Line]) -> list[Line]:
    """Drop the one line of keywords above or below the prose; several, or one amid the text, are subheads."""
    at = [index for index, line in enumerate(lines) if is_keywords(line.text)]
    if len(at) != 1:
        return lines
    above, below = lines[: at[0]], lines[at[0] + 1 :]
    amid = any(weigh(line) > _PROSE for line in above) and any(weigh(line) > _PROSE for line in below)
    return lines if amid else above + below


def _is_stray(line: Line) -> bool:
    """Buttons, bars and ways to the next article may stand anywhere; an image has no text to judge by."""
    return bool(line.size) and (is_furniture(line.text) or is_metadata_bar(line.text) or opens_related(line.text))
