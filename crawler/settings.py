"""Every Scrapy setting of every crawl, each with its reason; portals set none."""

from __future__ import annotations

import os
from typing import Any

BOT_NAME = "xianzhi"
SPIDER_MODULES = ["crawler.spiders"]
# Scrapy's own imports every portal to find one, and falls over one wrong file among thousands.
SPIDER_LOADER_CLASS = "crawler.portals.PortalLoader"
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"

# --- The store

# Where crawls are kept; the command line's --holdings and the environment say otherwise.
HOLDINGS = os.environ.get("XIANZHI_HOLDINGS", "./holdings")
# Who is responsible for the crawl: it stands in the WARC's warcinfo and in the User-Agent. An address that a
# webmaster can write to; empty until the archivist sets it.
OPERATOR = os.environ.get("XIANZHI_OPERATOR", "")

# --- Who we are

# A webmaster must be able to tell us from others and to reach us: OPERATOR is put in. robots.txt is matched against
# the first word.
USER_AGENT = "xianzhi/0.1 (county annals web archive; operator not named)"
# Portals with a Chinese and an English side choose by the language. Brotli and zstd are understood here, but not by all
# that will read the WARC: warcio 1.8 stumbles over Brotli.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
}

# --- Politeness

# robots.txt decides. Archivists with a mandate override it for one portal, with the reason, and the crawl records it:
# ROBOTS_OVERRIDES = {"guangxi_liujiang": "deposit agreement of 2025-01-08"}.
ROBOTSTXT_OBEY = True
ROBOTS_OVERRIDES: dict[str, str] = {}
# County portals run on small machines: one second between requests to a host, and longer when it answers slowly.
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 4
CONCURRENT_REQUESTS = 16
# A delay or concurrency of its own for a host: {"www.liujiang.gov.cn": {"delay": 5.0, "concurrency": 1}}.
DOWNLOAD_SLOTS: dict[str, dict[str, Any]] = {}
# A Crawl-delay in robots.txt is kept up to so many seconds; 0 ignores it. Some ask for hours by mistake.
ROBOTS_DELAY_MAX = 30.0
# The hours, by China's clock, in which a portal is asked, by the host of its home, "*" for all others:
# {"www.liujiang.gov.cn": "20:00-07:00"}. A crawl that is running waits.
HOURS: dict[str, str] = {}
# An e-paper's session or a portal's counter is nothing that an archive wants to carry from page to page.
COOKIES_ENABLED = False

# --- Limits

# Slow portals answer within a minute or not at all.
DOWNLOAD_TIMEOUT = 60
DNS_TIMEOUT = 20
# Attachments of portals are scanned PDF files of up to some tens of megabytes. What is larger is cut, and its record
# says so; a body that grows past this when decompressed is a bomb.
DOWNLOAD_MAXSIZE = 64 << 20
DOWNLOAD_WARNSIZE = 32 << 20
# A crawl that has received so many bytes is closed; the next one goes on with what is left. 0 for no limit.
BYTES_BUDGET = 0
# A portal's redirects go to https, to www and to an index page; more is a loop.
REDIRECT_MAX_TIMES = 8
# Pages that send on sooner have nothing to read; after it, home pages are shown to those who left theirs open.
METAREFRESH_MAXDELAY = 15
# Longer ones are search pages and traps that add to themselves.
URLLENGTH_LIMIT = 1024
DEPTH_LIMIT = 60
# Retries are requests like others: each makes its own record.
RETRY_TIMES = 2
# Scrapy's list without OSError, which is what a full disk raises too.
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
    "twisted.internet.error.ConnectionDone",
    "twisted.internet.error.ConnectError",
    "twisted.internet.error.ConnectionLost",
    "scrapy.core.downloader.handlers.http11.TunnelError",
]
# Each failure is counted by cause and told in the report; a failed page is no error of the program.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
# A crawl of this share of challenge pages has failed.
BLOCKED_SHARE = 0.05
# A crawl is held against the portal's own last good ones. After a portal was laid out anew, name the day from which on
# its crawls are a measure again: {"guangxi_liujiang": "2025-03-01"}.
MONITOR_SINCE: dict[str, str] = {}
# Where to tell that a crawl did not end well: an address that takes JSON, and people who get mail by way of Scrapy's
# MAIL_HOST, MAIL_FROM and the others. Nobody can hold the crawl up: its archive is closed by then.
MONITOR_WEBHOOK = os.environ.get("XIANZHI_WEBHOOK", "")
MONITOR_MAIL: list[str] = []
# Suites of Spidermon monitors of a developer's own, judged at the end of every crawl along with CrawlSuite of
# crawler.monitors.checks; their actions run once the archive is closed.
SPIDERMON_SPIDER_CLOSE_MONITORS: list[str] = []

# --- What is asked for

