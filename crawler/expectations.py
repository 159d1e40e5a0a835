"""What a portal reads from one sample, as plain values that a person can review."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from crawler.families.base import Portal
from crawler.reading import Document
from crawler.reading.blocking import find_challenge, find_soft_404
from crawler.reading.listing import (
    FILE,
    Page,
    find_refresh,
    is_printed_page,
    is_story,
    open_page,
    read_calendar,
    read_printed_page,
)
from crawler.samples import Sample

# What differs from crawl to crawl, or says again what another field says.
_LEFT_OUT = (
    *("id", "text", "text_digest", "portal", "division_code", "parent", "extractor"),
    *("captured_at", "record_id", "payload_digest", "warc_file", "warc_offset"),
)
_KEPT_AS_IS = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg|ico|css|js|woff2?|zip|rar|7z)$|/robots\.txt$", re.I)

_LIST = re.compile(r"/(?:(?:index|list|col)[-_]?\d*\.\w+)?$", re.I)


def read_expectation(sample: Sample, portal: type[Portal]) -> dict[str, Any]:
    """Return what *portal* reads from *sample*: its ``kind`` and, by kind, documents, links or a reason.

    Kinds: ``blocked``, ``redirect``, ``error``, ``file``, ``calendar``, ``soft_404``, ``printed_page``, ``entry``,
    ``list``, ``article``. What is empty is left out.
    """
    why = find_challenge(sample.status, sample.headers, sample.body, sample.url)
    if why:
        return {"kind": "blocked", "why": why}
    if 300 <= sample.status < 400:
        location = next((value for name, value in sample.headers.items() if name.lower() == "location"), "")
        return {"kind": "redirect", "to": urljoin(sample.url, location)}
    if sample.status >= 400:
        return {"kind": "error", "status": sample.status}
    path = urlsplit(sample.url).path
    if _KEPT_AS_IS.search(path) or _is_requisite(sample):
        return {"kind": "file", "bytes": len(sample.body)}
    if FILE.search(path):
        return _shortened({"kind": "file", "bytes": len(sample.body), "documents": _documents(sample, portal)})
    drawn = sample.drawn is not None
    body, headers = (
        (sample.drawn, {"Content-Type": "text/html; charset=utf-8"}) if drawn else (sample.body, sample.headers)
    )
    return _shortened(_read_page(open_page(body or b"", sample.url, headers), sample, portal))


def _is_requisite(sample: Sample) -> bool:
    """Counters and the like have addresses of pages and answer with a script."""
    kind = next((value for name, value in sample.headers.items() if name.lower() == "content-type"), "")
    return bool(re.search(r"/(?:x-)?javascript|/css|^image/", kind, re.I))


def _read_page(page: Page, sample: Sample, portal: type[Portal]) -> dict[str, Any]:
    if page.url.endswith("/period.xml"):
        return {"kind": "calendar", "issues": [list(issue) for issue in read_calendar(page.text, page.url)]}
    fault = find_soft_404(page.text)
    if fault:
        return {"kind": "soft_404", "why": fault}
    if is_printed_page(page.url):
        printed = read_printed_page(page)
        documents = [] if printed.stories or printed.pdf else _documents(sample, portal)
        return {"kind": "printed_page", **asdict(printed), "documents": documents}
    path = urlsplit(page.url).path
    if not (is_story(page.url) or portal.article.search(path)):
        target = find_refresh(page)
        if target:
            return {"kind": "entry", "to": target}
        if _is_list(page, sample, portal):
            rows = [asdict(row) for row in portal.list_rows(page)]
            return {"kind": "list", "links": rows, "next": portal.list_turns(page)}
    return {"kind": "article", "documents": _documents(sample, portal)}


def _is_list(page: Page, sample: Sample, portal: type[Portal]) -> bool:
    rows = portal.list_rows(page)
    # The last page of a list may be a stub that links to nothing, and its first a frame that a script fills.
    if len(rows) > 1 or page.data is not None or _LIST.search(urlsplit(page.url).path) or portal.list_turns(page):
        return True
    return len(rows) == 1 and not any(document.get("paragraphs") for document in _documents(sample, portal))


def _documents(sample: Sample, portal: type[Portal]) -> list[dict[str, Any]]:
    captured_at = datetime.fromisoformat(sample.captured_at)
    documents = portal.read(sample.body, sample.url, sample.headers, captured_at)
    return [_plain(document) for document in documents]


def _plain(document: Document) -> dict[str, Any]:
    return {name: value for name, value in asdict(document).items() if name not in _LEFT_OUT}


def _shortened(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty, and turn tuples into the lists that JSON gives back."""
    items = ((name, _plain_value(value)) for name, value in values.items())
    return {name: value for name, value in items if value not in (None, [], {}, "")}


def _plain_value(value: Any) -> Any:
    if isinstance(value, dict):
        return _shortened(value)
    return [_plain_value(item) for item in value] if isinstance(value, list | tuple) else value
