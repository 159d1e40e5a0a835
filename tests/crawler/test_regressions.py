"""A crawl is held against the portal's own crawls before it: each way of breaking is told, growth and chance are not."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.history import failing_since, good_counts
from crawler.monitors.evidence import Ending
from tests.crawler.growing import HOME, NAME, GrowingPortal, PortalServer
from tests.crawler.judged import judge
from tests.crawler.servers import STALL, RawServer

Counts = dict[str, Any]


def normal(dice: random.Random, number: int, kind: str) -> Counts:
    """What crawl *number* of a portal that grows counts: a little spam, a few faults, most documents whole."""
    whole = 400 + 30 * number + dice.randint(-15, 15)
    new = dice.randint(0, 25)
    read, unchanged = (whole, 0) if kind == "full" else (new, 120 + dice.randint(-10, 10))
    columns = {}
    for column, share in (("news", 0.5), ("notices", 0.3), ("policy", 0.2)):
        links = int(whole * share) if kind == "full" else 30 + dice.randint(0, 10) + int(new * share)
        columns[column] = {"links": links, "documents": int(read * share), "soft_404": dice.randint(0, 1)}
    return {
        "pages": read + dice.randint(10, 25),
        "documents": read if kind == "incremental" else 5 + dice.randint(0, 20),
        "duplicates": 0 if kind == "incremental" else read - 20,
        "unchanged": unchanged,
        "unreadable": dice.randint(0, 2),
        "blocked": dice.randint(0, 1),
        "vanished": dice.randint(0, 1),
        "injections": {"link": dice.randint(0, max(1, read // 50))},
        "fields": {
            "documents": read,
            "published": read - dice.randint(0, read // 50),
            "source": int(read * dice.uniform(0.82, 0.9)),
            "text": read - dice.randint(0, read // 30),
        },
        "columns": columns,
    }


def find_regressions(kind: str, now: Counts, before: list[Counts]) -> list[str]:
    """Return what the monitors say of a crawl that counted *now* after those that counted *before*."""
    ending = Ending("finished", 0, tuple(now.get("columns", ())))
    return [fault.message.en for fault in judge({"errors": 0, **now}, ending, kind=kind, before=before)]


def runs(kind: str, seed: int, count: int = 21) -> list[Counts]:
    dice = random.Random(seed)
    return [normal(dice, number, kind) for number in range(count)]


@pytest.mark.parametrize("kind", ["full", "incremental"])
@pytest.mark.parametrize("seed", range(20))
def test_twenty_normal_crawls_of_growing_size_raise_no_alarm(kind: str, seed: int):
    done: list[Counts] = []
    for counts in runs(kind, seed):
        assert find_regressions(kind, counts, done[-8:][::-1]) == []
        done.append(counts)


def fewer(counts: Counts) -> None:
    counts["duplicates"] = counts["documents"] = counts["unchanged"] = 30
    counts["injections"] = {}


def few_links(counts: Counts) -> None:
    counts["columns"]["notices"]["links"] = 3


def no_documents(counts: Counts) -> None:
    counts["columns"]["policy"]["documents"] = 0


def unreadable(counts: Counts) -> None:
    counts["unreadable"] = 60


def blocked(counts: Counts) -> None:
    counts["blocked"] = 25


def walled(counts: Counts) -> None:
    counts["blocked"] = 80


def soft_404(counts: Counts) -> None:
    counts["columns"]["news"]["soft_404"] = 70


def vanished(counts: Counts) -> None:
    counts["vanished"] = 50


def injected(counts: Counts) -> None:
    counts["injections"] = {"link": 90, "title": 30}


def undated(counts: Counts) -> None:
    counts["fields"]["published"] //= 2


def sourceless(counts: Counts) -> None:
    counts["fields"]["source"] = 0


def bodiless(counts: Counts) -> None:
    counts["fields"]["text"] //= 3


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("breaks", "told"),
    [
        (fewer, "documents read: 90, where"),
        (few_links, "column 'notices' has 3 links"),
        (no_documents, "column 'policy' has 0 documents"),
        (unreadable, "pages were unreadable"),
        (blocked, "pages were challenges, where at most"),
        (walled, "pages were challenges; the site blocks the crawler"),
        (soft_404, "pages said that there is no such page"),
        (vanished, "pages vanished"),
        (injected, "120 injections"),
        (undated, "have a date"),
        (sourceless, "have a source"),
        (bodiless, "have a text"),
    ],
)
@pytest.mark.parametrize("before", [1, 8])
def test_each_way_of_breaking_is_told_after_one_good_crawl_as_after_many(
    breaks: Callable[[Counts], None], told: str, seed: int, before: int
):
    *good, now = runs("full", seed, 12)
    breaks(now)
    lines = find_regressions("full", now, good[-before:][::-1])
    assert len(lines) == 1, lines
    assert told in lines[0]


def test_an_incremental_crawl_whose_lists_shrink_is_told():
    *good, now = runs("incremental", 3, 10)
    few_links(now)
    assert any("column 'notices' has 3 links" in line for line in find_regressions("incremental", now, good[::-1]))


def test_without_a_crawl_before_there_is_nothing_to_learn():
    assert find_regressions("full", {"pages": 3, "documents": 1}, []) == []


def test_a_portal_that_breaks_fails_and_whoever_asked_is_told(tmp_path: Path):
    portal = GrowingPortal(columns=2, articles=60)
    taken: list[bytes] = []

    def take(_path: str, request: bytes) -> list[bytes]:
        taken.append(request)
        return [b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"]

    with PortalServer(portal) as server, RawServer(take) as hook:
        good = server.crawl(tmp_path, MONITOR_WEBHOOK=f"{hook.url}/key")
        assert (good.status, taken) == (0, []), good.log
        for article in [*portal.held["lma"][20:], *portal.held["lmb"][4:]]:
            portal.withdraw(article)
        server.publish()
        bad = server.crawl(
            tmp_path, MONITOR_WEBHOOK=f"{hook.url}/key", MONITOR_MAIL="archive@lixian.example", MAIL_PORT=9
        )
        forgiven = server.crawl(tmp_path, MONITOR_SINCE={NAME: "2999-01-01"})
    assert bad.status == 1
    assert bad.described["outcome"] == "failed"
    assert "documents read: 24, where 60 were in the crawl before" in bad.described["cause"]
    assert "column 'lmb' has 4 links, where it had 30" in bad.described["cause"]
    (request,) = taken
    word = json.loads(request.partition(b"\r\n\r\n")[2])
    assert (word["portal"], word["title"], word["outcome"]) == (NAME, "澧县人民政府", "failed")
    assert "documents read: 24, where 60 were in the crawl before" in word["faults"]
    assert word["last_good"] == good.described["started"]
    assert word["since"] == bad.described["started"]
    assert "mail: not told that the crawl went wrong" in bad.log
    assert forgiven.status == 0, "what was before the named day is no measure any more"
    assert len(good_counts(tmp_path, NAME, "full")) == 2
    assert failing_since(tmp_path, NAME)[0] == forgiven.described["started"]


def test_a_webhook_that_hangs_does_not_hang_the_crawl(tmp_path: Path):
    with PortalServer(GrowingPortal(columns=1, articles=2)) as server, RawServer(lambda *_: [STALL]) as hook:
        server.statuses[f"{HOME}lma/"] = 500
        began = time.monotonic()
        bad = server.crawl(tmp_path, MONITOR_WEBHOOK=f"{hook.url}/secret-key")
    assert bad.status == 1
    assert len(hook.served) == 1
    assert time.monotonic() - began < 30
    assert "not told that the crawl went wrong" in bad.log
    assert "secret-key" not in bad.log
