"""Records outside an export to which its revisits refer, so that a deduplicated crawl replays on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from archive.catalogue import Catalogue
from archive.errors import DamagedRecord, at_offset
from archive.index import index_record, parse_line
from archive.surt import urlkey
from archive.warc import WarcRecord, find_warc, read_record


@dataclass(frozen=True, slots=True)
class Referred:
    """A record to be carried along: where it lies, and its index line but for the new place."""

    path: Path
    offset: int
    length: int
    record: WarcRecord

    def member(self) -> bytes:
        """Return its gzip member as it lies in the holdings."""
        with self.path.open("rb") as file:
            file.seek(self.offset)
            return file.read(self.length)

    def index_line(self, name: str, offset: int) -> str:
        """Return its CDXJ line as the record at *offset* of the file *name*."""
        line = index_record(WarcRecord(name, offset, self.length, self.record.fields, self.record.block))
        if line is None:
            what = _("{kind} cannot be referred to").format(kind=self.record.kind)
            raise DamagedRecord(at_offset(self.path, self.offset), what)
        return line


def find_referred(
    holdings: Path, folders: Iterable[Path], revisit_lines: Iterable[str], missing: Callable[[str], None]
) -> Iterator[Referred]:
    """Yield, once each, the records that the revisits in *revisit_lines* refer to and that lie outside *folders*.

    ``missing`` is told the record id of each that the holdings do not have.
    """
    inside = {(folder.parent.name, folder.name) for folder in folders}
    carried: set[str] = set()
    catalogue = Catalogue(holdings)
    try:
        for line in revisit_lines:
            entry = parse_line(line)
            revisit = read_record(find_warc(holdings, entry["filename"]), int(entry["offset"]))
            referred, url = revisit.get("WARC-Refers-To"), revisit.get("WARC-Refers-To-Target-URI")
            if referred is None or url is None or referred in carried:
                continue
            rows = catalogue.query(
                "SELECT portal, crawl, warc_file, warc_offset FROM captures WHERE urlkey = ? AND record_id = ?",
                (urlkey(url), referred),
            )
            if not rows:
                missing(referred)
            elif rows[0][:2] not in inside:
                carried.add(referred)
                path = find_warc(holdings, rows[0][2])
                record = read_record(path, rows[0][3])
                yield Referred(path, record.offset, record.length, record)
    finally:
        catalogue.close()
