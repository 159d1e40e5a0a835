"""``scrapy crawl``: as in any Scrapy project, with an exit status that says whether the crawl met its expectations."""

from __future__ import annotations

import argparse
import sys
from typing import Any, ClassVar

from scrapy.commands import crawl
from scrapy.exceptions import UsageError

from archive.language import follow_locale
from crawler.errors import PortalError
from crawler.monitors import exit_status
from crawler.portals import PortalLoader, load_portal
from crawler.temporary_portal import PACKAGE, declare_temporarily


class Command(crawl.Command):
    """Crawl one portal; exit with 0, 1 where a monitor failed, 2 where the crawl could not run.

    An address instead of a name is looked at as ``scrapy newportal`` does, and crawled as a portal without a file.
    """

    # An error in the file of one portal must not keep another from being crawled.
    default_settings: ClassVar[dict[str, Any]] = {"SPIDER_LOADER_CLASS": "crawler.portals.PortalLoader"}

    def short_desc(self) -> str:
        """Return what ``scrapy`` prints beside the command."""
        return "Crawl a portal, by its name or its address"

    def syntax(self) -> str:
        """Return how the command is typed."""
        return "[options] <portal or home address>"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Refuse an unknown or wrong portal in one line, before Scrapy starts anything."""
        super().process_options(args, opts)
        follow_locale()  # what stops a crawl is told to archivists, and xianzhi crawl runs each in a process of its own
        if len(args) != 1:
            raise UsageError("scrapy crawl takes the name of one portal", print_help=False)
        try:
            if args[0].startswith(("http://", "https://")):
                args[0] = declare_temporarily(args[0], opts.set)
                if self.settings is not None:
                    self.settings.set("SPIDER_MODULES", [PACKAGE], priority="cmdline")
            load_portal(PortalLoader.of(self.settings), args[0]).check_arguments(opts.spargs)
        except PortalError as error:
            sys.stderr.write(f"scrapy crawl: {error}\n")
            raise SystemExit(2) from error

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the portal named in *args*."""
        if self.crawler_process is None:
            raise UsageError("scrapy crawl runs inside the project", print_help=False)
        crawler = self._create_crawler(args[0])
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        self.exitcode = exit_status(crawler.stats.get_stats() if crawler.stats else {})
