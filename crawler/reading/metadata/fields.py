"""The fields of a bar as a reader sees them, whatever parts them: <span>石桥日报</span><span>2024-05-13</span>."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.body.furniture import is_furniture
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.glosses import in_chinese
from crawler.reading.metadata.headline import Headline
from crawler.reading.metadata.unlabelled import THIS_YEAR
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

# Old pages space their labels out: 作 者：韦小满 发 布 时 间：2024-05-13.
_SPACED = pattern(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]\s))"
    r"(?:[作记]\s+者|来\s+源|时\s+间|日\s+期|编\s+辑|摄\s+影|[发公更]\s*[布开新表]\s*[时日]\s*[间期]|责\s*任\s*编\s*辑|信\s*息\s*来\s*源"
    r"|(?:浏\s*览|点\s*击|阅\s*读)\s*(?:次\s*数|量|数)?)(?=\s*[：:])"
)
# Labels may be set apart by their type alone: 发布时间 2024-05-13 来源 石桥日报.
_BARE = pattern(
    r"(?<!\S)(?:(?:发布|更新|发表)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者|(?:责任)?编辑|(?:浏览|阅读|点击)(?:次数|量|数)?)(?=\s|$)(?!\s*[：:])"
)
_FEWEST_BARE = 2
# A bullet parts fields and the two halves of a name: 阿迪力•买买提.
_BULLET = pattern(r"(?<=\S)\s*[•∙]\s*(?=\S)")
_OPENS_FIELD = pattern(r"(?:19|20)\d\d|[^\s：:]{1,6}\s?[：:]|[\[【]")
_ENGLISH = pattern(r"[A-Za-z][)）]?\s?[：:](?!//)")
_PROSE = pattern(r"[。，；！？]")
_CENTURIES = ("20", "19")
_NEAR, _SHORTEST, _LONGEST, _LONGEST_LABEL, _LONGEST_VALUE = 6, 8, 120, 6, 24


def part_fields(page: Page, headline: Headline) -> None:
    """Set blanks between the fields of the bar below the *headline* of *page*, none within labels; those in Chinese.

    Editors cut sentences into elements as well, words into fonts; there a blank would be an error.
    """
    near = page.lines[headline.end : headline.end + _NEAR]
    _label_cells(near)
    for line in near:
        if line.kind == "text" and not line.hidden and line.size <= _LONGEST and not _PROSE.search(line.text):
            text = _parted(line) or line.text
            text = _BULLET.sub(_part, text) if "•" in text or "∙" in text else text
            text = _SPACED.sub(lambda label: "".join(label[0].split()), text) if " " in text else text
            text = _labelled(text) if text.count(" ") >= _FEWEST_BARE else text
            text = in_chinese(text) if _ENGLISH.search(text) else text
            if text != line.text:
                line.text, line.weight, line.beside = text, None, None


def _label_cells(lines: Sequence[Line]) -> None:
    """Join labels that have a cell of their own, and so a line, with the values that have the next: 来源 石桥日报."""
    labels = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST_LABEL and _BARE.fullmatch(line.text)]
    if len(labels) < _FEWEST_BARE or not any(find_stamp(line.text) for line in lines):
        return
    for at in labels:
        label, value = lines[at], lines[at + 1] if at + 1 < len(lines) and at + 1 not in labels else None
        told = value.text if value is not None and len(value.text) <= _LONGEST_VALUE and not value.hidden else ""
        label.text, label.weight, label.beside = f"{label.text}：{told}", None, None
        if value is not None and told:
            label.size, label.linked = label.size + value.size, label.linked + value.linked
            label.links = [*label.links, *value.links]
            value.text, value.size, value.linked, value.weight, value.beside = "", 0, 0, None, None


def _labelled(text: str) -> str:
    """The bar *text* with colons behind its labels, where it has several without and a day."""
    if len(_BARE.findall(text)) < _FEWEST_BARE or find_stamp(text) is None:
        return text
    return _BARE.sub(r"\g<0>：", text)


def _parted(line: Line) -> str | None:
    if not any(century in line.text for century in _CENTURIES) and not THIS_YEAR.search(line.text):
        return None
    if line.size < _SHORTEST or len(line.node) < 2 or next(line.node.iter("font"), None) is not None:
        return None
    pieces = [piece for text in line.node.itertext() if (piece := squash(text))]
    # The block of a line may hold other lines, too.
    if len(pieces) < 2 or "".join("".join(pieces).split()) != "".join(line.text.split()):
        return None
    parted = " ".join(pieces)
    return parted if parted != line.text and (find_stamp(parted) or THIS_YEAR.search(parted)) else None


def _part(bullet: re.Match[str]) -> str:
    """A blank for a *bullet* between two fields, else the bullet."""
    before, after = bullet.string[: bullet.start()], bullet.string[bullet.end() :]
    field = _BULLET.split(after)[0]
    return " " if before[-1:].isdigit() or _OPENS_FIELD.match(field) or is_furniture(field) else bullet[0]