# "full" asks for the whole portal, "incremental" for what is new since, as the lists show it.
CRAWL_KIND = "full"
# An incremental crawl becomes a full one when the last full crawl that went well is older: only that one finds what
# was edited or taken away deep in the lists.
FULL_CRAWL_DAYS = 30
# So many pages of a list are read beyond the first one whose rows are all held: lists are sorted by hand now and then.
LIST_OVERLAP = 1
# Pages published in the last so many days are looked at again, since most edits and withdrawals come soon.
RECENT_DAYS = 7
# Style sheets, scripts, pictures and fonts of captured pages, so that a replay looks like the page: asked for last,
# each once. A crawl leaves them out with -a requisites=no.
PAGE_REQUISITES = True

# Each host with articles is asked once a crawl for an address that was made up: sites that never say 404 show by it
# what their missing pages look like.
SOFT_404_PROBE = True

# --- The raw road

# Every answer is written down where it leaves the wire, before anything can fail.
DOWNLOAD_HANDLERS = {
    "http": "crawler.wire.WireHandler",
    "https": "crawler.wire.WireHandler",
    # A page must not make the crawler read files or talk to anything else.
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
# Ours stand where Scrapy's would lose something.
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.FailureCount": 1,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.Robots": 100,
    "crawler.probing.Probe": 210,
    # Behind redirects and decompression, so that it draws the page that was reached.
    "crawler.rendering.Rendering": 200,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    # Before the redirects on the way out and behind them on the way back: an answer that leads elsewhere is followed,
    # as it was or not, and each address is asked for by its own version.
    "crawler.conditional.Conditional": 570,
    "crawler.middlewares.PageRefresh": 580,
    # Scrapy's own guesses a charset for compressed bytes.
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.compression.Decompression": 590,
    # Scrapy would follow it until its limit, or drop it as known.
    "crawler.middlewares.SelfRedirect": 605,
    # Behind the proxy middleware, since through a proxy a name is not ours to resolve.
    "crawler.safety.Safety": 760,
}
# Judging an address and connecting to it must use the same answer of the name server.
DNSCACHE_ENABLED = True
# A record without a request to the site would be none.
HTTPCACHE_ENABLED = False

# --- The clean road

# Faults first, so that they see what all others raise.
SPIDER_MIDDLEWARES = {
    "crawler.middlewares.PortalFaults": 10,
    "crawler.middlewares.Provenance": 20,
}
ITEM_PIPELINES = {
    "crawler.pipelines.Validation": 100,
    "crawler.field_counts.FieldCounts": 800,
    "crawler.witnesses.Witnesses": 850,
    "crawler.pipelines.Keeping": 900,
}

# Scrapy makes this many tasks for every page, 100 by default, which costs more than downloading it. Our pipelines
# wait for nothing, so that one is enough, and documents stay in the order of the page.
CONCURRENT_ITEMS = 1

# --- The frontier

# Scrapy's own queue is lost at kill -9, and the crawl called finished.
SCHEDULER = "crawler.frontier.scheduler.Frontier"
# Seconds between two commits of the queue; each follows a flush of records and documents to the disk.
FRONTIER_COMMIT_INTERVAL = 1.0

# --- Pages that only a browser can fill

# For columns that a portal declares as ``rendered`` alone; the extra ``browser`` and Chromium must be installed.
# The path of Chromium, where it is not found by its usual names.
RENDER_BROWSER = os.environ.get("XIANZHI_BROWSER", "")
# Seconds that a list may take to appear: what its page asks for is fetched as politely as all else.
RENDER_TIMEOUT = 60
# Seconds that the browser's start and the handing over may take besides; then a script of the page never ends.
RENDER_GRACE = 60
# So many other addresses may one page ask for; a list needs a few scripts and an answer or two.
RENDER_REQUESTS = 50

# --- Watching

# The archive first: the others ask it. Progress also writes a file beside the portal's crawls, for `xianzhi status`.
EXTENSIONS = {
    "crawler.extensions.archiving.Archiving": 10,
    "crawler.extensions.logs.OneLineErrors": 20,
    "crawler.extensions.progress.Progress": 30,
    "crawler.extensions.crawl_delay.CrawlDelay": 40,
    "crawler.extensions.incremental.Incremental": 50,
    "crawler.extensions.alarm.Alarm": 60,
    "crawler.extensions.metrics.Metrics": 70,
    # Ports on which a running crawler takes commands; nobody asks for them.
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# The port on which a Prometheus on this machine may ask how the crawl goes; 0 for none. Crawls side by side need one
# each.
METRICS_PORT = 0
# One line a page would be more log than archive.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "crawler.extensions.logs.Terse"
# Counted and reported instead.
STATS_DUMP = False

# --- The machine

# asyncio's loop: what Scrapy is developed on, and what asynchronous libraries expect.
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
# Not uvloop, which would save a fifth of the CPU: on it Twisted never ends a TLS connection that was reset.
ASYNCIO_EVENT_LOOP = None
# Scrapy reads the source of every callback for a slip that ruff and mypy find before it is committed.
WARN_ON_GENERATOR_RETURN_VALUE = False
FEED_EXPORT_ENCODING = "utf-8"
