"""What kind of file a body is, by its first bytes."""

from __future__ import annotations

from typing import Literal

Kind = Literal["pdf", "docx", "zip", "word 97 or excel 97", "picture", "rtf", "rar", "7z", "gzip", "sound or film"]

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word 97 or excel 97"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"ID3", "sound or film"),
    (b"OggS", "sound or film"),
)


def find_kind(body: bytes) -> Kind | None:
    """Return the kind of file *body* is, or None where it is none that is known: then it may be a page.

    >>> find_kind(b"%PDF-1.7"), find_kind(b"<html>")
    ('pdf', None)
    """
    head = body[:64].lstrip(b"\r\n\t \x00")
    if head.startswith(b"PK\x03\x04"):
        # The name of a part of a Word document stands in the clear in the zip's directory.
        return "docx" if b"word/document.xml" in body[-65_536:] or b"word/" in body[:4096] else "zip"
    if head[4:8] == b"ftyp":
        return "sound or film"
    if head[:4] == b"RIFF" and body[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "picture" if body[8:12] == b"WEBP" else "sound or film"
    for magic, kind in _MAGIC:
        # Two letters may open a text too: a bitmap has its size and two empty words after them.
        if head.startswith(magic) and (kind != "picture" or magic != b"BM" or body[6:10] == b"\0\0\0\0"):
            return kind
    return None
