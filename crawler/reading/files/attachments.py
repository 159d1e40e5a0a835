"""The files an article links to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qs, urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.page.flow import Line, squash
from crawler.reading.patterns import pattern
from crawler.reading.values import Attachment

_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|zip|rar|7z|rtf|csv)$", re.I)
_DOWNLOAD = pattern(r"download|attach|fileid|wbfileid|/module/download/|filedown", re.I)
# Most links lead to pages; only those with one of these in them are taken apart.
_HINTS = (
    *(".doc", ".xls", ".ppt", ".pdf", ".wps", ".et", ".dps", ".ofd", ".zip", ".rar", ".7z", ".rtf", ".csv"),
    *("download", "attach", "fileid", "filedown"),
)
_PLAYERS = etree.XPath("//div[@pdfsrc]")
_CALLED = pattern(r"^\s*(?:附件|附表|附：)")


def read_attachments(
    lines: Sequence[Line], frames: Sequence[HtmlElement], root: HtmlElement, base: str
) -> tuple[Attachment, ...]:
    """Return the files that *lines* link to or that *frames* and players of the page *root* show, by absolute address.

    The title is the link's own, or its text.
    """
    found: dict[str, Attachment] = {}
    for line in lines:
        for link in line.links:
            href = (link.get("href") or "").strip()
            lowered = href.lower()
            if not any(hint in lowered for hint in _HINTS):
                continue
            title = squash(link.text_content()) or squash(link.get("title") or "")
            if title and _is_file(href, title):
                _keep(found, href, base, title)
    players = _PLAYERS(root)
    for address in _framed([*frames, *(players if isinstance(players, list) else ())]):
        _keep(found, address, base, "")
    return tuple(found.values())


def _is_file(href: str, title: str) -> bool:
    if href.startswith(("javascript:", "mailto:", "#", "data:")):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False  # such as http://[/a.doc
    if _FILE.search(parts.path) or any(
        _FILE.search(value) for values in parse_qs(parts.query).values() for value in values
    ):
        return True
    return bool(_DOWNLOAD.search(href)) and (bool(_FILE.search(title)) or bool(_CALLED.match(title)))


def _keep(found: dict[str, Attachment], href: str, base: str, title: str) -> None:
    try:
        url = urljoin(base, href)
        parts = urlsplit(url)
    except ValueError:
        return
    if parts.scheme in ("http", "https") and parts.netloc and url not in found:
        found[url] = Attachment(url, title or parts.path.rsplit("/", 1)[-1])


def _framed(frames: Iterable[HtmlElement]) -> Iterator[str]:
    """Files shown inside the page: Sudy's player, a frame, a viewer that takes the file's address as a parameter."""
    for node in frames:
        source = node.get("pdfsrc") or node.get("src") or node.get("data") or ""
        if not source:
            continue
        try:
            parts = urlsplit(source)
        except ValueError:
            continue
        if _FILE.search(parts.path):
            yield source
        yield from (value for value in parse_qs(parts.query).get("file", []) if _FILE.search(value))
