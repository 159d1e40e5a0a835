"""What is wrong with a file of the holdings, and where."""

from __future__ import annotations

from dataclasses import dataclass


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
        place = self.file if self.offset is None else f"{self.file}: offset {self.offset}"
        return f"{place}: {self.message}"
