"""Systems whose lists are answers to a script: Hanweb, jpaas, ucap, gkmlpt, Lonsun."""

# Not every system needs the number of a column or the address of an article.
# ruff: noqa: ARG002

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote

from tests.crawler.simulator import pages
from tests.crawler.simulator.builder import Builder
from tests.crawler.simulator.fiction import HOST, Column, Served

_PROXY = "/module/web/jpage/dataproxy.jsp"
_JPAAS = "/api-gateway/jpaas-publish-server/front/page/build/unit"


def asked(match: re.Match[str]) -> dict[str, str]:
    """Return the words of the query that *match* ends with; names in small letters."""
    return {name.lower(): values[0] for name, values in parse_qs(match["query"], keep_blank_values=True).items()}


class Answering(Builder):
    """A system that answers requests for a column's rows, each column known by a number in the query or path."""

    def serve(self, pattern: str, column: Column, answer: Callable[[dict[str, str]], Served | None]) -> None:
        """Let addresses that *pattern* matches be answered by *answer*, which returns None for another column's."""
        self.fiction.site.answer(pattern + r"\?(?P<query>.*)", lambda match: answer(asked(match)) or 404)


class Hanweb(Answering):
    hub = "/col/col99/index.html"

    def prepare(self) -> None:
        self.hexed = self.dice.random() < 0.3
        super().prepare()
        self.answers()

    def column_url(self, number: int) -> str:
        return f"{HOST}/col/col{110 + number}/index.html"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = pages.day(self.dice)
        if self.hexed:
            return f"{HOST}/art/{year}/art_{article * 7919:032x}.html"
        return f"{HOST}/art/{year}/{month}/{date}/art_{110 + number}_{article}.html"

    def records(self, articles: list[str], split: str = "") -> str:
        """Rows as records; some templates break the day over lines."""
        rows = [re.sub(r"(\d{4}-)(\d\d)", rf"\1{split}\2", one, count=1) for one in pages.items(self.dice, articles)]
        return "".join(f"<record><![CDATA[\n{one}\n]]></record>" for one in rows)

    def lists(self, number: int, column: Column) -> None:
        size, total = self.dice.choice([15, 20, 25]), len(column.articles)
        variant, split = self.dice.randrange(4), self.dice.choice(["", "\n"])
        words = f"webid=1&path=/&columnid={110 + number}&unitid={1700 + number}&webname={quote('澧县人民政府')}&permissiontype=0"
        told = f"<totalrecord>{total}</totalrecord><totalpage>{-(-total // size)}</totalpage>" if variant == 0 else ""
        script = f"<script>$('#{1700 + number}').jpage({{totalRecord:{total},perPage:{size},proxyUrl:'{_PROXY}',param:'{words}'}});</script>"
        group = f'<nextgroup><![CDATA[<a href="{_PROXY}?page=1&appid=1&{words}"></a>]]></nextgroup>'
        store = (
            f'<div id="{1700 + number}"><script type="text/xml"><datastore>{group}{told}'
            f"<recordset>{self.records(column.articles[: 3 * size], split)}</recordset></datastore></script></div>"
        )
        self.fiction.site[column.url] = self.frame(
            store + (script if variant else f"<script>perPage:{size}</script>"), column.name
        )
        if self.dice.random() < 0.1:
            # A site that encrypts its ids: what lies behind the first rows is not to be had.
            column.articles = column.articles[: 3 * size]
            return
        self.answers().append((f"{110 + number}", column, split))

    def answers(self) -> list[tuple[str, Column, str]]:
        """Return the columns that the proxy answers for; the first call sets the proxy up."""
        if not hasattr(self, "_columns"):
            self._columns: list[tuple[str, Column, str]] = []
            self.fiction.site.answer(re.escape(_PROXY) + r"\?(?P<query>.*)", lambda match: self.proxy(asked(match)))
        return self._columns

    def proxy(self, words: dict[str, str]) -> Served:
        found = next((one for one in self.answers() if one[0] == words.get("columnid")), None)
        if found is None or words.get("unitid") != str(int(words["columnid"]) + 1590):
            return "<datastore><recordset></recordset></datastore>"
        _, column, split = found
        first = int(words.get("startrecord", int(words.get("page", "1")) * 45 - 44))
        last = min(int(words.get("endrecord", first + 44)), first + 3 * int(words.get("perpage", "15")) - 1)
        records = self.records(column.articles[first - 1 : last], split)
        return (
            f"<datastore><totalrecord>{len(column.articles)}</totalrecord><recordset>{records}</recordset></datastore>"
        )

    def own_twins(self, first: str) -> list[str]:
        return [f"{first}?xxgkhide=1"]


