"""Where newspapers name writers and photographers, in the forms that only newspaper pages have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import read_byline
from crawler.reading.people.leads import Lead, find_closing_byline, find_lead, read_byline_line, split_credit
from crawler.reading.people.surnames import has_double_surname, has_surname
from crawler.reading.values import Author

# How a line begins and ends is told by this much of it.
_END = 120
_LONGEST_OPENING, _LONGEST_SIGNATURE = 60, 90
_BOXED = pattern(r"^\s*[【\[［]\s*((?:本报|本网|本刊|本台|[\u4e00-\u9fff]{1,12})(?:讯|消息|电))\s*[】\]］]\s*")
# 县融媒体中心讯, 区新闻中心消息: an office that names no place.
_OFFICE = pattern(
    r"^\s*((?:[我本省市县区州旗镇乡]|[\u4e00-\u9fff]{2,6}[省市县区州旗])?(?:融媒体?|新闻|宣传|报道)(?:中心|组|部)?\s?(?:讯|消息))\s*"
    r"(?=[(（\s:：])"
)
_REPORTS = pattern(r"^\s*((?:本报|本网|本台|特约)?通讯员\s?[\u4e00-\u9fff、 ]{2,24}?\s?(?:报道|摄影报道))\s*[\s:：]")
# ■本报记者 韦小满 通讯员 农春 近日，…: a byline in the first line of the text.
_NAMES = r"\s?(?:[\u4e00-\u9fff·]{2,4}[、 ]){0,3}[\u4e00-\u9fff·]{2,4} "
_MARKED_LEAD = pattern(
    rf"^\s*([□■◆◇●○◎▲△★☆]\s?(?:(?:本报|本网|本刊|全媒体|见习|特约|首席){{0,2}}(?:记者|通讯员|实习生){_NAMES}){{1,2}})(?=\S.{{12}})"
)
_MARKS = frozenset("□■◆◇●○◎▲△★☆")
# 河南日报 prints the desk and the turn of its editor behind the last sentence: ②11.
_DESK = r"[①-⑳]\s?\d{0,2}"
_DESK_AT_END = pattern(rf"\s*{_DESK}\s*$")
_MARKED = pattern(r"^[□■◆◇●○◎▲△★☆]\s*([\u4e00-\u9fff·]{2,5}(?:[\s、]+[\u4e00-\u9fff·]{2,5}){0,4})$")
# 韦 山: a name of two characters is set as wide as one of three.
SPACED = pattern(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_BEHIND = pattern(
    r"\s+(?:(?:本报|全媒体|见习|特约)?(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,4}"
    r"(?:[、 　][\u4e00-\u9fff]{2,4}){0,3}\s?){1,2}(?<![，。])[\s:：]"
)
_PREFIXED = pattern(
    r"(?<=[\u4e00-\u9fff])((?:本报|本网|本台|全媒体|见习|特约)?(?:记者|通讯员|实习生))(?=[\u4e00-\u9fff]{2})"
)
# Where a report was written: 本报记者 某某 发自青石镇
_PLACE = pattern(r"\s+(?:发自\s?[\u4e00-\u9fff]{2,10}|[\u4e00-\u9fff]{2,8}(?:[市县区镇乡村]|街道|社区)报道)\s*$")
_HAN = pattern(r"[\u4e00-\u9fff]+")
_SHORTEST_GLUED = 4
# Where each of the names begins that a run of characters may be cut into.
_CUTS = {
    4: ((0, 2),),
    5: ((0, 2), (0, 3)),
    6: ((0, 3), (0, 2, 4)),
    7: ((0, 2, 4), (0, 2, 5), (0, 3, 5)),
    9: ((0, 3, 6),),
}
# 文/图, 文 某某 图; a photographer may be called 文.
_WROTE = pattern(r"文字|文\s*[/／、:：]|(?:^|[ 　/／并])文(?![\u4e00-\u9fff])|图文|文图|文并|采写|摄影报道|图文报道")
_CREDIT = pattern(
    rf"^(?P<caption>.{{4,}}?[。！？!?”』」》）)])\s*(?:{_DESK})?\s*(?P<credit>[^。！？!?”』」》（）()，,；;：:]{{2,30}}?(?:摄|摄影|供图))$"
)


def read_lead(text: str) -> Lead | None:
    """Return the dateline that opens *text*, also where it is boxed or an office's.

    >>> read_lead("【本报讯】（记者 王一）近日，县里召开会议。")
    Lead(dateline='【本报讯】（记者 王一）', authors=(Author(name='王一', role='记者'),))
    """
    text = text[: 2 * _END]
    if (found := find_lead(text)) is not None:
        if not found.authors:
            return _with_names_behind(text, found)
        return Lead(found.dateline, _unglued(found.authors, found.dateline))
    if text[:1] in _MARKS:
        marked = _MARKED_LEAD.match(text)
        authors = read_byline(marked.group(1)) if marked else ()
        return Lead(marked.group(1).strip(), authors) if marked and authors else None
    opening = text[:_LONGEST_OPENING]
    if "讯" not in opening and "报道" not in opening and "消息" not in opening and "电】" not in opening:
        return None
    if (reports := _REPORTS.match(text)) is not None:
        return Lead(reports.group(1), read_byline(re.sub(r"(?:摄影)?报道$", "", reports.group(1))))
    boxed = _BOXED.match(text) or _OFFICE.match(text)
    if boxed is None:
        return None
    rest = text[boxed.end() :]
    stand_in = find_lead(f"本报讯{rest}" if rest[:1] in "(（【[" else f"本报讯 {rest}")
    if stand_in is None:
        return None
    told = stand_in.dateline.removeprefix("本报讯").strip()
    dateline = text[: text.find(told, boxed.end()) + len(told)] if told else boxed.group().strip()
    return Lead(dateline, stand_in.authors)


def _with_names_behind(text: str, lead: Lead) -> Lead:
    """Return *lead* with the writers that stand without brackets behind it: 本报讯 记者韦小山 近日，…"""
    start = text.find(lead.dateline) + len(lead.dateline)
    named = _BEHIND.match(text, start)
    authors = read_byline(named.group()) if named else ()
    return Lead((lead.dateline + named.group()).rstrip(" :：\u3000"), authors) if named and authors else lead


def read_signature(line: str) -> tuple[Author, ...]:
    """Return the authors of a line that is a byline and nothing else, also behind a mark without a role.

    >>> [author.name for author in read_signature("□韦小山 农春")]
    ['韦小山', '农春']
    """
    if len(line) > _LONGEST_SIGNATURE:
        return ()
    printed = _without_desk(line)
    line = printed
    if "记者" in line or "通讯员" in line:
        line = _PREFIXED.sub(r" \1", _PLACE.sub("", printed))
    if authors := read_byline_line(line):
        return _unglued(authors, printed)
    marked = _MARKED.match(SPACED.sub(r"\1\2", line)) if line[:1] in _MARKS else None
    if marked is None:
        return ()
    authors = read_byline_line(f"({marked.group(1)})")
    return authors if len(authors) == len(re.split(r"[\s、]+", marked.group(1))) else ()


def _unglued(authors: Sequence[Author], printed: str) -> tuple[Author, ...]:
    """Return the people of a byline; names are not parted where not even its roles are: 记者张三通讯员王飞李永."""
    if not _PREFIXED.search(printed):
        return tuple(authors)
    return tuple(part for author in authors for part in _people_in(author))


def _people_in(author: Author) -> tuple[Author, ...]:
    name = author.name
    if author.role is None or not _HAN.fullmatch(name) or len(name) < _SHORTEST_GLUED or has_double_surname(name):
        return (author,)
    ways = [way for way in _CUTS.get(len(name), ()) if all(has_surname(name[i:]) for i in way)]
    if len(ways) != 1:
        return (author,)
    ends = (*ways[0][1:], len(name))
    return tuple(Author(name[a:b], author.role) for a, b in zip(ways[0], ends, strict=True))


def lists_names(text: str) -> bool:
    """Return whether *text* is a row of names, as in lists of winners.

    >>> lists_names("韦小山 农春 王一 李二"), lists_names("凝心聚力 共谋发展 真抓实干")
    (True, False)
    """
    names = text.split()
    return len(names) > 2 and all(_HAN.fullmatch(name) and len(name) <= 3 and has_surname(name) for name in names)


def closing_names(paragraph: str) -> tuple[Author, ...]:
    """Return the authors printed behind the last sentence of *paragraph*, in brackets."""
    return find_closing_byline(_without_desk(paragraph[-_END:]))


def _without_desk(text: str) -> str:
    return _DESK_AT_END.sub("", text) if text[-1:].isnumeric() else text


def split_picture(line: str) -> tuple[str, str] | None:
    """Return caption and credit of a *line* that ends with who took the picture, in brackets or behind the full stop.

    >>> split_picture("▲工人在检修设备。本报通讯员 韦小山 摄")
    ('▲工人在检修设备。', '本报通讯员 韦小山 摄')
    """
    if (credit := split_credit(line)) is not None:
        # 文/图 signs a whole report.
        return credit if not _WROTE.search(credit[1]) else None
    if not line.endswith(("摄", "摄影", "供图")):
        return None
    end = line[-_END:]
    match = _CREDIT.match(end)
    if match is None or not read_signature(match["credit"]):
        return None
    return line[: len(line) - len(end)] + match["caption"], match["credit"]
