"""``xianzhi takedown``: an address withdrawn, and shown again."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.options import holdings_option


@click.command(
    "takedown",
    help=_(
        "Withdraw every capture of URL from index, search, documents and exports. The WARC keeps it, a tombstone "
        "says who withdrew it and why, and --undo shows it again."
    ),
)
@click.argument("url")
@click.option("--reason", required=True, help=_("Why; kept in the tombstone."))
@click.option("--by", help=_("Who decided it; kept in the tombstone."))
@click.option("--undo", is_flag=True, help=_("Show a withdrawn address again."))
@holdings_option
def command(url: str, reason: str, by: str | None, undo: bool, holdings: Path) -> None:
    """Withdraw or restore, and say what it touched."""
    from archive.takedown import restore, withdraw

    touched = (restore if undo else withdraw)(holdings, url, reason, by)
    words = _("{url}: {captures} captures shown again") if undo else _("{url}: {captures} captures withdrawn")
    click.echo(words.format(url=url, captures=touched.captures))
    for crawl in touched.crawls:
        click.echo(f"  {crawl}")
