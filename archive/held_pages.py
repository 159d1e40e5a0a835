"""What crawls of a portal have of a page: when it was seen, which version, and the body itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from archive.catalogue import Catalogue
from archive.errors import DamagedRecord, at_offset
from archive.message import Answer
from archive.records import safe_uri
from archive.surt import urlkey
from archive.warc import WarcRecord, find_warc, read_record

# What a crawl captured that was cut off or failed may not have been read, and its links not followed.
_GOOD = "crawl IN (SELECT crawl FROM crawls WHERE portal = ? AND outcome = 'complete')"
_CAPTURES = (
    "SELECT url, status, digest, etag, modified FROM captures WHERE urlkey = ? AND portal = ? AND status != '0'{good}"
    " ORDER BY timestamp DESC"
)


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether a page is still as it was: *etag*, *modified*; *digest* is of the payload held."""

    etag: str | None
    modified: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page that was captured: the *status* of its newest answer, its *validators*, and its printed day.

    *held* says that its newest answer was the page itself, or that it had not changed. *validators* is None where no
    server named any. *published* is that of its newest document, an ISO date or time, None where none was printed.
    """

    status: str
    held: bool
    digest: str
    validators: Validators | None
    published: str | None


def find_held_page(catalogue: Catalogue, portal: str, url: str, *, good: bool = True) -> HeldPage | None:
    """Return what crawls of *portal* have of *url*; ``http``, ``https`` and ``www.`` make no difference.

    With *good* only crawls that met their expectations count.
    """
    wanted = safe_uri(url)
    query = _CAPTURES.format(good=f" AND {_GOOD}" if good else "")
    found = catalogue.query(query, (urlkey(wanted), portal, portal) if good else (urlkey(wanted), portal))
    rows = [row for row in found if _bare(row[0]) == _bare(wanted)]
    if not rows:
        return None
    status, digest = rows[0][1], rows[0][2]
    held = status in ("200", "304")
    return HeldPage(
        status=status,
        held=held,
        digest=digest,
        validators=_validators(rows, wanted, digest) if held else None,
        published=_published(catalogue, portal, wanted),
    )


def _validators(rows: list[tuple[str, ...]], url: str, digest: str) -> Validators | None:
    # An answer 304 need not repeat them (RFC 9110, 15.4.5): then those of an earlier answer stand.
    for address, status, same, etag, modified in rows:
        if address == url and same == digest and status in ("200", "304") and (etag or modified):
            return Validators(etag, modified, digest)
    return None


def _published(catalogue: Catalogue, portal: str, url: str) -> str | None:
    rows = catalogue.query(
        "SELECT published, url FROM shown_documents WHERE urlkey = ? AND portal = ? ORDER BY crawl DESC",
        (urlkey(url), portal),
    )
    return next((published for published, address in rows if published and _bare(address) == _bare(url)), None)


def recent_pages(catalogue: Catalogue, portal: str, since: str) -> Iterator[str]:
    """Yield the addresses of *portal*'s documents that were published on the day *since* (ISO) or later, once each."""
    query = f"SELECT DISTINCT url FROM shown_documents WHERE portal = ? AND published >= ? AND {_GOOD}"  # noqa: S608
    for (url,) in catalogue.query(query, (portal, since, portal)):
        yield url


def read_held(holdings: Path, catalogue: Catalogue, portal: str, url: str) -> tuple[str, Answer] | None:
    """Return address and answer of the newest capture of *url* that carries its page, or its redirect; None without.

    A revisit is followed to the record it refers to. Raises DamagedRecord or NotHeld where that cannot be read.
    """
    wanted = safe_uri(url)
    query = (
        "SELECT url, status, warc_file, warc_offset, digest FROM captures"
        " WHERE urlkey = ? AND portal = ? ORDER BY timestamp DESC"
    )
    for address, status, file, offset, digest in catalogue.query(query, (urlkey(wanted), portal)):
        if _bare(address) != _bare(wanted) or status not in ("200", "301", "302", "303", "304", "307", "308"):
            continue
        record = read_record(find_warc(holdings, file), offset)
        whole = _referred(holdings, catalogue, digest, record) if record.kind == "revisit" else record
        return address, whole.answer
    return None


def _referred(holdings: Path, catalogue: Catalogue, digest: str, revisit: WarcRecord) -> WarcRecord:
    held = catalogue.find_payload(digest)
    rows = (
        catalogue.query(
            "SELECT warc_file, warc_offset FROM captures WHERE urlkey = ? AND record_id = ?",
            (urlkey(held.url), held.record_id),
        )
        if held
        else []
    )
    if not rows:
        raise DamagedRecord(at_offset(revisit.file, revisit.offset), _("the record it refers to is not held"))
    return read_record(find_warc(holdings, rows[0][0]), rows[0][1])


def _bare(url: str) -> str:
    """The address without what portals mix; unlike its key it keeps the case, which tells pages apart."""
    return url.partition("://")[2].removeprefix("www.")
