"""``xianzhi sign``: manifests signed with a key that the archivist holds."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from crawler.cli.options import crawls_argument, holdings_option


@click.command(
    "sign",
    help=_(
        "Sign the manifests of the named crawls, or of all that ended, with the Ed25519 key in KEY. --new-key makes "
        "one first: keep KEY away from the holdings, and give KEY.pub to whoever shall verify."
    ),
)
@crawls_argument
@click.option("--key", required=True, type=click.Path(dir_okay=False, path_type=Path), help=_("The private key (PEM)."))
@click.option("--new-key", is_flag=True, help=_("Make the key; one that is there is never replaced."))
@holdings_option
def command(crawls: tuple[str, ...], key: Path, new_key: bool, holdings: Path) -> None:
    """Sign each manifest and name the signature files."""
    from archive.manifest import NAME
    from archive.selection import select_crawls
    from archive.sign import make_key, read_private_key, sign_manifest

    if new_key:
        click.echo(_("{key}: made; its public key is {public}").format(key=key, public=make_key(key).hex()))
    private = read_private_key(key)
    for folder in select_crawls(holdings, crawls):
        if (folder / NAME).exists():
            click.echo(sign_manifest(folder, private))
        else:
            click.echo(_("{folder}: has no manifest yet, so it is not signed").format(folder=folder), err=True)
