"""Which character set a page is in, whatever it says of itself."""

import codecs

import pytest

from crawler.reading.page.encoding import decode
from tests.reading.pages import page, prose

TEXT = page(prose())
TRADITIONAL = (
    page(prose()).replace("会议要求", "會議要求，各鄉鎮應當認真辦理，並將結果報縣政府").replace("utf-8", "big5")
)


def labelled(charset: str) -> str:
    return TEXT.replace('charset="utf-8"', f'charset="{charset}"')


def unlabelled(text: str = TEXT) -> str:
    return text.replace('<meta charset="utf-8">', "")


def late(charset: str) -> str:
    """The label stands behind 5,000 bytes of script."""
    script = "<script>" + "var a=1;" * 700 + "</script>"
    return TEXT.replace('<meta charset="utf-8">', f'{script}<meta charset="{charset}">')


def header(charset: str) -> dict[str, str]:
    return {"Content-Type": f"text/html; charset={charset}"}


BROKEN = unlabelled().encode()
BROKEN = BROKEN[: len(BROKEN) // 2] + b"\xe5" + BROKEN[len(BROKEN) // 2 :]
BROKEN_GBK = unlabelled().encode("gb18030")
BROKEN_GBK = BROKEN_GBK[: len(BROKEN_GBK) // 2 + 100] + b"\xff" + BROKEN_GBK[len(BROKEN_GBK) // 2 + 100 :]
BIG5 = "<html><head><title>縣政府公告</title></head><body>" + "本縣將於四月舉行植樹活動，歡迎各界人士報名參加。" * 4

CASES = {
    "GBK called utf-8 in the page": (TEXT.encode("gb18030"), None, "gb18030"),
    "UTF-8 called gb2312 in the page": (labelled("gb2312").encode(), None, "utf-8"),
    "GBK called utf-8 by the server": (labelled("gb2312").encode("gb18030"), header("utf-8"), "gb18030"),
    "UTF-8 called gbk by the server": (TEXT.encode(), header("gbk"), "utf-8"),
    "GBK called iso-8859-1 by the server": (unlabelled().encode("gb18030"), header("ISO-8859-1"), "gb18030"),
    "GBK whose label comes after 5,000 bytes": (late("gb2312").encode("gb18030"), None, "gb18030"),
    "UTF-8 whose label comes after 5,000 bytes": (late("utf-8").encode(), None, "utf-8"),
    "UTF-8 with one broken byte and no label": (BROKEN, None, "utf-8"),
    "UTF-8 with one broken byte called gb2312": (BROKEN, header("gb2312"), "utf-8"),
    "GBK with one broken byte": (BROKEN_GBK, None, "gb18030"),
    "UTF-8 with its mark called gb2312": (codecs.BOM_UTF8 + labelled("gb2312").encode(), None, "utf-8"),
    "UTF-16 with its mark called gb2312": (labelled("gb2312").encode("utf-16"), None, "utf-16-le"),
    "UTF-16 without a mark": (unlabelled().encode("utf-16-be"), None, "utf-16-be"),
    "GB18030 beyond GBK called gb2312": (labelled("gb2312").replace("石桥", "㙍𫭟").encode("gb18030"), None, "gb18030"),
    "ten characters of GBK without a label": ("石桥县春季造林现场会".encode("gb18030"), None, "gb18030"),
    "four characters of UTF-8 without a label": ("石桥公告".encode(), None, "utf-8"),
    "Big5 called big5": (BIG5.replace("<head>", '<head><meta charset="big5">').encode("big5"), None, "big5"),
    "Big5 without a label": (BIG5.encode("big5"), None, "big5"),
    "GBK called big5": (labelled("big5").encode("gb18030"), None, "gb18030"),
    "UTF-8 cut within a character": (unlabelled().encode()[:-1] + "县".encode()[:2], None, "utf-8"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_bytes_decide_and_not_the_label(name):
    body, headers, charset = CASES[name]
    assert decode(body, headers).charset == charset


@pytest.mark.parametrize("name", CASES)
def test_what_was_written_is_what_is_read(name):
    body, headers, charset = CASES[name]
    text = decode(body, headers).text
    assert text.count("\ufffd") <= 1
    if "㙍" in body.decode("gb18030", "ignore"):
        assert "㙍𫭟" in text
    elif "big5" in charset:
        assert "縣將於四月" in text
    elif "characters" not in name:
        assert "召开春季造林现场会" in text


def test_plain_ascii_is_utf_8():
    assert decode(b"<html>nothing Chinese</html>").charset == "utf-8"


def test_an_unknown_label_is_no_obstacle():
    assert decode("石桥县".encode("gb18030"), header("x-unknown")).charset == "gb18030"


TEXT = "县里召开春季造林现场会，部署补植补造和苗木管护工作。"
FOOTER = "版权所有：石桥县人民政府办公室，地址：石桥县青石路十八号。"
GLUED = {
    "a page of UTF-8 with a footer of GBK": f"<p>{TEXT}</p>".encode() * 9 + f"<div>{FOOTER}</div>".encode("gbk"),
    "a page of GBK with a header of UTF-8": f"<div>{FOOTER}</div>".encode() + f"<p>{TEXT}</p>".encode("gbk") * 9,
    "a page of GBK with a footer of UTF-8": f"<p>{TEXT}</p>".encode("gbk") * 9 + f"<div>{FOOTER}</div>".encode(),
    "a page of GBK behind a header with the mark of UTF-8": codecs.BOM_UTF8
    + f"<p>{TEXT}</p><p>{FOOTER}</p>".encode("gbk"),
    "a page of Big5 with a footer of UTF-8": "<p>本縣於四月召開春季造林現場會，部署補植補造工作。</p>".encode("big5")
    * 9
    + f"<p>{TEXT}</p><div>{FOOTER}</div>".encode(),
}


@pytest.mark.parametrize("name", GLUED)
def test_each_file_that_a_template_is_glued_from_is_read_in_its_own_set(name: str):
    text = decode(GLUED[name]).text
    assert TEXT in text
    assert FOOTER in text
    assert "\ufffd" not in text
    assert "Big5" not in name or "本縣於四月召開春季造林現場會" in text


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_blank_of_the_western_set_is_a_blank(charset: str):
    blank = b"\xa0" if charset == "gbk" else b"\xa0\xa0"
    assert decode(f"<p>{TEXT}</p>".encode(charset) * 3 + b"<p>" + blank + b"</p>").text.endswith("</p>")
    assert "\ufffd" not in decode(f"<p>{TEXT}</p>".encode(charset) * 3 + b"<p>" + blank + b"</p>").text


def test_a_byte_that_was_lost_from_a_character_stays_marked():
    broken = TEXT.encode() * 9 + "造".encode()[1:] + TEXT.encode()
    assert "\ufffd" in decode(broken).text
