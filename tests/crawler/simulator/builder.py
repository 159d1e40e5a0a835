"""What all fictional portals have: a home page, a frame around each page, twins of addresses, dead ends and traps."""

from __future__ import annotations

import random
import re

from tests.crawler.simulator import pages
from tests.crawler.simulator.fiction import HOST, Column, Fiction, Served, Trap

# Links of menus that lead to no list of articles.
_ASIDE = (
    '<a href="/zjlx/">走进澧县</a><a href="/ldzc/">领导之窗</a><a href="http://zwfw.hunan.example/">办事服务</a>'
    '<a href="/rkmz/">人口民族</a><a href="http://www.gov.cn/">中国政府网</a><a href="javascript:;">设为首页</a>'
)
_ABOUT = "<p>全县人口近百万，以汉族为主，境内有澧水流过，是湘西北的农业大县。</p>"


class Builder:
    """Builds one family's portal; ``PAGE`` rows stand on a page of a list."""

    PAGE = 15

    def __init__(self, family: str, seed: int, articles: int | None = None) -> None:
        self.dice = random.Random(seed)
        self.fiction = Fiction(family)
        self.total = articles or self.dice.randint(50, 250)
        self.charset = self.dice.choice(["utf-8", "utf-8", "gb18030"])
        self.prepare()

    def prepare(self) -> None:
        """Draw the columns and the addresses of their articles."""
        names = self.dice.sample(pages.NAMES, self.dice.choice([*range(3, 11), len(pages.NAMES)]))
        for number, name in enumerate(names, 1):
            count = max(1, self.total // len(names) + self.dice.randint(-3, 3))
            ids = self.dice.sample(range(1000, 9_999_999), count)
            column = Column(name, self.column_url(number), [self.article_url(number, one) for one in ids])
            self.fiction.columns.append(column)

    def build(self) -> Fiction:
        fiction = self.fiction
        for number, column in enumerate(fiction.columns, 1):
            self.lists(number, column)
            for article in column.articles:
                fiction.site[article] = self.article(column, article)
        self.add_home()
        self.add_traps()
        for column in fiction.columns:
            self.add_twins(column)
        gone = self.dice.choice(sorted(fiction.articles))
        fiction.site[gone] = 404
        for url, body in list(fiction.site.items()):
            if isinstance(body, str) and body.startswith("<html"):
                fiction.site[url] = self.encoded(body)
        return fiction

    def encoded(self, markup: str) -> Served:
        """Return a page's bytes; half of those in GBK come without a label."""
        if self.charset == "utf-8":
            return markup.replace("<head>", '<head><meta charset="utf-8">', 1).encode()
        label = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        return markup.replace("<head>", f"<head>{label if self.dice.random() < 0.5 else ''}", 1).encode("gb18030")

    def article(self, column: Column, url: str) -> str:
        del column, url
        return pages.ARTICLE.format(pages.title(self.dice))

    # Where a page stands that leads to columns and is none itself.
    hub = ""

    def add_hub(self) -> list[Column]:
        """Let some columns be linked from a page between them and the home page alone; return the others."""
        columns = self.fiction.columns
        if not self.hub or len(columns) < 5 or self.dice.random() < 0.5:
            return columns
        beneath = columns[-3:]
        menu = "".join(f'<li><a href="{self.menu_link(one)}">{one.name}</a></li>' for one in beneath)
        nested = all(one.url.startswith(HOST + self.hub) for one in beneath) and self.hub.endswith("/")
        newest = (
            "".join(pages.rows(self.dice, one.articles[:4], "", HOST + self.hub) for one in beneath) if nested else ""
        )
        self.fiction.site[HOST + self.hub] = self.frame(f"<ul class=side>{menu}</ul>{newest}", "新闻中心")
        return columns[:-3]

    def add_home(self) -> None:
        """A home page that links each column by its menu, or only by the 更多 beside the column's newest rows."""
        menu, blocks = [], []
        shown = self.add_hub()
        if len(shown) < len(self.fiction.columns):
            menu.append(f'<li><a href="{self.hub}">新闻中心</a></li>')
        for column in shown:
            url = self.menu_link(column)
            if self.dice.random() < 0.25 and self.names_its_columns:
                newest = pages.rows(self.dice, column.articles[:5])
                blocks.append(
                    f'<div class=block><h3>{column.name}</h3><a class=more href="{url}">更多&gt;&gt;</a>{newest}</div>'
                )
                continue
            menu.append(
                self.dice.choice(
                    [
                        f'<li><a href="{url}">{column.name}</a></li>',
                        f'<li><a href="{url}" title="{column.name}"><img src="/images/n.png"></a></li>',
                        f'<li><a href="{url}"><i class="icon"></i><span> {column.name} </span></a></li>',
                    ]
                )
            )
            blocks.append(pages.rows(self.dice, column.articles[:5]))
        body = f"{self.mark()}<ul class=nav>{''.join(menu)}</ul>{''.join(blocks)}"
        self.fiction.site[self.enter()] = self.frame(body, "首页")
        for path in ("/zjlx/", "/rkmz/", "/ldzc/"):
            self.fiction.site.setdefault(HOST + path, self.frame(_ABOUT, "走进澧县"))

    def enter(self) -> str:
        """Return where the home page stands; before some lies a shell that sends to it."""
        real = HOST + "/zw/home.html"
        shells = (
            f'<html><head><meta http-equiv="refresh" content="0;url={real}"></head><body></body></html>',
            "<html><head></head><body><script>window.location.href='/zw/home.html'</script></body></html>",
            '<html><head></head><frameset rows="90,*"><frame src="/zw/top.html"><frame name="main" src="/zw/home.html"></frameset></html>',
        )
        if self.dice.random() < 0.6:
            return self.fiction.home
        self.fiction.site[self.fiction.home] = self.dice.choice(shells)
        return real

    # Of a site that names its columns on their own pages a link without a name is enough.
    names_its_columns = True

    def menu_link(self, column: Column) -> str:
        return column.url.removeprefix(HOST)

    def frame(self, body: str, name: str) -> str:
        """Return a whole page with *body* in it; every page has the menu, of which the traps are part."""
        return (
            f'<html><head><title>{name}-{self.fiction.title}</title><meta name="SiteName" content="{self.fiction.title}">'
            f'<meta name="SiteIDCode" content="4307230001"><meta name="ColumnName" content="{name}"></head><body>'
            f'<div class="top"><a href="/">首页</a>{_ASIDE}</div><div class="main">{body}</div>'
            '<div class="foot"><a href="/jact/front/main.do?sysid=1">信件查询</a><a href="/search?keyword=1">全站搜索</a>'
            '<a href="/hdjl/calendar?day=2025-04-16">活动日历</a>网站标识码：4307230001</div></body></html>'
        )

    def page(self, column: Column, articles: list[str], extra: str = "", url: str = "") -> str:
        return self.frame(pages.rows(self.dice, articles, extra, url or column.url), column.name)

    def mark(self) -> str:
        return ""

    def add_traps(self) -> None:
        """Mailboxes, searches and calendars in every page's frame, and on lists a calendar and links that grow."""
        site, traps = self.fiction.site, self.fiction.traps
        site.answer(r"/jact/.*|/search\?.*", lambda _: self.frame("<p>查询</p>", "查询"))
        traps.append(Trap("mailbox and search", re.compile(r"/jact/|/search\?")))
        site.answer(r"/.*[?&]day=.*", lambda _: self.frame(self.calendar(), "日历"))
        traps.append(Trap("calendar", re.compile(r"[?&]day=")))
        site.answer(r"/.*[?&]view=.*", lambda match: self.frame(self.views(match[0]), "排序"))
        traps.append(Trap("views that grow", re.compile(r"[?&]view=")))
        for column in self.fiction.columns:
            body = site[column.url]
            if isinstance(body, str) and body.startswith("<html") and self.dice.random() < 0.5:
                site[column.url] = body.replace(
                    '<div class="foot">', self.calendar() + self.views("?") + '<div class="foot">'
                )

    def calendar(self) -> str:
        """A month whose days are links with numbers for labels, and whose arrows lead to the months about it."""
        year, month, _ = pages.day(self.dice)
        days = "".join(f'<td><a href="?day={year}-{month:02}-{one:02}">{one}</a></td>' for one in range(1, 29))
        return f'<table class=cal><tr><td><a href="?day={year}-{month - 1:02}">&lt;</a></td>{days}<td><a href="?day={year}-{month + 1:02}">&gt;</a></td></tr></table>'

    def views(self, url: str) -> str:
        return f'<p><a href="{url.partition("#")[0]}&view={self.dice.randint(1, 9)}">按时间排序</a><a href="?view=list">列表方式显示</a></p>'

    def add_twins(self, column: Column) -> None:
        """Link the column's first article again, under each form of its address that leads to the same page."""
        page = self.fiction.site[column.url]
        if isinstance(page, str) and "</ul>" in page:
            again = "".join(f'<li><a href="{url}">{pages.title(self.dice)}</a></li>' for url in self.twins(column))
            place = "<ul class=list>" if self.dice.random() < 0.5 and "<ul class=list>" in page else "</ul>"
            self.fiction.site[column.url] = page.replace(place, place + again if place[1] == "u" else again + place, 1)

    def twins(self, column: Column) -> list[str]:
        """Return other addresses of the column's first article."""
        first = column.articles[0]
        if not first.startswith(HOST + "/") or "?" in first:
            return []
        return [
            first.replace("http:", "https:") + "#top",
            first.replace("//www.", "//"),
            first.replace("//www.", "//m."),
            f"{first}?print=1",
            f"{first}?from=singlemessage&isappinstalled=0",
            f"{first};jsessionid={self.dice.randrange(16**16):016X}",
            *self.own_twins(first),
        ]

    def own_twins(self, first: str) -> list[str]:
        """Return forms of the article's address *first* that only this system has."""
        del first
        return []

    def endless(self) -> Column:
        """Add a column whose pages never end, each with a link to the next and rows that no page had before."""
        path = "/endless/"

        def answer(match: re.Match[str]) -> Served:
            place = int(match["place"] or "1")
            fresh = [self.article_url(3, 10_000_000 + place * 10 + row) for row in range(5)]
            after = f'<a href="{path}?page={place + 1}">下一页</a>'
            return self.frame(pages.rows(self.dice, fresh, after, base=""), "大事记")

        self.fiction.site.answer(re.escape(path) + r"(?:\?page=(?P<place>\d+))?", answer)
        return Column("大事记", HOST + path, [])

    def column_url(self, number: int) -> str:
        raise NotImplementedError

    def article_url(self, number: int, article: int) -> str:
        raise NotImplementedError

    def lists(self, number: int, column: Column) -> None:
        raise NotImplementedError
