"""What a portal's entrance page tells: its name, its code, and the links that look like columns."""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.families.base.scope import is_trap
from crawler.families.detection import Verdict
from crawler.reading.listing import FILE, Page, address_key, bare_host, is_dated, is_printed_page, is_story, meta
from crawler.reading.listing.pages import clean, text_of

# What stands beside the newest rows of a column and leads to all of them.
_MORE = re.compile(r"\W*(?:(?:查看|阅读|浏览)?更\s*多|全部|more|)[\W\d]*", re.I)
_LABEL = re.compile(r"(?=.*[\u4e00-\u9fff])[\w“”·（）()、]{2,16}")
_NO_COLUMN = re.compile(
    "首页|网站地图|联系|关于|设为|收藏|登录|注册|English|繁体|繁體|无障碍|长者|更多|返回|投诉|信箱|搜索|检索|智能|帮助|邮箱"
    "|微信|微博|客户端|访谈|调查|征集|办事|服务|地图|简介|概况|走进|领导之窗|机构|日历|政府网$|人民政府$|^\\d+$"
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
_CODE = re.compile(r"标识码\s*[:：]?\s*(?:</?\w+[^>]*>\s*)*(\d{10}|bm\d{8})", re.I)
_OFFICE = re.compile("政府|局|报$|日报|晚报|数字报|新闻网")
# The title of a printed page tells its number or its day.
_SHEET = re.compile(r"第.{1,4}版|^\W*\d{4}.{0,8}\d\W*日?\W*$")
_GREETING = re.compile(r"欢迎(?:访问|光临|来到|您访问)?|您好|首\s*页|网站首页|门户网站|官方网站|官网|^\W+|\W+$")


def candidates(page: Page, verdict: Verdict) -> dict[str, str]:
    """Return the addresses that may be columns and the names they are linked by, the likeliest first.

    A name is empty where a column is linked by 更多 alone and nothing beside it names it.
    """
    shape = re.compile(_SHAPES.get(verdict.family, r"."), re.I)
    host, found, keys = bare_host(page.url), dict[str, tuple[str, str]](), {address_key(page.url)}
    for element in page.elements():
        address = page.resolve(element.get("href") or "") if element.tag == "a" else None
        if address is None or bare_host(address) != host:
            continue
        key, path = address_key(address), urlsplit(address).path
        if key in keys or (key in found and found[key][1]) or not shape.search(path) or is_trap(address):
            continue
        if verdict.spider.article.search(address) or FILE.search(path) or is_story(address) or is_printed_page(address):
            continue
        name = _name_of(element)
        if name is None or is_dated(element):
            continue
        # Portals lead the same column by several names; the first that is one counts.
        found[key] = (found[key][0] if key in found else address, name)
    names = dict(found.values())
    return dict(sorted(names.items(), key=lambda item: (not _LIKELY.search(item[1]), len(item[1]) > _LONG)))


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
        before = " ".join(str(text) for text in above.xpath(".//text()[not(ancestor::script)]") if str(text).strip())
        first = clean(before).split(" ")[0] if before else ""
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
    parts = [
        part for part in re.split(r"\W+", path.lower()) if part not in ("", "index", "list", "html", "shtml", "htm")
    ]
    words = [part for part in parts if re.fullmatch(r"[a-z][a-z0-9_]*", part)]
    key = _KEYS.get(name) or (words[-1] if words else f"column{parts[-1]}" if parts else "column")
    if key not in taken:
        return key
    return next(f"{key}{number}" for number in range(2, 10_000) if f"{key}{number}" not in taken)


def site_title(page: Page) -> str:
    """Return the site's Chinese name, from the metadata the government prescribes or from the page's title."""
    named = meta(page, "SiteName")
    if named:
        return named[:60]
    titles = (text_of(element) for element in page.elements() if element.tag == "title")
    pieces = re.split(r"[-_|—–>]+", next(titles, "")[:200])
    cleaned = [_GREETING.sub("", clean(piece)) for piece in pieces if not _SHEET.search(piece)]
    return max(cleaned, key=lambda piece: (bool(_OFFICE.search(piece)), len(piece)), default="")


def site_code(page: Page) -> str | None:
    """Return the site's identification code of ten digits, or of ``bm`` and eight."""
    code = re.sub(r"\s", "", meta(page, "SiteIDCode") or "")
    if re.fullmatch(r"\d{10}|bm\d{8}", code, re.I):
        return code
    match = _CODE.search(page.text)
    return match[1] if match else None


def largest_frame(page: Page) -> str | None:
    """Return the address of a frameset's first frame with a page in it; None where the page has a body of its own."""
    frames = [element for element in page.elements() if element.tag in ("frame", "iframe")]
    if not frames or (page.tree is not None and len(text_of(page.tree)) > 100):
        return None
    return next((address for frame in frames if (address := page.resolve(frame.get("src") or ""))), None)


def emptiness(page: Page) -> str | None:
    """Return what a page is that has no links to speak of, None where it has."""
    links = [element for element in page.elements() if element.tag == "a" and page.resolve(element.get("href") or "")]
    if len(links) >= 3:
        return None
    shown = text_of(page.tree) if page.tree is not None else ""
    scripts = sum(1 for element in page.elements() if element.tag == "script")
    if re.search("出售|转让|for sale|parked|domain", shown, re.I):
        return f"a parked domain: {shown[:60]!r}"
    if scripts and len(shown) < 100:
        return f"{scripts} scripts and {len(shown)} characters of text: a page that only a browser can show"
    return f"{len(links)} links and {len(shown)} characters of text: no portal's home page"
