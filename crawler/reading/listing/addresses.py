"""One address for one page, of the several that portals link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.I)
_SESSION_WORDS = {"jsessionid", "phpsessid", "aspsessionid", "sessionid", "jsession"}
# Founder papers and links shared by telephone mark the way by which a reader came; the page is the same.
_WAY_WORDS = {("div", "-1"), ("div", "0"), ("v", "1"), ("print", "1"), ("isappinstalled", "0"), ("from", "timeline")}
_INDEX = re.compile(r"/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$", re.I)
_PORTS = {"http": 80, "https": 443}


def canonical(url: str, home: str | None = None) -> str:
    """Return the one address that *url* is fetched under.

    Left out are the fragment, default ports, session ids and the marks ``?div=-1``, ``?div=0`` and ``?v=1``. A page
    on the host of *home* gets the scheme and the ``www.`` of *home*, since portals mix links to the same page.

    >>> canonical("https://www.liujiang.gov.cn:443/xxgk;jsessionid=0A1?sessionid=2#top", "http://www.liujiang.gov.cn/")
    'http://www.liujiang.gov.cn/xxgk'
    >>> canonical("http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm?v=1")
    'http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm'
    """
    parts = urlsplit(url)
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    try:
        port = parts.port
    except ValueError:
        port = None  # a port beyond 65535 is a slip of the editor
    own = (urlsplit(home).hostname or "").lower() if home is not None else ""
    if home is not None and port in (None, 80, 443) and host.removeprefix("www.") == own.removeprefix("www."):
        scheme, host, port = urlsplit(home).scheme, own, urlsplit(home).port
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS.get(scheme)) else f"{host}:{port}"
    path = re.sub(r"/{2,}", "/", _SESSION_PATH.sub("", parts.path)) or "/"
    query = "&".join(word for word in parts.query.split("&") if word and not _is_mark(word))
    return urlunsplit((scheme, place, path, query, ""))


def address_key(url: str) -> str:
    """Return what two addresses of one page have in common: *url* without scheme, ``www.`` and trailing index page.

    >>> address_key("https://liujiang.gov.cn/xxgk/index.shtml") == address_key("http://www.liujiang.gov.cn/xxgk/")
    True
    """
    parts = urlsplit(canonical(url))
    path = parts.path if parts.query else _INDEX.sub("/", parts.path)
    return urlunsplit(("", parts.netloc.removeprefix("www."), path, parts.query, ""))


def _is_mark(word: str) -> bool:
    name, _, value = word.partition("=")
    return name.lower() in _SESSION_WORDS or (name.lower(), value) in _WAY_WORDS or name.lower().startswith("utm_")
