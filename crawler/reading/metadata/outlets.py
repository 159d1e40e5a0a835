"""Outlets as elements tell them: what is called a source, where the link that names one ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.body.furniture import is_furniture
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.metadata.zone import Zone, elements_of
from crawler.reading.page.flow import Line
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern
from crawler.reading.provinces import PROVINCE

_PROVINCE_BEHIND = pattern(rf"{PROVINCE}$")
_CALLED = pattern(r"(?:^|[\s_-])(?:source|laiyuan|media-?name)(?:$|[\s_-])", re.I)
_NAME = pattern(r"[\w·]*[\u4e00-\u9fff][\w·]*")
_LONGEST, _SHORTEST_NAME, _LONGEST_NAME = 60, 3, 16


def called_source(zone: Zone) -> str | None:
    """Return the name that an element called so holds on a line of the head that also gives the day."""
    for line, node in elements_of(zone.head, _LONGEST, ("span", "a", "em", "i", "b")):
        if not _CALLED.search(node.get("class") or ""):
            continue
        name = "".join(phrase_in(node).split())
        named = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) and name in line.text
        if named and find_stamp(line.text) and not (is_furniture(name) or is_person(name) or find_stamp(name)):
            return name
    return None


def as_linked(value: str, lines: Sequence[Line]) -> str:
    """Return the *value* without the province right behind its link, or the button behind it.

    So platforms print <a>红星新闻</a><span>四川</span>, and sites that have readers join a group the way to it.
    """
    rest, behind = _PROVINCE_BEHIND.sub("", value), value.rpartition(" ")
    if rest == value and not behind[0]:
        return value
    names = {squash(phrase_in(link)) for line in lines if value in line.text for link in line.links}
    if behind[0] and behind[2] in names and not names.intersection((value, behind[0])):
        return behind[0]
    return rest if rest in names else value
