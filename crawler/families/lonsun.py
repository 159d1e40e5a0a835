"""Portals built with Lonsun 龙讯, most of them in Anhui."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, lonsun_turns, read_pages

LONSUN = Layout(
    name="lonsun",
    body=(".wzcon", "#zoom", ".j-fontContent", ".newscontnet", ".gzk-article"),
    title=(".wztit", ".newstitle", "h1"),
)


class LonsunSpider(Portal):
    """A portal on Lonsun: ``/public/ORGAN/ID.html`` and ``/COLUMN/ID.html``; a label draws the rows of a list."""

    article = re.compile(r"/public/\d+/\d+\.html?$|/(?:content/)?(?:article|detail)/\d+$|/[\w/-]+/\d{6,}\.html?$", re.I)
    layouts = (LONSUN,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the label's pages."""
        return lonsun_turns(page) or read_pages(page)
