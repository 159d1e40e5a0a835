"""Who wrote an article, as the page prints it: beside the headline, on a line of its own, at the end of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from crawler.reading.body.endings import is_disclaimer, opens_related
from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.profiles import find_profiles
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import ancient_writer, between_dots, is_outlet, signed_names
from crawler.reading.metadata.headline import Headline
from crawler.reading.metadata.posters import (
    cited_writers,
    find_footnoted,
    find_marked,
    find_owner,
    find_poster,
    find_vouched,
    is_nobody,
    read_nickname,
)
from crawler.reading.metadata.roles import LABELS, NEXT_FIELD, ROLE_LABEL, SIGN, fielded_writers
from crawler.reading.metadata.tags import CITED, Tags
from crawler.reading.metadata.unlabelled import is_person, read_unlabelled
from crawler.reading.metadata.written import structured_author
from crawler.reading.metadata.zone import Zone
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import find_editors, read_byline, without_post_buttons
from crawler.reading.people.leads import read_byline_line
from crawler.reading.stories.signs import split_picture
from crawler.reading.values import Author

# 社区工作者公告, 合作者大会 name nobody.
_PERSON = pattern(
    r"(?:(?<![工创合写操著制协])作\s*者|执笔人?|撰\s*文|撰稿人?|記者|记者|文/|文[：:]|通讯员|通訊員)\s*[：:/]?\s*[^\n]{1,60}"
)
_WRITER = pattern(r"^执笔人?")
# A byline on a line of its own, as papers set it: 本报实习生 韦小满 蓝志峰.
_BYLINE = pattern(r"^[□■◆◇●○◎△▲★☆(（]?\s*(?:本报|本刊|本网|全媒体|特约|见习|通讯员|记者|实习生)")
_NAME = pattern(r"^[\u4e00-\u9fff]{2,4}$")
_SIGNED = pattern(r"[（(]([^（）()]{2,40})[）)]\s*$")
# How stations end a report: 以上是本台记者韦小满的采访报道。
_SPOKEN = pattern(r"^以上是\S{2,14}?记者([\u4e00-\u9fff]{2,3}?)(?:在\S{1,8})?的?(?:采访)?报[道导][。.]?$")
_ROLE = pattern(r"记者|通讯员|作者|报道|撰稿|特约|实习生")
_SIGNING = pattern(r"^(?:执笔人?|撰稿人?|作者|撰文|供稿)\s*[：:]")
_MARKS = "□■◆◇●○◎△▲★☆· \u3000()（）"
# 文 ■ 韦小满, as magazines set a writer.
_ORNAMENT = pattern(r"^文\s*[■□●◆|｜/／]\s*")
_SOURCED = pattern(r"^[\s（(]*来\s*源\s*[：:]\s*([\u4e00-\u9fff]{2,3})[\s）)]*$")
# The one field of a line below a text: 记者 | 韦小满 蓝志峰.
_BARRED = pattern(rf"^({ROLE_LABEL}|文)\s*[|｜]\s*(?=[^|｜：:]+$)")
_LONGEST_BORN, _MOST_NAMES, _MENU = 3, 3, 3
_CREDITED, _SHORTEST_CAPTION = 12, 4
# How long ago, or on which day of this year: 3小时前, 05-07 09:15.
_AGO = pattern(r"\s*[·|]?\s*(?:\d{1,3}\s*(?:秒|分钟|小时|天|个月)前|\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})$")
# 《石桥日报》（2024年04月02日 第02版）
_CITED = pattern(r"《[^《》]{2,14}[报刊]\s*》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日[^（）()]{0,16}[）)]\s*$")
_PARTED = pattern(r"[\s、,，]+")
_LAST_LINES, _LONGEST = 6, 80


def find_people(page: Page, zone: Zone, tags: Tags, headline: Headline | None) -> tuple[Author, ...]:
    """Return the people whom the lines of *page* around the headline name as the article's authors."""
    if cited := tags.metas.get(CITED):
        return cited_writers(cited)
    for line in zone.head:
        if _credit(line) or is_disclaimer(line.text) or _is_menu(line):
            continue
        if nickname := read_nickname(line.text):
            return (nickname,)
        fielded = fielded_writers(line.text)
        if fielded:
            return fielded
        if fielded is not None:
            continue  # 作者：佚名
        whole = read_byline_line(_undated(line.text)) if _may_sign(line) else ()
        if any(author.role for author in whole):
            break  # read with the other bylines below
        for match in _PERSON.finditer(without_post_buttons(line.text)):
            # 作者: 赵 培：某某学院 names the office behind a second colon.
            named = NEXT_FIELD.sub("", match.group())
            authors = read_byline(_WRITER.sub("作者", "：".join(re.split(r"[：:]", named)[:2])))
            if authors and not _BYLINE.match(line.text):
                return authors
    authors = find_footnoted(zone) or _bylines(zone.head) or _unlabelled(zone)
    authors = authors or _member(page) or find_poster(page, zone)
    if not authors and headline is not None:
        authors = tuple(map(Author, _lone_names(zone, headline)))
    elif not authors:
        marked = (ancient_writer(line.text) or between_dots(line.text) for line in zone.head)
        authors = tuple(map(Author, islice(filter(None, marked), 1)))
    paper = tags.paper.get("author")
    paper = None if paper and any(paper == editor.name for editor in find_editing(zone.tail)) else paper
    authors = authors or (read_byline(f"作者：{paper}") if paper else ())
    return authors or find_vouched(zone, tags) or find_marked(zone) or _blogger(page, zone, tags) or _structured(tags)


