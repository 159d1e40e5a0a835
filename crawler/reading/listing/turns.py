"""The other pages of lists that are asked for by number: by family, from what stands in the page or its answer.

Each function returns addresses; it is empty where the page shows none of its family's cues. An answer that comes
without a count names the page after it, and the walk ends where an answer holds no rows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from crawler.reading.listing.pages import Page, meta, text_of
from crawler.reading.listing.records import number_in, read_records

# No county's list has more pages; a larger count is a slip or a trap.
_MOST = 20_000
_PARAMETER = re.compile(
    r"""\b(col|appid|webid|path|columnid|sourceContentType|unitid|webname|permissiontype)["']?\s*[=:]\s*["']?([^&"'<>,;\s}\]]+)""",
    re.I,
)
_PROXY = re.compile(r"""([\w./:-]{0,200}/jpage/dataproxy\.jsp)""")
_TOTAL_RECORDS = re.compile(r"(?:<totalrecord>|totalRecord[\"']?\s*[:=]\s*[\"']?)\s*(\d{1,9})", re.I)
_PER_PAGE = re.compile(r"\bperPage[\"']?\s*[:=]\s*[\"']?(\d{1,9})", re.I)
_PAGES = re.compile(
    r"(?:pageCount|page_count|totalPages?|maxPage|countPage)[\"']?\s*[:=]\s*[\"']?(\d{1,9})|[共/]\s*(\d{1,5})\s*页",
    re.I,
)
_CHANNEL = re.compile(r"(?:/((?:common/)?search(?:List)?)/|channel_?id[\"']?\s*[:=,]\s*[\"'])([0-9a-f]{32})", re.I)
_VSB_TOTAL = re.compile(
    r"_simple_list_gotopage_fun\(\s*(\d{1,9})|共\s{0,9}\d{1,9}\s{0,9}条(?:\s|&nbsp;){0,9}\d{1,9}\s{0,9}/\s{0,9}(\d{1,9})"
)
# Hanweb answers three pages of a list at once.
_HANWEB_PAGES = 3


def hanweb_turns(page: Page) -> tuple[str, ...]:
    """Return the requests that Hanweb's jpage makes for the records of a list: three pages of it in each."""
    asked = {name.lower(): value for name, value in parse_qsl(urlsplit(page.url).query)}
    if "startrecord" in asked:
        head, start, values = page.url.partition("?")[0], _number(asked["startrecord"], 1), asked
    else:
        proxy = _PROXY.search(page.text)
        per_page = _PER_PAGE.search(page.text)
        values = {name.lower(): value for name, value in _PARAMETER.findall(page.text)}
        values["perpage"] = per_page[1] if per_page else "15"
        head, start = (page.resolve(proxy[1]) if proxy else None) or "", 0
    if not head or not {"columnid", "unitid"} <= values.keys():
        return _next_groups(page)
    total, size = _TOTAL_RECORDS.search(page.text), _number(values.get("perpage", ""), 15) * _HANWEB_PAGES
    last = int(total[1]) if total else (start + size if start else size)
    starts = range(1, min(last, _MOST * size) + 1, size)
    return tuple(f"{head}?{_record_query(values, first, size)}" for first in starts if first != start)


def _record_query(kept: dict[str, str], first: int, size: int) -> str:
    return urlencode(
        {
            "startrecord": first,
            "endrecord": first + size - 1,
            "perpage": size // _HANWEB_PAGES,
            "col": kept.get("col", "1"),
            "appid": kept.get("appid", "1"),
            "webid": kept.get("webid", "1"),
            "path": kept.get("path", "/"),
            "columnid": kept["columnid"],
            "sourceContentType": kept.get("sourcecontenttype", "1"),
            "unitid": kept["unitid"],
            "webname": kept.get("webname", ""),
            "permissiontype": kept.get("permissiontype", "0"),
        }
    )


def _next_groups(page: Page) -> tuple[str, ...]:
    """Where the ids are not to be had, the page itself links to the next group of records."""
    links = (element.get("href") or "" for element in page.elements() if element.tag == "a")
    found = (page.resolve(link) for link in links if "dataproxy.jsp?" in link)
    return tuple(dict.fromkeys(address for address in found if address))


