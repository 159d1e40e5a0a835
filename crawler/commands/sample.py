"""``scrapy sample``: fetch one page of a portal, save it as a sample and write what is read from it, for review."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import scrapy
from scrapy import signals
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.browser import find_lack
from crawler.errors import PortalError
from crawler.expectations import read_expectation
from crawler.portals import PortalLoader, load_portal
from crawler.samples import Sample, SampleFault, find_samples, load_sample, sample_folder, write_expected


class Command(ScrapyCommand):
    """Exit with 0, 1 where the page could not be fetched, 2 where the names are wrong or it runs in CI."""

    requires_project = True

    def syntax(self) -> str:
        """Return how the command is typed."""
        return "[options] <portal> <url> <label>  |  --again [<portal> [<label>]]"

    def short_desc(self) -> str:
        """Return what ``scrapy`` prints beside the command."""
        return "Save a page as a sample and write what is read from it, for review"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--samples", type=Path, default=Path("samples"), help="the folder of samples")
        parser.add_argument("--again", action="store_true", help="fetch nothing; read saved samples again")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep the log to errors, unless asked for more: what the command did is one line."""
        super().process_options(args, opts)
        if self.settings is not None and not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Make one sample, or read samples again."""
        if len(args) > 3 or (len(args) < 3 and not opts.again):
            raise UsageError
        try:
            if os.environ.get("CI"):
                raise SampleFault("expectations are written by a person and reviewed, never in CI")
            loader = PortalLoader.of(self.settings)
            if opts.again:
                # The command that made a sample reads it again with --again at its end.
                self._read_again(loader, opts.samples, *(args if len(args) < 3 else args[::2]))
            else:
                self._make(loader, opts.samples, *args)
        except PortalError as error:
            sys.stderr.write(f"scrapy sample: {error}\n")
            self.exitcode = 2

    def _make(self, loader: PortalLoader, samples: Path, name: str, url: str, label: str) -> None:
        portal = load_portal(loader, name)
        if not url.startswith(("http://", "https://")):
            raise SampleFault(f"{url!r} is no address that begins with http:// or https://")
        folder = sample_folder(samples, name, label)
        if (folder / "page.json").exists():
            raise SampleFault(f"{folder}: is a sample already; take another label, or read it again with --again")
        fault, spider = self._fetch(url, portal.selector_at(url))
        if fault or spider is None or spider.answer is None:
            sys.stderr.write(f"scrapy sample: {url}: {fault or 'nothing was fetched; the log says why'}\n")
            self.exitcode = 1
            return
        status, headers, body = spider.answer
        captured_at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        sample = Sample(name, label, url, status, headers, captured_at, body, spider.drawn)
        expected = read_expectation(sample, portal)
        write_expected(sample.write(samples), expected)
        drawn = "" if spider.drawn is None else f", drawn by a browser ({len(spider.drawn)} bytes)"
        sys.stdout.write(
            f"{folder}: status {status}, {len(body)} bytes{drawn}, read as {expected['kind']}; review it\n"
        )

    def _fetch(self, url: str, selector: str | None) -> tuple[str | None, OnePage | None]:
        """Fetch *url* through Scrapy, proxy and robots.txt included; return why it failed where it did, and by whom.

        With *selector* a browser draws the page too, until that matches.
        """
        process = self.crawler_process
        if process is None:
            return "scrapy sample runs inside the project", None
        lack = find_lack(process.settings) if selector else None
        if lack:
            return f"its list must be drawn by a browser: {lack}", None
        crawler = process.create_crawler(DrawnPage if selector else OnePage)
        process.crawl(crawler, url=url, **({"selector": selector} if selector else {}))
        process.start()
        spider = crawler.spider
        return (spider.fault, spider) if isinstance(spider, OnePage) else (None, None)

    def _read_again(
        self, loader: PortalLoader, samples: Path, name: str | None = None, label: str | None = None
    ) -> None:
        if name is not None:
            load_portal(loader, name)
        folders = list(find_samples(samples, name, label))
        if not folders:
            raise SampleFault(f"{'/'.join(filter(None, (str(samples), name, label)))}: holds no sample")
        for folder in folders:
            sample = load_sample(folder)
            write_expected(folder, read_expectation(sample, load_portal(loader, sample.portal)))
        sys.stdout.write(f"{len(folders)} samples read again; review what changed before you commit\n")


class OnePage(scrapy.Spider):
    """Fetches one page and keeps what was served: its status, its headers, and its bytes without content coding."""

    name = "one_page"
    custom_settings = {  # noqa: RUF012  declared by Scrapy as a class variable
        "SPIDER_MIDDLEWARES": {},
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {},
        "SCHEDULER": "scrapy.core.scheduler.Scheduler",
        "DOWNLOAD_HANDLERS": {},
        "DOWNLOAD_DELAY": 0,
    }

    def __init__(self, url: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.url = url
        self.headers: dict[str, str] = {}
        self.answer: tuple[int, dict[str, str], bytes] | None = None
        self.drawn: bytes | None = None
        self.fault: str | None = None

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the page, whatever its status, without following where it sends."""
        self.crawler.signals.connect(self._as_served, signal=signals.response_downloaded)
        meta = {"handle_httpstatus_all": True, "dont_redirect": True, "sample": True}
        yield Request(self.url, callback=self.parse, errback=self._failed, meta=meta, dont_filter=True)

    def _as_served(self, response: Response, request: Request) -> None:
        """Take the headers before the body is decompressed and Content-Encoding is dropped."""
        if request.meta.get("sample"):
            self.headers = {
                name.decode("latin-1"): b", ".join(values).decode("latin-1")
                for name, values in response.headers.items()
            }

    def parse(self, response: Response, **_: Any) -> Iterator[Request]:
        """Keep the page."""
        self.answer = (response.status, self.headers, response.body)
        yield from ()

    def _failed(self, failure: Failure) -> None:
        self.fault = failure.getErrorMessage()


class DrawnPage(OnePage):
    """Fetches one page, and again for a browser that draws it until *selector* matches."""

    # So much tells the middleware that there is something to draw.
    rendered: ClassVar[dict[str, str]] = {"page": "html"}

    def __init__(self, url: str, selector: str, **arguments: Any) -> None:
        super().__init__(url, **arguments)
        self.selector = selector

    def selector_for(self, request: Request) -> str | None:
        """Return what must match on the page that *request* asks for; None where it is wanted as served."""
        return self.selector if request.meta.get("drawn") else None

    def parse(self, response: Response, **_: Any) -> Iterator[Request]:
        """Keep the page, and ask for it once more to have it drawn."""
        yield from super().parse(response)
        meta = {"drawn": True, "dont_redirect": True}
        if response.status == 200:
            yield Request(self.url, callback=self.take_drawn, errback=self._failed, meta=meta, dont_filter=True)

    def take_drawn(self, response: Response) -> None:
        """Keep the page as it was drawn; one that was not, such as a challenge, is kept as served alone."""
        if "rendered" in response.flags:
            self.drawn = response.body
