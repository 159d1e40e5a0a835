"""The schedule: what its file may say, and that it loses and doubles no run, whatever dies."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from archive.schedule.child import Child
from archive.schedule.cron import fire_times, read_cron
from archive.schedule.edit import add_portal, remove_portal
from archive.schedule.engine import Engine
from archive.schedule.explain import busiest, look_ahead
from archive.schedule.hours import read_hours
from archive.schedule.ledger import Entry, Ledger, LedgerError
from archive.schedule.plan import Plan, read_schedule
from archive.schedule.prospect import read_prospects
from archive.schedule.single import ScheduleRunningError, is_running

ROOT = Path(__file__).parents[2]
SHANGHAI = ZoneInfo("Asia/Shanghai")
KNOWN = {"hunan_lixian", "hunan_taoyuan", "guangxi_liujiang", "xinjiang_shache"}
NIGHT = datetime(2030, 3, 12, 18, 0, tzinfo=UTC)  # 2:00 on the 13th in Shanghai

# A crawl as the schedule sees one: a process that takes the portal's lock, writes crawl.json and ends as it is told
# by a file beside the holdings: "SECONDS OUTCOME STATUS". SIGTERM closes it in order.
CRAWLER = textwrap.dedent(
    """
    import json, signal, sys, time
    from datetime import UTC, datetime, timedelta
    from pathlib import Path
    from archive.lock import PortalLock
    holdings, portal, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    orders = holdings.parent / f"{portal}.orders"
    seconds, outcome, status = (orders.read_text() if orders.exists() else "0 complete 0").split()
    shelf = holdings / portal
    shelf.mkdir(exist_ok=True)
    lock = PortalLock(shelf)
    with (holdings.parent / "starts").open("a") as starts:
        starts.write(f"{portal} {kind}\\n")
    if status == "2":
        print("no room left; free some space", file=sys.stderr)
        sys.exit(2)
    number = len(list(shelf.glob("*Z")))
    folder = shelf / f"20300101T{number:06}Z"
    folder.mkdir()
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
    # The test moves the schedule's clock, not this one: times of long ago and of far ahead are told apart by neither.
    far = "2099-01-01T00:00:00Z"
    def describe(outcome, **more):
        found = {"portal": portal, "outcome": outcome, "kind": kind, "started": far, "counts": {"pages": 3}, **more}
        (folder / "crawl.json").write_text(json.dumps(found))
    describe("running")
    until = time.monotonic() + float(seconds)
    while time.monotonic() < until and not stopped:
        time.sleep(0.02)
    if stopped:
        describe("interrupted", ended=far, cause="not finished (shutdown)")
        sys.exit(1)
    describe(outcome, ended=far, cause=None if outcome == "complete" else "column 'news' links to nothing")
    sys.exit(int(status))
    """
)


class Machine:
    """A machine with holdings, a clock that can be moved, and a schedule that can be run, stopped and killed."""

    def __init__(self, folder: Path, clock: time_machine.Coordinates) -> None:
        self.clock, self.folder, self.holdings = clock, folder, folder / "holdings"
        self.holdings.mkdir()
        self.lines: list[str] = []
        self.alarms: list[tuple[str, str, str | None, dict[str, str]]] = []
        self.engine: Engine | None = None
        self.lost: list[Engine] = []

    def write(self, text: str) -> None:
        (self.holdings / "schedule.toml").write_text(textwrap.dedent(text), encoding="utf-8")

    def alarm(self, *word: object) -> None:
        self.alarms.append(word)

    def order(self, portal: str, words: str) -> None:
        (self.folder / f"{portal}.orders").write_text(words)

    def command(self, plan: Plan, kind: str) -> list[str]:
        return [sys.executable, "-c", CRAWLER, str(self.holdings), plan.portal, kind]

    def boot(self) -> Engine:
        path = self.holdings / "schedule.toml"
        environment = {"PYTHONPATH": str(ROOT)}
        self.engine = Engine(
            self.holdings, path, lambda: KNOWN, self.command, self.lines.append, environment, self.alarm
        )
        self.engine.look()
        return self.engine

    def lose_power(self) -> None:
        """End the schedule as a power cut would: nothing is written, nothing closed in order."""
        assert self.engine is not None
        self.engine.close()
        self.lost.append(self.engine)

    def bury(self) -> None:
        """End every child of every schedule there was, and wait for it."""
        for engine in [*self.lost, *([self.engine] if self.engine else [])]:
            engine.kill()
            engine.close()
            for work in engine._work.values():
                if work.child._process is not None:
                    work.child._process.wait()

    def sleep(self, **span: float) -> None:
        self.clock.shift(timedelta(**span))

    def until(self, reached: Callable[[], bool], seconds: float = 20) -> None:
        assert self.engine is not None
        end = time.perf_counter() + seconds
        while not reached():
            assert time.perf_counter() < end, (self.lines, self.runs())
            self.engine.look()
            os.sched_yield()

    def settle(self) -> None:
        """Look on until nothing is left to do now."""
        assert self.engine is not None
        self.engine.look()
        self.until(lambda: not any(run.state == "running" or self.is_ripe(run) for run in self.open_runs()))

    def is_ripe(self, run: Entry) -> bool:
        return datetime.fromisoformat(run.not_before) <= datetime.now(UTC)

    def open_runs(self) -> list[Entry]:
        ledger = Ledger(self.holdings)
        try:
            return ledger.open_runs()
        finally:
            ledger.close()

    def runs(self, portal: str = "hunan_lixian") -> list[tuple[str, str | None]]:
        ledger = Ledger(self.holdings)
        try:
            return [(run.due[:16], run.outcome) for run in reversed(ledger.history(portal, 1000))]
        finally:
            ledger.close()

    def starts(self) -> list[str]:
        path = self.folder / "starts"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path) -> Iterator[Machine]:
    with time_machine.travel(NIGHT, tick=True) as clock:
        machine = Machine(tmp_path, clock)
        yield machine
        machine.bury()


DAILY = '[portals.hunan_lixian]\ncron = "0 3 * * *"\n'


def test_a_crawl_starts_when_it_is_due_and_not_before(machine):
    machine.write(DAILY)
    machine.boot()
    machine.settle()
    assert machine.starts() == []
    machine.sleep(hours=1)
    machine.until(lambda: len(machine.runs()) == 1)
    assert machine.runs() == [("2030-03-12T19:00", "complete")]
    assert machine.starts() == ["hunan_lixian full"]


def test_two_zones_are_each_on_their_own_clock(machine):
    machine.write(
        """
        [portals.hunan_lixian]
        cron = "0 3 * * *"
        [portals.xinjiang_shache]
        cron = "0 3 * * *"
        zone = "Asia/Urumqi"
        """
    )
    machine.boot()
    machine.sleep(hours=1, minutes=1)
    machine.settle()
    assert machine.starts() == ["hunan_lixian full"]
    machine.sleep(hours=2)
    machine.settle()
    assert machine.runs("xinjiang_shache") == [("2030-03-12T21:00", "complete")]


def test_a_portal_is_never_crawled_twice_at_once(machine):
    machine.write('[portals.hunan_lixian]\ncron = "0 * * * *"\n')
    machine.order("hunan_lixian", "60 complete 0")
    engine = machine.boot()
    machine.sleep(hours=1)
    machine.until(lambda: len(machine.starts()) == 1)
    machine.sleep(hours=1)
    machine.until(lambda: len(machine.runs()) == 1)
    assert machine.runs() == [("2030-03-12T20:00", "skipped")]
    assert len(machine.starts()) == 1
    assert any("skipped" in line for line in machine.lines)
    engine.kill()


def test_downtime_is_made_up_for_once(machine):
    machine.write(DAILY)
    machine.boot()
    machine.lose_power()
    machine.sleep(days=9)
    machine.boot()
    machine.settle()
    assert machine.runs() == [("2030-03-20T19:00", "complete")]
    machine.sleep(days=1)
    machine.settle()
    assert [outcome for _, outcome in machine.runs()] == ["complete", "complete"]


def test_a_clock_that_jumps_is_noticed(machine):
    machine.write(DAILY)
    machine.boot()
    for _ in range(5):
        machine.sleep(days=1)
        machine.settle()
    assert len(machine.starts()) == 5
    assert {outcome for _, outcome in machine.runs()} == {"complete"}


def test_a_killed_child_is_tried_again_with_growing_pauses(machine):
    machine.write(DAILY + "retries = 2\nretry_minutes = 10\n")
    machine.order("hunan_lixian", "60 complete 0")
    machine.boot()
    machine.sleep(hours=1)
    pauses = []
    for attempt in (1, 2):
        machine.until(lambda attempt=attempt: len(machine.starts()) == attempt)
        machine.until(lambda: machine.open_runs()[0].pid is not None)
        os.kill(machine.open_runs()[0].pid, signal.SIGKILL)
        machine.until(lambda: machine.open_runs()[0].state == "waiting")
        waits = datetime.fromisoformat(machine.open_runs()[0].not_before) - datetime.now(UTC)
        pauses.append(round(waits.total_seconds() / 60))
        machine.sleep(minutes=pauses[-1] + 1)
    assert pauses == [10, 20]
    machine.order("hunan_lixian", "0 complete 0")
    machine.settle()
    assert [outcome for _, outcome in machine.runs()] == ["complete"]
    assert any("killed by signal 9" in line or "was killed" in line for line in machine.lines)


def test_a_crawl_that_cannot_run_says_the_error_it_logged_and_not_its_last_line(tmp_path):
    program = (
        "import sys; print('2030-03-12 18:00:00 [crawler.extensions.archiving] ERROR: no room left', file=sys.stderr);"
        "print('2030-03-12 18:00:01 [scrapy.core.engine] INFO: Spider closed (unable)', file=sys.stderr)"
    )
    child = Child.start(tmp_path, "hunan_lixian", [sys.executable, "-c", program], {})
    while child.lives():
        time.sleep(0.01)
    assert child.last_words() == "no room left"
    silent = Child.start(tmp_path, "hunan_taoyuan", [sys.executable, "-c", "pass"], {})
    while silent.lives():
        time.sleep(0.01)
    assert silent.last_words() is None


def test_tries_come_to_an_end(machine):
    machine.write(DAILY + "retries = 1\n")
    machine.order("hunan_lixian", "0 unable 2")
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    machine.sleep(minutes=11)
    machine.settle()
    assert machine.starts() == ["hunan_lixian full"] * 2
    assert machine.runs() == [("2030-03-12T19:00", "unable")]
    assert any("no room left; free some space" in line for line in machine.lines)


def test_who_is_to_be_told_hears_once_of_a_portal_that_could_not_be_crawled(machine):
    machine.write(DAILY + 'retries = 2\nsettings = { MONITOR_MAIL = "archive@lixian.example" }\n')
    machine.order("hunan_lixian", "0 failed 2")
    machine.boot()
    machine.sleep(hours=1)
    for _ in range(3):
        machine.settle()
        assert not machine.runs() or machine.alarms
        machine.sleep(hours=1)
    told = {"MONITOR_MAIL": "archive@lixian.example"}
    assert machine.alarms == [("hunan_lixian", "unable", "no room left; free some space", told)]
    machine.order("hunan_lixian", "0 failed 1")
    machine.sleep(days=1)
    machine.settle()
    assert len(machine.alarms) == 1, "what a crawl tells of itself is not told again"


def test_a_portal_that_answered_but_failed_waits_for_its_time(machine):
    machine.write(DAILY)
    machine.order("hunan_lixian", "0 failed 1")
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    machine.sleep(hours=1)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "failed")]
    assert len(machine.starts()) == 1


def test_a_stop_closes_crawls_in_order_and_a_start_goes_on_with_them(machine):
    machine.write(DAILY)
    machine.order("hunan_lixian", "60 complete 0")
    engine = machine.boot()
    machine.sleep(hours=1)
    machine.until(lambda: len(list(machine.holdings.glob("*/*/crawl.json"))) == 1)
    engine.stop()
    engine.run(every=0.02)
    described = json.loads(next(machine.holdings.glob("*/*/crawl.json")).read_text())
    assert described["outcome"] == "interrupted"
    machine.order("hunan_lixian", "0 complete 0")
    machine.boot()
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_a_crawl_outlives_a_killed_schedule_and_is_not_started_twice(machine):
    machine.write(DAILY)
    machine.order("hunan_lixian", "4 complete 0")
    machine.boot()
    machine.sleep(hours=1)
    machine.until(lambda: len(machine.starts()) == 1)
    machine.lose_power()
    machine.boot()
    assert any("taken over" in line for line in machine.lines)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]
    assert len(machine.starts()) == 1


def test_a_crawl_that_died_with_its_schedule_starts_again_at_once(machine):
    machine.write(DAILY)
    machine.order("hunan_lixian", "60 complete 0")
    engine = machine.boot()
    machine.sleep(hours=1)
    machine.until(lambda: len(machine.starts()) == 1)
    engine.kill()
    machine.lose_power()
    machine.order("hunan_lixian", "0 complete 0")
    machine.boot()
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]
    assert len(machine.starts()) == 2


def test_a_schedule_killed_at_any_moment_loses_and_doubles_no_run(tmp_path):
    """A real schedule process is killed again and again while its clock runs through three nights."""
    machine_folder, holdings = tmp_path, tmp_path / "holdings"
    holdings.mkdir()
    (holdings / "schedule.toml").write_text(
        "at_once = 2\n" + "".join(f'[portals.{name}]\ncron = "0 3 * * *"\n' for name in sorted(KNOWN)), encoding="utf-8"
    )
    script = machine_folder / "schedule.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys, time_machine
            from datetime import datetime
            from pathlib import Path
            from archive.schedule.engine import Engine
            holdings, now, crawler, *known = sys.argv[1:]
            command = lambda plan, kind: [sys.executable, "-c", crawler, holdings, plan.portal, kind]
            with time_machine.travel(datetime.fromisoformat(now), tick=True):
                say = lambda line: print(line, flush=True)
                Engine(Path(holdings), Path(holdings, "schedule.toml"), lambda: known, command, say).run(0.01)
            """
        ),
        encoding="utf-8",
    )
    for name in KNOWN:
        (machine_folder / f"{name}.orders").write_text("0.2 complete 0")

    def run(now: datetime, seconds: float, done: Callable[[], bool] = lambda: False) -> None:
        words = [sys.executable, str(script), str(holdings), now.isoformat(), CRAWLER, *sorted(KNOWN)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as child:
            try:
                assert child.stdout is not None
                assert "portals" in child.stdout.readline()
                end = time.monotonic() + seconds
                while time.monotonic() < end and not done():
                    time.sleep(0.02)
            finally:
                child.kill()

    def all_done() -> bool:
        ledger = Ledger(holdings)
        try:
            return not ledger.open_runs()
        finally:
            ledger.close()

    nights = [NIGHT + timedelta(days=day, hours=1, minutes=1) for day in range(3)]
    run(NIGHT, 0)
    for number, night in enumerate(nights):
        run(night, 0.8 + 0.25 * number)
    run(nights[-1] + timedelta(hours=3), 60, all_done)
    ledger = Ledger(holdings)
    history = [run for name in KNOWN for run in ledger.history(name)]
    assert not ledger.open_runs()
    ledger.close()
    done = [(run.portal, run.due) for run in history if run.outcome == "complete"]
    skipped = [run for run in history if run.outcome == "skipped"]
    assert len(done) == len(set(done))
    assert {portal for portal, _ in done} == KNOWN
    # A night that a schedule was killed before it looked is made up for with the next; none is entered twice.
    assert len(KNOWN) * 2 <= len(done) + len(skipped) <= len(KNOWN) * 3
    last = (NIGHT + timedelta(days=2, hours=1)).isoformat().replace("+00:00", "Z")
    assert {run.portal for run in history if run.due == last} == KNOWN
    assert {run.outcome for run in history} <= {"complete", "skipped"}


def test_a_full_disk_stops_nothing_and_loses_nothing(machine):
    machine.write(DAILY)
    engine = machine.boot()
    machine.sleep(hours=1)
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, room[1]))  # no file of this process may grow
    try:
        for _ in range(3):
            engine.look()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    assert sum("see that the disk has room" in line for line in machine.lines) == 1
    assert machine.starts() == []
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_a_time_that_could_not_be_noted_is_due_again_after_a_restart(machine, monkeypatch):
    machine.write(DAILY)
    engine = machine.boot()
    machine.sleep(hours=1)

    def full(*_args: object) -> None:
        raise LedgerError("schedule.sqlite: database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(Ledger, "note_due", full)
        engine.look()
        machine.lose_power()
    machine.sleep(hours=1)
    machine.boot()
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_a_locked_catalogue_keeps_no_crawl_from_starting(machine):
    import sqlite3

    with sqlite3.connect(machine.holdings / "catalogue.sqlite") as other:
        other.execute("CREATE TABLE held (x)")
        other.execute("BEGIN EXCLUSIVE")
        machine.write(DAILY + 'kind = "incremental"\nfull_every = 30\n')
        machine.boot()
        machine.sleep(hours=1)
        machine.settle()
    other.close()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_no_more_portals_at_once_than_the_machine_is_told_and_the_important_first(machine):
    names = sorted(KNOWN)
    entries = "".join(f'[portals.{name}]\ncron = "0 3 * * *"\npriority = {n}\n' for n, name in enumerate(names))
    machine.write("at_once = 1\n" + entries)
    machine.boot()
    machine.sleep(hours=1)
    most = 0
    while len(machine.starts()) < 4 or machine.open_runs():
        machine.engine.look()
        most = max(most, sum(run.state == "running" for run in machine.open_runs()))
    assert most == 1
    assert [start.split()[0] for start in machine.starts()] == names[::-1]


def test_outside_its_hours_a_crawl_waits_and_a_running_one_is_closed(machine):
    machine.write(DAILY + 'hours = "22:00-04:00"\n')
    machine.order("hunan_lixian", "60 complete 0")
    machine.boot()
    machine.sleep(hours=1)
    machine.until(lambda: len(list(machine.holdings.glob("*/*/crawl.json"))) == 1)
    machine.sleep(hours=1, minutes=1)  # 4:01
    machine.until(lambda: machine.open_runs()[0].state == "waiting")
    assert "outside its hours" in machine.open_runs()[0].cause
    machine.order("hunan_lixian", "0 complete 0")
    machine.sleep(hours=2)
    machine.engine.look()
    assert len(machine.starts()) == 1
    machine.sleep(hours=16)  # 22:01
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_an_edited_schedule_is_taken_over_while_it_runs(machine):
    machine.write(DAILY)
    machine.boot()
    machine.write('[portals.hunan_taoyuan]\ncron = "30 2 * * *"\n')
    machine.sleep(minutes=31)
    machine.settle()
    assert machine.starts() == []  # it was read at 2:31, when 2:30 had passed
    machine.sleep(days=1)
    machine.settle()
    assert machine.starts() == ["hunan_taoyuan full"]


def test_a_schedule_broken_by_an_edit_leaves_the_old_one_in_force(machine):
    machine.write(DAILY)
    machine.boot()
    machine.write("[portals.hunan_lixian\ncron = ")
    machine.engine.look()
    assert "the schedule stays as it was" in machine.lines[-1]
    machine.sleep(hours=1)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_entries_broken_by_an_edit_go_on_as_before_and_the_others_follow_the_edit(machine):
    group = '[groups.west]\nportals = ["xinjiang_*"]\ncron = "0 3 * * *"\n'
    machine.write(DAILY + '[portals.hunan_taoyuan]\ncron = "0 3 * * *"\n' + group)
    machine.boot()
    edited = DAILY.replace("0 3", "99 3") + '[portals.hunan_taoyuan]\ncron = "30 3 * * *"\n'
    machine.write(edited + group.replace('["xinjiang_*"]', '"xinjiang_*"'))
    machine.engine.look()
    assert any("[portals.hunan_lixian]: '99 3 * * *': '99' is no minute" in line for line in machine.lines)
    assert any("2 portals go on as planned before, until their entries are mended: " in line for line in machine.lines)
    machine.sleep(hours=1)
    machine.settle()
    assert sorted(machine.starts()) == ["hunan_lixian full", "xinjiang_shache full"]
    machine.write(DAILY.replace("0 3", "0 5"))
    machine.engine.look()
    machine.sleep(hours=2, minutes=1)
    machine.settle()
    assert machine.starts()[2:] == ["hunan_lixian full"], "mended, it goes by the edit; what was taken out goes no more"


def test_a_run_that_waits_survives_a_restart_on_a_broken_entry(machine):
    machine.write(DAILY + 'hours = "22:00-23:00"\n')
    machine.boot()
    machine.sleep(hours=1)
    machine.engine.look()
    machine.lose_power()
    machine.write(DAILY.replace("0 3", "99 3"))
    machine.boot()
    machine.engine.look()
    assert [run.state for run in machine.open_runs()] == ["waiting"]
    machine.write(DAILY)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]


