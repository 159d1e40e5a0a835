"""What news sites, platforms and blogs of 2012 to 2026 print around a text, each in a few lines of our own."""

from __future__ import annotations

import pytest

from crawler.reading import Document, read_documents
from tests.reading.pages import PARAGRAPHS, prose

TITLE = "青石岭上修了一条路"
URL = "https://www.shiqiao.example/a/20250409/1.html"
NAV = '<ul><li><a href="/">首页</a></li><li><a href="/rw">人物</a></li><li><a href="/sh">社会</a></li></ul>'


def read(
    body: str = prose(),
    *,
    bar: str = "<div>2025-04-09 10:32</div>",
    head: str = "",
    title: str = TITLE,
    heading: str = f"<h1>{TITLE}</h1>",
    below: str = "",
) -> Document:
    page = (
        f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><div class="nav">{NAV}</div>'
        f'<div class="left">{heading}{bar}<div class="text">{body}</div>{below}</div></body></html>'
    )
    return read_documents(page.encode(), URL)[0]


@pytest.mark.parametrize(
    ("tail", "column", "site"),
    [
        ("_人物_石桥新知-The Stone", "人物", "石桥新知"),
        (" - 社会 - 石桥电子报", "社会", "石桥电子报"),
        (" - 知石", None, "知石"),
        ("_石桥网", None, "石桥网"),
        ("_新闻频道_石桥网(shiqiao.example)", None, "石桥网"),
        ("_人物", "人物", None),
        ("_部门动态", None, None),
        ("_造林_春耕_苗木", None, None),
        ("", None, None),
    ],
)
def test_a_title_names_column_and_site_behind_the_headline(tail: str, column: str | None, site: str | None):
    keywords = '<meta name="keywords" content="造林,春耕,苗木">'
    document = read(title=TITLE + tail, head=keywords)
    assert (document.column, document.site_name) == (column, site)


def test_the_name_that_a_page_prints_in_full_goes_before_a_part_of_it_in_its_title():
    foot = "<div>版权所有：石桥师范学院</div>"
    for tail in ("石桥师范", "部门动态"):
        assert read(title=f"{TITLE}-{tail}", below=foot).site_name == "石桥师范学院"


@pytest.mark.parametrize(
    ("bar", "source"),
    [
        ('<div>2025-04-09 10:32 来源：<a href="/m/1">石桥新闻</a><span>广西</span></div>', "石桥新闻"),
        ("<div>——林场：看苗木来源</div><div>2025-04-09 10:32 | 来源：石桥法院报 | 作者：韦小满</div>", "石桥法院报"),
        (
            "<div>2025-04-09 10:32</div><p>本文来自微信公众号：石桥人物（ID：shiqiao），作者：韦小满，编辑：蓝志峰</p>",
            "石桥人物",
        ),
    ],
)
def test_a_source_ends_where_its_name_does(bar: str, source: str):
    assert read(bar=bar).source == source


@pytest.mark.parametrize(
    ("bar", "published"),
    [
        (
            '<div><a href="/u/1">石桥人物</a>©<span>2025-04-09 10:32</span><span>来自广西</span></div>',
            "2025-04-09T10:32",
        ),
        ("<div>最新推荐文章于 2025-05-01 08:00 发布</div><div>于 2025-04-09 10:32 首次发布</div>", "2025-04-09T10:32"),
    ],
)
def test_the_hour_of_publication_is_told_from_what_stands_beside_it(bar: str, published: str):
    assert (read(bar=bar).published or "")[:16] == published


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 韦小满 郑州报道", ["韦小满"]),
        ("石桥新闻记者 韦小满 实习生 蓝志峰", ["韦小满", "蓝志峰"]),
        ("记者 旦增尼玛曲珠 韦小满", ["旦增尼玛曲珠", "韦小满"]),
        ("记者 韦小满 通讯员 蓝志峰报道", ["韦小满", "蓝志峰"]),
    ],
)
@pytest.mark.parametrize("at_end", [False, True])
def test_a_byline_names_its_writers_alone(line: str, names: list[str], at_end: bool):
    told = [*PARAGRAPHS, line, "编辑 黄采薇 审核 覃一"] if at_end else [line, *PARAGRAPHS]
    assert [author.name for author in read(prose(told)).authors] == names


