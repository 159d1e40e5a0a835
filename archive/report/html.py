"""A report as HTML: the templates, their words for numbers and times, and what may be a link."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from archive.report.crawl import moment

_TEMPLATES = Path(__file__).with_name("templates")
_BEIJING = timezone(timedelta(hours=8))


def render(template: str, **values: object) -> str:
    """Return *template* filled with *values*, every one of them escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "number": number,
        "bytes": size,
        "shorten": shorten,
        "is_web_address": is_web_address,
        "state": _state,
        "is_number": str.isdigit,
    }
    environment.filters.update(filters)
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    # The policy names the one style sheet by its digest: markup that slipped in could not even restyle the page.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.globals |= {"style": Markup(style), "style_digest": f"sha256-{digest}"}  # noqa: S704  our own file
    return environment


def number(count: int) -> str:
    """Return *count* with thin groups of three.

    >>> number(1234567)
    '1,234,567'
    """
    return f"{count:,}"


def size(count: int) -> str:
    """Return a number of bytes as people read it.

    >>> size(0), size(1_234_567)
    ('0 B', '1.2 MB')
    """
    amount = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"


def shorten(text: object, most: int) -> str:
    """Return *text* on one line of at most *most* characters.

    >>> shorten("彩票  开奖 直播", 5)
    '彩票 开…'
    """
    line = " ".join(str(text or "").split())
    return line if len(line) <= most else line[: most - 1] + "…"


def is_web_address(address: object) -> bool:
    """Tell whether *address* may be a link: a page's own javascript: and data: addresses may not.

    >>> is_web_address("https://www.lixian.example/"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return str(address).lower().startswith(("http://", "https://"))


def local_time(value: object) -> str:
    """Return an ISO 8601 time in Beijing time, which all of China keeps.

    >>> local_time("2025-03-12T06:35:00Z")
    '2025-03-12 14:35:00'
    """
    found = moment(value)
    if found is None:
        return str(value or "")
    local = found.astimezone(_BEIJING) if found.tzinfo else found
    return f"{local:%Y-%m-%d %H:%M:%S}"


def duration(seconds: float) -> str:
    """Return a time span as hours, minutes and seconds.

    >>> duration(7.24), duration(3725), duration(200_000)
    ('7.2 s', '1:02:05', '2 d 7:33:20')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    clock = f"{hours}:{minutes:02}:{rest:02}" if days or hours else f"{minutes}:{rest:02}"
    return f"{days} d {clock}" if days else clock


def _state(outcome: str) -> str:
    return outcome if outcome in ("complete", "failed", "interrupted", "running") else "interrupted"
