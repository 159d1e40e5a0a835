"""Sites built with Sudy webplus: schools and education bureaus."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout
from crawler.reading.listing import Page, read_pages, sudy_turns

SUDY = Layout(name="sudy", body=(".wp_articlecontent",), title=(".arti_title", "h1.arti-title", "h1"))


class SudySpider(Portal):
    """A site on Sudy webplus: lists are ``list.htm`` and ``list2.htm``, articles end in ``/page.htm``."""

    article = re.compile(r"/c?\d*a?\d*/page\.(?:htm|psp)$", re.I)
    layouts = (SUDY,)

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the pages that the pager counts, else those it links to."""
        return sudy_turns(page) or read_pages(page)

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return the address of an article's file for the one under which the system draws it anew."""
        return re.sub(r"(?:/_[st]\d+)?(/(?:[\w-]+/)*c\d+a\d+/page)\.psp$", r"\1.htm", url, flags=re.I)
