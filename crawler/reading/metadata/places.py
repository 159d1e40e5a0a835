"""The column an article stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.body.furniture import is_furniture
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.editions import find_board
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.menus import heads_column, leads_on
from crawler.reading.metadata.roots import is_root
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.tails import title_tail
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

_HOME = r"(?:网站|本站|返回|回|公报|公开|平台|新闻)?(?:首\s*[页頁]|主页|主頁)|Home"
_HERE = r"(?:(?:your|current)\s)?(?:location|position)\s*[：:]|you\sare\shere"
_SIGN = r"[>»＞›→〉》▶►▸∷]"
_TRAIL = pattern(
    rf"位置\s*(?:导航)?\s*(?:[是在]|[：:>»＞])|^.{{0,12}}位置|^\W*(?:{_HERE})|^(?:导航|当前栏目|所[在属]栏目)\s*[：:]|^[\s:：\[【]*(?:{_HOME})\s*(?:[\]】]|{_SIGN}|[/|｜·•\\-]|::|$)",
    re.I,
)
# From a site's name, set as a link to its first page: 石桥新闻网 > 新闻中心 > 部门动态.
_FROM_SITE = pattern(
    rf"^\s*\S{{2,16}}?\s?(?:网|政府|首页|首頁|频道|在线|报|台|局|委|厅|校|院|学|融媒|中心|发布|卫视|客户端)\s*(?:-|-{{2}})?(?:{_SIGN}|(?P<slash>/))|^[\s>»›]*[^\s>»›]{{2,12}}\s*{_SIGN}",
    re.I,
)
_HOME_LINK = pattern(rf"^\s*(?:{_HOME})", re.I)
# 》 also ends the name of a document.
_STEP = pattern(r"\s*(?:->|-{1,2}>|=>|-{2,3}|[>»＞›→▶►▸∷]+|::|\s[/|·•\\-]\s|/|\s{2,})\s*")
# Signs that also stand within the name of a column; they part steps only where each step is a link of its own.
_LOOSE = " \u3000:：>»＞›→▶►▸∷/|｜·•\\-—[]【】=~"
_GREATER = pattern(_SIGN)
_CLEAR = pattern(rf"->|=>|--|{_SIGN}|::|/|\s•\s|\]\s*-\s*\[")
_ISSUE = pattern(r"^(?:\d{4}年)?第?\s*\d{1,4}\s*[号期號]$")
_FIELD = pattern(r"(?:栏目|欄目)\s*[：:]\s*([^\s：:|｜\]】]{2,16})")
# As blogs name it, a link behind a word: 分类于 手工, 分类：修理, 收录于 · 牛场日记.
_FILED = pattern(r"(?:(?<![\u4e00-\u9fff])(?:分[类類]|专栏)\s*[：:]|(?:分[类類]|收[录錄]|归档)[于於至]\s*[·：:]?)\s*$")
_IN_BRACKETS = pattern(r"^\s*[\[［【]\s*([\u4e00-\u9fff]{2,8})\s*[\]］】]")
_ON = pattern(rf"^\s*(?:->|{_SIGN}|/)")
_ENDS = pattern(
    r"^(?:(?:新闻|信息|文章|资讯|公告|内容|通知|政策|详细|浏览|查看|阅读)?(?:正\s*文|内容|详情|详细|浏览|阅读|查看|显示|展示)(?:内容|信息|新闻|文章|页面?)?"
    rf"|[\u4e00-\u9fff]{{2,4}}详情|内容页面?|(?:软件|下载|图片)信息|(?:{_HOME})|当前(?:页面?)?|检索页|列表页?|\s*)$"
)
_LEAD = pattern(
    rf"^.*?位置\s*(?:导航)?\s*(?:是|在)?\s*[：:]?\s*|^(?:导航|当前栏目|所[在属]栏目)\s*[：:]\s*|^\W*(?i:{_HERE})\s*[：:]?\s*|^[\s:：>]+"
)
_AFTER = pattern(r"\s*[【\[（(]?\s*(?:字[体号]|打印|分享|【|搜索|\[).*$")
_MARKED = pattern(r"^[■◆●▪◎★]\s*([\u4e00-\u9fff]{2,10})$")
# What systems and their makers call the list of steps (mbx: 面包屑, dqwz: 当前位置).
_NAMED = pattern(
    r"crumb|bread|mbx|weizhi|dqwz|position|location|(?:^|[\s_-])(?:path(?:way)?|wz|local)(?:$|[\s_-])", re.I
)
# What TRS's system calls the links of a trail that its templates ask it for.
_CURRENT = "CurrChnlCls"
_FAR, _LONGEST, _MOST_STEPS, _MOST_UNLABELLED, _TELLING = 60, 120, 9, 5, 8
_LONGEST_LEADING, _FIELDS = 40, 7


def find_column(page: Page, headline: Headline | None, tags: Tags) -> str | None:
    """Return the last step of the trail of columns above the headline, or the column that the page's tags name."""
    end = headline.start if headline else min(len(page.lines), 120)
    for index in range(end - 1, max(-1, end - _FAR), -1):
        line = page.lines[index]
        if line.size > _LONGEST or not opens_trail(page, index):
            continue
        steps = [step for step in _until_here(_steps(page, index, end)) if _is_column(step, headline, tags)]
        if steps:
            # The number of an issue is no column without the gazette's name.
            return " ".join(steps[-2:]) if _ISSUE.match(steps[-1]) else steps[-1]
    printed = _heading_above(page, headline) or _field_beside(page, headline)
    if printed:
        return printed
    if board := find_board(page):
        return board
    tagged = (
        tags.metas.get("columnname") or tags.metas.get("lanmu") or _node(page, tags) or _categorised(page, headline)
    )
    return tagged or (next(iter(title_tail(page, tags, headline.text)[0]), None) if headline else None)


