"""The files an article links to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qs, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.reading.page.flow import Line
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern
from crawler.reading.values import Attachment

_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|zip|rar|7z|rtf|csv|txt)$", re.I)
# A picture is an attachment where its link is called one.
_PICTURE = pattern(r"\.(?:jpe?g|png|gif|tiff?|bmp)$", re.I)
_DOWNLOAD = pattern(
    r"download|attach|fileid|wbfileid|/module/download/|filedown|down(?:file)?\.|getfile|openfile|/upload", re.I
)
# With these addresses systems send files and nothing else: VSB, Hanweb.
_SENDING = pattern(r"/download\.jsp\?.*wbfileid=|/downfile\.jsp\?|DownloadAttach", re.I)
# Most links lead to pages; only those with one of these in them are taken apart.
_HINTS = (
    *(".doc", ".xls", ".ppt", ".pdf", ".wps", ".et", ".dps", ".ofd", ".zip", ".rar", ".7z", ".rtf", ".csv", ".txt"),
    *("download", "attach", "fileid", "filedown", "down.", "downfile", "getfile", "openfile", "/upload"),
)
# Where a script opens the file: the address is written out, not made from arguments.
_OPENED = pattern(
    r"(?:open|assign|replace)\s*\(\s*[\"']([^\"']+)[\"']|(?:location(?:\.href)?|href)\s*=\s*[\"']([^\"']+)[\"']"
)
_KEPT_IN = ("data-href", "data-url", "data-file", "data-path", "data-link", "data-download")
_NOWHERE = pattern(r"\s*(?:#.*|javascript:.*)?$", re.I | re.S)
_BUTTON = pattern(
    r"^[\[【(（]?(?:请?点击|点此|附件|文件)?(?:下载|查看|打开|浏览|预览)(?:此|本)?(?:附件|文件|文档)?[\])】）]?$"
)
_CUT = ("…", "...", "..")
_CALLED = pattern(r"^[\s【\[（(]*(?:附件|附表|附图|附：|相关附件)")
_PAGE = pattern(r"\.s?html?$", re.I)


def read_attachments(lines: Sequence[Line], frames: Sequence[HtmlElement], base: str) -> tuple[Attachment, ...]:
    """Return the files that *lines* link to or that *frames* show, players among them, by absolute address.

    The title is the link's own, or its text.
    """
    found: dict[str, Attachment] = {}
    for line in lines:
        for link in line.links:
            href = _address(link)
            title = _title(link, line)
            if _may_be_file(href, title, line, link) and _is_file(href, title, line, link):
                _keep(found, href, base, title)
    for address in _framed(frames):
        _keep(found, address, base, "")
    return tuple(found.values())


def leads_to_file(link: HtmlElement) -> bool:
    """Say whether the address of *link* ends as those of files do."""
    return bool(_FILE.search((link.get("href") or "").partition("?")[0]))


def _address(link: HtmlElement) -> str:
    """Where *link* leads, be it by a script or by an attribute that its script asks."""
    href = (link.get("href") or "").strip()
    if not _NOWHERE.match(href):
        return href
    for script in (href, link.get("onclick") or ""):
        if opened := _OPENED.search(script):
            return (opened[1] or opened[2]).strip()
    return next((kept.strip() for name in _KEPT_IN if (kept := link.get(name))), href)


def _title(link: HtmlElement, line: Line) -> str:
    """What *link* says; where that is no name of a file, its title's attribute or what its *line* says beside it."""
    text, whole = squash(phrase_in(link)), squash(link.get("title") or "")
    if text and not text.endswith(_CUT) and not _BUTTON.match(text):
        return text
    beside = squash(line.text.replace(text, " ")).strip("[]【】()（） ：:") if text and line.kind == "text" else ""
    return whole or squash(link.get("download") or "") or (beside if len(line.links) == 1 else "") or text


def _may_be_file(href: str, title: str, line: Line, link: HtmlElement) -> bool:
    lowered = href.lower()
    if any(hint in lowered for hint in _HINTS) or _is_called_file(title, link):
        return True
    return bool(_PICTURE.search(lowered) and _CALLED.match(line.text))


def _is_called_file(title: str, link: HtmlElement) -> bool:
    """Whether *link*, by its *title* or by its attributes, names a file or asks to keep what it leads to."""
    if link.get("download") is not None or _FILE.search(title):
        return True
    return bool(_FILE.search(link.get("title") or ""))


def _is_file(href: str, title: str, line: Line, link: HtmlElement) -> bool:
    if not title or href.startswith(("javascript:", "mailto:", "#", "data:")):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False  # such as http://[/a.doc
    if _FILE.search(parts.path) or any(
        _FILE.search(value) for values in parse_qs(parts.query).values() for value in values
    ):
        return True
    if _is_called_file(title, link):
        return bool(href)
    if _SENDING.search(href):
        return True
    if not (_CALLED.match(title) or _CALLED.match(line.text)) or _PAGE.search(parts.path):
        return False
    return bool(_DOWNLOAD.search(href) or _PICTURE.search(parts.path))


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
