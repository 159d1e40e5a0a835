"""Where an article ends inside its container: at related articles, comments, boxes, a disclaimer, a footer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.reading.body.endings import heads_box, is_disclaimer, opens_comments, opens_related
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.prune import is_bare_time, is_metadata_bar, is_rights_line, names_keepers
from crawler.reading.body.siblings import is_printed_as, is_set_as
from crawler.reading.body.weights import are_summaries, is_beside, is_linked, prose_sums, weigh
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import find_lead

_LONGEST, _SOME, _PROSE = 120, 25, 30
# No page lists as many articles with what they say.
FAR = 80
# A footer has the site's rights within some lines of those who keep it.
_FOOTER = 7
# Two paragraphs of a story weigh more than two sentences about the site.
_PARAGRAPHS = 70.0
_CLAUSE = 12
_LONGEST_HEADLINE, _LONGEST_HEADING = 60, 16
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_STOPS = ("。", "！", "？", "”", "）", ")")
_PICTURED = ("摄", "摄）", "摄)")
_COMMENTS = pattern(r"^[\W_]*(?:(?:网友|读者|访客)?(?:评论|留言|回复)|Comments?)[\W_]*$", re.I)
# The end of a reader's stamp: 河边柳 | 2005-05-07 23:12.
_STAMPED = pattern(r"\d[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*IP\s*[：:]\s*[\d.*]+)?[\s）)\]]*$")
_LONGEST_LABEL, _STAMP_FAR = 10, 10
_READ_ON = pattern(r"^[\W_]*(?:延伸|相关|推荐|更多)(?:阅读|链接|新闻|报道|文章)\s*[：:】\]]")


def before_tail(lines: Sequence[Line], start: int, end: int, headline: Headline | None) -> int:
    """Return the index of the heading of related articles, of comments, of a footer, if little prose comes after it.

    None of them is an end above a story that the container prints as it prints the text.
    """
    wanted = plain(headline.text) if headline else ""
    sums = prose_sums(lines[start:end])
    several: dict[str, bool] = {}
    goes_on = 0  # no end stands above this line
    told: list[Line] = []  # the first and the last line of prose so far
    for index in range(start + 1, end):
        line = lines[index]
        if weigh(lines[index - 1]) > _PROSE:
            told = [*told[:1], lines[index - 1]]
        if line.hidden:
            continue
        commented = sums[index - start] > _SOME and heads_comments(lines, index, end)
        again = bool(wanted) and line.size < _LONGEST and plain(line.text) == wanted
        if not (commented or again or _ends_article(lines, start, index)):
            continue
        if weigh(lines[min(index + 1, end - 1)]) > _PROSE:
            if line.text not in several:
                several[line.text] = _heads_several(lines, start, end, line.text)
            if several[line.text]:
                continue
        little = sums[-1] - sums[index - start] <= sums[-1] * 0.3
        if commented or little or (not again and _is_left(lines, told, index, end)):
            if index >= goes_on and not again:
                goes_on = _last_story(lines, start, index, end, signed=commented or is_disclaimer(line.text))
            if index < goes_on:
                continue
            return _above_notes(lines, start, index)
        after = lines[index + 1 : min(end, index + FAR)]
        summed = opens_related(line.text) and sums[index - start] > 0 and are_summaries(after)
        if summed and not _is_text_between(lines[start:index], after):
            return index
    return end


def _heads_several(lines: Sequence[Line], start: int, end: int, text: str) -> bool:
    """Whether the words *text* stand more than once above prose: the article's own, under each item."""
    same = [at for at in range(start, end - 1) if lines[at].text == text]
    return len(same) > 1 and all(weigh(lines[at + 1]) > _PROSE and not lines[at + 1].linked for at in same)


def _above_notes(lines: Sequence[Line], start: int, index: int) -> int:
    """Where the site's notes begin that stand right above the end of an article at *index*."""
    while index - 1 > start and (lines[index - 1].hidden or is_disclaimer(lines[index - 1].text)):
        index -= 1
    return index


