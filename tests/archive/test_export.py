"""What leaves the holdings: WACZ and BagIt that others validate, without what is withdrawn, in little memory."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import bagit
import pytest

from archive.documents import shown_documents
from archive.errors import HoldingsUnwritable, NotHeld
from archive.export import export_bag, export_wacz
from archive.index import parse_line
from archive.takedown import restore, withdraw
from archive.verify import verify
from archive.warc import WarcRecord, parse_record, read_member, read_records
from tests.archive.captures import HOST, PORTAL, answer, make_capture, make_line, seeded, start_crawl
from tests.archive.replaying import ABSENT, ENVIRONMENT, is_installed, replay, wayback
from tests.archive.validators import warcio_check

OTHER = "hubei_jingzhou_paper"
SECRET = f"http://{HOST}/secret.html"


def fill(holdings: Path, portal: str = PORTAL, count: int = 12) -> Path:
    """Write a crawl whose page /secret.html will be withdrawn, and return its folder."""
    crawl = start_crawl(holdings, portal)
    for at in range(count):
        path = "/secret.html" if at == 5 else f"/{portal}/{at}.html"
        ref = crawl.write_capture(make_capture(answer(f"page {at}".encode() * 50), path, at))
        crawl.write_document(make_line(ref, f"正文 {portal} {at}", path=path, portal=portal))
    crawl.finish("complete", {})
    return crawl.folder


@pytest.fixture
def holdings(tmp_path) -> Path:
    """Two crawls, the second of which holds revisits of the first's payloads only."""
    fill(tmp_path / "holdings")
    fill(tmp_path / "holdings", OTHER)
    return tmp_path / "holdings"


def digests(holdings: Path) -> dict[str, str]:
    """Return the digests of every file that a takedown must not change."""
    return {
        str(path.relative_to(holdings)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(holdings.glob("*/*/*"))
        if path.name != "index.cdxj"
    }


def records_in(wacz: Path) -> list[tuple[str, WarcRecord]]:
    """Return each address in the index of *wacz* with the record at the place that the index names."""
    found = []
    with zipfile.ZipFile(wacz) as package:
        index = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines(keepends=True)
        assert index == sorted(index)
        for line in index:
            entry = parse_line(line)
            content = package.read(f"archive/{entry['filename']}")
            file = io.BytesIO(content)
            file.name = entry["filename"]
            plain, end = read_member(file, int(entry["offset"]))
            assert end - int(entry["offset"]) == int(entry["length"])
            found.append((entry["url"], parse_record(plain, entry["filename"], int(entry["offset"]), end)))
    return found


def test_wacz_has_records_index_pages_and_digests_that_fit(holdings, tmp_path):
    target = tmp_path / "portal.wacz"
    export = export_wacz(holdings, [PORTAL], target)
    assert export.crawls == tuple(f"{PORTAL}/{path.name}" for path in (holdings / PORTAL).glob("2*"))
    assert all(record.url == url for url, record in records_in(target))
    with zipfile.ZipFile(target) as package:
        assert package.testzip() is None
        description = json.loads(package.read("datapackage.json"))
        for resource in description["resources"]:
            content = package.read(resource["path"])
            assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
            assert resource["bytes"] == len(content)
        listed = {resource["path"] for resource in description["resources"]}
        assert set(package.namelist()) - listed == {"datapackage.json", "datapackage-digest.json"}
        digest = json.loads(package.read("datapackage-digest.json"))
        assert digest["hash"] == "sha256:" + hashlib.sha256(package.read("datapackage.json")).hexdigest()
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").splitlines()]
        assert {info.compress_type for info in package.infolist() if info.filename.endswith(".gz")} == {0}
    assert pages[0]["format"] == "json-pages-1.0"
    assert len(pages) == 13
    assert {"url": SECRET, "title": "关于 /secret.html 的通知"}.items() <= pages[6].items()


@pytest.mark.skipif(not is_installed(), reason=ABSENT)
def test_wacz_passes_the_validator_of_others(holdings, tmp_path):
    export_wacz(holdings, [], tmp_path / "all.wacz")
    command = [str(ENVIRONMENT / "bin" / "wacz"), "validate", "-f", str(tmp_path / "all.wacz")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Valid" in done.stdout or "valid" in done.stdout


def test_records_that_revisits_refer_to_come_along(holdings, tmp_path):
    export = export_wacz(holdings, [OTHER], tmp_path / "other.wacz")
    assert export.missing == ()
    records = [record for _, record in records_in(tmp_path / "other.wacz")]
    revisits = [record for record in records if record.kind == "revisit"]
    assert len(revisits) >= 11
    held = {record.record_id: record for record in records}
    for revisit in revisits:
        original = held[revisit.get("WARC-Refers-To") or ""]
        assert original.payload_digest == revisit.payload_digest
        assert original.answer.entity


@pytest.mark.skipif(not is_installed(), reason=ABSENT)
def test_a_deduplicated_crawl_replays_from_its_own_export(holdings, tmp_path):
    export_wacz(holdings, [OTHER], tmp_path / "other.wacz")
    with zipfile.ZipFile(tmp_path / "other.wacz") as package:
        package.extractall(tmp_path / "out")
    index = tmp_path / "index.cdxj"
    index.write_bytes(gzip.decompress((tmp_path / "out/indexes/index.cdx.gz").read_bytes()))
    with wayback(tmp_path, index, tmp_path / "out/archive") as port:
        for at in (0, 3, 11):
            assert replay(port, f"http://{HOST}/{OTHER}/{at}.html", "20250312063500") == (
                200,
                f"page {at}".encode() * 50,
            )


def test_bag_is_valid_and_holds_the_crawls_as_they_are(holdings, tmp_path):
    export_bag(holdings, [], tmp_path / "bag", organization="县档案馆")
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.info["Source-Organization"] == "县档案馆"
    for path in holdings.glob("*/2*/*"):
        copy = tmp_path / "bag" / "data" / path.relative_to(holdings)
        assert copy.read_bytes() == path.read_bytes()
    next((tmp_path / "bag/data").glob("*/*/documents.jsonl")).write_text("")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "bag")).validate()


