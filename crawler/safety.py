"""Addresses that a page may not send the crawler to."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.defer import maybe_deferred_to_future

from crawler.failures import note_failure

logger = logging.getLogger(__name__)

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}


def find_literal(host: str) -> IPAddress | None:
    """Return the address that *host* is written as, or None where it is a name.

    C libraries also take addresses in octal, hexadecimal, as one number or with parts left out.

    >>> find_literal("0x7f.1"), find_literal("2130706433"), find_literal("www.liujiang.gov.cn")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    if not host or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def is_public(address: IPAddress) -> bool:
    """Return whether *address* is one of the open internet, also where an IPv6 address wraps an IPv4 one.

    >>> is_public(ipaddress.ip_address("::ffff:10.0.0.1")), is_public(ipaddress.ip_address("114.114.114.114"))
    (False, True)
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def endpoint(url: str) -> tuple[str, int] | None:
    """Return the host, in lower case, and the port that *url* leads to; None where it leads to none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host:
        return None
    return host.rstrip("."), port or _PORTS.get(parts.scheme, 0)


class Safety:
    """Downloader middleware that refuses schemes other than http and https and addresses inside this network.

    The portal's own home may be there. Through a proxy the name is the proxy's to resolve, so only addresses written
    as such are judged. Redirects and robots.txt pass here like links.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._home: frozenset[tuple[str, int]] | None = None
        self._verdicts: dict[str, str | None] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Safety:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        reason = await self._objection(request)
        if reason is not None:
            note_failure(request, "refused")
            logger.warning("%s: refused: %s", request.url, reason)
            raise IgnoreRequest(f"{request.url}: refused: {reason}")

    async def _objection(self, request: Request) -> str | None:
        scheme = request.url.partition(":")[0].lower()
        if scheme not in _PORTS:
            return f"{scheme}: is neither http nor https"
        where = endpoint(request.url)
        if where is None:
            return "no host"
        if where in self._homes():
            return None
        host = where[0]
        if request.meta.get("proxy"):
            return _judge_name(host)
        if host not in self._verdicts:
            self._verdicts[host] = _judge_name(host) or await self._judge_resolved(host)
        return self._verdicts[host]

    def _homes(self) -> frozenset[tuple[str, int]]:
        if self._home is None:
            self._home = home_endpoints(self._crawler.spider)
        return self._home

    async def _judge_resolved(self, host: str) -> str | None:
        from twisted.internet import reactor

        resolver: Any = reactor
        if find_literal(host) is not None:
            return None
        try:
            # Scrapy's resolver keeps what it found, so that the connection goes to the address judged here.
            found = await maybe_deferred_to_future(resolver.resolve(host))
        except Exception:  # noqa: BLE001  the download meets the same failure and records it
            return None
        return _judge_address(host, ipaddress.ip_address(found))


def home_endpoints(spider: Spider | None) -> frozenset[tuple[str, int]]:
    """Return where the portal of *spider* itself stands: its home and columns, and the same host's standard ports."""
    columns = getattr(spider, "columns", None) or {}
    addresses: Iterable[object] = [getattr(spider, "home", None), *columns.values()]
    found = [endpoint(address) for address in addresses if isinstance(address, str) and "://" in address]
    own = {where for where in found if where is not None}
    return frozenset(own | {(host, port) for host, _port in own for port in _PORTS.values()})


def _judge_name(host: str) -> str | None:
    literal = find_literal(host)
    if literal is not None:
        return _judge_address(host, literal)
    if host == "localhost" or host.endswith(".localhost"):
        return f"{host} is this machine"
    return None


def _judge_address(host: str, address: IPAddress) -> str | None:
    return None if is_public(address) else f"{host} is at {address}, inside this network"
