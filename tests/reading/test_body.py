"""The body of an article: all of it, and nothing beside it."""

import pytest

from crawler.layout import Layout
from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, RELATED, URL, page, prose

WHOLE = list(PARAGRAPHS)


def read(markup: str, layout: Layout | None = None):
    (document,) = read_documents(markup.encode(), URL, None, layout)
    return document


MARKED = {
    "TRS": "<div class=TRS_Editor><style>.TRS_Editor P{{margin:0}}</style>{}</div>",
    "TRS, new": '<div class="trs_editor_view TRS_UEDITOR trs_paper_default">{}</div>',
    "TRS, comments": "<!-- 正文s -->{}<!-- 正文e -->",
    "Hanweb": '<div class="main-txt" id="zoom"><!--ZJEG_RSS.content.begin-->{}<!--ZJEG_RSS.content.end--></div>',
    "VSB": '<div id="vsb_content_2"><div class="v_news_content">{}</div></div>',
    "ucap": '<div class="article-content" id="zoomcon"><ucapcontent>{}</ucapcontent></div>',
    "ucap, old": '<div id="UCAP-CONTENT">{}</div>',
    "Sudy": '<div class="wp_articlecontent">{}</div>',
    "Founder": '<div id="ozoom"><founder-content><!--enpcontent-->{}<!--/enpcontent--></founder-content></div>',
    "Founder, doubled": "<!--enpcontent--><!--enpcontent-->{}<!--/enpcontent--><!--/enpcontent-->",
    "none": "{}",
    "layout tables": "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    "divs": "<div><div>{}</div></div>",
}


@pytest.mark.parametrize("family", MARKED)
def test_the_body_is_read_whole_and_alone_in_every_family(family):
    assert list(read(page(MARKED[family].format(prose()))).paragraphs) == WHOLE


@pytest.mark.parametrize(
    "block", ["<p>{}</p>", "<div>{}</div>", "{}<br>", "　　{}<br/><br/>", "<p><span>{}</span></p>"]
)
def test_paragraphs_are_told_apart_however_they_are_set(block):
    assert list(read(page("".join(block.format(text) for text in PARAGRAPHS))).paragraphs) == WHOLE


def test_a_notice_of_two_lines_is_read_whole():
    notice = ["各村（社区）：", "明日起有中到大雨，请做好防范。", "石桥县应急管理局", "2025年4月9日"]
    assert list(read(page(prose(notice), title="关于做好强降雨防范工作的通知")).paragraphs) == notice


def test_a_table_keeps_its_rows_and_cells():
    rows = [["序号", "姓名", "岗位"], ["1", "韦某", "护林员"], ["2", "覃某", "保洁员"], ["3", "蓝某", "巡河员"]]
    table = (
        "<table>"
        + "".join("<tr>" + "".join(f"<td><p>{c}</p></td>" for c in row) + "</tr>" for row in rows)
        + "</table>"
    )
    assert list(read(page(table, title="拟聘用人员公示")).paragraphs) == ["\t".join(row) for row in rows]


def test_a_list_of_three_thousand_names_is_read_to_its_end():
    rows = "".join(
        f"<tr><td><p>{n}</p></td><td><p><span>韦某</span></p></td><td>{n * 3}元</td></tr>" for n in range(3000)
    )
    document = read(page(f"<table>{rows}</table>", title="石桥县造林补贴名单"))
    assert len(document.paragraphs) == 3000
    assert document.paragraphs[-1] == "2999\t韦某\t8997元"


def test_a_page_of_one_picture_has_no_text_and_its_picture():
    document = read(
        page('<p style="text-align:center"><img src="./W020250409.jpg"></p>', title="石桥县殡葬服务收费公示牌")
    )
    assert document.text == ""
    assert [image.url for image in document.images] == ["http://www.shiqiao.gov.cn/xwzx/bdyw/202504/W020250409.jpg"]


