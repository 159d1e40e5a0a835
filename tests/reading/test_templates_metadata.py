"""What pages of many systems say of their articles is read, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Document
from tests.reading.pages import PARAGRAPHS, prose
from tests.reading.templates_metadata import (
    ADDRESSES,
    BARS,
    FEET,
    HEADS,
    INDEXES,
    NAMELESS,
    PEOPLE,
    POSTERS,
    SITE,
    SITES,
    SOURCES_OF_TAGS,
    TITLE,
    TITLES,
    TRAILS,
    WRITTEN,
    article,
    meta,
)


def read(markup: str, url: str = "http://www.shiqiao.example/a/1.html") -> Document:
    (document,) = read_documents(markup.encode(), url)
    return document


def named(document: Document) -> tuple[tuple[str, str | None], ...]:
    return tuple((author.name, author.role) for author in document.authors)


@pytest.mark.parametrize("bar", BARS)
def test_a_bar_says_source_and_date_in_any_wording(bar: str):
    document = read(article(bar))
    assert (document.source, document.published) == BARS[bar]


@pytest.mark.parametrize("bar", WRITTEN)
def test_what_a_script_writes_into_the_bar_is_read(bar: str):
    document = read(article(bar))
    assert (document.source, document.published) == WRITTEN[bar]


@pytest.mark.parametrize("head", HEADS)
def test_an_unprinted_date_is_read_from_the_head_unless_it_is_when_the_page_was_built(head: str):
    assert read(article("&nbsp;", head=head)).published == HEADS[head]


@pytest.mark.parametrize("value", SOURCES_OF_TAGS)
def test_a_tag_names_a_source_without_its_dirt(value: str):
    assert read(article("2025-04-09", head=meta(ContentSource=value))).source == SOURCES_OF_TAGS[value]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_dates_an_article_by_its_folders(url: str):
    assert read(article("&nbsp;"), url).published == ADDRESSES[url]


@pytest.mark.parametrize("name", INDEXES)
def test_an_index_names_office_and_day_of_publication(name: str):
    index, wanted = INDEXES[name]
    document = read(article(index))
    assert (document.source, document.published) == wanted


def test_the_head_of_a_list_of_documents_is_no_index_of_one():
    table = (
        "<table><tr><td>名称</td><td>索引号</td><td>发布机构</td><td>发布日期</td></tr>"
        "<tr><td>关于春耕的通知</td><td>x/2025-7</td><td>县农业局</td><td>2025-03-01</td></tr></table>"
    )
    document = read(article("&nbsp;", below=table))
    assert (document.source, document.published) == (None, None)


@pytest.mark.parametrize("trail", TRAILS)
def test_a_trail_names_its_last_column_whatever_parts_its_steps(trail: str):
    document = read(article(trail=f"<div>{trail}</div>"))
    assert document.column == TRAILS[trail]
    assert document.title == TITLE


@pytest.mark.parametrize("name", TITLES)
def test_a_headline_is_told_from_what_is_printed_with_it(name: str):
    title, heading, wanted = TITLES[name]
    document = read(article(title=title, heading=heading))
    assert (document.title, document.kicker, document.subtitle) == wanted


def test_a_document_without_a_headline_is_called_as_its_index_calls_it():
    index = f"<table><tr><td>标题：</td><td>{TITLE}</td></tr><tr><td>发布时间：</td><td>2025-04-09</td></tr></table>"
    assert read(article(index, title="石桥县人民政府", heading="")).title == TITLE


@pytest.mark.parametrize("title", SITES)
def test_a_site_is_named_by_the_titles_of_its_pages(title: str):
    assert read(article(title=title)).site_name == SITES[title]


@pytest.mark.parametrize("name", NAMELESS)
def test_a_site_that_neither_title_nor_tag_names_is_named_by_its_banner_or_its_keepers(name: str):
    above, below, wanted = NAMELESS[name]
    page = f"<html><head><title>{TITLE}</title></head><body>{above}<h1>{TITLE}</h1>{prose()}<div>{below}</div></body></html>"
    assert read(page).site_name == wanted


@pytest.mark.parametrize("value", ["信息公开专栏", "www.shiqiao.example", "网站", "SiteName"])
def test_a_tag_that_was_never_filled_in_names_no_site(value: str):
    page = article(title=TITLE, head=meta(SiteName=value), below="<p>主办：石桥县人民政府</p>")
    assert read(page).site_name == "石桥县人民政府"


@pytest.mark.parametrize("bar", PEOPLE)
def test_the_people_of_a_bar_are_read_with_their_roles(bar: str):
    document = read(article(bar))
    assert named(document) == PEOPLE[bar]
    assert (document.published or "").startswith("2025-04-09")


@pytest.mark.parametrize("stamp", POSTERS | FEET)
def test_an_entry_is_by_whom_its_stamp_names(stamp: str):
    markup = article(stamp) if stamp in POSTERS else article("&nbsp;", below=f"<div>{stamp}</div>")
    document = read(markup.replace(f"_部门动态_{SITE}", " - 石桥论坛"))
    assert document.published == "2005-05-07T09:15:00+08:00"
    assert [author.name for author in document.authors] == [(POSTERS | FEET)[stamp]]


def test_a_blogger_is_named_by_the_title_of_the_page():
    for title in (f"{TITLE}_青石老农_新浪博客", f"{TITLE} - 青石老农的日志 - 网易博客"):
        assert named(read(article("2025-04-09 10:32", title=title))) == (("青石老农", None),)


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        ("<div>作者：韦小满　责任编辑：黄采薇</div>", (("韦小满", "作者"),)),
        ("<div>[责任编辑：黄采薇]</div>", (("黄采薇", "责任编辑"),)),
        ("<div>一审：黄采薇　二审：覃立春　三审：农春</div>", ()),
    ],
)
def test_people_below_the_text_are_named_where_nobody_else_is(below: str, wanted: tuple[tuple[str, str | None], ...]):
    assert named(read(article(below=below))) == wanted


def test_a_reporter_of_taiwan_is_named_in_the_bracket_that_opens_the_story():
    for opening in ("〔記者韋小滿／石橋報導〕", "【記者韋小滿石橋報導】", "（中央社記者韋小滿石橋7日電）"):
        body = prose([opening + PARAGRAPHS[0], *PARAGRAPHS[1:]])
        assert named(read(article(body=body))) == (("韋小滿", "記者"),)


def test_a_readers_stamp_below_the_text_dates_no_article():
    assert read(article("&nbsp;", below="<div>网友 韦小满 2025-05-09 10:00 说得好</div>")).published is None


def test_a_press_release_of_hong_kong_is_dated_below_its_end():
    body = prose([*PARAGRAPHS, "完", "２０２５年４月９日（星期三）", "香港時間１０時３２分"])
    assert read(article("&nbsp;", body=body)).published == "2025-04-09T10:32:00+08:00"


def test_a_signature_below_the_text_dates_no_article():
    assert read(article("&nbsp;", body=prose([*PARAGRAPHS, "石桥县水利局", "2025年4月9日"]))).published is None


def test_a_short_notice_is_dated_by_its_bar_and_not_by_its_signature():
    notice = "<p>因检修，4月10日城北停水。</p><p>石桥县自来水公司</p><p>2025年4月8日</p>"
    assert read(article("&nbsp;", body=notice)).published is None
    assert read(article("2025-04-09 10:32", body=notice)).published == "2025-04-09T10:32:00+08:00"
    dated = article("&nbsp;", body=f"{notice}<p>发布时间：2025-04-09 10:32</p>")
    assert read(dated).published == "2025-04-09T10:32:00+08:00"


def test_a_day_in_a_headline_dates_no_article():
    heading = "<h1>青石岭水情2025年4月9日</h1>"
    for bar, published in (("来源：石桥县融媒体中心　2025-04-09 20:00", "2025-04-09T20:00:00+08:00"), ("&nbsp;", None)):
        page = article(bar, title="青石岭水情2025年4月9日_石桥融媒", heading=heading, body="<p><img src='1.jpg'></p>")
        assert read(page).published == published


def test_the_author_of_a_governments_tags_is_the_articles():
    tags = meta(ArticleTitle=TITLE, Author="韦小满")
    assert named(read(article(head=tags))) == (("韦小满", "作者"),)
    assert named(read(article(head=meta(Author="韦小满")))) == ()


def test_whoever_signs_a_text_wrote_it_and_not_whom_its_tags_name():
    signed = (
        "<p>青石岭黄花采摘节昨日开幕，二十个家庭领取了体验证书。</p><p>全乡现有黄花两万亩，年产值三亿元。（蓝志峰）</p>"
    )
    tags = meta(ArticleTitle=TITLE, Author="韦小满")
    assert [author.name for author in read(article(head=tags, body=signed)).authors] == ["蓝志峰"]
    assert named(read(article(head=tags + meta(publishedtype="1")))) == ()


def test_tags_that_name_their_fields_say_nothing():
    assert read(article(head=meta(SiteName="网站名称", ArticleTitle="文章标题"))).title == TITLE
    assert read(article(head=meta(SiteName="网站名称"))).site_name == "石桥县人民政府"
