"""The process that runs the schedule: starts each crawl when it is due and takes note how it ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.errors import ArchiveError
from archive.names import iso_time
from archive.schedule import lines
from archive.schedule.child import Child
from archive.schedule.ending import Ending, read_ending
from archive.schedule.ledger import Entry, Ledger
from archive.schedule.plan import Plan, Schedule, read_schedule
from archive.schedule.single import take_lock
from archive.schedule.timetable import Timetable
from archive.status import last_full

_LONGEST_WAIT = timedelta(hours=12)
_KEPT = timedelta(days=100)
# A clock may be set back by a little at any time; runs of a minute ago are not due again.
_STEP_BACK = timedelta(minutes=1)
_PATIENCE = 600.0  # seconds that a crawl may take to close in order; one request may take sixty of them
Command = Callable[[Plan, str], Sequence[str]]
Alarm = Callable[[str, str, str | None, Mapping[str, str]], None]


@dataclass(slots=True)
class _Work:
    """A run and the child that does it; *stopped* says why it was asked to close."""

    run: Entry
    child: Child
    stopped: str | None = None
    asked: float = 0.0

    def stop(self, why: str) -> None:
        """Ask the child to close its crawl; end it where it does not."""
        if not self.stopped:
            self.stopped, self.asked = why, time.monotonic()
            self.child.stop()
        elif time.monotonic() - self.asked > _PATIENCE:
            self.child.stop(kill=True)


class Engine:
    """Runs the schedule of one holdings.

    *known* gives the names of all portals, *command* the words that start the crawl of a plan as full or incremental;
    *say* is handed one line for each thing that happens, *alarm* (portal, outcome, cause, settings of the plan) what no
    crawl can tell of itself: that it was killed or could not run, however often it was tried.
    """

    def __init__(
        self,
        holdings: Path,
        path: Path,
        known: Callable[[], Collection[str]],
        command: Command,
        say: Callable[[str], None],
        environment: Mapping[str, str] | None = None,
        alarm: Alarm = lambda *_: None,
    ) -> None:
        self._holdings, self._path = holdings, path
        self._known, self._command, self._say = known, command, say
        self._environment, self._alarm = environment or {}, alarm
        self._lock = take_lock(holdings, wait=True)
        try:
            self._ledger = Ledger(holdings)
        except ArchiveError:
            self._lock.close()
            raise
        self._timetable = Timetable(self._ledger)
        self._timetable.start()
        self._schedule = Schedule(path, {})
        self._seen: tuple[int, int] | None = None
        self._work: dict[str, _Work] = {}
        self._told: set[str] = set()
        self._last_look: datetime | None = None
        self._stopping = False
        self._loaded = self._adopted = False

    def run(self, every: float = 0.5) -> None:
        """Run until ``stop`` is called and the crawls have closed; *every* is in seconds."""
        try:
            while not (self._stopping and not self._work):
                self.look()
                time.sleep(every)
        finally:
            self.close()

    def stop(self) -> None:
        """Start nothing more and ask what runs to close in order; they go on when the schedule runs again."""
        self._stopping = True

    def kill(self) -> None:
        """End what still runs at once."""
        for work in self._work.values():
            work.child.stop(kill=True)

    def close(self) -> None:
        """Let go of the holdings."""
        self._timetable.shutdown()
        self._ledger.close()
        self._lock.close()

    def look(self) -> None:
        """Do what is to be done now: read an edited schedule, take note of what ended, start what is due.

        What fails is said in a line and tried again at the next look.
        """
        now = datetime.now(UTC)
        running = (
            self._mind_the_clock,
            self._reload,
            self._adopt,
            self._note_due,
            self._reap,
            self._close_hours,
            self._start_waiting,
        )
        for step in (self._reap, self._stop_all) if self._stopping else running:
            try:
                step(now)
            except (ArchiveError, OSError) as error:
                self._tell_once(str(error))

    def _mind_the_clock(self, now: datetime) -> None:
        """Work out all times anew when the clock was set back: what was due by the wrong one could be years ahead."""
        before = self._last_look
        if before is not None and now < before - _STEP_BACK:
            self._timetable.set_plans(self._schedule, now)
            self._ledger.pull_forward(now, now + _LONGEST_WAIT)
            self._say(lines.clock_set_back(before, now))
        self._last_look = now

    def _reload(self, now: datetime) -> None:
        seen = _stamp(self._path)
        if seen == self._seen:
            return
        try:
            schedule = read_schedule(self._path, self._known())
        except ValueError as error:
            self._seen = seen
            self._say(lines.unreadable(error, before=self._loaded))
            return
        kept = schedule.keep(self._schedule)
        self._timetable.set_plans(kept, now)
        for fault in schedule.faults:
            self._say(fault)
        stayed = [portal for portal in kept.plans if portal not in schedule.plans]
        if stayed:
            self._say(lines.kept(stayed))
        self._schedule, self._seen, self._loaded = kept, seen, True
        self._withdraw(now)
        self._say(lines.read(kept))

    def _withdraw(self, now: datetime) -> None:
        """End the runs that wait for a portal which left the schedule."""
        for run in self._ledger.open_runs():
            if run.state == "waiting" and self._schedule.has_left(run.portal):
                self._ledger.end(run, "withdrawn", lines.left_schedule(), None, now)
                self._say(lines.ended(run.portal, "withdrawn", lines.left_schedule()))

    def _adopt(self, now: datetime) -> None:
        """Take over what an earlier process started; what died with it is started again."""
        if self._adopted or not self._loaded:
            return
        for run in self._ledger.open_runs():
            if run.state == "running":
                child = Child.find(self._holdings, run.portal, run.pid)
                if child is None:
                    dead = Child(self._holdings, run.portal, run.pid)
                    ending = read_ending(self._holdings, dead, run.started or run.due)
                    self._conclude(_Work(run, dead), ending, now, wait=False)
                else:
                    self._work[run.portal] = _Work(run, child)
                    self._say(lines.taken_over(run.portal, run.started))
        self._ledger.pull_forward(now, now + _LONGEST_WAIT)
        self._ledger.forget(now - _KEPT)
        self._adopted = True

    def _note_due(self, now: datetime) -> None:
        for portal in self._timetable.look(now):
            self._say(lines.skipped(portal))

    def _reap(self, now: datetime) -> None:
        for portal, work in list(self._work.items()):
            if not work.child.lives():
                self._conclude(work, read_ending(self._holdings, work.child, work.run.started or work.run.due), now)
                del self._work[portal]

    def _conclude(self, work: _Work, ending: Ending, now: datetime, *, wait: bool = True) -> None:
        """Enter how a run ended, or when it is tried again: at once, unless it is to *wait*."""
        run, plan = work.run, self._schedule.plans.get(work.run.portal)
        if work.stopped and ending.outcome != "complete" and plan is not None:
            self._ledger.postpone(run, now, run.attempt, work.stopped)
            self._say(lines.closed(run.portal, work.stopped))
            return
        if ending.again and plan is not None and run.attempt < plan.retries:
            pause = min(_LONGEST_WAIT, timedelta(minutes=plan.retry_minutes) * 2 ** min(run.attempt, 20))
            until = now + pause if wait else now
            self._ledger.postpone(run, until, run.attempt + 1, ending.cause)
            self._say(lines.ended(run.portal, ending.outcome, ending.cause, again=iso_time(until)))
            return
        self._ledger.end(run, ending.outcome, ending.cause, ending.folder, now)
        self._say(lines.ended(run.portal, ending.outcome, ending.cause))
        if ending.outcome in ("killed", "unable"):
            self._alarm(run.portal, ending.outcome, ending.cause, plan.settings if plan else {})

    def _close_hours(self, now: datetime) -> None:
        for portal, work in self._work.items():
            plan = self._schedule.plans.get(portal)
            if plan and not _is_open(plan, now):
                work.stop(lines.outside_hours(plan.hours))

    def _stop_all(self, now: datetime) -> None:
        del now
        for work in self._work.values():
            work.stop(lines.stopped())

    def _start_waiting(self, now: datetime) -> None:
        free = self._schedule.at_once - len(self._work)
        if free <= 0:
            return
        plans = self._schedule.plans
        ready = [run for run in self._ledger.waiting(now) if run.portal in plans and run.portal not in self._work]
        ready = [run for run in ready if _is_open(plans[run.portal], now)]
        ready.sort(key=lambda run: -plans[run.portal].priority)
        for run in ready[:free]:
            self._start(run, plans[run.portal], now)

    def _start(self, run: Entry, plan: Plan, now: datetime) -> None:
        kind = self._kind(plan, now)
        self._ledger.start(run, kind, now)
        started = self._ledger.open_run(run.portal) or run
        try:
            child = Child.start(self._holdings, plan.portal, self._command(plan, kind), self._environment)
        except BlockingIOError:
            until = now + timedelta(minutes=plan.retry_minutes)
            self._ledger.postpone(run, until, run.attempt, lines.started_earlier())
            return
        except OSError as error:
            self._conclude(_Work(started, Child(self._holdings, run.portal, None)), _unstarted(error), now)
            return
        self._work[run.portal] = _Work(started, child)
        self._ledger.set_pid(run, child.pid or 0)
        late = run.due if run.due < iso_time(now - timedelta(minutes=1)) else None
        self._say(lines.started(run.portal, kind, late))

    def _kind(self, plan: Plan, now: datetime) -> str:
        """Return how to crawl now: an incremental plan asks for a full crawl when the last one is too long ago."""
        if plan.kind == "full" or plan.full_every is None:
            return plan.kind
        last = last_full(self._holdings, plan.portal)
        return "incremental" if last is not None and now - last < timedelta(days=plan.full_every) else "full"

    def _tell_once(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            self._say(line)


def _is_open(plan: Plan, now: datetime) -> bool:
    return plan.hours is None or plan.hours.is_open(plan.local(now))


def _unstarted(error: OSError) -> Ending:
    return Ending("unable", lines.unstarted(error), None, again=True)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
