"""A crawl's folder: what stands in it at each moment, and what a killed or refused crawl leaves."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from archive.catalogue import Catalogue
from archive.crawl import Crawl
from archive.errors import BadName, CatalogueDamaged, CrawlRunning, HoldingsFull, HoldingsUnwritable
from archive.lines import read_lines
from archive.manifest import read_manifest
from archive.rebuild import rebuild
from archive.verify import verify
from archive.warc import open_record, read_records
from tests.archive.captures import HOST, PORTAL, STARTED, answer, make_capture, make_line, seeded, start_crawl


def description(folder: Path) -> dict[str, object]:
    return json.loads((folder / "crawl.json").read_text())


def faults(holdings: Path) -> list[str]:
    return [str(fault) for fault in verify(holdings)]


def test_crawl_is_named_by_its_start_and_called_running_until_it_ends(tmp_path):
    crawl = start_crawl(tmp_path, started=STARTED)
    assert crawl.id == "20250312T063500Z"
    assert crawl.folder == tmp_path / PORTAL / crawl.id
    assert description(crawl.folder)["outcome"] == "running"
    crawl.finish("complete", {"pages": 3})
    ended = description(crawl.folder)
    assert (ended["outcome"], ended["counts"]) == ("complete", {"pages": 3})
    assert ended["operator"] == "县档案馆"


def test_finished_crawl_has_the_promised_files_and_no_others(tmp_path):
    crawl = start_crawl(tmp_path, started=STARTED)
    ref = crawl.write_capture(make_capture(answer(b"page")))
    crawl.write_document(make_line(ref, "正文"))
    crawl.finish("complete", {})
    assert sorted(path.name for path in crawl.folder.iterdir()) == [
        "crawl.json",
        "documents.jsonl",
        "duplicates.jsonl",
        "guangxi_liujiang-20250312T063500Z-00000.warc.gz",
        "index.cdxj",
        "manifest-sha256.txt",
        "report.html",
    ]
    listed = read_manifest(crawl.folder)
    assert sorted(listed) == [
        "crawl.json",
        "documents.jsonl",
        "duplicates.jsonl",
        "guangxi_liujiang-20250312T063500Z-00000.warc.gz",
        "report.html",
    ]
    for name, digest in listed.items():
        assert hashlib.sha256((crawl.folder / name).read_bytes()).hexdigest() == digest
    subprocess.run(["sha256sum", "--check", "--quiet", "manifest-sha256.txt"], cwd=crawl.folder, check=True)
    assert faults(tmp_path) == []


def test_two_crawls_begun_in_one_second_do_not_collide(tmp_path):
    first = start_crawl(tmp_path, started=STARTED)
    first.finish("complete", {})
    second = start_crawl(tmp_path, started=STARTED + timedelta(milliseconds=300))
    second.finish("complete", {})
    assert (first.id, second.id) == ("20250312T063500Z", "20250312T063501Z")


def test_second_crawl_of_a_portal_is_refused_in_one_line_and_others_are_not(tmp_path):
    first = start_crawl(tmp_path)
    with pytest.raises(CrawlRunning, match=r"^guangxi_liujiang: a crawl of this portal is running[^\n]*$"):
        start_crawl(tmp_path)
    start_crawl(tmp_path, "hubei_jingzhou_paper").finish("complete", {})
    first.finish("complete", {})
    start_crawl(tmp_path).finish("complete", {})


@pytest.mark.parametrize("name", ["../x", "a/b", "", "柳江", "-x", "a" * 99, "a\n", "a b"])
def test_a_name_that_is_no_portals_is_refused(tmp_path, name):
    with pytest.raises(BadName, match=r"^[^\n]+$"):
        start_crawl(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_holdings_in_the_place_of_a_file_are_refused_in_one_line(tmp_path):
    (tmp_path / "holdings").write_text("a file")
    with pytest.raises(HoldingsUnwritable, match=r"^[^\n]*holdings[^\n]*cannot be written[^\n]*$"):
        start_crawl(tmp_path / "holdings")


def test_a_text_that_is_held_goes_to_duplicates_and_names_the_held_document(tmp_path):
    first = start_crawl(tmp_path)
    line = make_line(first.write_capture(make_capture(answer(b"page"))), "正文", path="/a")
    assert first.write_document(line)
    assert not first.write_document({**line, "id": "again"})
    first.finish("complete", {})
    second = start_crawl(tmp_path, "hubei_jingzhou_paper")
    other = make_line(second.write_capture(make_capture(answer(b"page 2"), "/b")), "正文", path="/b")
    assert not second.write_document(other)
    second.finish("complete", {})
    [(_, duplicate)] = read_lines(second.folder / "duplicates.jsonl")
    assert duplicate["id"] == other["id"]
    assert duplicate["held"] == {"id": line["id"], "portal": PORTAL, "crawl": first.id, "url": line["url"]}
    assert [line["id"] for _, line in read_lines(first.folder / "documents.jsonl")] == [line["id"]]
    assert faults(tmp_path) == []


def test_documents_without_text_repeat_nothing(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"page")))
    assert crawl.write_document(make_line(ref, "", path="/a"))
    assert crawl.write_document(make_line(ref, "", path="/b"))
    crawl.finish("complete", {})


def test_half_surrogates_of_a_page_do_not_break_the_line(tmp_path):
    crawl = start_crawl(tmp_path)
    line = make_line(crawl.write_capture(make_capture(answer(b"page"))), "正文")
    assert crawl.write_document({**line, "title": "a\ud800b"})
    crawl.finish("complete", {})
    assert next(read_lines(crawl.folder / "documents.jsonl"))[1]["title"] == "a\ufffdb"


def test_attachments_are_tied_to_the_records_that_hold_them(tmp_path):
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"page")))
    attachments = [
        {"url": f"http://{HOST}/{name}.pdf", "title": name, "record_id": None} for name in ("held", "missing", "gone")
    ]
    crawl.write_document({**make_line(ref, "正文"), "attachments": attachments})
    crawl.write_document(make_line(ref, "下一篇", path="/next"))
    held = crawl.write_capture(make_capture(answer(b"%PDF"), "/held.pdf"))
    crawl.write_capture(make_capture(answer(b"", status="404 Not Found"), "/gone.pdf"))
    crawl.finish("complete", {})
    (_, line), _ = read_lines(crawl.folder / "documents.jsonl")
    assert [each["record_id"] for each in line["attachments"]] == [held.record_id, None, None]
    assert faults(tmp_path) == []


def test_index_is_sorted_and_names_each_answer(tmp_path):
    crawl = start_crawl(tmp_path)
    for at, path in enumerate(("/b", "/a", "/c?z=1&a=2", "/a")):
        crawl.write_capture(make_capture(answer(b"page %d" % at), path, at))
    crawl.finish("complete", {})
    lines = (crawl.folder / "index.cdxj").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert [line.split(b" ")[0] for line in lines] == [
        b"example,liujiang)/a",
        b"example,liujiang)/a",
        b"example,liujiang)/b",
        b"example,liujiang)/c?a=2&z=1",
    ]
    entry = json.loads(lines[0].split(b" ", 2)[2])
    with (crawl.folder / entry["filename"]).open("rb") as file:
        file.seek(int(entry["offset"]))
        assert len(file.read(int(entry["length"]))) == int(entry["length"])


@pytest.fixture
def killed(tmp_path) -> Path:
    """Holdings in which a process was killed in the middle of a crawl."""
    script = f"""
        import os, signal
        from pathlib import Path
        from tests.archive.captures import answer, make_capture, make_line, start_crawl
        crawl = start_crawl(Path({str(tmp_path)!r}))
        for at in range(30):
            ref = crawl.write_capture(make_capture(answer(b"page %d" % at), f"/{{at}}", at))
            crawl.write_document(make_line(ref, f"正文 {{at}}", path=f"/{{at}}"))
            if at == 19:
                crawl.sync()
        with open(crawl.folder / "documents.jsonl", "ab") as file:
            file.write(b'{{"id": "cut')
        with open(next(crawl.folder.glob("*.warc.gz.open")), "ab") as file:
            file.write(bytes(100))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return tmp_path


