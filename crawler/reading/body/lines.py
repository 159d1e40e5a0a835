"""Which lines of a container are the article: not its furniture, not what is woven into it, not what trails it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile

from crawler.reading.body.container import Range, text_block
from crawler.reading.body.copies import repeated
from crawler.reading.body.endings import opens_related
from crawler.reading.body.furniture import is_furniture, without_buttons
from crawler.reading.body.prune import (
    DRAWN,
    is_bare_time,
    is_byline_field,
    is_dated_outlet,
    is_keywords,
    is_metadata_bar,
    is_rule,
    opens_mail,
)
from crawler.reading.body.siblings import is_printed_as, is_set_as
from crawler.reading.body.tail import before_boxes, before_cards, before_tail, reads_on
from crawler.reading.body.weights import is_beside, is_linked, prose_in, weigh
from crawler.reading.body.woven import woven_in
from crawler.reading.dates import find_stamp
from crawler.reading.files.attachments import leads_to_file
from crawler.reading.metadata.bars import ancient_writer, is_outlet, signed_names
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.index import after_index
from crawler.reading.metadata.posters import leads_to_person
from crawler.reading.metadata.unlabelled import is_person, read_unlabelled
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import read_byline_line
from crawler.reading.stories.furniture import is_furniture as is_of_paper

_LONGEST, _PROSE, _NEAR = 120, 30, 4
LONGEST_HEADING, _LONGEST_FIELD, _CARD, _MOST_FIELDS = 16, 20, 6, 8
_FEWEST, _OPENING = 3, 6
# The marks between the links of a row.
_FEW = 6
# What invites to other pages: 点击了解…, 更多>>.
_CALL = pattern(r"^[\W_]*(?:点击|點擊|戳|更多|查看更多|了解更多)|^[\W_]*(?:查看|阅读)?(?:详情|详细|全文|原文)[\W_]*$")
# Blogs lead to what was written before and after: ← 晒谷子.
_ARROWED = pattern(r"^[←«‹]|[→»›]$")
# What stands above the one link of an advertisement: - 广告 -.
_ADVERTISED = pattern(r"^[\W_]*(?:广告|AD|ADVERTISEMENTS?|赞助商?链接|推广)[\W_]*$", re.I)
_SENTENCE_MARK = pattern(r"[，。；：！？]")
# What closes a line of text, and no heading.
CLOSING = ("。", "：", "；", "！", "？", ":", ";")
# A name behind the mark with which papers set writers: □蓝志峰.
_SIGNED = pattern(r"^[□■◆◇●○◎△▲★☆]\s*(?:本报\S{0,6}\s)?[\u4e00-\u9fff·]{2,5}(?:[\s　][\u4e00-\u9fff·]{2,5}){0,3}$")
# When and where something is held opens what is told of it.
_APPOINTED, _PLACED = pattern(r"^\W*时\s*间\s*[：:]"), pattern(r"^\W*地\s*点\s*[：:]")
_SUMMARY = pattern(r"^[\s【\[]*(?:(?:内容|文章|新闻)?(?:摘要|提要|简介|概要)|导读)[】\]]?\s*[：:]\s*\S")
_OF_COMMUNIQUE = pattern(r"^[\u4e00-\u9fff ]{2,30}(?:[局委办部厅院会队]|政府|办公室)\s*[（(]?\s*(?:19|20)\d\d\s*年")
_FILES = pattern(r"^附件\s*[：:]?$")
_LINKS = pattern(r"^[\u4e00-\u9fff]{2,8}：(?=\S)")
_APPOINTMENT = pattern(
    r"^[（(]?(?P<what>[一-龥]{2,10})\s*[：:]\s*(?:(?:19|20|１９|２０)\d\d|(?:民[國国]\s*)?1[01]\d\s*[年./-])"
)
# Who posted, and how long ago or on which day of this year: 韦小满 · 3小时前, 韦小满 05-07 09:15.
_SINCE = pattern(
    r"^\S{0,16}?\s*[·|]?\s*(?:\d{1,3}\s*(?:秒|分钟|小时|天|周|个月|年)前|刚刚|[昨前]天(?:\s*\d{1,2}:\d{2})?|\d{1,2}(?:[-/]\d{1,2}|月\d{1,2}日)\s+\d{1,2}:\d{2})$"
    r"|^(?:[阅閱][读讀])?\s*\d{1,2}\s*分[钟鐘](?:[阅閱][读讀])?$|^(?:音频|视频|音頻|視頻)\s*\d{1,2}:\d{2}$"
    r"|^(?:(?:文|图|撰文|采写|编辑|[摄攝]影)\s*[｜丨|]\s*[\u4e00-\u9fff·]{2,4}\s*){1,4}$"
)
# Where a blog files an entry, each name a link: 分类：杂感.
_FILED = pattern(r"^(?:所属|开放)?(?:分类|类别)\s*[：:]")
_LETTER = pattern(r"[^\W\d_]")


def article_lines(page: Page, span: Range, headline: Headline | None) -> list[Line]:
    """Return the lines of *span* that are the article, in order."""
    start, end = _after_headline(page, span, headline)
    end = before_boxes(page.lines, start, before_tail(page.lines, start, end, headline))
    end = before_cards(page.lines, start, end)
    if prose_in(page.lines[end : span[1]]) and prose_in(page.lines[start:end]):
        start, end = _signed(page, text_block(page, span, (start, end)), end)  # it was chosen for more than the article
    woven = woven_in(page, (start, end))
    lines = [
        line for index, line in enumerate(page.lines[start:end], start) if not line.hidden and not woven[index - start]
    ]
    told = without_strays(_without_keywords(without_head(lines, headline)))
    # A container that holds nothing but links is marked as an article: its links are what it says.
    return told if any(line.size or line.images for line in told) else [line for line in lines if is_linked(line)]


def _signed(page: Page, block: Range, end: int) -> Range:
    """*block* with the line of editors that is set right below it, before *end*."""
    below = range(block[1], min(block[1] + _NEAR, end))
    return block[0], next((at + 1 for at in below if is_byline_field(page.lines[at].text)), block[1])


def _after_headline(page: Page, span: Range, headline: Headline | None) -> Range:
    start, end = span
    if headline is not None and start <= headline.start and headline.end < end:
        above = prose_in(page.lines[start : headline.start])
        # A line that no title vouches for and that most of the text stands above is a signature.
        # 第02版：综合新闻 stands anywhere on a newspaper's page that is called so.
        sure = headline.sure and not is_of_paper(headline.text)
        if sure or above < min(120, prose_in(page.lines[headline.end : end]) + 1):
            start = headline.end
    return start, end


def without_head(lines: list[Line], headline: Headline | None) -> list[Line]:
    """Drop what stands above the first line of text: the title again, the bar of source and date, buttons."""
    wanted = plain(headline.text) if headline else ""
    lines = lines[after_index(lines) :]
    lines = lines[_after_fields(lines) :]
    bar = first_bar(lines)
    if bar is not None and prose_in(lines[:bar]) < 60:
        lines = lines[end_of_bar(lines, bar) :]
    lines = lines[_after_card(lines) :]
    lines = lines[_after_summary(lines) :]
    start = 0
    for line in lines:
        text = plain(line.text) if line.size < _LONGEST else ""
        again = bool(text) and (text == wanted or (len(text) >= 6 and text in wanted and line.strong > 0))
        again = again or (len(wanted) >= 6 and text.startswith(wanted) and find_stamp(line.text) is not None)
        if line.size and not again and (not _is_of_head(line) or _is_occasion(lines, start)):
            break
        if not line.size and line.images:
            break
        start += 1
    return lines[start:]


def _after_summary(lines: list[Line]) -> int:
    """Where a box with a summary ends that is set apart above the text: with a label, or with the text's first words."""
    told = [index for index, line in enumerate(lines[:_CARD]) if line.size and not line.hidden]
    if len(told) < _FEWEST or is_printed_as(lines[told[1]], lines[told[0]]):
        return 0
    summary = lines[told[0]].text
    if _SUMMARY.match(summary):
        return told[1]
    if summary[:_OPENING] not in lines[told[1]].text:
        return 0
    opening = "".join("".join(line.text.split()) for line in lines[told[1] : told[1] + _NEAR])
    return told[1] if repeated(summary, opening) else 0


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
            own = _OF_COMMUNIQUE.search(text) is not None and ":" not in text
            return end if not own and any(weigh(line) > _PROSE for line in lines[end:]) else 0
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
    if " " in text and is_person("".join(text.split())):
        return True  # 韦 小 满
    return is_dated_outlet(text) or bool(_SIGNED.match(text)) or bool(read_byline_line(text))


