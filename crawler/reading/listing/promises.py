"""How many articles a list says it has, and how many pages."""

from __future__ import annotations

import re

from crawler.reading.listing.pages import Page
from crawler.reading.listing.records import number_in

_CALL = re.compile(r"\bcreatePage(?:HTML)?\s*\(([^(){}]{1,200})\)", re.I)
_NUMBER = re.compile(r"(?<![\w.'\"-])\d{1,7}(?![\w'\"])")
_ROWS = re.compile(
    r"(?:共|总计|合计)\s{0,9}(?:有|计)?\s{0,9}<?[^<>\d]{0,9}>?\s{0,9}(\d{1,7})\s{0,9}(?:</?\w+[^<>]{0,40}>\s{0,9}){0,2}(?:条|篇|项|则)"
    r"|<totalrecord>\s{0,9}(\d{1,7})|\btotalRecords?[\"']?\s{0,9}[:=]\s{0,9}[\"']?(\d{1,7})",
    re.I,
)
# No county's list is longer; what says so means something else.
_MOST = 500_000


def find_promise(page: Page) -> int | None:
    """Return how many rows the list that *page* belongs to says it has, or None where it does not say.

    Read are ``createPageHTML(7,0,"index","shtml","black2",136)``, whose last number counts the rows where more than
    pages and place are given, 共 136 条, Hanweb's ``totalrecord``, and the total of a JSON answer.
    """
    if page.data is not None:
        return _sound(number_in(page, "total", "totalRecord", "totalCount", "count"))
    for call in _CALL.findall(page.text):
        numbers = [int(number) for number in _NUMBER.findall(call)]
        if len(numbers) >= 3 and numbers[-1] >= numbers[0]:
            return _sound(numbers[-1])
    found = next((one or two or three for one, two, three in _ROWS.findall(page.text)), None)
    return _sound(int(found)) if found else None


def _sound(number: int | None) -> int | None:
    return number if number is not None and 0 < number <= _MOST else None
