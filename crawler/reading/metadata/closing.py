"""The day under a text on which it was written, as essays and letters close: 2004年5月6日夜于石桥."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.dates import Stamp, find_stamp
from crawler.reading.metadata.bars import is_outlet
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern

_WROTE = r"(?:[写寫作草记記改]|完稿|脱稿|定稿)[于於]"
_BEFORE = pattern(rf"^\W*(?P<name>[\u4e00-\u9fff]{{2,4}}\s+)?(?P<told>{_WROTE})?\s*$")
# The hour of the day, the place, the draft: 夜, 凌晨于石桥, 初稿.
_AFTER = pattern(
    rf"^\s*(?P<told>(?:[深午]?夜|凌晨|清晨|晨|晚|傍晚|午后|上午|下午)?\s*(?:(?:{_WROTE}|[于於])[\u4e00-\u9fff]{{2,10}}|[初完定草]稿|改定)?)\W*$"
)
_BRACKETS = (("（", "）"), ("(", ")"))
_LONGEST = 40
# No page of China was printed on the web before; what was written earlier stands there anew.
_FIRST_YEAR = 1994


def find_written(lines: Sequence[Line]) -> Stamp | None:
    """Return the day that closes a text, of which *lines* are the last, where its writer and no office dates it.

    The line says where or when it was written, is set in brackets, or names the writer, or he stands above it.
    """
    above = ""
    for line in lines:
        text = line.text
        stamp = find_stamp(text) if line.size <= _LONGEST and not line.linked else None
        if stamp and stamp.time is None and stamp.day.year >= _FIRST_YEAR and _is_written(text, stamp, above):
            return stamp
        above = text
    return None


def _is_written(text: str, stamp: Stamp, above: str) -> bool:
    before, after = _BEFORE.match(text[: stamp.start]), _AFTER.match(text[stamp.end :])
    if before is None or after is None:
        return False
    bracketed = any(text.startswith(left) and text.endswith(right) for left, right in _BRACKETS)
    bracketed = bracketed and not is_outlet(above)
    named = is_person("".join((before["name"] or above).split()).strip("—-·"))
    return bool(before["told"] or after["told"] or bracketed or named)
