"""The body of an article: its container, and what trafilatura reads in it."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.reading.blocks import Block
from crawler.reading.body_lines import article_lines
from crawler.reading.body_text import extract
from crawler.reading.container import Range
from crawler.reading.flow import Line, Page
from crawler.reading.headline import Headline


@dataclass(frozen=True, slots=True)
class Body:
    """What was read as the body: its *blocks*, the *lines* they are from, and further copies of it on the page."""

    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    other_copies: tuple[tuple[Block, ...], ...] = ()


def read_body(page: Page, span: Range | None, headline: Headline | None) -> Body:
    """Return the body that stands in the lines *span* of *page*; no blocks where there is none."""
    if span is None:
        return Body()
    lines = article_lines(page, span, headline)
    return Body(tuple(extract(lines)), tuple(lines))
