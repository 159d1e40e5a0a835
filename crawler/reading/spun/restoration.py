"""The texts of a spun page, restored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.spun.detection import count_annotations
from crawler.reading.spun.inversion import bareness, invert
from crawler.reading.spun.readings import BRACKETED, table, toneless
from crawler.reading.spun.script import is_traditional, to_simplified, traditional_pattern
from crawler.reading.values import Restoration

# Some spinners print the half-width mark before the full-width one.
_DOUBLED_MARK = pattern(r",(?=，)|:(?=：)|;(?=；)")


def restore(texts: Sequence[str]) -> tuple[list[str], Restoration]:
    """Return the *texts* of one spun page as they were before, in Simplified, and how much of them was changed.

    A character is rid of its reading only where the page gives it one nearly every time it stands, since a genuine
    reading of a place name can stand in a spun page. What stays unsure is U+FFFD.

    >>> restore(["發(fā)展統(tǒng)計局", "亳(bó)州與亳縣"])[0]
    ['发展统计局', '亳(bó)州与亳县']
    """
    texts = [_DOUBLED_MARK.sub("", text) for text in texts]
    bare = bareness(texts)
    times = Counter(texts)  # junk repeats itself by the thousand
    inverted = {text: invert(text, bare) for text in times}
    always = _always_annotated("\n".join(inverted[text].undamaged for text in texts))
    changed, restored = 0, {}
    for text, found in inverted.items():
        plain, readings = _strip(found.text, always)
        changed += times[text] * (found.restored + readings + len(traditional_pattern().findall(plain)))
        restored[text] = _simplified(plain)
    unsure = sum(times[text] * found.unsure for text, found in inverted.items())
    return [restored[text] for text in texts], Restoration(changed, unsure)


def _simplified(text: str) -> str:
    """Return *text*, which was Simplified once, with its Traditional characters simplified and no other ones.

    OpenCC takes 沈靜 for a word that the mainland writes 沉静; here it is how somebody called 沈静 was spun.

    >>> _simplified("沈靜國向著目標"), _simplified("乾隆")
    ('沈静国向着目标', '乾隆')
    """
    simple = to_simplified(text)
    if len(simple) != len(text):
        return simple
    pairs = zip(text, simple, strict=True)
    return "".join(one if one == was or is_traditional(was) or was == "著" else was for was, one in pairs)


def _always_annotated(text: str) -> frozenset[str]:
    found = count_annotations(text)
    return frozenset(
        character
        for character, (times, stands) in found.items()
        if times >= 0.9 * stands and (is_traditional(character) or _is_thorough(found, text))
    )


def _is_thorough(found: dict[str, tuple[int, int]], text: str) -> bool:
    """Say whether the page annotates so much of the table that even its last characters are the spinner's."""
    present = [character for character in table() if character in text]
    return len(found) > 0.8 * len(present)


def _strip(text: str, characters: frozenset[str]) -> tuple[str, int]:
    if not characters:
        return text, 0
    pattern = re.compile("([" + "".join(sorted(characters)) + "])" + BRACKETED.pattern)
    count = 0

    def bare(match: re.Match[str]) -> str:
        nonlocal count
        if toneless(match.group(2)) not in table()[match.group(1)]:
            return match.group()
        count += 1
        return match.group(1)

    return pattern.sub(bare, text), count
