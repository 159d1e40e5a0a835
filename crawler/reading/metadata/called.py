"""How a page is called: by its tags and its title, and in the line that is printed as its headline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.body.container import Range
from crawler.reading.body.prune import is_rights_line
from crawler.reading.body.weights import prose_in
from crawler.reading.metadata.dress import dress
from crawler.reading.metadata.fields import part_fields
from crawler.reading.metadata.headings import below_trail, first_heading, only_dressed, past_column
from crawler.reading.metadata.headline import Headline, find_headline, is_banner, plain
from crawler.reading.metadata.menus import leads_on
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.title import (
    ORNAMENTS,
    is_generic,
    is_site_name,
    names_no_article,
    split_title,
    without_place,
)
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern
from crawler.reading.stories.sheets import is_imprint

_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_COLUMN, _FOOT, _NEXT, _LONGEST_WRITER = 4, 24, 12, 12, 4, 6
_TEXT, _LONGEST_OFFICE, _SET = 80.0, 12, 1.5
# 石桥日报数字报, 石桥日报多媒体数字版, 石桥日报-电子报平台
_EDITION = pattern(r"(?:数字|电子)[报版][纸刊]?(?:平台|系统)?$")


class Called(NamedTuple):
    """The *headline* of a page, and its *tags* without a title that is no article's.

    *names* are what the page calls itself by, *kept* is the name of those who keep the site, where that was its title.
    """

    headline: Headline | None
    tags: Tags
    names: Sequence[str]
    kept: str | None


def name_page(page: Page, whole: Tags, span: Range | None, known: Headline | None) -> Called:
    """Return how *page*, whose head says *whole*, is called, and part its headline from fields on the same line.

    *known* is the headline by which the body *span* was found; one that a title vouches for goes before it.
    """
    named = whole.page_title.strip(ORNAMENTS)
    kept = named if _is_keepers(page, named) else None
    tags = whole._replace(page_title="" if kept else without_place(whole.page_title))
    names = _names(tags)
    headline = _printed(page, span, names, known)
    if (headline is None or not headline.sure) and _names_column(page, tags.page_title):
        tags = tags._replace(page_title="")
    headline = _settled(page, span, tags, headline)
    if headline is not None:
        part_fields(page, headline)
        if not headline.sure and not kept:
            # A company's pages are all called by its name and by what it sells.
            first = next(iter(split_title(tags.page_title)), "")
            kept = first if _is_keepers(page, first) else None
            tags = tags._replace(page_title="") if kept else tags
    return Called(headline, tags, names, kept)


def _printed(page: Page, span: Range | None, names: Sequence[str], known: Headline | None) -> Headline | None:
    headline = find_headline(page, span, names) if span else None
    if headline is not None and headline.sure:
        return headline
    printed = find_headline(page, None, names)
    return (None if _signs(page, span, printed, names) else printed) or known or headline


def _settled(page: Page, span: Range | None, tags: Tags, headline: Headline | None) -> Headline | None:
    """The *headline*, or one that no name of the page led to, past a column's name or a newspaper's above it."""
    if headline is None:
        headline = _unspelt(page, span, tags)
    elif not tags.title or plain(tags.title) != plain(headline.text):
        headline = past_column(page, headline)
    return headline if headline is None or span is None else _below_masthead(page, span, headline)


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
    if _EDITION.search(tags.page_title):
        return below_trail(page) or first_heading(page, span)
    return below_trail(page) or _greatest(page, span)


def _greatest(page: Page, span: Range) -> Headline | None:
    """The line above the prose of *span* that is set as a headline is, where all pages of a site have one title."""
    found = first_heading(page, span)
    return found if found is not None and dress(page.lines[found.start]) >= _SET else None


def _names(tags: Tags) -> list[str]:
    # A title that is the name of the site vouches for its banner, not for a headline.
    parts = [part for part in split_title(tags.page_title) if not is_banner(part)]
    whole = tags.page_title if parts and not is_site_name(tags.page_title) else ""
    # 韦小满：雨后的小河 is printed as the headline and, below it, the writer.
    writer, _, work = tags.page_title.partition("：")
    work = work if len(writer) <= _LONGEST_WRITER and is_person(writer.strip()) else ""
    # 副县长 韦小满 is the page of the one who holds the office, and prints the name alone.
    office, _, holder = parts[0].rpartition(" ") if parts else ("", "", "")
    work = work or (holder if office and len(office) <= _LONGEST_OFFICE and is_person(holder) else "")
    return [name for name in (tags.title, tags.social_title, *parts, whole, work) if name]
