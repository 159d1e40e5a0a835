"""APScheduler, told by the ledger: its times are kept in schedule.sqlite, and what is due goes there to wait."""

from __future__ import annotations

from datetime import UTC, datetime

from apscheduler.executors.base import BaseExecutor  # type: ignore[import-untyped]
from apscheduler.job import Job  # type: ignore[import-untyped]
from apscheduler.schedulers.base import STATE_STOPPED, BaseScheduler  # type: ignore[import-untyped]

from archive.schedule.ledger import Ledger
from archive.schedule.plan import Plan, Schedule


class Timetable(BaseScheduler):  # type: ignore[misc]
    """The times of all portals; ``look`` enters into the ledger what is due.

    A portal whose time passed while nobody looked, however often, is due once.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._due: dict[str, datetime] = {}
        super().__init__(timezone=UTC, executors={"default": _Waiting(self._due)})

    def set_plans(self, schedule: Schedule, now: datetime) -> None:
        """Take over the plans of *schedule*: what was due and stands unchanged keeps its time, even a past one."""
        plans, known = schedule.plans, self._ledger.next_times()
        times = {portal: self._next_time(plan, known.get(portal), now) for portal, plan in plans.items()}
        gone = [portal for portal in known if schedule.has_left(portal)]
        rows = [(portal, _key(plans[portal]), at.timestamp()) for portal, at in times.items()]
        changed = [row for row in rows if known.get(row[0]) != row[1:]]
        self._ledger.set_times(changed, gone)
        self.remove_all_jobs()
        for portal, at in times.items():
            self.add_job(
                _crawl,
                plans[portal].trigger,
                id=portal,
                name=portal,
                next_run_time=at,
                misfire_grace_time=None,
                coalesce=True,
            )

    def _next_time(self, plan: Plan, known: tuple[str, float] | None, now: datetime) -> datetime:
        found: datetime = plan.trigger.get_next_fire_time(None, now)
        if known is None or known[0] != _key(plan):
            return found
        # A time behind the next one was worked out while the clock was ahead.
        return min(found, datetime.fromtimestamp(known[1], UTC))

    def look(self, now: datetime) -> list[str]:
        """Enter into the ledger every portal that is due, and return those whose run before has not ended.

        Where the ledger cannot be written, LedgerError is raised and what is due is entered at the next look; should
        the process die before, the ledger still has the time that passed.
        """
        self._process_jobs()
        if not self._due:
            return []
        rows = [(portal, due, self.next_time(portal)) for portal, due in self._due.items()]
        skipped = self._ledger.note_due(rows, now)
        self._due.clear()
        return skipped

    def next_time(self, portal: str) -> datetime | None:
        """Return when *portal* is due next."""
        job = self.get_job(portal)
        return job.next_run_time if job else None

    def wakeup(self) -> None:
        """Do nothing: whoever owns the timetable looks again within a second."""

    def shutdown(self, wait: bool = True) -> None:
        """Let go of the times; the ledger keeps them."""
        if self.state != STATE_STOPPED:
            super().shutdown(wait)


class _Waiting(BaseExecutor):  # type: ignore[misc]
    """Takes down what is due; the engine starts it when there is room."""

    def __init__(self, due: dict[str, datetime]) -> None:
        super().__init__()
        self._due = due

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        self._due[job.id] = run_times[-1]
        self._run_job_success(job.id, [])


def _crawl() -> None:
    """Stand for the crawl, which is a process of its own."""


def _key(plan: Plan) -> str:
    return f"{plan.cron} {plan.zone.key}"
