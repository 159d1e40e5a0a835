"""Portals, boards, lists and downloads of about 1998 to 2010, as they print what their pages are."""

from __future__ import annotations

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/show.asp?id=7"
A, B, C = PARAGRAPHS
TEXT = f"{A}<br><br>{B}<br><br>{C}"


def read(html: str):
    return read_documents(html.encode("gb18030"), URL)[0]


def test_an_hour_may_stand_before_the_colon_that_opens_the_text():
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1>送交者: 河边柳 于 2007-03-11, 03:55:20:<p>{TEXT}")
    assert (found.published, found.paragraphs) == ("2007-03-11T03:55:20+08:00", PARAGRAPHS)
