"""Who posted an entry of a forum, a blog or a bulletin board: writers that call themselves as they please."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.prune import is_bare_time, is_metadata_bar
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import is_outlet
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.unlabelled import is_person, read_unlabelled
from crawler.reading.metadata.zone import Zone, elements_of
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import read_byline
from crawler.reading.people.surnames import has_surname
from crawler.reading.values import Author

# A forum's or a blog's stamp: 小城故事 发表于 2005-9-15 11:46.
_POSTED = pattern(
    r"(?:^|(?<![：:])[\s|｜由])((?!posted\b)[^\s|｜:：，。@由]{2,16})\s*(?:[发發]表[于於]|张贴|張貼|[写寫][于於]|上传[于於])"
    r"|(?:发[帖贴言][人者]|发信人|送交者|提问者|楼主|网友)\s*[：:]\s*([^\s|｜:：，。\d]{2,16})(?=[\s|｜\d])"
    r"|^由\s*([^\s|｜:：，。]{2,16})\s*[在于於]\s*\d|(?:^|\d日?\s)由\s?([^\s|｜:：，。]{2,16})\s?发[表布]|^(?!posted\b|[发發]表)([^\s|｜:：，。@]{2,16})\s+@\s*\d"
    r"|^posted\s+@\s+[\d\s:-]{10,20}\s([^\s|｜:：，。]{2,20})"
)
# As forums put it: 河边柳 于 2005-5-7 10:11:00 发布在 石桥论坛.
_POSTED_AT = pattern(r"^\W*(?:来源\s*[：:]\s*)?(?!本)([^\s|｜:：，。@〗\]]{2,16})[\s〗\]]+[于於]\s+\d")
# Below an entry whose day stands above it: 河边柳 发表于08:12, posted by 河边柳 @ 11:41 下午.
CLOCKED = pattern(
    r"^(?:(?P<name>[^\s|｜:：，。@]{2,16})\s*[发發]表[于於]\s*(?:\S{2,12}\s+at)?"
    r"|posted by\s+(?P<by>\S{2,20})\s+(?:@|at))\s*"
    r"(?P<clock>\d{1,2}:\d\d)\s*(?P<half>[ap]m|[上下]午)?(?!.*\d{4})",
    re.I,
)
# The last line of an entry counts what readers said: 发布:河边柳 | 分类:流水账 | 评论:2, 河邊柳 發表在 石橋 留言(3).
_COUNTED = pattern(
    r"^(?:发布|作者)\s*[：:]\s*(?P<name>[^\s|｜:：，。]{2,16})\s*[|｜].*评论\s*[：:(（]\s*\d"
    r"|^(?P<member>[^\s|｜:：，。]{2,16})\s*[发發]表在\s.*[留回][言應应]\s*[(（]\s*\d"
)
# The number of the post and the sizes of its letters may stand before the day: 1# 大 中 小 发表于 2007-9-3 21:08.
_STAMPED = pattern(r"^(?:[\W\d]|[大中小]\s)*(?:[发發]表[于於]|[发發]布[于於]|[发發][帖贴](?:时间|于)|Posted)")
_PROFILE = pattern(r"(?:^|[?&/])(?:uid|space|user|profile|member|people|u)(?:\.php)?[-=/?]", re.I)
# The way to a visitor's own page, before he signs in, and to what else a member wrote: 查看TA的文章.
_VISITOR = pattern(r"登[录錄陆入]|注[册冊]|中心$|^我的|^查看|[Tt][Aa]的")
# How many threads and friends a member has, which are links to his own page, too.
_TALLY = pattern(r"[\d.,]+\s*[万萬]?")
_FAR_ABOVE, _FARTHEST, _NEAR_BELOW = 12, 40, 3
_BY = pattern(
    r"(?i:(?:posted\s+|^)by)\s*[：:]?\s*(\S{2,20})\s+(?:(?i:at|on)\b|[@|])"
    r"|^(?i:posted on|发布时间\s*:)\s.{6,30}?\s(?i:by)\s+(\S{2,20})"
    r"|^(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*(?:[—–]|——)\s*(?!\S*[网报社台刊]$)([^\s|｜:：，。]{2,16})$"
    r"|[|｜]\s*(?i:by)\s*[：:]\s*([^\s|｜\]】]{2,16})"
)
_FLOOR = pattern(r"[#＃]?\d+[#＃楼樓]?|沙发|板凳|地板|楼主|本[帖贴文篇]|最后|最後")
# Labels of an index and columns stand in brackets, too.
_NO_POSTER = pattern(r"(?:日期|时间|动态|要闻|新闻|公告|公示|通知|信息|快讯|简讯|资讯|专题|综合|政务|建设|园地|之窗)$")
_BRACKETED = pattern(r"(?<![：:])(?<![：:]\s)\[\s*([\u4e00-\u9fff]{2,4})\s*\]")
_NICKNAME = pattern(
    r"^(作者|(?:文章)?提交者|楼主|博主|网友|昵称|发[帖贴言]人)\s*[：:]\s*[\[【]?([\w&＆.·~-]{2,16})[\]】]?$"
)
# When, behind who: 作者：河边柳 提交日期：2005-5-7 10:11:00, 作者：河边柳 2005-5-7 10:11; or where: 加帖在 石桥论坛.
_POSTED_ON = pattern(
    r"\s+(?:[加发][帖贴]在\s.*|(?:(?:提交|发表|发布|发[帖贴])?(?:日期|时间)\s*[：:].*|(?:19|20)\d\d[-年/.][\d\s:年月日/.-]+)$)"
)
# A bulletin board's head: 作者 oldman (青石老农) 看板 Shiqiao.
_BOARD = pattern(r"^作者\s+(\S{2,16})\s*[（(][^（）()]*[)）]\s*(?:看板|站[内內]|$)")
# Archives of mailing lists hide the sign of an address: Wei Xiaoman wei at shiqiao.example.
_MAILED = pattern(
    r"^[\"“]?([^\s<>@\"“”：:]{2,12}(?: [A-Z][\w.'-]{1,15}){0,2})[\"”]?\s+"
    r"[<(（]?[\w.+-]+(?:[@＠]| at )[\w-]+(?:\.[\w-]+)+[>)）]?$"
)
# WeChat sets who wrote before the account: 原创 韦小满 石桥发布.
_ORIGINAL = pattern(r"^原创\s+([\w·]{2,8})\s+\S{2,20}$")
_NOBODY = pattern(
    r"佚名|未知|不详|无名|匿名|楼主|沙发|板凳|网络|转载|原创|本站|管理员|游客|admin(?:istrator)?|guest|\d+", re.I
)
_BLOGS = ("的博客", "的BLOG", "的Blog", "的blog")
_BLOG = pattern(r"^(\S{2,12})的(?:博客|BLOG)$", re.I)
_SPACE = pattern(r"(?:^|\s[-–]\s)(\S{2,12})的(?:共享|个人|QQ)?空间(?=$|\s[-–]\s)", re.I)
# Titles of blogs end with the blogger and the house: 春日_青石老农_新浪博客.
_BLOG_TITLE = pattern(
    r"[_|-]\s*([^_|\s-]{2,16}?)(?:的(?:日志|博客|空间|专栏))?\s*[_|-]\s*\S{0,6}(?:博客[园网]?|blog|日志|空间|博客频道(?:\s+-\s+\S{2,12})?)\s*$",
    re.I,
)
# The address under which blogs list what one of their writers wrote.
_BY_AUTHOR = pattern(r"[/?]author[=/][^/?&#]+/?$", re.I)
_CALLED = pattern(r"(?:^|[\s_-])(?:author|zuozhe|writer|byline|nickname)(?:$|[\s_-])", re.I)
_BY_WORD = pattern(r"^(?:由|作者[：:]?|文[：:/]|by\s)\s*", re.I)
_WORD = pattern(r"^[\w·.&＆~-]{2,16}$")
_WORDS = pattern(r"[^\W\d_]")
_HAN = pattern(r"[\u4e00-\u9fff]")
# What parts the fields of a bar: 河边柳 · 2024年3月18日 · 阅读 12.
_FIELDS = pattern(r"[\s|｜·•/,，]+")
_INLINE = ("span", "a", "em", "i", "b", "strong")
# The attributes that say what an element is to the page; programs are tested by the last.
_TOLD = frozenset(["class", "rel", "itemprop", "id", "data-testid"])
_TOLD_OF_BLOCK = frozenset(["class", "data-testid"])
# The numbers and signs of footnotes.
_NOTES = frozenset("0123456789*†‡#①②③④⑤")
_NOTED = pattern(r"(?:[\u4e00-\u9fff]{2,4}[\d*†‡#①-⑤,，]+[\s,，;；、]*){1,20}")
_TRAIL = (">", "»", "→", "＞")
_NOTE = pattern(r"[\d*†‡#①-⑤,，\s;；、]+")
_LONGEST, _LONGEST_NAME, _LONGEST_BLOG, _NEAR = 80, 16, 17, 4


def read_nickname(text: str) -> Author | None:
    """Return the name in a field of one writer, where it is none that people are born with.

    >>> read_nickname("作者：放飞&心情"), read_nickname("作者：韦小满")
    (Author(name='放飞&心情', role='作者'), None)
    """
    text = _POSTED_ON.sub("", text.strip())
    if board := _BOARD.match(text):
        return Author(board[1], "作者")
    if ("@" in text or " at " in text) and (mailed := _MAILED.match(text)):
        return Author(mailed[1])
    if original := _ORIGINAL.match(text):
        return Author(original[1])
    match = _NICKNAME.match(text)
    if match is None or is_nobody(match[2]):
        return None
    names = read_byline(text)
    if names and (("&" not in text and "＆" not in text) or all(has_surname(author.name) for author in names)):
        return None
    return Author(match[2], match[1])


def is_nobody(name: str) -> bool:
    """Say whether *name* stands where a page has no writer to name."""
    return bool(_NOBODY.fullmatch(name))


def find_poster(page: Page, zone: Zone) -> tuple[Author, ...]:
    """Return who posted the entry, as the stamp near the headline or below the text names him."""
    dated = ((line.text, stamp) for line in (*zone.head, *zone.tail) if (stamp := find_stamp(line.text)))
    own = next((stamp for text, stamp in dated if is_metadata_bar(text) and not is_bare_time(text)), None)
    for line in (*zone.head, *zone.tail):
        stamp = find_stamp(line.text) if line.size <= _LONGEST else None
        if stamp is None and (clocked := CLOCKED.match(line.text)):
            return (Author(clocked["name"] or clocked["by"]),)
        if stamp is None and (counted := _counted(line)):
            return (Author(counted),)
        if stamp is None or (own is not None and stamp.day > own.day):
            continue  # a later stamp is a reader's
        poster = _POSTED.search(line.text) or _BY.search(line.text) or (stamp.time and _POSTED_AT.match(line.text))
        if poster is None and line in zone.head and is_metadata_bar(line.text):
            poster = _BRACKETED.search(line.text) if read_unlabelled(line.text) is None else None
            poster = None if poster and is_outlet(poster[1]) else poster
        name = next((group.strip() for group in poster.groups() if group), "") if poster else ""
        if name and not (_FLOOR.fullmatch(name) or is_furniture(name) or _NO_POSTER.search(name)):
            return (Author(name),)
        bare = stamp.time is not None and not _WORDS.search(line.text[: stamp.start] + line.text[stamp.end :])
        if poster is None and (_STAMPED.match(line.text) or bare) and (profiled := _profiled(page, line)):
            return (Author(profiled),)
    return ()


def _counted(line: Line) -> str | None:
    """Who wrote the entry above the short *line* that counts its comments."""
    if line.size > _LONGEST or not ("评论" in line.text or "發表在" in line.text or "发表在" in line.text):
        return None
    match = _COUNTED.match(line.text)
    name = (match["name"] or match["member"]) if match else None
    return name if name and not is_nobody(name) else None


def _profiled(page: Page, stamp: Line) -> str | None:
    """The name above a forum's *stamp*, or right below it, that links to its bearer's own page."""
    at = next((index for index, line in enumerate(page.lines) if line is stamp), 0)
    # The card that opens over a name is hidden, and has as many lines as it tells of a member.
    above = (line for line in reversed(page.lines[max(0, at - _FARTHEST) : at]) if line.size and not line.hidden)
    for line in (*islice(above, _FAR_ABOVE), *page.lines[at + 1 : at + 1 + _NEAR_BELOW]):
        if line.size == line.linked and 2 <= line.size <= _LONGEST_NAME and len(line.links) == 1 and not line.hidden:
            link = line.links[0]
            parent = link.getparent()
            told = (parent is not None and parent.tag == "cite") or _PROFILE.search(link.get("href") or "")
            if told and not (_VISITOR.search(line.text) or _TALLY.fullmatch(line.text)):
                return line.text
    return None


def find_vouched(zone: Zone, tags: Tags) -> tuple[Author, ...]:
    """Return the writer whom the page's tag names and a field beside the headline, too; else it may be the maker.

    A site that names itself in the tag opens its trail of columns: 石桥 > 新闻 > 正文. Sites of novels name the writer
    in what they say of rights below a chapter: 原作者河边柳.
    """
    name = tags.metas.get("author", "")
    if not _WORD.match(name) or is_nobody(name) or is_outlet(name) or tags.page_title.endswith(name):
        return ()
    # 来源： 石桥在线 is no writer, nor is what an index has beside 发布机构.
    lines = (line for line in zone.head if line.kind == "text")
    named = [line for line in lines if name in line.text and ":" not in line.text.split(name)[0].replace("：", ":")]
    named = [line for line in named if not line.text.partition(name)[2].lstrip().startswith(_TRAIL)]
    alone = any(name in _FIELDS.split(line.text) for line in named)
    alone = alone or any((node.text or "").strip() == name for _, node in elements_of(named, _LONGEST, _INLINE))
    alone = alone or any(f"作者{name}" in line.text for line in zone.tail)
    return (Author(name),) if alone else ()


def find_account(zone: Zone, authors: Sequence[Author]) -> str | None:
    """Return the account that posted what *authors* wrote, where an element beside the headline is called so."""
    for line, node in elements_of(zone.head, _LONGEST, _INLINE) if authors else ():
        if "nickname" in (node.get("class") or ""):
            name = " ".join(next(node.itertext(), "").split()) or " ".join(node.text_content().split())
            named = name in line.text and _WORD.match(name) and not any(author.name == name for author in authors)
            return name if named else None
    return None


def cited_writers(cited: str) -> tuple[Author, ...]:
    """Return the writers whom the tags of a paper in a journal name, *cited* one behind the other.

    >>> [author.name for author in cited_writers("韦小满;农春;Wei Xiaoman")]
    ['韦小满', '农春']
    """
    names = [name.strip() for name in cited.split(";") if name.strip()]
    # A journal gives the names in English as well.
    return tuple(map(Author, dict.fromkeys([name for name in names if _HAN.search(name)] or names)))


def find_footnoted(zone: Zone) -> tuple[Author, ...]:
    """Return the writers of a paper, each with the number of the note that says where he works: 韦小满1,2，农春1*."""
    texts = (line.text for line in zone.below[:_NEAR])
    noted = next((text for text in texts if text[-1:] in _NOTES and _NOTED.fullmatch(text)), "")
    names = list(filter(None, _NOTE.split(noted)))
    return tuple(map(Author, names)) if all(map(is_person, names)) else ()


def find_marked(zone: Zone) -> tuple[Author, ...]:
    """Return the writer whose name an element beside the headline holds that is called so: class author, rel author."""
    for line, node in elements_of(zone.head, _LONGEST, _INLINE):
        if not _is_called(node, _TOLD):
            continue
        name = _BY_WORD.sub("", " ".join(phrase_in(node).split()))
        if name and name in line.text and _WORD.match(name) and not is_nobody(name) and not name.isdigit():
            return (Author(name),)
    for line in zone.below:
        name = _BY_WORD.sub("", line.text)
        if _is_called(line.node, _TOLD_OF_BLOCK) and _WORD.match(name) and not is_nobody(name):
            return (Author(name),)
        for link in line.links:
            name = " ".join(phrase_in(link).split())
            told = line.size <= _LONGEST and name in line.text and _WORD.match(name) and leads_to_person(link)
            if told and not is_furniture(name):
                return (Author(name),)
    return ()


def _is_called(node: HtmlElement, told: frozenset[str]) -> bool:
    """Whether the attributes *told* call *node* the writer's."""
    called = " ".join(value for name, value in node.items() if name in told)
    return bool(called and _CALLED.search(called))


