"""Kicker, headline and subtitle among the lines that head a story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.numbers import without_number
from crawler.reading.stories.sentences import SURE_SEAM, lacks_its_end, seam

_DASH = pattern(r"^[—–－-]{1,3}\s*")
# A line that tells what happened: who met, went, opened or announced something.
_EVENT = pattern(
    r"召开|举行|举办|开展|主持|调研|督查|检查|视察|考察|慰问|走访|启动|开工|竣工|揭牌|签约|出席|会见|赴|到.{2,12}(?:镇|乡|村|街道|区|县|企业)|"
    r"印发|发布|推广|部署|实施|荣获|获评|入选|庆祝|组织|传达学习|听取|座谈|会议|活动|推进会|动员会|现场会"
)
# 石桥区投入两亿元修复湿地, 医生提醒：…: the place or the office that did it, or who says so, opens the line.
_WHO = pattern(
    r"^[\u4e00-\u9fff]{1,5}?(?:[省市县区旗镇乡村局院]|街道|社区|公司)(?![\u4e00-\u9fff]{0,2}[：:])(?=\S{5})|"
    r"^(?:[\u4e00-\u9fff]{0,4}(?:医生|专家|交警|警方|民警|律师|部门|法院|物业|业主|市民|回应|提醒|建议|表示))[：:]"
)
_COUNTS = pattern(r"\d\s?[余多]?[万亿]?[余多]?[\u4e00-\u9fff]")
_COUNTS_IN_WORDS = pattern(r"(?<![第（(一二三四五六七八九十百千万])[一二三四五六七八九十百千万余多]{2,}[\u4e00-\u9fff]")
_SLOGAN = pattern(r"^\S{4,10}[ 　]\S{4,10}(?:[ 　]\S{4,12})?$")
_LONGEST_HALF = 10
# What stands below a headline, dash or not: 青石县做强稻米产业纪实.
_ACCOUNT = pattern(
    r"(?:纪实|综述|侧记|见闻|纪略|扫描|掠影|巡礼|述评|启示录?|(?:特别|系列|专题)报道)"
    r"(?:[（(]?[之一二三四五六七八九上中下]{1,2}[）)]?)?$|^记(?!者|得|住|忆|录|账)[\u4e00-\u9fff]{4,}"
)
_OPEN_ENDS = ("：", ":", "暨", "的", "和", "与", "及")
_LONGEST_PLACE = 5
_COLONS = ("：", ":")
# 产 业 路: characters set wide to fill their line.
_WIDE = pattern(r"^[\u4e00-\u9fff](?: [\u4e00-\u9fff])+$")
_SHORTEST_KICKER = 7
# 【一座新桥连起两岸人家】: brackets around all of a headline are no part of it.
_BOXED = pattern(r"^【([^【】]{5,40})】$")


class Heads(NamedTuple):
    """The headlines of a story."""

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None


def read_heads(lines: Sequence[StoryLine]) -> Heads:
    """Return which of *lines*, the heading lines of one story, is its headline, and what stands above and below."""
    numbered = bool(lines) and lines[0].number is not None
    # The number of an item may be all that stands on its line: （三）
    lines = [line for line in lines if not line.number or without_number(line.text)]
    texts = [without_number(line.text) if line.number else _BOXED.sub(r"\1", line.text) for line in lines]
    texts = [text.replace(" ", "") if _WIDE.match(text) else text for text in texts]
    dash = next((i for i, text in enumerate(texts) if _DASH.match(text)), None)
    # A subtitle behind a dash is often too long for its line, and goes on in the next.
    below = "".join(texts[dash:]) if dash is not None else None
    if (bold := _bold(lines)) is not None and not numbered:
        return Heads(texts[bold], " ".join(texts[:bold]) or None, _below(texts[bold + 1 :], below))
    above = _mended(texts[:dash] if dash is not None else texts)
    if not above:
        return Heads(None, None, below)
    if len(above) == 1:
        kicker, title = _part(above[0]) if below is None and not numbered else (None, above[0])
        return Heads(title, kicker, below)
    accounts = bool(_ACCOUNT.search(above[-1])) and not _ACCOUNT.search(above[0])
    if numbered or (below is None and (accounts or _tells_of(above[0], above[1]))):
        return Heads(above[0], None, " ".join([*above[1:], *([below] if below else [])]))
    if below is None and len(above) > 2:
        return Heads(above[1], above[0], " ".join(above[2:]))
    return Heads(" ".join(above[1:]), above[0], below)


def _bold(lines: Sequence[StoryLine]) -> int | None:
    """Return which of several heading lines alone is bold, or has a heading's tag: the headline among its decks."""
    bold = [i for i, line in enumerate(lines) if line.strong]
    alone = len(bold) == 1 and len(lines) > 1
    # 县人大代表韦小满： goes on in the next line, ——青石县做强稻米产业纪实 goes on with the one above.
    text = lines[bold[0]].text if alone else ""
    return bold[0] if alone and not (text.endswith(_COLONS) or _DASH.match(text)) else None


def _below(texts: Sequence[str], dashed: str | None) -> str | None:
    if dashed is None:
        return " ".join(texts) or None
    return " ".join([*(text for text in texts if text not in dashed), dashed])


def _mended(texts: Sequence[str]) -> list[str]:
    """Return *texts* with a headline that was too long for its line, or set in two halves of one measure, as one."""
    mended: list[str] = []
    for text in texts:
        if mended and _ACCOUNT.search(text) and len(text) >= len(mended[-1]):
            mended.append(text)
        elif mended and runs_on(mended[-1], text):
            mended[-1] += text
        elif mended and _are_halves(mended[-1], text):
            mended[-1] += f" {text}"
        else:
            mended.append(text)
    return mended


def runs_on(first: str, second: str) -> bool:
    """Return whether *first* is a headline's beginning that *second* goes on with."""
    open_end = first.endswith(_OPEN_ENDS) or lacks_its_end(first, second)
    return open_end or seam(first, second) >= SURE_SEAM


def _are_halves(first: str, second: str) -> bool:
    if len(first) != len(second) or len(first) > _LONGEST_HALF or " " in first + second:
        return False
    if len(first) <= _SHORTEST_KICKER:
        return True
    return not _EVENT.search(first) and not _EVENT.search(second)


def _is_slogan(text: str) -> bool:
    return bool(_SLOGAN.match(text)) or not _EVENT.search(text)


def _tells_of(first: str, second: str) -> bool:
    """Whether *second* tells what *first* is about: what happened, or who did or said it. A place alone is a label."""
    if not _is_slogan(first):
        return False
    told = bool(_WHO.match(second) or (_COUNTS.search(second) and not _COUNTS.search(first)))
    # A headline counts in words as well; below it stands what is longer: 六十八个摊位每晚迎客两万人次.
    told |= len(second) > len(first) and bool(_COUNTS_IN_WORDS.search(second))
    return (told and not _WHO.match(first) and len(first) > _LONGEST_PLACE) or not _is_slogan(second)


def _part(text: str) -> tuple[str | None, str]:
    """Part a line in which the kicker runs into the headline: what happened, a space, then what it is for."""
    first, space, rest = text.partition(" ")
    if len(first) == len(rest):
        return None, text  # a slogan in two halves
    if space and len(first) >= 8 and _EVENT.search(first) and len(rest) >= 8 and not _EVENT.search(rest.split(" ")[0]):
        return first, rest
    return None, text
