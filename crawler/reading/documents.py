"""The one road from the bytes of a page to its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version

from lxml.html import HtmlElement

from crawler.errors import UnreadablePage
from crawler.layout import Layout
from crawler.reading.blocks import Block
from crawler.reading.body.article import Body, read_body
from crawler.reading.body.copies import find_copies
from crawler.reading.body.repetition import drop_second_copy
from crawler.reading.body.text import are_strong
from crawler.reading.digest import document_id, text_digest
from crawler.reading.files.attachments import read_attachments
from crawler.reading.files.images import captions_of, pictures_above
from crawler.reading.files.kinds import Kind, find_kind
from crawler.reading.injections import clean_tree, strip_farms
from crawler.reading.language import find_language
from crawler.reading.making import Shared, make_documents
from crawler.reading.metadata.facts import Facts
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.page.detail import place_detail
from crawler.reading.page.encoding import decode
from crawler.reading.page.flow import Line, Page, read_page
from crawler.reading.page.icons import blank_icons
from crawler.reading.page.queries import encode_queries
from crawler.reading.page.scripts import simplify_tree
from crawler.reading.page.tree import base_address, parse
from crawler.reading.placing import place_article
from crawler.reading.splices import drop_splices
from crawler.reading.stories import StoryText, split_stories
from crawler.reading.stories.sheets import is_imprint
from crawler.reading.values import Document, Extractor, Injection, PortalFacts

# Attachments are listed below the body as often as in it.
_BELOW = 12
_LONGEST_TITLE = 60
# A kicker may stand above a headline.
_DECKS = 1
# A yearbook has some thousand lines, a list of names some thousand rows.
_MOST_LINES = 12_000
_FILE_READERS = {"pdf": "pypdf", "docx": "python-docx"}


def read_documents(
    body: bytes,
    url: str,
    headers: Mapping[str, str] | None = None,
    layout: Layout | None = None,
    *,
    portal: PortalFacts | None = None,
) -> list[Document]:
    """Return the documents of a page, as ``crawler.reading.read_documents`` says."""
    kind = find_kind(body)
    if kind is not None:
        return [_read_attachment(body, kind, url)]
    text, charset = decode(body, headers)
    root, source, farms = _parsed(text, url)
    encode_queries(root, source, charset)
    place_detail(root, source)
    blank_icons(root)
    cleaning = clean_tree(root, url, source, portal)
    printed = simplify_tree(root) if cleaning.traditional else None
    page = read_page(root)
    if len(page.lines) > _MOST_LINES:
        raise UnreadablePage(f"{_shown(url)}: {len(page.lines)} lines, more than are read as a page")
    span, facts = place_article(page, root, url, layout)
    found = read_body(page, span, facts.headline) if not facts.listed else Body()
    above = pictures_above(page.lines, facts.headline.end, span[0]) if span and facts.headline else []
    blocks, copies = drop_second_copy(found.blocks, facts.title or "")
    others = find_copies(page, span, blocks, facts.description) if span else ()
    blocks, splices = drop_splices(blocks, [*copies, *others])
    base = base_address(root, url)
    stories = [StoryText()]
    if blocks:
        heads, bare = _above(page, span, facts, blocks), _is_bare(page, span, facts)
        stories = split_stories([*captions_of(above), *blocks], facts.title, heads, bare=bare)
    shared = Shared(
        url,
        base,
        facts,
        [*above, *found.lines],
        read_attachments(_around(page, span, found.lines, facts.headline), page.frames, base),
        (*farms, *cleaning.findings, *splices),
        cleaning.restoration,
        Extractor("trafilatura", _version(), layout.name if layout else None),
    )
    documents = make_documents(shared, stories)
    return [printed.document(document) for document in documents] if printed else documents


def _parsed(source: str, url: str) -> tuple[HtmlElement, str, list[Injection]]:
    """The tree of the page *source*, the source it was made of, and the farms that were taken out of it for that."""
    root = parse(source)
    farms: list[Injection] = []
    if root is None:
        source, farms = strip_farms(source)  # a farm of tags makes a page too large to be one
        root = parse(source) if farms else None
    if root is None:
        raise UnreadablePage(f"{_shown(url)}: nothing to read: no text, binary data, or more tags than a page has")
    return root, source, farms


def _shown(url: str) -> str:
    return url or "a page without an address"


def _read_attachment(body: bytes, kind: Kind, url: str) -> Document:
    from crawler.reading.files.text import read_file  # most bodies are pages

    title, blocks = read_file(body, kind, _shown(url))
    paragraphs = tuple(block.text for block in blocks)
    text = "\n".join(paragraphs)
    first = next((block.text for block in blocks if block.kind == "paragraph"), None)
    return Document(
        id=document_id(url),
        url=url,
        title=title or (first if first and len(first) <= _LONGEST_TITLE else None),
        text=text,
        paragraphs=paragraphs,
        language=find_language(text),
        text_digest=text_digest(text),
        extractor=Extractor(_FILE_READERS[kind], version(_FILE_READERS[kind])),
    )


def _above(page: Page, span: tuple[int, int] | None, facts: Facts, blocks: Sequence[Block]) -> list[Block]:
    """The headline that opens the body and is not the page's title: on a newspaper's page, that of the first story.

    Where the paper's imprint opens the body, all that stands there is of the first story, or of the paper.
    """
    headline = facts.headline
    if span is None or (headline is not None and headline.start >= span[1]):
        return []
    start, end = (min(span[0], headline.start), headline.end) if headline else (span[0], span[0])
    first = next((at for at in range(start, span[1]) if page.lines[at].text == blocks[0].text), end)
    lines = page.lines[start : max(first, end)]
    if not any(is_imprint(line.text) for line in lines):
        if (
            headline is None
            or headline.sure
            or headline.start < span[0]
            or plain(headline.text) == plain(facts.title or "")
        ):
            return []
        lines = page.lines[max(span[0], headline.start - _DECKS) : headline.end]
    lines = [line for line in lines if line.size and not line.hidden]
    return [Block(line.text, strong=strong) for line, strong in zip(lines, are_strong(lines), strict=True)]


def _is_bare(page: Page, span: tuple[int, int] | None, facts: Facts) -> bool:
    """Whether the article's first line follows its headline, with no bar of day and source between them."""
    if span is None or facts.headline is None or facts.source or facts.column:
        return False
    between = page.lines[facts.headline.end : span[0]]
    return not any(line.size and not line.hidden for line in between)


def _around(page: Page, span: tuple[int, int] | None, lines: Sequence[Line], headline: Headline | None) -> list[Line]:
    """The lines in which files may be linked to: those of the article, and some below it."""
    if span is None and headline is None:
        return list(lines)
    if span is None and headline is not None:
        # A short article is no block of its own: its lines are those below the headline.
        told = {line.text for line in lines if line.size}
        last = max((at for at in range(headline.end, len(page.lines)) if page.lines[at].text in told), default=0)
        span = headline.end, max(last, headline.end) + 1
    start, end = span or (0, 0)
    # Some portals list the files between the bar and the text.
    above = headline.end if headline is not None and start - _BELOW <= headline.end <= start else start
    return [line for line in page.lines[above : end + _BELOW] if not line.hidden]


@cache
def _version() -> str:
    return version("trafilatura")
