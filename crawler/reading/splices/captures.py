"""What other captures and other sites prove of a splice: weak evidence, which only flags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.injections.hosts import host_of
from crawler.reading.injections.kinds import SPLICED_PARAGRAPH, injection
from crawler.reading.splices.comparing import find_difference
from crawler.reading.values import Injection

_SHORTEST = 6
_LONGEST_CHANGE = 2000


class Change(NamedTuple):
    """What a later capture says in *paragraph* (from 1) in place of what the earlier one said there."""

    paragraph: int
    later: str
    earlier: str

    def as_injection(self) -> Injection:
        """Return the change as a finding."""
        return injection(SPLICED_PARAGRAPH, self.later, f"paragraph {self.paragraph}, not in the earlier capture")


def compare_captures(later: Sequence[str], earlier: Sequence[str]) -> list[Change]:
    """Return the phrases and paragraphs that the *later* capture of one address sets into the text of the *earlier*.

    Both are paragraphs in reading order. Texts that differ in more than one place are revisions, for which nothing is
    returned: a splice leaves all else as it was.

    >>> compare_captures(["大会上午在县城隆重开幕，某公司董事长张三到场祝贺。"], ["大会上午在县城隆重开幕。"])
    [Change(paragraph=1, later='，某公司董事长张三到场祝贺', earlier='')]
    """
    texts = ["".join(text.split()) for text in later]
    other = "".join("".join(text.split()) for text in earlier)
    changes: list[Change] = []
    for number, text in enumerate(texts):
        if text in other:
            continue
        found = find_difference(text, other, "".join(texts[:number]), "".join(texts[number + 1 :]))
        if found is None or len(found.instead) > _LONGEST_CHANGE:
            return []
        phrase = text[found.start : found.end]
        if len(phrase) >= _SHORTEST:
            changes.append(Change(number + 1, phrase, found.instead))
    return changes if len(changes) == 1 else []


class SharedPhrase(NamedTuple):
    """A *phrase* that stands in texts of unrelated sites: *places* are their addresses, in order."""

    phrase: str
    places: tuple[str, ...]

    def as_injection(self, url: str) -> Injection:
        """Return the phrase as a finding in the text of *url*."""
        others = sorted({host_of(place) for place in self.places if place != url})
        return injection(SPLICED_PARAGRAPH, self.phrase, f"also on {', '.join(others[:3])}")
