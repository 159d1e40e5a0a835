"""A link of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a list: *url* is absolute, *title* as printed in full, *day* an ISO date or None."""

    url: str
    title: str
    day: str | None = None
