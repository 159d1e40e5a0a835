"""Pages on which an office announces, or that are about the one who holds it, are read as they were written."""

from __future__ import annotations

import re

from crawler.reading import read_documents
from crawler.reading.listing import open_page, read_rows
from crawler.reading.values import Document
from tests.reading.pages import FOOTER, URL, prose

TAB = "\t"


def read(head: str, body: str) -> Document:
    markup = f'<html><head><meta charset="utf-8"><title>{head}</title></head><body>{body}</body>'
    (document,) = read_documents(markup.encode(), URL)
    return document


def test_an_office_that_says_when_it_announces_what_follows_is_no_bar():
    told = [
        "县气象台2023年7月12日15时20分发布暴雨橙色预警信号：",
        "预计未来3小时内，青坪、罗石等乡镇降雨量将达50毫米以上，请注意防范山洪和滑坡。",
    ]
    bar = "<div>来源：县气象局 发布时间：2023-07-12 15:31</div>"
    found = read("暴雨橙色预警信号-石桥县人民政府", f"<h1>暴雨橙色预警信号</h1>{bar}{prose(told)}{FOOTER}")
    assert list(found.paragraphs) == told
    assert found.published == "2023-07-12T15:31:00+08:00"


def test_who_holds_an_office_heads_the_page_that_is_called_by_both():
    menu = "<h3>领导之窗</h3><ul><li><a href='/1'>县长 韦小满</a></li><li><a href='/2'>副县长 田大兴</a></li></ul>"
    told = ["工作分工", "主持县政府全面工作，负责审计、财政、机构编制方面工作。"]
    found = read("县长 韦小满_领导之窗_石桥县人民政府", f"{menu}<h2>韦小满</h2>{prose(told)}{FOOTER}")
    assert (found.title, found.authors) == ("韦小满", ())
    assert list(found.paragraphs) == told


def test_the_signs_that_dress_the_name_of_a_site_are_none_of_it():
    found = read(":::石桥县人民政府网:::", f"<h1>石桥县召开春季造林现场会</h1>{prose(['3月5日，造林现场会召开。'])}")
    assert found.site_name == "石桥县人民政府"


def test_a_guide_in_sections_set_alike_is_read_from_the_first_one_below_its_buttons():
    def section(name: str, inside: str) -> str:
        return f"<div class='bs'><h3>{name}</h3>{inside}</div>"

    def table(*rows: str) -> str:
        cells = ("".join(f"<td>{cell}</td>" for cell in row.split()) for row in rows)
        return "<table>" + "".join(f"<tr>{cell}</tr>" for cell in cells) + "</table>"

    tabs = "<div class='tab'><a href='#a'>基本信息</a><a href='#b'>受理条件</a><a href='#c'>申请材料</a></div>"
    told = "申请人具有营业执照等合法主体资格，具有与经营的品种、数量相适应的经营场所。"
    sections = (
        section("基本信息", table("事项类型 行政许可", "承诺时限 5个工作日"))
        + section("受理条件", prose([told]))
        + section("申请材料", table("序号 材料名称", "1 食品经营许可申请书"))
    )
    found = read("食品经营许可（新办）_石桥县政务服务网", f"<h2>食品经营许可（新办）</h2>{tabs}{sections}{FOOTER}")
    assert found.text.splitlines() == [
        "基本信息",
        "事项类型\t行政许可",
        "承诺时限\t5个工作日",
        "受理条件",
        told,
        "申请材料",
        "序号\t材料名称",
        "1\t食品经营许可申请书",
    ]


def test_a_column_of_permits_heads_a_table_and_no_footer():
    rows = [
        "单位名称\t地址\t许可证号\t发证日期",
        "悦来宾馆\t人民路12号\t卫公证字〔2019〕第31号\t2019-07-08",
        "大众浴池\t东风路55号\t卫公证字〔2019〕第33号\t2019-08-20",
    ]
    cells = "".join(f"<tr><td>{row.replace(TAB, '</td><td>')}</td></tr>" for row in rows)
    first = "现将2019年第三季度公共场所卫生许可发放情况公示如下："
    bar = "<div>来源：综合监督科 日期：2019-10-08</div>"
    found = read(
        "第三季度卫生许可公示-石桥县卫生局",
        f"<h2>第三季度卫生许可公示</h2>{bar}<p>{first}</p><table>{cells}</table>{FOOTER}",
    )
    assert found.text.splitlines() == [first, *rows]


