"""``xianzhi schedule``: crawls by a calendar, each in a process of its own."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click
from scrapy.settings import Settings

from archive.errors import storage_error
from archive.schedule.plan import NAME, Plan, Schedule, read_schedule
from crawler.cli.commands import CannotRun, unknown
from crawler.cli.options import holdings_option
from crawler.portals import PortalLoader

_ENVIRONMENT = {"SCRAPY_SETTINGS_MODULE": "crawler.settings", "PYTHONIOENCODING": "utf-8"}
# The budget's words and the settings that hold a crawl to them; minutes are handed over as seconds.
_LIMITS = {"pages": ("CLOSESPIDER_PAGECOUNT", 1), "minutes": ("CLOSESPIDER_TIMEOUT", 60), "bytes": ("BYTES_BUDGET", 1)}


@click.group(
    "schedule",
    invoke_without_command=True,
    help=_(
        "Run the crawls that schedule.toml in the holdings asks for, until stopped by Ctrl-C or SIGTERM. An edited "
        "schedule is read again while it runs. After a stop, or the loss of the machine, it goes on where it was; "
        "what was missed is made up for once.\n\n"
        'Begin with: xianzhi schedule add PORTAL "0 3 * * *"'
    ),
)
@click.option("--check", is_flag=True, help=_("Run nothing: check the schedule and say what comes next."))
@holdings_option
@click.pass_context
def command(context: click.Context, check: bool, holdings: Path) -> None:
    """Run or check the schedule, or hand on to a subcommand."""
    context.obj = holdings
    if context.invoked_subcommand is not None:
        return
    if check:
        raise SystemExit(_check(holdings))
    _run(holdings)


@command.command(
    "add", help=_('Crawl PORTAL at the times of CRON, a line as in crontab: "0 3 * * *" is daily at 3:00.')
)
@click.argument("portal")
@click.argument("cron")
@click.option("--zone", help=_("The time zone of the cron line (without it the schedule's, Asia/Shanghai)."))
@click.option("--hours", metavar="22:00-06:00", help=_("The hours in which it may run."))
@click.option("--kind", type=click.Choice(["full", "incremental"]), help=_("What to crawl."))
@click.option("--full-every", type=click.IntRange(1), metavar="DAYS", help=_("How often an incremental crawl is full."))
@click.option("--priority", type=int, help=_("Larger goes first where several wait."))
@click.pass_obj
def add(holdings: Path, /, portal: str, cron: str, **words: Any) -> None:
    """Enter a portal, or change its entry; everything else in the file stays as it is."""
    from archive.schedule.edit import add_portal
    from archive.schedule.explain import look_ahead

    known = _known()
    if portal not in known:
        raise CannotRun(unknown(_("no portal {name!r}").format(name=portal), portal, known))
    _make(holdings)
    given = {name: value for name, value in words.items() if value is not None}
    try:
        plan = add_portal(holdings / NAME, portal, {"cron": cron, **given}, known)
    except ValueError as error:
        raise CannotRun(str(error)) from error
    click.echo(_describe(plan, look_ahead(plan, datetime.now(UTC)).times))


@command.command("remove", help=_("Take the entry of PORTAL out of the schedule."))
@click.argument("portal")
@click.pass_obj
def remove(holdings: Path, /, portal: str) -> None:
    """Take out one portal's own entry; a group may still name it."""
    from archive.schedule.edit import remove_portal

    try:
        removed = remove_portal(holdings / NAME, portal)
        schedule = read_schedule(holdings / NAME, _known())
    except ValueError as error:
        raise CannotRun(str(error)) from error
    if not removed:
        raise CannotRun(_("{path}: no entry [portals.{portal}]").format(path=holdings / NAME, portal=portal))
    if portal in schedule.plans:
        group = schedule.plans[portal].group
        click.echo(_("{portal}: still crawled as one of [groups.{group}]").format(portal=portal, group=group))


def _known() -> list[str]:
    """Return the names of all portals, those whose files came while the schedule ran among them."""
    return PortalLoader.of(None).list()


def _read(holdings: Path) -> Schedule:
    try:
        return read_schedule(holdings / NAME, _known())
    except ValueError as error:
        raise CannotRun(str(error)) from error


