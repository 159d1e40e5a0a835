"""What a page's title says behind the headline: the column, then the site."""

from __future__ import annotations

from crawler.reading.metadata.menus import leads_on
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.title import is_site_name, without_kind
from crawler.reading.page.flow import Page
from crawler.reading.patterns import pattern

_OPENS = pattern(r"\s*[_|｜•–—>«»-]+\s*|\s+·\s+|\s*::\s*|:\s+")
# 央视网(cctv.com), 维基百科，自由的百科全书
_DRESS = pattern(r"\s*[(（][\w.-]+\.\w+[)）]$|[，,].*$")
_FOREIGN = pattern(r"[\x00-\x7f]*")
_KEYWORDS = pattern(r"[\s,，;；、]+")
# So columns are called, and no site is: some news sites are called 新闻 too.
_COLUMN = pattern(r"(?:动态|公告|公示|通知|通告|要闻|简讯|快讯|文件|解读|公开|简介|概况|风采|公文|活动)$")
_PAPERS = ("报", "网", "台", "刊")
_LONGEST, _LONGEST_COLUMN, _HEAD = 20, 8, 120


def title_tail(page: Page, tags: Tags, title: str | None) -> tuple[list[str], list[str]]:
    """Return the names that the page's title adds to the headline *title*: columns, to which *page* links, and sites.

    What sites put there to be found are keywords (孩子咳嗽怎么办_处理_家长): the page's tag repeats them.
    """
    rest = _rest(tags.page_title, title or "") or _rest(tags.page_title, without_kind(title or ""))
    names = [name for part in rest if not _FOREIGN.fullmatch(name := _DRESS.sub("", part.strip()))]
    sites = [name for name in names if is_site_name(name) or name.endswith(_PAPERS)]
    columns = [name for name in names if name not in sites and (leads_on(page, name) or _heads_page(page, name))]
    keywords = set(_KEYWORDS.split(tags.metas.get("keywords", ""))) if len(names) > 1 and not columns else set()
    others = [name for name in names if name not in keywords and name not in columns]
    return (
        [name for name in columns if 2 <= len(name) <= _LONGEST],
        [name for name in others if name in sites or not _COLUMN.search(name)],
    )


def _heads_page(page: Page, name: str) -> bool:
    """Whether *name* is a column's, and a line of the page's own: its heading, on a page that does not link to it."""
    if len(name) > _LONGEST_COLUMN or not _COLUMN.search(name):
        return False
    return any(line.text == name and not line.hidden for line in page.lines[:_HEAD])


def _rest(page_title: str, title: str) -> list[str]:
    """The parts of *page_title* behind *title*, the site's last; some put it before: 南方+_一张鱼皮的新生意."""
    behind = page_title.removeprefix(title)
    if behind != page_title:
        return _OPENS.split(behind) if _OPENS.match(behind) else []
    before = page_title.removesuffix(title)
    return _OPENS.split(before)[::-1] if before != page_title and _OPENS.search(before[-3:]) else []


def site_in_tail(others: list[str]) -> str | None:
    """Return the name of the site, which stands last among the names *others* than columns."""
    return others[-1] if others and 2 <= len(others[-1]) <= _LONGEST else None
