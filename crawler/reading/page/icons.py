"""Pictures that pages print as signs of a font of their own."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

# Icon fonts have their pictures where Unicode assigns nothing. A rare character of a name may stand there as well:
# what is set as an icon says so, by its tag or its class.
_LONGEST = 8
_ICON = pattern(r"\s*[\ue000-\uf8ff]{1,4}\s*$")
_SET_AS_ICON = pattern(r"ico|\bfa\b|glyph|layui|symbol")


def blank_icons(root: HtmlElement) -> None:
    """Put a blank in the place of each icon of the page *root*: it parts what stands on its two sides."""
    for node in root.iter("i", "span", "em", "b"):
        text = node.text
        if text is None or len(text) > _LONGEST or not _ICON.match(text):
            continue
        if node.tag == "i" or _SET_AS_ICON.search(node.get("class") or ""):
            node.text = " "
