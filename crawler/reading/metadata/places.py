"""The column an article stands in, and the name of its site."""

from __future__ import annotations

import re

from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.title import is_site_name
from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern

_TRAIL = pattern(r"^.{0,12}位置|^\s*(?:网站)?(?:首\s*[页頁]|主页|Home)\s*(?:[>»＞›→/|·-]|$)", re.I)
_STEP = pattern(r"\s*(?:->|-{1,2}>|=>|[>»＞›→]+|\s[/|·-]\s|/|\s{2,})\s*")
_ISSUE = pattern(r"^(?:\d{4}年)?第?\s*\d{1,4}\s*[号期號]$")
_FIELD = pattern(r"(?:栏目|欄目)\s*[：:]\s*([^\s：:|｜\]】]{2,16})")
_ON = pattern(r"^\s*(?:->|[>»＞›→/])")
_ENDS = pattern(
    r"^(?:正\s*文|内容|详情|信息详情|详细(?:内容|信息|页面)?|文章(?:内容|详情|正文)|阅读文章|查看|浏览(?:文章)?|首\s*[页頁]|当前(?:页面?)?|检索页|列表页?|\s*)$"
)
_LEAD = pattern(r"^.*?位置\s*(?:是)?\s*[：:]?\s*|^[\s:：>]+")
_DRESS = pattern(r"(?:门户|官方)?网站(?:群)?$|门户网$|(?<=政府)网$|信息公开(?:专栏|平台)$")
_BOARD = pattern(r"^第\s*[0-9A-Z一二三四五六七八九十]{1,4}\s*版\s*[：:]\s*\S.{0,16}$")
_MARKED = pattern(r"^[■◆●▪◎★]\s*([\u4e00-\u9fff]{2,10})$")
_FAR = 60


def find_column(page: Page, headline: Headline | None, tags: Tags) -> str | None:
    """Return the last step of the trail of columns above the headline, or the column that the page's tags name."""
    end = headline.start if headline else min(len(page.lines), 120)
    for index in range(end - 1, max(-1, end - _FAR), -1):
        line = page.lines[index]
        if line.hidden or line.size > 120 or not _TRAIL.search(line.text):
            continue
        steps = _steps(page, index, end)
        if "位置" not in line.text and not _STEP.search(line.text.strip()) and not _steps_on(page, index):
            continue
        wanted = {plain(headline.text) if headline else "", plain(tags.title or "")}
        steps = [step for step in steps if not _ENDS.match(step) and plain(step) not in wanted and len(step) <= 24]
        if steps:
            # The number of an issue is no column without the gazette's name.
            return " ".join(steps[-2:]) if _ISSUE.match(steps[-1]) else steps[-1]
    printed = _heading_above(page, headline) or _field_below(page, headline)
    if printed:
        return printed
    board = next((line.text for line in page.lines[:40] if _BOARD.match(line.text) and not line.linked), None)
    if board:
        return board
    return tags.metas.get("columnname") or tags.metas.get("lanmu")


def _steps_on(page: Page, index: int) -> bool:
    """Whether the line after *index* opens with the sign between two steps of a trail."""
    return index + 1 < len(page.lines) and bool(_ON.match(page.lines[index + 1].text))


def _field_below(page: Page, headline: Headline | None) -> str | None:
    """The column as a field of the bar: 所属栏目：通知公告."""
    if headline is None:
        return None
    for line in page.lines[headline.end : headline.end + 6]:
        match = _FIELD.search(line.text) if line.size < 120 and not line.hidden else None
        if match:
            return match[1]
    return None


def _heading_above(page: Page, headline: Headline | None) -> str | None:
    """The column's name as a heading with a mark before it: ■ 纪检监察."""
    if headline is None:
        return None
    for line in page.lines[max(0, headline.start - 4) : headline.start]:
        match = _MARKED.match(line.text)
        if match and not line.hidden:
            return match[1]
    return None


def _steps(page: Page, index: int, end: int) -> list[str]:
    text = page.lines[index].text
    # Some templates put each step into a list item of its own.
    following = index + 1
    whole = len(_STEP.split(_LEAD.sub("", text).strip(" :：>»/"))) > 1 and not text.rstrip().endswith((">", "»", "/"))
    while (
        not whole
        and following < min(index + 9, end)
        and page.lines[following].size <= 16
        and not page.lines[following].hidden
    ):
        line = page.lines[following]
        if line.linked or _ON.match(line.text):
            text += f" > {line.text}"
        elif text.rstrip().endswith((">", "»", "/")):
            text += line.text
        else:
            break
        following += 1
    return [step.strip(" :：>»/") for step in _STEP.split(_LEAD.sub("", text)) if step.strip(" :：>»/")]


def find_site_name(tags: Tags, column: str | None, title: str | None) -> str | None:
    """Return the site's name: as its page titles end, or as its tags say, without 门户网站.

    >>> find_site_name(Tags({"sitename": "柳州市柳江区人民政府门户网站"}), None, None)
    '柳州市柳江区人民政府'
    """
    for part in reversed(re.split(r"\s*[_|｜]\s*|\s+[-–—]\s+|-{1,2}", tags.page_title)):
        if is_site_name(part) and plain(part) not in (plain(title or ""), plain(column or "")) and len(part) >= 4:
            return _DRESS.sub("", part.strip()) or part.strip()
    named = tags.metas.get("sitename") or tags.metas.get("og:site_name")
    return (_DRESS.sub("", named) or named) if named else None
