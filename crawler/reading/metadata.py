"""What a page says of itself: title, source, dates, column and site."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.dates import find_stamp
from crawler.reading.values import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A page's metadata before its stories are told apart."""

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    source: str | None = None
    authors: tuple[Author, ...] = ()
    column: str | None = None
    site_name: str | None = None
    published: str | None = None
    updated: str | None = None


_DATE_LABEL = re.compile(r"(?:发布|发表|发文|公开)\s*(?:时间|日期)\s*[：:]?|(?:日期|时间)\s*[：:]")
_SOURCE = re.compile(r"来\s*源\s*[：:]\s*([^\s|【\[（(]{2,30})")
_SUFFIX = re.compile(r"\s*[_|]\s*|\s+[-–—]+\s+|-{1,2}(?=[^-]*(?:网|政府|门户|厅|局)[^-]*$)")


def read_metadata(root: HtmlElement, url: str, layout: Layout | None = None) -> Facts:
    """Return what the page *root* says of itself, in its meta tags and in print; what is printed wins."""
    del url, layout
    metas = _metas(root)
    text = re.sub(r"\s+", " ", root.text_content())
    return Facts(
        title=metas.get("articletitle") or _page_title(root),
        source=metas.get("contentsource") or _first(_SOURCE, text),
        column=metas.get("columnname"),
        site_name=metas.get("sitename"),
        published=_published(text, metas),
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in root.iter("meta"):
        name, value = node.get("name") or node.get("property"), (node.get("content") or "").strip()
        if name and value and value.lower() != "null":
            metas.setdefault(name.lower(), re.sub(r"<[^>]*>", "", value).strip())
    return metas


def _page_title(root: HtmlElement) -> str | None:
    node = next(root.iter("title"), None)
    text = " ".join(node.text_content().split()) if node is not None else ""
    return _SUFFIX.split(text)[0].strip() or None


def _published(text: str, metas: dict[str, str]) -> str | None:
    for match in _DATE_LABEL.finditer(text):
        stamp = find_stamp(text[match.end() : match.end() + 40])
        if stamp:
            return stamp.iso()
    stamp = find_stamp(metas.get("pubdate", ""))
    return stamp.iso() if stamp else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match.group(1) if match else None
