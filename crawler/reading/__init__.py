"""Read pages into documents: bytes and address in, values out."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.layout import Layout
from crawler.reading.values import Document, PortalFacts

__all__ = ["Document", "PortalFacts", "read_documents"]


def read_documents(
    body: bytes,
    url: str | None,
    headers: Mapping[str, str] | None = None,
    layout: Layout | None = None,
    *,
    portal: PortalFacts | None = None,
) -> list[Document]:
    """Return the documents of a page: one for an article, one a story for a digest.

    A page without a body, such as a list, gives one document with an empty text: what is empty says so. A PDF or
    Word file gives one document; who knows the page that links to it fills in *parent*. Where the *portal* is told
    that the page should belong to, a page of another site is flagged as a ``foreign-mirror``. Of a page saved long
    ago nobody may know the address: *url* is None or empty then, and so is the documents'. Raises UnreadablePage,
    naming *url*, where *body* is neither a page nor such a file.
    """
    # trafilatura and the tables of reading take longer to load than a page takes to read: not before there is one.
    from crawler.reading.documents import read_documents as read

    return read(body, url or "", headers, layout, portal=portal)
