"""Lines that read as what stands beside an article: which of them are the article's own, and which are not."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, RELATED, URL, page, prose

TRS = '<div class="TRS_Editor">{}</div>'
# The container that no system marks, and the one that one does.
CONTAINERS = ("{}", TRS)
SIGNED = ("石桥县林业局", "2025年4月9日")

OWN = (
    "（此件公开发布）",
    "公开方式：主动公开",
    "附件1",
    "举报电话：12380；举报邮箱：jb@shiqiao.example；邮编：545000",
    "地址：石桥县青石路18号 邮编：545000",
    "主办单位：石桥县文化局",
    "技术支持：石桥县农业技术推广站",
    "食品经营许可证号：JY14502210000001",
    "不良信息记录：无",
    "采购公告发布日期：2025年4月1日",
    "经费来源：财政全额拨款",
    "会议时间：2025年4月10日9:00",
    "更新改造",
    "阅读推广",
    "点击率大幅提升",
    "扫黑除恶",
    "二维码门牌覆盖全县",
    "手机阅读渐成风尚",
    "位置：青石路北侧",
    "【背景】",
    "版权声明问题研究",
    "下一步工作",
    "报送单位：县水利局",
    "责任单位：县水利局",
    "單位：萬元",
    "转载自己的作品",
    "公开主体责任清单",
    "上传者须知",
    "图片：2025年4月9日拍摄",
    "會議時間：114年4月10日9:00",
    "开标时间：２０２５年４月１０日９：００",
    "施工期间交通管制至25.04.30",
    "二〇二五年四月九日",
    "民國114年4月9日",
)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("line", OWN)
def test_a_line_of_the_article_stays_though_pages_say_the_like_beside_articles(line: str, container: str):
    told = [PARAGRAPHS[0], line, *PARAGRAPHS[1:], line, *SIGNED]
    (document,) = read_documents(page(container.format(prose(told))).encode(), URL)
    assert list(document.paragraphs) == told


@pytest.mark.parametrize("line", ["会议时间：2025年4月10日9:00", "时间：2025年4月10日上午", "举报电话：12380"])
def test_an_article_may_end_with_an_hour_or_with_whom_to_call(line: str):
    (document,) = read_documents(page(prose([*PARAGRAPHS, line])).encode(), URL)
    assert document.paragraphs == (*PARAGRAPHS, line)


def test_keepers_below_a_text_that_go_on_to_the_rights_of_the_site_are_its_footer():
    footer = ["主办：石桥县林业局", "邮编：545000", "版权所有：石桥县林业局"]
    (document,) = read_documents(page(prose([*PARAGRAPHS, *footer])).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


BESIDE = (
    "返 回",
    "打印此篇",
    "文章字号：大中小",
    "视力保护色：",
    "无障碍浏览 进入关怀版",
    "分享本文到：",
    "分享到： QQ空间 新浪微博 腾讯微博 人人网 微信",
    "本文纠错",
    "顶一下 (0) 踩一下 (0)",
    "有用(0) 没用(0)",
    "TAG：造林 春耕",
    "本文标签：造林",
    "上一条信息：石桥县开展检查",
    "下一条信息：没有了",
    "上一新闻：石桥县开展检查",
    "共3页 1 2 3 下一页 尾页",
    "第 1 页 共 3 页",
    "本页共有 1234 次访问",
    "本文被浏览过 36 次",
    "下载次数：3",
    "已有 0 人参与",
    "发表评论 匿名发表 用户名：",
    "文明上网理性发言，请遵守新闻评论服务协议",
    "网友评论仅供其表达个人看法，并不表明本站立场。",
    "您访问的链接即将离开“石桥县人民政府”门户网站 是否继续？",
    "您的浏览器不支持播放该视频！",
    "使用微信“扫一扫”即可将网页分享到我的朋友圈。",
    "本页面内容是否对您有帮助？",
    "满意度评价： 非常满意 满意 一般 不满意",
    "转载请注明出处",
    "原文链接：http://www.shiqiao.example/1.html",
    "注：本文来源于网络，如有侵权请联系删除",
    "建议使用1024*768分辨率 IE8.0以上浏览器",
    "Powered by PHPCMS",
    "【我要纠错】 责任编辑：韦小满",
    "相关解读",
    "政策原文",
    "大家都在看",
    "点击排行",
)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("line", BESIDE)
def test_what_a_site_says_to_its_visitors_below_the_text_is_left_out(line: str, container: str):
    (document,) = read_documents(page(container.format(prose([*PARAGRAPHS, line]))).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "box",
    [
        '<h3>政策原文</h3><p><a href="/wj/1.html">石桥县人民政府关于印发《石桥县护林员管理办法》的通知</a></p>',
        '<p>相关解读：<a href="/jd/1.html">一图读懂石桥县护林员管理办法</a></p>',
        '<div><b>解读文件</b></div><div><a href="/wj/1.html">石桥县护林员管理办法</a></div>',
    ],
)
@pytest.mark.parametrize("container", CONTAINERS)
def test_the_one_text_that_goes_with_an_article_is_not_in_it(box: str, container: str):
    (document,) = read_documents(page(container.format(prose() + box)).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


def test_a_heading_of_the_same_words_with_a_text_below_it_stays():
    told = ["政策原文", PARAGRAPHS[0], "政策解读", *PARAGRAPHS[1:]]
    (document,) = read_documents(page(prose(told)).encode(), URL)
    assert list(document.paragraphs) == told


def test_buttons_behind_the_last_sentence_go_and_the_sentence_stays():
    told = [*PARAGRAPHS[:-1], PARAGRAPHS[-1] + "【打印】 【关闭】"]
    (document,) = read_documents(page(prose(told)).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


# The stories of a page of a newspaper: headline, first paragraph, second paragraph.
STORIES = (
    (
        "青石镇三条村道修通",
        "近日，青石镇三条通村公路全部修通，沿线四个村的群众出行更加方便，农产品也运得出去了。",
        "据了解，这三条公路总长十二公里，由县交通运输局筹资修建，前后用了八个月。",
    ),
    (
        "白沙乡油茶丰收",
        "眼下，白沙乡的油茶林里一派繁忙景象，村民们忙着采摘、晾晒油茶果，今年的收成比往年都好。",
        "全乡的油茶已有两万亩，预计产值可达六千万元，三千多户农户从中受益。",
    ),
    (
        "县医院进社区义诊",
        "昨日，县人民医院的二十名医护人员来到红岭社区义诊，为居民量血压、测血糖，讲解用药常识。",
        "活动当天共接诊三百多人次，发放健康手册五百多份，受到居民欢迎。",
    ),
    (
        "图书馆延长开放时间",
        "从本月起，县图书馆每晚开放至九点半，方便上班的读者借阅图书，周末还有讲座和展览。",
        "馆内新添座位六十个、新书两千册，还为老年读者备好了老花镜和热水。",
    ),
)
# What newspapers print between stories; other pages print some of it below an article.
BETWEEN = (
    "图片新闻",
    "广告热线：0772-1234567",
    "2024年3月12日 星期二",
    "A02",
    "青石报 2024年3月12日",
    "责任编辑：李明 校对：王芳",
    "热点新闻",
    "相关链接",
    "本报地址：青石路18号 邮编：545000",
    "往期回顾",
    "数字报",
    "编辑推荐",
    "举报电话：12345",
    "广告经营许可证：4502001",
    "★相关新闻★",
)
Story = tuple[str, ...]


def _in_paragraphs(stories: list[Story], line: str) -> str:
    return prose([text for story in stories for text in (*story, line)][:-1])


def _with_breaks(stories: list[Story], line: str) -> str:
    return "<td>" + "<br>".join([text for story in stories for text in (*story, line)][:-1]) + "</td>"


def _in_blocks(stories: list[Story], line: str) -> str:
    return f"<div>{line}</div>".join(
        f'<div class="story"><h3>{head}</h3>{prose(text)}</div>' for head, *text in stories
    )


def _in_tables(stories: list[Story], line: str) -> str:
    return f"<p>{line}</p>".join(
        f"<table><tr><td>{head}</td></tr><tr><td>{prose(text)}</td></tr></table>" for head, *text in stories
    )


@pytest.mark.parametrize("opening", ["本报讯（记者 韦小满）", "新华社南宁3月12日电（记者 蓝志峰）", ""])
@pytest.mark.parametrize("printed", [_in_paragraphs, _with_breaks, _in_blocks, _in_tables])
@pytest.mark.parametrize("line", BETWEEN)
def test_what_a_newspaper_prints_between_stories_ends_none_of_those_below(line: str, printed, opening: str):
    stories = [(head, opening + first, second) for head, first, second in STORIES]
    documents = read_documents(page(printed(stories, line), title="青石报第二版").encode(), URL)
    text = "\n".join(document.text for document in documents)
    assert [second for *_, second in stories if second not in text] == []


@pytest.mark.parametrize("line", ["网友评论", "免责声明", "版权所有 未经许可不得转载"])
def test_readers_and_rights_end_no_page_whose_next_story_has_a_dateline(line: str):
    stories = [(head, f"本报讯（记者 韦小满）{first}", second) for head, first, second in STORIES]
    documents = read_documents(page(_in_paragraphs(stories, line), title="青石报第二版").encode(), URL)
    assert len(documents) == len(STORIES)


LEAD = "本报讯（记者 韦小满）近日，青石镇三条通村公路全部修通，沿线群众出行更加方便了。"
BELOW = {
    "links": f"<p>相关阅读</p>{RELATED}",
    "links and how their articles begin": "<p>相关阅读</p>"
    + "".join(f'<p><a href="/{n}.html">青石镇第{n}条村道修通</a></p><p>{LEAD}</p>' for n in range(1, 4)),
    "a list of links and how their articles begin": "<p>相关阅读</p><ul>"
    + "".join(f'<li><a href="/{n}.html">青石镇第{n}条村道修通</a><p>{LEAD}</p></li>' for n in range(1, 4))
    + "</ul>",
    "pictures and what is said of them": "<p>推荐阅读</p>"
    + "".join(f'<p><a href="/{n}.html"><img src="/{n}.jpg"></a></p><p>{STORIES[n][1]}</p>' for n in (1, 2)),
    "comments": prose(["网友评论", *(f"{story[1]}" for story in STORIES[:3])]),
    "a note": prose(["相关链接", STORIES[0][1]]),
    "a disclaimer": prose(
        [
            "免责声明",
            "凡本网注明来源的作品，版权均属本网所有，任何媒体转载时须注明来源，违者本网将追究责任。",
            "凡本网转载的作品，目的在于传递信息，并不代表本网赞同其观点，请读者自行判断和核实。",
        ]
    ),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("below", BELOW)
def test_what_is_printed_below_an_article_is_no_story(below: str, container: str):
    told = [*PARAGRAPHS, *(story[1] + story[2] for story in STORIES)]
    (document,) = read_documents(page(container.format(prose(told) + BELOW[below])).encode(), URL)
    assert list(document.paragraphs) == told


@pytest.mark.parametrize("signed", ["通讯员:韦小满 蓝小春", "记者：大山 农中正"])
def test_a_name_that_holds_the_sign_of_a_button_is_a_name(signed: str):
    told = [PARAGRAPHS[0], signed, *PARAGRAPHS[1:], signed]
    (document,) = read_documents(page(TRS.format(prose(told))).encode(), URL)
    assert list(document.paragraphs) == told
