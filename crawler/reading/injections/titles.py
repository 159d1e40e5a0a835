"""Titles and meta tags made of a spammer's keywords, and titles written as entities to hide them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.reading.injections.kinds import ENCODED_TITLE, KEYWORD_TITLE, injection
from crawler.reading.injections.strings import PageText
from crawler.reading.injections.vocabulary import common_trade_words, trade_words
from crawler.reading.spun.readings import BRACKETED
from crawler.reading.spun.script import is_traditional_text, simplified_pattern, simplify_each, traditional_pattern
from crawler.reading.values import Injection

_JOINT = re.compile(r"[,，_|｜、\-–—]+|\s{2,}")
_SPACE = re.compile(r"\s+")
_FEWEST_TERMS = 3
_NEARLY = 0.6
_META_NAMES = frozenset({"keywords", "description", "og:title", "og:description", "twitter:title", "articletitle"})
_RAW_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,4000})", re.I)
_RAW_META = re.compile(r"<meta\s[^>]{0,4000}>", re.I)
_RAW_NAME = re.compile(r"name\s*=\s*[\"']?(keywords|description)\b", re.I)
_RAW_CONTENT = re.compile(r"content\s*=\s*([\"'])(.*?)\1", re.I | re.S)
_ENTITY = re.compile(r"&#(?:\d{2,6}|x[0-9a-f]{2,5});", re.I)
# Spammers write the head; entities further down are an editor's.
_HEAD = 30_000


@dataclass(frozen=True, slots=True)
class Saying:
    """What a page says outside its title and meta tags, for comparing."""

    bare: str
    traditional: bool

    @classmethod
    def of(cls, text: str, titles: list[str]) -> Saying:
        """Return what *text* says besides its *titles*, wherever it repeats them."""
        for title in titles:
            if len(title) >= 10:
                text = text.replace(title, "")
        bare = _SPACE.sub("", BRACKETED.sub("", text))
        return cls(simplify_each(bare), is_traditional_text(text))

    def holds(self, term: str) -> bool:
        """Say whether the page says *term* in either script, whole or nearly so."""
        bare = simplify_each(_SPACE.sub("", term))
        if len(bare) < 2:
            return False
        pairs = [bare[at : at + 2] for at in range(len(bare) - 1)]
        return bare in self.bare or sum(pair in self.bare for pair in pairs) >= _NEARLY * len(pairs)


def is_keyword_line(line: str, saying: Saying) -> bool:
    """Say whether *line* is a spammer's row of keywords and no title of the page.

    Three of its terms or more stand nowhere else on the page, and they are in another script than the page or speak of
    two or more things of the trade.
    """
    terms = [term for term in map(str.strip, _JOINT.split(line)) if term]
    unsaid = [term for term in terms if not saying.holds(term)]
    if len(unsaid) < _FEWEST_TERMS:
        return False
    if len(trade_words(" ".join(unsaid))) >= 2:
        return True
    joined = "".join(unsaid)
    in_simplified = len(simplified_pattern().findall(joined)) >= 2 and not traditional_pattern().search(joined)
    return saying.traditional and in_simplified and len(unsaid) >= len(terms) - 1


def drop_keyword_titles(root: HtmlElement, text: PageText) -> list[Injection]:
    """Empty the title and meta tags of *root* that are keyword lines, and drop lines of the body that repeat them.

    *text* is what the whole page says.
    """
    titles = [node for node in root.iter("title") if node.text]
    metas = [node for node in root.iter("meta") if _name(node) in _META_NAMES and node.get("content")]
    lines = [(node.text or "") for node in titles] + [node.get("content", "") for node in metas]
    if not any(_may_be_keywords(line) for line in lines) and not is_traditional_text(text.rough_hanzi):
        return []
    saying = Saying.of(text.seen, lines)
    found: list[Injection] = []
    spam: set[str] = set()
    for node in titles:
        if is_keyword_line(node.text or "", saying):
            found.append(injection(KEYWORD_TITLE, node.text or "", "title"))
            spam.add(_SPACE.sub("", node.text or ""))
            node.text = ""
    for node in metas:
        content = node.get("content", "")
        if _SPACE.sub("", content) in spam or is_keyword_line(content, saying):
            found.append(injection(KEYWORD_TITLE, content, f"meta {_name(node)}"))
            spam.add(_SPACE.sub("", content))
            node.set("content", "")
    if spam:
        _drop_repeats(root, spam)
    return found


def _may_be_keywords(line: str) -> bool:
    return len(common_trade_words(line)) >= 2 and len(_JOINT.split(line)) >= _FEWEST_TERMS


def _name(node: HtmlElement) -> str:
    return (node.get("name") or node.get("property") or "").lower()


def _drop_repeats(root: HtmlElement, spam: set[str]) -> None:
    longest = max(map(len, spam)) + 100
    body = root.find("body")
    for node in body.iter() if body is not None else ():
        for part in ("text", "tail"):
            text = getattr(node, part)
            if text and len(text) <= longest and _SPACE.sub("", text) in spam:
                setattr(node, part, "")


def find_encoded_titles(source: str, text: PageText) -> list[Injection]:
    """Return a finding for each title or meta tag that *source* writes as entities, though the page never says it.

    *text* is what the whole page says.
    """
    head = source[:_HEAD]
    written = [("title", match.group(1)) for match in _RAW_TITLE.finditer(head)]
    for tag in _RAW_META.findall(head):
        name, content = _RAW_NAME.search(tag), _RAW_CONTENT.search(tag)
        if name and content:
            written.append((f"meta {name.group(1).lower()}", content.group(2)))
    encoded = [(where, html.unescape(raw)) for where, raw in written if _is_encoded(raw)]
    if not encoded:
        return []
    saying = Saying.of(text.seen, [line for _, line in encoded])
    return [injection(ENCODED_TITLE, line, where) for where, line in encoded if not _is_said(line, saying)]


def _is_encoded(raw: str) -> bool:
    entities = _ENTITY.findall(raw)
    return len(entities) >= 8 and sum(map(len, entities)) >= 0.6 * len(raw.strip())


def _is_said(line: str, saying: Saying) -> bool:
    return any(saying.holds(term) for term in map(str.strip, _JOINT.split(line)) if term)
