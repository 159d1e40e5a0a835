"""The tree of a page, however its markup is broken."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlComment, HtmlElement

from crawler.reading.patterns import pattern

# libxml2 stops at the first </html>; templates glued from parts close the page after the header.
_BOUND = re.compile(rb"<(/?)(html|body)(?=[\s>])[^<>]*>", re.I)
# What AMP asks of a page; there pictures are called amp-img.
_AMP = re.compile(rb"<html[^>]*\s(?:amp|\xe2\x9a\xa1)[\s>=]", re.I)
_TITLE = re.compile(rb"<title[\s>]", re.I)
_END_OF_TITLE = re.compile(rb"(?P<title></title)|</head|<body", re.I)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_NO_TEXT = pattern(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
# Signs that no XML tree takes. Of the many controls bytes are rid much faster than text, of the two others text is.
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_NO_SIGNS = ("\ufffe", "\uffff")
# libxml2 resolves references to the same signs, and its tree then refuses them when text is written back.
_REFERENCE = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|[xX]0*(?:[1-8b-cB-CeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
# One of these stands in all that is no text; to look for a few signs is many times faster than for a range.
_TELLING = "\ufffd\x00\x01\x02\x03\x04\x05\x06\x07\x08"
_MOST_CHARACTERS, _MOST_TAGS = 2_500_000, 75_000
_SAMPLE = 8_000
_DEEPEST, _MANY_TAGS = 2, 2_000
# A path of two steps would gather the links in each link.
_HOLDS_LINKS = etree.XPath("boolean(//a[.//a])")


def parse(text: str) -> HtmlElement | None:
    """Return the ``html`` element of the page *text*, or None where it holds nothing to read or is no page.

    Pages of more than 75,000 tags or 2.5 million characters, and binary data, are no pages: a reader of hostile data
    bounds what it does.

    >>> parse("<html><body>a</body></html><div>late</div>").text_content()
    'alate'
    """
    tags = text.count("<")
    if len(text) > _MOST_CHARACTERS or tags > _MOST_TAGS or is_binary(text):
        return None
    page = _of_one_document(_DECLARATION.sub(b"", _without_controls(text)))
    if not page.strip():
        return None
    try:
        root = html.document_fromstring(page, new_parser())
        return _with_closed_links(root) if tags > _MANY_TAGS else root
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _with_closed_links(root: HtmlElement) -> HtmlElement:
    """Take for no links those that stand in two others, which were left open and hold all that follows.

    What thousands of them say would otherwise be read thousands of times. A link in a link is a tag on a card.
    """
    if not _HOLDS_LINKS(root):
        return root
    depth = 0
    deep: list[HtmlElement] = []
    for event, link in etree.iterwalk(root, events=("start", "end"), tag="a"):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > _DEEPEST:
            deep.append(link)
    for link in deep:
        link.tag = "span"
    return root


def new_parser() -> html.HTMLParser:
    """Return a parser whose elements cost little.

    lxml.html asks Python for the class of every element it hands out; one class for all is asked of nobody.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True, collect_ids=False)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    return parser


def _without_controls(text: str) -> bytes:
    for sign in _NO_SIGNS:
        text = text.replace(sign, "") if sign in text else text  # to look takes a fifth of replacing nothing
    # Half of a surrogate pair has no bytes in UTF-8.
    page = text.encode("utf-8", "ignore").translate(None, _CONTROLS)
    if _has_references(page):
        page = _REFERENCE.sub(b"", page)
    return page.replace(b"<amp-img", b"<img") if _AMP.search(page, 0, _SAMPLE) else page


def _has_references(page: bytes) -> bool:
    """Say whether *page* refers to characters by number; one sign is found ten times faster than two."""
    at = page.find(b"&")
    while at >= 0 and page[at + 1 : at + 2] != b"#":
        at = page.find(b"&", at + 1)
    return at >= 0


def _of_one_document(page: bytes) -> bytes:
    """Return *page* without the html and body tags that follow its first ones, and without any that close them."""
    parts: list[bytes] = []
    opened: set[bytes] = set()
    start = 0
    for match in _BOUND.finditer(page):
        closing, name = match[1], match[2].lower()
        if closing or name in opened or b"body" in opened:
            parts.append(page[start : match.start()])
            start = match.end()
        opened.add(b"" if closing else name)
    return _with_closed_title(b"".join([*parts, page[start:]]))


def _with_closed_title(page: bytes) -> bytes:
    """Close a title that is never closed: all of the page would be in it."""
    opening = _TITLE.search(page)
    end = _END_OF_TITLE.search(page, opening.end()) if opening else None
    if end is None or end["title"]:
        return page
    return page[: end.start()] + b"</title>" + page[end.start() :]


def is_binary(text: str) -> bool:
    """Say whether *text* was decoded from bytes that are no text: one sign in ten is broken or a control.

    >>> is_binary(chr(0) * 9), is_binary("柳江区人民政府" + chr(0))
    (True, False)
    """
    sample = text[:_SAMPLE]
    if not any(sign in sample for sign in _TELLING):
        return False
    return len(_NO_TEXT.findall(sample)) * 10 > len(sample) > 8


def base_address(root: HtmlElement, url: str) -> str:
    """Return the address that the links of the page *root* are relative to."""
    for node in root.iter("base"):
        href = (node.get("href") or "").strip()
        if href:
            try:
                return urljoin(url, href)
            except ValueError:
                return url  # such as http://[/
    return url