@pytest.mark.parametrize("bar", ["2025-04-09 20:181.6万浏览 · 412点赞", "2025-04-09 编辑 播报"])
def test_counters_and_buttons_are_nobody(bar: str):
    assert read(bar=f"<div>{bar}</div>").authors == ()


def test_structured_data_names_the_writer_where_nothing_else_does():
    data = '<script type="application/ld+json">{"@type":"Article","author":{"@type":"%s","name":"%s"}}</script>'
    assert [author.name for author in read(head=data % ("Person", "青石老农")).authors] == ["青石老农"]
    assert read(head=data % ("Organization", "青石老农")).authors == ()
    assert read(head=data % ("Person", "石桥日报")).authors == ()


@pytest.mark.parametrize("filed", ["分类于 <a href='/c/1'>手工</a>", "分类：<a href='/c/1'>手工</a>"])
def test_a_blog_files_an_entry_under_a_link(filed: str):
    assert read(bar=f"<div>2025-04-09 {filed} 阅读(312)</div>").column == "手工"


def test_a_thread_is_not_its_own_column():
    trail = '<div class="z"><a href="/">石桥论坛</a> &raquo; <a href="/f1">闲话</a> &rsaquo; <a href="/t1">青石岭上修了一条路谁去看</a></div>'
    heading = f"{trail}<h1>[杂谈]青石岭上修了一条路谁去看</h1>"
    assert read(title="青石岭上修了一条路谁去看 - 石桥论坛", heading=heading).column == "闲话"


def test_a_line_that_is_called_a_subtitle_may_stand_below_the_bar():
    bar = '<div>2025-04-09 10:32 来源：石桥网</div><div class="subhead">九公里水泥路；三十四处会车道</div>'
    document = read(bar=bar)
    assert document.subtitle == "九公里水泥路；三十四处会车道"
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ('<p class="image_desc">校车驶过山路。石桥新闻记者 韦小满 图</p>', "校车驶过山路。"),
        ('<p class="img-desc">工人调试检测设备 来源：石桥机械企业</p>', "工人调试检测设备 来源：石桥机械企业"),
        ("<dd>工人在生产线上作业。图：石桥图库</dd>", "工人在生产线上作业。"),
    ],
)
def test_a_line_that_is_called_or_credited_as_a_caption_is_one(line: str, caption: str):
    document = read(f'<p>{PARAGRAPHS[0]}</p><p><img src="1.jpg"></p>{line}{prose(PARAGRAPHS[1:])}')
    assert document.captions == (caption,)
    assert document.paragraphs == PARAGRAPHS


def test_a_question_below_a_picture_is_no_caption():
    told = ["有没有人一起去？我出啤酒。", *PARAGRAPHS]
    assert read(f'<p><img src="1.jpg"></p>{prose(told)}').captions == ()


@pytest.mark.parametrize(
    "line",
    [
        '<p class="article-editor">责任编辑：韦小满</p>',
        "<p>责任编辑：<span></span></p>",
        "<p>海量资讯、精准解读，尽在石桥财经APP</p>",
        "<p>获取更多资讯请下载石桥时间客户端</p>",
        "<p>此文为付费文章，扣款后即可阅读全文</p>",
        "<p>版权作品，未经石桥网 shiqiao.example 书面授权，严禁转载，违者将被追究法律责任。</p>",
        "<p>广告声明：文内含有的对外跳转链接，用于传递更多信息，结果仅供参考。</p>",
    ],
)
def test_what_a_template_sets_below_the_text_is_left_out(line: str):
    assert read(prose() + line).paragraphs == PARAGRAPHS


def test_the_ways_to_edit_a_section_end_no_entry():
    edit = '<div><a href="/e/1">编辑</a> <a href="/l/1">播报</a></div>'
    sections = "".join(f"<h2>建设{number}</h2>{edit}<div>{text}</div>" for number, text in enumerate(PARAGRAPHS))
    assert [line for line in read(sections).paragraphs if len(line) > 20] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("bar", "source"),
    [
        ("<div>2025-04-09 10:32 石桥报／ 记者韦小满／青岭即时报导</div>", "石桥报"),
        ("<div>石桥报／记者韦小满／青岭报导</div><div>2025-04-09 10:32</div>", "石桥报"),
        ("<p><em>石桥财经</em> <em>2025-04-09 10:32:40</em> <em>听新闻</em></p>", "石桥财经"),
    ],
)
def test_an_outlet_without_a_label_stands_beside_the_day_or_the_reporter(bar: str, source: str):
    assert read(bar=bar).source == source


