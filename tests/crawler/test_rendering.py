"""Lists that only a browser can fill: drawn by a real Chromium, with every byte it gets fetched by the crawler."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.browser import find_browser, find_lack
from crawler.errors import BadPortal
from crawler.families.trs import TrsSpider
from crawler.samples import load_sample
from tests.crawler.crawling import ROOT
from tests.crawler.declared import NAME, crawl_declared, declare
from tests.crawler.servers import RawServer, Script
from tests.crawler.warcs import read_records

needs_browser = pytest.mark.skipif(
    find_spec("scrapy_playwright") is None or find_browser(Settings()) is None,
    reason="needs the extra 'browser' (scrapy-playwright) and an installed Chromium",
)
RENDERED = '    rendered = {"notices": "ul.list li a"}'
SHELL = """<html><head><meta charset="gbk"><title>通知公告</title><script src="/app.js"></script>
<script src="/secret/hidden.js"></script></head><body><ul class="list"></ul><img src="/logo.png">
<iframe src="/frame.html"></iframe><script>
fetch('http://127.0.0.1:{other}/inner').catch(() => 0);
try {{ new WebSocket('ws://127.0.0.1:{own}/socket') }} catch (e) {{}}
window.open('/popup.html');
</script></body></html>"""
SCRIPT = """setTimeout(async () => {
  const rows = await (await fetch('/rows.json', {method: 'POST', body: 'page=1',
    headers: {'Content-Type': 'application/x-www-form-urlencoded'}})).json();
  const list = document.querySelector('ul.list');
  for (const row of rows) list.innerHTML += `<li><a href="${row.url}">${row.title}</a><span>2025-04-16</span></li>`;
}, 300);"""
ROWS = '[{"url": "/tz/t20250416_1.shtml", "title": "停水通知"}, {"url": "/tz/t20250415_2.shtml", "title": "招聘公告"}]'
ARTICLE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><div class=TRS_Editor>{1}</div></body></html>"


def served(body: bytes, kind: str = "text/html", status: str = "200 OK") -> Script:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return [head.encode() + body]


def portal(server: RawServer, other: int):
    def answer(path: str, request: bytes) -> Script:
        if path == "/robots.txt":
            return served(b"User-agent: *\nDisallow: /secret/\n", "text/plain")
        if path == "/tz/":
            return served(SHELL.format(other=other, own=server.port).encode("gbk"), "text/html")
        if path == "/app.js":
            return served(SCRIPT.encode(), "text/javascript; charset=utf-8")
        if path == "/rows.json":
            assert request.endswith(b"page=1")
            return served(ROWS.encode(), "application/json")
        if path.startswith("/tz/t"):
            text = f"<p>{path}：自来水公司检修管网，明天上午九时至下午五时全城停水，请居民提前储水备用。</p>" * 3
            return served(ARTICLE.format(f"关于{path[-8:-6]}的通知", text).encode(), "text/html; charset=utf-8")
        return served(b"none", status="404 Not Found")

    return answer


@needs_browser
def test_a_list_that_a_script_fills_is_read_and_nothing_of_it_goes_unrecorded(tmp_path: Path):
    with RawServer(lambda *_: served(b"inside")) as inner, RawServer(lambda *_: []) as server:
        server.answer = portal(server, inner.port)
        settings = {"ROBOTSTXT_OBEY": True}
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"}, more=RENDERED, settings=settings)
        assert done.status == 0, done.log
        paths = sorted(exchange.path for exchange in server.served)
        assert all(b"xianzhi/" in exchange.request for exchange in server.served)
        answers = {exchange.path: exchange.response for exchange in server.served}
    assert paths == [
        *("/app.js", "/robots.txt", "/rows.json", "/tz/", "/tz/t20250415_2.shtml", "/tz/t20250416_1.shtml")
    ]
    assert not inner.served, "an address inside this network was asked for"
    assert {document["url"].removeprefix(server.url) for document in done.documents} == set(paths[-2:])
    raw = {record.url.removeprefix(server.url): record for record in read_records(done.holdings, "response")}
    assert {path: record.block for path, record in raw.items()} == answers
    (drawn,) = read_records(done.holdings, "conversion")
    assert drawn.headers["WARC-Refers-To"] == raw["/tz/"].headers["WARC-Record-ID"]
    assert drawn.url == server.url + "/tz/"
    assert drawn.headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<a href="/tz/t20250416_1.shtml">停水通知</a>' in drawn.block.decode()
    assert "Traceback" not in done.log


@needs_browser
def test_a_list_that_never_appears_fails_the_crawl_and_says_what_was_waited_for(tmp_path: Path):
    shell = b"<html><body><ul class=list></ul><script>1</script></body></html>"
    with RawServer(lambda path, _: served(shell) if path == "/tz/" else served(b"", status="404 None")) as server:
        settings = {"RENDER_TIMEOUT": 1}
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"}, more=RENDERED, settings=settings)
    assert done.status == 1
    assert "/tz/: nothing matches 'ul.list li a' in the browser" in done.log
    assert len(list(read_records(done.holdings, "conversion"))) == 1
    assert "Traceback" not in done.log


@needs_browser
def test_a_page_that_asks_without_end_is_answered_within_its_budget(tmp_path: Path):
    shell = b"<html><body><script>let n=0;setInterval(()=>fetch('/more?'+n++),5)</script></body></html>"
    with RawServer(lambda path, _: served(shell if path == "/tz/" else b"{}")) as server:
        settings = {"RENDER_TIMEOUT": 2, "RENDER_REQUESTS": 5}
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"}, more=RENDERED, settings=settings)
        assert len([one for one in server.served if one.path.startswith("/more")]) == 5, done.log
    assert done.status == 1


@needs_browser
def test_a_script_that_never_ends_costs_its_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    busy = b"<html><body><script>setTimeout(()=>{while(true){}},50)</script></body></html>"
    with RawServer(lambda *_: []) as server:
        good = portal(server, 9)
        server.answer = lambda path, request: served(busy) if path == "/busy/" else good(path, request)
        more = '    rendered = {"busy": "ul.list li a", "notices": "ul.list li a"}'
        columns, settings = {"busy": "/busy/", "notices": "/tz/"}, {"RENDER_TIMEOUT": 3, "RENDER_GRACE": 3}
        done = crawl_declared(tmp_path, server.url, columns, more=more, settings=settings)
    assert done.status == 1
    assert "the page kept the browser busy" in done.log
    assert len(done.documents) == 2
    assert done.counts["failures"]["not rendered"] == 1


def sample(place: Path, proxy: str, url: str, label: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Type ``scrapy sample`` for the declared portal, whose host stands behind *proxy*."""
    environ = {
        **{name: value for name, value in os.environ.items() if name != "CI"},
        "http_proxy": proxy,
        "PYTHONPATH": f"{place}{os.pathsep}{ROOT}",
    }
    told = ["-s", "SPIDER_MODULES=declared", "--samples", str(place / "samples"), *words]
    return subprocess.run(
        [sys.executable, "-m", "scrapy", "sample", NAME, url, label, *told],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@needs_browser
def test_a_sample_of_a_list_that_a_script_fills_holds_it_as_served_and_as_drawn(tmp_path: Path):
    home = "http://www.lixian.example"
    declare(tmp_path, home, {"notices": "/tz/"}, more=RENDERED)
    with RawServer(lambda *_: []) as server:
        server.answer = portal(server, 9)
        done = sample(tmp_path, server.url, f"{home}/tz/", "list-notices")
        assert done.returncode == 0, done.stderr
        plain = sample(tmp_path, server.url, f"{home}/tz/t20250416_1.shtml", "article")
        assert (plain.returncode, "drawn" in plain.stdout) == (0, False), plain.stderr
    assert ", drawn by a browser (" in done.stdout
    folder = tmp_path / "samples" / NAME / "list-notices"
    kept = load_sample(folder)
    assert kept.body == SHELL.format(other=9, own=server.port).encode("gbk")
    assert '<a href="/tz/t20250416_1.shtml">停水通知</a>' in (kept.drawn or b"").decode()
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert [link["title"] for link in expected["links"]] == ["停水通知", "招聘公告"]
    assert load_sample(folder.with_name("article")).drawn is None
    again = sample(tmp_path, "http://127.0.0.1:9", "list-notices", "--again")
    assert again.returncode == 0, again.stderr
    assert json.loads((folder / "expected.json").read_text(encoding="utf-8")) == expected


@pytest.mark.skipif(find_spec("scrapy_playwright") is None, reason="needs the extra 'browser' (scrapy-playwright)")
def test_a_sample_that_needs_a_browser_is_not_made_without_one(tmp_path: Path):
    declare(tmp_path, "http://www.lixian.example", {"notices": "/tz/"}, more=RENDERED)
    with RawServer(lambda *_: served(b"none")) as server:
        words = ("-s", "RENDER_BROWSER=/nowhere/chromium")
        done = sample(tmp_path, server.url, "http://www.lixian.example/tz/", "list-notices", *words)
        assert not server.served
    assert done.returncode == 1
    assert "http://www.lixian.example/tz/: its list must be drawn by a browser: no browser at" in done.stderr
    assert not (tmp_path / "samples").exists()


@pytest.mark.skipif(find_spec("scrapy_playwright") is None, reason="needs the extra 'browser' (scrapy-playwright)")
def test_a_portal_that_needs_a_browser_cannot_run_without_one(tmp_path: Path):
    with RawServer(lambda *_: served(b"none")) as server:
        settings = {"RENDER_BROWSER": "/nowhere/chromium"}
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"}, more=RENDERED, settings=settings)
        assert not server.served
    assert done.status == 2
    (line,) = [line for line in done.log.splitlines() if "browser" in line]
    assert "hunan_lixian: has columns that a browser must draw: no browser at '/nowhere/chromium'" in line
    assert "install the package chromium" in line
    assert not list(done.holdings.glob("*/*/crawl.json"))


def test_what_is_missing_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("crawler.browser.find_spec", lambda _: None)
    assert find_lack(Settings()) == "scrapy-playwright is missing; install it with: pip install 'xianzhi[browser]'"
    monkeypatch.setattr("crawler.browser.find_spec", lambda name: name)
    monkeypatch.setattr("crawler.browser.shutil.which", lambda _: None)
    assert str(find_lack(Settings())).startswith("Chromium is missing; install the package chromium")


@pytest.mark.parametrize(
    ("rendered", "fault"),
    [
        ("ul.list", "rendered is 'ul.list'"),
        ({"news": "ul.list"}, "rendered: 'news' is none of the columns"),
        ({"notices": "ul >"}, "rendered: notices is 'ul >', which is no CSS selector"),
        ({"notices": ""}, "rendered: notices is ''"),
    ],
)
def test_a_wrong_word_for_rendered_columns_is_told(rendered: object, fault: str):
    words = {"name": "hunan_lixian", "title": "澧县", "division_code": "430723", "home": "http://a.example/"}
    with pytest.raises(BadPortal) as told:
        type("LixianSpider", (TrsSpider,), {**words, "columns": {"notices": "/tz/"}, "rendered": rendered})
    assert fault in str(told.value)
