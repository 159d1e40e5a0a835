"""The settings that a crawl is judged and recorded by."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import Any, TypeVar

from scrapy.settings import BaseSettings

Value = TypeVar("Value")

# What a reader of the archive must know of how it was made.
_RECORDED = (
    "USER_AGENT",
    "ROBOTSTXT_OBEY",
    "DOWNLOAD_DELAY",
    "AUTOTHROTTLE_ENABLED",
    "CONCURRENT_REQUESTS_PER_DOMAIN",
    "DOWNLOAD_TIMEOUT",
    "DOWNLOAD_MAXSIZE",
    "REDIRECT_MAX_TIMES",
    "RETRY_TIMES",
    "COOKIES_ENABLED",
    "HOURS",
)


def recorded_settings(settings: BaseSettings) -> dict[str, Any]:
    """Return those of *settings* that the crawl's description keeps."""
    return {name: settings.get(name) for name in _RECORDED}


def read_setting(settings: BaseSettings, name: str, read: Callable[[str], Value]) -> Value:
    """Return the setting *name* as *read* reads it; raises ValueError naming it and its value."""
    try:
        return read(name)
    except (TypeError, ValueError) as error:
        words = _("the setting {name} = {value!r} cannot be read: {error}")
        raise ValueError(words.format(name=name, value=settings.get(name), error=error)) from error


def robots_policy(settings: BaseSettings, portal: str) -> str:
    """Return what the crawl does about robots.txt, as its records say it."""
    reason = settings.getdict("ROBOTS_OVERRIDES").get(portal)
    if reason:
        return f"overridden: {reason}"
    return "obeyed" if settings.getbool("ROBOTSTXT_OBEY") else "ignored by setting"
