"""Which line of a page is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.indexes import is_index_line
from crawler.reading.body.profiles import is_member_field
from crawler.reading.body.prune import is_byline_field, is_metadata_bar, is_rights_line
from crawler.reading.metadata.around import bar_follows, is_value
from crawler.reading.metadata.bars import stands_below_headline
from crawler.reading.metadata.dress import NAMED, dress
from crawler.reading.metadata.index import is_field
from crawler.reading.metadata.menus import heads_column
from crawler.reading.metadata.parts import is_document_number, is_part, without_day, without_label
from crawler.reading.metadata.unlabelled import is_of_edition
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_MARKS = pattern(r"[\W_]+")
_TOP_HEADINGS = frozenset(["h1", "h2"])
_LOW_HEADINGS = frozenset(["h3", "h4", "h5", "h6"])
_ROOT = pattern(r"(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?|\.{1,2}/", re.I)
_FIELD = pattern(r"^[\u4e00-\u9fff]{2,6}[：:]")
WHERE = pattern(r"^.{0,6}位置\s*(?:是|在)?\s*[：:]")
# A comment repeats the headline of what it answers.
_ANSWERS = pattern(r"^\W{0,3}(?:Re|回复|回覆|答复)\s*[：:]", re.I)
# What parts the steps of a trail of columns, which are links.
_SIGNS = frozenset(">»›→＞")
_STEP = pattern(r"[>»›→＞]|-->?")
# A subtitle opens with one.
DASH = pattern(r"^(?:——|—|──|--)")
# An office's decision is headed by the office, then by what it is about: 石桥县人民政府办公室 / 关于印发…的通知.
_ABOUT = pattern(r"^(?:转发|印发|批转)?.{0,24}?关于")
_OFFICE = pattern(
    r"^(?:中共)?[\u4e00-\u9fff（）()、 ]{2,30}(?:政府|办公室|委员会|[局委办厅院部会处]|法院|检察院|公司|中心)$"
)
_DAY = pattern(r"^[\d〇○零一二三四五六七八九十]+年[\d零一二三四五六七八九十年月日号至\s\W]*$")
_ADDRESS = ("http://", "https://", "www.")
# A heading ends with none of these; whom a letter is to does.
_GOES_ON = ("：", ":", "，", "、", "；")
# What stands above the trail of columns is the site, or a column.
_NEAR_TRAIL = 4
_BANNER = pattern(
    r"(?:人民政府|门户|门户网|网站|官网|政府网|信息网|新闻网|公众网|首页|(?<=[\u4e00-\u9fff]{2})融媒(?:体(?:中心)?)?|(?:数字|电子)[报版][纸刊]?(?:平台|系统)?|"
    r"^(?!.*(?:建|开通|上线|推出|打造|织|走进)).{2,}(?:政府采购|招标投标|招投标|资源交易|政务服务|政务|人事考试|招生考试|公积金|人才)网|"
    r"[\u4e00-\u9fff]{2}(?:[日晚晨早时商导]|学院|大学|医院|集团|工人)报)$|^(?:政府|政务)?信息公开(?:网|平台|专栏|目录|系统)?$"
)
_SURE = 0.5
_LONGEST, _LONG, _BEGUN = 90, 45, 12
_SEARCHED = 3000
_BEFORE, _AFTER, _LONGEST_RUN, _FAR_BELOW = 40, 12, 4, 6


class Headline(NamedTuple):
    """The lines *start* to *end* (not included) of a page that print its headline; *sure* where a title vouches."""

    text: str
    start: int
    end: int
    sure: bool


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return *text* with its letters and digits only, to compare titles by.

    >>> plain("“学书法 晒快乐”书法培训") == plain("学书法晒快乐书法培训")
    True
    """
    return (text if text.isalnum() else _MARKS.sub("", text)).casefold()


def is_banner(text: str) -> bool:
    """Say whether *text* is how a portal calls itself, which no article is called.

    >>> is_banner("石桥县人民政府门户网站"), is_banner("韦小满考上石桥大学")
    (True, False)
    """
    return len(text) <= 30 and bool(_BANNER.search(text.strip()))


def find_headline(page: Page, span: tuple[int, int] | None, titles: Sequence[str]) -> Headline | None:
    """Return the headline near the lines *span* of the body; *titles* are what the page's head calls the article.

    Without *span* the whole page is searched, and only for a line that a title vouches for.

    A headline stands before the body or opens it, and is as a rule part of a title; where the head's titles name
    only the site, it is the line above the bar of source and date.
    """
    wanted = [plain(title) for title in titles if title]
    anywhere = span is None
    if span is None:
        span = (len(page.lines), len(page.lines))
    low, high = max(0, span[0] - _BEFORE), min(span[0] + _AFTER, span[1])
    if anywhere:
        low, high = 0, min(len(page.lines), _SEARCHED)
    best: Headline | None = None
    best_score = 0.0
    prose = 0
    for index in range(low, high):
        line = page.lines[index]
        if index >= span[0] and prose > 80:
            break
        if not line.hidden and 1 < line.size <= _LONGEST and (not anywhere or _may_open(line.text, wanted)):
            for candidate in _candidates(page, index, high, wanted):
                share, score = _score(page, candidate, span, wanted)
                # What no title vouches for heads the article, and has none of its text above it.
                better = score > best_score or (share > 1.0 and not anywhere and _is_nearer(candidate, best, wanted))
                if better and (share >= _SURE or not (anywhere or prose)):
                    best, best_score = candidate._replace(sure=share >= _SURE), score
        if index >= span[0]:
            prose += line.size if line.size > 30 and "。" in line.text else 0
    return with_office(page, best) if best is not None and not best.sure else best


