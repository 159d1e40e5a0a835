"""Whether a quotation mark or bracket fits where it may have stood."""

from __future__ import annotations

OPENS = {"“": "”", "‘": "’", "《": "》", "（": "）", "【": "】", "〈": "〉", "「": "」"}
CLOSES = {close: open_ for open_, close in OPENS.items()}
# How much likelier a mark is that its partner asks for, and one that has no partner, as logarithms.
_WANTED, _OPENS_ALONE, _CLOSES_ALONE = 2.5, -1.5, -2.5
_FAR = 300
_SHORTEST_SENTENCE = 3


def bracket_fit(mark: str, before: str, behind: str) -> float:
    """Return how much likelier the bracket *mark* is between *before* and *behind* than it is anywhere.

    >>> bracket_fit("”", "打造“样板校", "的工作") > 0, bracket_fit("”", "打造样板校", "的工作") > 0
    (True, False)
    """
    if mark in CLOSES:
        return _WANTED if before.rfind(CLOSES[mark]) > before.rfind(mark) else _CLOSES_ALONE
    close, again = behind.find(OPENS[mark], 0, _FAR), behind.find(mark, 0, _FAR)
    return _WANTED if close >= 0 and (again < 0 or close < again) else _OPENS_ALONE


def ends_short(before: str) -> bool:
    """Say whether *before* ends in a quotation of two characters or fewer, in which no sentence ends.

    >>> ends_short("整理资料。“福"), ends_short("他说：“好，马上就去")
    (True, False)
    """
    opened = before.rfind("“", max(0, len(before) - _SHORTEST_SENTENCE))
    return opened >= 0 and "”" not in before[opened:]
