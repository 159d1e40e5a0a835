"""Scripts that hide links by writing markup, or show search engines another page than readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.reading.injections.hiding import style_hides
from crawler.reading.injections.hosts import host_of, is_stranger
from crawler.reading.injections.kinds import HIDDEN_LINKS, SCRIPT_REDIRECT, injection
from crawler.reading.injections.strings import path_of
from crawler.reading.injections.unpacking import plain_code
from crawler.reading.injections.vocabulary import keywords
from crawler.reading.patterns import pattern
from crawler.reading.values import Injection

_MOST_BETWEEN = 200
# A script without any of these neither writes markup, nor asks where a reader comes from, nor hides that it does.
_SIGNS = (
    *("referrer", "write", "eval(", "fromCharCode", "\\x", "unescape", "spider", "innerHTML", "insertAdj", "atob("),
    "document.title",
)
_MARKUP = ("<a", "<A", "style", "STYLE", "arquee")
_MOST_WRITERS = 200
_WRITTEN = pattern(
    r"(?:document|\])\s*(?:\.\s*write(?:ln)?|\[\s*['\"`]write(?:ln)?['\"`]\s*\])\s*\(|"
    r"\.\s*innerHTML\s*\+?=|\.\s*insertAdjacentHTML\s*\("
)
_STYLE = pattern(r"<\s*(\w+)[^>]{0,300}?style\s*=\s*\\?[\"']?([^\"'>]{1,300})", re.I)
_SPECK = pattern(r"<\s*marquee[^>]{0,300}?(?:height|width)\s*=\s*\\?[\"']?\s*\d(?:px)?[\s\"'\\>]", re.I)
_LINK = pattern(r"<\s*a\s[^>]{0,300}?href\s*=\s*\\?[\"']?\s*([^\"'\s>\\]{4,300})[^>]{0,200}>([^<]{0,200})", re.I)
_END = pattern(r"<\s*(?:\\?/)\s*(\w+)", re.I)
_ENGINES = pattern(
    r"baidu|sogou|soso\b|\bso\.com|haosou|google|\bbing\b|yahoo|\bsm\.cn|shenma|\b360\b|toutiao|yisou|spider", re.I
)
_REFERRER = pattern(r"document\s*\.\s*referrer")
_SPIDERS = pattern(r"spider|googlebot|bingbot|[\"'/|(]baidu[\"'/|)]", re.I)
# Where a script goes: an address in quotes, or what it works out.
_GOES = pattern(
    r"(?:location(?:\s*\.\s*href)?\s*=(?!=)|location\s*\.\s*(?:replace|assign)\s*\(|window\s*\.\s*open\s*\()\s*"
    r"(?:[\"'`]([^\"'`]*)[\"'`]|([^;\s}]))"
)
_LEADING = ("location", "open", "<script", "<iframe", "<SCRIPT", "<IFRAME")
_ADDRESS = pattern(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}", re.I)
_WRITTEN_SOURCE = pattern(r"<\s*(?:script|iframe)[^>]{0,300}?\ssrc\s*=\s*\\?[\"']?\s*([^\"'\s>\\]{4,300})", re.I)
# All that a script does once it is unpacked: have another one fetched, or a frame.
_ONLY_WRITES = pattern(
    r"\s*(?:window\s*\.\s*)?document\s*\.\s*write(?:ln)?\s*\(\s*([\"'`])\s*<\s*(?:script|iframe)\s[^;]{0,500}\)\s*;?\s*",
    re.I,
)
_PACKER = pattern(r"eval\s*\(\s*function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k")
_TITLE = pattern(r"document\s*\.\s*title\s*=(?!=)\s*([\"'`])((?:(?!\1).){0,300})\1")


class Scripts(NamedTuple):
    """What was *found* in a page's scripts, and the *title* that they give it for all but search engines."""

    found: tuple[Injection, ...] = ()
    title: str | None = None


def drop_scripts(scripts: Iterable[HtmlElement], own: frozenset[str]) -> Scripts:
    """Take those of *scripts* that were injected out of the page, with links that they hide; return what was found."""
    found: list[Injection] = []
    title = None
    writers = 0
    for script in scripts:
        code = script.text
        if not code or not any(sign in code for sign in _SIGNS) or script.getparent() is None:
            continue
        plain = plain_code(code)
        if title is None and "document.title" in plain:
            title = _shown_title(plain)
        if _redirects(plain, own) or _fetches(code, plain, own):
            found.append(injection(SCRIPT_REDIRECT, plain, path_of(script, len(found))))
            script.drop_tree()
        elif any(sign in plain for sign in _MARKUP) and _WRITTEN.search(plain) and writers < _MOST_WRITERS:
            writers += 1
            where = path_of(script, len(found))
            excerpt = _hidden_by(script, plain, own)
            if excerpt:
                found.append(injection(HIDDEN_LINKS, excerpt, where))
    return Scripts(tuple(found), title)


