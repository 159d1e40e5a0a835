"""Forms of bylines, headlines, rubrics, captions and items that newspaper pages and digests have."""

from __future__ import annotations

import pytest

from crawler.reading.blocks import Block
from crawler.reading.stories import StoryText, split_stories
from crawler.reading.stories.furniture import is_box_label, is_furniture, is_rubric
from crawler.reading.stories.signs import lists_names, read_lead, read_signature, split_picture

ROAD = "近日，青石镇产业路全线贯通，沿线八个村的群众告别了雨天一身泥的日子。"
CLINIC = "3月7日，县卫健局组织医务人员到双桥村开展义诊，现场为群众测量血压、讲解用药常识。"
RICE = "眼下正是早稻插秧的时节，走进临江镇，平整的水田里机声隆隆，农户们忙着起秧、运秧、插秧。"
SONG = "操场上歌声嘹亮，实验小学的红歌比赛正在进行，二十个班级的孩子用歌声表达对家乡的热爱。"
MORE = "据了解，此类活动每月举办一次，所需经费由县财政安排。"


def _read(*lines: str, title: str | None = None) -> list[StoryText]:
    return split_stories([Block(line) for line in lines], title)


def _titles(stories: list[StoryText]) -> list[str | None]:
    return [story.title for story in stories]


def _names(story: StoryText) -> list[str]:
    return [author.name for author in story.authors]


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("【本报讯】（记者 韦小山）", ["韦小山"]),
        ("[本报讯]（通讯员 韦小山 农春）", ["韦小山", "农春"]),
        ("【本报讯】", []),
        ("县融媒体中心讯（通讯员 韦小山）", ["韦小山"]),
        ("通讯员 韦小山 农春 报道：", ["韦小山", "农春"]),
        ("本报讯 记者韦小山 ", ["韦小山"]),
        ("本报讯 通讯员韦小山、农春 ", ["韦小山", "农春"]),
        ("本报讯（记者韦小山通讯员王飞李永）", ["韦小山", "王飞", "李永"]),
        ("本报讯（记者 格桑边觉）", ["格桑边觉"]),
    ],
)
def test_datelines_are_read_in_every_form(lead: str, names: list[str]):
    found = read_lead(f"{lead}{ROAD}")
    assert found is not None
    assert [author.name for author in found.authors] == names
    assert f"{lead}{ROAD}".startswith(found.dateline)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□韦小山 农春", ["韦小山", "农春"]),
        ("□本报记者张靖本报通讯员郜敏", ["张靖", "郜敏"]),
        ("（韦小山 农春）②11", ["韦小山", "农春"]),
        ("■高山流水", []),
        ("●春到山乡", []),
        ("□春耕一线见闻", []),
    ],
)
def test_bylines_behind_marks_without_spaces_and_before_desk_marks(line: str, names: list[str]):
    assert [author.name for author in read_signature(line)] == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("工人在检修设备。 韦小山 摄", ("工人在检修设备。", "韦小山 摄")),
        ("▲工人在检修设备。韦小山摄", ("▲工人在检修设备。", "韦小山摄")),
        ("学生给老师献花。⑧3高超 秦林 摄", ("学生给老师献花。", "高超 秦林 摄")),
        ("活动将持续到月底。（韦小山 文/图）", None),
        ("近日，全县开展抓拍比赛。共有五百人参加拍摄", None),
    ],
)
def test_captions_are_told_by_who_took_the_picture(line: str, expected: tuple[str, str] | None):
    assert split_picture(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        *("遗失声明：韦小山遗失身份证，声明作废。", "讲文明 树新风", "青石日报 2024年3月12日", "青石报", "本版导读"),
        *(
            "（责任编辑：韦小山）",
            "责任编辑 韦小山 版式 卢小青",
            "□本版责编 韦小山",
            "总第1234期 今日4版",
            "中共青石县委机关报",
        ),
        *("国内统一刊号 CN45-0000", "多云转晴 15℃～22℃", "投稿邮箱 qsb@example.cn", "中共青石县委宣传部主办"),
    ],
)
def test_what_belongs_to_no_story(line: str):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "县纪委发出情况通报",
        "春来捷报",
        "声明作废的票据要登记",
        "节约用水从我做起",
        "编辑部来了小记者",
        "今日开镰收早稻",
    ],
)
def test_headlines_that_look_like_furniture(line: str):
    assert not is_furniture(line)