def _is_nearer(candidate: Headline, best: Headline | None, wanted: list[str]) -> bool:
    """Whether *best* is how a blog or a board calls itself, at the top of its page: the title names both."""
    one, other = plain(best.text) if best else "", plain(candidate.text)
    if best is None or one == other or one not in wanted or other not in wanted:
        return False
    return wanted.index(other) < wanted.index(one) or candidate.start - best.end >= _FAR_BELOW


def with_office(page: Page, headline: Headline) -> Headline:
    """Return a *headline* that no title spells, with the other lines of its element, and with the office before it.

    Headlines are broken by hand; a decision is headed by its office, on a line set as the next is.
    """
    headline = _whole(page, _above_subtitle(page, headline))
    if headline.start and _decides_below(page.lines[headline.start - 1], page.lines[headline.start], headline.text):
        office = page.lines[headline.start - 1].text
        return headline._replace(text=office + headline.text, start=headline.start - 1)
    after = page.lines[headline.end] if headline.end < len(page.lines) else None
    if after is not None and _decides_below(page.lines[headline.end - 1], after, after.text):
        return headline._replace(text=headline.text + after.text, end=headline.end + 1)
    return headline


def _decides_below(office: Line, first: Line, decision: str) -> bool:
    """Whether the line *office* heads the *decision* that opens on the line *first*, set as it is itself."""
    if office.hidden or office.linked or first.hidden or first.linked or office.node.tag != first.node.tag:
        return False
    if len(decision) > _LONGEST or "。" in decision:
        return False
    return bool(_OFFICE.match(office.text) and _ABOUT.match(decision)) and dress(office) == dress(first)


def _above_subtitle(page: Page, headline: Headline) -> Headline:
    """The line right above *headline* where that is set greater: a subtitle stands between it and the bar."""
    at = next((i for i in range(headline.start - 1, -1, -1) if page.lines[i].size and not page.lines[i].hidden), None)
    if at is None or headline.start - at > 2:
        return headline
    line = page.lines[at]
    greater = dress(line) > dress(page.lines[headline.start]) and not line.linked and line.kind == "text"
    told = 4 <= line.size <= _LONGEST and not is_banner(line.text) and not is_part(line.text) and "。" not in line.text
    if not (greater and told) or is_furniture(line.text) or WHERE.match(line.text) or stands_below_headline(line.text):
        return headline
    if heads_column(page, line):
        return headline
    return Headline(line.text, at, at + 1, sure=False)


def _whole(page: Page, headline: Headline) -> Headline:
    """The *headline* with all lines of its heading, or of paragraphs that are called titles as its own is."""
    first = page.lines[headline.start]
    start, end = headline.start, headline.end
    while start and _is_of(page.lines[start - 1], first):
        start -= 1
    while end < len(page.lines) and _is_of(page.lines[end], first):
        end += 1
    lines = page.lines[start:end]
    if len(lines) > _LONGEST_RUN or dress(first) < 1.0 or sum(line.size for line in lines) > _LONGEST:
        return headline
    return headline._replace(text="".join(line.text for line in lines), start=start, end=end)


def _is_of(line: Line, first: Line) -> bool:
    if line.hidden or line.linked or not line.size or line.kind != "text" or stands_below_headline(line.text):
        return False
    if line.node is first.node:
        return not DASH.match(line.text)
    name = line.node.get("class")
    same = line.node.tag == first.node.tag == "p" and line.node.getparent() is first.node.getparent()
    return same and name is not None and name == first.node.get("class") and bool(NAMED.search(name))


def _may_open(text: str, wanted: list[str]) -> bool:
    text = plain(text)
    return any(text[:8] in title or title[:8] in text for title in wanted) if text else False


def _candidates(page: Page, index: int, high: int, wanted: list[str]) -> list[Headline]:
    """The line at *index* alone, and with those after it: headlines are broken by hand."""
    found: list[Headline] = []
    texts: list[str] = []
    for end in range(index, min(index + _LONGEST_RUN, high)):
        line = page.lines[end]
        if line.hidden or line.size > _LONGEST or line.kind != "text":
            break
        if line.size and line.linked * 2 > line.size and not _links_to_itself(line, wanted):
            break
        if end > index and (_FIELD.match(line.text) or DASH.match(line.text) or is_document_number(line.text)):
            break  # 文号：… below 名称：…; a subtitle; 石政办发〔2015〕41号
        bare = without_label(line.text)
        texts.append(bare if bare != line.text and plain(bare) in wanted else without_day(line.text))
        found.append(Headline(" ".join(texts).strip(), index, end + 1, sure=False))
    return found


