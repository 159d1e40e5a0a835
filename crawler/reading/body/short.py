"""Articles that are no block of their own: the lines right below a headline, or all that a page says."""

from __future__ import annotations

import re

from crawler.reading.body.answers import are_answered
from crawler.reading.body.boxes import heads_links
from crawler.reading.body.columns import after_column
from crawler.reading.body.endings import heads_box, opens_comments, opens_related
from crawler.reading.body.forms import outside_forms
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.heads import (
    CLOSING,
    LONGEST_HEADING,
    below_summary,
    end_of_bar,
    first_bar,
    is_occasion,
    opens_bar,
    without_head,
)
from crawler.reading.body.indexes import is_metadata_row
from crawler.reading.body.lines import heads_files, is_amid_rows, without_keywords, without_strays
from crawler.reading.body.prune import is_rights_line
from crawler.reading.body.siblings import is_printed_as, is_set_as
from crawler.reading.body.tail import FAR, before_boxes, is_own
from crawler.reading.body.weights import is_beside, is_linked, weigh
from crawler.reading.dates import find_stamp
from crawler.reading.files.attachments import leads_to_file
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.index import after_index
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_LONGEST, _PROSE, _SENTENCE, _NEAR = 120, 30, 12, 4
_BOX, _SENTENCES = 12, 60
# The links of an advertisement between a bar and a text.
_MOST_ADVERTISED = 16
# Where an office is to be found: a notice says so, and so does the foot of a site.
_CONTACT = pattern(
    r"^[\s【\[]*(?:(?:办公|联系|通信|单位)?地\s*址|(?:联系|咨询|值班|办公)?电\s*话|传\s*真|邮\s*编|邮政编码|(?:电子)?邮\s*箱|E-?mail|办公时间|工作时间|联系人)"
    r"\s*[：:]",
    re.I,
)
# Which of the pictures of a series the next one is: 2/9.
_NUMBERED = pattern(r"\d{1,3}\s*/\s*\d{1,3}")
# The stamp of a reply.
_REPLIED = pattern(r"(?:回[复覆]|跟[帖贴])(?:日期|时间|于)\s*[：:]?\s*(?:19|20)\d\d")


def short_article(page: Page, headline: Headline | None) -> list[Line]:
    """Return the lines below *headline* up to the first that is beside an article; none where no title is printed."""
    if headline is None:
        return _unlinked(page)
    lines = [line for line in page.lines[headline.end :] if not line.hidden]
    lines = lines[: _before_lists(page, lines)]
    lines = [
        line
        for line in lines[after_index(lines) :]
        if not (line.kind == "row" and is_metadata_row(line.cells) and is_beside(line))
    ]
    lines = outside_forms(lines, page, headline)
    bar = first_bar(lines)
    found: list[Line] = []
    if bar is not None and not any(map(_tells, lines[bar + 1 :])):
        bar = None  # it stands below the text
    lines = lines[0 if bar is None else end_of_bar(lines, bar) :]
    note = below_summary(lines, 0, len(lines))
    lines = lines[note + 1 :] if note else lines
    texts = [line.text for line in lines[:_MOST_ADVERTISED]]
    beside = 0
    for index, line in enumerate(lines):
        if not found and (is_linked(line) or _heads_links(lines, index)):
            beside = beside if index < beside else after_column(lines, index)
        if index < beside:
            continue
        if found and is_linked(line) and _is_given(lines, index, found[-1]):
            found.append(line)
            continue
        begun = any((item.size and not is_person(item.text)) or item.images for item in found)
        if not begun and (opens_bar(line) or (heads_box(line.text) and "标签" in line.text)):
            continue  # a bar in several lines, its buttons among them; 热门标签 above no text
        if begun and _REPLIED.search(line.text) and not are_answered(lines[max(0, index - _NEAR) : index + _NEAR]):
            break
        if begun and not any(item.size for item in found) and _is_of_keepers(lines[index:], found[-1]):
            break
        if begun and (_is_second_print(lines, index, found, headline) or opens_comments(line.text)):
            break
        if is_furniture(line.text) and any(weigh(below) > _PROSE for below in lines[index + 1 : index + _NEAR]):
            continue
        if line.text[:1].isdigit() and _NUMBERED.fullmatch(line.text):
            continue
        own = is_occasion(lines, index) or (
            bool(found)
            and line.size > 0
            and (is_own(lines, index, found[-1]) or heads_files([found[-1], *lines[index : index + 2]], 1))
        )
        if is_linked(line) and _leads_within(line):
            continue  # the contents of the page itself, above it or between its parts
        if is_linked(line) or opens_related(line.text) or (line.size and is_beside(line) and not own):
            advertised = is_linked(line) and _is_advertised(lines[index:], found[-1] if begun else None)
            if begun and not advertised:
                break
            if is_linked(line) and not (advertised and (bar is not None or any(map(find_stamp, texts[:index])))):
                return []
            continue
        found.append(line)
    found = found[: before_boxes(found, 0, len(found))]
    while len(found) > 1 and heads_links(lines, _place(lines, found[-1]), found[:-1]):
        found.pop()
    # What a page only links to as files are its attachments: their text is in them.
    return [] if _are_files(found) else without_strays(without_keywords(without_head(found, headline)))


