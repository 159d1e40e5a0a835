"""``xianzhi status``: how every portal stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from archive.errors import placed
from archive.progress import Live
from archive.report.html import duration, size
from archive.runs import Run
from archive.schedule.explain import recent_runs
from archive.schedule.ledger import Entry
from archive.schedule.lines import local
from archive.schedule.lines import outcome_word as schedule_word
from archive.schedule.prospect import Prospect, read_prospects
from archive.status import PortalStatus, read_status
from crawler.cli.commands import CannotRun, unknown
from crawler.cli.display import make_console, outcome_word
from crawler.cli.options import holdings_option
from crawler.portals import PortalLoader

_RUNS = 12  # shown of one portal
_ARROWS = {None: "", "rising": "↑", "steady": "→", "falling": "↓"}


@click.command(
    "status",
    help=_(
        "Show how each portal stands: its last crawl, the last good one, the next by the schedule, how far the one is "
        "that runs now, and whether it brings more or less than it used to.\n\n"
        "Exit status: 0 the last crawl of every portal shown was good or is running, 1 one was not."
    ),
)
@click.argument("portal", required=False)
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for scripts."))
@holdings_option
def command(portal: str | None, as_json: bool, holdings: Path) -> None:
    """Print one row for each portal, or the runs of one."""
    if not holdings.is_dir():
        raise CannotRun(_("{holdings}: no such holdings; name them with --holdings").format(holdings=holdings))
    statuses, faults = read_status(holdings, portal)
    prospects, wrong = read_prospects(holdings, PortalLoader.of(None).list(), datetime.now(UTC))
    faults += [fault for fault in wrong if _concerns(fault, portal)]
    statuses = _with_planned(statuses, prospects, portal)
    if portal and not statuses:
        held = [folder.name for folder in holdings.iterdir() if folder.is_dir()]
        raise CannotRun(unknown(_("no crawl of {name!r} is held or planned").format(name=portal), portal, held))
    if as_json:
        lines = [_as_line(status, prospects.get(status.portal)) for status in statuses]
        click.echo(json.dumps({"portals": lines, "faults": faults}, ensure_ascii=False, indent=1))
    else:
        _print_runs(holdings, statuses[0], prospects) if portal else _print_table(statuses, prospects)
    for fault in faults:
        click.echo(fault, err=True)
    raise SystemExit(0 if all(_is_good(status, prospects.get(status.portal)) for status in statuses) else 1)


def _concerns(fault: str, portal: str | None) -> bool:
    """Tell whether a fault of the schedule has to do with *portal*, or with all."""
    return portal is None or "[portals." not in fault or f"[portals.{portal}]" in fault


def _with_planned(
    statuses: Sequence[PortalStatus], prospects: dict[str, Prospect], portal: str | None
) -> list[PortalStatus]:
    """Return *statuses* with portals that the schedule names and that were never crawled."""
    held = {status.portal for status in statuses}
    planned = [name for name in prospects if name not in held and portal in (None, name)]
    return sorted([*statuses, *(PortalStatus(name, ()) for name in planned)], key=lambda status: status.portal)


def _is_good(status: PortalStatus, prospect: Prospect | None) -> bool:
    if prospect and prospect.failed_after(status.last.started if status.last else None):
        return False
    return status.running or status.last is None or status.last.outcome in ("complete", "running")


def _as_line(status: PortalStatus, prospect: Prospect | None) -> dict[str, Any]:
    return {**status.as_line(), "schedule": prospect.as_line() if prospect else None}


def _print_table(statuses: Sequence[PortalStatus], prospects: dict[str, Prospect]) -> None:
    table = _table()
    table.add_column(_("portal"), overflow="fold")
    for heading in (_("last crawl"), _("outcome")):
        table.add_column(heading, no_wrap=True)
    table.add_column(_("documents"), justify="right", no_wrap=True)
    for heading in ("", _("next")):
        table.add_column(heading, no_wrap=True)
    for status in statuses:
        last = status.last
        row = (
            [local(last.started), _outcome(status), str(_documents(status, last))]
            if last
            else ["", _("never crawled"), ""]
        )
        table.add_row(status.portal, *row, _ARROWS[status.direction], _next(prospects.get(status.portal)))
    console = make_console()
    console.print(table)
    _print_running(console, statuses)
    _print_clock(console)
    if prospects and not any(prospect.running_schedule for prospect in prospects.values()):
        console.print(_("No schedule is running; start it with: xianzhi schedule"), soft_wrap=True, highlight=False)
    for status in statuses:
        for line in _troubles(status, prospects.get(status.portal)):
            console.print(placed(status.portal, line), soft_wrap=True, highlight=False, markup=False)


def _print_clock(console: Console) -> None:
    words = _("Times are those of this machine's clock ({zone}).").format(zone=datetime.now(UTC).astimezone().tzname())
    console.print(words, soft_wrap=True, highlight=False, markup=False)


def _print_running(console: Console, statuses: Sequence[PortalStatus]) -> None:
    """Print a row for each crawl that runs now."""
    running = [(status.portal, status.live) for status in statuses if status.live is not None]
    if not running:
        return
    table = _table()
    table.add_column(_("runs now"), overflow="fold")
    headings = (_("pages"), _("documents"), _("failures"), _("queue"), _("pages/s"), _("time left"), _("bytes"))
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for portal, live in running:
        table.add_row(portal, *_live_cells(live))
    console.print(table)


def _live_cells(live: Live) -> list[str]:
    left = "" if live.left is None else duration(round(live.left))
    counts = [str(count) for count in (live.pages, live.documents, live.failures, live.queue)]
    return [*counts, f"{live.rate:.1f}", left, size(live.bytes)]


def _documents(status: PortalStatus, last: Run) -> int:
    """Return the documents of the *last* run; of one that is under way the catalogue knows none yet."""
    return status.live.documents if status.live is not None else last.documents


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))


def _outcome(status: PortalStatus) -> str:
    return outcome_word(None if status.running or status.last is None else status.last.outcome)


def _print_runs(holdings: Path, status: PortalStatus, prospects: dict[str, Prospect]) -> None:
    prospect = prospects.get(status.portal)
    console = make_console()
    _print_running(console, [status])
    table = _table()
    for heading in (_("crawl"), _("outcome")):
        table.add_column(heading, no_wrap=True)
    for heading in (_("pages"), _("documents"), _("duplicates"), _("injections"), _("failures"), _("bytes")):
        table.add_column(heading, justify="right", overflow="fold")
    for run in status.runs[:_RUNS]:
        running = status.running and run is status.last
        table.add_row(run.crawl, outcome_word(None if running else run.outcome), *_counts(run))
    console.print(table)
    rows = [(_("next"), _next(prospect)), (_("trend"), _trend_word(status.direction))]
    if status.last_good:
        rows.insert(0, (_("last good crawl"), local(status.last_good.started)))
    for label, value in rows:
        if value:
            console.print(placed(label, value), soft_wrap=True, highlight=False, markup=False)
    _print_clock(console)
    for line in (*_troubles(status, prospect), *map(_schedule_line, recent_runs(holdings, status.portal))):
        console.print(line, soft_wrap=True, highlight=False, markup=False)


def _schedule_line(run: Entry) -> str:
    """Return what became of a run that the schedule asked for and that is no finished crawl."""
    states = {"waiting": _("waits"), "running": _("running")}
    state = run.state if run.state != "ended" else str(run.outcome)
    line = _("scheduled for {time}: {state}").format(
        time=local(run.due), state=states.get(state) or schedule_word(state)
    )
    return placed(line, run.cause) if run.cause else line


def _counts(run: Run) -> list[str]:
    names = ("pages", "documents", "duplicates", "injections", "failures")
    return [*(str(run.count(name)) for name in names), size(run.count("bytes"))]


def _troubles(status: PortalStatus, prospect: Prospect | None) -> list[str]:
    """Return why the last crawl was not good, and why the last try of the schedule was none."""
    lines = []
    if status.last and not status.running and status.last.outcome != "complete":
        cause = status.last.why or _("no cause was given")
        good = local(status.last_good.started) if status.last_good else _("never")
        lines.append(_("{cause} (last good crawl: {time})").format(cause=cause, time=good))
    if prospect and prospect.failed_after(status.last.started if status.last else None):
        lines.append(_failure(prospect))
    return lines


def _failure(prospect: Prospect) -> str:
    """Return why a run of the schedule was no crawl, and when it is tried again."""
    if prospect.retry is None:
        return prospect.last_failure or _("no cause was given")
    cause = prospect.retry.cause or _("no cause was given")
    return cause + _("; ") + _("tried again at {time}").format(time=local(prospect.retry.not_before))


def _next(prospect: Prospect | None) -> str:
    if prospect is None:
        return _("not scheduled")
    if prospect.waiting and prospect.running_schedule:
        return _("waiting since {time}").format(time=local(prospect.waiting))
    return local(prospect.next_run.isoformat())


def _trend_word(direction: str | None) -> str:
    words = {None: "", "rising": _("rising"), "steady": _("steady"), "falling": _("FALLING")}
    return words[direction]
