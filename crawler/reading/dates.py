"""Dates and times as Chinese pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawler.reading.patterns import pattern

# The first Chinese web server answered in 1994; a page cannot have been published before the web, though
# archives carry the day of print of older documents.
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "О": 0,
    "O": 0,
}
_HAN = "〇零○ＯОO一二三四五六七八九"
_TIME = (
    r"(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*[\(（](?:星期|周)[一二三四五六日天][\)）])?"
    r"(?:[\sT\-]*(?P<half>上午|下午|凌晨|晚上|中午)?\s*"
    r"(?P<hour>[01]?\d|2[0-3])\s*(?:[:：]\s*(?P<minute>[0-5]?\d)(?:\s*[:：]\s*(?P<second>[0-5]?\d))?"
    r"|[时時點点]\s*(?P<minute2>[0-5]?\d)\s*分(?:\s*(?P<second2>[0-5]?\d)\s*秒)?)(?![\d:：]))?"
)
_ARABIC = pattern(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*(?:"
    r"[年]\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号號]?"
    r"|(?P<sep>[-/.．－—])\s*(?P<month2>1[0-2]|0?[1-9])\s*(?P=sep)\s*(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d{1})"
    r")" + _TIME
)
# Printed day first by French and Hong Kong pages, month first by servers set to American English: 9/17/2004 5:54:13 AM.
_SLASHED = pattern(
    r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)\d\d)"
    r"(?:\s*[-–]?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AP]M)?)?",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = pattern(
    r"(?:\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+)?"
    rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]m)?)?",
    re.I,
)
# As the C library prints it, and bulletin boards with it: Sat May 7 10:11:12 2005.
_CTIME = pattern(
    rf"\b(?P<month>{'|'.join(_MONTHS)})\s+(?P<day>\d{{1,2}})\s+(?P<hour>\d{{1,2}}):(?P<minute>\d\d):(?P<second>\d\d)\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_ISSUE = pattern(
    r"》?\s*((?:19|20)\d\d)年\s*(1[0-2]|0?[1-9])月(?:号|號|刊|出版|上|下)|》\s*[（(]?((?:19|20)\d\d)年第?\s*\d{1,3}\s*期"
)
_CHINESE = pattern(
    rf"(?P<year>[一二][{_HAN}]{{3}})年\s*(?P<month>十[一二]?|[一二三四五六七八九])月\s*"
    r"(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)[日号]"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day and, where printed, a time; *start* and *end* say where in the text it stood."""

    day: date
    time: str | None
    start: int
    end: int

    def iso(self) -> str:
        """Return ``2025-03-12T14:35:00+08:00``, or ``2025-03-12`` where no time was printed."""
        return f"{self.day.isoformat()}T{self.time}+08:00" if self.time else self.day.isoformat()


def find_stamps(text: str) -> Iterator[Stamp]:
    """Yield the dates printed in *text*, in reading order; days that no calendar has are left out.

    >>> [stamp.iso() for stamp in find_stamps("二〇二五年三月十二日印发，2025年3月12日 14时35分发布")]
    ['2025-03-12', '2025-03-12T14:35:00+08:00']
    """
    found: list[Stamp | None] = []
    # Most lines name no year: that is seen at once.
    if "20" in text or "19" in text:
        found += [_arabic(match) for match in _ARABIC.finditer(text)]
        found += [_slashed(match) for match in _SLASHED.finditer(text)]
        found += [_english(match) for match in _ENGLISH.finditer(text)]
        found += [_ctime(match) for match in _CTIME.finditer(text)]
    if "年" in text:
        found += [_chinese(match) for match in _CHINESE.finditer(text)]
    yield from sorted((stamp for stamp in found if stamp), key=lambda stamp: stamp.start)


def find_stamp(text: str) -> Stamp | None:
    """Return the first date printed in *text*.

    >>> find_stamp("发布时间：2025-03-12 14:35 浏览次数：12").iso()
    '2025-03-12T14:35:00+08:00'
    """
    return next(find_stamps(text), None)


def find_issue(text: str) -> str | None:
    """Return the month (``1996-06``) or the year of the issue of a journal that *text* cites.

    >>> find_issue("——《北京之春》1996年6月号"), find_issue("1996年6月的一天")
    ('1996-06', None)
    """
    match = _ISSUE.search(text)
    if match is None:
        return None
    return f"{match[1]}-{int(match[2]):02d}" if match[1] else match[3]


def _slashed(match: re.Match[str]) -> Stamp | None:
    first, second, half = int(match["a"]), int(match["b"]), (match["half"] or "").upper()
    month, day = (first, second) if half or second > 12 else (second, first)
    return _with_clock(match, _day(int(match["year"]), month, day), half)


def _english(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return _with_clock(match, _day(int(match["year"]), month, int(match["day"])), (match["half"] or "").upper())


def _ctime(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    return _with_clock(match, _day(int(match["year"]), month, int(match["day"])), "")


def _with_clock(match: re.Match[str], when: date | None, half: str) -> Stamp | None:
    if when is None:
        return None
    time = None
    if match["hour"] is not None and int(match["hour"]) < 24 and int(match["minute"]) < 60:
        hour = int(match["hour"]) % 12 + (12 if half == "PM" else 0) if half else int(match["hour"])
        time = f"{hour:02d}:{match['minute']}:{match['second'] or '00'}"
    return Stamp(when, None if time == "00:00:00" else time, match.start(), match.end())


def _arabic(match: re.Match[str]) -> Stamp | None:
    found = match.groupdict()
    day = _day(int(found["year"]), int(found["month"] or found["month2"]), int(found["day"] or found["day2"]))
    if day is None:
        return None
    return Stamp(day, _time(found), match.start(), match.end())


def _time(found: dict[str, str | None]) -> str | None:
    if found["hour"] is None:
        return None
    hour = int(found["hour"])
    minute = int(found["minute"] or found["minute2"] or 0)
    second = int(found["second"] or found["second2"] or 0)
    if found["half"] in ("下午", "晚上") and hour < 12:
        hour += 12
    # Systems print midnight where only the day was entered.
    return None if hour == minute == second == 0 else f"{hour:02d}:{minute:02d}:{second:02d}"


def _chinese(match: re.Match[str]) -> Stamp | None:
    year = int("".join(str(_DIGITS[sign]) for sign in match["year"]))
    day = _day(year, _number(match["month"]), _number(match["day"]))
    return Stamp(day, None, match.start(), match.end()) if day else None


def _number(signs: str) -> int:
    signs = signs.replace("廿", "二十")
    if "十" not in signs:
        return _DIGITS[signs]
    tens, _, ones = signs.partition("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None  # a typist's slip such as 2025-02-30
