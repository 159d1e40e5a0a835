"""What the programs of blogs, forums and novels print around an entry, and who they say wrote it."""

from __future__ import annotations

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/20050507.htm"
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read(html: str):
    return read_documents(html.encode(), URL)[0]


def test_a_weekday_between_the_day_and_the_year_leaves_the_entry_its_hour():
    day = "<li><i>Jun</i> <i>17</i> <i>Tue</i> <i>2008</i> <i>21:34</i></li>"
    said = "<h3>留言列表</h3><p>小米 於 June 18, 2008 09:12 AM</p><p>看起來好好吃</p>"
    assert read(f"<ul>{day}<li><h2>雨後</h2></li></ul>{TEXT}{said}").published == "2008-06-17T21:34:00+08:00"
