"""The word that a crawl went wrong reaches whoever takes it, and nobody who takes it can hold the crawl up."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from scrapy import Spider
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from archive.catalogue import Catalogue
from crawler.cli.schedule import alarm_of
from crawler.extensions import alarm
from crawler.extensions.alarm import Alarm
from tests.crawler.servers import CLOSE, RESET, STALL, RawServer

NO_CONTENT = b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"
FAULTS = ["no page was fetched (timeout: 3)", "column 'news' links to nothing; its list moved or is laid out anew"]


class Portal(Spider):
    name = "hunan_lixian"
    title = "澧县人民政府"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alarm, "_STEP_SECONDS", 0.5)
    monkeypatch.setattr(alarm, "_WHOLE_SECONDS", 1.5)


def tell(holdings: Path, outcome: str = "failed", **settings: Any) -> None:
    """Let a crawl end with *outcome*."""
    crawler = get_crawler(Portal, {"HOLDINGS": str(holdings), "EXTENSIONS": {}, **settings})
    crawler.stats.set_stats(
        {"xianzhi/outcome": outcome, "xianzhi/faults": FAULTS, "xianzhi/folder": "h/hunan_lixian/1"}
    )
    Alarm.from_crawler(crawler).crawl_ended()


@contextmanager
def mail_server(speak: Callable[[socket.socket, list[bytes]], None]) -> Iterator[tuple[int, list[bytes]]]:
    """A mail server on loopback that speaks as told; yields its port and what it was sent."""
    taken: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        open_sockets: list[socket.socket] = []

        def serve() -> None:
            try:
                sock, _ = listener.accept()
                open_sockets.append(sock)
                speak(sock, taken)
            except OSError:
                return  # the test is over

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1], taken
        for sock in open_sockets:
            sock.close()


def take_mail(sock: socket.socket, taken: list[bytes]) -> None:
    sock.sendall(b"220 mail.lixian.example\r\n")
    data = b""
    while piece := sock.recv(65536):
        data += piece
        if data.endswith(b"\r\n.\r\n"):
            taken.append(data.removesuffix(b"\r\n.\r\n"))
            data = b""
            sock.sendall(b"250 taken\r\n")
        elif data.endswith(b"\r\n") and (b"\n" not in data[:-1] or data.startswith((b"EHLO", b"MAIL", b"RCPT"))):
            sock.sendall(b"354 go on\r\n" if data.lower().startswith(b"data") else b"250 ok\r\n")
            data = b""


def test_a_webhook_is_told_which_portal_what_and_since_when(tmp_path: Path):
    with RawServer(lambda *_: [NO_CONTENT]) as hook:
        tell(tmp_path, MONITOR_WEBHOOK=f"{hook.url}/key")
    (served,) = hook.served
    assert json.loads(served.request.partition(b"\r\n\r\n")[2]) == {
        "portal": "hunan_lixian",
        "title": "澧县人民政府",
        "outcome": "failed",
        "faults": FAULTS,
        "since": None,
        "last_good": None,
        "folder": "h/hunan_lixian/1",
    }


@pytest.mark.parametrize("outcome", ["complete", "interrupted"])
def test_what_went_well_or_goes_on_later_is_no_alarm(tmp_path: Path, outcome: str):
    with RawServer(lambda *_: [NO_CONTENT]) as hook:
        tell(tmp_path, outcome, MONITOR_WEBHOOK=f"{hook.url}/key")
    assert not hook.served


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ([b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"], "HTTP Error 500: Oops"),
        (
            [b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/?key\r\nContent-Length: 0\r\n\r\n"],
            "it sends on to elsewhere.example; name that address instead",
        ),
        ([b"HTTP/1.1 308 Moved\r\nLocation: https://[\r\nContent-Length: 0\r\n\r\n"], ""),
        ([b"SSH-2.0-OpenSSH\r\n\r\n", CLOSE], "SSH-2.0-OpenSSH"),
        ([CLOSE], "Remote end closed connection without response"),
        ([RESET], "reset"),
        ([STALL], "timed out"),
        ([b"HTTP/1.1 200 OK\r\n", *[step for _ in range(9) for step in (b"X: y\r\n", 0.3)]], "no answer within 1.5"),
    ],
)
def test_a_webhook_that_does_not_take_the_word_is_one_line_without_its_key(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, answer: list[Any], said: str
):
    began = time.monotonic()
    with RawServer(lambda *_: answer) as hook:
        tell(tmp_path, MONITOR_WEBHOOK=f"{hook.url}/secret?key=secret")
    assert time.monotonic() - began < 4
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    line = record.getMessage()
    assert line.startswith("webhook at 127.0.0.1: not told that the crawl went wrong: ")
    assert said in line
    assert "\n" not in line
    assert "secret" not in line


@pytest.mark.parametrize("address", ["mailto:a@lixian.example", "http://[", "file:///etc/passwd", "www.lixian.example"])
def test_an_address_that_is_no_webhook_is_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture, address: str):
    tell(tmp_path, MONITOR_WEBHOOK=address)
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "not told that the crawl went wrong" in record.getMessage()


def test_a_mail_says_which_portal_what_and_since_when(tmp_path: Path):
    with mail_server(take_mail) as (port, taken):
        tell(tmp_path, MONITOR_MAIL="archive@lixian.example", MAIL_HOST="127.0.0.1", MAIL_PORT=port)
    message = message_from_bytes(taken[0], policy=policy.default)
    assert message["Subject"] == "xianzhi: hunan_lixian: FAILED"
    assert message["To"] == "archive@lixian.example"
    lines = message.get_content().splitlines()
    assert lines[0] == "hunan_lixian (澧县人民政府): FAILED"
    assert lines[2:4] == FAULTS
    assert lines[5:] == ["since: this crawl", "last good crawl: never", "folder: h/hunan_lixian/1"]


@pytest.mark.parametrize(
    ("speak", "said"),
    [
        (lambda *_: time.sleep(3), "timed out"),
        (lambda sock, _: sock.close(), "closed"),
        (lambda sock, _: sock.sendall(b"554 no\r\n"), "554"),
        (lambda sock, _: sock.sendall(b"\xff\xfe garbage\r\n" * 9), ""),
    ],
)
def test_a_mail_server_that_hangs_or_refuses_is_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, speak: Callable[..., None], said: str
):
    began = time.monotonic()
    with mail_server(speak) as (port, _):
        tell(tmp_path, MONITOR_MAIL="archive@lixian.example", MAIL_HOST="127.0.0.1", MAIL_PORT=port)
    assert time.monotonic() - began < 3
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    line = record.getMessage()
    assert line.startswith("mail: not told that the crawl went wrong: ")
    assert said in line
    assert "\n" not in line


def test_a_locked_catalogue_keeps_no_word_back(tmp_path: Path):
    Catalogue(tmp_path).close()
    other = Catalogue(tmp_path)
    other._db.execute("PRAGMA journal_mode = DELETE")
    other._db.execute("BEGIN EXCLUSIVE")
    with RawServer(lambda *_: [NO_CONTENT]) as hook:
        tell(tmp_path, MONITOR_WEBHOOK=f"{hook.url}/key")
    other.close()
    assert len(hook.served) == 1


def test_without_an_address_there_is_no_alarm():
    with pytest.raises(NotConfigured):
        Alarm.from_crawler(get_crawler(Portal, {"EXTENSIONS": {}, "MONITOR_WEBHOOK": "", "MONITOR_MAIL": []}))


def test_a_schedule_tells_of_a_portal_that_could_not_be_crawled(tmp_path: Path):
    with RawServer(lambda *_: [NO_CONTENT]) as hook:
        alarm_of(tmp_path)("hunan_lixian", "killed", "the process was killed", {"MONITOR_WEBHOOK": f"{hook.url}/key"})
        until = time.monotonic() + 5
        while not hook.served:
            assert time.monotonic() < until
            time.sleep(0.02)
    word = json.loads(hook.served[0].request.partition(b"\r\n\r\n")[2])
    assert (word["portal"], word["outcome"], word["faults"]) == ("hunan_lixian", "killed", ["the process was killed"])


def test_a_schedule_does_not_wait_for_whoever_it_tells(tmp_path: Path):
    with RawServer(lambda *_: [STALL]) as hook:
        began = time.monotonic()
        alarm_of(tmp_path)("hunan_lixian", "unable", None, {"MONITOR_WEBHOOK": f"{hook.url}/key"})
        assert time.monotonic() - began < 0.5
