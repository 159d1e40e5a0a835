"""Gzip members, one a record: how they are made, and how they are found again in a damaged file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

try:
    from isal import isal_zlib as _deflate

    _LEVEL = 1
except ImportError:  # no wheel for this machine: the same format, more CPU
    _deflate = zlib  # type: ignore[misc]
    _LEVEL = 2

# RFC 1952: no name, no time, unknown system. Always the same, so that a flipped bit in it is seen.
HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_crc32: Callable[[bytes], int] = _deflate.crc32


class GzipMember:
    """A sink in the place of warcio's own gzip wrapper: what is written between two flushes is one member."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.members: list[bytes] = []

    def write(self, part: bytes) -> None:
        """Add *part* to the member."""
        self._parts.append(part)

    def flush(self) -> None:
        """End the member."""
        self.members.append(compress(b"".join(self._parts)))
        self._parts.clear()

    def take(self) -> list[bytes]:
        """Return the members made since the last call."""
        taken, self.members = self.members, []
        return taken


def compress(plain: bytes) -> bytes:
    """Return *plain* as one gzip member."""
    body = _deflate.compress(plain, _LEVEL, wbits=-15)
    return b"".join((HEADER, body, struct.pack("<LL", _crc32(plain), len(plain) & 0xFFFFFFFF)))
