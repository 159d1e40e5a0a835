"""Links that spammers hide in a page for search engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.injections.hiding import LONGEST_STYLE, Curtain, Hiding, style_hides
from crawler.reading.injections.hosts import host_of, is_public_site, is_stranger, site_of
from crawler.reading.injections.kinds import HIDDEN_LINKS, injection
from crawler.reading.injections.scripts import plain_scripts
from crawler.reading.injections.strings import PageText, path_of
from crawler.reading.injections.vocabulary import keywords, offers, spammers_own, trade_words
from crawler.reading.spun.script import simplify_each
from crawler.reading.values import Injection

_FEWEST_STRANGERS = 2
_FEWEST_IN_SIGHT = 3
_FEWEST_WORDED = 3
_FEWEST_KEYWORDS = 2
_STYLED = etree.XPath("/descendant::body/descendant::*[@style]", smart_strings=False)
# Lists that portals fold away until a reader points at them.
_MENUS = frozenset({"ul", "ol", "dl", "select", "nav", "menu"})
# What a paragraph holds beside its words.
_WITHIN = frozenset({"a", "b", "strong", "em", "i", "u", "span", "font", "br"})


class _Suspect(NamedTuple):
    """A link to a host that has nothing to do with the page, or in *words* of the trade."""

    link: HtmlElement
    stranger: bool
    words: frozenset[str]


@dataclass(slots=True)
class _Group:
    """Suspicious links under one hidden element."""

    way: Hiding | None
    strangers: list[HtmlElement] = field(default_factory=list)
    worded: list[HtmlElement] = field(default_factory=list)

    @property
    def links(self) -> list[HtmlElement]:
        return list(dict.fromkeys([*self.strangers, *self.worded]))


def drop_hidden_links(root: HtmlElement, text: PageText, own: frozenset[str], forged: bool) -> list[Injection]:
    """Take link farms out of *root*, of which *text* tells, and return a finding for each.

    *own* are the sites that are the page's own, *forged* says that the page holds other signs of spam.
    """
    suspects = _suspects(text, own)
    worded = any(suspect.words for suspect in suspects)
    if not worded and len(suspects) < _FEWEST_STRANGERS:
        return []
    forged = forged or _is_farm_in_sight(suspects, own)
    # What a sheet hides, a script may show: without words of the trade that proves nothing.
    curtain = Curtain(root, plain_scripts(text.elements["script"]) if worded or forged else None)
    findings: list[Injection] = []
    for holder, group in _grouped(suspects, curtain, forged).items():
        if _is_farm(holder, group, forged):
            where = path_of(holder, len(findings))
            said = " ".join((link.text_content() or link.get("href", "")).strip() for link in group.links)
            findings.append(injection(HIDDEN_LINKS, said, where))
            _drop(holder, group)
    return findings


def _suspects(text: PageText, own: frozenset[str]) -> list[_Suspect]:
    """Return the links to strangers, and those of the page's own site that hold words only spammers use."""
    away = []
    for link in text.elements["a"]:
        address = link.get("href")
        if address and "//" in address and is_stranger(host_of(address), own):
            away.append(link)
    said = "".join("".join(map(_said_by, text.elements["a"])).split())
    words = trade_words(simplify_each(said) if text.traditional else said)
    found = [_Suspect(link, True, offers(link.text_content()) if words else frozenset()) for link in away]
    theirs = spammers_own(words)
    if sum(word in theirs for word in words) < _FEWEST_WORDED:
        return found
    strangers = set(away)
    within = (link for link in text.elements["a"] if link.get("href") and link not in strangers)
    worded = (_Suspect(link, False, spammers_own(offers(link.text_content()))) for link in within)
    return found + [one for one in worded if one.words]


def _said_by(link: HtmlElement) -> str:
    """What *link* says, which in most is all that they hold."""
    return link.text_content() if len(link) else link.text or ""


def _is_farm_in_sight(suspects: Sequence[_Suspect], own: frozenset[str]) -> bool:
    """Say whether links to several sites are worded with what only spammers sell, which no portal's own links are.

    On a mainland public body's page it takes one that says nothing else; Hong Kong and Macau have such trades by law.
    """
    worded = [one.link for one in suspects if one.stranger and spammers_own(one.words)]
    mainland = any(site.endswith(".cn") and is_public_site(site) for site in own)
    if mainland and any(spammers_own(keywords(link.text_content(), 0)) for link in worded):
        return True
    theirs = [(link, words) for link in worded if (words := spammers_own(keywords(link.text_content())))]
    sites = {site_of(host_of(link.get("href", ""))) for link, _ in theirs}
    kinds = {word for _, words in theirs for word in words}
    return len(theirs) >= _FEWEST_IN_SIGHT <= len(kinds) and len(sites) >= _FEWEST_STRANGERS


