"""A capture as WARC records: the answer, the request, and what there is to say about them."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from archive.capture import Capture
from archive.message import Answer, parse_answer
from archive.names import iso_time
from archive.records import (
    IDENTICAL_PAYLOAD,
    NOT_MODIFIED,
    OWN_PAYLOAD_DIGEST,
    PAYLOAD_DIGEST,
    Held,
    RecordMaker,
    digest_of,
    make_record_id,
    protocol_fields,
    revisit_fields,
    safe_uri,
)

_TRUNCATED = frozenset({"length", "time", "disconnect", "unspecified"})
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was recorded of one capture; its main record is the first of the members in *maker*.

    *fresh* is the record to which later captures of the same payload may refer, None where there is none.
    """

    kind: str
    record_id: str
    url: str
    date: str
    digest: str | None
    answer: Answer | None
    fresh: Held | None


def record_exchange(
    maker: RecordMaker,
    capture: Capture,
    find_payload: Callable[[str], Held | None],
    find_earlier: Callable[[str], Held | None],
) -> Exchange:
    """Make the records of *capture* in *maker* and return what they are.

    ``find_payload`` returns the record that holds the payload of a digest, ``find_earlier`` the one that holds the
    payload an address had when it was last captured.
    """
    record_id, date = make_record_id(), iso_time(capture.captured_at, exact=True)
    url = safe_uri(capture.url)
    connection = _connection_fields(capture.protocol, capture.tls, capture.ip_address)
    fields: Fields = [("WARC-Target-URI", url), *connection]
    if capture.response:
        exchange = _record_answer(maker, capture, record_id, date, fields, find_payload, find_earlier)
    else:
        maker.make_fields("metadata", record_id, date, fields, _failure(capture))
        exchange = Exchange("metadata", record_id, url, date, None, None, None)
    concurrent: Fields = [*fields, ("WARC-Concurrent-To", record_id)]
    if capture.request:
        maker.make_request(make_record_id(), date, concurrent, capture.request)
    if capture.response:
        _record_remarks(maker, capture, exchange.answer, date, concurrent)
    return exchange


def _record_answer(
    maker: RecordMaker,
    capture: Capture,
    record_id: str,
    date: str,
    fields: Fields,
    find_payload: Callable[[str], Held | None],
    find_earlier: Callable[[str], Held | None],
) -> Exchange:
    answer = parse_answer(capture.response, bodiless=capture.request.startswith(b"HEAD "))
    url, digest = fields[0][1], digest_of(answer.entity)
    own: Fields = [*fields]
    if not capture.exact:
        own.append(("X-Response-Bytes", "rebuilt from what the client kept, not as on the wire"))
    whole = capture.truncated is None and capture.error is None
    if capture.truncated is not None:
        own.append(("WARC-Truncated", capture.truncated if capture.truncated in _TRUNCATED else "unspecified"))
    elif whole and answer.status == 304 and (held := find_earlier(url)):
        maker.make_revisit(record_id, date, [*own, *revisit_fields(held, NOT_MODIFIED)], answer.block)
        return Exchange("revisit", record_id, url, date, held.digest, answer, None)
    elif whole and _may_repeat(answer) and (held := find_payload(digest)) and held.chunked == answer.chunked:
        maker.make_revisit(record_id, date, [*own, *revisit_fields(held, IDENTICAL_PAYLOAD)], answer.head)
        return Exchange("revisit", record_id, url, date, digest, answer, None)
    own.append((PAYLOAD_DIGEST if answer.plain else OWN_PAYLOAD_DIGEST, digest))
    maker.make_response(record_id, date, own, answer)
    fresh = Held(record_id, url, date, digest, answer.chunked, answer.plain)
    return Exchange("response", record_id, url, date, digest, answer, fresh if whole and _may_repeat(answer) else None)


def _may_repeat(answer: Answer) -> bool:
    """A payload may stand for another only if there is one, whole, and all of what was received."""
    return bool(answer.entity) and answer.status is not None and answer.status not in (206, 304)


@lru_cache(maxsize=256)
def _connection_fields(protocol: str | None, tls: str | None, ip_address: str | None) -> tuple[tuple[str, str], ...]:
    """Return the fields that say how the server was spoken to; a crawl speaks to few servers."""
    fields = protocol_fields(protocol, tls)
    try:
        address = ipaddress.ip_address(ip_address) if ip_address else None
    except ValueError:
        address = None  # a name, where a proxy resolved it: no address was seen
    if address is not None:
        fields.append(("WARC-IP-Address", str(address)))
    return tuple(fields)


def _failure(capture: Capture) -> dict[str, object]:
    return {"outcome": "no answer", "error": capture.error, "truncated": capture.truncated, **capture.notes}


def _record_remarks(maker: RecordMaker, capture: Capture, answer: Answer | None, date: str, fields: Fields) -> None:
    """Keep what belongs to no HTTP message: interim heads (a replayer would take them for the page) and notes."""
    if answer is not None and answer.interim:
        block = b"interim-response: " + answer.interim
        maker.make("metadata", make_record_id(), date, fields, block, "application/warc-fields")
    remarks: dict[str, object] = {"error": capture.error, **capture.notes}
    if any(remarks.values()):
        maker.make_fields("metadata", make_record_id(), date, fields, remarks)
