"""What a WARC record keeps: the exact bytes, and digests that every validator confirms."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from archive.message import parse_answer
from archive.records import digest_of
from archive.verify import verify
from archive.warc import WarcRecord, find_warc, open_record, read_records
from tests.archive.captures import HOST, answer, chunk, make_capture, make_line, random_response, seeded, start_crawl
from tests.archive.validators import fastwarc_faults, warcio_check


def records_of(holdings: Path) -> list[WarcRecord]:
    paths = sorted(holdings.glob("*/*/*.warc.gz*"))
    return [record for path in paths for record in read_records(path)]


def write(holdings: Path, *captures: object) -> list[WarcRecord]:
    crawl = start_crawl(holdings)
    for capture in captures:
        crawl.write_capture(capture)  # type: ignore[arg-type]
    crawl.finish("complete", {})
    return records_of(holdings)


@pytest.mark.parametrize("seed", range(4))
def test_any_answer_is_kept_byte_for_byte_and_passes_all_validators(tmp_path, seed):
    rng = seeded(seed)
    sent = [random_response(rng) for _ in range(150)]
    crawl = start_crawl(tmp_path)
    refs = [crawl.write_capture(make_capture(response, f"/{at}", at)) for at, (response, _) in enumerate(sent)]
    crawl.finish("complete", {})
    for ref, (response, payload) in zip(refs, sent, strict=True):
        record = open_record(tmp_path, ref)
        interim = parse_answer(response).interim
        assert ref.payload_digest is not None
        if payload is not None:
            assert ref.payload_digest == digest_of(payload)
        if record.kind == "response":
            assert interim + record.block == response
        else:
            assert record.kind == "revisit"
            assert (interim + record.block) == response[: len(interim + record.block)]
    paths = sorted(crawl.folder.glob("*.warc.gz"))
    assert warcio_check(paths) == ""
    assert [fault for path in paths for fault in fastwarc_faults(path)] == []


def test_interim_heads_stand_beside_the_answer_they_came_before(tmp_path):
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    records = write(tmp_path, make_capture(early + answer(b"page")))
    response = next(record for record in records if record.kind == "response")
    beside = next(record for record in records if record.kind == "metadata")
    assert response.block == answer(b"page")
    assert beside.block == b"interim-response: " + early
    assert beside.get("WARC-Concurrent-To") == response.record_id


def test_request_is_kept_and_tied_to_its_response(tmp_path):
    records = write(tmp_path, make_capture(answer(b"page"), tls="TLSv1.3"))
    response, request = (next(each for each in records if each.kind == kind) for kind in ("response", "request"))
    assert request.block == f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    assert request.get("WARC-Concurrent-To") == response.record_id
    assert response.get("WARC-IP-Address") == "127.0.0.1"
    assert [value for name, value in response.fields if name == "WARC-Protocol"] == ["http/1.1", "tls/1.3"]


def test_every_file_begins_with_a_warcinfo_that_says_who_crawled_how(tmp_path):
    info = write(tmp_path, make_capture(answer(b"page")))[0]
    assert info.kind == "warcinfo"
    text = info.block.decode()
    for line in ("portal: guangxi_liujiang", "operator: 县档案馆", "robots: obeyed", "setting-DOWNLOAD_DELAY: 1.0"):
        assert line in text.splitlines()
    assert "warcio/" in text


def test_identical_payload_becomes_a_revisit_that_names_the_first_record(tmp_path):
    first, second = answer(b"page", "Date: 1"), answer(b"page", "Date: 2")
    records = write(tmp_path, make_capture(first, "/a"), make_capture(second, "/b", 5))
    response, revisit = (next(each for each in records if each.kind == kind) for kind in ("response", "revisit"))
    assert revisit.block + b"page" == second
    assert revisit.get("WARC-Refers-To") == response.record_id
    assert revisit.get("WARC-Refers-To-Target-URI") == f"http://{HOST}/a"
    assert revisit.get("WARC-Refers-To-Date") == response.date
    assert revisit.get("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert revisit.get("WARC-Payload-Digest") == response.get("WARC-Payload-Digest") == digest_of(b"page")


def test_payload_of_an_earlier_crawl_or_another_portal_is_not_kept_twice(tmp_path):
    write(tmp_path, make_capture(answer(b"page")))
    for portal in ("guangxi_liujiang", "hubei_jingzhou_paper"):
        crawl = start_crawl(tmp_path, portal)
        assert crawl.write_capture(make_capture(answer(b"page"))).warc_type == "revisit"
        crawl.finish("complete", {})


def test_same_page_in_other_chunks_is_the_same_payload(tmp_path):
    rng, head = seeded(1), b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = b"the same page " * 40
    records = write(
        tmp_path, make_capture(head + chunk(body, rng), "/a"), make_capture(head + chunk(body, rng), "/b", 1)
    )
    response, revisit = (next(each for each in records if each.kind == kind) for kind in ("response", "revisit"))
    assert response.payload_digest == revisit.payload_digest == digest_of(body)
    assert response.get("WARC-Payload-Digest") is None


def test_chunked_and_unchunked_payloads_do_not_stand_for_each_other(tmp_path):
    """A replayer joins a revisit's head to the other record's body, and the head says whether to take chunks off."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    captures = make_capture(head + chunk(b"page", seeded(1)), "/a"), make_capture(answer(b"page"), "/b", 1)
    assert [record.kind for record in write(tmp_path, *captures)].count("revisit") == 0


