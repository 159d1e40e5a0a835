"""When an article was published and updated, as its page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.reading.body.furniture import BUTTON
from crawler.reading.body.heads import is_occasion
from crawler.reading.body.prune import count_letters, is_dated_outlet, is_metadata_bar, is_rights_line
from crawler.reading.dates import Stamp, find_issue, find_stamp, find_stamps, read_machine_stamp
from crawler.reading.metadata.bars import is_bar, is_outlet
from crawler.reading.metadata.boxes import read_boxes
from crawler.reading.metadata.closing import find_written
from crawler.reading.metadata.editions import find_issue_day
from crawler.reading.metadata.index import index_fields
from crawler.reading.metadata.posters import CLOCKED
from crawler.reading.metadata.tagged import find_modified, find_published
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.unlabelled import is_signature, read_unlabelled
from crawler.reading.metadata.written import assigned_date, structured_date, written_lines
from crawler.reading.metadata.zone import Zone, elements_of
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_PUBLISH = pattern(
    r"(?:[发發][布佈表稿]|刊[发發登]|上[传网]|公[开開]|出版|张贴|張貼|录入|添加|创建|posted|published|时间|時間|日期|\bdate|\btime|于|於|@)[^\d]{0,10}$",
    re.I,
)
# Of two labels the nearer counts: 石桥发布 更新时间：.
_STRONG_PUBLISH = pattern(
    r"(?:[发發][布佈表稿]|刊[发發登]|公[开開](?:日期|时间))[^\d更修]{0,10}$"
    r"|Posted by \S{1,20} (?:at|on) $|^[Pp]osted\s+@\s*$|\bposted on [^\d]{0,12}$"
)
_UPDATE = pattern(r"(?:更新|修改|编辑于|updated)[^\d发發刊]{0,10}$", re.I)
_OTHER = pattern(
    r"(?:成文|签发|印发|施行|实施|生效|失效|废止|截止|截至|有效|会议|活动|公示|举办|开始|结束|报名|开标|投标|今[天日]|现在|生日|成立|建立|注册|登[录陆]|通过|推荐文章|出发|入住|上映|首映|演出|比赛|考试|面试|出生)"
    r"(?:时间|日期|期限?|于|是)?[^\d]{0,10}$"
)
_TODAY = pattern(r"今[天日]是|现在是|当前时间|农历|欢迎您?")
_INDEX_PUBLISH = pattern(r"^(?:信息)?(?:发[布文]|公[开布]|上网|上传)(?:日期|时间)$")
_INDEX_OTHER = pattern(r"^(?:信息)?(?:生成|产生|登记)(?:日期|时间)$")
# Systems file an article under the day they publish it: /202504/t20250409_12, /art/2025/4/9/, /2025/0409/, /20250409/.
_URL_DAY = pattern(
    r"/t((?:19|20)\d\d)(\d\d)(\d\d)_\d+|/((?:19|20)\d\d)[-/]?(\d{2})[-/]?(\d{2})/|/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/|"
    r"[?&]date=((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)"
)
_REVISED = pattern(r"最[后後](?:修[订訂改]|更新|[编編][辑輯])(?:于|於|时间|時間|日期)?\s*[：:]?")
_OF_PAGE = pattern(r"本?页面?|条目|词条|文章|修[订訂]|[編编][辑輯]")
_NEAR, _CARD = 2, 3
_FOOT = 40
_SHORTEST_PROSE, _FEW_LETTERS = 24, 4
_DATED_ATTRIBUTES = ("datetime", "title", "data-time", "data-date", "data-publish-time", "data-pubtime")
_CENTURY = frozenset("12")
_MACHINE = pattern(r"^\s*(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[T\s][\d:.]+(?:Z|[+]\d\d:?\d\d)?)?\s*$")
# What diaries print beside their day: 2005-5-7 星期六(Saturday) 晴.
_OF_DAY = pattern(
    r"(?:星期|周)[一二三四五六日天]|[(（]?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[)）]?|多云|[晴阴雨雪](?=\W|$)"
)
_LONGEST_BAR, _LONGEST_LABEL = 120, 32
_CLOCK_ALONE = pattern(
    r"^\W*(?:\w\w(?:时间|時間))?\s*(?:(?:[01]?\d|2[0-3])[:：][0-5]?\d(?:[:：][0-5]\d)?|\d{1,2}[时時]\d{1,2}分)\W*$"
)
# What follows the date of an article: 2024-05-07更新, May 7, 2024 | Posted in 杂感, 【某报2024年5月7日讯】.
_ANNOUNCED = ("更新", "发布", "发表", "发佈", "發佈", "發表", "出版", "|", "｜", "讯】", "訊】")
# The end of a press release of Hong Kong, above its date.
_ENDS = frozenset(["完", "完／", "完/", "Ends", "Ends/"])
# 时间：2024年5月28日9点30分 at the end of a call for bids is when they are opened: templates do not write 年月日 there.
_APPOINTED = pattern(r"^\W*(?:\d[.、])?\s*(?:时\s*间|日\s*期)\s*[：:]\s*\d{4}年\d{1,2}月\d{1,2}日")
# Under the title of a decision, a speech or minutes stands when it was made: （2016年3月18日）.
_NOTED = pattern(r"^[（(]\s*\d{4}年\d{1,2}月\d{1,2}日\s*[)）]$")
_CITED = pattern(r"^\W*(?:[编編]?[译譯]自|原[载載]|[转轉]?[载載][于於自]?|[选選摘]自|原?刊[于於])")
_OWN = pattern(r"^\W*(?:[本此该]|这篇)(?:文章?|日志)(?:由|发)|^This entry")
_READER = pattern(r"网友|游客|发表评论|回[复覆](?!\s*(?:[(（|｜\]】]|引用|编辑|举报|$)|此发言)|\d\s*楼")


def read_dates(page: Page, zone: Zone, tags: Tags, url: str) -> tuple[str | None, str | None]:
    """Return when the article was published and when it was updated, each as an ISO string or None.

    A date printed near the headline wins over one of the index of open government, that over the meta tags (unless
    the tag is when the page was generated), those over the address. A tag lends its time to the same printed day.
    """
    labelled, bare, updated = _printed(zone.head, 0)
    if labelled is None:
        labelled = next((stamp for text in written_lines(tags.scripts) if (stamp := _labelled(text))), None)
    below = _printed(zone.below, _FEW_LETTERS)[1] if zone.below else None
    bare = below or bare  # what stands above a headline may be another's
    # 译自2005年5月7日《石桥报》 below a text is when its original stood there.
    tailed = _tailed(zone, cited=updated is not None)
    published = labelled or _indexed(page) or bare or tailed
    for more in (tailed, _attributed(zone) if published and published.time is None else None):
        if published and more and published.time is None and more.day == published.day:
            published = more
    revised = _revised(page)
    # A day of change alone at the foot is the site's; below a text it stands beside the day of publication.
    updated = updated or revised or (_printed(zone.tail, 0)[2] if tailed else None)
    tagged = find_published(tags)
    if published is None:
        # An encyclopedia's structured data tells when an entry began, its foot when this text of it was written.
        structured = structured_date(tags.scripts)
        published = (
            tagged
            or (revised if structured else None)
            or _attributed(zone)
            or read_machine_stamp(structured or assigned_date(tags.scripts) or "")
            or _addressed(url)
            or (find_issue_day(page) if zone.tail else None)  # a page that only lists its stories is of no day
        )
    elif tagged is not None and published.time is None and tagged.day == published.day:
        published = tagged
    if updated and (published is None or (published.time is None and published.day == updated.day)):
        published, updated = updated, None
    if published and published.time is None:
        published = _with_hour(published, zone.tail)
    updated = updated or find_modified(tags)
    text = published.iso() if published else _issue(zone)
    return text, updated.iso() if updated and updated != published else None


def _with_hour(day: Stamp, lines: Sequence[Line]) -> Stamp:
    """The *day* with the hour that blogs print below an entry, whose day is a heading above it."""
    clocks = (match for line in lines if (match := CLOCKED.match(line.text)) and find_stamp(line.text) is None)
    clock = next(clocks, None)
    return (clock and find_stamp(f"{day.day.isoformat()} {clock['half'] or ''}{clock['clock']}")) or day


def _revised(page: Page) -> Stamp | None:
    """The day of the last revision, which encyclopedias and guides print at the foot of a page."""
    foot = page.lines[-_FOOT:]
    for index, line in enumerate(foot):
        match = _REVISED.search(line.text)
        if match and not line.hidden:
            around = foot[max(0, index - _NEAR) : index + _NEAR + 1]
            if not _OF_PAGE.search(line.text) and any(is_rights_line(other.text) for other in around):
                continue  # the site's own, the same on every page
            return find_stamp(line.text[match.end() : match.end() + 40])
    return None


def _printed(lines: Sequence[Line], letters: int) -> tuple[Stamp | None, Stamp | None, Stamp | None]:
    """The date under a label of publication, the one without a label, and the one of the last change.

    Beside a day without a label as many *letters* may stand.
    """
    strong: Stamp | None = None
    weak: Stamp | None = None
    bare: Stamp | None = None
    noted: Stamp | None = None
    updated: Stamp | None = None
    hours: list[Stamp] = []
    before = ""
    texts = [line.text for line in lines]
    for at, line in enumerate(lines):
        if is_rights_line(line.text) or _TODAY.search(line.text):
            before = ""
            continue
        if is_occasion(lines, at):
            continue
        barred = is_bar(line.text)
        for stamp in _stamps(line.text, texts[at + 1] if at + 1 < len(texts) else ""):
            label = (before + line.text[: stamp.start])[-16:]
            after = line.text[stamp.end : stamp.end + 6].strip()
            if _OTHER.search(label):
                continue
            if _STRONG_PUBLISH.search(label) or after.startswith("首次发"):
                strong = strong or stamp
                hours.append(stamp)
            elif _UPDATE.search(label):
                updated = updated or stamp
            elif _PUBLISH.search(label):
                weak = weak or stamp
                hours.append(stamp)
            elif barred or _is_alone(line, stamp, letters) or after.startswith(_ANNOUNCED):
                noted = noted or (stamp if _NOTED.match(line.text) else None)
                bare = bare or (None if _is_listed(lines, at) or stamp is noted else stamp)
        # A label may stand in a cell or an item of its own before its value.
        before = line.text[-12:] if line.text.rstrip().endswith((":", "：")) else ""
        bare = bare or read_boxes(texts[at : at + 3])
    labelled, bare = strong or weak, bare or noted
    if labelled and labelled.time is None:
        # The index of a document names the day alone, the bar beside it the hour as well.
        told = [*hours, *([bare] if bare else [])]
        labelled = next((stamp for stamp in told if stamp.time and stamp.day == labelled.day), labelled)
    return labelled, bare, updated


def _stamps(text: str, after: str) -> Iterator[Stamp]:
    """The dates of *text*; the one at its end has the hour that stands alone on the line *after* it."""
    for stamp in find_stamps(text):
        if stamp.time is None and not text[stamp.end :].strip() and _CLOCK_ALONE.match(after):
            joined = find_stamp(f"{text[stamp.start : stamp.end]} {after.strip()}")
            yield stamp._replace(time=joined.time) if joined else stamp
        else:
            yield stamp


def _is_alone(line: Line, stamp: Stamp, most: int) -> bool:
    if is_dated_outlet(line.text) or read_unlabelled(line.text) is not None:
        return True
    rest = _OF_DAY.sub("", line.text[: stamp.start] + line.text[stamp.end :])
    letters = count_letters(rest)
    if most < letters <= _SHORTEST_PROSE and line.links:
        rest = BUTTON.sub(" ", rest)  # minified, a blog's buttons follow its day: 2009年5月13日河边柳发表评论
        letters = count_letters(rest)
    # Below a headline a name or a column may stand beside the day; a line of prose is longer.
    return (
        letters <= 2
        or (letters <= most and len(line.text) <= _SHORTEST_PROSE and "（" not in rest)
        or is_outlet(rest.strip())
    )


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at *index* is a row of a list: a link and a day, as beside it; a card has two lines."""
    row = lines[index]
    beside = (*lines[max(0, index - _CARD) : index], *lines[index + 1 : index + 1 + _CARD]) if row.linked else ()
    return row.linked > 0 and any(line.linked and find_stamp(line.text) and _is_alike(line, row) for line in beside)