def end_of_bar(lines: list[Line], bar: int) -> int:
    """Return where *lines* go on below the *bar*: 信息来源： may have its value in an element of its own."""
    below = lines[bar + 1] if bar + 1 < len(lines) else None
    is_value = below is not None and 0 < below.size <= LONGEST_HEADING and not _SENTENCE_MARK.search(below.text)
    return bar + 1 + (is_value and lines[bar].text.rstrip().endswith(("来源：", "来源:", "来 源：", "作者：")))


def first_bar(lines: list[Line]) -> int | None:
    """Return where the bar of source and date stands, if above the article; a notice may name a day and an hour."""
    for index, line in enumerate(lines[:8]):
        if line.kind == "row" and not is_beside(line):
            return None
        if _is_occasion(lines, index):
            return None
        if is_metadata_bar(line.text) and not is_byline_field(without_buttons(line.text)):
            above = [other for other in lines[:index] if other.size and not is_beside(other)]
            return index if not is_bare_time(line.text) or len(above) < 2 else None
        if line.size > 8 and line.text.endswith(CLOSING) and not is_beside(line):
            return None
    return None


def _is_occasion(lines: list[Line], at: int) -> bool:
    """Whether the line at *at* says when something is held, of which a line right below says where."""
    if not _APPOINTED.match(lines[at].text):
        return False
    return any(_PLACED.match(line.text) for line in lines[at + 1 : at + 3])


