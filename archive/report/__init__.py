"""report.html: what a crawl brought, on one page that can be read, printed and kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from archive.disk import write_whole


def write_report(folder: Path, digests: Mapping[str, str] | None = None) -> Path:
    """Return the path of the report.html written into the crawl's *folder* from the files in it.

    *digests* are SHA-256 values already worked out, by file name, so that large files are not read twice.
    """
    path = folder / "report.html"
    write_whole(path, report_of(folder, digests).encode("utf-8", "replace"))
    return path


def report_of(folder: Path, digests: Mapping[str, str] | None = None) -> str:
    """Return the report of the crawl in *folder* as HTML."""
    # The template engine and the charts are loaded only when a report is made: no crawl waits for them.
    from archive.report.crawl import read_crawl
    from archive.report.page import render_crawl

    return render_crawl(read_crawl(folder, digests))


def write_overview(holdings: Path, target: Path | None = None) -> Path:
    """Return the path of the page over all portals of *holdings*: *target*, or report.html in the holdings."""
    from archive.report.overview import render_overview
    from archive.schedule.explain import failed_runs
    from archive.status import read_status

    path = target or holdings / "report.html"
    statuses, faults = read_status(holdings)
    failed, fault = failed_runs(holdings)
    page = render_overview(statuses, failed, [*faults, *([fault] if fault else [])], datetime.now(UTC), holdings)
    write_whole(path, page.encode("utf-8", "replace"))
    return path
