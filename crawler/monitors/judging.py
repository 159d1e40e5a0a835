"""The judgement of a crawl: our suite of monitors and those that a developer adds, run once by Spidermon.

A developer names suites of his own by the setting SPIDERMON_SPIDER_CLOSE_MONITORS; Spidermon's extension need not be
enabled. That one runs its suites when the spider closes, each alone, and goes on to their actions at once. Here the
outcome must be known before the archive is closed, and nobody may be told before it is: so all suites are judged
together first, and ``act`` runs their actions afterwards, each of which sees what every monitor found.

Of Spidermon only its core is imported, which takes some 10 ms and 1 MB; its extension takes ten times that.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.utils.misc import load_object
from spidermon import Monitor, MonitorRunner, MonitorSuite  # type: ignore[import-untyped]
from spidermon.exceptions import SpidermonException  # type: ignore[import-untyped]
from spidermon.results.monitor import MonitorResult  # type: ignore[import-untyped]

from archive.language import Said, say
from archive.language import deferred as _
from crawler.monitors.checks import Check, CrawlSuite, Unmet
from crawler.monitors.evidence import Ending, Fault
from crawler.regressions import Counts, learn_limits

logger = logging.getLogger(__name__)
SUITES = "SPIDERMON_SPIDER_CLOSE_MONITORS"
_ACTIONS = ("monitors_finished_actions", "monitors_passed_actions", "monitors_failed_actions")


class WrongSuite(ValueError):
    """The setting names a suite that cannot be had."""


class Judgement:
    """Judges one crawl; *faults* and the number of monitors *passed* are told once ``judge`` has run.

    Raises WrongSuite where the setting SPIDERMON_SPIDER_CLOSE_MONITORS names what is no suite.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        named = crawler.settings.getlist(SUITES)
        self._runner = _Runner(_Whole([CrawlSuite(crawler=crawler), *(_load(name, crawler) for name in named)]))

    def judge(self, spider: Spider | None, counts: Counts, ending: Ending, kind: str, before: Sequence[Counts]) -> None:
        """Hold what the crawl counted against its expectations and against the good crawls of its *kind* *before*."""
        self._runner.judge(
            counts=counts,
            ending=ending,
            before=before,
            limits=learn_limits(kind, before),
            stats=self._crawler.stats.get_stats() if self._crawler.stats else {},
            stats_history=[],
            crawler=self._crawler,
            spider=spider,
            job=None,
        )

    @property
    def judged(self) -> bool:
        """Whether ``judge`` has run."""
        return self._runner.result.step is not None

    @property
    def faults(self) -> list[Fault]:
        """What the monitors found wrong, the gravest first."""
        return self._runner.result.faults

    @property
    def passed(self) -> int:
        """How many monitors judged and found nothing wrong."""
        return self._runner.result.passed

    def act(self) -> None:
        """Run the actions of all suites; one that fails is a line in the log."""
        for name, why in self._runner.act():
            logger.error("%s: the action failed: %s", name, why)


class _Whole(MonitorSuite):  # type: ignore[misc]
    """Several suites as one, with the actions and hooks of each."""

    def __init__(self, suites: Sequence[MonitorSuite]) -> None:
        self._suites = suites
        super().__init__(monitors=suites, **{name: _actions(suites, name) for name in _ACTIONS})

    def on_monitors_finished(self, result: MonitorResult) -> None:
        for suite in self._suites:
            suite.on_monitors_finished(result)

    def on_monitors_passed(self, result: MonitorResult) -> None:
        for suite in self._suites:
            suite.on_monitors_passed(result)

    def on_monitors_failed(self, result: MonitorResult) -> None:
        for suite in self._suites:
            suite.on_monitors_failed(result)


class _Runner(MonitorRunner):  # type: ignore[misc]
    """Runs the monitors of a suite first, its actions when it is told to."""

    def __init__(self, suite: _Whole) -> None:
        super().__init__()
        self.suite, self.result = suite, _Result()

    def create_result(self) -> _Result:
        return self.result

    def judge(self, **data: Any) -> None:
        self.run(self.suite, **data)

    def run_suite(self) -> _Result:
        self.result.start()
        self.run_monitors()
        return self.result

    def act(self) -> list[tuple[str, str]]:
        """Run the actions; return the name of each that failed, with the last line of its traceback."""
        self.run_actions()
        self.result.finish()
        done = (
            *self.result.monitors_finished_action_results,
            *self.result.monitors_passed_action_results,
            *self.result.monitors_failed_action_results,
        )
        return [(one.action.name, one.error.strip().splitlines()[-1]) for one in done if one.error]


class _Result(MonitorResult):  # type: ignore[misc]
    """What the monitors found, in both languages where they tell it so."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Fault] = []
        self.passed = 0

    def addSuccess(self, test: Monitor) -> None:  # noqa: N802  unittest's name
        super().addSuccess(test)
        self.passed += 1

    def addFailure(self, test: Monitor, error: Any) -> None:  # noqa: N802  unittest's name
        super().addFailure(test, error)
        told = error[1]
        words = told.faults if isinstance(told, Unmet) else (_alike(str(told)),)
        self.faults += [Fault(type(test).__name__, _title(test), word) for word in words]

    def addError(self, test: Monitor, error: Any) -> None:  # noqa: N802  unittest's name
        super().addError(test, error)
        why = " ".join(f"{error[0].__name__}: {error[1]}".split())
        words = say(_("the monitor {name} failed itself: {error}"), name=test.name, error=why)
        self.faults.append(Fault(type(test).__name__, _title(test), words))


def _load(name: str, crawler: Crawler) -> MonitorSuite:
    try:
        suite = load_object(name)
        if not (isinstance(suite, type) and issubclass(suite, MonitorSuite)):
            raise WrongSuite(f"{SUITES}: {name} is no MonitorSuite; name a class of that kind")
        return suite(crawler=crawler)
    except (ImportError, NameError, TypeError, ValueError, SpidermonException) as error:
        raise error if isinstance(error, WrongSuite) else WrongSuite(f"{SUITES}: {name}: {error}") from error


def _actions(suites: Sequence[MonitorSuite], when: str) -> list[Any]:
    return [action for suite in suites for action in getattr(suite, when)]


def _title(test: Monitor) -> Said:
    return say(test.title) if isinstance(test, Check) else _alike(test.monitor_name)


def _alike(words: str) -> Said:
    line = " ".join(words.split())
    return Said(line, line)
