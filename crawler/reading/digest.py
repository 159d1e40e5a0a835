"""Names by which documents are told apart: the digest of a text and the id of a document."""

from __future__ import annotations

import hashlib


def text_digest(text: str) -> str:
    """Return ``sha256:`` and the hexadecimal SHA-256 of *text* without any white space.

    White space is left out because templates break the same text over lines differently.

    >>> text_digest("柳江 区") == text_digest("柳江区\\n")
    True
    """
    return "sha256:" + hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def document_id(origin: str, story_no: int | None = None) -> str:
    """Return the 32 hexadecimal digits that name story *story_no* read from *origin* (a record id, or an address).

    >>> document_id("http://www.liujiang.gov.cn/a.shtml") == document_id("http://www.liujiang.gov.cn/a.shtml", 0)
    True
    """
    return hashlib.sha256(f"{origin}\n{story_no or 0}".encode()).hexdigest()[:32]
