"""The page over all portals of the holdings: how each one's last run ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.causes import read_causes
from archive.report.html import local_time, render
from archive.runs import Run
from archive.schedule.ledger import Entry
from archive.status import PortalStatus

_MOST_CAUSES = 3
_ORDER = {"unable": 0, "failed": 0, "interrupted": 1, "running": 2, "complete": 3}


def render_overview(
    statuses: Sequence[PortalStatus],
    failed: Mapping[str, Entry],
    faults: Sequence[str],
    now: datetime,
    holdings: Path,
) -> str:
    """Return one HTML page over the last runs of all portals, those that need a look first.

    *failed* are runs of the schedule, by portal, that were no crawl; they stand where no crawl was since.
    """
    crawled = {status.portal: status for status in statuses if status.last}
    planned = [PortalStatus(portal, ()) for portal in failed if portal not in crawled]
    rows = [_row(status, failed.get(status.portal), holdings) for status in (*crawled.values(), *planned)]
    rows.sort(key=lambda row: row["order"])
    outcomes = Counter(row["outcome"] for row in rows)
    bad = outcomes["failed"] + outcomes["unable"]
    grave = "failed" if bad else "interrupted" if outcomes["interrupted"] else "complete"
    return render(
        "overview.html",
        rows=rows,
        outcomes=outcomes,
        grave=grave,
        faults=faults,
        figures=_figures(rows, outcomes),
        now=local_time(now.isoformat()),
    )


def _row(status: PortalStatus, failed: Entry | None, holdings: Path) -> dict[str, Any]:
    last = status.last
    if failed is not None and (last is None or str(failed.started) > last.started):
        return _blank_row(status) | {
            "order": (_ORDER["unable"], status.portal),
            "outcome": "unable",
            "started": local_time(failed.started or failed.due),
            "causes": read_causes(failed.cause, {}),
        }
    return _blank_row(status) | (_last_row(status, last, holdings) if last else {})


def _blank_row(status: PortalStatus) -> dict[str, Any]:
    """What is told of a portal whatever became of its last run."""
    counts = dict.fromkeys(("documents", "duplicates", "injections", "failures"), 0)
    return counts | {
        "portal": status.portal,
        "title": status.title,
        "good": local_time(status.last_good.started) if status.last_good else None,
        "report": None,
        "more_causes": 0,
        "trend": status.trend,
        "direction": status.direction,
    }


def _last_row(status: PortalStatus, last: Run, holdings: Path) -> dict[str, Any]:
    outcome = last.outcome if last.outcome in _ORDER else "interrupted"
    causes = read_causes(last.cause, last.counts) if outcome != "complete" else []
    return {
        "order": (_ORDER[outcome], status.portal),
        "outcome": outcome,
        "started": local_time(last.started),
        "causes": causes[:_MOST_CAUSES],
        "more_causes": max(0, len(causes) - _MOST_CAUSES),
        "report": f"{last.portal}/{last.crawl}/report.html" if _has_report(holdings, last) else None,
        "documents": last.documents,
        "duplicates": last.count("duplicates"),
        "injections": last.count("injections"),
        "failures": last.count("failures"),
    }


def _has_report(holdings: Path, run: Run) -> bool:
    return (holdings / run.portal / run.crawl / "report.html").is_file()


def _figures(rows: Sequence[dict[str, Any]], outcomes: Counter[str]) -> list[dict[str, object]]:
    def total(name: str) -> int:
        return sum(row[name] for row in rows)

    figures = (
        ("网站", "Portals", len(rows), False),
        ("完成", "Complete", outcomes["complete"], False),
        ("未达标", "Failed", outcomes["failed"] + outcomes["unable"], True),
        ("中断", "Interrupted", outcomes["interrupted"], True),
        ("新文章", "New documents", total("documents"), False),
        ("重复", "Duplicates", total("duplicates"), False),
        ("注入", "Injections", total("injections"), True),
        ("失败的请求", "Failed requests", total("failures"), True),
    )
    return [
        {"zh": zh, "en": en, "count": count, "alarm": unwanted and count > 0} for zh, en, count, unwanted in figures
    ]
