"""Titles and meta tags made of a spammer's keywords, and titles written as entities to hide them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from crawler.reading.injections.kinds import ENCODED_TITLE, KEYWORD_TITLE, injection
from crawler.reading.injections.strings import PageText
from crawler.reading.injections.vocabulary import trade_words
from crawler.reading.patterns import pattern
from crawler.reading.spun.readings import BRACKETED
from crawler.reading.spun.script import is_traditional_text, simplified_pattern, simplify_each, traditional_pattern
from crawler.reading.values import Injection

_JOINT = pattern(r"[,，_|｜、\-–—]+|\s{2,}")
_SPACE = pattern(r"\s+")
_FEWEST_TERMS = 3
_NEARLY = 0.6
_NAMES = frozenset({"title", "keywords", "description", "og:title", "og:description", "twitter:title", "articletitle"})
_FEWEST_ENTITIES = 8
_TELLING = 24


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
    terms = _terms(line)
    unsaid = [term for term in terms if not saying.holds(term)]
    if len(unsaid) < _FEWEST_TERMS:
        return False
    if len(trade_words(" ".join(unsaid))) >= 2:
        return True
    joined = "".join(unsaid)
    in_simplified = len(simplified_pattern().findall(joined)) >= 2 and not traditional_pattern().search(joined)
    return saying.traditional and in_simplified and len(unsaid) >= len(terms) - 1


def drop_forged_titles(root: HtmlElement, source: str | None, text: PageText) -> list[Injection]:
    """Empty the title and meta tags of *root* that a spammer wrote, and drop lines of the body that repeat them.

    These are keyword lines, and what *source* writes as entities though the page never says it. *text* is what the
    whole page says.
    """
    nodes = [node for node in root.iter("title", "meta") if _line(node) and (_name(node) in _NAMES)]
    encoded = _find_encoded(nodes, source, text) if source else []
    keywords = _find_keyword_lines(nodes, text)
    found = [injection(ENCODED_TITLE, _line(node), _place(node)) for node in encoded]
    found += [injection(KEYWORD_TITLE, _line(node), _place(node)) for node in keywords]
    if keywords:
        _drop_repeats(root, {_SPACE.sub("", _line(node)) for node in keywords})
    for node in (*encoded, *keywords):
        if node.tag == "title":
            node.text = ""
        else:
            node.set("content", "")
    return found


def _line(node: HtmlElement) -> str:
    return (node.text or "") if node.tag == "title" else node.get("content", "")


def _name(node: HtmlElement) -> str:
    return "title" if node.tag == "title" else (node.get("name") or node.get("property") or "").lower()


def _place(node: HtmlElement) -> str:
    return "title" if node.tag == "title" else f"meta {_name(node)}"


def _find_keyword_lines(nodes: list[HtmlElement], text: PageText) -> list[HtmlElement]:
    lines = [_line(node) for node in nodes]
    if len(set(trade_words("\n".join(lines)))) < 2 and not text.is_traditional:
        return []
    saying = Saying.of(text.seen, lines)
    found: list[HtmlElement] = []
    spam: set[str] = set()
    for node, line in zip(nodes, lines, strict=True):
        if _SPACE.sub("", line) in spam or is_keyword_line(line, saying):
            found.append(node)
            spam.add(_SPACE.sub("", line))
    return found


def _drop_repeats(root: HtmlElement, spam: set[str]) -> None:
    longest = max(map(len, spam)) + 100
    body = root.find("body")
    for node in body.iter() if body is not None else ():
        for part in ("text", "tail"):
            text = getattr(node, part)
            if text and len(text) <= longest and _SPACE.sub("", text) in spam:
                setattr(node, part, "")


def _find_encoded(nodes: list[HtmlElement], source: str, text: PageText) -> list[HtmlElement]:
    """Return those of *nodes* that *source* writes as entities; where it writes all so, an editor's program did it."""
    rewritten = [node for node in nodes if not _line(node).isascii() and _line(node).strip()[:_TELLING] not in source]
    encoded = [node for node in rewritten if _is_encoded(_line(node), source)]
    if not encoded:
        return []
    others = source.count("&#") - sum(len(_line(node)) for node in encoded)
    saying = Saying.of(text.seen, [_line(node) for node in encoded])
    unsaid = [node for node in encoded if not any(map(saying.holds, _terms(_line(node))))]
    return unsaid if 2 * others <= len(text.hanzi) else []


def _is_encoded(line: str, source: str) -> bool:
    """Say whether *source* has most of the first characters of *line* as entities, two in a row at a time."""
    signs = [character for character in line if not character.isascii()]
    rows = [(f"&#{ord(a)};&#{ord(b)};", f"&#x{ord(a):x};&#x{ord(b):x};") for a, b in pairwise(signs[:_FEWEST_ENTITIES])]
    held = sum(decimal in source or re.search(hexadecimal, source, re.I) is not None for decimal, hexadecimal in rows)
    return len(rows) >= _FEWEST_ENTITIES - 1 and 2 * held > len(rows)


def _terms(line: str) -> list[str]:
    return [term for term in map(str.strip, _JOINT.split(line)) if term]