def test_the_day_in_brackets_under_a_title_is_when_the_minutes_were_made():
    bar = "<div>2016-03-25　　石桥县政府办　　<a href='javascript:window.print()'>打印本页</a></div>"
    told = prose(["3月18日，县长韦小满主持召开县人民政府第41次常务会议，纪要如下：", "一、传达学习全省春耕会议精神。"])
    title = "县人民政府第41次常务会议纪要"
    found = read(title, f"<div>{title}</div><div>（2016年3月18日）</div>{bar}{told}{FOOTER}")
    assert found.published == "2016-03-25"
    assert read(title, f"<div>{title}</div><div>（2016年3月18日）</div>{told}{FOOTER}").published == "2016-03-18"


def test_what_a_player_says_to_old_browsers_and_the_heading_of_other_videos_are_no_text():
    player = "<div><p>您的浏览器暂不支持播放该视频，请升级至最新版浏览器。</p></div>"
    others = "".join(f"<li><a href='/v/{n}.html'>石桥新闻第{n}期</a><span>03:2{n}</span></li>" for n in range(3))
    told = "6月1日晚，全县庆“六一”文艺汇演在人民广场举行，600余名学生登台演出。"
    bar = "<div>2023-06-02 08:55 来源：县融媒体中心</div>"
    found = read(
        "庆“六一”文艺汇演举行_石桥县人民政府",
        f"<h1>庆“六一”文艺汇演举行</h1>{bar}{player}<div><p>{told}</p></div>"
        f"<div><h3>最新视频</h3><ul>{others}</ul></div>{FOOTER}",
    )
    assert found.text == told


def test_headings_that_name_the_ways_of_openness_are_no_bar():
    told = [
        "根据《政府信息公开条例》，编制本指南。",
        "一、主动公开",
        "主动公开的范围参见公开目录，通过县政府网站公布。",
        "二、依申请公开",
        "申请表可以在受理机构领取，也可以复制。",
    ]
    found = read("政府信息公开指南_石桥县人民政府", f"<h1>政府信息公开指南</h1><div>{prose(told)}</div>{FOOTER}")
    assert list(found.paragraphs) == told


def test_where_an_office_is_to_be_found_below_a_table_is_the_foot_of_its_site():
    rows = [("案件名称", "石桥食品店经营超过保质期食品案"), ("处罚种类", "罚款2000元"), ("处罚日期", "2023年5月9日")]
    cells = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    body = f"<h1>石桥食品店行政处罚信息公示</h1><div>时间：2023-05-12 09:01 来源：法规股</div><table>{cells}</table>"
    foot = "<div class='f'>石桥县市场监督管理局 地址：南大街3号</div>"
    found = read("石桥食品店行政处罚信息公示_石桥县市场监督管理局", body + foot)
    assert found.text.splitlines() == [TAB.join(row) for row in rows]


def test_the_heads_of_the_columns_of_a_list_of_letters_are_no_letter():
    heads = "".join(f"<td>{cell}</td>" for cell in ("信件编号", "信件标题", "来信时间", "状态"))
    rows = "".join(
        f"<tr><td>20210{n}</td><td><a href='show.aspx?id={n}'>咨询{n}年级报名时间</a></td><td>2021-07-2{n}</td><td>已回复</td></tr>"
        for n in range(1, 7)
    )
    found = read("领导信箱", f"<div>首页 > 领导信箱</div><table><tr>{heads}</tr>{rows}</table>{FOOTER}")
    assert (found.title, found.text) == ("领导信箱", "")


def test_a_card_of_a_list_keeps_its_day_within_its_link():
    titles = [f"关于城区第{n}批道路命名的通告" for n in "一二三四五六"]
    cards = "".join(
        f"<a class='card' href='/news/{n}.html'><h4>{title}</h4><p><span>2021-07-2{n}</span><span>阅读 {n}3</span></p></a>"
        for n, title in enumerate(titles, 1)
    )
    markup = f"<html><head><title>要闻</title></head><body><header>要闻</header><section>{cards}</section></body>"
    rows = read_rows(open_page(markup.encode(), URL), re.compile("(?!)"))
    assert [(row.title, row.day) for row in rows] == [(title, f"2021-07-2{n}") for n, title in enumerate(titles, 1)]
    assert read_documents(markup.encode(), "http://m.shiqiao.example/news/")[0].published is None