def test_killed_crawl_is_made_sound_by_the_next_start_and_called_interrupted(killed):
    [folder] = (killed / PORTAL).glob("2*")
    assert description(folder)["outcome"] == "running"
    start_crawl(killed).finish("complete", {})
    assert description(folder)["outcome"] == "interrupted"
    assert not list(folder.glob("*.warc.gz.open"))
    kinds = [record.kind for path in folder.glob("*.warc.gz") for record in read_records(path)]
    assert (kinds.count("response"), kinds.count("request")) == (30, 30)
    assert len(list(read_lines(folder / "documents.jsonl"))) == 30
    rebuild(killed)
    assert faults(killed) == []


def test_killed_crawl_goes_on_in_its_own_folder_when_asked_to(killed):
    [folder] = (killed / PORTAL).glob("2*")
    crawl = start_crawl(killed, resume=True)
    assert crawl.folder == folder
    again = crawl.write_capture(make_capture(answer(b"page 25"), "/25", 99))
    assert again.warc_file.endswith("-00001.warc.gz")
    assert again.warc_type == "revisit", "what was written before the kill is held, synced or not"
    assert not crawl.write_document(make_line(again, "正文 25", path="/25"))
    fresh = crawl.write_capture(make_capture(answer(b"page 30"), "/30", 100))
    assert crawl.write_document(make_line(fresh, "正文 30", path="/30"))
    crawl.finish("complete", {})
    assert description(folder)["outcome"] == "complete"
    assert len(description(folder)["resumed"]) == 1  # type: ignore[arg-type]
    assert len(list(read_lines(folder / "documents.jsonl"))) == 31
    assert faults(killed) == []


