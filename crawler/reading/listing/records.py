"""Lists that answer with records instead of markup: JSON, feeds, site maps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from crawler.reading.dates import find_stamp
from crawler.reading.listing.links import Link
from crawler.reading.listing.pages import Page, clean

_ADDRESS_NAMES = ("url", "link", "href", "linkurl", "docpuburl", "puburl", "articleurl", "arcurl", "urlpath")
_TITLE_NAMES = ("title_no_tag", "title", "doctitle", "subject", "name", "articletitle")
_DAY_NAMES = (
    *("publishedtimestr", "display_publish_time", "publishtime", "publish_time", "publisheddate", "docreltime"),
    *("date", "time", "pubdate", "createtime", "created_at"),
)
# An entry that is never closed ends at the next one, so that reading stays linear in the length of the text.
_ENTRY = re.compile(r"<(item|entry|url|sitemap)\b[^<>]*>((?:(?!<\1\b).)*?)</\1\s*>", re.S | re.I)
_MAIL_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC?)\b")
# Portals count by the clock of Beijing.
_CHINA = timezone(timedelta(hours=8))
_FEED = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.S | re.I
)


def read_records(page: Page) -> tuple[Link, ...]:
    """Return the links of a JSON answer: every record in it that has an address and a title."""
    found: dict[str, Link] = {}
    for record in _records(page.data):
        named = {str(name).lower(): value for name, value in record.items()}
        address = page.resolve(_first(named, _ADDRESS_NAMES))
        title = clean(unescape(re.sub(r"<[^>]+>", "", _first(named, _TITLE_NAMES))))
        if address and title:
            found.setdefault(address, Link(address, title, _day(named)))
    return tuple(found.values())


def read_feed(page: Page) -> tuple[Link, ...]:
    """Return the links of an RSS or Atom feed or of a site map; a site map has no titles."""
    if not _FEED.match(page.text[:2_000]):
        return ()
    found: dict[str, Link] = {}
    for kind, entry in _ENTRY.findall(page.text):
        place = re.search(r"<link\b[^>]*\bhref\s*=\s*[\"']([^\"']+)", entry) or re.search(
            r"<(?:link|loc|guid)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)", entry
        )
        address = page.resolve(unescape(place[1])) if place and kind.lower() != "sitemap" else None
        if address:
            title = re.search(r"<title\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</title", entry, re.S)
            found.setdefault(address, Link(address, clean(unescape(title[1])) if title else "", _day_of_entry(entry)))
    return tuple(found.values())


def _day_of_entry(entry: str) -> str | None:
    stamp = find_stamp(entry)
    if stamp:
        return stamp.day.isoformat()
    named = _MAIL_DATE.search(entry)  # RSS 2.0 dates items as mail is dated, RFC 822
    try:
        moment = parsedate_to_datetime(named[0]) if named else None
    except ValueError:
        return None  # 31 February, or an hour past 24
    return moment.astimezone(_CHINA).date().isoformat() if moment else None


def read_site_maps(page: Page) -> tuple[str, ...]:
    """Return the addresses of the site maps that a site map index names."""
    if not _FEED.match(page.text[:2_000]):
        return ()
    entries = [entry for kind, entry in _ENTRY.findall(page.text) if kind.lower() == "sitemap"]
    places = (re.search(r"<loc\b[^>]*>\s*([^<\s]+)", entry) for entry in entries)
    addresses = (page.resolve(unescape(place[1])) for place in places if place)
    return tuple(address for address in addresses if address)


def number_in(page: Page, *names: str) -> int | None:
    """Return the first number that a JSON answer gives under one of *names*, however deep."""
    for record in _records(page.data):
        for name in names:
            value = record.get(name)
            if isinstance(value, int | str) and re.fullmatch(r"[0-9]{1,9}", str(value)):
                return int(value)
    return None


def _records(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 12:
        return
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _records(value, depth + 1)


def _first(named: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if isinstance(named.get(name), str) and named[name].strip()), "")


def _day(named: dict[str, Any]) -> str | None:
    for name in _DAY_NAMES:
        value = named.get(name)
        if isinstance(value, str):
            stamp = find_stamp(value)
            if stamp:
                return stamp.day.isoformat()
        elif isinstance(value, int) and 10**8 < value < 10**13:
            seconds = value / 1000 if value > 10**11 else value
            return datetime.fromtimestamp(seconds, _CHINA).date().isoformat()
    return None
