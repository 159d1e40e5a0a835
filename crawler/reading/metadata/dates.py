"""When an article was published and updated, as its page says."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.body.prune import is_rights_line
from crawler.reading.dates import Stamp, find_issue, find_stamp, read_machine_stamp
from crawler.reading.metadata.closing import find_written
from crawler.reading.metadata.editions import find_issue_day
from crawler.reading.metadata.index import index_fields
from crawler.reading.metadata.posters import CLOCKED
from crawler.reading.metadata.stamps import labelled_date, printed_dates, tailed_date
from crawler.reading.metadata.tagged import find_modified, find_published
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.written import assigned_date, structured_date, written_lines
from crawler.reading.metadata.zone import Zone, elements_of
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

_INDEX_PUBLISH = pattern(r"^(?:信息)?(?:发[布文]|公[开布]|上网|上传)(?:日期|时间)$")
_INDEX_OTHER = pattern(r"^(?:信息)?(?:生成|产生|登记)(?:日期|时间)$")
# Systems file an article under the day they publish it: /202504/t20250409_12, /art/2025/4/9/, /2025/0409/, /20250409/.
_URL_DAY = pattern(
    r"/t((?:19|20)\d\d)(\d\d)(\d\d)_\d+|/((?:19|20)\d\d)[-/]?(\d{2})[-/]?(\d{2})/|/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/|"
    r"[?&]date=((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)"
)
_REVISED = pattern(r"最[后後](?:修[订訂改]|更新|[编編][辑輯])(?:于|於|时间|時間|日期)?\s*[：:]?")
_OF_PAGE = pattern(r"本?页面?|条目|词条|文章|修[订訂]|[編编][辑輯]")
_NEAR, _FOOT, _FEW_LETTERS = 2, 40, 4
_DATED_ATTRIBUTES = ("datetime", "title", "data-time", "data-date", "data-publish-time", "data-pubtime")
_CENTURY = frozenset("12")
_MACHINE = pattern(r"^\s*(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[T\s][\d:.]+(?:Z|[+]\d\d:?\d\d)?)?\s*$")
_LONGEST_BAR = 120


def read_dates(page: Page, zone: Zone, tags: Tags, url: str) -> tuple[str | None, str | None]:
    """Return when the article was published and when it was updated, each as an ISO string or None.

    A date printed near the headline wins over one of the index of open government, that over the meta tags (unless
    the tag is when the page was generated), those over the address. A tag lends its time to the same printed day.
    """
    labelled, bare, updated = printed_dates(zone.head, 0)
    if labelled is None:
        labelled = next((stamp for text in written_lines(tags.scripts) if (stamp := labelled_date(text))), None)
    below = printed_dates(zone.below, _FEW_LETTERS)[1] if zone.below else None
    bare = below or bare  # what stands above a headline may be another's
    # 译自2005年5月7日《石桥报》 below a text is when its original stood there.
    tailed = tailed_date(zone, cited=updated is not None)
    published = labelled or _indexed(page) or bare or tailed
    for more in (tailed, _attributed(zone) if published and published.time is None else None):
        if published and more and published.time is None and more.day == published.day:
            published = more
    revised = _revised(page)
    # A day of change alone at the foot is the site's; below a text it stands beside the day of publication.
    updated = updated or revised or (printed_dates(zone.tail, 0)[2] if tailed else None)
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