def plain_scripts(scripts: Iterable[HtmlElement]) -> list[str]:
    """Return the *scripts* of a page in plain words."""
    return [plain_code(script.text) for script in scripts if script.text]


def _shown_title(code: str) -> str | None:
    """Return the title that *code* sets unless the reader is a search engine."""
    title = _TITLE.search(code)
    if title is None or "userAgent" not in code or not _SPIDERS.search(code, 0, title.start()):
        return None
    return title.group(2).strip()


def _redirects(code: str, own: frozenset[str]) -> bool:
    """Say whether *code* asks for search engines and sends readers, or has something fetched, from a stranger."""
    if ("referrer" not in code and "userAgent" not in code) or not any(sign in code for sign in _LEADING):
        return False
    asked = _ADDRESS.sub("", code)  # counters and share boxes are fetched from search engines
    from_engine = _REFERRER.search(asked) and _ENGINES.search(asked)
    if not from_engine and not ("userAgent" in asked and _SPIDERS.search(asked)):
        return False
    goals = _GOES.findall(code)
    away = [goal for goal, _ in goals] + _WRITTEN_SOURCE.findall(code)
    if any(worked_out for _, worked_out in goals):
        away += _ADDRESS.findall(code)
    return any(is_stranger(host_of(one), own) for one in away)


def _fetches(code: str, plain: str, own: frozenset[str]) -> bool:
    """Say whether *code* was packed only to hide from where it has a script fetched."""
    if ".split('|')" not in code or not _PACKER.search(code) or not _ONLY_WRITES.fullmatch(plain):
        return False
    return any(is_stranger(host_of(source), own) for source in _WRITTEN_SOURCE.findall(plain))


_SEPARATORS = pattern(r"[\W_]+")


def _hidden_by(script: HtmlElement, code: str, own: frozenset[str]) -> str:
    """Return what the hidden links say that *code* writes, or between which it writes hidden tags; drop them."""
    hides = any(style_hides(style) for _, style in _STYLE.findall(code)) or _SPECK.search(code) is not None
    links = [(address, text) for address, text in _LINK.findall(code) if is_stranger(host_of(address), own)]
    worded = sum(bool(keywords(text)) for _, text in links)
    # A counter writes one hidden link; in plain sight a script writes advertisements, but none for such trades.
    if worded > 1 or (hides and (worded or len({host_of(address) for address, _ in links}) > 1)):
        script.drop_tree()
        return " ".join(text or address for address, text in links)
    return _drop_between(script, own) if hides else ""


def _drop_between(script: HtmlElement, own: frozenset[str]) -> str:
    """Drop the siblings from *script*, which opens a hidden tag, to the script that closes it.

    Where none does, browsers close it at the end of the element around: what follows is dropped as far as it is links.
    """
    between: list[HtmlElement] = []
    node = script.getnext()
    while node is not None and not (node.tag == "script" and _END.search(plain_code(node.text or ""))):
        if len(between) >= _MOST_BETWEEN:
            return ""
        between.append(node)
        node = node.getnext()
    if node is None:
        between = list(takewhile(_is_links, between))
    links = [link for one in between if isinstance(one.tag, str) for link in one.iter("a")]
    strangers = [link for link in links if is_stranger(host_of(link.get("href", "")), own)]
    worded = [link for link in links if keywords(link.text_content())]
    if not (len(strangers) >= 2 or worded) or 2 * len(strangers) < len(links):
        return ""
    for one in (script, *between):
        # What stands between the links is as hidden as they are.
        if node is not None or not _SEPARATORS.sub("", one.tail or ""):
            one.tail = ""
    for one in (script, *between, *([node] if node is not None else [])):
        one.drop_tree()
    return " ".join(link.text_content().strip() or link.get("href", "") for link in links)


def _is_links(node: HtmlElement) -> bool:
    """Say whether *node* holds links and little else."""
    if not isinstance(node.tag, str) or node.tag == "br":
        return True
    linked = sum(len(link.text_content()) for link in node.iter("a"))
    return linked > 0 and 2 * linked >= len("".join(node.text_content().split()))
