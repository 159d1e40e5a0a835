"""Spun pages are told from genuine ones: Traditional pages, teaching texts and place names stay untouched."""

from __future__ import annotations

import random
import re

import pytest
from opencc import OpenCC

from crawler.reading.injections import clean_tree
from crawler.reading.page.tree import parse
from crawler.reading.spun import is_spun
from tests.reading.clean_texts import sample_texts
from tests.spinner import ANNOTATED, Spinner, Trimmings, spin_page

SPUN = "spun-text"
# Common characters of language lessons with their readings; most are written alike in both scripts.
LESSON = re.findall(
    r"\S+",
    """
    大dà 小xiǎo 人rén 口kǒu 手shǒu 山shān 水shuǐ 火huǒ 木mù 日rì 月yuè 天tiān 地dì 田tián 花huā 草cǎo
    鸟niǎo 鱼yú 马mǎ 牛niú 羊yáng 雨yǔ 风fēng 云yún 书shū 本běn 文wén 字zì 学xué 生shēng 老lǎo 师shī 爸bà
    妈mā 哥gē 姐jiě 好hǎo 来lái 去qù 看kàn 听tīng 说shuō 读dú 写xiě 吃chī 喝hē 走zǒu 跑pǎo 飞fēi 行háng
    长zhǎng 乐yuè 重chóng 还hái 了liǎo 得děi 着zhuó
    """,
)
PLACES = (
    "亳(bó)州",
    "六(lù)安",
    "荥(xíng)阳",
    "蔚(yù)县",
    "乐(lào)亭",
    "涪(fú)陵",
    "莘(shēn)县",
    "單(shàn)縣",
    "番(pān)禺",
    "洪洞(tóng)縣",
)
CONVERTERS = ("s2t", "s2tw", "s2hk", "s2twp")


def findings(page: str, url: str = "http://www.somewhere.com/a.html") -> set[str]:
    root = parse(page)
    assert root is not None
    return {one.kind for one in clean_tree(root, url, page).findings}


@pytest.mark.parametrize("annotated", [6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 120, 142])
def test_spun_pages_are_found_at_every_length_of_a_sites_list(annotated: int) -> None:
    rng = random.Random(annotated)
    texts = [paragraphs for _, paragraphs in sample_texts() if sum(map(len, paragraphs)) > 120]
    spun = [spin_page(p[0][:16], p, Spinner(annotated=annotated), rng) for p in texts]
    assert sum(SPUN in findings(page) for page in spun) >= 0.98 * len(spun)


@pytest.mark.parametrize(("annotated", "share"), [(6, 0.9), (10, 0.94), (20, 0.98), (80, 0.98)])
def test_spun_text_is_found_without_anything_around_it(annotated: int, share: float) -> None:
    texts = [paragraphs for _, paragraphs in sample_texts() if sum(map(len, paragraphs)) > 120]
    spun = ["\n".join(map(Spinner(annotated=annotated).spin, p)) for p in texts]
    assert sum(map(is_spun, spun)) >= share * len(spun)


@pytest.mark.parametrize("name", CONVERTERS)
def test_texts_converted_to_traditional_are_genuine(name: str) -> None:
    convert = OpenCC(name).convert
    for _, paragraphs in sample_texts():
        assert not is_spun("\n".join(map(convert, paragraphs)))


def teaching_text(number: int) -> str:
    """Return one of any number of texts that print readings in brackets for a reason."""
    rng = random.Random(number)
    _, paragraphs = rng.choice(sample_texts())
    prose = "".join(paragraphs)[:400]
    convert = OpenCC(rng.choice(CONVERTERS)).convert if number % 2 else str
    words = [(entry[0], entry[1:]) for entry in rng.sample(LESSON, 30)]
    kind = number % 6
    if kind in (0, 1):  # a list of words
        return convert("生字表：") + "，".join(f"{convert(c)}({reading})" for c, reading in words)
    if kind in (2, 3):  # each character of a lesson, every time
        lesson = "".join(rng.choice(words)[0] for _ in range(60))
        known = dict(words)
        return "\n".join(f"{convert(c)}({known[c]})" for c in lesson) + convert(prose)
    if kind == 4:  # a character of prose that readers may not know, at its first place only
        for character, reading in words:
            prose = prose.replace(character, f"{character}({reading})", 1)
        return convert(prose)
    names = "、".join(rng.sample(PLACES, 4))  # place names
    return convert(f"{prose}地名读音提示：{names}。")


@pytest.mark.parametrize("start", range(0, 268, 67))
def test_teaching_texts_and_place_names_are_genuine(start: int) -> None:
    flagged = [number for number in range(start, start + 67) if is_spun(teaching_text(number))]
    assert flagged == []


def test_a_teaching_page_keeps_its_readings() -> None:
    page = "<html><head><title>識字課</title></head><body><p>" + teaching_text(1) + "</p></body></html>"
    root = parse(page)
    assert root is not None
    before = root.text_content()
    assert clean_tree(root, "http://www.school.edu.hk/a.html", page).restoration is None
    assert root.text_content() == before


