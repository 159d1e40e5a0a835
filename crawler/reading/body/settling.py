"""Where the article is once its headline is known: a paragraph or two amid links is not dense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain

from crawler.reading.body.container import Range
from crawler.reading.body.endings import opens_related
from crawler.reading.body.markers import find_marked
from crawler.reading.body.short import short_article
from crawler.reading.body.tail import heads_comments
from crawler.reading.body.weights import are_summaries, has_own_picture, is_beside, is_linked, weigh
from crawler.reading.metadata.bars import stands_below_headline
from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page, Span
from crawler.reading.patterns import pattern

# What ends a sentence or parts it; a label and its value have a colon alone.
_STOPS = pattern(r"[，。；！？]")
# What a site says of itself below its pages, and beside its forms, has commas too.
_OF_SITE = pattern(
    r"(?:地址|电话|邮编|邮箱|传真|热线|E-?mail|ICP|(?:办公|工作|接待)时间)\s*[：:]|备案号|ICP备|密码|分辨率|浏览器|版权|免责|本[网站]|转载|镜像",
    re.I,
)
_SHORTEST, _ENOUGH = 12, 40.0
# A table of three rows and a list of names are short, too: they are left for sentences that say much more.
_MUCH_MORE = 2.5
# Lists of links that part an article from what else the page says; an advertisement within it has a tenth of that.
_FAR, _WALL, _PARTED = 40, -200.0, -100.0
# Between a headline and its text a picture is an ornament; far above other text it may be all of an article.
_NEAR = 6
_CLOSED = ("。", "！", "？")
_FEW_ROWS = 3
# A poem of two stanzas; the list of fields in a form is in a cell each.
_VERSE, _LONGEST_VERSE = 8, 30


def settle(page: Page, span: Range | None, headline: Headline | None) -> Range | None:
    """Return the range of lines that holds the article, given the *span* that is dense and the *headline* near it.

    None where only what stands right below the headline can be the article: a notice without a sentence, a table.
    """
    if span is None:
        return _sparse(page, headline)
    if headline is not None and _is_behind_pictures(page, span, headline):
        return None
    if headline is not None and _is_above(page, span, headline):
        return _sparse(page, headline)
    if headline is None or not _is_apart(page, span, headline):
        return _with_lead(page, span, headline) if headline is not None and headline.sure else span
    lines = page.lines[: span[0]]
    found = _heaviest(lines, headline, _ENOUGH)
    if found is not None and found[0] <= headline.end + _FAR and _is_walled(lines[found[1] :]):
        return _with_siblings(page, found)
    below = short_article(page, headline)
    return None if any(line.size >= _SHORTEST for line in below) and _is_walled(lines[headline.end :]) else span


def _is_above(page: Page, span: Range, headline: Headline) -> bool:
    """Whether *span*, which nothing marks, ends above the headline and the bar under it.

    Summaries of other articles say more than a short one does.
    """
    if not headline.sure or span[1] > headline.start or _is_marked(page, span):
        return False
    return _heads_bar(page, headline)


def _is_marked(page: Page, span: Range) -> bool:
    """Whether the markup calls *span* the article."""
    return span in chain(*find_marked(page))


def _heads_bar(page: Page, headline: Headline) -> bool:
    """Whether what pages print under a headline stands near below the *headline*."""
    return any(stands_below_headline(line.text) for line in page.lines[headline.end : headline.end + _NEAR])


def _is_behind_pictures(page: Page, span: Range, headline: Headline) -> bool:
    """Whether *span*, which nothing marks, only says where to find an office, and pictures stand below the headline."""
    lines = page.lines[slice(*span)]
    if any(map(_tells, lines)) or not any(_OF_SITE.search(line.text) for line in lines):
        return False
    above = page.lines[headline.end : span[0]]
    pictured = any(not line.size and has_own_picture(line) for line in above if not line.hidden)
    return pictured and not _is_marked(page, span)


def _with_lead(page: Page, span: Range, headline: Headline) -> Range:
    """*span* with the paragraph that stands between it and the *headline*: what is asked, what an entry is about.

    Buttons and a list of contents weigh against the block that holds both.
    """
    above = page.lines[headline.end : span[0]]
    if not 0 < len(above) <= _FAR:
        return span
    lead = next((at for at, line in enumerate(above) if weigh(line) > _ENOUGH and _tells(line)), None)
    if lead is not None and not above[lead].text.endswith(_CLOSED):
        return span
    lead = _first_row(above) if lead is None else lead
    if lead is None or _is_walled(above) or _is_marked(page, span):
        return span
    return headline.end + lead, span[1]


def _first_row(lines: Sequence[Line]) -> int | None:
    """Where a table of data begins in *lines*, which one long sentence below it may outweigh."""
    rows = [at for at, line in enumerate(lines) if line.kind == "row" and not (line.links or is_beside(line))]
    return rows[0] if len(rows) >= _FEW_ROWS and rows[-1] - rows[0] == len(rows) - 1 else None


def _sparse(page: Page, headline: Headline | None) -> Range | None:
    """Where sentences stand, in pages in which no block is dense; None where what the headline heads tells enough."""
    below = short_article(page, headline)
    if any(map(_tells, below)):
        return None
    start = headline.end if headline is not None else 0
    if headline is None and not below and (verse := _verse(page)):
        return verse
    found = _heaviest(_uncommented(page), headline, max(_ENOUGH, _MUCH_MORE * sum(line.size for line in below)))
    if found is None or (any(not line.size and has_own_picture(line) for line in below) and found[0] > start + _NEAR):
        return None
    if below and are_summaries(page.lines[max(0, found[0] - 1) : found[1]]):
        return None  # of other articles, beside a poem
    return _with_sections(page, _with_siblings(page, found), start)


def _with_sections(page: Page, span: Range, start: int) -> Range:
    """The *span* with the sections set as its first is, below the line *start*: those of a guide may be tables."""
    blocks = [block for block in page.spans if block.start >= start and block.node.get("class")]
    for section in blocks:
        if not section.start <= span[0] < section.end:
            continue
        alike = sorted((block.start, block.end) for block in blocks if _is_set_as(block, section))
        first, last = alike[0][0], max(span[1], alike[-1][1])
        if len(alike) > 1 and not any(map(_is_other, page.lines[first:last])):
            return first, last
    return span


def _is_set_as(block: Span, other: Span) -> bool:
    one, two = block.node, other.node
    return one.getparent() is two.getparent() and one.tag == two.tag and one.get("class") == two.get("class")


def _verse(page: Page) -> Range | None:
    """The block that is broken into the most lines, none of them a link or a label: a poem, the words of a song."""
    best: Range | None = None
    most = _VERSE
    for block in page.spans:
        lines = [line for line in page.lines[block.start : block.end] if line.size]
        if len(lines) >= most and all(line.node is block.node and _is_verse(line) for line in lines):
            best, most = (block.start, block.end), len(lines) + 1
    return best


def _is_verse(line: Line) -> bool:
    return line.kind == "text" and not (line.hidden or line.links or line.size > _LONGEST_VERSE or is_beside(line))


def _uncommented(page: Page) -> list[Line]:
    """The lines of *page* above its readers' comments, which say more than a short article."""
    end = len(page.lines)
    return page.lines[: next((at for at in range(end) if heads_comments(page.lines, at, end)), end)]


