"""Addresses with Chinese characters in their queries, as pages in GBK and Big5 print them."""

from __future__ import annotations

from urllib.parse import quote

from lxml.html import HtmlElement

from crawler.reading.patterns import pattern

_QUERY = pattern(r"""\?[^"'<>\s\x80-\U0010ffff]{1,200}[^\x00-\x7f]""")
_ATTRIBUTES = ("href", "src")
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


def encode_queries(root: HtmlElement, source: str, charset: str) -> None:
    """Write what is beyond ASCII in the queries of the addresses in *root* as bytes of the page's *charset*.

    So browsers ask (URL Standard, 4.4, query state): list.asp?lm=公告 on a page in GBK is no address in UTF-8.
    """
    if charset.startswith("utf") or not _QUERY.search(source):
        return
    for node in root.iter("a", "area", "img", "iframe", "embed"):
        for name in _ATTRIBUTES:
            address = node.get(name)
            if address and "?" in address and not address.isascii():
                node.set(name, encode_query(address, charset))


def encode_query(address: str, charset: str) -> str:
    """Return *address* with its query in ASCII: other characters as escaped bytes of *charset*.

    >>> encode_query("渠.asp?lm=渠道&n=1#渠", "gb18030")
    '渠.asp?lm=%C7%FE%B5%C0&n=1#渠'
    """
    path, mark, rest = address.partition("?")
    query, hash_, fragment = rest.partition("#")
    return path + mark + quote(query, safe=_PRINTABLE, encoding=charset, errors="xmlcharrefreplace") + hash_ + fragment
