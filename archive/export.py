"""Exports: one WACZ, or one BagIt bag, of any crawls of the holdings."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from tempfile import mkdtemp

import bagit  # type: ignore[import-untyped]

from archive.disk import write_whole
from archive.documents import crawl_documents
from archive.errors import HoldingsUnwritable, NotHeld, storage_error
from archive.lines import dump_line
from archive.manifest import SIGNATURE, write_manifest
from archive.selection import select_crawls
from archive.shown import ShownWarc, show_index, show_warcs
from archive.wacz import write_wacz
from archive.withdrawn import read_tombstones


@dataclass(frozen=True, slots=True)
class Export:
    """What was exported: the file or folder, which crawls (``portal/crawl``), and how many addresses were withheld.

    *missing* are ids of records that a revisit refers to and the holdings do not have.
    """

    path: Path
    crawls: tuple[str, ...]
    withheld: int
    missing: tuple[str, ...] = ()


def export_wacz(holdings: Path, names: Sequence[str], target: Path) -> Export:
    """Write the crawls that *names* name (all where there is none) to the WACZ file *target* and return what it holds.

    What withdrawn addresses served is left out; the records that revisits refer to come along wherever they lie.
    """
    _check_absent(target)
    folders = _finished(select_crawls(holdings, names))
    draft = target.with_name(target.name + ".draft")
    withdrawn = set(read_tombstones(holdings))
    try:
        missing = write_wacz(holdings, folders, draft, withdrawn)
        draft.replace(target)
    except OSError as error:
        raise storage_error(target, error) from error
    finally:
        draft.unlink(missing_ok=True)
    return Export(target, _names(folders), len(withdrawn), tuple(missing))


def export_bag(holdings: Path, names: Sequence[str], target: Path, *, organization: str | None = None) -> Export:
    """Write the crawls that *names* name to the new folder *target* as a BagIt bag and return what it holds."""
    _check_absent(target)
    folders = _finished(select_crawls(holdings, names))
    withdrawn = set(read_tombstones(holdings))
    draft = Path(mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for folder in folders:
            _copy_crawl(folder, draft / folder.parent.name / folder.name, withdrawn)
        info = {
            "Bagging-Date": datetime.now(UTC).date().isoformat(),
            "External-Description": "Web captures of " + ", ".join(sorted({each.parent.name for each in folders})),
            "External-Identifier": " ".join(_names(folders)),
        }
        if organization:
            info["Source-Organization"] = organization
        bagit.make_bag(str(draft), bag_info=info, checksums=["sha256"])
        draft.chmod(0o755)
        draft.replace(target)
    except OSError as error:
        raise storage_error(target, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Export(target, _names(folders), len(withdrawn))


def _copy_crawl(folder: Path, target: Path, withdrawn: set[str]) -> None:
    """Copy the crawl in *folder* to *target* without what is withdrawn; an untouched crawl is copied byte for byte."""
    target.mkdir(parents=True)
    warcs = show_warcs(folder, withdrawn)
    for path in sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")):
        if path.name in warcs:
            with (target / path.name).open("wb") as copy:
                copy.writelines(warcs[path.name].pieces())
        else:
            shutil.copyfile(path, target / path.name)
    if any(warc.left_out for warc in warcs.values()):
        _copy_lines(folder, target, warcs, withdrawn)


def _copy_lines(folder: Path, target: Path, warcs: dict[str, ShownWarc], withdrawn: set[str]) -> None:
    write_whole(target / "index.cdxj", "".join(show_index(folder, warcs)).encode())
    for name in ("documents.jsonl", "duplicates.jsonl"):
        lines = []
        for line in crawl_documents(folder, withdrawn, name):
            warc = warcs.get(str(line.get("warc_file")))
            if warc is not None:
                line["warc_offset"] = warc.move(int(line["warc_offset"]))
            lines.append(dump_line(line))
        write_whole(target / name, b"".join(lines))
    write_manifest(target)
    (target / SIGNATURE).unlink(missing_ok=True)  # it is of the manifest of the whole


def _check_absent(target: Path) -> None:
    if target.exists():
        words = _("{target}: is there already; name another file, or move it away")
        raise HoldingsUnwritable(words.format(target=target))
    if not target.parent.is_dir():
        words = _("{target}: there is no folder {folder}; make it first")
        raise HoldingsUnwritable(words.format(target=target, folder=target.parent))


def _finished(folders: list[Path]) -> list[Path]:
    """Leave out crawls that are still running or never ended: what they hold is not settled yet."""
    finished = [folder for folder in folders if (folder / "index.cdxj").exists()]
    if not finished:
        raise NotHeld(_("nothing to export: no crawl that has ended; see `xianzhi status`"))
    return finished


def _names(folders: list[Path]) -> tuple[str, ...]:
    return tuple(f"{folder.parent.name}/{folder.name}" for folder in folders)