def test_complete_and_failed_crawls_are_not_gone_on_with(tmp_path):
    for outcome in ("complete", "failed"):
        first = start_crawl(tmp_path)
        first.finish(outcome, {})
        second = start_crawl(tmp_path, resume=True)
        assert second.id != first.id
        second.finish("complete", {})


def test_interrupted_crawl_is_gone_on_with(tmp_path):
    first = start_crawl(tmp_path)
    first.write_capture(make_capture(answer(b"page")))
    first.finish("interrupted", {}, "SIGTERM")
    second = start_crawl(tmp_path, resume=True)
    assert second.id == first.id
    assert not (second.folder / "manifest-sha256.txt").exists()
    assert second.write_capture(make_capture(answer(b"page"), "/b", 5)).warc_type == "revisit"
    second.finish("complete", {})
    assert faults(tmp_path) == []


def test_a_document_whose_record_did_not_reach_the_disk_goes_with_it(killed):
    """After a power cut the lines may be there and the records not; the page is fetched again."""
    [folder] = (killed / PORTAL).glob("2*")
    path = next(folder.glob("*.warc.gz.open"))
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    crawl = start_crawl(killed, resume=True)
    lines = [line for _, line in read_lines(folder / "documents.jsonl")]
    assert 0 < len(lines) < 30
    at = len(lines)
    ref = crawl.write_capture(make_capture(answer(b"page %d" % at), f"/{at}", 99))
    assert ref.warc_type == "response"
    assert crawl.write_document(make_line(ref, f"正文 {at}", path=f"/{at}"))
    crawl.finish("complete", {})
    assert faults(killed) == []


@pytest.mark.parametrize("seed", range(12))
def test_kill_at_any_byte_leaves_a_file_that_salvage_makes_sound(tmp_path, seed):
    rng = seeded(seed)
    crawl = start_crawl(tmp_path, started=STARTED)
    refs = [crawl.write_capture(make_capture(answer(rng.randbytes(200)), f"/{at}")) for at in range(20)]
    crawl.abandon()
    path = next(crawl.folder.glob("*.warc.gz.open"))
    cut = rng.randrange(path.stat().st_size)
    with path.open("r+b") as file:
        file.truncate(cut)
    start_crawl(tmp_path).finish("complete", {})
    for ref, following in pairwise(refs):
        if following.warc_offset <= cut:
            assert open_record(tmp_path, ref).record_id == ref.record_id
    rebuild(tmp_path)
    assert faults(tmp_path) == []