def test_readings_of_table_characters_in_a_simplified_lesson_are_genuine() -> None:
    lesson = "".join(f"{OpenCC('t2s').convert(c)}({reading})" for c, reading in ANNOTATED[:40])
    assert not is_spun(lesson * 2)


def test_news_about_raids_and_lotteries_is_genuine() -> None:
    page = """<html><head><title>扫黄打非办部署清查网络色情,赌博,棋牌平台_某某县人民政府</title></head><body>
    <h1>部署清查网络色情</h1>
    <p>公安机关打掉一个利用百家乐、六合彩开奖结果和体育投注平台组织赌博的团伙，查封棋牌网站三十余个。</p>
    <p>福利彩票双色球开奖公告：本期开奖结果如下。市民如发现成人视频在线观看网站，可拨打12318举报。</p></body></html>"""
    assert findings(page) == set()


@pytest.mark.parametrize(
    "text",
    [
        "學(ㄒㄩㄝˊ)生要發(ㄈㄚ)展專長，創(ㄔㄨㄤˋ)意無限，環(ㄏㄨㄢˊ)境優美。鄉(ㄒㄧㄤ)鎮公所辦理活動，請見附件。",
        "學校(がっこう)與環境(かんきょう)課程，東京（とうきょう）舉辦國際會議，オリンピック協會發展經濟專業",
        "總統普京（Путин）訪問聖彼得堡(Санкт-Петербург)，與會國家領導人討論經濟發展問題，報導國際關鍵會議",
        "人名：龑、喆、堃、昇、峯，地名：鰂魚涌，國際經濟發展會議關鍵議題實際報導，專業協會與會",
        "地址：Ｎｏ．１２，Ｒｏａｄ，（Ａ座）；電郵：ａ＠ｂ．ｃ，關鍵國際經濟發展會議報導實際",
        "讀音：ā á ǎ à，（ē）與（ō），聲調：ü，關鍵課程國際學習環境經濟發展會議",
        "其辭曰：兮，嗚呼！羗夷；鬯卣，圭瓚，黼黻，鞶帶，韍珽，國學經傳說，聖賢問禮，諸侯會盟",
    ],
)
def test_rare_characters_and_other_scripts_behind_a_sign_are_no_cut(text: str) -> None:
    assert not is_spun(text)


def test_hidden_links_do_not_make_a_traditional_page_spun() -> None:
    links = "".join(f'<a href="http://www.b{n}8.com/">百家乐{n}</a>' for n in range(4))
    text = "世界華商大會在馬尼拉開幕，來自三十多個國家和地區的二千名華商出席。會議為期三天，將舉行投資說明會。"
    page = f"<html><head><title>華商大會</title></head><body><div style='display:none'>{links}</div><p>{text}</p></body></html>"
    assert findings(page) == {"hidden-links"}


def test_meta_tags_in_simplified_do_not_make_a_traditional_page_forged() -> None:
    text = "世界華商大會在馬尼拉開幕，來自三十多個國家和地區的二千名華商出席。會議為期三天，將舉行投資說明會。"
    meta = '<meta name="keywords" content="新闻,资讯,财经,社会,国际">'
    assert findings(f"<html><head><title>華商大會</title>{meta}</head><body><p>{text}</p></body></html>") == set()


def test_a_page_without_its_trimmings_is_told_by_a_sign_cut_from_its_bytes() -> None:
    text = Spinner(annotated=0).spin("会议听取了汇报。总结经验之时，大家认为成绩显著。县里决定继续推进这项计划")
    assert is_spun(text)


def test_a_short_list_of_readings_is_told_by_its_order() -> None:
    text = Spinner(annotated=6).spin("学校发出通知，请家长参加。学生自己发言，老师作了记录，场面十分热闹")
    assert text.count("(") == 4
    assert is_spun(text)
    # The same readings without those that every list begins with, or only here and there.
    assert not is_spun(text.replace("發(fā)", "發"))
    assert not is_spun(text.replace("(fā)", "", 1))


def test_signs_cut_without_a_mark_tell_a_page_as_well() -> None:
    text = Spinner(annotated=0, lone="").spin(
        "会议听取了汇报。总结经验之时，大家认为成绩显著。县里决定继续推进这项计划"
    )
    assert "?" not in text
    assert is_spun(text)


def test_trimmings_of_every_joint_are_dropped_from_the_title() -> None:
    _, paragraphs = sample_texts()[3]
    rng = random.Random(1)
    for joint in (",", "_", "-"):
        trimmings = Trimmings(joint=joint, entities=joint == ",")
        page = spin_page("石门镇举行春耕培训", paragraphs, Spinner(annotated=30), rng, trimmings)
        root = parse(page)
        assert root is not None
        kinds = {one.kind for one in clean_tree(root, "http://www.somewhere.com/a.html", page).findings}
        assert {SPUN, "keyword-title", "tag-farm", "hidden-links"} <= kinds
        assert ("encoded-title" in kinds) == (joint == ",")
        assert root.findtext(".//title") in ("", None)
        assert root.findtext(".//h1") == "石门镇举行春耕培训"
        assert "在线" not in root.text_content()
