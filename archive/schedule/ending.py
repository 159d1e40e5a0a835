"""How a scheduled crawl ended, and whether it is worth another try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from archive.causes import cause_line
from archive.description import RUNNING, read_description
from archive.errors import ArchiveError
from archive.names import is_crawl
from archive.schedule.child import Child

_BUDGET_REASON = "closespider_"  # how Scrapy begins the reason of a crawl whose budget was spent


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: its outcome and cause, the crawl's folder, and whether to try *again* soon.

    Another try is for what may pass: a process that died, a disk that was full, a portal that answered nothing.
    A portal that answered, but not as expected, is not asked once more before its time.
    """

    outcome: str
    cause: str | None
    folder: str | None
    again: bool


def read_ending(holdings: Path, child: Child, started: str) -> Ending:
    """Return how *child*, started at *started*, ended: as its crawl.json tells, else as the process does."""
    crawl = _crawl_since(holdings / child.portal, started)
    if crawl is not None:
        folder, description = crawl
        outcome, cause = str(description["outcome"]), description.get("cause")
        if outcome != RUNNING:
            counts = description.get("counts")
            counts = counts if isinstance(counts, dict) else {}
            spent = str(counts.get("reason", "")).startswith(_BUDGET_REASON)
            again = not spent and (outcome == "interrupted" or (outcome == "failed" and not counts.get("pages")))
            return Ending(outcome, cause_line(cause, counts), folder, again)
    place = crawl[0] if crawl else None
    if child.status == 0:
        return Ending("complete", None, place, again=False)
    if child.status is None or child.status < 0:
        return Ending("killed", child.last_words() or _killed(child.status), place, again=True)
    silent = _("the process ended with exit status {status} and said nothing")
    cause = child.last_words() or silent.format(status=child.status)
    return Ending("unable" if child.status == 2 else "failed", cause, place, again=True)


def _killed(status: int | None) -> str:
    if not status:
        return _("the process was killed")
    return _("the process was killed by signal {number}").format(number=-status)


def _crawl_since(shelf: Path, started: str) -> tuple[str, dict[str, object]] | None:
    """Return folder and description of the newest crawl that was at work at *started* or later."""
    since = datetime.fromisoformat(started)
    folders = sorted((path for path in shelf.iterdir() if is_crawl(path.name)), reverse=True) if shelf.is_dir() else []
    for folder in folders[:3]:
        try:
            description = read_description(folder)
        except ArchiveError:
            continue  # a folder made a moment ago by a process that died; the next crawl mends it
        resumed = description.get("resumed")
        moments = [
            description.get("started"),
            description.get("ended"),
            *(resumed if isinstance(resumed, list) else []),
        ]
        if any(_is_since(moment, since) for moment in moments):
            return f"{shelf.name}/{folder.name}", description
    return None


def _is_since(value: object, since: datetime) -> bool:
    """Tell whether *value*, read from a file, is a time not before *since*."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return moment.tzinfo is not None and moment >= since
