"""The one road from the bytes of a page to its documents."""

from __future__ import annotations

from collections.abc import Mapping

import trafilatura

from crawler.errors import UnreadablePage
from crawler.layout import Layout
from crawler.reading.body import read_body
from crawler.reading.container import find_container
from crawler.reading.digest import document_id, text_digest
from crawler.reading.encoding import decode
from crawler.reading.flow import read_page
from crawler.reading.injections import clean_tree
from crawler.reading.metadata import read_metadata
from crawler.reading.splices import drop_splices
from crawler.reading.tree import parse
from crawler.reading.values import Document, Extractor


def read_documents(
    body: bytes, url: str, headers: Mapping[str, str] | None = None, layout: Layout | None = None
) -> list[Document]:
    """Return the documents of a page: one for an article, one a story for a digest; see design.md for their fields.

    A page whose body is empty gives one document with an empty text. Raises UnreadablePage, naming *url*, where
    *body* is no page at all.
    """
    decoded = decode(body, headers)
    root = parse(decoded.text)
    if root is None:
        raise UnreadablePage(f"{url}: holds no element to read")
    cleaning = clean_tree(root, url)
    page = read_page(root)
    span = find_container(page, root, layout)
    facts = read_metadata(page, root, url, span, layout)
    found = read_body(page, span, facts.headline)
    blocks, splices = drop_splices(found.blocks, found.other_copies, url)
    paragraphs = tuple(block.text for block in blocks)
    text = "\n".join(paragraphs)
    return [
        Document(
            id=document_id(url),
            url=url,
            site_name=facts.site_name,
            column=facts.column,
            title=facts.title,
            kicker=facts.kicker,
            subtitle=facts.subtitle,
            source=facts.source,
            authors=facts.authors,
            published=facts.published,
            updated=facts.updated,
            text=text,
            paragraphs=paragraphs,
            text_digest=text_digest(text),
            injections=(*cleaning.findings, *splices),
            restoration=cleaning.restoration,
            extractor=Extractor("trafilatura", trafilatura.__version__, layout.name if layout else None),
        )
    ]
