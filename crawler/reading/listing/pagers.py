"""The other pages of a list, by every cue that portals give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.reading.listing.addresses import address_key
from crawler.reading.listing.pages import Page

# No county's list is longer; a larger count is a slip or a trap.
_MOST_PAGES = 20_000
_CALL = re.compile(r"\bcreatePage(?:HTML)?\s*\(([^(){}]{1,200})\)", re.I)
_ARGUMENT = re.compile(r"""'([^']*)'|"([^"]*)"|(-?\d{1,9})|([A-Za-z_$][\w$.]*)""")
_EXTENSION = re.compile(r"^(?:s?html?|jsp|aspx?|php)$", re.I)
_COUNT = re.compile(r"\b(?:totalPage|total_page|pageCount|countPage|pages)\w*\s*[=:]\s*[\"']?(\d{1,9})", re.I)
# ``"index" + "_" + n + ".shtml"``, ``'list_' + n + '.html'``, ``"?page=" + n``: how a script puts an address together.
_STEM = re.compile(r"""["'/]((?:index|list|default)_?)["']?\s*\+[^;\n]{0,80}?\.(s?html?)""", re.I)
_TEMPLATE = re.compile(
    r"""["']((?:[\w./?&=%-]{0,120}[?&](?:page|pageindex|pageno|page_no|pagenum|pagenumber|curpage|currpage|currentpage|nowpage|pn|p)=)|[\w./-]{0,80}_)["']"""
    r"""\s*\+\s*[\w$().+ -]{1,40}?\s*(?:\+\s*["'](\.(?:s?html?|jsp|aspx?|php))["']|[;,)\n])""",
    re.I,
)
_NUMBERED = re.compile(r"(?P<head>(?:^|[/_=-]|[a-z]))(?P<number>\d{1,5})(?P<tail>(?:\.\w{2,5})?(?:[?&#].*)?)$", re.I)
_QUERY = re.compile(
    r"(?P<head>[?&](?:page|pageindex|pageno|page_no|pagenum|pagenumber|curpage|currpage|currentpage|nowpage|pn|p)=)(?P<number>\d{1,5})(?P<tail>.*)$",
    re.I,
)
_LAST = re.compile(r"^[\[【<>«»\s]*(?:尾\s*[页頁]|末\s*[页頁]|最后一[页頁]|last)[\]】<>«»\s]*$", re.I)
_NEXT = re.compile(r"^[\[【<«\s]*(?:下一?\s*[页頁]|后一?页|next(?: page)?)[\]】>»›\s]*$", re.I)
_NOWHERE = re.compile(r"\s*(?:#|javascript:)", re.I)
_OPENED = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\s*\(|open\s*\()\s*"
    r"[\"']([^\"'+]{1,300})[\"'](?!\s*\+)"
)
_ARROW = re.compile(r"^\s*[>»›]{1,2}\s*$")
# Calendars stand beside lists, with numbers and arrows for labels.
_OF_A_DAY = re.compile(r"(?:^|&)((?:\w*(?:date|day|month|year|time)|riqi|rq|nian|yue|ri|y|m|d)=[^&]+)", re.I)
_DAY_FOLDER = re.compile(r"/(?:19|20)\d\d[-/]?(?:0?[1-9]|1[0-2])(?:[-/]\d{1,2})?(?=[/.]|$)")
_NUMBER = re.compile(r"^[\[【\s]*第?\s*(\d{1,5})\s*[页頁]?[\]】\s]*$")
_TWO_ARROWS = re.compile(r"^\s*(?:[>›]{2}|»)\s*$")


def read_pages(page: Page) -> tuple[str, ...]:
    """Return the addresses of the other pages of the list that *page* belongs to, nearest first.

    Scripted pagers are asked first, since they name the count of pages; then the anchors, of which those that
    lead to the last page tell the pages between. Empty where the list has one page.
    """
    found = dict.fromkeys(_called(page))
    if not found:
        found = dict.fromkeys(_counted(page))
    found.update(dict.fromkeys(_anchored(page)))
    here = address_key(page.url)
    return tuple(address for address in found if address_key(address) != here)


def _called(page: Page) -> Iterator[str]:
    """``createPageHTML(7,0,"index","shtml","black2",136)``: pages, current from 0, stem, extension, style, records.

    A variant begins with the id of the pager's element and counts the current page from 1. The definition of
    the function has names where a call has numbers.
    """
    for match in _CALL.finditer(page.text):
        words = [(single or double, number, name) for single, double, number, name in _ARGUMENT.findall(match[1])]
        numbers = [int(number) for _, number, _ in words if number]
        strings = [text for text, number, name in words if not number and not name]
        if len(numbers) < 2 or any(name for _, number, name in words[:2]):
            continue
        place = next((at for at, text in enumerate(strings) if at and _EXTENSION.match(text)), None)
        if place is None:
            continue
        stem, extension = strings[place - 1], strings[place]
        first = 2 if not words[0][1] else 1
        last = numbers[0] if first == 2 else numbers[0] - 1
        yield from _numbered(page, f"{stem}_", f".{extension}", first, last)