def leads_to_person(link: HtmlElement) -> bool:
    """Say whether *link* leads to the page of one who posts on a platform, and is no outlet's account."""
    return bool(_PROFILE.search(link.get("href") or "")) and not is_outlet("".join(phrase_in(link).split()))


def find_owner(page: Page, tags: Tags) -> tuple[Author, ...]:
    """Return the one writer whose blog *page* is, or to whose articles it links on a line that holds nothing else."""
    if match := _BLOG_TITLE.search(tags.page_title) or _SPACE.search(tags.page_title):
        return () if is_nobody(match[1]) else (Author(match[1]),)
    short = [line for line in page.lines if 0 < line.size <= _LONGEST_BLOG and not line.hidden]
    names = {match[1] for line in short if line.text.endswith(_BLOGS) and (match := _BLOG.match(line.text))}
    names = names or {
        line.text for line in short if line.size == line.linked and len(line.links) == 1 and _by_author(line.links[0])
    }
    name = names.pop() if len(names) == 1 else ""
    return (Author(name),) if 2 <= len(name) <= _LONGEST_NAME and not is_nobody(name) else ()


def _by_author(link: HtmlElement) -> bool:
    href = link.get("href") or ""
    return link.get("rel") == "author" or ("author" in href.lower() and bool(_BY_AUTHOR.search(href)))