def test_labels_of_boxes_and_rubrics():
    assert all(map(is_box_label, ("编者按", "【记者手记】", "相关链接：", "编后")))
    assert all(map(is_rubric, ("图片新闻", "■简讯", "新闻短波")))
    assert not is_box_label("链接城乡的桥")
    assert not is_rubric("简讯写作培训班开班")
    assert lists_names("韦小山 农春 王一 李二")
    assert not lists_names("凝心聚力 共谋发展 真抓实干")


def test_a_headline_broken_within_a_word_or_a_quotation_is_one():
    stories = _read(
        *(
            "全县防汛工",
            "作会议召开",
            f"本报讯（记者 韦小山）{ROAD}",
            "“小积分",
            "”兑出文明新风",
            f"本报讯（记者 农春）{CLINIC}",
        ),
        *("同心聚力", "共同缔造", f"本报讯（记者 王一）{SONG}"),
    )
    assert _titles(stories) == ["全县防汛工作会议召开", "“小积分”兑出文明新风", "同心聚力 共同缔造"]
    (first, _) = _read("青山绿水间", "的“守林人”", RICE, "（记者 王一）", "义诊进乡村", CLINIC, "（记者 农春）")
    assert first.title == "青山绿水间的“守林人”"


def test_the_first_half_of_a_headline_taken_for_the_page_s_title_is_given_back():
    stories = _read(
        *("沿线八村群众笑开颜", f"本报讯（记者 韦小山）{ROAD}", "义诊进乡村", f"本报讯（记者 农春）{CLINIC}"),
        title="青石镇产业路全线贯通",
    )
    assert (stories[0].kicker, stories[0].title) == ("青石镇产业路全线贯通", "沿线八村群众笑开颜")


def test_a_title_that_tells_of_no_single_story_is_not_given_to_the_first():
    stories = _read(
        *("产业路通到家门口", f"本报讯（记者 韦小山）{ROAD}", "义诊进乡村", f"本报讯（记者 农春）{CLINIC}"),
        title="双桥专刊",
    )
    assert (stories[0].kicker, stories[0].title) == (None, "产业路通到家门口")


def test_two_stories_signed_below_are_parted_though_the_first_headline_is_the_page_s_title():
    stories = _read(ROAD, "（记者 韦小山）", "义诊进乡村", CLINIC, "（记者 农春）", title="产业路通到家门口")
    assert _titles(stories) == ["产业路通到家门口", "义诊进乡村"]


def test_a_rubric_above_headlines_goes_and_above_briefs_is_their_headline():
    stories = _read(
        *("简讯", "产业路通到家门口", f"本报讯（记者 韦小山）{ROAD}", "义诊进乡村", f"本报讯（记者 农春）{CLINIC}"),
        *("短波", "●县水利局检查水库三座，发现隐患两处，已督促整改。（王一）", "●县图书馆新增绘本一千册。（李二）"),
    )
    assert _titles(stories) == ["产业路通到家门口", "义诊进乡村", "短波"]
    assert _names(stories[2]) == ["王一", "李二"]


def test_notes_and_boxes_stay_with_their_story():
    stories = _read(
        *("产业路通到家门口", "编者按", "又到春耕时，本报推出一组报道。", f"本报讯（记者 韦小山）{ROAD}"),
        *("义诊进乡村", CLINIC, "（记者 农春）", "相关链接", MORE, "红歌嘹亮满校园", f"本报讯（记者 王一）{SONG}"),
    )
    assert _titles(stories) == ["产业路通到家门口", "义诊进乡村", "红歌嘹亮满校园"]
    assert stories[0].paragraphs[:2] == ("编者按", "又到春耕时，本报推出一组报道。")
    assert stories[1].paragraphs[-2:] == ("相关链接", MORE)


def test_poems_and_essays_of_a_supplement_are_stories():
    stories = _read(
        *(
            "母亲的菜园",
            "□ 韦小山",
            "母亲的菜园在老屋后面，不过两分地，却四季常青。",
            "每次回家，母亲总要摘上满满一篮子。",
        ),
        *("春到山乡", "□ 农春", "桃花开满山坡", "溪水绕过人家", "老牛走在田埂", "燕子衔来新泥"),
        *("赶圩", "□ 王一", "逢三逢八是赶圩的日子，天不亮，山路上就有了说笑声。"),
    )
    assert _titles(stories) == ["母亲的菜园", "春到山乡", "赶圩"]
    assert stories[1].paragraphs[1:] == ("桃花开满山坡", "溪水绕过人家", "老牛走在田埂", "燕子衔来新泥")
    assert [_names(story) for story in stories] == [["韦小山"], ["农春"], ["王一"]]


