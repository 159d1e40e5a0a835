"""How much a line speaks for being inside an article or beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from crawler.reading.body.endings import is_disclaimer
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.indexes import is_index_line, is_metadata_row, names_index
from crawler.reading.body.prune import is_metadata_bar, is_rights_line, opens_mail
from crawler.reading.page.flow import Line
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern

_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|jpe?g|png|tiff?)(?:$|[?#])", re.I)
_ATTACHMENT = pattern(r"^\s*(?:附件|附表|附录|附图|附)\s*\d*\s*[：:.、]?")
_STOPS = pattern(r"[，。；：！？、“”《》「」]|[a-z][,.;]\s")
_PROSE = 12
# 请登录 http://www.baoming.example/ 填写报名表。
_SPELT = pattern(r"https?://|www\.|[\w.-]+@[\w-]+\.", re.I)
# 详见《…管护办法》。 has no more words of its own.
_OWN_WORDS, _OWN_SIGNS, _ENDS = 6, 3, ("。", "！", "？", "；")
_DAY_ALONE = pattern(r"^\W*(?:(?:19|20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\W*$")
_LONGEST_ROW = 60
_FEW_LINKS = 2
_TOLD = 30


def weigh(line: Line) -> float:
    """Return how much *line* speaks for being inside an article (positive) or beside one (negative)."""
    if line.weight is None:
        line.weight = _weight(line)
    return line.weight


def has_stop(text: str) -> bool:
    """Say whether *text* has a sign that only sentences have."""
    return bool(_STOPS.search(text))


def prose_in(lines: Sequence[Line]) -> float:
    """Return how much in *lines* speaks for being an article's text, whatever stands beside it."""
    return sum(max(0.0, weigh(line)) for line in lines)


def prose_sums(lines: Iterable[Line]) -> list[float]:
    """Return ``prose_in`` of the first none, one, two and so on of *lines*."""
    return list(accumulate((max(0.0, weigh(line)) for line in lines), initial=0.0))


def _weight(line: Line) -> float:
    if not line.size or line.hidden:
        return 0.0
    if _leads_away(line):
        return -min(line.size, 40) * 0.7
    if is_beside(line):
        return -min(15.0, 3.0 * line.size)  # an encyclopedia has a button behind each heading
    if line.kind == "row":
        return line.size * 0.5
    plain = line.size - line.linked
    stops = len(_STOPS.findall(line.text))
    if stops and plain >= _PROSE:
        return plain + 3.0 * stops
    return plain * 0.3 if plain >= 40 else -3.0


def _is_menu(line: Line) -> bool:
    """Whether *line* is a row of links in brackets, which are as many signs as their words: [新闻] [体育] [财经]."""
    return len(line.links) > _FEW_LINKS and line.linked * 2 == line.size and line.kind == "text"


def _is_dated_link(line: Line) -> bool:
    """Whether *line* is a link and a day, which may be longer than what a list calls its article."""
    if not line.linked or line.size > _LONGEST_ROW or len(line.links) > 1:
        return False
    rest = line.text.replace(" ".join(phrase_in(line.links[0]).split()), "", 1)
    return rest != line.text and bool(_DAY_ALONE.match(rest))


def is_beside(line: Line) -> bool:
    """Say whether *line* is of the kinds that stand beside an article, whatever they are inside of."""
    if line.beside is None:
        line.beside = _is_of_index(line) if line.kind == "row" else _reads_beside(line.text)
    return line.beside


def _is_of_index(line: Line) -> bool:
    if not is_metadata_row(line.cells):
        return _reads_beside(line.text)
    table = line.node.getparent()
    # 名称 and 编号 head the columns of any table; those of an index stand among 索引号 and 发文机关.
    return names_index(line.text) or (table is not None and names_index("".join(table.itertext())))


def _reads_beside(text: str) -> bool:
    return (
        is_furniture(text)
        or opens_mail(text)
        or is_metadata_bar(text)
        or is_index_line(text)
        or is_rights_line(text)
        or is_disclaimer(text)
    )


def is_linked(line: Line) -> bool:
    """Say whether *line* is a way to another page: most of it is a link, and to no file."""
    if not line.size or _ATTACHMENT.match(line.text) or not _leads_away(line):
        return False
    return not any(_FILE.search(link.get("href") or "") for link in line.links)


def has_own_picture(line: Line) -> bool:
    """Say whether *line* has a picture of the article: those of other articles and advertisements lead somewhere."""
    return any((holder := image.getparent()) is None or holder.tag != "a" for image in line.images)


def are_summaries(lines: Sequence[Line]) -> bool:
    """Say whether each line of prose stands below one link, as what is said of other articles does.

    A notice of two lines weighs less than the summaries beside it.
    """
    told = [index for index, line in enumerate(lines) if weigh(line) > _TOLD]
    # An encyclopedia has a button behind each heading, which is no link to another article.
    links = [sum(is_linked(line) and not is_beside(line) for line in lines[a:b]) for a, b in pairwise([0, *told])]
    return len(told) > 1 and all(count == 1 for count in links)


def _leads_away(line: Line) -> bool:
    """Whether *line* is a link or a row of links, and no sentence that spells out an address or links its names."""
    if not line.linked:
        return False
    if line.linked * 2 <= line.size:
        return _is_dated_link(line) or _is_menu(line)
    own = line.size - line.linked
    return not (own >= _OWN_WORDS and _SPELT.search(line.text)) and not (own >= _OWN_SIGNS and _ends_sentence(line))


def _ends_sentence(line: Line) -> bool:
    """Whether *line* ends a sentence outside of its links: what leads to other pages has its stop, if any, within."""
    last = line.links[-1] if line.links else None
    return line.text.endswith(_ENDS) and last is not None and not phrase_in(last).strip().endswith(_ENDS)
