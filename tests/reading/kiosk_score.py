"""What was read of a kiosk's page, held against what was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from crawler.reading import read_documents
from crawler.reading.values import Document
from tests.reading.copydesk import Filed
from tests.reading.kiosk import Sheet

_ARROWS = "▲↑"
_TELLING = 6


@dataclass
class Score:
    """Right ones of asked ones, and what went wrong in words."""

    found: int = 0
    wanted: int = 0
    surplus: int = 0
    joined: int = 0
    seams: int = 0
    titled: int = 0
    signed: int = 0
    captions: int = 0
    pictured: int = 0
    leaked: int = 0
    dated: int = 0
    sourced: int = 0
    pages: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the figures of *other*."""
        for one in fields(self):
            if one.name != "wrong":
                setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def line(self) -> str:
        """Return the figures in one line."""
        return (
            f"pages {self.pages}: stories {self.found}/{self.wanted}, surplus {self.surplus}, joins {self.joined}/{self.seams}, "
            f"titles {self.titled}/{self.found}, authors {self.signed}/{self.found}, captions {self.captions}/{self.pictured}, "
            f"leaked {self.leaked}, dates {self.dated}/{self.pages}, sources {self.sourced}/{self.pages}"
        )


def score_sheet(sheet: Sheet, html: str | None = None) -> Score:
    """Return what is read of *sheet*, served as *html* where something was laid over it."""
    documents = read_documents((html or sheet.html).encode(), "http://www.qingshi.gov.cn/xw/2024/t1.html")
    score = Score(wanted=len(sheet.stories), pages=1)
    used: set[int] = set()
    for story in sheet.stories:
        index = next((i for i, doc in enumerate(documents) if i not in used and _is(doc, story)), None)
        if index is None:
            score.wrong.append(f"story: {story.title}")
            continue
        used.add(index)
        score.found += 1
        _held_against(score, story, documents[index])
    _joins(score, sheet, documents)
    _captions(score, sheet, documents)
    spare = [doc for i, doc in enumerate(documents) if i not in used]
    score.surplus = len(spare)
    score.wrong += [f"surplus: {doc.title} / {doc.text[:80]} / {doc.captions}" for doc in spare]
    told = [
        _squeeze(line) for doc in documents for line in (doc.title, doc.kicker, *doc.text.split("\n"), *doc.captions)
    ]
    for absent in map(_squeeze, sheet.absent):
        if any(absent in line if len(absent) >= _TELLING else line == absent for line in told):
            score.leaked += 1
            score.wrong.append(f"leaked: {absent}")
    first = documents[0]
    score.dated = first.published == sheet.frame.published
    score.sourced = first.source == sheet.frame.source
    if not score.dated:
        score.wrong.append(f"date: {first.published} for {sheet.frame.published}")
    if not score.sourced:
        score.wrong.append(f"source: {first.source} for {sheet.frame.source}")
    return score


def _is(document: Document, story: Filed) -> bool:
    heads = _squeeze(f"{document.kicker or ''}{document.title or ''}{document.subtitle or ''}")
    if _squeeze(story.title) not in heads:
        return False
    spare = [*story.loose, story.title, story.kicker or "", story.subtitle or "", *story.captions]
    return _f1(_without(document.text, spare), _without("".join(story.paragraphs), spare)) >= 0.97


def _held_against(score: Score, story: Filed, document: Document) -> None:
    heads = {_squeeze(document.title), _squeeze(document.kicker), _squeeze(document.subtitle)} - {""}
    wanted = {_squeeze(story.title), _squeeze(story.kicker), _squeeze(story.subtitle)} - {""}
    if heads == wanted and _squeeze(document.title) == _squeeze(story.title):
        score.titled += 1
    else:
        score.wrong.append(
            f"title: {document.kicker} | {document.title} | {document.subtitle} for {story.kicker} | {story.title} | {story.subtitle}"
        )
    named = {author.name for author in document.authors}
    if set(story.authors) <= named <= {*story.authors, *story.photographers}:
        score.signed += 1
    else:
        score.wrong.append(f"authors: {named} for {story.authors} {story.loose[:1]}")


def _joins(score: Score, sheet: Sheet, documents: Sequence[Document]) -> None:
    texts = ["\n".join(map(_squeeze, document.text.split("\n"))) for document in documents]
    for story in sheet.stories:
        for seam in story.seams:
            score.seams += 1
            if any(_squeeze(seam) in text for text in texts):
                score.joined += 1
            else:
                score.wrong.append(f"join: {seam}")


def _captions(score: Score, sheet: Sheet, documents: Sequence[Document]) -> None:
    """Count the captions that stand apart from all text, by what they say up to the photographer."""
    texts = _squeeze("".join(document.text for document in documents))
    told = [_squeeze(caption).lstrip(_ARROWS) for document in documents for caption in document.captions]
    for caption in (caption for story in sheet.stories for caption in story.captions):
        score.pictured += 1
        opening = re.split(r"[。（(]", _squeeze(caption).lstrip(_ARROWS))[0]
        if opening not in texts and any(one.startswith(opening) for one in told):
            score.captions += 1
        else:
            score.wrong.append(f"caption: {caption} {'in the text' if opening in texts else 'lost'}")


def _squeeze(text: str | None) -> str:
    return re.sub(r"[\s\u3000—-]+", "", text or "")


def _without(text: str, parts: Sequence[str]) -> str:
    text = _squeeze(text)
    for part in sorted({_squeeze(p) for p in parts if len(_squeeze(p)) > 1}, key=len, reverse=True):
        text = text.replace(part, "")
    return text


def _f1(found: str, wanted: str) -> float:
    one, two = (Counter(text[i : i + 4] for i in range(max(1, len(text) - 3))) for text in (found, wanted))
    return 2 * sum((one & two).values()) / (sum(one.values()) + sum(two.values()))