@pytest.mark.parametrize("fields", [{"truncated": "disconnect"}, {"error": "reset by the server"}])
def test_what_was_cut_neither_becomes_nor_founds_a_revisit(tmp_path, fields):
    cut = make_capture(answer(b"page"), "/a", **fields)
    records = write(
        tmp_path, cut, make_capture(answer(b"page"), "/b", 1), make_capture(answer(b"page"), "/c", 2, **fields)
    )
    assert [record.kind for record in records].count("revisit") == 0


def test_empty_payloads_never_become_revisits(tmp_path):
    empty = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    records = write(
        tmp_path, make_capture(empty, "/a"), make_capture(empty, "/b"), make_capture(b"", "/c", error="dead")
    )
    assert [record.kind for record in records].count("revisit") == 0


def test_not_modified_refers_to_the_payload_the_address_had(tmp_path):
    write(tmp_path, make_capture(answer(b"page")))
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n', seconds=9))
    crawl.finish("complete", {})
    record = open_record(tmp_path, ref)
    assert record.get("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert record.get("WARC-Refers-To-Target-URI") == f"http://{HOST}/"
    assert record.payload_digest == digest_of(b"page")


def test_not_modified_without_an_earlier_capture_stays_a_response(tmp_path):
    records = write(tmp_path, make_capture(b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    assert "revisit" not in [record.kind for record in records]


def test_failure_is_recorded_with_its_request_and_cause(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(b"", error="connection refused", notes={"tries": "3"}))
    crawl.finish("failed", {}, "dead host")
    record = open_record(tmp_path, ref)
    assert (ref.warc_type, ref.payload_digest) == ("metadata", None)
    assert record.block == b"outcome: no answer\r\nerror: connection refused\r\ntries: 3\r\n"
    assert "request" in [each.kind for each in records_of(tmp_path)]


@pytest.mark.parametrize(("reason", "kept"), [("length", "length"), ("time", "time"), ("bored", "unspecified")])
def test_truncation_is_said_in_the_words_of_the_standard(tmp_path, reason, kept):
    records = write(tmp_path, make_capture(answer(b"page")[:-2], truncated=reason))
    assert next(record for record in records if record.kind == "response").get("WARC-Truncated") == kept


def test_rebuilt_bytes_are_called_rebuilt(tmp_path):
    records = write(tmp_path, make_capture(answer(b"page"), exact=False))
    assert "rebuilt" in (next(record for record in records if record.kind == "response").get("X-Response-Bytes") or "")


def test_conversion_refers_to_the_record_it_was_made_from(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"%PDF-")))
    conversion = crawl.write_conversion("全文", ref, f"http://{HOST}/")
    crawl.finish("complete", {})
    record = open_record(tmp_path, conversion)
    assert record.block.decode() == "全文"
    assert record.get("WARC-Refers-To") == ref.record_id


def test_converted_text_becomes_a_record_once(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"%PDF-")))
    line = make_line(ref, "柳江区人民政府公告")
    assert crawl.write_document(line, converted=True)
    assert not crawl.write_document(line, converted=True)
    crawl.finish("complete", {})
    [conversion] = [record for record in records_of(tmp_path) if record.kind == "conversion"]
    assert conversion.block.decode() == "柳江区人民政府公告"
    assert conversion.get("WARC-Refers-To") == ref.record_id
    assert not list(verify(tmp_path))


def test_no_header_line_can_be_forged_from_an_address_or_an_error(tmp_path):
    hostile = "x\r\nWARC-Type: warcinfo\r\n\r\nevil"
    capture = make_capture(b"", url=f"http://{HOST}/{hostile}", error=hostile, notes={"a": hostile}, protocol=hostile)
    records = write(tmp_path, capture)
    assert [record.kind for record in records] == ["warcinfo", "metadata", "request"]
    assert b"\r\nWARC-Type" not in records[1].block


def test_files_are_turned_over_before_they_grow_past_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("archive.writer.LARGEST_FILE", 60_000)
    rng = seeded(3)
    crawl = start_crawl(tmp_path)
    refs = [crawl.write_capture(make_capture(answer(rng.randbytes(9000)), f"/{at}")) for at in range(40)]
    assert [path.suffix for path in crawl.folder.glob("*.warc.gz*")].count(".open") == 1
    crawl.finish("complete", {})
    paths = sorted(crawl.folder.glob("*.warc.gz"))
    assert len(paths) > 5
    assert all(path.stat().st_size <= 60_000 for path in paths)
    assert all(next(read_records(path)).kind == "warcinfo" for path in paths)
    assert warcio_check(paths) == ""
    for ref in refs:
        assert open_record(tmp_path, ref).record_id == ref.record_id


def test_a_record_can_be_read_while_its_file_is_open(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"page")))
    assert find_warc(tmp_path, ref.warc_file).suffix == ".open"
    assert open_record(tmp_path, ref).answer.body == b"page"
    crawl.finish("complete", {})
    assert find_warc(tmp_path, ref.warc_file).suffix == ".gz"


def test_fastwarc_finds_every_record_at_its_offset(tmp_path):
    records = write(tmp_path, *(make_capture(answer(b"%d" % at), f"/{at}") for at in range(20)))
    with next(tmp_path.glob("*/*/*.warc.gz")).open("rb") as file:
        found = [
            (each.record_id, each.stream_pos) for each in ArchiveIterator(file, record_types=WarcRecordType.any_type)
        ]
    assert found == [(record.record_id, record.offset) for record in records]
