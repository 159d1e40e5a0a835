"""Requests as JSON text, so that nothing a queue file holds is ever executed."""

from __future__ import annotations

import base64
import json
from datetime import date, datetime
from typing import Any

from scrapy import Request, Spider

# Facts about one run or one download; a request that is taken up again must find its own.
_PASSING = frozenset(
    {"record", "proxy", "_auth_proxy", "download_latency", "download_slot", "failure", "is_start_request"}
)


def write_request(request: Request, spider: Spider) -> str:
    """Return *request* as JSON text; callbacks by the names of the spider's methods, a form as its plain request.

    Raises ValueError where a callback is no method of the spider or a value has no JSON form.
    """
    fields: dict[str, Any] = {"url": request.url, "priority": request.priority}
    if request.method != "GET":
        fields["method"] = request.method
    if request.body:
        fields["body"] = request.body
    if request.headers:
        fields["headers"] = [[name, values] for name, values in request.headers.items()]
    for name in ("callback", "errback"):
        method = getattr(request, name)
        if method is not None:
            fields[name] = _method_name(method, spider, request.url)
    for name in ("cookies", "cb_kwargs", "flags", "dont_filter"):
        value = getattr(request, name)
        if value:
            fields[name] = value
    if request.encoding != "utf-8":
        fields["encoding"] = request.encoding
    meta = {name: value for name, value in request.meta.items() if name not in _PASSING}
    if meta:
        fields["meta"] = meta
    try:
        return json.dumps(fields, default=_plain, ensure_ascii=False, separators=(",", ":"))
    except TypeError as error:
        raise ValueError(f"{request.url}: cannot be kept in the queue: {error}") from error


def read_request(text: str, spider: Spider) -> Request:
    """Return the request that *text* was written from.

    Raises ValueError where *text* is none, or names a method that the spider does not have.
    """
    fields = json.loads(text, object_hook=_rich)
    for name in ("callback", "errback"):
        if name in fields:
            method = getattr(type(spider), fields[name], None)
            if not callable(method):
                raise ValueError(f"{fields['url']}: {type(spider).__name__} has no method {fields[name]!r}")
            fields[name] = getattr(spider, fields[name])
    if "headers" in fields:
        fields["headers"] = dict(fields["headers"])
    return Request(**fields)


def _method_name(method: Any, spider: Spider, url: str) -> str:
    name: str = getattr(method, "__name__", "")
    own = getattr(spider, name, None) if name else None
    if own is None or getattr(own, "__func__", None) is not getattr(method, "__func__", method):
        raise ValueError(f"{url}: cannot be kept in the queue: {method!r} is no method of {spider.name}")
    return name


def _plain(value: object) -> Any:
    if isinstance(value, bytes):
        return {"!bytes": base64.b64encode(value).decode("ascii")}
    if isinstance(value, datetime):
        return {"!datetime": value.isoformat()}
    if isinstance(value, date):
        return {"!date": value.isoformat()}
    raise TypeError(f"a {type(value).__name__} has no JSON form")


def _rich(value: dict[str, Any]) -> Any:
    if len(value) != 1:
        return value
    ((name, item),) = value.items()
    if name == "!bytes":
        return base64.b64decode(item)
    if name == "!datetime":
        return datetime.fromisoformat(item)
    return date.fromisoformat(item) if name == "!date" else value
