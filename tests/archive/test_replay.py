"""Every page replays in pywb as it was served: chunked or not, new or repeated, by our index or another's."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from archive.index import timestamp
from archive.message import parse_answer
from archive.surt import urlkey
from archive.warc import open_record, read_records
from tests.archive.captures import HOST, answer, chunk, make_capture, random_response, seeded, start_crawl
from tests.archive.replaying import ABSENT, ENVIRONMENT, foreign_index, is_installed, replay, wayback

pytestmark = pytest.mark.skipif(not is_installed(), reason=ABSENT)

_ADDRESSES = [
    "http://www.liujiang.gov.cn",
    "http://WWW2.Liujiang.gov.cn:80/Zwgk//A.HTML?Q=1&b=2#top",
    "https://liujiang.gov.cn:8443/a/./b/../c/?z=1&&a=2&",
    "http://127.0.0.1:8080/x?%e6%9f%b3=%25E6",
    "http://a.example/(S(4hqa0555fwsecu455xqckv45))/list.aspx?PHPSESSID=0123456789abcdef0123456789abcdef",
    "http://a.example/柳 江.html?jsessionid=0123456789abcdef0123456789abcdef&y=1",
    "http://柳江.example/node_2.htm",
    "http://paper.example?c=%23FFF&b",
    "http://a.example/x?y=%2525#z",
]


def fill(holdings: Path) -> list[tuple[str, str, bytes]]:
    """Capture pages of all kinds, some twice, and return address, timestamp and payload of each 200."""
    rng = seeded(7)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    twice = [
        answer(b"the same page"),
        head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk(b"the same, chunked" * 9, rng),
    ]
    packed = gzip.compress(b"packed twice" * 50, mtime=0)
    twice.append(head + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(packed, rng))
    responses = [random_response(rng)[0] for _ in range(120)] + twice
    expected = []
    crawl = start_crawl(holdings)
    for at, response in enumerate([*responses, *twice]):
        if b"\r\n0\r\nDigest:" in response:
            continue  # see test_trailers_are_the_one_thing_that_pywb_replays_wrongly
        path = f"/{at}.html" if at < len(responses) else f"/again/{at}.html"
        ref = crawl.write_capture(make_capture(response, path, at))
        parsed = parse_answer(response)
        if parsed.status == 200 and parsed.head.startswith(b"HTTP/1."):
            expected.append((f"http://{HOST}{path}", timestamp(ref.captured_at), parsed.entity))
    crawl.finish("complete", {})
    assert [record.kind for record in read_records(next(crawl.folder.glob("*.warc.gz")))].count("revisit") >= len(twice)
    return expected


@pytest.mark.parametrize("indexer", ["own", "foreign"])
def test_pywb_replays_every_page_byte_for_byte(tmp_path, indexer):
    expected = fill(tmp_path / "holdings")
    [warc] = (tmp_path / "holdings").glob("*/*/*.warc.gz")
    index = warc.with_name("index.cdxj")
    if indexer == "foreign":
        index = tmp_path / "foreign.cdxj"
        foreign_index([warc], index)
    assert len(expected) > 80
    with wayback(tmp_path, index, warc.parent) as port:
        wrong = [
            (url, status, len(body), len(payload))
            for url, stamp, payload in expected
            for status, body in [replay(port, url, stamp)]
            if (status, body) != (200, payload)
        ]
    assert wrong == []


def test_trailers_are_the_one_thing_that_pywb_replays_wrongly(tmp_path):
    """The reader of chunks in warcio 1.8, which pywb uses, knows no trailers and shows them behind the page.

    The record keeps them all the same: it is what was served, and a better reader will come.
    """
    crawl = start_crawl(tmp_path / "holdings")
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    response = head + chunk(b"page", seeded(1), trailer=b"Digest: none\r\n")
    ref = crawl.write_capture(make_capture(response))
    crawl.finish("complete", {})
    assert open_record(tmp_path / "holdings", ref).block == response
    with wayback(tmp_path, crawl.folder / "index.cdxj", crawl.folder) as port:
        status, body = replay(port, f"http://{HOST}/", timestamp(ref.captured_at))
    assert (status, body[:4]) == (200, b"page")
    assert len(body) > 4, "pywb reads trailers now: hold it to byte equality above"


def test_address_keys_are_those_that_pywb_looks_up():
    script = "import sys, json, surt; print(json.dumps([surt.surt(url) for url in json.load(sys.stdin)]))"
    done = subprocess.run(
        [str(ENVIRONMENT / "bin" / "python"), "-c", script],
        input=json.dumps(_ADDRESSES),
        capture_output=True,
        text=True,
        check=True,
    )
    assert [urlkey(url) for url in _ADDRESSES] == json.loads(done.stdout)
