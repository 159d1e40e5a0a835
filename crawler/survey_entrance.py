"""What a portal's entrance page tells: its name, its code, or that it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.reading.injections.page_facts import PageFacts, read_page_facts
from crawler.reading.injections.strings import PageText
from crawler.reading.listing import Page, find_refresh, meta
from crawler.reading.listing.pages import clean, text_of

_MAIN_FRAME = re.compile(r"main|right|content|body|index|default", re.I)
_MAGIC = {
    b"%PDF": "a PDF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture",
    b"PK\x03\x04": "an archive or office file",
    b"\xd0\xcf\x11\xe0": "an office file",
    b"\x1f\x8b": "a compressed file",
}
# What is left of a domain that nobody renewed: an offer, between advertisements.
_PARKED = re.compile(
    r"域名.{0,20}(?:出售|转让|停放|到期|过期|未续费|购买)|(?:出售|转让|购买).{0,10}域名"
    r"|domain.{0,40}(?:for sale|expired|parked|parking)|buy this domain|parked (?:free|domain)",
    re.I,
)
_PARKED_TEXT = 2_000
_OFFICE = re.compile("政府|局|报$|日报|晚报|数字报|新闻网")
# The title of a printed page tells its number and its day.
_SHEET = re.compile(r"第.{1,4}版(?:\s?[:：]\s?[^\s_|-]*)?|\d{4}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?")
_GREETING = re.compile(r"欢迎(?:访问|光临|来到|您访问)?|您好|首\s*页|网站首页|门户网站|官方网站|官网|^\W+|\W+$")


def site_title(page: Page) -> str:
    """Return the site's Chinese name, from the metadata the government prescribes or from the page's title."""
    named = meta(page, "SiteName")
    if named:
        return _GREETING.sub("", named)[:60] or named[:60]
    titles = (text_of(element) for element in page.elements() if element.tag == "title")
    pieces = re.split(r"[-_|—–>]+", _SHEET.sub(" ", next(titles, "")[:200]))
    cleaned = [_GREETING.sub("", clean(piece)) for piece in pieces]
    return max(cleaned, key=lambda piece: (bool(_OFFICE.search(piece)), len(piece)), default="")


def page_facts(page: Page) -> PageFacts:
    """Return what *page* says of the site it belongs to."""
    return PageFacts() if page.tree is None else read_page_facts(page.tree, PageText(page.tree, page.text))


def largest_frame(page: Page) -> str | None:
    """Return the address of a frameset's main frame, else of its first; None where the page has a body of its own."""
    frames = [element for element in page.elements() if element.tag in ("frame", "iframe")]
    if not frames or (page.tree is not None and len(text_of(page.tree)) > 100):
        return None
    frames.sort(key=lambda frame: not _MAIN_FRAME.search(f"{frame.get('name')} {frame.get('id')} {frame.get('src')}"))
    return next((address for frame in frames if (address := page.resolve(frame.get("src") or ""))), None)


def sends_on(page: Page) -> str | None:
    """Return where a *page* that holds nothing else leads: by a refresh, by a script, or in its main frame."""
    return find_refresh(page) or largest_frame(page)


def find_file(headers: Mapping[str, str], body: bytes) -> str | None:
    """Return what an answer is that is no page: empty, a picture, a file; None where it may be one."""
    if not body.strip():
        return "an empty answer"
    begins = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    magic = next((name for mark, name in _MAGIC.items() if begins.startswith(mark)), None)
    if magic:
        return f"{magic}, no page"
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "").partition(";")[0]
    # Servers call pages by many names, among them application/octet-stream.
    if re.match(r"\s*(?:image|audio|video|font)/|\s*application/(?:pdf|zip|msword)", kind, re.I) and b"<" not in begins:
        return f"{kind.strip()}, no page"
    return None


def emptiness(page: Page) -> str | None:
    """Return what a page is that has no links to speak of, None where it has."""
    shown = text_of(page.tree) if page.tree is not None else ""
    if len(shown) < _PARKED_TEXT and _PARKED.search(shown):
        return f"a parked domain: {shown[:60]!r}"
    links = [element for element in page.elements() if element.tag == "a" and page.resolve(element.get("href") or "")]
    if len(links) >= 3:
        return None
    scripts = sum(1 for element in page.elements() if element.tag == "script")
    if scripts and len(shown) < 100:
        return f"{scripts} scripts and {len(shown)} characters of text: a page that only a browser can show"
    return f"{len(links)} links and {len(shown)} characters of text: no portal's home page"