def test_fields_below_a_text_name_its_office_and_its_days():
    fields = "<ul><li>發布日期：114-04-09</li><li>發布單位：農業處</li><li>更新日期：114-04-11</li></ul>"
    document = read(bar="", below=fields)
    assert (document.source, document.published, document.updated) == ("農業處", "2025-04-09", "2025-04-11")


def test_a_county_of_taiwan_keeps_its_government_s_name():
    told = "為推廣在地咖啡產業，縣政府將於一月舉辦咖啡節，邀請三十六家莊園參與，並開放民眾參加體驗。"
    title = "咖啡節一月登場"
    head = f'<title>{title}</title><meta name="DC.Creator" content="青嶺縣政府"><meta name="sitename" content="青嶺縣政府">'
    page = f"<html><head>{head}</head><body><h1>{title}</h1>{prose([told])}</body></html>"
    for host, name in (("www.qingling.gov.tw", "青嶺縣政府"), ("www.qingling.gov.example", "青嶺縣人民政府")):
        assert read_documents(page.encode(), f"https://{host}/a.aspx")[0].site_name == name


@pytest.mark.parametrize("when", ['"2025-04-09 10:32:00"', "1744165920000"])
@pytest.mark.parametrize("first", [True, False])
def test_the_record_of_a_drawn_article_says_what_a_page_would_print(when: str, first: bool):
    fields = f'"title":"{TITLE}","sourceName":"石桥融媒","author":"韦小满","publishTime":{when},"columnName":"凡人微光"'
    content = '"content":"' + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + '"'
    record = f"{content},{fields}" if first else f"{fields},{content}"
    others = '[{"title":"雪后的菜市场开门了","publishTime":"2025-03-01 10:00:00"}]'
    script = f'<script>window.__INITIAL_STATE__={{"a":{{{record}}},"more":{others}}};</script>'
    page = f'<html><head><title>{TITLE}</title></head><body><div id="app"></div>{script}</body></html>'
    (document,) = read_documents(page.encode(), "https://h5.shiqiao.example/share?id=1")
    assert (document.title, document.source, document.column) == (TITLE, "石桥融媒", "凡人微光")
    assert document.published == "2025-04-09T10:32:00+08:00"
    assert [author.name for author in document.authors] == ["韦小满"]
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("opening", ["<html amp lang='zh'>", "<html ⚡>"])
def test_an_amp_page_has_pictures(opening: str):
    picture = '<figure><amp-img src="a.jpg" width="800"></amp-img><p class="wp-caption-text">青石岭上的路</p></figure>'
    told = f"{prose(PARAGRAPHS[:1])}{picture}{prose(PARAGRAPHS[1:])}"
    page = f"{opening}<head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{told}</div></body></html>"
    (document,) = read_documents(page.encode(), URL)
    assert document.captions == ("青石岭上的路",)
    assert [image.url for image in document.images] == ["https://www.shiqiao.example/a/20250409/a.jpg"]


@pytest.mark.parametrize("site", ["石桥+", "石桥日报·青石专刊"])
def test_a_title_may_open_with_the_site(site: str):
    assert read(title=f"{site}_{TITLE}").site_name == site


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["石桥+记者 韦小满 蓝志峰", "通讯员 黄采薇"], ["韦小满", "蓝志峰", "黄采薇"]),
        (["36石桥记者 韦小满"], ["韦小满"]),
    ],
)
def test_writers_sign_on_several_lines_below_a_text(lines: list[str], names: list[str]):
    assert [author.name for author in read(prose([*PARAGRAPHS, *lines])).authors] == names


@pytest.mark.parametrize(
    "bar",
    [
        "<div>石桥县2025年公开招聘社区工作者公告</div><div>2025-04-09 10:32</div>",
        "<div>2025-04-09 10:32</div><div>广西</div>",
    ],
)
def test_workers_and_provinces_write_nothing(bar: str):
    assert read(bar=bar).authors == ()


def test_a_teacher_who_guided_a_pupil_is_no_author():
    bar = "<p>作者：五（3）班 蓝雨桐　指导老师：韦玉珍　发布时间：2025-04-09</p>"
    assert [author.name for author in read(bar=bar).authors][-1] == "蓝雨桐"


def test_a_trail_may_open_with_a_column_and_end_in_the_article():
    trail = '<div class="path"><a href="/cs">城事</a> / <a href="/sq">社区</a> / 文章详情</div>'
    assert read(heading=f"{trail}<h1>{TITLE}</h1>").column == "社区"