def test_a_link_that_a_clause_announces_is_of_a_short_notice_and_so_is_what_stands_below_it():
    first = "2024年度绩效自评报告已在县预算绩效平台公开，请登录查阅："
    link = "<p><a href='http://jx.shiqiao.example/2024'>http://jx.shiqiao.example/2024</a></p>"
    body = f"<h2>关于公开绩效自评报告的公告</h2><div>2025-05-20 来源：绩效股</div><div><p>{first}</p>{link}"
    signed = "<p>石桥县财政局</p><p>2025年5月20日</p></div>"
    neighbour = "<div>上一篇：<a href='/a.html'>关于开展会计监督检查的通知</a></div>"
    found = read("关于公开绩效自评报告的公告_石桥县财政局", body + signed + neighbour + FOOTER)
    assert list(found.paragraphs) == [first, "http://jx.shiqiao.example/2024", "石桥县财政局", "2025年5月20日"]


def test_the_outlet_beside_a_day_without_its_year_is_where_a_report_is_from():
    bar = "<div><span>石桥融媒</span> <span>记者 韦小满</span> <time>11月7日 08:55</time></div>"
    told = ["11月6日，全县冬季清洁取暖工作推进会召开。", "会议要求，要倒排工期，确保11月15日前投用。"]
    found = read(
        "清洁取暖推进会召开_石桥县人民政府", f"<h1>清洁取暖推进会召开</h1>{bar}<div>{prose(told)}</div>{FOOTER}"
    )
    assert (found.source, [author.name for author in found.authors]) == ("石桥融媒", ["韦小满"])
    assert list(found.paragraphs) == told


def test_when_a_meeting_is_held_opens_a_short_notice_and_is_no_day_of_its_page():
    told = ["时间：2023年12月8日上午9时", "地点：县政府三楼会议室", "请各乡镇分管负责同志准时参加。"]
    title = "关于召开清洁取暖工作会议的通知"
    for bar in ("发布时间：2023-11-20 09:30　来源：县住建局", "2023-11-20 09:30 县住建局 打印"):
        found = read(f"{title}_石桥县人民政府", f"<h1>{title}</h1><div>{bar}</div>{prose(told)}{FOOTER}")
        assert found.published == "2023-11-20T09:30:00+08:00"
        assert list(found.paragraphs) == told


def test_an_office_that_keeps_a_site_may_stand_before_what_it_does():
    body = f"<h1>关于停水的公告</h1>{prose(['因管网检修，城区12月5日停水一天，请提前储水。'])}"
    assert read("关于停水的公告", f"{body}<div>石桥县人民政府办公室主办</div>").site_name == "石桥县人民政府"


def test_where_to_write_to_a_paper_set_apart_from_an_article_is_none_of_it():
    told = ["本周，12345热线共受理群众诉求2318件，按时办结率98.6%。", "诉求主要集中在供水、物业、噪音三个方面。"]
    box = "<div><p>联系我们：0911-12345</p><p>投稿邮箱：rx@shiqiao.example</p></div>"
    bar = "<div>2023-08-21 16:00 来源：县热线中心</div>"
    found = read("热线运行周报_石桥县人民政府", f"<h1>热线运行周报</h1>{bar}<div>{prose(told)}</div>{box}{FOOTER}")
    assert list(found.paragraphs) == told


def test_what_came_of_a_call_for_opinions_is_a_page_of_its_own():
    told = ["现将养犬管理办法向社会公开征求意见，截止时间为6月15日。", "电子邮箱：ga@shiqiao.example"]
    box = "<div><h3>结果反馈</h3><p><a href='/r302.html'>关于征求意见情况的反馈</a></p></div>"
    bar = "<div>发布时间：2023-05-15 14:20 发布单位：县公安局</div>"
    found = read("征求意见公告_石桥县人民政府", f"<h1>征求意见公告</h1>{bar}<div>{prose(told)}</div>{box}{FOOTER}")
    assert list(found.paragraphs) == told
