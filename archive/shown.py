"""What may leave the holdings: WARC files and index lines without the captures that are withdrawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.index import parse_line
from archive.surt import urlkey
from archive.warc import WarcRecord, read_records

_PIECE = 256 << 10


@dataclass(frozen=True, slots=True)
class ShownWarc:
    """A WARC file without the byte ranges in *left_out* (start, end; whole members, in order)."""

    path: Path
    left_out: tuple[tuple[int, int], ...]

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes that may be shown, a piece at a time."""
        with self.path.open("rb") as file:
            start = 0
            for end, begin_again in (*self.left_out, (self.path.stat().st_size, 0)):
                file.seek(start)
                while start < end:
                    piece = file.read(min(_PIECE, end - start))
                    if not piece:
                        return
                    yield piece
                    start += len(piece)
                start = begin_again

    def move(self, offset: int) -> int | None:
        """Return where the member at *offset* stands among the shown bytes, or None where it is left out."""
        count = bisect_right(self.left_out, (offset, 1 << 62))
        if count and offset < self.left_out[count - 1][1]:
            return None
        return offset - sum(end - start for start, end in self.left_out[:count])


def show_warcs(folder: Path, withdrawn: set[str]) -> dict[str, ShownWarc]:
    """Return the closed WARC files of the crawl in *folder* by name, without what belongs to *withdrawn* addresses.

    A revisit that refers to a withdrawn record is left out with it: it has no payload of its own.
    """
    paths = sorted(folder.glob("*.warc.gz"))
    return {path.name: ShownWarc(path, _withdrawn_ranges(path, withdrawn)) for path in paths}


def _withdrawn_ranges(path: Path, withdrawn: set[str]) -> tuple[tuple[int, int], ...]:
    if not withdrawn:
        return ()
    return tuple(
        (record.offset, record.offset + record.length)
        for record in read_records(path)
        if _is_withdrawn(record, withdrawn)
    )


def _is_withdrawn(record: WarcRecord, withdrawn: set[str]) -> bool:
    addresses = (record.url, record.get("WARC-Refers-To-Target-URI"))
    return any(url is not None and urlkey(url) in withdrawn for url in addresses)


def show_index(folder: Path, warcs: dict[str, ShownWarc]) -> Iterator[str]:
    """Yield the lines of the crawl's index, in order, with the offsets that *warcs* give them."""
    with (folder / "index.cdxj").open(encoding="utf-8") as lines:
        for line in lines:
            entry = parse_line(line)
            warc = warcs[entry["filename"]]
            moved = warc.move(int(entry["offset"]))
            if moved is None:
                continue
            yield line.replace(f'"offset": "{entry["offset"]}"', f'"offset": "{moved}"')


def shown_revisits(folder: Path, warcs: dict[str, ShownWarc]) -> Iterator[str]:
    """Yield the lines of the crawl's index that are of revisits to be shown, as they stand in the holdings."""
    with (folder / "index.cdxj").open(encoding="utf-8") as lines:
        for line in lines:
            if '"mime": "warc/revisit"' in line:
                entry = parse_line(line)
                if warcs[entry["filename"]].move(int(entry["offset"])) is not None:
                    yield line