def test_a_word_for_all_portals_that_is_wrong_is_said_once_and_runs_go_on(machine):
    entries = "".join(f'[portals.{name}]\ncron = "0 3 * * *"\n' for name in sorted(KNOWN))
    machine.write(entries)
    machine.boot()
    machine.write('zone = "Asia/Bejing"\nat_once = 900\n' + entries)
    machine.engine.look()
    told = [line for line in machine.lines if "[zone]: unknown time zone 'Asia/Bejing'" in line]
    assert len(told) == 1
    assert any(
        "[at_once]: 900: the number of portals crawled side by side is 1 to 64" in line for line in machine.lines
    )
    machine.sleep(hours=1)
    machine.settle()
    assert len(machine.starts()) == len(KNOWN)


def test_a_wrong_word_for_all_harms_no_portal_that_has_its_own(tmp_path):
    schedule = schedule_of(
        tmp_path,
        """
        cron = "0 33 * * *"
        [portals.hunan_lixian]
        cron = "0 3 * * *"
        [portals.hunan_taoyuan]
        priority = 3
        """,
    )
    assert set(schedule.plans) == {"hunan_lixian"}
    (fault,) = schedule.faults
    assert "[cron]: '0 33 * * *': '33' is no hour (0-23)" in fault


@pytest.mark.parametrize("restarted", [False, True])
def test_a_clock_set_back_by_years_delays_nothing_and_doubles_nothing(machine, restarted):
    machine.clock.move_to(NIGHT.replace(year=2034))
    machine.write(DAILY)
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    machine.order("hunan_lixian", "0 interrupted 1")  # so that a run waits for its next try, years ahead
    machine.sleep(days=1)
    machine.until(lambda: [run.attempt for run in machine.open_runs()] == [1])
    machine.order("hunan_lixian", "0 complete 0")
    machine.clock.move_to(NIGHT)
    if restarted:
        machine.lose_power()
        machine.boot()
    machine.settle()
    assert [outcome for _, outcome in machine.runs()] == ["complete", "complete"]
    machine.sleep(hours=1)
    machine.settle()
    assert machine.runs()[-1] == ("2030-03-12T19:00", "complete")
    assert len(machine.starts()) == 4
    assert restarted or any("the clock was set back from 2034-03-1" in line for line in machine.lines)


