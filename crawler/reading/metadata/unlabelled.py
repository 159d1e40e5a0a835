"""Bars without a label, as older portals print them: the day, the outlet and the writer, parted by blanks alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crawler.reading.body.furniture import is_furniture
from crawler.reading.dates import find_stamp
from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import PLACE_ENDS
from crawler.reading.people.surnames import has_double_surname, has_surname
from crawler.reading.provinces import PROVINCE

# 花烛制作走进十二所学校 is none of them.
_SMALL_OFFICE = r"(?<=[\u4e00-\u9fff]{2})[站所队镇乡科股处室校](?<!所学校)|公司|街道|[中小]学|大学|学院|协会|联合会"
_OUTLET = pattern(
    r"^[\u4e00-\u9fffA-Za-z·]{1,12}(?:[报社台刊]|网站?|在线|杂志|月刊|周刊|半月谈|通讯|新闻中心)(?:社|网|供稿|专稿)?$"
    r"|^[\u4e00-\u9fff]{2,10}(?:融媒体?|发布|卫视)$|^[\u4e00-\u9fff]{2,14}(?:局|(?<=[\u4e00-\u9fff]{3})[委办部厅院](?<!怎么办)|办公室|中心|政府|委员会"
    rf"|{_SMALL_OFFICE})$"
)
_SIGNATURE = pattern(
    rf"^[\u4e00-\u9fff\s]{{2,40}}(?:[局委办部厅院会]|办公室|中心|政府|{_SMALL_OFFICE})"
    r"\s*[（(]?\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[）)]?\s*$"
)
# What is put into brackets as an outlet is has any name: 《北方》.
_TITLE = pattern(r"《([^《》]{2,16})》")
_NAME = pattern(r"^[\u4e00-\u9fff]{2,4}$")
# Days of the week, and words that go before a name; the site's own address.
_MARK = pattern(r"^(?:(?:星期|周|礼拜)[一二三四五六日天][,，]?|记者|作者|文|撰文|通讯员|原创|本[报网]讯?)$")
# How often a page was read, how many comments it has, how long it takes to read; counters stand behind their picture.
_COUNT = pattern(
    r"^约?\d{1,3}(?:,?\d{3})*(?:\.\d)?(?:[万wk]\+?)?(?:[次人条个]|分钟)?(?:阅读|浏览|评论|点赞|热度|围观)?$", re.I
)
# A script writes the number into an element of its own: 评论 2 条.
_APART = pattern(r"(?<=\d)\s+(?=[次人条个](?!\S))")
# What a paper prints beside its day: 第1124期, 总第1124期, 第02版：要闻, 第三版.
_EDITION = pattern(r"^(?:总?第\d{1,6}期|第?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})版(?:[\s:：·].{0,8})?)$")
# The number of a magazine behind its name: 石桥周刊2005年第11期.
_ISSUE = pattern(r"(?:19|20)\d\d年第?\s?\d{1,3}期")
# The column that blogs and papers name beside the day.
_KIND = pattern(r"^[\u4e00-\u9fff]{2,6}$")
_ADDRESS = pattern(r"(?:https?://)?(?=[\d.-]*[A-Za-z])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/?")
_PARTS = pattern(r"[\s@|｜/—–◎●○■□◆◇▲△★☆·•∙・()（）\[\]【】]+")
_PROVINCE = pattern(PROVINCE)
# A day of this year with its hour, as programs for telephones print it.
THIS_YEAR = pattern(r"(?<![\d年-])\d{1,2}(?:-\d{1,2}|月\d{1,2}日)\s+\d{1,2}:\d{2}(?!\d)")
_LONGEST, _MOST, _LONGEST_BORN = 80, 6, 3


class Unlabelled(NamedTuple):
    """What a bar without labels names, besides its day."""

    outlet: str | None = None
    writers: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def read_unlabelled(text: str) -> Unlabelled | None:
    """Return whom the line *text* names beside a day, if it holds nothing but a day, an outlet and a writer.

    >>> read_unlabelled("2005年5月7日 10:11 星期六 石桥晚报 韦小满")
    Unlabelled(outlet='石桥晚报', writers=('韦小满',))
    >>> read_unlabelled("2005年5月7日，石桥晚报开了会") is None
    True
    """
    when = (find_stamp(text) or THIS_YEAR.search(text)) if len(text) <= _LONGEST else None
    if when is None:
        return None
    start, end = when.span() if isinstance(when, re.Match) else (when.start, when.end)
    rest = text[:start] + " " + text[end:]
    rest = _ISSUE.sub(" ", rest) if "期" in rest else rest
    rest = _APART.sub("", _ADDRESS.sub(" ", rest))
    title = _TITLE.search(rest)
    words = [word for word in _PARTS.split(_TITLE.sub(" ", rest)) if word]
    # A sentence or a signature has 2024年5月7日.
    stamped = "年" not in text[start:end]
    words = _rejoined(words)
    return _read(words, title[1] if title else None, stamped) if len(words) <= _MOST else None


def _rejoined(words: list[str]) -> list[str]:
    """The *words* of a bar with each name of two signs as one, which papers space out to the width of three: 韦 满."""
    joined: list[str] = []
    for word in words:
        if len(word) == 1 and joined and len(joined[-1]) == 1 and is_person(joined[-1] + word):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _read(words: list[str], outlet: str | None, stamped: bool) -> Unlabelled | None:
    """Whom the *words* of a bar name, if all but one are of its kinds; a column alone only beside a *stamped* day."""
    writers: tuple[str, ...] = ()
    kind = counted = False
    for at, word in enumerate(words):
        if _MARK.match(word):
            continue
        if _COUNT.match(word) or is_of_edition(word) or is_furniture(word):
            counted = True
        elif outlet is None and _OUTLET.match(word):
            outlet = word
        elif is_person(word) and (not writers or (words[at - 1] == writers[-1] and len(word) == _LONGEST_BORN)):
            writers += (word,)  # of two signs a second may be a column: 韦小满 文化
        elif kind or not _KIND.match(word):
            return None
        else:
            kind = True
    return Unlabelled(outlet, writers) if outlet or writers or counted or (kind and stamped) else None


def is_signature(text: str) -> bool:
    """Say whether *text* is an office and a day alone, as documents are signed and communiques begin.

    >>> is_signature("石桥县统计局 （2025年4月8日）"), is_signature("石桥县统计局 2025-04-08")
    (True, False)
    """
    return len(text) <= _LONGEST and bool(_SIGNATURE.match(text))


def is_of_edition(text: str) -> bool:
    """Say whether *text* is what a paper prints beside its day: the number of the issue, or that of a page.

    >>> is_of_edition("第03版：城事"), is_of_edition("三版"), is_of_edition("第三版药典公布")
    (True, True, False)
    """
    return bool(_EDITION.match(text))


def is_person(name: str) -> bool:
    """Say whether *name* is one that people are born with, and not a place's or an office's."""
    named = bool(_NAME.match(name)) and has_surname(name) and not name.endswith(PLACE_ENDS)
    named = named and not _PROVINCE.fullmatch(name)  # 广西, 安徽: where an account posts from
    return named and (len(name) <= _LONGEST_BORN or has_double_surname(name))
