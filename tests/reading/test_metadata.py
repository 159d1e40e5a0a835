"""What a page says of itself, printed or in its head."""

import pytest

from crawler.layout import Layout
from crawler.reading import read_documents
from crawler.reading.metadata.title import split_title
from crawler.reading.values import Author
from tests.reading.pages import PARAGRAPHS, page, prose


def read(markup: str, url: str = "http://www.shiqiao.gov.cn/a.html", layout: Layout | None = None):
    (document,) = read_documents(markup.encode(), url, None, layout)
    return document


def meta(**tags: str) -> str:
    return "".join(f'<meta name="{name}" content="{value}">' for name, value in tags.items())


def test_a_portal_page_says_all_of_it():
    document = read(page(prose(), bar="来源：石桥县融媒体中心　|　发布日期：2025-04-09 10:32　|　作者：韦小满"))
    assert document.title == "石桥县召开春季造林现场会"
    assert document.source == "石桥县融媒体中心"
    assert document.published == "2025-04-09T10:32:00+08:00"
    assert document.authors == (Author("韦小满", "作者"),)
    assert document.column == "本地要闻"
    assert document.site_name == "石桥县人民政府"
    assert document.language == "zh-Hans"


@pytest.mark.parametrize(
    "title",
    [
        "石桥县召开春季造林现场会_本地要闻_石桥县人民政府门户网站",
        "石桥县召开春季造林现场会-石桥县人民政府",
        "石桥县召开春季造林现场会 - 本地要闻 - 石桥县人民政府 -",
        "石桥县人民政府 | 石桥县召开春季造林现场会",
        "石桥县召开春季造林现场会--石桥新闻网",
        "石桥县人民政府门户网站",
        "",
    ],
)
def test_the_title_is_without_the_names_of_site_and_column(title):
    markup = page(prose()).replace("石桥县召开春季造林现场会_本地要闻_石桥县人民政府门户网站", title)
    assert read(markup).title == "石桥县召开春季造林现场会"


def test_a_headline_broken_over_lines_is_one_title():
    broken = page(prose(), title="石桥县人民政府关于做好春季造林工作的通知").replace(
        "<h1>石桥县人民政府关于做好春季造林工作的通知</h1>", "<h1>石桥县人民政府关于<br>做好春季造林工作的通知</h1>"
    )
    assert read(broken).title.replace(" ", "") == "石桥县人民政府关于做好春季造林工作的通知"


def test_a_reprint_is_without_the_paper_in_its_title():
    assert read(page(prose(), title="【石桥日报】石桥县召开春季造林现场会")).title == "石桥县召开春季造林现场会"


def test_kicker_and_subtitle_stand_around_the_headline():
    markup = (
        page(prose())
        .replace("<h1>", "<h2>青山就是靠山</h2><h1>")
        .replace("</h1>", "</h1><h3>——写在第四十七个植树节之后</h3>")
    )
    document = read(markup)
    assert (document.kicker, document.subtitle) == ("青山就是靠山", "——写在第四十七个植树节之后")
    assert document.paragraphs == PARAGRAPHS


BARS = {
    "发布时间：2025-04-09 10:32 来源：石桥日报 浏览次数： 字号：〖大 中 小〗": (
        "石桥日报",
        "2025-04-09T10:32:00+08:00",
    ),
    "2025-04-09 10:32更新 来源：石桥日报": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "2025年04月09日10:32 | 来源：石桥日报": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "来源：石桥日报 2025-04-09": ("石桥日报", "2025-04-09"),
    "信息来源：石桥日报发布时间：2025-04-09 10:32:44": ("石桥日报", "2025-04-09T10:32:44+08:00"),
    "时间：二〇二五年四月九日": (None, "2025-04-09"),
    "信息来源: 发布日期：2025-04-09 00:00": (None, "2025-04-09"),
    "成文日期：2025-04-01 发布日期：2025-04-09": (None, "2025-04-09"),
    "更新时间：2025-04-10 08:00 发布时间：2025-04-09 10:32": (None, "2025-04-09T10:32:00+08:00"),
    "<span>来源：</span><b>石桥日报</b>　<span>日期：</span><i>2025-04-09</i>": ("石桥日报", "2025-04-09"),
    "&nbsp;": (None, None),
}


