"""Articles that a page holds as data."""

from __future__ import annotations

import json

import pytest

from crawler.reading import read_documents

URL = "http://www.lixian.example/gkmlpt/content/8/1234/post_1234567.html"
TEXT = "<p>荔枝花期雨水偏多，各镇要组织果农雨停后摇花，避免沤花。</p><p>技术员驻村到五月底。</p>"


def page(detail: str, body: str = "<h1>荔枝保花技术下乡</h1><div class='article-content'></div>") -> bytes:
    head = f"<script>window._CONFIG = {{ SID: 1, TREE: [], DETAIL: {detail} }};</script>"
    return f"<html><head><title>荔枝保花技术下乡</title>{head}</head><body>{body}</body></html>".encode()


def detail(content: object) -> str:
    return json.dumps({"title": "荔枝保花技术下乡", "content": content}).replace("</", "<\\/")


@pytest.mark.parametrize("body", ["<h1>荔枝保花技术下乡</h1><div class='article-content'></div>", "<div id=app></div>"])
def test_an_article_in_the_pages_data_is_its_text(body):
    (document,) = read_documents(page(detail(TEXT), body), URL)
    assert document.title == "荔枝保花技术下乡"
    assert document.paragraphs == (
        "荔枝花期雨水偏多，各镇要组织果农雨停后摇花，避免沤花。",
        "技术员驻村到五月底。",
    )


def test_an_article_that_the_page_draws_already_is_not_put_in_again():
    body = f"<h1>荔枝保花技术下乡</h1><div class='article-content'>{TEXT}</div>"
    (document,) = read_documents(page("null", body), URL)
    assert len(document.paragraphs) == 2


@pytest.mark.parametrize("broken", ["{title: '甲'}", '{"content": 5}', '{"content": ""}', '{"content": "', "[" * 5000])
def test_data_that_holds_no_article_is_left_alone(broken):
    body = f"<h1>荔枝保花技术下乡</h1><div class='article-content'>{TEXT}</div>"
    (document,) = read_documents(page(broken, body), URL)
    assert len(document.paragraphs) == 2


def test_what_hides_in_the_data_is_left_out_like_any_other():
    hidden = TEXT + "<div style='display:none'><a href='http://casino.example/'>真人娱乐</a></div><script>x</script>"
    (document,) = read_documents(page(detail(hidden)), URL)
    assert "娱乐" not in document.text
    assert len(document.paragraphs) == 2
