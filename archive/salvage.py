"""What a crawl left half-written when it was killed, made sound again before anything is added."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from archive.disk import rename_whole, write_whole
from archive.errors import DamagedRecord
from archive.index import index_warc
from archive.lines import cut_partial_line, dump_line, read_lines
from archive.warc import parse_record, read_member
from archive.writer import OPEN

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of one file: *kept* records or lines; *lost* bytes were cut off behind them."""

    file: str
    kept: int
    lost: int


def salvage_crawl(folder: Path) -> list[Salvaged]:
    """Make the files of an unfinished crawl sound and return what was done to each that needed it.

    ``.open`` WARC files are cut behind their last whole record and closed; partial last lines go; a document whose
    record did not reach the disk goes too, since the page will be fetched again. The spool of the index is written
    anew.
    """
    for draft in folder.glob("*.draft"):
        draft.unlink()
    done = [close_open_warc(path) for path in sorted(folder.glob(f"*.warc.gz{OPEN}"))]
    ends = {path.name: path.stat().st_size for path in folder.glob("*.warc.gz")}
    done += [_mend_lines(folder / name, ends) for name in ("documents.jsonl", "duplicates.jsonl")]
    done = [each for each in done if each.lost or each.file.endswith(".gz")]
    for each in done:
        words = _("{file}: {kept} kept, {lost} bytes cut off")
        _log.warning("%s", words.format(file=folder / each.file, kept=each.kept, lost=each.lost))
    return done


def close_open_warc(path: Path) -> Salvaged:
    """Cut the ``.open`` file at *path* behind its last whole record and give it its closed name."""
    kept, end = count_whole_records(path)
    lost = path.stat().st_size - end
    closed = path.with_name(path.name.removesuffix(OPEN))
    if end == 0:
        path.unlink()
        return Salvaged(closed.name, 0, lost)
    if lost:
        with path.open("r+b") as file:
            file.truncate(end)
    rename_whole(path, closed)
    return Salvaged(closed.name, kept, lost)


def count_whole_records(path: Path) -> tuple[int, int]:
    """Return how many whole records stand at the beginning of the file at *path*, and the offset behind them."""
    kept, offset, size = 0, 0, path.stat().st_size
    with path.open("rb") as file:
        while offset < size:
            try:
                content, end = read_member(file, offset)
                parse_record(content, path.name, offset, end - offset)
            except DamagedRecord:
                break
            kept, offset = kept + 1, end
    return kept, offset


def spool_index(folder: Path, spool: Path) -> None:
    """Write the CDXJ lines of all closed WARC files of *folder* to *spool*, unsorted."""
    lines = (line for path in sorted(folder.glob("*.warc.gz")) for line in index_warc(path))
    write_whole(spool, "".join(lines).encode())


def _mend_lines(path: Path, ends: dict[str, int]) -> Salvaged:
    lost = cut_partial_line(path)
    lines = [line for _offset, line in read_lines(path)]
    kept = [line for line in lines if line.get("warc_file") is None or _is_on_disk(line, ends)]
    if len(kept) < len(lines):
        before = path.stat().st_size
        write_whole(path, b"".join(dump_line(line) for line in kept))
        lost += before - path.stat().st_size
    return Salvaged(path.name, len(kept), lost)


def _is_on_disk(line: dict[str, object], ends: dict[str, int]) -> bool:
    offset = line.get("warc_offset")
    return isinstance(offset, int) and offset < ends.get(str(line["warc_file"]), 0)