def _leads_within(line: Line) -> bool:
    """Whether the links of *line* lead to places on the page itself, which have names; a button leads to # alone."""
    return all(len(href := link.get("href") or "") > 1 and href.startswith("#") for link in line.links)


def _heads_links(lines: list[Line], at: int) -> bool:
    """Whether the short line at *at* stands right above a link, as the headings of a column do."""
    return 0 < lines[at].size <= LONGEST_HEADING and at + 1 < len(lines) and is_linked(lines[at + 1])


def _tells(line: Line) -> bool:
    """Whether *line* is of a text or a picture, and neither a link nor beside one."""
    return bool(line.images) or (line.size > 0 and not is_linked(line) and not is_beside(line))


def _place(lines: list[Line], line: Line) -> int:
    return next(at for at, other in enumerate(lines) if other is line)


def _are_files(lines: list[Line]) -> bool:
    told = [line for line in lines if line.size]
    files = all(line.linked == line.size and all(map(leads_to_file, line.links)) for line in told)
    return bool(told) and files and not any(line.images for line in lines)


def _is_of_keepers(lines: list[Line], picture: Line) -> bool:
    """Whether *lines*, beside the block of a *picture*, say where to find an office and tell nothing in a sentence."""
    if is_printed_as(lines[0], picture) or not any(_CONTACT.match(line.text) for line in lines[:_BOX]):
        return False
    return not any(
        "。" in line.text or weigh(line) > _SENTENCES for line in lines[:_BOX] if not _CONTACT.match(line.text)
    )


def _is_advertised(lines: list[Line], before: Line | None) -> bool:
    """Whether the first of *lines*, a link, is one of an advertisement: between a bar and a text, or amid the text.

    The text goes on below it as the line *before* is set.
    """
    for line in lines[:_MOST_ADVERTISED]:
        if opens_related(line.text) or opens_comments(line.text) or (not line.links and is_rights_line(line.text)):
            return False
        if weigh(line) > _SENTENCE and not line.links:
            return before is None or (is_set_as(line, before) and not _in_next_cell(line, before))
    return False


def _in_next_cell(line: Line, before: Line) -> bool:
    """Whether *line* is in another cell of the row that *before* is in: no text goes on there."""
    cell, row = line.node, line.node.getparent()
    return cell.tag == "td" and cell is not before.node and before.node.getparent() is row


def _is_second_print(lines: list[Line], index: int, found: list[Line], headline: Headline) -> bool:
    """Whether the headline stands at *index* again, and below it what stood first below it: a print for telephones."""
    line = lines[index]
    if not line.size or line.size > _LONGEST or plain(line.text) != plain(headline.text):
        return False
    first = next(item for item in found if item.size or item.images)
    below = next((item for item in lines[index + 1 :] if item.size or item.images), None)
    return below is not None and below.text == first.text and len(below.images) == len(first.images)


def _is_given(lines: list[Line], index: int, before: Line) -> bool:
    """Whether the article itself gives the link at *index*: it stands between two lines of text as their sibling.

    Below a clause that announces it, the link may be what the text ends with, or have only a signature below it.
    """
    parent = lines[index].node.getparent()
    if parent is None or before.node.getparent() is not parent or _in_next_cell(lines[index], before):
        return False
    if weigh(before) > 0 and before.text.endswith(("：", ":")):
        return True
    for line in lines[index + 1 : index + FAR]:
        if line.node.getparent() is not parent or opens_related(line.text):
            return False
        if weigh(line) > 0 and not line.linked:
            return True
    return False


def _before_lists(page: Page, lines: list[Line]) -> int:
    """Where in *lines* the heading of the first list of links stands, if the page sets it in one block with them."""
    lists = (
        index
        for index, line in enumerate(lines)
        if opens_related(line.text)
        or (
            is_linked(line)
            and not is_furniture(line.text)
            and not (index and _is_given(lines, index, lines[index - 1]))
        )
    )
    link = next(lists, len(lines))
    if not 1 < link < len(lines) or after_column(lines, link - 1) > link:
        return len(lines)
    at = {id(line): index for index, line in enumerate(page.lines)}
    before, heading, first = (at[id(lines[index])] for index in (link - 2, link - 1, link))
    apart = any(before < block.start <= heading and first < block.end for block in page.spans)
    head = lines[link - 1]
    return link - 1 if apart and head.size <= LONGEST_HEADING and not head.text.endswith(CLOSING) else len(lines)


def _unlinked(page: Page) -> list[Line]:
    """All that a page says, if it is not there to link to others: a frame's text, a notice without a title."""
    lines = [line for line in page.lines if not line.hidden]
    if sum(line.linked for line in lines) * 4 > sum(line.size for line in lines):
        return []
    return [
        line
        for at, line in enumerate(lines)
        if not is_linked(line) and not (line.size and is_beside(line) and not is_amid_rows(lines, at))
    ]
