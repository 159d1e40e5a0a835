"""Lists of county sites, composed at random: rows and pagers in many forms, with what is to be read in them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from urllib.parse import urljoin

from tests.reading import govfurniture, govprint
from tests.reading.govwords import Words, iso

_FOLDER = "http://www.shiqiao.gov.cn/zwgk/tzgg/"
# How a system calls its lists: of the first page and of the page of a number.
_ADDRESSES = {
    "trs": ("index.html", "index_{before}.html"),
    "trs shtml": ("index.shtml", "index_{before}.shtml"),
    "numbered": ("list_1.html", "list_{n}.html"),
    "dede": ("list_48_1.html", "list_48_{n}.html"),
    "query": ("list.asp?classid=12&page=1", "list.asp?classid=12&page={n}"),
    "query alone": ("list.jsp?catid=12", "list.jsp?catid=12&pageNo={n}"),
    "jsp": ("more.jsp?id=7&currentPage=1", "more.jsp?id=7&currentPage={n}"),
    "php": ("index.php?m=list&catid=9", "index.php?m=list&catid=9&page={n}"),
    "aspx": ("NewsList.aspx?type=3&pageindex=1", "NewsList.aspx?type=3&pageindex={n}"),
    "p": ("p1.html", "p{n}.html"),
    "sudy": ("list.htm", "list{n}.htm"),
    "vsb query": ("more.jsp?wbtreeid=1001&PAGENUM=1", "more.jsp?wbtreeid=1001&PAGENUM={n}"),
}
_ROWS = ("li before", "li behind", "li inside", "cells", "index", "dl", "items", "dots", "tables", "written", "label", "bracket", "boxes")  # fmt: skip
_PAGERS = ("anchors", "next", "brackets", "arrows", "select", "script", "spans", "onclick", "none")


@dataclass
class ListPage:
    """A list as served: its rows as (address, title, day), and the address of the page after it, if any."""

    body: bytes = b""
    url: str = ""
    column: str = ""
    rows: list[tuple[str, str, str | None]] = field(default_factory=list)
    following: str | None = None
    pages: int = 1
    features: dict[str, str] = field(default_factory=dict)


def compose_list(seed: int) -> ListPage:
    """Return the list of *seed*."""
    words = Words(random.Random(seed))
    system, rows, pager = (words.rng.choice(sorted(of)) for of in (_ADDRESSES, _ROWS, _PAGERS))
    page = ListPage(features={"system": system, "rows": rows, "pager": pager})
    first, pattern = _ADDRESSES[system]
    page.url = _FOLDER + first
    told = _rows(words, page, rows)
    page.pages = 1 if pager == "none" else words.rng.choice((2, 3, 12, 57))
    if page.pages > 1:
        page.following = _FOLDER + pattern.format(n=2, before=1)
    turning = _pager(words, page, pager, pattern, first)
    page.column = column = words.column()
    crumb = govprint.trail(words, ["首页", words.parent(), column])
    aside = govfurniture.side(words, []) if words.chance(0.5) else ""
    top, foot = govfurniture.top(words, []), govfurniture.foot(words, words.government, [])
    main = f"<div class=listbox>{crumb}<h2>{column}</h2>{told}{turning}</div>"
    page.features["side"] = "yes" if aside else "no"
    title = f"{column}-{words.government}"
    markup = f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{top}<div><div>{aside}</div>{main}</div>{foot}</body></html>"
    page.body = markup.encode()
    return page


def _rows(words: Words, page: ListPage, form: str) -> str:
    made = []
    count = words.rng.choice((1, 3, 12, 20))
    cut, attribute = words.chance(0.4), words.pick("full", "full", "none", "asp")
    page.features |= {"cut": str(cut), "title": attribute, "count": str(count)}
    shape = words.pick(
        "content_{}.html",
        "t20250409_{}.html",
        "../../info/1001/{}.htm",
        "show.asp?id={}",
        "view.jsp?newsid={}&type=1",
        "/art/2025/4/9/art_12_{}.html",
    )
    short = words.chance(0.15) and form not in ("index", "boxes", "items")
    for number in range(count):
        title = words.headline() if words.chance(0.6) else words.notice()
        day = words.day()
        href = shape.format(words.rng.randint(1000, 9999) * 100 + number)
        cuts = cut and attribute != "none" and len(title) > 16
        shown = title[:13] + words.pick("...", "…", "..") if cuts else title
        about = {
            "full": f' title="{title}"',
            "asp": f' title="文章标题：{title}&#10;作　者：admin&#10;更新时间：{iso(day)} 9:12:33"',
        }.get(attribute, "")
        anchor = f'<a href="{href}"{about} target=_blank>{shown}</a>'
        made.append(_row(words, form, anchor, href, about, shown, day, short))
        page.rows.append((urljoin(page.url, href), title, None if short else iso(day)))
    page.features["short day"] = str(short)
    return _around(form, made)


def _around(form: str, made: list[str]) -> str:
    joined = "\n".join(made)
    if form.startswith("li") or form in ("label", "bracket"):
        return f'<ul class="list">{joined}</ul>'
    if form == "cells":
        return f"<table width=100%>{joined}</table>"
    if form == "index":
        return f"<table><tr><th>索引号</th><th>名称</th><th>发文日期</th></tr>{joined}</table>"
    if form == "dots":
        return f"<table><tr><td>{joined}</td></tr></table>"
    if form == "dl":
        return f"<dl>{joined}</dl>"
    return f"<div>{joined}</div>"


def _row(
    words: Words, form: str, anchor: str, href: str, about: str, shown: str, day: tuple[int, int, int], short: bool
) -> str:
    year, month, date = day
    stamp = (
        f"{month:02d}-{date:02d}"
        if short
        else words.pick(iso(day), iso(day), f"{year}/{month}/{date}", f"{year}年{month:02d}月{date:02d}日")
    )
    if form == "li before":
        return f"<li><span>{stamp}</span>{anchor}</li>"
    if form == "li behind":
        return f"<li>{anchor}<span>[{stamp}]</span></li>"
    if form == "li inside":
        return f'<li><a href="{href}"{about}><p>{shown}</p><span>{stamp}</span></a></li>'
    if form == "cells":
        return f"<tr><td width=10>·</td><td>{anchor}</td><td width=80>{stamp}</td></tr>"
    if form == "index":
        return f"<tr><td>430723/{year}-{words.rng.randint(100, 999)}</td><td>{anchor}</td><td>{stamp}</td></tr>"
    if form == "dl":
        return f"<dt>{anchor}</dt><dd>{stamp}</dd>"
    if form == "items":
        return f'<div class="item"><h4>{anchor}</h4><p>{words.sentence()}</p><div class="time">{stamp}</div></div>'
    if form == "dots":
        return f"·{anchor} ({stamp})<br>"
    if form == "tables":
        return f"<table width=100%><tr><td>{anchor}</td><td align=right>{stamp}</td></tr></table>"
    if form == "written":
        return f"""<script>document.write('<li>{anchor.replace("'", "")}<span>{stamp}</span></li>');</script>"""
    if form == "label":
        return f'<li>[<a href="/col/{words.rng.randint(1, 9)}/">{words.column()}</a>] {anchor} <font color=gray>{stamp}</font></li>'
    if form == "bracket":
        return f"<li>【{stamp}】{anchor}<img src=/new.gif></li>"
    boxes = f"<b>{date:02d}</b><i>{year}-{month:02d}</i>"
    return f'<div class="row"><div class="date">{boxes}</div><div class="tit">{anchor}</div></div>'


def _pager(words: Words, page: ListPage, form: str, pattern: str, first: str) -> str:
    addresses = [first, *(pattern.format(n=n, before=n - 1) for n in range(2, page.pages + 1))]
    if page.pages == 1:
        return words.pick("", "<div>共1页</div>", "<div><a>首页</a> <a>上一页</a> 1 <a>下一页</a> <a>尾页</a></div>")
    following, last = addresses[1], addresses[-1]
    near = "".join(f'<a href="{address}">{number}</a> ' for number, address in enumerate(addresses[:6], 1))
    count = f"共{words.rng.randint(20, 999)}条 页次：1/{page.pages}页"
    if form == "anchors":
        return f'<div class="page"><span>首页</span><span>上一页</span>{near}<a href="{following}">下一页</a><a href="{last}">尾页</a></div>'
    if form == "next":
        return f'<p align=center>{count} 首页 上一页 <a href="{following}">下一页</a> <a href="{last}">末页</a></p>'
    if form == "brackets":
        return f'<p>[首页] [上一页] [<a href="{following}">下一页</a>] [<a href="{last}">尾页</a>]</p>'
    if form == "arrows":
        return f'<ul class="pagination"><li>«</li>{near}<li><a href="{following}">&gt;</a></li><li><a href="{last}">&gt;&gt;</a></li></ul>'
    if form == "select":
        options = "".join(
            f'<option value="{address}">第{number}页</option>' for number, address in enumerate(addresses, 1)
        )
        return f'<div>{count} <a href="{following}">下页</a> <select onchange="location.href=this.value">{options}</select></div>'
    if form == "script" and "index_" in pattern:
        extension = first.rpartition(".")[2]
        return f'<script>createPageHTML({page.pages}, 0, "index", "{extension}");</script>'
    if form == "onclick":
        return f"""<div>{count} <a href="#" onclick="location.href='{following}'">下一页</a> <a href="javascript:void(0)" onclick="window.location='{last}'">尾页</a></div>"""
    return f'<div>{count}&nbsp;<a href="{following}"><span>下一页</span></a>&nbsp;<a href="{last}"><span>尾页</span></a></div>'