@pytest.mark.parametrize("bar", BARS)
def test_source_and_date_are_read_from_every_kind_of_bar(bar):
    document = read(page(prose(), bar=bar))
    assert (document.source, document.published) == BARS[bar]


def test_the_time_of_the_last_change_is_kept_apart():
    document = read(page(prose(), bar="发布时间：2025-04-09 10:32 更新时间：2025-04-10 08:00"))
    assert document.updated == "2025-04-10T08:00:00+08:00"


def test_no_date_is_taken_from_today_sidebar_or_copyright():
    footer = "<div>版权所有 © 2015-2025 石桥县人民政府 2015-01-01</div>"
    side = '<ul class="side"><li><a href="/1">石桥县举办招聘会</a> 2025-03-02</li></ul>'
    document = read(page(prose(), bar="&nbsp;", above="今日是：2026年11月22日 星期日", below=side + footer))
    assert document.published is None


def test_what_is_printed_wins_over_the_tags():
    head = meta(
        PubDate="2022-04-24 10:00:43",
        ContentSource="石桥网站",
        ColumnName="综合",
        ArticleTitle="石桥县召开春季造林现场会",
    )
    document = read(page(prose(), head=head))
    assert (document.published, document.source) == ("2025-04-09T10:32:00+08:00", "石桥县融媒体中心")
    assert document.column == "本地要闻"


def test_a_tag_lends_its_time_to_the_same_printed_day():
    head = meta(PubDate="2025-04-09 10:32")
    assert read(page(prose(), head=head, bar="发布日期：2025-04-09")).published == "2025-04-09T10:32:00+08:00"


def test_the_time_at_which_a_page_was_built_is_not_when_it_was_published():
    head = meta(PubDate="2022-04-24 10:00:43", others="页面生成时间 2022-04-24 10:00:43")
    assert read(page(prose(), head=head, bar="&nbsp;")).published is None


def test_tags_are_read_without_their_dirt():
    head = meta(
        ContentSource="null",
        ArticleTitle="石桥县召开&lt;br&gt;春季造林现场会<div>",
        PubDate="2025-04-09",
        Author="null",
    )
    document = read(page(prose(), head=head, bar="&nbsp;"))
    assert document.source is None
    assert document.published == "2025-04-09"
    assert "<" not in document.title


def test_the_government_of_another_county_came_with_a_copied_template():
    head = meta(ContentSource="临江县人民政府", SiteName="石桥县人民政府")
    assert read(page(prose(), head=head, bar="发布日期：2025-04-09")).source is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://www.shiqiao.gov.cn/xw/202504/t20250409_1234.shtml", "2025-04-09"),
        ("http://www.shiqiao.gov.cn/art/2025/4/9/art_1229_58.html", "2025-04-09"),
        ("http://paper.shiqiao.cn/html/2025-04/09/content_144740.htm", "2025-04-09"),
        ("http://www.shiqiao.gov.cn/2025/show.asp?id=20250409", None),
    ],
)
def test_an_address_tells_the_day_only_where_its_system_puts_it_there(url, day):
    assert read(page(prose(), bar="&nbsp;"), url).published == day


def test_an_e_paper_story_is_read_from_its_own_properties():
    markup = (
        "<html><head><title>石桥日报数字报-青山就是靠山</title></head><body><div>石桥日报社出版</div><!--enpproperty <articleid>77</articleid>"
        "<date>2025-04-09 00:00:00.0</date><author>韦小满</author><title>青山就是靠山</title><introtitle>植树节特写</introtitle>"
        "<subtitle>青石岭林场见闻</subtitle>/enpproperty--><div class='t'>青山就是靠山</div>"
        f"<!--enpcontent-->{prose()}<!--/enpcontent--></body></html>"
    )
    document = read(markup)
    assert (document.title, document.kicker, document.subtitle) == ("青山就是靠山", "植树节特写", "青石岭林场见闻")
    assert document.published == "2025-04-09"
    assert document.source == "石桥日报"
    assert document.authors == (Author("韦小满", "作者"),)
    assert document.paragraphs == PARAGRAPHS


