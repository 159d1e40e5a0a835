"""This project's reader, answering as the other tools do."""

from __future__ import annotations

from crawler.reading import Document, read_documents
from crawler.reading.page.encoding import decode
from tests.bench.reading.corpus import Case
from tests.bench.reading.scoring import Answer


def _whole(document: Document) -> str:
    """A story with its headlines and captions, which on the page stand among the text of the others."""
    parts = (document.kicker, document.title, document.subtitle, document.text, *document.captions)
    return "\n".join(part for part in parts if part)


def read(case: Case) -> Answer:
    """Return what this project reads in the page of *case*; stories are joined in order."""
    documents = read_documents(case.body, case.url, case.headers)
    charset = decode(case.body, case.headers).charset
    if not documents:
        return Answer(text="", documents=0, charset=charset, authors=())
    first = documents[0]
    page_title = first.story.page_title if first.story else None
    return Answer(
        text="\n".join(map(_whole, documents)) if len(documents) > 1 else first.text,
        title=page_title or first.title,
        published=first.published,
        source=first.source,
        authors=tuple(author.name for document in documents for author in document.authors),
        column=first.column,
        site=first.site_name,
        charset=charset,
        documents=len(documents),
    )