def jpaas_turns(page: Page) -> tuple[str, ...]:
    """Return the requests that Hanweb's newer jpaas makes for the pages of a list."""
    asked = dict(parse_qsl(urlsplit(page.url).query))
    if "paramJson" in asked:
        return _jpaas_after(page, asked)
    found = []
    for element in page.elements():
        query, address = element.get("querydata"), element.get("url")
        if query and address:
            values = dict(re.findall(r"""["']?(\w+)["']?\s*:\s*["']([^"']*)["']""", query))
            first = page.resolve(f"{address}?{urlencode(values | _json_word(1))}")
            found += [first] if first else []
    return tuple(found)


def _jpaas_after(page: Page, asked: dict[str, str]) -> tuple[str, ...]:
    number = re.search(r"pageNo\"?\s*:\s*(\d{1,9})", asked["paramJson"])
    markup = json.dumps(page.data, ensure_ascii=False) if page.data is not None else page.text
    count = _page_count(markup.replace('\\"', '"'))
    here = int(number[1]) if number else 1
    size = re.search(r"pageSize\"?\s*:\s*(\d{1,9})", asked["paramJson"])
    numbers = range(2, count + 1) if count else [here + 1]
    head = page.url.partition("?")[0]
    sized = int(size[1]) if size else 15
    return tuple(f"{head}?{urlencode(asked | _json_word(one, sized))}" for one in numbers if one != here)


def _json_word(number: int, size: int = 15) -> dict[str, str]:
    return {"paramJson": json.dumps({"pageNo": number, "pageSize": size}, separators=(",", ":"))}


def vsb_turns(page: Page) -> tuple[str, ...]:
    """Return the older pages of a VSB list, newest first: ``x.htm`` is followed by ``x/6.htm`` down to ``x/1.htm``."""
    path = page.url.partition("?")[0]
    if re.search(r"/\d+\.html?$", path) and not _older_pages(page, path):
        return ()  # an older page, whose sisters the first page has named
    total = next((int(one or two) for one, two in _VSB_TOTAL.findall(page.text)), 0)
    stem = re.sub(r"\.html?$", "", path)
    highest = min(max([total - 1, *_older_pages(page, path)]), _MOST)
    return tuple(f"{stem}/{number}.htm" for number in range(highest, 0, -1))


def _older_pages(page: Page, path: str) -> list[int]:
    folder = re.escape(re.sub(r"\.html?$", "", path).rpartition("/")[2])
    return [
        int(number) for number in re.findall(rf"""href=["']?(?:[^"'>\s]*/)?{folder}/(\d{1, 9})\.htm""", page.text, re.I)
    ]


