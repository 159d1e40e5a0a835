"""What earlier captures and other sites prove is flagged; what a page says of itself, and what is its own, is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from archive.catalogue import Catalogue
from archive.crawl import Crawl
from archive.rebuild import rebuild
from archive.takedown import withdraw
from archive.verify import verify
from crawler.reading.digest import document_id, text_digest
from crawler.reading.values import Document, Injection, Story
from crawler.witnesses import Witnesses
from tests.archive.captures import answer, make_capture, start_crawl

HERE = "http://www.liujiang.example/xw/t1.shtml"
THERE = "http://www.lixian.example/xw/t2.shtml"
NEWS = ("县里昨日召开春耕备耕工作会议，部署种子和化肥的储备。", "会议要求各乡镇抓住晴好天气，尽快完成翻耕。")
PHRASE = "更多好礼请登录幸运大转盘平台领取"


def make_document(paragraphs: Sequence[str], url: str = HERE, **fields: object) -> Document:
    text = "\n".join(paragraphs)
    return Document(
        id=document_id(url), url=url, text=text, paragraphs=tuple(paragraphs), text_digest=text_digest(text), **fields
    )  # type: ignore[arg-type]


def judge(crawl: Crawl, document: Document) -> list[Injection]:
    """Return what the stage adds to *document*."""
    stage = Witnesses(SimpleNamespace(get_extension=lambda _kind: crawl))  # type: ignore[arg-type]
    return list(stage.process_item(document).injections[len(document.injections) :])


def keep(holdings: Path, portal: str, *documents: Document) -> None:
    """Keep *documents* as a crawl of *portal* that has ended."""
    crawl = start_crawl(holdings, portal)
    for document in documents:
        ref = crawl.write_capture(make_capture(answer(document.text.encode()), url=document.url))
        place = {"captured_at": ref.captured_at, "warc_file": ref.warc_file, "warc_offset": ref.warc_offset}
        line = asdict(document) | {"record_id": ref.record_id, "payload_digest": ref.payload_digest, **place}
        assert crawl.write_document(line | {"id": document_id(ref.record_id, document.story and document.story.no)})
    crawl.finish("complete", {})


@pytest.fixture
def holdings(tmp_path: Path) -> Path:
    keep(tmp_path, "guangxi_liujiang", make_document(NEWS))
    return tmp_path


def forged(paragraphs: Sequence[str]) -> list[str]:
    return [paragraphs[0], paragraphs[1].replace("，尽快", f"，{PHRASE}，尽快")]


def test_a_phrase_set_into_a_held_text_is_flagged(holdings: Path):
    crawl = start_crawl(holdings, "guangxi_liujiang")
    [found] = judge(crawl, make_document(forged(NEWS)))
    assert found.kind == "spliced-paragraph"
    assert PHRASE in found.excerpt
    assert found.where == "paragraph 2, not in the earlier capture"
    crawl.abandon()


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(make_document(NEWS), id="unchanged"),
        pytest.param(make_document(forged(NEWS), updated="2025-03-13"), id="edited, and the page says so"),
        pytest.param(make_document(forged(NEWS), THERE), id="another address"),
        pytest.param(make_document(forged(NEWS), story=Story(2, 3)), id="another story of the page"),
        pytest.param(make_document(["全县春耕已经结束。", "夏种随后开始，农机已经下田。"]), id="another text"),
    ],
)
def test_what_is_no_silent_change_is_not_flagged(holdings: Path, document: Document):
    crawl = start_crawl(holdings, "guangxi_liujiang")
    assert judge(crawl, document) == []
    crawl.abandon()


def test_a_story_is_held_against_the_same_story_of_its_page(tmp_path: Path):
    others = ["县图书馆本周起延长开放时间，晚上九点闭馆。", "读者可以凭身份证入馆，不必预约。"]
    stories = [make_document(text, story=Story(no, 2)) for no, text in enumerate((NEWS, others), 1)]
    keep(tmp_path, "guangxi_liujiang", *stories)
    crawl = start_crawl(tmp_path, "guangxi_liujiang")
    changed = make_document([others[0], others[1].replace("，不必", f"，{PHRASE}，不必")], story=Story(2, 2))
    assert [PHRASE in found.excerpt for found in judge(crawl, changed)] == [True]
    crawl.abandon()


def splice_of(phrase: str) -> Injection:
    return Injection("spliced-paragraph", phrase, "paragraph 2, against another copy")


def test_a_phrase_that_another_site_proved_to_be_spliced_is_flagged_also_after_a_rebuild(tmp_path: Path):
    keep(tmp_path, "guangxi_liujiang", make_document(NEWS, injections=(splice_of(PHRASE),)))
    suspect = make_document(["县医院新门诊楼启用。" + PHRASE + "。"], THERE)
    for _ in range(2):
        crawl = start_crawl(tmp_path, "hunan_lixian")
        [found] = judge(crawl, suspect)
        assert (found.excerpt, found.where) == (PHRASE, "also on www.liujiang.example")
        crawl.finish("complete", {})
        assert rebuild(tmp_path) == []
    assert list(verify(tmp_path)) == []


def test_a_phrase_set_into_held_texts_of_two_unrelated_sites_is_said_to_be_on_both(holdings: Path):
    suspect = Injection("spliced-paragraph", f"，{PHRASE}", "paragraph 2, not in the earlier capture")
    other = make_document([*NEWS, f"会后，{PHRASE}。"], THERE, injections=(suspect,))
    keep(holdings, "hunan_lixian", other)
    crawl = start_crawl(holdings, "guangxi_liujiang")
    found = judge(crawl, make_document(forged(NEWS)))
    assert [each.where for each in found] == ["paragraph 2, not in the earlier capture", "also on www.lixian.example"]
    unchanged = make_document([*NEWS, f"会后，{PHRASE}。"], HERE.replace("t1", "t5"))
    assert judge(crawl, unchanged) == []
    crawl.abandon()


def test_a_phrase_on_its_own_site_in_the_text_itself_or_withdrawn_proves_nothing_elsewhere(tmp_path: Path):
    own, kept, withdrawn = PHRASE, "大会号召全县青年投身乡村振兴", "扫描下方二维码即可领取红包"
    keep(
        tmp_path,
        "guangxi_liujiang",
        make_document([*NEWS, kept + "。"], injections=(splice_of(own), splice_of(kept))),
        make_document(["另一条消息。"], HERE.replace("t1", "t9"), injections=(splice_of(withdrawn),)),
    )
    withdraw(tmp_path, HERE.replace("t1", "t9"), "asked for")
    crawl = start_crawl(tmp_path, "hunan_lixian")
    assert judge(crawl, make_document([own + "。"], HERE.replace("t1", "t3"))) == []
    assert judge(crawl, make_document([f"{kept}，{withdrawn}。"], THERE)) == []
    crawl.abandon()


def test_a_line_that_cannot_be_read_is_told_and_flags_nothing(holdings: Path, caplog: pytest.LogCaptureFixture):
    [lines] = holdings.glob("*/*/documents.jsonl")
    lines.write_bytes(b"\x00" * 40)
    crawl = start_crawl(holdings, "guangxi_liujiang")
    assert judge(crawl, make_document(forged(NEWS))) == []
    assert "documents.jsonl: offset 0: the document that the catalogue names cannot be read" in caplog.text
    crawl.abandon()


def test_a_catalogue_of_the_version_before_goes_on_being_used(holdings: Path):
    with sqlite3.connect(holdings / "catalogue.sqlite") as db:
        db.executescript("DROP TABLE splices; PRAGMA user_version = 2;")
    catalogue = Catalogue(holdings)
    assert catalogue.query("SELECT count(*) FROM documents") == [(1,)]
    assert catalogue.query("SELECT count(*) FROM splices") == [(0,)]
    catalogue.close()


def test_nothing_is_added_where_there_is_no_archive_or_no_text(holdings: Path):
    alone = Witnesses(SimpleNamespace(get_extension=lambda _kind: None))  # type: ignore[arg-type]
    document = make_document(forged(NEWS))
    assert alone.process_item(document) is document
    crawl = start_crawl(holdings, "guangxi_liujiang")
    assert judge(crawl, replace(document, text="", paragraphs=())) == []
    crawl.abandon()
