"""Fictional portals of every family: sites that are dictionaries, and the truth about them."""

# Markup stands on one line where a portal would write one; nothing here guards a secret; not every family counts.
# ruff: noqa: ARG002

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

HOST = "http://www.lixian.example"
NAMES = (
    *(
        "政务要闻",
        "通知公告",
        "部门动态",
        "乡镇信息",
        "政策文件",
        "人事信息",
        "财政资金",
        "规划计划",
        "招标采购",
        "应急管理",
    ),
    *("环境保护", "教育信息", "医疗卫生", "社会救助"),
)
VERBS = ("召开", "部署", "启动", "完成", "公布", "推进", "检查", "调研")
THINGS = (
    "春耕备耕工作",
    "防汛抗旱会议",
    "道路养护工程",
    "社保扩面任务",
    "校园安全检查",
    "村庄清洁行动",
    "水库除险加固",
    "文明城市创建",
)


@dataclass
class Column:
    """A column's Chinese name, address, and the addresses of its articles, newest first."""

    name: str
    url: str
    articles: list[str]


@dataclass
class Fiction:
    """A site (address to markup, or to a status) and what is true of it."""

    family: str
    site: dict[str, str | int] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)
    traps: set[str] = field(default_factory=set)

    @property
    def home(self) -> str:
        return HOST + "/"

    @property
    def articles(self) -> set[str]:
        return {article for column in self.columns for article in column.articles}


def title(dice: random.Random) -> str:
    return f"我县{dice.choice(VERBS)}{dice.choice(THINGS)}第{dice.randint(1, 999)}次"


def day(dice: random.Random) -> tuple[int, int, int]:
    return dice.randint(2021, 2025), dice.randint(1, 12), dice.randint(1, 28)


def rows(dice: random.Random, articles: list[str], extra: str = "") -> str:
    shapes: tuple[Callable[[str, str, str], str], ...] = (
        lambda url, text, when: f'<li><span>{when}</span><a href="{url}" title="{text}">{text[:10]}…</a></li>',
        lambda url, text, when: f'<li><a target=_blank href="{url}">{text}</a><i>{when}</i></li>',
    )
    shape = dice.choice(shapes)
    items = (shape(url.removeprefix(HOST), title(dice), "{}-{:02}-{:02}".format(*day(dice))) for url in articles)
    return f"<ul class=list>{''.join(items)}</ul>{extra}"


def frame(fiction: Fiction, body: str, name: str) -> str:
    menu = "".join(f'<a href="{column.url.removeprefix(HOST)}">{column.name}</a>' for column in fiction.columns)
    return (
        f'<html><head><meta charset="utf-8"><title>{name}-澧县人民政府</title><meta name="SiteName" content="澧县人民政府">'
        f'<meta name="SiteIDCode" content="4307230001"><meta name="ColumnName" content="{name}"></head><body>'
        f'<div class="nav"><a href="/">首页</a>{menu}</div><div class="main">{body}</div>'
        '<div class="foot"><a href="/jact/front/main.do?sysid=1">信件查询</a><a href="/search?keyword=1">全站搜索</a>'
        '<a href="http://www.gov.cn/">中国政府网</a><a href="javascript:;">设为首页</a>网站标识码：4307230001</div></body></html>'
    )


ARTICLE = (
    "<html><head><title>{0}</title></head><body><h1>{0}</h1><div id=zoom>"
    + "<p>{0}，有关工作正在进行。</p>" * 4
    + "</div>"
)


def chunks(articles: list[str], size: int) -> list[list[str]]:
    return [articles[start : start + size] for start in range(0, len(articles), size)] or [[]]


