"""Systems whose lists are files: TRS, VSB, Sudy, DedeCMS, PowerEasy."""

# Not every system needs the number of a column or the address of an article.
# ruff: noqa: ARG002

from __future__ import annotations

from tests.crawler.simulator import pages
from tests.crawler.simulator.builder import Builder
from tests.crawler.simulator.fiction import HOST, Column

_DRAWN = """<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){
if(_nPageCount == null || _nPageCount <= 1){return;}
document.write("<a href=\\""+_sPageName+"_"+_nPageCount+"."+_sPageExt+"\\">\\u5c3e\\u9875</a>");}
</script>"""


class Trs(Builder):
    hub = "/xxgk/"

    def prepare(self) -> None:
        self.ext = self.dice.choice(["shtml", "html", "htm"])
        # Sites of the autonomous region Guangxi name their articles by a number alone.
        self.numbered = self.dice.random() < 0.25
        super().prepare()

    def column_url(self, number: int) -> str:
        return f"{HOST}/xxgk/lm{chr(96 + number)}/"

    def article_url(self, number: int, article: int) -> str:
        if self.numbered:
            return f"{self.column_url(number)}t{article + 10_000_000}.{self.ext}"
        year, month, date = pages.day(self.dice)
        return f"{self.column_url(number)}{year}{month:02}/t{year}{month:02}{date:02}_{article}.{self.ext}"

    def article(self, column: Column, url: str) -> str:
        return super().article(column, url).replace("<div id=zoom>", "<div class=TRS_Editor>")

    def menu_link(self, column: Column) -> str:
        return super().menu_link(column) + self.dice.choice(["", f"index.{self.ext}"])

    def own_twins(self, first: str) -> list[str]:
        return [first.removesuffix(f".{self.ext}") + f"_wap.{self.ext}"] if not self.numbered else []

    def lists(self, number: int, column: Column) -> None:
        self.fiction.site.answer(
            f"{column.url.removeprefix(HOST)}index\\.{self.ext}", lambda _: self.fiction.site[column.url]
        )
        groups = pages.chunks(column.articles, self.PAGE)
        variant = self.dice.randrange(9)
        for place, articles in enumerate(groups):
            pager = self.pager(variant, place, len(groups), len(column.articles))
            url = column.url + (f"index_{place}.{self.ext}" if place else "")
            body = self.page(column, articles, pager, url)
            if variant in (2, 8):
                body = self.frame(self.written(articles, variant, url) + pager, column.name)
            self.fiction.site[url] = body
        if variant == 3:
            stub = "<html><head></head><body><p></p></body></html>"
            self.fiction.site[f"{column.url}index_{len(groups)}.{self.ext}"] = stub
        if len(groups) > 3 and variant in (0, 5):
            self.lose_a_page(column, groups)

    def lose_a_page(self, column: Column, groups: list[list[str]]) -> None:
        """One page in the middle of the list is gone, with the rows it had; the others are reached all the same."""
        place = self.dice.randrange(1, len(groups) - 1)
        self.fiction.site[f"{column.url}index_{place}.{self.ext}"] = 404
        column.articles = [one for one in column.articles if one not in set(groups[place])]

    def pager(self, variant: int, place: int, count: int, records: int) -> str:
        ext = self.ext
        if variant == 7:
            turns = "".join(
                f'<a href="index{f"_{one}" if one else ""}.{ext}">{one + 1}</a>' for one in range(min(count, 5))
            )
            after = f'<a href="index_{place + 1}.{ext}">下一页</a>' if place + 1 < count else ""
            return f'{turns}{after}<a href="index{f"_{count - 1}" if count > 1 else ""}.{ext}">尾页</a>'
        written = (
            f"<script>var countnum= {records}; var currentPage={place};//所在页从0开始\nvar countPage={count}//共多少页\n"
            f'if(currentPage!=0) document.write("<a href=\\"index.{ext}\\">首页</a>");\n'
            f'document.write("<a href=\\"index_" + (currentPage+1) + ".{ext}\\">下一页</a>");</script>'
        )
        return (
            f'<script>createPageHTML({count},{place}, "index","{ext}","black2",{records});</script>',
            f"<script>function createPage(a,b,c,d){{}}\ncreatePage({count}, {place}, 'index', '{ext}')</script>",
            f"<script>var countPage = {count}; var u='index'+'_'+n+'.{ext}';</script>",
            f'<script>createPageHTML({count + 1},{place},"index","{ext}");</script>',
            written,
            f'<script>createPageHTML({count},{place}, "index","{ext}","3");</script>',
            f"{_DRAWN}<script>\n  createPageHTML(\n  {count},\n  {place},\n  'index',\n  '{ext}');</script>",
            "",
            f'<script type="text/javascript">createPageHTML({count}, {place}, "index", "{ext}");</script>',
        )[variant]

    def written(self, articles: list[str], variant: int, url: str) -> str:
        """A list that exists only as strings of a script: in one piece, or row by row."""
        if variant == 2:
            whole = pages.rows(self.dice, articles, "", url).replace("\\", "").replace('"', '\\"').replace("</", "<\\/")
            return f'<script>document.writeln("{whole}");</script>'
        lines = ["<ul class='list'>", *(one.replace('"', "'") for one in pages.items(self.dice, articles)), "</ul>"]
        return "<script>" + "\n".join(f'document.write("{line}");' for line in lines) + "</script>"


