"""Bylines as they are printed, and lines that only look like them."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.people.bylines import find_editors, read_byline
from crawler.reading.people.leads import find_closing_byline, find_lead, read_byline_line, split_credit


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("通讯员:韦小山 农春", [("韦小山", "通讯员"), ("农春", "通讯员")]),
        ("通讯员韦小山、农春", [("韦小山", "通讯员"), ("农春", "通讯员")]),
        ("本报记者 韦小山 通讯员 农春 摄", [("韦小山", "本报记者"), ("农春", "通讯员")]),
        ("(记者 韦小山 文/图)", [("韦小山", "记者")]),
        ("全媒体记者韦小山", [("韦小山", "全媒体记者")]),
        ("作者：韦小山 农春", [("韦小山", "作者"), ("农春", "作者")]),
        ("（韦小山 摄）", [("韦小山", "摄")]),
        ("韦小山摄", [("韦小山", "摄")]),
        ("特约通讯员：韦小山", [("韦小山", "特约通讯员")]),
        ("文：韦小山 图：农春", [("韦小山", "文"), ("农春", "图")]),
        ("韦小山/文 农春/图", [("韦小山", "文"), ("农春", "图")]),
        ("文/本报记者 韦小山 图/农春", [("韦小山", "本报记者"), ("农春", "图")]),
        ("□ 本报记者 李　明 通讯员 王 芳", [("李明", "本报记者"), ("王芳", "通讯员")]),
        ("记者 格桑边觉", [("格桑边觉", "记者")]),
        ("本报记者 阿依古丽·买买提", [("阿依古丽·买买提", "本报记者")]),
        ("通讯员：区应急管理局", [("区应急管理局", "通讯员")]),
        ("（韦小山 农春 ）", [("韦小山", None), ("农春", None)]),
        ("（图书馆 韦小山）", [("韦小山", None)]),
        ("撰稿：韦小山 编辑：农春 审核：王一", [("韦小山", "撰稿")]),
        ("来源：青石日报 | 记者：韦小山", [("韦小山", "记者")]),
        ("韦小山、韦小山", [("韦小山", None)]),
        ("县融媒体中心记者 韦小山", [("韦小山", "县融媒体中心记者")]),
        ("青石日报全媒体记者 韦小山", [("韦小山", "青石日报全媒体记者")]),
        ("记者韦小山 通讯员：农春", [("韦小山", "记者"), ("农春", "通讯员")]),
        ("作者：韦小山（县水利局）", [("韦小山", "作者")]),
        ("記者韋小山／青石報導", [("韋小山", "記者")]),
        ("供稿：青石县水利局办公室", [("青石县水利局办公室", "供稿")]),
    ],
)
def test_a_byline_names_its_authors_with_roles_as_printed(printed: str, wanted: list[tuple[str, str | None]]):
    assert [(author.name, author.role) for author in read_byline(printed)] == wanted


@pytest.mark.parametrize(
    "printed",
    [
        "发表于 2010-5-7 10:11 | 只看该作者 | 只看大图 | 倒序浏览",
        "责任编辑：韦小山",
        "责编:韦小山、农春",
        "某某网编辑 韦小山",
        "来源：青石日报",
        "（完）",
        "（青石县统计局）",
        "（试行）",
        "",
    ],
)
def test_editors_sources_and_remarks_are_no_authors(printed: str):
    assert read_byline(printed) == ()


def test_editors_are_found_for_pages_that_name_nobody_else():
    for printed in ("来源：青石日报   编辑：韦小山", "[编辑：韦小山]", "【编辑：韦小山】"):
        assert [(a.name, a.role) for a in find_editors(printed)] == [("韦小山", "编辑")]


@pytest.mark.parametrize("name", ["韦小山", "韦小山 农春"])
@pytest.mark.parametrize(
    "opening",
    [
        "本报讯（通讯员{}）",
        "本报讯 （记者 {}）",
        "日报消息（通讯员{}）",
        "新华社南宁3月5日电（记者 {}）",
        "据新华社北京电（记者 {}）",
    ],
)
def test_a_lead_gives_its_dateline_and_authors(opening: str, name: str):
    lead = find_lead(opening.format(name) + "近日，县里召开会议。")
    assert lead is not None
    assert lead.dateline == opening.format(name)
    assert [author.name for author in lead.authors] == name.split()


@pytest.mark.parametrize(
    "opening",
    ["〔記者韋小山／青石報導〕", "【記者韋小山青石報導】", "（中央社記者韋小山青石7日電）", "（記者韋小山綜合報道）"],
)
def test_a_lead_of_taiwan_or_hong_kong_gives_its_author(opening: str):
    lead = find_lead(opening + "縣裡昨日開會。")
    assert lead is not None
    assert lead.dateline == opening
    assert [(author.name, author.role) for author in lead.authors] == [("韋小山", "記者")]


def test_an_office_and_a_name_in_brackets_are_a_byline():
    assert [author.name for author in read_byline_line("（县水利局 韦小山）")] == ["韦小山"]
    assert read_byline_line("县水利局 韦小山") == ()
    assert read_byline_line("（石桥县 青石镇）") == ()


def test_a_reporter_named_in_running_words_is_the_lead_s_author():
    lead = find_lead("记者韦小山报道 6月10日，比赛开幕。")
    assert lead is not None
    assert [author.name for author in lead.authors] == ["韦小山"]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯者众多。",
        "近日，县里召开会议。",
        "电视台的同志来了。",
        "（一）加强领导",
        "我市召开电视电话会议",
        "网络安全进校园",
    ],
)
def test_an_ordinary_opening_is_no_dateline(text: str):
    assert find_lead(text) is None


@pytest.mark.parametrize(
    "line",
    [
        *(
            "记者调查",
            "文明实践",
            "图文并茂",
            "作者单位：青石县教育局",
            "记者走进村里，看到一片繁忙景象。",
            "深耕细研 精绘新图",
        ),
        *(
            "青石县应急管理局",
            "高效办成一件事 群众满意新报道",
            "通讯员队伍建设座谈会召开",
            "图为活动现场",
            "2024年3月5日",
            "韦小山",
        ),
    ],
)
def test_a_line_of_other_words_is_no_byline(line: str):
    assert read_byline_line(line) == ()


def test_a_byline_behind_the_last_sentence_is_found():
    assert [a.name for a in find_closing_byline("活动持续到月底。（通讯员 韦小山）")] == ["韦小山"]
    assert find_closing_byline("详见附件（韦小山）") == ()


def test_a_caption_is_parted_from_its_credit():
    assert split_credit("村民在采收柑橘。（本报通讯员 韦小山 摄）") == ("村民在采收柑橘。", "本报通讯员 韦小山 摄")
    assert split_credit("村民在采收柑橘（见图）。") is None
    assert split_credit("（韦小山 摄）") is None


@pytest.mark.parametrize("junk", ["（" * 9000, "记者 " * 9000, "文/图、" * 9000, "\x00\ud800", "张 " * 9000])
def test_hostile_lines_are_read_quickly(junk: str):
    assert isinstance(read_byline(junk), tuple)
    assert read_byline_line(junk) == ()
    find_lead(junk)
    find_closing_byline(junk)
    split_credit(junk)


@pytest.mark.parametrize("profile", ["space-uid-12.html", "/home.php?mod=space&amp;uid=12"])
def test_who_posted_is_named_by_the_link_to_his_page_above_the_stamp(profile: str):
    stamp = (
        "<em>发表于 2010-5-7 10:11</em> | <a href=a>只看该作者</a> | <a href=b>只看大图</a> | <a href=c>倒序浏览</a>"
    )
    page = (
        f"<html><head><title>小镇晨跑记 - 石桥论坛</title></head><body><h1>小镇晨跑记</h1><div><a href='{profile}'>河边老李"
        f"</a></div><div>{stamp}</div><div><p>今天早上六点半起床，沿着河堤跑了五公里，空气很好。</p>"
        "<p>回来吃了两碗米粉，又去菜场买了菜，一天就这样开始了。</p></div></body></html>"
    )
    (document,) = read_documents(page.encode(), "http://bbs.lixian.gov.cn/thread-1-1-1.html")
    assert [author.name for author in document.authors] == ["河边老李"]
    assert document.published == "2010-05-07T10:11:00+08:00"


_TITLE = "青石镇办揉面比赛"
_TEXT = (
    "<p>5月6日，镇总工会在青石岭文化广场办了一场揉面比赛，二十三名选手同台，比到日头偏西才分出高下。</p>"
    "<p>头名是粮站食堂的老师傅，他揉的面拉得最长，评委量了两遍才敢报数。</p>"
)


def test_the_editor_in_a_system_s_comment_is_not_the_writer_whom_the_text_names():
    enp = "<!--enpproperty <author>黄采薇</author><nodename>镇村</nodename>/enpproperty-->"
    (found,) = read_documents(
        f"<html><head><meta charset=utf-8><title>{_TITLE}_青石新闻网</title></head><body><a href=/zc/>镇村</a>"
        f"<h1>{_TITLE}</h1><p>2024-10-28 08:12:20　来源：青石日报</p><div id=p1>{_TEXT}<p>（青石日报记者 韦小满 通讯员 蓝志峰）</p>"
        f"{enp}</div><p>责任编辑：黄采薇</p></body></html>".encode(),
        "http://www.qs.cn/2024-10/28/content_9.htm",
    )
    assert [author.name for author in found.authors] == ["韦小满", "蓝志峰"]
    assert found.column == "镇村"


def test_an_office_without_a_label_posted_what_those_below_the_text_wrote():
    (found,) = read_documents(
        f"<html><head><meta charset=utf-8><title></title></head><body><h1 id=activity-name>{_TITLE}</h1>"
        "<div><span class=author>县融媒体中心</span></div><em>2022-11-03 22:51</em>"
        f"<div id=js_content>{_TEXT}<p>来源：青石县融媒体中心</p><p>记者：韦小满 蓝志峰</p><p>编辑：黄采薇</p></div></body></html>".encode(),
        "https://mp.weixin.qq.com/s/1",
    )
    assert [author.name for author in found.authors] == ["韦小满", "蓝志峰"]


def test_common_family_names_of_the_south_are_known():
    assert [author.name for author in read_byline("（欧利华 盘小英 阳建芳）")] == ["欧利华", "盘小英", "阳建芳"]


@pytest.mark.parametrize(
    ("credit", "names", "source"),
    [
        ("（记者 韦小满 通讯员 蓝志峰）", ["韦小满", "蓝志峰"], "山间新闻"),
        ("责编：韦小满 | 编审：蓝志峰", ["山间新闻"], None),
    ],
)
def test_an_account_that_stands_where_a_writer_does_posted_what_the_text_s_end_signs(
    credit: str, names: list[str], source: str | None
):
    (found,) = read_documents(
        f"<html><head><meta charset=utf-8><title>{_TITLE}</title></head><body><div class=t>{_TITLE}</div>"
        f"<div><div class=author-name>山间新闻</div><div>2024-03-12 07:30</div></div><div>{_TEXT}<p>{credit}</p></div></body></html>".encode(),
        "https://h5.sj.cn/detail?sid=1",
    )
    assert ([author.name for author in found.authors], found.source) == (names, source)


def test_a_school_before_its_teacher_s_name_is_none_of_the_names():
    assert [author.name for author in read_byline_line("（青石高中 韦小满）")] == ["韦小满"]


def test_behind_one_character_alone_wen_is_the_rest_of_a_name() -> None:
    assert [(a.name, a.role) for a in read_byline("（记者 施 文）")] == [("施文", "记者")]
    assert [a.name for a in read_byline("本报记者 李 明 文 王 强 摄")] == ["李明", "王强"]
