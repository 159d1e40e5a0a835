"""Walls and missing pages, met in a crawl of a server on loopback: told, counted, recorded, and no documents."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.crawler.declared import Crawled, crawl_declared
from tests.crawler.servers import CLOSE, RawServer, Script
from tests.crawler.warcs import read_records

LIST = "<html><body><ul>{}</ul></body></html>"
ROW = '<li><a href="/tz/t2025041{0}_{0}.shtml">关于第{0}号渠道清理的通知</a><span>2025-04-1{0}</span></li>'
ARTICLE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><div class=TRS_Editor>{1}</div></body></html>"
TEXT = "<p>第{0}号渠道清理工作已经展开，沿线群众自带锄头铁锹，一天清出淤泥二十余车，预计月底前全线通水。</p>"
SHELL = b"<html><script>document.cookie='wzws_cid=1;path=/';window.location.href=window.location.href</script></html>"
PROBING = {"SOFT_404_PROBE": True}
ABSENT = "您要找的内容已经搬到别处去了，请从本站首页重新开始浏览，或者使用站内检索，由此带来的不便敬请谅解。" * 3

WALLS = {
    "status 412": b"HTTP/1.1 412 Precondition Failed\r\nConnection: close\r\n\r\n<script>$_ts=window['$_ts'];</script>",
    "status 468": b"HTTP/1.1 468 Wall\r\nConnection: close\r\n\r\n",
    "status 521": b"HTTP/1.1 521 Wall\r\nConnection: close\r\n\r\n<script>go('a')</script>",
    "status 202 with a script": b"HTTP/1.1 202 Accepted\r\nConnection: close\r\n\r\n<script src=/c.js></script>",
    "a script that sets a cookie": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + SHELL,
    "status 302 to itself": b"HTTP/1.1 302 Found\r\nLocation: %b\r\nConnection: close\r\n\r\n",
}
KINDS = list(WALLS)


def served(text: str, status: str = "200 OK") -> Script:
    body = text.encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return [head.encode() + body]


def site(path: str, otherwise: Script) -> Script:
    """Answer for a list of eight articles, of which the first two are there and the others answered *otherwise*."""
    if path == "/tz/":
        return served(LIST.format("".join(ROW.format(number) for number in range(8))))
    if not path.endswith(("_0.shtml", "_1.shtml")):
        return otherwise
    number = path[-7]
    return served(ARTICLE.format(f"关于第{number}号渠道清理的通知", TEXT.format(number) * 3))


def wall(kind: str, path: str) -> Script:
    return [WALLS[kind].replace(b"%b", path.encode()), CLOSE]


def place(kind: str) -> str:
    number = KINDS.index(kind) + 2
    return f"/tz/t2025041{number}_{number}.shtml"


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Crawled, str, list[str]]:
    """A crawl in which a third of the list's articles are there and each other one is behind another wall."""

    def answer(path: str, _request: bytes) -> Script:
        kind = next((kind for kind in KINDS if place(kind) == path), KINDS[0])
        return site(path, wall(kind, path))

    with RawServer(answer) as server:
        done = crawl_declared(tmp_path_factory.mktemp("walled"), server.url, {"notices": "/tz/"})
        return done, server.url, [one.path for one in server.served]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_wall_is_blocked_and_recorded(walled: tuple[Crawled, str, list[str]], kind: str):
    done, home, asked = walled
    url = home + place(kind)
    assert asked.count(place(kind)) == 1
    assert f"{url}: {kind}" in done.log
    assert url not in {document["url"] for document in done.documents}
    kept = [record.block for record in read_records(done.holdings, "response") if record.url == url]
    assert kept == [WALLS[kind].replace(b"%b", place(kind).encode())]


def test_walls_are_counted_and_fail_the_crawl(walled: tuple[Crawled, str, list[str]]):
    done, _home, _asked = walled
    assert done.status == 1
    assert done.counts["blocked"] == len(WALLS), done.log
    assert len(done.documents) == 2
    assert "were challenges; the site blocks the crawler" in done.described["cause"]


