"""A list page opened: its text, its tree, its links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.reading.listing.scripted import link_scripts
from crawler.reading.page.encoding import decode
from crawler.reading.page.queries import encode_queries
from crawler.reading.page.tree import parse

_SPACE = re.compile(r"[\s\u3000\u200b\ufeff]+")
# Lists of some portals exist only as strings that a script writes into the page.
_WRITTEN = re.compile(r"""document\.write(?:ln)?\s*\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*\)""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
# Longer addresses are data, or traps that add to themselves.
_LONGEST = 2_000
_HTTP = re.compile(r"https?://[^/?#\s]", re.I)
_NOT_HTTP = re.compile(r"^\s*(?:javascript|mailto|tel|data|about|file|ftp):", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's address, its text and its tree.

    *written* is what its scripts would write into it; *data* is the value of an answer that is JSON, else None.
    """

    url: str
    text: str
    tree: HtmlElement | None
    written: HtmlElement | None
    base: str
    data: Any = None

    def elements(self) -> Iterator[HtmlElement]:
        """Yield the elements of the page, then those that scripts write."""
        for tree in (self.tree, self.written):
            if tree is not None:
                yield from (element for element in tree.iter() if isinstance(element.tag, str))

    def resolve(self, address: str) -> str | None:
        """Return *address* as a whole http address without fragment, or None where it leads nowhere."""
        address = _SPACE.sub("", address) if "\n" in address or "\t" in address else address.strip()
        if not address or len(address) > _LONGEST or address.startswith("#") or _NOT_HTTP.match(address):
            return None
        try:
            whole = urljoin(self.base, address).partition("#")[0]
        except ValueError:
            return None  # such as "http://[": brackets that hold no IPv6 address
        if not _HTTP.match(whole):
            return None
        # "../" above the root is a slip that browsers forgive.
        return re.sub(r"(?<=[^:/])/(?:\.\./)+", "/", whole) if "/../" in whole else whole


def open_page(body: bytes, url: str, headers: Mapping[str, str] | None = None) -> Page:
    """Return the page in *body*, which was served from *url*."""
    text, charset = decode(body, headers)
    data = _json(text)
    tree = parse(text) if data is None else None
    if tree is not None:
        link_scripts(tree, text)
        encode_queries(tree, text, charset)
    pieces = [_unescape(single or double) for single, double in _WRITTEN.findall(text)]
    # Hanweb keeps the rows of a list as XML inside the page.
    records = text.split("<![CDATA[")[1:] if data is None else ()
    pieces += [record.partition("]]>")[0] for record in records] or list(_markup(data))
    written = parse("<html><body>" + "".join(pieces)) if any("<" in piece for piece in pieces) else None
    bases = tree.xpath("//base/@href") if tree is not None else []
    base = url
    if isinstance(bases, list) and bases:
        try:
            base = urljoin(url, str(bases[0]).strip())
        except ValueError:
            base = url  # a base that is no address: browsers ignore it
    return Page(url, text, tree, written, base, data)


def clean(text: str) -> str:
    """Return *text* with every run of white space, full-width too, as one blank.

    >>> clean(" 柳江区\\u3000召开 \\n会议")
    '柳江区 召开 会议'
    """
    return _SPACE.sub(" ", text).strip()


def text_of(element: HtmlElement) -> str:
    """Return the clean text of *element* without that of scripts and styles."""
    pieces = element.xpath("descendant::text()[not(parent::script or parent::style)]")
    return clean("".join(str(piece) for piece in pieces)) if isinstance(pieces, list) else ""


def meta(page: Page, name: str) -> str | None:
    """Return the content of the page's ``<meta name=…>``, whatever the case of its name; None where it is empty.

    Templates print ``null`` for what their editors left out.
    """
    for element in page.elements():
        if element.tag == "meta" and (element.get("name") or "").strip().lower() == name.lower():
            content = clean(element.get("content") or "")
            if content and content.lower() != "null":
                return content
    return None


def _json(text: str) -> Any:
    """The value of an answer that is JSON or JSONP, None for any other."""
    match = re.match(r"\s*(?:[\w$.]+\s*\(\s*)?(?=[\[{])", text)
    if match is None:
        return None
    try:
        return json.JSONDecoder().raw_decode(text, match.end())[0]
    except (ValueError, RecursionError):
        return None  # a style sheet or a script begins alike


def _markup(data: Any) -> Iterator[str]:
    """The strings of a JSON answer that are markup: some lists answer with their rows as HTML."""
    if isinstance(data, str) and "<" in data:
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _markup(value)


def _unescape(literal: str) -> str:
    def char(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else {"n": "\n", "t": "\t", "r": "\r"}.get(match[3], match[3])

    return _ESCAPE.sub(char, literal)
