"""The hours in which a host may be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))
_SPAN = re.compile(r"(\d\d?):(\d\d)-(\d\d?):(\d\d)")


class Hours:
    """When *host* may be asked, by China's clock, from a mapping of hosts, or ``*``, to such as ``20:00-07:00``.

    Raises ValueError where its entry is no such span.

    >>> night = Hours({"*": "20:00-07:00"}, "www.liujiang.gov.cn")
    >>> night.allow(datetime(2025, 3, 12, 23, 0, tzinfo=UTC)), night.allow(datetime(2025, 3, 12, 23, 0, tzinfo=_CHINA))
    (False, True)
    """

    def __init__(self, hours: Mapping[str, str], host: str) -> None:
        entry = hours.get(host) or hours.get("*")
        self._span = _read_span(entry) if entry else None

    def allow(self, moment: datetime | None = None) -> bool:
        """Return whether the host may be asked at *moment* (aware), or now."""
        if self._span is None:
            return True
        begin, end = self._span
        clock = (moment or datetime.now(UTC)).astimezone(_CHINA).time()
        if begin <= end:
            return begin <= clock < end
        return clock >= begin or clock < end


def _read_span(entry: str) -> tuple[time, time]:
    match = _SPAN.fullmatch(entry.strip())
    if match is None:
        raise ValueError(f"HOURS: {entry!r} is no span of hours such as 20:00-07:00")
    first, second, third, fourth = map(int, match.groups())
    try:
        return time(first % 24, second), time(third % 24, fourth)
    except ValueError:
        raise ValueError(f"HOURS: {entry!r} names no time of the day") from None
