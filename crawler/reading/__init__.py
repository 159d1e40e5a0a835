"""Read pages into documents: bytes and address in, values out."""

from crawler.reading.documents import read_documents
from crawler.reading.values import Document

__all__ = ["Document", "read_documents"]
