"""The words of schedule.toml, each read from a TOML value; a wrong one raises ValueError saying what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from gettext import gettext as _
from typing import Any

from archive.schedule.hours import Hours, read_hours

KINDS = ("full", "incremental")
_BUDGET = ("pages", "minutes", "bytes")
# Decimal, as disks are sold and reports are written.
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)\s*([KMGT]?)B?", re.I)


def close_to(word: str, words: Collection[str]) -> str:
    """Return the closest of *words* as the end of a message, or nothing.

    >>> close_to("hurs", ["hours", "kind"])
    '; did you mean hours?'
    """
    close = get_close_matches(word, list(words), n=2, cutoff=0.75)
    return _("; did you mean {names}?").format(names=_either(close)) if close else ""


def _either(words: Iterable[str]) -> str:
    return _(" or ").join(words)


def read_text(name: str, value: object) -> str:
    """Return *value* if it is a text."""
    if not isinstance(value, str):
        raise ValueError(_("{name} = {value!r}: must be a text in quotes").format(name=name, value=value))
    return value


def _number(name: str, value: object) -> int:
    if type(value) is not int or not 0 <= value <= 10**6:
        raise ValueError(_("{name} = {value!r}: must be a whole number, not below 0").format(name=name, value=value))
    return value


def _priority(name: str, value: object) -> int:
    if type(value) is not int or abs(value) > 1000:
        words = _("{name} = {value!r}: must be a whole number from -1000 to 1000")
        raise ValueError(words.format(name=name, value=value))
    return value


def _days(name: str, value: object) -> int:
    return max(1, _number(name, value))


def _kind(name: str, value: object) -> str:
    if value not in KINDS:
        words = _("{name} = {value!r}: must be {kinds}")
        raise ValueError(words.format(name=name, value=value, kinds=_either(map(repr, KINDS))))
    return str(value)


def _hours(name: str, value: object) -> Hours:
    return read_hours(read_text(name, value))


def _budget(name: str, value: object) -> dict[str, int]:
    if not isinstance(value, dict) or not set(value) <= set(_BUDGET):
        words = _('{name} = {value!r}: may limit {limits}: budget = {{ pages = 5000, minutes = 240, bytes = "2 GB" }}')
        raise ValueError(words.format(name=name, value=value, limits=", ".join(_BUDGET)))
    return {limit: _LIMITS[limit](f"{name}.{limit}", amount) for limit, amount in value.items()}


def _amount(name: str, value: object) -> int:
    if _number(name, value) == 0:
        raise ValueError(_("{name} = 0: nothing could be crawled; leave it out for no limit").format(name=name))
    return _number(name, value)


def read_size(name: str, value: object) -> int:
    """Return the bytes that *value*, a number or a text such as ``2 GB``, says.

    >>> read_size("budget.bytes", "1.5 GB"), read_size("budget.bytes", 700)
    (1500000000, 700)
    """
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    size = int(float(found[1]) * _UNITS[found[2].upper()]) if found else value
    if type(size) is not int or not 0 < size <= 10**15:
        words = _('{name} = {value!r}: must be a size such as "500 MB" or "2 GB"')
        raise ValueError(words.format(name=name, value=value))
    return size


_LIMITS: dict[str, Callable[[str, object], int]] = {"pages": _amount, "minutes": _amount, "bytes": read_size}


def _settings(name: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(word.isidentifier() and word.isupper() for word in value):
        words = _("{name} = {value!r}: must be Scrapy settings in capitals: settings = {{ DOWNLOAD_DELAY = 2 }}")
        raise ValueError(words.format(name=name, value=value))
    return {word: str(setting) for word, setting in value.items()}


# word -> what reads its value
READERS: dict[str, Callable[[str, object], Any]] = {
    "hours": _hours,
    "kind": _kind,
    "full_every": _days,
    "priority": _priority,
    "budget": _budget,
    "settings": _settings,
    "retries": _number,
    "retry_minutes": _days,
}
