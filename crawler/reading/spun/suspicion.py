"""Whether a page is worth looking at more closely: cheap, for every page that is read."""

from __future__ import annotations

from crawler.reading.patterns import pattern
from crawler.reading.spun.readings import BRACKETED
from crawler.reading.spun.script import TRADITIONAL_SHARE

ANNOTATION = pattern(r"([\u4e00-\u9fff])" + BRACKETED.pattern)
FEWEST_TRADITIONAL = 12
# Scripts and comments, which no reader sees, are in Simplified.
_SHARE_WITH_SCRIPTS = TRADITIONAL_SHARE / 4


def may_be_spun(text: str, hanzi: int, traditional: int) -> bool:
    """Say whether a page may be spun of whose *hanzi* Chinese characters so many are *traditional*; quick.

    *text* is all that the page says, its scripts perhaps with it.
    """
    if traditional < FEWEST_TRADITIONAL:
        return False
    return traditional >= _SHARE_WITH_SCRIPTS * hanzi or ANNOTATION.search(text) is not None
