"""Digests: pages whose stories are numbered or marked as items."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import or_

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.matter import differ, wording
from crawler.reading.stories.numbers import MARKS
from crawler.reading.stories.parts import Part, opens_news

_DIGEST = pattern(
    r"专[刊版]|要闻|简讯|快讯|速览|速递|速报|动态|综合新闻|新闻摘要|集锦|短波|一周|本周|每周|汇总|早知道|早报|看点|播报|信息专报|媒体(?:看|聚焦|关注|眼中)|第.{1,4}期|\d版"
)
# Titles that nothing but a collection of reports has.
_COLLECTION = pattern(
    r"(?:一周|每周|本周|今日|昨日|近期|乡镇|部门|工作)?(?:要闻|新闻|动态)(?:速览|速递|速报|集锦|短波|简[讯报]|摘要|回顾|汇总|播报|一览|撷英|拾零|集萃)|"
    r"一周(?:要闻|新闻|动态|政务|时政|工作|看点)?(?:\s?[(（][\d.月日年~—–\-至 ]+[)）])?$|"
    r"(?:一|每|本)周(?:要闻|简讯|回顾)|(?:简讯|快讯|短讯|短波)$|综合消息|新闻早知道"
)
# Headlines that run into their text, in bold or in brackets.
_SET_APART = frozenset({"boxed", "bold"})
_FEWEST = 3
_LONGEST_BRIEF = 600
_PREFACE = 5
# An editor's note above a digest's first item is kept; a line of greeting or a slogan is not.
_SHORTEST_NOTE = 60
_SHORTEST_ITEM = 20
_LONGEST_PREFACE = 120
_SHORTEST_HEADLINE = 6
# The share of a headline's pairs of characters that its report says again.
_SAID = 0.15


def is_digest(lines: Sequence[StoryLine], page_title: str | None) -> bool:
    """Return whether the page's title or one of its first headings is a digest's: 一周要闻, 简讯, 专刊."""
    preface = " ".join(line.text for line in lines[:_PREFACE] if line.kind == "head")
    return bool(_DIGEST.search(f"{page_title or ''} {preface}"))


def is_collection(page_title: str | None) -> bool:
    """Return whether *page_title* is one that nothing but a collection of reports has: 一周要闻, 新闻速览, 简讯."""
    return bool(page_title and _COLLECTION.search(page_title))


def may_list_reports(lines: Sequence[StoryLine], page_title: str | None) -> bool:
    """Return whether *page_title* is a digest's and some of *lines* open as reports do below a heading."""
    if not (page_title and _DIGEST.search(page_title)):
        return False
    return sum(line.kind == "head" and opens_news(below.text) for line, below in pairwise(lines)) >= _FEWEST


def group_items(parts: list[Part], page_title: str | None) -> list[list[Part]] | None:
    """Return *parts* grouped by the numbers of a digest's items, or None where the numbers are an article's own."""
    for style in ("digits", "circled", "han", "bracket", "zero", "latin", "boxed", "bold", "quoted", "bullet"):
        at = [i for i, part in enumerate(parts) if (n := _number(part)) is not None and n[0] == style]
        values = [_number(parts[i])[1] for i in at]  # type: ignore[index]
        if len(at) < 2 or (style not in MARKS and values != list(range(1, len(at) + 1))):
            continue
        groups = [parts[a:b] for a, b in zip(at, [*at[1:], len(parts)], strict=True)]
        preface = parts[: at[0]]
        set_apart = style in _SET_APART and is_collection(page_title)
        if _are_items(groups, preface, page_title, set_apart=set_apart):
            return [preface, *groups] if sum(part.size for part in preface) >= _SHORTEST_NOTE else groups
    return _plain_items(parts, page_title)


def _plain_items(parts: list[Part], page_title: str | None) -> list[list[Part]] | None:
    """Return each part of a digest without numbers, where most are reports under one headline each."""
    if not all(part.heads for part in parts[1:]):
        return None  # what stands below a byline, or comes from another page, belongs to one of the reports
    headed = [part for part in parts if part.heads]
    if page_title and _DIGEST.search(page_title) and _are_set_apart(headed):
        signed = any(part.is_signed_above or part.is_signed_below for part in parts)
        events = sum(part.tells_event for part in headed)
        told = not signed and events * 5 >= len(headed) * 3 and differ([[part] for part in headed])
        if told or (is_collection(page_title) and not any(part.is_signed_above for part in parts)):
            return _each(parts, headed)
    if page_title and _DIGEST.search(page_title) and _are_reports(headed):
        return _each(parts, headed)
    if not is_collection(page_title):
        return None
    if any(part.is_signed_above or part.is_signed_below for part in parts):
        return None
    news = sum(part.is_news and part.size <= _LONGEST_BRIEF for part in headed)
    if len(headed) < _FEWEST or news * 5 < len(headed) * 4:
        return None
    return _each(parts, headed)


def _are_set_apart(headed: list[Part]) -> bool:
    """Whether each of the parts *headed* has one bold headline, long enough for one, and something to tell."""
    heads = [[head for head in part.heads if head.strong] for part in headed]
    return len(headed) >= _FEWEST and all(
        len(bold) == 1 and len(bold[0].text) >= _SHORTEST_HEADLINE and part.size >= _SHORTEST_ITEM
        for bold, part in zip(heads, headed, strict=True)
    )


def _are_reports(headed: list[Part]) -> bool:
    """Whether the parts *headed* open as reports do, each with when it happened, under a headline that sums it up."""
    if len(headed) < _FEWEST or any(len(part.heads) != 1 or part.heads[0].number for part in headed):
        return False
    texts = ["".join(line.text for line in part.texts) for part in headed]
    said = [[wording(part.heads[0].text, text) for text in texts] for part in headed]
    own = sum(shares[at] >= _SAID and shares[at] == max(shares) for at, shares in enumerate(said))
    news = sum(part.is_news and part.size >= _SHORTEST_ITEM for part in headed)
    return news * 5 >= len(headed) * 4 and own * 5 >= len(headed) * 4


def _each(parts: list[Part], headed: list[Part]) -> list[list[Part]]:
    start = parts.index(headed[0])
    return [parts[:start], *([part] for part in headed)] if start else [[part] for part in headed]


def _number(part: Part) -> tuple[str, int] | None:
    return part.heads[0].number if part.heads else None


def _are_items(groups: list[list[Part]], preface: list[Part], page_title: str | None, *, set_apart: bool) -> bool:
    told = [sum(part.size for part in group) >= _SHORTEST_ITEM for group in groups]
    shown = [any(line.kind == "caption" for part in group for line in part.body) for group in groups]
    # An item may be a picture with its caption.
    pictured = all(shown) and not any(told)
    if not all(map(or_, told, shown)) or (sum(told) * 4 < len(groups) * 3 and not pictured):
        return False
    signed = sum(any(p.is_signed_above or p.is_signed_below for p in group) for group in groups)
    events = sum(any(part.tells_event for part in group[:2]) for group in groups)
    intro = " ".join([page_title or "", *(h.text for p in preface for h in p.heads)])
    collected = set_apart or (is_collection(page_title) and events * 4 >= len(groups))
    if signed * 2 > len(groups) or (collected and not _is_long(preface)):
        return True
    told_of = events * 5 >= len(groups) * 3 or (events * 4 >= len(groups) and differ(groups))
    return bool(_DIGEST.search(intro)) and (told_of or pictured) and not _is_long(preface)


def _is_long(preface: list[Part]) -> bool:
    return any(part.size > _LONGEST_PREFACE for part in preface)
