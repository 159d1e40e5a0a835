"""Who wrote an article, as the page prints it: beside the headline, on a line of its own, at the end of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.reading.body.prune import is_bare_time, is_furniture, is_metadata_bar, opens_related
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.headline import Headline
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.zone import Zone
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import PLACE_ENDS, find_editors, read_byline
from crawler.reading.people.leads import read_byline_line
from crawler.reading.people.surnames import has_double_surname, has_surname
from crawler.reading.values import Author

_PERSON = pattern(r"(?:作\s*者|执笔人?|撰\s*文|撰稿人?|記者|记者|文/|文[：:]|通讯员|通訊員)\s*[：:/]?\s*[^\n]{1,60}")
# The fields of a bar: of those who wrote, which may be several, and of all else that may stand beside them.
_ROLE_LABEL = r"原?作\s*者|[记記]者|通[讯訊][员員]|撰\s*文|撰稿人?|执笔人?|供稿人?|投稿人?|[摄攝]影"
_SHORT_LABEL = r"文字|图片|文[/／、]?[图圖]|[图圖][/／、]?文|文|[图圖]"
_OTHER_LABEL = (
    r"(?:作者|供稿|来稿|撰稿|报送|发布|信息提供)?(?:单位|部门|机构)|(?:信息|文章|稿件|新闻|内容|消息)?(?:来源|來源|来自|出处|稿源)|选稿|发布[人者]?|审[核校稿阅]人?|校[对審]|编审|"
    r"(?:责任|网络|本期|值班)?编辑|責任編輯|編輯|责编|监制|录入人?|[一二三初复终]审|(?:发布|发表|更新|录入|上传|添加|提交|张贴|发帖|发稿|创建|编辑|刊发|撰写)?(?:时间|時間|日期)|"
    r"(?:[浏瀏]览|点击|阅读|访问|查看|评论)(?:次数|量|率|数)?|人气|字[号体]|栏目|分类|标签|关键词|分享|打印|Source|Date"
)
# One sign alone (文, 图) is a label only where a field may begin; 文/图） is a role behind a name.
_LABELS = pattern(
    rf"(?:(?P<role>(?:(?<![^\s|｜（(【\[])(?:{_SHORT_LABEL})|{_ROLE_LABEL}))|(?<![^\s|｜（(【\[])[审编校]|{_OTHER_LABEL})\s*[：:/／]\s*(?![图圖文]\W)",
    re.I,
)
_PROSE = pattern(r"[。！？；]|，.*，")
_COLONS = ("：", ":", "/", "／")
# Every role has one of these.
_SIGNS = "记記讯訊员員文图圖摄攝作撰稿执習习"
_EDGE = " |｜[]【】"
_DATED = pattern(r"\d{1,4}\s*[-/.年]\s*\d{1,2}.*$|\d{1,2}[:：]\d{2}.*$")
_WRITER = pattern(r"^执笔人?")
# A byline on a line of its own, as papers set it: 本报实习生 韦小满 蓝志峰.
_BYLINE = pattern(r"^[□■◆◇●○◎△▲★☆(（]?\s*(?:本报|本刊|本网|全媒体|特约|见习|通讯员|记者|实习生)")
# A forum's or a blog's stamp: 小城故事 发表于 2005-9-15 11:46.
_POSTED = pattern(r"(?:^|[\s|｜由])([^\s|｜:：，。@由]{2,16})\s*(?:[发發]表[于於]|张贴|張貼|[写寫][于於]|上传[于於])")
_STAMPED = pattern(r"^\W*(?:[发發]表[于於]|[发發]布[于於]|Posted)")
_PROFILE = pattern(r"[?&/](?:uid|space|user|profile|member|people|u)[-=/]", re.I)
_FAR_ABOVE = 12
_BY = pattern(r"(?i:posted by)\s*[：:]?\s*(\S{2,20})\s+(?i:at|on)\b|^(?i:posted on)\s.{6,30}?\s(?i:by)\s+(\S{2,20})")
_FLOOR = pattern(r"\d+[#＃楼樓]|沙发|板凳|地板|楼主|本帖|最后|最後")
_BRACKETED = pattern(r"(?<![：:])(?<![：:]\s)\[\s*([\u4e00-\u9fff]{2,4})\s*\]")
_NAME = pattern(r"^[\u4e00-\u9fff]{2,4}$")
_SIGNED = pattern(r"[（(]([^（）()]{2,40})[）)]\s*$")
_ROLE = pattern(r"记者|通讯员|作者|报道|撰稿|特约|实习生")
_SIGNING = pattern(r"^(?:执笔人?|撰稿人?|作者|撰文|供稿)\s*[：:]")
_MARKS = "□■◆◇●○◎△▲★☆ \u3000()（）"
_LONGEST_BORN, _MOST_NAMES = 3, 3
_PARTED = pattern(r"[\s、,，]+")
_LAST_LINES, _LONGEST, _LONGEST_NAME, _LONGEST_BAR = 6, 80, 16, 120
# A forum names its writers as they call themselves: 放飞&心情, 6xy.
_NICKNAME = pattern(r"^(作者|楼主|博主|网友|昵称|发[帖贴]人)\s*[：:]\s*([\w&＆.·~-]{2,16})$")
_NOBODY = pattern(r"佚名|未知|不详|无名|匿名|网络|转载|原创|本站|管理员|游客|admin(?:istrator)?|guest|\d+", re.I)
# What follows the writer in a bar of fields: 作者：某某 点击量：56; minified, without a blank between.
_NEXT_FIELD = pattern(
    r"(?<=[^：:\s])(?:[\s|｜【\[]+|(?=[\u4e00-\u9fff]{2,6}[：:]))(?:[浏瀏]览|点击|阅读|访问|查看|人气|评论|(?:信息|文章|稿件)?来源|出处|发布|更新|时间|日期|字[号体]|"
    r"栏目|分类|标签|关键词|分享|打印|单位|部门)\S*.*$"
)
_BLOG = pattern(r"^(\S{2,12})的(?:博客|BLOG)$", re.I)
# The address under which blogs list what one of their writers wrote.
_BY_AUTHOR = pattern(r"[/?]author[=/][^/?&#]+/?$", re.I)


def find_people(page: Page, zone: Zone, tags: Tags, headline: Headline | None) -> tuple[Author, ...]:
    """Return the people whom the lines of *page* around the headline name as the article's authors."""
    for line in zone.head:
        if nickname := _nickname(line.text):
            return (nickname,)
        if authors := _fielded(line.text):
            return authors
        fielded = _fielded(line.text)
        if fielded:
            return fielded
        if fielded is not None:
            continue  # 作者：佚名
        whole = read_byline_line(_undated(line.text)) if _may_sign(line) else ()
        if any(author.role for author in whole):
            break  # read with the other bylines below
        for match in _PERSON.finditer(line.text):
            # 作者: 赵 培：某某学院 names the office behind a second colon.
            named = _NEXT_FIELD.sub("", match.group())
            authors = read_byline(_WRITER.sub("作者", "：".join(re.split(r"[：:]", named)[:2])))
            if authors and not _BYLINE.match(line.text):
                return authors
    authors = _bylines(zone.head) or _poster(page, zone)
    if not authors and headline is not None:
        authors = tuple(map(Author, _lone_names(zone, headline)))
    paper = tags.paper.get("author") or _tagged(tags)
    return authors or (read_byline(f"作者：{paper}") if paper else ()) or _owner(page)


