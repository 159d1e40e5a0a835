"""Digests and newspaper pages given as text, story by story."""

from __future__ import annotations

from crawler.reading.blocks import Block
from crawler.reading.stories import StoryText, split_stories

ROAD = [
    "3月7日，青石镇产业路全线贯通，沿线八个村的群众告别了雨天一身泥的日子。",
    "“以前收了柑橘只能等人来拉，现在自己开车就出去了。”种植户韦大叔说。",
]
CLINIC = [
    "近日，县卫健局组织医务人员到双桥村开展义诊，现场为群众测量血压、讲解用药常识。",
    "据了解，此次活动共发放健康手册三百份，惠及群众两百余人。",
]
SCHOOL = [
    "3月5日，实验小学的操场上歌声嘹亮，一场别开生面的红歌比赛正在进行。",
    "比赛吸引了二十个班级参加，孩子们用歌声表达对家乡的热爱。",
]


def _read(*lines: str, title: str | None = None) -> list[StoryText]:
    return split_stories([Block(line) for line in lines], title)


def _names(story: StoryText) -> list[str]:
    return [author.name for author in story.authors]


def test_a_digest_of_numbered_stories_is_taken_apart():
    stories = _read(
        *("《青石日报》双桥专刊", "1、产业路通到家门口", "打通最后一公里 铺就致富幸福路", *ROAD, "通讯员：韦小山"),
        *("2、义诊进乡村", "义诊现场。", "测量血压。", *CLINIC, "通讯员：农春 王一"),
        *("3、红歌嘹亮满校园", "——实验小学开展红歌比赛活动庆祝建校", "三十周年", *SCHOOL, "通讯员：李二"),
        title="3月12日《青石日报》双桥专刊",
    )
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村", "红歌嘹亮满校园"]
    assert stories[0].subtitle == "打通最后一公里 铺就致富幸福路"
    assert stories[1].captions == ("义诊现场。", "测量血压。")
    assert stories[2].subtitle == "——实验小学开展红歌比赛活动庆祝建校三十周年"
    assert [_names(story) for story in stories] == [["韦小山"], ["农春", "王一"], ["李二"]]
    assert stories[0].paragraphs == (*ROAD, "通讯员：韦小山")


def test_a_digest_without_numbers_is_parted_where_its_stories_are_signed():
    stories = _read("产业路通到家门口", *ROAD, "通讯员：韦小山", "义诊进乡村", *CLINIC, "（通讯员 农春）")
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村"]


def test_sources_below_its_items_part_a_digest_and_are_kept():
    stories = _read("产业路通到家门口", *ROAD, "（来源：青石日报）", "义诊进乡村", *CLINIC, "来源：双桥发布")
    assert [story.source for story in stories] == ["青石日报", "双桥发布"]
    assert stories[0].paragraphs == tuple(ROAD)


def test_brief_news_without_names_are_parted_under_a_digest_s_title_only():
    lines = ("① 产业路通到家门口", *ROAD, "② 义诊进乡村", *CLINIC, "③ 红歌嘹亮满校园", *SCHOOL)
    assert [story.title for story in _read(*lines, title="青石一周要闻")] == [
        "产业路通到家门口",
        "义诊进乡村",
        "红歌嘹亮满校园",
    ]
    assert len(_read(*lines, title="青石县乡村建设纪实")) == 1


def test_a_newspaper_page_is_parted_at_the_leads_of_its_stories():
    stories = _read(
        *(
            "第02版：综合新闻",
            "县领导到青石镇调研交通工作",
            "凝心聚力谋发展 真抓实干开新局",
            f"本报讯（通讯员韦小山）{ROAD[0]}",
            ROAD[1],
        ),
        *("培育和践行社会主义核心价值观", "义诊进乡村", f"本报讯(记者 农春){CLINIC[0]}", CLINIC[1]),
        *("责任编辑：卢小青 美编：韦一帆",),
    )
    assert [(s.kicker, s.title) for s in stories] == [
        ("县领导到青石镇调研交通工作", "凝心聚力谋发展 真抓实干开新局"),
        (None, "义诊进乡村"),
    ]
    assert stories[0].dateline == "本报讯（通讯员韦小山）"
    assert stories[1].paragraphs == (f"本报讯(记者 农春){CLINIC[0]}", CLINIC[1])


