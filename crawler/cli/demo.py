"""``xianzhi demo``: the sample portals crawled over real HTTP, from a proxy on this machine."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path

import click

import crawler
from crawler.cli.commands import CannotRun
from crawler.cli.crawl import exit_status, run_portals
from crawler.cli.registry import portal_names

_SHOWN = 5  # files of each kind; the pattern above them finds the rest
# The proxy answers from this machine: waiting between requests would be polite to nobody.
_UNHURRIED = {"DOWNLOAD_DELAY": "0", "AUTOTHROTTLE_ENABLED": "0"}


@click.command(
    "demo",
    help=_(
        "Crawl every portal that has sample pages, over real HTTP, from a replaying proxy on this machine: "
        "shows the whole way from request to WARC, JSON Lines and report. What it keeps are reconstructions, "
        "so it goes to a store of its own, a new one each time."
    ),
)
@click.option(
    "--samples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(crawler.__file__).parents[1] / "samples",
    help=_("The folder of sample pages."),
)
@click.option("--holdings", default="holdings-demo", show_default=True, help=_("Where the demo's stores go."))
def command(samples: Path, holdings: str) -> None:
    """Run the demo and say where things lie."""
    from crawler.replay import ReplayProxy

    store = Path(holdings) / datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    sampled = {folder.name for folder in samples.iterdir() if folder.is_dir()}
    portals = [name for name in portal_names() if name in sampled]
    if not portals:
        raise CannotRun(_("{samples}: holds no sample of a known portal").format(samples=samples))
    with ReplayProxy(samples) as proxy:
        os.environ["http_proxy"] = proxy.url
        ends = run_portals(portals, {"HOLDINGS": str(store), **_UNHURRIED}, at_once=2)
        served = len(proxy.served)
    _say_where(store, served)
    raise SystemExit(exit_status(ends))


def _say_where(store: Path, served: int) -> None:
    click.echo(_("The proxy served {count} answers; every one is in the WARC files.").format(count=served))
    rows = (
        (_("raw answers (WARC)"), "*/*/*.warc.gz"),
        (_("documents (JSON Lines)"), "*/*/documents.jsonl"),
        (_("reports"), "*/*/report.html"),
        (_("catalogue"), "catalogue.sqlite"),
    )
    for label, pattern in rows:
        files = sorted(store.glob(pattern))
        click.echo(f"\n{label}: {store / pattern}")
        for file in files[:_SHOWN]:
            click.echo(f"  {file}")
        if len(files) > _SHOWN:
            click.echo("  " + _("and {count} more").format(count=len(files) - _SHOWN))