def _is_menu(line: Line) -> bool:
    """Whether *line* is links and nothing else, such as 名句 作者 古籍: the label of a field is none."""
    return len(line.links) >= _MENU and line.linked >= line.size


def _blogger(page: Page, zone: Zone, tags: Tags) -> tuple[Author, ...]:
    """The owner of a blog, as the field below the entry calls him, or as the page's title does."""
    owner = find_owner(page, tags)
    return next((told for line in zone.tail if (told := _writers([line]))), owner) if owner else ()


def _structured(tags: Tags) -> tuple[Author, ...]:
    """Whom the page's structured data names; a paper that signs for its reporters there is no person."""
    name = structured_author(tags.scripts)
    if name is None or is_outlet(name) or is_nobody(name) or tags.page_title.endswith(name):
        return ()
    return (Author(name),)


def _member(page: Page) -> tuple[Author, ...]:
    """The member of a forum whose profile stands beside the first of its posts."""
    profiles = find_profiles(page)
    return (Author(profiles[0].name),) if profiles and profiles[0].name else ()


def _unlabelled(zone: Zone) -> tuple[Author, ...]:
    """The writer whom a bar without labels names behind its day and its outlet; below a text it names both."""
    for line in zone.below:
        if names := [name for name in signed_names(line.text) if is_person(name)]:
            return tuple(Author(name, "记者") for name in names)
        if (bar := read_unlabelled(line.text)) and bar.writers:
            return tuple(map(Author, bar.writers))
    below = (bar for line in zone.tail if (bar := read_unlabelled(line.text)))
    return next((tuple(map(Author, bar.writers)) for bar in below if bar.outlet and bar.writers), ())


def find_tagged(tags: Tags) -> tuple[Author, ...]:
    """The person whom the tags that governments prescribe for an article name; other pages so name their designer.

    A search engine's tags for an office (``publishedtype``) name whoever put the page up, and the text may be signed by
    another.
    """
    name = tags.metas.get("author", "")
    if "articletitle" not in tags.metas or "publishedtype" in tags.metas or not is_person(name):
        return ()
    return read_byline(f"作者：{name}")