def test_rows_of_names_and_the_office_that_signs_are_no_headlines():
    stories = _read(
        *("劳动模范名单", "韦小山 农春 王一 李二", "张三 赵四 钱五 孙六", "县总工会", "2024年4月25日"),
        *("义诊进乡村", f"本报讯（记者 农春）{CLINIC}", "早稻插秧忙", f"本报讯（记者 王一）{RICE}"),
    )
    assert _titles(stories) == ["劳动模范名单", "义诊进乡村", "早稻插秧忙"]
    assert stories[0].paragraphs == ("韦小山 农春 王一 李二", "张三 赵四 钱五 孙六", "县总工会", "2024年4月25日")


def test_a_dateline_on_a_line_of_its_own_runs_on():
    stories = _read("产业路通到家门口", "本报讯（记者 韦小山）", ROAD, "义诊进乡村", "本报讯（通讯员 农春）", CLINIC)
    assert stories[0].paragraphs == (f"本报讯（记者 韦小山）{ROAD}",)
    assert _names(stories[1]) == ["农春"]


@pytest.mark.parametrize(
    "between",
    [
        ("2",),
        ("青石报", "2024年3月12日 星期二"),
        ("图为义诊现场。",),
        ("▲医务人员为老人量血压。农春摄",),
        ("遗失声明：韦小山遗失身份证，声明作废。",),
        ("讲文明 树新风 公益广告",),
    ],
    ids=lambda lines: lines[0],
)
@pytest.mark.parametrize("cut", [28, 40, 60])
def test_a_sentence_runs_on_behind_what_stands_in_its_cut(between: tuple[str, ...], cut: int):
    lead = f"本报讯（记者 韦小山）{CLINIC}{RICE}"
    stories = _read(
        *("义诊进乡村", lead[:cut], *between, lead[cut:], MORE, "红歌嘹亮满校园", f"本报讯（记者 王一）{SONG}"),
    )
    assert stories[0].paragraphs == (lead, MORE)


@pytest.mark.parametrize(
    ("to", "start"),
    [
        ("（下转第3版）", "（上接第1版）"),
        ("▶下转2版", "◀上接1版"),
        ("【下转第二版】", "【上接第一版】"),
        ("→转4版", "（紧接第一版）"),
    ],
)
@pytest.mark.parametrize("glued", [False, True], ids=["lines of their own", "in the text"])
def test_continuations_are_followed_in_every_form(to: str, start: str, glued: bool):
    first, rest = f"本报讯（记者 韦小山）{RICE[:30]}", RICE[30:]
    head, tail = ([first + to], [start + rest]) if glued else ([first, to], [start, rest])
    stories = _read("早稻插秧忙", *head, "义诊进乡村", f"本报讯（通讯员 农春）{CLINIC}", *tail)
    assert stories[0].paragraphs == (f"本报讯（记者 韦小山）{RICE}",)
    assert stories[1].paragraphs == (f"本报讯（通讯员 农春）{CLINIC}",)


@pytest.mark.parametrize(
    "items",
    [
        [f"【产业路通到家门口】{ROAD}", f"【义诊进乡村】{CLINIC}", f"【早稻插秧忙】{RICE}"],
        [f"1.产业路通到家门口。{ROAD}", f"2.义诊进乡村。{CLINIC}", f"3.早稻插秧忙。{RICE}"],
        ["01 产业路通到家门口", ROAD, "02 义诊进乡村", CLINIC, "03 早稻插秧忙", RICE],
        ["NO.1 产业路通到家门口", ROAD, "NO.2 义诊进乡村", CLINIC, "NO.3 早稻插秧忙", RICE],
        ["◆ 产业路通到家门口", ROAD, "◆ 义诊进乡村", CLINIC, "◆ 早稻插秧忙", RICE],
        ["◇产业路通到家门口", ROAD, "◇义诊进乡村", CLINIC, "◇早稻插秧忙", RICE],
        ["▌产业路通到家门口", ROAD, "▌义诊进乡村", CLINIC, "▌早稻插秧忙", RICE, "编辑丨韦小山 校对丨农春"],
    ],
    ids=[
        "in brackets",
        "numbered in the line",
        "with a zero",
        "with a Latin label",
        "behind marks",
        "behind open marks",
        "behind bars",
    ],
)
def test_items_of_a_digest_are_parted_however_they_are_marked(items: list[str]):
    stories = _read(*items, title="青石县一周要闻")
    assert _titles(stories) == ["产业路通到家门口", "义诊进乡村", "早稻插秧忙"]
    assert [story.paragraphs for story in stories] == [(ROAD,), (CLINIC,), (RICE,)]
    assert len(_read(*items, title="青石县乡村建设纪实")) == 1


