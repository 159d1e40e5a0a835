"""Portals, boards, lists and downloads of about 1998 to 2010, as they print what their pages are."""

from __future__ import annotations

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS

URL = "http://www.example.com/show.asp?id=7"
A, B, C = PARAGRAPHS
TEXT = f"{A}<br><br>{B}<br><br>{C}"


def read(html: str):
    return read_documents(html.encode("gb18030"), URL)[0]


def test_an_hour_may_stand_before_the_colon_that_opens_the_text():
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1>送交者: 河边柳 于 2007-03-11, 03:55:20:<p>{TEXT}")
    assert (found.published, found.paragraphs) == ("2007-03-11T03:55:20+08:00", PARAGRAPHS)


def test_the_way_to_edit_an_entry_names_no_editor():
    tail = "<h3>开放分类</h3><a href=/f/1>河流</a><div>本词条由 <a href=/u/1>河边柳</a> 创建于 2008-05-12</div>"
    head = "<h1>小河</h1><div><a href=/edit>编辑词条</a></div>"
    found = read(f"<title>小河_石桥百科</title>{head}<div>{TEXT}</div>{tail}")
    assert (found.authors, found.paragraphs) == ((), PARAGRAPHS)


def test_what_the_asker_says_of_an_answer_is_not_of_it():
    said = "<div>提问者对于答案的评价：</div><div>真的有用，谢谢！</div><div>您觉得最佳答案好不好？ 好 83% (5)</div>"
    page = f"<title>小河为什么涨水</title><h1>小河为什么涨水</h1><div>{TEXT}</div>{said}"
    assert read(page).paragraphs == PARAGRAPHS


def test_the_counter_of_visitors_may_be_a_picture():
    foot = "<hr>自1999年5月1日起您是第<img src=/c.cgi>位客人"
    assert read(f"<title>雨后的小河</title><h1>雨后的小河</h1>{TEXT}{foot}").paragraphs == PARAGRAPHS


def test_a_download_is_introduced_below_the_table_of_its_fields():
    rows = (
        "软件大小：|684 KB",
        "软件语言：|简体中文",
        "运行环境：|WinXP",
        "更新时间：|2006-4-27 11:08",
        "联 系 人：|无",
    )
    table = "".join("<tr><td>{}</td><td>{}</td></tr>".format(*row.split("|")) for row in rows)
    ways = f"<tr><td>下载地址：</td></tr><tr><td><a href=/d/1>下载一</a></td></tr><tr><td>下载说明：<br>·{A}</td></tr>"
    text = f"<table><tr><td>软件介绍：</td></tr><tr><td>{TEXT}</td></tr>{ways}</table>"
    found = read(f"<title>小河 V2.3 - 石桥下载</title><h1>小河 V2.3</h1><table border=1>{table}</table>{text}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2006-04-27T11:08:00+08:00")


POST = (
    "<table><tr><td><span class=bold>{name}</span><br>金牌会员<br>UID 31<br>积分 1287<br>注册 2003-11-2<br>状态 离线</td>"
    "<td><table><tr><td><a href=#>#{number}</a> 发表于 2005-4-6 20:1{number} <a href=pro.php?uid=31>资料</a></td></tr>"
    "<tr><td>{text}<br><hr width=30%>走得慢一点，看得多一点。</td></tr></table></td></tr></table>"
)


def test_the_first_line_of_a_members_cell_is_his_name_and_a_drawn_rule_ends_his_post():
    page = POST.format(name="背包阿三", number=1, text=TEXT) + POST.format(name="小螃蟹", number=2, text=f"好帖。{A}")
    found = read(f"<title>雨后的小河 - 石桥论坛</title><h1>雨后的小河</h1>{page}")
    assert (found.paragraphs, found.published) == (PARAGRAPHS, "2005-04-06T20:11:00+08:00")
    assert [one.name for one in found.authors] == ["背包阿三"]


def test_an_archive_of_a_mailing_list_names_the_sender_before_his_address():
    head = "<h1>[zh-l10n] 雨后的小河</h1><b>Wei Xiaoman</b> <a href=mailto:w>wei at shiqiao.example</a><br>"
    found = read(
        f"<title>[zh-l10n] 雨后的小河</title>{head}<i>Wed Feb 18 21:33:09 CST 2004</i><hr><pre>{A}\n\n{B}</pre>"
    )
    assert [one.name for one in found.authors] == ["Wei Xiaoman"]


def test_a_title_that_ends_in_the_headline_begins_with_the_site():
    page = f"<title>石桥网-社会频道-河讯-雨后的小河</title><h1>雨后的小河</h1><div>{TEXT}</div>"
    assert read(page).site_name == "石桥网"


