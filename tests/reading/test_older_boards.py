"""Forums, blogs, questions, poems and entries of 1998 to 2012, as the systems that printed them set them."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.dates import find_stamp
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/show.asp?id=7"
A, B, C = PARAGRAPHS
TEXT = f"{A}<br><br>{B}<br><br>{C}"
REPLY = "楼主写得很实在，我家门前的小河也涨过水，后来修了堤就好了。"


def read(html: str):
    return read_documents(html.encode("gb18030"), URL)[0]


FIELDS = "级别: 骑士<br>发帖: 156<br>威望: 160 点<br>注册时间:2005-11-02<br>最后登录:2006-06-20"
PHPWIND = (
    "<table><tr><th rowspan=2><b>河边柳</b><div><img src=a.gif></div>{fields}</th><th><div>雨后的小河</div>"
    "<div>{text}</div></th></tr><tr><th><a href=#>[楼 主]</a> | Posted: 2005-05-07 10:11</th></tr></table>"
)
DISCUZ = (
    "<table><tr><td class=postauthor><cite><a href=space.php?uid={uid}>{name}</a></cite><dl><dt>UID</dt><dd>{uid}</dd>"
    "<dt>积分</dt><dd>30</dd></dl></td><td><div><strong>{uid}<sup>#</sup></strong> <em>大</em> <em>中</em> <em>小</em> "
    "发表于 2005-5-7 10:1{uid} <a href=#>只看该作者</a></div><div class=t_msgfont>{text}</div></td></tr>"
    "<tr><td></td><td><a href=#>报告</a> <a href=#>回复</a></td></tr></table>"
)


def test_a_member_set_beside_his_post_is_a_column_and_no_row_of_data():
    page = PHPWIND.format(fields=FIELDS, text=TEXT) + PHPWIND.format(fields=FIELDS, text=REPLY)
    found = read(f"<title>雨后的小河|杂谈 - 石桥论坛</title>{page}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2005-05-07T10:11:00+08:00")
    assert [one.name for one in found.authors] == ["河边柳"]


def test_the_sizes_of_letters_may_stand_before_the_stamp_of_a_post():
    first, second = DISCUZ.format(uid=1, name="河边柳", text=TEXT), DISCUZ.format(uid=2, name="青石", text=REPLY)
    found = read(f"<title>雨后的小河 - 杂谈 - 石桥论坛</title><h1>雨后的小河</h1>{first}{second}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2005-05-07T10:11:00+08:00")
    assert [one.name for one in found.authors] == ["河边柳"]


@pytest.mark.parametrize("rule", ["<br>--------------------------<br>", "_________________<br>"])
def test_what_a_member_signs_his_posts_with_stands_below_a_rule(rule: str):
    head = "<b>河边柳</b><br>等级：侠客<br>文章：21<br>注册：2003-4-11</td><td>"
    page = f"<table><tr><td>{head}<hr>{TEXT}{rule}我的爱车，我的家</td></tr></table>"
    assert read(f"<title>雨后的小河</title>{page}").paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("星期日, 五月 13th, 2007 at 11:41 pm", "2007-05-13T23:41:00+08:00"),
        ("星期四 七月 14, 2005 9:21 pm", "2005-07-14T21:21:00+08:00"),
        ("星期六, 五月 13, 2006", "2006-05-13"),
        ("5月 7, 2006 11:05 上午", "2006-05-07T11:05:00+08:00"),
    ],
)
def test_days_whose_names_alone_were_translated_are_read(printed: str, moment: str):
    stamp = find_stamp(printed)
    assert stamp is not None
    assert stamp.iso() == moment


WORDPRESS = (
    "<p><small>This entry was posted on 星期六, 五月 7th, 2005 at 10:11 am and is filed under <a href=/c>杂感</a>. You can follow any "
    "responses to this entry through the <a href=/f>RSS 2.0</a> feed. You can <a href=#r>leave a response</a>.</small></p>"
)
BLOGGER = "<p><em>posted by 河边柳 @ <a href=#>10:11 上午</a></em></p>"
CNBLOGS = "<p>posted @ 2005-05-07 10:11 <a href=/u/>河边柳</a> 阅读(12) 评论(3) <a href=#e>编辑</a> 所属分类: <a href=/c>杂感</a></p>"


@pytest.mark.parametrize(
    ("title", "above", "below"),
    [
        ("石桥人家 &raquo; Blog Archive &raquo; 雨后的小河", "<h2><a href=/7>雨后的小河</a></h2>", WORDPRESS),
        ("石桥人家: 雨后的小河", "<h2>星期六, 五月 7, 2005</h2><h3>雨后的小河</h3>", BLOGGER),
        ("雨后的小河 - 石桥人家 - 博客园", "<h1><a href=/2005/7.html>雨后的小河</a></h1>", CNBLOGS),
        (
            "雨后的小河 - 石桥人家",
            "<h5><a href=/a/7.aspx>雨后的小河</a></h5>",
            "<p>posted on 2005年05月07日 10:11 AM</p>",
        ),
    ],
)
def test_blogs_are_read_with_the_stamp_that_stands_below_an_entry(title: str, above: str, below: str):
    said = "<h4>评论</h4><p># <a href=/u/9>青石</a> 2005-05-08 08:20</p><p>写得真好。</p>"
    banner = "<h1><a href=/u/>石桥人家</a></h1><p>流水 人家 旧书</p>"
    found = read(
        f"<title>{title}</title>{banner}<div>{above}<p>{A}</p><p>{B}</p><p>{C}</p>{below}</div><div>{said}</div>"
    )
    assert (found.title, found.published) == ("雨后的小河", "2005-05-07T10:11:00+08:00")
    assert found.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("石桥论坛 :: 阅读主题 - 雨后的小河", "雨后的小河"),
        ("雨后的小河 - 韦小满的专栏 - CSDNBlog", "雨后的小河"),
        ("石桥网-石桥新闻-雨后的小河", "雨后的小河"),
        ("New Page 3", "雨后的小河涨水了"),
    ],
)
def test_a_title_may_name_its_place_first_or_nothing(title: str, headline: str):
    page = f"<p align=center><font size=6>{headline}</font></p><p>{A}</p><p>{B}</p>"
    assert read(f"<title>{title}</title>{page}").title == headline


@pytest.mark.parametrize(
    ("line", "name"), [("韦　满", "韦满"), ("韦 小 满", "韦小满"), ("清·沈砚", "沈砚"), ("[宋] 苏轼", "苏轼")]
)
def test_a_name_is_set_wide_or_behind_its_dynasty_below_a_headline(line: str, name: str):
    found = read(f"<title>雨后的小河</title><p align=center>雨后的小河</p><p align=center>{line}</p><p>{A}<p>{B}")
    assert [one.name for one in found.authors] == [name]


def test_a_poem_without_a_headline_is_the_block_of_most_lines():
    verse = ("走过的那条小巷", "还留着昨夜的雨", "卖花的姑娘低着头", "数着手心里的硬币")
    verse += ("我想给你写封信", "却不知道寄到哪里", "那年种下的树", "已经有三层楼高")
    other = "<div><a href=/1>单车少年</a> <a href=/2>夏天的雨</a></div>"
    page = f"<title>小巷 歌词 - 石桥歌词网</title>{other}<div>{'<br>'.join(verse)}</div>{other}"
    assert read(page).paragraphs == verse


def test_the_column_of_a_blog_that_stands_before_its_entry_is_left_out():
    links = "".join(f"<a href=/{n}>第{n}回</a><br>" for n in range(5))
    side = f"<td><h2>个人资料</h2><p>我是一个喜欢旧书的人，在一家小公司上班，周末常去城北的旧货市场，谢谢来访。</p>{links}</td>"
    page = f"<table><tr>{side}<td><h3>2005-05-07</h3><h4>雨后的小河</h4>{TEXT}<div>河边柳 发表于 10:11</div></td></tr></table>"
    found = read(f"<title>石桥人家--雨后的小河</title><div>石桥人家</div>{page}")
    assert (found.title, found.paragraphs) == ("雨后的小河", PARAGRAPHS)
    assert found.published == "2005-05-07T10:11:00+08:00"


def test_the_question_above_an_answer_is_read_and_no_further_answers():
    answer = f"<div><h3>好评回答</h3><div>{TEXT}</div><div>回答者：青石 05-05-07 10:11 [学长]</div></div>"
    other = "<div><h3>其他答案(1)</h3><div>问错地方了吧</div></div>"
    asked = "<h1>小河为什么涨水？</h1><div>悬赏分：20分</div><div>我家门前的小河一到五月就涨水，路也走不了，庄稼也淹了，请问这是怎么回事，有没有什么好的办法？</div>"
    found = read(f"<title>小河为什么涨水？_爱问</title><div>{asked}<div>提问者：河边柳</div></div>{answer}{other}")
    assert found.paragraphs[0].startswith("我家门前")
    assert found.paragraphs[-3:] == PARAGRAPHS


def test_buttons_in_brackets_are_a_row_though_a_site_has_some_of_its_own():
    row = "页面功能　【<a href=#c>我来说两句</a>】【<a href=#h>热点排行</a>】【<a href=#r>推荐</a>】【字体：大 中 小】"
    assert read(f"<h1>雨后的小河</h1><div>{row}</div><p>{A}</p><p>{B}</p><p>{C}</p>").paragraphs == PARAGRAPHS


def test_the_buttons_behind_the_headings_of_an_entry_are_no_links_to_others():
    parts = "".join(
        f"<div><h2>{n}</h2><a href=#e>编辑本段</a><a href=#t>回目录</a></div><p>{t}</p>"
        for n, t in zip("甲乙丙", PARAGRAPHS, strict=True)
    )
    assert [t for t in read(f"<title>小河</title><h1>小河</h1><div>{parts}</div>").paragraphs if len(t) > 1] == [
        *PARAGRAPHS
    ]


def test_a_clock_at_the_top_of_a_page_lends_its_day_the_hour_of_an_update():
    page = f"<p>2005年5月7日 星期六</p><h1>雨后的小河</h1><div>来源：石桥晚报　更新时间：2005-05-07 10:11</div><p>{A}</p><p>{B}</p>"
    assert read(f"<title>雨后的小河</title>{page}").published == "2005-05-07T10:11:00+08:00"


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("〖 <a href=/u?n=1>河边柳</a> 〗 于 2005-05-07 10:11:12 上贴", "2005-05-07T10:11:12+08:00"),
        (
            "<a href=/user.asp?id=1>河边柳</a> 于 2005/5/7 10:11:12 发布在 <a href=/b>石桥论坛</a>",
            "2005-05-07T10:11:12+08:00",
        ),
        ("来源: <a href=mailto:x>河边柳</a> 于 05-05-07 10:11:12 [<a href=/d>档案</a>]", "2005-05-07T10:11:12+08:00"),
    ],
)
def test_a_poster_and_his_moment_are_joined_by_one_word(stamp: str, moment: str):
    replies = "<p>跟帖：</p><ul><li><a href=/r1>好文！</a>【青石】 10:40:11<li><a href=/r2>我也见过</a> (128字)【黄土】 22:01:58</ul>"
    found = read(f"<title>雨后的小河</title><h3>雨后的小河</h3><p>{stamp}</p><hr>{TEXT}<hr>{replies}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, moment)
    assert [one.name for one in found.authors] == ["河边柳"]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (
            "雨后的小河 - 石桥人家 - 某某博客",
            "- 作者：<a href=#>河边柳</a> 2005年05月07日, 星期六 10:11　<a href=#r>回复（1）</a>",
        ),
        ("雨后的小河 - 河边柳的共享空间", "<p>2005-05-07 10:11</p>"),
        ("雨后的小河-河边柳-和讯博客", "<p>发表于 2005-05-07 10:11</p>"),
        ("雨后的小河-石桥人家-博客大巴", "<p>河边柳发表于2005-05-07 10:11:00</p>"),
        ("雨后的小河-石桥论坛", "<p>发言人：<a href=/u>河边柳</a>　　发表时间：2005-05-07 10:11:00　　IP：已记录</p>"),
    ],
)
def test_the_owner_of_a_blog_is_named_below_an_entry_or_in_the_title(title: str, below: str):
    found = read(f"<title>{title}</title><div>雨后的小河</div><div>{TEXT}</div><div>{below}</div>")
    assert (found.title, found.published) == ("雨后的小河", "2005-05-07T10:11:00+08:00")
    assert [one.name for one in found.authors] == ["河边柳"]


def test_a_writer_may_call_himself_in_latin_letters():
    bar = "2004-12-09 11:22　出处：石桥在线　作者：wuxf  责任编辑：liqizhi"
    assert [one.name for one in read(f"<h1>雨后的小河</h1><div>{bar}</div><p>{A}<p>{B}").authors] == ["wuxf"]


def test_the_writer_below_a_text_goes_before_its_editor():
    below = "<p>来源：《石桥周刊》　作者：韦小满</p><p align=right>编辑：蓝志峰</p>"
    page = f"<title>雨后的小河</title><h3>雨后的小河</h3><p>2005年05月07日 10:11</p><p>{A}</p><p>{B}</p>{below}"
    assert [one.name for one in read(page).authors] == ["韦小满"]


def test_what_stands_below_a_picture_in_a_table_of_both_is_its_caption():
    picture = "<table align=right><tr><td><img src=a.jpg></td></tr><tr><td>韦小满在河边</td></tr></table>"
    found = read(f"<h1>雨后的小河</h1><div>2005-05-07 10:11</div>{picture}<p>{A}</p><p>{B}</p>")
    assert (found.paragraphs, found.captions) == ((A, B), ("韦小满在河边",))


def test_the_one_cell_of_a_row_that_tells_something_may_be_a_post():
    rows = f"<tr><td>1</td><td><b>雨后的小河</b></td></tr><tr><td></td><td>{TEXT}</td></tr><tr><td></td><td>作者：河边柳　2005-5-7 10:11</td></tr>"
    assert read(f"<title>石桥_小河吧_雨后的小河</title><table>{rows}</table>").paragraphs[-3:] == PARAGRAPHS


@pytest.mark.parametrize("title", ["通知", "图书馆", "::石桥在线:: 公告"])
def test_a_short_notice_without_a_bar_is_headed_by_its_one_bold_line(title: str):
    menu = "<td>本馆概况　读者指南　馆藏查询</td><td><a href=1>新闻</a><br><a href=2>公告</a></td>"
    notice = "<p>各位读者：</p><p>　　“五一”期间（5月1日至5月3日）本馆闭馆。</p><p align=right>图书馆办公室</p>"
    found = read(
        f"<title>{title}</title><table><tr>{menu}<td><p align=center><b>关于开放时间的通知</b></p>{notice}</td></tr></table>"
    )
    assert found.title == "关于开放时间的通知"
    assert found.paragraphs == ("各位读者：", "“五一”期间（5月1日至5月3日）本馆闭馆。", "图书馆办公室")


def test_a_board_writes_years_of_two_digits_above_its_posts():
    def post(n: int, text: str) -> str:
        head = f"<div style='float:right'>#<a href=/p{n}><strong>{n}</strong></a></div>05-05-07, 10:1{n}"
        name = f"<a href=member.php?u={n}>河边柳{n}</a></td><td>注册日期: Nov 2002<br>帖子: 21</td>"
        return f"<table><tr><td>{head}</td></tr><tr><td><table><tr><td>{name}</tr></table></td></tr><tr><td>{text}</td></tr></table>"

    found = read(f"<title>雨后的小河 - 石桥论坛</title><b>雨后的小河</b>{post(1, TEXT)}{post(2, REPLY)}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2005-05-07T10:11:00+08:00")


def test_the_boxes_of_a_blog_that_stand_before_its_entry_are_left_out():
    links = "".join(f"<li><a href=/{n}>第{n}回</a></li>" for n in range(5))
    side = f"<div><h2>关于我</h2><p>我是一个喜欢旧书的人，在一家小公司上班，周末常去城北的旧货市场，谢谢来访。</p><ul>{links}</ul></div>"
    entry = f"<div><h3>雨后的小河</h3><div>河边柳 @ 2005-05-07 10:11</div><div>{TEXT}</div></div>"
    found = read(f"<title>石桥人家: 雨后的小河</title><div><h1>石桥人家</h1>{side}{entry}</div>")
    assert (found.title, found.paragraphs) == ("雨后的小河", PARAGRAPHS)
    assert found.published == "2005-05-07T10:11:00+08:00"


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        ("<a href=/a>石桥商报</a>(石桥) <a href=/c>有<span>23</span>人参与</a>", "石桥商报"),
        ("人民日报（海外版）", "人民日报（海外版）"),
    ],
)
def test_a_portal_adds_a_city_to_a_paper(printed: str, source: str):
    bar = f"<div>2012-05-12 09:12:33　来源: {printed}</div>"
    assert read(f"<title>雨后的小河</title><h1>雨后的小河</h1>{bar}<p>{A}<p>{B}").source == source


def test_a_table_above_one_long_sentence_is_a_part_of_the_text():
    rows = "".join(
        f"<tr><td>{name}</td><td>一级</td><td>{n}.20</td></tr>" for n, name in enumerate(("白菜", "黄瓜", "鸡蛋"), 1)
    )
    head = "<title>农贸市场菜价</title><p align=center><font size=4>农贸市场菜价</font></p><p align=center>2005年06月07日09:12　石桥晚报</p>"
    found = read(f"{head}<table border=1 align=center>{rows}</table><p>　　{A}{B}{C}</p><p><a href=/>首页</a></p>")
    assert found.paragraphs[0].split() == ["白菜", "一级", "1.20"]
    assert found.paragraphs[-1] == A + B + C


@pytest.mark.parametrize(
    "line",
    [
        "[进入专题：<a href=/z>欧洲冠军联赛</a>]",
        "等级：新手上路 文章：23 积分：190",
        "[本帖最后由 河边柳 于 2005-5-7 11:01 编辑]",
    ],
)
def test_what_a_system_prints_below_a_text_is_left_out(line: str):
    page = f"<title>雨后的小河</title><h1>雨后的小河</h1><div>2005-05-07 10:11</div><div>{TEXT}<br>{line}</div>"
    assert read(page).paragraphs == PARAGRAPHS


def test_a_comment_that_repeats_the_headline_is_not_headed_by_it():
    entry = f"<div>2005-05-07 10:11:00</div><div>雨后的小河 [ 杂感 ] 河边柳 发表于 2005-05-07 10:11:00</div><div>{TEXT}</div>"
    said = f"<div><b>Re:雨后的小河</b><br>青石 发表评论于2005-5-8 8:11:00<br>{REPLY}</div>"
    found = read(f"<title>雨后的小河 -石桥人家-博客网</title><p>石桥人家</p>{entry}{said}")
    assert (found.title, found.published) == ("雨后的小河", "2005-05-07T10:11:00+08:00")
    assert (found.paragraphs, [one.name for one in found.authors]) == (PARAGRAPHS, ["河边柳"])


def test_posts_with_their_stamp_below_and_their_writer_above_are_told_apart():
    post = "<tr><td><div>文章提交者：<a href=#>{}</a>　加帖在　<a href=#>石桥杂谈</a></div><hr><div>{}</div><hr>2005-5-7 10:1{}:00</td></tr>"
    page = "".join(f"<table>{post.format(*one)}</table>" for one in (("黑土地", TEXT, 1), ("过路人", REPLY, 2)))
    found = read(f"<title>雨后的小河</title><div>雨后的小河</div>{page}<center>Powered by Dvbbs</center>")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2005-05-07T10:11:00+08:00")
    assert [one.name for one in found.authors] == ["黑土地"]


@pytest.mark.parametrize(
    "bar",
    [
        "[ 2005-5-7 10:11:00 | By: 山里人 ]",
        "Published: 05/17/2005 by 山里人",
        "2005年5月7日 石桥都市报 韦小满 评论 2 条",
    ],
)
def test_who_wrote_an_entry_stands_behind_its_day(bar: str):
    found = read(f"<title>雨后的小河</title><h3>雨后的小河</h3><p>{bar}</p><div>{TEXT}</div>")
    assert [one.name for one in found.authors] == ["韦小满" if "韦" in bar else "山里人"]


def test_a_pen_name_between_two_dots_is_the_writers():
    found = read(f"<title>雨后的小河</title><pre>\n      雨后的小河\n\n       ·竹 影·\n\n{A}\n\n{B}\n\n{C}\n</pre>")
    assert ([one.name for one in found.authors], found.paragraphs) == (["竹影"], PARAGRAPHS)


def test_the_contents_of_a_page_of_verse_lead_to_no_other_page():
    verse = "春天来了<br>河水漫过石桥<br>谁在对岸唱歌<br>孩子们跑过田野"
    contents = "<ul><li><a href=#1>渡口</a><li><a href=#2>雨停</a></ul>"
    page = f"<center><h2>林中雀诗选</h2></center>{contents}<a name=1></a><center><b>渡口</b></center><p>{verse}</p>"
    assert read(f"<title>林中雀诗选</title>{page}").paragraphs[-4:] == tuple(verse.split("<br>"))


def test_the_name_of_a_poet_under_a_headline_is_no_line_of_the_poem():
    verse = "春天来了<br>河水漫过石桥<br>谁在对岸唱歌<br>孩子们跑过田野"
    found = read(f"<title>渡口</title><center><h2>渡口</h2>林中雀</center><blockquote>{verse}</blockquote>")
    assert ([one.name for one in found.authors], found.paragraphs) == (["林中雀"], tuple(verse.split("<br>")))


@pytest.mark.parametrize(
    ("bar", "name"),
    [
        ("2005年5月7日 — 渠边老王", "渠边老王"),
        ("2005年5月7日 — 石桥晚报", None),
        ("提问者：风中叶　提问时间：2005-5-7 10:11　悬赏分：20", "风中叶"),
        ("2005-05-07 10:11　韦小满　石桥周刊2005年第11期", "韦小满"),
        ("2005年5月7日 10:11 来源：石桥财经 作者：石林证券 韦小满", "韦小满"),
    ],
)
def test_the_writer_is_told_from_what_stands_beside_the_day(bar: str, name: str | None):
    found = read(f"<title>雨后的小河</title><h3>雨后的小河</h3><p>{bar}</p><div>{TEXT}</div>")
    assert ([one.name for one in found.authors], found.published[:10]) == ([name] if name else [], "2005-05-07")


def test_the_name_beside_a_post_is_its_writers_where_the_stamp_says_when_it_was_posted():
    post = "<table><tr><td><a href=/u/{}>{}</a><br>等级：5</td><td><div>发帖时间：2005-05-07 10:1{}:09　只看楼主</div><div>{}</div></td></tr></table>"
    page = post.format(1, "蓝胡子", 1, TEXT) + post.format(2, "大白菜", 2, REPLY)
    found = read(f"<title>雨后的小河</title><div><b>雨后的小河</b></div>{page}")
    assert ([one.name for one in found.authors], found.paragraphs) == (["蓝胡子"], PARAGRAPHS)


def test_a_heading_of_notes_on_the_writer_names_nobody():
    found = read(f"<title>雨后的小河</title><h3>雨后的小河</h3><div>{TEXT}<p><b>【作者简介】</b></p><p>{A}</p></div>")
    assert found.authors == ()


def test_the_greatest_line_above_a_text_is_its_headline_where_a_site_gives_all_its_pages_one_title():
    day = "<tr><td>2005年5月7日 星期六</td></tr>"
    page = f"<table>{day}<tr><td><font size=5><b>雨后的小河</b></font></td></tr><tr><td>{TEXT}</td></tr></table>"
    assert read(f"<title>石桥新闻网</title>{page}").title == "雨后的小河"


def test_when_an_encyclopedia_last_changed_a_page_is_said_below_the_text():
    changed = "<div>这页的最后修订在2005年3月3日 08:12。</div>"
    found = read(f"<title>石桥 - 百科</title><div><h1>石桥</h1><p>{A}</p><p>{B}</p><p>{C}</p>{changed}</div>")
    assert found.paragraphs == PARAGRAPHS


VERSE = ("春天来了", "河水漫过石桥", "谁在对岸唱歌", "孩子们跑过田野", "风筝挂在树上", "云走得很慢")


COLUMNS = {
    "cell": "<table><tr><td width=160>{}</td><td>{}</td></tr></table>",
    "headed cell": "<table><tr><td><b>最新更新</b><br>{}</td><td>{}</td></tr></table>",
    "floating": "<div style='float:left'><h4>栏目导航</h4>{}</div><div style='float:right'>{}</div>",
}


@pytest.mark.parametrize("told", ["<br>".join(VERSE), A])
@pytest.mark.parametrize("columns", COLUMNS)
def test_a_column_of_links_before_a_short_text_does_not_end_it(told: str, columns: str):
    links = "".join(f"·<a href=/{n}.htm>石桥镇的旧事之{n}</a><br>" for n in range(6))
    page = f"<h2>雨后的小河</h2><div>2005-5-7 10:11 来源：石桥日报</div>{COLUMNS[columns].format(links, told)}"
    found = read(f"<title>雨后的小河</title>{page}")
    assert found.paragraphs == (VERSE if told != A else (A,))


def test_what_is_said_of_other_articles_beside_a_poem_is_not_read_for_it():
    said = "".join(f"<b><a href=/{n}.htm>石桥镇的旧事之{n}</a></b><br>{text}<br>" for n, text in enumerate(PARAGRAPHS))
    page = f"<h2>雨后的小河</h2><table><tr><td>{'<br>'.join(VERSE)}</td><td width=200>{said}</td></tr></table>"
    assert read(f"<title>雨后的小河</title>{page}").paragraphs == VERSE
