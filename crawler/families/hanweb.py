"""Portals built with Hanweb 大汉: JCMS with jpage, and its successor jpaas."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, hanweb_turns, jpaas_turns, read_pages

HANWEB = Layout(
    name="hanweb",
    between=(("ZJEG_RSS.content.begin", "ZJEG_RSS.content.end"),),
    body=("td.bt_content div#zoom", "div.main-txt#zoom", "div#zoom", "div.artile_zw", "div.article-content"),
    title=("td.title", "div.main-title", ".article-title", "h1"),
)


class HanwebSpider(Portal):
    """A portal on Hanweb: columns are ``/col/colN/index.html``, articles ``/art/YYYY/M/D/art_COL_ID.html``."""

    article = re.compile(r"/art/\d{4}/(?:\d{1,2}/\d{1,2}/)?art_\w+\.html?$", re.I)
    layouts = (HANWEB,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the requests for the list's records; a site whose ids are hidden has plain links at best."""
        return hanweb_turns(page) or jpaas_turns(page) or read_pages(page)

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return an article's address without the word that hides the head of a page of open information."""
        return re.sub(r"(/art_\w+\.html?)\?xxgkhide=\d$", r"\1", url, flags=re.I)
