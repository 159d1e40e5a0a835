"""The open-government catalogue of Guangdong: ``/gkmlpt/`` with JSON lists, beside plain ``/content/post_N.html``."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, gkmlpt_turns, read_pages

GKMLPT = Layout(
    name="gkmlpt",
    body=(".article-content", ".content .article", "#zoomcontent", ".news_cont_d_wrap"),
    title=("h1.title", ".content h1", "h1"),
    # Some templates hold the text a second time for copying.
    prune=("div[style*='display:none']", "div[style*='display: none']"),
)


class GkmlptSpider(Portal):
    """A portal of Guangdong; a column is a category's list, or ``/gkmlpt/index`` for all categories."""

    article = re.compile(r"/content/(?:\w+/)*m?post_\d+\.html?$", re.I)
    layouts = (GKMLPT,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the categories of an index, or the other pages of a list."""
        return gkmlpt_turns(page) or read_pages(page)

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return an article's address for that of its page for telephones."""
        return re.sub(r"/mpost_(\d+\.html?)$", r"/post_\1", url, flags=re.I)