@pytest.mark.parametrize("address", ["来自广西", "广西"])
def test_comments_that_say_where_they_are_from_are_not_read(address: str):
    comments = "".join(
        f'<li><h4><a href="/people/{n}">小鱼{n}</a> <span>2025-04-1{n} 21:02:11 {address}</span></h4><p>{text}</p></li>'
        for n, text in enumerate(
            ("羡慕能看见山", "我在大城市的图书馆，看不见山，每天坐地铁要一个半小时，什么都不想做。")
        )
    )
    assert read(below=f"<ul>{comments}</ul>").paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "石桥报报料邮箱：67106710@shiqiao.example",
        "长按识别二维码关注我们",
        "作者：石农　出处：https://www.shiqiao.example/　本文版权归作者共有，欢迎转载，但必须保留此段声明。",
    ],
)
def test_a_site_s_own_lines_below_a_text_are_left_out(line: str):
    assert read(below=f"<div><p>{line}</p></div>").paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "tail", [" - 石桥观察网 － 专业财经新闻网站", " -石桥观察网 - 石桥新闻门户", "_石桥观察网", " - 石桥观察网"]
)
def test_what_a_site_says_of_itself_behind_its_name_is_no_name(tail: str):
    assert read(title=TITLE + tail).site_name == "石桥观察网"


def test_two_outlets_of_one_house_open_a_lead():
    lead = "石榴云/石桥日报讯（记者 玛伊古丽·艾依提 通讯员 阿不都·买买提）"
    authors = read(prose([lead + PARAGRAPHS[0], *PARAGRAPHS[1:]])).authors
    assert [author.name for author in authors] == ["玛伊古丽·艾依提", "阿不都·买买提"]


def test_a_sentence_in_the_words_of_the_headline_opens_the_text():
    assert read(prose([f"{TITLE}。", *PARAGRAPHS])).paragraphs == (f"{TITLE}。", *PARAGRAPHS)


def test_a_site_called_as_columns_are_is_told_by_the_title():
    bar = "<div><span>石桥新闻</span> <span>2025-04-09 10:32</span> <span>94342</span></div>"
    assert read(bar=bar, title=f"{TITLE}_石桥新闻").source == "石桥新闻"
    assert read(bar=bar.replace("石桥新闻", "社会新闻"), title=f"{TITLE}_石桥网").source is None


def test_a_field_that_closes_a_text_names_no_source():
    told = [*PARAGRAPHS, "报送单位：石桥县水利局", "2025年4月9日"]
    document = read(prose(told))
    assert document.source is None
    assert list(document.paragraphs) == told


def test_an_editors_line_in_the_block_that_a_text_was_typed_in_is_the_text_s():
    told = [*PARAGRAPHS, "（责任编辑：韦小满）"]
    body = "<div class='TRS_Editor'>" + "<br>".join(told) + "</div>"
    assert list(read(body).paragraphs) == told


def test_a_button_behind_the_last_step_of_a_trail_is_no_column():
    trail = '<div class="crumb"><a href="/">首页</a> &gt; <a href="/rw">人物</a> &gt; 正文 <a href="/join">申请入驻</a></div>'
    assert read(heading=f"{trail}<h1>{TITLE}</h1>").column == "人物"


def test_a_link_to_a_column_may_end_in_the_sign_that_leads_on():
    found = read(bar='<div>2025-04-09 10:32 <a href="/zj">直击现场 &gt;</a></div>', title=f"{TITLE}_直击现场_石桥新闻")
    assert found.column == "直击现场"


def test_a_county_s_centre_is_no_headline():
    found = read(
        title="石桥融媒", heading=f"<div>石桥融媒</div><p>首页 &gt; 新闻 &gt; 镇街</p><div class=d-title>{TITLE}</div>"
    )
    assert (found.title, found.column) == (TITLE, "镇街")


@pytest.mark.parametrize("line", ["听全文约3分钟", "觉得不错，请点赞、在看、转发三连↓↓↓"])
def test_what_an_account_asks_of_its_readers_is_left_out(line: str):
    assert read(f"{prose()}<p>{line}</p>").paragraphs == read().paragraphs


def test_a_trail_of_one_link_is_known_by_what_its_system_calls_the_link():
    found = read(heading=f'<div>石桥网频道 &gt; <a href="../" class="CurrChnlCls">镇街要闻</a></div><h1>{TITLE}</h1>')
    assert found.column == "镇街要闻"


