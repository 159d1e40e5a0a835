"""What the programs of blogs, forums and novels print around an entry, and who they say wrote it."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/20050507.htm"
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read(html: str):
    return read_documents(html.encode(), URL)[0]


def test_a_weekday_between_the_day_and_the_year_leaves_the_entry_its_hour():
    day = "<li><i>Jun</i> <i>17</i> <i>Tue</i> <i>2008</i> <i>21:34</i></li>"
    said = "<h3>留言列表</h3><p>小米 於 June 18, 2008 09:12 AM</p><p>看起來好好吃</p>"
    assert read(f"<ul>{day}<li><h2>雨後</h2></li></ul>{TEXT}{said}").published == "2008-06-17T21:34:00+08:00"


@pytest.mark.parametrize(
    "foot",
    [
        "发布:河边柳 | 分类:<a href=/2>流水账</a> | 评论:2 | 引用:0 | 浏览:31",
        "河边柳 發表在 <a href=/>石橋</a> <a href=/3>留言</a>(3) <a href=/4>引用</a>(0)",
    ],
)
def test_the_line_that_counts_the_comments_names_who_wrote_the_entry(foot: str):
    page = read(f"<h4>2008年9月7日 22:31</h4><h2>雨后</h2><div>{TEXT}</div><h6>{foot}</h6>")
    assert [author.name for author in page.authors] == ["河边柳"]


def test_a_site_that_names_itself_in_the_tag_and_opens_the_trail_wrote_nothing():
    trail = "<div>石桥 &gt; <a href=/n>新闻中心</a> &gt; 正文</div>"
    lead = "<p>本报讯（记者 韦小满 通讯员 蓝志峰）昨日上午，桥头的面店贴出告示。</p>"
    page = read(f'<meta name=author content="石桥">{trail}<h1>雨后</h1><p>2009-10-13 04:12</p><div>{lead}{TEXT}</div>')
    assert [author.name for author in page.authors] == ["韦小满", "蓝志峰"]


def test_a_chapter_is_read_without_what_the_program_says_and_by_whom_the_rights_name():
    above = "<p>选择背景颜色：<select><option>白雪</option></select> 选择字体： 双击滚屏</p>"
    keys = "<p>快捷键: 上一页（←）  下一页（→）  返回书目（回车）</p>"
    rights = "<p>《雨后》所有内容均来自互联网，石桥书库只为原作者河边柳的小说进行宣传。欢迎收藏。</p>"
    page = read(f'<meta name=author content="河边柳"><h1>第七章 雨后</h1>{above}<div>{TEXT}</div>{keys}{rights}')
    assert page.paragraphs == PARAGRAPHS
    assert [author.name for author in page.authors] == ["河边柳"]


@pytest.mark.parametrize(
    "button",
    [
        "<a href=#>顶端</a> <a href=#>回复</a> <a href=#>引用</a>",
        "<a href=#>评论这张</a> <a href=#>转发至微博</a>",
        "☉推荐使用<a href=#>快车</a>下载本站软件，请先解压。",
    ],
)
def test_what_a_program_sets_below_an_entry_is_no_text(button: str):
    assert read(f"<h1>雨后</h1><p>2005-05-07</p><div>{TEXT}<div>{button}</div></div>").paragraphs == PARAGRAPHS


def test_the_photographer_below_a_caption_in_its_cell_is_no_paragraph():
    caption = "<tr><td class=photo_pop>蔡林葉抱著菜脯上車。<br>記者吳淑貞／攝影</td></tr>"
    inset = f"<table align=right><tr><td><img src=/9.jpg width=150></td></tr>{caption}</table>"
    assert read(f"<h1>雨後</h1><p>2007-05-13</p><div>{inset}{TEXT}</div>").paragraphs == PARAGRAPHS


def test_a_title_is_read_without_the_kind_of_entry_that_stands_beside_it_in_brackets():
    blog = "<h1>散步者</h1><div>走路，不走神</div><h3>2008-06-05</h3>"
    behind = read(f"<title>罚站的伞 - 散步者</title>{blog}<h2>罚站的伞<i> - [<a href=/c>流水</a>]</i></h2>{TEXT}")
    assert behind.title == "罚站的伞"
    board = "<title>石桥骑行作业 - 骑行记录 - Powered by Discuz!</title>"
    heading = "<h1><a href=/k>[路书]</a> <a href=/t>石桥骑行作业</a></h1>"
    post = f"<table><tr><td><p>积分</p></td><td><p>发表于 2012-4-16 21:08</p>{TEXT}</td></tr></table>"
    assert read(board + heading + post).title == "石桥骑行作业"


def test_the_member_above_the_card_that_opens_over_his_name_and_his_tallies_wrote_the_post():
    member = "<div><a href=home.php?mod=space&uid=7>掉链子</a></div>"
    hidden = "".join(f"<dl style='display:none'><dt>积分</dt><dd>{n}</dd></dl>" for n in range(9))
    tallies = "<th><p><a href=home.php?mod=space&uid=7&do=thread>31</a></p>主题</th>"
    stamp = "<div>发表于 2012-4-16 21:08 | <a href=/v>只看该作者</a></div>"
    post = f"<table><tr><td>{member}{hidden}<table><tr>{tallies}</tr></table></td><td>{stamp}<div>{TEXT}</div></td></tr></table>"
    assert [author.name for author in read(f"<title>雨后的小河</title><h1>雨后的小河</h1>{post}").authors] == ["掉链子"]


def test_a_source_ends_above_the_counter_of_comments_and_searches_are_no_text():
    bar = "<p>2009-10-13 04:12:08　来源: <a href=/>石桥晚报</a>(石桥)　<a href=#>跟贴</a> <a href=#>1024</a> 条</p>"
    page = read(
        f"<h1>雨后的小河</h1>{bar}<div>{TEXT}<p><b>相关热词搜索：</b><a href=#>供暖</a> <a href=#>热力</a></p></div>"
    )
    assert (page.source, page.paragraphs) == ("石桥晚报", PARAGRAPHS)


@pytest.mark.parametrize("card", ["home.php?mod=space&uid=", "dispuser.asp?id="])
def test_a_thread_whose_title_ends_its_trail_is_no_list_of_a_column(card: str):
    steps = "".join(f"<a href=/{step}>{step}</a> <em>&raquo;</em> " for step in ("首页", "石桥之家", "骑行记录"))
    head = f"<div>{steps}<a href=/t>石桥骑行作业</a></div><h1>石桥骑行作业</h1><div><a href=/t>[复制链接]</a></div>"
    post = "<div><a href=" + card + "{0}>骑行少年{0}号</a></div><div>发表于 2012-4-16 21:0{0}</div><div>{1}</div>"
    posts = post.format(1, TEXT) + post.format(2, "<p>下次走北坡</p>") + post.format(3, "<p>带上我</p>")
    assert read(f"<title>石桥骑行作业 - 骑行记录</title>{head}{posts}").paragraphs == PARAGRAPHS


def test_a_question_how_to_go_about_a_thing_is_no_outlet_beside_a_day():
    assert read(f"<h1>雨后</h1><p>收音机有杂音怎么办 2009-3-1</p><div>{TEXT}</div>").source is None


def test_names_of_two_signs_that_a_bar_spaces_out_are_its_writers():
    page = read(
        f"<h1>雨后的小河</h1><div>2005-04-18 08:36:12　石桥日报　韦 满　蓝志峰</div><div>{TEXT}</div>（编辑：燕子）"
    )
    assert [author.name for author in page.authors] == ["韦满", "蓝志峰"]


def test_the_writer_of_a_column_of_blogs_is_told_by_the_title_that_ends_with_the_site():
    title = "<title>雨后的小河 - 木桥的专栏       - 博客频道 - 石桥.NET</title>"
    page = read(f"{title}<h3>雨后的小河</h3><p>2011-05-12 10:21</p><div>{TEXT}</div>")
    assert [author.name for author in page.authors] == ["木桥"]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>本文出自 “<a href=/>老油条</a>” 博客，请务必保留此出处<a href=/1>http://a.example/1</a></p>",
        "<div>分类：<a href=/c>邮件</a> | 技术圈( <a href=/q>0</a> ) | 阅读( <b>213</b> ) | 评论( <b>2</b> ) | <a href=/>返回首页</a></div>",
        "<div><a href=/u>楼主发言：12次</a> <a href=/u>发图：0张</a> | <a href=/m>更多</a></div>",
        "<p><b>无觅相关文章插件，快速提升流量</b></p>",
        "<h4>网友点评</h4><p>阿木：读出了眼泪。（2004-05-13 09:01）</p>",
    ],
)
def test_what_a_house_of_blogs_adds_to_an_entry_is_no_text(foot: str):
    page = f"<h1>雨后的小河</h1><p>2005-05-07 10:11</p><div>{TEXT}{foot}</div>"
    assert read(f"<title>雨后的小河</title>{page}").paragraphs == PARAGRAPHS


def test_a_line_of_buttons_that_opens_with_the_writer_and_the_hour_gives_both_and_is_no_text():
    foot = "bluesky 發表於 <a href=/>石橋</a> at 11:42 PM | <a href=#c>回應(2)</a> | <a href=#t>引用(0)</a> | 人氣(88) | <a href=/r>推文</a>"
    page = read(f"<h3>June 14, 2008</h3><h3>旗津的老狗</h3><div>{TEXT}</div><p>{foot}</p><h3>迴響(2)</h3>")
    assert (page.published, page.paragraphs) == ("2008-06-14T23:42:00+08:00", PARAGRAPHS)
    assert [author.name for author in page.authors] == ["bluesky"]


def test_the_owner_of_a_space_is_told_by_a_title_that_goes_on_to_the_site():
    title = "<title>我怕你怕 - 石榴的个人空间 - 生活圈 - powered by X-Space</title>"
    page = read(f"{title}<h1>我怕你怕</h1><p>2008-10-08 22:17:46</p><div>{TEXT}</div>")
    assert [author.name for author in page.authors] == ["石榴"]


def test_the_station_before_its_member_in_the_field_of_writers_is_none():
    page = read(f"<h1>雨后的小河</h1><p>作者：农技站 韦小满　更新时间：2007-6-19 9:02:44</p><div>{TEXT}</div>")
    assert [author.name for author in page.authors] == ["韦小满"]


def test_a_question_at_the_end_of_a_post_whose_title_ends_its_trail_is_no_headline():
    trail = "<a href=/>石桥论坛</a> → <a href=/b>老家具修复</a> → <a href=/t>老榆木柜门开裂怎么修</a>"
    asked = "有经验的木友说说哪种更耐久？"
    post = f"<b>老榆木柜门开裂怎么修</b><br>{'<br>'.join(PARAGRAPHS[:2])}<br>{asked}<div>2008-1-12 20:14:33</div>"
    page = read(f"<title>石桥论坛-老榆木柜门开裂怎么修</title><div>您的位置：{trail}</div><div>{post}</div>")
    assert (page.title, page.paragraphs) == ("老榆木柜门开裂怎么修", (*PARAGRAPHS[:2], asked))


def test_a_menu_that_leads_to_writers_names_none():
    menu = "".join(f"<a href=/{step}>{step}</a>" for step in ("推荐", "名句", "作者", "古籍"))
    assert read(f"<title>雨后的小河_石桥</title><div>{menu}</div><h1>雨后的小河</h1><div>{TEXT}</div>").authors == ()


def test_the_hour_of_a_readers_comment_on_the_same_day_is_not_that_of_a_short_entry():
    entry = (
        "<h2>云和馒头</h2><div>2007-08-01 | 标签： <a href=/t>儿子</a></div><p>云为什么像馒头？</p><p>我没想出来。</p>"
    )
    page = read(f"<title>云和馒头</title>{entry}<h3>评论</h3><div>老张 2007-08-01 22:10<p>孩子都是诗人</p></div>")
    assert page.published == "2007-08-01"


def test_the_member_whose_rank_opens_the_cell_below_his_name_wrote_the_post():
    told = "".join(f"{field}<br>" for field in ("白手起家", "帖子 7", "精华 0", "注册 2005-8-12"))
    member = f"<td><a name=pid1></a><a href=space-uid-1.html>bigbluebear</a><br><div>{told}</div></td>"
    post = f"<table><tr>{member}<td><div>发表于 2006-9-14 09:22</div><div>{TEXT}</div></td></tr></table>"
    assert [author.name for author in read(f"<title>雨后的小河</title><h1>雨后的小河</h1>{post}").authors] == [
        "bigbluebear"
    ]


def test_who_made_a_page_is_no_headline_though_its_title_begins_so():
    page = f"<font size=5>老街寫生活動</font><p>公佈日期：2004/05/01</p>{TEXT}<hr><b>石桥美术协会　制作</b>"
    read_page = read(f"<title>石桥美术协会--最新消息</title><center>{page}</center>")
    assert (read_page.published, read_page.paragraphs[-3:]) == ("2004-05-01", PARAGRAPHS)
