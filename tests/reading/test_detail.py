"""Articles that a page holds as data."""

from __future__ import annotations

import json
from html import escape

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


BODY = "<p>荔枝花期雨水偏多，各镇要组织果农雨停后摇花，避免沤花。</p><p>技术员驻村到五月底，每天查看果园，随时解答果农的提问，并在村头的宣传栏公布天气和用药的要点。</p>"
TOLD = (
    "荔枝花期雨水偏多，各镇要组织果农雨停后摇花，避免沤花。",
    "技术员驻村到五月底，每天查看果园，随时解答果农的提问，并在村头的宣传栏公布天气和用药的要点。",
)
CARRIERS = {
    "a hidden field of markup": f"<textarea id=t style='display:none'>{BODY}</textarea>",
    "a hidden field of escaped markup": f"<textarea id=t>{escape(BODY)}</textarea>",
    "a hidden input": f'<input type="hidden" id="html" value="{escape(BODY)}">',
    "markup to be shown as it is": f"<xmp>{BODY}</xmp>",
    "a script that is none": f'<script id="editor" type="text/plain">{BODY}</script>',
    "a template": f"<template>{BODY}</template>",
    "what browsers without scripts are shown": f"<noscript>{BODY}</noscript>",
    "a frame's own page": f'<iframe srcdoc="{escape(BODY)}"></iframe>',
    "a string": f"<script>var content = '{BODY}';</script>",
    "a written string": f"<script>document.write('{BODY}');</script>",
    "JSON": f"<script>window.__STATE__={json.dumps({'post': {'id': 1, 'contentHtml': BODY}})}</script>",
    "data for search engines": '<script type="application/ld+json">'
    + json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(TOLD)}, ensure_ascii=False)
    + "</script>",
}
BARE = (
    "<html><head><title>荔枝保花技术下乡</title></head><body><h1>荔枝保花技术下乡</h1><div id=c></div>{}</body></html>"
)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_an_article_that_only_a_script_would_draw_is_read(carrier: str):
    (document,) = read_documents(BARE.format(CARRIERS[carrier]).encode(), URL)
    assert document.paragraphs == TOLD
    assert document.title == "荔枝保花技术下乡"


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_page_that_prints_its_article_is_not_asked_what_else_it_carries(carrier: str):
    printed = ("县里昨日召开荔枝产业座谈会，听取种植大户、收购商和专家的意见。", "会议决定在三个镇建冷库。")
    body = "".join(f"<p>{text}</p>" for text in printed)
    (document,) = read_documents(BARE.format(body + CARRIERS[carrier]).encode(), URL)
    assert document.paragraphs == printed


def test_an_article_is_put_where_its_script_draws_it():
    script = "<script>$('#c').html($('#t').val())</script>"
    bar = "<div>来源：县农业农村局 发布时间：2024-05-07 10:20</div>"
    page = f"<body><h1>荔枝保花技术下乡</h1>{bar}<div id=c></div><div>版权所有：澧县</div><textarea id=t>{BODY}</textarea>{script}"
    (document,) = read_documents(f"<html><title>荔枝保花技术下乡</title>{page}</body></html>".encode(), URL)
    assert document.paragraphs == TOLD
    assert document.source == "县农业农村局"


@pytest.mark.parametrize(
    "hidden",
    [
        "<noscript>您的浏览器没有启用脚本，本站的许多功能无法使用。请在浏览器的设置里启用脚本，然后刷新本页，再继续浏览本站的内容。</noscript>",
        "<textarea>"
        + "".join(f"<p>某某娱乐，信誉第一，<a href='http://x{n}.example/'>欢迎光临本站玩耍。</a></p>" for n in range(9))
        + "</textarea>",
    ],
)
def test_a_list_is_not_given_what_it_hides_for_an_article(hidden: str):
    rows = "".join(f"<li><a href=/{n}>澧县第{n}次常务会议召开</a></li>" for n in range(9))
    (document,) = read_documents(BARE.format(f"<ul>{rows}</ul>{hidden}").encode(), URL)
    assert document.text == ""


def test_markup_that_was_escaped_once_too_often_is_drawn():
    (document,) = read_documents(BARE.format(f"<div>{escape(BODY)}</div>").encode(), URL)
    assert document.paragraphs == TOLD