def _tagged(tags: Tags) -> str | None:
    """The person whom the tags that governments prescribe for an article name; other pages so name their designer."""
    name = tags.metas.get("author", "") if "articletitle" in tags.metas else ""
    return name if _is_person(name) else None


def _is_person(name: str) -> bool:
    named = bool(_NAME.match(name)) and has_surname(name) and not name.endswith(PLACE_ENDS)
    return named and (len(name) <= _LONGEST_BORN or has_double_surname(name))


def _fielded(text: str) -> tuple[Author, ...] | None:
    """The writers in the fields of a bar (记者：韦小满 通讯员：蓝志峰 编辑：黄采薇); None where it has none."""
    if len(text) > _LONGEST_BAR or not any(sign in text for sign in _COLONS) or _PROSE.search(text):
        return None
    labels = list(_LABELS.finditer(text))
    if not any(label["role"] for label in labels):
        return None
    authors: list[Author] = []
    for label, end in zip(labels, [*(after.start() for after in labels[1:]), len(text)], strict=False):
        if label["role"]:
            role = "".join(label["role"].split())
            # 作者: 赵 培：某某学院 names the office behind a second colon.
            value = re.split(r"[：:]", _DATED.sub("", _NEXT_FIELD.sub("", text[label.end() : end])))[0].strip(_EDGE)
            value = value if "（" in value or "(" in value else value.rstrip("）)")
            named = read_byline(f"作者：{value}") if value and not _NOBODY.fullmatch(value) else ()
            written = (Author(author.name, role if author.role == "作者" else author.role) for author in named)
            authors += [author for author in written if author not in authors]
    return tuple(authors)


def _nickname(text: str) -> Author | None:
    """The name in a field of one writer, where it is none that people are born with."""
    match = _NICKNAME.match(text.strip())
    if match is None or _NOBODY.fullmatch(match[2]):
        return None
    names = read_byline(text)
    if names and (("&" not in text and "＆" not in text) or all(has_surname(author.name) for author in names)):
        return None
    return Author(match[2], match[1])


