"""The end of a crawl: its folder indexed, reported on and sealed, by its own process or by the next."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.catalogue import (
    DROP_CAPTURES,
    DROP_DOCUMENTS,
    PUT_CAPTURE,
    PUT_DOCUMENT,
    Catalogue,
    capture_row,
)
from archive.description import RUNNING, read_description, write_description
from archive.disk import sync_folder, write_whole
from archive.errors import ArchiveError
from archive.index import parse_line, sort_lines
from archive.lines import dump_line, read_lines
from archive.manifest import file_digest, listed_files, write_manifest
from archive.names import is_crawl, iso_time
from archive.rebuild import document_rows, enter_crawl
from archive.records import safe_uri
from archive.report import write_report
from archive.salvage import salvage_crawl, spool_index
from archive.withdrawn import read_tombstones

DOCUMENTS, DUPLICATES, INDEX, REPORT = "documents.jsonl", "duplicates.jsonl", "index.cdxj", "report.html"
SPOOL = "index.cdxj.open"
_log = logging.getLogger(__name__)


def finish_folder(folder: Path, description: dict[str, Any], outcome: str, catalogue: Catalogue) -> None:
    """Index, describe, report on, seal and enter the crawl in *folder*, whose files are closed."""
    portal, crawl = folder.parent.name, folder.name
    withdrawn = read_tombstones(folder.parent.parent)
    lines = sort_lines(
        line
        for line in (folder / SPOOL).read_text(encoding="utf-8").splitlines(keepends=True)
        if line.partition(" ")[0] not in withdrawn
    )
    write_whole(folder / INDEX, "".join(lines).encode())
    entries = [parse_line(line) for line in lines]
    moved = _link_attachments(
        folder, {entry["url"]: entry["recordId"] for entry in entries if entry["status"] == "200"}
    )
    description |= {"outcome": outcome, "ended": description.get("ended") or iso_time(datetime.now(UTC))}
    write_description(folder, description)
    digests = {path.name: file_digest(path) for path in listed_files(folder)}
    write_report(folder, digests)
    write_manifest(folder, {name: digest for name, digest in digests.items() if name != REPORT})
    statements: list[tuple[str, list[tuple[object, ...]]]] = [
        (DROP_CAPTURES, [(portal, crawl)]),
        (PUT_CAPTURE, [capture_row(entry, portal, crawl) for entry in entries]),
    ]
    if moved:
        statements += [(DROP_DOCUMENTS, [(portal, crawl)]), (PUT_DOCUMENT, document_rows(folder))]
    catalogue.write(statements)
    catalogue.put_crawl(portal, crawl, description, f"{portal}/{crawl}")
    # Last of all: as long as it is there, the next start finishes what a kill cut short here.
    (folder / SPOOL).unlink()
    sync_folder(folder)


def _link_attachments(folder: Path, captured: Mapping[str, str]) -> bool:
    """Fill in the record ids of attachments that the crawl captured, by address; tell whether lines moved by it."""
    lines = [line for _offset, line in read_lines(folder / DOCUMENTS)]
    changed = False
    for line in lines:
        for attachment in line.get("attachments") or []:
            record_id = captured.get(safe_uri(attachment["url"]))
            if record_id is not None and attachment.get("record_id") != record_id:
                attachment["record_id"], changed = record_id, True
    if changed:
        write_whole(folder / DOCUMENTS, b"".join(dump_line(line) for line in lines))
    return changed


def mend_unfinished(holdings: Path, shelf: Path, *, resume: bool) -> Path | None:
    """Make unfinished crawls on *shelf* sound; return the one to go on with, end the others."""
    folders = sorted(path for path in shelf.iterdir() if path.is_dir() and is_crawl(path.name))
    folders = [folder for folder in folders if not _remove_if_empty(folder)]
    goes_on: Path | None = None
    for folder in folders:
        try:
            outcome = read_description(folder)["outcome"]
        except ArchiveError as error:
            _log.warning("%s", error)
            continue
        if resume and folder == folders[-1] and outcome in (RUNNING, "interrupted"):
            goes_on = folder
        elif outcome != RUNNING and not (folder / SPOOL).exists():
            continue
        _salvage(folder)
        spool_index(folder, folder / SPOOL)
        if goes_on is None:
            _end(holdings, folder, outcome)
        else:
            _enter_again(holdings, folder)
    return goes_on


def _remove_if_empty(folder: Path) -> bool:
    """Remove the folder of a crawl that was killed before it was described, and tell whether that was so."""
    try:
        for draft in folder.glob("*.draft"):
            draft.unlink()
        folder.rmdir()
    except OSError:
        return False  # there is something in it
    return True


def _salvage(folder: Path) -> None:
    """Make the crawl's files sound, and write into its description what that took."""
    done = [asdict(salvaged) for salvaged in salvage_crawl(folder)]
    if done:
        description = read_description(folder)
        description["salvaged"] = [*description.get("salvaged", []), *done]
        write_description(folder, description)


def _end(holdings: Path, folder: Path, outcome: str) -> None:
    """Finish a crawl that its own process did not finish: as it was about to, or as interrupted."""
    description = read_description(folder)
    if outcome == RUNNING:
        outcome, description["cause"] = "interrupted", _("the process ended without finishing the crawl")
    catalogue = Catalogue(holdings)
    try:
        enter_crawl(catalogue, folder)
        finish_folder(folder, description, outcome, catalogue)
    finally:
        catalogue.close()


def _enter_again(holdings: Path, folder: Path) -> None:
    """Let the catalogue know what the crawl wrote before it was cut short, so that none of it is kept twice."""
    catalogue = Catalogue(holdings)
    try:
        enter_crawl(catalogue, folder)
    finally:
        catalogue.close()
