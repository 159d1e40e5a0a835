"""The one place that calls trafilatura: isolated lines in, blocks of text out."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from html import escape
from itertools import islice, pairwise

from lxml import html
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document, Extractor

from crawler.reading.blocks import Block, Kind
from crawler.reading.files.images import lines_of_captions, points_below
from crawler.reading.page.flow import Line, is_bold
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.tree import new_parser
from crawler.reading.page.white_space import squash

# trafilatura drops a long paragraph that repeats the one before it; whether that is a second copy is not its to say.
_AGAIN = "\u2060"
_LEVELS = frozenset(f"h{level}" for level in range(1, 7))
# A block of lines broken by <br> may hold a bold run a line.
_MOST_RUNS, _LONGEST_MARK = 200, 4


def _extractor() -> Extractor:
    config = deepcopy(DEFAULT_CONFIG)
    # A notice of two lines is a text: without these, trafilatura takes it for a failure and starts over.
    config["DEFAULT"]["min_extracted_size"] = "0"
    config["DEFAULT"]["min_output_size"] = "0"
    return Extractor(config=config, fast=True, recall=True, comments=False, tables=True)


_EXTRACTOR = _extractor()


def extract(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks that trafilatura reads in *lines*, handed to it as one small page."""
    if not any(line.size for line in lines):
        return []
    page = html.document_fromstring(f"<html><body><article>{_markup(lines)}</article></body></html>", new_parser())
    found = bare_extraction(page, options=_EXTRACTOR)
    if not isinstance(found, Document) or found.body is None:
        return []
    strong = {_squeeze(line.text) for line, bold in zip(lines, are_strong(lines), strict=True) if bold}
    captions = {_squeeze(line.text) for line in lines_of_captions(lines)}
    captions |= {_squeeze(line.text) for line, after in pairwise(lines) if points_below(line, after)}
    return _blocks(found.body, strong, captions, _bold_runs(lines))


def are_strong(lines: Sequence[Line]) -> list[bool]:
    """Return which of *lines* are set bold or as headings.

    A heading right above or below one of a higher level is a kicker or a subtitle, and bold no more.
    """
    strong = [line.strong * 2 > line.size for line in lines]
    levels = [line.node.tag if line.strong and line.node.tag in _LEVELS else "" for line in lines]
    for i, (level, following) in enumerate(pairwise(levels)):
        if level and following and level != following:
            strong[i if level > following else i + 1] = False
    return strong


def _bold_runs(lines: Sequence[Line]) -> dict[str, str]:
    """Return what *lines*, without blanks, open with in bold, behind a number or a mark at most."""
    held: dict[HtmlElement, list[str]] = {}
    runs: dict[str, str] = {}
    for line in lines:
        if 0 < line.strong < line.size:
            if line.node not in held:
                held[line.node] = _bold_in(line.node)
            run = next((run for run in held[line.node] if 0 <= line.text.find(run) <= _LONGEST_MARK), None)
            if run:
                runs[_squeeze(line.text)] = run
    return runs


def _bold_in(block: HtmlElement) -> list[str]:
    """What the elements of *block* that are set bold say, each in order."""
    nodes = islice(block.iter("b", "strong", "span"), _MOST_RUNS)
    said = (squash(phrase_in(node)) for node in nodes if node.tag != "span" or is_bold(node))
    return [run for run in said if run]


def _blocks(body: _Element, strong: set[str], captions: set[str], runs: dict[str, str]) -> list[Block]:
    blocks: list[Block] = []
    for node in body.iter("p", "head", "row", "item", "quote"):
        if node.tag == "row":
            cells = [" ".join("".join(cell.itertext()).split()) for cell in node.iter("cell")]
            blocks.append(Block("\t".join(cells).strip("\t"), "table"))
            continue
        text = " ".join("".join(node.itertext()).replace(_AGAIN, "").split())
        if text:
            squeezed = _squeeze(text)
            kind: Kind = "caption" if squeezed in captions else "paragraph"
            blocks.append(Block(text, kind, squeezed in strong, runs.get(squeezed, "") if runs else ""))
    return blocks


def _markup(lines: Sequence[Line]) -> str:
    parts: list[str] = []
    table: object = None
    before = ""
    for line in lines:
        inside = line.node.getparent() if line.kind == "row" else None
        if table is not None and inside is not table:
            parts.append("</table>")
        if inside is not None and inside is not table:
            parts.append("<table>")
        table = inside
        if line.kind == "row":
            parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.cells) + "</tr>")
        elif line.size:
            again = _AGAIN if line.text == before else ""
            parts.append(f"<p>{escape(line.text)}{again}</p>")
            before = line.text
    if table is not None:
        parts.append("</table>")
    return "".join(parts)


def _squeeze(text: str) -> str:
    return "".join(text.split())
