"""``xianzhi rebuild``: the catalogue made anew."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.options import holdings_option


@click.command(
    "rebuild",
    help=_(
        "Make catalogue.sqlite anew from the crawl folders; the old one is replaced only when the new one is whole. "
        "No crawl may be running."
    ),
)
@holdings_option
def command(holdings: Path) -> None:
    """Rebuild, and name each crawl that could not be entered."""
    from archive.rebuild import rebuild
    from archive.selection import all_crawls

    remarks = rebuild(holdings)
    for remark in remarks:
        click.echo(remark, err=True)
    entered = len(all_crawls(holdings)) - len(remarks)
    click.echo(_("{crawls} crawls entered").format(crawls=entered))
    raise SystemExit(1 if remarks else 0)