def test_a_clock_set_back_by_an_hour_starts_no_run_twice(machine):
    machine.write(DAILY)
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    machine.sleep(minutes=-50)
    machine.settle()
    machine.sleep(minutes=51)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "complete")]
    assert len(machine.starts()) == 1
    machine.sleep(days=1)
    machine.settle()
    assert len(machine.starts()) == 2


def test_a_zone_that_turns_its_clocks_runs_a_daily_crawl_once_a_day(machine):
    machine.write(DAILY.replace("0 3", "30 2") + 'zone = "Europe/Berlin"\n')
    machine.boot()
    machine.settle()
    machine.clock.move_to(datetime(2030, 3, 30, 0, tzinfo=UTC))  # clocks go forward on the 31st
    machine.settle()
    before = len(machine.starts())
    for _ in range(6 * 24):
        machine.sleep(minutes=30)
        machine.engine.look()
        machine.settle()
    assert len(machine.starts()) - before == 3
    machine.clock.move_to(datetime(2030, 10, 26, 0, tzinfo=UTC))  # clocks go back on the 27th
    machine.settle()
    before = len(machine.starts())
    for _ in range(6 * 24):
        machine.sleep(minutes=30)
        machine.engine.look()
        machine.settle()
    assert len(machine.starts()) - before == 3


