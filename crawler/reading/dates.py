"""Dates and times as Chinese pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from crawler.reading.patterns import pattern

# The first Chinese web server answered in 1994; a page cannot have been published before the web, though
# archives carry the day of print of older documents.
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ＯОO0", 0)
_HAN = "〇零○ＯОO0一二三四五六七八九"
_WIDE = str.maketrans("０１２３４５６７８９：／－．", "0123456789:/-.")
_HALF = r"上午|早上|早晨|清晨|凌晨|中午|午后|下午|傍晚|晚上|晚间|夜间|深夜|晚|[AaPp][Mm]"
# Where the clock stands, as Hong Kong's press releases say; the day of the week, in brackets or not.
_BETWEEN = (
    r"(?:\s*(?:星期|周|週)[一二三四五六日天])?(?:\s*[\(（](?:星期|周|週)?[一二三四五六日天][\)）])?"
    r"(?:\s*(?:北京|香港|澳門|澳门|台北|臺北|本地|当地)?(?:时间|時間)|\s*HKT\b)?"
)
# The zone is a machine's: 2025-03-12T06:35:00Z; one behind a minus would be the end of a meeting. Java's databases end
# a second with ".0".
_TIME = _BETWEEN + (
    rf"(?:[\sT,，\-]*(?P<half>{_HALF})?\s*"
    r"(?P<hour>[01]?\d|2[0-3])\s*(?:[:：]\s*(?P<minute>[0-5]?\d)(?:\s*[:：]\s*(?P<second>[0-5]?\d)(?:\.\d{1,7})?)?"
    r"(?:\s*(?P<after>[AaPp][Mm])\b|(?P<zone>Z|\+\d\d:?\d\d)(?![\d:]))?"
    r"|[时時點点]\s*(?P<minute2>[0-5]?\d)\s*分(?:\s*(?P<second2>[0-5]?\d)\s*秒)?)(?![\d:：]))?"
)
# Two elements without a blank between them set the hour right behind the day: 2025-03-1214:35.
_DAY_ENDS = r"(?:(?!\d)|(?=(?:[01]\d|2[0-3]):[0-5]\d(?!\d)))"
_ARABIC = pattern(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*(?:"
    r"[年]\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号號]?"
    rf"|(?P<sep>[-/.．－—])\s*(?P<month2>1[0-2]|0?[1-9])\s*(?P=sep)\s*(?P<day2>3[01]|[12]\d|0?[1-9]){_DAY_ENDS}"
    r")" + _TIME,
)
# The calendar of Taiwan counts from 1912. Without 民國 a year is taken for one of it only right behind a label, and a
# year of two digits then means this century, except where the label is written as in Taiwan: 發布日期：98/12/31.
_SHORT_YEAR = pattern(
    r"(?:(?P<era>(?:中[華华])?民[國国])\s*|(?P<label>(?:[發发][布佈]|[張张][貼贴]|公告|公布|更新|上版|上架|建立|刊登|信息|編輯)?(?:日期|日|[时時][间間])\s*[：:]\s*[\[（(]?|[发發][表布]于\s*)|^\W*)"
    r"(?P<year>1?\d\d)(?:年\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*日"
    r"|(?P<sep>[-/.])(?P<month2>1[0-2]|0?[1-9])(?P=sep)(?P<day2>3[01]|[12]\d|0?[1-9])(?![\d.]))" + _TIME,
)
_ERA, _NINETIES, _LATEST_SHORT = 1911, 90, 40
_LONGEST_BAR, _LONGEST_LINE, _CLOCK_SIZE = 120, 400, 14
_BARE_OPENINGS, _ERA_HINT, _LATIN = "1[（(", pattern(r"[期日间間国國于]\s*[：:]?\s*[\[（(]?\d"), pattern(r"[A-Za-z]{3}")
_OLDEST_ALONE, _OLDEST_TAIWANESE, _LATEST_OF_ERA = 100, 80, 140
_WORD = pattern(r"[^\W_]")
_TAIWANESE = ("發", "張", "公告", "上版", "上架", "建立", "刊登", "時")
# Printed day first by French, German (07.05.2024) and Hong Kong pages, month first by servers set to American English:
# 9/17/2004 5:54:13 AM.
_SLASHED = pattern(
    r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d.])"
    r"(?:\s*[-–]?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AP]M)?)?",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = pattern(
    r"(?:\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+)?"
    rf"\b(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
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
_ISSUE = pattern(
    r"》?\s*((?:19|20)\d\d)年\s*(1[0-2]|0?[1-9])月(?:号|號|刊|出版|上|下)|》\s*[（(]?((?:19|20)\d\d)年第?\s*\d{1,3}\s*期"
)
_CHINESE = pattern(
    rf"(?:(?P<year>[一二][{_HAN}]{{3}})|(?:中[華华])?民[國国](?P<era>[一二三四五六七八九十百零〇○]{{1,6}}))年\s*(?P<month>十[一二]?|[一二三四五六七八九])月\s*"
    r"(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)[日号號]"
)
# The year, the day and the hour in boxes of their own: 2024 05/07 09:15:00.
_BOXED = pattern(
    r"(?<!\d)(?P<year>20\d\d)\s*(?P<month>0[1-9]|1[0-2])\s*/\s*(?P<day>0[1-9]|[12]\d|3[01])\s*"
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)"
)
# The clock before the day, and the two clocks of the BBC: 2024年05月07日 格林尼治标准时间01:15北京时间09:15发表.
_CLOCK_BEFORE = pattern(r"(?:^|[^\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s+$")
_GREENWICH = pattern(
    r"\s*[,，]?\s*格林[尼威]治(?:[标標][准準])?(?:时间|時間)\s*(\d{1,2}):(\d\d)(?:\s*北京(?:时间|時間)\s*(\d{1,2}):(\d\d))?"
)
# A day as machines write it: 20250312, 20250312143500; or in seconds or milliseconds since 1970.
_COMPACT = pattern(r"((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?")
_EPOCH = pattern(r"(1\d{9}|[5-9]\d{8})(?:\d{3})?")
_CHINA = timezone(timedelta(hours=8))


class Stamp(NamedTuple):
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
        found += [_arabic(match) for match in _ARABIC.finditer(text)]
        if "/" in text or "." in text:
            found += [_slashed(match) for match in _SLASHED.finditer(text)]
        if _LATIN.search(text):
            found += [_english(match) for match in _ENGLISH.finditer(text)]
            found += [_ctime(match) for match in _CTIME.finditer(text)]
    if "年" in text:
        found += [_chinese(match) for match in _CHINESE.finditer(text)]
    if not found and len(text) <= _LONGEST_BAR and (text[:1] in _BARE_OPENINGS or _ERA_HINT.search(text)):
        found += [_short(match) for match in _SHORT_YEAR.finditer(text)]
    if not found and ":" in text:
        found += [_boxed(match) for match in _BOXED.finditer(text)]
    for stamp in sorted((stamp for stamp in found if stamp), key=lambda stamp: stamp.start):
        yield stamp if stamp.time else _with_clock_beside(text, stamp)


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
        when = _day(int(year), int(month), int(day))
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


def _slashed(match: re.Match[str]) -> Stamp | None:
    first, second, half = int(match["a"]), int(match["b"]), match["half"]
    month, day = (first, second) if match["sep"] == "/" and (half or second > 12) else (second, first)
    return _with_clock(match, _day(int(match["year"]), month, day), half)


def _english(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    return _with_clock(match, _day(int(match["year"]), month, int(match["day"] or match["day2"])), match["half"])


def _ctime(match: re.Match[str]) -> Stamp | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    return _with_clock(match, _day(int(match["year"]), month, int(match["day"])), None)


def _arabic(match: re.Match[str]) -> Stamp | None:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return _with_clock(match, _day(int(match["year"]), int(month), int(day)), match["half"])


def _short(match: re.Match[str]) -> Stamp | None:
    year, label = int(match["year"]), match["label"] or ""
    alone = not _WORD.search(match.string, match.end())
    if match["era"] or (_OLDEST_ALONE <= year <= _LATEST_OF_ERA and (label or alone)):
        year += _ERA
    elif label and year < _OLDEST_ALONE:
        if year >= _OLDEST_TAIWANESE and label.startswith(_TAIWANESE):
            year += _ERA
        elif year < _LATEST_SHORT or year >= _NINETIES:
            year += 2000 if year < _LATEST_SHORT else 1900
    if year < _FIRST_YEAR:
        return None  # three small numbers: a version, a score
    day = _day(year, int(match["month"] or match["month2"]), int(match["day"] or match["day2"]))
    stamp = _with_clock(match, day, match["half"])
    return stamp._replace(start=match.start("era" if match["era"] else "year")) if stamp else None


def _with_clock(match: re.Match[str], when: date | None, half: str | None) -> Stamp | None:
    if when is None:
        return None
    found = match.groupdict()
    clock = _clock(found, half or found.get("after")) if found["hour"] else None
    if clock is None:
        return Stamp(when, None, match.start(), match.end())
    if zone := found.get("zone"):
        moment = _from_zone(datetime.combine(when, clock), zone)
        when, clock = moment.date(), moment.time()
    elif clock == time():
        return Stamp(when, None, match.start(), match.end())  # systems print midnight where only the day was entered
    return Stamp(when, f"{clock:%H:%M:%S}", match.start(), match.end())


def _clock(found: dict[str, str | None], half: str | None) -> time | None:
    hour = _hour(int(found["hour"] or 0), half)
    minute = int(found["minute"] or found.get("minute2") or 0)
    second = int(found["second"] or found.get("second2") or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _boxed(match: re.Match[str]) -> Stamp | None:
    return _with_clock(match, _day(int(match["year"]), int(match["month"]), int(match["day"])), None)


def _with_clock_beside(text: str, stamp: Stamp) -> Stamp:
    """*stamp* with the hour that stands before it, or behind it by Greenwich's clock."""
    if "格林" in text and (match := _GREENWICH.match(text, stamp.end)):
        greenwich, own = (int(match[1]), int(match[2])), (int(match[3] or 24), int(match[4] or 0))
        if own[0] < 24 and own[1] < 60:
            return stamp._replace(time=f"{own[0]:02d}:{own[1]:02d}:00", end=match.end())
        if greenwich[0] < 24 and greenwich[1] < 60:
            moment = _from_zone(datetime.combine(stamp.day, time(*greenwich)), "GMT")
            return Stamp(moment.date(), f"{moment:%H:%M:%S}", stamp.start, match.end())
    before = text[max(0, stamp.start - _CLOCK_SIZE) : stamp.start]
    if ":" in before and (match := _CLOCK_BEFORE.search(before)):
        return stamp._replace(time=f"{int(match[1]):02d}:{match[2]}:{match[3] or '00'}")
    return stamp


