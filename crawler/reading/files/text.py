"""The text of PDF and Word files, within bounds: such files are as hostile as pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crawler.errors import UnreadablePage
from crawler.reading.blocks import Block
from crawler.reading.files.kinds import Kind
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

if TYPE_CHECKING:
    from docx.table import Table

_MOST_PAGES = 200
_MOST_BYTES = 40_000_000
_MOST_CHARACTERS = 2_000_000
# A page of print holds some ten thousand bytes of instructions; a drawing of a map holds millions and no text.
_MOST_CONTENT = 4_000_000
# A zip of a few kilobytes can unpack to gigabytes.
_MOST_UNPACKED, _MOST_RATIO, _MOST_PARTS = 60_000_000, 200, 3000
_SHORTEST_PACKED = 1000
_ENDS = pattern(r"[。！？：；!?:;」”）)]$")
_OPENS = pattern(
    r"^(?:[\u3000\xa0 ]{2,}|第[一二三四五六七八九十百\d]+[条章节款]|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])"
)
_SHORT_LINE = 0.85


def read_file(body: bytes, kind: Kind, url: str) -> tuple[str | None, list[Block]]:
    """Return the title that the file *body* states, if any, and its text.

    Raises UnreadablePage, naming *url*, for kinds of which no text is read (only PDF and Word 2007 and later are),
    and for files that are broken, locked or out of bounds.
    """
    if len(body) > _MOST_BYTES:
        raise UnreadablePage(f"{url}: a file of {len(body)} bytes, more than is read")
    if kind == "pdf":
        return _read_pdf(body, url)
    if kind == "docx":
        return _read_docx(body, url)
    raise UnreadablePage(f"{url}: a {kind} file, of which no text is read")


def _read_pdf(body: bytes, url: str) -> tuple[str | None, list[Block]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePage(f"{url}: a PDF that asks for a password")
        lines: list[str] = []
        size = 0
        for number, page in enumerate(reader.pages):
            if number >= _MOST_PAGES or size > _MOST_CHARACTERS:
                break
            contents = page.get_contents()
            if contents is None or len(contents.get_data()) > _MOST_CONTENT:
                continue
            text = page.extract_text()
            size += len(text)
            lines += text.split("\n")
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, OSError) as error:
        # What a broken PDF makes pypdf raise is not told by its type alone.
        raise UnreadablePage(f"{url}: a broken PDF ({type(error).__name__})") from error
    except (RecursionError, NotImplementedError, ImportError, ArithmeticError, AssertionError) as error:
        raise UnreadablePage(f"{url}: a PDF that cannot be read ({type(error).__name__})") from error
    return _title(title), [Block(text) for text in _paragraphs(lines)]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join the lines of print that run on: full to the margin, not closed by a stop, not followed by an indent."""
    widest = max((len(line.strip()) for line in lines), default=0)
    paragraph = ""
    for line in lines:
        text = squash(line)
        if not text:
            if paragraph:
                yield paragraph
            paragraph = ""
            continue
        if paragraph and not _OPENS.match(line):
            paragraph += text
        else:
            if paragraph:
                yield paragraph
            paragraph = text
        if _ENDS.search(text) or len(text) < widest * _SHORT_LINE:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _read_docx(body: bytes, url: str) -> tuple[str | None, list[Block]]:
    from docx import Document
    from docx.table import Table

    try:
        _check_zip(body, url)
        document = Document(io.BytesIO(body))
        blocks: list[Block] = []
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                blocks += _rows(item)
            elif text := squash(item.text):
                blocks.append(Block(text, strong=bool(item.runs) and all(run.bold for run in item.runs)))
        title = document.core_properties.title
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise UnreadablePage(f"{url}: a broken Word file ({type(error).__name__})") from error
    except (SyntaxError, RecursionError, NotImplementedError, EOFError, RuntimeError) as error:
        # lxml's XMLSyntaxError is a SyntaxError; a locked part of a zip raises RuntimeError.
        raise UnreadablePage(f"{url}: a Word file that cannot be read ({type(error).__name__})") from error
    return _title(title), blocks


def _check_zip(body: bytes, url: str) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        parts = packed.infolist()
    unpacked = sum(part.file_size for part in parts)
    bombs = any(part.file_size > _MOST_RATIO * max(part.compress_size, _SHORTEST_PACKED) for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED or bombs:
        raise UnreadablePage(f"{url}: a Word file that unpacks to more than is read")


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            # A merged cell is listed once for every column it covers.
            if id(cell._tc) not in seen:  # noqa: SLF001 - the one handle by which python-docx tells cells apart
                seen.add(id(cell._tc))  # noqa: SLF001
                cells.append(squash(cell.text))
        if any(cells):
            yield Block("\t".join(cells).strip("\t"), "table")


def _title(title: object) -> str | None:
    text = squash(str(title)) if title else ""
    return text if len(text) > 1 and text.lower() not in ("untitled", "无标题", "word document") else None