def test_a_body_that_is_missing_is_empty_and_not_the_navigation():
    document = read(page(""))
    assert document.text == ""
    assert document.title == "石桥县召开春季造林现场会"


def test_an_index_table_above_a_document_is_not_its_text():
    index = (
        "<table><tr><td>索 引 号：</td><td>11459999/2025-00012</td><td>发布机构：</td><td>石桥县林业局</td></tr>"
        "<tr><td>成文日期：</td><td>2025年04月07日</td><td>发布日期：</td><td>2025-04-09</td></tr></table>"
    )
    document = read(page(prose(), above=index, bar="&nbsp;"))
    assert list(document.paragraphs) == WHOLE
    assert (document.published, document.source) == ("2025-04-09", "石桥县林业局")


def test_what_is_hidden_is_not_read():
    hidden = '<div style="display:none"><p>隐藏的另一段文字，读者在页面上看不到，因此不应当出现在正文里。</p></div>'
    assert list(read(page(prose() + hidden)).paragraphs) == WHOLE


def test_a_body_that_stands_twice_is_given_once():
    assert (
        list(
            read(page(prose(), below=f'<div class="phone"><h1>石桥县召开春季造林现场会</h1>{prose()}</div>')).paragraphs
        )
        == WHOLE
    )


def test_a_refrain_of_the_article_itself_stays():
    refrain = "一棵树，一片林，一座青山。"
    told = [PARAGRAPHS[0], refrain, PARAGRAPHS[1], refrain, PARAGRAPHS[2], refrain]
    assert list(read(page(prose(told))).paragraphs) == told


def test_a_line_that_the_article_says_twice_in_a_row_stays():
    told = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[1], PARAGRAPHS[2]]
    assert list(read(page(prose(told))).paragraphs) == told


def test_links_woven_into_the_text_are_left_out():
    woven = (
        "<div><h4>今日推荐</h4><ul>"
        + "".join(f'<li><a href="/{n}">推荐阅读第{n}条新闻标题</a></li>' for n in range(5))
        + "</ul></div>"
    )
    assert list(read(page(prose(PARAGRAPHS[:2]) + woven + prose(PARAGRAPHS[2:]))).paragraphs) == WHOLE


@pytest.mark.parametrize(
    "line",
    [
        "【打印】【关闭】",
        "扫一扫在手机打开当前页",
        "上一篇：<a href='/1'>石桥县开展检查</a>",
        "分享到：微信 微博",
        "字号：大 中 小",
        "浏览次数：128",
        "展开全文",
    ],
)
def test_furniture_inside_the_container_is_left_out(line):
    assert list(read(page(prose() + f"<p>{line}</p>")).paragraphs) == WHOLE


def test_the_counter_of_a_page_does_not_change_its_digest():
    one, two = (read(page(prose() + f"<p>点击次数：{count}</p>")) for count in (11, 12))
    assert one.text_digest == two.text_digest


def test_a_layout_comes_before_markers_and_structure():
    other = '<div class="own"><p>版式所指的一段，它不在通常的标记之内，却是这个栏目真正的正文内容。</p></div>'
    layout = Layout(name="own", body=("div.own",))
    document = read(page(f'<div class="TRS_Editor">{prose()}</div>', below=other), layout)
    assert document.paragraphs == ("版式所指的一段，它不在通常的标记之内，却是这个栏目真正的正文内容。",)
    assert document.extractor.layout == "own"


def test_a_layout_may_name_the_comments_around_a_body():
    markup = page(f"<!--kaishi-->{prose()}<!--jieshu--><p>不属于正文的一句话，放在标记之外，版式不读它。</p>")
    assert list(read(markup, Layout(name="own", between=(("kaishi", "jieshu"),))).paragraphs) == WHOLE


