"""WACZ 1.1.1: WARC files, their compressed index and a list of pages in one ZIP, written in one pass."""

from __future__ import annotations

import gzip
import hashlib
import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from archive.description import read_description
from archive.documents import crawl_documents
from archive.names import iso_time
from archive.referred import Referred, find_referred
from archive.shown import ShownWarc, show_index, show_warcs, shown_revisits

_VERSION = "1.1.1"
_LINES_A_BLOCK = 300
_REFERRED = "referred-00000.warc.gz"


class _Package:
    """The ZIP being written, and the resources that datapackage.json lists."""

    def __init__(self, zip_file: ZipFile) -> None:
        self._zip = zip_file
        self.resources: list[dict[str, Any]] = []

    def add(self, path: str, pieces: Iterable[bytes], *, stored: bool = False, listed: bool = True) -> str:
        """Write *pieces* as the file *path* and return its digest; *stored* files can be read in place by a browser."""
        info = ZipInfo(path, datetime.now(UTC).timetuple()[:6])
        info.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        labelled = "sha256:" + digest.hexdigest()
        if listed:
            name = path.rpartition("/")[2].lower()
            self.resources.append({"name": name, "path": path, "hash": labelled, "bytes": size})
        return labelled


def write_wacz(holdings: Path, folders: Sequence[Path], target: Path, withdrawn: set[str]) -> list[str]:
    """Write the crawls in *folders* to *target* and return the ids of records referred to that are missing."""
    shown = {folder: show_warcs(folder, withdrawn) for folder in folders}
    missing: list[str] = []
    with ZipFile(target, "w", allowZip64=True) as zip_file, TemporaryFile("w+", encoding="utf-8") as extra:
        package = _Package(zip_file)
        for warcs in shown.values():
            for name, warc in warcs.items():
                package.add(f"archive/{name}", warc.pieces(), stored=True)
        revisits = (line for folder in folders for line in shown_revisits(folder, shown[folder]))
        referred = find_referred(holdings, folders, revisits, missing.append)
        first = next(referred, None)
        if first is not None:
            package.add(f"archive/{_REFERRED}", _members(chain((first,), referred), extra), stored=True)
        extra.seek(0)
        lines = heapq.merge(*(_index(folder, shown) for folder in folders), sorted(extra), key=str.encode)
        _add_index(package, lines)
        package.add("pages/pages.jsonl", _pages(folders, withdrawn))
        _add_description(package, folders)
    return missing


def _index(folder: Path, shown: dict[Path, dict[str, ShownWarc]]) -> Iterator[str]:
    return show_index(folder, shown[folder])


def _members(referred: Iterable[Referred], index: TextIO) -> Iterator[bytes]:
    """Yield the members of the file of referred records, writing their index lines to *index*."""
    offset = 0
    for each in referred:
        index.write(each.index_line(_REFERRED, offset))
        yield each.member()
        offset += each.length


def _add_index(package: _Package, lines: Iterator[str]) -> None:
    """Add the index as ZipNum: blocks of gzipped lines, and a small index of the blocks."""
    blocks: list[str] = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n']
    package.add("indexes/index.cdx.gz", _blocks(lines, blocks), stored=True)
    package.add("indexes/index.idx", (line.encode() for line in blocks))


def _blocks(lines: Iterator[str], directory: list[str]) -> Iterator[bytes]:
    offset = 0
    while block := list(islice(lines, _LINES_A_BLOCK)):
        packed = gzip.compress("".join(block).encode(), mtime=0)
        digest = "sha256:" + hashlib.sha256(packed).hexdigest()
        place = json.dumps({"offset": offset, "length": len(packed), "digest": digest, "filename": "index.cdx.gz"})
        directory.append(f"{block[0].partition(' {')[0]} {place}\n")
        offset += len(packed)
        yield packed


def _pages(folders: Sequence[Path], withdrawn: set[str]) -> Iterator[bytes]:
    """Yield pages.jsonl: a page for each capture that gave a document or repeated one."""
    yield _dump({"format": "json-pages-1.0", "id": "pages", "title": "Pages"})
    for folder in folders:
        seen: set[str] = set()
        for name in ("documents.jsonl", "duplicates.jsonl"):
            for line in crawl_documents(folder, withdrawn, name):
                origin = str(line.get("record_id") or line["id"])
                if origin in seen:
                    continue  # another story of the same page
                seen.add(origin)
                title = (line.get("story") or {}).get("page_title") or line.get("title") or line["url"]
                page = {"id": line["id"], "url": line["url"], "ts": line.get("captured_at"), "title": title}
                yield _dump(page)


def _add_description(package: _Package, folders: Sequence[Path]) -> None:
    described = [read_description(folder) for folder in folders]
    titles = sorted({str(each.get("title") or each.get("portal")) for each in described})
    started = sorted(str(each.get("started")) for each in described)
    now = iso_time(datetime.now(UTC))
    content = {
        "profile": "data-package",
        "wacz_version": _VERSION,
        "title": ", ".join(titles),
        "description": f"{len(folders)} crawls from {started[0]} to {started[-1]}" if started else "no crawls",
        "created": now,
        "modified": now,
        "software": "xianzhi",
        "resources": package.resources,
    }
    text = json.dumps(content, ensure_ascii=False, indent=2).encode()
    digest = package.add("datapackage.json", [text], listed=False)
    package.add("datapackage-digest.json", [_dump({"path": "datapackage.json", "hash": digest})], listed=False)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
