"""Headings of parts of a text, and its fields: no article is called so."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_PART = pattern(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.]|第.{1,3}[章节条])"
)
_PART_FIELD = pattern(
    r"^(?:联系|咨询|监督|举报|热线|地\s*址|电\s*话|邮[编箱]|传真|时\s*间|地\s*点|热门|项目|采购|预算|用户名|天气|搜索|接待).{0,6}[：:]|^(?:今天是|今日|现在是|当前时间|农历|天气|欢迎)"
    r"|^\W*(?:19|20)\d\d年\d{1,2}月\d{1,2}日[\s\W]*(?:星期|周|农历|晴|多云|阴|小雨)"
)


def is_part(text: str) -> bool:
    """Say whether *text* is the heading of a part of a text, or one of its fields.

    >>> is_part("二、开标时间及地点"), is_part("联系电话：0736-12345"), is_part("石桥县：小水渠带富一方")
    (True, True, False)
    """
    return is_numbered(text) or bool(_PART_FIELD.match(text))


def is_numbered(text: str) -> bool:
    """Say whether *text* is the numbered heading of a part of a text: 一、综合.

    >>> is_numbered("（二）报名办法"), is_numbered("二月里来")
    (True, False)
    """
    return bool(_PART.match(text))
