"""What of a page looks like columns: the links to them, their names, and lists that only a script can fill."""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.families.base.scope import is_trap
from crawler.families.detection import Verdict
from crawler.reading.listing import (
    FILE,
    Page,
    address_key,
    bare_host,
    is_dated,
    is_of_another_day,
    is_printed_page,
    is_story,
    meta,
)
from crawler.reading.listing.pages import clean, text_of

# What stands beside the newest rows of a column and leads to all of them.
_MORE = re.compile(r"\W*(?:(?:查看|阅读|浏览)?更\s*多|查看全部|more)\W*|[>»+]{2}|[»+]", re.I)
# How blocks are called that a list stands in, and others that are empty until a script fills them.
_LIST_NAME = re.compile(r"list|news|data|app\b|article|result|table", re.I)
_NO_LIST = re.compile(r"pag|nav|menu|foot|head|banner|swiper|slide|tab-?title|share|crumb", re.I)
_TEMPLATE = re.compile(r"\{\{|\$\{|<%|\{%")
# So many characters beside the links have pages that are about something.
_PLAIN_TEXT = 300
_LABEL = re.compile(r"(?=.*[\u4e00-\u9fff])[\w“”·（）()、]{2,16}")
_NO_COLUMN = re.compile(
    "首页|网站地图|联系|关于|设为|收藏|登录|注册|English|繁体|繁體|无障碍|长者|更多|返回|投诉|信箱|搜索|检索|智能|帮助|邮箱"
    "|微信|微博|客户端|访谈|调查|征集|办事|服务|地图|简介|概况|走进|领导之窗|机构|日历|排序|筛选|显示|方式|按时间|按热度|政府网$|人民政府$|^\\d+$"
)
_LIKELY = re.compile(
    "要闻|新闻|动态|公告|公示|通知|政策|文件|公开|规划|财政|资金|预算|人事|招标|采购|应急|环境|环保|教育|医疗|救助|解读|报告|统计|信息"
)
# Names of columns are shorter than most headlines.
_LONG = 8
_KEYS = {
    "通知公告": "notices",
    "公示公告": "notices",
    "公告公示": "notices",
    "政务要闻": "news",
    "新闻动态": "news",
    "政策文件": "policy",
    "政策解读": "explained",
    "部门动态": "departments",
    "乡镇动态": "towns",
    "乡镇信息": "towns",
    "人事信息": "staff",
    "财政信息": "budget",
    "规划计划": "plans",
    "招标采购": "tenders",
    "应急管理": "emergency",
}
# What many addresses of columns have in common names none of them.
_NO_KEYS = {
    *("", "index", "list", "html", "shtml", "htm", "aspx"),
    *("all", "api", "gkmlpt", "public", "column", "content"),
}
# The addresses of columns, by family; where a family is not named, any address may be a column's.
_SHAPES = {
    "trs": r"/$|/index\.s?html?$",
    "hanweb": r"/col/col\d+/(?:index\.html)?$",
    "vsb": r"/[a-z]\w*\.htm$",
    "ucap": r"list\w*\.shtml$|/[0-9a-f]{32}/\w+\.shtml$|/$",
    "gkmlpt": r"/gkmlpt/|/$|/index\.html$",
    "lonsun": r"/(?:public|content)/column/\d+",
    "sudy": r"/(?:list|main)\.(?:htm|psp)$",
    "numbered": r"list_\d+(?:_1)?\.html$|/index\.aspx$|/$",
}


def candidates(page: Page, verdict: Verdict) -> dict[str, str]:
    """Return the addresses that may be columns and the names they are linked by, the likeliest first.

    A name is empty where a column is linked by 更多 alone and nothing beside it names it.
    """
    shape = re.compile(_SHAPES.get(verdict.family, r"."), re.I)
    found, own = dict[str, tuple[str, str]](), address_key(page.url)
    for element in page.elements():
        address = page.resolve(element.get("href") or "") if element.tag == "a" else None
        if address is None or not shape.search(urlsplit(address).path) or not _may_be_column(address, page, verdict):
            continue
        key = address_key(address)
        name = None if key == own or (key in found and found[key][1]) else _name_of(element)
        # Portals lead to the same column by several names; the first that is one counts.
        if name is not None and not is_dated(element):
            found[key] = (found[key][0] if key in found else address, name)
    names = dict(found.values())
    return dict(sorted(names.items(), key=lambda item: (not _LIKELY.search(item[1]), len(item[1]) > _LONG)))