def _check(holdings: Path) -> int:
    """Print what comes next and what is wrong; return the exit status."""
    from archive.schedule.explain import busiest, look_ahead

    schedule = _read(holdings)
    now = datetime.now(UTC)
    if not (holdings / NAME).exists():
        raise CannotRun(
            _('{path}: no schedule yet; begin with: xianzhi schedule add PORTAL "0 3 * * *"').format(
                path=holdings / NAME
            )
        )
    for plan in schedule.plans.values():
        outlook = look_ahead(plan, now)
        click.echo(_describe(plan, outlook.times, delayed=outlook.delayed))
    peak = busiest(schedule.plans.values(), now)
    if peak is not None:
        words = _("portals planned: {portals}, at once: {at_once}; most are due together on {time}: {count}")
        when = f"{peak[0]:%Y-%m-%d %H:%M %Z}"
        click.echo(words.format(portals=len(schedule.plans), at_once=schedule.at_once, time=when, count=peak[1]))
    for fault in schedule.faults:
        click.echo(fault, err=True)
    return 2 if schedule.faults else 0


def _describe(plan: Plan, times: Sequence[datetime], *, delayed: bool = False) -> str:
    shown = ", ".join(f"{moment:%Y-%m-%d %H:%M}" for moment in times)
    words = [_("{portal}: {times} ({zone})").format(portal=plan.portal, times=shown, zone=plan.zone.key), plan.cron]
    if plan.group:
        words.append(_("group {group}").format(group=plan.group))
    words.append(_("full") if plan.kind == "full" else _("incremental"))
    if plan.full_every:
        words.append(_("full every {days} days").format(days=plan.full_every))
    if plan.hours:
        words.append(_("within {hours}").format(hours=plan.hours))
    if delayed:
        words.append(_("due outside its hours, so it waits for them"))
    if plan.budget:
        words.append(_("at most {limits}").format(limits=", ".join(map(_limit, plan.budget.items()))))
    return _("; ").join(words)


def _limit(budget: tuple[str, int]) -> str:
    from archive.report.html import size

    name, amount = budget
    if name == "bytes":
        return size(amount)
    words = {"pages": _("{count} pages"), "minutes": _("{count} minutes")}
    return words[name].format(count=amount)


def _run(holdings: Path) -> None:
    from archive.schedule.engine import Engine

    _make(holdings)
    command, alarm = crawl_command(holdings), alarm_of(holdings)
    engine = Engine(holdings, holdings / NAME, _known, command, _say, _ENVIRONMENT, alarm)
    handlers = {number: signal.signal(number, _stopper(engine)) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        engine.run()
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _stopper(engine: Any) -> Callable[[int, object], None]:
    """Return a handler: the first signal closes in order, the second ends the crawls at once."""
    asked: list[int] = []

    def stop(number: int, _frame: object) -> None:
        if asked:
            engine.kill()
        else:
            _say(_("stopping: the crawls that run close in order; once more to end them at once"))
            engine.stop()
        asked.append(number)

    return stop


def crawl_command(holdings: Path) -> Callable[[Plan, str], list[str]]:
    """Return what gives the words of the process that crawls a plan into *holdings*, as full or incremental."""

    def words(plan: Plan, kind: str) -> list[str]:
        settings = {"HOLDINGS": str(holdings.resolve()), "CRAWL_KIND": kind, **plan.settings, **_limits(plan)}
        if plan.full_every is not None:
            settings["FULL_CRAWL_DAYS"] = str(plan.full_every)
        pairs = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        return [sys.executable, "-m", "scrapy", "crawl", plan.portal, *pairs]

    return words


def alarm_of(holdings: Path) -> Callable[[str, str, str | None, Mapping[str, str]], None]:
    """Return what tells MONITOR_WEBHOOK and MONITOR_MAIL of a portal that could not be crawled, without waiting."""

    def alarm(portal: str, outcome: str, cause: str | None, words: Mapping[str, str]) -> None:
        from crawler.extensions.alarm import make_word, ring

        settings = Settings()
        settings.setmodule("crawler.settings")
        settings.update(words, priority="cmdline")
        word = make_word(holdings, portal, outcome, [cause] if cause else [])
        threading.Thread(target=ring, args=(settings, word), daemon=True).start()

    return alarm


def _limits(plan: Plan) -> dict[str, str]:
    return {_LIMITS[name][0]: str(amount * _LIMITS[name][1]) for name, amount in plan.budget.items() if name in _LIMITS}


def _say(line: str) -> None:
    click.echo(f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S} {line}")
    sys.stdout.flush()


def _make(holdings: Path) -> None:
    try:
        holdings.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(holdings, error) from error
