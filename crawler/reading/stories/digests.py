"""Digests: pages whose stories are numbered or marked as items."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.parts import Part

_DIGEST = pattern(
    r"专刊|要闻|简讯|快讯|速览|速递|速报|动态|综合新闻|新闻摘要|集锦|短波|一周|本周|每周|汇总|早知道|早报|看点|播报|信息专报|第.{1,4}期|\d版"
)
_PREFACE = 5
# An editor's note above a digest's first item is kept; a line of greeting or a slogan is not.
_SHORTEST_NOTE = 60
_SHORTEST_ITEM = 20


def is_digest(lines: Sequence[StoryLine], page_title: str | None) -> bool:
    """Return whether the page's title or one of its first headings is a digest's: 一周要闻, 简讯, 专刊."""
    preface = " ".join(line.text for line in lines[:_PREFACE] if line.kind == "head")
    return bool(_DIGEST.search(f"{page_title or ''} {preface}"))


def group_items(parts: list[Part], page_title: str | None) -> list[list[Part]] | None:
    """Return *parts* grouped by the numbers of a digest's items, or None where the numbers are an article's own."""
    for style in ("digits", "circled", "han", "bracket", "zero", "latin", "boxed", "bullet"):
        at = [i for i, part in enumerate(parts) if (n := _number(part)) is not None and n[0] == style]
        values = [_number(parts[i])[1] for i in at]  # type: ignore[index]
        if len(at) < 2 or (style != "bullet" and values != list(range(1, len(at) + 1))):
            continue
        groups = [parts[a:b] for a, b in zip(at, [*at[1:], len(parts)], strict=True)]
        preface = parts[: at[0]]
        if _are_items(groups, preface, page_title):
            return [preface, *groups] if sum(part.size for part in preface) >= _SHORTEST_NOTE else groups
    return None


def _number(part: Part) -> tuple[str, int] | None:
    return part.heads[0].number if part.heads else None


def _are_items(groups: list[list[Part]], preface: list[Part], page_title: str | None) -> bool:
    if any(sum(part.size for part in group) < _SHORTEST_ITEM for group in groups):
        return False
    signed = sum(any(p.is_signed_above or p.is_signed_below for p in group) for group in groups)
    events = sum(any(part.tells_event for part in group[:2]) for group in groups)
    intro = " ".join([page_title or "", *(h.text for p in preface for h in p.heads)])
    if signed * 2 > len(groups):
        return True
    return bool(_DIGEST.search(intro)) and events * 5 >= len(groups) * 3 and not any(p.size > 120 for p in preface)
