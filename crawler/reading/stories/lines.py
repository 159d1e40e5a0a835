"""What each line of a page is: headline, lead, running text, byline, caption or furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import Lead
from crawler.reading.stories.furniture import (
    heads_advertisements,
    is_box_label,
    is_contact,
    is_furniture,
    is_rubric,
    may_advertise,
)
from crawler.reading.stories.jumps import Jump, read_jump, without_jump
from crawler.reading.stories.numbers import read_number, without_number
from crawler.reading.stories.sentences import (
    SURE_SEAM,
    begins_within,
    is_balanced,
    is_closed,
    is_day,
    is_fragment,
    is_sentence_opening,
    lacks_its_end,
    seam,
)
from crawler.reading.stories.signs import closing_names, lists_names, read_lead, read_signature, split_picture
from crawler.reading.values import Author

LineKind = Literal["head", "lead", "text", "byline", "source", "caption", "row", "furniture"]

_LONGEST_HEAD = 45
# A report often begins with what somebody said.
_SPEAKS = pattern(r"^[“‘「『][^”’」』]{0,60}[，。！？…]")
_ITEM = pattern(r"^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十百\d]+[条章节款]|附件?\d*[:：]|注[:：])")
_ASKED = pattern(r"^[问答]\s?[:：].*[？?]$")
# （据《青石日报》）, （综合新华网报道）
_QUOTED_SOURCE = pattern(
    r"^[(（]\s*(?:据|综合|摘自|选自|原载)\s*(?P<name>《[^《》]{2,20}》|[^，。《》]{2,20}?(?:报|网站?|社|台|客户端|公众号|发布))"
    r"(?:报道|消息|等)?\s*[)）]$"
)
# （《青石日报》4月7日第5版）, （石桥网4月9日）
_CITED = pattern(
    r"^[(（]\s*(?:《(?P<paper>[^《》]{2,20})》|(?P<name>[\u4e00-\u9fff]{2,12}[报网社台刊端号布]))\s*"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\s?第?\s?[A-Z]?\d{1,3}\s?版)?\s*[)）]$"
)
# 本报评论员, （校团委供稿）: no person is named.
_OURS = pattern(
    r"^[□■◆●]?\s?本[报刊台网](?:特约)?(?:评论员|编辑部|时评员)$|^[(（][\u4e00-\u9fff]{2,16}(?:[局委办部处科室会队站所院校]|中心)供稿[)）]$"
)
# What stands below a chapter of a serial.
_GOES_ON = pattern(r"^[(（【]?\s?(?:未完待续|待续|未完|完|全文完|连载\d+)\s?[)）】]?$")
_PICTURED = pattern(
    r"^(?:[▲△▼◀▶◆●■]?\s?(?:图为|图片为|[上下左右]图[:：为]?|图[①-⑨\d一二三四五六][:：]?|图[:：])|[▲△▼])"
)
_LONGEST_CAPTION = 80
_SOURCE = pattern(
    r"^[(（【]?\s*(?:文章|稿件|信息)?(?:来源|转自|摘自|原载)(?:于)?\s*[:：]?\s*(?P<name>[^，。；]{2,30}?)\s*[)）】]?$"
)
_DASH = pattern(r"^[—–－]{1,3}")
_SPEAKER = pattern(r"^[\u4e00-\u9fff·、 “”]{4,24}(?<!如下)(?<!包括)(?<![说问答为有是])[：:]$")
# A cell of a table: 2.5元, +0.2, 18%, 3比1.
_FIGURE = pattern(r"^\d{1,3}[比:：∶-]\d{1,3}$|^[-+－＋]?\d[\d.,]*(?:元|万元|亿元|[%％]|公斤|吨|亩)?$")
_LONGEST_CELL = 10
# No item of a digest has as many lines.
_LONGEST_ITEM = 200
# 请问，路灯归谁管？何时能亮？ says more than a headline, which asks or exclaims once behind its comma.
_SENTENCES = pattern(r"，.*[？！?!].+[？！?!]")
_LIKELY_SEAM = 0.5
_LONGEST_WITH_COMMA = 14
_LONG = 26


@dataclass(slots=True)
class StoryLine:
    """A line of the page, what it is, and what it names."""

    text: str
    kind: LineKind
    strong: bool = False
    number: tuple[str, int] | None = None
    lead: Lead | None = None
    authors: tuple[Author, ...] = ()
    credit: str | None = None
    run: str = ""
    jump: Jump | None = None
    apart: bool = False  # a rubric stands above it
    verse: bool = False

    @property
    def stops_short(self) -> bool:
        """Whether no story ends with this line: it stops within a sentence, if only between two clauses."""
        return self.is_open or (self.kind in {"text", "lead"} and self.text.endswith(("；", ";")))

    @property
    def is_open(self) -> bool:
        """Whether the line stops in the middle of a sentence."""
        return self.kind in {"text", "lead"} and not is_closed(self.text)


_FIELDS = attrgetter(*StoryLine.__slots__)


def read_story_lines(blocks: Sequence[Block]) -> list[StoryLine]:
    """Return the lines of *blocks* that hold anything, each with what it is by its looks."""
    texts = [(block, " ".join(block.text.split())) for block in blocks]
    lines = [StoryLine(*_FIELDS(_read_line(block, text))) for block, text in texts if text]
    _drop_advertisements(lines)
    _tell_kickers(lines)
    return lines


def _tell_kickers(lines: Sequence[StoryLine]) -> None:
    """Make a heading of the line above a headline that names who says it: 县人大代表韦小满："""
    for i, line in enumerate(lines[:-1]):
        if line.text[-1:] not in "：:" or line.kind != "text" or not _SPEAKER.match(line.text):
            continue
        above = lines[i - 1].kind if i else "furniture"
        if lines[i + 1].kind == "head" and (line.strong or above in {"byline", "source", "furniture"}):
            line.kind = "head"


def _drop_advertisements(lines: Sequence[StoryLine]) -> None:
    """Make furniture of small advertisements, whose heading alone tells what they are."""
    advertised = False
    for line in lines:
        heads = heads_advertisements(line.text)
        advertised = heads or (advertised and (line.kind == "furniture" or may_advertise(line.text)))
        if advertised:
            line.kind = "furniture"


def tell_headings(lines: Sequence[StoryLine]) -> None:
    """Change those of *lines* that only look like headings into what they are among their neighbours: cut text."""
    running = [line for line in lines if line.kind not in {"furniture", "caption"}]
    for i, line in enumerate(running):
        following = running[i + 1] if i + 1 < len(running) else None
        if line.kind == "head" and following and following.kind == "row" and _is_row(line.text):
            line.kind = "row"  # the head of a table
        elif line.kind == "head" and not is_rubric(line.text) and not _is_head(running, i):
            signs = following and is_day(following.text)  # an office signs its notice above the day
            line.kind, line.number = "row" if signs else "text", None
    _tell_rubrics(running)


def _tell_rubrics(lines: Sequence[StoryLine]) -> None:
    """Drop 简讯, 图片新闻 and the like above headlines; above a text of its own such a line is its headline."""
    broken_off = False
    for line, following in pairwise(lines):
        if line.kind == "head" and is_rubric(line.text) and (following.kind == "head" or broken_off):
            line.kind, following.apart = "furniture", not broken_off
        broken_off |= line.is_open and following.kind == "head"


# The lines of an article are read for its stories and again for its writers.
@lru_cache(maxsize=64)
def _read_line(block: Block, text: str) -> StoryLine:
    if block.kind == "table":
        return StoryLine(text, "row")
    if block.kind == "image":
        return StoryLine(text, "furniture")
    jump = read_jump(text)
    text = without_jump(text) if jump else text
    if not text or (is_furniture(text) and not is_rubric(text)):
        return StoryLine(text, "furniture", jump=jump)
    if (credit := split_picture(text)) is not None:
        return StoryLine(credit[0], "caption", credit=credit[1])
    if block.kind == "caption":
        return StoryLine(text, "caption")
    if len(text) <= _LONGEST_CAPTION and _PICTURED.match(text):
        return StoryLine(text, "caption")
    if (source := _SOURCE.match(text) or _QUOTED_SOURCE.match(text)) is not None:
        return StoryLine(source["name"], "source")
    if (cited := _CITED.match(text)) is not None:
        return StoryLine(cited["paper"] or cited["name"], "source")
    if _OURS.match(text):
        return StoryLine(text, "byline")
    if authors := read_signature(text):
        return StoryLine(text, "byline", authors=authors)
    if (lead := read_lead(text)) is not None:
        # 本报讯 that names nobody: who wrote it stands at its end.
        return StoryLine(text, "lead", lead=lead, authors=() if lead.authors else closing_names(text), jump=jump)
    if len(text) <= _LONGEST_HEAD and (_stands_alone(text) or _GOES_ON.match(text)):
        return StoryLine(text, "row", block.strong)
    if may_be_head(text):
        return StoryLine(text, "head", block.strong, read_number(text), jump=jump)
    return StoryLine(text, "text", block.strong, authors=closing_names(text), run=block.run, jump=jump)


def _stands_alone(text: str) -> bool:
    """Whether *text* is neither a headline nor runs on: a box's label, names, a day, a row of figures."""
    return is_box_label(text) or lists_names(text) or is_day(text) or _is_row_of_figures(text)


