"""What a page says of itself: title, source, people, dates, column and site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.body.boards import Letter
from crawler.reading.body.container import Range, select
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.called import Called, name_page
from crawler.reading.metadata.dates import read_dates
from crawler.reading.metadata.decks import find_kicker, find_subtitle, inner_decks, without_decks
from crawler.reading.metadata.headline import Headline
from crawler.reading.metadata.index import indexed_title
from crawler.reading.metadata.lists import is_list
from crawler.reading.metadata.people import find_closing, find_editing, find_people, find_pictured, find_tagged
from crawler.reading.metadata.places import find_column
from crawler.reading.metadata.posters import find_account
from crawler.reading.metadata.sites import find_site_name
from crawler.reading.metadata.source import find_source
from crawler.reading.metadata.tags import Tags, read_tags
from crawler.reading.metadata.title import (
    choose_title,
    is_generic,
    is_site_name,
    split_title,
    strip_label,
)
from crawler.reading.metadata.zone import find_zone
from crawler.reading.page.flow import Page
from crawler.reading.page.white_space import squash
from crawler.reading.values import Author


class Facts(NamedTuple):
    """A page's metadata before its stories are told apart; *headline* is where its title is printed.

    A page that is *listed* is the list of a column: it has no text of its own.
    """

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    source: str | None = None
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    column: str | None = None
    site_name: str | None = None
    published: str | None = None
    updated: str | None = None
    headline: Headline | None = None
    description: str = ""
    listed: bool = False


def read_metadata(
    page: Page,
    root: HtmlElement,
    url: str,
    span: Range | None = None,
    layout: Layout | None = None,
    known: Headline | None = None,
) -> Facts:
    """Return what *page* says of itself; what is printed near the body *span* wins over the meta tags of *root*.

    *known* is the headline by which the body was found; one that a title vouches for goes before it.
    """
    tags = read_tags(page, root)
    called = name_page(page, tags, span, known)
    headline = called.headline
    zone = find_zone(page, span, headline)
    column = find_column(page, headline, called.tags)
    title = _find_title(page, called, tags, column)
    if is_list(page, title, headline):
        # What a list prints beside its rows is of other pages.
        site = find_site_name(tags, title, title, page, root, url)
        listed = Facts(title=title, column=title, site_name=site, headline=headline, listed=True)
        return _laid_out(listed, root, layout) if layout else listed
    published, updated = read_dates(page, zone, called.tags, url)
    authors = find_people(page, zone, called.tags, headline)
    facts = _decked(page, span, called, title)._replace(
        source=find_source(zone, page, called.tags, url) or find_account(zone, authors),
        authors=authors,
        editors=find_tagged(tags) or find_pictured(zone.head) or find_editing(zone.head) or find_closing(zone.tail),
        column=column,
        site_name=find_site_name(tags, column, title, page, root, url) or called.kept,
        published=published,
        updated=updated,
        description=tags.metas.get("description", ""),
    )
    return _laid_out(facts, root, layout) if layout else facts


def _find_title(page: Page, called: Called, tags: Tags, column: str | None) -> str | None:
    title = choose_title(called.tags, called.headline, column) or next(iter(split_title(tags.page_title)), None)
    if called.headline is None and (title is None or title == column or is_site_name(title) or is_generic(title)):
        return indexed_title(page) or title
    return title


def _decked(page: Page, span: Range | None, called: Called, title: str | None) -> Facts:
    """The *title* with the kicker and the subtitle that stand around it or in it."""
    headline, tags = called.headline, called.tags
    decks = inner_decks(page, headline, called.names) if headline and headline.sure else None
    kicker = tags.kicker or (decks and decks[1]) or (find_kicker(page, headline, span) if headline else None)
    subtitle = tags.subtitle or (decks and decks[2]) or (find_subtitle(page, headline, span) if headline else None)
    title = without_decks(strip_label(decks[0]) if decks else title, kicker, subtitle)
    return Facts(title=title, kicker=kicker, subtitle=subtitle, headline=headline)


def signed(facts: Facts, letter: Letter) -> Facts:
    """Return *facts* with what the head of a bulletin board's *letter* says in their place."""
    return facts._replace(
        title=letter.title,
        column=letter.board or facts.column,
        site_name=facts.site_name or letter.site,
        authors=(Author(letter.writer),),
        published=letter.sent.iso() if letter.sent else facts.published,
        headline=None,
    )


def _laid_out(facts: Facts, root: HtmlElement, layout: Layout) -> Facts:
    """*facts* with what the selectors of *layout* find in their place."""
    stamp = find_stamp(_select(root, layout.published) or "")
    values: dict[str, Any] = {
        "title": _select(root, layout.title),
        "kicker": _select(root, layout.kicker),
        "subtitle": _select(root, layout.subtitle),
        "source": _select(root, layout.source),
        "column": _select(root, layout.column),
        "published": stamp.iso() if stamp else None,
    }
    return facts._replace(**{name: value for name, value in values.items() if value})


def _select(root: HtmlElement, selectors: Sequence[str]) -> str | None:
    for selector in selectors:
        for node in select(root, selector):
            text = squash(node.get("content") or node.text_content())
            if text:
                return text
    return None
