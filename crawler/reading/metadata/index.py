"""The index of open government (索引号, 发文机关, 发布日期 …) that stands above or beside a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

# Each system words the fields its own way; the words for office, day and title vary most.
_NAMES = (
    r"(?:信息)?索引号码?|信息索引|主题分类|信息分类|组配分类|体裁分类|服务对象分类|内容分类|公文种类|主题词|关键词|"
    r"(?:信息)?(?:发[文布]|制发|印发|颁布|公[开布]|制作|发布信息的?|所属|公开责任|责任)(?:机[关构]|单位|部门|主体)|信息公开单位|信息来源|"
    r"(?:信息)?(?:成文|签发|印发|制发|发[文布]|公[开布]|生成|上网|上传|生效|实施|施行|废止|失效|有效|登记|更新|产生)(?:日期|时间|期)|"
    r"发文字号|发布文号|文件编号|文件字号|文号|有效性|是否有效|时效性?|效力状态|公开(?:方式|形式|时限|范围|程序|类别|属性)|"
    r"(?:信件|来信|留言|咨询|诉求|问题)(?:标题|主题|名称)|信息名称|文件名称|文件标题|信息标题|名称|标题|内容概[述况要]|统一编号"
)
_LABEL = pattern(rf"(?:{_NAMES})[：:]?")
_FIELD = pattern(rf"(?:(?<=[\s|｜;；【\[])|^)(?:{_NAMES})\s*[：:\]】]")
_OPENS = pattern(rf"^(?:{_NAMES})[：:\s]\s*(?=\S)")
# Labels spread over the width of a column.
_SPREAD = pattern(r"索\s引\s号|名\s+称|文\s+号|标\s+题|有\s效\s性|主\s题\s词|分\s+类")
# The signs that labels begin with: few lines of a page do.
_HINT = "【[索发公成生名标信主制责有文颁印实废内体服上登更签统时所关来留咨诉问"
_TITLE = pattern(r"^(?:信息|文件)?(?:名称|标题)$|^(?:信件|来信|留言|咨询|诉求|问题)(?:标题|主题|名称)$")
# What heads the column beside that of titles, in a list of letters or documents.
_COLUMN = pattern(r"[\u4e00-\u9fff]{2,4}(?:时间|日期|单位|部门|状态|编号|类型|类别|字号)")
_LABELLED = pattern(rf"^[\s【\[]*(?:{_NAMES})\s*[：:\]】]")
_TITLED = pattern(r"^[\u4e00-\u9fff]{0,4}(?:标题|主题|名称)\s*[：:]")
_LABEL_TAGS = frozenset(["b", "strong", "em", "i", "label", "span", "font"])
_MOST, _SHORT = 400, 3
_GAP, _FEWEST = 2, 3


def index_fields(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the label and value of each field of the index table of *page*; labels without blanks and colon.

    A field is a cell beside another, ``label：value`` in a cell or a line of its own, several of these in one line, or
    a line that holds the label and the value on the next. A row of labels alone is the head of a list of documents.
    """
    lines = [line for line in page.lines if line.size and not line.hidden]
    for at, line in enumerate(lines):
        if line.kind == "row":
            yield from _row(line)
        elif line.size < _MOST and line.text[0] in _HINT:
            yield from _line(line, lines[at + 1] if at + 1 < len(lines) else None)


def indexed_title(page: Page) -> str | None:
    """Return the title of the document that the index table of *page* gives."""
    values = (value for label, value in index_fields(page) if _TITLE.match(label) and len(value) > _SHORT)
    return next((value for value in values if not _COLUMN.fullmatch("".join(value.split()))), None)


def is_field(text: str) -> bool:
    """Say whether the line *text* opens with a label of the index, other than one that a letter's title has as well.

    >>> is_field("有效性：有效"), is_field("标题：关于春灌"), is_field("名称未定的水库")
    (True, False, False)
    """
    return text[:1] in _HINT and bool(_LABELLED.match(text)) and not _TITLED.match(text)


def after_index(lines: Sequence[Line]) -> int:
    """Return how many of *lines*, which begin below a headline, are the index and what stands above it."""
    return index_range(lines)[1]


def index_range(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the index at the head of *lines* begins and ends, with what stands between its fields.

    The fields of an index stand together: several labels, each with its value on the same line or on the next. A
    sentence above them is the document's, whose index stands below it.
    """
    start, end, fields, at = 0, 0, 0, 0
    while at < len(lines) and at - end <= _GAP:
        line = lines[at]
        text = _joined(line.text) if line.size < _MOST else ""
        bare = bool(_LABEL.fullmatch("".join(text.split())))
        if line.size and not line.hidden and line.kind == "text" and (bare or _LABELLED.match(text)):
            start = start if fields else at
            fields += 1
            after = lines[at + 1] if bare and at + 1 < len(lines) else None
            at += after is not None and not _LABEL.fullmatch("".join(after.text.split()))
            end = at + 1
        elif fields < _FEWEST and line.text.endswith("。"):
            break
        at += 1
    return (start, end) if fields >= _FEWEST else (0, 0)


def _row(line: Line) -> Iterator[tuple[str, str]]:
    for cell in line.cells:
        if cell[:1] in _HINT:
            yield from _fields(cell)
    for label, value in pairwise(line.cells):
        yield _bare("".join(label.split())), value


def _line(line: Line, after: Line | None) -> Iterator[tuple[str, str]]:
    text = _joined(line.text)
    if _LABEL.fullmatch("".join(text.split())):
        if after is not None and not _LABEL.fullmatch("".join(after.text.split())):
            yield _bare("".join(text.split())), after.text
        return
    found = list(_fields(text))
    if not found and (match := _OPENS.match(text)):
        found = [(_bare(match.group()), text[match.end() :].strip())]
    yield from found or _parted(line)


def _parted(line: Line) -> Iterator[tuple[str, str]]:
    """The field whose label is an element of its own at the head of *line*: <b>责任部门</b><span>县水利局</span>."""
    first = next(iter(line.node), None)
    if first is None or first.tag not in _LABEL_TAGS:
        return
    label = squash(phrase_in(first, _MOST))
    if label and line.text.startswith(label) and _LABEL.fullmatch("".join(label.split())):
        yield _bare("".join(label.split())), line.text[len(label) :].strip()


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields with a colon in *text*, which begins with one."""
    text = _joined(text)
    cuts = list(_FIELD.finditer(text))
    if not cuts or text[: cuts[0].start()].strip(" 【["):
        return
    ends = [cut.start() for cut in cuts[1:]] + [len(text)]
    for cut, end in zip(cuts, ends, strict=True):
        value = text[cut.end() : end].strip(" |｜;；】]【[")
        if value:
            yield _bare(cut.group()), value


def _joined(text: str) -> str:
    """*text* with the labels that are spread over the width of a column as one word each: 索 引 号."""
    return _SPREAD.sub(lambda match: "".join(match.group().split()), text)


def _bare(label: str) -> str:
    return "".join(label.split()).rstrip("：:]】")
