"""Options that several commands share."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

holdings_option = click.option(
    "--holdings",
    envvar="XIANZHI_HOLDINGS",
    default="holdings",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("The store."),
)
crawls_argument = click.argument("crawls", nargs=-1, metavar="[PORTAL|CRAWL]...")
