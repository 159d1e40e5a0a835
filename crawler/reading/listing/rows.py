"""The rows of a list page: links to articles, with their titles and days."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.reading.listing.best import Anchor, best_list
from crawler.reading.listing.links import Link
from crawler.reading.listing.pages import Page
from crawler.reading.listing.printed import day_beside, day_of, named_title, printed_title, row_of
from crawler.reading.listing.records import read_feed, read_records

# What portals offer for download; anything else is read as a page.
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|txt|csv|zip|rar|7z|ceb)$", re.I)
_TURNING = re.compile(
    r"^(?:[\[【<>«»‹›\s]*)(?:\d{1,4}|首\s*页|上一?\s*[页頁]|下一?\s*[页頁]|尾\s*页|末\s*页|最后一页|更多.{0,2}|more.{0,2})"
    r"(?:[\]】<>«»‹›\s]*)$",
    re.I,
)


def read_rows(page: Page, article: re.Pattern[str]) -> tuple[Link, ...]:
    """Return the articles and files that a list page links to, in its order, each address once.

    *article* tells the family's article addresses. Other links count where they stand in the same list as an
    article, and where no address has the family's shape, the links of the list that looks most like one. An answer
    that is JSON or a feed gives its records.
    """
    recorded = read_records(page) + read_feed(page)
    if recorded:
        return recorded
    anchors = _anchors(page, article)
    lists = {anchor.container for anchor in anchors if anchor.shaped}
    if not lists:
        lists = best_list(anchors, page)
    found: dict[str, Link] = {}
    for anchor in anchors:
        if anchor.shaped or (anchor.container in lists and _may_be_article(anchor.link, page.url)):
            held = found.get(anchor.link.url)
            if held is None or len(anchor.link.title) > len(held.title):
                found[anchor.link.url] = anchor.link
    return tuple(found.values())


def is_dated(link: HtmlElement) -> bool:
    """Return whether *link* stands in a row with a day, as articles of a list do and columns of a menu do not."""
    row = row_of(link)
    return row is not None and day_of(row, link)[1]


def _anchors(page: Page, article: re.Pattern[str]) -> list[Anchor]:
    anchors = []
    # Held by the elements themselves: lxml makes a new object of an element that nobody holds, under any id.
    places: dict[HtmlElement | None, int] = {}
    for element in page.elements():
        if element.tag not in ("a", "area"):
            continue
        url = page.resolve(element.get("href") or "")
        if url is None:
            continue
        shown = named_title(element.get("title") or "")
        printed = printed_title(element)
        # Lists cut long titles off with dots; the title attribute then has the whole.
        cut = printed.rstrip("….")
        title = shown if len(shown) > len(cut) or shown == cut or not printed else printed
        if _TURNING.match(title):
            continue
        row = row_of(element)
        day, dated = day_of(row, element) if row is not None else day_beside(element)
        container = row.getparent() if row is not None else element.getparent()
        place = places.setdefault(container, len(places))
        shaped = bool(article.search(urlsplit(url).path)) or bool(article.search(url))
        anchors.append(Anchor(Link(url, title, day), container, place, _look_of(container), shaped, dated))
    return anchors


def _look_of(container: HtmlElement | None) -> str:
    above = container.getparent() if container is not None else None
    return " > ".join(f"{one.tag!s}.{one.get('class') or ''}" for one in (above, container) if one is not None)


def _may_be_article(link: Link, list_url: str) -> bool:
    parts, here = urlsplit(link.url), urlsplit(list_url)
    if FILE.search(parts.path):
        return True
    at_home = parts.path.rstrip("/") in ("", here.path.rstrip("/"))
    is_list = parts.path.endswith("/") or bool(re.search(r"/(?:index|list)(?:_\d+)?\.\w+$", parts.path))
    return len(link.title) >= 5 and not (at_home or is_list)
