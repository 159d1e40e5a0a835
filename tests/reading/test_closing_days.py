"""Days under a text: when its writer closed it, and who signs with it."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import prose

URL = "http://www.example.com/show.asp?id=7"


def read(below: str):
    html = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>{prose()}{below}</div>"
    return read_documents(html.encode("gb18030"), URL)[0]


@pytest.mark.parametrize(
    "line", ["2005年5月7日夜", "写于2005年5月7日", "（2005年5月7日）", "2005年5月7日凌晨于石桥", "韦小满 2005年5月7日"]
)
def test_an_essay_that_no_bar_dates_is_of_the_day_on_which_its_writer_closed_it(line: str):
    assert read(f"<p align=right>{line}</p>").published == "2005-05-07"


@pytest.mark.parametrize(
    "signed", ["2005年5月7日", "石桥县水务局</p><p>2005年5月7日", "石桥县水务局</p><p>（2005年5月7日）"]
)
def test_the_day_that_an_office_signs_with_is_none_of_publication(signed: str):
    assert read(f"<p>{signed}</p>").published is None


@pytest.mark.parametrize("line", ["1979年5月2日于石桥", "写于1936年8月4日"])
def test_what_was_written_before_the_web_was_not_published_on_it_that_day(line: str):
    assert read(f"<p align=right>{line}</p>").published is None


def test_the_day_of_a_bar_goes_before_that_of_writing():
    html = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>2006-01-02 10:11</div><div>{prose()}<p>2005年5月7日夜</p></div>"
    assert read_documents(html.encode("gb18030"), URL)[0].published == "2006-01-02T10:11:00+08:00"
