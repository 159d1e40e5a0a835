"""How a running crawl and its end are shown: live rows on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Sequence
from gettext import gettext as _
from types import TracebackType

from rich import box
from rich.console import Console
from rich.live import Live
from rich.table import Table

from archive.language import Said
from archive.report.html import size
from archive.report.words import cause_words
from crawler.cli.crawling import Progress

_SECONDS_BETWEEN_LINES = 10
_WIDTH_OF_LOGS = 120


def make_console() -> Console:
    """Return a console for standard output, wide enough for a table where it is no terminal."""
    console = Console()
    return console if console.is_terminal else Console(width=_WIDTH_OF_LOGS)  # rich would take 80 columns


def outcome_word(outcome: str | None) -> str:
    """Return an outcome in the archivist's language."""
    words = {
        None: _("running"),
        "complete": _("complete"),
        "failed": _("FAILED"),
        "interrupted": _("interrupted"),
        "unable": _("could not run"),
    }
    return words.get(outcome, outcome or "")


class Display:
    """Shows the progress of each portal until all have ended; use it as a context manager."""

    def __init__(self, portals: Sequence[str], console: Console | None = None) -> None:
        self.console = console or Console()
        self._rows = {portal: Progress(portal) for portal in portals}
        self._live = Live(console=self.console, get_renderable=self._table, refresh_per_second=4, transient=True)
        self._said: dict[str, float] = {}

    def __enter__(self) -> Display:
        if self.console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.console.is_terminal:
            self._live.stop()

    def show(self, progress: Progress) -> None:
        """Take over the progress of one portal."""
        self._rows[progress.portal] = progress
        if not self.console.is_terminal and self._is_due(progress):
            self.console.print(_line(progress), soft_wrap=True, highlight=False, markup=False)

    def _is_due(self, progress: Progress) -> bool:
        now = time.monotonic()
        last = self._said.setdefault(progress.portal, now)
        if progress.status is None and now - last < _SECONDS_BETWEEN_LINES:
            return False
        self._said[progress.portal] = now
        return progress.status is not None or progress.outcome is None

    def _table(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column(_("portal"))
        for heading in (_("pages"), _("documents"), _("queue"), _("pages/s"), _("time left"), _("failures")):
            table.add_column(heading, justify="right")
        table.add_column(_("state"))
        for row in self._rows.values():
            table.add_row(row.portal, *_live_cells(row), outcome_word(row.outcome))
        return table


def _live_cells(row: Progress) -> list[str]:
    rate = row.pages / row.elapsed if row.elapsed else 0.0
    left = f"{row.queue / rate:.0f} s" if rate and row.outcome is None else ""
    failures = ", ".join(f"{_in_words(cause)} {count}" for cause, count in row.failures.items())
    return [str(row.pages), str(row.documents), str(row.queue), f"{rate:.1f}", left, failures]


def _in_words(cause: str) -> Said:
    chinese, english = cause_words(cause)
    return Said(chinese or english, english)


def _line(row: Progress) -> str:
    words = _("{portal}: {state}, {pages} pages, {documents} documents, {queue} waiting, {size}").format(
        portal=row.portal,
        state=outcome_word(row.outcome),
        pages=row.pages,
        documents=row.documents,
        queue=row.queue,
        size=size(row.bytes),
    )
    return f"{words}: {row.cause}" if row.cause else words


def print_summary(ends: Sequence[Progress], console: Console) -> None:
    """Print the table of how each portal ended, then why the failed ones failed."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(_("portal"), overflow="fold")
    headings = (_("pages"), _("documents"), _("duplicates"), _("injections"), _("bytes"), _("seconds"))
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column(_("outcome"), no_wrap=True)
    for end in ends:
        counts = (
            end.pages,
            end.documents,
            end.duplicates,
            end.injections,
            size(end.bytes),
            f"{end.elapsed:.1f}",
        )
        table.add_row(end.portal, *map(str, counts), outcome_word(end.outcome))
    console.print(table)
    for end in ends:
        if end.outcome != "complete":
            cause = end.cause or _("no cause was given")
            console.print(f"{end.portal}: {cause}", soft_wrap=True, highlight=False, markup=False)
