"""A crawl of given addresses with the real settings, in a process of its own; run as a script it is that process."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, ClassVar

ROOT = Path(__file__).parents[2]
NAME = "test_portal"
QUICK = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "RETRY_ENABLED": False,
    "SOFT_404_PROBE": False,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "LOG_LEVEL": "INFO",
}


@dataclass
class Ended:
    """How a crawl ended: its statistics, what reached callbacks and errbacks by address, its log and exit status."""

    status: int
    log: str
    stats: dict[str, Any] = field(default_factory=dict)
    answered: dict[str, Any] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def crawl(
    holdings: Path,
    home: str,
    requests: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    timeout: float = 180,
    largest_file: int = 0,
    scrapy_version: str = "",
    pass_fds: Sequence[int] = (),
) -> Ended:
    """Crawl *requests* (keyword arguments of Request) of a portal at *home* and return how that ended.

    With *largest_file* the disk is full for every file that grows past so many bytes; with *scrapy_version* Scrapy
    says that it is of that version.
    """
    order = {
        "home": home,
        "requests": list(requests),
        "settings": {"HOLDINGS": str(holdings), **QUICK, **(settings or {})},
        "largest_file": largest_file,
        "scrapy_version": scrapy_version,
    }
    bare = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    ended = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(order),
        env={**bare, "PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "crawler.settings", **(environ or {})},
        capture_output=True,
        pass_fds=tuple(pass_fds),
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    told = ended.stdout.strip().splitlines()
    return Ended(ended.returncode, ended.stderr, **(json.loads(told[-1]) if told else {}))


def main() -> None:
    """Run the crawl that standard input describes; print what came of it as one line of JSON."""
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    order = json.load(sys.stdin)
    if order["largest_file"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest_file"],) * 2)
    if order["scrapy_version"]:
        scrapy.__version__ = order["scrapy_version"]
    answered: dict[str, Any] = {}
    failed: dict[str, str] = {}

    class TestSpider(scrapy.Spider):
        name = NAME
        title = "试验县"
        division_code = "450206"
        home = order["home"]
        columns: ClassVar[dict[str, str]] = {}

        async def start(self) -> AsyncIterator[scrapy.Request]:
            for fields in order["requests"]:
                meta = {"handle_httpstatus_all": True, "dont_redirect": True, **fields.get("meta", {})}
                body = fields.get("body", "").encode("latin-1")
                yield scrapy.Request(
                    fields["url"],
                    callback=self.take,
                    errback=self.miss,
                    method=fields.get("method", "GET"),
                    body=body,
                    dont_filter=fields.get("dont_filter", False),
                    meta={key: value for key, value in meta.items() if value is not None},
                )

        def take(self, response: Any) -> Iterator[Any]:
            record = response.meta.get("record")
            answered[response.url] = {
                "status": response.status,
                "length": len(response.body),
                "record": asdict(record) if record else None,
            }
            yield from ()

        def miss(self, failure: Any) -> None:
            failed[failure.request.url] = f"{type(failure.value).__name__}: {failure.value}"

    settings = get_project_settings()
    settings.update(order["settings"], priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(TestSpider)
    process.crawl(crawler)
    process.start()
    from crawler.monitors import exit_status

    stats = {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, str | int | float)}
    sys.stdout.write(json.dumps({"stats": stats, "answered": answered, "failed": failed}) + "\n")
    raise SystemExit(exit_status(stats))


if __name__ == "__main__":
    main()