def _grouped(suspects: Sequence[_Suspect], curtain: Curtain, in_sight: bool) -> dict[HtmlElement, _Group]:
    """Return the suspicious links by the element that hides them, or by their parent where nothing does.

    The latter only if those *in_sight* count.
    """
    groups: dict[HtmlElement, _Group] = {}
    known: dict[HtmlElement, tuple[HtmlElement, Hiding] | None] = {}
    for suspect in suspects:
        hidden = _hider(suspect.link, curtain, known)
        if hidden is None and not in_sight:
            continue
        if not suspect.words and next(suspect.link.iter("img"), None) is not None:
            continue  # a picture is for readers' eyes: who hides links from them writes words
        holder, way = hidden or (None, None)
        if holder is None or holder is suspect.link:
            holder = suspect.link.getparent()
        if holder is None:
            continue
        group = groups.setdefault(holder, _Group(way))
        if suspect.stranger:
            group.strangers.append(suspect.link)
        if suspect.words:
            group.worded.append(suspect.link)
    return groups


def _hider(
    link: HtmlElement, curtain: Curtain, known: dict[HtmlElement, tuple[HtmlElement, Hiding] | None]
) -> tuple[HtmlElement, Hiding] | None:
    """Return the nearest element that hides *link*, and how; *known* remembers the answer for each element passed."""
    passed: list[HtmlElement] = []
    node: HtmlElement | None = link
    found: tuple[HtmlElement, Hiding] | None = None
    while node is not None:
        if node in known:
            found = known[node]
            break
        passed.append(node)
        if way := curtain.way(node):
            found = (node, way)
            break
        node = node.getparent()
    for one in passed:
        known[one] = found
    return found


def _is_farm(holder: HtmlElement, group: _Group, forged: bool) -> bool:
    strangers = set(group.strangers)
    both = [link for link in group.worded if link in strangers]
    if group.way is None:
        # Forums and film sites show such links of their own; in sight they are spam only on a page that is forged.
        return forged and bool(both)
    if both and (len(both) >= 2 or group.way is not Hiding.FOLDED or forged):
        return True
    every = list(holder.iter("a"))
    if len(group.worded) >= _FEWEST_WORDED and 2 * len(group.worded) >= len(every):
        return True
    if any(is_public_site(host_of(link.get("href", ""))) for link in every):
        return False
    if 10 * len(group.strangers) < 8 * len(every):
        return False
    if group.way is Hiding.INVISIBLE or forged:
        return len(group.strangers) >= 2
    hosts = {host_of(link.get("href", "")) for link in group.strangers}
    return len(hosts) >= 3 and not _is_design(holder)


def _is_design(holder: HtmlElement) -> bool:
    """Say whether *holder* is folded as portals fold menus and tabs: it has a name, or a twin beside it in a frame."""
    if holder.get("id") or holder.get("class") or holder.tag in _MENUS:
        return True
    frame = holder.getparent()
    if frame is None or frame.tag in ("body", "html"):
        return False
    twins = [node for node in frame if node is not holder and node.tag == holder.tag and node.find(".//a") is not None]
    return bool(twins)


def _drop(holder: HtmlElement, group: _Group) -> None:
    whole = holder.getparent() is not None and holder.tag not in ("body", "html")
    if whole and (_is_filled(holder, group.links) if group.way is not None else _is_pitch(holder, group)):
        holder.drop_tree()
        return
    for link in group.links:
        if link.getparent() is not None:
            link.drop_tree()


def _is_filled(holder: HtmlElement, links: Sequence[HtmlElement]) -> bool:
    """Say whether *links* are most of what *holder* holds, by their number and by their text."""
    linked = sum(len(link.text_content()) for link in links)
    return 2 * len(links) > sum(1 for _ in holder.iter("a")) and 2 * linked >= len(holder.text_content())


def _is_pitch(holder: HtmlElement, group: _Group) -> bool:
    """Say whether *holder*, in plain sight, is a paragraph in which a seller praises what its links lead to."""
    if any(node.tag not in _WITHIN for node in holder.iterdescendants()):
        return False
    said = holder.text_content()
    for name in {link.text_content() for link in group.links} - {""}:
        said = said.replace(name, " ")
    return len(spammers_own(offers(said))) >= _FEWEST_KEYWORDS


def drop_hidden_text(root: HtmlElement) -> list[Injection]:
    """Take rows of keywords that are set off the screen or made invisible out of *root*."""
    found: list[Injection] = []
    for node in _STYLED(root):
        if style_hides(node.get("style")[:LONGEST_STYLE]) not in (Hiding.AWAY, Hiding.INVISIBLE):
            continue
        said = node.text_content()
        if len(spammers_own(offers(said))) >= _FEWEST_KEYWORDS and node.getparent() is not None:
            found.append(injection(HIDDEN_LINKS, said, path_of(node, len(found))))
            node.drop_tree()
    return found
