"""Sort-friendly keys of addresses (SURT), under which a CDXJ index lists captures.

Written anew from the format's description: the usual library is under the AGPL and unchanged since 2019.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

_WWW = re.compile(r"^www\d*\.")
# Most addresses of portals: nothing in them to be folded, resolved or sorted. One match instead of twenty steps.
_USUAL = re.compile(
    r"(https?)://([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+|(?:\d{1,3}\.){3}\d{1,3})(?::([1-9]\d{0,3}|[1-5]\d{4}))?"
    r"((?:/[a-z0-9_-][a-z0-9_.-]*)*/?)"
)
_HOST = re.compile(rb"[^/?]*")
_PORTS = {"http": 80, "https": 443, "ftp": 21}
_UNESCAPED = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
# Names of sessions, which differ in every crawl of the same page.
_QUERY_SESSION = re.compile(
    r"(?:(?<=&)|^)(?:jsessionid=[0-9a-z]{32}|phpsessid=[0-9a-z]{32}|sid=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24}"
    r"|cfid=[^&]+&cftoken=[^&]+)(?:&|$)"
)
_PATH_SESSION = re.compile(r"/\((?:[a-z]\([0-9a-z]{24}\))+\)(?=/[^?]+\.aspx)|/\([0-9a-z]{24}\)(?=/[^?]+\.aspx)")


def urlkey(url: str) -> str:
    """Return the key of *url*: host reversed, scheme and ``www.`` left out, query sorted, lower case.

    >>> urlkey("http://www.Liujiang.gov.cn:80/zwgk/?b=2&a=1#top")
    'cn,gov,liujiang)/zwgk?a=1&b=2'
    >>> urlkey("https://127.0.0.1:8080/")
    '1,0,0,127:8080)/'
    """
    usual = _USUAL.fullmatch(url)
    if usual is not None:
        scheme, name, number, path = usual.groups()
        place = f":{number}" if number and int(number) != _PORTS[scheme] else ""
        return f"{_reverse(_WWW.sub('', name))}{place}){path.rstrip('/') or '/'}"
    try:
        parts = urlsplit(_fold(url.strip()))
        host, port = parts.hostname or "", parts.port
    except ValueError:  # a port or an IPv6 address that is none
        return url.strip()
    if parts.scheme not in _PORTS:
        return url.strip()
    key = _reverse(_WWW.sub("", host))
    if port is not None and port != _PORTS[parts.scheme]:
        key += f":{port}"
    path = _PATH_SESSION.sub("", _resolve(parts.path))
    if path != "/":
        path = path.rstrip("/") or "/"
    query = "&".join(sorted(_QUERY_SESSION.sub("", parts.query).split("&")))
    return f"{key}){path}" + (f"?{query}" if query else "")


def _fold(url: str) -> str:
    """Lower case, one kind of percent-encoding, no fragment."""
    raw = url.partition("#")[0].encode("utf-8", "surrogatepass")
    while (plain := unquote_to_bytes(raw)) != raw:
        raw = plain
    scheme, mark, rest = raw.partition(b"://")
    host = _HOST.match(rest)
    end = host.end() if host else 0
    path = quote(rest[end:], safe=_UNESCAPED)
    return f"{scheme.decode('latin-1')}{mark.decode()}{_ascii_host(rest[:end])}{path}".lower()


def _ascii_host(host: bytes) -> str:
    try:
        return host.decode().encode("idna").decode()
    except UnicodeError:  # no name that DNS could hold
        return quote(host, safe=_UNESCAPED)


def _reverse(host: str) -> str:
    host = host.rstrip(".")
    return host if ":" in host else ",".join(reversed(host.split(".")))


def _resolve(path: str) -> str:
    """Return *path* with ``.``, ``..`` and doubled slashes resolved."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            if kept:
                kept.pop()
        elif segment not in ("", "."):
            kept.append(segment)
    tail = "/" if path.endswith("/") and kept else ""
    return "/" + "/".join(kept) + tail
