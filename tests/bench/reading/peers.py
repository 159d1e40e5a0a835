"""What others make of the same pages, each with its defaults for Chinese."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from crawler.reading.page.encoding import decode
from tests.bench.reading.corpus import Case
from tests.bench.reading.scoring import Answer

Reader = Callable[[Case], Answer]


def read_with_trafilatura(case: Case) -> Answer:
    """Return what trafilatura reads in the raw bytes, with its metadata."""
    from trafilatura import bare_extraction

    found = bare_extraction(case.body, url=case.url, with_metadata=True)
    if found is None:
        return Answer(text="")
    authors = tuple((found.author or "").split("; ")) if found.author else ()
    return Answer(text=found.text or "", title=found.title, published=found.date, authors=authors, site=found.sitename)


def read_with_readability(case: Case) -> Answer:
    """Return what readability-lxml takes for the article, as text."""
    from lxml import html
    from readability import Document

    found = Document(decode(case.body).text.replace("\x00", ""))
    summary = found.summary(html_partial=True)
    return Answer(text=html.fromstring(summary).text_content() if summary.strip() else "", title=found.short_title())


def read_with_resiliparse(case: Case) -> Answer:
    """Return resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return Answer(text=extract_plain_text(decode(case.body).text, main_content=True))


def read_with_gne(case: Case) -> Answer:
    """Return what the general news extractor reads."""
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(decode(case.body).text)
    authors = (found["author"],) if found.get("author") else ()
    published = (found.get("publish_time") or "").replace(" ", "T").replace("/", "-") or None
    return Answer(text=found["content"], title=found["title"], published=published, authors=authors)


def read_with_justext(case: Case) -> Answer:
    """Return justext's good paragraphs, without stop words, which Chinese text has no blanks for."""
    import justext

    paragraphs = justext.justext(
        decode(case.body).text.encode(),
        frozenset(),
        stopwords_low=0,
        stopwords_high=0,
        length_low=20,
        length_high=60,
        encoding="utf-8",
    )
    return Answer(text="\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))


PEERS: dict[str, tuple[str, Reader]] = {
    "trafilatura": ("trafilatura", read_with_trafilatura),
    "readability-lxml": ("readability-lxml", read_with_readability),
    "resiliparse": ("Resiliparse", read_with_resiliparse),
    "gne": ("gne", read_with_gne),
    "justext": ("jusText", read_with_justext),
}


def present() -> dict[str, tuple[str, Reader]]:
    """Return the peers that are installed, each with its version."""
    logging.disable(logging.CRITICAL)
    found = {}
    for name, (package, reader) in PEERS.items():
        try:
            found[f"{name} {version(package)}"] = (name, reader)
        except PackageNotFoundError:
            continue
    return found
