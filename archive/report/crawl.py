"""What the report of one crawl says, gathered from its folder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.causes import read_causes
from archive.language import Said
from archive.manifest import NAME as MANIFEST
from archive.manifest import file_digest, listed_files, read_manifest
from archive.report.columns import ColumnFacts, read_columns
from archive.report.tally import (
    Documents,
    Duplicates,
    Records,
    mapping,
    tally_documents,
    tally_duplicates,
    tally_records,
    whole,
)

REPORT = "report.html"
# Counted beside the requests that failed: pages that were served but could not be used, and faults of the program.
_PAGE_FAILURES = ("blocked", "unreadable", "invalid", "errors")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file of the crawl: its size in bytes and SHA-256, None for one that is not yet finished."""

    name: str
    size: int
    digest: str | None


@dataclass(frozen=True, slots=True)
class CrawlFacts:
    """One crawl: what its crawl.json describes, and what its files add up to."""

    description: Mapping[str, Any]
    portal: str
    id: str
    documents: Documents
    duplicates: Duplicates
    records: Records
    files: tuple[FileFacts, ...]

    @property
    def outcome(self) -> str:
        """``complete``, ``failed``, ``interrupted`` or ``running``."""
        return str(self.description.get("outcome") or "unknown")

    @property
    def title(self) -> str | None:
        """The portal's Chinese name."""
        return self._text("title")

    @property
    def home(self) -> str | None:
        """The portal's address."""
        return self._text("home")

    @property
    def causes(self) -> list[Said]:
        """Why the crawl is not complete."""
        return read_causes(self._text("cause"), self.counts)

    @property
    def checks_passed(self) -> int:
        """How many of the monitors at its close found nothing wrong; 0 where none told."""
        return whole(self.counts.get("monitors_passed"))

    @property
    def is_incremental(self) -> bool:
        """Whether it read each list to known ground only."""
        return self.description.get("kind") == "incremental"

    @property
    def fetched(self) -> bool:
        """Whether the site answered with any page."""
        return bool(whole(self.counts.get("pages")) or self.records.count)

    @property
    def columns(self) -> list[ColumnFacts]:
        """Its columns, those with the largest gaps first."""
        return read_columns(self.counts, self.description.get("kind"))

    @property
    def counts(self) -> Mapping[str, Any]:
        """What the crawl counted itself."""
        return mapping(self.description.get("counts"))

    @property
    def seconds(self) -> float | None:
        """How long the crawl ran."""
        started, ended = moment(self.description.get("started")), moment(self.description.get("ended"))
        if not started or not ended or (started.tzinfo is None) != (ended.tzinfo is None):
            return None
        return (ended - started).total_seconds()

    @property
    def failures(self) -> Counter[str]:
        """How often requests or pages failed, by cause."""
        causes = Counter({str(cause): whole(count) for cause, count in mapping(self.counts.get("failures")).items()})
        for cause in _PAGE_FAILURES:
            causes[cause] = causes[cause] or whole(self.counts.get(cause))
        return +causes

    def examples(self, cause: str) -> list[str]:
        """Return some of the addresses at which *cause* was met."""
        found = mapping(self.counts.get("examples")).get(cause)
        if isinstance(found, list):
            return [str(example) for example in found][:3]
        return self.records.refused.get(cause.removeprefix("status "), [])

    def _text(self, name: str) -> str | None:
        value = self.description.get(name)
        return str(value) if value else None


def read_crawl(folder: Path, digests: Mapping[str, str] | None = None) -> CrawlFacts:
    """Return the facts of the crawl in *folder*.

    *digests* are SHA-256 values already known, by file name; the others are read from the manifest where there is
    one, else worked out. A file that is missing counts as empty: a crawl that failed early has few.
    """
    description = _read_description(folder / "crawl.json")
    until = str(description.get("started") or folder.name)[:7].replace("T", "")
    if "-" not in until:
        until = f"{folder.name[:4]}-{folder.name[4:6]}"
    return CrawlFacts(
        description=description,
        portal=str(description.get("portal") or folder.parent.name),
        id=folder.name,
        documents=tally_documents(folder / "documents.jsonl", until),
        duplicates=tally_duplicates(folder / "duplicates.jsonl"),
        records=tally_records(folder / "index.cdxj"),
        files=tuple(_files(folder, _known_digests(folder) if digests is None else digests)),
    )


def moment(value: object) -> datetime | None:
    """Return the ISO 8601 time *value*, or None where it is none."""
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _read_description(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        return {"cause": f"{path.name}: {error}"}
    return found if isinstance(found, dict) else {"cause": f"{path.name}: not a JSON object"}


def _files(folder: Path, known: Mapping[str, str]) -> list[FileFacts]:
    settled = {path.name for path in listed_files(folder)}
    return [
        FileFacts(path.name, path.stat().st_size, _digest(path, known) if path.name in settled else None)
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in (REPORT, MANIFEST) and not _is_passing(path)
    ]


def _is_passing(path: Path) -> bool:
    return path.name.startswith(".") or path.suffix in (".open", ".draft")


def _digest(path: Path, known: Mapping[str, str]) -> str:
    return known.get(path.name) or file_digest(path)


def _known_digests(folder: Path) -> dict[str, str]:
    return read_manifest(folder) if (folder / MANIFEST).exists() else {}
