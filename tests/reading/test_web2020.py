"""Pages of the newer web: what stands in, beside and below the article is told from it."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.body.endings import is_disclaimer, opens_comments
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.prune import is_rights_line
from crawler.reading.metadata.source import read_source
from crawler.reading.values import Document

FIRST = "入冬以后，石桥镇的米粉店都换上了新炉子，县里补了三成的钱，一个冬天能省下两吨煤，也少了许多烟。"
SECOND = "店主们说，火候比从前好把握，汤也更清，只是半夜起来添料的习惯一时改不过来，总觉得少了点什么。"
THIRD = "镇里打算明年把办法推到另外四个镇，先从集市旁边的三十家店做起，账目每个月在公告栏上贴一次。"
OTHER = "两百多册旧县志晒了一夏天的太阳，如今重新上架，读者可以在阅览室里翻看，每次不超过三册。"
TITLE = "米粉店换了新炉子"


def _read(body: str, title: str = TITLE) -> Document:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    return read_documents(page.encode(), "https://www.example.com/a/12")[0]


@pytest.mark.parametrize(
    "text",
    [
        "打开APP阅读全文", "剩余60%，打开APP阅读全文", "阅读剩余全文（）", "点赞 12不喜欢分享", "举报/反馈", "分享至好友和朋友圈", "0条评论",
        "返回搜狐，查看更多", "返回网易首页 下载网易新闻客户端", "您此时的心情", "开心 0", "长按二维码关注我们", "/阅读下一篇/", "打开石桥日报客户端，体验更佳",
    ],
)  # fmt: skip
def test_buttons_of_telephones_and_platforms_are_furniture(text: str):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["喜欢分享的人", "打开客户端，居民就能看到。", "返回石桥的路上", "他们的心情", "点赞石桥"]
)
def test_words_that_begin_as_buttons_do_are_none(text: str):
    assert not is_furniture(text)


def test_footers_and_disclaimers_of_platforms_are_known():
    assert is_rights_line("互联网新闻信息服务许可证：45120170002 信息网络传播视听节目许可证：2010")
    assert is_rights_line("主管：中共石桥市委宣传部 主办：石桥日报社")
    assert is_disclaimer("平台声明：该文观点仅代表作者本人，本号系信息发布平台，仅提供信息存储空间服务。")
    assert is_disclaimer("本网站所刊载信息，不代表石桥网观点。 刊用本网站稿件，务经书面授权。")
    assert opens_comments("评论 3")
    assert opens_comments("3 条评论")
    assert not opens_comments("评论 3 月的行情")


CARDS = "".join(
    f"<div class=card><img src=/t{n}.jpg><h4><a href=/{n}>旧县志第{n}册上架</a></h4><p>{OTHER}</p><span>石桥日报 05-0{n} 09:15</span></div>"
    for n in (1, 2, 3)
)


@pytest.mark.parametrize(
    "woven",
    [
        "<p>相关阅读：<a href=/9>旧县志上架</a></p>",
        "<div><strong>延伸阅读</strong><ul><li><a href=/8>旧县志上架</a></li><li><a href=/9>古茶树挂牌</a></li></ul></div>",
        f"<div class=rec><div>推荐阅读</div>{CARDS}</div>",
        "<blockquote><a href=/z><img src=/t.jpg><span>旧县志上架</span></a></blockquote>",
    ],
)
def test_ways_to_other_articles_between_two_paragraphs_are_left_out(woven: str):
    found = _read(f"<h1>{TITLE}</h1><div class=c><p>{FIRST}</p><p>{SECOND}</p>{woven}<p>{THIRD}</p></div>")
    assert found.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize("heading", ["猜你喜欢", "网友评论", "推荐阅读"])
def test_cards_that_outweigh_a_short_article_are_not_read_for_it(heading: str):
    found = _read(
        f"<h1>{TITLE}</h1><div>2024-05-07 09:15　来源：石桥日报</div><div class=c><div>{FIRST}</div></div><div class=hot><h3>{heading}</h3>{CARDS}</div>"
    )
    assert (found.paragraphs, found.published) == ((FIRST,), "2024-05-07T09:15:00+08:00")


def test_a_headline_that_is_a_link_to_its_own_page_is_one():
    found = _read(
        f"<h1><a href=/a/12>{TITLE}</a></h1><div>2024-05-07 09:15　来源：石桥日报</div><div class=c>{FIRST}</div><ul><li><a href=/1>旧县志上架</a></li></ul>"
    )
    assert (found.title, found.published, found.source) == (TITLE, "2024-05-07T09:15:00+08:00", "石桥日报")


def test_the_day_in_boxes_beside_a_short_article_is_none_of_it():
    boxes = "<div>2024</div><div>05/07</div><div>09:15</div><div><a href=/m>石桥新闻网</a></div><div>分享</div>"
    found = _read(f"<h1>{TITLE}</h1>{boxes}<div class=c><p>{FIRST}</p></div>")
    assert (found.paragraphs, found.published) == ((FIRST,), "2024-05-07T09:15:00+08:00")


@pytest.mark.parametrize(
    ("printed", "source"),
    [("石桥卫视 广西 举报", "石桥卫视"), ("石桥日报 我要评论", "石桥日报"), ("石桥网 大字体", "石桥网"), ("石桥网 ∙ 浪潮视频 >", "石桥网"), ("广西日报", "广西日报")],
)  # fmt: skip
def test_a_source_ends_before_buttons_and_the_province_of_an_account(printed: str, source: str):
    assert read_source(printed) == source


def test_an_outlet_on_a_line_of_its_own_next_to_the_day_is_the_source():
    found = _read(
        f"<h1>{TITLE}</h1><div><b>石桥卫视</b><br><small>2024-05-07 09:15</small></div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    assert found.source == "石桥卫视"


def test_where_an_account_posts_from_is_no_source_and_part_of_the_bar():
    found = _read(
        f"<h1>{TITLE}</h1><div><a href=/s>石桥卫视</a><span>2024年05月07日 09:15:30</span> <span>来自广西壮族自治区</span></div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    assert (found.source, found.published) == ("石桥卫视", "2024-05-07T09:15:30+08:00")


COMMENTS = "".join(
    f"<li><b>蓝志峰</b><span>2024-05-07 12:1{n}</span><p>{OTHER}</p><a href=#>回复</a></li>" for n in (1, 2, 3)
)


@pytest.mark.parametrize("heading", ["精彩评论", "全部评论(3)", "3 条回复 • 2024-05-07 12:10", "评论 3"])
def test_comments_and_what_stands_above_them_are_not_read_for_a_short_article(heading: str):
    card = "<footer>分类目录：<a href=/c>随笔</a></footer><div><h3>韦小满</h3><p>写字，走路，修自行车。</p></div>"
    found = _read(
        f"<main><h1>{TITLE}</h1><div>2024-05-07 09:15　来源：石桥日报</div><div><p>{FIRST}</p><p>{SECOND}</p></div>{card}"
        f"<div><h3>{heading}</h3><ul>{COMMENTS}</ul></div></main>"
    )
    assert (found.paragraphs, found.published) == ((FIRST, SECOND), "2024-05-07T09:15:00+08:00")


def test_a_line_of_editors_below_the_text_is_read_where_more_is_cut():
    found = _read(
        f"<main><h1>{TITLE}</h1><div>2024-05-07 09:15</div><div><p>{FIRST}</p><p>{SECOND}</p></div><div>编辑：韦小满</div>"
        f"<div><h3>网友评论</h3><ul>{COMMENTS}</ul></div></main>"
    )
    assert [author.name for author in found.authors] == ["韦小满"]


def test_a_few_words_beside_one_paragraph_are_of_the_article():
    found = _read(
        f"<ul><li><a href=/1>首页</a></ul><h1>{TITLE}</h1><div class=c><p>{FIRST}{SECOND}</p><p>就是这样</p></div>"
    )
    assert found.paragraphs == (FIRST + SECOND, "就是这样")


@pytest.mark.parametrize(
    ("bar", "author", "published"),
    [
        ("<a href=/people/12>石桥老农</a><p>种地的人</p><button>23 人赞同了该文章</button>", "石桥老农", None),
        ("<a href=/u/12>石桥老农</a><button>关注</button><p><span>58</span><time>2024.05.07 09:15:12</time><span>字数 230</span></p>", "石桥老农", "2024-05-07T09:15:12+08:00"),
        ("<a href=/member/brook>brook</a> · <span>2024-05-07 09:15:12 +08:00</span> · 320 次点击", "brook", "2024-05-07T09:15:12+08:00"),
        ("<span>发布于<time>2024年05月07日</time></span><span class=byline>由<a href=/author/x>韦小满</a></span>", "韦小满", "2024-05-07"),
        ("<span>原创</span> <span>韦小满</span> <a href='javascript:;'>石桥发布</a>", "韦小满", None),
    ],
)  # fmt: skip
def test_who_posts_on_a_platform_is_the_writer(bar: str, author: str, published: str | None):
    found = _read(f"<article><h1>{TITLE}</h1><header>{bar}</header><div><p>{FIRST}</p><p>{SECOND}</p></div></article>")
    assert [name.name for name in found.authors] == [author]
    assert (found.published, found.paragraphs) == (published, (FIRST, SECOND))


def test_the_stamp_at_the_foot_of_a_blog_names_its_writer():
    foot = (
        "posted @ <span>2024-05-07 09:15</span>&nbsp; <a href=/u/>韦小满</a>&nbsp; 阅读(<span>23</span>)&nbsp; 评论(0)"
    )
    found = _read(f"<h1><a href=/p/12.html>{TITLE}</a></h1><div><p>{FIRST}</p><p>{SECOND}</p></div><div>{foot}</div>")
    assert ([author.name for author in found.authors], found.published) == (["韦小满"], "2024-05-07T09:15:00+08:00")


def _post(who: int, floor: str, text: str) -> str:
    return (
        f"<table><tr><td><a href=space-uid-{who}.html>河边{who}号</a><p>积分</p><dl><dt>帖子</dt><dd>12</dd></dl></td><td><strong>{floor}</strong>"
        f"<div class=authi><em>发表于 2024-5-7 09:1{who}:12</em>|<a>只看该作者</a>|<a>倒序浏览</a></div><table><tr><td class=t_f>{text}</td></tr></table>"
        f"<div class=sign>河边{who}号的签名：天道酬勤，一路向前，莫问收获。</div><a>回复</a> <a>举报</a></td></tr></table>"
    )


def test_a_thread_gives_its_first_post_without_profile_signature_and_kind():
    posts = _post(1, "楼主", f"{FIRST}<br>{SECOND}") + _post(2, "沙发", "写得好")
    found = _read(
        f"<h1><a href=/f>[杂谈]</a> <span>{TITLE}</span></h1>{posts}",
        f"{TITLE} - 石桥生活 - 石桥论坛 - Powered by Discuz!",
    )
    assert (found.title, found.paragraphs) == (TITLE, (FIRST, SECOND))
    assert ([author.name for author in found.authors], found.published) == (["河边1号"], "2024-05-07T09:11:12+08:00")


def test_cards_without_a_heading_that_outweigh_a_short_article_are_not_read_for_it():
    found = _read(
        f"<h1>{TITLE}</h1><div>2024-05-07 09:15　来源：石桥日报</div><article><p>{FIRST}</p></article><div>{CARDS}</div>"
    )
    assert found.paragraphs == (FIRST,)


def test_cards_below_an_article_end_it():
    found = _read(
        f"<main><h1>{TITLE}</h1><p>2024-05-07 09:15</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><h4>最新快讯</h4>{CARDS}</main>"
    )
    assert found.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "line", ["韦小满 · 3小时前", "韦小满05-07 09:15", "7 分钟", "音频 04:29", "文｜韦小满 图｜蓝志峰", "文：韦小满 图：蓝志峰 来源：石桥网 时间：2024-05-07"]
)  # fmt: skip
def test_what_says_who_and_how_long_ago_above_the_text_is_none_of_it(line: str):
    found = _read(f"<h1>{TITLE}</h1><div>{line}</div><div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert found.paragraphs == (FIRST, SECOND)


def test_comments_without_a_heading_are_told_by_their_stamps():
    posts = COMMENTS.replace("<b>", "").replace("</b><span>", " ")
    found = _read(
        f"<main><h1>{TITLE}</h1><div>2024-05-07 09:15　来源：石桥日报</div><div><p>{FIRST}</p><p>{SECOND}</p></div><ul>{posts}</ul></main>"
    )
    assert (found.paragraphs, found.published) == ((FIRST, SECOND), "2024-05-07T09:15:00+08:00")


def test_a_number_right_behind_a_clock_is_none_of_it():
    found = _read(
        f"<h1>{TITLE}</h1><div><span>石桥卫视</span><span>2024-05-07 09:15:30</span><span>88万次播放</span></div><p>{FIRST}</p><p>{SECOND}</p>"
    )
    assert found.published == "2024-05-07T09:15:30+08:00"


def test_the_place_behind_a_reporter_of_taiwan_is_no_part_of_the_name():
    found = _read(f"<h1>{TITLE}</h1><p>（中央社記者王明台北7日電）{FIRST}</p><p>{SECOND}</p>")
    assert [author.name for author in found.authors] == ["王明"]


def test_the_last_words_of_a_first_post_are_kept():
    posts = "".join(
        f"<div><div class=m>河边{n}号 2024年5月7日 09:1{n}</div><div class=post><p>{text}</p><p>{last}</p></div></div>"
        for n, text, last in ((1, FIRST + SECOND, "你们那里呢：是不是也这样"), (2, OTHER, "一样"), (3, THIRD, "不一样"))
    )
    assert _read(f"<h1>{TITLE}</h1>{posts}").paragraphs == (FIRST + SECOND, "你们那里呢：是不是也这样")


@pytest.mark.parametrize(
    "notice",
    [
        "更多精彩资讯请在应用市场下载“石桥新闻”客户端。欢迎提供新闻线索，24小时报料热线400-800-0000。",
        "想爆料？请登录《阳光连线》、拨打新闻热线0531-66660000。",
        "【如果您有新闻线索，欢迎向我们报料，一经采纳有费用酬谢。】",
        "本文系石桥网独家稿件，文章内容纯属作者个人观点，不代表平台观点。",
        "此内容为石桥财经原创，著作权归石桥财经所有。",
        "本站原创文章，转载请附上原文出处链接和本声明。",
        "市场有风险，投资需谨慎。本文不构成个人投资建议。",
        "敬请关注石桥网视频号、抖音号",
        "Notice: The content above (including the pictures and videos if any) is posted by a user of a platform.",
    ],
)
def test_what_a_site_prints_below_each_article_is_none_of_it(notice: str):
    found = _read(
        f"<h1>{TITLE}</h1><div>2024-05-07 09:15</div><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{notice}</p></div>"
    )
    assert found.paragraphs == (FIRST, SECOND, THIRD)


def test_text_goes_on_below_links_that_are_not_set_as_it_is():
    link = "<p>更多新闻：</p><p><a href=/9>旧县志上架</a></p>"
    more = "<p>相关阅读：<a href=/8>古茶树挂牌了</a></p>"
    found = _read(f"<h1>{TITLE}</h1><div class=c>{FIRST}{link}{SECOND}<br>{SECOND[:20]}。{more}{THIRD}</div>")
    assert found.paragraphs == (FIRST, SECOND, f"{SECOND[:20]}。", THIRD)


def test_the_contents_of_an_entry_are_no_part_of_it():
    contents = "<h2>目录</h2><ol><li><a href=#1>1 历史</a></li></ol>"
    found = _read(
        f"<div><h1>石桥米粉</h1><p>{FIRST}</p>{contents}<h2>历史<a href=/e>播报</a><a href=/e>编辑</a></h2><p>{SECOND}{THIRD}</p></div>",
        "石桥米粉_百科",
    )
    assert [text for text in found.paragraphs if len(text) > 12] == [FIRST, SECOND + THIRD]
    assert "目录" not in found.text


def test_a_trail_may_begin_with_any_name_that_leads_to_the_first_page():
    found = _read(
        f"<div><a href=/>石桥周刊</a>&gt; <a href=/f>金融</a>&gt; 正文</div><h1>{TITLE}</h1><div>2024-05-07 09:15</div><p>{FIRST}</p><p>{SECOND}</p>"
    )
    assert found.column == "金融"


@pytest.mark.parametrize("lead", ["【石桥网】（记者 韦小满）", "石桥卫视青岭5月7日消息（记者韦小满）"])
def test_a_lead_that_names_its_house_in_brackets_names_its_writer(lead: str):
    found = _read(
        f"<h1>{TITLE}</h1><div>2024-05-07 09:15</div><p>{lead}{FIRST}</p><p>{SECOND}</p><p>责任编辑：蓝志峰</p>"
    )
    assert [author.name for author in found.authors] == ["韦小满"]


def test_the_bar_below_a_sentence_of_summary_is_read():
    found = _read(
        f"<div><h1>{TITLE}</h1><p>一个镇的炉子，一个冬天的煤。</p></div><div><span>韦小满</span> · 2024/05/07 09:15 来源：石桥日报</div><div><p>{FIRST}{SECOND}</p><p>{THIRD}</p></div>"
    )
    assert (found.published, found.source) == ("2024-05-07T09:15:00+08:00", "石桥日报")


def test_a_headline_that_reads_as_prose_does_ends_no_search_for_its_bar():
    title = "石桥镇：三十家米粉店换了新炉子，一个冬天省下两吨煤，店主们说，汤也比从前更清了"
    found = _read(
        f"<main><h1>{title}</h1><p>石桥卫视 2024-05-07 09:15:30 听新闻</p><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></main>",
        f"{title} - 石桥财经",
    )
    assert (found.published, found.source) == ("2024-05-07T09:15:30+08:00", "石桥卫视")


def test_cards_between_a_short_article_and_its_comments_are_not_read_for_it():
    cards = f"<div><h3>精彩推荐</h3>{CARDS}</div><div><h3>评论 3</h3><ul>{COMMENTS}</ul></div>"
    found = _read(
        f"<article><p class=t>{TITLE}</p><p>2024-05-07 09:15 来源：石桥日报</p><div><p>{FIRST}</p><p>{SECOND}</p></div>{cards}</article>"
    )
    assert found.paragraphs == (FIRST, SECOND)