def test_comments_around_each_of_two_prints_of_a_body_enclose_one():
    layout = Layout(name="shiqiao", between=(("正文s", "正文e"),))
    marked = f"<!-- 正文s -->{prose()}<!-- 正文e -->"
    phone = f'<div class="m"><h1>石桥县召开春季造林现场会</h1>{marked}</div>'
    assert read(page(marked, below=phone), layout).paragraphs == PARAGRAPHS


def test_empty_comments_of_a_layout_are_passed_over():
    layout = Layout(name="shiqiao", between=(("正文s", "正文e"),))
    empty = "<!-- 正文s --><!-- 正文e -->"
    assert read(page(f"{empty}<!--正文s-->{prose()}<!--正文e-->"), layout).paragraphs == PARAGRAPHS


def test_a_list_of_links_is_no_article():
    rows = "".join(
        f'<li><a href="/{n}.html">石桥县第{n}次常务会议召开</a><span>2025-04-0{n}</span></li>' for n in range(1, 9)
    )
    assert read(page(f"<ul>{rows}</ul>", title="本地要闻", bar="")).text == ""


def test_comments_are_not_the_article_however_long_they_are():
    comments = "<h3>已有2条评论</h3>" + prose([f"我也说几句。{text}" for text in (*PARAGRAPHS, *PARAGRAPHS[::-1])])
    assert list(read(page(prose() + comments)).paragraphs) == WHOLE


def test_the_first_post_of_a_thread_is_read_without_its_replies():
    posts = f'<div class="d">山里人 发表于 2005-6-11 03:25</div><div class="t">{prose()}</div>' + "".join(
        f'<div class="d">读者{n} 发表于 2005-6-12 03:2{n}</div><div class="t">顶一下，说得好。</div>' for n in range(4)
    )
    document = read(
        f"<html><head><title>青石岭植树记_石桥论坛</title></head><body><h1>青石岭植树记</h1><div>{posts}</div></body></html>"
    )
    assert list(document.paragraphs) == WHOLE
    assert [author.name for author in document.authors] == ["山里人"]


def test_a_first_post_whose_stamp_stands_above_all_posts_is_read_alone():
    first = f'<div class="post">{prose()}</div>'
    stamp = '<div class="stamp">作者：山中客 时间：2025-04-09 22:10:11</div>'
    second = f'<div class="post">{stamp}<p>好文章，顶上去让更多的人看到，我家门前也有一片林子，如今已经没有了，说起来都是泪。</p></div>'
    opened = '</div><div class="stamp">楼主：柳下风 时间：2025-04-09 21:09:00</div><div>'
    assert list(read(page(first + second, bar=opened)).paragraphs) == WHOLE


def test_the_front_of_a_blog_gives_its_first_post():
    posts = "".join(
        f'<div class="post"><div class="t">第{n}篇日志</div><div class="d">2005-06-1{n} 03:25:55</div>'
        f"<p>第{n}篇的内容：{PARAGRAPHS[n % 3]}</p></div>"
        for n in range(1, 5)
    )
    document = read(f"<html><head><title>石桥人的博客</title></head><body><div>{posts}</div></body></html>")
    assert document.paragraphs == (f"第1篇的内容：{PARAGRAPHS[1]}",)


SIDE = f"<div><h3>通知公告</h3>{RELATED}</div>"


