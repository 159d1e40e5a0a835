"""A body printed twice, and what an article itself repeats."""

from __future__ import annotations

import pytest

from crawler.reading.blocks import Block
from crawler.reading.body.repetition import drop_second_copy
from tests.reading.newsroom import Newsroom

BODY = [
    "3月7日，青石镇组织干部群众开展环境整治，清理沟渠两公里。",
    "活动现场，大家分工协作，有的清扫路面，有的搬运垃圾，忙得热火朝天。",
    "下一步，该镇将建立长效机制，让村容村貌常净常新。",
    "（记者 韦小山）",
]


def _blocks(*lines: str) -> list[Block]:
    return [Block(line) for line in lines]


def test_a_body_that_stands_twice_is_given_once():
    first, again = _blocks("青石镇整治环境", *BODY), _blocks("青石镇整治环境", *BODY)
    kept, copies = drop_second_copy([*first, *again])
    assert kept == first
    assert copies == [again]


def test_what_only_the_second_print_has_above_it_goes_with_it():
    second = _blocks("镇村动态", "青石镇整治环境", "来源：青石发布 | 发布日期：2024-03-08 10:00", *BODY)
    kept, copies = drop_second_copy([*_blocks("青石镇整治环境", *BODY), *second])
    assert kept == _blocks("青石镇整治环境", *BODY)
    assert copies == [second]


def test_the_title_above_the_second_print_goes_with_it_though_the_first_has_lost_its():
    title = "青石镇组织干部群众开展环境整治活动"
    kept, copies = drop_second_copy(_blocks(*BODY, title, *BODY), title)
    assert kept == _blocks(*BODY)
    assert copies == [_blocks(title, *BODY)]


def test_three_prints_leave_one_and_give_two_copies():
    kept, copies = drop_second_copy(_blocks(*BODY * 3))
    assert kept == _blocks(*BODY)
    assert len(copies) == 2


def test_a_second_print_with_words_spliced_in_is_a_copy_too():
    spliced = [BODY[0], BODY[1][:-1] + "，推荐某某书法作品收藏热线。", BODY[2], BODY[3]]
    kept, copies = drop_second_copy(_blocks("标题一", *BODY, *spliced))
    assert kept == _blocks("标题一", *BODY)
    assert copies == [_blocks(*spliced)]


def test_a_second_print_with_a_paragraph_more_is_a_copy_too():
    spliced = [*BODY[:2], "某某，著名书法家，作品多次获奖，润格面议。", *BODY[2:]]
    kept, copies = drop_second_copy(_blocks(*BODY, *spliced))
    assert kept == _blocks(*BODY)
    assert copies == [_blocks(*spliced)]


def test_paragraphs_printed_each_twice_are_given_once():
    kept, copies = drop_second_copy([Block(line) for line in BODY for _ in range(2)])
    assert kept == _blocks(*BODY)
    assert copies == [_blocks(*BODY)]


def test_a_refrain_stays():
    lines = _blocks("月光光，照地堂，年卅晚，摘槟榔。", BODY[0], "月光光，照地堂，年卅晚，摘槟榔。", BODY[1], BODY[2])
    assert drop_second_copy(lines) == (lines, [])


def test_sections_of_the_same_wording_with_other_posts_and_numbers_stay():
    def post(name: str, number: int) -> list[str]:
        return [
            f"{name}岗位{number}名",
            "资格条件：具有全日制大专以上学历，年龄在35周岁以下，身体健康。",
            f"工资待遇：每月{number}500元，缴纳五险一金。",
        ]

    lines = _blocks("招聘公告", *post("文员", 3), *post("司机", 2), *post("保洁", 4))
    assert drop_second_copy(lines) == (lines, [])


def test_rows_of_a_table_that_repeat_stay():
    rows = [Block("是\t合格\t2024年3月\t县市场监督管理局", "table") for _ in range(30)]
    assert drop_second_copy([Block("抽检结果"), *rows])[1] == []


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_printed_twice_is_given_once(seed: int):
    room = Newsroom(seed)
    body = [Block(line) for _ in range(1 + seed % 4) for line in room.story("line").lines]
    kept, copies = drop_second_copy([*body, Block("要闻"), *body])
    assert kept == body
    assert len(copies) == 1


def test_no_blocks_give_none():
    assert drop_second_copy([]) == ([], [])


def test_a_notice_of_two_lines_that_stands_twice_is_given_once():
    lines = _blocks("明日城北停水。", "请储水。")
    assert drop_second_copy([*lines, *lines]) == (lines, [lines])


def test_a_verse_whose_lines_come_twice_in_another_order_stays():
    lines = _blocks("月光光。", "照地堂。", "照地堂。", "月光光。")
    assert drop_second_copy(lines) == (lines, [])