@pytest.mark.parametrize("export", [export_wacz, export_bag])
def test_an_export_never_writes_over_anything(holdings, tmp_path, export):
    (tmp_path / "there").write_text("mine")
    with pytest.raises(HoldingsUnwritable, match=r"^[^\n]*there: is there already[^\n]*$"):
        export(holdings, [], tmp_path / "there")
    with pytest.raises(HoldingsUnwritable, match=r"^[^\n]*there is no folder[^\n]*$"):
        export(holdings, [], tmp_path / "no" / "where")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["holdings", "there"]


def test_exporting_nothing_is_no_success(tmp_path):
    crawl = start_crawl(tmp_path)
    with pytest.raises(NotHeld, match="nothing to export"):
        export_wacz(tmp_path, [], tmp_path / "x.wacz")
    crawl.finish("complete", {})


def test_withdrawn_address_is_in_no_index_view_search_or_export(holdings, tmp_path):
    before = digests(holdings)
    indexes = {path: path.read_bytes() for path in holdings.glob("*/*/index.cdxj")}
    done = withdraw(holdings, SECRET, "court order 12/2025", "archivist")
    assert (done.captures, len(done.crawls)) == (2, 2)
    assert digests(holdings) == before
    assert not [path for path in indexes if b"secret" in path.read_bytes()]
    assert SECRET not in [line["url"] for line in shown_documents(holdings)]
    assert list(verify(holdings)) == []
    export_wacz(holdings, [], tmp_path / "all.wacz")
    assert SECRET not in dict(records_in(tmp_path / "all.wacz"))
    with zipfile.ZipFile(tmp_path / "all.wacz") as package:
        package.extractall(tmp_path / "wacz")
    export_bag(holdings, [], tmp_path / "bag")
    bagit.Bag(str(tmp_path / "bag")).validate()
    for copy in (tmp_path / "wacz", tmp_path / "bag"):
        assert warcio_check(list(copy.rglob("*.warc.gz"))) == ""
        for path in copy.rglob("*.warc.gz"):
            assert not [record for record in read_records(path) if record.url == SECRET]
        for path in (*copy.rglob("*.jsonl"), *copy.rglob("*.cdxj")):
            assert b"secret" not in path.read_bytes(), path
    tombstone = json.loads((holdings / "takedowns.jsonl").read_text())
    assert (tombstone["url"], tombstone["reason"], tombstone["by"]) == (SECRET, "court order 12/2025", "archivist")
    restore(holdings, f"https://www.{SECRET.removeprefix('http://www.')}", "appeal won")
    assert {path: path.read_bytes() for path in indexes} == indexes
    assert digests(holdings) == before
    assert SECRET in [line["url"] for line in shown_documents(holdings)]
    assert list(verify(holdings)) == []
    assert len((holdings / "takedowns.jsonl").read_text().splitlines()) == 2


