"""What the holdings have already: by the catalogue, and by what this crawl wrote since the catalogue was told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

from archive.catalogue import (
    PUT_DOCUMENT,
    PUT_PAYLOAD,
    PUT_SPLICE,
    Catalogue,
    HeldDocument,
    document_row,
    payload_row,
)
from archive.earlier import Splice, find_earlier_line, find_splices, splice_rows
from archive.errors import CatalogueDamaged, DamagedRecord, HoldingsUnwritable
from archive.held_pages import HeldPage, find_held_page, recent_pages
from archive.records import Held
from archive.surt import urlkey
from archive.withdrawn import read_tombstones

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Known:
    """Answers whether a payload or a text is held; a catalogue that breaks costs repetitions, never a record."""

    def __init__(self, holdings: Path, portal: str, crawl: str) -> None:
        self._holdings, self._portal, self._crawl = holdings, portal, crawl
        self._withdrawn = frozenset(read_tombstones(holdings))
        self._payloads: dict[str, Held] = {}
        self._texts: dict[str, HeldDocument] = {}
        self._rows: dict[str, list[tuple[object, ...]]] = {PUT_PAYLOAD: [], PUT_DOCUMENT: [], PUT_SPLICE: []}
        self._lost = False
        self.catalogue = Catalogue(holdings)

    def find_payload(self, digest: str) -> Held | None:
        """Return the record that holds the payload of *digest*."""
        held = self._payloads.get(digest) or self._ask(lambda: self.catalogue.find_payload(digest))
        # A withdrawn record must not carry the payload of an address that is not withdrawn.
        return None if held is not None and self._withdrawn and urlkey(held.url) in self._withdrawn else held

    def find_earlier(self, url: str) -> Held | None:
        """Return the record with the payload that *url* had when a finished crawl last captured it."""
        if self._withdrawn and urlkey(url) in self._withdrawn:
            return None
        return self._ask(lambda: self.catalogue.find_earlier(url))

    def find_page(self, url: str) -> HeldPage | None:
        """Return what good crawls of the portal have of *url*; nothing of what is withdrawn."""
        if self._withdrawn and urlkey(url) in self._withdrawn:
            return None
        return self._ask(lambda: find_held_page(self.catalogue, self._portal, url))

    def recent_pages(self, since: str) -> list[str]:
        """Return the addresses of the portal's documents published on the day *since* or later."""
        return self._ask(lambda: list(recent_pages(self.catalogue, self._portal, since))) or []

    def find_earlier_line(self, url: str, story: int | None) -> dict[str, Any] | None:
        """Return what an earlier crawl of the portal wrote of *url*, on a page of several stories of that *story*."""
        place = (self._portal, self._crawl)
        return self._ask(lambda: find_earlier_line(self._holdings, self.catalogue, place, url, story))

    def find_splices(self) -> list[Splice]:
        """Return the phrases that were found to be spliced into pages of the holdings, the newest first."""
        return self._ask(lambda: find_splices(self.catalogue)) or []

    def find_text(self, digest: str) -> HeldDocument | None:
        """Return the document whose text has *digest*."""
        return self._texts.get(digest) or self._ask(lambda: self.catalogue.find_document(digest))

    def add_payload(self, held: Held) -> None:
        """Take note of a record that was written."""
        self._payloads[held.digest] = held
        self._rows[PUT_PAYLOAD].append(payload_row(held, self._portal, self._crawl))

    def add_document(self, line: Mapping[str, object], offset: int) -> None:
        """Take note of a document whose line was written at *offset*."""
        text = HeldDocument(str(line["id"]), self._portal, self._crawl, str(line["url"]))
        self._texts[str(line["text_digest"])] = text
        self._rows[PUT_DOCUMENT].append(document_row(line, offset, self._portal, self._crawl))
        self._rows[PUT_SPLICE].extend(splice_rows(line, self._portal, self._crawl))

    def tell_catalogue(self) -> None:
        """Enter in the catalogue what it was not told yet; what it cannot take now it is told again later."""
        if any(self._rows.values()) and self.catalogue.write(self._rows.items()):
            for rows in self._rows.values():
                rows.clear()
            self._payloads.clear()
            self._texts.clear()

    def _ask(self, question: Callable[[], _T | None]) -> _T | None:
        if self._lost:
            return None
        try:
            return question()
        except CatalogueDamaged as error:
            self._lost = True
            _log.warning("%s", _("{error}; until then nothing is known of earlier crawls").format(error=error))
        except DamagedRecord as error:
            _log.warning("%s", error)
        except HoldingsUnwritable as error:
            _log.warning("%s", _("{error}; something may be kept twice").format(error=error))
        return None
