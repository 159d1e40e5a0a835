"""The part of a page in which it prints what it says of an article: around the headline, and right below the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.reading.body.container import Range
from crawler.reading.body.endings import opens_related
from crawler.reading.body.prune import is_rights_line
from crawler.reading.body.siblings import is_printed_as
from crawler.reading.body.tail import heads_comments
from crawler.reading.body.weights import weigh
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import is_bar
from crawler.reading.metadata.headline import Headline
from crawler.reading.metadata.index import after_index
from crawler.reading.metadata.parts import is_numbered
from crawler.reading.page.flow import Line, Page

_ABOVE, _BELOW, _TAIL, _SHORT, _MOST_INDEX = 5, 6, 8, 12, 60
_FAR = 30
_MOST_NODES, _HEADING, _SAID = 30, 30, 30
# What states metadata is a bar or a short line; a lead that names its reporter is read with the story.
_LONGEST = 400


class Zone(NamedTuple):
    """The visible lines from above the headline to the first line of prose, and those after the last.

    *below* are those of *head* that stand below the headline.
    """

    head: tuple[Line, ...] = ()
    tail: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()


def find_zone(page: Page, span: Range | None, headline: Headline | None) -> Zone:
    """Return the lines of *page* around the body *span* and the *headline* that may state metadata."""
    if span is None:
        if headline is None:
            return Zone()
        # An index of open government has as many lines as a short notice.
        below = page.lines[headline.end : headline.end + _MOST_INDEX]
        stop = headline.end + len(below[: after_index(below) + _SHORT])
        comments = (at for at in range(headline.end, stop) if heads_comments(page.lines, at, len(page.lines)))
        below = page.lines[headline.end : next(comments, stop)]
        told = next((at for at, line in enumerate(below) if "。" in line.text and not is_bar(line.text)), len(below))
        above = page.lines[max(0, headline.start - _ABOVE) : headline.end]
        return Zone(_shown([*above, *below[:told]]), _shown(below[told:]), _shown(below[:told]))
    first = _first_prose(page, span, headline)
    start = headline.start if headline is not None and headline.start <= first else max(0, span[0] - 8)
    start = max(0, start - _ABOVE, first - _FAR)
    end = _before_comments(page, first, span[1])
    said = [i for i in range(first, end) if weigh(page.lines[i]) > _SAID or _is_of_table(page.lines[i])]
    last = max(said, default=first)
    tail: list[Line] = []
    for at, line in enumerate(
        page.lines[max(first, last - 2) : max(span[1] + _BELOW, last + _TAIL)], max(first, last - 2)
    ):
        if heads_comments(page.lines, at, len(page.lines)) or (
            len(tail) > 2 and (opens_related(line.text) or is_rights_line(line.text))
        ):
            break
        tail.append(line)
        if len(tail) > _TAIL + _BELOW:
            break
    below = page.lines[headline.end : first] if headline is not None else []
    return Zone(_shown(page.lines[start:first]), _shown(tail), _shown(below))


def _is_of_table(line: Line) -> bool:
    """Whether *line* is a row that tells something: a table may be all of a document."""
    return line.kind == "row" and weigh(line) > 0


def _before_comments(page: Page, first: int, end: int) -> int:
    """Where the readers' comments begin, each with a stamp of its own, or what is said of other articles, or *end*."""
    last: int | None = None
    for at in range(first + 1, end):
        text = page.lines[at].text
        if len(text) > _HEADING:
            continue
        if heads_comments(page.lines, at, len(page.lines)):
            return at
        if opens_related(text):
            last = _last_of_text(page, first, end) if last is None else last
            if at > last:
                return at
    return end


def _last_of_text(page: Page, first: int, end: int) -> int:
    """The last line before *end* that is set as the text is, of which *first* is a line."""
    said = (at for at in range(end - 1, first, -1) if weigh(page.lines[at]) > _SAID)
    return next((at for at in said if is_printed_as(page.lines[at], page.lines[first])), first)


def elements_of(lines: Sequence[Line], longest: int, tags: Sequence[str]) -> Iterator[tuple[Line, HtmlElement]]:
    """Yield the elements called one of *tags* in the blocks of those *lines* that have *longest* characters at most.

    A block of several lines is looked at once, with the first of them, and not beyond its first thirty elements.
    """
    seen: set[HtmlElement] = set()
    for line in lines:
        if line.size <= longest and line.node not in seen:
            seen.add(line.node)
            yield from ((line, node) for node in islice(line.node.iter(*tags), _MOST_NODES))


def _first_prose(page: Page, span: Range, headline: Headline | None) -> int:
    """The index of the first line in *span* that only an article has: bars and bylines stand above it.

    A number may stand above the headline too, before a trail of columns that is set as a list: 1. 首页 > 新闻.
    """
    head = headline.end if headline is not None else span[0]
    for index in range(_below_sure(page, span, headline), span[1]):
        line = page.lines[index]
        if headline is not None and headline.start <= index < head:
            continue  # a long headline reads as prose does
        numbered = index >= head and is_numbered(line.text)
        told = weigh(line) > (20 if index >= head and line.text.endswith("。") else 40) and not is_bar(line.text)
        if not line.hidden and (told or numbered) and (weigh(line) > 40 or not _heads_bar(page, index)):
            return index
    return min(span[0] + 3, span[1])


def _below_sure(page: Page, span: Range, headline: Headline | None) -> int:
    """Where prose is sought in *span*: what stands above a *headline* that a title vouches for is of other articles."""
    if headline is None or not headline.sure or not span[0] <= headline.start:
        return span[0]
    told = any(weigh(line) > _SAID for line in page.lines[headline.end : span[1]])
    return headline.end if told else span[0]


def _heads_bar(page: Page, index: int) -> bool:
    """Whether the bar of source and date stands right below the line *index*: a summary's sentence under a headline."""
    below = next((line for line in page.lines[index + 1 : index + 3] if line.size and not line.hidden), None)
    return below is not None and is_bar(below.text) and find_stamp(below.text) is not None


def _shown(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if 0 < line.size <= _LONGEST and not line.hidden)
