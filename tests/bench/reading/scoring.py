"""How an answer is scored against the gold of a page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from opencc import OpenCC

from tests.bench.reading.corpus import Case

_READING = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+ ?\)")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a tool read in a page; None where the tool has no such field."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] | None = None
    column: str | None = None
    site: str | None = None
    charset: str | None = None
    documents: int = 1


@dataclass
class Score:
    """The scores of one answer; a field is None where the gold has nothing to compare with."""

    name: str
    precision: float
    recall: float
    f1: float
    leaked: int
    traps: int
    marks: dict[str, bool | None] = field(default_factory=dict)


def squeeze(text: str) -> str:
    """Return *text* without white space and control characters."""
    return re.sub(r"[\s\x00-\x1f]+", "", text)


def respell(text: str) -> str:
    """Return *text* with spun spelling undone: readings in brackets stripped, Traditional made Simplified.

    Gold of a spun page is as the page prints it; what is measured is where the body begins and ends.
    """
    return _simplified().convert(_READING.sub("", text))


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def grams(text: str) -> Counter[str]:
    """Return the character 4-grams of *text*, white space removed."""
    text = squeeze(text)
    return Counter(text[i : i + 4] for i in range(max(1, len(text) - 3))) if text else Counter()


def body_score(found: str, gold: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the 4-grams of *found* against *gold*; two empty texts agree."""
    a, b = grams(found), grams(gold)
    if not a or not b:
        even = float(not a and not b)
        return even, even, even
    hit = sum((a & b).values())
    return hit / sum(a.values()), hit / sum(b.values()), 2 * hit / (sum(a.values()) + sum(b.values()))


def without(text: str, parts: Iterable[str]) -> str:
    """Return *text* squeezed, with each of *parts* taken out."""
    text = squeeze(text)
    for part in sorted(map(squeeze, parts), key=len, reverse=True):
        if part:
            text = text.replace(part, "")
    return text


def score(case: Case, answer: Answer) -> Score:
    """Return how well *answer* meets *case*."""
    assert case.text is not None
    if len(_READING.findall(case.text)) > 20:
        case, answer = _respelled(case, answer)
    found = without(answer.text, (*case.spam, *case.free))
    gold = without(case.text, (*case.spam, *case.free))
    leaked = sum(squeeze(trap) in squeeze(answer.text) for trap in case.traps)
    return Score(
        case.name,
        *body_score(found, gold),
        leaked,
        len(case.traps),
        {
            "title": _same(answer.title, case.titles) if case.titles else None,
            "day": _day(case, answer),
            "time": _time(case, answer),
            "undated": (answer.published is None) if case.dated is False else None,
            "wrong": _wrong(case, answer),
            "source": _source(case, answer) if case.has_source else None,
            "authors": _authors(case, answer) if case.authors else None,
            "no_author": (not answer.authors) if case.authors == () else None,
            "column": _same(answer.column, (case.column,)) if case.column else None,
            "site": _same(answer.site, case.sites) if case.sites else None,
            "charset": (answer.charset == case.charset) if case.charset else None,
        },
    )


def _respelled(case: Case, answer: Answer) -> tuple[Case, Answer]:
    case = replace(
        case,
        text=respell(case.text or ""),
        traps=tuple(map(respell, case.traps)),
        titles=tuple(map(respell, case.titles)),
        source=respell(case.source) if case.source else None,
        column=respell(case.column) if case.column else None,
        sites=tuple(map(respell, case.sites)),
    )
    answer = replace(
        answer,
        text=respell(answer.text),
        title=respell(answer.title or ""),
        source=respell(answer.source or ""),
        column=respell(answer.column or ""),
        site=respell(answer.site or ""),
    )
    return case, answer


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def _same(found: str | None, golds: Sequence[str]) -> bool:
    return _plain(found or "") in [_plain(gold) for gold in golds]


def _day(case: Case, answer: Answer) -> bool | None:
    if not case.published:
        return None
    golds = [case.published, *case.published_accept]
    return any((answer.published or "")[: len(gold[:10])] == gold[:10] for gold in golds)


def _time(case: Case, answer: Answer) -> bool | None:
    if not case.published or "T" not in case.published:
        return None
    return (answer.published or "")[:16] in [case.published, *case.published_accept]


def _wrong(case: Case, answer: Answer) -> bool | None:
    """Not one of the dates that must not come out."""
    if not case.published_wrong:
        return None
    return not any((answer.published or "").startswith(wrong) for wrong in case.published_wrong)


def _source(case: Case, answer: Answer) -> bool:
    return _plain(answer.source or "") == _plain(case.source or "")


def _authors(case: Case, answer: Answer) -> bool:
    return {_plain(name) for name in answer.authors or ()} == {_plain(name) for name in case.authors or ()}
