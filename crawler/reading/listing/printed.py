"""What the row of a list prints of a link: its title, and the day beside it."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.dates import find_stamp
from crawler.reading.listing.pages import clean
from crawler.reading.metadata.boxes import read_boxes
from crawler.reading.notations import calendar_day

# PowerEasy and its kin: 文章标题：…, and behind it on lines of their own who wrote and when.
_LABELLED_TITLE = re.compile(
    r"\s*(?:文章|信息|新闻|资讯|主题)?标\s*题\s*[：:]\s*(\S.*?)\s*"
    r"(?:[\r\n]|作\s*者\s*[：:]|(?:更新|发布|录入|添加)(?:时间|日期)|(?:点击|阅读|浏览)|来\s*源\s*[：:]|所属|$)"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OWN_TEXTS = etree.XPath("descendant::text()[not(parent::script or parent::style)]")
_DAY_ALONE = re.compile(
    r"[\s\[【(（]*(?:(?:19|20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?[\s\]】)）]*$"
)
_SHORT_DAY = re.compile(
    r"[\s\[【(（]*([0-39]\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?:\s+\d{1,2}:\d\d(?::\d\d)?)?[\s\]】)）]*"
)
_NINETIES = 90
_INLINE = ("span", "font", "em", "i", "b", "small", "time", "label")
_LONGEST_DAY, _LONGEST_LINE = 24, 60
_MOST_IN_ROW = 4
_MONTH_AND_DAY = re.compile(r"(?<![\d-])(?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\d|3[01])(?![\d-])")
_OUTSIDE_LINKS = etree.XPath("descendant::text()[not(ancestor::a or parent::script)]")
_ROW = {"li", "tr", "dd", "dt", "article"}


def named_title(title: str) -> str:
    """Return the title that an attribute gives.

    Some systems fill it with all they know: 文章标题：…, 作者：…, 更新时间：…

    >>> named_title("文章标题：修桥\\n作者：admin"), named_title("修桥")
    ('修桥', '修桥')
    """
    match = _LABELLED_TITLE.match(title)
    return clean(match[1] if match else title)


def printed_title(link: HtmlElement) -> str:
    """Return what *link* prints as its title: its heading, where it holds a summary too, without the day beside it."""
    headed = next((one for one in link.iter(*_HEADINGS) if one is not link), None)
    if headed is not None and clean(headed.text_content()):
        return clean(headed.text_content())
    if len(link) == 0:
        return clean(link.text or "")
    pieces = [text for text in map(str, _OWN_TEXTS(link)) if not _DAY_ALONE.match(text)]
    return clean("".join(pieces))


def row_of(element: HtmlElement) -> HtmlElement | None:
    """Return the row of a link: the nearest list item or table row, or the block that holds one link with its day."""
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


def day_of(row: HtmlElement, link: HtmlElement) -> tuple[str | None, bool]:
    """Return the day that *row* prints beside *link*, else one that stands alone within it, and whether there is one.

    Many lists print month and day alone, which is no day, but tells that there is one. A day in the title is none.
    """
    inside = [text for text in map(str, link.itertext()) if text.strip()]
    texts = [_text_outside_links(row), *(text for text in inside if 8 <= len(text.strip()) <= 20)]
    above = row.getparent()
    # Lonsun makes each row a list of its own: one item holds the link, the next the day.
    if above is not None and not _holds_several_links(above):
        texts.append(_text_outside_links(above))
    after = _beside_row(row)
    stamps = (find_stamp(text) for text in (*texts, *after))
    day = next((stamp.day.isoformat() for stamp in stamps if stamp), None)
    if day is None:
        boxed = read_boxes([clean(str(text)) for text in _OUTSIDE_LINKS(row) if str(text).strip()][:3])
        day = boxed.day.isoformat() if boxed else _short_day(row)
    if day is not None or any(_MONTH_AND_DAY.search(text) for text in (texts[0], *after)):
        return day, True
    return None, len(inside) > 1 and any(_DAY_ALONE.match(text) for text in inside)


def _short_day(row: HtmlElement) -> str | None:
    """The day that stands alone in *row* without its century: [15-03-12]."""
    for text in map(str, _OUTSIDE_LINKS(row)):
        match = _SHORT_DAY.fullmatch(text) if len(text) <= _LONGEST_DAY else None
        if match:
            year, month, number = (int(one) for one in match.group(1, 3, 4))
            day = calendar_day(year + (2000 if year < _NINETIES else 1900), month, number)
            return day.isoformat() if day else None
    return None


def day_beside(link: HtmlElement) -> tuple[str | None, bool]:
    """Return the day on the line of *link*, and whether there is one, where lines end in breaks: ·某 (2010-3-4)<br>."""
    before, after = link.getprevious(), link.tail or ""
    parent = link.getparent()
    above = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    following = link.getnext()
    if following is not None and following.tag in _INLINE:
        after += following.text_content()[:_LONGEST_DAY] + (following.tail or "")
    for text in (after, above):
        stamp = find_stamp(text[:_LONGEST_LINE])
        if stamp is not None:
            return stamp.day.isoformat(), True
    # A card is a link all over, its day too.
    inside = (find_stamp(text) for text in map(str, link.itertext()) if _DAY_ALONE.match(text)) if len(link) else ()
    day = next((stamp.day.isoformat() for stamp in inside if stamp), None)
    return day, day is not None or bool(_MONTH_AND_DAY.search(after[:_LONGEST_LINE]))


def _beside_row(row: HtmlElement) -> list[str]:
    """The text of the element after *row*, where rows and days take turns: dt and dd, a block and another."""
    after = row.getnext()
    if (
        after is None
        or not isinstance(after.tag, str)
        or after.tag in ("br", "script")
        or next(after.iter("a"), None) is not None
    ):
        return []
    text = after.text_content()[: _LONGEST_DAY + 1]
    return [text] if len(text.strip()) <= _LONGEST_DAY else []


def _holds_several_links(element: HtmlElement) -> bool:
    """Whether *element* links to two places; a row may link to its article by title, picture and 详情.

    A list may hold any number of links, and is asked once for each of its rows; a few are enough to know.
    """
    addresses = list(islice((address for link in element.iter("a") if (address := link.get("href"))), _MOST_IN_ROW + 1))
    return len(set(addresses)) > 1 or len(addresses) > _MOST_IN_ROW


def _text_outside_links(element: HtmlElement) -> str:
    texts = _OUTSIDE_LINKS(element)
    return " ".join(str(text) for text in texts)[:400] if isinstance(texts, list) else ""