def test_full_disk_is_said_in_one_line_and_leaves_whole_records(tmp_path):
    """RLIMIT_FSIZE stands for the disk: a write beyond it fails after a part was written."""
    script = f"""
        import resource
        from pathlib import Path
        from archive.errors import HoldingsFull
        from tests.archive.captures import answer, make_capture, seeded, start_crawl
        crawl = start_crawl(Path({str(tmp_path)!r}))
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        rng, kept = seeded(1), 0
        try:
            while True:
                crawl.write_capture(make_capture(answer(rng.randbytes(7001)), f"/{{kept}}"))
                kept += 1
        except HoldingsFull as error:
            print(kept, error)
        crawl.abandon()
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    kept, message = done.stdout.rstrip("\n").split(" ", 1)
    assert re.fullmatch(r"\S+\.warc\.gz\.open: no room left \([^\n]*\); free some space[^\n]*", message)
    [path] = tmp_path.glob("*/*/*.warc.gz.open")
    assert [record.kind for record in read_records(path)].count("response") == int(kept) > 20
    start_crawl(tmp_path).finish("complete", {})
    rebuild(tmp_path)
    assert faults(tmp_path) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk takes root")
def test_crawl_on_a_full_disk_never_looks_finished(tmp_path):
    holdings = tmp_path / "small"
    holdings.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(holdings)], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        crawl = start_crawl(holdings)
        rng = seeded(2)
        with pytest.raises(HoldingsFull):  # noqa: PT012 - where it fills up is the disk's affair
            for at in range(200):
                crawl.write_capture(make_capture(answer(rng.randbytes(9000)), f"/{at}"))
        with pytest.raises(HoldingsFull):
            crawl.finish("complete", {})
        crawl.abandon()
        assert description(crawl.folder)["outcome"] == "running"
        assert not (crawl.folder / "manifest-sha256.txt").exists()
    finally:
        subprocess.run(["umount", str(holdings)], check=True)


def test_locked_catalogue_costs_no_record(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("archive.catalogue._BUSY_SECONDS", 0.1)
    monkeypatch.setattr("archive.crawl._PATIENCE", 0.1)
    start_crawl(tmp_path, "hubei_jingzhou_paper").finish("complete", {})
    other = sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    crawl = start_crawl(tmp_path)
    ref = crawl.write_capture(make_capture(answer(b"page")))
    assert crawl.write_document(make_line(ref, "正文"))
    crawl.sync()
    crawl.finish("complete", {})
    other.execute("ROLLBACK")
    other.close()
    assert "the crawl folders keep everything" in caplog.text
    assert any("not listed" in fault for fault in faults(tmp_path))
    assert rebuild(tmp_path) == []
    assert faults(tmp_path) == []


def test_damaged_catalogue_is_said_in_one_line_and_rebuilt(tmp_path):
    crawl = start_crawl(tmp_path)
    crawl.write_document(make_line(crawl.write_capture(make_capture(answer(b"page"))), "正文"))
    crawl.finish("complete", {})
    before = table_contents(tmp_path)
    for name in ("catalogue.sqlite-wal", "catalogue.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "catalogue.sqlite").write_bytes(b"no database at all, though long enough to be looked at" * 9)
    with pytest.raises(CatalogueDamaged, match=r"^[^\n]*xianzhi rebuild[^\n]*$"):
        start_crawl(tmp_path)
    assert faults(tmp_path)
    assert rebuild(tmp_path) == []
    assert table_contents(tmp_path) == before
    assert faults(tmp_path) == []


def table_contents(holdings: Path) -> dict[str, list[tuple[object, ...]]]:
    catalogue = Catalogue(holdings)
    try:
        return {
            table: sorted(catalogue.query(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
            for table in ("crawls", "payloads", "captures", "documents")
        }
    finally:
        catalogue.close()


def test_crawls_of_several_portals_write_at_the_same_time(tmp_path):
    script = """
        import sys
        from pathlib import Path
        from tests.archive.captures import answer, make_capture, make_line, start_crawl
        crawl = start_crawl(Path(sys.argv[1]), sys.argv[2])
        for at in range(60):
            ref = crawl.write_capture(make_capture(answer(b"page %d" % (at % 40)), f"/{sys.argv[2]}/{at}", at))
            crawl.write_document(make_line(ref, f"正文 {at}", path=f"/{sys.argv[2]}/{at}", portal=sys.argv[2]))
            if at % 7 == 0:
                crawl.sync()
        crawl.finish("complete", {})
    """
    portals = ["guangxi_liujiang", "hubei_jingzhou_paper", "national_china_education_news"]
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    running = [subprocess.Popen([*command, portal]) for portal in portals]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert faults(tmp_path) == []
    records = [record.kind for path in tmp_path.glob("*/*/*.warc.gz") for record in read_records(path)]
    assert records.count("response") + records.count("revisit") == 180
    assert records.count("revisit") >= 60


def test_outcomes_other_than_the_three_are_refused(tmp_path):
    crawl = start_crawl(tmp_path)
    with pytest.raises(ValueError, match="splendid"):
        crawl.finish("splendid", {})
    crawl.finish("complete", {})


def test_a_start_that_fails_leaves_the_portal_free(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise HoldingsFull("no room")

    with monkeypatch.context() as patch:
        patch.setattr("archive.crawl.write_description", fail)
        with pytest.raises(HoldingsFull):
            start_crawl(tmp_path)
    Crawl.start(tmp_path, PORTAL, title="", division_code=None, settings={}, operator=None, robots="").finish(
        "complete", {}
    )
    assert faults(tmp_path) == []


def test_a_crawl_killed_while_it_was_being_sealed_ends_as_it_was_about_to(tmp_path, monkeypatch):
    crawl = start_crawl(tmp_path)
    crawl.write_document(make_line(crawl.write_capture(make_capture(answer(b"page"))), "正文"))

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("archive.closing.write_manifest", die)
        with pytest.raises(KeyboardInterrupt):
            crawl.finish("complete", {"pages": 1})
    assert faults(tmp_path)
    start_crawl(tmp_path).finish("complete", {})
    assert (description(crawl.folder)["outcome"], description(crawl.folder)["counts"]) == ("complete", {"pages": 1})
    assert faults(tmp_path) == []


def test_without_isal_the_files_are_the_same_format(tmp_path):
    script = f"""
        import sys
        sys.modules["isal"] = None
        from pathlib import Path
        from archive.verify import verify
        from tests.archive.captures import answer, make_capture, start_crawl
        crawl = start_crawl(Path({str(tmp_path)!r}))
        crawl.write_capture(make_capture(answer(b"page " * 500)))
        crawl.write_capture(make_capture(answer(b"packed " * 500, "Content-Encoding: gzip"), "/b"))
        crawl.finish("complete", {{}})
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True)
    assert faults(tmp_path) == []
    blocks = [
        record.answer.body for record in read_records(next(tmp_path.glob("*/*/*.warc.gz"))) if record.kind == "response"
    ]
    assert blocks == [b"page " * 500, b"packed " * 500]