def test_an_incremental_plan_is_full_when_the_last_full_crawl_is_long_ago(machine):
    machine.write(DAILY + 'kind = "incremental"\nfull_every = 3\n')
    machine.boot()
    for _ in range(2):
        machine.sleep(days=1)
        machine.settle()
    # The first crawl of all is full; its crawl.json says so, and that it began in 2099, which is not long ago.
    assert machine.starts() == ["hunan_lixian full", "hunan_lixian incremental"]


def test_one_process_runs_a_schedule_and_a_second_is_told_so(machine):
    machine.write(DAILY)
    machine.boot()
    assert is_running(machine.holdings)
    with pytest.raises(ScheduleRunningError, match="another process runs this schedule"):
        Engine(machine.holdings, machine.holdings / "schedule.toml", lambda: KNOWN, machine.command, print)
    machine.lose_power()
    assert not is_running(machine.holdings)


def test_what_is_wrong_with_one_portal_is_said_and_the_others_go_on(machine):
    machine.write(
        DAILY
        + """
        [portals.hunan_taoyuan]
        cron = "99 3 * * *"
        [portals.xinjiang_shache]
        cron = "0 3 * * *"
        zone = "Asia/Bejing"
        [portals.guangxi_liujang]
        cron = "0 3 * * *"
        """.replace("        ", "")
    )
    machine.boot()
    for words in ("'99' is no minute (0-59)", "unknown time zone 'Asia/Bejing'", "did you mean guangxi_liujiang"):
        assert sum(words in line for line in machine.lines) == 1
    machine.sleep(hours=1)
    machine.settle()
    assert machine.starts() == ["hunan_lixian full"]