def _is_row(text: str) -> bool:
    return len(text.split()) > 2 and len(text) <= _LONGEST_HEAD


def _is_row_of_figures(text: str) -> bool:
    if not any(map(str.isdigit, text)):
        return False
    cells = without_number(text).split()
    figures = sum(bool(_FIGURE.match(cell)) for cell in cells)
    return len(cells) > 2 and figures * 3 >= len(cells) and max(map(len, cells)) <= _LONGEST_CELL


def _is_head(lines: Sequence[StoryLine], i: int) -> bool:
    """Return whether line *i*, which may be a heading by its looks, is one among its neighbours."""
    text = lines[i].text
    before = lines[i - 1] if i else None
    after = lines[i + 1 : i + 4]
    following = after[0].text if after else ""
    # Whom to call is the end of one report above the headline and lead of the next.
    if is_day(following) or (any(line.kind == "lead" for line in after[1:]) and is_contact(text)):
        return False
    broken_off = before is not None and before.is_open
    if broken_off and (begins_within(text) or is_closed(text) or lacks_its_end(before.text, text)):  # type: ignore[union-attr]
        return False
    if after and after[0].kind == "lead" and not (broken_off and re.search(r"[，,]", text)) and is_balanced(text):
        return True
    if is_fragment(text):
        # A headline that is too long for its line breaks within quotation marks as well.
        halved = bool(after) and after[0].kind == "head" and max(len(text), len(following)) <= _LONG
        return halved and lacks_its_end(text, following) and (not broken_off or _heads_story(after[1:2]))
    if after and after[0].kind == "head" and not lines[i].number and re.search(r"[，,]", text):
        below = before is not None and before.kind == "head" and before.strong and not lines[i].strong
        if len(text) >= (_LONGEST_WITH_COMMA if below else _LONG):
            return False  # the beginning of a paragraph whose end stands elsewhere
    if _heads_story(after) or (not broken_off and (_is_next_item(lines, i) or _SPEAKS.match(following))):
        return True
    if following and begins_within(following) and after[0].kind != "head":
        return False
    runs_on = bool(after) and after[0].kind == "text"
    if broken_off and before is not None:
        if text.count("、") > 1 or (before.text[-1:].isdigit() and text[:1].isdigit()):
            return False
        # Behind a comma stands a clause of any kind.
        above = 0.0 if before.text.endswith(("，", ",", "、")) else seam(before.text, text)
        seams = above + (seam(text, following) if runs_on else 0.0)
        opens = is_sentence_opening(following)
        return seams < (SURE_SEAM if opens else _LIKELY_SEAM) and (opens or not re.search(r"[，,]", text))
    if not runs_on or is_sentence_opening(following) or (not broken_off and _is_set_apart(lines, i)):
        return True
    # Newspapers part the halves of a headline by a space, not by a comma.
    comma = len(text) >= _LONGEST_WITH_COMMA and re.search(r"[，,]", text)
    return not comma and seam(text, following) < SURE_SEAM


