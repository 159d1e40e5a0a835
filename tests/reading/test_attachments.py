"""Files that articles link to, and the text of those that hold one."""

import io
import re
import zipfile

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from crawler.errors import UnreadablePage
from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, URL, page, prose

FOLDER = "http://www.shiqiao.gov.cn/xwzx/bdyw/202504/"


def links(markup: str) -> dict[str, str]:
    (document,) = read_documents(markup.encode(), URL)
    return {attachment.url: attachment.title for attachment in document.attachments}


@pytest.mark.parametrize(
    ("link", "url", "title"),
    [
        ('<a href="./P02025.doc">附件：拟聘用人员名单.doc</a>', FOLDER + "P02025.doc", "附件：拟聘用人员名单.doc"),
        ('<a href="/u/a.PDF?v=1">报名表</a>', "http://www.shiqiao.gov.cn/u/a.PDF?v=1", "报名表"),
        (
            '<a href="/download.jsp?attachid=3">附件1：名单</a>',
            "http://www.shiqiao.gov.cn/download.jsp?attachid=3",
            "附件1：名单",
        ),
        ('<a href="down?file=x.xlsx">表格</a>', FOLDER + "down?file=x.xlsx", "表格"),
    ],
)
def test_a_file_keeps_the_title_of_its_link(link, url, title):
    assert links(page(prose() + f"<p>{link}</p>")) == {url: title}


def test_files_below_the_body_are_found_and_pages_are_no_files():
    below = (
        '<div class="fj"><p>附件：</p><p><a href="/f/1.xls">汇总表</a></p><p><a href="/next.html">下一页</a></p></div>'
    )
    assert links(page(prose(), below=below)) == {"http://www.shiqiao.gov.cn/f/1.xls": "汇总表"}


def test_the_address_of_a_file_on_a_page_in_gbk_is_the_one_that_browsers_ask_for():
    markup = page(prose() + "<p>附件：<a href='/down.asp?file=名单.doc'>名单.doc</a></p>")
    (document,) = read_documents(markup.replace("utf-8", "gbk").encode("gbk"), URL)
    (attachment,) = document.attachments
    assert attachment.url.endswith("/down.asp?file=%C3%FB%B5%A5.doc")
    assert attachment.title == "名单.doc"


def test_a_file_shown_in_a_frame_is_an_attachment():
    assert links(page(prose() + '<iframe src="/pdfjs/web/viewer.html?file=/f/a.pdf"></iframe>')) == {
        "http://www.shiqiao.gov.cn/f/a.pdf": "a.pdf"
    }


@pytest.mark.parametrize(
    "href", ["javascript:down('a.doc')", "http://[/a.doc", "file:///etc/a.doc", "data:text/plain,a.doc"]
)
def test_an_address_that_is_no_address_is_left_out(href):
    assert links(page(prose() + f'<p><a href="{href}">附件：a.doc</a></p>')) == {}


def word(*, title: str | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.title = title or ""
    document.add_paragraph("石桥县造林补贴名单")
    document.add_paragraph(PARAGRAPHS[0])
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("序号", "姓名", "亩数"), ("1", "韦某", "12.5")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def pdf(text: str = "Shiqiao County forest report") -> bytes:
    writer = PdfWriter()
    leaf = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    leaf[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
    leaf[NameObject("/Contents")] = writer._add_object(stream)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def test_a_word_file_gives_its_paragraphs_and_rows():
    (document,) = read_documents(word(), "http://x.gov.cn/a.docx")
    assert document.title == "石桥县造林补贴名单"
    assert document.paragraphs == ("石桥县造林补贴名单", PARAGRAPHS[0], "序号\t姓名\t亩数", "1\t韦某\t12.5")
    assert document.extractor.name == "python-docx"


def test_a_word_file_is_called_as_its_properties_say():
    assert read_documents(word(title="造林补贴名单"), "http://x.gov.cn/a.docx")[0].title == "造林补贴名单"


def test_a_pdf_gives_its_text():
    (document,) = read_documents(pdf(), "http://x.gov.cn/a.pdf")
    assert document.text == "Shiqiao County forest report"
    assert document.extractor.name == "pypdf"


UNREADABLE = {
    "a cut PDF": pdf()[:120],
    "a PDF of noise": b"%PDF-1.4\n" + bytes(range(256)) * 40,
    "a cut Word file": word()[:2000],
    "a zip": b"PK\x03\x04" + bytes(100),
    "Word 97": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "a film": b"\x00\x00\x00\x18ftypmp42" + bytes(500),
    "an archive": b"Rar!\x1a\x07\x00" + bytes(500),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.filterwarnings("ignore")
def test_what_holds_no_text_says_so_and_where(name):
    with pytest.raises(UnreadablePage, match=re.escape("http://x.gov.cn/a: ")):
        read_documents(UNREADABLE[name], "http://x.gov.cn/a")


def test_a_word_file_that_unpacks_to_gigabytes_is_not_unpacked():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 80_000_000)
    with pytest.raises(UnreadablePage, match="unpacks to more"):
        read_documents(packed.getvalue(), "http://x.gov.cn/a.docx")


@pytest.mark.parametrize(
    ("link", "url", "title"),
    [
        ('<a href="javascript:void(0)" onclick="window.open(\'/f/1.doc\')">名单.doc</a>', "/f/1.doc", "名单.doc"),
        ("<a href='#' onclick='location.href=\"/f/1.pdf\"'>名单</a>", "/f/1.pdf", "名单"),
        ("<a href=\"javascript:window.open('/f/1.pdf')\">名单</a>", "/f/1.pdf", "名单"),
        ('<a href="javascript:;" data-href="/f/1.pdf">名单</a>', "/f/1.pdf", "名单"),
        ('<a href="/f/1.pdf" title="拟聘用人员名单.pdf">拟聘用…</a>', "/f/1.pdf", "拟聘用人员名单.pdf"),
        ('<a href="/f/1.pdf" title="拟聘用人员名单.pdf">点击下载</a>', "/f/1.pdf", "拟聘用人员名单.pdf"),
        ('拟聘用人员名单.xls <a href="/f/1.xls">[下载]</a>', "/f/1.xls", "拟聘用人员名单.xls"),
        ('附件下载：<a href="/down.aspx?id=5">名单</a>', "/down.aspx?id=5", "名单"),
        ('<a href="/u/20250409/ab12" download="名单.docx">名单</a>', "/u/20250409/ab12", "名单"),
        ('<a href="/oss/ab12">名单.docx</a>', "/oss/ab12", "名单.docx"),
        ('附件：<a href="/f/1.jpg">位置图.jpg</a>', "/f/1.jpg", "位置图.jpg"),
        (
            '1.<a href="/system/_content/download.jsp?owner=1&wbfileid=9">名单</a>',
            "/system/_content/download.jsp?owner=1&wbfileid=9",
            "名单",
        ),
        ('<a href="/file/9" title="名单.xls">名单</a> (23KB)', "/file/9", "名单"),
    ],
)
def test_a_file_is_found_however_it_is_linked(link: str, url: str, title: str):
    assert links(page(prose() + f"<p>{link}</p>")) == {f"http://www.shiqiao.gov.cn{url}": title}


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/download.html">附件：下载专区</a>',
        '<a href="/p/1.jpg">查看大图</a>',
        '<a href="javascript:void(0)" onclick="down(5)">附件：名单</a>',
    ],
)
def test_a_page_and_a_picture_that_nobody_calls_attached_are_no_files(link: str):
    assert links(page(prose() + f"<p>{link}</p>")) == {}
