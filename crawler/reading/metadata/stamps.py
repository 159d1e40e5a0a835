"""The dates that lines print: behind a label of publication or of change, or with nothing but a bar around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crawler.reading.body.furniture import BUTTON
from crawler.reading.body.heads import is_occasion
from crawler.reading.body.prune import count_letters, is_dated_outlet, is_metadata_bar, is_rights_line
from crawler.reading.dates import Stamp, find_stamp, find_stamps
from crawler.reading.metadata.bars import is_bar, is_outlet
from crawler.reading.metadata.boxes import read_boxes
from crawler.reading.metadata.unlabelled import is_signature, read_unlabelled
from crawler.reading.metadata.zone import Zone
from crawler.reading.page.flow import Line
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
# What diaries print beside their day: 2005-5-7 星期六(Saturday) 晴.
_OF_DAY = pattern(
    r"(?:星期|周)[一二三四五六日天]|[(（]?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[)）]?|多云|[晴阴雨雪](?=\W|$)"
)
_CARD, _SHORTEST_PROSE, _LONGEST_LABEL = 3, 24, 32
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


@dataclass(slots=True)
class _Found:
    """What was met so far; *hours* are all days behind a label, of which one may have its hour elsewhere."""

    strong: Stamp | None = None
    weak: Stamp | None = None
    bare: Stamp | None = None
    noted: Stamp | None = None
    updated: Stamp | None = None
    hours: list[Stamp] = field(default_factory=list)

    def take_labelled(self, stamp: Stamp, label: str, after: str) -> bool:
        """Take in *stamp* if the *label* before it or what comes *after* it tells of what it is the date."""
        if _STRONG_PUBLISH.search(label) or after.startswith("首次发"):
            self.strong = self.strong or stamp
            self.hours.append(stamp)
        elif _UPDATE.search(label):
            self.updated = self.updated or stamp
        elif _PUBLISH.search(label):
            self.weak = self.weak or stamp
            self.hours.append(stamp)
        else:
            return False
        return True

    def take_bare(self, stamp: Stamp, lines: Sequence[Line], at: int) -> None:
        """Take in *stamp*, which the line at *at* prints without a label."""
        if self.noted is None and _NOTED.match(lines[at].text):
            self.noted = stamp
        elif self.bare is None and not is_listed(lines, at):
            self.bare = stamp

    def told(self) -> tuple[Stamp | None, Stamp | None, Stamp | None]:
        labelled, bare = self.strong or self.weak, self.bare or self.noted
        if labelled and labelled.time is None:
            # The index of a document names the day alone, the bar beside it the hour as well.
            told = [*self.hours, *([bare] if bare else [])]
            labelled = next((stamp for stamp in told if stamp.time and stamp.day == labelled.day), labelled)
        return labelled, bare, self.updated


def printed_dates(lines: Sequence[Line], letters: int) -> tuple[Stamp | None, Stamp | None, Stamp | None]:
    """Return the date under a label of publication, the one without a label, and the one of the last change.

    Beside a day without a label as many *letters* may stand.
    """
    found = _Found()
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
            if _OTHER.search(label) or found.take_labelled(stamp, label, after):
                continue
            if barred or _is_alone(line, stamp, letters) or after.startswith(_ANNOUNCED):
                found.take_bare(stamp, lines, at)
        # A label may stand in a cell or an item of its own before its value.
        before = line.text[-12:] if line.text.rstrip().endswith((":", "：")) else ""
        found.bare = found.bare or read_boxes(texts[at : at + 3])
    return found.told()


def tailed_date(zone: Zone, *, cited: bool) -> Stamp | None:
    """Return the date below the text; where the text itself is dated, what is *cited* there counts no more."""
    texts = [line.text for line in zone.tail]
    for at, text in enumerate(texts):
        if is_rights_line(text) or is_listed(zone.tail, at):
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


def labelled_date(text: str) -> Stamp | None:
    """Return the date in *text* that stands behind a label of publication."""
    for stamp in find_stamps(text):
        label = text[: stamp.start][-16:]
        if _PUBLISH.search(label) and not _OTHER.search(label) and not _UPDATE.search(label):
            return stamp
    return None


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


def is_listed(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at *index* is a row of a list: a link and a day, as beside it; a card has two lines."""
    row = lines[index]
    beside = (*lines[max(0, index - _CARD) : index], *lines[index + 1 : index + 1 + _CARD]) if row.linked else ()
    return row.linked > 0 and any(line.linked and find_stamp(line.text) and _is_alike(line, row) for line in beside)


def _is_alike(line: Line, row: Line) -> bool:
    return line.node.tag == row.node.tag and line.node.get("class") == row.node.get("class")