def test_a_line_in_which_the_kicker_runs_into_the_headline_is_parted():
    stories = _read(
        *("县政协开展专题协商活动 提升乡村人居环境质量", f"本报讯（通讯员韦小山）{ROAD[0]}"),
        *("双桥村着力抓好“人防+技防” 保安全", f"本报讯（通讯员农春）{CLINIC[0]}"),
    )
    assert (stories[0].kicker, stories[0].title) == ("县政协开展专题协商活动", "提升乡村人居环境质量")
    assert (stories[1].kicker, stories[1].title) == (None, "双桥村着力抓好“人防+技防” 保安全")
    stories = _read(
        *("推进共同缔造活动 提升人居环境质量", f"本报讯（通讯员韦小山）{ROAD[0]}"),
        *("义诊进乡村", f"本报讯（通讯员农春）{CLINIC[0]}"),
    )
    assert (stories[0].kicker, stories[0].title) == (None, "推进共同缔造活动 提升人居环境质量")


def test_sentences_cut_by_columns_run_on():
    lead, rest = f"本报讯（通讯员韦小山）{ROAD[0]}", ROAD[1]
    stories = _read(
        *("产业路通到家门口", lead[:30], lead[30:], rest[:20], rest[20:]),
        *("义诊进乡村", f"本报讯（记者 农春）{CLINIC[0][:25]}", CLINIC[0][25:], CLINIC[1]),
    )
    assert stories[0].paragraphs == (lead, rest)
    assert stories[1].paragraphs == (f"本报讯（记者 农春）{CLINIC[0]}", CLINIC[1])


def test_a_story_broken_off_goes_on_behind_the_stories_between():
    stories = _read(
        *(
            "产业路通到家门口",
            ROAD[0][:24],
            "义诊进乡村",
            *CLINIC,
            "本报通讯员 农春 摄",
            ROAD[0][24:],
            ROAD[1],
            "本报记者 韦小山",
        ),
        *("红歌嘹亮满校园", *SCHOOL, "本报记者 李二"),
    )
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村", "红歌嘹亮满校园"]
    assert stories[0].paragraphs == (*ROAD, "本报记者 韦小山")
    assert _names(stories[0]) == ["韦小山"]


def test_a_half_whose_heading_matches_a_subhead_of_an_earlier_story_is_its_other_half():
    stories = _read(
        *(
            "乘势而上再启航",
            ROAD[0],
            "2024年凝心聚力 擘画蓝图再出发",
            CLINIC[1],
            "本报记者 韦小山",
            "义诊进乡村",
            *CLINIC,
            "本报记者 农春",
        ),
        *("2023年踔厉奋发 书写实干成绩单", ROAD[1], SCHOOL[1]),
    )
    assert [story.title for story in stories] == ["乘势而上再启航", "义诊进乡村"]
    assert stories[0].paragraphs[-2:] == (ROAD[1], SCHOOL[1])


def test_a_jump_to_another_page_and_its_landing_on_the_same_page_are_one_story():
    stories = _read(
        *("产业路通到家门口", f"本报讯（记者 韦小山）{ROAD[0][:24]}", "（下转第3版）"),
        *("义诊进乡村", f"本报讯（通讯员 农春）{CLINIC[0]}", CLINIC[1], f"（上接第1版）{ROAD[0][24:]}", ROAD[1]),
    )
    assert stories[0].paragraphs == (f"本报讯（记者 韦小山）{ROAD[0]}", ROAD[1])
    assert stories[1].paragraphs == (f"本报讯（通讯员 农春）{CLINIC[0]}", CLINIC[1])


def test_the_landing_of_a_story_from_another_page_joins_no_neighbour():
    stories = _read(
        *("义诊进乡村", f"本报讯（通讯员 农春）{CLINIC[0]}", CLINIC[1], f"（上接第1版）{ROAD[0][24:]}", ROAD[1]),
        *("红歌嘹亮满校园", f"本报讯（记者 李二）{SCHOOL[0]}"),
    )
    assert [story.title for story in stories] == ["义诊进乡村", None, "红歌嘹亮满校园"]


def test_captions_and_credits_stand_apart_from_the_text():
    stories = _read(
        *("产业路通到家门口", "新修的产业路。(本报通讯员 王一 摄)", f"本报讯（记者 韦小山）{ROAD[0]}", ROAD[1]),
        *("义诊进乡村", f"本报讯（记者 农春）{CLINIC[0]}", CLINIC[1]),
    )
    assert stories[0].captions == ("新修的产业路。",)
    assert stories[0].credits == ("本报通讯员 王一 摄",)
    assert _names(stories[0]) == ["韦小山"]


