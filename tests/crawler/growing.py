"""A portal that publishes, edits and withdraws between crawls, its server, and a crawl of it in its own process."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from crawler.families.base import Portal
from tests.crawler.crawling import QUICK

ROOT = Path(__file__).parents[2]
HOME = "http://www.lixian.example/"
NAME = "hunan_lixian"
WORDS = ("春耕", "防汛", "道路", "社保", "校园", "村庄", "水库", "森林", "集市", "桥梁", "学校", "医院", "茶园", "渠道")
ACTS = ("检查", "部署", "启动", "完成", "公布", "推进", "调研", "验收", "座谈", "表彰", "培训", "巡查")


@dataclass
class Article:
    """One article: its address, headline, day, paragraphs and how often it was edited."""

    url: str
    title: str
    day: str
    text: list[str]
    picture: str | None = None


@dataclass
class GrowingPortal:
    """A fictional portal of family *trs* or *vsb*, its articles by column, newest first."""

    family: str = "trs"
    columns: int = 4
    articles: int = 60
    rows: int = 15
    youngest: int = 20
    pictures: float = 0.0
    paragraphs: int = 3
    padding: int = 0
    seed: int = 1
    held: dict[str, list[Article]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.number = 1000
        self.files: dict[str, bytes] = {}
        self.gone: set[str] = set()
        for number in range(self.columns):
            self.held[f"lm{chr(97 + number)}"] = []
        each = self.articles // self.columns
        for age in range(each + self.youngest, self.youngest, -1):
            for column in self.held:
                self.publish(column, age)

    def publish(self, column: str, age: int = 0) -> Article:
        """Publish an article dated *age* days ago on top of *column*."""
        self.number += 1
        day = datetime.now(UTC).date() - timedelta(days=age)
        title = f"我县{self.dice.choice(ACTS)}{self.dice.choice(WORDS)}工作第{self.number}号"
        if self.family == "trs":
            url = f"{HOME}{column}/{day:%Y%m}/t{day:%Y%m%d}_{self.number}.shtml"
        else:
            url = f"{HOME}info/{1001 + list(self.held).index(column)}/{self.number}.htm"
        article = Article(url, title, day.isoformat(), [self.sentence() for _ in range(self.paragraphs)])
        if self.dice.random() < self.pictures:
            article.picture = f"{HOME}pic/{self.number}.jpg"
            self.files[article.picture] = b"\xff\xd8\xff\xe0" + self.dice.randbytes(self.dice.randint(30_000, 90_000))
        self.held[column].insert(0, article)
        return article

    def sentence(self) -> str:
        acts = "，".join(
            f"{self.dice.choice(WORDS)}{self.dice.choice(ACTS)}{self.dice.randint(2, 999)}次" for _ in range(12)
        )
        return f"今年以来，县里{acts}，群众普遍满意。"

    def edit(self, article: Article) -> None:
        """Change the text of *article* silently."""
        article.text[0] = self.sentence()

    def withdraw(self, article: Article) -> None:
        """Take *article* off its list and the server."""
        for articles in self.held.values():
            if article in articles:
                articles.remove(article)
        self.gone.add(article.url)

    @property
    def addresses(self) -> dict[str, str]:
        """The columns as a portal file declares them."""
        return {column: f"/{column}/" if self.family == "trs" else f"/{column}.htm" for column in self.held}

    def site(self) -> dict[str, bytes]:
        """Return every page as it is now, by address."""
        pages = dict(self.files)
        links = "".join(f'<a href="{path}">栏目</a>' for path in self.addresses.values())
        pages[HOME] = self._frame("首页", links)
        for column, articles in self.held.items():
            chunks = [articles[at : at + self.rows] for at in range(0, len(articles), self.rows)] or [[]]
            for place, chunk in enumerate(chunks):
                url, pager = self._page(column, place, len(chunks), len(articles))
                rows = "".join(
                    f'<li><a href="{one.url}" title="{one.title}">{one.title}</a><span>{one.day}</span></li>'
                    for one in chunk
                )
                pages[url] = self._frame(column, f"<ul class=list>{rows}</ul>{pager}")
            for one in articles:
                pages[one.url] = self._article(one)
        return pages

    def _page(self, column: str, place: int, count: int, total: int) -> tuple[str, str]:
        if self.family == "trs":
            pager = f'<script>createPageHTML({count},{place},"index","shtml","black2",{total});</script>'
            return f"{HOME}{column}/" + (f"index_{place}.shtml" if place else ""), pager
        left = count - place
        pager = f"<span>共{total}条&nbsp; {place + 1}/{count}</span>"
        return f"{HOME}{column}" + (f"/{left}.htm" if place else ".htm"), pager

    def _frame(self, name: str, body: str) -> bytes:
        filler = "".join(
            f"<!-- {hashlib.sha256(f'{self.seed}{n}'.encode()).hexdigest()} -->" for n in range(self.padding)
        )
        return (
            f'<html><head><meta charset="utf-8"><title>{name}-澧县人民政府</title></head><body><a href="/">首页</a>'
            f'{filler}<div class="main">{body}</div><div class="foot">网站标识码：4307230001</div></body></html>'
        ).encode()

    def _article(self, article: Article) -> bytes:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in article.text)
        shown = f'<p><img src="{article.picture}"></p>' if article.picture else ""
        stamp = f"<p>发布日期：{article.day} 来源：县政府办</p>"
        body = f"<div id=zoom class=trs_editor_view>{text}{shown}</div>"
        return self._frame(article.title, f"<h1>{article.title}</h1>{stamp}{body}")


@dataclass
class PortalServer:
    """A proxy on loopback that answers for the portal; with *validators* it tells when a page is not modified."""

    portal: GrowingPortal
    validators: bool = True
    pages: dict[str, bytes] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    served: list[tuple[str, int]] = field(default_factory=list)

    def __enter__(self) -> Self:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self.publish()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def publish(self) -> None:
        """Serve the portal as it is now, and forget what was served."""
        self.pages = self.portal.site()
        self.served = []

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = self.pages.get(handler.path)
        status = self.statuses.get(handler.path, 404 if body is None else 200)
        etag = f'"{hashlib.sha256(body or b"").hexdigest()[:16]}"'
        if status == 200 and self.validators and handler.headers.get("If-None-Match") == etag:
            status = 304
        content = body if status == 200 and body is not None else b"" if status == 304 else b"<html>none</html>"
        self.served.append((handler.path, status))
        handler.send_response(status)
        handler.send_header(
            "Content-Type", "image/jpeg" if handler.path.endswith(".jpg") else "text/html; charset=utf-8"
        )
        if self.validators and status in (200, 304):
            handler.send_header("ETag", etag)
        if status != 304:
            handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    def crawl(self, holdings: Path, kind: str = "full", **settings: Any) -> Outcome:
        """Crawl the portal into *holdings* and return how that ended."""
        order = {
            "family": self.portal.family,
            "columns": self.portal.addresses,
            "settings": {"HOLDINGS": str(holdings), **QUICK, "CRAWL_KIND": kind, **settings},
        }
        environ = {**os.environ, "http_proxy": self.url, "PYTHONPATH": str(ROOT)}
        environ["SCRAPY_SETTINGS_MODULE"] = "crawler.settings"
        ended = subprocess.run(
            [sys.executable, "-m", "tests.crawler.growing"],
            input=json.dumps(order),
            env=environ,
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=900,
            check=False,
        )
        told = ended.stdout.strip().splitlines()
        assert told, ended.stderr
        stats = json.loads(told[-1])
        folder = Path(stats.get("xianzhi/folder", "."))
        described = json.loads((folder / "crawl.json").read_text("utf-8")) if (folder / "crawl.json").exists() else {}
        return Outcome(ended.returncode, ended.stderr, stats, folder, described)


@dataclass
class Outcome:
    """How a crawl ended: exit status, log, statistics, folder and crawl.json."""

    status: int
    log: str
    stats: dict[str, Any]
    folder: Path
    described: dict[str, Any]

    @property
    def counts(self) -> Mapping[str, Any]:
        """The counts of crawl.json."""
        return self.described["counts"]

    @property
    def size(self) -> int:
        """Bytes of the WARC files."""
        return sum(path.stat().st_size for path in self.folder.glob("*.warc.gz"))

    @property
    def documents(self) -> list[dict[str, Any]]:
        """The lines of documents.jsonl."""
        return [json.loads(line) for line in (self.folder / "documents.jsonl").read_text("utf-8").splitlines()]


def declare(family: str, columns: dict[str, str]) -> type[Portal]:
    """Return the portal that a file would declare."""
    module = import_module(f"crawler.families.{family}")
    base = next(one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__)
    words = {"title": "澧县人民政府", "division_code": "430723", "home": HOME, "columns": columns}
    return type("LixianSpider", (base,), {"name": NAME, "__module__": "tests.crawler.growing", **words})


def main() -> None:
    """Run the crawl that standard input describes; print its statistics as one line of JSON."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    from crawler.monitors import exit_status

    order = json.load(sys.stdin)
    portal = declare(order["family"], order["columns"])
    settings = get_project_settings()
    settings.update(order["settings"], priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(portal)
    process.crawl(crawler)
    process.start()
    stats = {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, str | int | float)}
    sys.stdout.write(json.dumps(stats) + "\n")
    raise SystemExit(exit_status(stats))


if __name__ == "__main__":
    main()
