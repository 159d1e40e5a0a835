"""A page cannot send the crawler into this network or to this machine's files."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler.safety import find_literal, home_endpoints, is_public
from tests.crawler.crawling import crawl
from tests.crawler.servers import RawServer, Script
from tests.crawler.warcs import read_records


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "0x7f000001", "017700000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"],  # noqa: S104  an address to refuse
)
def test_loopback_is_found_however_it_is_written(host: str):
    address = find_literal(host)
    assert address is not None
    assert not is_public(address)


@pytest.mark.parametrize("host", ["www.liujiang.gov.cn", "1.2.3.4.example", "", "cafe.example", "face"])
def test_a_name_is_no_address(host: str):
    assert find_literal(host) is None


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "fe80::1", "fd00::1", "224.0.0.1"],
)
def test_addresses_inside_a_network_are_not_public(address: str):
    assert not is_public(ipaddress.ip_address(address))


def test_a_portals_home_and_columns_are_its_own():
    spider = SimpleNamespace(home="http://127.0.0.1:8000/", columns={"a": "/a/", "b": "http://10.0.0.1/b/"})
    own = home_endpoints(spider)  # type: ignore[arg-type]
    assert {("127.0.0.1", 8000), ("127.0.0.1", 80), ("10.0.0.1", 80)} <= own
    assert ("127.0.0.1", 22) not in own


def test_a_redirect_into_the_network_is_refused_and_asks_for_nothing(tmp_path: Path):
    def inner_answer(_path: str, _request: bytes) -> Script:
        return [b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"]

    with RawServer(inner_answer, host="127.0.0.2") as inner:
        targets = {
            "/other-host": f"{inner.url}/secret",
            "/metadata": "http://169.254.169.254/latest/meta-data/",
            "/decimal": f"http://2130706434:{inner.port}/secret",
            "/name": f"http://localhost:{inner.port}/secret",
            "/file": "file:///etc/passwd",
            "/ftp": "ftp://a.example/",
        }

        def answer(path: str, _request: bytes) -> Script:
            location = f"Location: {targets[path]}\r\n" if path in targets else ""
            return [f"HTTP/1.1 302 Found\r\n{location}Content-Length: 0\r\n\r\n".encode()]

        with RawServer(answer) as server:
            asked = [
                {"url": server.url + path, "meta": {"dont_redirect": None, "handle_httpstatus_all": None}}
                for path in targets
            ]
            ended = crawl(tmp_path, server.url, asked, {"ROBOTSTXT_OBEY": True})
        assert inner.served == []
    assert ended.stats["xianzhi/failures/refused"] >= 4
    assert {record.url.rpartition("/")[2] for record in read_records(tmp_path, "response")} >= {
        path.removeprefix("/") for path in targets
    }
    assert not any("secret" in record.url for record in read_records(tmp_path, "response", "request"))
    assert "Traceback" not in ended.log


def test_through_a_proxy_names_are_the_proxys_and_addresses_are_judged(tmp_path: Path):
    def answer(_path: str, _request: bytes) -> Script:
        return [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]

    with RawServer(answer) as proxy:
        urls = ["http://portal.example/a", "http://inside.example/b", "http://10.0.0.1/c", "http://localhost/d"]
        # no_proxy is what makes requests for loopback go past a proxy.
        ended = crawl(
            tmp_path, "http://portal.example", [{"url": url} for url in urls], environ={"http_proxy": proxy.url}
        )
    assert sorted(ended.answered) == ["http://inside.example/b", "http://portal.example/a"]
    assert len(ended.failed) == 2
