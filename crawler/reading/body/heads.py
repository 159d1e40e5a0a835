"""What stands above the first line of an article's text: its title again, bars, bylines, cards, summaries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.body.copies import repeated
from crawler.reading.body.endings import is_disclaimer
from crawler.reading.body.furniture import is_furniture, without_buttons
from crawler.reading.body.programs import introduction
from crawler.reading.body.prune import (
    is_bare_time,
    is_byline_field,
    is_dated_outlet,
    is_metadata_bar,
)
from crawler.reading.body.siblings import is_printed_as
from crawler.reading.body.weights import is_beside, is_linked, prose_in, weigh
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import ancient_writer, between_dots, is_outlet, signed_names
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.index import after_index
from crawler.reading.metadata.parts import is_document_number
from crawler.reading.metadata.posters import leads_to_person, read_nickname
from crawler.reading.metadata.unlabelled import is_person, is_signature, read_unlabelled
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import read_byline_line

_LONGEST, _PROSE, _NEAR = 120, 30, 4
LONGEST_HEADING, _LONGEST_FIELD, _CARD, _MOST_FIELDS = 16, 20, 6, 8
_FEWEST, _OPENING, _LONGEST_PLACE = 3, 6, 6
_NAME = 3
# When another site took the text over: (石桥北京时间2005年7月26日 转载).
_TAKEN = pattern(r"^[(（][^()（）。]{0,36}(?:转载|首发|发稿)[)）]$")
_MONTHS = frozenset("JFMASOND")
_SENTENCE_MARK = pattern(r"[，。；：！？]")
# What closes a line of text, and no heading.
CLOSING = ("。", "：", "；", "！", "？", ":", ";")
# A name behind the mark with which papers set writers: □蓝志峰.
_SIGNED = pattern(r"^[□■◆◇●○◎△▲★☆]\s*(?:本报\S{0,6}\s)?[\u4e00-\u9fff·]{2,5}(?:[\s　][\u4e00-\u9fff·]{2,5}){0,3}$")
# When and where something is held opens what is told of it.
_APPOINTED, _PLACED = pattern(r"^\W*时\s*间\s*[：:]"), pattern(r"^\W*地\s*点\s*[：:]")
# Systems print the field of an article's summary in a box above it.
_SUMMARY = pattern(r"^[\s【\[]*(?:(?:内容|文章|新闻)?(?:摘要|提要|简介|概要)|导读)[】\]]?\s*[：:]\s*\S")
_SUMMARY_ALONE = pattern(
    r"^[\s【\[]*(?:AI|智能|内容|文章|新闻|全文)?(?:摘要|提要|概要|速览|导读)[】\]]?\s*[：:]?$", re.I
)
# Who posted, and how long ago or on which day of this year: 韦小满 · 3小时前, 韦小满 05-07 09:15.
_SINCE = pattern(
    r"^\S{0,16}?\s*[·|]?\s*(?:\d{1,3}\s*(?:秒|分钟|小时|天|周|个月|年)前|刚刚|[昨前]天(?:\s*\d{1,2}:\d{2})?|\d{1,2}(?:[-/]\d{1,2}|月\d{1,2}日)\s+\d{1,2}:\d{2})$"
    r"|^(?:[阅閱][读讀])?\s*\d{1,2}\s*分[钟鐘](?:[阅閱][读讀])?$|^(?:音频|视频|音頻|視頻)\s*\d{1,2}:\d{2}$"
    r"|^(?:(?:文|图|撰文|采写|编辑|[摄攝]影)\s*[｜丨|]\s*[\u4e00-\u9fff·]{2,4}\s*){1,4}$"
)
_LETTER = pattern(r"[^\W\d_]")


def without_head(lines: list[Line], headline: Headline | None) -> list[Line]:
    """Drop what stands above the first line of text: the title again, the bar of source and date, buttons."""
    wanted = plain(headline.text) if headline else ""
    lines = lines[after_index(lines) :]
    lines = introduction(lines)
    lines = lines[_after_fields(lines) :]
    bar = first_bar(lines)
    if bar is not None and prose_in(lines[:bar]) < 60:
        lines = lines[end_of_bar(lines, bar) :]
    lines = lines[_after_card(lines) :]
    lines = lines[_after_summary(lines) :]
    start = 0
    for line in lines:
        text = plain(line.text) if line.size < _LONGEST else ""
        # A sentence of the same words opens the text.
        again = (
            bool(text)
            and not line.text.endswith("。")
            and (text == wanted or (len(text) >= 6 and text in wanted and line.strong > 0))
        )
        again = again or (len(wanted) >= 6 and text.startswith(wanted) and find_stamp(line.text) is not None)
        told = line.size and (not _is_of_head(line) or is_occasion(lines, start))
        if told and not (
            again or _is_numbered_bar(lines, start) or _is_dateline(lines, start) or _is_byname(lines, start)
        ):
            break
        if not line.size and line.images:
            break
        start += 1
    return lines[start:]


def _is_numbered_bar(lines: list[Line], at: int) -> bool:
    """Whether the line at *at* is a document's number between its headline and the bar of source and day."""
    if not is_document_number(lines[at].text) or at + 1 == len(lines):
        return False
    return _is_of_head(lines[at + 1]) and find_stamp(lines[at + 1].text) is not None


