"""What comes next for each portal by the schedule, told without running it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.schedule.explain import look_ahead, open_runs
from archive.schedule.ledger import Entry
from archive.schedule.plan import NAME, Plan, read_schedule
from archive.schedule.single import is_running


@dataclass(frozen=True, slots=True)
class Prospect:
    """When *plan* starts its next crawl; *waiting* is when a run that has not started yet was due.

    *retry* is that run where it was tried in vain: when it is tried again, and why it was in vain.
    """

    plan: Plan
    next_run: datetime
    waiting: str | None
    last_try: Entry | None
    retry: Entry | None
    running_schedule: bool

    @property
    def last_failure(self) -> str | None:
        """Why the last run by the schedule was no crawl."""
        return self.last_try.cause if self.last_try and self.last_try.outcome in ("unable", "killed") else None

    def failed_after(self, started: str | None) -> bool:
        """Tell whether a run since the crawl that began at *started* could not crawl at all; it may be tried again."""
        if self.retry is not None and (started is None or str(self.retry.started) > started):
            return True
        tried = self.last_try.started if self.last_try else None
        return self.last_failure is not None and (started is None or (tried is not None and tried > started))

    def as_line(self) -> dict[str, Any]:
        """Return the prospect as plain JSON values; times are ISO 8601, ``next_run`` on the portal's own clock."""
        return {
            "cron": self.plan.cron,
            "zone": self.plan.zone.key,
            "kind": self.plan.kind,
            "group": self.plan.group,
            "next_run": self.next_run.isoformat(),
            "waiting_since": self.waiting,
            "retry_at": self.retry.not_before if self.retry else None,
            "retry_cause": self.retry.cause if self.retry else None,
            "last_failure": self.last_failure,
            "schedule_is_running": self.running_schedule,
        }


def read_prospects(holdings: Path, known: Collection[str], now: datetime) -> tuple[dict[str, Prospect], list[str]]:
    """Return what comes next for the portals of schedule.toml, and a line for each thing that is wrong with it."""
    try:
        schedule = read_schedule(holdings / NAME, known)
    except ValueError as error:
        return {}, [str(error)]
    if not schedule.plans:
        return {}, list(schedule.faults)
    opened, ended, fault = open_runs(holdings)
    running = is_running(holdings)
    prospects = {}
    for portal, plan in schedule.plans.items():
        times = look_ahead(plan, now, runs=1).times
        run = opened.get(portal)
        waiting = run.due if run is not None and run.state == "waiting" else None
        retry = run if waiting and run is not None and run.attempt else None
        if times:
            prospects[portal] = Prospect(plan, times[0], waiting, ended.get(portal), retry, running)
    return prospects, [*schedule.faults, *([fault] if fault else [])]
