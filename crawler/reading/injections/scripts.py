"""Scripts that hide links by writing markup, or send readers who come from a search engine elsewhere."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.reading.injections.hiding import style_hides
from crawler.reading.injections.hosts import host_of, is_stranger
from crawler.reading.injections.kinds import HIDDEN_LINKS, SCRIPT_REDIRECT, injection
from crawler.reading.injections.strings import path_of
from crawler.reading.injections.unpacking import plain_code
from crawler.reading.injections.vocabulary import trade_words
from crawler.reading.patterns import pattern
from crawler.reading.values import Injection

_MOST_BETWEEN = 200
# A script without any of these neither writes markup, nor asks where a reader comes from, nor hides that it does.
_SIGNS = ("referrer", "write", "eval(", "fromCharCode", "\\x", "unescape", "spider", "innerHTML", "insertAdj", "atob(")
_MARKUP = ("<a", "<A", "style", "STYLE", "arquee")
_MOST_WRITERS = 200
_WRITTEN = pattern(
    r"(?:document|\])\s*(?:\.\s*write(?:ln)?|\[\s*['\"`]write(?:ln)?['\"`]\s*\])\s*\(|"
    r"\.\s*innerHTML\s*\+?=|\.\s*insertAdjacentHTML\s*\(",
    re.I,
)
_STYLE = pattern(r"<\s*(\w+)[^>]{0,300}?style\s*=\s*\\?[\"']?([^\"'>]{1,300})", re.I)
_SPECK = pattern(r"<\s*marquee[^>]{0,300}?(?:height|width)\s*=\s*\\?[\"']?\s*\d(?:px)?[\s\"'\\>]", re.I)
_LINK = pattern(r"<\s*a\s[^>]{0,300}?href\s*=\s*\\?[\"']?\s*([^\"'\s>\\]{4,300})[^>]{0,200}>([^<]{0,200})", re.I)
_END = pattern(r"<\s*(?:\\?/)\s*(\w+)", re.I)
_ENGINES = pattern(
    r"baidu|sogou|soso\b|\bso\.com|haosou|google|\bbing\b|yahoo|\bsm\.cn|shenma|\b360\b|toutiao|yisou|spider", re.I
)
_REFERRER = pattern(r"document\s*\.\s*referrer|\[\s*['\"]referrer['\"]\s*\]", re.I)
_GOES = pattern(r"location(?:\s*\.\s*href)?\s*=(?!=)|location\s*\.\s*(?:replace|assign)\s*\(", re.I)
_ADDRESS = pattern(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}", re.I)


def drop_scripts(root: HtmlElement, own: frozenset[str]) -> list[Injection]:
    """Take injected scripts, and the links that they hide, out of *root* and return what was found."""
    found: list[Injection] = []
    writers = 0
    for script in list(root.iter("script")):
        code = script.text
        if not code or not any(sign in code for sign in _SIGNS) or script.getparent() is None:
            continue
        plain = plain_code(code)
        if _redirects(plain, own):
            found.append(injection(SCRIPT_REDIRECT, plain, path_of(script, len(found))))
            script.drop_tree()
        elif any(sign in plain for sign in _MARKUP) and _WRITTEN.search(plain) and writers < _MOST_WRITERS:
            writers += 1
            where = path_of(script, len(found))
            excerpt = _hidden_by(script, plain, own)
            if excerpt:
                found.append(injection(HIDDEN_LINKS, excerpt, where))
    return found


def plain_scripts(root: HtmlElement) -> list[str]:
    """Return the scripts that *root* holds, in plain words."""
    return [plain_code(script.text) for script in root.iter("script") if script.text]


def _redirects(code: str, own: frozenset[str]) -> bool:
    if "referrer" not in code or not (_REFERRER.search(code) and _GOES.search(code)):
        return False
    engines = {engine.lower() for engine in _ENGINES.findall(code)}
    strangers = [one for one in _ADDRESS.findall(code) if is_stranger(host_of(one), own)]
    return bool(engines) and (bool(strangers) or len(engines) >= 3)


def _hidden_by(script: HtmlElement, code: str, own: frozenset[str]) -> str:
    """Return what the hidden links say that *code* writes, or between which it writes hidden tags; drop them."""
    hides = any(style_hides(style) for _, style in _STYLE.findall(code)) or _SPECK.search(code) is not None
    links = [(address, text) for address, text in _LINK.findall(code) if is_stranger(host_of(address), own)]
    worded = sum(bool(trade_words(text)) for _, text in links)
    # A counter writes one hidden link; in plain sight a script writes advertisements, but none for such trades.
    if worded > 1 or (hides and (worded or len({host_of(address) for address, _ in links}) > 1)):
        script.drop_tree()
        return " ".join(text or address for address, text in links)
    return _drop_between(script, own) if hides else ""


def _drop_between(script: HtmlElement, own: frozenset[str]) -> str:
    """Drop the siblings from *script*, which opens a hidden tag, to the script that closes it."""
    between: list[HtmlElement] = []
    node = script.getnext()
    while node is not None and not (node.tag == "script" and _END.search(plain_code(node.text or ""))):
        if len(between) >= _MOST_BETWEEN:
            return ""
        between.append(node)
        node = node.getnext()
    if node is None:
        return ""
    links = [link for one in between if isinstance(one.tag, str) for link in one.iter("a")]
    strangers = [link for link in links if is_stranger(host_of(link.get("href", "")), own)]
    worded = [link for link in links if trade_words(link.text_content())]
    if not (len(strangers) >= 2 or worded) or 2 * len(strangers) < len(links):
        return ""
    for one in (script, *between, node):
        one.drop_tree()
    return " ".join(link.text_content().strip() or link.get("href", "") for link in links)