def _is_dateline(lines: list[Line], at: int) -> bool:
    """Whether the line at *at* is the place from which a report is dated on the next: 台北, Sep 29, 2006."""
    if lines[at].size > _LONGEST_PLACE or at + 1 == len(lines) or _SENTENCE_MARK.search(lines[at].text):
        return False
    return _is_day(lines[at + 1].text)


def _is_byname(lines: list[Line], at: int) -> bool:
    """Whether the line at *at* is a name alone, right above a bar or a paragraph: a heading is set in bold."""
    line = lines[at]
    if line.size != _NAME or line.strong or at + 1 == len(lines) or not is_person(line.text):
        return False
    return weigh(lines[at + 1]) > _PROSE or _is_of_head(lines[at + 1])


def _is_day(text: str) -> bool:
    """Whether *text* is a day in letters and digits of the West, and nothing else; 2005年5月7日 opens a diary."""
    stamp = find_stamp(text) if len(text) <= _LONGEST_FIELD and text[:1] in _MONTHS else None
    return stamp is not None and text == text[stamp.start : stamp.end]


def _after_summary(lines: list[Line]) -> int:
    """Where a box with a summary ends, set apart above the text: with a label, or with the words of its beginning."""
    start = next((index for index, line in enumerate(lines[:_CARD]) if not is_furniture(line.text)), 0)
    near = enumerate(lines[start : start + _CARD], start)
    # A summary that a machine wrote has a note below it that says so.
    told = [index for index, line in near if line.size and not line.hidden and not is_disclaimer(line.text)]
    if len(told) < _FEWEST - 1:
        return 0
    first, second = lines[told[0]], lines[told[1]]
    if first.node.get("class") == second.node.get("class") and is_printed_as(second, first):
        return 0
    summary = first.text
    if _SUMMARY.match(summary):
        return told[1]
    if len(told) < _FEWEST:
        return 0
    if heads_summary(first):
        return 0 if is_printed_as(lines[told[2]], second) else told[2]
    if summary[:_OPENING] not in second.text:
        return 0
    opening = "".join("".join(line.text.split()) for line in lines[told[1] : told[1] + _NEAR])
    return told[1] if repeated(summary, opening) else 0


def heads_summary(line: Line) -> bool:
    """Say whether *line* is the heading of a box with a summary above the text, which a machine may have written."""
    return 0 < line.size <= LONGEST_HEADING and bool(_SUMMARY_ALONE.match(line.text))