def test_bodies_of_any_size_are_stored_whole(tmp_path):
    """A stored block holds 65,535 bytes at most."""
    crawl = start_crawl(tmp_path)
    rng = seeded(5)
    bodies = [rng.randbytes(size) for size in (1, 65_534, 65_535, 65_536, 131_070, 200_001)]
    refs = [
        crawl.write_capture(make_capture(answer(body, "Content-Encoding: gzip"), f"/{at}"))
        for at, body in enumerate(bodies)
    ]
    crawl.finish("complete", {})
    assert [open_record(tmp_path, ref).answer.body for ref in refs] == bodies
    assert faults(tmp_path) == []


def test_a_folder_that_was_only_made_is_removed_by_the_next_start(tmp_path):
    empty = tmp_path / PORTAL / "20250312T063500Z"
    empty.mkdir(parents=True)
    (empty / "crawl.json.draft").write_text("{")
    start_crawl(tmp_path).finish("complete", {})
    assert not empty.exists()
    assert faults(tmp_path) == []


def test_a_catalogue_that_breaks_during_a_crawl_costs_no_record(tmp_path, caplog):
    crawl = start_crawl(tmp_path)
    refs = [crawl.write_capture(make_capture(answer(b"page 1"), "/1"))]
    crawl.sync()
    for path in tmp_path.glob("catalogue.sqlite*"):
        path.write_bytes(b"\0" * 9000)
    for at in (2, 3):
        refs.append(crawl.write_capture(make_capture(answer(b"page %d" % at), f"/{at}")))
        assert crawl.write_document(make_line(refs[-1], f"正文 {at}", path=f"/{at}"))
    crawl.finish("complete", {})
    assert caplog.text
    for path in tmp_path.glob("catalogue.sqlite*"):
        path.unlink()
    assert rebuild(tmp_path) == []
    assert faults(tmp_path) == []
    assert [open_record(tmp_path, ref).answer.body for ref in refs] == [b"page 1", b"page 2", b"page 3"]