def heads_comments(lines: Sequence[Line], index: int, end: int) -> bool:
    """Say whether the line at *index* heads readers' comments: by its words, or by one and their stamps below it.

    Newspapers call a column 评论, too.
    """
    text = lines[index].text
    if opens_comments(text):
        return True
    if len(text) > _LONGEST_LABEL or not _COMMENTS.match(text):
        return False
    return any(
        _STAMPED.search(line.text) and line.size < _LONGEST for line in lines[index + 1 : min(end, index + _STAMP_FAR)]
    )


def _is_left(lines: Sequence[Line], told: Sequence[Line], index: int, end: int) -> bool:
    """Whether the block that holds the text *told* is left at *index*, and nothing from there on is set as it is.

    Comments and cards of other articles may say more than a short article.
    """
    if not told or _is_within(lines[index].node, _around(told[0].node, told[-1].node)):
        return False
    below = (line for line in lines[index + 1 : end] if weigh(line) > _PROSE and not line.links)
    return not any(is_printed_as(line, told[-1]) for line in below)


def before_cards(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where cards of other articles begin that close the lines, each a link and what it says, or *end*."""
    told = next((at for at in range(start, end) if weigh(lines[at]) > _PROSE and not lines[at].linked), end)
    for at in range(told + 1, end):
        # The ways to edit a section of an encyclopedia, or to hear it read, are no cards.
        if not is_linked(lines[at]) or is_linked(lines[at - 1]) or is_furniture(lines[at].text):
            continue
        if end - at <= FAR and are_summaries(lines[at:end]):
            below = (line for line in lines[at:end] if weigh(line) > _PROSE)
            return end if any(is_printed_as(line, lines[told]) for line in below) else _above_heading(lines, at)
    return end


def _above_heading(lines: Sequence[Line], at: int) -> int:
    """Where the short heading above the line *at* stands, or *at*."""
    above = next((index for index in range(at - 1, max(-1, at - 3), -1) if lines[index].size), at)
    line = lines[above]
    return above if line.size <= _LONGEST_HEADING and not line.text.endswith(_STOPS) else at


def _around(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """The innermost block that holds both."""
    above = {one, *one.iterancestors()}
    return next((block for block in (other, *other.iterancestors()) if block in above), other)


def _is_within(node: HtmlElement, block: HtmlElement) -> bool:
    return node is block or any(above is block for above in node.iterancestors())


def _is_text_between(told: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the first prose of *after* is set as that of *told* is, and the link above it is not."""
    before = next((line for line in reversed(told) if weigh(line) > _PROSE), None)
    link = next((line for line in after if is_linked(line)), None)
    prose = next((line for line in after if weigh(line) > _PROSE), None)
    if before is None or link is None or prose is None:
        return False
    return is_printed_as(prose, before) and not is_printed_as(link, before)


def before_boxes(lines: Sequence[Line], start: int, end: int) -> int:
    """Return the index of the heading of what goes with an article, such as 相关解读, if only links follow it."""
    found = end
    for index in range(end - 1, start, -1):
        line = lines[index]
        if line.hidden or (not line.size and not line.images):
            continue
        if heads_box(line.text) or opens_related(line.text) or (is_linked(line) and _is_labelled(line)):
            found = index
        elif not (is_linked(line) or is_furniture(line.text)):
            break
    return found


def _last_story(lines: Sequence[Line], start: int, index: int, end: int, *, signed: bool) -> int:
    """Return where the last story begins that is printed below *index* as the text above it is; 0 where none is.

    Newspapers print between stories what other pages print below an article: 图片新闻, 广告热线：…, 数字报. A story
    opens with a dateline or, if it need not be *signed* or has a heading's tag as those above have, has a headline
    that is no link, and paragraphs. A box of
    related articles amid the text is set apart from it, and the text goes on below as beside it.
    """
    before = next((lines[at] for at in range(index - 1, start - 1, -1) if weigh(lines[at]) > _PROSE), None)
    if before is None:
        return 0
    found, told, headed, linked = 0, 0.0, False, False
    tags = _HEADINGS & {line.node.tag for line in lines[start:index]} if signed else frozenset[str]()
    boxed = not signed and _is_boxed(lines, index, end, before)
    for at in range(index + 1, end):
        line = lines[at]
        if line.hidden or not (line.size or line.links):
            continue
        if line.links:
            told, headed, linked = 0.0, False, not boxed
            continue
        if boxed and not linked and weigh(line) > _CLAUSE and is_printed_as(line, before):
            found = at
        elif weigh(line) <= _PROSE:
            headed = headed or _may_head(line)
            signed = signed and line.node.tag not in tags
        elif is_printed_as(line, before):
            # A picture that is a story of its own has its photographer behind its caption.
            if not linked and (find_lead(line.text) is not None or line.text.endswith(_PICTURED)):
                found = at
            elif headed and not signed and line.text.endswith(_STOPS):
                told += weigh(line)
                found = at if told > max(_PARAGRAPHS, weigh(line)) else found
        linked = False
    return found


def _is_boxed(lines: Sequence[Line], index: int, end: int, before: Line) -> bool:
    """Whether the heading at *index* and what it heads are set apart from the text, of which *before* is a line.

    Where they are set as the text is, what stands below may be summaries of the links.
    """
    heading = lines[index].node
    if heading.get("class") != before.node.get("class") or not is_printed_as(lines[index], before):
        return True
    below = [line for line in lines[index + 1 : min(end, index + FAR)] if is_printed_as(line, before)]
    told = [line for line in below if weigh(line) > _PROSE and not line.links]
    links = sum(map(is_linked, below))
    if links == len(told) == 1:
        return weigh(told[0]) > _PARAGRAPHS and told[0].text.endswith(_STOPS)  # a summary is short, or ends in …
    return links < len(told) and (links > 0 or reads_on(lines[index]))


def _may_head(line: Line) -> bool:
    return line.size <= _LONGEST_HEADLINE and not is_beside(line) and not opens_related(line.text)


def _is_labelled(line: Line) -> bool:
    """Whether a heading and its one link share the *line*: 相关解读：一图读懂…"""
    label, colon, _ = line.text.replace(":", "：").partition("：")
    return bool(colon) and (heads_box(label) or opens_related(label))


def _ends_article(lines: Sequence[Line], start: int, index: int) -> bool:
    line = lines[index]
    if reads_on(line):
        return True
    if opens_related(line.text) or is_disclaimer(line.text):
        return True
    if not is_rights_line(line.text):
        return False
    above = reversed(lines[max(start, index - FAR) : index])
    before = next((other for other in above if other.size and not other.hidden), line)
    return not is_own(lines, index, before)


def reads_on(line: Line) -> bool:
    """Say whether *line* is 延伸阅读： with the first of the links it leads to."""
    label = _READ_ON.match(line.text) if line.linked else None
    return label is not None and line.size - line.linked <= label.end()


def is_own(lines: Sequence[Line], index: int, before: Line) -> bool:
    """Say whether the line at *index*, of a kind that stands beside articles, is the article's own.

    It is where it names a day, or keepers: whom to call, who is host. A footer names keepers too, but is
    set apart from the text, or goes on to the site's rights.
    """
    line = lines[index]
    if is_metadata_bar(line.text) and is_bare_time(line.text):
        return True
    return names_keepers(line.text) and is_set_as(line, before) and not _opens_footer(lines, index)


def _opens_footer(lines: Sequence[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 : index + _FOOTER] if is_set_as(line, lines[index])]
    return any(is_rights_line(line.text) and not names_keepers(line.text) for line in below)
