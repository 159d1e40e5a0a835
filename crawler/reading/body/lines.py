"""Which lines of a container are the article: not its furniture, not what is woven into it, not what trails it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from crawler.reading.body.boxes import before_heading
from crawler.reading.body.container import Range, text_block
from crawler.reading.body.endings import is_disclaimer, opens_related
from crawler.reading.body.furniture import is_furniture, without_buttons
from crawler.reading.body.heads import LONGEST_HEADING, below_summary, heads_summary, is_occasion, without_head
from crawler.reading.body.profiles import is_member_field
from crawler.reading.body.prune import (
    DRAWN,
    is_bare_time,
    is_byline_field,
    is_keywords,
    is_metadata_bar,
    is_rule,
    opens_mail,
)
from crawler.reading.body.siblings import is_set_as
from crawler.reading.body.tail import before_boxes, before_cards, before_tail, reads_on
from crawler.reading.body.weights import is_linked, prose_in, weigh
from crawler.reading.body.woven import woven_in
from crawler.reading.files.attachments import leads_to_file
from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern
from crawler.reading.stories.furniture import is_furniture as is_of_paper

_LONGEST, _PROSE, _NEAR = 120, 30, 4
# The marks between the links of a row.
_FEW = 6
_CLOSED = ("。", "！", "？", "”", "…", "）")
# What agencies set below a picture amid the text.
_NOTE = "版权声明"
# What invites to other pages: 点击了解…, 更多>>.
_CALL = pattern(r"^[\W_]*(?:点击|點擊|戳|更多|查看更多|了解更多)|^[\W_]*(?:查看|阅读)?(?:详情|详细|全文|原文)[\W_]*$")
# Blogs lead to what was written before and after: ← 晒谷子.
_ARROWED = pattern(r"^[←«‹]|[→»›]$")
# What stands above the one link of an advertisement: - 广告 -.
_ADVERTISED = pattern(r"^[\W_]*(?:广告|AD|ADVERTISEMENTS?|赞助商?链接|推广)[\W_]*$", re.I)
_FILES = pattern(r"^附件\s*[：:]?$")
_LINKS = pattern(r"^[\u4e00-\u9fff]{2,8}：(?=\S)")
_APPOINTMENT = pattern(
    r"^[（(]?(?P<what>[一-龥]{2,10})\s*[：:]\s*(?:(?:19|20|１９|２０)\d\d|(?:民[國国]\s*)?1[01]\d\s*[年./-])"
)
# Where a blog files an entry, each name a link: 分类：杂感.
_FILED = pattern(r"^(?:所属|开放)?(?:分类|类别)\s*[：:]")


def article_lines(page: Page, span: Range, headline: Headline | None) -> list[Line]:
    """Return the lines of *span* that are the article, in order."""
    start, end = _after_headline(page, span, headline)
    start -= start > 0 and heads_summary(page.lines[start - 1])  # the block was chosen for the summary as well
    end = before_boxes(page.lines, start, before_tail(page.lines, below_summary(page.lines, start, end), end, headline))
    end = before_cards(page.lines, start, end)
    if prose_in(page.lines[end : span[1]]) and prose_in(page.lines[start:end]):
        start, end = _signed(page, text_block(page, span, (start, end)), end)  # it was chosen for more than the article
    woven = woven_in(page, (start, end))
    end = before_heading(page.lines, start, end, woven)
    lines = [
        line for index, line in enumerate(page.lines[start:end], start) if not line.hidden and not woven[index - start]
    ]
    told = without_strays(without_keywords(without_head(lines, headline)))
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


def without_keywords(lines: list[Line]) -> list[Line]:
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
    told = [i for i, line in enumerate(kept) if line.size and (not is_metadata_bar(line.text) or is_occasion(kept, i))]
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
    apart = opens_related(line.text.partition("：")[0]) or reads_on(line) or (is_linked(below) and weigh(above) <= 0)
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
    text = _without_link_behind(line, text) if 0 < line.linked < line.size else text
    return line if text is line.text else replace(line, text=text, size=len(text) - text.count(" "))


def _without_link_behind(line: Line, text: str) -> str:
    """The *text* of *line* without the button behind its last sentence: 检查完毕。<a>返回首页</a>."""
    named = squash(phrase_in(line.links[-1]))
    kept = text.removesuffix(named).rstrip() if named else text
    return kept if len(kept) < len(text) and kept.endswith(_CLOSED) and is_furniture(named) else text


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
    if text[:4] == _NOTE and is_disclaimer(text):
        return True
    if text.count("：") > 1 and is_member_field(text):
        return True
    return line.linked == line.size and bool(_CALL.match(text))
