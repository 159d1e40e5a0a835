"""The tags of a page that stand in a line or are not read, and its tables that hold data rather than its layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "var", "wbr", "bdi", "data", "time", "ruby", "rb", "rt", "rp", "publishtime", "basefont", "blink",
])  # fmt: skip
# Word's own tags stand inside of words, each with its namespace: <o:p>, <st1:chsdate>.
_OF_WORD = ":"
SILENT = frozenset([
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "object", "embed",
    "applet", "param", "svg", "canvas", "video", "audio", "select", "option", "optgroup", "textarea", "button",
    "input", "map", "area", "xmp", "frame", "frameset", "noframes", "base", "colgroup", "col", "marquee",
])  # fmt: skip
# The most common of all others.
_BLOCKS = frozenset(
    ["div", "p", "td", "tr", "li", "ul", "table", "tbody", "h1", "h2", "h3", "dd", "dt", "dl", "br", "form"]
)
_MEMBER = pattern(r"(?:注[册冊]|註冊|积分|積分|[发發][帖贴]|[帖贴]子|威望|等[级級])[\u4e00-\u9fff]{0,2}\s*[：:]")
_FIELDS = 2
_FEW_ROWS, _MOST_RULED = 3, 4
# Text that is counted as often stands in cells within cells.
_NESTED = 8
_LONG_CELL, _LONGEST_LABEL, _PASSAGE, _COLUMN, _LINES = 600, 16, 80, 120, 3


def visible_text(node: HtmlElement) -> str:
    """Return the text inside *node* without scripts, styles and form fields; blocks are parted by a line break."""
    return "".join(visible_pieces(node))


def visible_pieces(node: HtmlElement) -> Iterator[str]:
    """Yield the ``visible_text`` of *node* piece by piece."""
    yield node.text or ""
    events = etree.iterwalk(node, events=("start", "end", "comment"))
    for event, item in events:
        if item is node:
            continue
        if event == "start":
            if item.tag in SILENT:
                events.skip_subtree()
            else:
                yield item.text or "" if is_inline(item.tag) else f"\n{item.text or ''}"
        else:
            yield (item.tail or "") if event == "comment" or is_inline(item.tag) else f"\n{item.tail or ''}"


def is_data_table(table: HtmlElement) -> bool:
    """Say whether *table* holds data: no table within, two rows and two columns at least, and short cells."""
    descendants = table.iterdescendants("table")
    if next(descendants, None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    wide = [row for row in rows if len(row) > 1]
    if len(rows) < 2 or len(wide) * 2 < len(rows):
        return False
    sizes = _sizes(table, rows)
    flat = [size for row in sizes for size in row]
    if not flat:
        return False
    if len(rows) <= _FEW_ROWS and max(flat, default=0) >= _COLUMN and any(map(_are_columns, wide)):
        return False
    if max(flat, default=0) >= _PASSAGE and any(_is_of_member(row[0]) for row in wide[:_FEW_ROWS]):
        return False
    if sum(1 for size in flat if size) * 3 < len(flat) or (max(flat, default=0) >= _LONG_CELL and not _is_form(sizes)):
        return False
    # A column of posters beside one of posts is layout: its cells are broken by rules and lines.
    rules = sum(1 for _ in table.iter("hr"))
    return not rules or (len(rows) > _FEW_ROWS and rules * _MOST_RULED < len(rows))


def _sizes(table: HtmlElement, rows: list[list[HtmlElement]]) -> list[list[int]]:
    """How many characters each cell of *rows* holds; nothing where cells that were left open hold each other."""
    left = _NESTED * len(table.text_content()) + _LONG_CELL
    sizes = []
    for row in rows:
        sizes.append([len(visible_text(cell).strip()) for cell in row])
        left -= sum(sizes[-1])
        if left < 0:
            return []
    return sizes


def _are_columns(row: list[HtmlElement]) -> bool:
    """Whether one cell of *row* holds paragraphs and another stands beside it in lines of its own.

    So are the columns of a printed page set, and a forum's member beside his post; a label is one line.
    """
    texts = {cell: visible_text(cell) for cell in row}
    columns = [cell for cell in row if len(texts[cell]) >= _COLUMN and is_passage(cell)]
    return bool(columns) and sum(_stands_apart(texts[cell]) for cell in row if cell is not columns[0]) > 0


def _stands_apart(text: str) -> bool:
    return sum(not line.isspace() for line in text.split("\n") if line) >= _LINES


def _is_of_member(cell: HtmlElement) -> bool:
    """Whether *cell* is what a forum prints of a member beside his post."""
    return len(_MEMBER.findall(visible_text(cell))) >= _FIELDS


def _is_form(sizes: list[list[int]]) -> bool:
    """Whether each row has a label before its field, and one field a page of text, as a decision on a penalty has."""
    labelled = all(len(row) > 1 and 0 < row[0] <= _LONGEST_LABEL for row in sizes)
    return labelled and len(sizes) >= _FEW_ROWS and sum(size >= _LONG_CELL for row in sizes for size in row) == 1


def is_passage(cell: HtmlElement) -> bool:
    """Say whether *cell*, alone in its row, holds paragraphs: the text below the rows of its 索引号 and 发文机关."""
    size = len(visible_text(cell))
    return (
        size >= _PASSAGE
        and sum(1 for _ in cell.iter("p", "div", "br")) > 1
        and sum(len(link.text_content()) for link in cell.iter("a")) * 2 < size
    )


def _is_inline(tag: Any) -> bool:
    return tag in INLINE or (tag not in _BLOCKS and isinstance(tag, str) and _OF_WORD in tag)


# Asked twice of every element of a page: says whether an element called *tag* stands inside a line.
is_inline: Callable[[Any], bool] = lru_cache(maxsize=512)(_is_inline)
