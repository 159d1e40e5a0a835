"""An old capture is read again by the layout its portal had on the day it was captured."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.crawl import Crawl
from crawler.cli.read import command
from crawler.errors import UnreadablePage
from crawler.families.trs import TrsSpider
from crawler.layout import Layout
from crawler.middlewares import stamp_record
from crawler.reading import read_documents
from crawler.rereading import find_portal, read_warc
from tests.archive.captures import answer, make_capture, start_crawl

HOME = "http://www.liujiang.gov.cn/xxgk/tzgg/202404/"
LAYOUTS = (
    Layout(name="today", body=("div.today",)),
    Layout(name="second", until=date(2024, 6, 30), body=("div.second",)),
    Layout(name="first", until=date(2022, 12, 31), body=("div.first",)),
)
PARTS = {
    name: f"<div class={name}><p>{first}，全镇干部群众一起动手，把村道两旁的排水沟清理了一遍，预计月底前完工。</p></div>"
    for name, first in (("first", "头一年"), ("second", "第二年"), ("today", "到如今"))
}
PAGE = f"<html><head><title>关于清理排水沟的通知</title></head><body>{''.join(PARTS.values())}</body></html>"


@pytest.fixture
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TrsSpider, "layouts", LAYOUTS)


@pytest.mark.parametrize("layouts", [LAYOUTS, LAYOUTS[::-1], (LAYOUTS[2], LAYOUTS[0], LAYOUTS[1])])
def test_the_layout_in_force_on_a_day_is_found_in_whatever_order_they_stand(
    monkeypatch: pytest.MonkeyPatch, layouts: tuple[Layout, ...]
):
    monkeypatch.setattr(TrsSpider, "layouts", layouts)
    days = [date(2021, 1, 1), date(2022, 12, 31), date(2023, 1, 1), date(2024, 6, 30), date(2024, 7, 1)]
    names = [getattr(TrsSpider.layout_on(day, HOME), "name", None) for day in days]
    assert names == ["first", "first", "second", "second", "today"]


def test_the_day_of_a_capture_is_chinas(dated: None):
    evening = datetime(2024, 6, 30, 15, 59, tzinfo=UTC)
    after_midnight = datetime(2024, 6, 30, 16, 0, tzinfo=UTC)
    names = [getattr(TrsSpider.layout_at(moment, HOME), "name", None) for moment in (evening, after_midnight)]
    assert names == ["second", "today"]


def captured(crawl: Crawl, name: str, moment: datetime, *, article: bool = True, packed: bool = False) -> None:
    body = PAGE.replace("</body>", f"<!-- {name} --></body>").encode()
    response = answer(gzip.compress(body), "Content-Encoding: gzip") if packed else answer(body)
    ref = crawl.write_capture(make_capture(response, url=HOME + name, captured_at=moment))
    if article:
        (document,) = read_documents(PAGE.replace("全镇", name).encode(), HOME + name)
        assert crawl.write_document(asdict(stamp_record(document, ref)))


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    """The WARC file of a crawl with pages captured in three years, and a list."""
    crawl = start_crawl(tmp_path)
    captured(crawl, "t20220405_1.shtml", datetime(2022, 4, 5, 6, tzinfo=UTC))
    captured(crawl, "t20240405_2.shtml", datetime(2024, 4, 5, 6, tzinfo=UTC), packed=True)
    captured(crawl, "t20250405_3.shtml", datetime(2025, 4, 5, 6, tzinfo=UTC))
    captured(crawl, "index.shtml", datetime(2025, 4, 5, 7, tzinfo=UTC), article=False)
    crawl.finish("complete", {})
    (path,) = tmp_path.glob("*/*/*.warc.gz")
    return path


def test_each_capture_is_read_by_the_layout_of_its_day(dated: None, warc: Path):
    documents = list(read_warc(warc))
    assert [document.text[:3] for document in documents] == ["头一年", "第二年", "到如今"]
    assert [document.extractor.layout for document in documents if document.extractor] == ["first", "second", "today"]
    assert {(document.portal, document.division_code) for document in documents} == {("guangxi_liujiang", "450206")}


def test_a_document_read_again_names_the_same_record(dated: None, warc: Path):
    lines = [json.loads(line) for line in warc.with_name("documents.jsonl").read_text(encoding="utf-8").splitlines()]
    places = ("id", "record_id", "warc_file", "warc_offset", "captured_at", "payload_digest")
    again = [asdict(document) for document in read_warc(warc)]
    assert [[one[name] for name in places] for one in again] == [[line[name] for name in places] for line in lines]


def test_the_command_reads_a_warc_file_again_and_one_address_of_it(dated: None, warc: Path):
    whole = CliRunner().invoke(command, [str(warc)])
    assert (whole.exit_code, len(whole.stdout.splitlines())) == (0, 3), whole.output
    one = CliRunner().invoke(command, [str(warc), "--url", HOME + "t20240405_2.shtml"])
    (line,) = one.stdout.splitlines()
    assert json.loads(line)["text"].startswith("第二年")


def test_a_sample_is_read_by_the_layout_of_its_day(dated: None, tmp_path: Path):
    folder = tmp_path / "guangxi_liujiang" / "article"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    facts = {"url": HOME + "t20220405_1.shtml", "headers": {}, "captured_at": "2022-04-05T06:00:00Z"}
    (folder / "page.json").write_text(json.dumps(facts), encoding="utf-8")
    read = CliRunner().invoke(command, [str(folder / "page.html")])
    assert json.loads(read.stdout)["text"].startswith("头一年")


def test_a_file_that_is_none_or_stands_alone_is_told_in_one_line(tmp_path: Path, warc: Path):
    alone = tmp_path / "alone.warc.gz"
    alone.write_bytes(warc.read_bytes())
    with pytest.raises(UnreadablePage, match=r"no documents\.jsonl beside it .* name one with --url"):
        list(read_warc(alone))
    assert len(list(read_warc(alone, HOME + "t20250405_3.shtml"))) == 1
    damaged = CliRunner().invoke(command, [str(alone.with_name("x.warc.gz")), "--url", "http://a.example/"])
    assert damaged.exit_code == 2
    alone.write_bytes(b"\x1f\x8b\x08\x00no member")
    broken = CliRunner().invoke(command, [str(alone), "--url", "http://a.example/"])
    assert broken.exit_code == 1
    assert len(broken.stderr.splitlines()) == 1


def test_a_portal_that_is_no_longer_there_has_no_layouts(warc: Path):
    assert find_portal("guangxi_nowhere") is None
    assert find_portal(None) is None


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("http://www.liujiang.gov.cn/xxgk/tzgg/202404/t20240412_1.shtml", []),
        ("http://copies.lixian-news.cn/xxgk/tzgg/202404/t20240412_1.shtml", ["foreign-mirror"]),
    ],
)
def test_a_page_said_to_be_a_portals_is_a_mirror_where_it_stands_on_another_site(
    tmp_path: Path, address: str, kinds: list[str]
):
    page = tmp_path / "copy.html"
    page.write_text(PAGE, encoding="utf-8")
    answered = CliRunner().invoke(command, [str(page), "--url", address, "--portal", "guangxi_liujiang"])
    assert answered.exit_code == 0, answered.output
    document = json.loads(answered.stdout)
    assert [found["kind"] for found in document["injections"]] == kinds
    assert (document["portal"], document["division_code"]) == ("guangxi_liujiang", "450206")


def test_a_portal_that_nobody_knows_is_said_to_be_unknown(tmp_path: Path):
    page = tmp_path / "copy.html"
    page.write_text(PAGE, encoding="utf-8")
    answered = CliRunner().invoke(command, [str(page), "--portal", "guangxi_luijiang"])
    assert answered.exit_code == 2
    assert "no portal 'guangxi_luijiang'; did you mean guangxi_liujiang" in answered.output
