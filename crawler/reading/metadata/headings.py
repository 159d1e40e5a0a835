"""Headlines that no title of the page's head spells: templates of counties often name only the site there."""

from __future__ import annotations

from crawler.reading.body.endings import heads_box, opens_related
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.indexes import is_index_line
from crawler.reading.body.prune import is_byline_field, is_metadata_bar, is_rights_line, is_rule
from crawler.reading.metadata.around import bar_follows, is_value
from crawler.reading.metadata.bars import stands_below_headline
from crawler.reading.metadata.dress import dress
from crawler.reading.metadata.headline import (
    DASH,
    WHERE,
    Headline,
    is_banner,
    plain,
    with_office,
)
from crawler.reading.metadata.index import index_range, is_field
from crawler.reading.metadata.menus import heads_column
from crawler.reading.metadata.parts import is_document_number, is_part
from crawler.reading.metadata.places import opens_trail, trail_steps
from crawler.reading.metadata.unlabelled import is_of_edition
from crawler.reading.page.flow import Line, Page
from crawler.reading.people.leads import read_byline_line

_SHORTEST, _LONGEST = 4, 60
_NEAR, _SEARCHED = 8, 400
_NEAR_COLUMN, _RIGHT_BELOW = 3, 3.0
_HEADING, _BOLD = 1.5, 1.0


def first_heading(page: Page, span: tuple[int, int]) -> Headline | None:
    """Return the first short line above the prose of *span*, for pages that name their article nowhere else."""
    prose = next((i for i in range(*span) if _is_prose(page.lines[i])), None)
    if prose is None:
        return None
    found = [
        index
        for index in range(max(0, prose - _NEAR + 2), prose)
        if _may_head(line := page.lines[index])
        and not is_banner(line.text)
        and line.size <= 40
        and "。" not in line.text
        and not (line.linked or is_value(page, index))
    ]
    if not found:
        return None
    best = max(found, key=lambda index: (dress(page.lines[index]), -index))  # a kicker is set smaller
    return with_office(page, Headline(page.lines[best].text, best, best + 1, sure=False))


def _is_prose(line: Line) -> bool:
    return line.size > 30 and not line.linked and not is_rule(line.text)


def below_trail(page: Page) -> Headline | None:
    """Return the line set as a headline below the trail of columns, or else the first of *page* above a bar.

    Of a list the same place holds the name of its column, and links below.
    """
    trail = next((at for at in range(min(len(page.lines), _SEARCHED)) if opens_trail(page, at)), None)
    if trail is not None:
        steps = trail_steps(page, trail)
        return _first(page, trail + 1, trail + 1 + _NEAR + len(steps), {plain(step) for step in steps})
    return _first(page, 0, min(len(page.lines), _SEARCHED), set(), barred=True)


def only_dressed(page: Page) -> Headline | None:
    """Return the one line of *page* that is set as a headline: a short notice's, which has no bar below it."""
    found = [
        at
        for at, line in enumerate(page.lines[:_SEARCHED])
        if line.size >= _SHORTEST * 2 and not line.linked and dress(line) >= _BOLD and _may_head(line)
    ]
    if len(found) != 1 or is_banner(page.lines[found[0]].text):
        return None
    return with_office(page, Headline(page.lines[found[0]].text, found[0], found[0] + 1, sure=False))


def _first(page: Page, start: int, end: int, steps: set[str], *, barred: bool = False) -> Headline | None:
    first, past = index_range(page.lines[start:end])
    for index in range(start, min(end + past, len(page.lines))):
        line = page.lines[index]
        if line.hidden or not line.size or plain(line.text) in steps or start + first <= index < start + past:
            continue
        if line.linked * 2 > line.size or not _may_head(line) or is_banner(line.text) or is_value(page, index):
            if line.linked * 2 > line.size and not barred and line.size >= _SHORTEST * 2:
                return None  # the rows of a list
            continue
        if barred and dress(line) >= _BOLD and heads_column(page, line) and (below := _below_column(page, index)):
            return below
        found = with_office(page, Headline(line.text, index, index + 1, sure=False))
        followed = bar_follows(page, found.end)
        set_so = dress(line) >= _BOLD or (barred and _opens_text(page, index, followed))
        if (followed >= 2.0 and set_so) if barred else (followed or set_so):
            return found
        if not barred and line.size > _LONGEST // 2:
            return None
    return None


def past_column(page: Page, headline: Headline) -> Headline:
    """Return the headline below *headline*, where that is the name of a column that the page's title ends in."""
    if headline.end - headline.start > 1 or not heads_column(page, page.lines[headline.start]):
        return headline
    return _below_column(page, headline.start) or headline


def _below_column(page: Page, index: int) -> Headline | None:
    """The line below the column's name at *index* that heads a text: set as a heading, or right above the bar."""
    for at in range(index + 1, min(index + 1 + _NEAR_COLUMN, len(page.lines))):
        line = page.lines[at]
        if DASH.match(line.text) or _is_prose(line):
            return None  # a subtitle or the text: a headline stands above it, to which contents or a trail link
        followed = bar_follows(page, at + 1) >= _RIGHT_BELOW
        if _may_head(line) and not line.linked and (followed or (dress(line) >= _HEADING and _text_follows(page, at))):
            return with_office(page, Headline(line.text, at, at + 1, sure=False))
    return None


def _opens_text(page: Page, index: int, followed: float) -> bool:
    """Whether the plain line at *index* has the bar right below it and a text below that."""
    return followed >= _RIGHT_BELOW and page.lines[index].size >= _SHORTEST * 2 and _text_follows(page, index)


def _text_follows(page: Page, index: int) -> bool:
    return any(_is_prose(line) for line in page.lines[index + 1 : index + 1 + _NEAR_COLUMN])


def _may_head(line: Line) -> bool:
    text = line.text
    return (
        _SHORTEST <= line.size <= _LONGEST
        and line.kind == "text"
        and not line.hidden
        and not text.endswith(("。", "；", "：", ":"))
        and not WHERE.match(text)
        and not (is_furniture(text) or is_index_line(text) or is_metadata_bar(text) or is_rights_line(text))
        and not (
            opens_related(text)
            or heads_box(text)
            or is_part(text)
            or is_field(text)
            or is_document_number(text)
            or is_byline_field(text)
            or DASH.match(text)
            or stands_below_headline(text)
            or is_of_edition(text)
            or (("记者" in text or "通讯员" in text) and read_byline_line(text))
        )
    )
