"""The language of a text, as far as its script tells."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_SCRIPTS = (
    ("bo", pattern(r"[\u0f00-\u0fff]")),
    ("mn", pattern(r"[\u1800-\u18af]")),
    ("ug", pattern(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("ko", pattern(r"[\uac00-\ud7af]")),
    ("ja", pattern(r"[\u3040-\u30ff]")),
    ("ii", pattern(r"[\ua000-\ua4cf]")),
    ("ru", pattern(r"[\u0400-\u04ff]")),
    ("en", pattern(r"[A-Za-z]{3,}")),
)
_HAN = pattern(r"[\u3400-\u9fff]+")
_TRADITIONAL = frozenset("國會為這說對時間個學發經實現過們東車長門開關書後來兩無業電話點產與應將從樣認議區縣鄉鎮")
_SIMPLIFIED = frozenset("国会为这说对时间个学发经实现过们东车长门开关书后来两无业电话点产与应将从样认议区县乡镇")
_SAMPLE = 1000


def find_language(text: str) -> str | None:
    """Return the language of *text* as a BCP 47 tag; None where it has no letters to tell by.

    >>> find_language("柳江区召开会议"), find_language("柳江區召開會議"), find_language("2025-03-12")
    ('zh-Hans', 'zh-Hant', None)
    """
    text = text[:_SAMPLE]
    han = sum(map(len, _HAN.findall(text)))
    best, most = (None, 0) if 2 * han >= len(text) else _most_frequent(text)
    if han >= most and han:
        signs = set(text)
        return "zh-Hant" if len(signs & _TRADITIONAL) > len(signs & _SIMPLIFIED) else "zh-Hans"
    return best


def _most_frequent(text: str) -> tuple[str | None, int]:
    best, most = None, 0
    for tag, letters in _SCRIPTS:
        count = len(letters.findall(text))
        if count > most:
            best, most = tag, count
    return best, most
