"""What crosses the wire is what the records hold, byte for byte, however odd it is."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import scrapy

from crawler.wire import TESTED
from tests.crawler.crawling import Ended, crawl
from tests.crawler.exchanges import CASES, Case
from tests.crawler.servers import RawServer, Script, Served, make_tls
from tests.crawler.warcs import Record, read_records

ROADS = ("plain", "tls", "proxy", "tunnel")
LIMITS = {"DOWNLOAD_TIMEOUT": 5, "DOWNLOAD_MAXSIZE": 1 << 20, "DOWNLOAD_WARNSIZE": 0}


def answer(path: str, _request: bytes) -> Script:
    road, _, name = path.removeprefix("/").partition("/")
    # Payloads that differ in their first bytes, so that none is a revisit of another.
    return CASES[name].script(f"{zlib.crc32(path.encode()):08x}-{road}-{name}-0123456789".encode())


@dataclass
class Kept:
    """One road's crawl: what the server sent and what the records hold, by case."""

    ended: Ended
    served: dict[str, list[Served]]
    responses: dict[str, list[Record]]
    requests: dict[str, list[Record]]
    metadata: dict[str, list[Record]]


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Kept]]]:
    # Two at a time: most of a crawl is waiting for servers that fall silent.
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(take_road, name, tmp_path_factory.mktemp(name)) for name in ROADS}


@pytest.fixture(scope="module", params=ROADS)
def road(request: pytest.FixtureRequest, roads: Mapping[str, Future[Kept]]) -> tuple[str, Kept]:
    return request.param, roads[request.param].result()


def take_road(name: str, folder: Path) -> Kept:
    """Return what came of a crawl of all cases that goes by road *name*."""
    tls = make_tls(folder)
    with RawServer(answer, tls=tls if name == "tls" else None, tunnel=tls if name == "tunnel" else None) as server:
        home, environ = server.url, {}
        if name == "proxy":
            home, environ = "http://portal.example", {"http_proxy": server.url}
        if name == "tunnel":
            home, environ = "https://portal.example", {"https_proxy": server.url}
        asked = [
            {"url": f"{home}/{name}/{case}", "method": CASES[case].method, "body": CASES[case].body.decode("latin-1")}
            for case in CASES
        ]
        ended = crawl(folder / "holdings", home, asked, LIMITS, environ)
        served: dict[str, list[Served]] = {case: [] for case in CASES}
        for exchange in server.served:
            served[exchange.path.rpartition("/")[2]].append(exchange)
    return Kept(ended, served, *(_by_case(folder / "holdings", kind) for kind in ("response", "request", "metadata")))


def _by_case(holdings: Path, kind: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {name: [] for name in CASES}
    kinds = (kind, "revisit") if kind == "response" else (kind,)
    for record in read_records(holdings, *kinds):
        found[urlsplit(record.url).path.rpartition("/")[2]].append(record)
    return found


def whole_answer(name: str, kept: Kept) -> bytes:
    """Return the answer as recorded: interim heads, which stand in a record of their own, and the rest."""
    interim = b"".join(
        record.block.removeprefix(b"interim-response: ")
        for record in kept.metadata[name]
        if record.block.startswith(b"interim-response: ")
    )
    (record,) = kept.responses[name]
    return interim + record.block


def test_the_tap_is_tested_on_the_scrapy_that_is_installed():
    assert scrapy.__version__ in TESTED


def test_there_are_at_least_sixty_adversarial_exchanges():
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_the_answer_is_kept_byte_for_byte(road: tuple[str, Kept], name: str):
    _way, kept = road
    sent, case = kept.served[name][-1].response, CASES[name]
    if not sent:
        failures = [record for record in kept.metadata[name] if b"outcome: no answer" in record.block]
        assert len(failures) >= len(kept.served[name])
        assert all(b"error: " in failure.block for failure in failures)
        return
    held = whole_answer(name, kept)
    assert held == sent if case.whole else sent.startswith(held) and held


@pytest.mark.parametrize("name", CASES)
def test_the_request_is_kept_byte_for_byte(road: tuple[str, Kept], name: str):
    _way, kept = road
    seen = [exchange.request for exchange in kept.served[name]]
    held = [record.block for record in kept.requests[name]]
    # A request that went to a kept connection just before its end was sent again, and maybe seen only once.
    again = sum(b"sent-again: " in record.block for record in kept.metadata[name])
    assert set(held) == set(seen)
    assert len(seen) <= len(held) <= len(seen) + again


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.truncated != "any"])
def test_a_record_says_when_and_why_it_is_cut_short(road: tuple[str, Kept], name: str):
    _way, kept = road
    case: Case = CASES[name]
    for record in kept.responses[name]:
        assert record.headers.get("WARC-Truncated") == case.truncated


