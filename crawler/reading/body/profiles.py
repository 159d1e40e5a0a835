"""What forums print of a member beside each of his posts: his rank, how much he has posted, since when he is there."""

from __future__ import annotations

from typing import NamedTuple

from crawler.reading.body.furniture import is_furniture
from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern

_OPENINGS = frozenset("等级头军工精发帖贴文主积威金经魅现贡好门帮注加最来状U组用在阅性星阵社級頭發註來積最总信[")
_FIELD = pattern(
    r"^\W*总?(?:等[级級]|[级級]别|[头頭][衔銜]|精华[帖贴]?|[发發][帖贴表](?:文章)?|[帖贴][子数]|文章|主题|积分|威望|金[钱币]|经验|魅力|现金|贡献|好评度|门派|帮派"
    r"|[注註][册冊](?:[时時][间間]|日期)?|加入(?:[时時][间間]|日期)|最[后後]登[录陆入]|[来來]自|状态|UID|组别|用户组|在线时间|阅读权限|性别|星座|阵营|社区|军[衔号]|工分)(?:总?数|[值度])?"
    r"(?:\s*[：:]\s*|\s+|(?=\d))[^，。：:]{1,20}(?::\d\d)?(?:\s+(?:帖子|文章|积分)\s*[：:]\s*\d+){0,3}$|^信息\s*[：:]$"
)
# What only forums count and write down of their members.
_OF_FORUM = pattern(r"积分|威望|注册|註冊|发[帖贴]|[帖贴][子数]|军[衔号]|UID|精华|门派|金[钱币]")
_LONGEST, _LONGEST_NAME, _LEAST, _ABOVE, _MOST_LINKS = 40, 16, 2, 3, 2


class Profile(NamedTuple):
    """The lines *start* to *end* (not included) that tell of a member called *name*."""

    name: str | None
    start: int
    end: int


def find_profiles(page: Page, start: int = 0, end: int | None = None) -> list[Profile]:
    """Return the profiles of members in the lines of *page*: two fields or more in a row, and the name above them."""
    found: list[Profile] = []
    run: list[int] = []
    for at, line in enumerate(page.lines[start:end], start):
        # Few lines of a page open with such a sign, and few runs are begun.
        if line.text[:1] in _OPENINGS and line.kind == "text" and not line.hidden and is_member_field(line.text):
            run.append(at)
        elif run and line.size and not line.hidden:
            found += _profile(page, run)
            run = []
    return found + _profile(page, run)


def is_member_field(text: str) -> bool:
    """Say whether the line *text* tells what a forum counts of a member.

    >>> is_member_field("积分：30"), is_member_field("积分越多越好。")
    (True, False)
    """
    return text[:1] in _OPENINGS and len(text) <= _LONGEST and bool(_FIELD.match(text))


def _profile(page: Page, run: list[int]) -> list[Profile]:
    if len(run) < _LEAST or not any(_OF_FORUM.search(page.lines[at].text) for at in run):
        return []
    above = [at for at in range(run[0] - 1, max(-1, run[0] - 1 - _ABOVE), -1) if page.lines[at].size]
    # A name that a style sheet alone sets in bold is the first line of its cell.
    cell = page.lines[run[0]].node
    opens = next((at for at in above if page.lines[at].node is cell and page.lines[at - 1].node is not cell), None)
    named: int | None = None
    for at in above:
        line = page.lines[at]
        if line.size > _LONGEST_NAME:
            break
        # What opens the cell may be his rank, below his name, which leads to him; an anchor may stand before that.
        whole = 0 < len(line.links) <= _MOST_LINKS and line.linked == line.size and not is_furniture(line.text)
        whole = whole and " " not in line.text  # 首页 文学 论坛
        if whole or (named is None and (line.strong or (line.linked and len(line.links) == 1) or at == opens)):
            named = at
        if named not in (None, opens):
            break
    if named is None:
        return [Profile(None, run[0], run[-1] + 1)]
    return [Profile(page.lines[named].text, named, run[-1] + 1)]
