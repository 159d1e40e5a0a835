"""``xianzhi coverage``: what a portal's lists promise and name, against what is held."""

from __future__ import annotations

import json
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

import click
from rich import box
from rich.table import Table

from archive.catalogue import NAME as CATALOGUE
from archive.errors import placed
from crawler.cli.commands import CannotRun
from crawler.cli.display import make_console
from crawler.cli.options import holdings_option
from crawler.coverage import ColumnCoverage, Survey, queue_gaps
from crawler.errors import BadPortal
from crawler.portals import PortalLoader, load_portal

_SHOWN = 10  # gaps of one column


@click.command(
    "coverage",
    help=_(
        "Hold what the lists of PORTAL promise and name, as they were last captured, against what is kept, and name "
        "the gaps. Nothing is fetched.\n\n"
        "Exit status: 0 nothing is missing, 1 something is, 2 it could not be told."
    ),
)
@click.argument("portal")
@click.option("--queue", is_flag=True, help=_("Let the next crawl of the portal begin with what is missing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for scripts."))
@holdings_option
def command(portal: str, queue: bool, as_json: bool, holdings: Path) -> None:
    """Print a row for each column, then its gaps."""
    try:
        declared = load_portal(PortalLoader.of(None), portal)
    except BadPortal as error:
        raise CannotRun(str(error)) from error
    if not (holdings / CATALOGUE).is_file() or not (holdings / portal).is_dir():
        raise CannotRun(_("{holdings}: no crawl of {name!r} is held").format(holdings=holdings, name=portal))
    columns = Survey(declared, holdings).run()
    if as_json:
        click.echo(json.dumps([coverage.as_line() for coverage in columns], ensure_ascii=False, indent=1))
    else:
        _print_table(columns)
    if queue:
        added = queue_gaps(declared, holdings, columns)
        told = _("{count} requests wait for the next crawl of {portal}").format(count=added, portal=portal)
        click.echo(told, err=True)
    raise SystemExit(0 if all(coverage.whole for coverage in columns) else 1)


def _print_table(columns: Sequence[ColumnCoverage]) -> None:
    console = make_console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(_("column"), overflow="fold")
    for heading in (_("promised"), _("listed"), _("held"), _("gone"), _("missing"), _("pages missing")):
        table.add_column(heading, justify="right")
    for one in columns:
        promised = "" if one.promised is None else str(one.promised)
        counts = (promised, *map(str, (one.listed, one.held, one.gone, len(one.gaps), len(one.list_gaps))))
        table.add_row(one.column, *counts)
    console.print(table)
    for one in columns:
        for label, gaps in ((_("page of a list"), one.list_gaps), (_("article"), one.gaps)):
            for request in gaps[:_SHOWN]:
                line = placed(one.column, placed(label, request.url))
                console.print(line, soft_wrap=True, highlight=False, markup=False)
            if len(gaps) > _SHOWN:
                more = _("{column}: and {count} more; --json names all").format(
                    column=one.column, count=len(gaps) - _SHOWN
                )
                console.print(more, soft_wrap=True, highlight=False, markup=False)
        if one.promised and one.promised > one.listed:
            short = _("{column}: the lists promise {promised} and link to {listed}").format(
                column=one.column, promised=one.promised, listed=one.listed
            )
            console.print(short, soft_wrap=True, highlight=False, markup=False)
