"""Where the article of a page stands, and what the page says of it: each is found by the other."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.body.answers import with_letter
from crawler.reading.body.boards import find_letter
from crawler.reading.body.container import Range, find_container
from crawler.reading.body.posts import find_post, first_post
from crawler.reading.body.settling import settle
from crawler.reading.body.siblings import with_siblings
from crawler.reading.metadata.facts import Facts, read_metadata, signed
from crawler.reading.page.flow import Page


def place_article(page: Page, root: HtmlElement, url: str, layout: Layout | None) -> tuple[Range | None, Facts]:
    """Return the range of lines that holds the article of *page*, None where no block does, and the page's facts."""
    span = find_container(page, root, layout)
    span = with_siblings(page, span) if span and layout is None else span
    post = find_post(page) if span is None else None
    span = first_post(page, span) if span else post
    span = with_letter(page, span) if layout is None else span
    letter = find_letter(page.lines)
    if letter:
        span = letter.start, letter.end
        return span, signed(read_metadata(page, root, url, span, layout), letter)
    facts = read_metadata(page, root, url, span, layout)
    settled = settle(page, span, facts.headline) if layout is None and post is None else span
    if settled == span:
        return span, facts
    return settled, read_metadata(page, root, url, settled, layout, facts.headline)
