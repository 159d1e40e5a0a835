"""``xianzhi report``: the page over the holdings, or the report of one crawl."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.commands import CannotRun
from crawler.cli.options import holdings_option


@click.command(
    "report",
    help=_(
        "Write the page over the holdings (report.html beside the catalogue), or name the report of a crawl: of the "
        "last one of PORTAL, or of CRAWL (PORTAL/ID). Each is one file, to be read in a browser, printed or mailed."
    ),
)
@click.argument("which", required=False, metavar="[PORTAL|CRAWL]")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Make the report anew and write it to FILE."),
)
@holdings_option
def command(which: str | None, output: Path | None, holdings: Path) -> None:
    """Print where the report lies."""
    if not holdings.is_dir():
        raise CannotRun(_("{holdings}: no such holdings; name them with --holdings").format(holdings=holdings))
    click.echo(_overview(holdings, output) if which is None else _of_crawl(holdings, which, output))


def _overview(holdings: Path, output: Path | None) -> Path:
    from archive.report import write_overview

    return write_overview(holdings, output)


def _of_crawl(holdings: Path, which: str, output: Path | None) -> Path:
    from archive.disk import write_whole
    from archive.manifest import NAME as MANIFEST
    from archive.report import report_of, write_report
    from archive.selection import select_crawls

    folder = select_crawls(holdings, [which])[-1]
    written = folder / "report.html"
    if output is not None:
        write_whole(output, report_of(folder).encode("utf-8", "replace"))
        return output
    if written.exists():
        return written
    if (folder / MANIFEST).exists():
        # A sealed folder gets no new file: its manifest would no longer list all that it holds.
        raise CannotRun(_("{folder}: sealed without a report; write one with --output FILE").format(folder=folder))
    return write_report(folder)