def test_sections_that_tell_of_nothing_that_happened_are_no_items_of_a_digest():
    told = "各单位要压实责任，细化举措，确保各项任务落到实处、见到成效。"
    lines = [f"1.加强组织领导。{told}", f"2.强化宣传引导。{told}", f"3.严格督查问责。{told}"]
    assert len(_read(*lines, title="青石县一周要闻")) == 1


def test_an_article_signed_above_and_below_by_one_writer_is_one():
    stories = _read(
        *("产业路通到家门口", f"本报讯（记者 韦小山）{ROAD}", "田间来了好医生", CLINIC, "（记者 韦小山 农春）"),
        *("红歌嘹亮满校园", f"本报讯（记者 王一）{SONG}"),
    )
    assert _titles(stories) == ["产业路通到家门口", "红歌嘹亮满校园"]


@pytest.mark.parametrize(
    "parted", [(), ("3月4日", "3月5日", "3月6日（星期四）"), ("【要闻】", "【民生】", "【教育】")], ids=str
)
def test_reports_of_a_collection_without_numbers_are_parted(parted: tuple[str, ...]):
    reports = [("县委常委会召开会议", CLINIC), ("产业路通到家门口", ROAD), ("早稻插秧忙", RICE)]
    labels = [(label,) for label in parted] or [()] * 3
    lines = [line for label, report in zip(labels, reports, strict=True) for line in (*label, *report)]
    assert _titles(_read(*lines, title="青石县一周要闻")) == [title for title, _ in reports]
    assert len(_read(*lines, title="青石县乡村建设动态")) == 1


def test_a_headline_with_commas_stands_right_above_a_dateline():
    stories = _read(
        *("县领导督查防汛工作时要求", "压实责任，守牢底线，确保安全度汛", f"本报讯（记者 韦小山）{ROAD}"),
        *("义诊进乡村", f"本报讯（记者 农春）{CLINIC}"),
    )
    assert (stories[0].kicker, stories[0].title) == ("县领导督查防汛工作时要求", "压实责任，守牢底线，确保安全度汛")


def test_rows_of_figures_under_their_head_are_no_headlines():
    stories = _read(
        *("本周菜价", "品名 单价 涨跌", "白菜 2.5元 -0.1", "萝卜 1.8元 +0.2"),
        *("义诊进乡村", f"本报讯（记者 农春）{CLINIC}", "产业路通到家门口", f"本报讯（记者 韦小山）{ROAD}"),
    )
    assert _titles(stories) == ["本周菜价", "义诊进乡村", "产业路通到家门口"]
    assert stories[0].paragraphs == ("品名 单价 涨跌", "白菜 2.5元 -0.1", "萝卜 1.8元 +0.2")


def test_headlines_set_wide_or_in_three_lines_are_read_whole():
    stories = _read(
        *("义 诊 进 乡 村", f"本报讯（记者 农春）{CLINIC}"),
        *("委员会第六次全体会议暨", "全县经济工作会议召开", f"本报讯（记者 韦小山）{ROAD}"),
        *("青石镇：插秧忙", "“五到位”", "保丰收", f"本报讯（记者 王一）{RICE}"),
    )
    assert _titles(stories)[:2] == ["义诊进乡村", "委员会第六次全体会议暨全县经济工作会议召开"]


def test_where_a_report_was_written_is_no_writer():
    assert [a.name for a in read_signature("本报记者 农春 双桥村报道")] == ["农春"]
    assert [a.name for a in read_signature("本报记者 农春 发自青石镇")] == ["农春"]