def test_the_application_of_a_news_house_is_a_source():
    assert read(bar="<div>来源：石桥新闻客户端 | 2025年04月09日 10:32</div>").source == "石桥新闻客户端"


def test_the_way_home_behind_the_last_sentence_is_no_text():
    body = prose().removesuffix("</p>") + '<a href="/"><span>返回石桥，查看更多</span></a></p>'
    assert read(body).paragraphs == read().paragraphs


def test_the_way_to_what_else_a_member_wrote_is_not_his_name():
    card = '<h4><a href="/profile?u=1">青石老农</a></h4><div><a href="/profile?u=1">查看TA的文章&gt;</a></div>'
    assert [author.name for author in read(heading=f"{card}<h1>{TITLE}</h1>").authors] == ["青石老农"]


CARD = (
    "<div class=card><img src=/l.jpg><p>韦小满律师</p><p>石桥律师事务所 执业8年</p><a href=/ask>立即咨询</a>"
    "<p>擅长合同纠纷，三分钟内回复</p></div>"
)
ASKED = "<div><p>还有疑问？</p><a href=/ask>在线咨询</a></div>"


def test_the_cards_of_those_who_may_be_asked_are_none_of_the_text():
    first, *rest = PARAGRAPHS
    body = f"{CARD}<div><p>{first}</p>{ASKED}{prose(rest)}</div>"
    below = "<div><p>温馨提示：每件事各不相同，以上内容仅供参考。</p></div><div><span>有帮助 12</span><span>没帮助 1</span></div>"
    assert read(body, below=below).paragraphs == read().paragraphs


def test_entries_told_by_the_hour_are_one_article():
    hours = [f"【{hour}:42】{told}" for hour, told in zip((15, 14, 13), PARAGRAPHS, strict=False)]
    page = f"<title>滚动播报</title><h1>滚动播报：{TITLE}</h1><div>石桥网 2025-04-09 10:32</div>{prose(hours)}"
    documents = read_documents(page.encode(), URL)
    assert [list(document.paragraphs) for document in documents] == [hours]


def test_the_numbers_of_the_pictures_end_no_series_of_short_captions():
    told = [
        "四月二日，石桥镇的果农在果园里疏花。",
        "多余的花蕾要先摘下，留下的果子才大。",
        "一天下来，手指染成了淡淡的褐色。",
    ]
    series = "".join(f"<div><div>{n}/3</div><img src=/{n}.jpg><p>{text}</p></div>" for n, text in enumerate(told, 1))
    assert list(read(series).paragraphs) == told


def test_who_filmed_ends_the_field_of_who_wrote():
    found = read(f"{prose()}<p>记者：韦小满 摄像：蓝志峰 剪辑：黄采薇</p>")
    assert [author.name for author in found.authors] == ["韦小满"]


def test_an_element_called_a_source_names_it_beside_the_day():
    bar = '<div><a class="doc-source" href="/m/1">青石观察</a><span>2025.04.09</span><span> 10:32</span></div>'
    assert read(bar=bar).source == "青石观察"


def test_a_paper_and_its_application_are_no_writer():
    found = read(f"<p>石桥晚报·掌上石桥记者 韦小满 通讯员 蓝志峰 文/图</p>{prose()}")
    assert [author.name for author in found.authors] == ["韦小满", "蓝志峰"]


def test_the_outlet_in_an_element_below_the_day_is_no_text():
    bar = "<div><div>2025-04-09 10:32:31　星期三</div><div>青石社</div></div>"
    told = "青石社4月9日电，石桥县正在研究把旧书交换的办法推到另外四个镇，细则将在近期公开征求意见。"
    assert read(f"{told}", bar=bar).paragraphs == (told,)


def test_the_link_behind_a_source_is_none_of_its_name():
    bar = '<div>2025-04-09 10:32　来源：石桥县博物馆　<a href="/qun">招聘信息交流群</a></div>'
    assert read(bar=bar).source == "石桥县博物馆"


def test_the_day_of_setting_out_is_not_that_of_publication():
    bar = "<div>2025-04-09 10:32 3021/24</div><ul><li>出发时间/2025-03-02</li><li>出行天数/3 天</li></ul>"
    assert (read(bar=bar).published or "").startswith("2025-04-09T10:32")
