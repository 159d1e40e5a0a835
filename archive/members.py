"""Gzip members, one a record: how they are made, and how they are found again in a damaged file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

# Chosen by measurement on portals' pages (tests/bench/capture/deflate.py): ISA-L 1 deflates 470 MB/s to 1/3.5,
# zlib-ng 2 150 MB/s to 1/3.6, and zlib 9, which warcio would use, 35 MB/s to 1/4.0.
try:
    from isal import isal_zlib as _deflate

    _LEVEL = 1
except ImportError:  # no wheel for this machine: the same format, more CPU
    _deflate = zlib  # type: ignore[misc]
    _LEVEL = 2

# RFC 1952: no name, no time, unknown system. Always the same, so that a flipped bit in it is seen.
HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_LARGEST_STORED = 0xFFFF
_crc32: Callable[[bytes], int] = _deflate.crc32


class GzipMember:
    """A sink in the place of warcio's own gzip wrapper: what is written between two flushes is one member.

    ``stored_from`` is the offset in the second part written, a record's block, from which on nothing is deflated.
    """

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._members: list[bytes] = []
        self.stored_from: int | None = None

    def write(self, part: bytes) -> None:
        """Add *part* to the member."""
        self._parts.append(part)

    def flush(self) -> None:
        """End the member."""
        plain = b"".join(self._parts)
        stored_from = None if self.stored_from is None else len(self._parts[0]) + self.stored_from
        self._members.append(compress(plain, stored_from))
        self._parts.clear()
        self.stored_from = None

    def take(self) -> list[bytes]:
        """Return the members made since the last call."""
        taken, self._members = self._members, []
        return taken


def compress(plain: bytes, stored_from: int | None = None) -> bytes:
    """Return *plain* as one gzip member, deflated up to *stored_from* only where that is given."""
    if stored_from is None:
        body = _deflate.compress(plain, _LEVEL, wbits=-15)
    else:
        deflater = _deflate.compressobj(_LEVEL, zlib.DEFLATED, -15)
        begun = deflater.compress(plain[:stored_from]) + deflater.flush(zlib.Z_SYNC_FLUSH)
        body = begun + _store(plain[stored_from:])
    return b"".join((HEADER, body, struct.pack("<LL", _crc32(plain), len(plain) & 0xFFFFFFFF)))


def _store(plain: bytes) -> bytes:
    """Return *plain* as stored blocks, the last of them final (RFC 1951, 3.2.4)."""
    pieces: list[bytes] = []
    size = len(plain)
    for at in range(0, max(size, 1), _LARGEST_STORED):
        piece = plain[at : at + _LARGEST_STORED]
        pieces.append(struct.pack("<BHH", at + _LARGEST_STORED >= size, len(piece), len(piece) ^ 0xFFFF))
        pieces.append(piece)
    return b"".join(pieces)