def _is_alike(line: Line, row: Line) -> bool:
    return line.node.tag == row.node.tag and line.node.get("class") == row.node.get("class")


def _indexed(page: Page) -> Stamp | None:
    """The date in the table of 索引号 and 发布日期 that open-government rules put beside a document."""
    fallback: Stamp | None = None
    for label, value in index_fields(page):
        stamp = read_machine_stamp(value)
        if stamp is None:
            continue
        if _INDEX_PUBLISH.match(label):
            return stamp
        if _INDEX_OTHER.match(label):
            fallback = fallback or stamp
    return fallback


def _tailed(zone: Zone, *, cited: bool) -> Stamp | None:
    """The date below the text; where the text itself is dated, what is *cited* there counts no more."""
    texts = [line.text for line in zone.tail]
    for at, text in enumerate(texts):
        if is_rights_line(text) or _is_listed(zone.tail, at):
            continue
        for stamp in _stamps(text, texts[at + 1] if at + 1 < len(texts) else ""):
            label = text[: stamp.start][-_LONGEST_LABEL:]
            if (_READER.search(text) and not _OWN.match(text)) or _APPOINTED.match(text):
                continue
            if _STRONG_PUBLISH.search(label) or (_PUBLISH.search(label) and is_metadata_bar(text)):
                return stamp
            if is_metadata_bar(text) and stamp.time and not _UPDATE.search(label):
                return stamp
            if at and texts[at - 1].strip() in _ENDS:
                return stamp
            if (
                (bar := read_unlabelled(text))
                and bar.outlet
                and not is_signature(text)
                and not (cited and _CITED.match(text))
            ):
                return stamp  # 【2005/05/07 石桥报】
    return None


