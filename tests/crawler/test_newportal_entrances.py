"""What `scrapy newportal` says of a home page that is none: one line that says what was seen, and nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawler.servers import RESET, STALL, RawServer, Script, make_tls

ROOT = Path(__file__).parents[2]
HOME = "http://www.lixian.example/"
LINKS = "".join(f'<a href="/c{number}/">第{number}号栏目公告</a>' for number in range(10_000))
NAV = "".join(f'<a href="/lm{number}/">{name}</a>' for number, name in enumerate(("政务要闻", "通知公告", "部门动态")))
ROWS = "".join(
    f'<li><a href="202504/t20250416_{number}.shtml">关于第{number}件事的报道</a></li>' for number in range(4)
)


def served(body: bytes, status: str = "200 OK", head: str = "Content-Type: text/html; charset=utf-8\r\n") -> Script:
    return [f"HTTP/1.1 {status}\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body]


def sent(place: str) -> Script:
    return served(b"", "302 Found", f"Location: {place}\r\n")


def found(folder: Path) -> list[Path]:
    """Return what was written, but for what Python itself writes."""
    return [
        path for path in folder.rglob("*") if path.is_file() and path.name != "__init__.py" and path.suffix != ".pyc"
    ]


def newportal(folder: Path, proxy: str, home: str = HOME, **settings: object) -> subprocess.CompletedProcess[str]:
    package = folder / "found" / "spiders"
    package.mkdir(parents=True)
    for place in (package.parent, package):
        (place / "__init__.py").touch()
    given = {"SPIDER_MODULES": "found.spiders", "RETRY_ENABLED": False, **settings}
    words = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
    environ = {**os.environ, "http_proxy": proxy, "https_proxy": proxy, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", "newportal", home, "--samples", str(folder / "samples"), *words],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


ENTRANCES: dict[str, tuple[Script, int, str]] = {
    "redirect to itself": (sent("/"), 1, f"{HOME}: status 302 to itself"),
    "busy": (served(b"<p>busy</p>", "503 Busy"), 1, f"{HOME}: answered with status 503"),
    "no connection": ([RESET], 1, f"{HOME}: cannot be fetched: connection lost"),
    "no answer": ([STALL], 1, f"{HOME}: cannot be fetched: took longer than 1.0 seconds."),
    "picture": (served(b"\x89PNG\r\n\x1a\n", head="Content-Type: image/png\r\n"), 1, f"{HOME}: a picture, no page"),
    "PDF called a page": (served(b"%PDF-1.4\n%%EOF"), 1, f"{HOME}: a PDF file, no page"),
    "video": (served(b"\x00\x00", head="Content-Type: video/mp4\r\n"), 1, f"{HOME}: video/mp4, no page"),
    "coding that is none": (
        served(b"\x1f\x8b12", head="Content-Encoding: gzip\r\n"),
        1,
        f"{HOME}: cannot be fetched: not gzip as its Content-Encoding says",
    ),
    "ten thousand links": (
        served(f"<title>澧县人民政府</title>{LINKS}".encode()),
        2,
        f"{HOME}: no column was found: of 30 links that look like columns none is a list (30 status 404)",
    ),
}


@pytest.mark.parametrize("kind", ENTRANCES)
def test_an_entrance_that_is_none_is_told_in_one_line_and_nothing_is_written(tmp_path: Path, kind: str):
    script, status, line = ENTRANCES[kind]
    missing = served(b"", "404 Not Found")
    with RawServer(lambda path, _: script if path == "/" else missing) as server:
        done = newportal(tmp_path, server.url, DOWNLOAD_TIMEOUT=1 if kind == "no answer" else 30)
        assert len(server.served) <= 36
    assert done.stderr.startswith(f"scrapy newportal: {line}"), done.stderr
    assert done.returncode == status
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
    assert found(tmp_path) == []


def test_redirects_round_in_circles_are_told(tmp_path: Path):
    with RawServer(lambda path, _: sent("/b" if path == "/a" else "/a")) as server:
        done = newportal(tmp_path, server.url, ROBOTSTXT_OBEY=False, REDIRECT_MAX_TIMES=3)
    line = f"scrapy newportal: {HOME}: cannot be fetched: sends from one address to another, more than 3 times\n"
    assert (done.returncode, done.stderr) == (1, line)


def test_a_site_that_wants_no_crawler_is_left_alone(tmp_path: Path):
    robots = served(b"User-agent: *\nDisallow: /\n", head="Content-Type: text/plain\r\n")
    with RawServer(lambda *_: robots) as server:
        done = newportal(tmp_path, server.url)
        assert [one.path for one in server.served] == ["/robots.txt"]
    assert (done.returncode, done.stderr) == (
        1,
        f"scrapy newportal: {HOME}: cannot be fetched: Forbidden by robots.txt\n",
    )


def test_a_home_page_whose_certificate_nobody_vouches_for_is_looked_at(tmp_path: Path):
    def answer(path: str, _request: bytes) -> Script:
        home = f'<title>澧县人民政府</title><meta name="SiteIDCode" content="4307230001">{NAV}'
        return served((home if path == "/" else f"<ul>{ROWS}</ul>").encode())

    with RawServer(answer, tunnel=make_tls(tmp_path)) as server:
        done = newportal(tmp_path, server.url, "https://www.lixian.example/", ROBOTSTXT_OBEY=False)
        assert server.connects
    assert done.returncode == 0, done.stderr
    assert "澧县人民政府: family trs" in done.stdout
    (path,) = [path for path in found(tmp_path) if path.suffix == ".py"]
    assert 'home = "https://www.lixian.example/"' in path.read_text(encoding="utf-8")