def test_the_kind_of_a_thread_is_missing_in_the_title_that_names_the_forum():
    head = "<a href=/>石桥社区</a> > <a href=/free>石桥杂谈</a><h1>『石桥杂谈』 [街巷]雨后的小河流过石桥</h1>"
    found = read(f"<title>雨后的小河流过石桥_石桥杂谈_石桥社区</title>{head}<div>{TEXT}</div>")
    assert (found.column, found.site_name) == ("石桥杂谈", "石桥社区")


def test_the_day_behind_the_trail_of_columns_is_no_column():
    trail = "<a href=/>石桥网</a>&gt;&gt;<a href=/h/>环保</a>&gt;&gt;<a href=/h/1>环保要闻</a> <font>2003年08月04日07:52</font>"
    found = read(f"<title>雨后的小河 --石桥网</title><div>{trail}</div><h1>雨后的小河</h1><div>{TEXT}</div>")
    assert (found.column, found.published) == ("环保要闻", "2003-08-04T07:52:00+08:00")


def test_a_company_that_keeps_the_site_and_titles_each_page_is_no_headline():
    bar = "<tr><td align=center>[发布日期：2006-5-22 9:14:03] [浏览次数：1182]</td></tr>"
    rows = f"<tr><td align=center><b>小河轴承参加石桥展览会</b></td></tr>{bar}<tr><td>{TEXT}</td></tr>"
    foot = "版权所有：石桥小河轴承有限公司 地址：石桥县南昌路18号 豫ICP备05011223号"
    found = read(f"<title>小河轴承有限公司-薄壁轴承,转盘轴承</title><table>{rows}</table><div>{foot}</div>")
    assert (found.title, found.site_name) == ("小河轴承参加石桥展览会", "小河轴承有限公司")


def test_a_letter_of_a_bulletin_board_names_its_board_and_its_site():
    head = (
        "发信人: liu (河边柳), 信区: River\n标  题: 雨后的小河\n发信站: BBS 石桥站 (Sat Jun  8 14:22:07 2002), 转信\n"
    )
    found = read(f"<title>文章阅读</title><pre>{head}\n{A}\n\n{B}\n--\n一条鱼\n</pre>")
    assert (found.column, found.site_name, found.published) == ("River", "BBS 石桥站", "2002-06-08T14:22:07+08:00")


def test_what_a_translation_cites_below_it_is_not_when_it_was_put_there():
    bar = "作者：[美]莎拉·莱尔　译者：温如故　来源：《石桥时报》　更新：2007年8月12日 15:20　浏览：841"
    foot = "<p>（译自2007年8月5日《石桥时报》）</p>"
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1><div>{bar}</div><div><p>{A}</p><p>{B}</p>{foot}</div>")
    assert found.published == "2007-08-12T15:20:00+08:00"
    assert [one.name for one in found.authors] == ["莎拉·莱尔"]


def test_an_issue_says_on_which_day_it_came_out():
    head = "<center><a href=index.html>石桥文摘</a> 第三九七期 ( 一九九八年十一月十三日出版 )</center>"
    page = (
        f"<title>一张船票</title>{head}<pre>\n            一张船票\n\n          ·韦 小 满·\n\n    {A}\n\n    {B}</pre>"
    )
    found = read(page)
    assert (found.published, found.paragraphs) == ("1998-11-13", (A, B))


def test_the_paper_in_brackets_beside_the_day_did_not_write():
    bar = "NEWS 2005年03月21日08:51 [ <font>北京晨报</font> ] 【 <a href=/c>我来说两句</a> 】"
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1><div>{bar}</div><div>（记者 韦小满） {TEXT}</div>")
    assert [one.name for one in found.authors] == ["韦小满"]


def test_the_count_of_signs_behind_a_writer_is_not_his_name():
    bar = "作品：<a href=/b>小河</a>　作者：<a href=/a/7>一壶浊酒</a>　字数：2118　更新时间：2009-03-02 20:11"
    jump = "<a href=/1>上一页</a> | <a href=/b>返回书目</a> | <a href=/3>下一页</a> （快捷键：← →）"
    found = read(f"<title>第一章 雨后</title><h1>第一章 雨后</h1><div>{bar}</div><div>{TEXT}</div><div>{jump}</div>")
    assert ([one.name for one in found.authors], found.paragraphs) == (["一壶浊酒"], PARAGRAPHS)


