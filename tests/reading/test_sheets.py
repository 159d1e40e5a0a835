"""Pages of newspapers whose stories are signed by place, told apart by their matter, or no stories at all."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.blocks import Block
from crawler.reading.stories import StoryText, split_stories

SHOP = "新华书店的少儿图书展吸引了众多家长和孩子前来选购，此次展销共有图书三千余种，全部八折优惠。"
HOSPITAL = "中心医院的网上预约挂号系统正式运行，市民登录网站，输入姓名，就可以预约七天内的专家号。"
SCHOOL = "县第二中学举行了高三年级毕业典礼，一千名毕业生在国旗下庄严宣誓，又在校园里种下一片林子。"
SUBSIDY = "全县财政部门累计兑付汽车下乡补贴八百万元，一万多户农民得到实惠，从申报到领款最多五个工作日。"
UNSIGNED = {
    "新华书店举办少儿图书展": SHOP,
    "中心医院开通网上预约挂号": HOSPITAL,
    "二中举行毕业典礼": SCHOOL,
    "汽车下乡补贴兑现八百万元": SUBSIDY,
}
LEAF = "母亲打电话来，说后山的粽叶绿了。我握着电话，半天没有说话，鼻子里却分明闻到了那股清香。"
BOAT = "船到石桥的时候，天已经擦黑了。水生把篙往石缝里一插，船便稳稳地贴住了码头，没有惊动一个人。"
VERSE = ("桂花落在石阶上", "像谁撒了一把金色的米", "风从窗口翻过", "把一页没读完的书", "轻轻合起")
NEWS = "本报讯（记者 韦小满）昨天下午，青石镇的新桥通车，两岸的村民走上桥面，看了又看，久久不愿散去。"


def _read(*lines: str, title: str | None = None) -> list[StoryText]:
    return split_stories([Block(line) for line in lines], title)


def _titles(stories: list[StoryText]) -> list[str | None]:
    return [story.title for story in stories]


def test_reports_that_nobody_signed_are_told_apart_by_what_their_headlines_say():
    lines = [line for story in UNSIGNED.items() for line in story]
    assert _titles(_read(*lines)) == list(UNSIGNED)
    assert _titles(_read(*lines[1:], title=lines[0])) == list(UNSIGNED)


def test_sections_of_one_article_are_not_told_apart_by_their_headings():
    headings = ("把书送到孩子手里", "让看病的人少跑路", "给毕业生留一片林子", "让农民拿到真金白银")
    lines = [line for pair in zip(headings, UNSIGNED.values(), strict=True) for line in pair]
    assert len(_read(*lines, title="小城的四件实事")) == 1


@pytest.mark.parametrize(
    "title", ["青石日报", "A4 副刊", "青石中学校报 第92期", "第03版：综合", "青石周讯 2017-11-03 03版"]
)
def test_two_unsigned_stories_of_a_sheet_are_told_apart(title: str):
    lines = [line for story in list(UNSIGNED.items())[:2] for line in story]
    assert _titles(_read(*lines, title=title)) == list(UNSIGNED)[:2]


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("彭善良", ["彭善良"]),
        ("葛 伟", ["葛伟"]),
        ("田茂林 著", ["田茂林"]),
        ("□文／2021级3班 覃子涵", ["覃子涵"]),
        ("石桥小学三年级二班 贾思彤 指导老师：尚艳", ["贾思彤", "尚艳"]),
        ("许山矿 李成功", ["李成功"]),
    ],
)
def test_a_name_between_headline_and_text_signs_the_story(signature: str, names: list[str]):
    stories = _read("后山的粽叶", signature, LEAF, "码头", "向清华", BOAT, title="A4 副刊")
    assert _titles(stories) == ["后山的粽叶", "码头"]
    assert [author.name for author in stories[0].authors] == names


def test_a_name_with_its_office_signs_the_letter_above_it():
    stories = _read(
        *("路灯何时亮", "编辑同志：", SHOP, "请问，这几盏路灯到底归谁管？何时能亮？", "和平小区居民 钱志明"),
        *("农资别忘了说明书", "编辑同志：", SUBSIDY, "古城镇农技站 范长河"),
        title="青石日报",
    )
    assert [[author.name for author in story.authors] for story in stories] == [["钱志明"], ["范长河"]]
    assert "请问，这几盏路灯到底归谁管？何时能亮？" in stories[0].paragraphs


def test_slogans_are_no_names_and_one_name_is_none():
    stories = _read("县里召开推进会", "强产业 富百姓", NEWS, "义诊进乡村", NEWS.replace("韦小满", "农春"))
    assert stories[0].title == "强产业 富百姓"
    assert len(_read("竞演歌手", "张三", SHOP, "评委", HOSPITAL)) == 1


def test_a_poem_is_one_story_and_its_lines_are_no_headlines():
    stories = _read("后山的粽叶", "彭善良", LEAF, "秋日校园", "农思颖", *VERSE, "码头", "向清华", BOAT, title="A4 副刊")
    assert _titles(stories) == ["后山的粽叶", "秋日校园", "码头"]
    assert stories[1].paragraphs == ("农思颖", *VERSE)


def test_a_rhyme_of_one_measure_is_verse_and_may_be_signed_below():
    rhyme = ("下井前，休息好", "矿灯亮，靴帽牢", "顶板上，勤敲敲", "平安回，最重要")
    stories = _read("新桥通车", NEWS, "安全三字歌", *rhyme, "许山矿 李成功", title="青石矿工报 第三版")
    assert (stories[1].title, stories[1].paragraphs[:4]) == ("安全三字歌", rhyme)
    assert [author.name for author in stories[1].authors] == ["李成功"]


@pytest.mark.parametrize(
    "lines",
    [
        ("分类广告", "招聘：某酒楼急聘厨师数名。电话：6123456", "搬家：大众搬家公司，长短途，8元起，6655443"),
        ("本版责任编辑：尤东风 版式：何慧 校对：秦雪",),
        ("中共青石县委主办 国内统一连续出版物号 CN41-0077",),
        ("来信请寄：青石日报群工部 邮编：618000",),
        ("台风可能影响我市 ▶2版", "高考录取工作启动 ▶3版"),
        ("报：市教育局办公室，县委办", "送：局领导，机关各股室"),
        ("青石中医药职业学院报", "第二版 综合新闻", "2023年10月30日"),
    ],
)
def test_what_a_paper_prints_about_itself_is_in_no_story(lines: tuple[str, ...]):
    told = [line for story in list(UNSIGNED.items())[:2] for line in story]
    for page in ([*lines, *told], [*told, *lines]):
        stories = _read(*page, title="青石日报")
        shown = "".join("".join((story.title or "", story.kicker or "", *story.paragraphs)) for story in stories)
        assert not any(line in shown for line in lines if line != "2023年10月30日" or page[0] == lines[0])


def test_notices_have_their_own_names_for_headlines():
    stories = _read(
        "新桥通车", NEWS, "天气", "今天白天，晴间多云，偏北风3到4级，最高气温九度，夜间零下一度。", title="青石晚报"
    )
    assert _titles(stories) == ["新桥通车", "天气"]


def test_briefs_with_datelines_and_no_headlines_are_documents_each():
    briefs = [NEWS, NEWS.replace("韦小满", "农春"), NEWS.replace("韦小满", "蓝志峰")]
    stories = _read(*briefs, title="数字报")
    assert [(story.title, story.paragraphs) for story in stories] == [(None, (brief,)) for brief in briefs]


def test_a_telegram_opens_with_place_and_day():
    wired = [f"{place}3月10日电 {NEWS[13:]}" for place in ("青石镇", "县住建局", "石桥中学")]
    stories = _read(*(line for pair in zip(("青石镇", "县住建局", "石桥中学"), wired, strict=True) for line in pair))
    assert _titles(stories) == ["青石镇", "县住建局", "石桥中学"]


def test_who_wrote_a_report_that_opens_without_names_stands_at_its_end():
    told = NEWS.replace("（记者 韦小满）", " ")
    stories = _read("新桥通车", f"{told}（张北平 刘 洋）", "挂号上网", f"本报讯 {HOSPITAL}（农春 文/图）")
    assert [[author.name for author in story.authors] for story in stories] == [["张北平", "刘洋"], ["农春"]]


def test_an_answer_is_not_glued_to_the_question_that_names_who_asks():
    stories = _read(
        "借车出事谁担责",
        "问：车借给朋友出了事，我要赔吗？ 读者 齐先生",
        f"答：{SUBSIDY}（律师 卜凡）",
        "新桥通车",
        NEWS,
    )
    assert stories[0].paragraphs[1].startswith("答：")


SAID = (
    "“早就该这样了，我家孩子放假正愁没有地方去，这个周末就带他看看。”网友“老马识途”说。",
    "“以前天不亮就要来排队，现在手指一点就好，老人们恐怕还是不会用。”网友“小桥”说。",
    "“想起自己毕业那年，也在操场边上种过一棵香樟，如今怕有两层楼高。”网友“蓝天”说。",
    "“我们村有七家买了面包车，拉货接人都方便，明年还想换一辆大些的。”网友“稻香”说。",
)
COMMENTED = "".join(
    f"<p>{title}</p><p>本周，{text}</p><p>网友评论</p><p>{said}</p>"
    for (title, text), said in zip(UNSIGNED.items(), SAID, strict=True)
)


def test_a_heading_that_stands_under_each_item_ends_no_article():
    page = f"<html><head><meta charset=utf-8><title>网事周刊：本周热帖</title></head><body><div>{COMMENTED}</div></body></html>"
    documents = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")
    assert [document.title for document in documents] == list(UNSIGNED)


def test_a_county_s_paper_opens_its_reports_with_the_county_s_name():
    told = NEWS.removeprefix("本报讯（记者 韦小满）")
    stories = _read("新桥通车", f"青石讯（记者 韦小满）{told}", "义诊进乡村", f"青石讯（通讯员 农春 蓝天）{told}")
    assert [[author.name for author in story.authors] for story in stories] == [["韦小满"], ["农春", "蓝天"]]


@pytest.mark.parametrize("cited", ["（《青石日报》4月7日第5版）", "（石桥网4月9日）", "（《经济参考》2023年4月6日）"])
def test_where_and_when_a_report_was_printed_ends_it(cited: str):
    lines = [line for story in list(UNSIGNED.items())[:3] for line in (*story, cited)]
    stories = _read(*lines, title="媒体看青石（4月第1周）")
    assert _titles(stories) == list(UNSIGNED)[:3]
    assert not any(cited in paragraph for story in stories for paragraph in story.paragraphs)


def test_a_table_of_contents_heads_no_story():
    heads = [f"{n}.{title}" for n, title in enumerate(UNSIGNED, 1)]
    lines = [
        line for pair in zip(heads, (f"3月5日，{text}" for text in UNSIGNED.values()), strict=True) for line in pair
    ]
    stories = _read("今日导读", *heads, *lines, title="青石每日早报")
    assert [(story.title, story.kicker, story.subtitle) for story in stories] == [(t, None, None) for t in UNSIGNED]


def test_pictures_that_are_all_of_a_sheet_are_stories_each():
    captions = ("10月18日，市民马拉松开跑，六千人参赛。", "10月17日，花博园的菊花展吸引了众多游客。")
    stories = _read(f"{captions[0]}记者 牛书培 摄", f"{captions[1]}通讯员 党晨歌 摄", title="青石晨报 第08版：摄影")
    assert [(story.captions, story.authors[0].name) for story in stories] == [
        ((captions[0],), "牛书培"),
        ((captions[1],), "党晨歌"),
    ]


def test_an_account_of_something_is_a_subtitle_without_a_dash():
    stories = _read(
        "一名教师的十一年坚守", "记石桥小学校长余建国", NEWS, "从一粒米到一桌饭", "青石县做强稻米产业纪实", NEWS
    )
    assert [(story.title, story.subtitle) for story in stories] == [
        ("一名教师的十一年坚守", "记石桥小学校长余建国"),
        ("从一粒米到一桌饭", "青石县做强稻米产业纪实"),
    ]


@pytest.mark.parametrize(
    ("below", "names"),
    [("（作者系教育学院2015级毕业生 谢安然）", ["谢安然"]), ("李墨白（历史文化学院）", ["李墨白"])],
)
def test_where_a_writer_learns_is_no_part_of_the_name(below: str, names: list[str]):
    stories = _read("我的老师", LEAF, below, "码头", "向清华", BOAT, title="青石学院报")
    assert [author.name for author in stories[0].authors] == names


def test_verses_that_end_in_stops_are_verse_too():
    verse = ("桂子无声落，", "寒蛩伴月鸣。", "灯前翻旧信，", "一字一乡情。")
    stories = _read("新桥通车", NEWS, "秋夜思", "赵碧波", *verse, "码头", "向清华", BOAT, title="青石报 第4版")
    assert _titles(stories) == ["新桥通车", "秋夜思", "码头"]
    assert stories[1].paragraphs[-4:] == verse
    assert [author.name for author in stories[1].authors] == ["赵碧波"]


def test_what_stands_under_the_imprint_of_a_page_is_the_first_story_s():
    lines = (
        "青石师范学院报",
        "第四版 副刊",
        "2018年12月3日",
        "家书",
        "文学院 2016级 崔一诺",
        LEAF,
        "码头",
        "□ 向清华",
        BOAT,
    )
    page = f"<html><head><meta charset=utf-8><title>数字报</title></head><body><div>{''.join(f'<p>{x}</p>' for x in lines)}</div></body></html>"
    documents = read_documents(page.encode(), "http://xb.qingshi.cn/a.html")
    assert [(document.title, document.authors[0].name) for document in documents] == [
        ("家书", "崔一诺"),
        ("码头", "向清华"),
    ]


def test_an_old_page_sets_no_blank_behind_its_dateline():
    told = NEWS.removeprefix("本报讯（记者 韦小满）")
    stories = _read("新桥通车", f"本报讯{told}（刘京友）", "挂号上网", f"本报讯{HOSPITAL}（王济生）")
    assert [[author.name for author in story.authors] for story in stories] == [["刘京友"], ["王济生"]]


@pytest.mark.parametrize(
    ("title", "opening", "headings"),
    [
        (
            "汛期安全常识",
            "进入汛期，暴雨频发，掌握一些汛期安全常识十分必要。",
            ("室内积水如何应对", "山洪来了往哪里跑"),
        ),
        (
            "石桥村的三件喜事",
            "年关将近，石桥村的三件喜事让村民们脸上都挂着笑。",
            ("水泥路修到家门口", "自来水流进农家院"),
        ),
    ],
)
def test_an_article_whose_sections_repeat_their_headings_is_one(title: str, opening: str, headings: tuple[str, ...]):
    told = "王大爷说，这件事他看在眼里，记在心上，逢人便讲。"
    lines = [line for heading in headings for line in (heading, f"{heading}，{told}{len(heading)}个月来一直如此。")]
    assert len(_read(opening, *lines, title=title)) == 1


def test_three_reports_with_nothing_in_common_need_no_imprint():
    lines = [line for story in list(UNSIGNED.items())[:3] for line in story]
    assert _titles(_read(*lines)) == list(UNSIGNED)[:3]


def test_who_wrote_a_rhyme_may_stand_above_a_notice():
    rhyme = ("下井前，休息好", "矿灯亮，靴帽牢", "顶板上，勤敲敲", "平安回，最重要")
    lines = ("新桥通车", NEWS, "义诊进乡村", NEWS.replace("韦小满", "农春"), "安全三字歌", *rhyme, "焦化厂 卢长山")
    stories = _read(*lines, "寻物启事", "本人于十月八日乘车时丢失提包一个，内有证件，拾到者请与冯玉兰联系，必有重谢。")
    assert [author.name for author in stories[2].authors] == ["卢长山"]
    assert stories[3].title == "寻物启事"


def test_what_is_left_unsure_at_the_end_of_a_restored_line_ends_it():
    told = NEWS.removeprefix("本报讯（记者 韦小满）").rstrip("。")
    stories = _read(
        "新桥通车", f"本报讯 {told}\ufffd", f"据了解，{told}\ufffd（张北平）", "挂号上网", HOSPITAL, "（农春）"
    )
    assert [len(story.paragraphs) for story in stories] == [2, 2]
    assert [[author.name for author in story.authors] for story in stories] == [["张北平"], ["农春"]]


def test_verse_under_a_name_is_told_where_two_reports_are_signed():
    verse = ("登山", "石瀑飞泉挂碧空，", "松风十里听鸣钟。", "游人莫道山无路，", "云在脚边花在胸。")
    stories = _read("新桥通车", NEWS, "义诊进乡村", NEWS.replace("韦小满", "农春"), "诗词三首", "程光明", *verse)
    assert [author.name for author in stories[2].authors] == ["程光明"]


def test_an_office_that_sent_a_report_in_and_a_class_are_no_writers():
    stories = _read(
        "艺术节开幕", SCHOOL, "（校团委供稿）", "二中表彰学生", f"{SCHOOL}（高三 12班 郝雨婷）", title="青石二中校报"
    )
    assert [[author.name for author in story.authors] for story in stories] == [[], ["郝雨婷"]]
