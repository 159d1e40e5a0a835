"""What the lines of one crawl's files add up to, read one line at a time."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

# Rows of a list; what lies beyond is counted, and stands in the crawl's own files.
_INJECTIONS_SHOWN, _DUPLICATES_SHOWN, _EXAMPLES_SHOWN = 200, 60, 3
_NEWEST = 10
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


@dataclass(slots=True)
class Documents:
    """What documents.jsonl holds; *newest* are the latest published, *injected* the first spammed ones."""

    count: int = 0
    broken: int = 0
    undated: int = 0
    misdated: int = 0
    columns: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    injected: list[dict[str, Any]] = field(default_factory=list)
    injections: int = 0
    restored: int = 0
    unsure: int = 0
    newest: list[dict[str, Any]] = field(default_factory=list)

    def add(self, document: Mapping[str, Any], until: str) -> None:
        """Count one document; a month after *until* (``2025-03``) was printed by mistake."""
        self.count += 1
        self.columns[str(document.get("column") or "")] += 1
        for name in ("title", "published", "source", "authors", "text", "images", "attachments"):
            self.present[name] += bool(document.get(name))
        self._add_month(str(document.get("published") or ""), until)
        self._add_injections(document)
        restoration = mapping(document.get("restoration"))
        self.restored += bool(restoration)
        self.unsure += whole(restoration.get("unsure"))
        self._keep_newest(document, until)

    def _add_month(self, published: str, until: str) -> None:
        month = published[:7]
        if not published:
            self.undated += 1
        elif not _MONTH.fullmatch(month) or month > until:
            self.misdated += 1
        else:
            self.months[month] += 1

    def _add_injections(self, document: Mapping[str, Any]) -> None:
        found = document.get("injections")
        for injection in found if isinstance(found, list) else ():
            facts = mapping(injection)
            self.injections += 1
            self.kinds[str(facts.get("kind") or "")] += 1
            if len(self.injected) < _INJECTIONS_SHOWN:
                page = {name: document.get(name) for name in ("title", "url")}
                self.injected.append(page | {name: facts.get(name) for name in ("kind", "excerpt", "where")})

    def _keep_newest(self, document: Mapping[str, Any], until: str) -> None:
        published = str(document.get("published") or "")
        if not _MONTH.fullmatch(published[:7]) or published[:7] > until:
            return
        if len(self.newest) == _NEWEST and published <= str(self.newest[-1]["published"]):
            return
        kept = {name: document.get(name) for name in ("title", "url", "column", "source")}
        self.newest.append(kept | {"published": published})
        self.newest.sort(key=lambda row: str(row["published"]), reverse=True)
        del self.newest[_NEWEST:]


@dataclass(slots=True)
class Records:
    """What index.cdxj lists: captures by HTTP status and by media type, with the bytes they take as stored.

    *refused* has a few addresses of each status that is an error.
    """

    count: int = 0
    broken: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    type_bytes: Counter[str] = field(default_factory=Counter)
    refused: dict[str, list[str]] = field(default_factory=dict)

    def add(self, line: Mapping[str, Any]) -> None:
        """Count one capture."""
        self.count += 1
        status = str(line.get("status") or "-")
        self.statuses[status] += 1
        if status[:1] in "45" and len(self.refused.setdefault(status, [])) < _EXAMPLES_SHOWN:
            self.refused[status].append(str(line.get("url") or ""))
        media_type = str(line.get("mime") or "-").partition(";")[0].strip().lower()
        self.types[media_type] += 1
        self.type_bytes[media_type] += whole(line.get("length"))


@dataclass(slots=True)
class Duplicates:
    """What duplicates.jsonl lists: how many, and the first of them."""

    count: int = 0
    broken: int = 0
    shown: list[dict[str, Any]] = field(default_factory=list)


def tally_documents(file: Path, until: str) -> Documents:
    """Return what the documents of *file* add up to; *until* is the month of the crawl."""
    found = Documents()
    for line in json_lines(file):
        if line is None:
            found.broken += 1
        else:
            found.add(line, until)
    return found


def tally_duplicates(file: Path) -> Duplicates:
    """Return how many lines *file* has, and the first of them."""
    found = Duplicates()
    for line in json_lines(file):
        if line is None:
            found.broken += 1
            continue
        found.count += 1
        if len(found.shown) < _DUPLICATES_SHOWN:
            found.shown.append(line)
    return found


def tally_records(file: Path) -> Records:
    """Return what the lines of the CDXJ index *file* add up to."""
    found = Records()
    for line in json_lines(file, words_before=2):
        if line is None:
            found.broken += 1
        else:
            found.add(line)
    return found


def json_lines(file: Path, words_before: int = 0) -> Iterator[dict[str, Any] | None]:
    """Yield the JSON object of each line of *file*, after *words_before* other words; None for a broken line.

    A crawl that was killed can leave half a line, and a crawl that failed early no file at all.
    """
    if not file.exists():
        return
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if not line.strip() or line.startswith("!"):
                continue
            words = line.split(" ", words_before)
            try:
                value = json.loads(words[words_before]) if len(words) > words_before else None
            except ValueError:
                value = None
            yield value if isinstance(value, dict) else None


def mapping(value: object) -> Mapping[str, Any]:
    """Return *value* where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def whole(value: object) -> int:
    """Return *value* as a whole number, 0 where it is none.

    >>> whole("12"), whole(None), whole([])
    (12, 0, 0)
    """
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20 else 0


def months_between(first: str, last: str) -> list[str]:
    """Return every month from *first* to *last*, both included, so that an empty month shows as a gap.

    >>> months_between("2024-11", "2025-02")
    ['2024-11', '2024-12', '2025-01', '2025-02']
    """
    number, end = _month_number(first), _month_number(last)
    return [f"{no // 12:04}-{no % 12 + 1:02}" for no in islice(range(number, end + 1), 12 * 200)]


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