def test_every_record_names_address_protocol_and_tls(road: tuple[str, Kept]):
    way, kept = road
    for name in ("plain", "chunk-trailers", "gzip", "short"):
        (record,) = kept.responses[name]
        assert record.headers["WARC-IP-Address"] == "127.0.0.1"
    (record,) = kept.metadata["plain"] or [None]
    if way in ("tls", "tunnel"):
        assert record is not None
        assert b"tls-cipher: " in record.block
        assert b"tls-certificate: sha256:" in record.block
    if way in ("proxy", "tunnel"):
        assert record is not None
        assert b"proxy: http://127.0.0.1" in record.block


def test_a_page_that_came_whole_reaches_its_callback_with_its_record(road: tuple[str, Kept]):
    _way, kept = road
    answered = {urlsplit(url).path.rpartition("/")[2]: facts for url, facts in kept.ended.answered.items()}
    for name in ("plain", "chunk-extensions", "gzip", "lf-only", "http10-eof", "hints-103", "status-204", "gbk"):
        assert answered[name]["record"]["record_id"].startswith("<urn:uuid:")


def test_no_traceback_is_shown(road: tuple[str, Kept]):
    _way, kept = road
    assert "Traceback" not in kept.ended.log


def test_what_never_became_an_exchange_is_recorded_with_its_cause(tmp_path: Path):
    def refuse(_path: str, _request: bytes) -> Script:
        return [b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"]

    with RawServer(refuse) as server:
        closed = socket.create_server(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        closed.close()
        no_tls = server.url.replace("http:", "https:") + "/"
        unknown = "http://no-such-host.invalid/"
        tunnelled = "https://portal.example/"
        settings = {no_tls: {"DOWNLOAD_TIMEOUT": 2}}
        environ = {tunnelled: {"https_proxy": server.url}}

        # The homes are loopback, where only the portal itself may be asked.
        def ask(name: str, home: str) -> Ended:
            return crawl(tmp_path / name, home, [{"url": home}], settings.get(home), environ.get(home))

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(ask, "abcd", (dead, no_tls, unknown, tunnelled)))
    causes = [
        next(read_records(tmp_path / name, "metadata")).block.decode().partition("error: ")[2].partition(":")[0]
        for name in "abcd"
    ]
    assert causes == [
        "DownloadConnectionRefusedError",
        "DownloadTimeoutError",
        "CannotResolveHostError",
        "TunnelError",
    ]


def test_a_proxys_password_is_sent_and_not_kept(tmp_path: Path):
    with RawServer(lambda _path, _request: [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]) as proxy:
        environ = {"http_proxy": f"http://clerk:secret@127.0.0.1:{proxy.port}"}
        crawl(tmp_path, "http://portal.example", [{"url": "http://portal.example/a"}], environ=environ)
        (exchange,) = proxy.served
    password = b"Proxy-Authorization: Basic Y2xlcms6c2VjcmV0\r\n"
    assert password in exchange.request
    (request,) = read_records(tmp_path, "request")
    assert request.block == exchange.request.replace(password, b"")
    kept = b"".join(record.block for record in read_records(tmp_path))
    assert b"left-out: Proxy-Authorization" in kept
    assert b"secret" not in kept
