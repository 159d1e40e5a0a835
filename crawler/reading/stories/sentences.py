"""Where sentences begin and end, and whether two pieces of text are one sentence."""

from __future__ import annotations

import re

from crawler.reading.patterns import pattern
from crawler.reading.stories.numbers import without_number

# How a line begins and ends is told by this much of it, however long a hostile page makes it.
_END = 120
# Footnote numbers and signs of private fonts stand behind the full stop, which spinners swallow before all others:
# what a restored text leaves unsure at the end of a line is one.
_CLOSED = pattern(
    r"(?:[。！？!?…；;：:\ufffd]|[\u4e00-\u9fff%％A-Za-z]\.)(?:[”’』」）)》〉】\"'\s\ue000-\uf8ff\ufeff\u200b]|\[\d{1,3}\])*(?:[①-⑳]\d{0,2})?$|"
    r"[。！？!?…\ufffd][”’』」]?[(（][^()（）]{1,40}[)）]\s*(?:[①-⑳]\d{0,2})?$"
)
_OPENER = pattern(
    r"(?:据了解|据悉|据介绍|据统计|据报道|近日|日前|目前|同时|此外|随后|会上|会议[指强要认]|活动[中现]|当天|当日|近年来|今年以来|下一步|"
    r"截至|去年|今年|(?:在|随着|按照|根据|通过|围绕|依托|作为)[^，,]{2,14}|在此|为此|其中|然而|但是|因此|接着|记者[从在了]|\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{0,4}|\d{4}年\d{1,2}月)[^《“]{0,12}?[，,]"
)
_SPEAKER = pattern(r"^[^，,。]{2,18}(?:表示|介绍|指出|强调|认为|要求|说|告诉记者)[，,]")
_MID_SENTENCE = pattern(r"^[，,、。；;：:！？!?”’』」）)》〉％%的了着们地得]|^[a-z]")
_DANGLING = pattern(r"[，,、（(“‘『「《〈—·的和与及或在将把被为以从向对由]$")
_PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ("『", "』"),
    ("「", "」"),
    ("《", "》"),
    ("（", "）"),
    ("(", ")"),
    ("【", "】"),
    ("〈", "〉"),
)
_DAY = pattern(
    r"^(?:[二〇○零一两三四五六七八九十\d]{2,4}\s?年)\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$"
)
# What counts or dates, and so stands behind the figure that was cut off.
_MEASURE = pattern(
    r"[年月日时分个名户亩份家所条项台万亿元吨米人次岁位辆件棵株头只盏支幅篇册期届级层座间套段里天周秒度℃%％]|多|余|"
    r"公[里斤顷]|平方|[毫厘千]米|千[瓦克]|小时"
)
_REST_OF_DATE = pattern(r"\d{1,2}[月日]")
SURE_SEAM = 2.0
_LONG, _VERY_LONG = 23, 30
_MOST_LISTED = 2


def is_closed(text: str) -> bool:
    """Return whether *text* ends where a sentence, or a clause before a list, may end."""
    return bool(_CLOSED.search(text[-_END:])) or is_day(text)


def is_fragment(text: str) -> bool:
    """Return whether *text*, which ends without a full stop, is a sentence cut off rather than a headline."""
    if not is_balanced(text) or _DANGLING.search(text):
        return True
    listed = without_number(text).count("、") if len(text) > _LONG else 0
    if (len(text) > _LONG and listed > _MOST_LISTED) or (len(text) > _VERY_LONG and listed == _MOST_LISTED):
        return True
    return is_sentence_opening(text) or len(re.findall(r"[，,]", text)) > 1


def is_balanced(text: str) -> bool:
    """Return whether *text* closes every quotation and bracket that it opens."""
    return not any(text.count(a) > text.count(b) for a, b in _PAIRS)


def continues(text: str) -> bool:
    """Return whether *text* begins with what cannot begin a sentence."""
    text = text[:_END]
    return bool(_MID_SENTENCE.match(text)) or any(b in text.split(a)[0] for a, b in _PAIRS if b in text)


def begins_within(text: str) -> bool:
    """Return whether *text* begins with a sign or a word that stands within a sentence only."""
    return bool(_MID_SENTENCE.match(text))


def is_sentence_opening(text: str) -> bool:
    """Return whether *text* begins as reports begin a sentence: 近日, 据了解, 某某表示 …"""
    return bool(_OPENER.match(text) or _SPEAKER.match(text))


def lacks_its_end(text: str, following: str) -> bool:
    """Return whether *text* opens a quotation or bracket that *following* closes."""
    following = following[: 4 * _END]
    return any(text.count(a) > text.count(b) and b in following.split(a)[0] for a, b in _PAIRS)


def seam(end: str, start: str) -> float:
    """Return how much likelier *end* and *start* are as one run of words than as two, as a logarithm."""
    from crawler.reading.spun.words import score  # its tables are for pages of several stories and spun ones only

    left, right = end[-4:], start[:4]
    if (end[-1:].isdigit() and (_MEASURE.match(start) or start[:1].isdigit())) or continues(start):
        return 4.0
    if end.endswith(("年", "月")) and _REST_OF_DATE.match(start):
        return 4.0
    return min(6.0, score(left + right) - score(left) - score(right))


def is_day(text: str) -> bool:
    """Return whether *text* is a day and nothing else, as below a notice."""
    return bool(_DAY.match(text[:_END]))
