"""Dates of which year, day and hour stand in boxes of their own: 2024 | 05/07 | 09:15, 07 | 2024-05."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.dates import Stamp, find_stamp
from crawler.reading.patterns import pattern

_BOX = pattern(
    r"^(?:(?:19|20)\d\d年?|\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?|(?:19|20)\d\d[-/.年]\d{1,2}月?"
    r"|\d{1,2}:\d{2}(?::\d{2})?)$"
)
_YEAR_FIRST = pattern(r"^((?:19|20)\d\d)年?\s(\d{1,2})[-/.月](\d{1,2})日?(?:\s(\d{1,2}:\d{2}(?::\d{2})?))?")
_YEAR_LAST = pattern(r"^(\d{1,2})[-/.月](\d{1,2})日?\s((?:19|20)\d\d)年?(?:\s|$)")
_DAY_FIRST = pattern(r"^(\d{1,2})日?\s((?:19|20)\d\d)[-/.年](\d{1,2})月?(?:\s|$)")


def read_boxes(texts: Sequence[str]) -> Stamp | None:
    """Return the date whose year, day and hour stand on the first lines of *texts*, each in a box of its own.

    >>> read_boxes(["2024", "05/07", "09:15:00"]).iso(), read_boxes(["07", "2024-05", "石桥日报"]).iso()
    ('2024-05-07T09:15:00+08:00', '2024-05-07')
    """
    boxes = [text for text in texts if _BOX.match(text)]
    if len(boxes) < 2 or not (_BOX.match(texts[0]) and _BOX.match(texts[1])):
        return None
    text = " ".join(boxes if len(boxes) == 3 and _BOX.match(texts[2]) else boxes[:2])
    if match := _YEAR_FIRST.match(text):
        return find_stamp(f"{match[1]}-{match[2]}-{match[3]} {match[4] or ''}")
    if match := _YEAR_LAST.match(text):
        return find_stamp(f"{match[3]}-{match[1]}-{match[2]}")
    if match := _DAY_FIRST.match(text):
        return find_stamp(f"{match[2]}-{match[3]}-{match[1]}")
    return None
