"""Which of the places of a page that hold links is its list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.reading.listing.links import Link
from crawler.reading.listing.pages import Page

# What stands beside the list of a page, and beside no other: the way to its next page, the trail of columns.
_TURN = re.compile(r"^[\[【<«\s]*(?:下一?\s*[页頁]|[尾末]\s*[页頁])|共\s*\d+\s*[页条]|页次")
_TRAIL = re.compile(r"(?:当前|所在|您的|现在的?)位置|^\s*位置\s*[：:]")
_LONGEST_SIGN, _LEAST = 60, 3 * 9
_TEXTS = ("a", "span", "div", "td", "p", "li", "b", "strong", "font", "label", "dt", "dd", "center", "form")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link, the list it stands in, and what that list has in common with those written by the same template.

    *dated* rows have a day beside them, be it one without its year.
    """

    link: Link
    place: HtmlElement | None
    container: int
    look: str
    shaped: bool
    dated: bool


def best_list(anchors: Sequence[Anchor], page: Page) -> set[int]:
    """Return, of the places that hold links, the one whose links have the longest titles and most often a day.

    Without any day in the page, at least three links of the site's own with titles as long as headlines. Lists that
    look like the best one and are dated or made of headlines as it is belong to it: templates write rows in groups.
    """
    host = urlsplit(page.url).hostname
    nodes: dict[int, HtmlElement | None] = {}
    score: defaultdict[int, int] = defaultdict(int)
    dated: defaultdict[int, int] = defaultdict(int)
    headlines: defaultdict[int, int] = defaultdict(int)
    looks: dict[int, str] = {}
    for anchor in anchors:
        looks[anchor.container], nodes[anchor.container] = anchor.look, anchor.place
        score[anchor.container] += min(len(anchor.link.title), 30) * (3 if anchor.dated else 1)
        dated[anchor.container] += anchor.dated
        headlines[anchor.container] += len(anchor.link.title) >= 9 and urlsplit(anchor.link.url).hostname == host
    # The last page of a list may hold one row: a headline with its day.
    days = [place for place in score if dated[place] >= 1 and score[place] >= _LEAST]
    told = [place for place in headlines if headlines[place] >= 3 and not dated[place]]
    if not days and not told:
        return set()
    near = _nearest([*days, *told], nodes, page)
    places = [place for place in days if place in near] or [place for place in told if place in near]
    look = looks[max(places, key=lambda place: score[place])]
    return {place for place in near if looks[place] == look and (dated[place] or headlines[place])}


def _nearest(places: Sequence[int], nodes: dict[int, HtmlElement | None], page: Page) -> set[int]:
    """Those of *nodes* that share the innermost block with the way to the next page, or with the trail of columns.

    That is the innermost that holds one of *places*. Lists beside the page's own are as long, and dated too. All of
    them where the page has no such sign; what a script writes may stand anywhere.
    """
    for sign in (_TURN, _TRAIL):
        around = _around(sign, page)
        deep = {place: _depth_shared(node, around, page.written) for place, node in nodes.items()}
        most = max((deep[place] or 0 for place in places), default=0)
        if most:
            return {place for place, depth in deep.items() if depth in (None, most)}
    return set(nodes)


def _around(sign: re.Pattern[str], page: Page) -> set[HtmlElement]:
    """The elements around those of the page that bear *sign*."""
    around: set[HtmlElement] = set()
    for element in page.tree.iter(*_TEXTS) if page.tree is not None else ():
        text = (element.text or "").strip()
        if text and len(text) <= _LONGEST_SIGN and sign.search(text):
            around.update(one for one in element.iterancestors() if one.tag not in ("body", "html"))
    return around


def _depth_shared(place: HtmlElement | None, around: set[HtmlElement], written: HtmlElement | None) -> int | None:
    """How deep the innermost block around *place* lies that is one of those *around*; None in what a script writes."""
    if place is None or place.getroottree().getroot() is written:
        return None
    shared = next((one for one in (place, *place.iterancestors()) if one in around), None)
    return sum(1 for _ in shared.iterancestors()) if shared is not None else 0
