"""The page over all portals of the holdings: how each one's last run ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.causes import read_causes
from archive.report.html import local_time, render
from archive.status import PortalStatus, Run

_MOST_CAUSES = 3
_ORDER = {"failed": 0, "interrupted": 1, "running": 2, "complete": 3}


def render_overview(statuses: Sequence[PortalStatus], faults: Sequence[str], now: datetime, holdings: Path) -> str:
    """Return one HTML page over the last runs of all portals, those that need a look first."""
    rows = sorted((_row(status, holdings) for status in statuses if status.last), key=lambda row: row["order"])
    outcomes = Counter(row["outcome"] for row in rows)
    grave = "failed" if outcomes["failed"] else "interrupted" if outcomes["interrupted"] else "complete"
    return render(
        "overview.html",
        rows=rows,
        outcomes=outcomes,
        grave=grave,
        faults=faults,
        figures=_figures(rows, outcomes),
        now=local_time(now.isoformat()),
    )


def _row(status: PortalStatus, holdings: Path) -> dict[str, Any]:
    last = status.last
    if last is None:
        raise ValueError(f"{status.portal}: no run")
    outcome = last.outcome if last.outcome in _ORDER else "interrupted"
    causes = read_causes(last.cause, last.counts) if outcome != "complete" else []
    return {
        "order": (_ORDER[outcome], status.portal),
        "portal": status.portal,
        "title": status.title,
        "outcome": outcome,
        "started": local_time(last.started),
        "good": local_time(status.last_good.started) if status.last_good else None,
        "causes": causes[:_MOST_CAUSES],
        "more_causes": max(0, len(causes) - _MOST_CAUSES),
        "report": f"{last.portal}/{last.crawl}/report.html" if _has_report(holdings, last) else None,
        "documents": last.documents,
        "duplicates": last.count("duplicates"),
        "injections": last.count("injections"),
        "failures": last.count("failures"),
        "bytes": last.count("bytes"),
        "runs": len(status.runs),
        "trend": status.trend,
        "direction": status.direction,
    }


def _has_report(holdings: Path, run: Run) -> bool:
    return (holdings / run.portal / run.crawl / "report.html").is_file()


def _figures(rows: Sequence[dict[str, Any]], outcomes: Counter[str]) -> list[dict[str, object]]:
    def total(name: str) -> int:
        return sum(row[name] for row in rows)

    figures = (
        ("网站", "Portals", len(rows), False),
        ("完成", "Complete", outcomes["complete"], False),
        ("未达标", "Failed", outcomes["failed"], True),
        ("中断", "Interrupted", outcomes["interrupted"], True),
        ("新文章", "New documents", total("documents"), False),
        ("重复", "Duplicates", total("duplicates"), False),
        ("注入", "Injections", total("injections"), True),
        ("失败的请求", "Failed requests", total("failures"), True),
    )
    return [
        {"zh": zh, "en": en, "count": count, "alarm": unwanted and count > 0} for zh, en, count, unwanted in figures
    ]
