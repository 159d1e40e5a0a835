"""Portals built with TRS WCM: directories of ``tYYYYMMDD_ID.shtml`` and pagers that a script draws."""

from __future__ import annotations

import re
from datetime import date

from crawler.families.base import FOUNDER, Portal
from crawler.layout import Layout
from crawler.reading.listing import is_story

TRS = Layout(
    name="trs",
    between=(("正文s", "正文e"),),
    body=(
        ".trs_editor_view",
        ".TRS_UEDITOR",
        ".TRS_Editor",
        "#zoom",
        "#Zoom",
        ".xl_text",
        ".article-content",
        ".article-con",
    ),
    title=(".article-title", ".article h1", ".xl_title h1"),
)


class TrsSpider(Portal):
    """A portal on TRS WCM; newspapers among them keep their e-paper on Founder's system as one more column."""

    # Sites of the autonomous region Guangxi name articles by a number alone: t18993630.shtml.
    article = re.compile(r"/t\d{8}_\d+(?:_\w+)?\.s?html?$|/t\d{5,10}\.s?html?$", re.I)
    layouts = (TRS,)

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return an article's address for that of its page for telephones or for paper."""
        return re.sub(r"(/t\d{8}_\d+)_(?:wap|m|mobile|print)(\.s?html?)$", r"\1\2", url, flags=re.I)

    @classmethod
    def layout_on(cls, day: date, url: str) -> Layout | None:
        """Return Founder's layout for the stories of an e-paper, that of the portal's articles for all else."""
        return FOUNDER if is_story(url) else super().layout_on(day, url)
