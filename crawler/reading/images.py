"""The pictures of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.reading.flow import Line, squash
from crawler.reading.values import Image

# Lazy loaders keep the picture's address here and a grey dot in src.
_SOURCES = ("data-original", "data-src", "data-lazy-src", "data-url", "_src", "src")
_ORNAMENT = re.compile(
    r"(?:^|[/_.-])(?:icons?|logo|qr_?code|ewm|erweima|blank|space(?:r)?|pixel|share|print|arrow|dot|line|btn|button|loading|"
    r"filetype|ico_|fileicon)(?:[/_.0-9-]|$)|icon_(?:doc|pdf|xls|zip|rar|txt|ppt)|/sysimage/",
    re.I,
)
_SMALL = 40


def read_images(lines: Sequence[Line], base: str, captions: Sequence[str] = ()) -> tuple[Image, ...]:
    """Return the pictures in *lines* with absolute addresses; icons, spacers and embedded data are left out.

    The line after a picture that opens with one of *captions* is its caption, and names its photographer.
    """
    found: dict[str, Image] = {}
    for number, line in enumerate(lines):
        after = next((item.text for item in lines[number : number + 3] if item.size), "") if line.images else ""
        for node in line.images:
            url = image_address(node, base)
            if url and url not in found:
                caption, credit = _captioned(after, captions)
                found[url] = Image(url, caption or _described(node), credit)
    return tuple(found.values())


def _captioned(after: str, captions: Sequence[str]) -> tuple[str | None, str | None]:
    """The caption that the line *after* a picture opens with, and what it says of the photographer."""
    for caption in captions:
        if caption and after.lstrip("▲△ ").startswith(caption):
            rest = after.lstrip("▲△ ")[len(caption) :].strip(" （()）")
            return caption, rest or None
    return None, None


def image_address(node: HtmlElement, base: str) -> str | None:
    """Return the absolute address of the picture *node*, or None where it shows no picture of the article."""
    for name in _SOURCES:
        source = (node.get(name) or "").strip()
        if source and not source.startswith(("data:", "javascript:", "file:", "about:")):
            break
    else:
        return None
    if _ORNAMENT.search(source) or _is_small(node):
        return None
    try:
        url = urljoin(base, source)
        parts = urlsplit(url)
    except ValueError:
        return None  # such as http://[/a.jpg
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _is_small(node: HtmlElement) -> bool:
    for name in ("width", "height"):
        value = (node.get(name) or "").strip().removesuffix("px")
        if value.isdecimal() and len(value) < 5 and 0 < int(value) < _SMALL:
            return True
    return False


def _described(node: HtmlElement) -> str | None:
    """The alternative text, if a person wrote it; most systems put the file's name or the headline there."""
    text = squash(node.get("alt") or "")
    if len(text) < 6 or re.search(r"\.(?:jpe?g|png|gif|bmp|webp)$|^[\w.-]+$|^微信|^图片", text, re.I | re.A):
        return None
    return text