def _counted(page: Page) -> Iterator[str]:
    """A count beside links that the script writes: of ``var countPage = 56`` TRS makes index_1 … index_55.

    Under other names the count is that of pages numbered from 1, as the script's own address says.
    """
    count = next((int(number) for number in _COUNT.findall(page.text)), 1)
    if count < 2:
        return
    stem = _STEM.search(page.text)
    template = _TEMPLATE.search(page.text)
    if "countPage" not in page.text and template and (template[2] or "=" in template[1]):
        # Of index_1 nobody can tell whether it is the first page or the second.
        yield from _numbered(page, template[1], template[2] or "", 1 if "index_" in template[1] else 2, count)
    elif stem:
        yield from _numbered(page, stem[1] if stem[1].endswith("_") else f"{stem[1]}_", f".{stem[2]}", 1, count - 1)
    elif "countPage" in page.text:
        extension = re.search(r"\.s?html?$", urlsplit(page.url).path)
        yield from _numbered(page, "index_", extension[0] if extension else ".html", 1, count - 1)


def _numbered(page: Page, head: str, tail: str, first: int, last: int) -> Iterator[str]:
    for number in range(first, min(last, _MOST_PAGES) + 1):
        address = page.resolve(f"{head}{number}{tail}")
        if address:
            yield address


def _anchored(page: Page) -> Iterator[str]:
    """Numbered and named anchors; with a last page whose address carries a number, all pages before it."""
    turns: list[tuple[str, bool]] = []
    doubled: str | None = None
    for element in page.elements():
        if element.tag not in ("a", "option", "button", "input", "span", "li") or not _address(element):
            continue
        # A turning link has a short label; most links of a page are longer and no such thing.
        label = element.text_content()[:40].strip() or (element.get("title") or element.get("value") or "").strip()
        is_last, is_bare = bool(_LAST.match(label)), bool(_NUMBER.match(label) or _ARROW.match(label))
        if not (is_last or is_bare or _NEXT.match(label)):
            continue
        address = page.resolve(_address(element))
        if address is None or urlsplit(address).hostname != urlsplit(page.url).hostname:
            continue
        if not is_of_another_day(address, page.url) and (not is_bare or _is_sibling(address, page.url)):
            turns.append((address, is_last))
            doubled = address if _TWO_ARROWS.match(label) else doubled
    samples = [address for address, is_last in turns if not is_last]
    # Where one arrow leads to the next page, two lead to the last.
    if doubled and not any(is_last for _, is_last in turns) and samples and doubled not in samples[:2]:
        turns.append((doubled, True))
    for address, _ in turns:
        yield address
    for address, is_last in turns:
        if is_last:
            yield from _between(address, samples)


def _address(element: HtmlElement) -> str:
    """Where a turning element leads: by its address, by its script, or as a choice of a menu."""
    href = element.get("href") or ""
    if element.tag == "option":
        value = element.get("value") or ""
        return value if "/" in value or "." in value or "?" in value else ""
    if href and not _NOWHERE.match(href):
        return href
    match = _OPENED.search(element.get("onclick") or "") or _OPENED.search(href)
    return match[1] if match else ""


def _between(last: str, samples: list[str]) -> Iterator[str]:
    """The pages up to *last*, where another turning anchor shows that the number in the address is the page's."""
    for pattern in (_QUERY, _NUMBERED):
        match = pattern.search(last)
        if match is None:
            continue
        head, tail = last[: match.start("number")], match["tail"]
        alike = re.compile(re.escape(head) + r"(\d{1,5})" + re.escape(tail) + "$")
        seen = [int(found[1]) for sample in samples if sample != last and (found := alike.match(sample))]
        if seen:
            # Where no page leads to number 1, the first page has none.
            for number in range(min(*seen, 2), min(int(match["number"]), _MOST_PAGES) + 1):
                yield f"{head}{number}{tail}"
            return


def _is_sibling(address: str, here: str) -> bool:
    """A number or an arrow is a page of the list only where its address lies in the list's own folder."""
    plain, own = (re.sub(r"\d+", "", urljoin(text, urlsplit(text).path)) for text in (address, here))
    folder = own.rsplit("/", 1)[0]
    return plain.startswith(folder)


def is_of_another_day(address: str, here: str) -> bool:
    """Return whether *address* names a day, month or year that the page at *here* does not: a calendar's link.

    >>> is_of_another_day("http://a.example/news/?day=2025-04-16", "http://a.example/news/")
    True
    """
    parts, own = urlsplit(address), urlsplit(here)
    named = set(_OF_A_DAY.findall(parts.query)) - set(_OF_A_DAY.findall(own.query))
    return bool(named or set(_DAY_FOLDER.findall(parts.path)) - set(_DAY_FOLDER.findall(own.path)))
