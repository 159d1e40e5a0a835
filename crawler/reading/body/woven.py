"""What is woven into a text and is none of it: lists of links, advertisements in a table of their own, forms."""

from __future__ import annotations

from itertools import accumulate, takewhile

from lxml.html import HtmlElement

from crawler.reading.body.container import Range
from crawler.reading.body.endings import opens_related
from crawler.reading.body.forms import asks
from crawler.reading.body.tail import FAR
from crawler.reading.body.weights import are_summaries, is_linked, weigh
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

# What heads the list of an entry's own sections.
_CONTENTS = frozenset(["目录", "目錄", "本文目录", "文章目录"])
# What the card of a lawyer or a doctor offers beside his name, between the parts of what his site explains.
_OFFERS = pattern(
    r"(?:立即|在线|免费|马上|点击)(?:咨询|预约|提问)(?:律师|医生|专家)?|咨询(?:律师|医生)|[向去](?:[Tt][Aa]|[他她])?提问|(?:预约|去)挂号"
)
_LONGEST_CARD, _MOST_IN_CARD = 100, 6
_PROSE = 30


def woven_in(page: Page, span: Range) -> list[bool]:
    """Mark the lines of blocks inside *span* that are lists of links, such as galleries, or forms to fill in."""
    start, end = span
    lines = page.lines[start:end]
    links = list(accumulate((int(is_linked(line)) for line in lines), initial=0))
    sums = list(accumulate((weigh(line) for line in lines), initial=0.0))
    marks = [False] * (end - start)
    for block in page.spans:
        if block.start < start or block.end > end or (block.start == start and block.end == end):
            continue
        a, b = block.start - start, block.end - start
        listed = links[b] - links[a] >= 2 and (sums[b] - sums[a] < 0 or (b - a <= FAR and are_summaries(lines[a:b])))
        set_in = block.node.tag == "table" and links[b] > links[a] and all(map(_is_set_in, lines[a:b]))
        offered = links[b] > links[a] and b - a <= _MOST_IN_CARD and _is_card(lines[a:b])
        if listed or set_in or offered or _is_form(block.node, lines[a:b]):
            marks[a:b] = [True] * (b - a)
    _mark_headed(lines, marks)
    return marks


def _is_set_in(line: Line) -> bool:
    """Whether *line* is a link or a picture, as all of a table that holds an advertisement is."""
    return is_linked(line) or not line.size


def _is_card(lines: list[Line]) -> bool:
    """Whether *lines* present one who may be asked, with the link to ask him, and tell nothing else."""
    return sum(line.size for line in lines) <= _LONGEST_CARD and any(
        line.linked == line.size and _OFFERS.fullmatch(line.text) for line in lines
    )


def _is_form(node: HtmlElement, lines: list[Line]) -> bool:
    """Whether the block *node* is a form to fill in, and *lines*, which it holds, are no article."""
    return node.tag == "form" and asks(node) and not any(weigh(line) > _PROSE for line in lines)


def _mark_headed(lines: list[Line], marks: list[bool]) -> None:
    """Mark the links right below a heading of related articles, where the text goes on behind them."""
    headed = False
    for index, line in enumerate(lines):
        headed = opens_related(line.text) or (headed and (is_linked(line) or not line.size))
        marks[index] = marks[index] or (headed and is_linked(line))
        if line.text in _CONTENTS:
            own = takewhile(lambda item: item.node.tag == "li" and is_linked(item), lines[index + 1 :])
            end = index + 1 + sum(1 for _ in own)
            marks[index:end] = [end > index + 1 or marks[index]] * (end - index)
