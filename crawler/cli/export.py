"""``xianzhi export``: crawls handed over in the field's standard forms."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.options import crawls_argument, holdings_option

_TARGET = click.Path(path_type=Path)


@click.command(
    "export",
    help=_(
        "Write the named crawls, or all, to one WACZ file (for replay) or one BagIt folder (for transfer). "
        "What was withdrawn by takedown is left out."
    ),
)
@crawls_argument
@click.option("--wacz", type=_TARGET, metavar="FILE", help=_("The WACZ file to write."))
@click.option("--bag", type=_TARGET, metavar="FOLDER", help=_("The BagIt folder to write."))
@click.option("--organization", help=_("Who hands over; for the bag's description."))
@holdings_option
def command(
    crawls: tuple[str, ...], wacz: Path | None, bag: Path | None, organization: str | None, holdings: Path
) -> None:
    """Write what is asked for and say what it holds."""
    from archive.export import export_bag, export_wacz

    if not (wacz or bag):
        raise click.UsageError(_("say what to write: --wacz FILE or --bag FOLDER"))
    exports = [export_wacz(holdings, crawls, wacz)] if wacz else []
    if bag:
        exports.append(export_bag(holdings, crawls, bag, organization=organization))
    missing = 0
    for export in exports:
        words = _("{path}: {crawls} crawls, {withheld} withdrawn addresses left out")
        click.echo(words.format(path=export.path, crawls=len(export.crawls), withheld=export.withheld))
        for record in export.missing:
            click.echo(
                _("{record}: a revisit refers to it, and the holdings do not have it").format(record=record), err=True
            )
        missing += len(export.missing)
    raise SystemExit(1 if missing else 0)
