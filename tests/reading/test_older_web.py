"""What pages of 1998 to 2008 set above, into and below their articles is told from the text."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

TRADITIONAL = OpenCC("s2t").convert
URL = "http://www.example.com/20050507.htm"
A, B, C = PARAGRAPHS
ONE, TWO = "<a href=http://a.example/1>数码相机特价直销</a>", "<a href=http://a.example/2>名车优惠三天</a>"
ITEMS = "".join(f"<tr><td>·<a href=/{n}.htm>第{n}场招聘会</a> (2005-05-0{n})</td></tr>" for n in range(1, 7))
INSETS = (
    f"<table><tr><td>{ONE} {TWO}</td></tr></table>",
    f"<center><font color=gray>- 广告 -</font><br>{ONE}</center>",
    f"<table align=left><tr><td>{ONE}</td></tr><tr><td>{TWO}</td></tr></table>",
)


def read(html: str):
    return read_documents(html.encode("gb18030"), URL)[0]


@pytest.mark.parametrize("inset", INSETS)
@pytest.mark.parametrize("told", ["<p>{}</p>", "　　{}<br><br>", "<blockquote><p>{}</blockquote>"])
def test_an_advertisement_between_paragraphs_is_left_out(inset: str, told: str):
    first, *others = (told.format(text) for text in (A, B, C))
    assert read(f"<h1>雨后</h1><div>2005-05-07</div>{first}{inset}{''.join(others)}").paragraphs == PARAGRAPHS


def test_the_paragraph_above_an_advertisement_is_read_though_lists_outweigh_it():
    listed = f"<table>{ITEMS}</table><table>{ITEMS}</table>"
    lead = "谁会想到这里有一座桥呢？费用大约是三万元。"
    page = f"<td><h1>雨后</h1><div>2005-05-07 10:11　来源：石桥日报</div><p>{lead}</p>{INSETS[2]}<p>{A}{B}</p>{listed}</td>"
    assert read(f"<title>雨后</title><table><tr>{page}</tr></table>").paragraphs == (lead, A + B)


def test_a_short_text_below_an_advertisement_is_read_though_readers_say_more():
    said = "".join(
        f"<p>楼主继续啊，等着看下面的第{n}段。</p><p>河边柳 发表于 2005-05-0{n} 09:00</p>" for n in range(1, 9)
    )
    page = f"<h1>雨后的小河</h1><p>2005-05-06 10:11</p>{INSETS[2]}<p>谁会想到这里有一座桥呢？费用是三万元。</p><h3>评论 (8)</h3>{said}"
    assert read(f"<title>雨后的小河</title>{page}").paragraphs == ("谁会想到这里有一座桥呢？费用是三万元。",)


@pytest.mark.parametrize(
    ("bar", "source", "writer"),
    [
        ("http://www.example.com.cn　2005年05月07日 10:11　石桥晚报", "石桥晚报", None),
        ("2005-05-07 10:11 星期六 石桥晚报", "石桥晚报", None),
        ("2005-05-07 10:11　　石桥晚报　　韦小满", "石桥晚报", "韦小满"),
        ("◎ 韦小满　《石桥文艺》 2005-05-07 10:11", "石桥文艺", "韦小满"),
        ("<b>石桥电视台</b>　2005-05-07 10:11　<a href=#>查看评论</a>", "石桥电视台", None),
        ("2005-05-07 10:11</div><div>石桥晚报 记者 韦小满", "石桥晚报", "韦小满"),
    ],
)
@pytest.mark.parametrize(
    "head", ["雨后的小河", "::石桥在线::", "石桥青年报", "Untitled Document", "新建网页 1", "石桥在线-社会"]
)
def test_a_bar_without_labels_names_outlet_and_writer(bar: str, source: str, writer: str | None, head: str):
    said = "<b>网友评论</b><p>写得真好。</p><p>河边柳 发表于 2005-05-09 09:00</p>"
    trail = "<a href=/>石桥在线</a> &gt; <a href=/c>社会</a>"
    page = f"<title>{head}</title><p>{trail}</p><h3>雨后的小河</h3><div>{bar}</div><p>{A}</p><p>{B}</p>{said}"
    found = read(page)
    assert (found.title, found.published) == ("雨后的小河", "2005-05-07T10:11:00+08:00")
    assert (found.source, [one.name for one in found.authors]) == (source, [writer] if writer else [])
    assert found.paragraphs == (A, B)


MEMBER = "<b>{}</b><br>等级：论坛游民<br>文章：12<br>积分：30<br>注册：2004年5月3日"
POSTS = (
    # the stamp under the post
    "<table><tr><td>{profile}</td><td>引用 回复<hr>{what}</td></tr><tr><td>{when}　IP：已记录</td></tr></table>",
    # above it
    "<table><tr><td>{profile}</td><td>发表于 {when} 资料 短消息<hr>{what}</td></tr></table>",
    "<div><div>{profile}</div><div>楼主 发表于: {when}</div><div>{what}</div><div>TOP 引用 评分</div></div>",
)


@pytest.mark.parametrize("make", POSTS)
@pytest.mark.parametrize("told", [(A, B), ("谁会想到这里有一座桥呢？费用大约是三万元，花了四十多天。",)])
@pytest.mark.parametrize("replies", [0, 1, 5])
def test_the_opening_post_of_a_thread_is_read_and_its_writer_named(make: str, told: tuple[str, ...], replies: int):
    opening = make.format(profile=MEMBER.format("河边柳"), when="2005-05-07 10:11", what="<br><br>".join(told))
    others = (
        make.format(profile=MEMBER.format(f"老枪{n}"), when=f"2005-05-08 10:1{n}", what="楼主继续啊，等着看下面的。")
        for n in range(replies)
    )
    page = f"<title>雨后的小河</title><p>石桥论坛 → 文学天地 → 雨后的小河</p>{opening}{''.join(others)}"
    found = read(page)
    assert found.paragraphs == told
    assert (found.published, [one.name for one in found.authors]) == ("2005-05-07T10:11:00+08:00", ["河边柳"])


@pytest.mark.parametrize("heading", ["<h3>评论</h3>", "<p>网友回复：</p>", "<b>Comments</b>"])
def test_a_word_heads_comments_where_readers_stamps_stand_below_it(heading: str):
    said = "".join(
        f"<li><p>好文章要慢慢看，我们那里也是这样的。</p><span>老枪{n} | 2005-05-09 23:1{n}</span></li>"
        for n in range(5)
    )
    page = f"<title>雨后</title><h2>雨后</h2><div>2005-05-07 10:11:12</div><p>{A}</p><p>{B}</p>{heading}<ul>{said}</ul>"
    found = read(page)
    assert (found.paragraphs, found.published) == ((A, B), "2005-05-07T10:11:12+08:00")


def test_an_article_may_have_a_part_called_by_the_word_for_comments():
    page = f"<title>雨后</title><h2>雨后</h2><div>2005-05-07 10:11:12</div><p>{A}</p><p>评论</p><p>{B}</p><p>{C}</p>"
    assert read(page).paragraphs == (A, B, C)


def test_the_head_of_a_mail_is_not_its_text():
    head = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in (
        ("From:", "韦小满 &lt;x@a.example&gt;"), ("Date:", "Sat, 07 May 2005 10:11:12 +0800"), ("Subject:", "雨后的小河"),
    ))  # fmt: skip
    page = f"<title>雨后的小河</title><table>{head}</table><hr><p>{A}</p><p>{B}</p><ul><li>Next message: <a href=1>看戏</a></ul>"
    assert read(page).paragraphs == (A, B)


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("石桥论坛", "* 贴子主题： 雨后的小河"),
        ("石桥论坛", "主题：雨后的小河　浏览 84　回复 11"),
        ("河边柳的博客: 雨后的小河", "<a href=/12>雨后的小河</a>"),
    ],
)
def test_labels_and_counters_beside_a_headline_are_none_of_it(head: str, printed: str):
    page = f"<title>{head}</title><h2>{printed}</h2><div>河边柳 发表于 2005-05-07 10:11</div><p>{A}</p><p>{B}</p>"
    assert read(page).title == "雨后的小河"


def test_a_short_text_is_read_on_beyond_an_advertisement_and_above_notes_and_comments():
    said = "".join(
        f"<p>楼主继续啊，等着看下面的第{n}段，我们那里也是这样的。</p><p>河边柳 发表于 2005-05-0{n} 09:00</p>"
        for n in range(1, 9)
    )
    note = "<p>声明：本站登载此文出于传递更多信息之目的，并不意味着赞同其观点。</p>"
    one, two = "谁会想到这里有一座桥呢？费用是三万元。", "村里的木匠说，桥是父亲修好的。"
    page = f"<h1>雨后的小河</h1><p>韦小满</p><p>2005.05.06</p>{INSETS[2]}<p>{one}</p>{INSETS[2]}<p>{two}</p>{note}<h3>评论 (8)</h3>{said}"
    found = read(f"<title>雨后的小河</title>{page}")
    assert found.paragraphs == (one, two)
    assert [one.name for one in found.authors] == ["韦小满"]


@pytest.mark.parametrize(
    "line",
    [
        "分类：随笔 | 固定链接 | 评论(9) | 引用通告(0) | 编辑",
        "投推荐票 加入书签 打开书架 返回书页",
        "[资料] [短信] [引用] [回复]",
        "您是第 3021 位访客",
        "本站最佳浏览效果：IE5.0 800×600分辨率",
        "如对内容有意见请来信：webmaster@a.example © 石桥网站",
        "<a href=1>[新闻]</a> <a href=2>[体育]</a> <a href=3>[财经]</a>",
    ],
)
def test_what_older_pages_print_below_a_text_is_none_of_it(line: str):
    page = f"<title>雨后</title><h2>雨后</h2><div>2005-05-07 10:11:12</div><p>{A}</p><p>{B}</p><p>{line}</p>"
    assert read(page).paragraphs == (A, B)


@pytest.mark.parametrize("name", ["小厨娘阿月", "brook2005"])
def test_a_day_without_a_label_may_stand_behind_the_name_a_writer_took(name: str):
    page = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>作者：<a href=/c/8>{name}</a> 2005-05-07 10:11:12</div><p>{A}</p><p>{B}</p>"
    assert [one.name for one in read(page).authors] == [name]


@pytest.mark.parametrize("verse", [("风从北边来", "带着麦子的气味", "我把窗推开", "让它坐一会儿"), (A, B)])
def test_the_way_to_the_next_poem_is_none_of_this_one(verse: tuple[str, ...]):
    ways = "上一首：<a href=2.htm>小站</a>　下一首：<a href=4.htm>雪后</a>"
    page = f"<title>雨后</title><h2>雨后</h2><div>2005-05-07 10:11:12</div><div>{'<br>'.join(verse)}</div><div>{ways}</div>"
    assert read(page).paragraphs == verse


@pytest.mark.parametrize("button", ["编辑本段", "[编辑本段]", "[编辑]"])
@pytest.mark.parametrize("heading", ["历史", "地理环境"])
def test_the_link_behind_a_heading_of_an_encyclopedia_is_none_of_it(button: str, heading: str):
    link = f"<span><a href=/e>{button}</a></span>"
    page = f"<title>小河</title><h1>小河</h1><p>{A}</p><h2>{heading}{link}</h2><p>{B}</p><h2>物产{link}</h2><p>{A[::-1]}</p>"
    assert read(page).paragraphs == (A, heading, B, "物产", A[::-1])


def test_the_outlet_above_a_text_wins_over_the_one_below_it():
    page = f"<title>雨后</title><h2>雨后</h2><div>2005-05-07 石桥晚报</div><p>{A}</p><p>{B}</p><p>来源：东坡在线 责任编辑：韦小满</p>"
    assert read(page).source == "石桥晚报"


@pytest.mark.parametrize(
    ("stamp", "writer", "reply"),
    [
        ("作者：brook2005 提交日期：2005-5-7 10:11:00", "brook2005", "作者：蓝志峰 回复日期：2005-5-8 9:00:00"),
        (
            "作者: [老枪88] 发表日期: 2005-5-7 10:11:00 [回复] [引用]",
            "老枪88",
            "作者: [蓝志峰] 发表日期: 2005-5-8 9:00:00 [回复] [引用]",
        ),
    ],
)
@pytest.mark.parametrize("told", [A + B, "谁会想到这里有一座桥呢？费用大约是三万元。"])
def test_who_opened_a_thread_is_named_and_not_who_replied(stamp: str, writer: str, reply: str, told: str):
    page = f"<title>雨后的小河</title><center><b>雨后的小河</b></center><table><tr><td>{stamp}</td></tr></table><p>{told}</p>"
    found = read(f"{page}<table><tr><td>{reply}</td></tr></table><p>沙发是我的了。</p>")
    assert [one.name for one in found.authors] == [
        stamp.split()[0].removeprefix("作者：") if "：" in stamp[:4] else "老枪88"
    ]
    assert (found.paragraphs, found.published) == ((told,), "2005-05-07T10:11:00+08:00")


def test_a_headline_that_shares_its_line_with_the_day_is_not_read_as_text():
    page = f"<table><tr><td><b>雨后的小河涨水</b> [原创 2005-05-07 10:11:12]　字号：大 中 小</td></tr><tr><td><p>{A}</p><p>{B}</p></td></tr></table>"
    found = read(f"<title>雨后的小河涨水</title>{page}")
    assert (found.paragraphs, found.published) == ((A, B), "2005-05-07T10:11:12+08:00")


@pytest.mark.parametrize(
    "bar",
    [
        "文章作者：韦小满 文章来源：石桥在线 录入：admin 加入时间：2005-05-07 点击数：",
        "来自：石桥在线 发布：admin 日期：2005-05-07 人气：120",
    ],
)
@pytest.mark.parametrize(
    "foot",
    [
        "分类: <a href=/c>未分类</a> | 没有评论 »",
        "网友评论：（评论内容只代表网友观点，与本站立场无关！）<br>没有任何评论",
        "所有跟贴:",
    ],
)
def test_bars_and_feet_of_systems_for_small_sites_are_none_of_the_text(bar: str, foot: str):
    told = "谁会想到这里有一座桥呢？费用大约是三万元，花了四十多天。"
    found = read(f"<title>雨后的小河</title><h2>雨后的小河</h2><div>{bar}</div><div><p>{told}</p></div><p>{foot}</p>")
    assert (found.paragraphs, found.published, found.source) == ((told,), "2005-05-07", "石桥在线")


def test_a_text_file_marked_at_its_ends_is_read_between_its_marks():
    mark = "◇◇石桥丝(www.shiqiao.example)(xys.shiqiao.example)◇◇"
    found = read(f"{mark}<br><br>　　雨后的小河<br><br>　　作者：河边柳<br><br>　　{A}<br>　　{B}<br><br>{mark}")
    assert (found.paragraphs[-2:], [one.name for one in found.authors]) == ((A, B), ["河边柳"])
    assert mark not in found.text


def test_a_space_is_its_owners():
    page = f"<title>河边柳的共享空间</title><h4>5月7日</h4><h5>雨后的小河</h5><div><p>{A}</p><p>{B}</p></div>"
    assert [one.name for one in read(page).authors] == ["河边柳"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("韦小满／青岭报导", ["韦小满"]),
        ("【石桥报╱记者韦小满／青岭报导】", ["韦小满"]),
        ("记者韦小满、蓝志峰／青岭报导", ["韦小满", "蓝志峰"]),
    ],
)
@pytest.mark.parametrize("head", ["雨后的小河涨水", "石桥电子新闻网-生活"])
def test_reporters_and_their_place_stand_below_a_headline_of_taiwan(line: str, names: list[str], head: str):
    page = f"<title>{head}</title><table><tr><td><b>雨后的小河涨水</b></td></tr><tr><td>{line}<p>{A}<p>{B}</td></tr></table>"
    found = read_documents(TRADITIONAL(page).encode("big5", "xmlcharrefreplace"), URL)[0]
    assert found.title == TRADITIONAL("雨后的小河涨水")
    assert [one.name for one in found.authors] == list(map(TRADITIONAL, names))
    assert found.paragraphs == (TRADITIONAL(A), TRADITIONAL(B))


def test_the_day_and_the_outlet_may_close_a_story():
    page = f"<title>雨后的小河</title><h1>雨后的小河</h1><p>{A}</p><p>{B}</p><p>【2005/05/07 石桥晚报】@ http://a.example/</p>"
    found = read(page)
    assert (found.published, found.paragraphs[:2]) == ("2005-05-07", (A, B))


def test_a_firm_that_calls_every_page_by_its_name_gives_none_its_title():
    contact = "<td>电话：0771-5550123<br>传真：0771-5550124<br>联系人：韦先生</td>"
    news = f"<td><center><b>雨后的小河涨水</b></center><center>[2005-5-7]</center>　　{A}<br>　　{B}</td>"
    page = f"<title>石桥茶业有限公司</title><table><tr>{contact}{news}</tr></table><center>版权所有 石桥茶业有限公司　邮编：530012</center>"
    found = read(page)
    assert (found.title, found.site_name) == ("雨后的小河涨水", "石桥茶业有限公司")
    assert (found.paragraphs, found.published) == ((A, B), "2005-05-07")


def test_a_station_names_its_reporter_in_the_last_sentence():
    page = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>2005.05.07</div><p>{A}</p><p>{B}</p><p>以上是石桥电台特约记者韦小满的采访报道。</p>"
    assert [one.name for one in read(page).authors] == ["韦小满"]


def test_a_diary_names_its_writer_with_the_hour_below_and_the_day_with_the_weather_above():
    page = f"<title>雨后的小河</title><div>2005-5-7 星期六(Saturday) 晴</div><h2>雨后的小河</h2><p>{A}</p><p>{B}</p><p>河边柳 发表于08:12 | 评论(0) | 编辑</p>"
    found = read(page)
    assert (found.published, [one.name for one in found.authors]) == ("2005-05-07T08:12:00+08:00", ["河边柳"])


def test_the_first_of_many_paragraphs_that_were_never_closed_is_read():
    told = tuple(f"{text[:-1]}，这是第{n}回。" for n in range(12) for text in PARAGRAPHS)
    page = "".join(f"<p style='line-height:150%'><font size=2>　　{text}<br>" for text in told)
    found = read(
        f"<title>雨后的小河</title><h2>雨后的小河</h2><div>2005-05-07 10:11:12</div><table><tr><td>{page}</td></tr></table>"
    )
    assert found.paragraphs == told


def test_the_menu_above_a_thread_is_no_member_and_an_entry_is_not_its_own_writer():
    menu = "<table width=760><tr><td><a href=/>首页</a> <a href=/a>文学</a> <a href=/b>论坛</a></td></tr></table>"
    card = "渠边老王<br>等级：侠客<br>文章：120<br>注册：2003-1-5"
    thread = f"<table><tr><td width=175>{card}</td><td><b>雨后</b><br>{'<br><br>'.join(PARAGRAPHS)}</td></tr>"
    found = read(
        f"<title>雨后_石桥文学网</title>{menu}{thread}<tr><td>2004-3-7 15:22:10</td><td>IP:已记录</td></tr></table>"
    )
    assert [author.name for author in found.authors] == ["渠边老王"]
    foot = "<p>本文发表于2008年9月3日 星期三 22:10，归类于随笔。</p>"
    entry = read(
        f"<title>雨后_石桥文学网</title>{menu}<h1>雨后</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}{foot}"
    )
    assert (entry.published, entry.authors) == ("2008-09-03T22:10:00+08:00", ())
