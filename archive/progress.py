"""How far the crawl of a portal is that runs now: a small file that it writes again every second or so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

NAME = ".progress.json"


@dataclass(frozen=True, slots=True)
class Live:
    """What a running crawl had counted at *at* (ISO 8601, UTC); *rate* is pages a second in its last minute."""

    crawl: str
    at: str
    seconds: float
    pages: int
    documents: int
    duplicates: int
    unchanged: int
    injections: int
    failures: int
    bytes: int
    queue: int
    rate: float

    @property
    def left(self) -> float | None:
        """Seconds until the queue is done at this rate, if nothing is added to it; None where that cannot be told."""
        return self.queue / self.rate if self.rate > 0 else None

    def as_line(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {**asdict(self), "seconds_left": None if self.left is None else round(self.left)}


def write_progress(shelf: Path, live: Live) -> None:
    """Put *live* into the portal's folder *shelf*, whole or not at all; raises OSError.

    It is not flushed to the disk: nobody needs it after a power cut.
    """
    draft = shelf / f"{NAME}.draft"
    draft.write_text(json.dumps(asdict(live)), encoding="utf-8")
    draft.replace(shelf / NAME)


def read_progress(shelf: Path) -> Live | None:
    """Return what the crawl that runs on *shelf* wrote last, or None where it has not or that cannot be read."""
    try:
        found = json.loads((shelf / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    return _live(found) if isinstance(found, dict) else None


def forget_progress(shelf: Path) -> None:
    """Take the file away when the crawl has ended."""
    for name in (NAME, f"{NAME}.draft"):
        (shelf / name).unlink(missing_ok=True)


def _live(found: Mapping[str, Any]) -> Live | None:
    kinds = {"crawl": str, "at": str, "seconds": int | float, "rate": int | float}
    values: dict[str, Any] = {name: found.get(name) for name in Live.__slots__}
    if not all(isinstance(value, kinds.get(name, int)) for name, value in values.items()):
        return None
    return Live(**values)
