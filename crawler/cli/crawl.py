"""``xianzhi crawl``: portals into the holdings."""

from __future__ import annotations

import signal
from collections.abc import Mapping, Sequence
from gettext import gettext as _

import click

from crawler.cli.commands import CannotRun, unknown
from crawler.cli.crawling import Progress
from crawler.cli.display import Display, make_console, print_summary
from crawler.cli.fleet import Fleet
from crawler.cli.registry import portal_names


def settings_from(pairs: Sequence[str]) -> dict[str, str]:
    """Return ``NAME=VALUE`` words as a mapping; a word of another form is a usage error.

    >>> settings_from(["DOWNLOAD_DELAY=2"])
    {'DOWNLOAD_DELAY': '2'}
    """
    settings = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier() or not name.isupper():
            raise click.BadParameter(
                _("{pair!r} is not NAME=VALUE with a Scrapy setting's name in capitals").format(pair=pair),
                param_hint="--set",
            )
        settings[name] = value
    return settings


def run_portals(portals: Sequence[str], settings: Mapping[str, str], at_once: int) -> list[Progress]:
    """Crawl *portals*, show how they go, and return how each ended."""
    console = make_console()
    with Display(portals, console) as display:
        fleet = Fleet(settings, display.show, at_once)
        before = signal.signal(signal.SIGTERM, lambda *_args: fleet.stop())
        try:
            ends = fleet.run(portals)
        finally:
            signal.signal(signal.SIGTERM, before)
    print_summary(ends, console)
    return ends


def print_folders(ends: Sequence[Progress]) -> None:
    """Print where each crawl's WARC, JSON Lines and report lie."""
    for end in ends:
        if end.folder:
            click.echo(f"{end.portal}: {end.folder}")


def exit_status(ends: Sequence[Progress]) -> int:
    """Return the gravest exit status of several crawls.

    >>> exit_status([Progress("a", status=0), Progress("b", status=1)])
    1
    """
    return max(end.status or 0 for end in ends)


@click.command(
    "crawl",
    help=_(
        "Crawl PORTALS (see 'xianzhi portals') and keep what they serve in the holdings. "
        "A crawl that was cut off goes on where it was. The address of a home page is looked at and crawled as a "
        "portal without a file.\n\n"
        "Exit status: 0 every crawl met its expectations, 1 one ran but failed, 2 one could not run."
    ),
)
@click.argument("portals", nargs=-1, required=True)
@click.option("--holdings", envvar="XIANZHI_HOLDINGS", default="holdings", show_default=True, help=_("The store."))
@click.option("--set", "pairs", multiple=True, metavar="NAME=VALUE", help=_("A Scrapy setting for this crawl."))
@click.option(
    "--incremental",
    is_flag=True,
    help=_("Ask for what is new since the last full crawl; without one, or when it is too old, the crawl is full."),
)
@click.option(
    "--at-once",
    type=click.IntRange(1, 64),
    default=4,
    show_default=True,
    help=_("Portals crawled side by side."),
)
def command(portals: tuple[str, ...], holdings: str, pairs: tuple[str, ...], incremental: bool, at_once: int) -> None:
    """Run one crawl a portal."""
    known = portal_names()
    for portal in portals:
        if portal not in known and not portal.startswith(("http://", "https://")):
            raise CannotRun(unknown(_("no portal {name!r}").format(name=portal), portal, known))
    kind = {"CRAWL_KIND": "incremental"} if incremental else {}
    settings = {"HOLDINGS": holdings, **kind, **settings_from(pairs)}
    ends = run_portals(list(dict.fromkeys(portals)), settings, at_once)
    print_folders(ends)
    raise SystemExit(exit_status(ends))
