"""Links that only a script follows: ``javascript:window.open('show.asp?id=7')``, ``onclick="location.href=…"``."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

# What a click opens; an address that is put together from parts is not known.
_OPENED = pattern(
    r"""(?:\bopen\w*\s*\(|\blocation(?:\.href)?\s*=|\blocation\.(?:replace|assign)\s*\()\s*"""
    r"""["']([^"'<>\s+${}]{1,300})["'](?!\s*\+)""",
    re.I,
)
_ADDRESS = pattern(r"[./?]\w")
_NOWHERE = ("#", "javascript:")
_CLICKED = ("li", "tr", "td", "div", "p", "span", "dd", "dt", "h2", "h3", "h4", "h5", "article")


def link_scripts(tree: HtmlElement, source: str) -> None:
    """Give each element of *tree* that a script leads on from the address it opens, where no link in it leads on."""
    if not _OPENED.search(source.replace("&quot;", '"').replace("&#39;", "'") if "&" in source else source):
        return
    for element in list(tree.iter("a", *_CLICKED)):
        href = (element.get("href") or "").strip()
        if href and not href.lower().startswith(_NOWHERE):
            continue
        match = _OPENED.search(element.get("onclick") or "") or _OPENED.search(href)
        link = _link_of(element) if match and _ADDRESS.search(match[1]) else None
        if match and link is not None:
            link.set("href", match[1])


def _link_of(block: HtmlElement) -> HtmlElement | None:
    """The link that *block* is or, made of what in it says most, comes to hold; None where it has links of its own."""
    if block.tag == "a":
        return block
    if next(block.iter("a"), None) is not None:
        return None
    told = max((one for one in block.iter() if isinstance(one.tag, str)), key=_size)
    if _size(told) == 0:
        return None
    link = told
    if told is block:
        link = block.makeelement("a")
        link.text, block.text = block.text, None
        block.insert(0, link)
    link.tag = "a"
    return link


def _size(element: HtmlElement) -> int:
    return len((element.text or "").strip())
