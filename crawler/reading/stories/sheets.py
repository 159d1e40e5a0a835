"""Pages of newspapers: what tells that a page is one, and which of its stories are told apart by their matter alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import or_

from crawler.reading.patterns import pattern
from crawler.reading.stories.furniture import is_furniture
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.matter import COMMON, shared_wording, wording
from crawler.reading.stories.parts import Part
from crawler.reading.stories.sentences import is_day

# 第02版：综合新闻, A4 副刊, 青石县人民医院院报 第92期, 青石周讯 2017-11-03
_TITLED = pattern(
    r"第?[A-Z]?\d{1,2}\s?版|第[一二三四五六七八九十]{1,2}版|^[A-Z]\d{1,2}\s|数字报|电子报|"
    r"(?:(?<![捷喜通简公海回汇举申预呈情上战快])报|周[刊讯]|月刊)(?:\s*(?:第[\d一二三四五六七八九十百]+期.{0,12}|总?\d{4}.*|[(（][^()（）]{0,8}[\d一二三四五六七八九十][^()（）]{0,6}[期号版月刊][)）]))?$"
)
# What no article has among its lines: the editors of a page, its number, the paper's licence.
_IMPRINT = pattern(
    r"版式|美编|版面设计|组版|本版(?:编辑|责编|责任编辑)|^第?\s?[A-Z]?\d{1,2}\s?版|^第[一二三四五六七八九十]{1,2}版|今日.{1,3}版|"
    r"\d日\s.{0,12}?第\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|"
    r"刊号|连续出版物|CN\d\d|邮发代号|报社\s?(?:出版|主办)|总?第\s?\d{2,6}\s?期"
)
# Without one of these no line is a sheet's, which is quicker to see.
_IMPRINTED = frozenset("版报刊期编社邮周NABCD")
# 联系人：王主任 电话：0437-6210000
_CALLED = pattern(r"^(?:联系人|联系电话|联系方式|咨询电话|报名电话|举报电话|电话|地址)\s?[:：]")
_LONGEST_TITLE, _LONGEST_LABEL = 40, 8
_SURE, _LIKELY, _SOME, _LITTLE = 0.4, 0.3, 0.2, 0.15
_FEWEST, _FEWEST_ON_SHEET = 3, 2
# No page of a newspaper holds as many stories; each headline is sought in the text of all.
_MOST = 100
_SHORTEST_HEADLINE, _SHORTEST_STORY, _FEWEST_LISTED = 6, 40, 2


def is_sheet(lines: Sequence[StoryLine], page_title: str | None) -> bool:
    """Return whether the page's title is a newspaper page's own, or its *lines* hold a newspaper's imprint."""
    if page_title and names_sheet(page_title):
        return True
    return any(line.kind == "furniture" and _IMPRINT.search(line.text) for line in lines)


def is_imprint(text: str) -> bool:
    """Return whether *text* is a line that only a newspaper prints: the number of a page, its editors, its licence.

    >>> is_imprint("第四版 副刊"), is_imprint("今日四版"), is_imprint("责任编辑：韦小满")
    (True, True, False)
    """
    return not _IMPRINTED.isdisjoint(text) and bool(_IMPRINT.search(text)) and is_furniture(text)


def names_sheet(title: str) -> bool:
    """Return whether *title* is what a page of a newspaper is called, or the newspaper itself.

    >>> names_sheet("第02版：综合新闻"), names_sheet("青石县人民医院院报 第92期"), names_sheet("青石县发布灾情通报")
    (True, True, False)
    """
    return len(title) <= _LONGEST_TITLE and not _IMPRINTED.isdisjoint(title) and bool(_TITLED.search(title))


def drop_labels(lines: Sequence[StoryLine], page_title: str | None) -> None:
    """Make furniture of what a sheet prints above its stories: its day, and the name of the page among its imprint.

    The name of the page may stand in its title too: 石桥文艺 in 石桥文艺报 第七期.
    """
    named = page_title if page_title and names_sheet(page_title) else ""
    for line in lines:
        if line.kind == "head" and _CALLED.match(line.text):
            line.kind = "row"  # the end of an announcement
    for i, line in enumerate(lines):
        if line.kind in {"text", "lead", "byline", "caption"}:
            return
        beside = [other.kind for other in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2])]
        label = len(line.text) <= _LONGEST_LABEL and (line.text in named or beside.count("furniture") == len(beside))
        if is_day(line.text) or label:
            line.kind = "furniture"


