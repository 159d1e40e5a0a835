"""Where a story names its writer: in the dateline of its lead, under its headline, or behind its last line."""

from __future__ import annotations

import re
from typing import NamedTuple

from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import read_byline
from crawler.reading.values import Author

_BRACKET = r"[(（【\[]([^()（）\[\]【】]{2,60})[)）】\]]"
# 本报讯, 日报消息, 新华社北京3月5日电, 中新网南宁1月2日电, 央广网北京2月13日消息, 本报柳州讯, 某某融媒体中心讯 …
_OPENING = (
    r"(?:据\s?)?(?:[\u4e00-\u9fff+]{2,6}[/／·]\s?)?(?:本\s?报|本网|本台|本刊|我报|日报|晚报|新华[社网]|中新[社网]|人民网|央[视广]网|光明网|"
    r"[\u4e00-\u9fff]{2,10}(?:报|网|台|社|融媒体?(?:中心)?|讯|卫视|发布|客户端|新闻))"
    r"[\u4e00-\u9fff\d\s]{0,16}?(?:讯|消息|电|专电|快讯|专讯)"
)
_DATELINE = pattern(
    rf"^\s*({_OPENING}|【[\u4e00-\u9fff]{{2,8}}(?:[网报社台]|新闻|财经)】)\s*(?:{_BRACKET}|(?P<bare>[^，。,;；：:]{{0,30}}?(?:报道|通讯员|记者)[^，。,;；：:]{{0,24}}?报道)|(?=[\s:：])|(?<=本报讯)(?!者))"
)
# 丹陵讯（记者 韦小满）: a county's paper calls itself by the county alone.
_LOCAL = pattern(rf"^\s*([\u4e00-\u9fff]{{2,6}}讯)\s*(?=[(（][^()（）]{{0,8}}(?:记者|通讯员)){_BRACKET}")
# 石桥镇3月10日电 记者从镇政府获悉: as the telegrams of agencies open.
_WIRED = pattern(r"^\s*([\u4e00-\u9fff]{2,10}?\d{1,2}月\d{1,2}日\s?(?:专?电|讯|消息))(?=[\s:：(（])")
_REPORTS = pattern(
    r"^\s*((?:本报|本网|本台)?(?:全媒体)?记者\s?(?P<names>[\u4e00-\u9fff、 ]{2,24}?)\s?(?:报道|摄影报道))[\s:：]"
)
# As papers of Taiwan and Hong Kong open a story: 〔記者韋小滿／石橋報導〕, （中央社記者韋小滿石橋7日電）.
_REPORTED = pattern(
    r"^\s*(?:【[^【】]{2,16}[讯訊电電]】\s*)?[〔【［\[（(]\s*[\u4e00-\u9fff]{0,8}?[记記]者"
    r"\s*(?P<names>[\u4e00-\u9fff]{2,3}(?:[、 ][\u4e00-\u9fff]{2,3}){0,4})"
    r"(?:\s*[／/╱]\s*[\u4e00-\u9fff、]{1,10}?|[\u4e00-\u9fff]{2,4}?)?"
    r"(?:特稿|\s*(?:\d{1,2}日)?(?:综合|綜合|专题|專題|连线|連線|采[访訪]|採訪|即[时時])?(?:[报報][导導道]|专电|專電|外?[电電]|[摄攝]))\s*[〕】］\]）)]"
)
_BRACKET_LEAD = pattern(rf"^\s*({_BRACKET})\s*(?=[^\s])")
_CLOSING_BRACKET = pattern(rf"{_BRACKET}\s*[。.]?\s*$")
_LONGEST_OFFICE = 10
_OFFICE = pattern(
    r"^[\u4e00-\u9fff]+(?:报|社|网|台|中心|[局委办院校站部会馆队园所厂处科]|[中小大]学|(?<=[\u4e00-\u9fff]{2})[高一二三四五六七八九十]中|公司|政府|融媒|[省市县区州乡镇村])$"
)
# Online papers have names with signs in them: 南方+记者, 36氪记者.
_BRAND = pattern(r"(?=.*[\w+])[\u4e00-\u9fff]{0,4}(?:\+|[A-Za-z0-9]{1,8}[\u4e00-\u9fff]{0,4})")
# Where a byline stands at the end of a paragraph, it stands in this many characters.
_END = 80
_CREDIT = pattern(r"(?:摄|供图|提供|摄影|(?<![见如上下左右附])图|资料图片?|摄影报道|图/文|文/图|文/摄)$")
_ROLES = pattern(
    r"摄影记者|文字记者|[记記]者|通讯员|通信员|评论员|撰稿人?|作者|撰文|执笔人?|供稿人?|报道员|信息员|实习生|本报|本刊|本网|本台|全媒体|融媒体?|特约|见习|"
    r"首席|文/[图摄]|图/文|文并图|摄影报道|图文报道|摄影|采写|报道|供图|整理|文字|图片|文|图|摄"
)


