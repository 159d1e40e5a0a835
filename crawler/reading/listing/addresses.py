"""One address for one page, of the several that portals link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.I)
_SESSION_WORDS = {"jsessionid", "phpsessid", "aspsessionid", "sessionid", "jsession"}
# Founder papers and links shared by telephone mark the way by which a reader came; the page is the same.
_WAY_WORDS = {("div", "-1"), ("div", "0"), ("v", "1"), ("isappinstalled", "0"), ("isappinstalled", "1")}
_WAY_NAMES = {"spm", "share_token", "nsukey"}
_SHARED_FROM = {"timeline", "singlemessage", "groupmessage", "message", "weixin", "wechat", "qq", "qrcode"}
# The same page, drawn for paper or for a telephone.
_DRESS_NAMES = {"print", "isprint", "printable", "mobile", "ismobile", "is_mobile", "wap", "iswap"}
_DRESS_VALUES = {"print", "printable", "mobile", "wap"}
_DRESSED = {"type", "mode", "view", "device", "platform", "from", "client"}
_YES = {"", "1", "true", "yes", "y", "on"}
_TWIN_HOST = re.compile(r"^(?:www|m|wap|3g|mobile)\.(?=[^.]+\.[^.]+)")
_INDEX = re.compile(r"/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$", re.I)
_PORTS = {"http": 80, "https": 443}


def canonical(url: str, home: str | None = None) -> str:
    """Return the one address that *url* is fetched under.

    Left out are the fragment, default ports, session ids, the marks ``?div=-1``, ``?div=0`` and ``?v=1``, and what asks
    for the page as it looks on paper or on a telephone. A page on the host of *home* gets the scheme and the ``www.``
    of *home*, since portals mix links to the same page; so does one on the host that serves it to telephones.

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
    if home is not None and port in (None, 80, 443) and bare_host(url) == bare_host(home):
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
    return urlunsplit(("", _TWIN_HOST.sub("", parts.netloc), path, parts.query, ""))


def bare_host(url: str) -> str:
    """Return the host of *url* without ``www.`` and without what makes it the host for telephones.

    >>> bare_host("http://www.liujiang.gov.cn/xxgk/"), bare_host("https://m.liujiang.gov.cn/")
    ('liujiang.gov.cn', 'liujiang.gov.cn')
    """
    return _TWIN_HOST.sub("", (urlsplit(url).hostname or "").lower())


def _is_mark(word: str) -> bool:
    name, _, value = (part.lower() for part in word.partition("="))
    if name in _SESSION_WORDS or name in _WAY_NAMES or name.startswith("utm_") or (name, value) in _WAY_WORDS:
        return True
    if name == "from" and value in _SHARED_FROM:
        return True
    return (name in _DRESS_NAMES and value in _YES) or (name in _DRESSED and value in _DRESS_VALUES)
