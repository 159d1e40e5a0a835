"""The hours of the day in which a portal may be crawled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from gettext import gettext as _

_HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Hours:
    """From *opens* to *closes* on the wall clock, past midnight where *closes* is the earlier."""

    opens: time
    closes: time

    def is_open(self, moment: datetime) -> bool:
        """Tell whether *moment*, on the portal's own clock, is within the hours."""
        now = moment.time()
        if self.opens < self.closes:
            return self.opens <= now < self.closes
        return now >= self.opens or now < self.closes

    def next_opening(self, moment: datetime) -> datetime:
        """Return *moment* where it is within the hours, else the next time they open."""
        if self.is_open(moment):
            return moment
        opening = moment.replace(hour=self.opens.hour, minute=self.opens.minute, second=0, microsecond=0)
        return opening if opening > moment else opening + timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


def read_hours(text: str) -> Hours:
    """Return the hours written as ``22:00-06:00``; 24:00 is midnight. Raises ValueError.

    >>> str(read_hours("22:00-6:00")), read_hours("22:00-06:00").is_open(datetime(2025, 3, 12, 23, 30))
    ('22:00-06:00', True)
    """
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        raise ValueError(_("{text!r}: hours are written as 22:00-06:00").format(text=text))
    opens, closes = (_time(hour, minute, text) for hour, minute in (found.groups()[:2], found.groups()[2:]))
    if opens == closes:
        words = _("{text!r}: these hours never open; leave 'hours' out to allow the whole day")
        raise ValueError(words.format(text=text))
    return Hours(opens, closes)


def _time(hour: str, minute: str, text: str) -> time:
    if (hour, minute) == ("24", "00"):
        return time()
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        words = _("{text!r}: {hour}:{minute} is no time of the day")
        raise ValueError(words.format(text=text, hour=hour, minute=minute)) from error
