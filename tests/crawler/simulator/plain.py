"""Sites of no family: lists whose pages are told by each of the generic cues, feeds, site maps."""

# Not every system needs the number of a column or the address of an article.
# ruff: noqa: ARG002

from __future__ import annotations

from urllib.parse import quote

from tests.crawler.simulator import pages
from tests.crawler.simulator.builder import Builder
from tests.crawler.simulator.fiction import HOST, Column


class Plain(Builder):
    """Article addresses have no known shape; each column's pages are told by another cue."""

    hub = "/center/"

    # How the second and later pages are named, and what the list's pages show of it.
    CUES = (
        *("query-last", "query-numbers", "query-next", "column-index", "folder-number"),
        *("script-template", "script-query", "counted-anchors", "govlist"),
    )

    def column_url(self, number: int) -> str:
        return f"{HOST}/{'abcdefghijklmnopqrst'[number]}oard/"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/read-{quote(format(article, 'x'))}"

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, self.PAGE)
        cue = self.dice.choice(self.CUES)
        word = self.dice.choice(["page", "pageIndex", "pageNo", "currPage", "pn"])
        if cue == "govlist":
            column.url = f"{column.url}govlist.html?categorynum=00{number}"
        for place, articles in enumerate(groups, 1):
            url = self.turn(column.url, cue, word, place)
            self.fiction.site[url] = self.page(
                column, articles, self.pager(column.url, cue, word, place, len(groups)), url
            )

    def turn(self, url: str, cue: str, word: str, place: int) -> str:
        """Return the address of page *place* of the list at *url*."""
        if place == 1:
            return url
        if cue == "column-index":
            return f"{url}column-index-{place}.shtml"
        if cue in ("folder-number", "counted-anchors"):
            return f"{url}{place}.html"
        if cue == "script-template":
            return f"{url}list_{place}.html"
        return f"{url}{'&' if '?' in url else '?'}{word}={place}"

    def session(self, cue: str) -> str:
        """Some sites add another session's id to each link that they print."""
        return f"&sessionid={self.dice.randrange(16**12):012x}" if cue == "query-next" else ""

    def pager(self, url: str, cue: str, word: str, place: int, count: int) -> str:
        def link(one: int, label: str) -> str:
            return f'<a href="{self.turn(url, cue, word, one).removeprefix(HOST)}{self.session(cue)}">{label}</a>'

        after = link(place + 1, "下一页") if place < count else ""
        shown = range(max(2, place - 2), min(place + 3, count) + 1)
        numbers = "".join(link(one, str(one)) for one in shown if one != place)
        last = link(count, "尾页") if count > 1 else ""
        return {
            "query-last": after + last,
            "query-numbers": numbers,
            "query-next": after,
            "column-index": after + last,
            "folder-number": numbers + after,
            "script-template": f"<script>var totalPage = {count}; function go(n){{location.href = 'list_' + n + '.html';}}</script>",
            "script-query": f'<script>var pageCount={count};function go(n){{window.location="?{word}="+n;}}</script>',
            "counted-anchors": numbers + (link(count, str(count)) if count > 1 else ""),
            "govlist": after + last,
        }[cue]


class Feed(Plain):
    """Columns are feeds, RSS or Atom."""

    names_its_columns = False

    def lists(self, number: int, column: Column) -> None:
        told = [(pages.title(self.dice), url) for url in column.articles]
        if self.dice.random() < 0.5:
            entries = "".join(
                f"<item><title>{title}</title><link>{url}</link><pubDate>Wed, 16 Apr 2025 08:00:00 +0800</pubDate></item>"
                for title, url in told
            )
            self.fiction.site[column.url] = (
                f'<?xml version="1.0"?><rss version="2.0"><channel><title>{column.name}</title>{entries}</channel></rss>'
            )
        else:
            entries = "".join(
                f'<entry><title>{title}</title><link href="{url}"/><updated>2025-04-16T08:00:00+08:00</updated></entry>'
                for title, url in told
            )
            self.fiction.site[column.url] = (
                f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'
            )


class SiteMap(Plain):
    """One column: the site's own map, in several files."""

    names_its_columns = False

    def prepare(self) -> None:
        ids = self.dice.sample(range(1000, 9_999_999), self.total)
        articles = [self.article_url(1, one) for one in ids]
        self.fiction.columns.append(Column("网站地图", f"{HOST}/sitemap.xml", articles))

    def add_home(self) -> None:
        """A home page that shows some news and no list at all."""
        shown = pages.rows(self.dice, self.fiction.columns[0].articles[:8])
        self.fiction.site[self.fiction.home] = self.frame(shown, "首页")

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, 200)
        if len(groups) == 1:
            self.fiction.site[column.url] = self.urlset(column.articles)
            return
        named = [f"{HOST}/sitemap-{place}.xml" for place in range(len(groups))]
        for url, articles in zip(named, groups, strict=True):
            self.fiction.site[url] = self.urlset(articles)
        entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in named)
        self.fiction.site[column.url] = f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex>{entries}</sitemapindex>'

    def urlset(self, articles: list[str]) -> str:
        entries = "".join(f"<url><loc>{url}</loc><lastmod>2025-04-16</lastmod></url>" for url in articles)
        return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
