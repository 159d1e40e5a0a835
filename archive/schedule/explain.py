"""What a schedule will do, worked out before it does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile
from pathlib import Path

from archive.errors import ArchiveError
from archive.schedule.cron import fire_times
from archive.schedule.ledger import NAME, Entry, Ledger
from archive.schedule.plan import Plan

_AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What comes for one portal: *times* are when its next runs start, on its own clock."""

    plan: Plan
    times: tuple[datetime, ...]
    delayed: bool


def look_ahead(plan: Plan, now: datetime, runs: int = 3) -> Outlook:
    """Return the next *runs* times at which *plan* starts a crawl; outside its hours it waits for them to open."""
    due = [plan.local(moment) for moment in islice(fire_times(plan.trigger, now), runs)]
    if plan.hours is None:
        return Outlook(plan, tuple(due), delayed=False)
    starts = tuple(plan.hours.next_opening(moment) for moment in due)
    return Outlook(plan, starts, delayed=starts != tuple(due))


def busiest(plans: Iterable[Plan], now: datetime) -> tuple[datetime, int] | None:
    """Return the time within the next week at which most portals are due together, and how many they are."""
    end = now + _AHEAD
    counts: Counter[datetime] = Counter()
    alike = Counter((plan.cron, plan.zone.key) for plan in plans)
    triggers = {(plan.cron, plan.zone.key): plan.trigger for plan in plans}
    for key, number in alike.items():
        # A cron line of every minute would be ten thousand times; a day of them says enough.
        for moment in islice(takewhile(lambda at: at < end, fire_times(triggers[key], now)), 1440):
            counts[moment] += number
    return min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else None


def open_runs(holdings: Path) -> tuple[dict[str, Entry], dict[str, Entry], str | None]:
    """Return by portal what waits or runs and how the last run ended, and a line where that cannot be told."""
    if not (holdings / NAME).exists():
        return {}, {}, None
    try:
        ledger = Ledger(holdings)
    except ArchiveError as error:
        return {}, {}, str(error)
    try:
        return {run.portal: run for run in ledger.open_runs()}, ledger.last_ended(), None
    except ArchiveError as error:
        return {}, {}, str(error)
    finally:
        ledger.close()


def failed_runs(holdings: Path) -> tuple[dict[str, Entry], str | None]:
    """Return by portal the last run of the schedule that was no crawl, where none was since, and a line on what failed.

    One that is tried again waits still, and its cause says why it was in vain.
    """
    opened, ended, fault = open_runs(holdings)
    failed = {portal: run for portal, run in ended.items() if run.outcome in ("unable", "killed")}
    failed |= {portal: run for portal, run in opened.items() if run.state == "waiting" and run.attempt and run.cause}
    running = {portal for portal, run in opened.items() if run.state == "running"}
    return {portal: run for portal, run in failed.items() if portal not in running}, fault


def recent_runs(holdings: Path, portal: str, most: int = 5) -> list[Entry]:
    """Return the last runs of *portal* by the schedule that were no crawl, the newest first, and what waits or runs."""
    if not (holdings / NAME).exists():
        return []
    ledger = Ledger(holdings)
    try:
        opened = ledger.open_run(portal)
        ended = [run for run in ledger.history(portal) if run.folder is None and run.outcome != "complete"]
    finally:
        ledger.close()
    return [*([opened] if opened else []), *ended[:most]]