def test_a_run_that_waits_for_a_portal_taken_out_is_withdrawn(machine):
    machine.write(DAILY + 'hours = "22:00-23:00"\n')
    machine.boot()
    machine.sleep(hours=1)
    machine.engine.look()
    assert [run.state for run in machine.open_runs()] == ["waiting"]
    machine.write("at_once = 2\n")
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "withdrawn")]


def test_prospects_tell_the_next_time_and_what_waits(machine):
    machine.write(DAILY + 'hours = "22:00-23:00"\n')
    machine.boot()
    machine.sleep(hours=1)
    machine.engine.look()
    prospects, faults = read_prospects(machine.holdings, KNOWN, datetime.now(UTC))
    found = prospects["hunan_lixian"]
    assert not faults
    assert found.waiting == "2030-03-12T19:00:00Z"
    assert found.next_run == datetime(2030, 3, 14, 22, 0, tzinfo=SHANGHAI)
    assert found.running_schedule


def test_a_damaged_crawl_folder_keeps_no_schedule_from_going_on(machine):
    machine.write(DAILY + "retries = 0\n")
    folder = machine.holdings / "hunan_lixian" / "20991231T000000Z"
    folder.mkdir(parents=True)
    (folder / "crawl.json").write_text('{"outcome": "complete", "started": "soon", "ended": 3, "resumed": {}}')
    machine.order("hunan_lixian", "0 unable 2")
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    assert machine.runs() == [("2030-03-12T19:00", "unable")]


