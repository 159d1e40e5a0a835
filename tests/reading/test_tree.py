"""Markup that is broken as templates break it."""

from crawler.reading import read_documents
from crawler.reading.page.tree import parse
from tests.reading.pages import PARAGRAPHS, URL, page, prose

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


def test_an_xml_declaration_is_no_obstacle():
    assert text_of('<?xml version="1.0" encoding="utf-8"?>' + page(prose())) == WHOLE


def test_nothing_and_white_space_are_no_page():
    assert parse("") is None
    assert parse(" \n\t") is None


def test_the_lines_of_a_source_break_no_words():
    assert text_of(page(prose([PARAGRAPHS[0].replace("春季", "春\n   季"), *PARAGRAPHS[1:]]))) == WHOLE
