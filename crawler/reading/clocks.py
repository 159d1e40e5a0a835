"""The hour printed beside a day, and the moment that both name."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from crawler.reading.patterns import pattern

_HALF = r"上午|早上|早晨|清晨|凌晨|中午|午后|下午|傍晚|晚上|晚间|夜间|深夜|晚|[AaPp][Mm]"
# Where the clock stands, as Hong Kong's press releases say; the day of the week, in brackets or not.
_BETWEEN = (
    r"(?:[,，]?\s*(?:星期|周|週)[一二三四五六日天])?(?:\s*[\(（](?:星期|周|週)?[一二三四五六日天][\)）])?"
    r"(?:\s*(?:北京|香港|澳門|澳门|台北|臺北|本地|当地)?(?:时间|時間)|\s*HKT\b)?"
)
# The zone is a machine's: 2025-03-12T06:35:00Z; one behind a minus would be the end of a meeting. Java's databases end
# a second with ".0".
TIME = _BETWEEN + (
    rf"(?:[\sT,，\-]*(?P<half>{_HALF})?\s*"
    r"(?P<hour>[01]?\d|2[0-3])\s*(?:[:：]\s*(?P<minute>[0-5]?\d)(?:\s*[:：]\s*(?P<second>[0-5]?\d)(?:\.\d{1,7})?)?"
    r"(?:\s*(?P<after>[AaPp][Mm])\b|(?P<zone>Z|\+\d\d:?\d\d)(?![\d:]))?"
    r"|[时時點点]\s*(?P<minute2>[0-5]?\d)\s*分(?:\s*(?P<second2>[0-5]?\d)\s*秒)?)(?:(?![:：]?\d)|(?<=[:：]\d\d)(?=\d)))?"
)
_CLOCK_SIZE = 14
# The clock before the day, and the two clocks of the BBC: 2024年05月07日 格林尼治标准时间01:15北京时间09:15发表.
_CLOCK_BEFORE = pattern(r"(?:^|[^\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s+$")
_GREENWICH = pattern(
    r"\s*[,，]?\s*格林[尼威]治(?:[标標][准準])?(?:时间|時間)\s*(\d{1,2}):(\d\d)(?:\s*北京(?:时间|時間)\s*(\d{1,2}):(\d\d))?"
)


class Stamp(NamedTuple):
    """A day and, where printed, a time; *start* and *end* say where in the text it stood."""

    day: date
    time: str | None
    start: int
    end: int

    def iso(self) -> str:
        """Return ``2025-03-12T14:35:00+08:00``, or ``2025-03-12`` where no time was printed."""
        return f"{self.day.isoformat()}T{self.time}+08:00" if self.time else self.day.isoformat()


def with_clock(match: re.Match[str], when: date | None, half: str | None) -> Stamp | None:
    """Return *when* with the hour that *match* names, by China's clock; None where no calendar has the day."""
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


def with_clock_beside(text: str, stamp: Stamp) -> Stamp:
    """Return *stamp* with the hour that stands before it, or behind it by Greenwich's clock."""
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
