"""The outlet whose name stands in an element that is called a source, without a word before it."""

from __future__ import annotations

import re

from crawler.reading.body.furniture import is_furniture
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.metadata.zone import Zone, elements_of
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern

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