def _may_be_column(address: str, page: Page, verdict: Verdict) -> bool:
    if bare_host(address) != bare_host(page.url) or is_trap(address) or is_of_another_day(address, page.url):
        return False
    if is_story(address) or is_printed_page(address) or FILE.search(urlsplit(address).path):
        return False
    return not verdict.spider.article.search(address)


def _name_of(link: HtmlElement) -> str | None:
    """The name of the column that *link* may lead to, empty where it is not said; None where it leads to none."""
    shown = text_of(link)
    pictures = (clean(picture.get("alt") or "") for picture in link.iter("img"))
    name = shown or clean(link.get("title") or "") or next(filter(None, pictures), "")
    if _MORE.fullmatch(name):
        return _heading_of(link) if name else None
    if not _LABEL.fullmatch(name):
        return None
    return None if _NO_COLUMN.search(name) else name


def _heading_of(link: HtmlElement) -> str | None:
    """What stands before a link to more: the column's name, empty where that is no name; None beside what is none."""
    block = link
    for _ in range(4):
        above = block.getparent()
        if above is None or above.tag == "body":
            return ""
        first = next(filter(None, (clean(str(text)) for text in above.itertext())), "")
        if first and not _MORE.fullmatch(first):
            if not _LABEL.fullmatch(first):
                return ""
            return None if _NO_COLUMN.search(first) else first
        block = above
    return ""


def page_name(page: Page) -> str:
    """Return what a column's own page says it is called, from the prescribed metadata or from its title; or nothing."""
    titles = (text_of(element) for element in page.elements() if element.tag == "title")
    pieces = [meta(page, "ColumnName") or "", *re.split(r"[-_|—–>\s]+", next(titles, "")[:200])]
    return next((piece for piece in pieces if _LABEL.fullmatch(piece) and not _NO_COLUMN.search(piece)), "")


def feeds(page: Page) -> dict[str, str]:
    """Return the addresses of the feeds that *page* names in its head, and their titles."""
    found = {}
    for element in page.elements():
        if element.tag == "link" and re.search(r"/(?:rss|atom)\+xml", element.get("type") or "", re.I):
            address = page.resolve(element.get("href") or "")
            if address is not None and bare_host(address) == bare_host(page.url):
                found[address] = clean(element.get("title") or "")[:16]
    return found


def column_key(name: str, path: str, taken: Container[str]) -> str:
    """Return a short name for a column's line in the portal's file.

    >>> column_key("通知公告", "/col/col114/index.html", ()), column_key("工作动态", "/xwzx/gzdt/", ())
    ('notices', 'gzdt')
    """
    parts = [part for part in re.split(r"\W+", path.lower()) if part not in _NO_KEYS]
    words = [part for part in parts if re.fullmatch(r"[a-z][a-z0-9_]*", part)]
    key = _KEYS.get(name) or (words[-1] if words else f"column{parts[-1]}" if parts else "column")
    if key not in taken:
        return key
    return next(f"{key}{number}" for number in range(2, 10_000) if f"{key}{number}" not in taken)


def script_list(page: Page) -> str | None:
    """Return what would match the rows of the list that a script fills in *page*; None where none seems to be.

    Such a page has scripts, no text to speak of, and a block for a list in which nothing stands but a template.
    """
    if page.tree is None or not any(element.tag == "script" for element in page.elements()):
        return None
    texts = page.tree.xpath("//body//text()[not(ancestor::a or parent::script or parent::style)]")
    if isinstance(texts, list) and len(clean(" ".join(map(str, texts)))) > _PLAIN_TEXT:
        return None
    blocks = (block for block in page.tree.iter("ul", "ol", "tbody", "div") if _may_hold_a_list(block))
    return next((_selector(block) for block in blocks if _is_unfilled(block)), None)


def _may_hold_a_list(block: HtmlElement) -> bool:
    name = f"{block.get('id') or ''} {block.get('class') or ''}"
    return not _NO_LIST.search(name) and (block.tag != "div" or bool(_LIST_NAME.search(name)))


def _is_unfilled(block: HtmlElement) -> bool:
    text = text_of(block)
    return not text.strip(" .…加载中请稍候") or bool(_TEMPLATE.search(text[:200]))


def _selector(block: HtmlElement) -> str:
    """A selector for the links in *block*, by its id or its first class, where they are words."""
    for sign, names in (("#", [block.get("id") or ""]), (".", (block.get("class") or "").split())):
        for name in names:
            if re.fullmatch(r"[A-Za-z][\w-]*", name):
                return f"{block.tag!s}{sign}{name} a"
    return f"{block.tag!s} a"
