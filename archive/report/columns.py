"""What the columns of a crawl brought, and what of them is known to be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.report.tally import mapping, whole

_GONE = ("absent", "soft_404")
_BUDGET = ("因达到上限而未跟进的列表页", "list pages left because a budget was spent")
# What may be missing of a column, and how it is told.
_KINDS = (
    ("unlisted", "列表所称而未列出", "promised by the lists, not linked there"),
    ("failed", "未取到的网页", "pages that could not be fetched"),
    ("empty", "没有内容可读的网页", "pages with nothing to read"),
    ("left_out", *_BUDGET),
    ("issues_left_out", "未采的报纸各期", "newspaper issues left out"),
)
_NAMED = 8


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """One column of a crawl: what its lists promise and link to, what was read, and what was not.

    *promised* is None where the lists say nothing; *gone* are pages that the site no longer has; *left_out* are list
    pages beyond the *budget* of the column, and issues of a paper that were left to another crawl.
    """

    name: str
    promised: int | None
    links: int
    documents: int
    failed: int
    gone: int
    empty: int
    left_out: int
    budget: int | None
    issues_left_out: int
    whole: bool

    @property
    def unlisted(self) -> int:
        """How many articles the lists promise and do not link to; an incremental crawl reads no list to its end."""
        return max(0, (self.promised or 0) - self.links) if self.whole else 0

    @property
    def missing(self) -> int:
        """How much is known to be missing, of any kind."""
        return sum(getattr(self, name) for name, *_words in _KINDS)


def read_columns(counts: Mapping[str, Any], kind: object) -> list[ColumnFacts]:
    """Return the columns that a crawl of *kind* counted, those with the largest gaps first."""
    columns = [_read(str(name), mapping(found), kind != "incremental") for name, found in _columns(counts)]
    return sorted(columns, key=lambda column: (-column.missing, -column.documents, column.name))


def find_gaps(columns: Sequence[ColumnFacts], counts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what is known to be missing: of each kind how much, and of which columns the most."""
    rows = [_gap(zh, en, [(column, getattr(column, name)) for column in columns]) for name, zh, en in _KINDS]
    waiting = whole(counts.get("waiting"))
    if waiting:
        rows.append({"zh": "队列中尚未采集", "en": "still waiting in the queue", "count": waiting, "of": [], "more": 0})
    return sorted((row for row in rows if row["count"]), key=lambda row: -row["count"])


def _gap(zh: str, en: str, found: list[tuple[ColumnFacts, int]]) -> dict[str, Any]:
    concerned = sorted((one for one in found if one[1]), key=lambda one: (-one[1], one[0].name))
    return {
        "zh": zh,
        "en": en,
        "count": sum(count for _, count in concerned),
        "of": [
            {"name": column.name, "count": count, "budget": column.budget if zh == _BUDGET[0] else None}
            for column, count in concerned[:_NAMED]
        ],
        "more": max(0, len(concerned) - _NAMED),
    }


def _columns(counts: Mapping[str, Any]) -> list[tuple[object, object]]:
    return list(mapping(counts.get("columns")).items())


def _read(name: str, found: Mapping[str, Any], is_whole: bool) -> ColumnFacts:
    return ColumnFacts(
        name=name,
        promised=whole(found["promised"]) if "promised" in found else None,
        links=whole(found.get("links")),
        documents=whole(found.get("documents")),
        failed=whole(found.get("failed")),
        gone=sum(whole(found.get(what)) for what in _GONE),
        empty=whole(found.get("empty")),
        left_out=whole(found.get("budget_hit")),
        budget=whole(found["budget"]) if "budget" in found else None,
        issues_left_out=whole(found.get("issues_left_out")),
        whole=is_whole,
    )
