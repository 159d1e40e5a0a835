"""The ways in which Chinese pages write a day: in digits, in numerals, by the calendar of Taiwan, in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crawler.reading.clocks import TIME, Stamp, with_clock
from crawler.reading.patterns import pattern

# The first Chinese web server answered in 1994; a page cannot have been published before the web, though
# archives carry the day of print of older documents.
FIRST_YEAR, _LAST_YEAR = 1949, 2099
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ＯОO0", 0)
_HAN = "〇零○ＯОO0一二三四五六七八九"
# Two elements without a blank between them set the hour right behind the day: 2025-03-1214:35.
_DAY_ENDS = r"(?:(?!\d)|(?=(?:[01]\d|2[0-3]):[0-5]\d(?!\d)))"
_ARABIC = pattern(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*(?:"
    r"[年]\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号號]?"
    rf"|(?P<sep>[-/.．－—])\s*(?P<month2>1[0-2]|0?[1-9])\s*(?P=sep)\s*(?P<day2>3[01]|[12]\d|0?[1-9]){_DAY_ENDS}"
    r")" + TIME,
)

_LATIN = pattern(r"[A-Za-z]{3}")
# Printed day first by French, German (07.05.2024) and Hong Kong pages, month first by servers set to American English:
# 9/17/2004 5:54:13 AM.
_SLASHED = pattern(
    r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d.])"
    r"(?:\s*[-–]?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AP]M)?)?",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Before the month, or behind the day, as the blogs of Taiwan print it: Jun 17 Tue 2008 21:34.
_WEEKDAYS = r"(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,?"
_ENGLISH = pattern(
    rf"(?:\b{_WEEKDAYS}\s+)?"
    rf"\b(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+{_WEEKDAYS})?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<month2>{'|'.join(_MONTHS)})[a-z]*\.?,?)[\s-]+(?P<year>(?:19|20)\d\d)"
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]m)?(?P<zone>\s*GMT)?)?",
    re.I,
)
# As the C library prints it, and bulletin boards with it: Sat May 7 10:11:12 2005; Java puts a zone before the year.
_CTIME = pattern(
    rf"\b(?P<month>{'|'.join(_MONTHS)})\s+(?P<day>\d{{1,2}})\s+(?P<hour>\d{{1,2}}):(?P<minute>\d\d):(?P<second>\d\d)\s+"
    r"(?:(?P<zone>GMT|UTC)\s+|[A-Z]{3}\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
# American order with a Chinese month, where the names alone were translated: 五月 13th, 2007 at 11:41 pm.
_TRANSLATED = pattern(
    r"(?P<month>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月\s+(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,\s*"
    r"(?P<year>(?:19|20)\d\d)(?:\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]m|[上下]午)?)?",
    re.I,
)
ERA = 1911  # the calendar of Taiwan counts from 1912
_CHINESE = pattern(
    rf"(?:(?P<year>[一二][{_HAN}]{{3}})|(?:中[華华])?民[國国](?P<era>[一二三四五六七八九十百零〇○]{{1,6}}))年\s*(?P<month>十[一二]?|[一二三四五六七八九])月\s*"
    r"(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)[日号號]"
)
# The year, the day and the hour in boxes of their own: 2024 05/07 09:15:00.
_BOXED = pattern(
    r"(?<!\d)(?P<year>20\d\d)\s*(?P<month>0[1-9]|1[0-2])\s*/\s*(?P<day>0[1-9]|[12]\d|3[01])\s*"
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)"
)


def in_digits(text: str) -> Iterator[Stamp | None]:
    """Yield the days that *text* writes with a year of four digits; None for one that no calendar has."""
    yield from map(_arabic, _ARABIC.finditer(text))
    if "/" in text or "." in text:
        yield from map(_slashed, _SLASHED.finditer(text))
    if "月 " in text:
        yield from map(_translated, _TRANSLATED.finditer(text))
    if _LATIN.search(text):
        yield from map(_english, _ENGLISH.finditer(text))
        yield from map(_ctime, _CTIME.finditer(text))


def in_numerals(text: str) -> Iterator[Stamp | None]:
    """Yield the days that *text* writes as 二〇二五年三月十二日 or 民國一百一十三年五月七日."""
    yield from map(_chinese, _CHINESE.finditer(text))


def in_boxes(text: str) -> Iterator[Stamp | None]:
    """Yield the days whose year, day and hour stand in boxes of their own: 2024 05/07 09:15:00."""
    yield from map(_boxed, _BOXED.finditer(text))


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where no calendar has it or no page of the web can be of it."""
    if not FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None  # a typist's slip such as 2025-02-30


def _arabic(match: re.Match[str]) -> Stamp | None:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return with_clock(match, calendar_day(int(match["year"]), int(month), int(day)), match["half"])


def _slashed(match: re.Match[str]) -> Stamp | None:
    first, second, half = int(match["a"]), int(match["b"]), match["half"]
    month, day = (first, second) if match["sep"] == "/" and (half or second > 12) else (second, first)
    return with_clock(match, calendar_day(int(match["year"]), month, day), half)


def _english(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    return with_clock(match, calendar_day(int(match["year"]), month, int(match["day"] or match["day2"])), match["half"])


def _translated(match: re.Match[str]) -> Stamp | None:
    month = int(match["month"]) if match["month"].isdigit() else _number(match["month"])
    return with_clock(match, calendar_day(int(match["year"]), month, int(match["day"])), match["half"])


def _ctime(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    return with_clock(match, calendar_day(int(match["year"]), month, int(match["day"])), None)


def _boxed(match: re.Match[str]) -> Stamp | None:
    return with_clock(match, calendar_day(int(match["year"]), int(match["month"]), int(match["day"])), None)


def _chinese(match: re.Match[str]) -> Stamp | None:
    year = ERA + _number(match["era"]) if match["era"] else int("".join(str(_DIGITS[sign]) for sign in match["year"]))
    day = calendar_day(year, _number(match["month"]), _number(match["day"]))
    return Stamp(day, None, match.start(), match.end()) if day else None


def _number(signs: str) -> int:
    signs = signs.replace("廿", "二十")
    hundreds, hundred, signs = signs.rpartition("百")
    signs = signs.lstrip("零〇○")
    tens, ten, ones = signs.rpartition("十")
    total = _DIGITS.get(hundreds, 1) * 100 if hundred else 0
    total += _DIGITS.get(tens, 1) * 10 if ten else 0
    return total + _DIGITS.get(ones, 0)
