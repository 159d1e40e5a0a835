"""Stories that others interrupt on the page, put together again."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.parts import Part
from crawler.reading.stories.sentences import continues, is_sentence_opening, lacks_its_end, seam

Story = list[Part]

# How much likelier, as a logarithm, two pieces are as one run of words than apart, before they are taken for one.
_SURE = 1.0
_KIN, _MOST_KIN = 1.0, 3.0
_CLAUSE = 0.0
# Words that seldom begin a paragraph.
_CARRIES_ON = pattern(r"^(?:将|等|也|都|就|才|还|又|被|所|并|且|及|和(?!谐)|与(?!会|此))")
_CARRIED_ON = 1.5
# Words that seldom stand within a sentence.
_BEGINS = pattern(
    r"^(?:[“‘「『]|为了|谈起|说起|截至|据|今年|去年|今后|当地|全[省市县区镇乡村]|该[局所镇乡村校院县市区社站]|他|她|这|那|我|随着|如今|眼下|此前|此后|会上|现场|\d{4}年|\d{1,2}月)"
)
_BEGUN = 1.0
# A sentence goes on in a later column of the same page, not twenty stories on.
_FARTHEST = 8
_TELLING_LINES = 4
_SHORTEST_EVEN = 6
_MOST_CANDIDATES = 60
# On one page no more stories are interrupted.
_MOST_BROKEN_OFF = 40
_TELLING_CHARACTERS = 1000


def rejoin(stories: Sequence[Story]) -> list[Story]:
    """Return *stories* with each piece that goes on with an earlier story put behind it."""
    whole: list[Story] = []
    if len(stories) < 2:
        return list(stories)
    for story in stories:
        earlier = _jumped(story, whole) or _parallel(story, whole)
        if earlier is None:
            whole.append(story)
        else:
            earlier.extend(story)
    broken_off = [i for i, story in enumerate(whole) if story[-1].stops_short]
    shared = _shared_grams(whole) if broken_off else set()
    for i in broken_off[:_MOST_BROKEN_OFF]:
        if whole[i][-1].stops_short:
            _fetch_end(whole[i], whole[i + 1 : i + 1 + _FARTHEST], shared)
    return [story for story in whole if story]


def rejoin_halves(stories: Sequence[Story]) -> list[Story]:
    """Return *stories* with each that is the second half of an earlier article, by its subheads, put behind it."""
    whole: list[Story] = []
    for story in stories:
        earlier = _parallel(story, whole)
        if earlier is None:
            whole.append(list(story))
        else:
            earlier.extend(story)
    return whole


def _jumped(piece: Story, earlier: Sequence[Story]) -> Story | None:
    """Return the story that jumps to another page, where *piece* comes from one and the two stand on this page."""
    if not piece[0].comes_from_elsewhere or not piece[0].texts:
        return None
    start = piece[0].texts[0].text
    away = [story for story in earlier if story[-1].goes_on_elsewhere and story[-1].texts]
    return max(away, key=lambda story: seam(story[-1].texts[-1].text, start)) if away else None


def _parallel(piece: Story, earlier: Sequence[Story]) -> Story | None:
    """Return the story whose subheads are of one make with the heading of *piece*, and which only one of them signs."""
    if piece[0].is_signed_above:
        return None
    signed = any(part.is_signed_below for part in piece)
    if signed and (piece[0].is_news or len(piece[0].heads) > 1):
        return None
    # What has subheads of its own is the second half of a long article rather than a story.
    shapes = {shape for head in piece[0].heads for shape in _shapes(head.text, long=signed or len(piece) > 1)}
    shapes = shapes if _are_even(piece) else {shape for shape in shapes if shape[0] != "even"}
    for story in earlier if shapes else ():
        heads = [head.text for part in story[1:] for head in part.heads]
        alike = shapes & {shape for head in heads for shape in _shapes(head, long=True)}
        # The length alone says little: it counts where nobody has signed what was broken off.
        doubtful = signed or all(shape[0] == "even" for shape in alike)
        if alike and not (doubtful and (story[0].is_signed_above or any(part.is_signed_below for part in story))):
            return story
    return None


def _shapes(head: str, *, long: bool) -> set[tuple[str, ...]]:
    """Return what a subhead has in common with its fellows: a year and the same measure, or a label of one make.

    Of a *long* piece the measure alone is enough, where it is none that all headlines have: 锚定目标 谋划一张施工图.
    """
    if (year := re.match(r"\d{4}年", head)) is not None:
        measure = [str(len(word)) for word in head[year.end() :].split()]
        return {("year", *measure)} if len(measure) > 1 else set()
    if (label := re.match(r"([^：:]{2,6})[：:]", head)) is not None:
        name, measure = label.group(1), [str(len(word)) for word in head[label.end() :].split()]
        # 产业篇：链上发力, 民生篇：枝叶关情
        return {("label", name), ("labels", name[-1], str(len(name)), *measure)}
    measure = [str(len(word)) for word in head.split()] if long else []
    if len(measure) == 1:
        return {("even", *measure)}
    return {("measure", *measure)} if len(set(measure)) > 1 else set()


def _are_even(piece: Story) -> bool:
    """Whether *piece* has one heading a part, each as long as the next, as no headlines of several stories are."""
    lengths = {len(part.heads[0].text) if len(part.heads) == 1 else 0 for part in piece}
    return len(piece) > 1 and len(lengths) == 1 and lengths.pop() >= _SHORTEST_EVEN


def _fetch_end(story: Story, later: Sequence[Story], shared: set[str]) -> None:
    """Move to *story*, which breaks off, the lines of a later story that go on with it."""
    likely, other, p, i = max(_places(story, later, shared), key=itemgetter(0), default=(0.0, story, 0, 0))
    if likely > _SURE:
        part = other[p]
        story.append(Part(body=part.body[i:], closer=part.closer))
        story.extend(other[p + 1 :])
        other[p:] = [Part(part.heads, part.under, part.body[:i])]


def _places(story: Story, later: Sequence[Story], shared: set[str]) -> Iterator[tuple[float, Story, int, int]]:
    """Yield where in *later* stories *story* may go on, line by line of each part, with how likely it does."""
    end = story[-1].texts[-1].text
    own = _grams(line.text for part in story for line in (*part.heads, *part.texts)) - shared
    for distance, other in enumerate(later):
        told = _grams(_opening(other)) - shared
        for p, part in enumerate(other):
            kin = [
                _kinship(_grams([line.text]) - shared, own, told) if line.kind == "text" else 0.0 for line in part.body
            ]
            for i in _candidates(part, first=p == 0):
                rest = _grams(_said_before(other, p, i)) - shared
                tail = _grams(line.text for line in part.body[i : i + _TELLING_LINES]) - shared
                matter = (2 * _kinship(tail, own, rest) + kin[i] / 2 + _parted(kin, _first_text(part), i)) / 2
                yield likelihood(end, part.body[i].text) + matter - distance / 4, other, p, i


def _parted(kin: Sequence[float], first: int, at: int) -> float:
    """Return how far the lines before *at* are of their own story's matter, and those from there on of the other's."""
    return max(-_MOST_KIN, min(_MOST_KIN, sum(kin[at:]) - sum(kin[first + 1 : at])))


def _opening(story: Story) -> list[str]:
    """Return the headlines of *story* and its first line, which are surely its own."""
    return [line.text for line in (*story[0].heads, *story[0].texts[:1])]


def _said_before(story: Story, part: int, line: int) -> list[str]:
    """Return the headlines of *story* and its lines up to *line* of *part*, the nearest ones of a long story."""
    told = [text.text for piece in story[:part] for text in (*piece.heads, *piece.texts)]
    told += [text.text for text in (*story[part].heads, *story[part].body[:line])]
    return [*told[:_TELLING_LINES], *told[_TELLING_LINES:][-2 * _TELLING_LINES :]]


def _first_text(part: Part) -> int:
    return next((i for i, line in enumerate(part.body) if line.kind in {"text", "lead"}), 0)


def _candidates(part: Part, *, first: bool) -> list[int]:
    """Return where in the body of *part* a piece of another story may begin."""
    found: list[int] = []
    before: StoryLine | None = None
    for i, line in enumerate(part.body):
        if line.kind == "text" and (before is not None or not first) and not (before and before.is_open):
            found.append(i)
        if line.kind != "caption":
            before = line
    return found[:_MOST_CANDIDATES]


def likelihood(end: str, start: str) -> float:
    """Return how likely *start* goes on with the sentence that breaks off with *end*; below 0 is unlikely."""
    if lacks_its_end(end, start):
        return 6.0
    if is_sentence_opening(start) and not continues(start):
        return -4.0
    # Behind a comma stands a clause of any kind: the seam says nothing, the matter must tell.
    clause = end.endswith(("，", ",", "、", "；", ";")) and not continues(start)
    told = _CLAUSE if clause else seam(end, start)
    if _CARRIES_ON.match(start):
        return told + _CARRIED_ON
    return told - _BEGUN if _BEGINS.match(start) and not continues(start) else told


def _kinship(tail: set[str], own: set[str], other: set[str]) -> float:
    """Return how much more of the words of one story only than of the other only stand in *tail*."""
    mine = (len(tail & own - other) + 1) / (len(own) + 40)
    theirs = (len(tail & other - own) + 1) / (len(other) + 40)
    return max(-_KIN, min(_KIN, 2 * math.log2(mine / theirs)))


def _shared_grams(stories: Sequence[Story]) -> set[str]:
    """Return the pairs of characters that stand in more than two stories: the wording of all reports."""
    counted = Counter(gram for story in stories for gram in _grams(line.text for part in story for line in part.texts))
    return {gram for gram, stories_with_it in counted.items() if stories_with_it > 2}


def _grams(texts: Iterable[str]) -> set[str]:
    return {
        text[i : i + 2]
        for text in texts
        for i in range(min(len(text), _TELLING_CHARACTERS) - 1)
        if "\u4e00" <= text[i] <= "\u9fff"
    }
