"""Spun texts are put back: exactly, or with U+FFFD where the page cannot tell."""

from __future__ import annotations

import json
import os
import random
import re
import time
from pathlib import Path

import pytest

from crawler.reading.spun import restore
from crawler.reading.spun.inversion import invert
from crawler.reading.spun.script import to_simplified
from tests.reading.clean_texts import sample_texts
from tests.spinner import Spinner

SHARED = Path(os.environ.get("XIANZHI_SHARED", Path(__file__).parents[3] / "shared"))
# A text may have lost up to two characters where one is marked: an ASCII character goes with the byte before it.
MARKED = ".{0,2}"


def agrees(restored: str, original: str) -> bool:
    return re.fullmatch("".join(MARKED if c == "\ufffd" else re.escape(c) for c in restored), original) is not None


def restored(text: str, spinner: Spinner) -> str:
    return restore([spinner.spin(text)])[0][0]


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        ("人心思變?yōu)槿罕娹k實事", "人心思变为群众办实事"),
        ("他說(shuō)發(fā)展得好", "他说发展得好"),
        ("政(zhèng)府", "政(zhèng)府"),
        ("會(huì )議開(kāi )始", "会议开始"),
        ("發(fa)展(zhǎn)", "发展(zhǎn)"),
        ("發(fā)(fā)展", "发展"),
        ("領,，導", "领，导"),
    ],
)
def test_what_a_spinner_shows_is_put_back(shown: str, original: str) -> None:
    assert restore([shown])[0] == [original]


@pytest.mark.parametrize(
    ("original", "annotated"),
    [
        ("会议指出，要加强样板校”的建设工作，确保各项任务按时完成", 20),
        ("全面推进。总结经验，查找不足", 0),
        ("他介绍了情况。县委书记随后讲话", 10),
        ("当地时间早上八点，大会开始", 142),
        ("这是为群众办的实事，大家都说好", 60),
        ("庆祝“三八”国际劳动妇女节系列活动", 40),
        ("推进区域规模化生产，增加收入", 60),
    ],
)
def test_damage_in_every_place_is_undone_or_marked(original: str, annotated: int) -> None:
    for lone in ("?", ""):
        spinner = Spinner(annotated=annotated, lone=lone)
        # Without marks a page must show somewhere that it cuts at all.
        texts = [spinner.spin(original), spinner.spin("大家鼓掌欢迎。“我们一定把工作做得更好，让群众放心满意。”")]
        assert agrees(restore(texts)[0][0], original)


@pytest.mark.parametrize("lone", ["?", ""])
@pytest.mark.parametrize(
    "original",
    [
        "请按下“l”键，再执行groups命令，重启后locale生效",  # a letter that makes a pair with the byte before it
        "系统启动服务。“K”或“S”后面的数字表示先后",  # a letter that was taken for a second byte
        "全市的大专院校、科研单位建立稳定的合作关系",  # a second byte that begins no pair
        "她说：“喝杯早茶。”春花拉起寿爷的手，大家都笑了",  # annotated where it was found, behind a cut
        "贫困户脱贫已经有了希望。”（通讯员）",  # a cut behind a pair that vanished
    ],
)
def test_bytes_that_fall_out_of_step_in_other_ways_are_followed(original: str, lone: str) -> None:
    spinner = Spinner(annotated=142, lone=lone)
    shown = spinner.spin(original)
    others = [spinner.spin("大家鼓掌欢迎。“我们一定把工作做得更好，让群众放心满意。”县里要求：总结经验。")]
    assert agrees(restore([shown, *others])[0][0], original)


def test_swallowed_characters_are_marked_and_counted_but_never_guessed() -> None:
    (text,), restoration = restore([Spinner(annotated=20).spin("打造“样板校”的工作目标，要求明确，内容充实，标准统一")])
    assert text == "打造“样板�”的工作目标，要求明确，内容充实，标准统一"
    assert restoration.unsure == 1
    assert restoration.changed > 5


