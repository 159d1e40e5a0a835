"""Portals built with ucap 开普: channels whose articles are named by 32 hexadecimal digits."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, read_pages, ucap_turns

UCAP = Layout(
    name="ucap",
    body=("ucapcontent", "#UCAP-CONTENT", "div.article-content#zoomcon", "#zoomcon"),
    title=("ucaptitle", "h1.article-title", "h1"),
    prune=(".relation-article", ".related-news"),
)
_ID = r"(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"


class UcapSpider(Portal):
    """A portal on ucap: ``/site/cNNNNNN/YYYYMM/{32 digits}.shtml``; most lists come as JSON."""

    article = re.compile(rf"/{_ID}\.s?html?$", re.I)
    layouts = (UCAP,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the pages that a script counts, else those of the channel's JSON list."""
        return (() if page.data is not None else read_pages(page)) or ucap_turns(page)