def test_a_sentence_cut_between_two_clauses_runs_on_and_items_keep_their_lines():
    first = "区教育局认真履行职责，改造校舍二十间，新增学位三百个，群众满意度不断提升；"
    stories = _read(
        *("办好人民满意教育", f"本报讯（记者 韦小山）{first}", "在今后的工作中，将继续补短板、强弱项。"),
        *(
            "县里部署春耕",
            f"本报讯（记者 农春）会议要求：一是{first}",
            "二是压实责任。",
            f"三是{first}",
            "（四）抓好落实。",
        ),
    )
    assert stories[0].paragraphs == (f"本报讯（记者 韦小山）{first}在今后的工作中，将继续补短板、强弱项。",)
    assert len(stories[1].paragraphs) == 4


def test_an_item_of_a_digest_may_be_a_picture():
    stories = _read(
        *("1、产业路通到家门口", ROAD, "通讯员：韦小山", "2、早稻插秧忙", "3月6日，村民在田间插秧。（农春 摄）"),
        *("3、义诊进乡村", CLINIC, "通讯员：王一", "4、红歌嘹亮满校园", SONG, "通讯员：李二"),
        title="《青石日报》双桥专刊",
    )
    assert _titles(stories) == ["产业路通到家门口", "早稻插秧忙", "义诊进乡村", "红歌嘹亮满校园"]
    assert stories[1].paragraphs == ("3月6日，村民在田间插秧。",)
    assert _names(stories[1]) == ["农春"]


def test_reports_of_a_digest_that_open_with_their_day_need_no_numbers():
    reports = {
        "学校举行期中质量分析会": "11月14日下午，学校举行期中考试质量分析会，教务处从三个层面作了剖析。",
        "红歌预演唱响操场": "11月18日，高二年级在操场进行红歌合唱预演，同学们用歌声表达热爱。",
        "消防演练筑牢防线": "11月9日是全国消防日，师生参加消防疏散演练，四分钟内全部撤离。",
    }
    lines = [line for report in reports.items() for line in report]
    assert _titles(_read(*lines, title="石桥一中2022年11月校园要闻")) == list(reports)
    assert len(_read(*lines, title="石桥一中的十一月")) == 1


@pytest.mark.parametrize("title", ["3月11日《青石日报》临江专版", "临江新闻"])
def test_a_number_alone_above_a_headline_is_no_headline(title: str):
    items = [("修路连起八个村", ROAD, "韦小山"), ("义诊进村暖民心", CLINIC, "农春"), ("插秧机跑出加速度", RICE, "蓝天")]
    lines = [
        line
        for number, (head, text, name) in zip("一二三", items, strict=True)
        for line in (f"（{number}）", head, text, MORE, f"通讯员：{name}")
    ]
    assert _titles(_read(*lines, title=title)) == [head for head, _, _ in items]


def test_the_second_half_of_an_article_holds_its_writer_s_name():
    first = ("一枝一叶总关情", "——青石县脱贫工作综述", SONG, "党建引领 建强战斗堡垒", MORE)
    second = ("产业为本 拓宽增收渠道", RICE.removeprefix("眼下"), MORE, "本报记者 韦小山")
    found = _read(
        *first, "农家书屋成了充电站", f"本报讯（农春 蓝小天）{CLINIC}", *second, "驿站添新", f"本报讯（王建）{ROAD}"
    )
    assert _titles(found) == ["一枝一叶总关情", "农家书屋成了充电站", "驿站添新"]
    assert _names(found[0]) == ["韦小山"]


def test_the_papers_and_the_pages_that_a_digest_quotes_are_no_headlines():
    told = "5月8日，青石镇的老粮站挂上了村史馆的牌子，老人们围着公粮本说起三十年前的收成。"
    items = [("修路连起八个村", ROAD), ("义诊进村暖民心", CLINIC), ("老粮站里说收成", told)]
    papers = ("【青石日报】", "【临江新闻网】", "【青石电视台】")
    lines = [line for paper, item in zip(papers, items, strict=True) for line in (paper, *item, "（5月9日第6版）")]
    found = _read(*lines, title="媒体看青石（5月第2周）")
    assert _titles(found) == [head for head, _ in items]
    assert [story.paragraphs for story in found] == [(text,) for _, text in items]


def test_a_line_that_names_who_says_it_belongs_to_the_headline_below():
    lines = [
        line
        for who, head, text in (
            ("韦小满", "让竹编走出大山", RICE),
            ("农春", "多建口袋公园", SONG),
            ("蓝天", "修好产业路", ROAD),
        )
        for line in (f"县人大代表{who}：", head, text, f"记者 {who}")
    ]
    found = _read(*lines, title="两会特刊")
    assert _titles(found)[-1] == "县人大代表蓝天：修好产业路"
    assert len(found) == 3


