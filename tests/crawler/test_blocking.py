"""Walls, cookie shells and soft 404s are told from pages, and pages from them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from crawler.reading.blocking import find_challenge, find_soft_404

SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[2] / ".." / "shared"))
SAMPLES = Path(__file__).parents[2] / "samples"
COOKIE_SHELL = b"<html><script>document.cookie='wzws_cid=1;path=/';window.location.href='/';</script></html>"
THIN_ARTICLE = "<html><title>停水通知</title><body><script>var _ts=1</script><p>明天停水。</p></body></html>".encode()


@pytest.mark.parametrize("status", [412, 468, 521])
def test_a_walls_status_is_a_challenge_whatever_it_serves(status):
    assert find_challenge(status, {}, b"") == f"status {status} of a wall"


def test_202_with_a_script_is_a_challenge_and_with_a_page_is_none():
    assert find_challenge(202, {}, b"<script src=/a.js></script>")
    assert find_challenge(202, {}, "<html><body><p>公告</p></body></html>".encode()) is None


def test_a_cookie_shell_is_a_challenge_with_status_200():
    assert find_challenge(200, {}, COOKIE_SHELL) == "a script that sets a cookie and loads the page again"


@pytest.mark.parametrize(
    "script",
    ["$_ts=window['$_ts'];$_ts.nsd=1", "var arg1='4E'; function acw_sc__v2(){}", "__jsl_clearid_s", "/waf_js/x.js"],
)
def test_the_scripts_of_known_walls_are_challenges(script):
    assert find_challenge(200, {}, f"<html><script>{script}</script><body></body></html>".encode())


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_that_says_it_blocks_is_a_challenge_in_either_charset(charset):
    body = "<html><title>访问被拦截</title><body>您的访问被拦截，请求编号 7f3a</body></html>".encode(charset)
    assert find_challenge(200, {}, body) == "a page that says 访问被拦截"


def test_a_redirect_to_itself_is_a_challenge_and_one_elsewhere_is_none():
    here = "http://www.lixian.example/"
    assert find_challenge(302, {"Location": "/"}, b"", here) == "status 302 to itself"
    assert find_challenge(302, {"location": "/index.shtml"}, b"", here) is None
    assert find_challenge(301, {}, b"", here) is None
    assert find_challenge(302, {"Location": "http://[/"}, b"", here) is None
    assert find_challenge(301, {"Location": "/tzgg/"}, b"", here + "tzgg") is None, "a folder gets its slash"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        THIN_ARTICLE,
        "<p>我县开展网络安全宣传，讲解网站防火墙和人机验证的用法。</p>".encode() * 40,
        b"<script>document.cookie='font=16'</script>" + "<p>正文在这里，讲的是春耕。</p>".encode() * 30,
    ],
)
def test_a_page_is_no_challenge(body):
    assert find_challenge(200, {"Content-Type": "text/html"}, body) is None


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*/page.json")), ids=lambda path: path.parent.name)
def test_of_the_samples_only_those_of_walls_are_challenges(path):
    page = json.loads(path.read_text(encoding="utf-8"))
    found = find_challenge(page["status"], page["headers"], path.with_name("page.html").read_bytes(), page["url"])
    assert bool(found) == any(word in path.parent.name for word in ("blocked", "challenge", "wall"))


@pytest.mark.skipif(not (SHARED / "pages").is_dir(), reason="the shared pages are not here")
def test_no_real_page_is_taken_for_a_challenge_or_a_soft_404():
    pages = sorted((SHARED / "pages").glob("*/*/page.html"))
    assert len(pages) > 50
    for path in pages:
        body = path.read_bytes()
        assert find_challenge(200, {}, body) is None, path
        assert find_soft_404(body.decode("gb18030", "replace")) is None, path
        assert find_soft_404(body.decode("utf-8", "replace")) is None, path


@pytest.mark.parametrize(
    "markup",
    [
        "<title>404 Not Found</title><p>nginx</p>",
        "<title>页面不存在</title>",
        "<html><title>澧县人民政府</title><body>对不起，您访问的页面已删除</body></html>",
    ],
)
def test_an_error_page_with_status_200_is_a_soft_404(markup):
    assert find_soft_404(markup)


def test_an_article_about_missing_pages_is_none():
    body = "<p>我县网站检查发现，个别栏目的链接打开后显示页面不存在，已要求整改。</p>" * 12
    assert find_soft_404(f"<title>网站检查情况通报</title>{body}") is None
