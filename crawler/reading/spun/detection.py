"""Whether a page's text was spun: judged on the whole page, never on how dense its readings are."""

from __future__ import annotations

from collections import Counter

from crawler.reading.patterns import pattern
from crawler.reading.spun import gbk
from crawler.reading.spun.inversion import MARKED_SIGN, SIGN, is_surely_cut, sign_gain
from crawler.reading.spun.readings import CUT_OFF, find_annotated, table, toneless
from crawler.reading.spun.script import TRADITIONAL_SHARE, is_traditional, traditional_pattern
from crawler.reading.spun.suspicion import ANNOTATION, FEWEST_TRADITIONAL

_HANZI = pattern(r"[\u4e00-\u9fff]")
# A spinner leaves these in Simplified, since each stands for two Traditional characters; writers do not.
_LEFT_SIMPLE = pattern(
    r"于|(?:規|示|模|典|師|防)范|范(?:圍|例|本)|(?<![皇太王母天])后(?![妃羿稷])|[關聯]系|干(?:部|群|警)|云(?:計|南|平)|制(?:造|作|品)|"
    r"[戰奮]斗|斗爭|[這那哪心手家夜河溝山城屋田嘴眼]里(?![程長])|里面"
)
# Forms that have no other reading: two of them are no slip.
_SURELY_LEFT_SIMPLE = pattern(
    r"[之以年前先今最然此事戰隨日月]后|后[來面續期者代果]|[低高大小多少由對關至屬位居處等基便利善終源]于"
)
_WRITERS_OWN = pattern(r"[於後範製係繫幹裡裏鬥麵隻雲]")
# How much likelier text off by one byte must be behind a sign with a mark for the lone byte before it, and without. No
# sign reaches the second in two million characters of genuine and of converted texts.
_SURE_GAIN, _SURE_GAIN_BARE = 4.0, 8.0
# What comes of turning each character by itself: writers, and programs that know words, have 批准, 複雜, 頭髮, 儘管.
_BY_CHARACTER = pattern(
    r"批準|核準|準許|準予|復雜|復印|重復|復制|頭發|理發|盡管|日歷|掛歷|長徵|遠徵|徵服|出徵|松綁|輕松|籤[訂字約]"
)


def count_annotations(text: str) -> dict[str, tuple[int, int]]:
    """Return how often *text* annotates each character of the closed table, and how often the character stands.

    >>> count_annotations("發(fā)展，發(fā)現(xiàn)，出現")
    {'發': (2, 2), '現': (1, 2)}
    """
    readings = table()
    annotated: Counter[str] = Counter()
    for match in ANNOTATION.finditer(text):
        if toneless(match.group(2)) in readings.get(match.group(1), ()):
            annotated[match.group(1)] += 1
    return {character: (times, text.count(character)) for character, times in annotated.items()}


def is_spun(text: str, forged: bool = False) -> bool:
    """Say whether the page's whole *text* was spun; *forged* is evidence of spam elsewhere on the page.

    >>> is_spun("學(xué)校發(fā)出通知，學(xué)生發(fā)言，討論規(guī)則，請師長、職員與關心學(xué)校的鄉親來參加")
    True
    """
    traditional = len(traditional_pattern().findall(text))
    if traditional < FEWEST_TRADITIONAL:
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
    if _annotates_a_prefix(text):
        return True
    kinds = set(_LEFT_SIMPLE.findall(text))
    if left_simple and (_annotates_only_always(text) or _BY_CHARACTER.search(text)):
        return True
    surely = len(_SURELY_LEFT_SIMPLE.findall(text))
    return left_simple >= 4 or surely >= 2 or (left_simple >= 2 <= len(kinds))


def _annotates_a_prefix(text: str) -> bool:
    """Say whether *text* annotates two characters or more, always, and all that stand before them in the table.

    Sites use lists of several lengths, of which each begins as the others do. Lessons choose by another order.
    """
    found = count_annotations(text)
    always = all(times == stands for times, stands in found.values())
    if len(found) < 2 or not always or sum(times for times, _ in found.values()) < len(ANNOTATION.findall(text)):
        return False
    order = list(table())
    last = max(map(order.index, found))
    return all(one in found for one in order[: last + 1] if one in text) and sum(map(is_traditional, found)) >= 2


def _annotates_only_always(text: str) -> bool:
    """Say whether *text* has readings, all of them on characters of the table, and on each of these every time."""
    found = count_annotations(text)
    total = sum(1 for _ in ANNOTATION.finditer(text))
    return bool(found) and sum(stands for _, stands in found.values()) == total


def _annotated_by_machine(text: str) -> bool:
    """Three or more readings, nearly all of them on characters of the table, each of which is always annotated."""
    found = count_annotations(text)
    total = sum(1 for _ in ANNOTATION.finditer(text))
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
    """Say whether a sign in *text* was surely found across two characters, as in ``。??偨Y``."""
    if any(sign_gain(text, match.end()) >= _SURE_GAIN for match in MARKED_SIGN.finditer(text)):
        return True
    return any(is_surely_cut(text, match.end(), _SURE_GAIN_BARE) for match in SIGN.finditer(text))


def find_annotation(text: str) -> str:
    """Return the neighbourhood of the first reading in *text*, or else of the first Traditional character."""
    match = ANNOTATION.search(text) or traditional_pattern().search(text)
    return text[max(0, match.start() - 20) : match.end() + 40] if match else ""
