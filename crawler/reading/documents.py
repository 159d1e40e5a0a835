"""The one road from the bytes of a page to its documents."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.layout import Layout
from crawler.reading.values import Document


def read_documents(
    body: bytes, url: str, headers: Mapping[str, str] | None = None, layout: Layout | None = None
) -> list[Document]:
    """Return the documents of a page; see design.md."""
    raise NotImplementedError
