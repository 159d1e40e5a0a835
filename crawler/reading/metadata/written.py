"""What a page's own scripts say of its article: what they write into the bar, the dates that they hold.

TRS and other systems print the label 来源 only where an article has a source, and let a script decide that:
``var ly = "石桥日报"; if (ly != "") document.write("来源：" + ly);``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

_LABELS = ("来源", "來源", "稿源", "日期", "时间", "時間")
_STRING = r"\"[^\"\n]{0,120}\"|'[^'\n]{0,120}'"
_WRITE = pattern(rf"document\s*\.\s*write(?:ln)?\s*\(\s*((?:{_STRING}|[^\"'()\n]|\(\s*\)|\([\d,\s]*\)){{1,300}})\)")
_VALUE = pattern(rf"([A-Za-z_$][\w$]*)\s*=\s*({_STRING})")
_TERM = pattern(rf"({_STRING})|([A-Za-z_$][\w$]*)|([?:])")
_MARKUP = pattern(r"<[^>]*>|&nbsp;|&ensp;|&emsp;")
_LABEL_BEFORE = pattern(r"[\u4e00-\u9fff]{2,6}\s*[：:]\s*$")
_LABEL_TAGS = frozenset(["span", "b", "strong", "em", "i", "font", "label", "td", "dt"])
_MOST_CODE, _MOST_SCRIPTS, _LABEL_SIZE = 3000, 100, 12
_JSON_DATE = pattern(r'"(?:datePublished|pubDate|publishDate|publish_time)"\s*:\s*"([^"]{8,40})"')
_JSON_WRITER = pattern(r'"author"\s*:\s*\[?\s*\{([^{}]{0,400})\}')
_JSON_PERSON = pattern(r'"@type"\s*:\s*"Person"')
_JSON_NAME = pattern(r'"name"\s*:\s*"([^"\\]{2,16})"')
# WeChat gives the second of publication as ct; others name a variable so. A list of other articles is no assignment.
_SCRIPT_DATE = pattern(
    r"(?:\b(?:var|let|const)\s+|window\.|^\s*)(?:ct\s*=\s*[\"'](\d{10})[\"']"
    r"|(?:publish_?time|publish_?date|pub_?time|pub_?date|createTime)\s*=\s*[\"']((?:19|20)[^\"'\n]{6,24})[\"'])",
    re.I | re.M,
)
_LONGEST_SCRIPT = 60_000


def written_lines(scripts: Sequence[HtmlElement]) -> Iterator[str]:
    """Yield as plain text what each of *scripts* writes beside a label of source or date, or behind one."""
    for script in scripts[:_MOST_SCRIPTS]:
        code = script.text
        if not code or len(code) > _MOST_CODE or "write" not in code:
            continue
        label = _label_before(script)
        if not label and not any(word in code for word in _LABELS):
            continue
        text = squash(_MARKUP.sub(" ", label + _written(code)))
        if any(word in text for word in _LABELS):
            yield text


def _written(code: str) -> str:
    """What *code* writes: strings, and the strings that its variables are set to; of two branches the one with one."""
    values = {name: string[1:-1] for name, string in _VALUE.findall(code)}
    pieces: list[tuple[str, bool]] = []
    for expression in _WRITE.findall(code):
        branches: list[list[tuple[str, bool]]] = [[]]
        for string, name, sign in _TERM.findall(expression):
            if sign == "?":
                branches = [[]]  # what stood before is the condition
            elif sign:
                branches.append([])
            else:
                branches[-1].append((string[1:-1] if string else values.get(name, ""), bool(name)))
        written = [
            ("".join(text for text, _ in terms), any(named and text for text, named in terms)) for terms in branches
        ]
        pieces.append(next((piece for piece in written if piece[1]), written[0]))
    if "else" in code and any(named for _, named in pieces):
        return "".join(text for text, named in pieces if named)
    return "".join(text for text, _ in pieces)


def _label_before(script: HtmlElement) -> str:
    """The label that ends right before *script*: 来源：."""
    before, parent = script.getprevious(), script.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if before is not None and not text.strip() and before.tag in _LABEL_TAGS:
        text = before.text_content()
    match = _LABEL_BEFORE.search(text[-_LABEL_SIZE:])
    return match.group() if match else ""


def structured_date(scripts: Sequence[HtmlElement]) -> str | None:
    """Return the date of publication in the page's structured data (JSON-LD), as it is written there."""
    for script in scripts:
        if "json" in (script.get("type") or "") and script.text and (match := _JSON_DATE.search(script.text)):
            return match.group(1)
    return None


def structured_author(scripts: Sequence[HtmlElement]) -> str | None:
    """Return the person whom the page's structured data (JSON-LD) names as the author."""
    for script in scripts:
        writer = _JSON_WRITER.search(script.text) if "json" in (script.get("type") or "") and script.text else None
        if writer and _JSON_PERSON.search(writer[1]) and (name := _JSON_NAME.search(writer[1])):
            return name[1]
    return None


def assigned_date(scripts: Sequence[HtmlElement]) -> str | None:
    """Return the date of publication that a variable of *scripts* is set to, as it is written there."""
    for script in scripts:
        code = script.text
        if code and len(code) < _LONGEST_SCRIPT and (match := _SCRIPT_DATE.search(code)):
            return match[1] or match[2]
    return None