def test_a_column_behind_a_wall_is_blocked_and_not_just_empty(tmp_path: Path):
    columns = {f"column{number}": f"/wall{number}/" for number in range(len(KINDS))}
    with RawServer(lambda path, _: wall(KINDS[int(path[5])], path)) as server:
        done = crawl_declared(tmp_path, server.url, columns)
    assert done.status == 1
    assert done.counts["blocked"] == len(WALLS), done.log
    for number, kind in enumerate(KINDS):
        assert f"{server.url}/wall{number}/: {kind}" in done.log


@pytest.fixture(scope="module")
def soft(tmp_path_factory: pytest.TempPathFactory) -> tuple[Crawled, list[str]]:
    """A crawl of a site that shows a page of its own for whatever is missing, with the time of day and status 200."""
    clock = count()

    def answer(path: str, _request: bytes) -> Script:
        shown = f"<p>{ABSENT}</p><p>{next(clock)}:01 {path}</p>"
        return site(path, served(ARTICLE.format("澧县人民政府", shown)))

    with RawServer(answer) as server:
        done = crawl_declared(tmp_path_factory.mktemp("soft"), server.url, {"notices": "/tz/"}, settings=PROBING)
        return done, [one.path for one in server.served]


def test_pages_that_show_what_a_made_up_address_shows_are_no_documents(soft: tuple[Crawled, list[str]]):
    done, _asked = soft
    assert sorted(document["url"][-7] for document in done.documents) == ["0", "1"]
    assert done.counts["columns"]["notices"]["soft_404"] == 6
    assert done.counts["duplicates"] == 0
    assert done.log.count("the site shows the same for an address that was made up") == 6


def test_one_probe_is_sent_to_a_host_and_recorded(soft: tuple[Crawled, list[str]]):
    done, asked = soft
    (probe,) = [path for path in asked if "xianzhi-" in path]
    assert probe.startswith("/tz/xianzhi-")
    assert probe.endswith(".shtml")
    assert [record.url for record in read_records(done.holdings, "response") if record.url.endswith(probe)]
    assert done.counts["pages"] == 9, "the probe is no page of the portal"


def test_a_list_and_its_articles_that_load_themselves_anew_each_minute_are_read_once(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        rows = "".join(ROW.format(number) for number in range(3))
        shown = LIST.format(rows) if path == "/tz/" else ARTICLE.format(path, TEXT.format(path[-7]) * 3)
        return served(f'<meta http-equiv="refresh" content="60;url={path}">{shown}')

    with RawServer(answer) as server:
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"})
        asked = [one.path for one in server.served]
    assert len(asked) == len(set(asked)) == 4, done.log
    assert len(done.documents) == 3


def test_fields_whose_names_are_none_hide_no_page(tmp_path: Path):
    odd = "X-访问: 1\r\nX Powered By: x\r\nContent-Type : text/html\r\n".encode("gbk")

    def answer(path: str, _request: bytes) -> Script:
        return [part.replace(b"\r\n", b"\r\n" + odd, 1) for part in site(path, [WALLS[KINDS[0]]])]

    with RawServer(answer) as server:
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"})
    assert len(done.documents) == 2, done.log


@pytest.mark.parametrize("probing", [True, False])
def test_a_site_that_says_404_is_probed_without_counting_a_failure_and_not_at_all_if_told_so(
    tmp_path: Path, probing: bool
):
    with RawServer(lambda path, _: site(path, served("<p>none</p>", "404 Not Found"))) as server:
        settings = {"SOFT_404_PROBE": probing}
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"}, settings=settings)
        assert len([one for one in server.served if "xianzhi-" in one.path]) == int(probing)
    assert len(done.documents) == 2
    assert done.counts["failures"] == {"status 404": 6}
    assert "soft_404" not in done.counts["columns"]["notices"]
