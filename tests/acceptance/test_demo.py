"""The main job, end to end: five portals over real HTTP, every byte in a WARC, every article in a line."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from crawler.replay import ReplayProxy

ROOT = Path(__file__).parents[2]
PORTALS = (
    "guangxi_liujiang",
    "guangxi_liujiang_paper",
    "guangxi_liuzhou_education",
    "hubei_jingzhou_paper",
    "national_china_education_news",
)
FIELDS = [
    "id",
    "url",
    "portal",
    "division_code",
    "site_name",
    "column",
    "title",
    "kicker",
    "subtitle",
    "source",
    "authors",
    "published",
    "updated",
    "text",
    "paragraphs",
    "captions",
    "images",
    "attachments",
    "story",
    "language",
    "text_digest",
    "injections",
    "restoration",
    "captured_at",
    "record_id",
    "payload_digest",
    "warc_file",
    "warc_offset",
    "extractor",
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """The five portals crawled once through the proxy, with what the proxy served."""
    holdings = tmp_path_factory.mktemp("holdings")
    with ReplayProxy(ROOT / "samples") as proxy:
        words = ["crawl", *PORTALS, "--holdings", str(holdings), "--at-once", "2"]
        words += ["--set", "DOWNLOAD_DELAY=0", "--set", "AUTOTHROTTLE_ENABLED=0"]
        ended = subprocess.run(
            [sys.executable, "-c", "from crawler.cli import main; main()", *words],
            env={**os.environ, "http_proxy": proxy.url, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "160"},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        yield SimpleNamespace(holdings=holdings, served=proxy.served, ended=ended)


def folders(demo: SimpleNamespace) -> list[Path]:
    return sorted(folder for folder in demo.holdings.glob("*/*Z") if folder.is_dir())


def lines(demo: SimpleNamespace, name: str = "documents.jsonl") -> list[dict]:
    return [json.loads(line) for folder in folders(demo) for line in (folder / name).read_bytes().splitlines()]


def records(demo: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """Yield type, address, offset, digest and raw block of every record of the holdings."""
    for path in sorted(demo.holdings.glob("*/*/*.warc.gz")):
        with path.open("rb") as file:
            iterator = ArchiveIterator(file, no_record_parse=True)
            for record in iterator:
                block = record.raw_stream.read()  # asking for the offset reads on, so the block comes first
                yield SimpleNamespace(
                    file=path.name,
                    offset=iterator.get_record_offset(),
                    type=record.rec_type,
                    id=record.rec_headers.get_header("WARC-Record-ID"),
                    url=record.rec_headers.get_header("WARC-Target-URI"),
                    refers_to=record.rec_headers.get_header("WARC-Refers-To"),
                    digest=record.rec_headers.get_header("WARC-Payload-Digest")
                    # of a chunked body, over whose digest validators disagree
                    or record.rec_headers.get_header("X-Payload-Digest"),
                    block=block,
                )


def test_every_portal_meets_its_expectations(demo):
    assert demo.ended.returncode == 0, demo.ended.stdout[-3000:] + demo.ended.stderr[-3000:]
    assert {folder.parent.name for folder in folders(demo)} == set(PORTALS)
    assert all(json.loads((folder / "crawl.json").read_bytes())["outcome"] == "complete" for folder in folders(demo))


def test_the_summary_has_a_row_for_every_portal(demo):
    rows = {line.split()[0] for line in demo.ended.stdout.splitlines() if line.strip()}
    assert set(PORTALS) <= rows


def test_the_warc_holds_every_answer_the_proxy_served_byte_for_byte(demo):
    blocks = Counter(hashlib.sha256(r.block).hexdigest() for r in records(demo) if r.type in ("response", "revisit"))
    whole = [exchange for exchange in demo.served if taken(exchange, blocks)]
    shortened = {r.url for r in records(demo) if r.type == "revisit"}
    lost = [exchange.url for exchange in demo.served if exchange not in whole and exchange.url not in shortened]
    assert not lost
    assert sum(1 for r in records(demo) if r.type in ("response", "revisit")) == len(demo.served)


def taken(exchange, blocks: Counter[str]) -> bool:
    """Take one record whose block is what the proxy wrote for *exchange*; say whether there was one."""
    if not blocks[exchange.response_sha256]:
        return False
    blocks[exchange.response_sha256] -= 1
    return True


def test_robots_txt_of_every_host_is_kept(demo):
    asked = {exchange.url for exchange in demo.served if exchange.url.endswith("/robots.txt")}
    assert len(asked) >= 4
    assert asked <= {r.url for r in records(demo) if r.type in ("response", "revisit")}


def test_every_warc_passes_warcio_check(demo):
    paths = [str(path) for path in demo.holdings.glob("*/*/*.warc.gz")]
    assert len(paths) >= len(PORTALS)
    checker = Checker(SimpleNamespace(inputs=paths, verbose=False))
    checker.process_all()
    assert checker.exit_value == 0


def test_nothing_is_left_open(demo):
    assert not list(demo.holdings.rglob("*.open"))


def test_every_line_has_the_promised_fields_in_their_order(demo):
    documents = lines(demo)
    assert len(documents) >= 40
    for document in documents:
        assert [field for field in document if field in FIELDS] == FIELDS
        assert document["text"] == "\n".join(document["paragraphs"])
        assert document["portal"] in PORTALS


def test_every_line_names_the_record_it_was_read_from(demo):
    held = {(r.file, r.offset): r for r in records(demo)}
    for document in lines(demo):
        record = held[document["warc_file"], document["warc_offset"]]
        assert record.id.strip("<>") == document["record_id"].strip("<>")
        assert record.url == document["url"] or document["parent"]
        assert record.digest == document["payload_digest"]


def test_no_text_is_held_twice_and_every_duplicate_names_what_is_held(demo):
    for folder in folders(demo):
        digests = [json.loads(line)["text_digest"] for line in (folder / "documents.jsonl").read_bytes().splitlines()]
        assert len(digests) == len(set(digests))
    held = {document["id"] for document in lines(demo)}
    duplicates = lines(demo, "duplicates.jsonl")
    assert duplicates
    assert all(duplicate["held"]["id"] in held for duplicate in duplicates)


def test_every_attachment_that_was_captured_names_its_record(demo):
    ids = {r.id.strip("<>") for r in records(demo)}
    named = [a for document in lines(demo) for a in document["attachments"] if a["record_id"]]
    assert named
    assert all(attachment["record_id"].strip("<>") in ids for attachment in named)


def test_the_hijacked_copy_is_read_without_what_was_injected(demo):
    injected = [document for document in lines(demo) if document["injections"]]
    assert injected
    for document in injected:
        for injection in document["injections"]:
            assert injection["kind"]
            if injection["kind"] != "foreign-mirror":
                assert injection["excerpt"] not in document["text"]


def test_the_manifest_holds_for_every_file(demo):
    for folder in folders(demo):
        rows = (folder / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines()
        listed = {row.split(maxsplit=1)[1].strip(): row.split()[0] for row in rows}
        assert {"documents.jsonl", "duplicates.jsonl", "crawl.json", "report.html"} <= set(listed)
        for name, digest in listed.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


def test_the_catalogue_knows_every_crawl(demo):
    with sqlite3.connect(demo.holdings / "catalogue.sqlite") as catalogue:
        rows = catalogue.execute("SELECT portal, outcome FROM crawls").fetchall()
    assert sorted(rows) == [(portal, "complete") for portal in sorted(PORTALS)]


def test_what_was_restored_or_taken_out_of_a_file_is_a_conversion_of_its_record(demo):
    made = {(record.refers_to, record.block.decode()) for record in records(demo) if record.type == "conversion"}
    texts = {
        (line["record_id"], line["text"])
        for line in lines(demo)
        if line["extractor"]["name"] != "trafilatura" or (line["restoration"] or {}).get("changed")
    }
    assert texts
    assert made == texts