@pytest.mark.parametrize(
    ("first", "second", "heads"),
    [
        (
            "三千亩芦苇荡白鹭翩飞",
            "临江区投入1.2亿元修复湿地",
            ("三千亩芦苇荡白鹭翩飞", None, "临江区投入1.2亿元修复湿地"),
        ),
        (
            "三岁男童误吞纽扣",
            "医生提醒：黄金时间只有两小时",
            ("三岁男童误吞纽扣", None, "医生提醒：黄金时间只有两小时"),
        ),
        ("双堠镇", "西瓜小镇建起一所新学堂", ("西瓜小镇建起一所新学堂", "双堠镇", None)),
    ],
)
def test_of_two_headlines_the_one_that_says_who_did_it_stands_below(first: str, second: str, heads: tuple[str | None]):
    found = _read(first, second, f"本报讯（农春）{CLINIC}", "插秧机跑出加速度", f"本报讯（韦小山）{RICE}")[0]
    assert (found.title, found.kicker, found.subtitle) == heads


def test_the_weather_and_what_the_next_issue_brings_are_no_story_s():
    tail = ("今日多云转阵雨，东南风3至4级，气温22℃～30℃。", "下期预告：《从煤油灯到特高压》")
    found = _read("义诊进村暖民心", f"本报讯（农春）{CLINIC}", "插秧机跑出加速度", f"本报讯（韦小山）{RICE}", *tail)
    assert found[1].paragraphs == (f"本报讯（韦小山）{RICE}",)


def test_sections_of_an_interrupted_article_may_have_labels_of_one_make():
    first = (
        "向新而行 聚势而上",
        "——临江县发展综述",
        SONG,
        "产业篇：链上发力",
        MORE,
        "城乡篇：内外兼修",
        MORE,
        "本报通讯员 韦小山",
    )
    picture = ("送戏下乡乐翻天", CLINIC, "本报通讯员 农春 摄")
    found = _read(
        *first,
        *picture,
        "民生篇：枝叶关情",
        "新建学校九所，新增学位两千四百个。",
        "改革篇：破立并举",
        "企业开办只要半天。",
    )
    assert _titles(found) == ["向新而行 聚势而上", "送戏下乡乐翻天"]
    assert found[0].paragraphs[-1] == "企业开办只要半天。"


def test_the_banner_over_a_page_is_no_subhead_of_its_last_story():
    found = _read(
        "义诊进村暖民心",
        f"本报讯（农春）{CLINIC}",
        "红歌声里话家乡",
        f"本报讯（韦小山）{SONG}",
        "凝心聚力谋发展 团结奋进谱新篇",
    )
    assert found[1].paragraphs == (f"本报讯（韦小山）{SONG}",)


def test_pictures_that_only_photographers_sign_part_an_article_that_nobody_signs():
    halves = (
        ("经济总量跃上新台阶", "规模以上工业企业由六十一家增加到一百零八家，产值翻了一番。"),
        ("脱贫攻坚取得新胜利", "四十三个贫困村全部出列，历史性地解决了绝对贫困问题。"),
        ("城乡面貌展现新气象", "村村通了硬化路和自来水，城镇化率提高九个百分点。"),
    )
    pictures = (
        (
            "临江镇：蜜柚丰收采摘忙",
            "1月20日，临江镇的柚农们忙着采摘、装箱，今年蜜柚丰收，产值超过四千万元。",
            "本报通讯员 农春 摄",
        ),
        ("双桥镇：义写春联送祝福", "1月22日，双桥镇的书法爱好者走进社区义写春联，送上祝福。", "本报通讯员 蓝天 摄"),
    )
    lines = ("五年砥砺 铸就辉煌", SONG, *halves[0], *pictures[0], *pictures[1], *halves[1], *halves[2])
    found = _read(*lines)
    assert _titles(found) == ["五年砥砺 铸就辉煌", pictures[0][0], pictures[1][0]]
    assert found[0].paragraphs[-1] == halves[2][1]


def test_sections_whose_pictures_are_credited_are_one_article():
    lines = ("修路连起八个村", ROAD, "路通了", MORE, "本报记者 农春 摄", "人回来了", MORE, "本报记者 蓝天 摄")
    assert len(_read(*lines, title="修路连起八个村")) == 1