def _hour(hour: int, half: str | None) -> int:
    """The *hour* of the day, of which *half* says which half is meant."""
    half = (half or "").upper()
    if half in ("AM", "凌晨"):
        return hour % 12
    if half == "PM" or half in ("下午", "午后", "傍晚", "晚上", "晚间", "夜间", "晚"):
        return hour % 12 + 12 if hour <= 12 else hour
    return hour + 12 if half == "中午" and hour < 3 else hour


def _from_zone(moment: datetime, zone: str) -> datetime:
    """The *moment* by China's clock, where *zone* is Z, GMT or an offset such as +08:00."""
    offset = zone.strip().replace(":", "")
    east = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5])) if offset.startswith("+") else timedelta()
    return moment - east + timedelta(hours=8)


def _chinese(match: re.Match[str]) -> Stamp | None:
    year = _ERA + _number(match["era"]) if match["era"] else int("".join(str(_DIGITS[sign]) for sign in match["year"]))
    day = _day(year, _number(match["month"]), _number(match["day"]))
    return Stamp(day, None, match.start(), match.end()) if day else None


def _number(signs: str) -> int:
    signs = signs.replace("廿", "二十")
    hundreds, hundred, signs = signs.rpartition("百")
    signs = signs.lstrip("零〇○")
    tens, ten, ones = signs.rpartition("十")
    total = _DIGITS.get(hundreds, 1) * 100 if hundred else 0
    total += _DIGITS.get(tens, 1) * 10 if ten else 0
    return total + _DIGITS.get(ones, 0)


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None  # a typist's slip such as 2025-02-30
