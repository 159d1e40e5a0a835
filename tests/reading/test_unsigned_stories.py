"""Stories without a dateline or a byline: what their page's title, its first lines and their matter tell of them."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.test_sheets import BOAT, HOSPITAL, LEAF, NEWS, SCHOOL, SHOP, SUBSIDY, UNSIGNED, VERSE, _read, _titles


def test_verse_under_a_name_is_told_where_another_story_is_signed_so():
    stories = _read("旧历五月", LEAF, "石阶", "卢 欢", "一", *VERSE, "远行", "韦小满", BOAT, title="青石文艺")
    assert _titles(stories)[1:] == ["石阶", "远行"]
    assert [[author.name for author in story.authors] for story in stories[1:]] == [["卢欢"], ["韦小满"]]


def test_the_first_of_several_briefs_without_headlines_is_no_title():
    briefs = [
        f"新华社北京11月1日电 （记者 韦小满）{SHOP}",
        f"据新华社上海11月1日电 （记者 农春）{HOSPITAL}",
        f"新华社广州11月1日电 （记者 蓝志峰）{SCHOOL}",
    ]
    stories = _read(*briefs[1:], title=briefs[0])
    assert _titles(stories) == [None] * 3
    assert [story.paragraphs for story in stories] == [(brief,) for brief in briefs]


def test_the_masthead_that_stands_above_a_page_heads_no_story():
    stories = _read("今日石桥", "1版 要闻 2版 综合", "新桥通车", NEWS, "义诊进乡村", NEWS, title="今日石桥")
    assert [(story.kicker, story.title) for story in stories] == [(None, "新桥通车"), (None, "义诊进乡村")]


def test_of_pictures_alone_one_may_have_a_caption_of_several_sentences():
    captions = (
        "10月5日，游客乘画舫观赏芦花。 韦小满 摄",
        "国庆假期，邮递员加班送包裹。图为他们在分拣货物。 农春 摄",
    )
    (story,) = _read(*captions, title="光影石桥")
    assert (story.paragraphs, story.captions) == (captions, ())


def test_a_question_is_no_headline():
    stories = _read("新桥通车", NEWS, "义诊进乡村", NEWS, "你问我答", "问：借车出事谁担责？", f"答：{SUBSIDY}")
    assert _titles(stories) == ["新桥通车", "义诊进乡村"]


def test_headlines_may_share_a_word_with_another_report_where_they_say_what_their_own_tells():
    told = {
        **UNSIGNED,
        "石桥县扶持下岗职工再就业": "石桥县开办免费的培训班，下岗职工学会了一技之长，有的管起了图书，有的办起了小吃店。",
    }
    assert _titles(_read(*[line for story in told.items() for line in story])) == list(told)


def test_the_second_half_of_a_long_story_has_headings_of_the_measure_of_the_first_s():
    first = ("实干为笔绘新卷 逐浪潮头再出发", NEWS, "锚定目标 谋划一张施工图", HOSPITAL, "本报通讯员 韦小满")
    between = ("书展开幕", SHOP, "本报通讯员 农春 摄")
    second = ("踔厉奋发 交出一份硬答卷", SCHOOL, "项目建设跑出加速度", SUBSIDY)
    stories = _read(*first, *between, *second)
    assert _titles(stories) == [first[0], "书展开幕"]
    assert stories[0].paragraphs[-4:] == second


def test_the_rubric_of_a_group_of_briefs_heads_none_of_them():
    stories = _read("社区短波", "新桥通车", NEWS, "义诊进乡村", NEWS.replace("韦小满", "农春"), title="社区短波")
    assert [(story.kicker, story.title) for story in stories] == [(None, "新桥通车"), (None, "义诊进乡村")]


def test_advice_that_nobody_signed_is_told_apart_where_no_part_shares_a_word_with_another_s_headline():
    advice = {
        "稻田养鸭好处多": "监利县农民张德清在十八亩稻田里放了二百七十只麻鸭，鸭子吃虫除草，鸭粪肥田，少打三遍药。",
        "棉花打顶莫过早": "眼下一些棉农给棉花打顶偏早，容易造成早衰减产，单株果枝达到十六台左右，方可进行，否则减产。",
        "鱼塘缺氧有征兆": "夏季天气闷热，鱼塘容易缺氧，如果清晨鱼群浮头，受惊后不下沉，应立即加注新水，开动增氧机械。",
        "卖粮别忘索要发票": "江陵县农民刘先友把两万斤稻谷给了粮商，对方打白条后不知去向，专家提醒，卖粮要索要发票为凭。",
    }
    lines = [line for story in advice.items() for line in story]
    assert _titles(_read(*lines[1:], title=lines[0])) == list(advice)


def test_a_report_with_its_own_dateline_stands_below_an_article():
    article = (SHOP, HOSPITAL)
    assert _titles(_read(*article, "新桥通车", NEWS, title="小城的两件实事")) == ["小城的两件实事", "新桥通车"]
    note = "编者按：新桥通车的消息传来，本报记者走访了两岸的村民，请他们说说各自的心里话，现将报道刊登如下，以飨读者，并向建设者致敬，也请读者来信说说身边的桥。"
    assert len(_read(note, "新桥通车", NEWS, title="桥的故事")) == 1


def test_an_announcement_may_have_its_name_set_wide():
    told = ("公 告", f"我局拟对下列事项进行公示：{SUBSIDY}", "石桥县水利局", "2014年5月6日")
    stories = _read("新桥通车", NEWS, "义诊进乡村", NEWS.replace("韦小满", "农春"), *told)
    assert _titles(stories) == ["新桥通车", "义诊进乡村", "公告"]


def test_day_and_number_of_a_page_on_one_line_are_its_imprint():
    lines = ["石桥师院报", "2015年11月20日 第2版 综合新闻"]
    lines += [line for story in list(UNSIGNED.items())[:3] for line in story]
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f"<html><head><meta charset=utf-8><title>石桥师院报 第2版</title></head><body><div>{body}</div></body></html>"
    )
    assert [found.title for found in read_documents(page.encode(), "http://a.example/")] == list(UNSIGNED)[:3]


def test_who_signs_in_brackets_may_belong_to_any_place():
    first = "6月17日，二号纸机日产达到四十二吨，刷新投产以来的最高纪录，工人们连续奋战了三个星期。"
    second = "我进厂那年十九岁，跟着师傅学看浆池。师傅话少，一个班下来也说不了十句，可是他的眼睛很毒。"
    stories = _read(
        "日产刷新纪录", first, "（二号机 鲁明）", "我的师傅", second, "（制浆线 韦小满）", title="石桥纸业报"
    )
    assert _titles(stories) == ["日产刷新纪录", "我的师傅"]
    assert [[author.name for author in story.authors] for story in stories] == [["鲁明"], ["韦小满"]]


def test_letters_are_signed_with_who_lives_where():
    first = "小区西门外的窨井盖丢了一个多月，物业说归市政管，市政说归物业管，希望有关部门尽快补上。"
    second = "我们镇逢三逢七有集，卖肉的案板直接摆在路边，汽车扬起的尘土落得满肉都是，建议统一搭棚。"
    letters = ["窨井盖该补了", "编辑同志：", first, "东城花园住户 韦小满"]
    letters += ["农村集市也要管一管", "编辑同志：", second, "青石镇农民 农春"]
    stories = _read(*letters, title="石桥法制报 第四版")
    assert [(story.kicker, story.title) for story in stories] == [(None, "窨井盖该补了"), (None, "农村集市也要管一管")]


def test_what_a_company_announces_between_reports_is_no_story():
    notice = ("清算公告", "青石商贸有限公司决议解散，请债权人四十五日内申报债权。联系人：孟先生，电话：0556-5566778。")
    stories = _read("新桥通车", NEWS, *notice, "义诊进乡村", NEWS, "广告刊登热线：5566778", title="石桥日报 C3 综合")
    assert [story.paragraphs for story in stories] == [(NEWS,), (NEWS,)]


def test_what_a_paper_calls_its_page_is_no_kicker():
    stories = _read("今日关注", "新桥通车", NEWS, "义诊进乡村", NEWS, title="石桥日报 第2版")
    assert [(story.kicker, story.title) for story in stories] == [(None, "新桥通车"), (None, "义诊进乡村")]


def test_what_comes_from_another_page_is_not_lost_below_headlines_that_open_alike():
    lead = "本报讯（记者 韦小满）日前，县第一中学门前的广场上来了一个特殊的集市，所得全部存入班级的助学金。"
    cut = "“孩子知道了爹娘的"
    rest = "辛苦，也就懂得了怎么花钱。”班主任侯老师说。"
    lines = [
        "集市开到学校门口",
        lead,
        cut,
        "（下转A05版）",
        "新桥通车",
        NEWS,
        "医院开通网上挂号",
        NEWS,
        "（上接A03版）",
        rest,
    ]
    stories = _read(*lines, title="石桥日报 A03 综合新闻")
    assert _titles(stories) == ["集市开到学校门口", "新桥通车", "医院开通网上挂号"]
    assert stories[0].paragraphs == (lead, cut + rest)


def test_what_counts_in_words_and_is_longer_stands_below_its_headline():
    stories = _read(
        "夜经济点亮人民路", "六十八个摊位每晚迎客两万人次", NEWS, "义诊进乡村", NEWS, title="石桥日报 第2版"
    )
    assert (stories[0].kicker, stories[0].title) == (None, "夜经济点亮人民路")
    assert stories[0].subtitle == "六十八个摊位每晚迎客两万人次"
    serial = _read(
        "长篇小说连载", "酉水谣（三十七）", "韦小满 著", LEAF, BOAT, "义诊进乡村", NEWS, title="石桥日报 第2版"
    )
    assert (serial[0].kicker, serial[0].title) == ("长篇小说连载", "酉水谣（三十七）")


def test_the_papers_whose_reports_an_office_collects_part_them():
    lines = [
        "【石桥日报】荒坡种出金银花",
        SHOP,
        "【青石网】镇里来了白菜书记",
        HOSPITAL,
        "【石桥发布】首个基站群开通",
        f"5月18日，{SCHOOL}",
    ]
    stories = _read(*lines, title="媒体看石桥（2020年5月第3周）")
    assert _titles(stories) == ["荒坡种出金银花", "镇里来了白菜书记", "首个基站群开通"]


def test_the_office_above_a_headline_is_none_and_an_advertisement_below_it_no_text():
    advertisement = "青石宾馆，您的家！会议婚宴订餐热线：8822333"
    lines = ["【市场监管局】", "节后食品安全检查", NEWS, advertisement, "【农牧局】", "抗旱保秋浇灌封冻水", NEWS]
    stories = _read(*lines, title="石桥社区黑板报（7月号）")
    assert [(story.kicker, story.title) for story in stories] == [
        (None, "节后食品安全检查"),
        (None, "抗旱保秋浇灌封冻水"),
    ]
    assert [story.paragraphs for story in stories] == [(NEWS,), (NEWS,)]


def test_a_letter_to_the_editor_is_a_story_even_below_one_that_nobody_signed():
    letters = ["冰箱不制冷", "编辑同志：", SHOP, "城东读者 韦小满", "百货大楼：三天内换机", HOSPITAL]
    letters += ["面包里吃出铁丝", "编辑同志：", SCHOOL, "西关街 农春"]
    stories = _read(*letters, title="石桥周报 第四版")
    assert _titles(stories) == ["冰箱不制冷", "百货大楼：三天内换机", "面包里吃出铁丝"]


def test_the_pictures_of_a_week_are_stories_each():
    pictures = ["1、春茶开采", "茶农采摘头茬春茶。 韦小满 摄", "2、书法比赛", "小学生现场比赛书法。 农春 摄"]
    stories = _read(*pictures, title="一周图片新闻（4月8日至14日）")
    assert [(story.title, story.paragraphs) for story in stories] == [
        ("春茶开采", ("茶农采摘头茬春茶。",)),
        ("书法比赛", ("小学生现场比赛书法。",)),
    ]


def test_what_the_title_of_a_sheet_calls_it_heads_no_story_there():
    stories = _read("石桥副刊", "新桥通车", NEWS, "义诊进乡村", NEWS, title="石桥日报 第四版 石桥副刊")
    assert [(story.kicker, story.title) for story in stories] == [(None, "新桥通车"), (None, "义诊进乡村")]


def test_a_smaller_heading_above_a_greater_one_is_its_kicker():
    heads = "<h4>坚持问题导向 强化责任落实</h4><h2>青石县推进整改见成效</h2>"
    body = f"<div>{heads}<p>{NEWS}</p><h2>义诊进乡村</h2><p>{NEWS.replace('韦小满', '农春')}</p></div>"
    html = f"<html><head><meta charset=utf-8><title>石桥日报 第2版 综合</title></head><body>{body}</body></html>"
    first, second = read_documents(html.encode(), "http://www.shiqiao.example/page2.htm")
    assert (first.kicker, first.title) == ("坚持问题导向 强化责任落实", "青石县推进整改见成效")
    assert second.title == "义诊进乡村"


def test_who_wrote_and_pictured_a_report_may_sign_it_with_his_place():
    stories = _read("新桥通车", NEWS, "知青回访团来了", LEAF, "（七分场 宁淑芬 摄影报道）", title="石桥日报 第8版")
    assert [(author.name, author.role) for author in stories[1].authors] == [("宁淑芬", "摄影报道")]


def test_behind_a_mark_a_name_set_wide_signs_verse_whatever_its_family_name_means():
    stories = _read("桂花酒", "郑小琼", LEAF, "看云", "□ 白 桦", *VERSE, title="石桥日报副刊 第七版")
    assert [(story.title, [author.name for author in story.authors]) for story in stories] == [
        ("桂花酒", ["郑小琼"]),
        ("看云", ["白桦"]),
    ]


@pytest.mark.parametrize("line", ["报名联系电话：0772-7210000", "报名地点：石桥镇林业站", "联系人：韦小满"])
def test_whom_to_call_ends_a_report_and_heads_none(line: str):
    reports = [f"本报讯（记者 韦小满）{text}" for text in (SHOP, HOSPITAL, SCHOOL)]
    lines = ["老店开新门", reports[0], "义诊进乡村", reports[1], line, "中学办画展", reports[2]]
    stories = _read(*lines, title="一周简讯")
    assert _titles(stories) == ["老店开新门", "义诊进乡村", "中学办画展"]
    assert [line in story.paragraphs for story in stories] == [False, True, False]
