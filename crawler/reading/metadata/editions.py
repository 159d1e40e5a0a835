"""What an e-paper prints around its stories: which page they stand on, and of which day's paper."""

from __future__ import annotations

from crawler.reading.dates import Stamp, find_stamp
from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern

_BOARD = pattern(r"^第?\s*[0-9A-Z一二三四五六七八九十]{1,4}\s*版\s*[：:]\s*\S.{0,16}$")
# 2019年6月21日 星期五, as the head of an issue has it; 今天是 before it is the reader's day.
_DAY = pattern(r"^[^\d今现]{0,12}\d{4}年\d{1,2}月\d{1,2}日[\s,，（(]*(?:星期|礼拜|周)")
_TOP, _NUMBER = 40, 9


def find_board(page: Page) -> str | None:
    """Return number and name of the printed page, where the head of *page* prints them: 第02版：综合, A02版：综合.

    The links to the page before and after it may stand beside them in cells of their own.
    """
    for line in page.lines[:_TOP]:
        if "版" not in line.text[:_NUMBER]:
            continue
        name, _, beside = line.text.partition("\t")
        if line.linked <= len(beside) and _BOARD.match(name):
            return name
    return None


def find_issue_day(page: Page) -> Stamp | None:
    """Return the day of the issue at the head of a *page* that also says which printed page it is of."""
    day = next((line.text for line in page.lines[:_TOP] if "星期" in line.text and _DAY.match(line.text)), None)
    return find_stamp(day) if day and find_board(page) else None
