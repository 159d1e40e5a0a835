"""Portals of no known family: feeds and site maps, else the list that looks most like one."""

from __future__ import annotations

from crawler.families.base import Portal
from crawler.reading.listing import Page, read_pages, read_site_maps


class GenericSpider(Portal):
    """A portal whose columns are lists of any make, feeds, or site maps."""

    @classmethod
    def list_turns(cls, page: Page) -> tuple[str, ...]:
        """Return the maps that a site map index names, else the pages that the generic cues tell."""
        return read_site_maps(page) or read_pages(page)