def test_a_damaged_ledger_is_one_line_that_says_what_to_do(machine):
    (machine.holdings / "schedule.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(LedgerError, match=r"schedule\.sqlite: file is not a database; move it away"):
        machine.boot()


def test_what_ended_long_ago_leaves_the_ledger(machine):
    machine.write(DAILY)
    machine.boot()
    machine.sleep(hours=1)
    machine.settle()
    machine.lose_power()
    machine.sleep(days=120)
    machine.boot()
    machine.settle()
    assert machine.runs() == [("2030-07-10T19:00", "complete")]


# --- schedule.toml


def schedule_of(tmp_path: Path, text: str):
    path = tmp_path / "schedule.toml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_schedule(path, KNOWN)


def test_a_group_names_portals_by_pattern_and_a_portal_has_the_last_word(tmp_path):
    schedule = schedule_of(
        tmp_path,
        """
        zone = "Asia/Urumqi"
        [groups.south]
        portals = ["hunan_*", "guangxi_liujiang"]
        cron = "0 3 * * *"
        budget = { pages = 100 }
        [portals.hunan_taoyuan]
        cron = "0 5 * * *"
        """,
    )
    assert set(schedule.plans) == {"hunan_lixian", "hunan_taoyuan", "guangxi_liujiang"}
    plan = schedule.plans["hunan_taoyuan"]
    assert (plan.cron, plan.group, plan.zone.key, plan.budget) == ("0 5 * * *", "south", "Asia/Urumqi", {"pages": 100})


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('cron = "0 3 * *"', "a cron line has five fields"),
        ('cron = "0 3 * * 8"', "'8' is no day of week (0-7)"),
        ('cron = "0 3 31 2 *"', "such a day never comes"),
        ('cron = "0 25 * * *"', "'25' is no hour (0-23)"),
        ("cron = 3", "must be a text in quotes"),
        ('hours = "22:00-06:00"', "no 'cron' line"),
        ('cron = "@daily"\nhours = "9-5"', "hours are written as 22:00-06:00"),
        ('cron = "@daily"\nhours = "22:00-25:00"', "25:00 is no time of the day"),
        ('cron = "@daily"\nhours = "6:00-6:00"', "these hours never open"),
        ('cron = "@daily"\nkind = "half"', "must be 'full' or 'incremental'"),
        ('cron = "@daily"\nfull_every = 3', 'full_every is for kind = "incremental"'),
        ('cron = "@daily"\nbudget = { euros = 3 }', "may limit pages, minutes, bytes: budget = "),
        ('cron = "@daily"\nbudget = 5000', "may limit pages, minutes, bytes: budget = "),
        ('cron = "@daily"\nbudget = { pages = 0 }', "budget.pages = 0: nothing could be crawled"),
        ('cron = "@daily"\nbudget = { minutes = "3 h" }', "budget.minutes = '3 h': must be a whole number"),
        ('cron = "@daily"\nbudget = { bytes = "2 GiB" }', 'must be a size such as "500 MB" or "2 GB"'),
        ('cron = "@daily"\nbudget = { bytes = "" }', 'must be a size such as "500 MB" or "2 GB"'),
        ('cron = "@daily"\nbudget = { bytes = -1 }', 'must be a size such as "500 MB" or "2 GB"'),
        ('cron = "@daily"\nbudget = { bytes = true }', 'must be a size such as "500 MB" or "2 GB"'),
        ('cron = "@daily"\nbudget = { bytes = "0.0001 KB" }', 'must be a size such as "500 MB" or "2 GB"'),
        ('cron = "@daily"\nsettings = { download_delay = 3 }', "must be Scrapy settings in capitals"),
        ('cron = "@daily"\npriority = "high"', "must be a whole number from -1000 to 1000"),
        ('cron = "@daily"\nretries = -1', "must be a whole number, not below 0"),
        ('cron = "@daily"\ncorn = "x"', "unknown word 'corn'; did you mean cron?"),
    ],
)
def test_a_wrong_entry_is_one_line_that_says_what_to_do(tmp_path, entry, said):
    schedule = schedule_of(
        tmp_path, f"[portals.hunan_lixian]\n{entry}\n" + '[portals.hunan_taoyuan]\ncron = "@daily"\n'
    )
    assert set(schedule.plans) == {"hunan_taoyuan"}
    (fault,) = schedule.faults
    assert said in fault
    assert "[portals.hunan_lixian]" in fault
    assert "\n" not in fault


