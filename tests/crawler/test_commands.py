"""What developers type: scrapy crawl, sample, check and list, run as they run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "<html><head><meta charset=gb2312><title>拉堡水厂停水通知</title></head><body><h1>拉堡水厂停水通知</h1>"
    "<div class=TRS_Editor><p>因管道检修，兹定于明日八时至十七时停水，请沿线单位和居民提前储水。</p>"
    "<p>不便之处，敬请谅解。</p></div></body></html>"
).encode("gb18030")


class Origin(BaseHTTPRequestHandler):
    """Answers as a proxy would: an article, a redirect, a robots.txt that forbids one folder, or 404."""

    def do_GET(self) -> None:
        path = "/" + self.path.split("/", 3)[3]
        answers = {
            "/robots.txt": (200, b"User-agent: *\nDisallow: /secret/\n"),
            "/xxgk/tzgg/202504/t20250415_1.shtml": (200, ARTICLE),
            "/old.shtml": (301, b""),
        }
        status, body = answers.get(path, (404, b"<html><body>gone</body></html>"))
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if status == 301:
            self.send_header("Location", "/xxgk/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def proxy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Origin)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def scrapy(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *words],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["guangxi_liujang"], "scrapy crawl: no portal is called 'guangxi_liujang'; did you mean guangxi_liujiang"),
        (["guangxi_liujiang_paper", "-a", "since=soon"], "scrapy crawl: guangxi_liujiang_paper: since is 'soon'"),
        (["guangxi_liujiang", "-a", "home=http://x/"], "scrapy crawl: guangxi_liujiang: takes no argument 'home'"),
    ],
)
def test_what_cannot_be_crawled_is_told_in_one_line_with_status_2(words, line):
    done = scrapy("crawl", *words)
    assert done.returncode == 2
    assert done.stderr.startswith(line)
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_portal_file_is_told_in_one_line_and_keeps_no_other_from_being_listed(tmp_path):
    province = tmp_path / "faulty" / "hunan"
    province.mkdir(parents=True)
    for folder in (province.parent, province):
        (folder / "__init__.py").touch()
    (province / "lixian.py").write_text("colums = {", encoding="utf-8")
    (province / "other.py").touch()
    words = ["-s", "SPIDER_MODULES=faulty"]
    crawled = scrapy("crawl", "hunan_lixian", *words, PYTHONPATH=str(tmp_path))
    assert crawled.returncode == 2
    assert crawled.stderr.strip() == "scrapy crawl: faulty/hunan/lixian.py: line 1: '{' was never closed"


def test_sample_saves_what_was_served_and_what_is_read_from_it(tmp_path, proxy):
    url = "http://www.liujiang.gov.cn/xxgk/tzgg/202504/t20250415_1.shtml"
    words = ["sample", "guangxi_liujiang", url, "notice-gbk", "--samples", str(tmp_path)]
    done = scrapy(*words, http_proxy=proxy)
    folder = tmp_path / "guangxi_liujiang" / "notice-gbk"
    assert done.returncode == 0, done.stderr
    assert "notice-gbk: status 200" in done.stdout
    assert (folder / "page.html").read_bytes() == ARTICLE
    page = json.loads((folder / "page.json").read_text())
    assert (page["url"], page["status"]) == (url, 200)
    assert page["headers"]["Content-Type"] == "text/html; charset=utf-8"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert expected["kind"] == "article"
    assert expected["documents"][0]["title"] == "拉堡水厂停水通知"

    refused = scrapy(*words, http_proxy=proxy)
    assert refused.returncode == 2
    assert "is a sample already" in refused.stderr

    (folder / "expected.json").write_text("{}")
    check = ["check", "guangxi_liujiang", "--samples", str(tmp_path)]
    differing = scrapy(*check)
    assert differing.returncode == 1
    assert '"title": "拉堡水厂停水通知"' in differing.stdout
    assert scrapy(*words, "--again").returncode == 0
    assert scrapy(*check).returncode == 0


@pytest.mark.parametrize(
    ("address", "kind"), [("old.shtml", {"kind": "redirect", "to": "http://www.liujiang.gov.cn/xxgk/"}),
                          ("gone.shtml", {"kind": "error", "status": 404})]
)  # fmt: skip
def test_a_sample_of_a_redirect_or_an_error_is_kept_as_it_is(tmp_path, proxy, address, kind):
    words = ["sample", "guangxi_liujiang", f"http://www.liujiang.gov.cn/{address}", "case", "--samples", str(tmp_path)]
    assert scrapy(*words, http_proxy=proxy).returncode == 0
    assert json.loads((tmp_path / "guangxi_liujiang" / "case" / "expected.json").read_text()) == kind


@pytest.mark.parametrize(
    ("words", "status", "fault"),
    [
        (["guangxi_liujiang", "http://www.liujiang.gov.cn/secret/a.shtml", "secret"], 1, "robots.txt"),
        (["guangxi_liujang", "http://www.liujiang.gov.cn/", "home"], 2, "did you mean guangxi_liujiang"),
        (["guangxi_liujiang", "file:///etc/passwd", "home"], 2, "is no address"),
        (["guangxi_liujiang", "http://www.liujiang.gov.cn/", "../../x"], 2, "is no label"),
    ],
)
def test_what_cannot_be_sampled_is_told_and_leaves_nothing(tmp_path, proxy, words, status, fault):
    done = scrapy("sample", *words, "--samples", str(tmp_path), http_proxy=proxy)
    assert done.returncode == status
    assert fault in done.stderr.strip().splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_no_expectation_is_written_in_ci(tmp_path):
    done = scrapy("sample", "--again", "--samples", str(tmp_path), CI="true")
    assert done.returncode == 2
    assert "never in CI" in done.stderr


def test_check_names_a_portal_without_samples(tmp_path):
    done = scrapy("check", "guangxi_liujiang", "--samples", str(tmp_path))
    assert done.returncode == 1
    assert "guangxi_liujiang: holds no sample" in done.stdout