def _is_set_apart(lines: Sequence[StoryLine], i: int) -> bool:
    """Return whether line *i* is bold above a line that is not, or has a mark that another heading has too."""
    line = lines[i]
    if line.strong and not lines[i + 1].strong:
        return True
    if line.number is None or line.number[0] != "bullet":
        return False
    near = (*lines[max(0, i - _LONGEST_ITEM) : i], *lines[i + 1 : i + _LONGEST_ITEM])
    return any(other.kind == "head" and other.number and other.text[:1] == line.text[:1] for other in near)


def _is_next_item(lines: Sequence[StoryLine], i: int) -> bool:
    """Return whether the number of line *i* follows that of the last heading that has one of its kind."""
    number = lines[i].number
    if number is None or number[1] < 2:
        return False
    above = lines[max(0, i - _LONGEST_ITEM) : i]
    before = (line.number for line in reversed(above) if line.number and line.number[0] == number[0])
    return next(before, None) == (number[0], number[1] - 1)


def _heads_story(after: Sequence[StoryLine]) -> bool:
    """Return whether the lines that follow a heading are such as only a story's headline stands above."""
    for line in after:
        if line.kind in {"lead", "byline"} or _DASH.match(line.text):
            return True
        if line.kind != "head":
            return False
    return False


def may_be_head(text: str) -> bool:
    """Return whether *text*, seen alone, may be a headline or subhead rather than a piece of running text."""
    if not 2 <= len(text) <= _LONGEST_HEAD or re.search(r"[。；;]|[，,、；;：:]$", text):
        return False
    if is_closed(text) and (
        not re.search(r"[！？!?…][”』」]?$", text) or _SENTENCES.search(text) or _ASKED.match(text)
    ):
        return False
    return not (is_day(text) or _ITEM.match(text))
