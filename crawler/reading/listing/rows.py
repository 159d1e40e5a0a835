"""The rows of a list page: links to articles, with their titles and days."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.dates import find_stamp
from crawler.reading.listing.links import Link
from crawler.reading.listing.pages import Page, clean
from crawler.reading.listing.records import read_feed, read_records

# What portals offer for download; anything else is read as a page.
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|txt|csv|zip|rar|7z|ceb)$", re.I)
_ROW = {"li", "tr", "dd", "dt", "article"}
_TURNING = re.compile(
    r"^(?:[\[【<>«»‹›\s]*)(?:\d{1,4}|首\s*页|上一?\s*[页頁]|下一?\s*[页頁]|尾\s*页|末\s*页|最后一页|更多.{0,2}|more.{0,2})"
    r"(?:[\]】<>«»‹›\s]*)$",
    re.I,
)


_MONTH_AND_DAY = re.compile(r"(?<![\d-])(?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\d|3[01])(?![\d-])")
_OUTSIDE_LINKS = etree.XPath(".//text()[not(ancestor::a or parent::script)]")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A link, the list it stands in, and what that list has in common with those written by the same template.

    *dated* rows have a day beside them, be it one without its year.
    """

    link: Link
    container: int
    look: str
    shaped: bool
    dated: bool


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
        lists = _best_list(anchors, urlsplit(page.url).hostname)
    found: dict[str, Link] = {}
    for anchor in anchors:
        if anchor.shaped or (anchor.container in lists and _may_be_article(anchor.link, page.url)):
            held = found.get(anchor.link.url)
            if held is None or len(anchor.link.title) > len(held.title):
                found[anchor.link.url] = anchor.link
    return tuple(found.values())


def is_dated(link: HtmlElement) -> bool:
    """Return whether *link* stands in a row with a day, as articles of a list do and columns of a menu do not."""
    row = _row_of(link)
    return row is not None and _day_of(row, link)[1]


def _anchors(page: Page, article: re.Pattern[str]) -> list[_Anchor]:
    anchors = []
    # Held by the elements themselves: lxml makes a new object of an element that nobody holds, under any id.
    places: dict[HtmlElement | None, int] = {}
    for element in page.elements():
        if element.tag not in ("a", "area"):
            continue
        url = page.resolve(element.get("href") or "")
        if url is None:
            continue
        shown = clean(element.get("title") or "")
        printed = clean(element.text_content())
        # Lists cut long titles off with dots; the title attribute then has the whole.
        cut = printed.rstrip("….")
        title = shown if len(shown) > len(cut) or shown == cut or not printed else printed
        if _TURNING.match(title):
            continue
        row = _row_of(element)
        day, dated = _day_of(row, element) if row is not None else (None, False)
        container = row.getparent() if row is not None else element.getparent()
        place = places.setdefault(container, len(places))
        shaped = bool(article.search(urlsplit(url).path)) or bool(article.search(url))
        anchors.append(_Anchor(Link(url, title, day), place, _look_of(container), shaped, dated))
    return anchors


def _look_of(container: HtmlElement | None) -> str:
    above = container.getparent() if container is not None else None
    return " > ".join(f"{one.tag!s}.{one.get('class') or ''}" for one in (above, container) if one is not None)


def _day_of(row: HtmlElement, link: HtmlElement) -> tuple[str | None, bool]:
    """The day printed beside a link, else one that stands alone within it; a day in the title is none of the list's.

    Many lists print month and day alone, which is no day, but tells that there is one.
    """
    texts = [_text_outside_links(row)]
    texts += [text for text in link.itertext() if 8 <= len(text.strip()) <= 20]
    above = row.getparent()
    # Lonsun makes each row a list of its own: one item holds the link, the next the day.
    if above is not None and not _holds_several_links(above):
        texts.append(_text_outside_links(above))
    stamps = (find_stamp(text) for text in texts)
    day = next((stamp.day.isoformat() for stamp in stamps if stamp), None)
    return day, day is not None or any(_MONTH_AND_DAY.search(text) for text in texts[:1])


def _holds_several_links(element: HtmlElement) -> bool:
    """A list may hold any number of links, and is asked once for each of its rows; two are enough to know."""
    links = (link for link in element.iter("a") if link.get("href"))
    return len(tuple(islice(links, 2))) == 2


def _text_outside_links(element: HtmlElement) -> str:
    texts = _OUTSIDE_LINKS(element)
    return " ".join(str(text) for text in texts)[:400] if isinstance(texts, list) else ""


def _row_of(element: HtmlElement) -> HtmlElement | None:
    """A row is the nearest list item or table row; in lists of bare divs, the block of one link with its day."""
    block = element
    for _ in range(5):
        above = block.getparent()
        if above is None or above.tag == "body":
            break
        if above.tag in _ROW:
            return above
        if _holds_several_links(above):
            break
        block = above
        # A list of one row is no row.
        if _MONTH_AND_DAY.search(_text_outside_links(block)):
            break
    return block if block is not element else None


def _best_list(anchors: list[_Anchor], host: str | None) -> set[int]:
    """Of the places that hold links, the one whose links have the longest titles and most often a day.

    Without any day in the page, at least three links of the site's own with titles as long as headlines. Lists that
    look like the best one and are dated or made of headlines as it is belong to it: templates write rows in groups.
    """
    score: defaultdict[int, int] = defaultdict(int)
    dated: defaultdict[int, int] = defaultdict(int)
    headlines: defaultdict[int, int] = defaultdict(int)
    looks: dict[int, str] = {}
    for anchor in anchors:
        looks[anchor.container] = anchor.look
        score[anchor.container] += min(len(anchor.link.title), 30) * (3 if anchor.dated else 1)
        dated[anchor.container] += anchor.dated
        headlines[anchor.container] += len(anchor.link.title) >= 9 and urlsplit(anchor.link.url).hostname == host
    # The last page of a list may hold one row: a headline with its day.
    places = [place for place in score if dated[place] >= 1 and score[place] >= 3 * 9]
    places = places or [place for place in headlines if headlines[place] >= 3]
    if not places:
        return set()
    look = looks[max(places, key=lambda place: score[place])]
    return {place for place in score if looks[place] == look and (dated[place] or headlines[place])}


def _may_be_article(link: Link, list_url: str) -> bool:
    parts, here = urlsplit(link.url), urlsplit(list_url)
    if FILE.search(parts.path):
        return True
    at_home = parts.path.rstrip("/") in ("", here.path.rstrip("/"))
    is_list = parts.path.endswith("/") or bool(re.search(r"/(?:index|list)(?:_\d+)?\.\w+$", parts.path))
    return len(link.title) >= 5 and not (at_home or is_list)
