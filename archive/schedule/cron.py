"""Lines of cron as cron reads them, and the times they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from gettext import gettext as _
from zoneinfo import ZoneInfo

from apscheduler.triggers.base import BaseTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.combining import OrTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]

from archive.errors import placed

_NAMED = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_FIELDS = ("minute", "hour", "day", "month", "day_of_week")
_PART = re.compile(r"(?:\*|(\w+)(?:-(\w+))?)(?:/(\d+))?")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_BOUNDS = {"minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "day_of_week": (0, 7)}


def read_cron(line: str, zone: ZoneInfo) -> BaseTrigger:
    """Return the trigger of a cron *line*: minute, hour, day of month, month, day of week; or ``@daily`` and the like.

    As in cron, Sunday is 0 and 7, and where both days are restricted either of them suffices. Raises ValueError
    saying which field is wrong.

    >>> trigger = read_cron("30 3 * * 0", ZoneInfo("Asia/Shanghai"))
    >>> next(fire_times(trigger, datetime(2025, 3, 12, tzinfo=ZoneInfo("Asia/Shanghai")))).isoformat()
    '2025-03-16T03:30:00+08:00'
    """
    words = _NAMED.get(line.strip().lower(), line).split()
    if len(words) != len(_FIELDS):
        wanted = _("{line!r}: a cron line has five fields (minute hour day month weekday), e.g. '0 3 * * *'")
        raise ValueError(wanted.format(line=line))
    fields = dict(zip(_FIELDS, words, strict=True))
    for name, word in fields.items():
        _check(name, word, line)
    fields["day_of_week"] = _weekdays(fields["day_of_week"])
    if fields["day"].startswith("*") or fields["day_of_week"].startswith("*"):
        return _trigger(fields, zone, line)
    either = ({**fields, "day": "*"}, {**fields, "day_of_week": "*"})
    return OrTrigger([_trigger(part, zone, line) for part in either])


def fire_times(trigger: BaseTrigger, after: datetime) -> Iterator[datetime]:
    """Yield the times of *trigger* from *after* (aware) on, *after* itself included."""
    before: datetime | None = None
    moment = after
    while True:
        found = trigger.get_next_fire_time(before, moment)
        if found is None:
            return
        yield found
        before = moment = found


class _WallClock(CronTrigger):  # type: ignore[misc]
    """Times of a clock that is set forward and back, as cron takes them.

    What falls into the hour that is left out comes an hour later; what falls into the hour that comes twice, and is no
    line for every hour, comes once.
    """

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime | None:
        found = super().get_next_fire_time(previous, now)
        while found is not None and found.fold and not self.hourly:
            found = super().get_next_fire_time(found, found)
        # A time of the hour that is left out is told as the clock shows it.
        return None if found is None else found.astimezone(UTC).astimezone(self.timezone)

    @property
    def hourly(self) -> bool:
        """Whether the line has a star for the hour."""
        return str(self.fields[self.FIELD_NAMES.index("hour")]).startswith("*")


def _trigger(fields: dict[str, str], zone: ZoneInfo, line: str) -> CronTrigger:
    try:
        return _WallClock(timezone=zone, **fields)
    except ValueError as error:
        raise ValueError(placed(repr(line), str(error))) from error


def _check(name: str, word: str, line: str) -> None:
    low, high = _BOUNDS[name]
    for part in word.split(","):
        found = _PART.fullmatch(part)
        numbers = [int(number) for number in found.groups() if number and number.isdigit()] if found else []
        inside = [number for number in numbers[: 2 if found and found[2] else 1] if found and found[1]]
        if found is None or found[3] == "0" or any(not low <= number <= high for number in inside):
            words = _("{line!r}: {part!r} is no {field} ({low}-{high})")
            raise ValueError(words.format(line=line, part=part, field=_title(name), low=low, high=high))


def _title(name: str) -> str:
    """Return what archivists call the field *name*."""
    titles = {
        "minute": _("minute"),
        "hour": _("hour"),
        "day": _("day"),
        "month": _("month"),
        "day_of_week": _("day of week"),
    }
    return titles[name]


@lru_cache
def _weekdays(word: str) -> str:
    """Return a weekday field with names: APScheduler counts from Monday, cron from Sunday.

    >>> _weekdays("1-5"), _weekdays("0,6"), _weekdays("5-7"), _weekdays("*/2")
    ('mon,tue,wed,thu,fri', 'sun,sat', 'fri,sat,sun', 'sun,tue,thu,sat')
    """
    if word == "*":
        return word
    days: list[str] = []
    for part in word.lower().split(","):
        found = _PART.fullmatch(part)
        if found is None:
            return word
        first = _day_number(found[1] or "0")
        last = _day_number(found[2]) if found[2] else 6 if found[3] or not found[1] else first
        last += 7 if last < first else 0
        days += [_DAYS[day % 7] for day in range(first, last + 1, int(found[3] or 1))]
    return ",".join(dict.fromkeys(days))


def _day_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word[:3] in _DAYS:
        return _DAYS.index(word[:3])
    raise ValueError(_("{word!r} is no day of the week (0-7, or mon to sun)").format(word=word))
