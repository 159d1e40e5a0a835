"""The two scripts: which characters are Traditional only, and a text in Simplified."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crawler.reading.patterns import pattern

if TYPE_CHECKING:
    from opencc import OpenCC

# OpenCC leaves 著, which the mainland writes 着 except in these words.
_KEPT_ZHU = pattern(r"((?:显|名|专|原|编|论|土|卓|巨|拙)著|(?<![跟随沿围])著(?:名|作|称|述|书立))|著")
_HANZI = pattern(r"[\u4e00-\u9fff]")
_TELLING = 20_000
# Below this share of Traditional characters a page is Simplified with a name or a quotation in it.
TRADITIONAL_SHARE = 0.15


@cache
def _converter(name: str = "t2s") -> OpenCC:
    from opencc import OpenCC  # its tables are for those who read a page

    return OpenCC(name)


@cache
def _table() -> dict[int, str]:
    """Return what each Traditional-only character becomes, by its code point."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    simple = _converter().convert("\n".join(characters)).split("\n")
    return {ord(one): other for one, other in zip(characters, simple, strict=True) if one != other}


@cache
def traditional_pattern() -> re.Pattern[str]:
    """Return a pattern that matches one character that conversion to Simplified changes."""
    return re.compile("[" + "".join(map(chr, _table())) + "]")


@cache
def simplified_pattern() -> re.Pattern[str]:
    """Return a pattern that matches one character that stands in Simplified texts only.

    By Taiwan's standard, which keeps forms such as 群 that OpenCC's own has in older ones.
    """
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    traditional = _converter("s2tw").convert("\n".join(characters)).split("\n")
    back = _table()
    changed = (one for one, other in zip(characters, traditional, strict=True) if back.get(ord(other[0])) == one)
    return re.compile("[" + "".join(changed) + "]")


def is_traditional(character: str) -> bool:
    """Say whether *character* stands in Traditional texts only.

    >>> is_traditional("發"), is_traditional("后")
    (True, False)
    """
    return ord(character) in _table()


def is_traditional_text(text: str) -> bool:
    """Say whether *text*, as far as its first 20,000 characters tell, is written in Traditional characters.

    >>> is_traditional_text("我們發展經濟"), is_traditional_text("我们于2025年发展经济")
    (True, False)
    """
    found = len(traditional_pattern().findall(text[:_TELLING]))
    return found > 0 and found > TRADITIONAL_SHARE * len(_HANZI.findall(text[:_TELLING]))


def simplify_each(text: str) -> str:
    """Return *text* with each character simplified by itself: of the same length, fit for judging only."""
    return text.translate(_table())


def to_simplified(text: str) -> str:
    """Return *text* in the Simplified characters of the mainland, its words unchanged.

    >>> to_simplified("四個著力，成效顯著，著名畫家向著畲鄉走來")
    '四个着力，成效显著，著名画家向着畲乡走来'
    """
    return _KEPT_ZHU.sub(lambda match: match.group(1) or "着", _converter().convert(text))
