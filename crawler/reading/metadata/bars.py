"""The bar of source, date and people between a headline and its text."""

from __future__ import annotations

import re

from crawler.reading.body.prune import is_dated_outlet, is_metadata_bar
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.unlabelled import read_unlabelled
from crawler.reading.patterns import pattern

# What a bar names beside a day: 2024-05-07 文字：韦小满 图片：蓝志峰.
_NAMING = pattern(
    r"(?:作者|记者|記者|通讯员|撰稿人?|撰文|供稿人?|投稿人?|选稿|编辑|審核|审核|文字?|图片?|摄影|攝影|编审|校对|整理|口述|主持人|译者|翻译|[来來]源|稿源)\s*[：:/／]"
    r"|[记記]者|單位|点击|浏览|作者|(?:日期|时间|時間)\s*[：:]"
)
_OUTLET = pattern(
    r"^[\u4e00-\u9fff]{2,10}(?:[报网社台刊]|周刊|融媒体?|发布|卫视)$|^[\u4e00-\u9fff]{3,14}(?:[局委办部厅院]|办公室|中心|政府|委员会)$"
)
# As papers of Taiwan sign a story below its headline: 记者韦小满／青岭报导.
_SIGNED = pattern(
    r"^[【〔\[（(]?(?:(?P<outlet>[\u4e00-\u9fff]{2,8})\s*[／╱/](?=.*[／╱/]))?\s*(?:记者)?\s*"
    r"(?P<names>[\u4e00-\u9fff、 ]{2,12})"
    r"[／╱/][\u4e00-\u9fff]{1,10}报[导道][】〕\]）)]?$"
)
# Anthologies set the dynasty before the writer.
_ANCIENT = pattern(
    r"^[\[（(〔【]?(?:先秦|[东西]?[汉晋周]|[南北]?[朝宋]|秦|三国|魏|隋|唐|五代|辽|金|元|明|清|民国|近代|现代|当代)"
    r"(?:[\]）)〕】]\s*|[·•．.:：]\s*|\s+)(?P<name>[\u4e00-\u9fff]{2,4})[\]）)〕】]?$"
)
# Digests and libraries of essays set a pen name between two dots: ·竹 影·.
_DOTTED = pattern(r"^[·•]\s*([\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})\s*[·•]$")
_PROSE = pattern(r"[。，；！？]")
# What platforms print above a text that another account wrote: 本文来自微信公众号：石桥人物，作者：韦小满.
_REPRINTED = pattern(r"^(?:本|原|该)?文章?(?:来[自源]于?|[转轉][载載]?自|首发于?|选自)[^。]{0,100}$")
_REPRINT_OPENS = frozenset("本原该文")
_LONGEST = 120
_REPORT_ENDS = ("报导", "报道", "】", "〕", "）", ")", "]")


def is_bar(text: str) -> bool:
    """Say whether the line *text* is a bar of source and date, or one that names people and holds no sentence.

    >>> is_bar("2024-05-07 撰稿：韦小满 摄影：蓝志峰"), is_bar("记者了解到，会议开了一天。")
    (True, False)
    """
    if is_metadata_bar(text) or is_plain_bar(text):
        return True
    return text[:1] in _REPRINT_OPENS and len(text) <= _LONGEST and bool(_REPRINTED.match(text))


def is_plain_bar(text: str) -> bool:
    """Say whether the line *text* holds fields of people or of a source, and no sentence."""
    return len(text) <= _LONGEST and not _PROSE.search(text) and bool(_NAMING.search(text))


def stands_below_headline(text: str) -> bool:
    """Say whether the line *text* is what a page prints between a headline and its text: a bar, or a day.

    >>> stands_below_headline("2024-05-07 县水利局"), stands_below_headline("各乡镇人民政府：")
    (True, False)
    """
    if is_metadata_bar(text) or is_dated_outlet(text) or read_unlabelled(text) is not None or signed_names(text):
        return True
    stamp = find_stamp(text) if len(text) <= _LONGEST else None
    return stamp is not None and (is_plain_bar(text) or is_outlet((text[: stamp.start] + text[stamp.end :]).strip()))


def signed_names(text: str) -> list[str]:
    """Return the names in a line *text* that gives a story's reporters and its place, as papers of Taiwan do.

    >>> signed_names("记者韦小满、蓝志峰／青岭报导"), signed_names("他说，记者／编辑报道很多。")
    (['韦小满', '蓝志峰'], [])
    """
    match = _signed(text)
    return match["names"].replace("、", " ").split() if match else []


def _signed(text: str) -> re.Match[str] | None:
    return _SIGNED.match(text) if text.endswith(_REPORT_ENDS) else None


def ancient_writer(text: str) -> str | None:
    """Return the name in a line *text* that gives the writer of an old text behind his dynasty, and nothing else.

    >>> ancient_writer("清·沈砚"), ancient_writer("[宋] 苏轼"), ancient_writer("清水村")
    ('沈砚', '苏轼', None)
    """
    match = _ANCIENT.match(text)
    return match["name"] if match else None


def between_dots(text: str) -> str | None:
    """Return the writer whose name, which may be one of his own, stands between two dots on the line *text*.

    >>> between_dots("·竹 影·"), between_dots("·竹影")
    ('竹影', None)
    """
    match = _DOTTED.match(text) if text[:1] in "·•" else None
    return "".join(match[1].split()) if match else None


def signed_outlet(text: str) -> str | None:
    """Return the paper that a line *text* of the same kind names before its reporters: 石桥报／记者韦小满／青岭报导."""
    match = _signed(text)
    return match["outlet"] if match else None


def is_outlet(text: str) -> bool:
    """Say whether *text* is the name of a paper, a station or an office, and nothing else."""
    return bool(_OUTLET.match(text))
