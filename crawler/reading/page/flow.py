"""A page as the lines a reader sees, and which lines each block element holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.page.anchors import is_anchor
from crawler.reading.page.hiding import is_hidden
from crawler.reading.page.tables import SILENT, is_data_table, is_inline, is_passage, visible_text
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

_FRAMES = frozenset(["iframe", "embed", "object"])
# Sudy shows a file in a block that names it.
_PLAYED = "pdfsrc"
_LEAVES = SILENT | {"br", "hr", "img"}
_STRONG = frozenset(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "center"])
_BOLD = pattern(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_PRE = pattern(r"white-space\s*:\s*pre", re.I)
_HIDDEN_SHARE = 10
# The link behind each heading of an encyclopedia.
_EDIT = ("[编辑]", "[編輯]", "［编辑］", "[ 编辑 ]", "[edit]", "编辑本段", "[编辑本段]")
_ENCLOSING = pattern(r"正文|content|文章|内容|body|begin|end|start", re.I)
LineKind = Literal["text", "row", "image"]


@dataclass(slots=True)
class Line:
    """A run of text between block boundaries, or a row of a data table.

    *linked* and *strong* count characters inside links and inside bold type; *node* is the block around the line.
    """

    text: str
    node: HtmlElement
    kind: LineKind = "text"
    linked: int = 0
    strong: int = 0
    size: int = 0
    hidden: bool = False
    cells: tuple[str, ...] = ()
    images: Sequence[HtmlElement] = ()
    links: Sequence[HtmlElement] = ()
    weight: float | None = None
    beside: bool | None = None


@dataclass(slots=True)
class Span:
    """A block element and the lines it holds, from *start* up to but not including *end*."""

    node: HtmlElement
    start: int
    end: int


@dataclass(slots=True)
class Page:
    """All lines of a page, its blocks in document order, its comments with the line they precede, its frames."""

    lines: list[Line] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    marks: list[tuple[str, int]] = field(default_factory=list)
    frames: list[HtmlElement] = field(default_factory=list)


def read_page(root: HtmlElement) -> Page:
    """Return the lines of *root* in reading order."""
    page = _Walk(root).page
    hidden = sum(line.size for line in page.lines if line.hidden)
    if hidden and hidden > _HIDDEN_SHARE * sum(line.size for line in page.lines if not line.hidden):
        for line in page.lines:
            line.hidden = False  # a page that is hidden until it is loaded
    return page


class _Walk:
    """One pass over the tree; a block boundary or a line break closes the line that is being collected."""

    def __init__(self, root: HtmlElement) -> None:
        self.page = Page()
        self._runs: list[str] = []
        self._images: list[HtmlElement] = []
        self._links: list[HtmlElement] = []
        self._linked = self._strong = 0
        self._link_depth = self._strong_depth = self._hidden_depth = 0
        self._kept_breaks: list[HtmlElement] = []
        self._bold: list[HtmlElement] = []
        self._ways: list[HtmlElement] = []
        self._open: list[Span] = []
        self._walk(root)

    def _walk(self, root: HtmlElement) -> None:
        start, end, run = self._start, self._end, self._run
        events = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, node in events:
            if event == "start":
                if not start(node):
                    events.skip_subtree()
                    continue
                text = node.text
            else:
                if event == "end":
                    end(node)
                else:
                    self._mark(node.text or "")
                text = node.tail if node is not root else None
            if not text:
                continue
            if self._kept_breaks:
                self._kept(text)
            elif self._runs or not text.isspace():
                run(text)

    def _start(self, node: HtmlElement) -> bool:
        """Open *node*; False where its inside is not to be walked."""
        tag = node.tag
        if tag in _LEAVES:
            self._leaf(node, tag)
            return False
        names = node.keys()  # to ask for the names of all costs what it costs to ask for one that is not there
        style = node.get("style") if "style" in names else None
        if self._hidden_depth:
            self._hidden_depth += 1
        elif names and is_hidden(node, style, names):
            if self._is_glued(node):
                return False
            self._close()
            self._hidden_depth = 1
        if tag == "pre" or (style is not None and "pre" in style and _PRE.search(style)):
            self._kept_breaks.append(node)
        if tag in _STRONG:
            self._strong_depth += 1
        elif style is not None and "weight" in style and is_bold(node):
            self._strong_depth += 1
            self._bold.append(node)
        if not is_inline(tag):
            self._block(node)
            if _PLAYED in names:
                self.page.frames.append(node)
            if tag == "table" and is_data_table(node):
                self._rows(node)
                return False
        elif tag == "a":
            self._links.append(node)
            if not is_anchor(node):
                self._link_depth += 1
                self._ways.append(node)
        elif tag == "time" and self._runs:
            self._runs.append(" ")  # style sheets set it apart from the number before it
        return True

    def _is_glued(self, node: HtmlElement) -> bool:
        """Whether what is hidden stands within a phrase: forums set it there to spoil what is copied from them."""
        before, after = self._runs[-1] if self._runs else "", node.tail or ""
        if not before.strip() or before[-1].isspace() or not after.strip() or after[0].isspace():
            return False
        return is_inline(node.tag) and node.tag not in _STRONG and next(node.iter("a", "img"), None) is None

    def _block(self, node: HtmlElement) -> None:
        if self._runs or self._images or self._links:
            self._close()
        span = Span(node, len(self.page.lines), -1)
        self._open.append(span)
        self.page.spans.append(span)

    def _leaf(self, node: HtmlElement, tag: str) -> None:
        if tag == "img":
            self._images.append(node)
        elif tag not in SILENT:
            self._close()
        elif tag in _FRAMES:
            self.page.frames += node.iter(*_FRAMES)

    def _mark(self, comment: str) -> None:
        # Comments inside a sentence (editors' conditional ones) part nothing; those that enclose a body do.
        if len(comment) < 60 and _ENCLOSING.search(comment):
            self._close()
        self.page.marks.append((comment, len(self.page.lines)))

    def _end(self, node: HtmlElement) -> None:
        tag = node.tag
        if tag in _LEAVES:
            return
        if is_inline(tag):
            if self._ways and self._ways[-1] is node:
                self._ways.pop()
                self._link_depth -= 1
            if self._hidden_depth == 1:
                self._close()
        else:
            if self._runs or self._images or self._links:
                self._close()
            self._open.pop().end = len(self.page.lines)
        if self._kept_breaks and self._kept_breaks[-1] is node:
            self._kept_breaks.pop()
        if tag in _STRONG:
            self._strong_depth -= 1
        elif self._bold and self._bold[-1] is node:
            self._bold.pop()
            self._strong_depth -= 1
        if self._hidden_depth:
            self._hidden_depth -= 1

    def _kept(self, text: str) -> None:
        """Take in *text* whose line breaks are shown."""
        *whole, text = text.split("\n")
        for line in whole:
            self._run(line)
            self._close()
        self._run(text)

    def _run(self, text: str) -> None:
        if not self._runs and (not text or text.isspace()):
            return  # most of what stands between two tags is the source's layout
        self._runs.append(text)
        if self._link_depth or self._strong_depth:
            size = len("".join(text.split()))
            self._linked += size if self._link_depth else 0
            self._strong += size if self._strong_depth else 0

    def _close(self) -> None:
        if self._runs or self._images:
            text = squash("".join(self._runs))
            if (text or self._images) and self._open:
                self._line(text)
            self._runs.clear()
            self._images = []
            self._linked = self._strong = 0
        if self._links:
            # A link that is still open goes on in the next line.
            self._links = self._links[-1:] if self._link_depth else []

    def _line(self, text: str) -> None:
        if text.endswith(_EDIT) and self._links:
            button = next(sign for sign in _EDIT if text.endswith(sign))
            text = text.removesuffix(button).rstrip()
            self._linked = max(0, self._linked - len(button.strip("[]［］ ")))
            if not text and not self._images:
                return
        kind: LineKind = "text" if text else "image"
        size = len(text) - text.count(" ")
        self.page.lines.append(
            Line(
                text,
                self._open[-1].node,
                kind,
                self._linked,
                self._strong,
                size,
                self._hidden_depth > 0,
                (),
                self._images,
                self._links or (),  # a list that is still empty goes on to be filled with the links of later lines
            )
        )

    def _rows(self, table: HtmlElement) -> None:
        for caption in table.iterchildren("caption"):
            self._walk(caption)
        for row in table.iter("tr"):
            nodes = list(row.iterchildren("td", "th"))
            cells = tuple(squash(visible_text(cell)) for cell in nodes)
            told = [cell for cell, text in zip(nodes, cells, strict=True) if text]
            if len(told) == 1 and is_passage(told[0]):
                self._walk(told[0])
            else:
                self._row(row, cells)

    def _row(self, row: HtmlElement, cells: tuple[str, ...]) -> None:
        images = list(row.iter("img"))
        if not any(cells) and not images:
            return
        links = list(row.iter("a"))
        line = Line("\t".join(cells).strip("\t"), row, "row", cells=cells, images=images, links=links)
        line.linked = sum(len("".join(link.text_content().split())) for link in links)
        line.size = sum(len("".join(cell.split())) for cell in cells)
        line.hidden = self._hidden_depth > 0
        self.page.lines.append(line)


def is_bold(node: HtmlElement) -> bool:
    """Say whether the style of *node* sets it in bold."""
    return bool(_BOLD.search(node.get("style") or ""))
