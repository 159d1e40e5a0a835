"""The bench's README."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.families.measure import BUDGET, Score

_HEAD = """# Families

Fictional portals of every family (`tests/crawler/simulator`), each from a seed of its own, with about 50, 150, 400,
1,000 and 2,000 articles: looked at as `scrapy newportal` does, then crawled whole by what that found. Columns,
pagination, row markup, charset and its label, menus, twins of addresses, dead ends and traps are drawn at random.
`make bench-families` writes this file; `python -m tests.bench.families --seed 7000 --dry` tries other portals.

*Named*: the family. *Columns*: found with their names. *False*: found, but none. *Reached*: articles of the lists that
the crawl asked for, of all there are. *Twice*: addresses asked for twice. *Beyond*: asked for, though there is nothing
(a newspaper's calendar of a month not begun). *Trapped*: requests into calendars, searches, mailboxes, views that grow.
*Bounded*: a list without end was left at its budget of {budget} pages, and the counts tell.

| kind | family | portals | articles | named | columns | false | reached | twice | beyond | trapped | bounded | CPU s |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def write_report(scores: Sequence[Score], seconds: float, seed: int) -> None:
    """Write README.md beside this file."""
    rows = "\n".join(score.row() for score in scores)
    tools = ", ".join(f"{name} {version(name)}" for name in ("scrapy", "lxml"))
    told = (
        f"`scrapy list` with 2,850 portal files: {seconds:.2f} s (median of three, start of Python included; aim: 3 s).\n\n"
        f"Measured {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {tools}, one core, seeds from {seed} on.\n"
    )
    path = Path(__file__).with_name("README.md")
    path.write_text(f"{_HEAD.format(budget=BUDGET)}{rows}\n\n{told}", encoding="utf-8")
