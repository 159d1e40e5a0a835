"""Over fictional portals of every family: every article that lists reach, no page twice, no trap."""

from __future__ import annotations

from importlib import import_module

import pytest

from crawler.families.base import Portal
from tests.crawler.declared import crawl_declared
from tests.crawler.servers import RawServer, Script
from tests.crawler.simulator import BUILDERS, Fiction, fictional
from tests.crawler.walking import walk


def portal_of(fiction: Fiction) -> type[Portal]:
    """Declare the portal that *fiction* would have a file for."""
    module = import_module(f"crawler.families.{fiction.family}")
    family = next(one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__)
    columns = {f"c{number}": column.url for number, column in enumerate(fiction.columns)}
    words = {"title": "澧县人民政府", "division_code": "430723", "home": fiction.home, "columns": columns}
    return type("LixianSpider", (family,), {"name": "hunan_lixian", "__module__": __name__, **words})


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", BUILDERS)
def test_every_article_is_reached_and_no_page_is_fetched_twice(kind, seed):
    fiction = fictional(kind, seed)
    walked = walk(portal_of(fiction), fiction.site, read=False)
    assert walked.errors == []
    asked = set(walked.asked)
    assert fiction.articles <= asked
    assert max(walked.asked.values()) == 1
    for trap in fiction.traps:
        assert len([url for url in asked if trap.shape.search(url)]) <= trap.budget, trap.name
    # Nothing is asked for that nobody links to, such as another form of an address; but for the newest calendars.
    assert not [
        url for url in asked if url not in fiction.site and fiction.site.get(url) == 404 and "period.xml" not in url
    ]


def test_a_large_portal_is_reached_whole():
    fiction = fictional("trs", 7, articles=2_000)
    walked = walk(portal_of(fiction), fiction.site, read=False)
    assert fiction.articles <= set(walked.asked)


@pytest.mark.parametrize("kind", ["trs", "vsb", "ucap", "dede"])
def test_newest_asks_for_as_many_pages_of_each_list(kind):
    fiction = fictional(kind, 1, articles=240)
    walked = walk(portal_of(fiction), fiction.site, read=False, newest="2")
    lists = [url for url in walked.asked if url not in fiction.articles]
    assert len(lists) <= 2 * len(fiction.columns)
    assert {article for column in fiction.columns for article in column.articles[:15]} <= set(walked.asked)


def test_a_list_whose_pages_each_name_the_next_alone_is_followed_however_long(tmp_path):
    def answer(path: str, _request: bytes) -> Script:
        number = int(path.partition("page=")[2] or 1)
        row = f'<li><a href="/tz/t20250416_{number}.html">关于第{number}号渠道清理的通知</a></li>'
        after = f'<a href="?page={number + 1}">下一页</a>' if number < 75 else ""
        text = f"<p>第{number}号渠道清理工作已经展开，沿线群众自带锄头铁锹，一天清出淤泥二十余车。</p>" * 3
        body = (
            f"<ul>{row}</ul>{after}" if path.startswith("/tz/?") or path == "/tz/" else f"<h1>通知</h1>{text}"
        ).encode()
        return [
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
            + body
        ]

    with RawServer(answer) as server:
        done = crawl_declared(tmp_path, server.url, {"notices": "/tz/"})
        asked = [one.path for one in server.served if one.path.startswith("/tz/t")]
    assert len(asked) == len(set(asked)) == 75, done.log
