"""Where a story goes on: （下转第3版）, （上接A1版）, 紧接第一版."""

from __future__ import annotations

from typing import Literal

from crawler.reading.patterns import pattern

_ELSEWHERE = (
    r"[(（【▲△▶▷►◀◁◄→←☞■●★※]*\s*(?:(?:下转|上接|紧接)\s?第?\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版?|"
    r"[转接]第?\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版)"
    r"(?:[^()（）】]{0,10}[)）】])?"
)
_OPENING = pattern(_ELSEWHERE)
_CLOSING = pattern(_ELSEWHERE + r"$")
# How a line ends is told by this much of it.
_END = 120

Jump = Literal["to", "from"]


def read_jump(text: str) -> Jump | None:
    """Return whether the line *text* says that its story goes on elsewhere, or comes from there.

    >>> read_jump("全县增收。（下转第3版）"), read_jump("（上接A1版）会议要求"), read_jump("转眼十年")
    ('to', 'from', None)
    """
    if "转" not in text and "接" not in text:
        return None
    match = _OPENING.match(text) or _CLOSING.search(text[-_END:])
    if match is None:
        return None
    return "from" if "接" in match.group() else "to"


def without_jump(text: str) -> str:
    """Return the line *text* without what it says of another page.

    >>> without_jump("全县增收。（下转第3版）")
    '全县增收。'
    """
    if (opening := _OPENING.match(text)) is not None:
        text = text[opening.end() :]
    start = max(0, len(text) - _END)
    return (text[:start] + _CLOSING.sub("", text[start:])).strip()