def test_a_forum_post_is_by_whom_its_stamp_names():
    document = read(page(prose(), bar="青石岭的风 发表于 2005-9-15 11:46:00"))
    assert document.published == "2005-09-15T11:46:00+08:00"
    assert [author.name for author in document.authors] == ["青石岭的风"]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("作者： 山风&溪水", ["山风&溪水"]),
        ("作者：石桥_07", ["石桥_07"]),
        ("作者：韦小满&蓝志峰", ["韦小满", "蓝志峰"]),
        ("作者：韦小满 蓝志峰", ["韦小满", "蓝志峰"]),
        ("作者：佚名", []),
        ("作者：admin", []),
    ],
)
def test_a_writer_is_called_as_the_field_calls_him(field, names):
    bar = f"发布日期：2025-04-09 10:32</div><div>{field}</div><div>"
    assert [author.name for author in read(page(prose(), bar=bar)).authors] == names


def test_the_fields_behind_a_writer_are_not_his_name():
    bar = "发布时间：2025年4月9日 10时32分 来源：石桥县融媒体中心 作者：韦小满 点击量：56"
    assert [author.name for author in read(page(prose(), bar=bar)).authors] == ["韦小满"]


def test_a_floor_of_a_thread_is_nobodys_name():
    assert read(page(prose(), bar="1# 发表于 2006-7-9 21:15 只看该作者")).authors == ()


def test_a_blog_is_by_whom_it_is_called():
    assert read(page(prose(), above="<div>石桥人的博客</div>", bar="2009-11-02 21:08")).authors == (Author("石桥人"),)


def test_a_blogs_writer_is_the_one_under_whose_name_it_files_its_articles():
    owner = '<div><a href="http://blog.shiqiao.example/?author=7">山里人</a></div>'
    guests = '<p><a href="/?author=9">过客</a>回复：说得好。</p>'
    assert read(page(prose(), below=owner + guests)).authors == (Author("山里人"),)
    assert read(page(prose(), below=owner + owner.replace("山里人", "石桥客"))).authors == ()


def test_a_journals_article_is_dated_by_its_citation():
    head = '<meta name="citation_date" content="2018-08-23">'
    assert read(page(prose(), bar="", head=head)).published == "2018-08-23"


def test_a_layout_says_where_things_stand():
    markup = page(prose()).replace(
        "</h1>", "</h1><em class='from'>县林业局</em><em class='when'>2025年4月8日 9:05</em>"
    )
    layout = Layout(name="own", source=("em.from",), published=("em.when",), column=("div.wz a:nth-child(2)",))
    document = read(markup, layout=layout)
    assert (document.source, document.published, document.column) == (
        "县林业局",
        "2025-04-08T09:05:00+08:00",
        "新闻中心",
    )


def test_the_paths_of_columns_may_stand_in_list_items():
    trail = "<ul><li>当前位置：</li><li><a href='/'>首页</a></li><li><a href='/x'>政务公开</a></li><li><a href='/x/y'>公共服务</a></li></ul>"
    markup = page(prose()).replace('<div class="wz">', trail + '<div style="display:none">')
    assert read(markup).column == "公共服务"


def test_the_sites_name_set_as_the_first_heading_is_no_title():
    html = (
        '<html><head><meta charset="utf-8"><title>石桥县人民政府门户网站</title></head><body><h1>石桥县人民政府门户网站</h1>'
        f"<h3>石桥县召开春季造林现场会</h3><p>发布时间：2025-04-09　阅读：12</p><div>{prose()}</div></body></html>"
    )
    assert read(html).title == "石桥县召开春季造林现场会"


