"""The smaller headlines above and below the great one: kicker (肩题, 引题) and subtitle (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.reading.body.container import Range
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.indexes import is_index_line
from crawler.reading.body.prune import is_metadata_bar
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.dress import dress
from crawler.reading.metadata.headline import DASH, Headline, plain
from crawler.reading.metadata.menus import heads_column
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import read_byline_line
from crawler.reading.stories.matter import wording
from crawler.reading.stories.sheets import is_imprint

_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_TITLES = _HEADINGS | {"h1"}
_ABOVE = pattern(r"pre-?title|intro-?title|yin(?:biao)?ti|jian(?:biao)?ti|kicker|shoulder|top-?title", re.I)
_BELOW = pattern(r"sub-?(?:title|head)|fu(?:biao)?ti|second-?title", re.I)
_PARTS = ("small", "span", "em", "i", "font", "sup", "b", "strong", "label")
_SHORTEST, _LONGEST, _MOST_PARTS, _BELOW_BAR = 6, 60, 40, 6
_MOST_DECKS, _SHORTEST_LINE = 4, 7
# The share of a deck's pairs of characters that its article says again.
_SHORTEST_TOLD, _SAID, _FAR = 8, 0.4, 30
_LABEL = pattern(r"^.{1,8}[：:]")
_SUMMARY = pattern(r"abstract|summary|desc|intro|lead|digest|zhaiyao|daodu|keyword|tags?\b|crumb|nav", re.I)
# The number of a document (石政发〔2024〕12号), and the name of a section above a headline, are no decks.
_NUMBERED = pattern(r"[〔﹝\[（(【](?:19|20)\d\d[〕﹞\]）)】]\s*第?\s*\d+\s*号")
_SECTION = pattern(
    r"(?:公开|专栏|栏目|频道|动态|要闻|新闻|公告|通知|网站?|政府|平台|中心|资讯|专题|[局委办厅]|之窗|服务)$"
)


def find_kicker(page: Page, headline: Headline, span: Range | None = None) -> str | None:
    """Return the line right above *headline* that is set as a heading, named a kicker, or told in the text *span*."""
    line = _next(page.lines[max(0, headline.start - 3) : headline.start][::-1])
    if line is None or not _is_deck(line, headline):
        return None
    if headline.sure and line.node is page.lines[headline.start].node and line.node.tag in _TITLES:
        return line.text  # one heading of two lines, of which the page's title is the second
    below = _next(page.lines[headline.end : headline.end + 3])
    if below is not None and DASH.match(below.text) and _are_alike(line, below):
        return line.text  # founder's pages set both decks as one kind of cell
    if _named(line, _ABOVE) or (line.node.tag in _HEADINGS and not _SECTION.search(line.text)):
        return line.text
    first = page.lines[headline.start]
    if line.node is _cells_around(first)[0]:
        return line.text
    if headline.sure and _shares_box(line, first) and not heads_column(page, line):
        return line.text
    told = (headline.sure and _is_told(page, line, headline, span)) or _is_of_paper(page, line, headline)
    return line.text if told and dress(first) > dress(line) else None


def find_subtitle(page: Page, headline: Headline, span: Range | None = None) -> str | None:
    """Return the line right below *headline* that opens with a dash, is set as a heading, or named as a subtitle.

    Without a mark of its own it stands above the bar, and the text *span* says what it says.
    """
    below = page.lines[headline.end : headline.end + _BELOW_BAR]
    line = _next(below[:3])
    if line is not None and _is_deck(line, headline):
        if DASH.match(line.text) or line.node.tag in _HEADINGS or _named(line, _BELOW):
            return line.text
        if line.node is _cells_around(page.lines[headline.start])[1]:
            return line.text
        barred = any(is_metadata_bar(other.text) for other in below[: below.index(line) + 3])
        return line.text if barred and headline.sure and _is_told(page, line, headline, span) else None
    # One that is named so may stand below the bar.
    return next((other.text for other in below if _named(other, _BELOW) and _is_deck(other, headline)), None)


def _is_told(page: Page, line: Line, headline: Headline, span: Range | None) -> bool:
    """Whether the text *span* says most of *line*, which stands above it and is neither a field nor a summary."""
    if span is None or not any(line is other for other in page.lines[max(0, headline.start - 3) : span[0]]):
        return False
    deck, title = plain(line.text), plain(headline.text)
    if (
        len(deck) < _SHORTEST_TOLD
        or deck in title
        or title in deck
        or _LABEL.search(line.text)
        or line.text[:1] in "（("  # when and by whom it was adopted
        or _named(line, _SUMMARY)
    ):
        return False
    return wording(deck, plain("".join(other.text for other in page.lines[slice(*span)][:_MOST_PARTS]))) >= _SAID


def _is_of_paper(page: Page, line: Line, headline: Headline) -> bool:
    """Whether the number of a newspaper's page stands above *headline*: between the two a paper prints nothing else."""
    if is_imprint(line.text) or _LABEL.search(line.text):
        return False
    return any(is_imprint(other.text) for other in page.lines[max(0, headline.start - _FAR) : headline.start])


