"""Dates and times as Chinese pages print them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from crawler.reading.clocks import Stamp, with_clock_beside
from crawler.reading.notations import calendar_day, in_boxes, in_digits, in_numerals
from crawler.reading.patterns import pattern
from crawler.reading.short_years import in_short_years

__all__ = ["Stamp", "find_issue", "find_stamp", "find_stamps", "read_machine_stamp"]

_WIDE = str.maketrans("０１２３４５６７８９：／－．", "0123456789:/-.")
_LONGEST_LINE = 400
_ISSUE = pattern(
    r"》?\s*((?:19|20)\d\d)年\s*(1[0-2]|0?[1-9])月(?:号|號|刊|出版|上|下)|》\s*[（(]?((?:19|20)\d\d)年第?\s*\d{1,3}\s*期"
)
# A day as machines write it: 20250312, 20250312143500; or in seconds or milliseconds since 1970.
_COMPACT = pattern(r"((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?")
_EPOCH = pattern(r"(1\d{9}|[5-9]\d{8})(?:\d{3})?")
_CHINA = timezone(timedelta(hours=8))


def find_stamps(text: str) -> Iterator[Stamp]:
    """Yield the dates printed in *text*, in reading order; days that no calendar has are left out.

    >>> [stamp.iso() for stamp in find_stamps("二〇二五年三月十二日印发，2025年3月12日 14时35分发布")]
    ['2025-03-12', '2025-03-12T14:35:00+08:00']
    """
    yield from _line_stamps(text) if len(text) <= _LONGEST_LINE else _all_stamps(text)


@lru_cache(maxsize=1024)
def _line_stamps(text: str) -> tuple[Stamp, ...]:
    """The dates of a line, which source, people and headline are told from as well."""
    return tuple(_all_stamps(text))


def _all_stamps(text: str) -> Iterator[Stamp]:
    found: list[Stamp | None] = []
    if "１" in text or "２" in text:
        text = text.translate(_WIDE)
    # Most lines name no year: that is seen at once.
    if "20" in text or "19" in text:
        found += in_digits(text)
    if "年" in text:
        found += in_numerals(text)
    if not found:
        found += in_short_years(text)
    if not found and ":" in text:
        found += in_boxes(text)
    for stamp in sorted((stamp for stamp in found if stamp), key=lambda stamp: stamp.start):
        yield stamp if stamp.time else with_clock_beside(text, stamp)


def find_stamp(text: str) -> Stamp | None:
    """Return the first date printed in *text*.

    >>> find_stamp("发布时间：2025-03-12 14:35 浏览次数：12").iso()
    '2025-03-12T14:35:00+08:00'
    """
    return next(find_stamps(text), None)


def read_machine_stamp(value: str) -> Stamp | None:
    """Return the moment that *value*, a field which holds nothing else, gives in digits alone or as pages print it.

    >>> read_machine_stamp("20250312143500").iso(), read_machine_stamp("1741761300000").iso()
    ('2025-03-12T14:35:00+08:00', '2025-03-12T14:35:00+08:00')
    """
    value = value.strip()
    if match := _COMPACT.fullmatch(value):
        year, month, day, hour, minute, second = match.groups()
        when = calendar_day(int(year), int(month), int(day))
        time = f"{hour}:{minute}:{second or '00'}" if hour else None
        return Stamp(when, None if time == "00:00:00" else time, 0, len(value)) if when else None
    if match := _EPOCH.fullmatch(value):
        moment = datetime.fromtimestamp(int(match[1]), _CHINA)
        return Stamp(moment.date(), f"{moment:%H:%M:%S}", 0, len(value))
    return find_stamp(value)


def find_issue(text: str) -> str | None:
    """Return the month (``1996-06``) or the year of the issue of a journal that *text* cites.

    >>> find_issue("——《北京之春》1996年6月号"), find_issue("1996年6月的一天")
    ('1996-06', None)
    """
    match = _ISSUE.search(text)
    if match is None:
        return None
    return f"{match[1]}-{int(match[2]):02d}" if match[1] else match[3]