class Builder:
    """Builds one family's portal; ``PAGE`` rows stand on a page of a list."""

    PAGE = 15

    def __init__(self, family: str, seed: int, articles: int | None = None) -> None:
        self.dice = random.Random(seed)
        self.fiction = Fiction(family)
        names = self.dice.sample(NAMES, self.dice.randint(3, 7))
        total = articles or self.dice.randint(50, 250)
        for number, name in enumerate(names, 1):
            count = max(1, total // len(names) + self.dice.randint(-3, 3))
            ids = self.dice.sample(range(1000, 9_999_999), count)
            column = Column(name, self.column_url(number), [self.article_url(number, one) for one in ids])
            self.fiction.columns.append(column)

    def build(self) -> Fiction:
        fiction = self.fiction
        for number, column in enumerate(fiction.columns, 1):
            self.lists(number, column)
            for article in column.articles:
                fiction.site[article] = ARTICLE.format(title(self.dice))
        shown = "".join(rows(self.dice, column.articles[:5]) for column in fiction.columns)
        fiction.site[fiction.home] = frame(fiction, self.mark() + shown, "首页")
        fiction.site[self.dice.choice(sorted(fiction.articles))] = 404
        for column in fiction.columns:
            self.twin(column)
        return fiction

    def mark(self) -> str:
        return ""

    def twin(self, column: Column) -> None:
        """Link the column's first article once more, under another form of its address."""
        page = self.fiction.site[column.url]
        if isinstance(page, str):
            again = f'<li><a href="{column.articles[0].replace("http:", "https:")}#top">{title(self.dice)}</a></li>'
            self.fiction.site[column.url] = page.replace("</ul>", again + "</ul>", 1)

    def page(self, column: Column, articles: list[str], extra: str = "") -> str:
        return frame(self.fiction, rows(self.dice, articles, extra), column.name)

    def column_url(self, number: int) -> str:
        raise NotImplementedError

    def article_url(self, number: int, article: int) -> str:
        raise NotImplementedError

    def lists(self, number: int, column: Column) -> None:
        raise NotImplementedError


class Trs(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/xxgk/lm{chr(96 + number)}/"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = day(self.dice)
        return f"{self.column_url(number)}{year}{month:02}/t{year}{month:02}{date:02}_{article}.shtml"

    def lists(self, number: int, column: Column) -> None:
        pages = chunks(column.articles, self.PAGE)
        variant = self.dice.randrange(4)
        for place, articles in enumerate(pages):
            if variant == 0:
                pager = f'<script>createPageHTML({len(pages)},{place}, "index","shtml","black2",{len(column.articles)});</script>'
            elif variant == 1:
                pager = f"<script>function createPage(a,b,c,d){{}}\ncreatePage({len(pages)}, {place}, 'index', 'shtml')</script>"
            elif variant == 2:
                pager = f"<script>var countPage = {len(pages)}; var u='index'+'_'+n+'.shtml';</script>"
            else:
                pager = f'<script>createPageHTML({len(pages) + 1},{place},"index","shtml");</script>'
            body = self.page(column, articles, pager)
            if variant == 2:
                listed = rows(self.dice, articles).replace('"', '\\"').replace("</", "<\\/")
                body = frame(self.fiction, f'<script>document.writeln("{listed}");</script>{pager}', column.name)
            self.fiction.site[column.url + (f"index_{place}.shtml" if place else "")] = body
        if variant == 3:
            self.fiction.site[f"{column.url}index_{len(pages)}.shtml"] = (
                "<html><head></head><body><p></p></body></html>"
            )


class Hanweb(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/col/col{110 + number}/index.html"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = day(self.dice)
        return f"{HOST}/art/{year}/{month}/{date}/art_{110 + number}_{article}.html"

    def records(self, articles: list[str]) -> str:
        items = rows(self.dice, articles).removeprefix("<ul class=list>").removesuffix("</ul>").split("</li>")[:-1]
        return "".join(f"<record><![CDATA[{item}</li>\n]]></record>" for item in items)

    def lists(self, number: int, column: Column) -> None:
        total, head = len(column.articles), "/module/web/jpage/dataproxy.jsp"
        words = {"col": 1, "appid": 1, "webid": 1, "path": "/", "columnid": 110 + number, "sourceContentType": 1}
        words |= {"unitid": 1700 + number, "webname": "澧县人民政府", "permissiontype": 0}
        group = f"{head}?page=1&appid=1&webid=1&path=/&columnid={110 + number}&unitid={1700 + number}&webname=澧县人民政府&permissiontype=0"
        told = f"<totalrecord>{total}</totalrecord>" if self.dice.random() < 0.5 else ""
        store = (
            f'<div id="{1700 + number}"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="{group}"></a>]]></nextgroup>'
            f"{told}<recordset>{self.records(column.articles[: 3 * self.PAGE])}</recordset></datastore></script></div>"
        )
        self.fiction.site[column.url] = frame(self.fiction, store, column.name)
        for start in range(1, total + 1, 45):
            query = urlencode({"startrecord": start, "endrecord": start + 44, "perpage": 15} | words)
            answer = f"<datastore><totalrecord>{total}</totalrecord><recordset>{self.records(column.articles[start - 1 : start + 44])}"
            self.fiction.site[f"{HOST}{head}?{query}"] = answer + "</recordset></datastore>"

    def twin(self, column: Column) -> None:
        """Hanweb's rows are records; their duplicates are those of the first group of records."""


class Jpaas(Hanweb):
    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/art/{day(self.dice)[0]}/art_{article:032x}.html"

    def lists(self, number: int, column: Column) -> None:
        pages, head = chunks(column.articles, 15), "/api-gateway/jpaas-publish-server/front/page/build/unit"
        words = {"parseType": "bulidstatic", "webId": f"w{number}", "tplSetId": "t1", "pageType": "column"}
        words |= {"tagId": "当前栏目_list", "editType": "null", "pageId": f"p{number}"}
        query = str(words).replace('"', "'")
        script = f'<script parsetype="bulidstatic" url="{head}" querydata="{query}" src="/script/0.1/x.js"></script>'
        self.fiction.site[column.url] = frame(self.fiction, script, column.name)
        told = self.dice.random() < 0.5
        for place, articles in enumerate([*pages, []], 1):
            asked = words | {"paramJson": json.dumps({"pageNo": place, "pageSize": 15}, separators=(",", ":"))}
            markup = rows(self.dice, articles) + (f"<div class='pager' totalPage='{len(pages)}'></div>" if told else "")
            answer = {"success": True, "data": {"html": markup if articles else "<ul></ul>"}}
            self.fiction.site[f"{HOST}{head}?{urlencode(asked)}"] = json.dumps(
                answer, ensure_ascii=self.dice.random() < 0.5
            )


class Vsb(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/zwgk/lm{number}.htm"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/info/{1000 + number}/{article}.htm"

    def lists(self, number: int, column: Column) -> None:
        pages = chunks(column.articles, self.PAGE)
        variant, stem = self.dice.randrange(3), column.url.removesuffix(".htm")
        for place, articles in enumerate(pages):
            left = len(pages) - 1 - place
            pager = (
                f"<script>_simple_list_gotopage_fun({len(pages)},'u3goto',1)</script>",
                f"<span>共{len(column.articles)}条&nbsp; {place + 1}/{len(pages)}</span>",
                f'<a class="Next" href="{"" if place else f"lm{number}/"}{left}.htm">下页</a>' if left else "",
            )[variant]
            items = rows(self.dice, articles, pager).replace("<li>", '<li id="line_u3_0">')
            self.fiction.site[f"{stem}/{left + 1}.htm" if place else column.url] = frame(
                self.fiction, items, column.name
            )
            if place == 0:
                continue
        self.fiction.site = {url: body for url, body in self.fiction.site.items() if url != f"{stem}/{len(pages)}.htm"}

    def twin(self, column: Column) -> None:
        """Link the first story by its ids."""
        parts = column.articles[0].removesuffix(".htm").split("/")
        query = f"content.jsp?urltype=news.NewsContentUrl&wbtreeid={parts[-2]}&wbnewsid={parts[-1]}"
        page = str(self.fiction.site[column.url])
        again = f'<li><a href="/{query}">{title(self.dice)}</a></li></ul>'
        self.fiction.site[column.url] = page.replace("</ul>", again, 1)


class Ucap(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/lixian/c{100_000 + number}/list.shtml"

    def article_url(self, number: int, article: int) -> str:
        year, month, _ = day(self.dice)
        return f"{HOST}/lixian/c{100_000 + number}/{year}{month:02}/{article:032x}.shtml"

    def lists(self, number: int, column: Column) -> None:
        channel, pages = f"{number:032x}", chunks(column.articles, 20)
        variant = self.dice.randrange(3)
        if variant == 0:
            for place, articles in enumerate(pages, 1):
                pager = f"<script>createPageHTML('page_div',{len(pages)}, {place},'list','shtml',{len(column.articles)});</script>"
                url = column.url if place == 1 else column.url.replace("list.", f"list_{place}.")
                self.fiction.site[url] = self.page(column, articles, pager)
            return
        cue = (
            f'<script>var channelId = "{channel}";</script>'
            if variant == 1
            else f'<script>$.get("/common/search/{channel}?_isAgg=true")</script>'
        )
        self.fiction.site[column.url] = frame(self.fiction, f"<div id=list></div>{cue}", column.name)
        for place, articles in enumerate(pages, 1):
            records = [
                {"title": title(self.dice), "url": url.removeprefix(HOST), "publishedTimeStr": "2025-01-02 08:00:00"}
                for url in articles
            ]
            query = f"_isAgg=true&_isJson=true&_pageSize=20&_template=index&page={place}"
            answer = {"data": {"total": len(column.articles), "page": place, "results": records}}
            self.fiction.site[f"{HOST}/common/search/{channel}?{query}"] = json.dumps(answer, ensure_ascii=False)


class Gkmlpt(Builder):
    PAGE = 20

    def column_url(self, number: int) -> str:
        return f"{HOST}/gkmlpt/api/all/{3000 + number}?page=1&sid=754001"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/gkmlpt/content/8/{article // 1000}/post_{article}.html"

    def mark(self) -> str:
        return '<a href="/gkmlpt/index">信息公开目录</a>'

    def lists(self, number: int, column: Column) -> None:
        for place, articles in enumerate(chunks(column.articles, self.PAGE), 1):
            records = [{"title": title(self.dice), "url": url, "date": 1_735_776_000} for url in articles]
            answer = {"articles": records, "total": len(column.articles), "classify": {"id": 3000 + number}}
            self.fiction.site[column.url.replace("page=1", f"page={place}")] = json.dumps(answer)
        tree = [{"id": 1, "name": "法定主动公开内容", "children": []}]
        tree[0]["children"] = [{"id": 3000 + at, "name": one.name} for at, one in enumerate(self.fiction.columns, 1)]  # type: ignore[assignment]
        script = f"<script>window._CONFIG = {{ SID: 754001, TREE: {json.dumps(tree, ensure_ascii=False)}, DETAIL: null }}</script>"
        self.fiction.site[HOST + "/gkmlpt/index"] = (
            f"<html><head><title>目录</title></head><body>{script}</body></html>"
        )

    def twin(self, column: Column) -> None:
        """The answers are records."""


class Lonsun(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/public/column/6600{number}?type=4&catId={6700 + number}&action=list"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/public/6600{number}/{article}.html"

    def lists(self, number: int, column: Column) -> None:
        pages, told = chunks(column.articles, 15), self.dice.random() < 0.5
        cue = "<script>Ls.pagination('/site/label/8888', {siteId: '6795001', file: '/c2/xxgk/publicInfoList'})</script>"
        self.fiction.site[column.url] = frame(self.fiction, cue, column.name)
        words = {"IsAjax": 1, "dataType": "html", "labelName": "publicInfoList", "siteId": 6795001}
        words |= {"organId": f"6600{number}", "catId": 6700 + number, "type": 4, "pageSize": 15, "action": "list"}
        words |= {"isDate": "true", "dateFormat": "yyyy-MM-dd", "file": "/c2/xxgk/publicInfoList"}
        for place, articles in enumerate([*pages, []], 1):
            body = rows(self.dice, articles) if articles else "<p>暂无相关信息</p>"
            count = f"<script>Ls.page({{pageCount:{len(pages)},pageIndex:{place}}})</script>" if told else ""
            query = urlencode(words | {"pageIndex": place})
            self.fiction.site[f"{HOST}/site/label/8888?{query}"] = body + count
            self.fiction.site[f"{HOST}/site/label/8888?{query}".replace("+", "%20")] = body + count

    def twin(self, column: Column) -> None:
        """The frame of a list has no rows."""


class Sudy(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/{6400 + number}/list.htm"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = day(self.dice)
        return f"{HOST}/{year}/{month:02}{date:02}/c{6400 + number}a{article}/page.htm"

    def lists(self, number: int, column: Column) -> None:
        pages, variant = chunks(column.articles, self.PAGE), self.dice.randrange(2)
        for place, articles in enumerate(pages, 1):
            last = f'<a class="last" href="/{6400 + number}/list{len(pages)}.htm">尾页</a>' if len(pages) > 1 else ""
            after = (
                f'<a class="next" href="/{6400 + number}/list{place + 1}.htm">下一页</a>' if place < len(pages) else ""
            )
            count = f'页码 <em class="curr_page">{place}</em>/<em class="all_pages">{len(pages)}</em>'
            url = column.url if place == 1 else column.url.replace("list.", f"list{place}.")
            self.fiction.site[url] = self.page(column, articles, count if variant else after + last)


class Dede(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/zwgk/list_{40 + number}_1.html"

    def article_url(self, number: int, article: int) -> str:
        year, month, date = day(self.dice)
        return f"{HOST}/zwgk/{year}/{month:02}{date:02}/{article}.html"

    def lists(self, number: int, column: Column) -> None:
        pages = chunks(column.articles, self.PAGE)
        for place, articles in enumerate(pages, 1):
            turns = "".join(
                f'<li><a href="list_{40 + number}_{one}.html">{one}</a></li>'
                for one in range(1, min(len(pages), 5) + 1)
            )
            turns += f'<li><a href="list_{40 + number}_{place + 1}.html">下一页</a></li>' if place < len(pages) else ""
            turns += f'<li><a href="list_{40 + number}_{len(pages)}.html">末页</a></li>' if len(pages) > 1 else ""
            url = column.url.replace("_1.html", f"_{place}.html")
            self.fiction.site[url] = self.page(column, articles, f"<ol>{turns}</ol>")


class PowerEasy(Builder):
    def column_url(self, number: int) -> str:
        return f"{HOST}/Category_{60 + number}/Index.aspx"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/Item/{article}.aspx"

    def lists(self, number: int, column: Column) -> None:
        pages = chunks(column.articles, self.PAGE)
        for place, articles in enumerate(pages, 1):
            after = f'<a href="Index_{place + 1}.aspx">下一页</a>' if place < len(pages) else ""
            url = column.url if place == 1 else column.url.replace("Index.", f"Index_{place}.")
            self.fiction.site[url] = self.page(column, articles, after)


class Plain(Builder):
    """A site of no family: lists by query, without a shape of article addresses."""

    def column_url(self, number: int) -> str:
        return f"{HOST}/{'abcdefgh'[number]}oard/"

    def article_url(self, number: int, article: int) -> str:
        return f"{HOST}/read-{quote(format(article, 'x'))}"

    def lists(self, number: int, column: Column) -> None:
        pages = chunks(column.articles, self.PAGE)
        for place, articles in enumerate(pages, 1):
            last = f'<a href="?page={len(pages)}">尾页</a>' if len(pages) > 1 else ""
            after = f'<a href="?page={place + 1}">下一页</a>' if place < len(pages) else ""
            self.fiction.site[column.url + (f"?page={place}" if place > 1 else "")] = self.page(
                column, articles, after + last
            )


class Feed(Plain):
    """A site of no family whose columns are feeds."""

    def lists(self, number: int, column: Column) -> None:
        items = (f"<item><title>{title(self.dice)}</title><link>{url}</link></item>" for url in column.articles)
        self.fiction.site[column.url] = (
            f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'
        )

    def twin(self, column: Column) -> None:
        """A feed names each item once."""


BUILDERS: dict[str, tuple[str, type[Builder]]] = {
    "trs": ("trs", Trs),
    "hanweb": ("hanweb", Hanweb),
    "jpaas": ("hanweb", Jpaas),
    "vsb": ("vsb", Vsb),
    "ucap": ("ucap", Ucap),
    "gkmlpt": ("gkmlpt", Gkmlpt),
    "lonsun": ("lonsun", Lonsun),
    "sudy": ("sudy", Sudy),
    "dede": ("numbered", Dede),
    "powereasy": ("numbered", PowerEasy),
    "plain": ("generic", Plain),
    "feed": ("generic", Feed),
}


def fictional(kind: str, seed: int, articles: int | None = None) -> Fiction:
    """Return a portal of *kind*; the same seed gives the same portal."""
    family, builder = BUILDERS[kind]
    return builder(family, seed, articles).build()
