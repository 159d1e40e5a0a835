"""Whole pages of a kiosk: stories, joins, headlines, writers and pictures told apart, nothing of what stands around."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.kiosk import Kiosk
from tests.reading.kiosk_score import Score, score_sheet

_PAGES = 24


def _total(kind: str) -> Score:
    total = Score()
    for seed in range(_PAGES):
        total.add(score_sheet(Kiosk(seed).page(kind)))
    return total


@pytest.mark.parametrize("kind", ["article", "photos"])
def test_an_article_of_a_kiosk_stays_whole_with_its_captions_apart(kind: str):
    total = _total(kind)
    assert (total.found, total.surplus, total.leaked) == (_PAGES, 0, 0), total.line()
    assert total.titled == total.signed == _PAGES, total.line()
    assert total.captions >= 0.97 * total.pictured, total.line()


_HEAD = "<html><head><meta charset=utf-8><title>一座新桥连起两岸人家</title></head><body><h1>一座新桥连起两岸人家</h1>"
_TEXT = "<p>随着最后一车沥青铺完，青石镇的老桥终于告别了限重的日子，两岸的村民都走上新桥，看了又看。{0}</p>"
_MORE = "<p>新桥全长三百余米，桥面两侧留有人行道，施工队在枯水期抢浇桥墩，把工期缩短了二十天。</p>"


def _read(body: str):
    return read_documents((_HEAD + body + "</body></html>").encode(), "http://www.qingshi.gov.cn/a.html")[0]


def test_a_byline_behind_a_mark_in_the_first_line_names_the_writers():
    body = "<p>□本报记者 韦小满 农春 随着最后一车沥青铺完，青石镇的老桥告别了限重的日子。</p>"
    assert [author.name for author in _read(body + _MORE).authors] == ["韦小满", "农春"]


@pytest.mark.parametrize(
    "byline",
    ["记者 韦小满 农春 文/图", "本报记者　韦小满　农春　文/摄"],
)
def test_who_wrote_and_pictured_a_report_is_read_below_its_headline(byline: str):
    found = _read(f"<p>{byline}</p>" + _TEXT.format("") + _MORE)
    assert [author.name for author in found.authors] == ["韦小满", "农春"]


def test_a_photographer_is_not_the_author_where_a_writer_is_named():
    picture = "<p align=center><img src=/a.jpg></p><p align=center>两岸村民走上新桥。（通讯员 蓝志峰 摄）</p>"
    assert [a.name for a in _read(picture + _TEXT.format("") + _MORE + "<p>（韦小满）</p>").authors] == ["韦小满"]
    assert [a.name for a in _read(picture + _TEXT.format("") + _MORE).authors] == ["蓝志峰"]


def test_the_writer_in_the_last_paragraph_is_read_above_the_pictures():
    pictures = "".join(f"<p align=center><img src=/{n}.jpg></p><p align=center>新桥夜景之{n}。</p>" for n in range(6))
    assert [a.name for a in _read(_MORE + _TEXT.format("（青石融媒 韦小满）") + pictures).authors] == ["韦小满"]


@pytest.mark.parametrize(
    "caption",
    [
        "<p>两岸村民走上新桥。</p>",
        "<center>两岸村民走上新桥</center>",
        "<p>图①：两岸村民走上新桥。</p>",
        "<p align=center>两岸村民走上新桥（文雪婷/摄）</p>",
        "<p align=center>▲两岸村民走上新桥。蓝志峰摄</p>",
    ],
)
def test_what_stands_right_below_a_picture_is_its_caption(caption: str):
    found = _read(_TEXT.format("") + "<p align=center><img src=/a.jpg></p>" + caption + _MORE)
    assert len(found.paragraphs) == 2
    assert "两岸村民走上新桥" in found.captions[0]


def test_a_last_paragraph_below_a_picture_that_names_who_wrote_it_is_text():
    end = "<p>据统计，今年以来通过的车辆增加了三成。（通讯员 韦小满 文/图）</p>"
    assert len(_read(_TEXT.format("") + "<p><img src=/a.jpg></p>" + end).paragraphs) == 2


def test_pictures_below_an_article_of_one_paragraph_are_its_own():
    pictures = "<p align=center><img src=/a.jpg></p><p align=center>工人在桥面摊铺沥青。（蓝志峰 摄）</p>"
    found = _read("<div>" + _TEXT.format("") + pictures + "</div>")
    assert found.captions == ("工人在桥面摊铺沥青。",)
    assert len(found.images) == 1


def test_the_source_ends_where_the_next_field_begins_without_a_blank():
    bar = "<p><span>来源：青石日报</span><span>更新时间：2024-04-26 04:11</span></p>"
    assert _read(bar + _TEXT.format("") + _MORE).source == "青石日报"


@pytest.mark.parametrize(
    ("kind", "found", "surplus"),
    [("digest", 0.95, 0.02), ("briefs", 0.94, 0.03), ("paper", 0.92, 0.07)],
)
def test_the_stories_of_a_kiosk_s_page_are_told_apart(kind: str, found: float, surplus: float):
    total = _total(kind)
    assert total.found >= found * total.wanted, total.line()
    assert total.surplus <= surplus * total.wanted, total.line()
    assert total.joined >= 0.92 * total.seams, total.line()
    assert min(total.titled, total.signed) >= 0.95 * total.found, total.line()
    assert total.captions >= 0.93 * total.pictured, total.line()
    assert total.leaked == 0, total.line()


def test_most_stories_that_name_nobody_are_told_apart_from_those_above():
    total = _total("unsigned")
    assert total.found >= 0.68 * total.wanted, total.line()
    assert total.surplus <= 0.25 * total.wanted, total.line()


_BRIDGE = "随着最后一车沥青铺完，青石镇的老桥告别了限重的日子，两岸的村民走上新桥看了又看。"
_RICE = "谷雨刚过，白马乡的水田里机声隆隆，插秧机一趟来回就是六行新绿，农户忙着补苗。"
_GAME = "没有门票也没有明星，上塘村的球场却挤进了八百名观众，决赛打了两个加时才分出胜负。"
_ITEMS = {"新桥通车两岸笑": _BRIDGE, "白马乡开机插秧": _RICE, "球场夜夜沸腾": _GAME}


def _stories(page_title: str, body: str) -> list[str | None]:
    page = f"<html><head><meta charset=utf-8><title>{page_title}</title></head><body><h1>{page_title}</h1>{body}</body></html>"
    return [document.title for document in read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")]


@pytest.mark.parametrize(
    "item",
    [
        "<p><b>{0}</b>　{1}</p>",
        "<p>●<strong>{0}</strong>　{1}</p>",
        '<p><span style="font-weight:bold">{0}。</span>{1}</p>',
        "<p><font color=red>【{0}】</font>{1}</p>",
        "<p>【{0}】</p><p>{1}</p>",
        "<h3>{0}</h3><p>{1}</p>",
        '<p><span style="font-weight: 700">{0}</span></p><p>{1}</p>',
        "<p>▲{0}</p><p>近日，{1}</p>",
        "<p>★{0}</p><p>近日，{1}</p>",
    ],
)
def test_items_of_a_digest_are_told_apart_by_how_their_headlines_are_set(item: str):
    body = "".join(item.format(title, text) for title, text in _ITEMS.items())
    assert _stories("青石县一周要闻", f"<div>{body}</div>") == list(_ITEMS)


def test_a_headline_in_two_halves_runs_into_the_text_of_its_item():
    items = {"以诚招商 以情留商": _BRIDGE, **_ITEMS}
    body = "".join(f"<p>■{title}　近日，{text}</p>" for title, text in items.items())
    assert _stories("青石县一周要闻", f"<div>{body}</div>") == list(items)


def test_the_bold_line_of_several_is_the_headline():
    body = "".join(
        f"<p><b>{title}</b></p><p>县水利局多措并举解民忧</p><p>本报讯（记者 韦小满）{text}</p>"
        for title, text in _ITEMS.items()
    )
    assert _stories("青石日报 第02版：综合新闻", f"<div>{body}</div>") == list(_ITEMS)


@pytest.mark.parametrize(
    "line",
    [
        *("2024-04-02 10:20:30", "零售每份1.00元", "本报地址：青石县解放路18号　邮编：545100", "最新消息", "A03 综合"),
        *(
            "青石日报社出版　总第3812期　今日4版",
            "版权所有　未经许可不得转载",
            "本报法律顾问：韦正律师",
            "综合消息",
            "热点",
        ),
    ],
)
def test_what_a_paper_prints_between_stories_is_of_none(line: str):
    body = "".join(
        f"<p>{line}</p><p>{title}</p><p>本报讯（记者 韦小满）{text}</p><p>{text}</p>" for title, text in _ITEMS.items()
    )
    page = f"<html><head><meta charset=utf-8><title>第02版</title></head><body><div>{body}</div></body></html>"
    documents = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")
    assert [document.title for document in documents] == list(_ITEMS)
    assert not [d for d in documents if line in d.text or d.kicker or d.subtitle]


def test_the_headline_of_the_first_story_is_no_title_of_its_page():
    body = "".join(
        f"<h3>{title}</h3><p>——青石镇见闻</p><p>本报记者 韦小满</p><p>{text}</p>" for title, text in _ITEMS.items()
    )
    assert _stories("2024年4月2日 第01版 要闻", f"<div>{body}</div>") == list(_ITEMS)


def test_a_picture_below_a_closing_byline_does_not_run_two_stories_together():
    body = "".join(
        f"<p>{title}</p><p>{text}</p><p>（记者 韦小满）</p><p align=center><img src=/a.jpg></p><p align=center>青石镇一景</p>"
        for title, text in _ITEMS.items()
    )
    assert _stories("青石日报 第02版", f"<div>{body}</div>") == list(_ITEMS)


def test_a_trail_of_columns_that_is_set_as_a_list_ends_no_head():
    bar = "<p>1. 首页>新闻>正文</p><p>一座新桥连起两岸人家</p><p>发布时间：2024-04-02　作者：韦小满　来源：青石日报</p>"
    page = f"<html><head><meta charset=utf-8><title>一座新桥连起两岸人家</title></head><body><div>{bar}{_TEXT.format('')}{_MORE}</div></body></html>"
    found = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")[0]
    assert (found.source, [author.name for author in found.authors]) == ("青石日报", ["韦小满"])


@pytest.mark.parametrize(
    "columns",
    [
        '<div class="lan0">{0}</div><div class="lan1">{1}</div>',
        "<table><tr><td valign=top>{0}<td valign=top>{1}</table>",
    ],
)
def test_the_last_column_of_a_page_is_read_however_little_it_holds(columns: str):
    first = "".join(f"<p>{title}</p><p>本报讯（记者 韦小满）{text}{text}</p>" for title, text in _ITEMS.items())
    cut, rest = (
        f"<p>{_GAME}球场边的小吃摊一晚能卖三百多元，队长白天在砖厂上",
        "班，下班就赶来训练，家里人也都说这样好。</p>",
    )
    body = columns.format(first + cut + "</p>", "<p>" + rest)
    page = f"<html><head><meta charset=utf-8><title>第02版</title></head><body><div>{body}</div></body></html>"
    text = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")[-1].text
    assert text.endswith("队长白天在砖厂上班，下班就赶来训练，家里人也都说这样好。")


def test_a_kicker_in_the_headline_s_own_heading_is_told_apart():
    page = f"<html><head><meta charset=utf-8><title>一座新桥连起两岸人家_青石新闻网</title></head><body><h1>青石镇推进民生工程<br>一座新桥连起两岸人家</h1><div>来源：青石日报 2024-04-02</div><div>{_TEXT.format('')}{_MORE}</div></body></html>"
    found = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")[0]
    assert (found.kicker, found.title) == ("青石镇推进民生工程", "一座新桥连起两岸人家")


def test_the_subtitle_and_the_byline_inside_the_marked_body_are_no_paragraphs():
    head = "<tr><td>一座新桥连起两岸人家</td></tr><tr><td>——青石镇见闻</td></tr><tr><td>本报记者 韦小满</td></tr>"
    page = f"<html><head><meta charset=utf-8><title>一座新桥连起两岸人家</title></head><body><div id=ozoom><table>{head}</table>{_TEXT.format('')}{_MORE}</div></body></html>"
    found = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")[0]
    assert (found.subtitle, len(found.paragraphs)) == ("——青石镇见闻", 2)


@pytest.mark.parametrize(
    "heads",
    [
        "<h3>{0}</h3><p>——青石镇见闻</p>",
        "<p>县水利局念好实字诀</p><h3>{0}</h3>",
        "<p>县水利局念好实字诀</p><p>{0}</p><p>全县已有九个乡镇推广</p>",
    ],
)
def test_a_story_that_names_nobody_is_told_apart_by_its_decks(heads: str):
    first, *others = _ITEMS.items()
    body = f"<h3>{first[0]}</h3><p>本报讯（记者 韦小满）{first[1]}</p><p>{first[1]}</p>"
    body += "".join(heads.format(title) + f"<p>{text}</p>" for title, text in others)
    body += f"<h3>古窑重新点燃</h3><p>本报讯（记者 农春）{_MORE}</p>"
    assert len(_stories("2024年4月2日 第A03版", f"<div>{body}</div>")) == 4


def test_a_story_below_a_line_of_rights_has_a_heading_as_those_above_have():
    body = "".join(f"<h2>{title}</h2><p>{text}{text}</p><p>{text}</p>" for title, text in list(_ITEMS.items())[:2])
    body = body.replace("<p>", "<p>本报讯（记者 韦小满）", 1) + "<p>版权所有　未经许可不得转载</p>"
    body += f"<h2>球场夜夜沸腾</h2><p>{_GAME}</p><p>队长白天在砖厂上班，下班就赶来训练，风雨无阻。</p>"
    page = f"<html><head><meta charset=utf-8><title>第02版</title></head><body><div>{body}</div></body></html>"
    assert "队长白天在砖厂上班" in read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")[-1].text


def test_the_caption_of_a_picture_is_the_text_where_nothing_else_is_said():
    caption = "4月1日，两岸村民走上新桥，看了又看，笑声不断。（通讯员 蓝志峰 摄）"
    found = _read(f"<p align=center><img src=/a.jpg></p><p>{caption}</p>")
    assert (found.paragraphs, [author.name for author in found.authors]) == ((caption,), ["蓝志峰"])


def test_a_way_to_more_of_an_item_is_no_text():
    body = "".join(f"<h3>{title}</h3><p>{text}</p><p><a href=/1>查看详情>></a></p>" for title, text in _ITEMS.items())
    page = f"<html><head><meta charset=utf-8><title>一周要闻</title></head><body><h1>一周要闻</h1><div>{body}</div></body></html>"
    found = read_documents(page.encode(), "http://www.qingshi.gov.cn/a.html")
    assert [document.paragraphs for document in found] == [(text,) for text in _ITEMS.values()]
