"""The body of an article: its container, and what trafilatura reads in it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from html import escape

import trafilatura
from lxml import html
from lxml.html import HtmlElement
from trafilatura.settings import DEFAULT_CONFIG, Extractor

from crawler.layout import Layout
from crawler.reading.blocks import Block
from crawler.reading.container import find_container
from crawler.reading.flow import Line, Page
from crawler.reading.prune import is_furniture, is_metadata_bar, is_rights_line, opens_related


@dataclass(frozen=True, slots=True)
class Body:
    """What was read as the body: its *blocks* and further copies of it on the page."""

    blocks: tuple[Block, ...] = ()
    other_copies: tuple[tuple[Block, ...], ...] = ()


def read_body(page: Page, root: HtmlElement, title: str | None, layout: Layout | None) -> Body:
    """Return the body of *page*; no blocks where the page has none."""
    found = find_container(page, root, layout)
    if found is None:
        return Body()
    lines = _article_lines(page.lines[found[0] : found[1]], title)
    return Body(tuple(_extract(lines)))


def _article_lines(lines: list[Line], title: str | None) -> list[Line]:
    kept: list[Line] = []
    wanted = "".join((title or "").split())
    for line in lines:
        squeezed = "".join(line.text.split())
        if line.hidden:
            continue
        if squeezed and squeezed == wanted and not any(len(item.text) > 40 for item in kept):
            continue
        if opens_related(line.text) and kept:
            break
        if is_furniture(line.text) or is_metadata_bar(line.text) or is_rights_line(line.text):
            continue
        kept.append(line)
    return kept


def _config() -> Extractor:
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["min_extracted_size"] = "0"
    config["DEFAULT"]["min_output_size"] = "0"
    return Extractor(config=config, fast=True, recall=True, comments=False, tables=True)


_EXTRACTOR = _config()


def _extract(lines: list[Line]) -> list[Block]:
    """Hand *lines* to trafilatura as one small page and return what it reads there."""
    if not any(line.text for line in lines):
        return []
    page = html.document_fromstring("<html><body><article>" + _markup(lines) + "</article></body></html>")
    found = trafilatura.bare_extraction(page, options=_EXTRACTOR)
    if found is None:
        return []
    strong = {"".join(line.text.split()): line.strong * 2 > len(line.text) for line in lines}
    blocks: list[Block] = []
    for node in found.body.iter("p", "head", "row", "item", "quote"):
        if node.tag == "row":
            cells = [" ".join("".join(cell.itertext()).split()) for cell in node.iter("cell")]
            blocks.append(Block("\t".join(cells).rstrip("\t"), "table"))
            continue
        text = " ".join("".join(node.itertext()).split())
        if text:
            blocks.append(Block(text, "paragraph", strong.get("".join(text.split()), False)))
    return blocks


def _markup(lines: list[Line]) -> str:
    parts: list[str] = []
    open_table: HtmlElement | None = None
    for line in lines:
        table = line.node.getparent() if line.kind == "row" else None
        if open_table is not None and table is not open_table:
            parts.append("</table>")
        if table is not None:
            if table is not open_table:
                parts.append("<table>")
            parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.cells) + "</tr>")
        elif line.text:
            parts.append(f"<p>{escape(line.text)}</p>")
        open_table = table
    if open_table is not None:
        parts.append("</table>")
    return "".join(parts)
