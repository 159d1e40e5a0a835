"""Which lines of a page are inside the article's container."""

from __future__ import annotations

import re
from itertools import accumulate

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.body.markers import between, find_marked
from crawler.reading.body.prune import (
    is_disclaimer,
    is_furniture,
    is_index_line,
    is_metadata_bar,
    is_metadata_row,
    is_rights_line,
)
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|jpe?g|png|tiff?)(?:$|[?#])", re.I)
_ATTACHMENT = pattern(r"^\s*(?:附件|附表|附录|附图|附)\s*\d*\s*[：:.、]?")
_STOPS = pattern(r"[，。；：！？、“”《》「」]|[a-z][,.;]\s")
_PROSE = 12
# Below this weight there is no prose to go by: a notice of two lines, a table, a picture, or nothing.
_ENOUGH = 100.0
_NEARLY = 0.94
Range = tuple[int, int]


def find_container(page: Page, root: HtmlElement, layout: Layout | None = None) -> Range | None:
    """Return the range of lines that holds the article: by *layout*, by a known marker, or by structure.

    None where only structure could tell and it does not: the page may hold a short article, or none.
    """
    if layout is not None:
        found = _laid_out(page, root, layout)
        if found:
            return found
    for start, end in find_marked(page):
        if _holds(page, start, end):
            return start, end
    return densest(page)


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
    sums = list(accumulate((weigh(line) for line in page.lines), initial=0.0))
    best, best_weight = None, _ENOUGH
    for span in page.spans:
        weight = sums[span.end] - sums[span.start]
        if weight >= best_weight:
            best, best_weight = span, weight
    return _narrowed(page, (best.start, best.end), sums) if best is not None else None


def _narrowed(page: Page, span: Range, sums: list[float]) -> Range:
    """The innermost block in *span* that holds nearly all of its weight: a footer's sentences weigh little."""
    start, end = span
    enough = (sums[end] - sums[start]) * _NEARLY
    for block in page.spans:
        inside = start <= block.start and block.end <= end
        if inside and sums[block.end] - sums[block.start] >= enough:
            start, end = block.start, block.end
    return start, end


def weigh(line: Line) -> float:
    """Return how much *line* speaks for being inside an article (positive) or beside one (negative)."""
    if line.weight is None:
        line.weight = _weight(line)
    return line.weight


def _weight(line: Line) -> float:
    if not line.size or line.hidden:
        return 0.0
    if line.linked * 2 > line.size:
        return -min(line.size, 40) * 0.7
    if is_beside(line):
        return -min(15.0, 3.0 * line.size)  # an encyclopedia has a button behind each heading
    if line.kind == "row":
        return line.size * 0.5
    plain = line.size - line.linked
    stops = len(_STOPS.findall(line.text))
    if stops and plain >= _PROSE:
        return plain + 3.0 * stops
    return plain * 0.3 if plain >= 40 else -3.0


def is_beside(line: Line) -> bool:
    """Say whether *line* is of the kinds that stand beside an article, whatever they are inside of."""
    if line.beside is None:
        line.beside = (line.kind == "row" and is_metadata_row(line.cells)) or _reads_beside(line.text)
    return line.beside


def _reads_beside(text: str) -> bool:
    return (
        is_furniture(text)
        or is_metadata_bar(text)
        or is_index_line(text)
        or is_rights_line(text)
        or is_disclaimer(text)
    )


def is_linked(line: Line) -> bool:
    """Say whether *line* is a way to another page: most of it is a link, and to no file."""
    if not line.size or line.linked * 2 <= line.size or _ATTACHMENT.match(line.text):
        return False
    return not any(_FILE.search(link.get("href") or "") for link in line.links)
