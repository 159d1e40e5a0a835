"""What the pages of one list have in common, and what the pages of different lists have not."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PAGE_WORD = re.compile(
    r"((?:^|&)(?:page|pageindex|pageno|page_no|currpage|currentpage|pn|p|startrecord|endrecord)=)\d+", re.I
)
_PAGE_IN_JSON = re.compile(r"(pageNo(?:%22|\")(?:%3A|:))\d+", re.I)
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def list_stem(url: str) -> str:
    """Return the address of a page of a list without the number of the page.

    >>> list_stem("http://a.example/tzgg/index_2.shtml") == list_stem("http://a.example/tzgg/index_13.shtml")
    True
    >>> list_stem("http://a.example/api/all/31?page=2"), list_stem("http://a.example/api/all/32?page=2")
    ('http://a.example/api/all/31?page=', 'http://a.example/api/all/32?page=')
    """
    parts = urlsplit(url)
    query = _PAGE_IN_JSON.sub(r"\1", _PAGE_WORD.sub(r"\1", parts.query))
    if query != parts.query:
        return parts._replace(query=query).geturl()
    folder, slash, name = parts.path.rpartition("/")
    return parts._replace(path=folder + slash + _LAST_NUMBER.sub("", name)).geturl()
