"""The title of an article, without the names of its site and column."""

from __future__ import annotations

import re

from crawler.reading.body.furniture import is_furniture
from crawler.reading.metadata.headline import Headline, plain
from crawler.reading.metadata.parts import without_document_number
from crawler.reading.metadata.tags import Tags
from crawler.reading.patterns import pattern

_PARTS = pattern(
    r"\s*[_|｜]+\s*|\s*:{2,}\s*|\s+[-–—]+\s+|\s-(?=[^\s\d-])|(?<=[^\s\d-])-\s|\s*-{2,}\s*|-(?=[^-]{2,24}$)|(?<=[^\s_|-]{6})\s+(?=\S{2,14}(?:人民政府|政府网|信息网|政务网|新闻网|门户网?站?|网站)$)|\s*[<>«»]{1,2}\s*|(?<=的博客)\s*[：:]\s*|(?<=的日志)\s*[：:]\s*|(?i:(?<=的blog))\s*[：:]\s*"
)
_SITE = pattern(
    r"(?:人民政府|政府|门户|网站?|官网|频道|新闻网|在线|(?:[日晚晨早时商导]|青年|都市|经济|法制|科技|农民|工人|信息)报|周刊|公报|电视台|电台|杂志社?|的(?:共享|个人|QQ)?空间|的专栏|博客|论坛|委员会|管委会|行政公署|[局厅部委办院]|大学|学院|[县市区](?:第[一二三四五六七八九十])?(?:[中小]学|人民医院)|首页|"
    r"(?<=[\u4e00-\u9fff]{2})(?:融媒(?:体(?:中心)?)?|网信)|信息公开(?:平台|专栏|目录)|網站?|[廳處辦會]|公所|區公所|頻道|日報|時報|新聞|首頁|"
    r"(?:数字|电子)[报版][纸刊]?(?:平台|系统)?|网易|新浪|搜狐|腾讯|blog|forum|[a-z0-9-]+\.(?:com|cn|net|org))\s*(?:$|[（(])",
    re.I,
)
# A gazette (公报) is a site, 2015年国民经济和社会发展统计公报 an article.
_YEARLY = pattern(r"(?:19|20)\d\d(?:年|[-—~至])|[一二][〇○零一二三四五六七八九]{3}年|统计公报|状况公报")
# A box for letters is called so, whatever a letter is about.
_LETTERS = pattern(
    r"^.{0,8}(?:信箱|留言板?|来信|信件|咨询|投诉|诉求|问政|互动)(?:内容|详情|详细|查看|浏览|回复|答复|选登|公开|页面)?$"
)
# With these older sites deck out their names: ::石桥在线::, ☆石桥在线☆.
ORNAMENTS = " :：~～☆★◇◆※*=·."
# What a forum or a blog puts before a headline, to keep it on top of its list.
_PINNED = pattern(r"^(?:\[(?:置顶|置頂|推荐|精华|加精|荐|顶|热)\]|【(?:置顶|置頂|加精)】)\s*|(?:\s*[-–—]\s*){2,}$")
_KIND = pattern(r"^[\[【][^\[\]【】]{1,10}[\]】]\s*")
_GENERIC = pattern(
    r"^(?:文章|新闻|信息|资讯|公告|内容|政务|详细|站点|子站|通用)?(?:内容|详情|详细|正文|显示|浏览|阅读|查看|展示|文章|新闻|信息|列表|模板)(?:信息|内容|新闻|文章)?页?面?$|^(?:New\sPage|新建网页|新网页)\s*\d*$"
)
_FIELD = pattern(
    r"^[*※\s]*(?:[帖贴]子|文章)?主题\s*[：:]\s*(?=\S)|^(?:名称|标题|题名|信息名称|文件名称|(?:信件|来信|留言|咨询|诉求|问题)(?:标题|主题|名称))\s*[：:]\s*(?=\S)"
)
# How often a thread was read, behind its title: 雨后的小河 浏览 84 回复 11.
_COUNTED = pattern(r"\s+(?:(?:浏览|点击|查看|阅读|回复|人气)(?:数|次数)?\s*[：:]?\s*\d+\s*次?\s*)+$")
# WordPress puts its blog and where the entry is kept before the headline, phpBB its board and what one does there:
# 石桥人家 » Blog Archive » 雨后, 石桥论坛 :: 阅读主题 - 雨后; Blogger the blog alone: 石桥人家: 雨后. Collections print
# the way to a text: 石桥文苑 → 小说 → 雨后.
_ARCHIVED = pattern(
    r"^.*(?:»\s*(?:Blog\sArchive|(?:文章|日志|博客)(?:存档|归档))\s*»|::\s*(?:(?:阅读|查看|观看|浏览)(?:主题|文章)|View\stopic)\s*-)\s*(?=\S)|^[^:：(（]{1,19}[\u4e00-\u9fff]:\s+(?=\S)|^.{2,60}→\s*(?=[^→]+$)",
    re.I,
)
# A house of blogs ends its titles with the blogger and its own name: 雨后-河边柳-和讯博客.
_BLOGGED = pattern(
    r"(?<=\S)\s*[-_|]\s*[^-_|]{2,16}\s*[-_|]\s*[^\s的_|-]{0,6}(?:博客(?:[园网]|大巴)?|blog|空间)\s*$", re.I
)
_LABEL = pattern(r"^【[^】]{2,10}(?:报|网|台|社|刊|客户端|新闻)】\s*|^『[^』]{2,8}』\s*(?=\S)")


