"""Titles and meta tags made of a spammer's keywords, and titles written as entities to hide them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.reading.injections.kinds import ENCODED_TITLE, KEYWORD_TITLE, injection
from crawler.reading.injections.strings import PageText
from crawler.reading.injections.vocabulary import keywords, may_be_keywords, offers, spammers_own
from crawler.reading.patterns import pattern
from crawler.reading.spun.readings import BRACKETED
from crawler.reading.spun.script import is_traditional_text, simplified_pattern, simplify_each, traditional_pattern
from crawler.reading.values import Injection

_JOINT = pattern(r"[,，_|｜、\-–—]+|\s{2,}")
_SPACE = pattern(r"\s+")
_STOP = pattern(r"[。！？；]")
_SHORTEST_PROOF = 3
_FEWEST_TERMS = 3
_FEWEST_LINKED = 2
_NEARLY = 0.6
_NAMES = frozenset({"title", "keywords", "description", "og:title", "og:description", "twitter:title", "articletitle"})
_FEWEST_PAIRS = 6
_TELLING = 24


class Saying(NamedTuple):
    """What a page says outside its title and meta tags, for comparing.

    *bare* leaves out every line that repeats one of them, as spammers do; *with_repeats* only the title itself.
    """

    bare: str
    with_repeats: str
    traditional: bool

    @classmethod
    def of(cls, text: str, titles: list[str]) -> Saying:
        """Return what *text*, text nodes on lines of their own, says besides its *titles*."""
        lines = text.split("\n")
        for title in {title for title in titles if title in lines}:
            lines.remove(title)
        # The links at the foot of a hijacked page are its title's keywords, one each.
        spread = {term for title in titles for term in _terms(title) if keywords(term)}
        lines = [line for line in lines if line not in spread]
        text = once = "\n".join(lines)
        for title in titles:
            if len(title) >= 10 and not _STOP.search(title):
                text = text.replace(title, "")
        return cls(_bare(text), _bare(once), is_traditional_text(text))

    def holds(self, term: str, *, repeats: bool = False) -> bool:
        """Say whether the page says *term* in either script, whole or nearly so."""
        bare = simplify_each(_SPACE.sub("", term))
        if len(bare) < 2:
            return False
        said = self.with_repeats if repeats else self.bare
        pairs = [bare[at : at + 2] for at in range(len(bare) - 1)]
        return bare in said or sum(pair in said for pair in pairs) >= _NEARLY * len(pairs)


def _bare(text: str) -> str:
    return simplify_each(_SPACE.sub("", BRACKETED.sub("", text)))


def _forged_terms(line: str, saying: Saying, of_title: bool = True) -> list[str]:
    """Return the terms of *line* that a spammer wrote, which stand nowhere else on the page.

    They are keywords of two or more things of the trade, one of which only spammers sell; or the page says nothing of
    the whole line, or of its first term, and that is of such a thing; or three or more of a title are in another script
    than the page: sites whose pages a program turned into Traditional characters have meta tags for all pages in
    Simplified. Sentences are no keywords.
    """
    terms = [] if _STOP.search(line) else _terms(line)
    unsaid = [term for term in terms if not saying.holds(term)]
    if not unsaid:
        return []
    sold = frozenset[str]().union(*map(keywords, unsaid))
    theirs = spammers_own(sold)
    if len(sold) >= 2 and theirs and (len(unsaid) >= _FEWEST_TERMS or len(theirs) >= 2):
        return unsaid
    if theirs and not any(saying.holds(term, repeats=True) for term in terms):
        return unsaid
    if terms[0] is unsaid[0] and spammers_own(keywords(terms[0], 0)) and not saying.holds(terms[0], repeats=True):
        return unsaid
    joined = "".join(unsaid)
    in_simplified = len(simplified_pattern().findall(joined)) >= 2 and not traditional_pattern().search(joined)
    several = len(unsaid) >= _FEWEST_TERMS and len(unsaid) >= len(terms) - 1
    return unsaid if of_title and saying.traditional and in_simplified and several else []


def _linked_terms(line: str, saying: Saying, linked: str) -> list[str]:
    """Return the terms of *line* that the page says nowhere, if some of them are what hidden links said."""
    if not linked or _STOP.search(line):
        return []
    unsaid = [term for term in _terms(line) if not saying.holds(term)]
    told = sum(len(term) >= _SHORTEST_PROOF and term in linked for term in unsaid)
    return unsaid if told >= _FEWEST_LINKED else []


def drop_forged_titles(
    root: HtmlElement, source: str | None, text: PageText, shown: str | None = None, linked: str = ""
) -> list[Injection]:
    """Rid the title and meta tags of *root* of what a spammer wrote, and drop lines of the body that repeat them.

    These are keyword lines, and what *source* writes as entities though the page never says it. *text* is what the
    whole page says, *shown* the title that a script gives it for all but search engines: it takes the other's place.
    *linked* is what hidden links said: a title that says the same is of the same hand.
    """
    heads = (*text.elements["title"], *text.elements["meta"])
    nodes = [node for node in heads if _name(node) in _NAMES and _line(node)]
    cloaked = [node for node in nodes if node.tag == "title" and shown and _line(node).strip() != shown]
    others = [node for node in nodes if node not in cloaked]
    encoded = _find_encoded(others, source, text) if source else []
    proven = [_line(node) for node in (*cloaked, *encoded)]
    rows = _find_keyword_lines(others, text, proven, encoded, linked)
    found = [injection(KEYWORD_TITLE, _line(node), "title, for search engines only") for node in cloaked]
    found += [injection(ENCODED_TITLE, _line(node), _place(node)) for node in encoded]
    found += [injection(KEYWORD_TITLE, _line(node), _place(node)) for node in rows]
    terms = {_SPACE.sub("", term) for node, said in rows.items() for term in _terms(_line(node)) if term not in said}
    _drop_repeats(root, {_SPACE.sub("", _line(node)) for node in rows if not _STOP.search(_line(node))}, terms)
    for node in cloaked:
        node.text = shown
    for node, said in rows.items():
        _set_line(node, "_".join(said))
    for node in encoded:
        _set_line(node, "")
    return found


def _line(node: HtmlElement) -> str:
    return (node.text or "") if node.tag == "title" else node.get("content", "")


def _set_line(node: HtmlElement, line: str) -> None:
    if node.tag == "title":
        node.text = line
    else:
        node.set("content", line)


def _name(node: HtmlElement) -> str:
    return "title" if node.tag == "title" else (node.get("name") or node.get("property") or "").lower()


def _place(node: HtmlElement) -> str:
    return "title" if node.tag == "title" else f"meta {_name(node)}"


def _find_keyword_lines(
    nodes: list[HtmlElement], text: PageText, proven: list[str], known: list[HtmlElement], linked: str = ""
) -> dict[HtmlElement, list[str]]:
    """Return those of *nodes* with keyword lines, each with what else it says.

    *proven* are lines of spammers; what repeats a term of these is one as well, but for the nodes that are *known*.
    """
    lines = [_line(node) for node in nodes]
    if not proven and not linked and not may_be_keywords("\n".join(lines)) and not text.is_traditional:
        return {}
    saying = Saying.of(text.seen, [*lines, *proven])
    found: dict[HtmlElement, list[str]] = {}
    spam = {_SPACE.sub("", term) for line in proven for term in (line, *_terms(line)) if not saying.holds(term)}
    for node, line in zip(nodes, lines, strict=True):
        if forged := _forged_terms(line, saying, node.tag == "title") or _linked_terms(line, saying, linked):
            found[node] = [term for term in _terms(line) if term not in forged and not offers(term)]
            spam.update(_SPACE.sub("", term) for term in (line, *forged))
    spam = {term for term in spam if len(term) >= _SHORTEST_PROOF}
    for node, line in zip(nodes, lines, strict=True):
        bare = _SPACE.sub("", line)
        repeats = bare in spam or (node.tag == "meta" and any(term in bare for term in spam))
        if repeats and node not in known:
            found.setdefault(node, [])
    return found


def _drop_repeats(root: HtmlElement, spam: set[str], terms: set[str]) -> None:
    """Empty what repeats a line of *spam*, and the links that say one of its *terms*: spliced into its text."""
    if not spam:
        return
    longest = max(map(len, spam)) + 100
    body = root.find("body")
    for node in body.iter() if body is not None else ():
        for part in ("text", "tail"):
            text = getattr(node, part)
            if not text or len(text) > longest:
                continue
            bare = _SPACE.sub("", text)
            if bare in spam or (part == "text" and node.tag == "a" and bare in terms):
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
    pairs = list(pairwise(line.strip()[:_TELLING]))
    held = sum(f"&#{ord(a)};&#{ord(b)};" in source for a, b in pairs)
    if "&#x" in source or "&#X" in source:
        held += sum(re.search(f"&#x0*{ord(a):x};&#x0*{ord(b):x};", source, re.I) is not None for a, b in pairs)
    return held >= _FEWEST_PAIRS and 2 * held > len(pairs)


def _terms(line: str) -> list[str]:
    return [term for term in map(str.strip, _JOINT.split(line)) if term]