@pytest.mark.parametrize("lone", ["?", ""])
@pytest.mark.parametrize("annotated", [0, 6, 20, 60, 142])
def test_samples_come_back_from_every_spinner(annotated: int, lone: str) -> None:
    spinner = Spinner(annotated=annotated, lone=lone, blank=annotated == 20)
    wrong = characters = damaged = 0
    texts = sample_texts()[:: 4 if lone else 8]
    for _, paragraphs in texts:
        originals = [to_simplified(p).replace("\xa0", " ") for p in paragraphs]
        back, restoration = restore([spinner.spin(p) for p in originals])
        bad = [o for r, o in zip(back, originals, strict=True) if not agrees(r, o)]
        wrong += bool(bad)
        characters += sum(map(len, originals))
        damaged += restoration.unsure
    # Where no mark stands for a lost byte, the end of a sentence can be gone without a trace.
    assert wrong <= (0 if lone else 0.05 * len(texts))
    assert damaged < 0.01 * characters


def test_a_long_page_that_cuts_nothing_keeps_every_sign() -> None:
    spinner = Spinner(annotated=20, cuts=False)
    originals = [to_simplified(p).replace("\xa0", " ") for _, paragraphs in sample_texts()[:30] for p in paragraphs]
    assert sum(map(len, originals)) > 3000
    back, restoration = restore([spinner.spin(p) for p in originals])
    assert back == originals
    assert restoration.unsure == 0


def test_the_hijacked_seed_comes_back_paragraph_by_paragraph() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"no shared texts at {SHARED}")
    lines = next(SHARED.glob("seeds/003_*.txt")).read_text("utf-8").split("\n")
    gold = json.loads((SHARED / "gold/003.json").read_text("utf-8"))["articles"][0]
    back, restoration = restore([line for line in lines if line.strip()])
    found = {line.strip() for line in back}
    assert [p for p in gold["paragraphs_from_page_alone"] if p not in found] == []
    assert restoration.unsure == 3


def test_a_reading_that_a_page_gives_only_sometimes_stays() -> None:
    shown = "亳(bó)州與亳縣，六(lù)安與六月，發(fā)展統(tǒng)計，經(jīng)濟(jì)發(fā)展"
    assert restore([shown])[0] == ["亳(bó)州与亳县，六(lù)安与六月，发展统计，经济发展"]


def test_characters_outside_gbk_and_foreign_readings_do_no_harm() -> None:
    texts = ["𠮷野家?！\U0001f600發(fā)展", "學(hok6)習(ㄒㄧˊ)?，", "?", "??！？，：；（", "學(xué", "?！", "變?yō", ""]
    back, _ = restore(texts)
    assert len(back) == len(texts)
    assert back[-1] == ""
    assert "hok6" in back[1]


@pytest.mark.parametrize("end", ["。", "？！", "校", "樣板?！", "變?yōu)", "。??", "！"])
def test_damage_at_the_end_of_a_line_raises_nothing(end: str) -> None:
    assert invert("黨建工作" + end).text.startswith("黨建工作"[:3])


def test_a_name_of_one_character_in_quotation_marks_comes_back() -> None:
    text = "他们写下资料十万余字。“福”字剪纸、老式罗盘等二百多件实物陆续进校园"
    (back,), restoration = restore([Spinner(annotated=20).spin(text)])
    assert "“福”字剪纸" in back
    assert restoration.unsure == 1


def test_random_bytes_raise_nothing() -> None:
    rng = random.Random(20250312)
    alphabet = "變為群眾發展工作總結縣委?！，：；？（()yōubiāo Y@h\n樣板校海福"
    for _ in range(60):
        shown = "".join(rng.choice(alphabet) for _ in range(rng.randrange(40)))
        assert isinstance(invert(shown, bare=-6.0 * rng.random()).text, str)


def test_a_long_text_takes_time_in_proportion() -> None:
    part = Spinner(annotated=60).spin("会议指出。总结经验，他说要保证样板校”的工作，现在为群众办实事。县委领导参加。")
    invert(part)

    def seconds(times: int) -> float:
        start = time.perf_counter()
        restore([part * times])
        return time.perf_counter() - start

    seconds(5)
    small, large = seconds(5), seconds(20)
    assert large < 9 * small + 0.2
