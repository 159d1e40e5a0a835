"""What a running schedule says, a line for each thing that happens, in the archivist's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from gettext import gettext as _

from archive.errors import placed
from archive.schedule.plan import Schedule

_NAMED = 5


def local(moment: str) -> str:
    """Return the time *moment* (ISO 8601) as it is on this machine's clock."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"


def read(schedule: Schedule) -> str:
    """Return that the schedule was read."""
    words = _("{path}: portals planned: {count}, at once: {at_once}")
    return words.format(path=schedule.path, count=len(schedule.plans), at_once=schedule.at_once)


def unreadable(error: ValueError, *, before: bool) -> str:
    """Return that the schedule cannot be read; *before* tells whether there is an earlier one to go on with."""
    words = _("{error}; the schedule stays as it was") if before else _("{error}; nothing is crawled yet")
    return words.format(error=error)


def kept(portals: Sequence[str]) -> str:
    """Return that portals whose entry was broken by an edit go on by the one before."""
    named = ", ".join(portals[:_NAMED]) + (" …" if len(portals) > _NAMED else "")
    words = _("{count} portals go on as planned before, until their entries are mended: {names}")
    return words.format(count=len(portals), names=named)


def clock_set_back(before: datetime, now: datetime) -> str:
    """Return that the machine's clock was set back, and what became of it."""
    words = _("the clock was set back from {before} to {now}; all times were worked out anew")
    return words.format(before=local(before.isoformat()), now=local(now.isoformat()))


def started(portal: str, kind: str, late: str | None) -> str:
    """Return that a crawl began; *late* is when it was due, where that is some time ago."""
    kinds = {"full": _("full"), "incremental": _("incremental")}
    words = _("{portal}: started ({kind}, due {due})") if late else _("{portal}: started ({kind})")
    return words.format(portal=portal, kind=kinds.get(kind, kind), due=local(late) if late else None)


def started_earlier() -> str:
    """Return why a crawl that is due is not started now."""
    return _("a crawl that an earlier schedule started still runs")


def unstarted(error: OSError) -> str:
    """Return why the process of a crawl does not run at all."""
    return _("the crawl could not be started: {error}").format(error=error)


def ended(portal: str, outcome: str, cause: str | None, again: str | None = None) -> str:
    """Return how a crawl ended, and when it is tried *again*."""
    line = placed(portal, placed(outcome_word(outcome), cause) if cause else outcome_word(outcome))
    return line + (_("; ") + _("tried again at {time}").format(time=local(again)) if again else "")


def outcome_word(outcome: str) -> str:
    """Return the outcome of a scheduled run in the archivist's language."""
    outcomes = {
        "complete": _("complete"),
        "failed": _("FAILED"),
        "interrupted": _("interrupted"),
        "killed": _("killed"),
        "unable": _("could not run"),
        "skipped": _("skipped"),
        "withdrawn": _("withdrawn"),
    }
    return outcomes.get(outcome, outcome)


def closed(portal: str, why: str) -> str:
    """Return that a running crawl was asked to close, and closed."""
    return _("{portal}: closed ({why}); it goes on later").format(portal=portal, why=why)


def taken_over(portal: str, since: str | None) -> str:
    """Return that a crawl which an earlier process started still runs."""
    return _("{portal}: still running since {time}; taken over").format(
        portal=portal, time=local(since) if since else "?"
    )


def skipped(portal: str) -> str:
    """Return that a crawl was due while the one before had not ended."""
    return _("{portal}: due, but the run before has not ended; skipped").format(portal=portal)


def outside_hours(hours: object) -> str:
    """Return why a running crawl is closed when its hours end."""
    return _("outside its hours {hours}").format(hours=hours)


def stopped() -> str:
    """Return why a running crawl is closed when the schedule stops."""
    return _("the schedule was stopped")


def left_schedule() -> str:
    """Return why a crawl that waited is not started any more."""
    return _("the portal left the schedule")
