"""Which lines of a page are inside the article's container."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.body.columns import side_columns, stand_beside
from crawler.reading.body.endings import opens_comments, opens_related
from crawler.reading.body.markers import between, find_marked
from crawler.reading.body.prune import is_metadata_bar
from crawler.reading.body.weights import are_summaries, has_stop, is_beside, is_linked, prose_sums, weigh
from crawler.reading.page.flow import Line, Page

_PROSE = 12
# Below this weight there is no prose to go by: a notice of two lines, a table, a picture, or nothing.
_ENOUGH = 100.0
_NEARLY = 0.94
_LONGEST_CAPTION, _COLUMN = 60, 20.0
_PARAGRAPHS = frozenset(["p", "div", "section"])
_MOST_BOXES, _NEAR, _HEADED = 4, 8, 2
_TOLD = 30
_MANY_LINES, _VERSE = 3, 4
# Left open and nested in each other, blocks that are marked as bodies are thousands.
_MOST_MARKED = 100
# A second print for telephones has as much as the first, give or take a caption.
_AS_MUCH = 0.5
Range = tuple[int, int]


def find_container(page: Page, root: HtmlElement, layout: Layout | None = None) -> Range | None:
    """Return the range of lines that holds the article: by *layout*, by a known marker, or by structure.

    None where only structure could tell and it does not: the page may hold a short article, or none.
    """
    if layout is not None:
        found = _laid_out(page, root, layout)
        if found:
            return found
    for ranges in find_marked(page):
        joined = _joined(page, ranges)[:_MOST_MARKED]
        held = [span for span in joined if _holds(page, *span) and not _all_beside(page, *span)]
        if held:
            return held[0] if len(held) == 1 else _fullest(page, held)
    return densest(page) or _drawn_later(page) or _in_one_link(page)


def _fullest(page: Page, held: Sequence[Range]) -> Range:
    """The first of several ranges that holds an article: headers and columns are marked as articles are."""
    sums = prose_sums(page.lines)
    weights = [sums[end] - sums[start] for start, end in held]
    return next(span for span, weight in zip(held, weights, strict=True) if weight >= max(weights) * _AS_MUCH)


def _drawn_later(page: Page) -> Range | None:
    """The body that a system marks and hides until its script shows it; its lines are shown from here on."""
    for start, end in chain.from_iterable(find_marked(page)):
        lines = page.lines[start:end]
        if sum(line.size for line in lines if line.hidden and not line.linked and has_stop(line.text)) >= _ENOUGH:
            for line in lines:
                line.hidden, line.weight = False, None
            return start, end
    return None


def _in_one_link(page: Page) -> Range | None:
    """The body that one link holds, left open before it or put around it to turn the page; its lines link no more."""
    whole = (line for line in page.lines if line.links and line.size == line.linked and not line.hidden)
    counted = Counter(line.links[-1] for line in whole if line.size > _TOLD and has_stop(line.text))
    link = next((link for link, lines in counted.items() if lines >= _MANY_LINES), None)
    if link is None:
        return None
    for line in page.lines:
        if line.size > _TOLD and link in line.links:
            line.linked, line.links, line.weight = 0, (), None
    return densest(page)


def _joined(page: Page, ranges: Sequence[Range]) -> list[Range]:
    """The *ranges*, those with no text between them as one: a body in parts."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and joined[-1][1] <= start and not _holds(page, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _all_beside(page: Page, start: int, end: int) -> bool:
    """Whether all that the lines say is what stands beside articles: a footer that is marked as they are."""
    told = [line for line in page.lines[start:end] if line.size and not line.hidden]
    return bool(told) and all(is_beside(line) for line in told) and not any(line.links for line in told)


def _holds(page: Page, start: int, end: int) -> bool:
    """Whether the lines hold anything: a second print of the body, for telephones, is marked as the first is."""
    return any(line.size or line.images for line in page.lines[start:end] if not line.hidden)


def _exactly(mark: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(mark)}\s*$")


def _laid_out(page: Page, root: HtmlElement, layout: Layout) -> Range | None:
    for opening, closing in layout.between:
        for start, end in between(page, _exactly(opening), _exactly(closing)):
            if _holds(page, start, end):
                return start, end
    for selector in layout.body:
        nodes = select(root, selector)
        for span in page.spans:
            if span.node in nodes:
                return span.start, span.end
    return None


