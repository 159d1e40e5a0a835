"""``scrapy newportal``: look at a portal nobody has declared, write its file and first samples."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import scrapy
from scrapy import signals
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.commands.sample import OnePage
from crawler.divisions import full_name
from crawler.errors import BadPortal, PortalError
from crawler.expectations import read_expectation
from crawler.failures import explain
from crawler.portal_file import PORTAL_NAME, PortalFile, portal_file
from crawler.portals import PortalLoader, load_portal
from crawler.reading.listing import is_printed_page
from crawler.samples import Sample, sample_folder, write_expected
from crawler.survey import Finding, Survey


class Command(ScrapyCommand):
    """Exit with 0, 1 where the portal could not be looked at, 2 where it cannot be declared."""

    requires_project = True

    def syntax(self) -> str:
        """Return how the command is typed."""
        return "[options] <home address>"

    def short_desc(self) -> str:
        """Return what ``scrapy`` prints beside the command."""
        return "Look at a portal, tell its family and columns, write its file and first samples"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--name", help="the portal's name, as in hunan_lixian (default: from province and host)")
        parser.add_argument("--title", help="the portal's Chinese name (default: as the site says)")
        parser.add_argument("--division", help="the division's six digits (default: from the site's code or name)")
        parser.add_argument("--samples", type=Path, default=Path("samples"), help="the folder of samples")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Refuse what is no address in one line, before Scrapy starts anything."""
        super().process_options(args, opts)
        if len(args) != 1 or not re.match(r"https?://[^/\s]+", args[0]):
            raise UsageError("scrapy newportal takes one address, http:// or https://", print_help=False)
        if opts.name and not PORTAL_NAME.fullmatch(opts.name):
            raise UsageError(f"{opts.name!r} is no portal's name, which is as hunan_lixian is", print_help=False)
        if opts.division and not re.fullmatch(r"\d{6}", opts.division):
            raise UsageError("--division takes the six digits of GB/T 2260", print_help=False)
        if self.settings is not None and not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Survey the portal and write what was found."""
        home = args[0] if args[0].count("/") > 2 else args[0] + "/"
        try:
            spider = self._look(home)
            finding = spider.survey.finding()
            if opts.title:
                finding = replace(finding, title=opts.title)
        except PortalError as error:
            self._say(f"scrapy newportal: {error}", 1)
            return
        try:
            file = portal_file(finding, self._spiders(), opts.name, opts.division)
            file.write()
            samples = self._write_samples(file, spider, finding, opts.samples)
        except PortalError as error:
            self._say(f"scrapy newportal: {error}", 2)
            return
        sys.stdout.writelines(f"{line}\n" for line in _told(finding, file, samples))

    def _say(self, line: str, exitcode: int) -> None:
        sys.stderr.write(f"{line}\n")
        self.exitcode = exitcode

    def _look(self, home: str) -> SurveySpider:
        if self.crawler_process is None:
            raise BadPortal("scrapy newportal runs inside the project")
        crawler = self.crawler_process.create_crawler(SurveySpider)
        self.crawler_process.crawl(crawler, home=home)
        self.crawler_process.start()
        spider = crawler.spider
        if not isinstance(spider, SurveySpider):
            raise BadPortal(f"{home}: the survey did not start; the log says why")
        if spider.fault is not None:
            raise spider.fault
        return spider

    def _spiders(self) -> Path:
        packages = self.settings.getlist("SPIDER_MODULES") if self.settings is not None else []
        spec = find_spec(packages[0]) if packages else None
        places = list(spec.submodule_search_locations or []) if spec else []
        if not places:
            raise BadPortal("the setting SPIDER_MODULES names no package to write the portal into")
        return Path(places[0])

    def _write_samples(self, file: PortalFile, spider: SurveySpider, finding: Finding, samples: Path) -> int:
        """Write the entrance and each column as samples; a file that proves wrong is taken back.

        Of a newspaper they are its entry and the first printed page.
        """
        try:
            portal = load_portal(PortalLoader.of(self.settings), file.name)
        except BadPortal:
            file.path.unlink()
            raise
        labels = {finding.home: "home"}
        labels |= {column.address: f"list-{column.key.replace('_', '-')}" for column in finding.columns}
        if finding.columns[0].key == "paper":
            fronts = (url for url, kept in spider.answers.items() if is_printed_page(kept.url))
            labels |= {url: f"page-{number}" for number, url in enumerate(fronts, 1)}
        written = 0
        for address, label in labels.items():
            answer = spider.answers.get(address)
            if answer is not None and not (sample_folder(samples, file.name, label) / "page.json").exists():
                sample = replace(answer, portal=file.name, label=label)
                write_expected(sample.write(samples), read_expectation(sample, portal))
                written += 1
        return written


def _told(finding: Finding, file: PortalFile, samples: int) -> Iterator[str]:
    """What was found and what a crawl would do, in lines."""
    yield f"{finding.title}: family {finding.verdict.family} ({'; '.join(finding.verdict.evidence)})"
    yield f"  division {file.division_code} {full_name(file.division_code)}, {_code(finding)}"
    for column in finding.columns:
        seen = f"links {len(column.rows)}" if column.rows else "a list that comes in answers to a script"
        yield f"  {column.name} {column.address}: {seen}, further pages {len(column.turns)}"
    for column in finding.scripted:
        yield f"  {column.name} {column.address}: its list is empty without a script, and left out"
    if finding.scripted:
        yield "  with the extra 'browser' a portal declares them, and what must match in each once it is drawn, such as"
        yield f"    rendered = {_rendered(finding)}"
    if finding.unread:
        yield f"  {_unread(finding)}"
    if finding.unseen:
        yield f"  {finding.unseen} more links may lead to columns; they were not looked at"
    first = next((column for column in finding.columns if column.rows), None)
    for row in first.rows[:5] if first else ():
        yield f"    {row.day or '          '} {row.title} {row.url}"
    yield f"{file.path}: written, with {samples} samples; review them, then run `scrapy crawl {file.name}`"


def _code(finding: Finding) -> str:
    return f"site code {finding.site_code}" if finding.site_code else "no site code printed"


def _unread(finding: Finding) -> str:
    told = (f"{count} {why}" for why, count in finding.unread.items())
    return f"links that may lead to columns and could not be read: {', '.join(told)}"


def _rendered(finding: Finding) -> str:
    words = {column.key: column.selector for column in finding.scripted}
    return json.dumps(words, ensure_ascii=False)


class SurveySpider(scrapy.Spider):
    """Fetches what a survey wants to see, and keeps each answer as it was served."""

    name = "survey"
    custom_settings = OnePage.custom_settings

    def __init__(self, home: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.survey = Survey(home)
        self.fault: PortalError | None = None
        self.answers: dict[str, Sample] = {}
        self._asked: set[str] = set()
        self._headers: dict[str, dict[str, str]] = {}

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the home page."""
        self.crawler.signals.connect(self._as_served, signal=signals.response_downloaded)
        for request in self._wanted():
            yield request

    def _wanted(self) -> Iterator[Request]:
        fresh = [one for one in self.survey.wanted if one not in self._asked]
        # At once, not one by one: while a request is taken over, another answer may come in.
        self._asked.update(fresh)
        for address in fresh:
            yield Request(
                address,
                callback=self.parse,
                errback=self._failed,
                cb_kwargs={"asked": address},
                # A wall's answer or an error is told as such; redirects are followed.
                meta={"handle_httpstatus_list": [202, *range(400, 600)]},
                dont_filter=True,
            )

    def _as_served(self, response: Response) -> None:
        """Take the headers before the body is decompressed and Content-Encoding is dropped."""
        self._headers[response.url] = {
            name.decode("latin-1"): b", ".join(values).decode("latin-1") for name, values in response.headers.items()
        }

    def parse(self, response: Response, asked: str = "", **_: Any) -> Iterator[Request]:
        """Hand an answer to the survey, and ask for what it wants next."""
        headers = self._headers.get(response.url, {})
        try:
            self.survey.take(asked, response.url, response.status, headers, response.body)
        except PortalError as error:
            self.fault = error
            return
        captured_at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self.answers[asked] = Sample(
            "survey", "survey", response.url, response.status, headers, captured_at, response.body
        )
        yield from self._wanted()

    def _failed(self, failure: Failure) -> list[Request]:
        request: Request = failure.request  # type: ignore[attr-defined]
        asked = str(request.cb_kwargs["asked"])
        if isinstance(failure.value, HttpError):
            # A redirect that is not followed, such as a wall's to itself.
            return list(self.parse(failure.value.response, asked))
        self.survey.wanted.remove(asked)
        if self.survey.entrance is None:
            self.fault = PortalError(f"{asked}: cannot be fetched: {explain(request, failure)}")
        return []
