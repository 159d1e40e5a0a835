"""Portals built with VSB 博达: lists whose older pages count downwards."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, read_pages, vsb_turns

VSB = Layout(
    name="vsb", body=("[id^=vsb_content]", ".v_news_content"), title=("form[name=_newscontent_fromname] h1", "h1")
)


class VsbSpider(Portal):
    """A portal on VSB: articles are ``/info/COLUMN/ID.htm``, or the same story as ``content.jsp?…wbnewsid=ID``.

    Page 1 of a list shifts while the files of older pages stay: with ``-a newest=2`` a later crawl asks for the
    first page and for the one with the highest number.
    """

    article = re.compile(r"/info/\d+/\d+\.html?$|/content\.jsp\?.*wbnewsid=\d+", re.I)
    layouts = (VSB,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the older pages, newest first."""
        return vsb_turns(page) or read_pages(page)

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return a story's plain address for its address by ids."""
        tree, news = re.search(r"[?&]wbtreeid=(\d+)", url), re.search(r"[?&]wbnewsid=(\d+)", url)
        if "urltype=news.newscontenturl" in url.lower() and tree and news:
            return re.sub(r"/content\.jsp\?.*$", f"/info/{tree[1]}/{news[1]}.htm", url)
        return url
