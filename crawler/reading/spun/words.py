"""How likely a run of Simplified Chinese is, by the words of a segmenter's dictionary."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LONGEST_WORD = 5
_UNKNOWN = -20.0
# U+FFFD stands for any character: how rare it is, the bytes known of it say.
_SIGNS = {"\ufffd": 0.0, "，": -3.2, "。": -3.6, "、": -4.0, "的": -3.0, "\n": -4.0, " ": -4.0, "\u3000": -4.0}
_SIGNS |= (
    dict.fromkeys("“”‘’《》：；（）,", -5.5) | dict.fromkeys("！？…—·%％-/~", -7.5) | dict.fromkeys("?!():;", -8.0)
)
_SIGNS |= dict.fromkeys("『』「」〈〉【】〔〕［］＋－＝×÷±≥≤℃‰○●◎□■△▲★☆◆◇→←↑↓※①②③④⑤⑥⑦⑧⑨⑩０１２３４５６７８９", -9.5)
# Signs that seldom stand apart, as often as news and notices have them together.
_SIGN_PAIRS = {"。”": -6.8, "”，": -7.0, "”。": -7.2, "，“": -7.6, "：“": -7.2, "。“": -7.8, "、“": -8.5, "）。": -7.8}
_SIGN_PAIRS |= {
    "），": -7.8,
    "——": -7.5,
    "”“": -8.8,
    "》，": -8.8,
    "》。": -9.0,
    "》《": -9.5,
    "、《": -9.5,
    "》、": -9.5,
}
_SIGN_PAIRS |= {"”、": -8.5, "。《": -9.8, "！”": -8.5, "？”": -9.0, "。（": -9.2, "……": -9.0, "”（": -9.5, "）“": -9.8}
# What names in quotation marks are followed by, as often as a month of newspaper has them so.
_SIGN_PAIRS |= {"”的": -7.0, "”和": -9.3, "”等": -9.4, "”这": -9.5, "”号": -9.6, "”为": -9.9}
_SIGN_PAIRS |= {"”牌": -10.2, "”字": -10.2, "”称": -10.8, "”奖": -11.0}
_DIGIT = -4.0
_LETTER = -8.5


@cache
def word_frequencies() -> dict[str, int]:
    """Return how often each word of jieba's dictionary was counted.

    The file is read where it lies, since importing jieba itself loads much that is not needed.
    """
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba is not installed: its dictionary is needed to undo spun text")
    # Each line is a word, a number and a kind, and none of them holds a blank.
    fields = Path(spec.submodule_search_locations[0], "dict.txt").read_text("utf-8").split()
    return dict(zip(fields[::3], map(int, fields[1::3]), strict=True))


@cache
def word_logs() -> dict[str, float]:
    """Return the log probability of each word of the dictionary, minus infinity for what only begins one."""
    total = math.log(sum(word_frequencies().values()))
    logs = {times: math.log(times or 1) - total for times in set(word_frequencies().values())}
    entries = {word: logs[times] for word, times in word_frequencies().items() if len(word) <= LONGEST_WORD}
    entries |= _SIGN_PAIRS
    for end in range(1, LONGEST_WORD):
        for begun in {word[:end] for word in entries if len(word) > end} - entries.keys():
            entries[begun] = -math.inf
    return entries


@cache
def beginnings() -> frozenset[str]:
    """Return what longer words of the dictionary begin with, two characters or more."""
    return frozenset(
        word[:end] for word in word_logs() for end in range(2, min(len(word), LONGEST_WORD)) if len(word) > 2
    )


@cache
def followers() -> dict[str, frozenset[str]]:
    """Return, for each character that begins a longer word, the characters that come second in one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in word_logs():
        if len(word) == 2:
            found[word[0]].append(word[1])
    return {first: frozenset(second) for first, second in found.items()}


def word_score(word: str) -> float | None:
    """Return the log probability of *word*; minus infinity where it only begins one, None where it does neither."""
    found = word_logs().get(word)
    if len(word) > 1 or (found is not None and found > -math.inf):
        return found
    return _sign_score(word)


def _sign_score(sign: str) -> float:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.isascii():
        return _DIGIT if sign.isdigit() else _LETTER
    return _UNKNOWN


def score(text: Iterable[str]) -> float:
    """Return the log probability of *text* cut into words the likeliest way.

    >>> score("群众工作") > score("罕姷槿ぷ")
    True
    """
    text = "".join(text)
    best = [0.0] + [-math.inf] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST_WORD) + 1):
            found = word_score(text[start:end])
            if found is None:
                break
            best[end] = max(best[end], best[start] + found)
    return best[-1]
