"""Whether a page's text was spun: judged on the whole page, never on how dense its readings are."""

from __future__ import annotations

import re
from collections import Counter

from crawler.reading.spun import gbk
from crawler.reading.spun.inversion import MARKED_SIGN, sign_gain
from crawler.reading.spun.readings import BRACKETED, CUT_OFF, find_annotated, table, toneless
from crawler.reading.spun.script import TRADITIONAL_SHARE, is_traditional, traditional_pattern

_HANZI = re.compile(r"[\u4e00-\u9fff]")
_ANNOTATION = re.compile(r"([\u4e00-\u9fff])" + BRACKETED.pattern)
# A spinner leaves these in Simplified, since each stands for two Traditional characters; writers do not.
_LEFT_SIMPLE = re.compile(
    r"于|(?:規|示|模|典|師|防)范|范(?:圍|例|本)|(?<![皇太王母天])后(?![妃羿稷])|[關聯]系|干(?:部|群|警)|云(?:計|南|平)|制(?:造|作|品)|"
    r"[戰奮]斗|斗爭|[這那哪心手家夜]里|里面"
)
_WRITERS_OWN = re.compile(r"[於後範製係繫幹裡裏鬥麵隻雲]")
_FEWEST_TRADITIONAL = 12
# Scripts and comments, which no reader sees, are in Simplified.
_SHARE_WITH_SCRIPTS = TRADITIONAL_SHARE / 4
_SURE_GAIN = 4.0


def count_annotations(text: str) -> dict[str, tuple[int, int]]:
    """Return how often *text* annotates each character of the closed table, and how often the character stands.

    >>> count_annotations("發(fā)展，發(fā)現(xiàn)，出現")
    {'發': (2, 2), '現': (1, 2)}
    """
    readings = table()
    annotated: Counter[str] = Counter()
    for match in _ANNOTATION.finditer(text):
        if toneless(match.group(2)) in readings.get(match.group(1), ()):
            annotated[match.group(1)] += 1
    return {character: (times, text.count(character)) for character, times in annotated.items()}


def may_be_spun(text: str, hanzi: int, traditional: int) -> bool:
    """Say whether a page may be spun of whose *hanzi* Chinese characters so many are *traditional*; quick.

    *text* is all that the page says, its scripts perhaps with it.
    """
    if traditional < _FEWEST_TRADITIONAL:
        return False
    return traditional >= _SHARE_WITH_SCRIPTS * hanzi or _ANNOTATION.search(text) is not None


def is_spun(text: str, forged: bool = False) -> bool:
    """Say whether the page's whole *text* was spun; *forged* is evidence of spam elsewhere on the page.

    >>> is_spun("學(xué)校發(fā)出通知，學(xué)生發(fā)言，討論規(guī)則，請師長、職員與關心學(xué)校的鄉親來參加")
    True
    """
    traditional = len(traditional_pattern().findall(text))
    if traditional < _FEWEST_TRADITIONAL:
        return False
    left_simple, writers_own = len(_LEFT_SIMPLE.findall(text)), len(_WRITERS_OWN.findall(text))
    if writers_own > left_simple:
        return False
    if _annotated_by_machine(text):
        return True
    if traditional < TRADITIONAL_SHARE * len(_HANZI.findall(text)):
        return False
    if forged or holds_cut_reading(text) or holds_cut_sign(text):
        return True
    if writers_own:
        return False
    kinds = set(_LEFT_SIMPLE.findall(text))
    return bool(left_simple and _annotates_only_always(text)) or left_simple >= 4 or (left_simple >= 2 <= len(kinds))


def _annotates_only_always(text: str) -> bool:
    """Say whether *text* has readings, all of them on characters of the table, and on each of these every time."""
    found = count_annotations(text)
    total = sum(1 for _ in _ANNOTATION.finditer(text))
    return bool(found) and sum(stands for _, stands in found.values()) == total


def _annotated_by_machine(text: str) -> bool:
    """Three or more readings, nearly all of them on characters of the table, each of which is always annotated."""
    found = count_annotations(text)
    total = sum(1 for _ in _ANNOTATION.finditer(text))
    of_table = sum(times for character, (times, _) in found.items() if is_traditional(character))
    if of_table < 3 or of_table < 0.75 * total:
        return False
    always = sum(times for times, stands in found.values() if times >= 0.9 * stands)
    return always >= 0.75 * of_table


def holds_cut_reading(text: str) -> bool:
    """Say whether an annotated character was found across two others in *text*, as in ``變?yōu)槿``."""
    for match in CUT_OFF.finditer(text):
        pair = gbk.bytes_of().get(text[match.start() - 1]) if match.start() and match.group().startswith("?") else None
        if pair and find_annotated(pair[1], match.group(1)):
            return True
    return False


def holds_cut_sign(text: str) -> bool:
    """Say whether a marked sign in *text* was surely found across two characters, as in ``。??偨Y``."""
    return any(sign_gain(text, match.end()) >= _SURE_GAIN for match in MARKED_SIGN.finditer(text))


def find_annotation(text: str) -> str:
    """Return the neighbourhood of the first reading in *text*, or else of the first Traditional character."""
    match = _ANNOTATION.search(text) or traditional_pattern().search(text)
    return text[max(0, match.start() - 20) : match.end() + 40] if match else ""
