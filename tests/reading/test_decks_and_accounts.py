"""Decks that only their place and the text tell, and writers that a page's tags vouch for."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Document

TITLE = "一座新桥连起两岸人家"
TEXTS = (
    "随着最后一车沥青铺完，青石镇的老桥告别了限重三吨的日子，两岸的村民走上新桥，看了又看，舍不得离开。",
    "新桥全长三百二十米，桥面两侧留有人行道，施工队在枯水期抢浇桥墩，把工期缩短了二十天，为村民省下绕路。",
)
BODY = "".join(f"<p>{text}</p>" for text in TEXTS)
BAR = "<div>2024-04-02 09:30　来源：石桥日报</div>"


def _read(page: str) -> Document:
    (found,) = read_documents(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{page}</html>".encode(), "http://a.example/"
    )
    return found


@pytest.mark.parametrize(
    ("above", "below", "decks"),
    [
        ("<p>青石镇老桥告别限重三吨</p>", "", ("青石镇老桥告别限重三吨", None)),
        ("", "<p>枯水期抢浇桥墩 工期缩短二十天</p>", (None, "枯水期抢浇桥墩 工期缩短二十天")),
        ("<p>石桥新闻网与您同行每一天</p>", "<p>大山里的好消息一个接一个</p>", (None, None)),
        ("", "<p class=summary>两岸的村民走上新桥，看了又看</p>", (None, None)),
        ("<p>标签：新桥全长三百二十米</p>", "", (None, None)),
    ],
)
def test_a_line_beside_the_headline_that_the_text_says_again_is_a_deck(
    above: str, below: str, decks: tuple[str | None]
):
    found = _read(f"<title>{TITLE}</title></head><body>{above}<h1>{TITLE}</h1>{below}{BAR}<div>{BODY}</div></body>")
    assert (found.title, (found.kicker, found.subtitle)) == (TITLE, decks)


@pytest.mark.parametrize(
    "decks", [("老桥限重", "百年渡口从此停航"), (None, "百年渡口从此停航"), ("渡口百年的守候", None)]
)
def test_cells_set_alike_around_the_headline_hold_the_decks(decks: tuple[str | None, str | None]):
    kicker, subtitle = decks
    rows = f"<tr><td class=f2>{kicker or ''}<tr><td class=f1>{TITLE}<tr><td class=f2>{subtitle or ''}"
    found = _read(f"<title>{TITLE}</title></head><body><table>{rows}</table>{BAR}<div>{BODY}</div></body>")
    assert (found.kicker, found.subtitle) == (kicker if kicker and len(kicker) > 5 else None, subtitle)


META = "<title>{0}</title><meta name=author content='{1}'></head><body><h1>{0}</h1>{2}<div>{3}</div></body>"


@pytest.mark.parametrize(
    ("bar", "authors"),
    [
        ("<div>老石 · 2024年4月2日 · 约 1200 字</div>", ["老石"]),
        ("<div><span>老石</span><span>石桥人家</span><em>2024-04-02 09:30</em></div>", ["老石"]),
        ("<div>2024-04-02 发布机构： 老石</div>", []),
        ("<div>2024年4月2日</div>", []),
    ],
)
def test_a_writer_in_the_tags_of_a_page_is_one_if_a_field_names_him_too(bar: str, authors: list[str]):
    found = _read(META.format(TITLE, "老石", bar, BODY))
    assert [author.name for author in found.authors] == authors


def test_an_account_under_which_a_writer_posts_is_the_source():
    bar = "<div><span>老石</span> <span class=meta_nickname><a>石桥人家</a></span> <em>2024-04-02 09:30</em></div>"
    found = _read(META.format(TITLE, "老石", bar, BODY))
    assert (found.source, [author.name for author in found.authors]) == ("石桥人家", ["老石"])


def test_a_paper_has_the_writers_that_its_tags_name():
    tags = "".join(f"<meta name=citation_author content='{name}'>" for name in ("韦小满", "农春", "Wei Xiaoman"))
    found = _read(
        f"<title>{TITLE}</title>{tags}</head><body><h1>{TITLE}</h1><ul><li>韦小满1</ul>{BAR}<div>{BODY}</div></body>"
    )
    assert [author.name for author in found.authors] == ["韦小满", "农春"]


def test_what_the_tests_of_a_program_call_the_writer_is_he():
    named = "<p data-testid=author-name>园艺小石</p><div><span>2024-04-02 19:30</span><span>河南</span></div>"
    found = _read(f"<title>{TITLE}</title></head><body><div>{TITLE}</div>{named}<div>{BODY}</div></body>")
    assert [author.name for author in found.authors] == ["园艺小石"]


@pytest.mark.parametrize("line", ["韦小满1，农春2", "韦小满1,2,*，农春2", "韦小满① 农春②"])
def test_the_writers_of_a_paper_have_the_numbers_of_notes_behind_their_names(line: str):
    found = _read(
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><h3 class=author>{line}</h3><div>{BODY}</div></body>"
    )
    assert [author.name for author in found.authors] == ["韦小满", "农春"]


@pytest.mark.parametrize(
    "line",
    [
        "本文内容通过AI工具匹配关键字智能整合而成，仅供参考，如有问题请联系客服处理。",
        "（部分内容由AI辅助生成）",
        "立即注册",
    ],
)
def test_what_made_a_text_and_what_to_buy_is_not_told_in_it(line: str):
    page = f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BAR}<div>{BODY}<p>{line}</p></div></body>"
    assert _read(page).paragraphs == TEXTS


def test_a_text_about_what_machines_write_is_read_whole():
    told = "本文由AI生成的部分不足一成，村民老石说，其余都是他一个字一个字敲进去的，敲了整整三个冬天。"
    page = f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BAR}<div>{BODY}<p>{told}</p></div></body>"
    assert _read(page).paragraphs == (*TEXTS, told)


@pytest.mark.parametrize(
    ("above", "kicker"),
    [
        ("<p class=a>交通先行添活力</p>", "交通先行添活力"),
        ("<p class=a>政务公开工作动态</p>", None),
        ("<h4>石桥人家</h4>", None),
    ],
)
def test_a_line_alone_with_the_headline_in_its_box_is_a_kicker(above: str, kicker: str | None):
    found = _read(
        f"<title>{TITLE} - 石桥新闻网</title></head><body><div>{above}<p class=b>{TITLE}</p></div>{BAR}<div>{BODY}</div></body>"
    )
    assert (found.title, found.kicker) == (TITLE, kicker)
