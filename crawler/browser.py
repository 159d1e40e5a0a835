"""A browser that draws pages whose lists only a script can fill; it has no network of its own.

Chromium is started with every connection closed to it. The page it draws is handed to it as it was captured, and
what the page asks for is fetched by the crawler itself, so that nothing goes unrecorded and robots.txt, delays and
the refusal of inner addresses hold for scripts as for links.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings

# As distributions and vendors call it.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Whatever is not answered here must fail: pages in new windows, sockets, prefetched names, calls of the browser's own.
_NO_NETWORK = {"server": "http://127.0.0.1:9", "bypass": "<-loopback>"}
_FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# They say nothing that a list is made of.
_LEFT_OUT = frozenset({"image", "media", "font", "websocket", "eventsource", "ping", "manifest"})

Fetch = Callable[[Any], Awaitable[Response]]


class NotDrawn(Exception):
    """The browser could not draw a page; the message says why in one line."""


def find_browser(settings: BaseSettings) -> str | None:
    """Return the path of Chromium: what the setting RENDER_BROWSER names, or the one that is installed."""
    named = settings.get("RENDER_BROWSER")
    return next((path for name in ([named] if named else _NAMES) if (path := shutil.which(name))), None)


def find_lack(settings: BaseSettings) -> str | None:
    """Return what is missing for pages to be drawn, and how to come by it; None where nothing is."""
    if find_spec("scrapy_playwright") is None:
        return "scrapy-playwright is missing; install it with: pip install 'xianzhi[browser]'"
    if find_browser(settings) is None:
        named = settings.get("RENDER_BROWSER")
        what = f"no browser at {named!r}, which RENDER_BROWSER names" if named else "Chromium is missing"
        return f"{what}; install the package chromium, or name its path in the setting RENDER_BROWSER"
    return None


class Browser:
    """Chromium, started when the first page is to be drawn; made before the crawl begins and closed after it.

    scrapy-playwright's download handler starts, restarts and closes it. It is not Scrapy's handler for any address:
    as such it would let the browser fetch pages, and their bytes would never be seen.
    """

    def __init__(self, crawler: Crawler) -> None:
        from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

        # It tells each page with a warning and a traceback; what goes wrong is told in one line where it is met.
        logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)
        self._handler: Any = ScrapyPlaywrightDownloadHandler(crawler)
        self._handler.config.navigation_timeout_ms = self._patience = 1000 * crawler.settings.getfloat("RENDER_TIMEOUT")
        self._handler.config.launch_options = {
            "executable_path": find_browser(crawler.settings),
            "args": list(_FLAGS),
            "proxy": _NO_NETWORK,
            # Chromium's own sandbox, which it refuses to set up for root.
            "chromium_sandbox": os.geteuid() != 0,
        }
        self._most = crawler.settings.getint("RENDER_REQUESTS")
        self._grace = crawler.settings.getfloat("RENDER_GRACE")
        self._context = {
            "user_agent": crawler.settings["USER_AGENT"],
            "locale": "zh-CN",
            "timezone_id": "Asia/Shanghai",
            "service_workers": "block",
            "accept_downloads": False,
        }

    async def draw(self, response: Response, selector: str, fetch: Fetch) -> tuple[str, bool]:
        """Return the markup of *response* once *selector* matches in it, and whether it does.

        *fetch* answers what the page asks for, given Playwright's request; what it raises is a request that failed.
        Raises NotDrawn.
        """
        from playwright.async_api import Error
        from scrapy_playwright.page import PageMethod

        drawing = _Drawing(response, selector, fetch, self._patience, self._most)
        meta = {
            "playwright": True,
            "playwright_context_kwargs": self._context,
            "playwright_page_init_callback": drawing.begin,
            "playwright_page_goto_kwargs": {"wait_until": "commit"},
            "playwright_page_methods": [PageMethod(drawing.wait)],
        }
        deadline = self._patience / 1000 + self._grace
        try:
            await asyncio.wait_for(self._handler.download_request(Request(response.url, meta=meta)), deadline)
        except TimeoutError as error:
            await self._drop_pages()
            raise NotDrawn(f"the page kept the browser busy for {deadline:.0f} seconds") from error
        except Error as error:
            raise NotDrawn(error.message.splitlines()[0]) from error
        return drawing.markup, drawing.matched

    async def _drop_pages(self) -> None:
        """Close what is open: a script that never ends answers nobody."""
        for wrapper in list(self._handler.context_wrappers.values()):
            await wrapper.context.close()

    async def close(self) -> None:
        """End the browser."""
        await self._handler.close()


class _Drawing:
    """One page in the browser: what it asks for is answered until what it is drawn for is there."""

    def __init__(self, response: Response, selector: str, fetch: Fetch, patience: float, most: int) -> None:
        self._response, self._selector, self._fetch, self._patience = response, selector, fetch, patience
        self._most, self._asked = most, 0
        self._over = asyncio.Event()
        self._handed_over = self._done = False
        self.matched = False
        self.markup = ""

    async def begin(self, page: Any, request: Request) -> None:
        """Take over all that *page* asks for, before it is loaded."""
        del request
        # The last route that is set goes before scrapy-playwright's own, which would send requests out.
        await page.route("**", self._answer)

    async def wait(self, page: Any) -> None:
        """Wait until the selector matches, at most as long as is allowed, and take the markup."""
        appears = asyncio.ensure_future(self._appears(page))
        over = asyncio.ensure_future(self._over.wait())
        done, waiting = await asyncio.wait({appears, over}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        # What is still asked for would only keep the page from being done.
        self._done = True
        self.matched = appears in done and appears.result()
        self.markup = await page.content()
        await page.goto("about:blank")

    async def _appears(self, page: Any) -> bool:
        from playwright.async_api import TimeoutError as TimedOut

        try:
            await page.wait_for_selector(f"css={self._selector}", state="attached", timeout=self._patience)
        except TimedOut:
            return False
        return True

    async def _answer(self, route: Any, asked: Any) -> None:
        from playwright.async_api import Error

        try:
            await self._answer_or_abort(route, asked)
        except Error:
            # The page was closed meanwhile; nobody waits for the answer.
            if not self._done:
                raise

    async def _answer_or_abort(self, route: Any, asked: Any) -> None:
        if asked.is_navigation_request():
            # The page itself, once: frames and pages it would send the browser to are not the list.
            if self._handed_over:
                await route.abort()
                return
            self._handed_over = True
            await _fulfil(route, self._response)
        elif self._done or asked.resource_type in _LEFT_OUT or self._is_too_much():
            await route.abort()
        else:
            try:
                answer = await self._fetch(asked)
            except Exception:  # noqa: BLE001  whatever keeps a script from us is counted where it is fetched
                await route.abort()
            else:
                await _fulfil(route, answer)

    def _is_too_much(self) -> bool:
        """Count a request, and tell whether the page has had its share; one that goes on asking is done."""
        self._asked += 1
        if self._asked > 2 * self._most:
            self._over.set()
        return self._asked > self._most


# Lengths and codings are those of the wire; an archive carries no cookies from page to page.
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"})


async def _fulfil(route: Any, answer: Response) -> None:
    headers = {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in answer.headers.items()
        if values and name.decode("latin-1").lower() not in _OF_THE_WIRE
    }
    await route.fulfill(status=answer.status, headers=headers, body=answer.body)
