"""One crawl's folder in the holdings: what the crawler writes into, from the first record to the manifest."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.capture import Capture, RecordRef
from archive.catalogue import HeldDocument
from archive.closing import DOCUMENTS, DUPLICATES, SPOOL, finish_folder, mend_unfinished
from archive.description import OUTCOMES, software, write_description
from archive.disk import AppendFile, sync_folder
from archive.earlier import Splice
from archive.exchange import record_exchange
from archive.held_pages import HeldPage
from archive.index import index_line
from archive.known import Known
from archive.lines import LineFile
from archive.lock import PortalLock
from archive.names import iso_time
from archive.opening import describe, make_folder, next_number, open_shelf, reopen
from archive.records import RecordMaker, make_record_id, safe_uri
from archive.writer import WarcWriter

# At the end nobody waits for a page any more.
_PATIENCE = 20.0
_LINES_AT_ONCE = 200


class Crawl:
    """One run of one portal; made by ``start``, ended by ``finish``.

    Writing is safe from several threads of the process. Every method that writes raises an ArchiveError (one line)
    where the holdings fail; what was written before stays sound, and the next ``start`` goes on from it.
    """

    def __init__(self, holdings: Path, folder: Path, lock: PortalLock, description: dict[str, Any]) -> None:
        self.holdings, self.folder = holdings, folder
        self.portal, self.id = folder.parent.name, folder.name
        self._lock, self._description = lock, description
        self._guard = threading.RLock()
        self._maker = RecordMaker()
        self._lines: list[str] = []
        self._known = Known(holdings, self.portal, self.id)
        self._warc = WarcWriter(folder, self.portal, self.id, self._make_info, number=next_number(folder))
        self._documents, self._duplicates = LineFile(folder / DOCUMENTS), LineFile(folder / DUPLICATES)
        self._spool = AppendFile(folder / SPOOL)
        sync_folder(folder)
        self._enter()

    @classmethod
    def start(
        cls,
        holdings: Path,
        portal: str,
        *,
        title: str,
        division_code: str | None,
        settings: Mapping[str, object],
        operator: str | None,
        robots: str,
        started: datetime | None = None,
        resume: bool = False,
        kind: str = "full",
    ) -> Crawl:
        """Return a new crawl of *portal*, its folder made and locked.

        What earlier crawls of the portal left unfinished is made sound first. With ``resume`` the newest of them,
        unless it ended ``complete`` or ``failed``, is gone on with instead, in its own folder.
        """
        shelf = open_shelf(holdings, portal)
        lock = PortalLock(shelf)
        try:
            folder = mend_unfinished(holdings, shelf, resume=resume)
            if folder is not None:
                return cls(holdings, folder, lock, reopen(folder))
            folder, began = make_folder(shelf, started or datetime.now(UTC))
            description = describe(
                folder.name,
                portal,
                began,
                title=title,
                division_code=division_code,
                kind=kind,
                operator=operator,
                robots=robots,
                settings=settings,
            )
            try:
                write_description(folder, description)
                return cls(holdings, folder, lock, description)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)  # nothing was captured yet
                raise
        except BaseException:
            lock.release()
            raise

    @property
    def kind(self) -> str:
        """``full`` or ``incremental``; a crawl that is gone on with stays what it was."""
        return str(self._description.get("kind") or "full")

    def find_page(self, url: str) -> HeldPage | None:
        """Return what good crawls of the portal have of *url*, or None."""
        with self._guard:
            return self._known.find_page(url)

    def recent_pages(self, since: str) -> list[str]:
        """Return the addresses of the portal's documents published on the day *since* (ISO) or later."""
        with self._guard:
            return self._known.recent_pages(since)

    def find_earlier_line(self, url: str, story: int | None) -> dict[str, Any] | None:
        """Return the newest line of documents.jsonl that an earlier crawl of the portal wrote of *url*, or None.

        On a page of several stories it is the line of the one numbered *story*.
        """
        with self._guard:
            return self._known.find_earlier_line(url, story)

    def find_splices(self) -> list[Splice]:
        """Return the phrases that were found to be spliced into pages of the holdings, the newest first."""
        with self._guard:
            return self._known.find_splices()

    def write_capture(self, capture: Capture) -> RecordRef:
        """Record *capture* and return its main record: response, revisit, or metadata where nothing arrived."""
        with self._guard:
            exchange = record_exchange(self._maker, capture, self._known.find_payload, self._known.find_earlier)
            members = self._maker.take()
            name, offsets = self._warc.append(members)
            if exchange.answer is not None and exchange.digest is not None:
                place = (name, offsets[0], len(members[0]))
                line = index_line(
                    exchange.url,
                    exchange.date,
                    exchange.kind,
                    exchange.answer,
                    exchange.digest,
                    place,
                    exchange.record_id,
                )
                self._lines.append(line)
                if len(self._lines) >= _LINES_AT_ONCE:
                    self._spool_lines()
            if exchange.fresh is not None:
                self._known.add_payload(exchange.fresh)
        return RecordRef(
            exchange.record_id,
            name,
            offsets[0],
            exchange.digest,
            iso_time(capture.captured_at),
            exchange.kind,
        )

    def write_conversion(
        self, text: str, refers_to: RecordRef | str, url: str, *, content_type: str = "text/plain; charset=utf-8"
    ) -> RecordRef:
        """Record *text*, restored or taken out of an attachment, as a conversion of the record *refers_to*."""
        moment = datetime.now(UTC)
        record_id, date = make_record_id(), iso_time(moment, exact=True)
        origin = refers_to if isinstance(refers_to, str) else refers_to.record_id
        fields = [
            ("WARC-Target-URI", safe_uri(url)),
            ("WARC-Refers-To", origin),
        ]
        block = text.encode("utf-8", "replace")
        with self._guard:
            self._maker.make("conversion", record_id, date, fields, block, content_type)
            name, offsets = self._warc.append(self._maker.take())
        return RecordRef(record_id, name, offsets[0], None, iso_time(moment), "conversion")

    def write_document(self, line: Mapping[str, object], *, converted: bool = False) -> bool:
        """Append *line* to documents.jsonl and return True; False where its text is held already.

        Then a line naming the held document goes to duplicates.jsonl. A document without text (a photo, a table as
        a picture) repeats nothing. Text that was *converted*, which nobody reads off the record itself since it was
        restored or taken out of a file, also becomes a conversion of that record.
        """
        digest = str(line["text_digest"])
        with self._guard:
            held = self._known.find_text(digest) if line.get("text") else None
            if held is not None:
                self._duplicates.append(_duplicate_line(line, held))
                return False
            if converted and line.get("text"):
                self.write_conversion(str(line["text"]), str(line["record_id"]), str(line["url"]))
            self._known.add_document(line, self._documents.append(line))
        return True

    def sync(self) -> None:
        """Return once every record and line written so far would survive a power cut."""
        with self._guard:
            self._warc.sync()
            self._spool_lines()
            self._documents.sync()
            self._duplicates.sync()
            self._known.tell_catalogue()

    def finish(self, outcome: str, counts: Mapping[str, object], cause: str | None = None) -> None:
        """End the crawl: close its files, index them, and only then call it *outcome* in crawl.json."""
        if outcome not in OUTCOMES:
            raise ValueError(f"{outcome!r}: an outcome is one of {sorted(OUTCOMES)}")
        with self._guard:
            try:
                self._known.catalogue.wait_for_others(_PATIENCE)
                self.sync()
                self._warc.close()
                for file in (self._documents, self._duplicates, self._spool):
                    file.close()
                self._description |= {"counts": dict(counts), "cause": cause}
                finish_folder(self.folder, self._description, outcome, self._known.catalogue)
            finally:
                self.abandon()  # all is closed and sealed by now, or the next start takes it up from where it broke

    def abandon(self) -> None:
        """Let go of the folder as it is, for a process that cannot go on; the next ``start`` makes it sound."""
        with self._guard:
            for file in (self._warc, self._documents, self._duplicates, self._spool):
                file.abandon()
            self._known.catalogue.close()
            self._lock.release()

    def _spool_lines(self) -> None:
        """Put index lines into their file, many at once; what a kill takes of them, salvage reads out of the WARC."""
        if self._lines:
            self._spool.append("".join(self._lines).encode())
            self._lines.clear()

    def _enter(self) -> None:
        self._known.catalogue.put_crawl(self.portal, self.id, self._description, f"{self.portal}/{self.id}")

    def _make_info(self, name: str) -> bytes:
        """Return the warcinfo member with which file *name* begins."""
        shown = self._description
        content: dict[str, object] = {
            "software": " ".join(f"{name}/{version}" for name, version in software().items()),
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "operator": shown["operator"],
            "robots": shown["robots"],
            "isPartOf": f"{self.portal} {self.id}",
            "portal": self.portal,
            "title": shown["title"],
            "division-code": shown["division_code"],
            **{f"setting-{name}": value for name, value in shown["settings"].items()},
        }
        date = iso_time(datetime.now(UTC), exact=True)
        maker = RecordMaker()
        maker.make_fields("warcinfo", make_record_id(), date, [("WARC-Filename", name)], content)
        return maker.take()[0]


def _duplicate_line(line: Mapping[str, object], held: HeldDocument) -> dict[str, object]:
    kept = ("id", "url", "title", "story", "text_digest", "captured_at", "record_id", "payload_digest")
    places = ("warc_file", "warc_offset")
    same = {"id": held.id, "portal": held.portal, "crawl": held.crawl, "url": held.url}
    return {name: line.get(name) for name in (*kept, *places)} | {"held": same}
