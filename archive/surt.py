"""Sort-friendly keys of addresses (SURT), under which a CDXJ index lists captures.

Written anew from the format's description: the usual library is under the AGPL and unchanged since 2019.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

_WWW = re.compile(r"^www\d*\.")
# Most addresses of portals: nothing in them to be folded, resolved or sorted. One match instead of twenty steps.
_USUAL = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+)((?:/[a-z0-9_-][a-z0-9_.-]*)*/?)(?<=.)(?<![:.])")
_PORTS = {"http": "80", "https": "443"}
_UNESCAPED = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SESSIONS = re.compile(
    r"(?:^|&)(?:jsessionid=[0-9a-z]{32}|phpsessid=[0-9a-z]{32}|sid=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24}"
    r"|cfid=[^&]+&cftoken=[^&]+)(?=&|$)"
)
_PATH_SESSION = re.compile(r";jsessionid=[0-9a-z]{32}$")


def urlkey(url: str) -> str:
    """Return the key of *url*: host reversed, scheme and ``www.`` left out, query sorted, lower case.

    >>> urlkey("http://www.Liujiang.gov.cn:80/zwgk/?b=2&a=1#top")
    'cn,gov,liujiang)/zwgk?a=1&b=2'
    >>> urlkey("https://127.0.0.1:8080/")
    '127.0.0.1:8080)/'
    """
    usual = _USUAL.fullmatch(url)
    if usual is not None:
        path = usual[2]
        return f"{_reverse(_WWW.sub('', usual[1]))}){path if path == '/' else path.rstrip('/')}"
    parts = urlsplit(_fold(url.strip()))
    if parts.scheme not in _PORTS:
        return url.strip()
    host = parts.hostname or ""
    port = parts.netloc.rpartition("@")[2].rpartition("]")[2].partition(":")[2]
    key = _reverse(_WWW.sub("", host))
    if port and port != _PORTS[parts.scheme]:
        key += f":{port}"
    path = _PATH_SESSION.sub("", _resolve(parts.path))
    if path != "/":
        path = path.rstrip("/") or "/"
    query = "&".join(sorted(_SESSIONS.sub("", parts.query).strip("&").split("&")))
    return f"{key}){path}" + (f"?{query}" if query else "")


def _fold(url: str) -> str:
    """Lower case, one kind of percent-encoding, no fragment."""
    url = url.partition("#")[0]
    raw = unquote_to_bytes(url.encode("utf-8", "surrogatepass"))
    return quote(raw, safe=_UNESCAPED).lower()


def _reverse(host: str) -> str:
    host = host.rstrip(".")
    if re.fullmatch(r"[\d.]+", host) or ":" in host:
        return host
    return ",".join(reversed(host.split(".")))


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
