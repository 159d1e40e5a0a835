"""Where the systems behind government sites mark the body of an article."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

# In order of trust. Ids and classes are compared in lower case; a trailing * means "begins with".
_NAMES = (
    "ucapcontent",
    "ucap-content",
    "vsb_content*",
    "v_news_content",
    "trs_editor",
    "trs_editor_view",
    "trs_ueditor",
    "wp_articlecontent",
    "founder-content",
    "ozoom",
    "zoom",
    "zoomcon",
    "bt_content",
    "artile_zw",
    "conzoom",
)
_PAIRS = (
    (
        re.compile(r"^\s*正文\s*(?:s|start|开始|begin)\s*$", re.I),
        re.compile(r"^\s*正文\s*(?:e|end|结束)\s*$", re.I),
    ),
    (
        re.compile(r"^\s*ZJEG_RSS\.content\.begin\s*$", re.I),
        re.compile(r"^\s*ZJEG_RSS\.content\.end\s*$", re.I),
    ),
    (re.compile(r"^\s*enpcontent\s*$", re.I), re.compile(r"^\s*/enpcontent\s*$", re.I)),
)


def find_marked(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that a known system marks as the body, the most trusted kind first."""
    ranked: list[tuple[int, HtmlElement]] = []
    for node in root.iter(etree.Element):
        names = (node.get("id") or "").lower().split() + (node.get("class") or "").lower().split()
        if node.tag == "ucapcontent":
            names.append("ucapcontent")
        rank = min((_rank(name) for name in names), default=len(_NAMES))
        if rank < len(_NAMES):
            ranked.append((rank, node))
    ranked.sort(key=lambda pair: pair[0])
    return [node for _, node in ranked]


def _rank(name: str) -> int:
    for rank, known in enumerate(_NAMES):
        if name == known or (known.endswith("*") and name.startswith(known[:-1])):
            return rank
    return len(_NAMES)
