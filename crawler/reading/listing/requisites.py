"""What a page needs to look as it did: style sheets, scripts, pictures, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.reading.listing.pages import Page

_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""", re.I)
_SOURCES = {"script": "src", "img": "src", "source": "src", "embed": "src", "input": "src", "body": "background"}
_SHEETS = {"stylesheet", "icon", "shortcut"}


def read_requisites(page: Page) -> tuple[str, ...]:
    """Return the addresses of what a page, or a style sheet served in its place, draws in; each once, in order."""
    found: dict[str, None] = {}
    for address in _named(page):
        whole = page.resolve(address)
        if whole and whole != page.url:
            found[whole] = None
    return tuple(found)


def _named(page: Page) -> Iterator[str]:
    for element in page.elements():
        if element.tag == "link" and _SHEETS & set((element.get("rel") or "").lower().split()):
            yield element.get("href") or ""
        elif element.tag in _SOURCES:
            yield element.get(_SOURCES[element.tag]) or ""
        if element.get("style"):
            yield from _in_style(element.get("style") or "")
        if element.tag == "style":
            yield from _in_style(element.text or "")
    if page.url.partition("?")[0].lower().endswith(".css"):
        yield from _in_style(page.text)


def _in_style(text: str) -> Iterator[str]:
    for drawn, imported in _IN_STYLE.findall(text):
        address = drawn or imported
        if not address.lower().startswith("data:"):
            yield address
