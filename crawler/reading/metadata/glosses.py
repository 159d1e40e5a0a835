"""Labels of a bar in English, alone or behind the Chinese ones, as templates made abroad print them."""

from __future__ import annotations

import re

from crawler.reading.dates import find_stamp
from crawler.reading.patterns import pattern

_CHINESE = {
    "作者": r"Authors?|Writer|Written\sby",
    "编辑": r"Editors?",
    "来源": r"Source|Origin|From",
    "更新时间": r"(?:Last\s)?Updated?(?:\s(?:time|date|on))?",
    "发布时间": r"(?:(?:Add|Release|Publish|Post)(?:d|ed|ing)?\s?)?(?:time|date|on)|(?:Publish|Post|Release|Add)e?d",
    "浏览次数": r"(?:Page\s?)?(?:Views?|Hits?|Clicks?|Reads?|Visits?|Browse)(?:\s?(?:times|count|number))?",
    "字体": r"Font(?:\s?size)?",
}
_LABEL = pattern(
    rf"(?<![A-Za-z])(?:{'|'.join(f'({words})' for words in _CHINESE.values())})(?=\s*[)）]?\s*[：:])", re.I
)
_NAMES = tuple(_CHINESE)
# 发布时间(Time)：, 时间 / Time：
_BEHIND = pattern(r"(?<=[\u4e00-\u9fff])\s*[（(/／|]\s*[A-Za-z][A-Za-z ]{2,16}[)）]?(?=\s*[：:])")
_BUTTONS = {"print": "打印", "close": "关闭", "big": "大", "large": "大", "medium": "中", "middle": "中", "small": "小"}
_BUTTON = pattern(r"(?<![A-Za-z])(?:print|close|big|large|medium|middle|small)(?![A-Za-z])", re.I)


def in_chinese(text: str) -> str:
    """Return the bar *text* with its English labels in Chinese; a line of one field without a day is left.

    >>> in_chinese("Author: 韦小满 Date: 2013-04-11 Views: 208")
    '作者: 韦小满 发布时间: 2013-04-11 浏览次数: 208'
    >>> in_chinese("时间(Time)：2013-04-11"), in_chinese("From: 韦小满")
    ('时间：2013-04-11', 'From: 韦小满')
    """
    labels = len(_LABEL.findall(text))
    if not labels or (labels == 1 and find_stamp(text) is None):
        return text
    text = _LABEL.sub(lambda label: _NAMES[(label.lastindex or 1) - 1], _BEHIND.sub("", text))
    return _BUTTON.sub(lambda button: _BUTTONS[button[0].lower()], text)
