"""Advertisements set into an article go where the page proves them; genuine paragraphs stay."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from crawler.reading import read_documents
from crawler.reading.blocks import Block
from crawler.reading.splices import SharedPhrase, compare_captures, drop_splices
from tests.reading.clean_texts import sample_texts

SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[3] / "shared"))
URL = "http://www.shimen.gov.cn/a.shtml"
BODY = (
    "3月12日，石门镇在梅林村举行春耕培训，六十名种粮大户到场听课。",
    "农技人员讲解了集中育秧和水肥管理的要领，并到田边示范。县农业局副局长周明参加活动。",
    "周明表示，全镇计划种植早稻一万二千亩，农资已经全部到位。",
    "培训结束后，大户们领取了技术手册。",
)
CLIENT = "，某某国际美容集团创始人、客座教授钱多多"
GUEST = "（著名书画家、某某协会理事钱多多应邀出席并讲话）"
CV = "关于专家组：钱多多，1970年生，毕业于某某大学，某某协会会员，作品多次获奖。"


def blocks(*texts: str) -> list[Block]:
    return [Block(text) for text in texts]


def texts(found: list[Block]) -> list[str]:
    return [block.text for block in found]


@pytest.mark.parametrize(
    "label",
    [
        "关于专家组：钱多多，毕业于某某大学",
        "关于专家组： 某某研究院客座教授、毕业于某某小学钱多多",
        "关于评委组：钱多多，某某人才库入库专家",
        "关于专家组 钱多多，字大有，1935年生，山东人；擅画花鸟",
        "关于专家组钱多多，男，1935年出生",
        "关于导师团：钱多多，某某集团董事长",
    ],
)
def test_a_person_under_a_label_is_dropped(label: str) -> None:
    kept, found = drop_splices(blocks(BODY[0], label, BODY[1]), [])
    assert texts(kept) == [BODY[0], BODY[1]]
    assert [(one.kind, one.where) for one in found] == [("spliced-paragraph", "paragraph 2, by its label")]


def test_a_person_presented_in_several_lines_below_a_label_is_dropped() -> None:
    lines = ("关于专家组：", "钱多多，男，1936年出生，毕业于某某学院", "钱多多先后主编书籍六部。")
    kept, found = drop_splices(blocks(BODY[0], *lines, BODY[1]), [])
    assert texts(kept) == [BODY[0], BODY[1]]
    assert len(found) == 3
    real = ("关于专家组：", "由市水利局抽取五名专家组成。")
    assert texts(drop_splices(blocks(BODY[0], *real, BODY[1]), [])[0]) == [BODY[0], *real, BODY[1]]


def test_an_encyclopaedia_s_table_of_a_stranger_is_dropped() -> None:
    table = "钱多多，出生于某市。 ，中文名钱多多，国 籍中国，民 族汉族，出生地某市，身 高165cm，职业乒乓球运动员。"
    kept, found = drop_splices(blocks(*BODY[:2], table, BODY[2]), [])
    assert texts(kept) == [*BODY[:3]]
    assert found[0].where == "paragraph 3, copied from an encyclopaedia"
    about_her = "钱多多回到母校石门小学，给孩子们上课。"
    assert texts(drop_splices(blocks(BODY[0], about_her, table), [])[0]) == [BODY[0], about_her, table]


@pytest.mark.parametrize(
    "paragraph",
    [
        "关于专家组：由水利、地质等方面专家组成，负责技术指导。",
        "关于专家组的组成，会议决定从人才库中随机抽取。",
        "关于评委组：评委由五名教授担任，实行回避制度。",
        "关于专家组 专家组成员实行名单公示制度。",
        "关于作者：王某某，毕业于某某大学，县作家协会会员。",
        "三、关于专家组。专家组负责评审。",
        "关于专家：本次培训邀请省农科院研究员李某某授课，他毕业于某某大学。",
        "关于导师组：每组配备导师两名，费用由镇财政承担。",
    ],
)
def test_paragraphs_about_real_groups_stay(paragraph: str) -> None:
    kept, found = drop_splices(blocks(BODY[0], paragraph), [])
    assert texts(kept) == [BODY[0], paragraph]
    assert found == []


def test_a_phrase_that_another_copy_lacks_is_dropped() -> None:
    forged = blocks(BODY[0], BODY[1].replace("周明参加", f"周明{CLIENT}参加"), *BODY[2:])
    kept, found = drop_splices(forged, [blocks(*BODY)])
    assert texts(kept) == list(BODY)
    assert [one.excerpt for one in found] == [CLIENT]
    assert found[0].where == "paragraph 2, against another copy"


@pytest.mark.parametrize("place", range(1, 5))
def test_a_paragraph_that_another_copy_lacks_is_dropped(place: int) -> None:
    extra = "钱多多茶业始创于1990年，所产茶叶香气独特，远销海内外，深受广大消费者喜爱。"
    copy = blocks("".join(BODY)) if place < 4 else blocks(*BODY)  # a description may be cut short
    kept, found = drop_splices(blocks(*BODY[:place], extra, *BODY[place:]), [copy])
    assert texts(kept) == list(BODY)
    assert len(found) == 1


@pytest.mark.parametrize("paragraph", range(4))
def test_a_phrase_at_the_start_or_the_end_of_a_paragraph_is_dropped(paragraph: int) -> None:
    for text in (BODY[paragraph] + "钱多多集团祝贺大会圆满成功！", "钱多多集团董事长钱多多认为，" + BODY[paragraph]):
        forged = [*BODY[:paragraph], text, *BODY[paragraph + 1 :]]
        kept, found = drop_splices(blocks(*forged), [blocks(*BODY)])
        assert texts(kept) == list(BODY)
        assert len(found) == 1


def test_a_person_put_in_anothers_place_is_dropped_if_the_body_knows_the_other() -> None:
    forged = blocks(BODY[0], BODY[1].replace("县农业局副局长周明", "某某集团董事长钱多多"), *BODY[2:])
    kept, found = drop_splices(forged, [blocks(*BODY)])
    assert "钱多多" not in "".join(texts(kept))
    assert len(found) == 1


def test_where_the_body_knows_neither_person_both_stay_and_are_flagged() -> None:
    body = ("大会由县文旅局局长周明主持，各乡镇负责人参加。", BODY[0])
    forged = (body[0].replace("县文旅局局长周明", "某某集团董事长钱多多"), body[1])
    kept, found = drop_splices(blocks(*forged), [blocks(*body)])
    assert texts(kept) == list(forged)
    assert [one.where for one in found] == ["paragraph 1, two copies disagree"]


def test_a_description_proves_a_splice_in_the_text_that_it_covers() -> None:
    forged = blocks(BODY[0].replace("举行春耕培训", f"举行春耕培训{CLIENT}"), *BODY[1:])
    kept, found = drop_splices(forged, [blocks(BODY[0] + BODY[1][:20])])
    assert texts(kept) == list(BODY)
    assert len(found) == 1


@pytest.mark.parametrize(
    "copy",
    [
        BODY,
        BODY[:2],
        (BODY[0],),
        ("".join(BODY),),
        (*BODY, "（责任编辑：李四）"),
        (BODY[1], BODY[0], *BODY[2:]),
        ("另一篇文章的摘要，与本文毫不相干，只是刊登在同一个页面的下方而已。",),
        (),
    ],
)
def test_copies_that_agree_or_are_shorter_change_nothing(copy: tuple[str, ...]) -> None:
    kept, found = drop_splices(blocks(*BODY), [blocks(*copy)])
    assert texts(kept) == list(BODY)
    assert found == []


@pytest.mark.parametrize("size", range(20, 130, 3))
def test_a_description_that_ends_anywhere_changes_nothing(size: int) -> None:
    kept, found = drop_splices(blocks(*BODY), [blocks("".join(BODY)[:size])])
    assert (texts(kept), found) == (list(BODY), [])


@pytest.mark.parametrize(
    "line", ["（记者 张三 通讯员 李四）", "石门日报 2025年3月13日 第2版", "来源：石门日报", "张三 摄", "图为培训现场。"]
)
def test_bylines_and_captions_that_one_copy_lacks_stay(line: str) -> None:
    for forged in ([line, *BODY], [*BODY[:2], line, *BODY[2:]], [*BODY, line], [*BODY[:3], BODY[3] + "（张三）"]):
        kept, found = drop_splices(blocks(*forged), [blocks(*BODY)])
        assert texts(kept) == forged
        assert found == []


def test_a_splice_in_brackets_is_no_byline() -> None:
    forged = [BODY[0], BODY[1].replace("参加活动", f"{GUEST}参加活动"), *BODY[2:]]
    kept, found = drop_splices(blocks(*forged), [blocks(*BODY)])
    assert texts(kept) == list(BODY)
    assert [one.excerpt for one in found] == [GUEST]


def test_no_paragraph_of_a_sample_is_dropped_against_its_own_copies() -> None:
    for _, paragraphs in sample_texts():
        joined = "".join(paragraphs)
        copies = [paragraphs, (joined,), paragraphs[:1], paragraphs[1:]] + [(joined[:n],) for n in (80, 120, 200, 300)]
        for copy in copies:
            kept, found = drop_splices(blocks(*paragraphs), [blocks(*copy)])
            assert (texts(kept), found) == (list(paragraphs), [])


def test_a_splice_is_found_in_every_sample_wherever_it_stands() -> None:
    for _, paragraphs in sample_texts():
        for number, paragraph in enumerate(paragraphs):
            at = max(8, len(paragraph) // 2)
            forged = [*paragraphs[:number], paragraph[:at] + CLIENT + paragraph[at:], *paragraphs[number + 1 :]]
            kept, found = drop_splices(blocks(*forged), [blocks(*paragraphs)])
            assert texts(kept) == list(paragraphs)
            assert len(found) == 1


def test_long_bodies_are_compared_in_seconds() -> None:
    body = [f"第{number}条　{BODY[number % 4]}{number * 7919}" for number in range(1500)]
    start = time.process_time()
    kept, _ = drop_splices(blocks(*body), [blocks(*[text.replace("春耕", "夏种") for text in body])])
    assert time.process_time() - start < 10
    assert len(kept) == len(body)


def test_a_later_capture_that_differs_in_one_phrase_is_told() -> None:
    later = [BODY[0], BODY[1].replace("周明参加", f"周明{CLIENT}参加"), *BODY[2:]]
    (change,) = compare_captures(later, BODY)
    assert (change.paragraph, change.later, change.earlier) == (2, CLIENT, "")
    assert change.as_injection().kind == "spliced-paragraph"
    assert compare_captures(BODY, BODY) == []
    assert compare_captures(["全文已经重写，与先前毫无关系。", "连第二段也换了内容。"], BODY) == []


def test_a_phrase_on_other_sites_is_told_with_their_hosts() -> None:
    places = ("http://www.a.gov.cn/1", "http://www.b.gov.cn/2", "http://www.b.gov.cn/3")
    found = SharedPhrase(CLIENT, places).as_injection("http://www.a.gov.cn/1")
    assert (found.kind, found.excerpt, found.where) == ("spliced-paragraph", CLIENT, "also on www.b.gov.cn")


PROVEN = ("ah-jyt", "bjxch-district", "fcgs-city", "guangzhou-gov", "htqcznd", "suibin-county")


@pytest.mark.parametrize("name", PROVEN)
def test_splices_of_forged_pages_that_the_page_proves_are_gone(name: str) -> None:
    folder = SHARED / "pages/government" / f"forged-{name}"
    if not folder.is_dir():
        pytest.skip(f"no shared pages at {SHARED}")
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    (document,) = read_documents((folder / "page.html").read_bytes(), gold.get("url") or URL)
    assert "spliced-paragraph" in {one.kind for one in document.injections}
    squeezed = "".join(document.text.split())
    assert not [spam for spam in gold["spam"] if "".join(spam.split())[:20] in squeezed]


def test_no_genuine_page_is_said_to_be_spliced() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"no shared pages at {SHARED}")
    flagged = []
    for path in sorted((SHARED / "pages").glob("*/*/page.html")):
        gold = json.loads((path.parent / "gold.json").read_text("utf-8"))
        documents = [] if gold.get("spam") else read_documents(path.read_bytes(), gold.get("url") or URL)
        flagged += [path.parent.name for document in documents if document.injections]
    assert flagged == []
