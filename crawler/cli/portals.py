"""``xianzhi portals``: which portals can be crawled."""

from __future__ import annotations

import json
from gettext import gettext as _

import click

from crawler.cli.registry import PortalFacts, all_portals


@click.command("portals", help=_("List the portals that can be crawled, with the division each belongs to."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for scripts."))
def command(as_json: bool) -> None:
    """Print one row for each portal; a portal whose file is wrong is named on standard error."""
    portals, faults = all_portals()
    if as_json:
        click.echo(json.dumps([portal.as_line() for portal in portals], ensure_ascii=False, indent=1))
    else:
        _print_table(portals)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)


def _print_table(portals: list[PortalFacts]) -> None:
    from rich import box
    from rich.table import Table

    from crawler.cli.display import make_console

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (_("portal"), _("name"), _("division"), _("home"), _("columns")):
        table.add_column(heading, overflow="fold")
    for portal in portals:
        table.add_row(portal.name, portal.title, portal.division_code, portal.home, str(len(portal.columns)))
    make_console().print(table)
