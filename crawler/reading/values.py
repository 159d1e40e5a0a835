"""What reading gives back: frozen values, named as the fields of a line of documents.jsonl; and what it may be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """A person or office named in a byline; *role* is as printed (记者, 通讯员, 作者, 摄 …) or None."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article; *url* is absolute."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the article links to; *record_id* is filled in where the crawl captured it."""

    url: str
    title: str
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The place of a story on a page that holds several: number *no*, from 1, of *of*."""

    no: int
    of: int
    page_title: str | None = None


@dataclass(frozen=True, slots=True)
class Injection:
    """Something a spammer put in: its *kind*, an *excerpt* of it, and *where* on the page it stood."""

    kind: str
    excerpt: str
    where: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """How much of a spun text was undone: characters *changed*, and those left *unsure* as U+FFFD."""

    changed: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Extractor:
    """What read the document: name, version, and the layout it was told to use."""

    name: str
    version: str
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """What is known of the portal that a page should belong to.

    These are its *hosts*, the code of its division (six digits, GB/T 2260), and the site *codes* and ICP numbers that
    it prints though they are of another division.
    """

    hosts: frozenset[str] = frozenset()
    division_code: str | None = None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page's (or one story's) clean text and metadata.

    Fields stand in the order of a line of documents.jsonl. Times are ISO 8601 strings: with minutes and +08:00
    where the page prints a time (``2025-03-12T14:35:00+08:00``), a bare day where it prints no time
    (``2025-03-12``), a month or a year where it only cites the issue of a journal (``1996-06``), None where it prints
    nothing. ``text`` is ``paragraphs`` joined by newlines. The fields that
    only a crawl knows (portal, division_code, captured_at, record_id, payload_digest, warc_file, warc_offset)
    are None when a page is read as a library call. *parent* is the id of the document whose attachment this one is.
    """

    id: str
    url: str
    portal: str | None = None
    division_code: str | None = None
    site_name: str | None = None
    column: str | None = None
    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    source: str | None = None
    authors: tuple[Author, ...] = ()
    published: str | None = None
    updated: str | None = None
    text: str = ""
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    story: Story | None = None
    language: str | None = None
    text_digest: str = ""
    injections: tuple[Injection, ...] = ()
    restoration: Restoration | None = None
    captured_at: str | None = None
    record_id: str | None = None
    payload_digest: str | None = None
    warc_file: str | None = None
    warc_offset: int | None = None
    extractor: Extractor | None = None
    parent: str | None = None
