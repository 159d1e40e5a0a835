"""What is wrong with a file of the holdings, and where."""

from __future__ import annotations

from dataclasses import dataclass

from archive.errors import at_offset, placed


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: *file* relative to the holdings, *offset* in bytes where one place is at fault, and what it is.

    *kind* is ``gzip``, ``record``, ``digest``, ``manifest``, ``line``, ``index``, ``reference``, ``signature``,
    ``description`` or ``catalogue``.
    """

    file: str
    kind: str
    message: str
    offset: int | None = None

    def __str__(self) -> str:
        return placed(self.file if self.offset is None else at_offset(self.file, self.offset), self.message)