class Vsb(Builder):
    hub = "/zwgk.htm"

    def column_url(self, number: int) -> str:
        return f"{HOST}/zwgk/lm{number}.htm"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/info/{1000 + number}/{article}.htm"

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, self.PAGE)
        variant, stem = self.dice.randrange(4), column.url.removesuffix(".htm")
        for place, articles in enumerate(groups):
            left = len(groups) - 1 - place
            older = f"{'' if place else f'lm{number}/'}{left}.htm"
            last = f'<a href="{"" if place else f"lm{number}/"}1.htm">尾页</a>' if len(groups) > 1 else ""
            pager = (
                f"<script>_simple_list_gotopage_fun({len(groups)},'u3goto',1)</script>",
                f"<span>共{len(column.articles)}条&nbsp; {place + 1}/{len(groups)}</span>",
                f'<a class="Next" href="{older}">下页</a>' if left else "",
                f'<span class="p_next"><a href="{older}">下页</a></span><span class="p_last">{last}</span>'
                if left
                else last,
            )[variant]
            url = f"{stem}/{left + 1}.htm" if place else column.url
            body = self.page(column, articles, pager, url)
            self.fiction.site[url] = body.replace("<li>", '<li id="line_u3_0">').replace("<tr>", '<tr id="line_u5_1">')

    def own_twins(self, first: str) -> list[str]:
        """The story by its ids, in either order and case."""
        tree, news = first.removesuffix(".htm").split("/")[-2:]
        return [
            f"/content.jsp?urltype=news.NewsContentUrl&wbtreeid={tree}&wbnewsid={news}",
            f"/content.jsp?urltype=news.NewsContentUrl&wbnewsid={news}&wbtreeid={tree}",
        ]


class Sudy(Builder):
    hub = "/6399/list.htm"

    def column_url(self, number: int) -> str:
        return f"{HOST}/{6400 + number}/list.htm" if number % 2 else f"{HOST}/lm{number}/list.htm"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = pages.day(self.dice)
        return f"{HOST}/{year}/{month:02}{date:02}/c{6400 + number}a{article}/page.htm"

    def lists(self, number: int, column: Column) -> None:
        groups, variant = pages.chunks(column.articles, self.PAGE), self.dice.randrange(2)
        folder = column.url.removesuffix("list.htm").removeprefix(HOST)
        for place, articles in enumerate(groups, 1):
            last = f'<a class="last" href="{folder}list{len(groups)}.htm">尾页</a>' if len(groups) > 1 else ""
            after = f'<a class="next" href="{folder}list{place + 1}.htm">下一页</a>' if place < len(groups) else ""
            count = f'页码 <em class="curr_page">{place}</em>/<em class="all_pages">{len(groups)}</em>'
            url = column.url if place == 1 else column.url.replace("list.", f"list{place}.")
            self.fiction.site[url] = self.page(column, articles, count if variant else after + last, url)

    def own_twins(self, first: str) -> list[str]:
        return [first.replace("page.htm", "page.psp")]


class Dede(Builder):
    hub = "/zwgk/"

    def column_url(self, number: int) -> str:
        return f"{HOST}/zwgk/list_{40 + number}_1.html"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = pages.day(self.dice)
        return f"{HOST}/zwgk/{year}/{month:02}{date:02}/{article}.html"

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, self.PAGE)
        for place, articles in enumerate(groups, 1):
            first = max(1, min(place - 2, len(groups) - 4))
            shown = range(first, min(first + 4, len(groups)) + 1)
            turns = "".join(
                f"<li class=thisclass>{one}</li>"
                if one == place
                else f'<li><a href="list_{40 + number}_{one}.html">{one}</a></li>'
                for one in shown
            )
            turns += f'<li><a href="list_{40 + number}_{place + 1}.html">下一页</a></li>' if place < len(groups) else ""
            turns += f'<li><a href="list_{40 + number}_{len(groups)}.html">末页</a></li>' if len(groups) > 1 else ""
            url = column.url.replace("_1.html", f"_{place}.html")
            self.fiction.site[url] = self.page(column, articles, f"<ol>{turns}</ol>", url)


class PowerEasy(Builder):
    def prepare(self) -> None:
        self.variant = self.dice.randrange(2)
        super().prepare()

    def column_url(self, number: int) -> str:
        return f"{HOST}/Category_{60 + number}/Index.aspx"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/Item/{article}.aspx"

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, self.PAGE)
        for place, articles in enumerate(groups, 1):
            after = f'<a href="Index_{place + 1}.aspx">下一页</a>' if place < len(groups) else ""
            last = f'<a href="Index_{len(groups)}.aspx">尾页</a>' if self.variant and len(groups) > 1 else ""
            url = column.url if place == 1 else column.url.replace("Index.", f"Index_{place}.")
            self.fiction.site[url] = self.page(column, articles, after + last, url)