def test_a_summary_in_a_block_of_its_own_opens_as_the_text_does():
    page = f"<h2>雨后的小河</h2><div class=intro>{A}</div><div class=content>{TEXT}</div>"
    assert read(f"<title>雨后的小河_石桥样站</title><div>{page}</div>").paragraphs == PARAGRAPHS


def test_a_report_is_dated_from_a_place_below_its_byline():
    head = "<span>雨后的小河涨水以后</span><br><span>记者: 韦小满</span><br><span>台北</span><br><span>Sep 29, 2006</span><br>"
    page = f"<table><tr><td><span>2006年9月29日 星期五</span><br>{head}<p>{A}</p><p>{B}</p></td></tr></table>"
    found = read(f"<title>石桥之音 - 雨后的小河涨水以后</title>{page}")
    assert (found.paragraphs, found.published) == ((A, B), "2006-09-29")


def test_a_blog_sets_the_hour_in_brackets_behind_the_headline():
    head = "<div>南窗的BLOG</div><div>http://blog.shiqiao.example/m/nan</div>"
    entry = f"<b>银杏黄了</b> <span>(2006-11-23 21:05:33)</span><div>分类：<a href=/s1>随笔</a></div><div>{TEXT}</div>"
    found = read(f"<title>银杏黄了_南窗_石桥BLOG</title>{head}<div>{entry}</div>")
    assert (found.title, found.column, found.published) == ("银杏黄了", "随笔", "2006-11-23T21:05:33+08:00")


def test_a_trail_of_boards_may_open_with_the_sign_that_parts_it():
    trail = ">> <a href=index.asp>石桥车友会</a> → <a href=list.asp?boardid=7>河边专区</a> → 雨后的小河"
    found = read(f"<title>石桥车友会--雨后的小河</title><div>{trail}</div><h1>雨后的小河</h1><div>{TEXT}</div>")
    assert found.column == "河边专区"


def test_the_channel_in_a_title_is_not_its_site_where_another_name_follows():
    found = read(f"<title>雨后的小河_数码频道_石桥168</title><h1>雨后的小河</h1><div>{TEXT}</div>")
    assert found.site_name == "石桥168"


def test_a_title_may_name_the_writer_before_the_headline():
    head = "<p align=center><font size=5><b>村路记</b></font><p align=center>胡远志<p align=center><font size=2>"
    page = f"{head}(石桥北京时间2005年7月26日 转载)</font><p>{A}<p>{B}<p>{C}"
    found = read(f"<title>胡远志：村路记</title>{page}")
    assert (found.title, found.published, found.paragraphs) == ("村路记", "2005-07-26", PARAGRAPHS)
    assert [one.name for one in found.authors] == ["胡远志"]


def test_a_day_in_brackets_stands_below_a_headline_and_a_trail_is_none():
    page = "<table><tr><td>>>景点介绍>>石桥</td></tr><tr><td align=center><b>小河</b></td></tr><tr><td>[2005-4-22]</td></tr>"
    found = read(f"<title>::石桥旅游网::</title>{page}<tr><td>{TEXT}</td></tr></table><p>石桥旅游网 版权所有")
    assert (found.title, found.published, found.paragraphs) == ("小河", "2005-04-22", PARAGRAPHS)


def test_the_work_a_review_is_of_stands_in_brackets_behind_its_headline():
    found = read(
        f"<title>三次海 (评论: 离岸)</title><h1>三次海</h1><div>{TEXT}</div><div>14/15人认为此评论有用 有用 没用</div>"
    )
    assert (found.title.startswith("三次海"), found.paragraphs) == (True, PARAGRAPHS)


def test_an_empty_label_does_not_part_a_members_profile():
    fields = "头衔: 书虫<br>等级: 游民<br>信息: <img src=m.gif><br>威望: +2 积分: 1108<br>总发贴数: 311 篇<br>注册日期: 2003/05/21"
    post = "<table><tr><td rowspan=2><b>{name}</b><br>{fields}</td><td>{text}</td></tr><tr><td>[发帖时间: {at}]</td></tr></table>"
    first = post.format(name="书蠹", fields=fields, text=TEXT, at="2004/03/12 21:08pm")
    page = first + post.format(name="书童", fields=fields, text="好。" + A, at="2004/03/12 22:15pm")
    found = read(f"<title>旧书屋论坛 - 出让旧书两种</title>{page}")
    assert ([one.name for one in found.authors], found.published) == (["书蠹"], "2004-03-12T21:08:00+08:00")