class Jpaas(Hanweb):
    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/art/{pages.day(self.dice)[0]}/art_{article:032x}.html"

    def lists(self, number: int, column: Column) -> None:
        words = {"parseType": "bulidstatic", "webId": f"w{number}", "tplSetId": "t1", "pageType": "column"}
        words |= {"tagId": "当前栏目_list", "editType": "null", "pageId": f"p{number}"}
        script = f'<script parsetype="bulidstatic" url="{_JPAAS}" querydata="{words}" src="/script/0.1/x.js"></script>'
        self.fiction.site[column.url] = self.frame(script, column.name)
        told = self.dice.randrange(3)
        groups = pages.chunks(column.articles, 15)

        def answer(match: re.Match[str]) -> Served:
            place = json.loads(asked(match)["paramjson"])["pageNo"]
            articles = groups[place - 1] if place <= len(groups) else []
            pager = (
                "",
                f"<div class='pager' totalPage='{len(groups)}'></div>",
                f'<div class="page" count="{len(column.articles)}">共 {len(groups)} 页</div>',
            )[told]
            found = {
                "success": True,
                "data": {"html": pages.rows(self.dice, articles, base="") + pager if articles else "<ul></ul>"},
            }
            return json.dumps(found, ensure_ascii=self.dice.random() < 0.5)

        self.fiction.site.answer(re.escape(_JPAAS) + rf"\?(?P<query>.*pageId=p{number}(?:&.*)?)", answer)


class Ucap(Builder):
    hub = "/lixian/c199999/list.shtml"

    def prepare(self) -> None:
        self.shape = self.dice.randrange(4)
        self.search = self.dice.choice(["common/search", "search", "searchList"])
        super().prepare()

    def column_url(self, number: int) -> str:
        if self.shape == 3:
            return f"{HOST}/lixian/{number * 7919:032x}/list.shtml"
        return f"{HOST}/lixian/c{100_000 + number}/{'list.shtml' if number % 3 else ''}"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = pages.day(self.dice)
        name = f"{article * 104_729:032x}"
        if self.shape == 1:
            return f"{HOST}/{year}/{month}/{date}/{name}.shtml"
        if self.shape == 2:
            uuid = re.sub(r"(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", name)
            return f"{HOST}/columns/{uuid[:-3]}{number:03x}/{year}{month:02}/{date:02}/{uuid}.html"
        return f"{self.column_url(number).rpartition('/')[0]}/{year}{month:02}/{name}.shtml"

    def article(self, column: Column, url: str) -> str:
        return super().article(column, url).replace("<div id=zoom>", '<div id="UCAP-CONTENT">')

    def lists(self, number: int, column: Column) -> None:
        variant = self.dice.randrange(5)
        if variant == 0:
            groups = pages.chunks(column.articles, 20)
            for place, articles in enumerate(groups, 1):
                pager = f"<script>createPageHTML('page_div',{len(groups)}, {place},'list','shtml',{len(column.articles)});</script>"
                url = column.url if place == 1 else f"{column.url.rpartition('/')[0]}/list_{place}.shtml"
                self.fiction.site[url] = self.page(column, articles, pager, url)
            return
        channel = f"{number * 7919:032x}"
        cue = (
            f'<script>var channelId = "{channel}";</script>',
            f'<script>$.get("/{self.search}/{channel}?_isAgg=true")</script>',
            f'<script>var url = "/{self.search}/{channel}?_isAgg=true&_isJson=true&_pageSize=15&_template=index&_rangeTimeGte=&_channelName=&page=1";</script>',
            f'<meta name="channelid" content="{channel}">',
        )[variant - 1]
        self.fiction.site[column.url] = self.frame(f"<div id=list></div>{cue}", column.name)
        self.fiction.site.answer(
            rf"/(?:common/search|search|searchList)/{channel}\?(?P<query>.*)",
            lambda match: self.results(column, asked(match)),
        )

    def results(self, column: Column, words: dict[str, str]) -> Served:
        size, place = int(words.get("_pagesize", "20")), int(words.get("page", "1"))
        shown = column.articles[(place - 1) * size : place * size]
        records = [
            {"title": pages.title(self.dice), "url": url.removeprefix(HOST), "publishedTimeStr": "2025-01-02 08:00:00"}
            for url in shown
        ]
        answer = {"data": {"total": len(column.articles), "page": place, "rows": size, "results": records}}
        return json.dumps(answer, ensure_ascii=False)