def find_signature(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the people named at the end of the article's *lines*, where an editor's line may still follow."""
    last = [line for line in lines[-12:] if line.size][-_LAST_LINES:]
    for line in reversed(last):
        if spoken := _SPOKEN.match(line.text):
            return (Author(spoken[1], "记者"),)
        signed = _SIGNED.search(line.text)
        if signed and _ROLE.search(signed[1]):
            authors = read_byline(signed[1])
            if authors:
                return authors
        if byline := _signed_line(line):
            above = last[: last.index(line)][-2:]
            return tuple(author for other in above for author in _signed_line(other)) + byline
        if line.size <= _LONGEST and _SIGNING.match(line.text):
            authors = read_byline(_WRITER.sub("作者", line.text))
            if authors:
                return authors
    return _writers([line for line in last if not line.linked])


def _signed_line(line: Line) -> tuple[Author, ...]:
    """The writers on a *line* that names them with what they are: 南方晚报记者 韦小满, 通讯员 蓝志峰."""
    named = read_byline_line(line.text) if line.size <= _LONGEST // 2 and SIGN.search(line.text) else ()
    return named if any(author.role for author in named) else ()


def find_pictured(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return whom the captions among *lines* name: the authors of a page of pictures that names no writer."""
    return next((found for line in lines if (credit := _credit(line)) and (found := read_byline(credit))), ())


def _credit(line: Line) -> str | None:
    """Who took the picture, if *line* is a sentence with that behind it: 农民在田间插秧。（通讯员 韦小满 摄）"""
    if "摄" not in line.text[-_CREDITED:]:
        return None
    credit = split_picture(line.text)
    return credit[1] if credit and len(credit[0]) >= _SHORTEST_CAPTION else None


def find_closing(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the writers in the fields of the short *lines* below a text (作者：韦小满), or the editors."""
    own = [line for line in lines if not line.linked]
    return _writers(own) or _sourced(own) or find_editing(lines)


def _sourced(lines: Sequence[Line]) -> tuple[Author, ...]:
    """The person whom a field of the source names that is all of a line: 来源：韦小满."""
    found = (_SOURCED.match(line.text) for line in lines if line.size <= _LONGEST_BORN * 3)
    return next(((Author(match[1]),) for match in found if match and is_person(match[1])), ())


def _writers(lines: Sequence[Line]) -> tuple[Author, ...]:
    """The writers in the fields of the short *lines*."""
    authors: list[Author] = []
    for line in lines:
        if line.size <= _LONGEST and not is_disclaimer(line.text):
            authors += [author for author in _closing(line) if author not in authors]
    return tuple(authors)


def _closing(line: Line) -> tuple[Author, ...]:
    """The writers whom a *line* that also names its editors, or labels them, gives."""
    if fielded := fielded_writers(_BARRED.sub(r"\1：", line.text)):
        return fielded
    return read_byline(line.text) if _BYLINE.match(line.text) and find_editors(line.text) else ()


def find_editing(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Return the editors whom a short line of *lines* names."""
    short = (line.text for line in lines if line.size <= _LONGEST and not is_furniture(line.text))
    # A button may stand behind the name: 责编：韦小满 收藏本文.
    named = (tuple(one for one in find_editors(text) if not is_furniture(one.name)) for text in short)
    return next(filter(None, named), ())


def _bylines(lines: Sequence[Line]) -> tuple[Author, ...]:
    authors: list[Author] = []
    for line in lines:
        if not _may_sign(line) or _credit(line):
            continue
        named = read_byline(line.text) if _BYLINE.match(line.text) else read_byline_line(_undated(line.text))
        authors += [author for author in named if author not in authors]
    return tuple(authors)


def _may_sign(line: Line) -> bool:
    """Whether *line* is as short as a byline, and not a bar of labelled fields."""
    short = line.size <= _LONGEST // 2 and not line.linked and bool(SIGN.search(line.text))
    return short and not LABELS.search(line.text)


def _undated(text: str) -> str:
    """*text* without the day and the hour that it opens with or ends in, and the paper of that day."""
    text = _CITED.sub("", text) if "》" in text else text
    stamp = find_stamp(text)
    return f"{text[: stamp.start]} {text[stamp.end :]}".strip() if stamp else _AGO.sub("", text)


def _lone_names(zone: Zone, headline: Headline) -> list[str]:
    """The names on a line of their own below the headline; one without a family name if the headline opens with it."""
    at = next((i for i, line in enumerate(zone.head) if line.text and headline.text.startswith(line.text)), -1)
    for line in zone.head[at + 1 :]:
        text = _ORNAMENT.sub("", _undated(line.text)).strip(_MARKS)
        if line.linked or opens_related(text) or is_furniture(text) or is_nobody(text):
            continue
        if text == headline.text:
            continue  # an official's page is called by the name that stands above the office
        if named := ancient_writer(text) or between_dots(line.text):
            return [named]
        if _NAME.match(text) and headline.text.startswith((f"{text}：", f"{text}:")):
            return [text]
        names = _PARTED.split(text)
        names = ["".join(names)] if max(map(len, names)) == 1 else names  # 韦 小 满
        # 2005-05-07 09:15 石桥日报 韦小满
        names = names[1:] if len(names) == 2 and is_outlet(names[0]) and find_stamp(line.text) else names
        # Of two short words (农业 水利) each may begin as a name does.
        if len(names) <= _MOST_NAMES and all(map(is_person, names)) and (len(names) == 1 or max(map(len, names)) > 2):
            return names
    return []
