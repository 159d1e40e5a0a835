"""Monitors, suites and actions as a developer would add them, and a short way to judge counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.utils.test import get_crawler
from spidermon import Action, Monitor, MonitorSuite
from spidermon.contrib.scrapy.monitors import ErrorCountMonitor
from spidermon.exceptions import NotConfigured

from archive.language import Said
from crawler.monitors.checks import Unmet
from crawler.monitors.evidence import Ending, Fault
from crawler.monitors.judging import Judgement

acted: list[str] = []


def judge(
    counts: Mapping[str, Any], ending: Ending, *, kind: str = "full", before: Sequence[Mapping[str, Any]] = ()
) -> list[Fault]:
    """Return what the suite of every crawl finds wrong with *counts*."""
    judgement = Judgement(_crawler())
    judgement.judge(None, counts, ending, kind, before)
    return judgement.faults


@cache
def _crawler() -> Crawler:
    return get_crawler(Spider)


class FiftyDocuments(Monitor):
    """There are fifty documents."""

    def test_count(self) -> None:
        found = self.data.counts["documents"]
        learnt = self.data.limits.documents.least if self.data.limits else 0
        if found < 50:
            raise AssertionError(
                f"{found} documents, where 50 are wanted, and {learnt:.0f} at least by what was learnt"
            )


class InBothLanguages(Monitor):
    def test_notices(self) -> None:
        raise Unmet([Said("通知太少", "too few notices")])


class Broken(Monitor):
    def test_nothing(self) -> None:
        self.data.stats["nothing"]


class Stricter(MonitorSuite):
    monitors: ClassVar[Any] = [FiftyDocuments, InBothLanguages, Broken]


class FromTheShelf(MonitorSuite):
    monitors: ClassVar[Any] = [ErrorCountMonitor]


class Note(Action):
    """Notes which monitors failed."""

    when: ClassVar[str]

    def run_action(self) -> None:
        failed = ", ".join(type(one.monitor).__name__ for one in self.result.monitors_failed_results)
        acted.append(f"{self.when}: {failed}" if failed and self.when == "failed" else self.when)


class NoteFinished(Note):
    when = "finished"


class NotePassed(Note):
    when = "passed"


class NoteFailed(Note):
    when = "failed"


class Told(MonitorSuite):
    monitors_finished_actions: ClassVar[Any] = [NoteFinished]
    monitors_passed_actions: ClassVar[Any] = [NotePassed]
    monitors_failed_actions: ClassVar[Any] = [NoteFailed]


class Tell(Action):
    """Writes what it knows into a file that a setting names."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    @classmethod
    def from_crawler_kwargs(cls, crawler: Any) -> dict[str, str]:
        return {"path": crawler.settings["TOLD"]}

    def run_action(self) -> None:
        folder = Path(self.data.stats["xianzhi/folder"])
        word = {"sealed": (folder / "manifest-sha256.txt").exists(), "failed": len(self.result.monitors_failed_results)}
        Path(self.path).write_text(json.dumps(word), encoding="utf-8")


class Reported(MonitorSuite):
    monitors_failed_actions: ClassVar[Any] = [Tell]


class Refused(Action):
    def __init__(self) -> None:
        raise NotConfigured("no address was named")

    def run_action(self) -> None:
        """Do nothing."""


class Unsound(MonitorSuite):
    monitors_failed_actions: ClassVar[Any] = [Refused]