class Gkmlpt(Builder):
    """Categories of the catalogue, and plain columns beside it."""

    PAGE = 20

    def column_url(self, number: int) -> str:
        if number % 3 == 0:
            return f"{HOST}/xwzx/lm{chr(96 + number)}/index.html"
        return f"{HOST}/gkmlpt/api/all/{3000 + number}?page=1&sid=754001"

    def article_url(self, number: int, article: int) -> str:
        if number % 3 == 0:
            return f"{HOST}/xwzx/lm{chr(96 + number)}/content/post_{article}.html"
        return f"{HOST}/gkmlpt/content/8/{article // 1000}/post_{article}.html"

    def mark(self) -> str:
        return '<a href="/gkmlpt/index">信息公开目录</a>'

    # The catalogue's answers carry no names.
    names_its_columns = False

    def add_home(self) -> None:
        catalogue = [one for one in self.fiction.columns if "/gkmlpt/api/" in one.url]
        plain = [one for one in self.fiction.columns if one not in catalogue]
        columns, self.fiction.columns = self.fiction.columns, plain
        super().add_home()
        self.fiction.columns = columns
        tree: list[dict[str, object]] = [{"id": 1, "name": "法定主动公开内容", "children": []}]
        tree[0]["children"] = [
            {"id": int(one.url.partition("all/")[2].partition("?")[0]), "name": one.name} for one in catalogue
        ]
        script = f"<script>window._CONFIG = {{ SID: 754001, TREE: {json.dumps(tree, ensure_ascii=False)}, DETAIL: null }}</script>"
        self.fiction.site[HOST + "/gkmlpt/index"] = (
            f"<html><head><title>目录</title></head><body>{script}</body></html>"
        )

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, self.PAGE)
        for place, articles in enumerate(groups, 1):
            if "/gkmlpt/" not in column.url:
                after = f'<a class="next" href="index_{place + 1}.html">下一页</a>' if place < len(groups) else ""
                last = f'<a class="last" href="index_{len(groups)}.html">尾页</a>' if len(groups) > 1 else ""
                url = column.url if place == 1 else column.url.replace("index.", f"index_{place}.")
                self.fiction.site[url] = self.page(column, articles, after + last, url)
                continue
            records = [
                {
                    "title": pages.title(self.dice),
                    "url": url,
                    "date": 1_735_776_000,
                    "display_publish_time": 1_735_776_000,
                }
                for url in articles
            ]
            answer = {"articles": records, "total": len(column.articles), "classify": {"id": 3000 + number}}
            self.fiction.site[column.url.replace("page=1", f"page={place}")] = json.dumps(answer)

    def own_twins(self, first: str) -> list[str]:
        """The page for telephones."""
        return [first.replace("/post_", "/mpost_")]


class Lonsun(Builder):
    """Organs' columns, drawn by a label, and the editors' columns, whose pages are numbered in the query."""

    def column_url(self, number: int) -> str:
        if number % 3 == 0:
            return f"{HOST}/content/column/{6_780_000 + number}"
        return f"{HOST}/public/column/6600{number}?type=4&catId={6700 + number}&action=list"

    def article_url(self, number: int, article: int) -> str:
        return (
            f"{HOST}/content/article/{article + 20_000_000}"
            if number % 3 == 0
            else f"{HOST}/public/6600{number}/{article}.html"
        )

    def lists(self, number: int, column: Column) -> None:
        groups = pages.chunks(column.articles, 15)
        if number % 3 == 0:
            self.editors_list(column, groups)
            return
        variant, told = self.dice.randrange(3), self.dice.random() < 0.5
        cue = (
            "<script>Ls.pagination('/site/label/8888', {siteId: '6795001', file: '/c2/xxgk/publicInfoList'})</script>",
            "<script>$.ajax({url:'/site/label/8888',data:{labelName:'publicInfoList',siteId:6795001,pageSize:15}})</script>",
            f"<script>var siteId='6795001';</script><div id=list pageCount={len(groups)}></div>",
        )[variant]
        self.fiction.site[column.url] = self.frame(cue, column.name)

        def answer(match: re.Match[str]) -> Served:
            words = asked(match)
            place = int(words.get("pageindex", "1"))
            if words.get("siteid") != "6795001" or words.get("labelname") != "publicInfoList":
                return "<p>标签不存在</p>"
            body = pages.rows(self.dice, groups[place - 1], base="") if place <= len(groups) else "<p>暂无相关信息</p>"
            return body + (f"<script>Ls.page({{pageCount:{len(groups)},pageIndex:{place}}})</script>" if told else "")

        self.fiction.site.answer(rf"/site/label/8888\?(?P<query>.*organId=6600{number}&.*)", answer)

    def editors_list(self, column: Column, groups: list[list[str]]) -> None:
        for place, articles in enumerate(groups, 1):
            url = column.url if place == 1 else f"{column.url}?pageIndex={place}"
            path = column.url.removeprefix(HOST)
            turns = "".join(f'<a href="{path}?pageIndex={one}">{one}</a>' for one in range(1, min(len(groups), 5) + 1))
            after = f'<a href="{path}?pageIndex={place + 1}">下一页</a>' if place < len(groups) else ""
            last = f'<a href="{path}?pageIndex={len(groups)}">尾页</a>' if len(groups) > 1 else ""
            self.fiction.site[url] = self.page(column, articles, turns + after + last, url)
        self.fiction.site[f"{column.url}?pageIndex=1"] = self.fiction.site[column.url]
