"""The checks at the close of a crawl as Spidermon monitors, one class each, in the suite that every crawl runs.

A monitor of a developer's own is a class like these, or any monitor of Spidermon's. It finds in ``self.data``:
*counts* and *ending* of the crawl, *limits* that the portal's own crawls before it teach (None where there are none),
*before* with the counts of those crawls, and *stats*, *crawler* and *spider* as Spidermon's own extension gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, ClassVar
from unittest import SkipTest

from spidermon import Monitor, MonitorSuite  # type: ignore[import-untyped]

from archive.language import Said
from archive.language import deferred as _
from crawler import regressions
from crawler.monitors import expectations
from crawler.monitors.evidence import Evidence
from crawler.regressions import Counts, Limits

Find = Callable[[Evidence], Iterable[Said]]
Compare = Callable[[Counts, Limits], Iterable[Said]]


class Unmet(AssertionError):
    """What a monitor found wrong, in both languages; a monitor may raise it where ``fail`` has but one."""

    def __init__(self, faults: Sequence[Said]) -> None:
        super().__init__("; ".join(fault.en for fault in faults))
        self.faults = tuple(faults)


class Check(Monitor):  # type: ignore[misc]
    """A monitor that fails with what ``find`` yields; its *title* says what it looks at.

    One that ``needs_pages`` is skipped where the portal gave none: what is wrong is told once, at its root.
    """

    title: ClassVar[str]
    find: ClassVar[Find]
    needs_pages: ClassVar[bool] = True

    def test_crawl(self) -> None:
        """Judge the crawl."""
        evidence = Evidence(self.data.counts, self.data.ending, self.data.limits)
        why = expectations.nothing_to_judge(evidence) if self.needs_pages else None
        if why is not None:
            raise SkipTest(why)
        faults = tuple(self.faults(evidence))
        if faults:
            raise Unmet(faults)

    def faults(self, evidence: Evidence) -> Iterable[Said]:
        """Return what is wrong."""
        return type(self).find(evidence)


class PagesFetched(Check):
    title = _("pages fetched")
    needs_pages = False
    find = expectations.pages_are_fetched


class Challenges(Check):
    title = _("challenges instead of pages")
    needs_pages = False
    find = expectations.few_pages_are_challenges


class ColumnsLink(Check):
    title = _("links of the columns")
    find = expectations.columns_have_links


class DocumentsRead(Check):
    title = _("documents read")
    find = expectations.documents_are_read


class ProgramSound(Check):
    title = _("errors in the program")
    needs_pages = False
    find = expectations.program_has_no_errors


class QueueDone(Check):
    title = _("the queue")
    needs_pages = False
    find = expectations.queue_is_done


class Comparison(Check):
    """A check against what the portal's own crawls before teach."""

    compare: ClassVar[Compare]

    def faults(self, evidence: Evidence) -> Iterable[Said]:
        """Return what is worse than before."""
        if evidence.limits is None:
            raise SkipTest("no good crawl to compare with")
        if expectations.no_column_links(evidence):
            raise SkipTest("no column links to anything")
        return type(self).compare(evidence.counts, evidence.limits)


class DocumentsAsBefore(Comparison):
    title = _("documents, beside the crawls before")
    compare = regressions.fewer_documents


class ColumnsAsBefore(Comparison):
    title = _("columns, beside the crawls before")
    compare = regressions.silent_columns


class Unreadable(Comparison):
    title = _("unreadable pages")
    compare = partial(
        regressions.larger_share,
        "unreadable",
        _("{count} of {pages} pages were unreadable, where at most {before} were before"),
    )


class MoreChallenges(Comparison):
    title = _("challenges, beside the crawls before")
    compare = partial(
        regressions.larger_share,
        "blocked",
        _("{count} of {pages} pages were challenges, where at most {before} were before"),
    )

    def faults(self, evidence: Evidence) -> Iterable[Said]:
        """Return what is worse than before, unless it is too much by any measure."""
        return () if any(expectations.few_pages_are_challenges(evidence)) else super().faults(evidence)


class Missing(Comparison):
    title = _("pages that say they do not exist")
    compare = partial(
        regressions.larger_share,
        "soft_404",
        _("{count} of {pages} pages said that there is no such page, where at most {before} did before"),
    )


class Vanished(Comparison):
    title = _("vanished pages")
    compare = partial(
        regressions.larger_share,
        "vanished",
        _("{count} pages vanished that were held, beside {pages} pages asked for; at most {before} did before"),
    )


class Injections(Comparison):
    title = _("injections")
    compare = regressions.more_injections


class Dates(Comparison):
    title = _("dates")
    compare = partial(
        regressions.less_coverage,
        "published",
        _("{share} of the documents have a date, where at least {before} had before"),
    )


class Sources(Comparison):
    title = _("sources")
    compare = partial(
        regressions.less_coverage,
        "source",
        _("{share} of the documents have a source, where at least {before} had before"),
    )


class Texts(Comparison):
    title = _("texts")
    compare = partial(
        regressions.less_coverage,
        "text",
        _("{share} of the documents have a text, where at least {before} had before"),
    )


class CrawlSuite(MonitorSuite):  # type: ignore[misc]
    """What every crawl is judged by, the gravest first."""

    monitors: ClassVar[Any] = [
        PagesFetched,
        Challenges,
        ColumnsLink,
        DocumentsRead,
        ProgramSound,
        QueueDone,
        DocumentsAsBefore,
        ColumnsAsBefore,
        Unreadable,
        MoreChallenges,
        Missing,
        Vanished,
        Injections,
        Dates,
        Sources,
        Texts,
    ]