def drop_contents(lines: Sequence[StoryLine]) -> None:
    """Make furniture of the headlines that stand at the top once more, as a digest's table of contents."""
    top = list(takewhile(lambda line: line.kind in {"head", "furniture"}, lines))
    below = {line.text for line in lines[len(top) :] if line.kind == "head"}
    # Of the first story's headline only the second print is its own, and may be the last of these lines.
    below |= {text for text, times in Counter(line.text for line in top).items() if times > 1}
    listed = {line.text: line for line in reversed(top) if line.kind == "head" and line.text in below}
    if len(listed) < _FEWEST_LISTED:
        return
    for line in listed.values():
        line.kind = "furniture"


def may_tell_matter(lines: Sequence[StoryLine]) -> bool:
    """Return whether *lines* hold as many headlines as stories that nobody signed must have, with text below each."""
    heads = [i for i, line in enumerate(lines) if line.kind == "head" and len(line.text) >= _SHORTEST_HEADLINE]
    if len(heads) < _FEWEST - 1:  # the first one may have been taken for the page's title
        return False
    below = [(lines[i].text, lines[i + 1].text) for i in heads if i + 1 < len(lines) and lines[i + 1].kind == "text"]
    return len(below) * 4 >= len(heads) * 3 and sum(wording(*pair) >= _SURE for pair in below) * 3 >= len(below) * 2


def group_by_matter(
    parts: Sequence[Part], page_title: str | None, *, sheet: bool, digest: bool
) -> list[list[Part]] | None:
    """Return *parts* as stories that nobody signed, or None where they may be sections of one article.

    A section's heading names what its section adds to the article; the headline of a report says in short what its
    own text says at length, and no other text on the page says it. A *digest* is known to hold several, and so is a
    *sheet*, on which half of the headlines are witness enough.
    """
    pictures = [part for part in parts[:1] if not part.heads and not part.texts]
    parts = parts[len(pictures) :]
    headed = [part for part in parts if part.heads]
    if any(part.heads[0].number for part in headed) or len(headed) + 1 < len(parts):
        return None
    heads = [part.heads[-1].text if part.heads else page_title or "" for part in parts]
    told = ["".join(line.text for line in part.texts) for part in parts]
    if not (_FEWEST_ON_SHEET if sheet else _FEWEST) <= len(parts) <= _MOST:
        return None
    least = _SOME if sheet else _LIKELY if digest else _SURE
    telling = [_tells_own(heads, told, at, least) for at in range(len(parts))]
    alone = [_tells_own(heads, told, at, _LITTLE, alone=True) for at in range(len(parts))]
    apart = all(alone) and len(parts) > _FEWEST
    if sum(telling) < len(parts) * (0.5 if sheet or apart else 1.0 if digest else 0.75):
        return None
    if not (sheet or all(map(or_, telling, alone))) or not (parts[0].heads or telling[0] or apart):
        return None
    # What their headlines tell apart may share a turn of speech: 网友“…”说.
    most = (5 if sheet else 3) * COMMON
    if any(shared_wording(part, [before]) >= most for before, part in pairwise(parts)):
        return None
    return [[part] for part in (*pictures, *parts)]


def _tells_own(heads: Sequence[str], told: Sequence[str], at: int, least: float, *, alone: bool = False) -> bool:
    """Whether headline *at* says in short what its text says, and what no other does: 桥头村 of a place alone."""
    own = wording(heads[at], told[at])
    long_enough = len(heads[at]) >= _SHORTEST_HEADLINE or (own == 1.0 and least < _SURE)
    if own < least or not long_enough or len(told[at]) < _SHORTEST_STORY:
        return False
    # Sections of one article say more than a word of each other's headings.
    most = 0.0 if alone else own / 2 if least < _SURE else own / 5
    return all(wording(heads[at], text) <= most for i, text in enumerate(told) if i != at)