def test_a_day_below_the_headline_wins_over_one_above_it():
    html = (
        '<html><head><meta charset="utf-8"><title>石桥县召开春季造林现场会</title></head><body><p>2025-03-01</p>'
        f"<h1>石桥县召开春季造林现场会</h1><p>2025-04-09</p><div>{prose()}</div></body></html>"
    )
    assert read(html).published == "2025-04-09"


def test_a_day_of_the_week_belongs_to_the_date_that_a_blog_prints_above_its_headline():
    html = (
        '<html><head><meta charset="utf-8"><title>山村手记</title></head><body><p>2026年1月5日（北京时间）</p>'
        "<p>Wednesday, April 9th, 2025 &nbsp; 7:05 pm</p><h2>石桥县召开春季造林现场会</h2>"
        f"<div>{prose()}</div></body></html>"
    )
    assert read(html).published == "2025-04-09T19:05:00+08:00"


def test_when_the_site_was_last_changed_dates_no_article():
    html = (
        '<html><head><meta charset="utf-8"><title>石桥县召开春季造林现场会</title></head><body>'
        f"<h1>石桥县召开春季造林现场会</h1><div>{prose()}</div><p>最后更新：2026-01-01</p><p>版权所有：石桥县人民政府</p></body></html>"
    )
    assert read(html).published is None


def test_a_column_is_read_from_list_items_and_from_the_bar():
    steps = '<ul><li><a href="/">首页</a></li><li>&gt; <a href="/zx">资讯</a></li><li>&gt; 部门动态</li></ul>'
    for above, bar, column in ((steps, "", "部门动态"), ("", "<p>所属栏目：通知公告</p>", "通知公告")):
        html = (
            '<html><head><meta charset="utf-8"><title>石桥县召开春季造林现场会</title></head><body>'
            f"{above}<h1>石桥县召开春季造林现场会</h1>{bar}<p>发布时间：2025-04-09</p><div>{prose()}</div></body></html>"
        )
        assert read(html).column == column


def test_an_outlet_beside_the_date_is_the_source():
    for bar in ("2025-04-09 10:20 石桥日报", "石桥日报 2025-04-09 10:20", "2025年04月09日10:20　石桥新闻网　韦小满"):
        html = (
            '<html><head><meta charset="utf-8"><title>石桥县召开春季造林现场会</title></head><body>'
            f"<h1>石桥县召开春季造林现场会</h1><p>{bar}</p><div>{prose()}</div></body></html>"
        )
        found = read(html)
        assert found.source in ("石桥日报", "石桥新闻网")
        assert found.published == "2025-04-09T10:20:00+08:00"


FIELDS_OF_BARS = {
    "[ 2025-04-09 10:20 ] 来源：[ 石桥日报 ] 浏览 [12] 次": ("2025-04-09T10:20:00+08:00", "石桥日报", ()),
    "2025-04-09|来源：石桥县水利局|作者：蓝志峰|阅读：12": ("2025-04-09", "石桥县水利局", ("蓝志峰",)),
    "发布日期：2025年04月09日　　信息来源：县水利局　　责任编辑：黄采薇　　审核：覃立春　　点击数：12": (
        "2025-04-09",
        "县水利局",
        ("黄采薇",),
    ),
    "时间：2025-04-09 10:20:30 来源：县水利局 点击： 次 字体【大 中 小】 分享： 微信 QQ空间 新浪微博": (
        "2025-04-09T10:20:30+08:00",
        "县水利局",
        (),
    ),
    "来源： 石桥县人民政府办公室（网站） 2025-04-09": ("2025-04-09", "石桥县人民政府办公室（网站）", ()),
    "发布时间：2025-04-09来源：县水利局浏览次数：12字号：大中小": ("2025-04-09", "县水利局", ()),
    "来源：县水利局作者：韦小满发布时间：2025-04-09": ("2025-04-09", "县水利局", ("韦小满",)),
    "成文日期：2025-04-01　发布日期：2025-04-09　实施日期：2025-06-01": ("2025-04-09", None, ()),
    "更新时间：2025-04-10 08:00　发布日期：2025-04-09": ("2025-04-09", None, ()),
    "打印时间：2026-11-22 10:00　发布时间：2025-04-09 16:20": ("2025-04-09T16:20:00+08:00", None, ()),
    "2025-04-09 星期三 16:20　县水利局": ("2025-04-09T16:20:00+08:00", "县水利局", ()),
    "Date: 2025-04-09 Source: 县水利局": ("2025-04-09", "县水利局", ()),
    "<ul><li>发布时间</li><li>2025-04-09</li><li>信息来源</li><li>县水利局</li></ul>": ("2025-04-09", "县水利局", ()),
    "<em>2025</em>-<em>04</em>-<em>09</em> <i>来源</i>：<i>县水利局</i> <i>作者</i>：<i>韦小满</i>": (
        "2025-04-09",
        "县水利局",
        ("韦小满",),
    ),
}


