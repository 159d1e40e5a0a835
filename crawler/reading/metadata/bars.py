"""The bar of source, date and people between a headline and its text."""

from __future__ import annotations

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
_PROSE = pattern(r"[。，；！？]")
_LONGEST = 120


def is_bar(text: str) -> bool:
    """Say whether the line *text* is a bar of source and date, or one that names people and holds no sentence.

    >>> is_bar("2024-05-07 撰稿：韦小满 摄影：蓝志峰"), is_bar("记者了解到，会议开了一天。")
    (True, False)
    """
    return is_metadata_bar(text) or is_plain_bar(text)


def is_plain_bar(text: str) -> bool:
    """Say whether the line *text* holds fields of people or of a source, and no sentence."""
    return len(text) <= _LONGEST and not _PROSE.search(text) and bool(_NAMING.search(text))


def stands_below_headline(text: str) -> bool:
    """Say whether the line *text* is what a page prints between a headline and its text: a bar, or a day.

    >>> stands_below_headline("2024-05-07 县水利局"), stands_below_headline("各乡镇人民政府：")
    (True, False)
    """
    if is_metadata_bar(text) or is_dated_outlet(text) or read_unlabelled(text) is not None:
        return True
    stamp = find_stamp(text) if len(text) <= _LONGEST else None
    return stamp is not None and (is_plain_bar(text) or is_outlet((text[: stamp.start] + text[stamp.end :]).strip()))


def is_outlet(text: str) -> bool:
    """Say whether *text* is the name of a paper, a station or an office, and nothing else."""
    return bool(_OUTLET.match(text))
