"""Pages of several posts: a forum's thread, the front of a blog."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.body.answers import are_answered
from crawler.reading.body.container import Range, text_block
from crawler.reading.body.endings import opens_related
from crawler.reading.body.profiles import find_profiles
from crawler.reading.body.prune import DRAWN, is_metadata_bar, is_rights_line, is_rule
from crawler.reading.body.siblings import is_printed_as
from crawler.reading.body.tail import before_tail
from crawler.reading.body.weights import is_linked, prose_in, weigh
from crawler.reading.dates import find_stamp
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern
from crawler.reading.people.leads import find_lead
from crawler.reading.provinces import PROVINCE

_STAMP_WORDS = pattern(
    r"[发發]表[于於]|张贴|張貼|楼|樓|#\d|\d#|posted|回[复覆]|作者\s*[：:]|^由\s.{1,24}»|^\W*(?:19|20)\d\d[-/.年][\d\s:：/.年月日-]*$",
    re.I,
)
# As Discourse and the comments of news sites stamp a post: 河边柳 2024-05-07 12:11.
_NAMED = pattern(
    r"^[^\s。，：:]{1,20}\s*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*\d{1,2}:\d{2}[\d:+\s]*"
    rf"(?:{PROVINCE})?$"
)
# What forums call a member's signature.
_SIGN = pattern(r"(?:^|[\s_-])(?:sign|signature|sig)(?:$|[\s_-])", re.I)
_NUMBER = pattern(r"^[#＃]?\s*\d[\d\s/.:,，-]*[楼樓]?$")
_CLOCK = pattern(r"\d{1,2}:\d{2}")
_LONGEST, _PROFILE, _OPENING = 80, 16, 8
# The first post's stamp may stand above what holds all posts.
_ABOVE = 8
_PROSE, _FEW = 30.0, 2
_LONGEST_TITLE, _ENDS = 45, ("。", "！", "；", "…")


def first_post(page: Page, span: Range) -> Range:
    """Return the lines of the first post in *span*, if it holds several, each with its stamp or its writer's profile.

    >>> first_post(Page(), (0, 0))
    (0, 0)
    """
    profiles = find_profiles(page)
    if profiles and not _tells(page.lines[span[0] : profiles[0].start]):
        first, *others = profiles
        end = next((other.start for other in others if other.start > first.end), max(span[1], first.end))
        span = max(span[0], first.end) if span[0] < end else first.end, end
    start, end = _first_stamped(page, span)
    return (start, _above_signature(page, start, end)) if profiles else (start, end)


def find_post(page: Page) -> Range | None:
    """Return the lines of the first post where none is long enough to be dense: below a member's profile."""
    profiles = find_profiles(page)
    if not profiles:
        return None
    start = profiles[0].end
    lines = enumerate(page.lines[start:], start)
    foot = next((at for at, line in lines if is_rights_line(line.text) or opens_related(line.text)), len(page.lines))
    end = min(foot, *(other.start for other in profiles[1:])) if profiles[1:] else foot
    return _first_stamped(page, (start, end)) if start < end else None


def _first_stamped(page: Page, span: Range) -> Range:
    # Where a post's stamp stands under it, that of the last stands below all of them.
    stamps = _stamps(page, (max(0, span[0] - _ABOVE), min(span[1] + 1, len(page.lines))))
    if len(stamps) < 2 or are_answered(page.lines[stamps[0] : span[1]]):
        return span
    if sum(find_lead(line.text) is not None for line in page.lines[slice(*span)]) > 1:
        return span  # newspapers print the hour between stories too, which open with datelines as posts do not
    if stamps[0] < span[0] <= stamps[1]:
        end = min(span[1], stamps[1])
        return (span[0], end) if prose_in(page.lines[span[0] : end]) > _PROSE else span
    first, second = stamps[0], min(span[1], stamps[1])
    if first >= span[1]:
        return span
    if _is_comment(page, span, first):
        return text_block(page, span, (span[0], before_tail(page.lines, span[0], first, None)))
    if _tells(page.lines[span[0] : first]):
        return _below_profile(page, span[0], first), first  # the stamp stands under its post
    told = prose_in(page.lines[first:second]) > _PROSE
    if not told or (len(stamps) == 2 and not _is_reply(page.lines[second + 1 : span[1]])):
        return span
    end = second
    # The title, the name and the picture of the second poster stand above the stamp.
    last = max((i for i in range(first, second) if weigh(page.lines[i]) > _PROSE), default=first)
    while end > last + 1 and second - end < 3 and not _is_of_post(page.lines[end - 1], page.lines[last]):
        end -= 1
    return first, _above_signature(page, first, _above_profile(page, first, end))