def test_bag_of_a_crawl_with_a_takedown_is_sound_in_itself(holdings, tmp_path):
    withdraw(holdings, SECRET, "reason")
    export_bag(holdings, [PORTAL], tmp_path / "bag")
    (tmp_path / "bag/data/takedowns.jsonl").write_bytes((holdings / "takedowns.jsonl").read_bytes())
    faults = [fault for fault in verify(tmp_path / "bag/data") if fault.kind != "catalogue"]
    assert faults == []


def test_a_later_capture_of_a_withdrawn_address_is_withdrawn_too(holdings):
    withdraw(holdings, SECRET, "reason")
    crawl = start_crawl(holdings)
    ref = crawl.write_capture(make_capture(answer(b"again"), "/secret.html", 99))
    crawl.write_document(make_line(ref, "新正文", path="/secret.html"))
    crawl.finish("complete", {})
    assert b"secret" not in (crawl.folder / "index.cdxj").read_bytes()
    assert SECRET not in [line["url"] for line in shown_documents(holdings)]
    assert list(verify(holdings)) == []


def test_withdrawn_payloads_and_texts_found_no_new_revisit_or_duplicate(holdings):
    withdraw(holdings, SECRET, "reason")
    crawl = start_crawl(holdings)
    ref = crawl.write_capture(make_capture(answer(b"page 5" * 50), "/elsewhere.html", 99))
    assert ref.warc_type == "response"
    assert crawl.write_document(make_line(ref, f"正文 {PORTAL} 5", path="/elsewhere.html"))
    crawl.finish("complete", {})


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda holdings: withdraw(holdings, "http://nowhere.example/", "r"), "no capture of this address"),
        (lambda holdings: restore(holdings, SECRET, "r"), "not withdrawn"),
        (lambda holdings: [withdraw(holdings, SECRET, "r") for _ in range(2)], "withdrawn already"),
    ],
)
def test_a_takedown_of_nothing_is_no_success(holdings, act, message):
    with pytest.raises(NotHeld, match=message):
        act(holdings)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process' memory")
def test_wacz_of_a_large_crawl_takes_little_memory(tmp_path):
    """The whole process, with Python and all libraries, stays below 64 MiB while it exports 120 MB."""
    crawl = start_crawl(tmp_path)
    rng = seeded(1)
    for at in range(120):
        crawl.write_capture(make_capture(answer(rng.randbytes(1_000_000)), f"/{at}"))
    crawl.finish("complete", {})
    script = f"""
        from pathlib import Path
        from archive.export import export_wacz
        export_wacz(Path({str(tmp_path)!r}), [], Path({str(tmp_path / "large.wacz")!r}))
        print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert (tmp_path / "large.wacz").stat().st_size > 120_000_000
    assert int(done.stdout) < 64 << 10
