"""Links that spammers hide in a page for search engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.injections.hiding import Curtain, Hiding
from crawler.reading.injections.hosts import host_of, is_public_site, is_stranger
from crawler.reading.injections.kinds import HIDDEN_LINKS, injection
from crawler.reading.injections.strings import PageText, path_of
from crawler.reading.injections.vocabulary import common_trade_words, trade_words
from crawler.reading.values import Injection

_FEWEST_STRANGERS = 2
_ALL_LINKS = etree.XPath("//a[@href != '']", smart_strings=False)
_LINKS_AWAY = etree.XPath("//a[contains(@href, '//')]", smart_strings=False)
# Lists that portals fold away until a reader points at them.
_MENUS = frozenset({"ul", "ol", "dl", "select", "nav", "menu"})


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A link to a host that has nothing to do with the page, or in words of the trade."""

    link: HtmlElement
    stranger: bool
    worded: bool


@dataclass(slots=True)
class _Group:
    """Suspicious links under one hidden element."""

    way: Hiding | None
    strangers: list[HtmlElement] = field(default_factory=list)
    worded: list[HtmlElement] = field(default_factory=list)

    @property
    def links(self) -> list[HtmlElement]:
        return list(dict.fromkeys([*self.strangers, *self.worded]))


def drop_hidden_links(root: HtmlElement, own: frozenset[str], text: PageText, forged: bool) -> list[Injection]:
    """Take link farms out of *root* and return a finding for each.

    *own* are the sites that are the page's own, *text* is what the page says, *forged* says that the page holds other
    signs of spam.
    """
    suspects = _suspects(root, own, common_trade_words(text.rough_hanzi))
    worded = any(suspect.worded for suspect in suspects)
    if not worded and len(suspects) < _FEWEST_STRANGERS:
        return []
    # What a sheet hides, a script may show: without words of the trade that proves nothing.
    curtain = Curtain(root, sheets=worded or forged)
    findings: list[Injection] = []
    for holder, group in _grouped(suspects, curtain).items():
        if _is_farm(holder, group, forged):
            where = path_of(holder, len(findings))
            said = " ".join((link.text_content() or link.get("href", "")).strip() for link in group.links)
            findings.append(injection(HIDDEN_LINKS, said, where))
            _drop(holder, group)
    return findings


def _suspects(root: HtmlElement, own: frozenset[str], words: tuple[str, ...]) -> list[_Suspect]:
    """Return the links to strangers, and those of the page's own site that hold one of *words* of the trade."""
    found: list[_Suspect] = []
    for link in _ALL_LINKS(root) if words else _LINKS_AWAY(root):
        href = link.get("href")
        if "//" in href and is_stranger(host_of(href), own):
            found.append(_Suspect(link, True, bool(trade_words(link.text_content()))))
        elif words and any(map(link.text_content().__contains__, words)):
            found.append(_Suspect(link, False, True))
    return found


def _grouped(suspects: Sequence[_Suspect], curtain: Curtain) -> dict[HtmlElement, _Group]:
    """Return the suspicious links by the element that hides them, or by their parent where nothing does."""
    groups: dict[HtmlElement, _Group] = {}
    known: dict[HtmlElement, HtmlElement | None] = {}
    for suspect in suspects:
        holder = _hider(suspect.link, curtain, known)
        way = curtain.way(holder) if holder is not None else None
        if holder is None or holder is suspect.link:
            holder = suspect.link.getparent()
        if holder is None:
            continue
        group = groups.setdefault(holder, _Group(way))
        if suspect.stranger:
            group.strangers.append(suspect.link)
        if suspect.worded:
            group.worded.append(suspect.link)
    return groups


def _hider(link: HtmlElement, curtain: Curtain, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """Return the nearest element that hides *link*; *known* remembers the answer for each element passed."""
    passed: list[HtmlElement] = []
    node: HtmlElement | None = link
    while node is not None and node not in known:
        passed.append(node)
        if curtain.way(node):
            break
        node = node.getparent()
    found = known.get(node, node) if node is not None else None
    known.update(dict.fromkeys(passed, found))
    return found


def _is_farm(holder: HtmlElement, group: _Group, forged: bool) -> bool:
    hosts = {host_of(link.get("href", "")) for link in group.strangers}
    strangers = set(group.strangers)
    both = [link for link in group.worded if link in strangers]
    if group.way is None:
        # Forums and film sites show such links of their own; in sight they are spam only on a page that is forged.
        return forged and bool(both)
    if both and (len(both) >= 2 or group.way is not Hiding.FOLDED or forged):
        return True
    every = list(holder.iter("a"))
    if len(group.worded) >= 3 and 2 * len(group.worded) >= len(every):
        return True
    if any(is_public_site(host_of(link.get("href", ""))) for link in every):
        return False
    if 10 * len(group.strangers) < 8 * len(every):
        return False
    if group.way is Hiding.INVISIBLE or forged:
        return len(group.strangers) >= 2
    named = bool(holder.get("id") or holder.get("class")) or holder.tag in _MENUS
    return len(hosts) >= 3 and not named


def _drop(holder: HtmlElement, group: _Group) -> None:
    every = list(holder.iter("a"))
    linked = sum(len(link.text_content()) for link in group.links)
    farm = group.way is not None and 2 * len(group.links) > len(every) and 2 * linked >= len(holder.text_content())
    if farm and holder.getparent() is not None and holder.tag not in ("body", "html"):
        holder.drop_tree()
        return
    for link in group.links:
        if link.getparent() is not None:
            link.drop_tree()
