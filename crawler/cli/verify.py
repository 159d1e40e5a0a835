"""``xianzhi verify``: whether the holdings are what they were when they were written."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.options import crawls_argument, holdings_option


@click.command(
    "verify",
    help=_(
        "Check every file, record, line and index entry of the named crawls, or of all. Each fault is named with "
        "its file and offset, and checking goes on behind it.\n\n"
        "Exit status: 0 all sound, 1 faults were found."
    ),
)
@crawls_argument
@click.option("--all", "everything", is_flag=True, help=_("Check all crawls and the catalogue (as without names)."))
@click.option(
    "--salvage", type=click.Path(path_type=Path), metavar="FOLDER", help=_("Write a sound copy of the rest to FOLDER.")
)
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("A public key: every manifest must be signed with it."),
)
@holdings_option
def command(crawls: tuple[str, ...], everything: bool, salvage: Path | None, key: Path | None, holdings: Path) -> None:
    """Print one line for each fault, then how many crawls were checked."""
    from archive.selection import select_crawls
    from archive.sign import read_public_key
    from archive.verify import verify

    if crawls and everything:
        raise click.UsageError(_("name portals or crawls, or say --all, not both"))
    chosen = select_crawls(holdings, crawls)
    count = 0
    for fault in verify(holdings, crawls, public_key=read_public_key(key) if key else None):
        click.echo(fault)
        count += 1
    click.echo(_("{crawls} crawls checked, {faults} faults").format(crawls=len(chosen), faults=count))
    if salvage:
        _write_copy(holdings, crawls, salvage)
    raise SystemExit(1 if count else 0)


def _write_copy(holdings: Path, crawls: tuple[str, ...], target: Path) -> None:
    from archive.sound_copy import write_sound_copy

    for saved in write_sound_copy(holdings, crawls, target):
        words = _("{file}: {kept} kept, {lost} bytes left behind")
        click.echo(words.format(file=saved.file, kept=saved.kept, lost=saved.lost))
    click.echo(_("{folder}: the sound copy").format(folder=target))
