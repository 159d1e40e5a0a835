"""How a crawl's folder begins: a shelf for its portal, a folder of its own, a description; or an earlier one again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from archive.description import RUNNING, read_description, software, write_description
from archive.disk import sync_folder
from archive.errors import storage_error
from archive.manifest import NAME as MANIFEST
from archive.manifest import SIGNATURE
from archive.names import check_portal, crawl_id, iso_time


def open_shelf(holdings: Path, portal: str) -> Path:
    """Return the folder of *portal* in *holdings*, made where it is missing; raises ArchiveError."""
    shelf = holdings / check_portal(portal)
    try:
        shelf.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(shelf, error) from error
    return shelf


def make_folder(shelf: Path, started: datetime) -> tuple[Path, datetime]:
    """Make the folder of a new crawl; a second crawl within the same second is dated a second later."""
    while True:
        folder = shelf / crawl_id(started)
        try:
            folder.mkdir()
            sync_folder(shelf)
        except FileExistsError:
            started += timedelta(seconds=1)
        except OSError as error:
            raise storage_error(folder, error) from error
        else:
            return folder, started


def describe(
    name: str,
    portal: str,
    began: datetime,
    *,
    title: str,
    division_code: str | None,
    kind: str,
    operator: str | None,
    robots: str,
    settings: Mapping[str, object],
) -> dict[str, Any]:
    """Return what crawl.json says of the crawl *name* of *portal* while it runs."""
    return {
        "id": name,
        "portal": portal,
        "title": title,
        "division_code": division_code,
        "kind": kind,
        "operator": operator,
        "robots": robots,
        "software": software(),
        "settings": dict(settings),
        "started": iso_time(began),
        "ended": None,
        "outcome": RUNNING,
        "cause": None,
        "counts": {},
    }


def reopen(folder: Path) -> dict[str, Any]:
    """Return the description of the crawl in *folder*, running again."""
    description = read_description(folder)
    description["resumed"] = [*description.get("resumed", []), iso_time(datetime.now(UTC))]
    description |= {"outcome": RUNNING, "ended": None, "cause": None}
    write_description(folder, description)
    (folder / MANIFEST).unlink(missing_ok=True)
    (folder / SIGNATURE).unlink(missing_ok=True)
    return description


def next_number(folder: Path) -> int:
    """Return the number of the next WARC file of the crawl in *folder*."""
    taken = [int(path.name.split(".")[0].rpartition("-")[2]) for path in folder.glob("*.warc.gz")]
    return max(taken, default=-1) + 1
