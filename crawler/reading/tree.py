"""The tree of a page, however its markup is broken."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlComment, HtmlElement

# libxml2 stops at the first </html>; templates glued from parts close the page after the header.
_ENDS = re.compile(r"</\s*(?:html|body)\s*>", re.I)
_AGAIN = re.compile(r"<\s*(?:html|body)(?=[\s>])[^>]*>", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST_CHARACTERS, _MOST_TAGS = 2_500_000, 75_000
_SAMPLE = 20_000


def parse(text: str) -> HtmlElement | None:
    """Return the ``html`` element of the page *text*, or None where it holds nothing to read or is no page.

    Pages of more than 75,000 tags or 2.5 million characters, and binary data, are no pages: a reader of hostile data
    bounds what it does.

    >>> parse("<html><body>a</body></html><div>late</div>").text_content()
    'alate'
    """
    if len(text) > _MOST_CHARACTERS or text.count("<") > _MOST_TAGS or is_binary(text):
        return None
    text = _CONTROL.sub("", _DECLARATION.sub("", text))
    first = _AGAIN.search(text)
    if first:
        head, tail = text[: first.end()], text[first.end() :]
        body = re.search(r"<\s*body(?=[\s>])[^>]*>", tail, re.I)
        if body and not re.match(r"<\s*body", first.group(), re.I):
            head, tail = text[: first.end() + body.end()], text[first.end() + body.end() :]
        text = head + _AGAIN.sub("", tail)
    text = _ENDS.sub("", text)
    if not text.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    # lxml.html asks Python for the class of every element it hands out; one class for all is asked of nobody.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def is_binary(text: str) -> bool:
    """Say whether *text* was decoded from bytes that are no text: one sign in ten is broken or a control.

    >>> is_binary(chr(0) * 9), is_binary("柳江区人民政府" + chr(0))
    (True, False)
    """
    sample = text[:_SAMPLE]
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
