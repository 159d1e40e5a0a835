"""Pictures of an article and what they show."""

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Image
from tests.reading.pages import PARAGRAPHS, URL, page, prose

FOLDER = "http://www.shiqiao.gov.cn/xwzx/bdyw/202504/"
PICTURE = '<p style="text-align:center"><img src="./W1.jpg"></p>'


def read(body: str, **parts: str):
    (document,) = read_documents(page(body, **parts).encode(), URL)
    return document


def test_a_caption_with_its_photographer_is_not_text():
    document = read(
        prose(PARAGRAPHS[:1]) + PICTURE + "<p>护林员在青石岭上栽种油茶。（韦小满 摄）</p>" + prose(PARAGRAPHS[1:])
    )
    assert document.paragraphs == PARAGRAPHS
    assert document.captions == ("护林员在青石岭上栽种油茶。",)
    assert document.images == (Image(FOLDER + "W1.jpg", "护林员在青石岭上栽种油茶。", "韦小满 摄"),)


def test_a_short_centred_sentence_below_a_picture_is_its_caption():
    document = read(PICTURE + '<p align="center">护林员在山上栽种油茶。</p>' + prose())
    assert document.captions == ("护林员在山上栽种油茶。",)


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/images/icon_doc.gif">',
        '<img src="/a.jpg" width="16" height="16">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="http://[/a.jpg">',
        '<img src="/images/ewm.png">',
        "<img>",
    ],
)
def test_ornaments_are_no_pictures_of_the_article(image):
    assert read(prose() + f"<p>{image}</p>").images == ()


def test_a_lazy_picture_is_found_under_its_own_address():
    document = read('<p><img src="/loading.gif" data-original="W2.jpg"></p>' + prose())
    assert [image.url for image in document.images] == [FOLDER + "W2.jpg"]


def test_addresses_are_relative_to_the_base_of_the_page():
    document = read('<p><img src="W3.jpg"></p>' + prose(), head='<base href="http://img.shiqiao.gov.cn/p/">')
    assert [image.url for image in document.images] == ["http://img.shiqiao.gov.cn/p/W3.jpg"]


def test_a_picture_that_stands_twice_is_listed_once():
    assert len(read(PICTURE + prose() + PICTURE).images) == 1


CENTRED = '<p style="text-align: center">{}</p>'


@pytest.mark.parametrize("caption", ["护林员在山上栽种油茶", "图1 护林员在山上栽种油茶", "造林现场"])
def test_a_short_line_centred_below_a_picture_is_its_caption(caption: str):
    document = read(prose(PARAGRAPHS[:1]) + PICTURE + CENTRED.format(caption) + prose(PARAGRAPHS[1:]))
    assert (document.captions, document.paragraphs) == ((caption,), PARAGRAPHS)


@pytest.mark.parametrize("line", ["第二章 附则", "一、检查时间", "石桥县林业局", "现将名单公布如下："])
def test_a_heading_or_an_office_centred_below_a_picture_is_text(line: str):
    document = read(prose(PARAGRAPHS[:1]) + PICTURE + CENTRED.format(line) + prose(PARAGRAPHS[1:]))
    assert document.paragraphs == (PARAGRAPHS[0], line, *PARAGRAPHS[1:])


def test_a_picture_for_several_screens_is_found():
    document = read('<p><img srcset="W4.jpg 1x, W5.jpg 2x"></p>' + prose())
    assert [image.url for image in document.images] == [FOLDER + "W4.jpg"]


def test_a_name_behind_a_caption_is_its_photographers():
    document = read(prose() + PICTURE + '<p align="center">藕农在田间栽种莲藕（蓝志峰 摄）</p>')
    assert document.captions == ("藕农在田间栽种莲藕",)
    assert (document.images[0].caption, document.images[0].credit) == ("藕农在田间栽种莲藕", "蓝志峰 摄")


def test_a_caption_may_stand_above_its_picture_and_point_to_it():
    assert read(prose() + "<p>▼藕农在田间栽种莲藕</p>" + PICTURE).captions == ("藕农在田间栽种莲藕",)


@pytest.mark.parametrize("step", ["出锅时撒上一把葱花即可。", "最后淋上半勺香油。"])
def test_a_step_of_a_recipe_is_no_caption_of_the_picture_that_ends_the_step_before(step: str):
    steps = "".join(f'<li><p>{said}</p><img src="./W1.jpg"></li>' for said in (*PARAGRAPHS, step))
    document = read(f"<ol>{steps}</ol>")
    assert (document.paragraphs, document.captions) == ((*PARAGRAPHS, step), ())


def test_a_paragraph_in_a_table_of_its_own_behind_a_dot_is_no_caption():
    row = '<table width="100%"><tr><td width="20"><img src="d.gif"></td><td>{}</td></tr></table><script>a()</script>'
    told = (*PARAGRAPHS, "".join(PARAGRAPHS))
    document = read("".join(map(row.format, told)))
    assert (document.paragraphs, document.captions) == (told, ())