@pytest.mark.parametrize(
    ("written", "size"),
    [('"2GB"', 2 * 10**9), ('"1.5 mb"', 1_500_000), ('"700"', 700), ("700", 700), ('"3 T"', 3 * 10**12)],
)
def test_a_budget_of_bytes_is_a_number_or_a_size(tmp_path, written, size):
    entry = f'[portals.hunan_lixian]\ncron = "@daily"\nbudget = {{ bytes = {written} }}\n'
    assert schedule_of(tmp_path, entry).plans["hunan_lixian"].budget == {"bytes": size}


def test_a_missing_schedule_is_empty_and_a_broken_one_names_the_line(tmp_path):
    assert not read_schedule(tmp_path / "none.toml", KNOWN).plans
    with pytest.raises(ValueError, match=r"schedule\.toml: .*line 2"):
        schedule_of(tmp_path, "at_once = 2\n[portals.x\n")


def test_an_edit_keeps_comments_and_everything_else(tmp_path):
    path = tmp_path / "schedule.toml"
    path.write_text(
        '# 采集计划\nat_once = 2  # 机器小\n\n[portals.hunan_lixian]\ncron = "0 3 * * *"  # 夜里\n', "utf-8"
    )
    plan = add_portal(path, "hunan_taoyuan", {"cron": "0 4 * * *", "hours": "22:00-06:00"}, KNOWN)
    assert (plan.cron, str(plan.hours)) == ("0 4 * * *", "22:00-06:00")
    add_portal(path, "hunan_lixian", {"cron": "0 5 * * *"}, KNOWN)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# 采集计划\nat_once = 2  # 机器小\n")
    assert set(read_schedule(path, KNOWN).plans) == {"hunan_lixian", "hunan_taoyuan"}
    assert remove_portal(path, "hunan_lixian")
    assert not remove_portal(path, "hunan_lixian")
    assert set(read_schedule(path, KNOWN).plans) == {"hunan_taoyuan"}
    assert [file.name for file in tmp_path.iterdir()] == ["schedule.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[portals]\n",
        'portals = { hunan_lixian = { cron = "@daily" } }\n',
        '[portals]\nhunan_lixian.cron = "@daily"\n',
        '[groups.all]\nportals = ["hunan_lixian"]\ncron = "@daily"\n',
    ],
)
def test_an_edit_copes_with_every_way_to_write_a_table(tmp_path, text):
    path = tmp_path / "schedule.toml"
    path.write_text(text, encoding="utf-8")
    before = set(read_schedule(path, KNOWN).plans)
    add_portal(path, "hunan_taoyuan", {"cron": "0 4 * * *"}, KNOWN)
    schedule = read_schedule(path, KNOWN)
    assert not schedule.faults
    assert set(schedule.plans) == before | {"hunan_taoyuan"}


@pytest.mark.parametrize("text", ["portals = 3\n", "[portals]\nhunan_taoyuan = 3\n", "[portals\n"])
def test_an_edit_of_a_broken_file_says_to_mend_it(tmp_path, text):
    path = tmp_path / "schedule.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="mend it by hand first"):
        add_portal(path, "hunan_taoyuan", {"cron": "0 4 * * *"}, KNOWN)
    assert path.read_text(encoding="utf-8") == text


def test_an_edit_that_would_be_wrong_changes_nothing(tmp_path):
    path = tmp_path / "schedule.toml"
    path.write_text(DAILY, encoding="utf-8")
    with pytest.raises(ValueError, match=r"schedule\.toml: \[portals\.hunan_lixian\]: .*'99' is no minute"):
        add_portal(path, "hunan_lixian", {"cron": "99 3 * * *"}, KNOWN)
    assert path.read_text(encoding="utf-8") == DAILY


