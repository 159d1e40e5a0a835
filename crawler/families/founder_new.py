"""E-papers on Founder's system since 2024: ``layout/YYYYMM/DD/node_01.html`` and ``content/…/content_ID.html``."""

from __future__ import annotations

from crawler.families.base import FOUNDER, Portal


class FounderNewSpider(Portal):
    """A newspaper on the new system; archives reach back about two years, and old addresses answer 403 or 404."""

    layouts = (FOUNDER,)
