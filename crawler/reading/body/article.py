"""The body of an article: its container, and what trafilatura reads in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from crawler.reading.blocks import Block
from crawler.reading.body.container import Range
from crawler.reading.body.lines import article_lines
from crawler.reading.body.prune import is_editing
from crawler.reading.body.short import short_article
from crawler.reading.body.siblings import is_set_as
from crawler.reading.body.text import extract
from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern

# No line of editors is longer, nor one that counts how often a file was loaded.
_LONGEST = 160
_EDITORS = pattern(r"edit(?:or)?s?(?:$|[\s_-])|zebian|bianji|zrbj", re.I)


class Body(NamedTuple):
    """What was read as the body: its *blocks*, and the *lines* they are from."""

    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()


def read_body(page: Page, span: Range | None, headline: Headline | None) -> Body:
    """Return the body that stands in the lines *span* of *page*; no blocks where there is none.

    Where nothing marks a body and no block is dense enough, the lines right below the headline are the article:
    a notice of two lines, a table, a picture.
    """
    lines = article_lines(page, span, headline) if span is not None else short_article(page, headline)
    return Body(tuple(extract(_without_editing(lines, enclosed=span is not None))), tuple(lines))


def _without_editing(lines: list[Line], *, enclosed: bool) -> list[Line]:
    """*lines* without those that name the editors, unless one block encloses them with the text or sets them as it.

    What is called the editors' line is the template's, wherever it stands; so is the label that names nobody.
    """
    kept: list[Line] = []
    for line in lines:
        text = line.text
        if line.size > _LONGEST or not ("：" in text or ":" in text or "已下载" in text):
            kept.append(line)  # neither a label nor a counter
            continue
        own = enclosed or (bool(kept) and is_set_as(line, kept[-1]))
        if (own and not _is_set(line)) or not is_editing(text):
            kept.append(line)
    return kept


def _is_set(line: Line) -> bool:
    """Whether a short *line* is a counter of downloads, is called editors' by its template, or is a label alone."""
    if line.text.endswith(("：", ":", "次")):
        return True
    if not _EDITORS.search(line.node.get("class") or line.node.get("id") or ""):
        return False
    # TRS_Editor is what a whole text was typed in.
    return 0 < len("".join(phrase_in(line.node).split())) <= _LONGEST