def test_an_office_that_signs_with_the_name_of_the_page_is_no_headline():
    text = f"<p><b>暂停开放通告</b></p><p>各位街坊：</p><p>{A}</p><p>{B}</p><p align=right>南昌街长者邻舍中心主任 黄丽芳</p>"
    found = read(f"<title>南昌街长者邻舍中心</title><table><tr><td>{text}</td></tr></table>")
    assert found.paragraphs[-3:] == (A, B, "南昌街长者邻舍中心主任 黄丽芳")


def test_a_blog_says_at_the_foot_of_an_entry_when_it_was_written():
    foot = "<p>本文发布于 星期日, 十一月 4th, 2007 at 10:31 pm ，归类于 <a href=/c>Linux</a>。你可以<a href=#r>发表评论</a>。</p>"
    readers = f"<h3>1 条评论</h3><ol><li><cite>老猫</cite> 说：<small>2007-11-05 09:12</small><p>{C}</p></li></ol>"
    head = "<h1><a href=/>鞋柜笔记</a></h1><h2>雨后的小河</h2>"
    found = read(f"<title>雨后的小河 &laquo; 鞋柜笔记</title>{head}<div><p>{A}</p><p>{B}</p>{foot}</div>{readers}")
    assert (found.paragraphs, found.published) == ((A, B), "2007-11-04T22:31:00+08:00")
    assert found.site_name == "鞋柜笔记"


def test_what_an_agency_says_of_its_pictures_rights_is_not_the_text():
    note = "<tr><td>版权声明：凡标注有“石桥社”字样的图片版权均属石桥社，未经书面授权，不得转载使用。</td></tr>"
    picture = f"<table align=left><tr><td><img src=/1.jpg></td></tr>{note}</table>"
    page = f"<title>雨后的小河</title><table><tr><td><b>雨后的小河</b></td></tr><tr><td>{picture}{A}<p>{B}<p>{C}</td></tr></table>"
    assert read(page).paragraphs == PARAGRAPHS


def test_a_collection_prints_the_way_to_a_text_as_its_title():
    head = "<h3 align=center>照 相</h3><p align=center>●于 德 北</p>"
    found = read(f"<title>石桥文苑→ 读者 → 2002年第8期 → 照相</title>{head}<p>{A}</p><p>{B}</p>")
    assert (found.title, found.paragraphs) == ("照相", (A, B))
    assert [one.name for one in found.authors] == ["于德北"]


def test_a_thread_set_as_one_table_is_no_table_of_data():
    member = "<td><b>{name}</b><br><font size=1>会员<br><br>注册: 2003 Sep<br>来自: 兰州<br>发贴: 214</font></td>"
    row = "<tr>{member}<td><p>{text}</p><p align=right><a href=r>向版主反映这个帖子</a> | IP: 已记录</p></td></tr>"
    stamp = "<tr><td>2005-03-02 21:1{n}</td><td><a href=q>引用回复</a></td></tr>"
    first = row.format(member=member.format(name="犏牛"), text=TEXT) + stamp.format(n=4)
    second = row.format(member=member.format(name="雪顿"), text="求图！" + A) + stamp.format(n=9)
    page = f"<table><tr><td>作者</td><td>主题：<b>雨后的小河</b></td></tr>{first}{second}</table>"
    found = read(f"<title>石桥论坛 - 雨后的小河</title>{page}")
    assert (found.published, [one.name for one in found.authors]) == ("2005-03-02T21:14:00+08:00", ["犏牛"])
    assert found.paragraphs == PARAGRAPHS


def test_a_name_may_be_printed_as_two_words():
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1><p>作者：韦 小满</p><p>{A}</p><p>{B}</p>")
    assert [one.name for one in found.authors] == ["韦小满"]


def test_a_blog_that_stands_before_its_entry_in_the_title_is_the_site():
    head = "<h1><a href=/>旧相机</a></h1><h3>雨后的小河</h3>"
    assert read(f"<title>旧相机: 雨后的小河</title>{head}<div>{TEXT}</div>").site_name == "旧相机"


def test_the_field_of_the_source_below_a_text_may_name_who_wrote():
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1><p>{A}</p><p>{B}</p><p>{C}</p><p>来源: 韦小满</p>")
    assert [one.name for one in found.authors] == ["韦小满"]


def test_a_teacher_is_named_behind_his_school():
    bar = "作者：县二中 鲁建设　来源：不详　发布时间：2007-4-9 8:50:03　点击：12"
    found = read(f"<title>雨后的小河</title><h1>雨后的小河</h1><p>{bar}</p><div>{TEXT}</div>")
    assert ([one.name for one in found.authors], found.source) == (["鲁建设"], None)
