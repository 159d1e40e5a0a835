"""A tree as the lines a reader sees: text runs between block boundaries, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml.html import HtmlElement

INLINE = frozenset(
    "a abbr acronym b bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong "
    "sub sup tt u var wbr bdi data time ruby rb rt rp o:p st1:chsdate st1:personname ucaptitle publishtime".split()
)
SILENT = frozenset(
    "script style noscript template head title meta link iframe object embed applet param svg canvas video audio "
    "select option optgroup textarea button input map area frame frameset noframes base colgroup col".split()
)
_STRONG = frozenset("b strong h1 h2 h3 h4 h5 h6 th center".split())
LineKind = Literal["text", "row", "image"]


@dataclass(slots=True)
class Line:
    """A run of text as one line; *linked* counts its characters inside links, *node* is the block around it."""

    text: str
    node: HtmlElement
    linked: int = 0
    strong: int = 0
    kind: LineKind = "text"
    cells: tuple[str, ...] = ()
    images: list[HtmlElement] = field(default_factory=list)


def is_block(node: HtmlElement) -> bool:
    """Say whether *node* begins a line of its own."""
    return node.tag not in INLINE and ":" not in node.tag


class _Flow:
    """Collects runs of text until a block boundary closes the line."""

    def __init__(self, root: HtmlElement, tables: bool) -> None:
        self.lines: list[Line] = []
        self._tables = tables
        self._runs: list[str] = []
        self._linked = self._strong = 0
        self._images: list[HtmlElement] = []
        self._node = root

    def walk(self, top: HtmlElement) -> list[Line]:
        # An explicit stack: pages with 100,000 nested tags are served, and recursion would not survive them.
        stack: list[tuple[HtmlElement, bool, bool, bool]] = [(top, False, False, False)]
        while stack:
            node, closing, linked, strong = stack.pop()
            if closing:
                if is_block(node):
                    self._close(node.getparent() if node is not top else node)
                self._run(node.tail if node is not top else None, linked, strong)
                continue
            if self._enter(node, linked, strong):
                stack.append((node, True, linked, strong))
                inner_link, inner_strong = linked or node.tag == "a", strong or node.tag in _STRONG
                self._run(node.text, inner_link, inner_strong)
                stack.extend((child, False, inner_link, inner_strong) for child in reversed(node))
            elif node is not top:
                self._run(node.tail, linked, strong)
        self._close(top)
        return self.lines

    def _enter(self, node: HtmlElement, linked: bool, strong: bool) -> bool:
        """Open *node*; False where nothing inside it is to be walked."""
        tag = node.tag
        if not isinstance(tag, str) or tag in SILENT:
            return False
        if tag == "br" or tag == "hr":
            self._close(self._node)
            return False
        if tag == "img":
            self._images.append(node)
            return False
        if tag == "table" and self._tables and is_data_table(node):
            self._close(self._node)
            self._rows(node)
            return False
        if is_block(node):
            self._close(node)
        return True

    def _rows(self, table: HtmlElement) -> None:
        for row in table.iter("tr"):
            cells = tuple(" ".join(visible_text(cell).split()) for cell in row.iterchildren("td", "th"))
            if any(cells):
                images = list(row.iter("img"))
                self.lines.append(Line("\t".join(cells), row, 0, 0, "row", cells, images))

    def _run(self, text: str | None, linked: bool, strong: bool) -> None:
        if text:
            self._runs.append(text)
            if linked or strong:
                size = len("".join(text.split()))
                self._linked += size if linked else 0
                self._strong += size if strong else 0

    def _close(self, following: HtmlElement | None) -> None:
        if self._runs or self._images:
            text = " ".join("".join(self._runs).split())
            if text:
                self.lines.append(
                    Line(text, self._node, self._linked, self._strong, "text", (), self._images)
                )
            elif self._images:
                self.lines.append(Line("", self._node, 0, 0, "image", (), self._images))
            self._runs, self._images = [], []
            self._linked = self._strong = 0
        if following is not None:
            self._node = following


def read_lines(node: HtmlElement, *, tables: bool = True) -> list[Line]:
    """Return the lines of *node*; with *tables*, each row of a table that holds data is one line with cells."""
    return _Flow(node, tables).walk(node)


def visible_text(node: HtmlElement) -> str:
    """Return the text of *node* without scripts, styles and form fields."""
    return "".join(_visible(node))


def _visible(node: HtmlElement) -> Iterator[str]:
    silent = 0
    stack: list[tuple[HtmlElement, bool]] = [(node, False)]
    while stack:
        item, closing = stack.pop()
        if not closing:
            if not isinstance(item.tag, str) or item.tag in SILENT:
                if item is not node and item.tail:
                    yield item.tail
                continue
            if item.tag == "br":
                yield "\n"
            if item.text:
                yield item.text
            stack.append((item, True))
            stack.extend((child, False) for child in reversed(item))
        else:
            if item is not node:
                if is_block(item):
                    yield " "
                if item.tail:
                    yield item.tail
    del silent


def is_data_table(table: HtmlElement) -> bool:
    """Say whether *table* holds data: no table within, at least two rows and two columns, and short cells."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    wide = [row for row in rows if len(row) > 1]
    if len(rows) < 2 or len(wide) * 2 < len(rows):
        return False
    sizes = [len(visible_text(cell).strip()) for row in rows for cell in row]
    return max(sizes, default=0) < 600 and sum(1 for size in sizes if size) * 3 >= len(sizes)
