"""Articles that a page carries where no reader sees them, for a script of its own to draw.

Editors keep them in a form field or in a script that is none, older templates write them with document.write, newer
ones hand them to the browser as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.page.records import head_beside
from crawler.reading.page.tables import visible_text
from crawler.reading.page.tree import parse
from crawler.reading.patterns import pattern

_FIELDS = ("textarea", "xmp", "template", "noscript", "noframes", "input", "iframe", "script")
_NO_SCRIPT = pattern(r"text/(?:html|plain|template|x-)|template", re.I)
# content: "…", "articleBody": "…", var txt = '…', document.write("…"), .innerHTML = "…"
_STRING = pattern(
    r"(?:(?:content|body|html|article|detail|txt|text)[\w$-]*[\"']?\s*[:=]|document\.write(?:ln)?\()\s*"
    r"(?:\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\\\n]|\\.)*)')",
    re.I,
)
_DRAWN = pattern(r"(?:getElementById\(\s*|\$\(\s*)[\"']#?([\w-]{2,40})[\"']\s*\)\s*\.\s*(?:innerHTML|html|append)")
_BARE_QUOTE = pattern(r'(?<!\\)"')
_PRINTED_MARKUP = ("&lt;/p&gt;", "&lt;/P&gt;", "&lt;br")
_MARKUP = pattern(r"</p>|<br\s*/?>", re.I)
_TAG = pattern(r"<[^<>]*>")
# What pages say to browsers without scripts is short, and speaks of them.
_TO_BROWSERS = pattern(r"浏览器|JavaScript|启用脚本|enable", re.I)
_LEAST, _SENTENCE, _OPENING = 60, 12, 180
# What is hidden for its links is no article.
_MOST_LINKS = 5
# A page that prints a third of what it carries prints the article itself.
_SHARE = 3
_MOST_STRINGS = 400
_PIECE, _PIECES = 12, 16


def place_carried(root: HtmlElement, source: str) -> None:
    """Put the article that the page *root* carries unseen where its script would draw it, if the page prints none.

    It is put into the element that *source* names to be drawn into, else behind what carries it.
    """
    if "&lt;" in source and any(sign in source for sign in _PRINTED_MARKUP):
        _draw_printed(root)
    found = max(_carried(root), key=lambda pair: _prose(pair[1]), default=None)
    if found is None:
        return
    printed_text = visible_text(root)
    if _prose(printed_text) * _SHARE > _prose(found[1]) or _is_printed(found[1], printed_text):
        return
    carrier, told = found
    head = "" if next(root.iter("h1"), None) is not None else _head(carrier, told)
    drawn = parse(f"<html><body>{head}{told if '<' in told else _in_paragraphs(told)}</body></html>")
    body = drawn.find("body") if drawn is not None else None
    if body is None:
        return
    body.tag = "div"
    parent, place = carrier.getparent(), _place(root, source)
    if place is not None:
        place.append(body)
    elif parent is not None and parent.tag not in ("head", "frameset", "noframes"):
        carrier.addnext(body)
    else:
        printed = root.find("body")
        (root if printed is None else printed).append(body)


def _draw_printed(root: HtmlElement) -> None:
    """Draw the markup that the page *root* prints as text: it was escaped once too often."""
    for node in list(root.iter("div", "td", "span", "section", "p")):
        text = node.text or ""
        if _MARKUP.search(text) and _prose(text) >= _LEAST:
            drawn = parse(f"<html><body>{text}</body></html>")
            body = drawn.find("body") if drawn is not None else None
            if body is not None:
                body.tag = "div"
                node.text = None
                node.insert(0, body)


def _carried(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements that hold prose unseen, and what each holds, as markup or as text."""
    for node in root.iter(*_FIELDS):
        told = _told(node)
        if (
            told
            and _prose(told) >= _LEAST
            and told.count("<a ") <= _MOST_LINKS
            and not _TO_BROWSERS.search(told[:_OPENING])
        ):
            yield node, told


def _told(node: HtmlElement) -> str:
    if node.tag == "input":
        told = node.get("value") or ""
    elif node.tag == "iframe":
        told = node.get("srcdoc") or ""
    elif node.tag == "script" and not _NO_SCRIPT.search(node.get("type") or ""):
        told = _longest_string(node.text or "")
    else:
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in node)
        told = (node.text or "") + "".join(inner)
    return unescape(told) if "&lt;" in told and "<" not in told else told


def _longest_string(script: str) -> str:
    if "。" not in script and "\\u3002" not in script:
        return ""
    strings = (match["double"] or match["single"] or "" for match in islice(_STRING.finditer(script), _MOST_STRINGS))
    return max((_unquoted(text) for text in strings if len(text) >= _LEAST), key=len, default="")


def _head(carrier: HtmlElement, told: str) -> str:
    """What the record in a script that holds the article *told* says of it, as markup; nothing of other carriers."""
    script = (carrier.text or "") if carrier.tag == "script" else ""
    for match in islice(_STRING.finditer(script), _MOST_STRINGS):
        if _unquoted(match["double"] or match["single"] or "") == told:
            return head_beside(script, match.start(), match.end())
    return ""


def _unquoted(text: str) -> str:
    """The text of a script's string, whose rules JSON's are a part of."""
    plain = text.replace("\\'", "'")
    try:
        return str(json.loads('"' + _BARE_QUOTE.sub('\\\\"', plain) + '"', strict=False))
    except ValueError:
        return plain.replace('\\"', '"').replace("\\/", "/").replace("\\n", "\n").replace("\\t", " ")


def _prose(told: str) -> int:
    """How many characters of *told* are in lines that have a full stop."""
    if "。" not in told:
        return 0
    lines = (line.strip() for line in _TAG.sub("\n", told).split("\n"))
    return sum(len(line) for line in lines if len(line) >= _SENTENCE and "。" in line)


def _is_printed(told: str, printed: str) -> bool:
    """Whether half of some pieces of what is carried stand in what the page has *printed*: a copy to be read aloud."""
    told, printed = ("".join(_TAG.sub("", text).split()) for text in (told, printed))
    step = max(_PIECE, len(told) // _PIECES)
    pieces = [told[at : at + _PIECE] for at in range(0, max(1, len(told) - _PIECE), step)]
    return sum(piece in printed for piece in pieces) * 2 >= len(pieces)


def _in_paragraphs(told: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in told.splitlines() if line.strip())


def _place(root: HtmlElement, source: str) -> HtmlElement | None:
    """The empty element that a script of the page draws into."""
    drawn = set(_DRAWN.findall(source))
    named = (node for node in root.iter("div", "td", "section", "article", "p") if node.get("id") in drawn)
    return next((node for node in named if not "".join(node.itertext()).strip()), None) if drawn else None