def around(body: str, side: str = SIDE) -> str:
    """Return an article whose container no system marks, with a list of links beside it."""
    return (
        '<html><head><meta charset="utf-8"><title>石桥县召开春季造林现场会_石桥县人民政府门户网站</title></head><body>'
        "<div><h1>石桥县召开春季造林现场会</h1><div>来源：县林业局　发布时间：2025-04-09 10:32　浏览：12</div>"
        f"{body}</div>{side}</body></html>"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("现将名单公示如下：", *(f"{n}. 韦小满 男 石桥镇" for n in range(1, 12)), "公示期五天。"),
        ("全县降雨量如下：", "石桥镇：120毫米", "下河乡：98毫米"),
        ("县林业局今日检查苗圃，一切正常。",),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_short_lines_end_before_the_heading_of_a_list_beside_them(lines: tuple[str, ...], tag: str):
    markup = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    (document,) = read_documents(around(f"<div>{markup}</div>").encode(), URL)
    assert document.paragraphs == lines
    assert document.authors == ()


def test_comments_longer_than_the_article_are_not_read():
    said = "".join(
        f"<div><b>网友{n}</b> 2025-04-10 10:0{n}<p>{PARAGRAPHS[1]}{PARAGRAPHS[2]}</p></div>" for n in range(4)
    )
    markup = around(f"<div><p>{PARAGRAPHS[0]}</p></div><div><h3>网友评论</h3>{said}</div>")
    assert read_documents(markup.encode(), URL)[0].paragraphs == (PARAGRAPHS[0],)


def test_a_reader_who_answers_later_is_not_the_writer():
    said = "<div><span>网友</span> <span>发表于 2025-04-10 10:01</span><p>写得好，我们村也在补植。</p></div>"
    (document,) = read_documents(around(f"<div>{prose()}</div>", side=said).encode(), URL)
    assert document.authors == ()
    assert document.paragraphs == PARAGRAPHS


def test_a_sentence_that_names_a_source_is_no_bar():
    told = "通知指出：“信息来源：各站上报。各站要核实。”"
    (document,) = read_documents(
        around(f"<div><p>{PARAGRAPHS[0]}</p><p>{told}</p><p>{PARAGRAPHS[1]}</p></div>").encode(), URL
    )
    assert document.paragraphs == (PARAGRAPHS[0], told, PARAGRAPHS[1])


@pytest.mark.parametrize(
    "line",
    [
        "[1] [2] [3] 下一页",
        "【1】【2】",
        "(本文发表于首页, 已被阅读178次)",
        "本文通告引用(Trackback)链接: /t?p=1",
        "您是第 1203 位访问者",
        "* * * * * *",
        "返回本版",
        "关于我们 | 网站地图 | 联系我们",
        "来源：石桥日报 2025-04-09 第01版：要闻",
        "- END -",
        "全文完",
    ],
)
def test_a_line_that_no_article_says_is_left_out_below_it(line: str):
    (document,) = read_documents(around(f"<div>{prose()}<p>{line}</p></div>").encode(), URL)
    assert document.paragraphs == PARAGRAPHS


def test_the_name_of_a_table_stands_above_its_rows():
    table = "<table><caption>表1 主要指标</caption><tr><th>指标</th><th>亩</th></tr><tr><td>造林</td><td>12</td></tr></table>"
    told = [PARAGRAPHS[0], "表1 主要指标", "指标\t亩", "造林\t12", PARAGRAPHS[1]]
    assert list(read(page(f"<p>{PARAGRAPHS[0]}</p>{table}<p>{PARAGRAPHS[1]}</p>")).paragraphs) == told


def test_a_form_with_one_long_field_keeps_all_its_fields():
    facts = "当事人未经批准，在青石岭采伐林木。" * 60
    rows = [("文书号", "石林罚〔2025〕3号"), ("案由", "滥伐林木"), ("违法事实", facts), ("处罚机关", "石桥县林业局")]
    table = "".join(f"<tr><td>{label}</td><td><p>{field}</p></td></tr>" for label, field in rows)
    document = read(page(f"<table border=1>{table}</table>", title="石桥县林业局行政处罚决定书"))
    assert document.paragraphs == tuple(f"{label}\t{field}" for label, field in rows)


def test_a_text_in_the_last_cell_of_its_index_keeps_its_paragraphs():
    index = "<tr><td>索引号</td><td>K12/2025-3</td><td>发文机关</td><td>石桥县林业局</td></tr><tr><td>成文日期</td><td>2025-04-08</td><td>文号</td><td></td></tr>"
    document = read(page(f"<table>{index}<tr><td colspan=4>{prose()}</td></tr></table>"))
    assert list(document.paragraphs) == WHOLE


THREAD = "<html><head><title>青石岭植树记_石桥论坛</title></head><body><h1>青石岭植树记</h1>{}</body></html>"
ANSWER = "顶一下，我外婆家也在山边，小时候每年夏天都去摘野果，现在树又多起来了，路也通了。"


def test_posts_with_their_stamps_below_and_their_writers_beside_are_told_apart():
    posts = "".join(
        f'<div class="post"><div class="who"><a href="/u/{n}">读者{n}</a> 会员 7</div><div class="t">{text}</div>'
        f'<div class="when">{n}楼 2013-05-07 10:1{n}</div></div>'
        for n, text in enumerate((prose(), ANSWER, ANSWER[5:]), 1)
    )
    assert list(read(THREAD.format(posts)).paragraphs) == WHOLE


def test_posts_stamped_with_a_comma_before_the_hour_are_told_apart():
    posts = "".join(
        f'<div class="post"><p class="by">由 <a href="/u/{n}">读者{n}</a> » 2010-05-07, 10:1{n}</p><div>{text}</div></div>'
        for n, text in enumerate((prose(), ANSWER, ANSWER[5:]), 1)
    )
    assert list(read(THREAD.format(posts)).paragraphs) == WHOLE


def test_what_a_blog_says_below_its_entry_is_not_the_entry():
    below = (
        "<footer>本条目发布于<a href=/d>2014年5月7日</a>。属于<a href=/c>随笔</a>分类。</footer>"
        "<nav>← <a href=/1>晒谷子</a></nav><nav><a href=/2>看戏</a> →</nav>"
        f"<div><h2>《青石岭植树记》上有 2 条评论</h2><p>{ANSWER}</p><p>{ANSWER[5:]}</p></div>"
    )
    assert list(read(THREAD.format(f"<div>{prose()}</div>{below}")).paragraphs) == WHOLE


def test_what_a_wiki_says_of_its_page_is_not_the_page():
    above = '<div>维基百科，自由的百科全书</div><div>跳转到：<a href="#n">导航</a>、<a href="#s">搜索</a></div>'
    heading = '<h2>水文</h2><div><a href="/e">编辑</a></div>'
    below = (
        "<div>分类：<a href=/c>石桥县山岭</a></div><ul><li>本页面最后修订于2014年5月7日 (星期三) 10:11。</li>"
        "<li>本站的全部文字在知识共享署名-相同方式共享3.0协议之条款下提供，附加条款亦可能应用。</li></ul>"
    )
    told = read(THREAD.format(f"{above}<div>{prose(PARAGRAPHS[:2])}{heading}{prose(PARAGRAPHS[2:])}</div>{below}"))
    assert list(told.paragraphs) == [*WHOLE[:2], "水文", *WHOLE[2:]]


BARS = (
    "供稿单位：青石镇政府",
    "供稿单位：青石镇政府 日期：2025-04-09",
    "来稿单位：县水利局 2025-04-09",
    "撰稿单位：县水利局 发布时间：2025-04-09",
    "发稿单位：县水利局",
    "供稿部门：宣传部　供稿人：韦小满",
    "报送单位：县水利局 发布时间：2025-04-09",
    "转载自：石桥日报",
    "转载自石桥日报",
    "（转载自石桥日报）",
    "上传者：管理员 2025-04-09",
    "稿源：石桥日报｜日期：2025-04-09",
    "来源：石桥日报 时间：20250409",
    "信息员：韦小满 发布时间：2025-04-09",
    "2025-04-09 文字：韦小满 图片：蓝志峰",
    "發布日期：114-04-09",
    "日期：114-04-09 單位：工務局",
    "發布日期：民國114年4月9日",
    "張貼日期：民國114年4月9日 張貼者：王一",
    "中華民國114年4月9日 發布",
    "发布时间：25.04.09",
    "25-04-09 10:11 来源：石桥日报",
    "发表于 25/04/09",
    "发布时间：２０２５－０４－０９",
    "２０２５年４月９日　１０：１１",
    "Wed Apr 09 10:11:12 CST 2025",
    "发布时间：Wed Apr 09 10:11:12 CST 2025 来源：石桥日报",
    "Wed Apr 9 10:11:12 2025",
    "09 Apr 2025 10:11",
    "二〇二五年四月九日 来源：石桥日报",
    "114-04-09",
    "民國114年4月9日",
    "25.04.09",
    "２０２５－０４－０９",
    "April 9, 2025",
    "信息索引号：1145/2025-3",
    "公开主体：石桥县水利局",
    "公开主体：石桥县水利局 公开日期：2025-04-09",
    "制发机构：石桥县水利局",
    "信息公开单位：石桥县水利局",
    "您的位置：首页 > 要闻",
    "您的位置： 石桥县政府 → 要闻 → 正文",
)


@pytest.mark.parametrize("container", ["{}", '<div class="TRS_Editor">{}</div>'])
@pytest.mark.parametrize("bar", BARS)
def test_a_bar_printed_as_the_first_line_of_a_body_is_not_its_text(bar: str, container: str):
    (document,) = read_documents(page(container.format(prose([bar, *PARAGRAPHS]))).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("label", ["信息索引号", "公开主体", "制发机构", "信息公开单位", "印发单位", "公开责任主体"])
def test_an_index_in_any_wording_above_the_text_is_not_the_text(label: str):
    rows = "".join(f"<tr><td>{cell}</td><td>石桥县水利局</td></tr>" for cell in (label, "发布机构"))
    body = f"<table>{rows}</table>{prose()}"
    (document,) = read_documents(page(body).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "box",
    [
        "<h3>青岭风向标</h3><ul><li><a href='/1'>县医院新大楼投入使用</a></li><li><a href='/2'>国道改线完成过半</a></li></ul>",
        "<div class='tit'>南北看点</div><p><a href='/1'>县医院新大楼投入使用</a></p><p><a href='/2'>国道改线完成过半</a></p>",
        "<p><b>石桥视界</b></p><p><a href='/1'>县医院新大楼投入使用</a></p><p><a href='/2'>国道改线完成过半</a></p>",
        "<p>新老速递：</p><p><a href='/1'>县医院</a> | <a href='/2'>国道改线</a> | <a href='/3'>运动会</a></p>",
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_a_box_of_links_goes_with_its_heading_whatever_that_is(box: str, count: int):
    (document,) = read_documents(page(prose(PARAGRAPHS[:count]) + box).encode(), URL)
    assert document.paragraphs == PARAGRAPHS[:count]


def test_who_signs_above_a_box_of_links_is_no_heading():
    box = "<div>石桥县水利局</div><ul><li><a href='/1'>县医院新大楼投入使用</a></li><li><a href='/2'>国道改线</a></li></ul>"
    (document,) = read_documents(page(prose() + box).encode(), URL)
    assert document.paragraphs == (*PARAGRAPHS, "石桥县水利局")


def test_summaries_above_a_short_article_are_not_it():
    cards = "".join(
        f"<div><h5><a href='/{n}'>石桥镇的第{n}个早市</a></h5><p>天还没亮，第{n}个早市已经热闹起来，菜农、渔民和豆腐坊的人都来了，吆喝声此起彼伏…</p></div>"
        for n in range(5)
    )
    text = "因管道抢修，5月15日8时至18时停水，请用户提前储水。"
    html = f"<html><head><meta charset=utf-8><title>停水通知</title></head><body>{cards}<h1>停水通知</h1><p>来源：县水厂 2024-05-13</p><p>{text}</p>"
    (document,) = read_documents(html.encode(), URL)
    assert (document.paragraphs, document.published) == ((text,), "2024-05-13")