def test_a_picture_that_tells_an_event_of_its_own_stands_alone():
    caption = "5月23日，城关小学师生来到县图书馆，在志愿者的带领下学习查找图书，体验传统拓印技艺，感受阅读的乐趣。"
    stories = _read(
        *(
            "产业路通到家门口",
            f"本报讯（记者 韦小山）{ROAD[0]}",
            "义诊进乡村",
            f"本报讯（记者 农春）{CLINIC[0]}",
            f"{caption}（王一 摄）",
        ),
    )
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村", None]
    assert stories[2].captions == (caption,)
    assert stories[2].paragraphs == ()
    assert [(a.name, a.role) for a in stories[2].authors] == [("王一", "摄")]


def test_photo_stories_are_stories():
    stories = _read(
        *("产业路通到家门口", *ROAD, "本报通讯员 韦小山 摄", "义诊进乡村", *CLINIC, "本报通讯员 农春 摄"),
        *("红歌嘹亮满校园", *SCHOOL, "本报记者 李二"),
    )
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村", "红歌嘹亮满校园"]
    assert stories[0].credits == ("本报通讯员 韦小山 摄",)


def test_a_first_headline_that_was_taken_for_the_page_s_title_is_given_back():
    stories = _read(
        *(f"本报讯（记者 韦小山）{ROAD[0]}", "义诊进乡村", f"本报讯（记者 农春）{CLINIC[0]}"),
        *("红歌嘹亮满校园", f"本报讯（记者 李二）{SCHOOL[0]}"),
        title="产业路通到家门口",
    )
    assert [story.title for story in stories] == ["产业路通到家门口", "义诊进乡村", "红歌嘹亮满校园"]


def test_one_story_of_a_newspaper_keeps_its_byline_and_dateline():
    (story,) = _read(f"本报讯（记者 韦小山）{ROAD[0]}", ROAD[1], title="产业路通到家门口")
    assert story.title is None
    assert story.dateline == "本报讯（记者 韦小山）"
    assert _names(story) == ["韦小山"]
    assert len(story.paragraphs) == 2


def test_mastheads_sections_and_imprints_are_no_headlines():
    stories = _read(
        *(
            "青石新闻",
            "03",
            "2024年3月12日　星期二",
            "要闻",
            "产业路通到家门口",
            f"本报讯（记者 韦小山）{ROAD[0]}",
            ROAD[1],
        ),
        *(
            "责编：卢小青　版式：韦一帆",
            "义诊进乡村",
            f"本报讯（记者 农春）{CLINIC[0]}",
            "新闻热线：0772-1234567　邮箱：a@example.cn",
        ),
    )
    assert [(story.kicker, story.title) for story in stories] == [(None, "产业路通到家门口"), (None, "义诊进乡村")]
    assert stories[1].paragraphs == (f"本报讯（记者 农春）{CLINIC[0]}",)


def test_headlines_that_begin_like_imprints_stay_headlines():
    stories = _read(
        *(
            "分享发展成果 共建美丽家园",
            f"本报讯（记者 韦小山）{ROAD[0]}",
            "审核把关更严格",
            f"本报讯（记者 农春）{CLINIC[0]}",
        ),
        *("农历三月三 壮乡歌如潮", f"本报讯（记者 李二）{SCHOOL[0]}"),
    )
    assert [story.title for story in stories] == [
        "分享发展成果 共建美丽家园",
        "审核把关更严格",
        "农历三月三 壮乡歌如潮",
    ]


def test_an_editor_s_note_above_a_digest_is_kept():
    note = "编者按：今年以来，双桥镇各村各展所长，涌现出一批好做法好经验，本报即日起开设专栏陆续刊发，供各地学习借鉴，敬请读者关注。"
    stories = _read(
        *(note, "1、产业路通到家门口", *ROAD, "通讯员：韦小山", "2、义诊进乡村", *CLINIC, "通讯员：农春"),
        title="双桥专刊",
    )
    assert [story.title for story in stories] == ["双桥专刊", "产业路通到家门口", "义诊进乡村"]
    assert stories[0].paragraphs == (note,)
