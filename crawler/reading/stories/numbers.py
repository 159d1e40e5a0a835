"""Numbers and marks that open a line: the items of a digest, the sections of an article."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_NUMBER = pattern(
    r"^(?:(?P<digits>\d{1,2})\s?(?:、\s?(?!\d{1,2}[、组楼层号栋月日])|[.．]\s?(?!\d))|(?P<circled>[①-⑳])\s?|"
    r"[(（【](?P<bracket>[一二三四五六七八九十]{1,3}|\d{1,2})[)）】]\s?|(?P<zero>0\d)(?:[\s　、]\s*|[.．]\s*(?!\d))|"
    r"(?:NO|No|no)\.?\s?(?P<latin>\d{1,2})(?:[\s:：、.]+|(?!\d))|(?P<han>[一二三四五六七八九十]{1,3})、\s?|(?P<quoted>【[^【】]{1,9}(?:[报网台社刊]|观察|发布|卫视|频道|客户端)】)(?=\S)|(?P<bullet>[●■◆★▲◎▌▍▎▋◇❖◈➤✦])\s?)"
)
# Styles that do not count: ●, 【石桥日报】
MARKS = frozenset({"bullet", "quoted"})
_BOXED = pattern(r"^【([^【】]{4,40})】$")
_HAN = {c: n for n, c in enumerate("一二三四五六七八九", 1)}


def read_number(text: str) -> tuple[str, int] | None:
    """Return the style and value of the number that opens *text*; bullets, and the paper it is from, count as 0.

    >>> read_number("3、多彩实践"), read_number("②简讯"), read_number("2025年计划")
    (('digits', 3), ('circled', 2), None)
    """
    match = _NUMBER.match(text)
    if match is None:
        return None
    style = next(name for name, value in match.groupdict().items() if value)
    value = match[style]
    if style == "circled":
        return style, ord(value) - ord("①") + 1
    if style in MARKS:
        return style, 0
    return style, int(value) if value.isdigit() else _han(value)


def _han(value: str) -> int:
    if "十" not in value:
        return _HAN[value] if len(value) == 1 else 0
    parts = value.split("十")
    return 10 * _HAN.get(parts[0], 1) + _HAN.get(parts[1], 0)


def without_number(text: str) -> str:
    """Return *text* without the number that opens it, or the brackets around it.

    >>> without_number("3、多彩实践"), without_number("【多彩实践】")
    ('多彩实践', '多彩实践')
    """
    text = _NUMBER.sub("", text, count=1).strip()
    boxed = _BOXED.match(text)
    return boxed.group(1) if boxed else text
