"""Whatever is changed, cut or lost in the holdings is found, named with its offset, and hides nothing behind it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from archive.errors import NotHeld
from archive.faults import Fault
from archive.lines import read_lines
from archive.manifest import write_manifest
from archive.rebuild import rebuild
from archive.sign import make_key, read_private_key, read_public_key, sign_manifest
from archive.sound_copy import write_sound_copy
from archive.verify import verify
from archive.warc import WarcRecord, read_records
from tests.archive.captures import PORTAL, answer, make_capture, seeded, start_crawl
from tests.archive.damage import damage, fill_crawl, untouched


@pytest.fixture(scope="session")
def sound(tmp_path_factory) -> Path:
    """Sound holdings, to be copied."""
    holdings = tmp_path_factory.mktemp("sound") / "holdings"
    fill_crawl(holdings)
    return holdings


@pytest.fixture
def holdings(sound, tmp_path) -> Path:
    """Sound holdings, to be damaged."""
    shutil.copytree(sound, tmp_path / "holdings")
    return tmp_path / "holdings"


def folder_of(holdings: Path) -> Path:
    [folder] = (holdings / PORTAL).glob("2*")
    return folder


def warc_of(holdings: Path) -> Path:
    [path] = holdings.glob("*/*/*.warc.gz")
    return path


def found(holdings: Path, *names: str) -> list[Fault]:
    return list(verify(holdings, names))


def test_sound_holdings_have_no_fault(holdings):
    assert found(holdings) == []


@pytest.mark.parametrize("seed", range(25))
def test_any_damage_to_any_file_is_found(holdings, seed):
    rng = seeded(seed)
    path = rng.choice([path for path in sorted(folder_of(holdings).iterdir()) if path.stat().st_size])
    done = damage(path, rng)
    assert found(holdings), done


@pytest.mark.parametrize("seed", range(25))
def test_every_record_but_the_damaged_is_salvaged_into_sound_holdings(holdings, tmp_path, seed):
    path = warc_of(holdings)
    before, records = path.read_bytes(), list(read_records(path))
    done = damage(path, seeded(1000 + seed))
    assert any(fault.file.endswith(path.name) for fault in found(holdings)), done
    write_sound_copy(holdings, [], tmp_path / "copy")
    kept = {record.record_id for record in read_records(warc_of(tmp_path / "copy"))}
    assert untouched(records, before, path.read_bytes()) <= kept, done
    assert {fault.kind for fault in found(tmp_path / "copy")} <= {"reference"}


def test_each_of_several_faults_is_named_with_its_offset(holdings):
    path = warc_of(holdings)
    records = list(read_records(path))
    content = bytearray(path.read_bytes())
    hit = [records[at] for at in (3, 10, 20)]
    for record in hit:
        content[record.offset + record.length // 2] ^= 0x55
    path.write_bytes(content)
    offsets = [fault.offset for fault in found(holdings) if fault.file.endswith(".warc.gz") and fault.kind == "gzip"]
    assert offsets == [record.offset for record in hit]


def test_bits_that_carry_nothing_are_found_and_placed(holdings):
    """The last byte of a deflate stream is padded; no checksum within the file covers the padding."""
    path = warc_of(holdings)
    original = path.read_bytes()
    placed = 0
    for record in list(read_records(path))[:12]:
        content = bytearray(original)
        content[record.offset + record.length - 9] ^= 0x80
        path.write_bytes(content)
        faults = found(holdings)
        assert faults
        placed += any(fault.offset == record.offset for fault in faults)
    assert placed == 12


def test_gzip_header_bits_that_no_reader_minds_are_found(holdings):
    path = warc_of(holdings)
    record = list(read_records(path))[4]
    content = bytearray(path.read_bytes())
    content[record.offset + 5] ^= 1
    path.write_bytes(content)
    assert any(fault.offset == record.offset and "gzip header" in fault.message for fault in found(holdings))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda line: line | {"record_id": "<urn:uuid:0>"}, "is not the record at"),
        (lambda line: line | {"warc_offset": 1}, "is not the record at"),
        (lambda line: line | {"payload_digest": "sha256:0"}, "payload digest is another"),
        (lambda line: line | {"text": "anders"}, "the text is not what its digest says"),
        (lambda line: line | {"attachments": [{"url": "u", "title": "t", "record_id": "<x>"}]}, "no record <x>"),
    ],
)
def test_a_line_that_fits_no_record_is_found_even_if_the_manifest_was_made_for_it(holdings, change, message):
    path = folder_of(holdings) / "documents.jsonl"
    raw = path.read_bytes().splitlines(keepends=True)
    raw[2] = json.dumps(change(json.loads(raw[2])), ensure_ascii=False).encode() + b"\n"
    path.write_bytes(b"".join(raw))
    write_manifest(folder_of(holdings))
    faults = [fault for fault in found(holdings) if fault.kind == "line"]
    assert [fault.offset for fault in faults] == [len(raw[0]) + len(raw[1])]
    assert message in faults[0].message


def test_index_lines_that_are_false_missing_or_out_of_order_are_found(holdings):
    path = folder_of(holdings) / "index.cdxj"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[1], lines[0], lines[2].replace(b'"offset": "', b'"offset": "1'), *lines[4:]]))
    messages = [fault.message for fault in found(holdings) if fault.kind == "index"]
    assert any("out of order" in message for message in messages)
    assert any("fits no sound record" in message for message in messages)
    assert sum("no line for" in message for message in messages) == 2


@pytest.mark.parametrize("name", ["documents.jsonl", "index.cdxj", "manifest-sha256.txt", "crawl.json", "report.html"])
def test_a_lost_file_is_found(holdings, name):
    (folder_of(holdings) / name).unlink()
    assert any(fault.file.endswith(name) for fault in found(holdings))


def test_a_lost_warc_file_and_a_strange_file_are_found(holdings):
    warc_of(holdings).unlink()
    (folder_of(holdings) / "strange.txt").write_text("?")
    files = {fault.file.rpartition("/")[2] for fault in found(holdings) if fault.kind == "manifest"}
    assert any(name.endswith(".warc.gz") for name in files)
    assert "strange.txt" in files


def test_catalogue_is_held_against_the_folders_both_ways(holdings):
    folder = folder_of(holdings)
    shutil.copytree(folder, folder.with_name("20200101T000000Z"))
    messages = [fault.message for fault in found(holdings) if fault.kind == "catalogue"]
    assert any("20200101T000000Z is not listed" in message for message in messages)
    shutil.rmtree(folder)
    messages = [fault.message for fault in found(holdings) if fault.kind == "catalogue"]
    assert any(f"{folder.name} is listed, but there is no such folder" in message for message in messages)


def test_a_revisit_whose_record_is_gone_is_found(tmp_path):
    first = start_crawl(tmp_path)
    first.write_capture(make_capture(answer(b"page")))
    first.finish("complete", {})
    second = start_crawl(tmp_path, "hubei_jingzhou_paper")
    second.write_capture(make_capture(answer(b"page"), seconds=4))
    second.finish("complete", {})
    assert found(tmp_path) == []
    assert found(tmp_path, "hubei_jingzhou_paper") == []
    shutil.rmtree(first.folder)
    rebuild(tmp_path)
    [fault] = found(tmp_path)
    assert (fault.kind, "not in the holdings" in fault.message) == ("reference", True)


def test_selection_by_portal_crawl_or_both(tmp_path):
    crawls = [start_crawl(tmp_path, portal) for portal in (PORTAL, "hubei_jingzhou_paper")]
    for crawl in crawls:
        crawl.write_capture(make_capture(answer(crawl.portal.encode())))
        crawl.finish("complete", {})
    next(crawls[0].folder.glob("*.warc.gz")).write_bytes(b"")
    assert found(tmp_path, "hubei_jingzhou_paper") == []
    assert found(tmp_path, PORTAL)
    assert found(tmp_path, f"{PORTAL}/{crawls[0].id}")
    with pytest.raises(NotHeld, match=r"^[^\n]*no crawl 'nowhere'[^\n]*$"):
        found(tmp_path, "nowhere")


def test_holdings_without_a_crawl_are_not_called_sound(tmp_path):
    with pytest.raises(NotHeld, match="no crawls there"):
        found(tmp_path)
    with pytest.raises(NotHeld, match="no holdings there"):
        found(tmp_path / "nowhere")


def test_running_crawl_is_left_alone_and_abandoned_one_is_named(tmp_path):
    fill_crawl(tmp_path)
    crawl = start_crawl(tmp_path, "hubei_jingzhou_paper")
    crawl.write_capture(make_capture(answer(b"page")))
    assert found(tmp_path) == []
    crawl.abandon()
    assert [fault.message for fault in found(tmp_path)] == ["the crawl never ended; its next start mends it"]


def test_documents_of_lost_records_stay_in_the_sound_copy_without_a_place(holdings, tmp_path):
    path = warc_of(holdings)
    lost = next(record for record in read_records(path) if record.kind == "response")
    content = bytearray(path.read_bytes())
    content[lost.offset + 40] ^= 0xFF
    path.write_bytes(content)
    write_sound_copy(holdings, [], tmp_path / "copy")
    lines = [line for _, line in read_lines(folder_of(tmp_path / "copy") / "documents.jsonl")]
    assert [line["warc_file"] for line in lines if line["record_id"] == lost.record_id] == [None]
    assert len(lines) == len(list(read_lines(folder_of(holdings) / "documents.jsonl")))


def test_signature_by_the_archivists_key_is_checked(holdings, tmp_path):
    public = make_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").stat().st_mode & 0o77 == 0
    assert read_public_key(tmp_path / "key.pem.pub") == public
    assert "not signed" in "".join(map(str, verify(holdings, public_key=public)))
    sign_manifest(folder_of(holdings), read_private_key(tmp_path / "key.pem"))
    assert list(verify(holdings, public_key=public)) == []
    other = make_key(tmp_path / "other.pem")
    assert "signed by another key" in "".join(map(str, verify(holdings, public_key=other)))
    (folder_of(holdings) / "documents.jsonl").write_text("")
    write_manifest(folder_of(holdings))
    assert "not what was signed" in "".join(map(str, verify(holdings, public_key=public)))


def test_a_key_is_never_written_over(tmp_path):
    make_key(tmp_path / "key.pem")
    before = (tmp_path / "key.pem").read_bytes()
    with pytest.raises(Exception, match=r"key\.pem"):
        make_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").read_bytes() == before


@pytest.mark.parametrize("seed", range(15))
def test_any_flip_in_a_signature_is_found(holdings, tmp_path, seed):
    public = make_key(tmp_path / "key.pem")
    path = sign_manifest(folder_of(holdings), read_private_key(tmp_path / "key.pem"))
    done = damage(path, seeded(seed))
    assert any(fault.kind == "signature" for fault in verify(holdings, public_key=public)), done


def test_records_read_back_after_rebuild_are_those_written(holdings):
    (holdings / "catalogue.sqlite").unlink()
    assert [fault.message for fault in found(holdings)] == [
        "missing; `xianzhi rebuild` makes it from the crawl folders"
    ]
    assert rebuild(holdings) == []
    assert found(holdings) == []
    assert all(isinstance(record, WarcRecord) for record in read_records(warc_of(holdings)))
