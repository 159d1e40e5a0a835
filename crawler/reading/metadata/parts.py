"""Headings of parts of a text, and its fields: no article is called so."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_PART = pattern(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.]|第.{1,3}[章节条])"
)
_OF_YEAR = r"[\u4e00-\u9fff]{1,14}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*年?\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,5}\s*号"
_NUMBER = pattern(_OF_YEAR)
# Blogs set when an entry was written behind its headline.
_DATED = pattern(
    r"(?<=\S)\s*[\[（(]\s*(?:(?:原创|转载|转贴)\s*)?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\d:：]*[\]）)]$"
)
# [路书] before a title, - [流水] behind it.
_LABELLED = pattern(r"^[\[【][^\[\]【】]{1,10}[\]】]\s*(?=\S)|(?<=\S)\s*[-–—]?\s*[\[【][^\[\]【】]{1,10}[\]】]$")
_OPENED, _BRACKETS = ("[", "【"), ("]", "】")
_CLOSED = (")", "）", "]")
_NUMBERED = pattern(rf"\s*[（(]\s*{_OF_YEAR}\s*[）)]$")
# What heads the parts of a letter to a mayor and its answer, and their fields.
_LETTER_PART = pattern(
    r"^(?:来信|信件|留言|咨询|诉求|问题|投诉|建议|办理|回复|答复|处理|反馈|受理)"
    r"(?:人?信息|人|编号|时间|日期|单位|部门|机构|类型|类别|状态|内容|正文|情况|详情|结果|意见|详细)\s*(?:[：:].*)?$"
)
_PART_FIELD = pattern(
    r"^(?:联系|咨询|监督|举报|热线|地\s*址|电\s*话|邮[编箱]|传真|时\s*间|地\s*点|热门|项目|采购|预算|用户名|天气|搜索|接待).{0,6}[：:]|^(?:今天是|今日|现在是|当前时间|农历|天气|欢迎)"
    r"|^\W*(?:19|20)\d\d年\d{1,2}月\d{1,2}日[\s\W]*(?:星期|周|农历|晴|多云|阴|小雨)"
)


def is_part(text: str) -> bool:
    """Say whether *text* is the heading of a part of a text, or one of its fields.

    >>> is_part("二、开标时间及地点"), is_part("联系电话：0736-12345"), is_part("石桥县：小水渠带富一方")
    (True, True, False)
    >>> is_part("来信内容"), is_part("回复情况"), is_part("建议办理工作推进会召开")
    (True, True, False)
    """
    return is_numbered(text) or bool(_PART_FIELD.match(text) or _LETTER_PART.match(text))


def is_numbered(text: str) -> bool:
    """Say whether *text* is the numbered heading of a part of a text: 一、综合.

    >>> is_numbered("（二）报名办法"), is_numbered("二月里来")
    (True, False)
    """
    return bool(_PART.match(text))


def is_document_number(text: str) -> bool:
    """Say whether *text* is the number that an office gives a document.

    >>> is_document_number("石政办发〔2015〕41号"), is_document_number("石桥县2015年第41号通告")
    (True, False)
    """
    return bool(_NUMBER.fullmatch(text))


def without_document_number(text: str) -> str:
    """Return *text* without the document's number in brackets behind it.

    >>> without_document_number("关于春耕的通知（石政办发〔2015〕41号）")
    '关于春耕的通知'
    """
    return _NUMBERED.sub("", text) or text


def without_day(text: str) -> str:
    """Return *text* without the day and the hour in brackets behind it.

    >>> without_day("银杏黄了 (2006-11-23 21:05:33)"), without_day("银杏黄了（二）")
    ('银杏黄了', '银杏黄了（二）')
    """
    return _DATED.sub("", text) if text.endswith(_CLOSED) else text


def without_label(text: str) -> str:
    """Return *text* without the kind of entry that boards set before a title in brackets, and blogs behind it.

    >>> without_label("[路书] 雨后的小河"), without_label("雨后的小河 - [流水]")
    ('雨后的小河', '雨后的小河')
    """
    return _LABELLED.sub("", text) if text[:1] in _OPENED or text[-1:] in _BRACKETS else text
