"""Content codings are undone once, without guessing at compressed bytes, and not beyond the limit."""

from __future__ import annotations

import gzip
import logging
import zlib
from functools import partial

import brotli
import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from crawler.compression import Decompression

PAGE = "<html><head><meta charset=gbk><title>柳江</title></head><body>通知</body></html>".encode("gbk")


def decoded(body: bytes, coding: str, limit: int = 1 << 20) -> tuple[Request, HtmlResponse]:
    middleware = Decompression.from_crawler(get_crawler(settings_dict={"DOWNLOAD_MAXSIZE": limit}))
    request = Request("http://a.example/")
    headers = {"Content-Encoding": coding, "Content-Type": "text/html"}
    response = middleware.process_response(request, HtmlResponse(request.url, headers=headers, body=body))
    assert isinstance(response, HtmlResponse)
    return request, response


@pytest.mark.parametrize(
    ("coding", "encode"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("gzip", lambda page: gzip.compress(page[:9]) + gzip.compress(page[9:])),
        ("gzip", lambda page: gzip.compress(page) + b"bytes behind it"),
        ("gzip, br", lambda page: brotli.compress(gzip.compress(page))),
    ],
)
def test_a_coding_is_undone(coding: str, encode):
    _request, response = decoded(encode(PAGE), coding)
    assert response.body == PAGE
    assert "Content-Encoding" not in response.headers
    assert response.css("title::text").get() == "柳江"


def test_no_charset_is_guessed_from_compressed_bytes(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        decoded(gzip.compress(PAGE * 50), "gzip")
        decoded(brotli.compress(PAGE * 50), "br")
    assert not [record for record in caplog.records if "charset" in record.name]


def test_brotli_is_not_asked_for_even_where_no_default_header_says_what_is():
    request = Request("http://a.example/")
    Decompression.from_crawler(get_crawler()).process_request(request)
    assert request.headers["Accept-Encoding"] == b"gzip, deflate"


@pytest.mark.parametrize(("coding", "encode"), [("gzip", gzip.compress), ("br", partial(brotli.compress, quality=1))])
def test_a_bomb_is_cut(coding: str, encode):
    middleware = Decompression.from_crawler(get_crawler(settings_dict={"DOWNLOAD_MAXSIZE": 1 << 20}))
    request = Request("http://a.example/")
    bomb = HtmlResponse(request.url, headers={"Content-Encoding": coding}, body=encode(bytes(50 << 20)))
    with pytest.raises(IgnoreRequest, match="exceeded"):
        middleware.process_response(request, bomb)
    assert request.meta["failure"] == "decompression bomb"


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip"])
def test_what_is_not_coded_as_said_is_one_line(coding: str):
    middleware = Decompression.from_crawler(get_crawler())
    request = Request("http://a.example/")
    response = HtmlResponse(request.url, headers={"Content-Encoding": coding}, body=PAGE)
    with pytest.raises(IgnoreRequest, match=f"http://a.example/: not {coding} as its Content-Encoding says"):
        middleware.process_response(request, response)
    assert request.meta["failure"] == "undecodable"