@pytest.mark.parametrize("bar", FIELDS_OF_BARS)
def test_a_bar_is_read_however_it_is_set(bar: str):
    document = read(page(prose(), bar=bar))
    published, source, authors = FIELDS_OF_BARS[bar]
    assert document.published == published
    assert document.source == source
    assert tuple(author.name for author in document.authors) == authors
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("mark", "□◎◆△★")
def test_a_writer_behind_any_mark_is_named_and_is_no_part_of_the_text(mark: str):
    document = read(page(f"<p>{mark} 韦小满</p>{prose()}", bar="来源：石桥日报　发布日期：2025-04-09"))
    assert [author.name for author in document.authors] == ["韦小满"]
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "trail",
    [
        '<ul class="crumb"><li>当前位置：</li><li><a href="/">首页</a></li><li><a href="/gg/">通知公告</a></li></ul><li><a>时政</a>',
        '<ul class="breadcrumb"><li><a href="/">石桥新闻网</a></li><li><a href="/gg/">通知公告</a></li><li>正文</li></ul>',
        '<div>您的位置：<a href="/">石桥在线</a>-<a href="/zw/">政务</a>-通知公告-浏览文章</div>',
        '<p><a href="/">石桥县人民政府</a><i class="arrow"></i><a href="/gg/">通知公告</a><i class="arrow"></i><span>正文</span></p>',
    ],
)
def test_a_trail_ends_where_its_list_or_its_links_do(trail: str) -> None:
    article = f"<h1>石桥县召开春季造林现场会</h1><div>来源：石桥日报 发布时间：2024-05-13</div><div>{prose()}</div>"
    html = f"<html><head><meta charset=utf-8><title>石桥县召开春季造林现场会</title></head><body>{trail}{article}</body></html>"
    assert read_documents(html.encode(), "http://www.shiqiao.example/1.html")[0].column == "通知公告"


@pytest.mark.parametrize(
    ("titled", "printed"),
    [
        ("石桥县人民政府办公室关于印发..._石桥县人民政府", "石桥县人民政府办公室关于印发石桥县防汛应急预案的通知"),
        ("石桥县第一中学", "学校召开春季运动会"),
    ],
)
def test_a_title_cut_off_or_a_school_s_name_leaves_the_printed_headline(titled: str, printed: str) -> None:
    article = f"<div class='tit'>{printed}</div><p>发布日期：2024-05-13</p><div>{prose()}</div>"
    html = f"<html><head><meta charset=utf-8><title>{titled}</title></head><body>{article}</body></html>"
    assert read_documents(html.encode(), "http://www.shiqiao.example/1.html")[0].title == printed


def test_a_trail_may_end_with_a_picture_that_is_a_link():
    trail = '<p><a href="/">首页</a> <a href="/zw/">政务</a> <a href="/zw/x/"><img src="a.gif"></a></p>'
    html = page(prose()).replace('<div class="wz">', trail + '<div class="wz">')
    (document,) = read_documents(html.encode(), "http://www.shiqiao.example/1.html")
    assert document.paragraphs


def test_the_day_at_the_end_of_a_page_s_title_is_no_headline():
    assert split_title("石桥晚报-A02版-夜市开街-20100423")[0] == "石桥晚报-A02版-夜市开街"
