"""The pictures of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.reading.blocks import Block
from crawler.reading.page.flow import Line
from crawler.reading.page.tables import visible_pieces
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern
from crawler.reading.stories import StoryText
from crawler.reading.values import Image

# Lazy loaders keep the picture's address here and a grey dot in src.
_SOURCES = ("data-original", "data-src", "data-lazy-src", "data-url", "_src", "src", "srcset", "data-srcset")
_ORNAMENT = pattern(
    r"(?:^|[/_.-])(?:icons?|logo|qr_?code|ewm|erweima|blank|space(?:r)?|pixel|share|print|arrow|dot|line|btn|button|loading|"
    r"filetype|ico_|fileicon)(?:[/_.0-9-]|$)|icon_(?:doc|pdf|xls|zip|rar|txt|ppt)|/sysimage/",
    re.I,
)
_SMALL = 40
_TELLING = 16
# A caption says what is seen; a name with 摄 alone may be the article's byline.
_CAPTION = pattern(
    r"^[▲△↑←→▼]|^图(?:为|[片表]?\s*(?:[\d一二三四五六七八九十]{1,2}|[①-⑳])[\s:：.、])|(?:[。，；！”\ufffd].{0,24}|.{16})(?:[摄攝]影?|供[图圖]|(?<!文)[/／][图圖]|记者\s\S{2,4}\s图)\s*[）)]?(?:[①-⑳]\s?\d{0,2})?$|。图(?:片(?:来源)?)?\s*[：:/]\s*\S{2,12}$"
)
# As templates call the line of a picture's caption: img-desc, photo_alt, image_desc, imgtext.
_CALLED = pattern(
    r"caption|(?:im(?:g|age)|pic(?:ture)?|photo|figure)s?[_-]?(?:desc|te?xt|info|alt|note|title|intro|explain)|tu(?:shuo|zhu)",
    re.I,
)
_CREDIT_ALONE = pattern(
    r"^[（(]?[^。，；：！？]{2,24}\s*(?:[摄攝]影?|供[图圖]|[/／][图圖]|\s图)[）)]?$|^[（(]?(?:[摄攝]影|图片(?:来源)?|图)\s*[：:/]\s*[^。，；！？]{2,24}[）)]?$"
)
# A centred line below a picture that is no caption: the next heading, who wrote, the office that signs.
_HEADING = pattern(
    r"^(?:第.{1,4}[章节条编部]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,2}[.、．]|附件)|[：:]$|^[（(]?(?:记者|通讯员|作者|文/|来源|编辑|责编|责任编辑|审核|供稿)|[局委办厅院所处部会社站队]$|(?:中心|政府|公司|学校)$"
)
# 河南日报 prints the desk and the turn of its editor behind all: ②11.
_DESK = pattern(r"\s*[①-⑳]\s?\d{0,2}$")
Addresses = dict[HtmlElement, str | None]
_ARROWS = "▲△▼↑↓←→ "
_CENTRED = pattern(r"text-align\s*:\s*center", re.I)
# One clause right below a picture says what is seen: 义卖活动现场。
_PLAIN = pattern(r"^[^，。、：；:,？！]{4,19}。$")
_LONGEST_CAPTION, _LONGEST_CENTRED, _LONGEST_LABEL, _LONGEST_PLAIN = 120, 50, 30, 20


def read_images(
    lines: Sequence[Line], base: str, captions: Sequence[str] = (), known: Addresses | None = None
) -> tuple[Image, ...]:
    """Return the pictures in *lines* with absolute addresses; icons, spacers and embedded data are left out.

    The line after a picture that opens with one of *captions* is its caption, and names its photographer. *known* keeps
    the addresses from one story of a page to the next.
    """
    found: dict[str, Image] = {}
    known = {} if known is None else known
    for number, line in enumerate(lines):
        after = next((item.text for item in lines[number : number + 3] if item.size), "") if line.images else ""
        for node in line.images:
            if node not in known:
                known[node] = image_address(node, base)
            url = known[node]
            if url and url not in found:
                caption, credit = _captioned(after, captions)
                found[url] = Image(url, caption or _described(node), credit)
    return tuple(found.values())


def _captioned(after: str, captions: Sequence[str]) -> tuple[str | None, str | None]:
    """The caption that the line *after* a picture opens with, and what it says of the photographer."""
    for caption in captions:
        if caption and after.lstrip(_ARROWS).startswith(caption):
            rest = after.lstrip(_ARROWS)[len(caption) :].strip(" （()）")
            return caption, rest or None
    return (None, after.strip("（()）")) if _CREDIT_ALONE.match(after) else (None, None)


def without_credit(caption: str) -> str:
    """Return *caption* without the arrow before and the photographer named behind its sentence.

    >>> without_credit("藕农在田间栽种莲藕。本报通讯员 蓝志峰 摄")
    '藕农在田间栽种莲藕。'
    """
    caption = _DESK.sub("", caption.lstrip(_ARROWS))
    sentence, stop, rest = caption.rpartition("。")
    return f"{sentence}{stop}" if sentence and _CREDIT_ALONE.match(rest.strip()) else caption


def is_caption(line: Line, before: Line) -> bool:
    """Say whether *line*, which follows the line *before*, is the caption of a picture there.

    It is where it is set as one, or reads as one, or is a short sentence below a picture, centred or of one clause.
    """
    if line.kind != "text" or not line.size or line.size > _LONGEST_CAPTION or not before.images or before.size:
        return False
    if line.node.tag == "figcaption" or _CAPTION.search(line.text) or _CALLED.search(line.node.get("class") or ""):
        return True
    if line.node.tag == "td" and _fill_table(line, before):
        return True
    if line.size > _LONGEST_CENTRED or _is_bold(line):
        return False
    if not _is_centred(line.node):
        return line.size <= _LONGEST_PLAIN and bool(_PLAIN.match(line.text)) and _of_one_item(line, before)
    return line.text.endswith(("。", "。”")) or (line.size <= _LONGEST_LABEL and not _HEADING.search(line.text))


def lines_of_captions(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield those of *lines* that are captions, and the line in the same block that names the photographer."""
    told: Line | None = None
    for before, line in pairwise(lines):
        signed = told is before and line.node is before.node and _CREDIT_ALONE.match(line.text)
        if signed or is_caption(line, before):
            told = line
            yield line


