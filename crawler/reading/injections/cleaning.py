"""The order in which a page is rid of what spammers put into it."""

from __future__ import annotations

from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.errors import UnreadablePage
from crawler.reading.injections.farms import drop_farms
from crawler.reading.injections.hosts import host_of, site_of
from crawler.reading.injections.kinds import HIDDEN_LINKS, SPUN_TEXT, TAG_FARM, injection
from crawler.reading.injections.links import drop_hidden_links, drop_hidden_text
from crawler.reading.injections.mirrors import judge_host
from crawler.reading.injections.page_facts import read_page_facts
from crawler.reading.injections.scripts import drop_scripts
from crawler.reading.injections.strings import PageText, strings
from crawler.reading.injections.titles import drop_forged_titles
from crawler.reading.injections.vocabulary import may_hold_keywords
from crawler.reading.spun import count_signs, find_annotation, is_spun, may_be_spun, restore
from crawler.reading.values import Injection, PortalFacts, Restoration

# Each costs a third of a millisecond. The chapters of novels have two thousand, news some fifty.
_MOST_SIGNS = 5_000


class Cleaning(NamedTuple):
    """What ``clean_tree`` found and undid, and whether the page is left in Traditional characters."""

    findings: tuple[Injection, ...] = ()
    restoration: Restoration | None = None
    traditional: bool = False


def clean_tree(root: HtmlElement, url: str, source: str | None = None, portal: PortalFacts | None = None) -> Cleaning:
    """Take injected nodes out of *root*, undo spun text in it, and return what was found.

    *source* is the page's text before it was parsed; without it, a title written as entities cannot be told. A title
    that is a spammer's is emptied, so that whoever reads the title next looks for the article's own. *portal* is what
    is known of the portal that the page should belong to.
    """
    text = PageText(root, source)
    facts = read_page_facts(root, text)
    own = frozenset(site_of(host) for host in (host_of(url), *facts.domains) if host)
    farms = drop_farms(root, source)
    scripts = drop_scripts(text.elements["script"], own)
    found = [*farms, *scripts.found]
    if found:
        text.changed()
    found += drop_hidden_links(root, text, own, forged=bool(found))
    if found:
        text.changed()  # the links say what the title says, and in another script than the page
    linked = " ".join(one.excerpt for one in found if one.kind == HIDDEN_LINKS)
    titles = drop_forged_titles(root, source, text, scripts.title, linked)
    if titles:
        text.changed()
    found += titles
    # Links and scripts are put into genuine Traditional pages as well.
    trimmed = any(one.kind == TAG_FARM or one.where == "title" for one in found)
    spun = may_be_spun(text.rough, len(text.hanzi), text.traditional) and is_spun(text.seen, forged=trimmed)
    if spun or titles:
        later = drop_hidden_links(root, text, own, forged=True)
        found += later
        if later and not titles:
            # Only now is it known that the footer's links, which say what the title says, are not the page's.
            text.changed()
            found += drop_forged_titles(root, source, text, scripts.title, " ".join(one.excerpt for one in later))
    if found or may_hold_keywords(text.hanzi):
        found += drop_hidden_text(root)
    if spun:
        found.append(injection(SPUN_TEXT, find_annotation(text.seen), "page"))
    mirrored = judge_host(url, facts, portal, forged=bool(found))
    return Cleaning((*found, *mirrored), _restore(root, url) if spun else None, text.is_traditional and not spun)


def _restore(root: HtmlElement, url: str) -> Restoration:
    places = list(strings(root))
    spun = [text for _, text in places]
    signs = count_signs(spun)
    if signs > _MOST_SIGNS:
        raise UnreadablePage(f"{url or 'a page'}: spun, with {signs} places to restore, more than a page has")
    texts, restoration = restore(spun)
    for (place, before), after in zip(places, texts, strict=True):
        if after != before:
            place.put(after)
    return restoration