def test_the_outlook_waits_for_the_hours_and_the_busiest_time_is_told(tmp_path):
    schedule = schedule_of(
        tmp_path,
        """
        [portals.hunan_lixian]
        cron = "0 12 * * *"
        hours = "22:00-06:00"
        [portals.hunan_taoyuan]
        cron = "0 3 * * *"
        [portals.guangxi_liujiang]
        cron = "0 3 * * 1"
        """,
    )
    now = datetime(2030, 3, 12, 18, 0, tzinfo=UTC)
    outlook = look_ahead(schedule.plans["hunan_lixian"], now)
    assert outlook.delayed
    assert [f"{moment:%d %H:%M}" for moment in outlook.times] == ["13 22:00", "14 22:00", "15 22:00"]
    assert busiest(schedule.plans.values(), now) == (datetime(2030, 3, 18, 3, 0, tzinfo=SHANGHAI), 2)


# --- cron


@given(
    minute=st.integers(0, 59),
    hour=st.integers(0, 23),
    weekday=st.integers(0, 7),
    start=st.datetimes(timezones=st.just(SHANGHAI)),
)
def test_a_weekday_is_that_of_cron(minute, hour, weekday, start):
    start = start.replace(year=2000 + start.year % 100, day=1)
    trigger = read_cron(f"{minute} {hour} * * {weekday}", SHANGHAI)
    found = next(fire_times(trigger, start))
    assert (found.minute, found.hour, found.isoweekday() % 7) == (minute, hour, weekday % 7)
    assert found - start <= timedelta(days=7, hours=1)


def times_of(line: str, zone: str, start: datetime, count: int) -> list[str]:
    found = fire_times(read_cron(line, ZoneInfo(zone)), start)
    return [f"{moment:%Y-%m-%d %H:%M%z}" for moment in islice(found, count)]


def test_clocks_that_are_turned_lose_and_double_no_time_of_a_line():
    spring, autumn = datetime(2025, 3, 30, tzinfo=UTC), datetime(2025, 10, 26, tzinfo=UTC)
    berlin = "Europe/Berlin"
    assert times_of("30 2 * * *", berlin, spring, 2) == ["2025-03-30 03:30+0200", "2025-03-31 02:30+0200"]
    assert times_of("30 2 * * *", berlin, autumn, 2) == ["2025-10-26 02:30+0200", "2025-10-27 02:30+0100"]
    assert times_of("30 * * * *", berlin, autumn, 3) == [
        "2025-10-26 02:30+0200",
        "2025-10-26 02:30+0100",
        "2025-10-26 03:30+0100",
    ]
    assert times_of("45 1 * * *", "Australia/Lord_Howe", datetime(2025, 4, 5, tzinfo=UTC), 2) == [
        "2025-04-06 01:45+1100",
        "2025-04-07 01:45+1030",
    ]


def test_a_line_for_the_leap_day_waits_for_it():
    start = datetime(2026, 3, 1, tzinfo=UTC)
    assert times_of("0 3 29 2 *", "Asia/Shanghai", start, 2) == ["2028-02-29 03:00+0800", "2032-02-29 03:00+0800"]
    # 2100 is no leap year.
    assert times_of("0 3 29 2 *", "Asia/Shanghai", start.replace(year=2097), 1) == ["2104-02-29 03:00+0800"]


def test_two_restricted_days_mean_either_as_in_cron():
    trigger = read_cron("0 0 13 * 5", SHANGHAI)
    days = [f"{found:%a %d}" for found in islice(fire_times(trigger, datetime(2025, 6, 1, tzinfo=SHANGHAI)), 4)]
    assert days == ["Fri 06", "Fri 13", "Fri 20", "Fri 27"]


def test_hours_past_midnight_open_in_the_evening():
    hours = read_hours("22:00-06:00")
    noon = datetime(2025, 6, 1, 12, 0, tzinfo=SHANGHAI)
    assert hours.next_opening(noon) == noon.replace(hour=22)
    assert hours.next_opening(noon.replace(hour=5)) == noon.replace(hour=5)


# --- size


def test_every_county_in_one_schedule_starts_quickly_and_fits_in_memory(tmp_path):
    names = [f"p{number:04}" for number in range(2823)]
    entries = "".join(f'[portals.{name}]\ncron = "{n % 60} {n % 24} * * *"\n' for n, name in enumerate(names))
    (tmp_path / "schedule.toml").write_text(entries, encoding="utf-8")
    script = """
import re, sys, time
began = time.process_time()
from pathlib import Path
from archive.schedule.engine import Engine
folder = Path(sys.argv[1])
known = [f"p{number:04}" for number in range(2823)]
engine = Engine(folder, folder / "schedule.toml", lambda: known, lambda plan, kind: ["false"], print)
engine.look()
engine.close()
# Not getrusage: its maximum is carried over from the process that started this one.
most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(time.process_time() - began, int(most[1]) / 1024)
"""
    words = [sys.executable, "-c", script, str(tmp_path)]
    out = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search("portals planned: 2823,", out)
    seconds, megabytes = map(float, out.split()[-2:])
    assert seconds < 10
    assert megabytes < 300