class Lead(NamedTuple):
    """The dateline a first paragraph opens with, as printed, and the authors named in it."""

    dateline: str
    authors: tuple[Author, ...] = ()


def find_lead(paragraph: str) -> Lead | None:
    """Return the dateline that opens *paragraph*.

    >>> find_lead("本报讯(通讯员王一)近日，区里召开会议。")
    Lead(dateline='本报讯(通讯员王一)', authors=(Author(name='王一', role='通讯员'),))
    >>> find_lead("本报讯者的来信很多。") is None
    True
    """
    paragraph = paragraph[: 2 * _END]
    if (match := _DATELINE.match(paragraph)) is not None:
        named = match.group(2) or match.group("bare") or ""
        return Lead(match.group(0).strip(" :：\u3000"), read_byline(named))
    if (match := _LOCAL.match(paragraph)) is not None:
        return Lead(match.group(0).strip(), read_byline(match.group(2)))
    if (match := _WIRED.match(paragraph)) is not None:
        return Lead(match.group(1))
    if (match := _REPORTS.match(paragraph)) is not None:
        return Lead(match.group(1), read_byline(re.sub(r"(?:摄影)?报道$", "", match.group(1))))
    if (match := _REPORTED.match(paragraph)) is not None:
        return Lead(
            match.group().strip(), tuple(Author(name, "記者") for name in match["names"].replace("、", " ").split())
        )
    match = _BRACKET_LEAD.match(paragraph)
    if match is not None and re.search(r"记者|通讯员", match.group(2)) and (authors := read_byline(match.group(2))):
        return Lead(match.group(1), authors)
    return None


def _opens_text(line: str) -> bool:
    """Whether *line* goes on behind a dateline: （本报记者 韦小满 摄） alone is none."""
    lead = find_lead(line)
    return lead is not None and lead.dateline != line.strip()


def read_byline_line(line: str) -> tuple[Author, ...]:
    """Return the authors of a line that is a byline and nothing else; none for any other line.

    >>> read_byline_line("本报通讯员 陈一")
    (Author(name='陈一', role='本报通讯员'),)
    >>> read_byline_line("记者走进村里，看到一片繁忙景象。")
    ()
    """
    text = line.strip().strip("□■◆●○◎▲△★☆—- \u3000")
    if not 2 <= len(text) <= 60 or re.search(r"[。！？!?；;“”《》]", text) or _opens_text(text):
        return ()
    bracketed = text[0] in "(（【[" and text[-1] in ")）】]"
    if not bracketed and not _ROLES.search(text):
        return ()
    authors = read_byline(text)
    if not bracketed and not any(author.role for author in authors):
        return ()
    rest = text
    for author in sorted(authors, key=lambda a: -len(a.name)):
        rest = re.sub(r"\s*".join(map(re.escape, author.name)), "", rest)
    for author in authors:
        rest = rest.replace(author.role or "", "")
    rest = re.sub(r"[\s()（）\[\]【】、,，:：/／|·和与]+", "", _ROLES.sub("", rest))
    # What may be left is the newspaper's or the office's name before the role, and where the report was written.
    vouched = bracketed or bool(_ROLES.search(text))
    known = not rest or (vouched and len(rest) <= _LONGEST_OFFICE and bool(_OFFICE.search(rest)))
    known = known or bool(_BRAND.fullmatch(rest) and text.startswith(f"{rest}记者"))
    return authors if known else ()


def find_closing_byline(paragraph: str) -> tuple[Author, ...]:
    """Return the authors printed in brackets behind the last sentence of *paragraph*.

    >>> find_closing_byline("活动将持续到月底。（张一 李二）")
    (Author(name='张一', role=None), Author(name='李二', role=None))
    """
    paragraph = paragraph[-_END:]
    match = _CLOSING_BRACKET.search(paragraph)
    if match is None or not paragraph[: match.start()].rstrip().endswith(tuple("。！？!?”』」…》\ufffd")):
        return ()
    return read_byline(match.group(1))


def split_credit(line: str) -> tuple[str, str] | None:
    """Return caption and credit of a *line* that ends in a photographer's name in brackets.

    >>> split_credit("工人在装配车间。(本报通讯员 陈一 摄)")
    ('工人在装配车间。', '本报通讯员 陈一 摄')
    """
    end = line[-_END:]
    match = _CLOSING_BRACKET.search(end)
    if match is None or not _CREDIT.search(match.group(1).strip()):
        return None
    caption = line[: len(line) - len(end) + match.start()].strip()
    return (caption, match.group(1).strip()) if caption else None