def _links_to_itself(line: Line, wanted: list[str]) -> bool:
    """Whether *line* is a heading that is a link, as blogs set their headlines; their own names lead to the root."""
    href = (line.links[0].get("href") or "").strip() if line.links else ""
    heads = line.node.tag in _TOP_HEADINGS or (line.node.tag in _LOW_HEADINGS and plain(line.text) in wanted)
    return heads and not _ROOT.fullmatch(href)


def _score(page: Page, candidate: Headline, span: tuple[int, int], wanted: list[str]) -> tuple[float, float]:
    """How far a title vouches for *candidate*, and its score."""
    first = page.lines[candidate.start]
    text = plain(candidate.text)
    barred = is_metadata_bar(first.text) and not (text in wanted and without_day(first.text) != first.text)
    if len(text) < 2 or is_furniture(first.text) or barred or is_rights_line(first.text):
        return 0.0, 0.0
    if is_index_line(first.text) or WHERE.match(first.text) or (_ANSWERS.match(first.text) and text not in wanted):
        return 0.0, 0.0
    if (
        first.text.startswith(_ADDRESS)
        or first.text[:1] in _SIGNS
        or (first.linked and (_STEP.search(first.text) or (first.linked * 2 >= first.size and text not in wanted)))
    ):
        return 0.0, 0.0  # a trail of columns, which a title may repeat
    share = max((_shared(text, title) for title in wanted), default=0.0)
    if share and _OFFICE.match(candidate.text) and any(_decides(text, title) for title in wanted):
        return 0.0, 0.0
    if candidate.end - candidate.start > 1 and (share < _SURE or plain(first.text) in wanted):
        return 0.0, 0.0
    if share and DASH.match(first.text) and candidate.start and _goes_on(page.lines[candidate.start - 1], text, wanted):
        return 0.0, 0.0
    score = share * 12 + dress(first) + min(len(text), 30) / 15
    followed = bar_follows(page, candidate.end)
    score += followed
    if share < _SURE:
        if (
            "。" in candidate.text
            or is_banner(candidate.text)
            or is_of_edition(first.text)
            or stands_below_headline(first.text)
        ):
            return 0.0, 0.0  # a sentence, the site's name or a day and an office that no title vouches for
        if _DAY.match(first.text) or is_part(first.text) or candidate.text.endswith(_GOES_ON):
            return 0.0, 0.0
        if _is_of_member(page, candidate) or is_value(page, candidate.start):
            return 0.0, 0.0
        if DASH.match(first.text) or is_byline_field(first.text) or is_field(first.text):
            return 0.0, 0.0
        if any(WHERE.match(line.text) for line in page.lines[candidate.end : candidate.end + _NEAR_TRAIL]):
            return 0.0, 0.0
        if len(candidate.text) > _LONG and candidate.text.count("，") > 1:
            return 0.0, 0.0  # a sentence that asks or exclaims
        score += (4.0 if followed else 0.0) - followed - share * 12
        if score < 4.0:
            return 0.0, 0.0
        score -= dress(first) if heads_column(page, first) else 0.0  # set as a heading, but of all below it
    # The nearer the body the likelier: a trail of columns repeats the title far above.
    return share, score - 0.04 * max(0, min(span[0], len(page.lines)) - candidate.start)


def _goes_on(above: Line, subtitle: str, wanted: list[str]) -> bool:
    """Whether a title holds the line *above*, and the *subtitle* behind it: 春到石桥——植树节见闻."""
    return above.size > 1 and not above.hidden and any(plain(above.text) + subtitle in title for title in wanted)


def _decides(office: str, title: str) -> bool:
    """Whether *title* is a decision's, which begins with the *office* that also signs it: …人民政府关于印发…的通知."""
    return title.startswith(office) and bool(_ABOUT.match(title[len(office) :]))


def _is_of_member(page: Page, candidate: Headline) -> bool:
    """Whether *candidate* is of the profile that forums print beside a post, or the name above one."""
    near = page.lines[candidate.start : candidate.end + 1]
    return any(is_member_field(line.text) for line in near)


def _shared(text: str, title: str) -> float:
    """How much of *title* is *text*, if it is a part of it; a site's name is a short part, the headline a long one."""
    if len(text) < 4 and text != title:
        return 0.0
    if text in title:
        at_start = 0.25 if title.startswith(text) else 0.0
        return min(1.25, 0.35 + 0.65 * len(text) / len(title) + at_start)
    if title in text and len(title) >= 6:
        # A long headline is cut off in the page's title.
        begun = _SURE if len(title) >= _BEGUN and text.startswith(title) else 0.0
        return max(0.9 * len(title) / len(text), begun)
    return 0.0
