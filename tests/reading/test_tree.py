"""Markup that is broken as templates break it."""

import random
import re

import pytest

from crawler.reading import read_documents
from crawler.reading.page.tree import parse
from tests.reading.pages import PARAGRAPHS, URL, page, prose
from tests.spinner import Spinner, spin_page

WHOLE = "\n".join(PARAGRAPHS)


def text_of(markup: str) -> str:
    (document,) = read_documents(markup.encode(), URL)
    return document.text


def test_an_early_end_of_the_page_costs_nothing():
    assert text_of(page(prose()).replace('<div class="main">', '</body></html><div class="main">')) == WHOLE


def test_a_second_page_inside_the_page_costs_nothing():
    inner = "<html><head><title>石桥县人民政府</title></head><body>"
    assert text_of(page(prose()).replace('<div class="main">', inner + '<div class="main">')) == WHOLE


def test_a_second_title_does_not_become_the_title():
    (document,) = read_documents(page(prose(), above="<title>石桥县人民政府</title>").encode(), URL)
    assert document.title == "石桥县召开春季造林现场会"


def test_a_table_that_is_never_closed_keeps_its_article():
    markup = page(f"<table><tr><td><table><tr><td>{prose()}").replace("</td></tr></table>", "")
    assert text_of(markup).startswith(WHOLE)


def test_unquoted_attributes_and_stray_tags_are_read_through():
    markup = page(f"<div class=TRS_Editor><style>.TRS_Editor P{{margin:0}}</style>{prose()}</p></font></div>")
    assert text_of(markup) == WHOLE


def test_nul_bytes_are_left_out():
    assert text_of(page(prose()).replace("石桥县召开", "石桥\x00县召开").replace("油茶", "油\x00茶")) == WHOLE


@pytest.mark.parametrize("reference", ["&#5;", "&#0031 ", "&#x8;", "&#X1f;", "&#xFFFE;", "&#65535;"])
def test_a_reference_to_a_sign_that_no_tree_takes_is_left_out_of_spun_pages_too(reference: str):
    markup = spin_page("石桥县召开春季造林现场会", PARAGRAPHS, Spinner(annotated=20), random.Random(5))
    markup = markup.replace("<p>", f"<p>{reference}<a href=/x>{reference}</a>").replace("<h1>", f"<h1>{reference}")
    markup = markup.replace(
        "</head>", f'<meta name="ArticleTitle" content="{reference}石桥县召开春季造林现场会"></head>'
    )
    (document,) = read_documents(markup.encode(), URL)
    assert document.restoration
    assert not re.search("[\x00-\x08\x0e-\x1f\ufffe\uffff]", f"{document.title}{document.text}")


def test_references_to_signs_that_can_be_read_are_kept():
    markup = page(prose()).replace("<p>", "<p>&#9;&#50;&#x31;&#53;&#x5e74;", 1)
    assert text_of(markup).startswith("215年")


def test_an_xml_declaration_is_no_obstacle():
    assert text_of('<?xml version="1.0" encoding="utf-8"?>' + page(prose())) == WHOLE


def test_nothing_and_white_space_are_no_page():
    assert parse("") is None
    assert parse(" \n\t") is None


def test_the_lines_of_a_source_break_no_words():
    assert text_of(page(prose([PARAGRAPHS[0].replace("春季", "春\n   季"), *PARAGRAPHS[1:]]))) == WHOLE


SOUND = "<head><title>石桥县召开春季造林现场会</title></head>"


def lines(body: str) -> tuple[str, ...]:
    (document,) = read_documents(
        f"<html>{SOUND}<body><h1>石桥县召开春季造林现场会</h1>{body}</body></html>".encode(), URL
    )
    return document.paragraphs


def test_a_title_that_is_never_closed_does_not_hold_the_page():
    assert text_of(page(prose()).replace("</title>", "", 1)) == WHOLE


@pytest.mark.parametrize("link", ["<a name=top>", '<a href="#top">', '<a href="javascript:void(0)">'])
def test_a_mark_or_a_button_that_is_never_closed_makes_no_link_of_the_text(link: str):
    assert lines(f"{link}<div>{prose()}</div>") == PARAGRAPHS


def test_what_word_puts_into_a_word_parts_no_line():
    told = PARAGRAPHS[0].replace("春季", "<st1:chsdate>春</st1:chsdate>季<o:p></o:p>")
    assert lines(prose([told, *PARAGRAPHS[1:]])) == PARAGRAPHS


@pytest.mark.parametrize(
    "opening", ['<div style="white-space: pre-wrap">', "<pre>", '<p style="WHITE-SPACE:pre-line">']
)
def test_the_lines_of_the_source_count_where_the_page_says_so(opening: str):
    assert lines(opening + "\n".join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "&amp;nbsp;", "&amp;emsp;"])
def test_signs_without_width_and_blanks_escaped_twice_are_no_text(sign: str):
    assert lines(prose([f"{sign}{text}{sign}" for text in PARAGRAPHS])) == PARAGRAPHS


def test_the_text_for_browsers_without_frames_is_read():
    frames = f"<frameset rows='80,*'><frame src=top.html><frame src=main.html><noframes><body>{prose()}</body></noframes></frameset>"
    (document,) = read_documents(f"<html>{SOUND}{frames}</html>".encode(), URL)
    assert document.paragraphs == PARAGRAPHS


def test_hidden_signs_that_a_forum_sets_into_a_phrase_part_no_paragraph():
    spoilt = [text[:9] + '<span style="display:none">7 x2 k#</span>' + text[9:] for text in PARAGRAPHS]
    assert lines(prose(spoilt)) == PARAGRAPHS


def test_links_that_were_left_open_by_the_thousand_are_no_links_below_the_second():
    root = parse("<body>" + "<div><a href='/x'>春耕" * 1_010)
    assert [link.get("href") for link in root.iter("a")][:3] == ["/x", "/x"]
    assert root.text_content() == "春耕" * 1_010
