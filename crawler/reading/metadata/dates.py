"""When an article was published and updated, as its page says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.reading.body.prune import is_dated_outlet, is_index_line, is_metadata_bar, is_rights_line
from crawler.reading.dates import Stamp, find_issue, find_stamp, find_stamps
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.zone import Zone
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_PUBLISH = pattern(
    r"(?:[发發][布佈表稿]|刊[发發登]|上[传网]|公[开開]|出版|张贴|張貼|录入|添加|创建|posted|published|时间|時間|日期|\bdate|\btime|于|於|@)[^\d]{0,10}$",
    re.I,
)
_STRONG_PUBLISH = pattern(r"(?:[发發][布佈表稿]|刊[发發登]|发文|公[开開](?:日期|时间))[^\d]{0,10}$")
_UPDATE = pattern(r"(?:更新|修改|编辑于|updated)[^\d]{0,10}$", re.I)
_OTHER = pattern(
    r"(?:成文|签发|印发|施行|实施|生效|失效|废止|截止|截至|有效|会议|活动|公示|举办|开始|结束|报名|开标|投标|今[天日]|现在|生日|成立|建立|注册|通过)"
    r"(?:时间|日期|期限?|于|是)?[^\d]{0,10}$"
)
_TODAY = pattern(r"今[天日]是|现在是|当前时间|农历|欢迎您?")
_INDEX_PUBLISH = pattern(r"^(?:信息)?(?:发布日期|发布时间|公开日期|发文日期|发文时间)[:：]?$")
_INDEX_OTHER = pattern(r"^生成日期[:：]?$")
_URL_DAY = pattern(
    r"/t((?:19|20)\d\d)(\d\d)(\d\d)_\d+|/art/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/|/((?:19|20)\d\d)-(\d\d)/(\d\d)/(?:content|node|nw|nbs)"
    r"|/(?:content|layout)/((?:19|20)\d\d)(\d\d)/(\d\d)/(?:content|node)_"
)
_REVISED = pattern(r"最[后後](?:修[订訂改]|更新|[编編][辑輯])(?:于|於|时间|時間|日期)?\s*[：:]?")
_OF_PAGE = pattern(r"本?页面?|条目|词条|文章|修[订訂]|[編编][辑輯]")
_NEAR = 2
_PAPER = pattern(r"^[\u4e00-\u9fff]{2,10}(?:报|网|社|台|刊|周刊)$")
_FOOT = 40
_TAGS = (
    "pubdate", "article:published_time", "og:article:published_time", "published", "publishdate", "publish_time",
    "datepublished", "firstpublishedtime", "weibo: article:create_at", "apub:time", "_pubtime", "date",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued", "dc.date",
)  # fmt: skip


def read_dates(page: Page, zone: Zone, tags: Tags, url: str) -> tuple[str | None, str | None]:
    """Return when the article was published and when it was updated, each as an ISO string or None.

    A date printed near the headline wins over one of the index of open government, that over the meta tags (unless
    the tag is when the page was generated), those over the address. A tag lends its time to the same printed day.
    """
    labelled, bare, updated = _printed(zone.head)
    below = _printed(zone.below)[1] if zone.below else None
    bare = below or bare  # what stands above a headline may be another's
    tailed = _tailed(zone)
    published = labelled or _indexed(page) or bare or tailed
    if published and tailed and published.time is None and tailed.day == published.day:
        published = tailed
    revised = _revised(page)
    updated = updated or revised
    tagged = _tagged(tags)
    if published is None:
        # An encyclopedia's structured data tells when an entry began, its foot when this text of it was written.
        published = (
            tagged or (revised if tags.json_date else None) or find_stamp(tags.json_date or "") or _addressed(url)
        )
    elif tagged is not None and published.time is None and tagged.day == published.day:
        published = tagged
    if published is None and updated is not None:
        published, updated = updated, None
    text = published.iso() if published else _issue(zone)
    return text, updated.iso() if updated and updated != published else None


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


def _printed(lines: Iterable[Line]) -> tuple[Stamp | None, Stamp | None, Stamp | None]:
    """The date under a label of publication, the one without a label, and the one of the last change."""
    strong: Stamp | None = None
    weak: Stamp | None = None
    bare: Stamp | None = None
    updated: Stamp | None = None
    before = ""
    for line in lines:
        if is_rights_line(line.text) or _TODAY.search(line.text):
            before = ""
            continue
        is_bar = is_metadata_bar(line.text)
        for stamp in find_stamps(line.text):
            label = (before + line.text[: stamp.start])[-16:]
            after = line.text[stamp.end : stamp.end + 6].strip()
            if _OTHER.search(label):
                continue
            if _STRONG_PUBLISH.search(label):
                strong = strong or stamp
            elif _UPDATE.search(label):
                updated = updated or stamp
            elif _PUBLISH.search(label):
                weak = weak or stamp
            elif is_bar or _is_alone(line, stamp) or after.startswith(("更新", "发布", "发表")):
                bare = bare or stamp
        # A label may stand in a cell or an item of its own before its value.
        before = line.text[-12:] if line.text.rstrip().endswith((":", "：")) else ""
    return strong or weak, bare, updated


def _is_alone(line: Line, stamp: Stamp) -> bool:
    if is_dated_outlet(line.text):
        return True
    rest = line.text[: stamp.start] + line.text[stamp.end :]
    return len(re.sub(r"[\W_]+", "", rest)) <= 2 or bool(_PAPER.match(rest.strip()))


def _indexed(page: Page) -> Stamp | None:
    """The date in the table of 索引号 and 发布日期 that open-government rules put beside a document."""
    fallback: Stamp | None = None
    for label, value in index_fields(page):
        stamp = find_stamp(value)
        if stamp is None:
            continue
        if _INDEX_PUBLISH.match(label):
            return stamp
        if _INDEX_OTHER.match(label):
            fallback = fallback or stamp
    return fallback


def index_fields(page: Page) -> Iterable[tuple[str, str]]:
    """Yield the label and value of each field of the index table of *page*; labels without blanks."""
    for number, line in enumerate(page.lines):
        if line.hidden:
            continue
        if line.kind == "row":
            for label, value in zip(line.cells, line.cells[1:], strict=False):
                yield "".join(label.split()), value
        elif is_index_line(line.text):
            label, _, value = line.text.replace(":", "：").partition("：")
            if not value.strip() and number + 1 < len(page.lines):
                value = page.lines[number + 1].text
            yield "".join(label.split()), value.strip()


def _tailed(zone: Zone) -> Stamp | None:
    for line in zone.tail:
        if is_rights_line(line.text):
            continue
        for stamp in find_stamps(line.text):
            label = line.text[: stamp.start][-16:]
            if _STRONG_PUBLISH.search(label) or (_PUBLISH.search(label) and is_metadata_bar(line.text)):
                return stamp
            if is_metadata_bar(line.text) and stamp.time and not _UPDATE.search(label):
                return stamp
    return None


def _tagged(tags: Tags) -> Stamp | None:
    paper = find_stamp(tags.paper.get("date", ""))
    if paper:
        return Stamp(paper.day, None, 0, 0)
    built = find_stamp(tags.built or "")
    for name in _TAGS:
        stamp = find_stamp(tags.metas.get(name, ""))
        if stamp and not (built and (stamp.day, stamp.time) == (built.day, built.time)):
            # A last second of the day is a default, not a time.
            return Stamp(stamp.day, None, 0, 0) if stamp.time in ("23:59:59", "12:00:00") else stamp
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
    return None