def _shares_box(line: Line, first: Line) -> bool:
    """Whether *line* and the headline *first* below it are alone in a box and set alike; columns are called shorter."""
    box = line.node.getparent()
    if box is None or box is not first.node.getparent() or line.node.tag != first.node.tag or len(box) > _MOST_DECKS:
        return False
    shown = [node for node in box if (node.text_content() or "").strip()]
    return shown == [line.node, first.node] and line.size >= _SHORTEST_LINE and not _SECTION.search(line.text)


def _cells_around(line: Line) -> tuple[HtmlElement | None, HtmlElement | None]:
    """The cells above and below that of the headline *line*, where both are set alike and it is not.

    Founder's pages have one for each deck, empty or not.
    """
    row = line.node.getparent() if line.node.tag == "td" else None
    above, below = (row.getprevious(), row.getnext()) if row is not None and row.tag == "tr" else (None, None)
    if above is None or below is None or len(above) != 1 or len(below) != 1:
        return None, None
    called = {cell.get("class") for cell in (above[0], below[0])}
    alike = len(called) == 1 and None not in called and line.node.get("class") not in called
    return (above[0], below[0]) if alike else (None, None)


def _next(lines: list[Line]) -> Line | None:
    return next((line for line in lines if line.size and not line.hidden), None)


def _is_deck(line: Line, headline: Headline) -> bool:
    return (
        line.kind == "text"
        and _SHORTEST <= line.size <= _LONGEST
        and not line.linked
        and "。" not in line.text
        and plain(line.text) != plain(headline.text)
        and not _NUMBERED.search(line.text)
        and not _is_day(line.text)
        and not (is_furniture(line.text) or is_metadata_bar(line.text) or is_index_line(line.text))
        and not read_byline_line(line.text)
    )


def _is_day(text: str) -> bool:
    """Whether a day is most of *text*: blogs set it as a heading above the entries of it."""
    stamp = find_stamp(text)
    return stamp is not None and (stamp.end - stamp.start) * 2 >= len(text)


def _are_alike(one: Line, other: Line) -> bool:
    """Whether both are set in one way that says more than a bare tag: by a class, or in type of one size."""
    return one.node.tag == other.node.tag and any(_make(one)) and _make(one) == _make(other)


def _make(line: Line) -> tuple[str | None, str | None]:
    first = next(iter(line.node), None)
    return line.node.get("class"), first.get("size") if first is not None and first.tag == "font" else None


def _named(line: Line, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(f"{line.node.get('class') or ''} {line.node.get('id') or ''}"))


def inner_decks(page: Page, headline: Headline, titles: Sequence[str]) -> tuple[str, str | None, str | None] | None:
    """Return title, kicker and subtitle of a *headline* that holds them in one line, an element around each deck.

    None unless one of *titles*, by which the page's head calls the article, is what is left without one element's text.
    """
    whole = plain(headline.text)
    if headline.end - headline.start > 1 or whole in map(plain, titles):
        return None
    for node in islice(page.lines[headline.start].node.iter(*_PARTS), _MOST_PARTS):
        part = " ".join(phrase_in(node).split())
        deck = plain(part)
        title = next(
            (name for name in titles if deck and plain(name) in (whole.removesuffix(deck), whole.removeprefix(deck))),
            None,
        )
        if title is None or plain(title) == whole:
            continue
        told = part if _SHORTEST <= len(deck) <= _LONGEST and not _NUMBERED.search(part) else None
        below = whole.endswith(deck)
        return title, None if below else told, told if below else None
    return None


def without_decks(title: str | None, kicker: str | None, subtitle: str | None) -> str | None:
    """Return *title* without the *kicker* that it opens with and the *subtitle* that it ends in.

    >>> without_decks("春到石桥——植树节见闻", None, "——植树节见闻")
    '春到石桥'
    """
    if title and subtitle and title.endswith(subtitle) and len(title) > len(subtitle) + _SHORTEST // 2:
        title = title.removesuffix(subtitle).rstrip(" —－-")
    if title and kicker and title.startswith(kicker) and len(title) > len(kicker) + _SHORTEST // 2:
        title = title.removeprefix(kicker).lstrip(" ：:|")
    return title
