"""E-papers: Founder's system as it was and as it is, and newspapers that are PDF files alone."""

# Not every system needs the number of a column or the address of an article.
# ruff: noqa: ARG002

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.crawler.simulator import pages
from tests.crawler.simulator.builder import Builder
from tests.crawler.simulator.fiction import HOST, Column

_STORY = "<!--enpproperty <articleid>1</articleid><title>{0}</title>/enpproperty--><div id=ozoom><!--enpcontent-->{1}<!--/enpcontent--></div>"


class Paper(Builder):
    """A newspaper of a few pages that appears on some days of the week; its one column is its entry page."""

    STORIES = 5
    SHEETS = 4

    def prepare(self) -> None:
        self.fiction.title = "澧县报"
        self.fiction.entrance = f"{HOST}/szb/"
        self.fiction.columns.append(Column("数字报", f"{HOST}/szb/", []))
        # No more issues than a crawl asks for unless it is told so.
        self.sheets = max(2, min(40, self.total // (30 * self.STORIES)))
        count = max(1, min(30, self.total // (self.sheets * self.STORIES)))
        last = date(2025, 4, 30) - timedelta(days=self.dice.randint(0, 300))
        self.days = [last - timedelta(days=place * self.dice.choice([1, 2])) for place in range(count)]
        self.days = sorted(set(self.days), reverse=True)

    def add_home(self) -> None:
        """The host's own home page is another department's."""
        self.fiction.site[self.fiction.home] = self.frame("<p>澧县新闻中心</p>", "首页")

    def lists(self, number: int, column: Column) -> None:
        for place, day in enumerate(self.days):
            before = self.days[place + 1] if place + 1 < len(self.days) else None
            self.issue(column, day, before)
        self.entry(column)

    def issue(self, column: Column, day: date, before: date | None) -> None:
        raise NotImplementedError

    def entry(self, column: Column) -> None:
        raise NotImplementedError

    def twins(self, column: Column) -> list[str]:
        """Printed pages link each story several times themselves."""
        return []


class FounderOld(Paper):
    def prepare(self) -> None:
        super().prepare()
        self.first = self.dice.choice([1, 2, 2, 3])
        self.calendar_only = self.dice.random() < 0.5

    def folder(self, day: date) -> str:
        return f"{HOST}/szb/html/{day:%Y-%m/%d}/"

    def issue(self, column: Column, day: date, before: date | None) -> None:
        nodes = [f"node_{self.first + place}.htm" for place in range(self.sheets)]
        for place, node in enumerate(nodes):
            stories = [f"content_{9000 + place}_{day:%d}{number}.htm" for number in range(self.STORIES)]
            column.articles += [self.folder(day) + story for story in stories]
            self.fiction.site[self.folder(day) + node] = self.sheet(place, nodes, stories, before)
        if self.calendar_only:
            self.add_to_calendar(day)

    def sheet(self, place: int, nodes: list[str], stories: list[str], before: date | None) -> str:
        areas = "".join(f'<area coords="1,2,3,4" href="{story}?div=-1">' for story in stories)
        titles = "".join(f'<a href="{story}">{pages.title(self.dice)}</a>' for story in stories)
        sheets = "".join(f'<a id=pageLink href="./{node}?v=1">第0{at}版</a>' for at, node in enumerate(nodes, 1))
        after = f'<a id=ed_next href="{nodes[place + 1]}">下一版</a>' if place + 1 < len(nodes) else ""
        older = (
            ""
            if self.calendar_only or before is None
            else f'<a class=preart href="../../{before:%Y-%m/%d}/node_{self.first}.htm">上一期</a>'
        )
        script = '<script src="../../../js/calendar.js"></script>' if self.calendar_only else ""
        return (
            f"<html><head><title>澧县报-第{place + 1:02}版</title></head><body>第{place + 1:02}版：<STRONG>要闻</STRONG>{older}{after}{script}"
            f'<a href="../../../images/2025/A{place}.pdf">PDF</a><img usemap=#PagePicMap src="../../../images/2025/A{place}.jpg">'
            f"<map name=PagePicMap>{areas}</map><div id=titleList>{titles}</div>{sheets}</body></html>"
        )

    def add_to_calendar(self, day: date) -> None:
        url = f"{HOST}/szb/html/{day:%Y-%m}/period.xml"
        held = str(self.fiction.site.get(url, "<period_list></period_list>"))
        entry = (
            f"<period><period_date>{day:%Y-%m-%d}</period_date><front_page>node_{self.first}.htm</front_page></period>"
        )
        self.fiction.site[url] = held.replace("</period_list>", entry + "</period_list>")

    def add_traps(self) -> None:
        """The printed pages as pictures and PDF files."""
        self.fiction.site.answer(r"/szb/(?:\w+/)?images/.*", lambda _: b"%PDF-1.4")
        super().add_traps()

    def entry(self, column: Column) -> None:
        newest = f"html/{self.days[0]:%Y-%m/%d}/node_{self.first}.htm"
        self.fiction.site[column.url] = (
            f'<html><head><META HTTP-EQUIV="REFRESH" CONTENT="0; URL={newest}"></head><body></body></html>'
        )

    def article(self, column: Column, url: str) -> str:
        title = pages.title(self.dice)
        story = _STORY.format(title, pages.TEXT.format(title))
        return f"<html><head><title>{title}</title></head><body><h1 id=Title>{title}</h1>{story}"

    def endless(self) -> Column:
        """An edition that appeared on every day there ever was, each issue with a link to the one before."""

        def answer(match: re.Match[str]) -> str:
            day = date.fromisoformat(re.sub(r"(\d{4})-?(\d\d)/", r"\1-\2-", match["day"]))
            before = self.folder(day - timedelta(days=1)).replace("/szb/", "/endless/")
            name = "node_01.html" if "layout" in match[0] else "node_1.htm"
            return f'<html><head></head><body>第01版：要闻<a href="{before}{name}">上一期</a></body></html>'

        self.fiction.site.answer(r"/endless/(?:html|pc/layout)/(?P<day>[\d/-]{9,10})/node_\w+\.html?", answer)
        newest = self.folder(self.days[0]).replace("/szb/", "/endless/")
        name = "node_01.html" if "layout" in newest else "node_1.htm"
        entry = f'<html><head><META HTTP-EQUIV="REFRESH" CONTENT="0; URL={newest}{name}"></head><body></body></html>'
        self.fiction.site[HOST + "/endless/"] = entry
        return Column("副刊", HOST + "/endless/", [])


class Editions(FounderOld):
    """A daily, an evening paper and a weekly of one house; the entrance lists them, and so does each printed page."""

    NAMES = ("澧县日报", "澧县晚报", "澧县周刊")
    FOLDERS = ("lxrb", "lxwb", "zk")

    def prepare(self) -> None:
        super().prepare()
        self.calendar_only = False
        self.days = self.days[:8]
        self.fiction.title = "澧县报业集团数字报"
        self.fiction.columns[:] = [
            Column(name, f"{HOST}/szb/{folder}/", []) for name, folder in zip(self.NAMES, self.FOLDERS, strict=True)
        ]

    def lists(self, number: int, column: Column) -> None:
        self.place = self.FOLDERS[number - 1]
        super().lists(number, column)

    def folder(self, day: date) -> str:
        return f"{HOST}/szb/{self.place}/html/{day:%Y-%m/%d}/"

    def sheet(self, place: int, nodes: list[str], stories: list[str], before: date | None) -> str:
        newest = f"{self.days[0]:%Y-%m/%d}/node_{self.first}.htm"
        others = "".join(
            f'<option value="/szb/{folder}/html/{newest}">{name}</option>'
            if self.dice.random() < 0.5
            else f'<a href="/szb/{folder}/html/{newest}">{name}</a>'
            for name, folder in zip(self.NAMES, self.FOLDERS, strict=True)
        )
        return super().sheet(place, nodes, stories, before).replace("<body>", f"<body>{others}", 1)

    def entry(self, column: Column) -> None:
        newest = f"html/{self.days[0]:%Y-%m/%d}/node_{self.first}.htm"
        self.fiction.site[column.url] = (
            f'<html><head><META HTTP-EQUIV="REFRESH" CONTENT="0; URL={newest}"></head><body></body></html>'
        )
        links = "".join(
            f'<li><a href="{folder}/"><img src="{folder}.jpg" alt=""></a><a href="{folder}/">{name}</a></li>'
            for name, folder in zip(self.NAMES, self.FOLDERS, strict=True)
        )
        self.fiction.site[self.fiction.entrance] = self.frame(f"<ul>{links}</ul>", "数字报")


class FounderNew(FounderOld):
    def prepare(self) -> None:
        super().prepare()
        self.calendar_only = False

    def folder(self, day: date) -> str:
        return f"{HOST}/szb/pc/layout/{day:%Y%m/%d}/"

    def issue(self, column: Column, day: date, before: date | None) -> None:
        nodes = [f"node_{place:02}.html" for place in range(1, self.sheets + 1)]
        older = f'<a href="../../{before:%Y%m/%d}/node_01.html">上一期</a>' if before else ""
        sheets = "".join(f'<a href="{node}">第{at:02}版</a>' for at, node in enumerate(nodes, 1))
        for place, node in enumerate(nodes):
            stories = [f"content/{day:%Y%m/%d}/content_{place}{number}{day:%d}.html" for number in range(self.STORIES)]
            column.articles += [f"{HOST}/szb/pc/{story}" for story in stories]
            rows = "".join(
                f'<li class="news"><a href="../../../{story}">{pages.title(self.dice)}</a></li>' for story in stories
            )
            self.fiction.site[self.folder(day) + node] = (
                f"<html><head><title>澧县报</title></head><body>第{place + 1:02}版：要闻{older}{sheets}<div class=news><ul class=news-list>{rows}</ul></div></body></html>"
            )

    def entry(self, column: Column) -> None:
        newest = f"pc/layout/{self.days[0]:%Y%m/%d}/node_01.html"
        self.fiction.site[column.url] = (
            f"<html><head></head><body><script>window.location.href='{newest}';</script></body></html>"
        )


class PdfPaper(Paper):
    """A list of issues, of which each sheet is a PDF file."""

    STORIES = 1

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/szb/resfile/2025-04-16/{number:02}/{article}.pdf"

    def issue(self, column: Column, day: date, before: date | None) -> None:
        column.articles += [
            f"{HOST}/szb/resfile/{day:%Y-%m-%d}/{sheet:02}/{sheet:02}.pdf" for sheet in range(1, self.sheets + 1)
        ]

    def entry(self, column: Column) -> None:
        groups = pages.chunks(column.articles, 40)
        for place, files in enumerate(groups):
            rows = "".join(
                f'<li><a href="{url.removeprefix(HOST)}">澧县报第{url[-6:-4]}版</a><span>2025-04-16</span></li>'
                for url in files
            )
            pager = f'<a href="index_{place + 1}.html">下一页</a>' if place + 1 < len(groups) else ""
            url = column.url + (f"index_{place}.html" if place else "")
            self.fiction.site[url] = self.frame(f"<ul>{rows}</ul>{pager}", "数字报")

    def article(self, column: Column, url: str) -> bytes:  # type: ignore[override]
        return b"%PDF-1.4\n%%EOF"
