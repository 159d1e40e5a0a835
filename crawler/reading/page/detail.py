"""Articles that stand in a page as data and are drawn by a script: Guangdong's catalogue of open information."""

from __future__ import annotations

import json

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.page.carried import place_carried
from crawler.reading.page.tree import parse
from crawler.reading.patterns import pattern

# window._CONFIG = { …, DETAIL: {"title": …, "content": "<p>…"} } of gkmlpt.
_DETAIL = pattern(r"\bDETAIL[\"']?\s*[:=]\s*(?=\{)")
# XML, and with it the tree, has no control characters.
_CONTROL = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLACE = etree.XPath(
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article-content ')][not(normalize-space())]"
)


def place_detail(root: HtmlElement, source: str) -> None:
    """Put the article that *source* holds as a JSON string into its tree *root*, where the script would draw it.

    A template that leaves no place for it gets one at the end of its body, below the title. A page of another system
    may carry its article otherwise.
    """
    detail = _read_detail(source)
    if detail is None:
        place_carried(root, source)
    drawn = parse(f"<html><body>{detail['content']}</body></html>") if detail else None
    if drawn is None or detail is None:
        return
    places = _PLACE(root)
    place = places[0] if isinstance(places, list) and places else _new_place(root, detail["title"])
    body = drawn.find("body")
    if body is not None:
        place.text = body.text
        place.extend(list(body))


def _read_detail(source: str) -> dict[str, str] | None:
    match = _DETAIL.search(source) if "_CONFIG" in source else None
    if match is None:
        return None
    try:
        detail = json.JSONDecoder().raw_decode(source, match.end())[0]
    except (ValueError, RecursionError):
        return None  # an object that is no JSON: the page then reads as it stands
    content, title = detail.get("content"), detail.get("title")
    if not isinstance(content, str) or not content.strip():
        return None
    return {"content": content, "title": title if isinstance(title, str) else ""}


def _new_place(root: HtmlElement, title: str) -> HtmlElement:
    body = root.find("body")
    above = root if body is None else body
    block = etree.SubElement(above, "div")
    if title and next(root.iter("h1"), None) is None:
        etree.SubElement(block, "h1").text = _CONTROL.sub("", title)
    place = etree.SubElement(block, "div")
    place.set("class", "article-content")
    return place
