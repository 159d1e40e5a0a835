"""Pages of county offices, each with what only some of them print, are read as they were written."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Document
from tests.reading.pages import FOOTER, PARAGRAPHS, URL, page, prose

HEAD = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/b">部门动态</a></div>'
TITLE = "石桥县召开春季造林现场会"
PICTURE = '<p><img src="/upload/1.jpg" width="700"></p>'


def read(markup: str, url: str = URL) -> Document:
    (document,) = read_documents(markup.encode(), url)
    return document


def whole(inside: str, trail: str = HEAD) -> str:
    return (
        f'<html><head><meta charset="utf-8"><title>{TITLE}-石桥县人民政府</title></head><body>{trail}{inside}{FOOTER}'
    )


@pytest.mark.parametrize(
    "line",
    [
        "公示期间如有异议，请与县人社局联系。联系电话：0751-2872305。",
        "对公示对象若有异议，请在公示期内联系县委组织部。",
        "未经消防安全许可擅自投入使用的场所一律关停，责令限期整改。",
        "抄送：县委各部门，县人大办，县政协办，县法院，县检察院。",
        "收件人：县人社局职称科，电话：0794-5792121",
    ],
)
def test_what_a_notice_says_of_objections_and_copies_is_no_sites_disclaimer_and_no_mail(line: str):
    told = [*PARAGRAPHS[:2], line, "石桥县林业局", "2025年4月9日"]
    assert list(read(page(prose(told))).paragraphs) == told


@pytest.mark.parametrize("around", ["<div class='nr'>{}</div>", "{}"])
@pytest.mark.parametrize(
    "rows",
    [
        ("办公时间：上午8:00-12:00，下午14:30-17:30（法定节假日除外）", "电话：0556-2172345　传真：0556-2172346"),
        ("公交路线：乘1路、3路到县政府站下车", "联系人：县政府办信息科", "地址：石桥县青石路1号"),
        (
            "地址：石桥县青石路1号",
            "电话：0556-2172345　传真：0556-2172346",
            "邮编：246600　E-mail：sq@163.com",
            "办公时间：上午8:00-12:00，下午14:30-17:30（法定节假日除外）",
            "县政府总值班室：0556-2172301（24小时）",
        ),
    ],
)
def test_where_to_find_an_office_is_not_the_text_of_a_page_of_pictures(around: str, rows: tuple[str, ...]):
    bar = "<h2>石桥县召开春季造林现场会</h2><div>发布时间：2016-05-11　来源：县旅游委　浏览：88</div>"
    box = "".join(f"<li>{row}</li>" for row in rows)
    found = read(whole(f"<div>{bar}{around.format(PICTURE)}</div><div class='lianxi'><h3>联系我们</h3>{box}</div>"))
    assert (found.text, len(found.images)) == ("", 1)


def test_files_alone_are_attachments_and_no_text():
    link = '<a href="/attach/1.pdf">石桥县林业局2022年部门预算.pdf</a>'
    found = read(whole(f"<h1>{TITLE}</h1><p>来源：县林业局　发布时间：2022-02-25</p><div class='fj'>{link}</div>"))
    assert found.text == ""
    assert [file.title for file in found.attachments] == ["石桥县林业局2022年部门预算.pdf"]


def test_files_between_the_bar_and_the_text_are_attachments():
    files = '<div><b>附件下载：</b><a href="1.doc">附件1：报名表.doc</a>　<a href="2.xls">附件2：岗位表.xls</a></div>'
    found = read(page(prose(), above=files))
    assert [file.title for file in found.attachments] == ["附件1：报名表.doc", "附件2：岗位表.xls"]


CELLS = "<tr><td>教育局</td><td>王丽丽</td><td>2013/6/9 9:05:33</td></tr>"
BELOW = "<tr><td align=right>石桥县委宣传部　　王丽丽　　2013-6-9 9:05:33</td></tr>"


@pytest.mark.parametrize(
    ("above", "below", "source"), [(CELLS, "", "教育局"), ("", BELOW, "石桥县委宣传部")], ids=["cells", "below"]
)
def test_a_bar_without_labels_names_an_office_a_writer_and_an_hour(above: str, below: str, source: str):
    text = f"<tr><td colspan=3>{prose()}</td></tr>"
    found = read(whole(f"<table><tr><td colspan=3><h3>{TITLE}</h3></td></tr>{above}{text}{below}</table>"))
    assert (found.source, found.published) == (source, "2013-06-09T09:05:33+08:00")
    assert [author.name for author in found.authors] == ["王丽丽"]
    assert found.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("bar", "source"),
    [
        ("[ 作者：韦小满　转贴自：石桥日报　点击数：267　更新时间：2005-4-7　文章录入：admin ]", "石桥日报"),
        ("资料来源：石桥县地方志办公室　　录入时间：2005-04-07　　录入：韦小满", "石桥县地方志办公室"),
        ("发布：县政府办　时间：2005年4月7日　人气：12", "县政府办"),
        (
            '时间：2005-04-07 来源：<script>var ly="县气象局";document.write(ly==""?"石桥县人民政府":ly)</script>',
            "县气象局",
        ),
    ],
)
def test_bars_of_older_systems_name_the_source_in_their_own_words(bar: str, source: str):
    found = read(page(prose(), bar=bar), "http://www.shiqiao.gov.cn/news/shownews.asp?newsid=1042")
    assert (found.source, found.published, found.paragraphs) == (source, "2005-04-07", PARAGRAPHS)
    assert [author.name for author in found.authors] in ([], ["韦小满"])


@pytest.mark.parametrize(
    "trail",
    ["首页 > 部门动态", "首页 &gt;&gt; 部门动态 &gt;&gt; 正文", "您的位置：部门动态 > 文章内容", "部门动态 >> 正文"],
)
def test_a_trail_of_columns_may_have_no_links(trail: str):
    markup = f"<div><h1>{TITLE}</h1><p>2025-04-09　来源：县林业局</p>{prose()}</div>"
    assert read(whole(markup, f"<div>{trail}</div>")).column == "部门动态"


def test_a_letter_is_called_by_its_own_field_and_not_by_the_heading_of_a_part():
    rows = (("标题", "关于青石街道夜间施工扰民问题"), ("来信时间", "2019-06-12 21:14:03"), ("来信内容", PARAGRAPHS[0]))
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    answer = f"<h3>回复情况</h3><table><tr><td>回复内容</td><td>{PARAGRAPHS[1]}</td></tr></table>"
    markup = f"<title>县长信箱</title><body>{HEAD}<div><h3>来信内容</h3><table>{table}</table>{answer}</div>{FOOTER}"
    assert read(markup).title == "关于青石街道夜间施工扰民问题"


def test_the_number_of_a_document_is_no_part_of_its_title():
    name = "石桥县人民政府办公室关于成立冬枣产业协调领导小组的通知"
    head = f"<p align=center><strong>{name}</strong></p><p align=center>石政办发〔2015〕41号</p>"
    markup = f"<title>{name}（石政办发〔2015〕41号）_政府信息公开</title><body>{HEAD}<div>{head}{prose()}</div>{FOOTER}"
    found = read(markup)
    assert (found.title, found.paragraphs) == (name, ("石政办发〔2015〕41号", *PARAGRAPHS))


SHORT = "石桥县把低产茶园改造作为农民增收的重要抓手，今春已完成改造一千二百亩，受益农户八百余户"
FULL = "石桥县把低产茶园改造作为农民增收的重要抓手，按照“连片实施”的思路，今春已完成改造一千二百亩，受益农户八百余户。"


@pytest.mark.parametrize("label", ["", "摘要：", "【内容提要】："])
@pytest.mark.parametrize("end", ["。", ""])
def test_an_editors_summary_is_no_proof_against_the_text_and_no_part_of_it(label: str, end: str):
    summary = f'<div class="intro">{label}{SHORT}{end}</div>'
    head = f"<h2>{TITLE}</h2><div>时间：2012-04-16 来源：青岭乡</div>{summary}"
    told = (FULL + "乡里还举办了培训班。", *PARAGRAPHS[:1])
    found = read(whole(f"<div>{head}<div class='content'>{prose(told)}</div></div>"))
    assert found.paragraphs == told


def test_when_and_where_a_thing_is_held_opens_the_text_and_is_no_bar():
    said = (
        "时间：2023年2月28日10:00",
        "地点：县委党校报告厅",
        "发布人：县发展改革委主任 韦小满",
        *(f"主持人：{text}" for text in PARAGRAPHS),
    )
    assert read(page(f'<div class="TRS_Editor">{prose(said)}</div>')).paragraphs == said


def test_a_communique_opens_with_its_office_and_day():
    told = ("石桥县统计局", "（2025年4月8日）", *PARAGRAPHS)
    assert read(page(prose(told))).paragraphs == told


@pytest.mark.parametrize(
    ("sign", "names"),
    [
        ("记者：韦小满 编辑：黄 采薇", ["韦小满"]),
        ("记者 韦小满　通讯员 蓝志峰　编辑 黄采薇", ["韦小满", "蓝志峰"]),
        ("记者丨韦小满　蓝志峰　编辑丨黄采薇", ["韦小满", "蓝志峰"]),
        ("编辑：黄采薇", ["黄采薇"]),
    ],
)
@pytest.mark.parametrize("form", ["{body}<p>{sign}</p>", "<div>{body}</div><footer>{sign}</footer>"])
def test_who_wrote_goes_before_who_edited_on_one_line_below_the_text(sign: str, names: list[str], form: str):
    found = read(page(form.format(body=prose(), sign=sign)))
    assert [author.name for author in found.authors] == names


ASKED, ANSWERED = "我2015年离职后一直没有缴养老保险，请问可以补缴吗？需要带什么材料？", PARAGRAPHS[0]
LETTER = (("咨询主题", "灵活就业人员如何补缴养老保险"), ("咨询编号", "20201014001"), ("咨询时间", "2020-10-14 15:22"))
LETTER += (("咨询内容", ASKED), ("回复单位", "市社保中心"), ("回复时间", "2020-10-16 09:41"), ("回复内容", ANSWERED))


@pytest.mark.parametrize(
    "field",
    [
        "<dl><dt>{}：</dt><dd>{}</dd></dl>",
        "<table><tr><td>{}</td><td>{}</td></tr></table>",
        "<p><b>{}：</b>{}</p>",
        "<div><div>{}：</div><div>{}</div></div>",
    ],
)
def test_a_letter_and_its_answer_are_one_text(field: str):
    rows = "".join(field.format(*pair) for pair in LETTER).replace("</table><table>", "")
    found = read(f"<title>在线咨询</title><body>{HEAD}<div>{rows}</div><div>返回列表</div>{FOOTER}")
    assert (found.title, found.published) == (LETTER[0][1], "2020-10-14T15:22:00+08:00")
    assert [text in found.text for text in (ASKED, ANSWERED, "返回列表")] == [True, True, False]


def test_a_form_for_letters_below_an_article_is_no_letter():
    form = "<div><p>留言内容：</p><p>回复内容：</p><p>暂无回复</p></div>"
    assert read(page(prose(), below=form)).paragraphs == PARAGRAPHS


def test_decks_in_type_of_one_size_stand_above_and_below_a_headline():
    rows = ("<font size=3>告别故土　奔向新家</font>", f"<font size=5><b>{TITLE}</b></font>")
    rows += ("<font size=3>——青岭乡搬迁现场目击</font>", "2008年08月12日 09:17　来源：石桥报")
    head = "".join(f"<tr><td align=center>{row}</td></tr>" for row in rows)
    found = read(f"<title>石桥县政府网</title><body>{HEAD}<table>{head}<tr><td>{prose()}</td></tr></table>{FOOTER}")
    assert (found.kicker, found.title, found.subtitle) == ("告别故土 奔向新家", TITLE, "——青岭乡搬迁现场目击")


def test_labels_in_brackets_are_no_posters():
    index = "<ol><li>[废止日期] <span></span></li><li>[发布日期] 2021-09-17</li><li>[有效性] 是</li></ol>"
    assert read(whole(f"{index}<h1>{TITLE}</h1>{prose()}")).authors == ()


def test_what_visitors_are_asked_below_a_draft_is_no_part_of_it():
    asked = "<h3>我要提意见</h3><form><label>姓名</label><input name=n><textarea></textarea></form>"
    asked += "<h3>征集结果反馈</h3><p>暂无反馈</p>"
    found = read(whole(f"<div><h1>{TITLE}</h1><div>2021-04-02　来源：县公安局</div><div>{prose()}</div>{asked}</div>"))
    assert found.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("text", [PARAGRAPHS, PARAGRAPHS[:1]], ids=["long", "short"])
def test_files_and_links_that_the_text_lists_are_its_own(text: tuple[str, ...]):
    files = ("附件：", '<a href="1.pdf">1.小学语文获奖名单.pdf</a>', '<a href="2.pdf">2.小学数学获奖名单.pdf</a>')
    links = ('机票：<a href="http://a.example">青岭航空</a>、<a href="http://b.example">石桥航空</a>',)
    told = (*text, *links, "县汽车站咨询电话：8352111。", *files, "石桥县教育局", "2022年6月9日")
    found = read(whole(f"<div><h1>{TITLE}</h1><p>2022-06-10　来源：教研室</p></div><div class='c'>{prose(told)}</div>"))
    assert found.paragraphs[len(text)] == "机票：青岭航空、石桥航空"
    assert found.paragraphs[-5:] == ("附件：", "1.小学语文获奖名单.pdf", "2.小学数学获奖名单.pdf", *told[-2:])
    assert len(found.attachments) == 2


def test_other_videos_below_a_video_are_no_text():
    others = "<h3>往期视频</h3><ul><li><a href='a'><img src='a.jpg'><p>钱排河畔春耕忙</p></a></li></ul>"
    video = "<div><video src='1.mp4'></video><p>您的浏览器不支持播放该视频！</p></div>"
    found = read(whole(f"<div><h2>{TITLE}</h2><div>2023-04-03　来源：石桥融媒</div>{video}</div><div>{others}</div>"))
    assert found.text == ""


def test_a_column_in_brackets_before_the_day_is_no_writer():
    menu = "<td><a href='list.asp?c=1'>政务要闻</a><br><a href='list.asp?c=2'>经济动态</a></td>"
    bar = "<p align=center><b>蚕桑业重振雄风</b></p><p align=center>[经济动态] 2004年5月18日 来源：市农业局</p>"
    text = "<br>".join(PARAGRAPHS)
    found = read(f"<title>石桥政务 - 蚕桑业重振雄风</title><table><tr>{menu}<td>{bar}{text}</td></tr></table>{FOOTER}")
    assert (found.column, found.authors, found.source) == ("经济动态", (), "市农业局")


def test_a_field_of_an_index_may_part_label_and_value_by_its_tags_alone():
    fields = (("索引号", "4312220001/2016-00311"), ("公开日期", "2016-11-04"), ("责任部门", "县政府办"))
    index = "".join(f"<li><b>{label}</b><span>{value}</span></li>" for label, value in fields)
    found = read(whole(f"<div><ul>{index}</ul></div><div><h1>{TITLE}</h1>{prose()}</div>"))
    assert (found.source, found.published, found.paragraphs) == ("县政府办", "2016-11-04", PARAGRAPHS)


def test_who_may_use_the_entries_of_a_contest_is_said_in_its_notice():
    told = (
        *PARAGRAPHS[:1],
        "版权声明：主办单位有权无偿使用获奖作品，作者享有署名权。",
        *PARAGRAPHS[1:2],
        "邮箱：sq@163.com",
    )
    assert read(page(f'<div class="TRS_Editor">{prose(told)}</div>')).paragraphs == told


def test_a_bar_below_the_number_of_a_document_is_no_text():
    head = f"<p style='font-size:26px'><b>{TITLE}</b></p><p>石政令〔2014〕1号</p>"
    bar = "<p style='color:#999'>2014-03-15　石桥县森林防火指挥部　阅读 712</p><hr>"
    found = read(whole(f"<div>{head}{bar}{prose()}</div>"))
    assert (found.source, found.published, found.paragraphs) == ("石桥县森林防火指挥部", "2014-03-15", PARAGRAPHS)


def test_how_many_took_part_is_no_part_of_the_source():
    assert read(page(prose(), bar="时间：2018-12-20　来源：县交通运输局　已有 1203 人参与")).source == "县交通运输局"


def test_an_office_and_a_day_that_sign_a_notice_are_no_bar():
    told = (PARAGRAPHS[0], "石桥县教育局 2025年4月14日")
    found = read(
        f"<title>石桥县人民政府</title>{HEAD}<h1>{TITLE}</h1><div>{prose(told)}</div>{FOOTER}", "http://a.example/1"
    )
    assert (found.source, found.published, found.paragraphs) == (None, None, told)


@pytest.mark.parametrize(
    ("bar", "source", "names"),
    [
        ("2005-04-07 08:05 · 县自来水公司 · 119 阅读", "县自来水公司", []),
        ("[ 2005-4-7 08:05 ] [ 植保站 ] 阅读 65 次", "植保站", []),
        ("星期四, 2005-04-07 08:05 — 韦小满", None, ["韦小满"]),
    ],
)
def test_stations_firms_and_writers_stand_beside_the_day_without_a_label(
    bar: str, source: str | None, names: list[str]
):
    found = read(page(prose(), bar=bar))
    assert (found.source, found.published, found.paragraphs) == (source, "2005-04-07T08:05:00+08:00", PARAGRAPHS)
    assert [author.name for author in found.authors] == names


def test_a_subtitle_in_the_same_heading_is_no_headline_though_it_is_the_longer():
    head = "<h1>春到山口<br><small>——石桥县第二十七届放河灯大会侧记见闻</small></h1>"
    titled = (
        "<html><head><title>春到山口——石桥县第二十七届放河灯大会侧记见闻_乡镇动态_石桥县人民政府</title></head><body>"
    )
    found = read(f"{titled}{head}<div>2005-04-07 08:05</div><div>{prose()}</div></body></html>")
    assert (found.title, found.subtitle) == ("春到山口", "——石桥县第二十七届放河灯大会侧记见闻")


def test_a_sentence_that_opens_as_a_heading_of_links_does_is_text():
    told = [*PARAGRAPHS[:2], "其他内容不变。", PARAGRAPHS[2]]
    assert read(page(prose(told))).paragraphs == tuple(told)


def test_the_summary_that_a_machine_wrote_is_no_part_of_the_text():
    box = '<div class="ai"><h4>AI摘要</h4><p>石桥县开会部署造林，会议要求把握时节，落实管护，做到成活成林。</p></div>'
    assert read(page(prose(), above=f"<div>听全文 00:00/02:13 倍速</div>{box}")).paragraphs == PARAGRAPHS


def test_a_bar_may_hold_fields_that_only_its_system_has():
    bar = "发布时间：2025-04-09 10:32 征集部门：县林业局 开始时间：2025-04-09 结束时间：2025-05-09 状态：已结束 阅读：402次"
    found = read(page(prose(), bar=bar))
    assert (found.published, found.paragraphs) == ("2025-04-09T10:32:00+08:00", PARAGRAPHS)


def test_the_table_of_a_file_to_be_loaded_is_none_of_the_text():
    table = (
        "<table><tr><td>文件名称：</td><td>造林登记表.doc</td><td>文件大小：</td><td>62KB</td></tr>"
        "<tr><td>所属部门：</td><td>林业局窗口</td><td>下载次数：</td><td>340</td></tr></table>"
    )
    told = ("本表一式三份，由造林的农户填写，经村里盖章后交到林业局窗口。",)
    assert read(page(prose(told), bar="发布时间：2025-04-09", above=table)).paragraphs == told


def test_the_headline_of_a_document_is_its_title_where_the_pages_title_tells_what_the_pages_are_for():
    head = '<table><tr><td align="center"><font size="4"><b>石桥县山塘水库清淤管理办法</b></font></td></tr></table>'
    titled = f"<html><head><title>法律法规查询--石桥县政府法制网</title></head><body>{head}<div>{prose()}</div></body></html>"
    assert read(titled).title == "石桥县山塘水库清淤管理办法"


@pytest.mark.parametrize("line", ["点击蓝字 关注我们", "点击上方“蓝字”关注我们", "喜欢就点个“在看”吧"])
def test_what_an_account_asks_of_its_readers_is_no_text(line: str):
    assert read(page(f"<p>{line}</p>{prose()}")).paragraphs == PARAGRAPHS
    assert read(page(f"{prose()}<p>{line}</p>")).paragraphs == PARAGRAPHS


def test_the_site_may_stand_behind_a_blank_in_the_pages_title():
    head = "<html><head><title>石桥县2010年春灌期间放水公告 石桥县政府网</title></head><body>"
    markup = f"{head}<div>石桥县2010年春灌期间放水公告</div><div>发布日期：2010-04-09</div><div>{prose()}</div></body></html>"
    assert read(markup).title == "石桥县2010年春灌期间放水公告"


def test_a_program_for_telephones_leaves_the_year_to_its_markup():
    bar = '<span>原创</span><span>石桥县融媒体中心</span><time datetime="2025-04-09T18:05:00+08:00">04-09 18:05</time><span>阅读 1.2万</span>'
    credit = "<div><p>记者 | 韦小满 蓝志峰</p><p>编辑 | 黄采薇</p></div>"
    found = read(page(prose(), bar=bar, below=credit))
    assert (found.source, found.published) == ("石桥县融媒体中心", "2025-04-09T18:05:00+08:00")
    assert [author.name for author in found.authors] == ["韦小满", "蓝志峰"]


def test_a_part_of_an_office_before_a_writer_is_no_writer():
    found = read(page(prose(), bar="发布时间：2025-04-09 作者：体育组 韦小满"))
    assert [author.name for author in found.authors] == ["韦小满"]


@pytest.mark.parametrize("told", [PARAGRAPHS[:1], ("5月12日停水检修，请提前储水。",)], ids=["sentence", "notice"])
@pytest.mark.parametrize(
    "beside",
    [
        "<p>关键词：造林 管护</p>",
        "<div><b>摘要：</b>县里开会部署春季造林。</div>",
        "<div>语音播报 <span>00:00</span> 播放 暂停 停止</div>",
        "<div><span>页面阅读</span><span>语速</span><span>大鼠标</span><span>辅助线</span><span>退出</span></div>",
    ],
)
def test_what_stands_above_a_notice_of_one_line_is_none_of_it(beside: str, told: tuple[str, ...]):
    text = "".join(f"<div>{line}</div>" for line in told)
    assert read(page(text, above=beside)).paragraphs == told


@pytest.mark.parametrize(
    ("bar", "source", "names"),
    [
        (
            "<span>发布时间</span><em>2025-04-09</em><span>来源</span><em>县气象局</em><span>作者</span><em>韦小满</em>",
            "县气象局",
            ["韦小满"],
        ),
        ("来源 县气象局 时间 2025-04-09 作者", "县气象局", []),
        ("录入时间：2025-04-09　信息来源：县气象局　录入员：", "县气象局", []),
        ("供稿：县供销社　撰稿：韦小满　时间：2025-04-09", "县供销社", ["韦小满"]),
        ("2025-04-09　石桥日报　韦小满 蓝志峰", "石桥日报", ["韦小满", "蓝志峰"]),
    ],
)
def test_labels_without_a_colon_and_fields_without_a_value_are_read(bar: str, source: str, names: list[str]):
    found = read(page(prose(), bar=bar))
    assert (found.source, found.published, found.paragraphs) == (source, "2025-04-09", PARAGRAPHS)
    assert [author.name for author in found.authors] == names


_INDEX = "".join(
    f"<li><b>{label}：</b><span>{value}</span></li>"
    for label, value in (
        ("索引号", "008/2025-31"),
        ("发布机构", "石桥县林业局"),
        ("文号", "石林发〔2025〕12号"),
        ("发布日期", "2025-04-09"),
        ("有效性", "有效"),
    )
)


@pytest.mark.parametrize("titled", ["政府信息公开", "石桥县人民政府"])
@pytest.mark.parametrize("place", ["{head}<ul>{index}</ul>{text}", "{head}{text}<ul>{index}</ul>"])
@pytest.mark.parametrize("told", [PARAGRAPHS, ("请各乡镇于4月20日前报送造林面积。",)], ids=["document", "line"])
def test_a_document_is_told_from_its_index_though_the_pages_title_names_neither(
    titled: str, place: str, told: tuple[str, ...]
):
    text = "".join(f"<p>{line}</p>" for line in told)
    inside = place.format(head="<h1>关于报送春季造林面积的通知</h1>", index=_INDEX, text=f"<div>{text}</div>")
    found = read(f"<html><head><title>{titled}</title></head><body>{HEAD}{inside}{FOOTER}</body></html>")
    assert (found.title, found.paragraphs) == ("关于报送春季造林面积的通知", told)
    assert (found.source, found.published) == ("石桥县林业局", "2025-04-09")


def test_a_row_of_a_list_is_no_source_though_it_ends_as_a_school_does():
    rows = "".join(
        f'<li><span>2025-04-1{n}</span><a href="/zw/{n}.html">{told}</a></li>'
        for n, told in enumerate(["花烛制作走进十二所学校", "关于石桥段禁航的通告"])
    )
    found = read(
        f'<html><head><meta charset="utf-8"><title>石桥县人民政府</title></head><body>{HEAD}<ul>{rows}</ul>{FOOTER}'
    )
    assert found.source is None


def test_a_bar_of_an_office_a_day_and_two_sizes_of_letters_is_no_text():
    bar = "<h5>[县发改局]&nbsp; 2016-04-01&nbsp; 字号：<a href='#'>T</a> | <a href='#'>T</a></h5>"
    found = read(whole(f"<div><h3>{TITLE}</h3>{bar}<div class='nr'>{prose(PARAGRAPHS[:1])}</div></div>"))
    assert (found.source, found.published, found.paragraphs) == ("县发改局", "2016-04-01", PARAGRAPHS[:1])


def test_a_hidden_copy_right_below_the_text_shows_what_was_put_in():
    spoken = "“年画要走进生活。”县文化馆馆长韦建平介绍，年画项目已进入十二所学校，每周开课两次。"
    forged = spoken.replace("介绍", "，某某国际文化集团董事长、客座教授钱多多介绍")
    shown, hidden = (prose([PARAGRAPHS[0], line, PARAGRAPHS[1]]) for line in (forged, spoken))
    twin = f'<div style="display:none"><h3>{TITLE}</h3><p>2024-05-06</p><div class="TRS_UEDITOR">{hidden}</div></div>'
    bar = f"<h1>{TITLE}</h1><p>日期：2024-05-06　来源：石桥日报</p>"
    found = read(whole(f'<div>{bar}<div class="TRS_UEDITOR">{shown}</div></div>{twin}'))
    assert list(found.paragraphs) == [PARAGRAPHS[0], spoken, PARAGRAPHS[1]]


def test_the_official_whose_page_it_is_did_not_write_it():
    menu = "<ul><li class='on'><a href='1.html'>韦小满</a></li><li><a href='2.html'>蓝志峰</a></li></ul>"
    life = "韦小满，男，壮族，1976年10月生，中央党校研究生学历，中共党员。现任石桥县人民政府县长。"
    head = "<meta name='ArticleTitle' content='韦小满'><title>韦小满_县政府领导_石桥县人民政府</title>"
    body = f"<h2>韦小满</h2><p>县委副书记、县长</p><p>{life}</p><p>主持县人民政府全面工作，负责审计工作。</p>"
    found = read(f"<html><head>{head}</head><body>{HEAD}<div>{menu}<div>{body}</div></div>{FOOTER}")
    assert (found.title, found.authors) == ("韦小满", ())


def test_a_decision_is_called_by_its_office_and_by_what_the_next_line_says_it_is_about():
    lines = ("石桥县人民代表大会常务委员会", "关于批准调整2007年财政预算的决定")
    head = "".join(f"<p align='center'><b>{line}</b></p>" for line in lines)
    text = "<p>会议听取了县财政局局长受县人民政府委托所作的关于调整财政预算的报告，决定批准这个报告。</p>"
    found = read(f"<html><head><title>石桥县人大网</title></head><body>{HEAD}<div>{head}{text}</div>{FOOTER}")
    assert (found.title, len(found.paragraphs)) == ("".join(lines), 1)


def test_an_empty_source_is_not_the_field_behind_it():
    bar = "<p><span>发布时间：2021-08-10</span> <span>来源：</span> <span>文章类型：原创</span></p>"
    found = read(whole(f"<h1>{TITLE}</h1>{bar}<div>{prose(PARAGRAPHS)}</div>"))
    assert (found.source, found.published) == (None, "2021-08-10")


def test_what_else_an_office_offers_below_a_guide_is_no_part_of_it():
    told = ["一、受理条件", "在本县从事食品销售和餐饮服务活动的经营者。", "二、收费标准", "不收费。"]
    side = "<div><h4>相关事项</h4><p><a href='/bszn/2.html'>药品经营许可证核发</a></p></div>"
    bar = f"<h1>{TITLE}</h1><div>发布时间：2021-03-02　来源：县市场监管局</div>"
    found = read(whole(f"<div>{bar}<div>{prose(told)}</div></div>{side}"))
    assert list(found.paragraphs) == told


def test_the_note_of_the_machine_that_summed_a_text_up_is_not_its_end():
    told = [
        "现就发放扩岗补助有关事项通知如下：",
        "一、政策内容",
        "对招用毕业年度高校毕业生并签订劳动合同的企业，按每人不超过1500元的标准发放补助。",
    ]
    told += ["二、执行期限", "本政策执行至2025年12月31日。", "石桥县人力资源和社会保障局", "2025年5月19日"]
    box = "<section><div>智能摘要</div><p>本通知明确对招用毕业生的企业发放补助。</p><small>以上内容由AI生成，仅供参考</small></section>"
    bar = f"<h1>{TITLE}</h1><div>市就业服务中心 2025-05-20 14:28</div>"
    found = read(whole(f'<article>{bar}{box}<div class="zw">{prose(told)}</div></article>'))
    assert list(found.paragraphs) == told


def test_a_market_s_site_is_no_headline_of_the_notice_it_prints_twice():
    notice = f"<h2>{TITLE}</h2><p>项目概况</p>{prose(PARAGRAPHS[:1])}<h4>一、公告期限</h4><p>三个工作日。</p>"
    bar = f"<h1>{TITLE}</h1><div>来源：石桥工程管理公司　发布日期：2022年03月19日</div>"
    foot = "<div><div>石桥政府采购网</div><p>版权所有: 石桥县财政局 主办单位: 石桥县财政局</p></div></body></html>"
    page_of = f"<html><head><title>石桥政府采购网</title></head><body>{HEAD}<div>{bar}<div>{notice}</div></div>{foot}"
    found = read(f"{page_of}<div>{notice}</div>")
    assert (found.title, found.source, found.published) == (TITLE, "石桥工程管理公司", "2022-03-19")


@pytest.mark.parametrize(
    "line",
    [
        "<p>点击上方蓝字</p>",
        "<p>关注我们吧！</p>",
        "<p>↑点击蓝字了解更多</p>",
        "<p><a href='2.html'>【相关阅读】石桥县部署护林工作</a></p>",
    ],
)
def test_calls_to_follow_and_one_link_to_read_on_are_no_text_though_they_stand_amid_it(line: str):
    told = PARAGRAPHS * 2 if len(PARAGRAPHS) < 3 else PARAGRAPHS
    bar = f"<h1>{TITLE}</h1><p>2025-04-09 10:20　来源：石桥县林业局</p>"
    found = read(whole(f"<div>{bar}<div>{prose(told[:1])}{line}{prose(told[1:])}</div></div>"))
    assert list(found.paragraphs) == list(told)


def test_the_way_to_the_next_notice_may_be_called_the_next_one():
    way = "<div>上一个：<a href='1.html'>石桥县林业局招聘公告</a> 下一个：没有了</div>"
    bar = f"<div>{TITLE}</div><div>日期：2020-12-08 15:30 发布：县林业局 点击：5</div>"
    found = read(whole(f"{bar}<div>{prose(PARAGRAPHS[:1])}</div>{way}"))
    assert list(found.paragraphs) == list(PARAGRAPHS[:1])


def test_an_office_s_notices_in_the_title_of_all_its_pages_are_no_headline():
    bar = "<center><h3>关于做好2005年度征兵工作的通知</h3></center><p>[ 2005-9-29 15:20:11 ] 点击数：45</p>"
    title = "<title>石桥县政府公告</title>"
    found = read(f"<html><head>{title}</head><body>{bar}<hr>{prose(PARAGRAPHS)}</body></html>")
    assert found.title == "关于做好2005年度征兵工作的通知"


def test_a_bar_of_two_lines_with_colours_to_read_on_and_a_foot_of_one_line_are_no_text():
    bar = f"<h1>{TITLE}</h1><div>发布时间：2024-03-13 08:58 浏览次数：12</div>"
    second = "<div>信息来源：青石镇 选择阅读字号：[ 大 中 小 ] 阅读背景色：<i></i></div>"
    foot = "<div>石桥县人民政府办公室 主办</div></body></html>"
    title = f"<title>{TITLE}_乡镇动态_石桥县人民政府</title>"
    markup = f"<html><head>{title}</head><body>{HEAD}<div>{bar}{second}<div>{prose(PARAGRAPHS[:1])}</div></div>{foot}"
    found = read(markup)
    assert (found.source, found.paragraphs) == ("青石镇", PARAGRAPHS[:1])


def test_a_writer_beside_the_place_a_text_is_from_is_no_disclaimer():
    bar = "<p>作者：韦小满　出处：石桥县信息港　更新时间：2007-5-16 8:33:10　编辑：xxg</p>"
    found = read(whole(f"<h1>{TITLE}</h1>{bar}<div>{prose(PARAGRAPHS)}</div>"))
    assert ([author.name for author in found.authors], found.source) == (["韦小满"], "石桥县信息港")


def test_buttons_may_be_set_wide_behind_a_source():
    bar = "<p>发布日期:2021-09-26　点击率:<span>200</span>　来源:县环委办　[ <a>打 印</a> ] [ <a>关 闭</a> ]</p>"
    assert read(whole(f"<h1>{TITLE}</h1>{bar}<div>{prose(PARAGRAPHS)}</div>")).source == "县环委办"


def test_a_column_may_head_its_pages_without_a_link_to_it():
    heading = f"<div class='lm'>通知公告</div><h1>{TITLE}</h1><p>发布日期:2021-09-26　来源:县环委办</p>"
    title = f"<title>{TITLE} _ 通知公告 _ 石桥县政府网</title>"
    found = read(f"<html><head>{title}</head><body>{heading}<div>{prose(PARAGRAPHS)}</div>{FOOTER}")
    assert (found.title, found.column) == (TITLE, "通知公告")


def test_a_trail_may_begin_at_the_first_page_of_a_gazette():
    trail = "<div>公报首页 &gt; 2022年第8期 &gt; 县政府办公室文件</div>"
    found = read(whole(f"<div>{trail}<h2>{TITLE}</h2><div>{prose(PARAGRAPHS)}</div></div>", trail=""))
    assert found.column == "县政府办公室文件"


def test_labels_and_values_of_a_bar_may_each_have_a_cell_of_the_table_that_holds_all():
    fields = "".join(f"<td>{cell}</td>" for cell in ("发布日期", "2022-09-15", "信息来源", "水保股", "浏览次数", "16"))
    told = [
        "现将金鹏采石场水土保持方案审批决定公告如下：",
        "审批时间：2022年9月13日",
        "建设单位：石桥县金鹏石料有限公司",
    ]
    cells = (
        f"<tr><td colspan='6'><h1>{TITLE}</h1></td></tr><tr>{fields}</tr><tr><td colspan='6'>{prose(told)}</td></tr>"
    )
    found = read(whole(f"<table>{cells}</table>"))
    assert (found.published, found.source, found.authors) == ("2022-09-15", "水保股", ())
    assert list(found.paragraphs) == told


def test_a_trail_may_have_two_dashes_between_its_steps():
    found = read(
        whole(f"<div>首页--工作动态</div><div>{TITLE}</div><div>2022年06月09日</div>{prose(PARAGRAPHS)}", trail="")
    )
    assert found.column == "工作动态"
