"""Years of two and three digits: the calendar of Taiwan, and centuries left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.reading.clocks import TIME, Stamp, with_clock
from crawler.reading.notations import ERA, FIRST_YEAR, calendar_day
from crawler.reading.patterns import pattern

# The calendar of Taiwan counts from 1912. Without 民國 a year is taken for one of it only right behind a label, and a
# year of two digits then means this century, except where the label is written as in Taiwan: 發布日期：98/12/31.
_SHORT_YEAR = pattern(
    r"(?:(?P<era>(?:中[華华])?民[國国])\s*|(?P<label>(?:[發发][布佈]|[張张][貼贴]|公告|公布|更新|上版|上架|建立|刊登|信息|編輯)?(?:日期|日|[时時][间間])\s*[：:]\s*[\[（(]?|[发發][表布]于\s*|\s[于於]\s+(?=\d\d-\d\d-\d\d\s+\d\d:\d\d))|(?P<board>^(?:#\s*\d{1,4}\s+)?(?=\d\d-\d\d-\d\d,\s\d\d:\d\d))|^\W*)"
    r"(?P<year>1?\d\d)(?:年\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*日"
    r"|(?P<sep>[-/.])(?P<month2>1[0-2]|0?[1-9])(?P=sep)(?P<day2>3[01]|[12]\d|0?[1-9])(?![\d.]))" + TIME,
)
_NINETIES, _LATEST_SHORT = 90, 40
_LONGEST_BAR = 120
_BARE_OPENINGS, _ERA_HINT = "01#[（(", pattern(r"[期日间間国國于]\s*[：:]?\s*[\[（(]?\d")
_OLDEST_ALONE, _OLDEST_TAIWANESE, _LATEST_OF_ERA = 100, 80, 140
_WORD = pattern(r"[^\W_]")
_TAIWANESE = ("發", "張", "公告", "上版", "上架", "建立", "刊登", "時")


def in_short_years(text: str) -> Iterator[Stamp | None]:
    """Yield the days of a bar whose years have two or three digits: 中華民國113年5月7日, 發布日期：98/12/31."""
    if len(text) <= _LONGEST_BAR and (text[:1] in _BARE_OPENINGS or _ERA_HINT.search(text)):
        yield from map(_short, _SHORT_YEAR.finditer(text))


def _short(match: re.Match[str]) -> Stamp | None:
    # vBulletin's boards write 04-10-21, 15:37 above a post.
    year, label = int(match["year"]), match["label"] or ("#" if match["board"] is not None else "")
    alone = not _WORD.search(match.string, match.end())
    if match["era"] or (_OLDEST_ALONE <= year <= _LATEST_OF_ERA and (label or alone)):
        year += ERA
    elif label and year < _OLDEST_ALONE:
        if year >= _OLDEST_TAIWANESE and label.startswith(_TAIWANESE):
            year += ERA
        elif year < _LATEST_SHORT or year >= _NINETIES:
            year += 2000 if year < _LATEST_SHORT else 1900
    if year < FIRST_YEAR:
        return None  # three small numbers: a version, a score
    day = calendar_day(year, int(match["month"] or match["month2"]), int(match["day"] or match["day2"]))
    stamp = with_clock(match, day, match["half"])
    return stamp._replace(start=match.start("era" if match["era"] else "year")) if stamp else None
