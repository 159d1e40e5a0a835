"""A crawl's archive from begin to end: nothing unrecorded, nothing half-written that looks finished."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.crawling import NAME, ROOT, Ended, crawl
from tests.crawler.servers import CLOSE, RawServer, Script
from tests.crawler.warcs import read_records

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b"


def page(text: str) -> bytes:
    return OK % (len(text.encode()), text.encode())


def description(holdings: Path) -> dict[str, Any]:
    (path,) = holdings.glob(f"{NAME}/*/crawl.json")
    return dict(json.loads(path.read_bytes()))


def plain(url: str) -> dict[str, Any]:
    """Return a request whose redirects are followed and whose error pages are errors."""
    return {"url": url, "meta": {"dont_redirect": None, "handle_httpstatus_all": None}}


def paths(holdings: Path, home: str, *types: str) -> list[str]:
    return [record.url.removeprefix(home) for record in read_records(holdings, *types)]


def test_robots_redirects_retries_and_failures_all_leave_a_record(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        if path == "/robots.txt":
            return [page("User-agent: *\nDisallow: /closed/\n")]
        if path == "/old":
            return [b"HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"]
        if path == "/busy":
            return [b"HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy"]
        if path == "/cut":
            return [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\ncut", CLOSE]
        return [page(path)]

    with RawServer(answer) as server:
        asked = [plain(server.url + path) for path in ("/old", "/busy", "/cut", "/closed/secret", "/plain")]
        settings = {"ROBOTSTXT_OBEY": True, "RETRY_ENABLED": True, "CONCURRENT_REQUESTS": 1}
        ended = crawl(tmp_path, server.url, asked, settings)
        served = sorted(exchange.path for exchange in server.served)
        kept = sorted(paths(tmp_path, server.url, "response", "revisit"))

    assert kept == served
    assert kept == sorted(["/robots.txt", "/old", "/new", *["/busy"] * 3, *["/cut"] * 3, "/plain"])
    counts = description(tmp_path)["counts"]
    assert counts["failures"] == {"cut off": 1, "robots.txt": 1, "status 503": 1}
    assert counts["examples"]["status 503"] == [f"{server.url}/busy"]
    assert counts["pages"] == 2
    assert counts["requests"] == {"200": 3, "301": 1, "503": 3}
    assert "Traceback" not in ended.log


@pytest.mark.parametrize(("status", "asked"), [(404, True), (403, True), (503, False)])
def test_a_robots_txt_that_cannot_be_had_forbids_everything_and_a_missing_one_nothing(
    tmp_path: Path, status: int, asked: bool
):
    def answer(path: str, _request: bytes) -> Script:
        if path == "/robots.txt":
            return [page("User-agent: *\nDisallow: /\n").replace(b"200 OK", b"%d No" % status)]
        return [page(path)]

    with RawServer(answer) as server:
        ended = crawl(tmp_path, server.url, [plain(f"{server.url}/a")], {"ROBOTSTXT_OBEY": True})
    assert bool(ended.answered) is asked
    assert ended.stats.get("xianzhi/failures/robots.txt", 0) == int(not asked)


def test_the_delay_that_robots_txt_asks_for_is_kept(tmp_path: Path):
    asked_at: list[float] = []

    def answer(path: str, _request: bytes) -> Script:
        if path == "/robots.txt":
            return [page("User-agent: *\nCrawl-delay: 1\n")]
        asked_at.append(time.monotonic())
        return [page(path)]

    with RawServer(answer) as server:
        settings = {"ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": 0.01, "AUTOTHROTTLE_ENABLED": True}
        settings["AUTOTHROTTLE_START_DELAY"] = 0.01
        crawl(tmp_path, server.url, [plain(f"{server.url}/{n}") for n in range(3)], settings)
    assert asked_at[2] - asked_at[1] >= 0.9


def test_outside_its_hours_a_portal_is_not_asked_and_the_crawl_goes_on_later(tmp_path: Path):
    now = datetime.now(timezone(timedelta(hours=8)))
    begin, end = now + timedelta(hours=2), now + timedelta(hours=3)
    with RawServer(lambda path, _request: [page(path)]) as server:
        asked = [plain(f"{server.url}/a")]
        closed = {"HOURS": {"127.0.0.1": f"{begin:%H:%M}-{end:%H:%M}"}, "CLOSESPIDER_TIMEOUT": 1}
        ended = crawl(tmp_path, server.url, asked, closed)
        assert server.served == []
        assert ended.stats["xianzhi/outcome"] == "interrupted"
        crawl(tmp_path, server.url, asked)
        assert len(server.served) == 1


def test_a_robots_override_is_obeyed_and_recorded(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        return [page("User-agent: *\nDisallow: /\n" if path == "/robots.txt" else path)]

    with RawServer(answer) as server:
        reason = {NAME: "deposit agreement"}
        ended = crawl(
            tmp_path, server.url, [plain(f"{server.url}/a")], {"ROBOTSTXT_OBEY": True, "ROBOTS_OVERRIDES": reason}
        )
    assert list(ended.answered) == [f"{server.url}/a"]
    assert description(tmp_path)["robots"] == "overridden: deposit agreement"
    (info,) = read_records(tmp_path, "warcinfo")
    assert b"robots: overridden: deposit agreement" in info.block


def test_who_answers_for_the_crawl_stands_in_every_request(tmp_path: Path):
    with RawServer(lambda path, _request: [page(path)]) as server:
        crawl(tmp_path, server.url, [plain(f"{server.url}/a")], {"OPERATOR": "archive@liujiang.example"})
        (exchange,) = server.served
    assert b"User-Agent: xianzhi/0.1 (county annals web archive; archive@liujiang.example)\r\n" in exchange.request
    assert description(tmp_path)["operator"] == "archive@liujiang.example"


def test_no_cookie_goes_from_page_to_page(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        return [page(path).replace(b"OK\r\n", b"OK\r\nSet-Cookie: id=1\r\n", 1)]

    with RawServer(answer) as server:
        crawl(tmp_path, server.url, [plain(f"{server.url}/{n}") for n in range(4)], {"CONCURRENT_REQUESTS": 1})
        assert not any(b"cookie" in exchange.request.lower() for exchange in server.served)


def test_on_another_scrapy_records_are_rebuilt_and_say_so(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        return [page(path).replace(b"OK\r\n", b"OK\r\nx-odd: 1\r\n", 1)]

    with RawServer(answer) as server:
        ended = crawl(tmp_path, server.url, [plain(f"{server.url}/a")], scrapy_version="2.99.0")
    (record,) = read_records(tmp_path, "response")
    assert "rebuilt" in record.headers["X-Response-Bytes"]
    assert record.block.endswith(b"\r\n\r\n/a")
    assert b"X-Odd: 1" in record.block
    assert "the wire tap is tested on 2.19.0 only" in ended.log


@pytest.mark.parametrize("fault", ["a file in the way", "no such place", "no folder"])
def test_holdings_that_cannot_be_used_are_one_line_and_status_2(tmp_path: Path, fault: str):
    holdings = {"no such place": Path("/proc/none"), "no folder": Path("/dev/null")}.get(fault, tmp_path / "holdings")
    if fault == "a file in the way":
        holdings.mkdir()
        (holdings / NAME).write_text("x")
    with RawServer(lambda path, _request: [page(path)]) as server:
        ended = crawl(holdings, server.url, [plain(f"{server.url}/a")])
        assert server.served == []
    assert ended.status == 2
    assert ended.stats["xianzhi/outcome"] == "unable"
    faults = [line for line in ended.log.splitlines() if " ERROR: " in line]
    assert len(faults) == 1
    assert f"{holdings}/{NAME}" in faults[0]
    assert "Traceback" not in ended.log


def big_page(path: str, _request: bytes) -> Script:
    return [OK % (60_000, random.Random(path).randbytes(60_000))]


def crawl_big(holdings: Path, server: RawServer, largest_file: int) -> Ended:
    asked = [plain(f"{server.url}/{n}") for n in range(30)]
    settings = {"CONCURRENT_REQUESTS": 2, "FRONTIER_COMMIT_INTERVAL": 0.1}
    return crawl(holdings, server.url, asked, settings, largest_file=largest_file)


def test_a_full_disk_ends_the_crawl_and_the_next_one_goes_on(tmp_path: Path):
    with RawServer(big_page) as server:
        ended = crawl_big(tmp_path, server, 900_000)
        assert ended.status == 1
        assert ended.stats["xianzhi/outcome"] == "failed"
        assert "no room left" in ended.stats["xianzhi/cause"]
        assert "Traceback" not in ended.log
        assert description(tmp_path)["outcome"] != "complete"
        before = len(server.served)
        assert before < 30

        ended = crawl_big(tmp_path, server, 0)
        assert description(tmp_path)["outcome"] == "failed", "nothing was read from these pages"
        assert set(paths(tmp_path, server.url, "response", "revisit")) == {f"/{n}" for n in range(30)}
        assert len(server.served) <= 30 + 4 * 2
    assert not list(tmp_path.rglob("*.open"))


def test_progress_is_told_line_by_line(tmp_path: Path):
    reading, writing = os.pipe()
    with RawServer(lambda path, _request: [0.05, page(path)]) as server:
        asked = [plain(f"{server.url}/{n}") for n in range(3)]
        ended = crawl(tmp_path, server.url, asked, environ={"XIANZHI_PROGRESS_FD": str(writing)}, pass_fds=(writing,))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        lines = [json.loads(line) for line in told]
    assert lines[0]["outcome"] is None
    assert lines[0]["portal"] == NAME
    assert (lines[-1]["outcome"], lines[-1]["pages"]) == (ended.stats["xianzhi/outcome"], 3)
    assert lines[-1]["folder"] == ended.stats["xianzhi/folder"]


def test_what_starts_a_crawl_is_not_asked_again_when_it_goes_on(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        return [0.05, page(path)]

    with RawServer(answer) as server:
        asked = [{**plain(f"{server.url}/{n}"), "dont_filter": True} for n in range(12)]
        first = crawl(tmp_path, server.url, asked, {"CLOSESPIDER_PAGECOUNT": 4, "CONCURRENT_REQUESTS": 1})
        assert first.stats["xianzhi/outcome"] == "interrupted"
        done = len(server.served)
        assert done < 12
        crawl(tmp_path, server.url, asked, {"CONCURRENT_REQUESTS": 1})
        assert sorted(exchange.path for exchange in server.served) == sorted(f"/{n}" for n in range(12))
    assert description(tmp_path)["counts"]["pages"] == 12


def test_the_crawls_log_is_kept_in_its_folder_without_tracebacks(tmp_path: Path):
    with RawServer(lambda path, _request: [page(path)]) as server:
        ended = crawl(tmp_path, server.url, [plain(f"{server.url}/a")])
    log = (Path(ended.stats["xianzhi/folder"]) / "crawl.log").read_text("utf-8")
    assert f"{NAME}: failed" in log
    assert "but no document was read" in log
    assert "Traceback" not in log


def test_scrapys_own_commands_fetch_without_an_archive(tmp_path: Path):
    with RawServer(lambda path, _request: [page(path)]) as proxy:
        environ = {"http_proxy": proxy.url, "PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "crawler.settings"}
        words = [sys.executable, "-m", "scrapy", "fetch", "--nolog", "http://portal.example/a"]
        ended = subprocess.run(words, env={**os.environ, **environ}, cwd=tmp_path, capture_output=True, check=True)
    assert ended.stdout.strip() == b"/a"
    assert list(tmp_path.iterdir()) == []