def _attributed(zone: Zone) -> Stamp | None:
    """The date that an element near the headline keeps in an attribute, where it shows 前天 09:15 or nothing.

    What stands below a headline may also hold the date alone, glued to its neighbours where only a style sheet parts
    them: <a>韦小满</a><span>2024-05-07 09:15</span><span>来自广西</span>.
    """
    for _, node in elements_of(zone.head, _LONGEST_BAR, ("time", "span", "em", "abbr", "i", "b")):
        for name in _DATED_ATTRIBUTES:
            value = node.get(name)
            if value and _MACHINE.match(value):
                return find_stamp(value)
    for line, node in elements_of(zone.below, _LONGEST_BAR, ("time", "span", "em", "i", "b")):
        text = (node.text or "").strip() if not len(node) and line.linked * 2 < line.size else ""
        stamp = find_stamp(text) if text[:1] in _CENTURY else None
        opens = line is zone.below[0] and line.text.startswith(text)
        if stamp and (stamp.time or opens) and stamp.start == 0 and stamp.end == len(text):
            return stamp
    return None


def _labelled(text: str) -> Stamp | None:
    """The date in *text* that stands behind a label of publication."""
    for stamp in find_stamps(text):
        label = text[: stamp.start][-16:]
        if _PUBLISH.search(label) and not _OTHER.search(label) and not _UPDATE.search(label):
            return stamp
    return None


def _addressed(url: str) -> Stamp | None:
    match = _URL_DAY.search(url)
    if match is None:
        return None
    return find_stamp("-".join(part for part in match.groups() if part))


def _issue(zone: Zone) -> str | None:
    for line in (*zone.head, *zone.tail):
        issue = find_issue(line.text)
        if issue:
            return issue
    written = find_written(zone.tail)
    return written and written.iso()
