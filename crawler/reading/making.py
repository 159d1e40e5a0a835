"""The documents of a page: what all of them share, and what each says of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.digest import document_id, text_digest
from crawler.reading.files.images import Addresses, lines_of_story, read_images, told_lines, without_credit
from crawler.reading.language import find_language
from crawler.reading.metadata.bars import is_outlet
from crawler.reading.metadata.facts import Facts
from crawler.reading.metadata.headline import plain
from crawler.reading.metadata.people import find_editing, find_signature
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import read_byline_line
from crawler.reading.stories import StoryText
from crawler.reading.values import Attachment, Author, Document, Extractor, Image, Injection, Restoration, Story

_SIGNING = 8
_WROTE = pattern(r"记者|通讯员|作者|[撰采]|文")


class Shared(NamedTuple):
    """What all documents of a page share; *base* is where its relative addresses begin."""

    url: str
    base: str
    facts: Facts
    lines: Sequence[Line]
    attachments: tuple[Attachment, ...]
    injections: tuple[Injection, ...]
    restoration: Restoration | None
    extractor: Extractor


def make_documents(page: Shared, stories: Sequence[StoryText]) -> list[Document]:
    """Return one document for each of the *stories* of *page*; the files stand with the first."""
    if len(stories) == 1:
        return [_article(page, stories[0])]
    told = told_lines(page.lines)
    known: Addresses = {}
    headed = next((number for number, story in enumerate(stories, 1) if story.title), 1)
    documents = []
    for number, story in enumerate(stories, 1):
        captions = tuple(map(without_credit, story.captions))
        images = read_images(lines_of_story(told, story), page.base, captions, known)
        # A byline right under the first headline is taken for the page's, as it stands where an article has its own.
        authors = story.authors or (page.facts.authors if number == headed else ())
        place = Story(number, len(stories), page.facts.title)
        documents.append(_document(page, story, story.source or page.facts.source, authors, captions, images, place))
    return documents


def _article(page: Shared, story: StoryText) -> Document:
    """The one document of *page*, of which the page's own fields tell before the *story* does."""
    facts = page.facts
    if facts.subtitle or facts.authors:
        story = story._replace(paragraphs=_below(facts, story.paragraphs))
    authors = _authors(facts, story, page.lines)
    posted = _account(facts) if authors != facts.authors else None
    captions = tuple(map(without_credit, story.captions))
    images = read_images(page.lines, page.base, captions, {})
    told = story._replace(
        title=facts.title or story.title,
        kicker=facts.kicker or story.kicker,
        subtitle=facts.subtitle or story.subtitle,
    )
    return _document(page, told, facts.source or story.source or posted, authors, captions, images, None)


def _document(
    page: Shared,
    story: StoryText,
    source: str | None,
    authors: tuple[Author, ...],
    captions: tuple[str, ...],
    images: tuple[Image, ...],
    place: Story | None,
) -> Document:
    text = "\n".join(story.paragraphs)
    return Document(
        id=document_id(page.url, place.no if place else None),
        url=page.url,
        site_name=page.facts.site_name,
        column=page.facts.column,
        title=story.title,
        kicker=story.kicker,
        subtitle=story.subtitle,
        source=source,
        authors=authors,
        published=page.facts.published,
        updated=page.facts.updated,
        text=text,
        paragraphs=story.paragraphs,
        captions=captions,
        images=images,
        attachments=page.attachments if place is None or place.no == 1 else (),
        story=place,
        language=find_language(text or page.facts.title or ""),
        text_digest=text_digest(text),
        injections=page.injections,
        restoration=page.restoration,
        extractor=page.extractor,
    )


def _authors(facts: Facts, story: StoryText, lines: Sequence[Line]) -> tuple[Author, ...]:
    """Who is named above the article, or else who signed the last of its *lines* or edited it.

    An account that a platform names above it, without a label, posted what those below it wrote.
    """
    if (account := _account(facts)) is None:
        return (
            facts.authors or story.authors or find_signature(lines) or facts.editors or find_editing(lines[-_SIGNING:])
        )
    named = story.authors or find_signature(lines)
    if named and is_outlet(account):
        return named
    return tuple(one for one in named or facts.editors if one.role and _WROTE.search(one.role)) or facts.authors


def _account(facts: Facts) -> str | None:
    """The account that posted an article, which a platform names without a label where others name the writer."""
    names = [author.name for author in facts.authors if not author.role]
    return names[0] if len(names) == len(facts.authors) == 1 and not is_person(names[0]) else None


def _below(facts: Facts, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the *paragraphs* without the subtitle, if it opens them, and the writer's name under it."""
    names = {plain(author.name) for author in facts.authors}
    if len(paragraphs) > 1 and plain(paragraphs[0]) in names:
        return paragraphs[1:]
    if not facts.subtitle or not paragraphs or plain(paragraphs[0]) != plain(facts.subtitle):
        return paragraphs
    signed = paragraphs[1:] and (plain(paragraphs[1]) in names or read_byline_line(paragraphs[1]))
    return paragraphs[2:] if signed else paragraphs[1:]