def select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return the elements of the page *root* that the CSS *selector* of a layout chooses."""
    from lxml.cssselect import CSSSelector  # only portals with a layout of their own need it

    return CSSSelector(selector, translator="html")(root)


def densest(page: Page) -> Range | None:
    """Return the lines of the block whose lines together weigh most, prose counting for it and links against it."""
    weights = [weigh(line) for line in page.lines]
    for _ in range(_MOST_BOXES):
        sums = list(accumulate(weights, initial=0.0))
        best = _heaviest(page, sums)
        if best is None:
            return None
        found = _narrowed(page, best, sums)
        box = next((span for span in (best, found) if _is_box(page, span)), None)
        dropped = [box] if box is not None else side_columns(page, found, sums)
        if not dropped:
            return _with_pictures(page, _with_siblings(page, found), best[1])
        for start, end in dropped:
            weights[start:end] = [0.0] * (end - start)
    return None


def _heaviest(page: Page, sums: list[float]) -> Range | None:
    best, best_weight = None, _ENOUGH
    for span in page.spans:
        weight = sums[span.end] - sums[span.start]
        if weight >= best_weight:
            best, best_weight = span, weight
    return (best.start, best.end) if best is not None else None


def _is_box(page: Page, span: Range) -> bool:
    """Whether the block opens with the heading of other articles or of comments, which may outweigh a short article."""
    first = next((line for line in page.lines[span[0] : span[1]] if line.size and not line.hidden), None)
    if first is None or opens_related(first.text) or opens_comments(first.text):
        return first is not None
    if are_summaries(page.lines[slice(*span)]) and (_has_text_above(page, span[0]) or _has_verse_above(page, span[0])):
        return True
    above = [line for line in page.lines[max(0, span[0] - _HEADED) : span[0]] if line.size and not line.hidden]
    if not above or above[-1].linked:
        return False
    # The stamp of a comment stands between it and the heading of all; what heads the text counts comments in a bar.
    if any(opens_comments(line.text) for line in above) and any(map(_is_said, page.lines[: span[0]])):
        return True
    return opens_related(above[-1].text) and sum(map(is_linked, page.lines[slice(*span)])) > 1


def _is_said(line: Line) -> bool:
    """Whether *line* is of a text, however short: a sentence, a row of data, what opens a list."""
    opens = line.text.endswith("：") and line.size > _PROSE
    return "。" in line.text or opens or (line.kind == "row" and not line.links)


def _has_text_above(page: Page, end: int) -> bool:
    """Whether a sentence stands right below a bar of source and date above the line *end*: a short article's."""
    bars = (at for at in range(end) if is_metadata_bar(page.lines[at].text) and not page.lines[at].hidden)
    return any(
        weigh(line) > _TOLD and not line.linked for at in bars for line in page.lines[at + 1 : min(at + _NEAR, end)]
    )


def _has_verse_above(page: Page, end: int) -> bool:
    """Whether the lines right above the line *end* are short and set alike, as verse is, with no field among them."""
    above = [line for line in page.lines[max(0, end - _NEAR) : end] if line.size and not line.hidden][-_VERSE:]
    same = len({(line.node.tag, line.node.get("class")) for line in above}) == 1
    return (
        len(above) == _VERSE and same and not any(line.linked or is_beside(line) or "：" in line.text for line in above)
    )


def _narrowed(page: Page, span: Range, sums: list[float]) -> Range:
    """The innermost block in *span* that holds nearly all of its weight: a footer's sentences weigh little."""
    start, end = span
    enough = (sums[end] - sums[start]) * _NEARLY
    for block in page.spans:
        inside = start <= block.start and block.end <= end
        if not inside or sums[block.end] - sums[block.start] < enough:
            continue
        # The last column of a newspaper's page may hold as little as a footer: the rest of a sentence.
        left = (page.lines[at] for at in (*range(start, block.start), *range(block.end, end)))
        if not stand_beside(block.node, (line.node for line in left if _is_told(line))):
            start, end = block.start, block.end
    return _with_prose_beside(page, (start, end), span) if page.lines[start].kind == "row" else (start, end)


def _is_told(line: Line) -> bool:
    """Whether *line* is prose, or the rest of a sentence."""
    rest = line.text.endswith(("。", "！", "？", "”")) and not (line.links or line.hidden or is_beside(line))
    return rest or weigh(line) > _COLUMN


def _with_prose_beside(page: Page, table: Range, span: Range) -> Range:
    """The rows of *table* with the sentences right above and below them in *span*: a list has an introduction."""
    start, end = table
    while start > span[0] and weigh(page.lines[start - 1]) > _PROSE:
        start -= 1
    while end < span[1] and weigh(page.lines[end]) > _PROSE:
        end += 1
    return start, end


def text_block(page: Page, span: Range, told: Range) -> Range:
    """Return what of the lines *told* is in the innermost block of *span* that holds nearly all of their text."""
    start, end = told
    weights = map(weigh, page.lines[start:end])
    sums = list(accumulate((weight if weight > _TOLD else 0.0 for weight in weights), initial=0.0))
    if not sums[-1]:
        return told
    around, enough = span, sums[-1] * _NEARLY
    for block in page.spans:
        if around[0] <= block.start and block.end <= around[1]:
            a, b = max(block.start, start), min(block.end, end)
            if a < b and sums[b - start] - sums[a - start] >= enough:
                around = block.start, block.end
    a, b = _with_siblings(page, (max(around[0], start), min(around[1], end)))
    return max(a, start), min(b, end)


def _with_siblings(page: Page, span: Range) -> Range:
    """*span*, if it is the block of one paragraph, with the paragraphs set as it is right above and below it.

    A line of a few words weighs nothing.
    """
    start, end = span
    one = page.lines[start]
    if end - start > 1 or one.node.tag not in _PARAGRAPHS:
        return span
    while end < len(page.lines) and _may_join(page.lines[end], one):
        end += 1
    while start and _may_join(page.lines[start - 1], one):
        start -= 1
    return start, end


def _may_join(line: Line, one: Line) -> bool:
    same = line.node.tag == one.node.tag and line.node.get("class") == one.node.get("class")
    beside = line.node.getparent() is one.node.getparent()
    return same and beside and not (line.hidden or line.linked or (line.size and is_beside(line)))


def _with_pictures(page: Page, span: Range, end: int) -> Range:
    """*span*, which may be the block of one paragraph, with the pictures right below it, up to *end* at most."""
    start, last = span
    at = last
    while at < end and not page.lines[at].links and not page.lines[at].hidden:
        line = page.lines[at]
        credited = line.text.rstrip("）)").endswith("摄")
        if line.size and (
            not (page.lines[at - 1].images or credited) or line.size > _LONGEST_CAPTION or is_beside(line)
        ):
            break
        at += 1
        last = at if line.size or line.images else last
    return start, last
