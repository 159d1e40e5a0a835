"""What stands beside an article in the record that a page hands to its script: title, day, source, writer, column."""

from __future__ import annotations

import json
import re
from html import escape

from crawler.reading.dates import read_machine_stamp
from crawler.reading.patterns import pattern

_FIELDS = {
    "kicker": pattern(r'"(?:intro|pre|lead|shoulder)_?title"\s*:\s*"((?:[^"\\]|\\.){4,60})"', re.I),
    "subtitle": pattern(r'"(?:sub|vice|second)_?title"\s*:\s*"((?:[^"\\]|\\.){4,60})"', re.I),
    "title": pattern(r'"(?:title|articleTitle|headline|newsTitle)"\s*:\s*"((?:[^"\\]|\\.){4,120})"'),
    "发布时间": pattern(
        r'"(?:publish|pub|release|issue|create|show|paper)_?(?:ed)?_?(?:time|date|at)"\s*:\s*(?:"([^"\\]{8,32})"|(\d{10,13})\b)',
        re.I,
    ),
    "来源": pattern(
        r'"(?:source(?:_?name)?|media(?:_?name)?|copy_?from|origin(?:_?name)?)"\s*:\s*"((?:[^"\\]|\\.){2,30})"', re.I
    ),
    "作者": pattern(r'"(?:author(?:_?name)?|writer|reporter|journalist)"\s*:\s*"((?:[^"\\]|\\.){2,30})"', re.I),
    "栏目": pattern(r'"(?:column|channel|node|cate(?:gory)?)_?name"\s*:\s*"((?:[^"\\]|\\.){2,16})"', re.I),
}
# The fields of one record stand near its longest; a list of other articles follows.
_NEAR = 2_000


def head_beside(script: str, start: int, end: int) -> str:
    """Return as markup what the record says in *script* of the article that stands there from *start* to *end*."""
    found = {name: value for name in _FIELDS if (value := _nearest(name, script, start, end))}
    stamp = read_machine_stamp(found.pop("发布时间", ""))
    if stamp:
        found["发布时间"] = stamp.iso()[:19].replace("T", " ")
    title, above, below = (found.pop(name, "") for name in ("title", "kicker", "subtitle"))
    bar = "".join(f"<span>{label}：{escape(value)}</span> " for label, value in found.items())
    heads = f"{_deck('kicker', above)}<h1>{escape(title)}</h1>{_deck('subtitle', below)}" if title else ""
    return heads + (f"<div>{bar}</div>" if bar else "")


def _deck(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""


def _nearest(name: str, script: str, start: int, end: int) -> str:
    """The value of the field *name* before the article, the last there, or else the first behind it."""
    before = list(_FIELDS[name].finditer(script, max(0, start - _NEAR), start))
    match = before[-1] if before else _FIELDS[name].search(script, end, end + _NEAR)
    if match is None:
        return ""
    value = next(group for group in match.groups() if group)
    try:
        return " ".join(str(json.loads(f'"{value}"', strict=False)).split())
    except ValueError:
        return ""
