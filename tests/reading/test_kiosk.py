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