def _fill_table(line: Line, before: Line) -> bool:
    """Whether a table holds the picture *before* and the *line* below it, and nothing else, as older pages set both."""
    table = next(line.node.iterancestors("table"), None)
    if table is None or not any(above is table for above in before.node.iterancestors("table")):
        return False
    if _is_cell_beside(line.node, before.images[0]):
        return False  # the dot of a paragraph
    wanted, said = "".join(line.text.split()), ""
    for piece in visible_pieces(table):
        said += "".join(piece.split())
        if len(said) > len(wanted):
            return False  # layout tables hold thousands of lines
    return said == wanted


def _is_cell_beside(cell: HtmlElement, picture: HtmlElement) -> bool:
    """Whether *picture* stands in another cell of the row of *cell*."""
    other = next(picture.iterancestors("td"), None)
    return other is not None and other is not cell and other.getparent() is cell.getparent()


def _of_one_item(line: Line, before: Line) -> bool:
    """Whether no item of a list opens between the picture *before* and *line*: a recipe's steps end with theirs."""
    item = next(line.node.iterancestors("li"), None) if line.node.tag != "li" else line.node
    return item is None or any(above is item for above in before.images[0].iterancestors("li"))


def _is_bold(line: Line) -> bool:
    """Whether most of *line* is set bold; what stands in the middle counts as strong elsewhere."""
    if line.strong * 2 <= line.size:
        return False
    return line.node.tag != "center" or next(line.node.iter("b", "strong", "h1", "h2", "h3", "h4"), None) is not None


def points_below(line: Line, after: Line) -> bool:
    """Say whether *line* is the caption of the picture in the line *after*: ▼栽树现场."""
    return line.text[:1] in ("▼", "↓") and bool(after.images) and not after.size


def _is_centred(node: HtmlElement) -> bool:
    return (
        node.tag == "center"
        or (node.get("align") or "").lower() == "center"
        or bool(_CENTRED.search(node.get("style") or ""))
    )


def pictures_above(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """Return the pictures between a headline and its body, lines *start* to *end*, each with its caption's line.

    E-papers set a story's pictures outside of what they mark as its text.
    """
    found: list[Line] = []
    before: Line | None = None
    for line in lines[start:end]:
        if line.hidden or line.linked:
            before = None
        elif line.images and not line.size:
            found.append(line)
            before = line
        elif before is not None and line.size <= _LONGEST_CAPTION and (_is_told(line.text) or is_caption(line, before)):
            found.append(line)
            before = None
    return found


def captions_of(lines: Sequence[Line]) -> list[Block]:
    """Return the captions among *lines* as blocks."""
    return [Block(line.text, "caption") for line in lines if line.size and not _CREDIT_ALONE.match(line.text)]


def _is_told(text: str) -> bool:
    return bool(_CAPTION.search(text) or _CREDIT_ALONE.match(text))


def told_lines(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return each of a page's *lines* with what it says without blanks, a picture with what the line below it says."""
    told = []
    for number, line in enumerate(lines):
        text = line.text if line.size else next((item.text for item in lines[number + 1 : number + 3] if item.size), "")
        told.append((line, "".join(text.split()).lstrip(_ARROWS)))
    return told


def lines_of_story(told: Sequence[tuple[Line, str]], story: StoryText) -> list[Line]:
    """Return those of a page's ``told_lines`` that hold the text and pictures of *story*.

    A picture belongs to the story whose caption follows it, else to the one whose text it stands in.
    """
    text = _squeezed(story.paragraphs)
    captions = tuple("".join(caption.split()) for caption in story.captions if caption)
    found: list[Line] = []
    inside = False
    for line, said in told:
        if line.size:
            inside = said[:_TELLING] in text or said.startswith(captions)
        elif said.startswith(captions):
            inside = True
        if inside:
            found.append(line)
    return found


def _squeezed(texts: Sequence[str]) -> str:
    return "\n".join("".join(text.split()) for text in texts)


def image_address(node: HtmlElement, base: str) -> str | None:
    """Return the absolute address of the picture *node*, or None where it shows no picture of the article."""
    for name in _SOURCES:
        source = (node.get(name) or "").strip()
        if name.endswith("srcset"):
            source = source.split(",")[0].split(" ")[0]
        if source and not source.startswith(("data:", "javascript:", "file:", "about:")):
            break
    else:
        return None
    if _ORNAMENT.search(source) or _is_small(node):
        return None
    try:
        url = urljoin(base, source)
        parts = urlsplit(url)
    except ValueError:
        return None  # such as http://[/a.jpg
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _is_small(node: HtmlElement) -> bool:
    for name in ("width", "height"):
        value = (node.get(name) or "").strip().removesuffix("px")
        if value.isdecimal() and len(value) < 5 and 0 < int(value) < _SMALL:
            return True
    return False


def _described(node: HtmlElement) -> str | None:
    """The alternative text, if a person wrote it; most systems put the file's name or the headline there."""
    text = squash(node.get("alt") or "")
    if len(text) < 6 or re.search(r"\.(?:jpe?g|png|gif|bmp|webp)$|^[\w.-]+$|^微信|^图片", text, re.I | re.A):
        return None
    return text
