"""Pages that are a column's list, not an article: they are called as the column, and say nothing themselves."""

from __future__ import annotations

from crawler.reading.body.endings import opens_related
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.prune import is_metadata_bar
from crawler.reading.body.weights import has_own_picture, is_linked, weigh
from crawler.reading.files.attachments import leads_to_file
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.places import opens_trail, trail_steps
from crawler.reading.metadata.posters import leads_to_person
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern

_TURN = pattern(r"下一?\s*[页頁]|[尾末]\s*[页頁]|共\s*\d+\s*[页条]|页次")
_LONGEST_NAME, _LONGEST_MEMBER, _SHORTEST_TITLE, _LONGEST_CELL, _PROSE = 14, 16, 6, 24, 30
_FAR, _ABOVE, _ENOUGH, _HEADS = 60, 40, 3, 1


def is_list(page: Page, title: str | None, headline: Headline | None) -> bool:
    """Say whether *page* is the list of a column: its *title* is a step of its trail, and rows of links follow it."""
    if not title or len(title) > _LONGEST_NAME:
        return False
    end = headline.start if headline is not None else min(len(page.lines), _FAR * 2)
    trails = (at for at in range(end - 1, max(-1, end - _ABOVE), -1) if opens_trail(page, at))
    trail = next(trails, None)
    if trail is None and headline is not None:  # the name of the column may stand above the trail
        below = range(headline.end, min(headline.end + 3, len(page.lines)))
        trail = next((at for at in below if opens_trail(page, at)), None)
    if trail is None or plain(title) not in map(plain, trail_steps(page, trail)):
        return False
    return _rows_follow(page, max(trail + 1, headline.end if headline is not None else 0))


def _rows_follow(page: Page, start: int) -> bool:
    """Whether the lines from *start* on are links to other pages before they are anything else.

    A row may have a summary below it, but no two paragraphs.
    """
    links = heads = told = 0
    for line in page.lines[start : start + _FAR]:
        if line.hidden or not (line.size or line.images):
            continue
        if _is_row(line):
            links, told = links + 1, 0
            if links >= _ENOUGH:
                return True
        elif _TURN.search(line.text):
            return True  # rows that a script writes are not in the page
        elif links == 0 and _is_of_article(line):
            heads += line.kind == "row"
            if line.kind != "row" or heads > _HEADS:
                return False
        elif line.kind == "text" and not line.links and weigh(line) > _PROSE:
            told += 1
            if told > 1:
                return False
    return False


def _is_of_article(line: Line) -> bool:
    if not line.size:
        return has_own_picture(line)
    if is_furniture(line.text):
        return False
    return line.kind == "row" or weigh(line) > _PROSE or is_metadata_bar(line.text) or opens_related(line.text)


def _is_row(line: Line) -> bool:
    """Whether *line* is a row of a list: a link, and what is said of it in other cells: a number, an office, a day.

    The buttons of a forum are links too, and the names of its members.
    """
    if line.size < _SHORTEST_TITLE or any(leads_to_file(link) for link in line.links) or is_furniture(line.text):
        return False
    if line.size <= _LONGEST_MEMBER and len(line.links) == 1 and leads_to_person(line.links[0]):
        return False
    if is_linked(line):
        return True
    if line.kind != "row" or len(line.links) != 1:
        return False
    told = " ".join(phrase_in(line.links[0]).split())
    others = [cell for cell in line.cells if told not in cell]
    return len(told) >= _SHORTEST_TITLE and all(len(cell) <= _LONGEST_CELL and "。" not in cell for cell in others)