def _without_keywords(lines: list[Line]) -> list[Line]:
    """Drop the one line of keywords above or below the prose; several, or one amid the text, are subheads."""
    at = [index for index, line in enumerate(lines) if is_keywords(line.text)]
    if len(at) != 1:
        return lines
    above, below = lines[: at[0]], lines[at[0] + 1 :]
    amid = any(weigh(line) > _PROSE for line in above) and any(weigh(line) > _PROSE for line in below)
    return lines if amid else above + below


def without_strays(lines: list[Line]) -> list[Line]:
    """Drop buttons, bars and ways to the next article, which may stand anywhere; an image has no text to judge by."""
    labelled = {id(link) for label, link in pairwise(lines) if is_linked(link) and _ADVERTISED.match(label.text)}
    lines = [line for line in lines if id(line) not in labelled]
    kept = [
        _trimmed(line)
        for at, line in enumerate(lines)
        if not line.size
        or not _is_stray(line)
        or is_amid_rows(lines, at)
        or heads_files(lines, at)
        or _is_amid_text(lines, at)
    ]
    # A day and an hour that a line names amid the text are the article's; before it or behind it they are not.
    told = [i for i, line in enumerate(kept) if line.size and (not is_metadata_bar(line.text) or _is_occasion(kept, i))]
    first, last = (told[0], told[-1]) if told else (0, -1)
    while told and last + 1 < len(kept) and _is_appointment(kept[last + 1], kept[last]):
        last += 1
    return [
        line
        for index, line in enumerate(kept)
        if not line.size or first <= index <= last or not is_metadata_bar(line.text)
    ]


def heads_files(lines: list[Line], at: int) -> bool:
    """Say whether the line at *at* is 附件： as the text above is set, with the first of the files right below it."""
    if not 0 < at < len(lines) - 1 or not _FILES.match(lines[at].text):
        return False
    above, line, below = lines[at - 1 : at + 2]
    return is_set_as(line, above) and is_set_as(below, line) and any(map(leads_to_file, below.links))


def _is_amid_text(lines: list[Line], at: int) -> bool:
    """Whether the line at *at* is a label and some links, set as the text above and below it: 机票：甲航空、乙航空."""
    if not 0 < at < len(lines) - 1 or not _LINKS.match(lines[at].text) or is_furniture(lines[at].text):
        return False
    above, line, below = lines[at - 1 : at + 2]
    apart = opens_related(line.text.partition("：")[0]) or reads_on(line) or is_linked(below) and weigh(above) <= 0
    return not apart and is_set_as(line, above) and is_set_as(below, line)


def is_amid_rows(lines: list[Line], at: int) -> bool:
    """Say whether the line at *at* is a row between two rows of the same table: 回复单位 | 县水利局 | 回复时间."""
    if lines[at].kind != "row" or not 0 < at < len(lines) - 1 or opens_mail(lines[at].text):
        return False
    above, table, below = (line.node.getparent() if line.kind == "row" else None for line in lines[at - 1 : at + 2])
    return table is not None and above is table and below is table and not _is_stray(lines[at - 1])


def _trimmed(line: Line) -> Line:
    text = without_buttons(line.text) if line.kind == "text" else line.text
    text = text.rstrip("_ ") if text.endswith(DRAWN) else text
    return line if text is line.text else replace(line, text=text, size=len(text) - text.count(" "))


def _is_appointment(line: Line, before: Line) -> bool:
    """Whether *line* says when something is held, as the text *before* is set; templates do not write 年月日."""
    found = _APPOINTMENT.match(line.text)
    return found is not None and is_set_as(line, before) and (len(found["what"]) > 2 or "年" in line.text)


def _leads_away(line: Line) -> bool:
    """Whether *line* holds several links to as many pages and nothing else, as a row of advertisements does."""
    return line.linked + _FEW >= line.size and len({link.get("href") for link in line.links}) > 1


def _is_stray(line: Line) -> bool:
    text = line.text
    if (
        is_furniture(text)
        or opens_mail(text)
        or opens_related(text)
        or is_rule(text)
        or (is_metadata_bar(text) and not is_bare_time(text))
    ):
        return True
    if reads_on(line) or (is_linked(line) and (line.images or _ARROWED.search(text) or _leads_away(line))):
        return True  # a link around a picture and a title is a card of another article
    if line.links and line.size <= LONGEST_HEADING and _FILED.match(text):
        return True
    return line.linked == line.size and bool(_CALL.match(text))