# 石桥晚报-A02版-今日关注-20100423: the day of the paper, or the number of a record.
_NUMBER = pattern(r"\d{6,}$")
# What a page of a store of documents is for: 法律法规查询, 公文检索.
_KINDS = pattern(
    r"(?:政府|[局委厅院])(?:公告|通知|新闻|动态|信息)$|(?:查询|检索|搜索|浏览|展示|公示|专栏|频道|选登|公开)(?:系统|平台|结果)?$"
)
_LONGEST_KIND = 8


def split_title(page_title: str) -> list[str]:
    """Return what may be the headline in a page's title: its parts, the longest runs from the front first.

    >>> split_title("关于放假的通知_通知公告_柳江区人民政府")
    ['关于放假的通知', '关于放假的通知_通知公告', '通知公告']
    """
    page_title = _BLOGGED.sub("", page_title.strip(ORNAMENTS))
    cuts = [(match.start(), match.end()) for match in _PARTS.finditer(page_title)]
    if not cuts:
        return [page_title] if page_title else []
    starts = [0] + [end for _, end in cuts]
    ends = [start for start, _ in cuts] + [len(page_title)]
    parts = [page_title[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    named = [part for part in parts if len(plain(part)) >= 2 and not is_site_name(part) and not _NUMBER.match(part)]
    if len(named) > 1 and is_site_name(parts[0].partition("-")[0]):
        named = [part for part in named if part != parts[0]]  # 石桥网-石桥新闻-雨后的小河
    fronts = [page_title[: ends[k]].strip() for k in range(1, len(parts)) if not is_site_name(parts[k])]
    return list(dict.fromkeys([*named[:1], *fronts, *named[1:2]]))


def without_place(page_title: str) -> str:
    """Return *page_title* without the name of its blog or board, where it says that it stands before the headline.

    >>> without_place("石桥人家 » Blog Archive » 雨后")
    '雨后'
    """
    return _ARCHIVED.sub("", page_title)


def without_kind(title: str) -> str:
    """Return *title* without the kind of post that a forum sets before it.

    >>> without_kind("[杂谈]雨后")
    '雨后'
    """
    return _KIND.sub("", title)


def is_site_name(text: str) -> bool:
    """Say whether *text* reads as the name of a site, an office or a paper, not of an article."""
    return len(text) <= 30 and bool(_SITE.search(text.strip(ORNAMENTS))) and not _YEARLY.search(text)


def choose_title(tags: Tags, headline: Headline | None, column: str | None) -> str | None:
    """Return the article's title: the government's tag if the page prints it too, else the printed headline.

    A page that prints no headline and whose title is its site's is a list: it is called as its *column*.
    """
    named = tags.title
    if named and (headline is None or not headline.sure or _agree(named, headline.text)):
        return strip_label(named)
    parts = split_title(tags.page_title)
    if headline is not None and headline.sure:
        # A title spells the headline without the breaks of its layout.
        # A forum sets the kind of a post before its headline, and leaves it out of the page's title: [杂谈].
        printed = plain(headline.text), plain(without_kind(headline.text))
        spellings = map(without_document_number, parts)
        spelt = next((part for part in spellings if plain(part) in printed or _ends_in_button(headline.text, part)), "")
        spelt = spelt or headline.text
        return strip_label(spelt)
    if headline is not None and (
        not parts
        or is_site_name(parts[0])
        or is_generic(parts[0])
        or parts[0] == column
        or _is_of_kind(parts[0], headline)
    ):
        return strip_label(headline.text)
    if headline is None and column and (not parts or is_site_name(parts[0]) or _is_columns(parts[0], tags)):
        return column
    if tags.social_title and not is_site_name(tags.social_title):
        parts = split_title(tags.social_title) or parts
    if parts:
        return strip_label(_without_column(parts[0], column))
    return strip_label(headline.text) if headline is not None else (tags.page_title or None)


def _is_of_kind(part: str, headline: Headline) -> bool:
    """Whether *part* of a page's title is short and of all its pages, for they print another, longer headline."""
    return len(part) <= _LONGEST_KIND < len(plain(headline.text)) and bool(_KINDS.search(part))


def _ends_in_button(printed: str, part: str) -> bool:
    return printed != part and printed.startswith(part) and is_furniture(printed[len(part) :])


def strip_label(title: str) -> str:
    """Return *title* without the label of its field or list, and without the name of the paper it is reprinted from.

    >>> strip_label("【柳州日报】全市教育大会召开")
    '全市教育大会召开'
    """
    return _COUNTED.sub("", _LABEL.sub("", _FIELD.sub("", _PINNED.sub("", title)))).strip() or title


def _without_column(part: str, column: str | None) -> str:
    """*part* without the *column* behind it: 韦小满-领导之窗."""
    bare = part.removesuffix(column).rstrip() if column and len(part) > len(column) + 2 else part
    return bare[:-1].rstrip() if bare != part and bare.endswith(("-", "_", "—", "|")) else part


def _is_columns(part: str, tags: Tags) -> bool:
    return plain(part) in {plain(tags.metas.get(name, "")) for name in ("columnname", "sitename")}


def _agree(named: str, printed: str) -> bool:
    a, b = plain(named), plain(printed)
    return bool(a and b) and (a in b or b in a)


def is_generic(part: str) -> bool:
    """Say whether *part* of a page's title says nothing of its article."""
    return len(plain(part)) < 5 or bool(
        _GENERIC.match(part.strip())
        or _LETTERS.match(part.strip())
        or re.search(r"欢迎|谢谢您?访问|显示|无标题|[Uu]ntitled|详细?[页情信]|信息内容|正文", part)
    )


def names_no_article(page_title: str) -> bool:
    """Say whether *page_title* says nothing, or holds a site's name and at most the short name of a column.

    >>> names_no_article("石桥新闻网-社会"), names_no_article("雨后-石桥新闻网"), names_no_article("无标题文档")
    (True, False, True)
    """
    first, *others = _PARTS.split(page_title.strip(ORNAMENTS))
    return all(map(is_generic, others)) if is_site_name(first) else not others and is_generic(first)
