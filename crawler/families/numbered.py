"""Portals whose lists are numbered files: PowerEasy's ``Index_44.aspx``, DedeCMS's ``list_48_3.html`` and the like."""

from __future__ import annotations

import re

from crawler.families.base import Portal
from crawler.layout import Layout

NUMBERED = Layout(
    name="numbered",
    body=(".conTxt", "#fontzoom", ".content .body", ".viewbox .content", "#content"),
    title=(".conTit", ".viewbox .title h2", "h1"),
)


class NumberedSpider(Portal):
    """A portal on PowerEasy, DedeCMS or a system like them."""

    article = re.compile(
        r"/(?:article|show|content|info|html|view|detail|news)[-_/](?:[\w/-]*[-_/])?\d+\.(?:s?html?|aspx?|jsp|php)$"
        r"|/\d{4}/\d{2,4}(?:/\d{2})?/\d+\.html?$|/Item/\d+\.aspx$|/plus/view\.php\?aid=\d+",
        re.I,
    )
    layouts = (NUMBERED,)