def ucap_turns(page: Page) -> tuple[str, ...]:
    """Return the requests for a ucap channel's JSON list; its channel id stands in the list page, or names it."""
    asked = dict(parse_qsl(urlsplit(page.url).query))
    if page.data is not None and "page" in asked:
        total, rows = number_in(page, "total"), len(read_records(page))
        size = _number(asked.get("_pageSize", ""), rows)
        count = -(-total // size) if total and size else 1
        return tuple(_with(page.url, page=number) for number in range(2, min(count, _MOST) + 1))
    match = _CHANNEL.search(page.text)
    is_drawn = re.search(r"/[0-9a-f]{32}\.shtml", page.text)
    named = None if is_drawn else re.search(r"/([0-9a-f]{32})/\w*list\w*\.shtml$", urlsplit(page.url).path)
    channel = match[2] if match else meta(page, "channelid") or (named[1] if named else None)
    if not channel or not re.fullmatch(r"[0-9a-f]{32}", channel):
        return ()
    place = next((one[1] for one in _CHANNEL.finditer(page.text) if one[1]), "common/search")
    query = "_isAgg=true&_isJson=true&_pageSize=20&_template=index&page=1"
    return (urljoin(page.url, f"/{place}/{channel}?{query}"),)


def gkmlpt_turns(page: Page) -> tuple[str, ...]:
    """Return the requests for a gkmlpt catalogue: of its index every category's first page, of an answer the others."""
    asked = dict(parse_qsl(urlsplit(page.url).query))
    if page.data is not None:
        total, rows = number_in(page, "total", "count"), len(read_records(page))
        # Only the first page is sure to be full, which tells how many rows a page has.
        count = -(-total // rows) if total and rows and asked.get("page", "1") == "1" else 1
        return tuple(_with(page.url, page=number) for number in range(2, min(count, _MOST) + 1))
    return tuple(address for address, _ in gkmlpt_categories(page))


def gkmlpt_categories(page: Page) -> tuple[tuple[str, str], ...]:
    """Return address and Chinese name of each category that a gkmlpt index names in ``window._CONFIG``."""
    site = re.search(r"\bSID[\"']?\s*[:=]\s*[\"']?(\d+)", page.text)
    tree = re.search(r"\bTREE[\"']?\s*[:=]\s*", page.text)
    if site is None or tree is None:
        return ()
    try:
        nodes = json.JSONDecoder().raw_decode(page.text, tree.end())[0]
    except ValueError:
        return ()
    head = urljoin(page.url, page.url.partition("/gkmlpt/")[0] + "/gkmlpt/api/all/")
    return tuple((f"{head}{node}?page=1&sid={site[1]}", name) for node, name in _leaves(nodes))


def _leaves(nodes: object) -> Iterator[tuple[str, str]]:
    for node in nodes if isinstance(nodes, list) else [nodes]:
        if isinstance(node, dict):
            children = node.get("children") or node.get("childs") or []
            if children:
                yield from _leaves(children)
            elif str(node.get("id", "")).isdigit():
                yield str(node["id"]), str(node.get("name") or node.get("title") or "")


def lonsun_turns(page: Page) -> tuple[str, ...]:
    """Return the requests for a Lonsun list: the label that draws its rows, page by page."""
    asked = dict(parse_qsl(urlsplit(page.url).query))
    count = _page_count(page.text)
    if "/site/label/" in page.url:
        here = _number(asked.get("pageIndex", ""), 1)
        numbers = range(2, count + 1) if count else [here + 1]
        return tuple(_with(page.url, pageIndex=number) for number in numbers if number != here)
    site = re.search(r"\bsiteId[\"']?\s*[:=]\s*[\"']?(\d+)", page.text)
    organ = re.search(r"/public/column/(\d+)", page.url)
    if site is None or organ is None:
        return ()
    label = re.search(r"""([\w/]{0,200}/site/label/\d{1,9})""", page.text)
    file = re.search(r"\bfile[\"']?\s*[:=]\s*[\"']?(/[\w/.-]+|%2F[\w%.-]+)", page.text)
    query = {
        "IsAjax": "1",
        "dataType": "html",
        "labelName": "publicInfoList",
        "siteId": site[1],
        "organId": organ[1],
        "catId": asked.get("catId", ""),
        "type": asked.get("type", "4"),
        "pageSize": "15",
        "action": "list",
        "isDate": "true",
        "dateFormat": "yyyy-MM-dd",
    } | ({"file": file[1].replace("%2F", "/")} if file else {})
    head = urljoin(page.url, label[1] if label else "/site/label/8888")
    return tuple(f"{head}?{urlencode(query | {'pageIndex': str(one)})}" for one in range(1, (count or 1) + 1))


def sudy_turns(page: Page) -> tuple[str, ...]:
    """Return the other pages of a Sudy list: ``list.htm`` is followed by ``list2.htm`` up to the count it prints."""
    for element in page.elements():
        if "all_pages" in (element.get("class") or ""):
            count = re.search(r"\d{1,9}", text_of(element))
            numbers = range(2, min(int(count[0]) if count else 1, _MOST) + 1)
            turns = (urljoin(page.url, f"list{number}.htm") for number in numbers)
            return tuple(address for address in turns if address != page.url)
    return ()


def _number(text: str, default: int) -> int:
    """The number from 1 on that *text* is; an address may carry anything."""
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,8}", text) else default


def _page_count(text: str) -> int:
    return min(next((int(one or two) for one, two in _PAGES.findall(text)), 0), _MOST)


def _with(url: str, **words: int) -> str:
    """Return *url* with other values for *words* of its query, in their places."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    changed = [(name, str(words.get(name, value))) for name, value in pairs]
    changed += [(name, str(value)) for name, value in words.items() if name not in dict(pairs)]
    return urlunsplit(parts._replace(query=urlencode(changed, quote_via=quote)))