def _is_of_post(line: Line, before: Line) -> bool:
    return line.node.get("class") == before.node.get("class") and is_printed_as(line, before)


def _is_comment(page: Page, span: Range, first: int) -> bool:
    """Whether the first stamp, of a name and a day, is a reader's: the article has a bar of its own above its text."""
    if first <= span[0] or not _NAMED.match(page.lines[first].text) or _STAMP_WORDS.search(page.lines[first].text):
        return False
    above = page.lines[max(0, span[0] - _ABOVE) : first]
    return any(is_metadata_bar(line.text) and find_stamp(line.text) for line in above)


def _above_signature(page: Page, first: int, end: int) -> int:
    """Where the first post ends above the lines that its writer signs each post with: called so, or below a rule.

    The number and the day of the next post may stand above its writer.
    """
    while end > first + 1 and _NUMBER.match(page.lines[end - 1].text):
        end -= 1
    told = max((i for i in range(first, end) if weigh(page.lines[i]) > _PROSE), default=end)
    rules = (i for i in range(told + 1, end) if is_rule(page.lines[i].text))
    signs = (i for i in range(first + 1, end) if _SIGN.search(page.lines[i].node.get("class") or ""))
    drawn = (i for i in range(told + 1, end) if _is_under_rule(page.lines[i]))
    ruled = (i + 1 for i in range(first, end) if page.lines[i].text.endswith(DRAWN))
    return min(next(rules, end), next(signs, end), next(drawn, end), next(ruled, end))


def _is_under_rule(line: Line) -> bool:
    """Whether *line* is the first below a rule in its block: <hr width="30%"> above a signature."""
    return any(
        "".join((rule.tail or "").split())[:_OPENING] == "".join(line.text.split())[:_OPENING]
        for rule in line.node.iterchildren("hr")
    )


def _is_reply(lines: Sequence[Line]) -> bool:
    """Whether the *lines* below a second stamp are a post, which may be of a few words, with its buttons."""
    return prose_in(lines) > _PROSE or sum(line.size > 0 and not line.hidden for line in lines) > _FEW


def _tells(lines: Sequence[Line]) -> bool:
    """Whether *lines* hold a post, and not only what it is called, which a trail of boards repeats."""
    said = [line for line in lines if weigh(line) > 0]
    return prose_in(said) > _PROSE and any(line.size > _LONGEST_TITLE or line.text.endswith(_ENDS) for line in said)


def _above_profile(page: Page, first: int, end: int) -> int:
    """Where the first post ends above the name of its own writer, if that is set under it as a link."""
    last = max((i for i in range(first, end) if weigh(page.lines[i]) > 0), default=end - 1)
    named = (i for i in range(last + 1, end) if page.lines[i].size <= _PROFILE and page.lines[i].linked)
    return next(named, end)


def _below_profile(page: Page, start: int, end: int) -> int:
    """Where the post begins below its writer's name and rank."""
    told = next((index for index in range(start, end) if weigh(page.lines[index]) > 0), start)
    profile = (index for index in range(told - 1, start - 1, -1) if page.lines[index].linked)
    return next(profile, start - 1) + 1


def _stamps(page: Page, span: Range) -> list[int]:
    """The lines that are stamps of one make, the most frequent make of the page."""
    makes: dict[tuple[str, str], list[int]] = {}
    for index in range(*span):
        line = page.lines[index]
        if _is_stamp(line):
            make = (str(line.node.tag), line.node.get("class") or "")
            makes.setdefault(make, []).append(index)
    return max(makes.values(), key=len, default=[])


def _is_stamp(line: Line) -> bool:
    if (
        line.hidden
        or not line.size
        or line.size > _LONGEST
        or not (_STAMP_WORDS.search(line.text) or (_NAMED.match(line.text) and not is_linked(line)))
    ):
        return False
    stamp = find_stamp(line.text)
    return stamp is not None and bool(stamp.time or _CLOCK.search(line.text)) and is_metadata_bar(line.text)
