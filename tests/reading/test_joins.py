"""Sentences cut by a column or page break, and lines that are short for other reasons."""

from __future__ import annotations

import pytest

from crawler.reading.blocks import Block
from crawler.reading.stories import split_stories
from crawler.reading.stories.joins import glue, join_article

_FIRST = "3月7日，青石镇组织干部群众开展环境整治，清理沟渠两公里，清运垃圾十二吨，村容村"
_REST = "貌焕然一新，群众纷纷点赞。"


def _joined(*lines: str) -> list[str]:
    return [block.text for block in join_article([Block(line) for line in lines])]


def test_a_sentence_cut_between_two_paragraphs_runs_on():
    assert _joined(_FIRST, _REST, "下一步，该镇将建立长效机制。") == [_FIRST + _REST, "下一步，该镇将建立长效机制。"]


def test_a_sentence_cut_twice_runs_on():
    assert _joined(_FIRST, "貌焕然一新，群众纷纷点赞，还有不少人主动加入，大家一起动手，分片", "包干。") == [
        _FIRST + "貌焕然一新，群众纷纷点赞，还有不少人主动加入，大家一起动手，分片包干。"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、加强组织领导，压实工作责任，确保各项任务落到实处见到成效", "各部门要高度重视，明确分工。"),
        ("各村（社区）：", "根据天气预报，明日起有大雨。"),
        ("（一）保障粮食播种面积，稳定粮食总产量，加强储备粮管理；", "（二）落实补贴政策。"),
        ("春到山乡，桃花开满山坡", "溪水绕过人家，老牛走在田埂"),
        ("特此通知。", "青石县应急管理局", "2024年3月5日"),
        ("联系地址：青石县人民路12号，青石县政务服务中心三楼大厅东侧", "联系电话：0772-1234567。"),
        ("主任委员：韦小山，副主任委员：农春，委员：王一、李二、张三、赵四", "秘书长由农春兼任。"),
        ("会议由县长主持，县四家班子领导、各乡镇党委书记参加会议（名单附后）", "会议听取了工作汇报。"),
        ("全县今年新增造林面积三千亩，改造低产林一千五百亩，建成油茶基地八个", "——县林业局局长 韦小山"),
        ("村民在新建的小广场上跳起欢快的竹竿舞，庆祝一年一度的民族节日（农春 摄）", "活动吸引了许多游客。"),
        ("这里原来是一片荒坡，杂草丛生，乱石遍地，没有人愿意到这里来种树", "1、统一供苗。"),
    ],
)
def test_headings_items_verses_signatures_and_captions_are_not_joined(lines: tuple[str, ...]):
    assert _joined(*lines) == list(lines)


def test_rows_of_a_table_are_not_joined():
    rows = [Block("1\t韦小山，男，1990年生，青石县教育局工作人员，拟聘用岗位", "table"), Block("管理岗位。", "table")]
    assert join_article(rows) == rows


def test_bold_lines_are_not_joined():
    rows = [Block(_FIRST, strong=True), Block(_REST)]
    assert join_article(rows) == rows


def test_an_ordinary_article_is_joined_when_it_is_read():
    (story,) = split_stories([Block(_FIRST), Block(_REST)], "青石镇整治环境")
    assert story.paragraphs == (_FIRST + _REST,)


def test_latin_words_keep_a_space_between_them():
    assert glue("the county annals", "project") == "the county annals project"
    assert glue("全长3", "公里") == "全长3公里"
