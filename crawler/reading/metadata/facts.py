"""What a page says of itself: title, source, people, dates, column and site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from crawler.layout import Layout
from crawler.reading.body.boards import Letter
from crawler.reading.body.container import Range, select
from crawler.reading.body.prune import is_rights_line
from crawler.reading.body.weights import prose_in
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.dates import read_dates
from crawler.reading.metadata.decks import find_kicker, find_subtitle, inner_decks, without_decks
from crawler.reading.metadata.fields import part_fields
from crawler.reading.metadata.headings import below_trail, first_heading, only_dressed, past_column
from crawler.reading.metadata.headline import Headline, find_headline, is_banner, plain
from crawler.reading.metadata.index import indexed_title
from crawler.reading.metadata.lists import is_list
from crawler.reading.metadata.menus import leads_on
from crawler.reading.metadata.people import find_closing, find_editing, find_people, find_pictured, find_tagged
from crawler.reading.metadata.places import find_column
from crawler.reading.metadata.posters import find_account
from crawler.reading.metadata.sites import find_site_name
from crawler.reading.metadata.source import find_source
from crawler.reading.metadata.tags import Tags, read_tags
from crawler.reading.metadata.title import (
    ORNAMENTS,
    choose_title,
    is_generic,
    is_site_name,
    names_no_article,
    split_title,
    strip_label,
    without_place,
)
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.metadata.zone import find_zone
from crawler.reading.page.flow import Page
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern
from crawler.reading.stories.sheets import is_imprint
from crawler.reading.values import Author

_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_COLUMN, _FOOT, _NEXT, _LONGEST_WRITER = 4, 24, 12, 12, 4, 6
_TEXT = 80.0
# 石桥日报数字报, 石桥日报多媒体数字版, 石桥日报-电子报平台
_EDITION = pattern(r"(?:数字|电子)[报版][纸刊]?(?:平台|系统)?$")


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
    tags = whole = read_tags(page, root)
    named = tags.page_title.strip(ORNAMENTS)
    kept = named if _is_keepers(page, named) else None
    tags = tags._replace(page_title="" if kept else without_place(tags.page_title))
    names = _names(tags)
    headline = find_headline(page, span, names) if span else None
    if headline is None or not headline.sure:
        printed = find_headline(page, None, names)
        headline = (None if _signs(page, span, printed, names) else printed) or known or headline
    if (headline is None or not headline.sure) and _names_column(page, tags.page_title):
        tags = tags._replace(page_title="")
    if headline is None:
        headline = _unspelt(page, span, tags)
    elif not tags.title or plain(tags.title) != plain(headline.text):
        headline = past_column(page, headline)
    if headline is not None and span is not None:
        headline = _below_masthead(page, span, headline)
    if headline is not None:
        part_fields(page, headline)
    if headline is not None and not headline.sure and not kept:
        # A company's pages are all called by its name and by what it sells.
        first = next(iter(split_title(tags.page_title)), "")
        kept = first if _is_keepers(page, first) else None
        tags = tags._replace(page_title="") if kept else tags
    zone = find_zone(page, span, headline)
    column = find_column(page, headline, tags)
    title = choose_title(tags, headline, column) or next(iter(split_title(whole.page_title)), None)
    if headline is None and (title is None or title == column or is_site_name(title) or is_generic(title)):
        title = indexed_title(page) or title
    decks = inner_decks(page, headline, names) if headline and headline.sure else None
    kicker = tags.kicker or (decks and decks[1]) or (find_kicker(page, headline, span) if headline else None)
    subtitle = tags.subtitle or (decks and decks[2]) or (find_subtitle(page, headline, span) if headline else None)
    if is_list(page, title, headline):
        # What a list prints beside its rows is of other pages.
        site = find_site_name(whole, title, title, page, root, url)
        listed = Facts(title=title, column=title, site_name=site, headline=headline, listed=True)
        return _laid_out(listed, root, layout) if layout else listed
    published, updated = read_dates(page, zone, tags, url)
    authors = find_people(page, zone, tags, headline)
    source = find_source(zone, page, tags, url) or find_account(zone, authors)
    facts = Facts(
        title=without_decks(strip_label(decks[0]) if decks else title, kicker, subtitle),
        kicker=kicker,
        subtitle=subtitle,
        source=source,
        authors=authors,
        editors=find_tagged(tags) or find_pictured(zone.head) or find_editing(zone.head) or find_closing(zone.tail),
        column=column,
        site_name=find_site_name(whole, column, title, page, root, url) or kept,
        published=published,
        updated=updated,
        headline=headline,
        description=tags.metas.get("description", ""),
    )
    return _laid_out(facts, root, layout) if layout else facts


def _below_masthead(page: Page, span: Range, headline: Headline) -> Headline:
    """The headline of a story whose page is called by its newspaper: the number of the page stands between the two."""
    at = next((at for at in range(headline.end, min(headline.end + _NEXT, span[0])) if page.lines[at].size), None)
    if at is None or not is_imprint(page.lines[at].text):
        return headline
    found = first_heading(page, (at, span[1]))
    return found if found is not None and found.start > at else headline


def _signs(page: Page, span: Range | None, printed: Headline | None, names: Sequence[str]) -> bool:
    """Whether the line *printed* only begins with a name of the page, below most of the text: an office signs there."""
    if span is None or printed is None or not span[0] < printed.start < span[1]:
        return False
    text = plain(printed.text)
    below = prose_in(page.lines[span[0] : printed.start]) > _TEXT
    return below and any(text != name and text.startswith(name) for name in map(plain, names))


def _is_keepers(page: Page, page_title: str) -> bool:
    """Whether *page_title* is the name of those who keep the site, as the foot of the page prints it."""
    if not _SHORTEST_NAME <= len(page_title) <= _LONGEST_NAME:
        return False
    return any(page_title in line.text and is_rights_line(line.text) for line in page.lines[-_FOOT:])


def _names_column(page: Page, page_title: str) -> bool:
    """Whether *page_title* names the site and a column to which *page* links, and no article: 部门动态-石桥政务网."""
    parts = split_title(page_title)
    if not parts or len(parts[0]) > _LONGEST_COLUMN:
        return False
    return is_banner(parts[0]) or leads_on(page, parts[0])


def _unspelt(page: Page, span: Range | None, tags: Tags) -> Headline | None:
    """The headline of a page whose head calls it by nothing, or by its site's name."""
    if span is not None and is_generic(tags.page_title):
        return first_heading(page, span) or below_trail(page)
    if _names(tags) and not names_no_article(tags.page_title):
        return None
    # An electronic edition names itself alone, and its stories in nothing but their own line.
    if span is None:
        return below_trail(page) or only_dressed(page)
    return below_trail(page) or (first_heading(page, span) if _EDITION.search(tags.page_title) else None)


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


def _names(tags: Tags) -> list[str]:
    # A title that is the name of the site vouches for its banner, not for a headline.
    parts = [part for part in split_title(tags.page_title) if not is_banner(part)]
    whole = tags.page_title if parts and not is_site_name(tags.page_title) else ""
    # 韦小满：雨后的小河 is printed as the headline and, below it, the writer.
    writer, _, work = tags.page_title.partition("：")
    work = work if len(writer) <= _LONGEST_WRITER and is_person(writer.strip()) else ""
    return [name for name in (tags.title, tags.social_title, *parts, whole, work) if name]


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
