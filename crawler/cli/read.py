"""``xianzhi read``: saved pages in, JSON Lines out."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.cli.commands import CannotRun, unknown
from crawler.cli.registry import portal_names
from crawler.errors import PortalError

if TYPE_CHECKING:
    from crawler.families.base import Portal
    from crawler.reading import Document


@click.command(
    "read",
    help=_(
        "Read saved pages (HTML, PDF, DOCX) and print one JSON line for each document found. A page.json "
        "beside a file tells its address and headers; --url does so for one file. Of WARC files the pages are "
        "read again that gave documents when they were captured, or those at --url, by the layouts they had then. "
        "With --portal the pages are taken for the portal's, by its layouts; one of another site is flagged as a "
        "mirror."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", help=_("The address the page was served from."))
@click.option("--portal", metavar="PORTAL", help=_("The portal whose pages they are, or are said to be."))
def command(files: tuple[Path, ...], url: str | None, portal: str | None) -> None:
    """Print the documents of every file; say on standard error which files could not be read."""
    unreadable = 0
    named = _named_portal(portal)
    for file in files:
        try:
            _print_documents(file, url, named)
        except (PortalError, OSError, ValueError) as error:
            unreadable += 1
            click.echo(_("{file}: cannot be read: {error}").format(file=file, error=error), err=True)
    if unreadable:
        raise SystemExit(1)


def _named_portal(name: str | None) -> type[Portal] | None:
    if name is None:
        return None
    from crawler.rereading import find_portal

    try:
        portal = find_portal(name)
    except PortalError as error:
        raise CannotRun(str(error)) from error
    if portal is None:
        raise CannotRun(unknown(_("no portal {name!r}").format(name=name), name, portal_names()))
    return portal


def _print_documents(file: Path, url: str | None, portal: type[Portal] | None) -> None:
    from crawler.rereading import is_warc, read_warc

    found = False
    for document in read_warc(file, url, portal) if is_warc(file) else _read_page(file, url, portal):
        found = True
        click.echo(json.dumps(asdict(document), ensure_ascii=False))
    if not found:
        click.echo(_("{file}: no document on this page").format(file=file), err=True)


def _read_page(file: Path, url: str | None, portal: type[Portal] | None) -> list[Document]:
    """Return the documents of a saved page; of a sample's by the layout that its portal had when it was saved."""
    from crawler.rereading import find_portal, read_as

    served = _served(file)
    address = url or served.get("url") or file.resolve().as_uri()
    of_sample = find_portal(file.resolve().parent.parent.name) if served and portal is None else None
    captured_at = served.get("captured_at") or (datetime.now(UTC).isoformat() if portal else None)
    found = read_as(portal or of_sample, file.read_bytes(), address, served.get("headers"), captured_at)
    return [portal.marked(document) for document in found] if portal else found


def _served(file: Path) -> dict[str, Any]:
    """Return what the page.json of a sample says of its page, or nothing."""
    beside = file.with_name("page.json")
    if not beside.exists():
        return {}
    served = json.loads(beside.read_text(encoding="utf-8"))
    return served if isinstance(served, dict) else {}