def _until_here(steps: Sequence[str]) -> Sequence[str]:
    """The *steps* of a trail up to the one that is the page's own; a button may stand behind it: 正文 申请入驻."""
    own = (at for at, step in enumerate(steps) if at and _ENDS.match(step) and not _HOME_LINK.match(step))
    end = next(own, len(steps))
    return steps[:end]


def opens_trail(page: Page, index: int) -> bool:
    """Return whether the line at *index*, if shown, says where the page stands, or opens a list that does."""
    line = page.lines[index]
    if line.hidden:
        return False
    if line.links and line.links[-1].get("class") == _CURRENT:
        return True
    if len(line.links) > 1 and (found := _FROM_SITE.match(line.text)) and is_root(line.links[0].get("href") or ""):
        return not found["slash"] or len(line.links) < _MOST_UNLABELLED
    if _HOME_LINK.match(line.text) and len(line.links) > 1 and _is_named(line):
        return True
    if line.node.tag == "li" and line.links and is_root(line.links[0].get("href") or "") and _is_named(line):
        return True
    if not _TRAIL.search(line.text):
        return _ends_here(line)
    if "位置" in line.text or "栏目" in line.text or "导航" in line.text or _steps_on(page, index) or _is_named(line):
        return True
    # A menu begins with the first page as well: its links are parted by bars, dots or blanks, and are many.
    return bool(_CLEAR.search(line.text)) and (len(line.links) <= _MOST_UNLABELLED or bool(_GREATER.search(line.text)))


def _ends_here(line: Line) -> bool:
    """Whether *line* is a trail by its end alone: 石桥要闻 > 正文; its links may be parted by pictures."""
    if line.size > _LONGEST_LEADING:
        return False
    if len(line.links) > 1 and is_root(line.links[0].get("href") or ""):
        last = " ".join(phrase_in(line.links[-1]).split())  # nothing where the link is a picture
        rest = (line.text.rpartition(last)[2] if last else line.text).strip(_LOOSE)
        return bool(rest) and bool(_ENDS.match(rest))
    signed = bool(_GREATER.search(line.text))
    if not signed and not (line.links and "/" in line.text):
        return False
    *steps, last = (step.strip(_LOOSE) for step in _STEP.split(line.text))
    return bool(last) and any(steps) and bool(_ENDS.match(last)) and (signed or _is_named(line))


def trail_steps(page: Page, index: int) -> list[str]:
    """Return the steps of the trail that opens with the line at *index*."""
    return _steps(page, index, len(page.lines))


def _is_column(step: str, headline: Headline | None, tags: Tags) -> bool:
    titles = [plain(text) for text in (headline.text if headline else "", tags.title or "")]
    name = plain(step)
    # Forums set the kind of a post before its title, but not in the trail.
    cut = step.endswith(("...", "…", "..")) and any(title.startswith(name) for title in titles)
    cut = cut or (len(name) >= _TELLING and any(title.endswith(name) for title in titles))
    return bool(name) and name not in titles and not cut and not _ENDS.match(step) and len(step) <= 24


def _is_named(line: Line) -> bool:
    """Whether the blocks around *line* are called a trail of steps."""
    node = line.node
    for _ in range(3):
        if _NAMED.search(f"{node.get('class') or ''} {node.get('id') or ''} {node.get('aria-label') or ''}"):
            return True
        parent = node.getparent()
        if parent is None:
            return False
        node = parent
    return False


def _steps_on(page: Page, index: int) -> bool:
    """Whether the line after *index* opens with the sign between two steps of a trail."""
    return index + 1 < len(page.lines) and bool(_ON.match(page.lines[index + 1].text))