def _owner(page: Page) -> tuple[Author, ...]:
    """The one writer whose blog *page* is, or to whose other articles it links on a line that holds nothing else."""
    names = {match[1] for line in page.lines if not line.hidden and (match := _BLOG.match(line.text))}
    names = names or {
        line.text
        for line in page.lines
        if line.size == line.linked > 0 and len(line.links) == 1 and not line.hidden and _by_author(line.links[0])
    }
    name = names.pop() if len(names) == 1 else ""
    return (Author(name),) if 2 <= len(name) <= _LONGEST_NAME and not _NOBODY.fullmatch(name) else ()


def _by_author(link: HtmlElement) -> bool:
    return link.get("rel") == "author" or bool(_BY_AUTHOR.search(link.get("href") or ""))


def find_signature(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the people named at the end of the article's *lines*, where an editor's line may still follow.

    An editor is given where the page names nobody else.
    """
    last = [line for line in lines[-12:] if line.size][-_LAST_LINES:]
    for line in reversed(last):
        signed = _SIGNED.search(line.text)
        if signed and _ROLE.search(signed[1]):
            authors = read_byline(signed[1])
            if authors:
                return authors
        if line.size <= _LONGEST and _SIGNING.match(line.text):
            authors = read_byline(_WRITER.sub("作者", line.text))
            if authors:
                return authors
    return find_editing(last)


def find_closing(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the writers in the fields of the short *lines* below a text (作者：韦小满), or the editors."""
    authors: list[Author] = []
    for line in lines:
        if line.size <= _LONGEST and not line.linked:
            authors += [author for author in _fielded(line.text) or () if author not in authors]
    return tuple(authors) or find_editing(lines)


def find_editing(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the editors whom a short line of *lines* names."""
    return next((found for line in lines if line.size <= _LONGEST and (found := find_editors(line.text))), ())


def _bylines(lines: Sequence[Line]) -> tuple[Author, ...]:
    authors: list[Author] = []
    for line in lines:
        if not _may_sign(line):
            continue
        named = read_byline(line.text) if _BYLINE.match(line.text) else read_byline_line(_undated(line.text))
        authors += [author for author in named if author not in authors]
    return tuple(authors)


def _may_sign(line: Line) -> bool:
    """Whether *line* is as short as a byline, and not a bar of labelled fields."""
    short = line.size <= _LONGEST // 2 and not line.linked and any(sign in line.text for sign in _SIGNS)
    return short and not _LABELS.search(line.text)


def _undated(text: str) -> str:
    """*text* without the day and the hour that it opens with or ends in."""
    stamp = find_stamp(text)
    return f"{text[: stamp.start]} {text[stamp.end :]}".strip() if stamp else text


def _poster(page: Page, zone: Zone) -> tuple[Author, ...]:
    bars = [line.text for line in zone.head if is_metadata_bar(line.text) and not is_bare_time(line.text)]
    own = next((stamp for text in bars if (stamp := find_stamp(text))), None)
    for line in (*zone.head, *zone.tail):
        stamp = find_stamp(line.text) if line.size <= _LONGEST else None
        if stamp is None or (own is not None and stamp.day > own.day):
            continue  # a later stamp is a reader's
        poster = _POSTED.search(line.text) or _BY.search(line.text)
        if poster is None and line in zone.head and is_metadata_bar(line.text):
            poster = _BRACKETED.search(line.text)
        name = next((group.strip() for group in poster.groups() if group), "") if poster else ""
        if name and not _FLOOR.fullmatch(name):
            return (Author(name),)
        if poster is None and _STAMPED.match(line.text) and (profiled := _profiled(page, line)):
            return (Author(profiled),)
    return ()


def _profiled(page: Page, stamp: Line) -> str | None:
    """The name above a forum's *stamp* that links to its bearer's own page."""
    at = next((index for index, line in enumerate(page.lines) if line is stamp), 0)
    for line in reversed(page.lines[max(0, at - _FAR_ABOVE) : at]):
        if line.size == line.linked and 2 <= line.size <= _LONGEST_NAME and len(line.links) == 1 and not line.hidden:
            link = line.links[0]
            parent = link.getparent()
            if (parent is not None and parent.tag == "cite") or _PROFILE.search(link.get("href") or ""):
                return line.text
    return None


def _lone_names(zone: Zone, headline: Headline) -> list[str]:
    """The names on a line of their own below the headline; one without a family name if the headline opens with it."""
    at = next((i for i, line in enumerate(zone.head) if line.text and headline.text.startswith(line.text)), -1)
    for line in zone.head[at + 1 :]:
        text = line.text.strip(_MARKS)
        if line.linked or opens_related(text) or is_furniture(text):
            continue
        if _NAME.match(text) and headline.text.startswith((f"{text}：", f"{text}:")):
            return [text]
        names = _PARTED.split(text)
        # Of two short words (农业 水利) each may begin as a name does.
        if len(names) <= _MOST_NAMES and all(map(_is_person, names)) and (len(names) == 1 or max(map(len, names)) > 2):
            return names
    return []
