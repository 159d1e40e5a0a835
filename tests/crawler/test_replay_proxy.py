"""The replaying proxy: what was saved is what comes over the wire, and all of it is listed."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.replay import ReplayProxy, Served, read_answers
from crawler.replay.__main__ import main
from crawler.samples import SampleFault

HOME = "http://www.county.example"
PAGE = "<html><meta charset=gbk><p>柳江区召开春耕生产会议。</p></html>".encode("gbk")


def save(folder: Path, label: str, url: str, body: bytes = PAGE, **page: object) -> None:
    place = folder / "county" / label
    place.mkdir(parents=True)
    place.joinpath("page.html").write_bytes(body)
    saved = {"url": url, "status": 200, "headers": {}, "captured_at": "2025-03-14T02:11:09+00:00"} | page
    place.joinpath("page.json").write_text(json.dumps(saved), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path, "home", f"{HOME}/", headers={"Content-Type": "text/html", "X-Odd-CASE": "kept"})
    save(tmp_path, "zipped", f"{HOME}/zipped.shtml", headers={"content-encoding": "gzip"})
    save(tmp_path, "chunked", f"{HOME}/chunked.shtml", PAGE * 50, headers={"Transfer-Encoding": "chunked"})
    save(tmp_path, "moved", f"{HOME}/old.shtml", b"", status=302, headers={"Location": f"{HOME}/"})
    save(tmp_path, "gone", f"{HOME}/gone.shtml", b"no such page", status=404)
    save(tmp_path, "wall", f"{HOME}/wall.shtml", b"<script></script>", status=521)
    validators = {"ETag": '"67d0-1f"', "Last-Modified": "Wed, 12 Mar 2025 06:35:00 GMT"}
    save(tmp_path, "dated", f"{HOME}/dated.shtml", headers=validators)
    return tmp_path


@pytest.fixture
def proxy(folder: Path) -> Iterator[ReplayProxy]:
    with ReplayProxy(folder) as running:
        yield running


def ask(proxy: ReplayProxy, target: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(proxy.url).netloc, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, target, headers=sent)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def ask_raw(proxy: ReplayProxy, request: bytes) -> bytes:
    address = urlsplit(proxy.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as wire:
        wire.sendall(request)
        wire.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: wire.recv(65536), b""))


def test_a_page_is_served_with_its_bytes_its_status_and_its_headers(proxy: ReplayProxy):
    answer, body = ask(proxy, f"{HOME}/")
    assert (answer.status, body) == (200, PAGE)
    assert answer.getheaders() == [
        ("Content-Type", "text/html"),
        ("X-Odd-CASE", "kept"),
        ("Content-Length", str(len(PAGE))),
    ]


def test_host_and_default_port_are_found_however_they_are_written(proxy: ReplayProxy):
    assert ask(proxy, "http://WWW.County.example:80/zipped.shtml")[0].status == 200


def test_a_zipped_answer_is_zipped_again(proxy: ReplayProxy):
    answer, body = ask(proxy, f"{HOME}/zipped.shtml")
    assert answer.getheader("content-encoding") == "gzip"
    assert int(answer.getheader("content-length", "0")) == len(body)
    assert gzip.decompress(body) == PAGE


def test_a_chunked_answer_comes_in_several_chunks(proxy: ReplayProxy):
    raw = ask_raw(proxy, f"GET {HOME}/chunked.shtml HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert raw.count(b"3fd\r\n") >= 2
    answer, body = ask(proxy, f"{HOME}/chunked.shtml")
    assert answer.getheader("transfer-encoding") == "chunked"
    assert body == PAGE * 50


@pytest.mark.parametrize(("path", "status"), [("old.shtml", 302), ("gone.shtml", 404), ("wall.shtml", 521)])
def test_redirects_errors_and_odd_status_numbers_are_served_as_saved(proxy: ReplayProxy, path: str, status: int):
    assert ask(proxy, f"{HOME}/{path}")[0].status == status


def test_head_gives_the_same_head_and_no_body(proxy: ReplayProxy):
    asked, body = ask(proxy, f"{HOME}/", "HEAD")
    got, _ = ask(proxy, f"{HOME}/")
    assert asked.getheaders() == got.getheaders()
    assert body == b""


def test_an_unknown_address_of_a_known_host_is_not_found(proxy: ReplayProxy):
    answer, body = ask(proxy, f"{HOME}/nowhere.shtml")
    assert answer.status == 404
    assert body.decode() == f"no sample answers {HOME}/nowhere.shtml\n"


def test_an_unknown_host_is_a_bad_gateway(proxy: ReplayProxy):
    answer, body = ask(proxy, "http://elsewhere.example/")
    assert answer.status == 502
    assert body == b"no sample is of host elsewhere.example\n"


def test_tunnels_other_methods_and_direct_visits_are_refused_with_a_reason(proxy: ReplayProxy):
    tunnel = ask_raw(proxy, b"CONNECT www.county.example:443 HTTP/1.1\r\nHost: x\r\n\r\n")
    assert tunnel.startswith(b"HTTP/1.1 501 ")
    assert b"opens no tunnels" in tunnel
    assert ask(proxy, f"{HOME}/", "POST")[0].status == 501
    assert ask(proxy, "/")[0].status == 400


@pytest.mark.parametrize(
    "condition",
    [
        {"If_None_Match": '"67d0-1f"'},
        {"If_None_Match": 'W/"67d0-1f", "other"'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": "Wed, 12 Mar 2025 06:35:00 GMT"},
        {"If_Modified_Since": "Thu, 13 Mar 2025 00:00:00 GMT"},
    ],
)
def test_an_unchanged_page_is_answered_304_without_a_body(proxy: ReplayProxy, condition: dict[str, str]):
    answer, body = ask(proxy, f"{HOME}/dated.shtml", **condition)
    assert (answer.status, body) == (304, b"")
    assert answer.getheader("etag") == '"67d0-1f"'


@pytest.mark.parametrize(
    "condition",
    [
        {"If_None_Match": '"older"'},
        {"If_None_Match": '"older"', "If_Modified_Since": "Thu, 13 Mar 2025 00:00:00 GMT"},
        {"If_Modified_Since": "Tue, 11 Mar 2025 00:00:00 GMT"},
        {"If_Modified_Since": "yesterday"},
    ],
)
def test_a_page_changed_since_is_served_whole(proxy: ReplayProxy, condition: dict[str, str]):
    answer, body = ask(proxy, f"{HOME}/dated.shtml", **condition)
    assert (answer.status, body) == (200, PAGE)


def test_every_exchange_is_listed_with_the_digests_of_what_went_over_the_wire(proxy: ReplayProxy):
    raw = ask_raw(proxy, f"GET {HOME}/zipped.shtml HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    payload = raw.partition(b"\r\n\r\n")[2]
    ask(proxy, "http://elsewhere.example/", "HEAD")
    first, second = proxy.served
    assert first == Served(
        "GET",
        f"{HOME}/zipped.shtml",
        200,
        hashlib.sha256(payload).hexdigest(),
        hashlib.sha256(raw).hexdigest(),
        len(raw),
    )
    assert (second.method, second.url, second.status) == ("HEAD", "http://elsewhere.example/", 502)


def test_several_requests_go_over_one_connection(proxy: ReplayProxy):
    connection = http.client.HTTPConnection(urlsplit(proxy.url).netloc, timeout=10)
    for _ in range(3):
        connection.request("GET", f"{HOME}/")
        assert connection.getresponse().read() == PAGE
    connection.close()
    assert len(proxy.served) == 3


def test_the_proxy_stops_while_a_client_keeps_its_connection_open(folder: Path):
    with ReplayProxy(folder) as proxy:
        connection = http.client.HTTPConnection(urlsplit(proxy.url).netloc, timeout=10)
        connection.request("GET", f"{HOME}/")
        connection.getresponse().read()
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        ask(proxy, f"{HOME}/")


def test_two_samples_of_one_address_are_a_mistake(folder: Path):
    save(folder, "zz-again", f"{HOME}/#top")
    with pytest.raises(SampleFault, match=r"zz-again: another sample answers"):
        read_answers(folder)


@pytest.mark.parametrize("text", ["", "[]", '{"url": "http://a.example/"}', '{"url": 1, "status": "x"}'])
def test_a_faulty_sample_is_named(folder: Path, text: str):
    folder.joinpath("county", "home", "page.json").write_text(text, encoding="utf-8")
    with pytest.raises(SampleFault, match=r"home: cannot be read as a sample"):
        ReplayProxy(folder)


def test_a_coding_that_cannot_be_applied_again_is_a_mistake(folder: Path):
    save(folder, "brotli", f"{HOME}/br", headers={"Content-Encoding": "br"})
    with pytest.raises(SampleFault, match="'br' cannot be applied again"):
        read_answers(folder)


def test_a_header_that_http_cannot_carry_is_a_mistake(folder: Path):
    save(folder, "chinese", f"{HOME}/cn", headers={"X-Site": "柳江"})
    with pytest.raises(SampleFault, match="a header that is not Latin-1"):
        read_answers(folder)


def test_a_folder_without_samples_is_a_mistake_and_the_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([str(tmp_path), "--port", "0"]) == 2
    assert "holds no sample" in capsys.readouterr().err


def test_the_command_serves_until_it_is_interrupted(folder: Path):
    command = [sys.executable, "-m", "crawler.replay", str(folder), "--port", "0"]
    root = Path(__file__).parents[2]
    surroundings = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as process:
        assert process.stdout is not None
        try:
            port = int(process.stdout.readline().rsplit(":", 1)[1])
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", f"{HOME}/")
            assert connection.getresponse().read() == PAGE
            connection.close()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
