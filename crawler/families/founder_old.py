"""E-papers on Founder's system as it was until 2024: ``html/YYYY-MM/DD/node_N.htm`` and ``content_ID.htm``."""

from __future__ import annotations

from crawler.families.base import FOUNDER, Portal


class FounderOldSpider(Portal):
    """A newspaper whose columns are e-papers; each column's address is an edition's entry page."""

    layouts = (FOUNDER,)