def below_summary(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the note stands that closes a box with a summary near *start*: none of an article; else *start*."""
    head = next((at for at in range(start, min(start + _CARD, end)) if heads_summary(lines[at])), None)
    if head is None:
        return start
    return next((at for at in range(head + 1, min(head + _CARD, end)) if is_disclaimer(lines[at].text)), start)


def _after_card(lines: list[Line]) -> int:
    """Where the card of one who posts on a platform ends above the text: name, motto, how many like it, a button."""
    end, named = 0, False
    for index, line in enumerate(lines[:_CARD]):
        if line.size > _PROSE or line.text.endswith(CLOSING):
            break
        named = named or (is_linked(line) and any(map(leads_to_person, line.links)))
        end = index + 1 if named and is_furniture(line.text) else end
    return end


def _after_fields(lines: list[Line]) -> int:
    """Where the bar ends above the text whose day, outlet, writer and counters each have a line of their own."""
    fields = list(takewhile(lambda line: 0 < line.size <= _LONGEST_FIELD, lines[:_MOST_FIELDS]))
    for end in range(len(fields), 1, -1):
        text = " ".join(line.text for line in fields[:end])
        if read_unlabelled(text) is not None:
            # Below a table or a picture an office and a day sign the notice, and a communique opens with both.
            return end if not is_signature(text) and any(weigh(line) > _PROSE for line in lines[end:]) else 0
    return 0


def opens_bar(line: Line) -> bool:
    """Say whether *line*, which stands above the text, is of a bar: a button, a person, an outlet, a day in boxes."""
    text = line.text
    if is_furniture(text) or is_byline_field(text) or (is_linked(line) and is_outlet(text)):
        return True
    return (0 < line.size < LONGEST_HEADING and not _LETTER.search(text)) or bool(_SINCE.match(text))


def _is_of_head(line: Line) -> bool:
    text = line.text
    if read_unlabelled(text) is not None or signed_names(text) or ancient_writer(text):
        return True
    if is_beside(line) or opens_bar(line) or is_linked(line):
        return True
    if " " in text and is_person("".join(text.split()).strip("·●■◆")):
        return True  # 韦 小 满, ·韦 小 满·
    if _TAKEN.match(text) and find_stamp(text):
        return True
    if between_dots(text) or (line.size <= _LONGEST and read_nickname(text)):
        return True
    return is_dated_outlet(text) or _is_day(text) or bool(_SIGNED.match(text)) or bool(read_byline_line(text))


def end_of_bar(lines: list[Line], bar: int) -> int:
    """Return where *lines* go on below the *bar*: 信息来源： and a day may have what they name in the next element."""
    below = lines[bar + 1] if bar + 1 < len(lines) else None
    is_value = below is not None and 0 < below.size <= LONGEST_HEADING and not _SENTENCE_MARK.search(below.text)
    if below is None or not is_value:
        return bar + 1
    asked = lines[bar].text.rstrip().endswith(("来源：", "来源:", "来 源：", "作者："))
    return bar + 1 + (asked or (is_outlet(below.text) and find_stamp(lines[bar].text) is not None))


def first_bar(lines: list[Line]) -> int | None:
    """Return where the bar of source and date stands, if above the article; a notice may name a day and an hour."""
    for index, line in enumerate(lines[:8]):
        if line.kind == "row" and not is_beside(line):
            return None
        if is_occasion(lines, index):
            return None
        if is_metadata_bar(line.text) and not is_byline_field(without_buttons(line.text)):
            above = [other for other in lines[:index] if other.size and not is_beside(other)]
            return index if not is_bare_time(line.text) or len(above) < 2 else None
        if line.size > 8 and line.text.endswith(CLOSING) and not is_beside(line):
            return None
    return None


def is_occasion(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line at *at* says when something is held, of which a line right below says where."""
    if not _APPOINTED.match(lines[at].text):
        return False
    return any(_PLACED.match(line.text) for line in lines[at + 1 : at + 3])
