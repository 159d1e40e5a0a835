"""The name of the site an article stands on: by its titles, its tags, its banner, or those who keep it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from crawler.reading.injections.hosts import host_of
from crawler.reading.metadata.headline import plain
from crawler.reading.metadata.roots import is_root
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.tails import site_in_tail, title_tail
from crawler.reading.metadata.title import is_site_name
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

_TAGS = ("sitename", "og:site_name", "application-name")
_DRESS = pattern(
    r"(?:(?:官方|中文)?门户|官方)?网站(?:群)?$|门户网$|官网$|(?<=政府)网$|信息公开(?:专栏|平台|网|目录)$|全球[资資][讯訊][网網]$"
)
# Whose name stands without 网站: 中国政府网 and 中国载人航天官方网站 are called so as a whole.
_OFFICE = pattern(
    r"(?:人民政府|委员会|管委会|管理委员会|[局厅委办院署]|[厅廳處辦會]|公所|大学|学院|学校|[中小]学|医院|中心|公司|协会|联合会|总工会|发改委|[）)])$"
)
_PUBLIC = pattern(r"(?:政府|委员会|管委会|[局厅院]|大学|学校|[中小]学)$")
_GREETING = pattern(
    r"^(?:热烈)?欢迎(?:您|你)?(?:的)?(?:访问|光临|来到|进入|登录|浏览)\s*|^(?:网站)?logo\s*|\s*(?:logo|首页)$", re.I
)
# What a site says of itself behind its name: 石桥网 - 石桥新闻门户, 石桥观察网 － 专业财经新闻网站.
_SLOGAN = pattern(r"(?:新闻|资讯|信息|生活|财经)(?:门户|网站|平台)(?:网站)?$")
# A local government is called 人民政府, by the constitution's article 95; 县政府 is short for it.
_SHORT_OF = pattern(r"(?<=[省市县區区旗州盟镇乡])政府$")
# A template that was never filled in calls each of its sites the same.
_NAMELESS = pattern(
    r"^(?:新闻|资讯|博客|论坛|频道|在线|空间|数字报|电子报|电子版|(?:政府|门户|本|主|子|默认|测试)?(?:网站|站点|站)|(?:政务|政府)?(?:信息)?公开(?:专栏|平台|网|目录)?|(?:网站|返回)*首页|返回.*|官网|政府网|[\x00-\x7f]*)$"
)
_HOST = pattern(r"^(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?/?$", re.A)
_ABSOLUTE = pattern(r"\s*(?:https?:)?//([^/:?#]+)", re.I)
_HOST_BEHIND = pattern(r"\s+(?:https?://)?[\w-]+(?:\.[\w-]+)+/?$|\s*[(（][\w-]+(?:\.[\w-]+)+[)）]$", re.A)
_NAME = r"(?P<name>[\u4e00-\u9fff（）()·、 \u3000]{4,40})"
_YEARS = r"(?:[\s\xa9©ⒸcC()（）@®,，:：|&;\d至年.—–~-]|copyright|by|&copy;|reserved|rights|all)*"
# Who holds the rights is the site itself; who keeps it may be an office of the government it is of.
_OWNERS = (
    pattern(rf"(?:版[权權]所有|[Cc]opy\s*[Rr]ight){_YEARS}{_NAME}", re.I),
    pattern(rf"(?:^|[\s|:：©年\d]){_NAME}\s*版[权權]所有"),
    pattern(rf"(?:主办|主辦|主管)(?:单位|單位|方|机关)?\s*[：:]\s*{_NAME}"),
    pattern(r"(?:^|[\s|：:©年\d])(?P<name>[\u4e00-\u9fff]{4,20}(?:政府|办公室|委员会|[局厅]))\s?主办(?=\s|$)"),
)
_CUT = pattern(
    r"(?:承办|主办|协办|版[权權]|运?维护|技术|运维|运营|建设|制作|备案|地址|邮编|电话|网站|保留|未经|联系|授权|政府网站|您是|推荐|建议|制作)"
    r"(?:单位|方)?(?:标识码|支持|管理|所有|[：:]|[\u4e00-\u9fff]{0,4}$|\s).*$|\s*(?:所有|声明|保留).*$"
)
_ALL_OF = pattern(r"^.*(?:内容|信息|作品)(?:均)?(?:[为由归属]|系)|^[本该](?:网站|站|网)?|^[由归为]")
_SECRETARY = pattern(r"(?<=政府|公署)(?:办公[室厅]|办)$|(?<=管委会)办公室$")
_FIRST_PAGE = ("/", "./", "/index.html", "/index.shtml", "/index.htm", "/index.jsp")
_FOOT, _HEAD, _LOGOS = 40, 80, 12
_SHORTEST_PART, _SHORTEST, _LONGEST, _LONGEST_ROW = 3, 4, 30, 300


def find_site_name(
    tags: Tags, column: str | None, title: str | None, page: Page, root: HtmlElement, url: str = ""
) -> str | None:
    """Return the name of the site of *url* without 门户网站, where an office's name is left.

    It is how the page's title ends that is called as sites are, or what the tags say, or what *page* prints as the
    link to its first page, as its banner's text for the blind, or in its footer, or how the title ends else.
    """
    channel: str | None = None  # a site's, whose own name need not end as sites' names do
    own = (plain(title or ""), plain(column or ""))
    parts = _parts(tags.page_title, title or "")
    # 石桥网-社会频道-雨后: where the headline ends the title, the site begins it.
    for part in parts if title and tags.page_title.endswith(title) else reversed(parts):
        if _SLOGAN.search(part) and any(is_site_name(other) for other in parts if other != part):
            continue
        if is_site_name(part) and plain(part) not in own and len(part) >= _SHORTEST_PART and not _says_nothing(part):
            if not part.endswith("频道"):
                return _undressed(part, url)
            channel = channel or part
    named = [_undressed(tags.metas[name], url) for name in _TAGS if name in tags.metas]
    sound = next((name for name in named if not _says_nothing(name)), None)
    if sound:
        return sound
    tail = site_in_tail([name for name in title_tail(page, tags, title)[1] if plain(name) not in own])
    printed = _printed(page, root, url)
    # Of a name that the page prints in full the title may hold a part; that of an office's site may end in a column.
    ended = printed if printed and (not tail or tail in printed or _PUBLIC.search(printed)) else tail
    return ended or channel or next((name for name in named if not _HOST.match(name)), None)


def _parts(page_title: str, title: str) -> list[str]:
    """What *page_title* is made of; the headline itself may hold blanks and brackets."""
    parts = re.split(r"\s*[_|｜•]\s*|\s*::\s*|\s+[-–—－·]\s+|-{1,2}|—{1,2}|[<>«»]+", page_title)
    found: list[str] = []
    for part in parts:
        rest = part.replace(title, " ").strip() if title and title in part else part
        found += re.split(r"[\s（(）)【】]+", rest) if rest != part else [rest]
    return [part for part in found if part]


def _says_nothing(name: str) -> bool:
    return bool(_NAMELESS.match(name) or _HOST.match(name))


def _undressed(name: str, url: str) -> str:
    name = _GREETING.sub("", _HOST_BEHIND.sub("", name.strip(" ！!：:"))).strip()
    office = _DRESS.sub("", name)
    if not host_of(url).endswith(".tw"):  # a county of Taiwan has a 縣政府
        office = _SHORT_OF.sub("人民政府", office)
    return office if office != name and _OFFICE.search(office) else name


def _printed(page: Page, root: HtmlElement, url: str) -> str | None:
    for name in chain(_ways_home(page, url), _banners(root), _keepers(page)):
        bare = _undressed(name, url)
        if _SHORTEST <= len(bare) <= _LONGEST and not _says_nothing(bare):
            return bare
    return None


def _ways_home(page: Page, url: str) -> Iterator[str]:
    """The links to the first page that are called as sites are: 石桥新闻网 > 新闻中心."""
    for line in page.lines[:_HEAD]:
        for link in line.links if not line.hidden else ():
            text = squash(phrase_in(link))
            href = link.get("href") or ""
            if (
                href
                and is_root(href)
                and _is_at(href, url)
                and is_site_name(text)
                and not text.endswith(("首页", "首頁"))
            ):
                yield text


def _is_at(href: str, url: str) -> bool:
    host = _ABSOLUTE.match(href)
    return host is None or host[1].lower() == host_of(url)


def _banners(root: HtmlElement) -> Iterator[str]:
    """What the first pictures of a page say to the blind, if it is the name of a site or they lead to its first page.

    中国政府网 is linked by all.
    """
    for picture in islice(root.iter("img"), _LOGOS):
        text = squash(picture.get("alt") or picture.get("title") or "")
        above = picture.getparent()
        leads = above is not None and above.tag == "a" and (above.get("href") or "") in _FIRST_PAGE
        if (leads or is_site_name(text)) and "中国政府网" not in text:
            yield text


def _keepers(page: Page) -> Iterator[str]:
    lines = [line for line in page.lines[-_FOOT:] if _may_name(line)]
    for owner in _OWNERS:
        for line in lines:
            for match in owner.finditer(line.text):
                names = _CUT.sub("", _ALL_OF.sub("", match["name"].strip())).strip(" 、\u3000（(").split()
                # 中共石桥县委 石桥县人民政府: a portal is the government's.
                names.sort(key=lambda name: "政府" not in name)
                yield from (_SECRETARY.sub("", name) for name in names if is_site_name(name) or owner in _OWNERS[2:])


def _may_name(line: Line) -> bool:
    return 0 < line.size <= _LONGEST_ROW and not line.hidden
