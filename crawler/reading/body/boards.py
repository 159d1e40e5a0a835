"""Letters of telnet bulletin boards, which carry their metadata as a letter does: 发信人, 信区, 标题, 发信站."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.dates import Stamp, find_stamp
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern

_FROM = pattern(r"^\s*(?:发信人|寄信人|發信人|作者)\s*[:：]\s*(?P<name>[\w.-]{2,20})\s*[(（].{0,40}[)）]")
_BOARD = pattern(r"(?:信\s*[区區]|看\s*板)\s*[:：]\s*(?P<board>[\w.-]{2,24})")
_TITLE = pattern(r"^\s*标\s*题\s*[:：]\s*(?:Re:\s*)?(?P<title>\S.{0,80})$")
_SENT = pattern(
    r"^\s*(?:[发發]信站\s*[:：]\s*(?P<site>[^(（\d]{2,24}?)(?=\s*[(（])|(?:发信站|發信站|日\s*期|时\s*间)\s*[:：]).*?(?P<when>\(.*\)|\d{4}.*)"
)
_END = pattern(r"^\s*(?:--|※\s*(?:来源|修改|转载|來源)|\[(?:关于|版面)|【 在 .{1,40} 的大作中提到)")
_LINES, _LONGEST = 6, 200


class Letter(NamedTuple):
    """What a letter's head says, and its text: lines *start* to *end*, the end not included.

    Its *board* is the column of the *site* it was sent from.
    """

    writer: str
    board: str | None
    site: str | None
    title: str | None
    sent: Stamp | None
    start: int
    end: int


def find_letter(lines: Sequence[Line]) -> Letter | None:
    """Return the first letter in *lines*, without its signature and what it quotes below.

    >>> find_letter([]) is None
    True
    """
    for index, line in enumerate(lines):
        writer = _FROM.match(line.text) if not line.hidden and "信" in line.text[:4] else None
        if writer:
            board = _BOARD.search(line.text, writer.end())
            return _read(lines, index, writer["name"], board and board["board"])
    return None


def _read(lines: Sequence[Line], at: int, writer: str, board: str | None) -> Letter | None:
    title: str | None = None
    site: str | None = None
    sent: Stamp | None = None
    start = at + 1
    for index in range(at + 1, min(at + _LINES, len(lines))):
        text = lines[index].text[:_LONGEST]
        if found := _TITLE.match(text):
            title = found["title"].strip()
        elif found := _SENT.match(text):
            sent, site = find_stamp(found["when"]), found["site"] or site
        else:
            break
        start = index + 1
    if title is None:
        return None
    end = next((index for index in range(start, len(lines)) if _END.match(lines[index].text)), len(lines))
    return Letter(writer, board, site, title, sent, start, end)