def _field_beside(page: Page, headline: Headline | None) -> str | None:
    """The column as a field of the bar, or of a line above the headline: 所属栏目：通知公告."""
    if headline is None:
        return None
    above, below = max(0, headline.start - 4), headline.end
    shown = [line for line in page.lines[below : below + _FIELDS * 2] if not line.hidden][:_FIELDS]
    for line in (*shown, *page.lines[above : headline.start]):
        match = _FIELD.search(line.text) if line.size < _LONGEST and not line.hidden else None
        if match:
            return match[1]
        if filed := _filed(line):
            return filed
    return _bracketed(page, shown)


def _bracketed(page: Page, bar: Sequence[Line]) -> str | None:
    """The column before the day in brackets, as older systems print it, to which their menu links."""
    names = {found[1] for line in bar if (found := _IN_BRACKETS.match(line.text)) and find_stamp(line.text)}
    menu = (squash(phrase_in(link)) for line in page.lines for link in line.links) if names else ()
    return next((name for name in menu if name in names), None)


def _filed(line: Line) -> str | None:
    """The link on *line* behind a word that says where a blog files the entry."""
    for link in line.links if line.size < _LONGEST and not line.hidden else ():
        name = " ".join(phrase_in(link).split())
        if name and _FILED.search(line.text.partition(name)[0]):
            return name
    return None


def _categorised(page: Page, headline: Headline | None) -> str | None:
    """The link near the headline or below the text that is marked as the category of what the page holds."""
    links = (link for line in page.lines[headline.start :] for link in line.links) if headline else ()
    return next((link.text_content().strip() for link in links if "category" in (link.get("rel") or "").split()), None)


def _node(page: Page, tags: Tags) -> str | None:
    """The node of its tree in which Founder's system keeps the article, if readers see it called so, too."""
    name = tags.paper.get("nodename")
    return name if name and leads_on(page, name) else None


def _heading_above(page: Page, headline: Headline | None) -> str | None:
    """The column's name as a heading with a mark before it (■ 纪检监察), or right above as the menu calls it."""
    if headline is None:
        return None
    for line in page.lines[max(0, headline.start - 4) : headline.start]:
        match = _MARKED.match(line.text)
        if match and not line.hidden:
            return match[1]
    # Its English name may stand between.
    above = takewhile(lambda line: not line.linked, reversed(page.lines[max(0, headline.start - 2) : headline.start]))
    return next((line.text for line in above if line.size and not line.hidden and heads_column(page, line)), None)


def _steps(page: Page, index: int, end: int) -> list[str]:
    line = page.lines[index]
    parted = _parted(line)
    if parted is not None:
        return parted
    text = line.text
    # Some templates put each step into a list item of its own, with or without a sign before it.
    following = index + 1
    whole = len(_STEP.split(_LEAD.sub("", text).strip(_LOOSE))) > 1 and not text.rstrip().endswith((">", "»", "/"))
    listed = _is_named(line) and not whole
    item = line.node.tag == "li"
    while not whole and following < min(index + _MOST_STEPS, end) and not page.lines[following].hidden:
        other = page.lines[following]
        inside = listed and _is_named(other)
        if other.size > (_LONGEST if inside else 16) or (item and not _are_items(line, other)):
            break
        if other.linked or _ON.match(other.text) or inside:
            text += f" > {other.text}"
        elif text.rstrip().endswith((">", "»", "/")):
            text += other.text
        else:
            break
        following += 1
    return [_trimmed(step) for step in _STEP.split(_LEAD.sub("", text)) if step.strip(_LOOSE)]


def _are_items(line: Line, other: Line) -> bool:
    return other.node.getparent() is line.node.getparent()


def _parted(line: Line) -> list[str] | None:
    """The steps of a trail on one *line*: its links behind the label, and the text behind the last; None without links.

    Between links anything may stand: a sign of any kind, a picture, or what a style sheet puts there.
    """
    lead = _LEAD.match(line.text)
    at = lead.end() if lead and "位置" in lead.group() else 0
    found: list[str] = []
    signs: set[str] = set()
    for link in line.links:
        name = " ".join(phrase_in(link).split())
        start = line.text.find(name, at) if name else -1
        if start < 0:
            continue
        signs |= {line.text[at:start].strip()} if found else set()
        between = line.text[at:start].strip(_LOOSE + "〉》")
        if between:
            found += [_trimmed(step) for step in _STEP.split(between)]
        found.append(_trimmed(name))
        at = start + len(name)
    sign = signs.pop() if len(signs) == 1 else ""
    # What parts the links parts the steps that are none.
    rest = line.text[at:].replace(sign, ">") if 0 < len(sign) <= 2 else line.text[at:]
    if len(found) > 1 and rest.strip(_LOOSE + "〉》"):
        found += [step for part in _STEP.split(rest) if (step := _trimmed(part))]
    return [step for step in found if step] if len(found) > 1 else None


def _trimmed(step: str) -> str:
    step = step.strip(_LOOSE)
    if step[:1].isdigit() and find_stamp(step):
        return ""  # when the article was put there
    step = _AFTER.sub("", step).strip(_LOOSE) or step
    return "" if is_furniture(step) else step