def _is_apart(page: Page, span: Range, headline: Headline) -> bool:
    """Whether *span*, which nothing marks, stands far below the headline and the bar of source and date under it.

    A site's terms of use at the foot say more than a short article does.
    """
    if not headline.sure or span[0] < headline.end + _FAR or _is_marked(page, span):
        return False
    return _heads_bar(page, headline)


def _is_walled(lines: Sequence[Line]) -> bool:
    return sum(min(0.0, weigh(line)) for line in lines) < _WALL


def _tells(line: Line) -> bool:
    if line.hidden or line.kind == "row" or line.size - line.linked < _SHORTEST or is_linked(line) or is_beside(line):
        return False
    return bool(_STOPS.search(line.text)) and not _OF_SITE.search(line.text)


def _heaviest(lines: Sequence[Line], headline: Headline | None, least: float) -> Range | None:
    """The run of lines whose weights together are the largest sum, if that is *least* or more.

    Below a sure *headline* it is the first such run: what lists of links part from it is of other articles.
    """
    best: Range | None = None
    start = begin = headline.end if headline is not None and headline.sure else 0
    most, total, parted = least, 0.0, 0.0
    for index, line in enumerate(lines[start:], start):
        weight = weigh(line) if weigh(line) <= 0 or _tells(line) else 0.0
        if total <= 0:
            total, begin = 0.0, index
        total += weight
        parted = min(0.0, weight) + parted
        if total >= most and weight > 0:
            most, best, parted = total, (begin, index + 1), 0.0
        if best is not None and start and parted < _PARTED:
            break
    return best


def _with_siblings(page: Page, span: Range) -> Range:
    """The *span* with what goes with it: the block around it, if that holds no links, and paragraphs like its last."""
    around = sorted(
        (block for block in page.spans if block.start <= span[0] and span[1] <= block.end),
        key=lambda block: block.start - block.end,
    )
    others = list(accumulate(map(_is_other, page.lines), initial=0))
    within = others[span[1]] - others[span[0]]
    clean = ((block.start, block.end) for block in around if others[block.end] - others[block.start] == within)
    start, end = next(clean, span)
    parent = page.lines[end - 1].node.getparent()
    while end < len(page.lines) and page.lines[end].node.getparent() is parent and not _is_other(page.lines[end]):
        end += 1
    return start, end


def _is_other(line: Line) -> bool:
    return is_linked(line) or opens_related(line.text) or is_beside(line)
