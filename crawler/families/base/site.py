"""What every walk through a portal needs: asking for pages once, reading articles, counting what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any, ClassVar
from urllib.parse import urljoin

import scrapy
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.errors import Blocked, PortalError, UnreadablePage
from crawler.failures import explain
from crawler.families.base.scope import Scope
from crawler.layout import Layout
from crawler.reading import Document, PortalFacts, read_documents
from crawler.reading.blocking import find_challenge, find_soft_404
from crawler.reading.digest import document_id
from crawler.reading.listing import Page, bare_host, open_page, read_requisites

LIST, ARTICLE, FILES, REQUISITES = 20, 10, -10, -20

# Style sheets import others; one that imports another anew for each time it is asked for never ends.
_MOST_SHEETS = 4

Asked = Iterator[Request]
Found = Iterator[Request | Document]
# By these a site says that it has no such page (any more).
_GONE = (404, 410)
# Portals print and change their pages by the clock of Beijing.
_CHINA = timezone(timedelta(hours=8))

# What a crawl may be told with -a: the values each word takes, and in words.
_ARGUMENTS = {
    "newest": (r"[1-9]\d{0,5}", "a number from 1 on"),
    "requisites": (r"yes|no", "yes or no"),
    "since": (r"\d{4}-\d{2}-\d{2}", "a day such as 2024-01-05"),
}


class Site(scrapy.Spider):
    """A site of which pages are asked for once each, articles read, and files and pictures kept."""

    title: ClassVar[str]
    division_code: ClassVar[str]
    home: ClassVar[str]
    columns: ClassVar[dict[str, str]]
    layouts: ClassVar[tuple[Layout, ...]] = ()
    codes: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        name: str | None = None,
        *,
        newest: str | None = None,
        requisites: str | None = None,
        **arguments: str,
    ) -> None:
        given = {"newest": newest, "requisites": requisites}
        self.check_arguments({word: value for word, value in given.items() if value is not None} | arguments)
        super().__init__(name, **arguments)
        self.newest = int(newest) if newest else None
        self._requisites = requisites
        self.scope = Scope(self.addresses(), self.plain_address)
        self.allowed_domains = sorted(self.scope.domains)

    @classmethod
    def check_arguments(cls, arguments: Mapping[str, str]) -> None:
        """Raise PortalError where the *arguments* of a crawl (``-a NAME=VALUE``) are none that a portal takes.

        ``newest=2`` asks for two pages of each list and two issues of each e-paper, as a later crawl may;
        ``requisites=no`` leaves out what the pages need to look as they did.
        """
        for word, value in arguments.items():
            wanted = _ARGUMENTS.get(word)
            if wanted is None:
                raise PortalError(f"{cls.name}: takes no argument {word!r}")
            if not re.fullmatch(wanted[0], value):
                raise PortalError(f"{cls.name}: {word} is {value!r}; it should be {wanted[1]}")

    @property
    def requisites(self) -> bool:
        """Return whether this crawl asks for what pages need to look as they did: as told, else as the setting says."""
        return self.settings.getbool("PAGE_REQUISITES") if self._requisites is None else self._requisites == "yes"

    @classmethod
    def layout_on(cls, day: date, url: str) -> Layout | None:  # noqa: ARG003  some tell layouts by the address
        """Return the layout that the page at *url* had on *day*, or None where none is declared for it."""
        in_force = [layout for layout in cls.layouts if layout.until is None or layout.until >= day]
        return min(in_force, key=lambda layout: layout.until or date.max, default=None)

    @classmethod
    def layout_at(cls, moment: datetime, url: str) -> Layout | None:
        """Return the layout that the page at *url* had at *moment* (aware), as ``layout_on`` does for a day."""
        return cls.layout_on(moment.astimezone(_CHINA).date(), url)

    @classmethod
    def addresses(cls) -> list[str]:
        """Return the whole addresses of the home page and of every column, in the order of the file."""
        return [cls.home, *(urljoin(cls.home, path) for path in cls.columns.values())]

    @classmethod
    @cache
    def facts(cls) -> PortalFacts:
        """Return what tells the portal's own pages from those of another site."""
        return PortalFacts(frozenset(map(bare_host, cls.addresses())), cls.division_code, cls.codes)

    @classmethod
    def read(cls, body: bytes, url: str, headers: Mapping[str, str] | None, moment: datetime | None) -> list[Document]:
        """Return the documents of a page by the layout that the portal's pages had at *moment* (aware), if it is known.

        A page that is another site's is flagged. Raises UnreadablePage.
        """
        layout = cls.layout_at(moment, url) if moment else None
        return read_documents(body, url, headers, layout, portal=cls.facts())

    @classmethod
    def plain_address(cls, url: str) -> str:
        """Return the plain address of a page that the family's sites also give by its ids."""
        return url

    def ask(
        self,
        url: str,
        callback: Any,
        column: str,
        priority: int = ARTICLE,
        *,
        as_is: bool = False,
        needed: bool = False,
        optional: bool = False,
        **facts: Any,
    ) -> Asked:
        """Yield a request for *url*, unless its page was asked for already or lies outside the portal.

        A page is looked up before a Request is built, since building one costs more. *facts* reach the callback
        and are plain values, for a frontier keeps them on disk. Without a *needed* page its column is an error;
        an *optional* one may be absent.
        """
        wanted = self.scope.admit(url, is_file=priority <= FILES, as_is=as_is)
        if wanted is not None:
            yield Request(
                wanted,
                callback=callback,
                errback=self.failed,
                priority=priority,
                cb_kwargs={"column": column, **facts},
                meta={"needed": needed, "optional": optional},
                dont_filter=as_is,
            )

    def parse_article(self, response: Response, column: str, named: str | None = None) -> Found:
        """Yield the documents of an article, and requests for the files and pictures they name."""
        page = self.opened(response)
        yield from self.ask_for_requisites(page, column)
        fault = find_soft_404(page.text) or response.meta.get("soft_404")
        if self.scope.is_entrance(response.url):
            fault = "the address sends to the home page or a column instead of an article"
        if fault:
            self.count(column, "soft_404")
            asked = response.meta.get("redirect_urls", [response.url])[0]
            self.logger.warning("%s: %s", asked, fault)
        else:
            yield from self.documents(response, column, named)

    def documents(self, response: Response, column: str, named: str | None = None) -> Found:
        """Yield what reading finds in *response*; *named* is the column's Chinese name where a list told it."""
        read = self.read(response.body, response.url, headers_of(response), datetime.now(_CHINA))
        self.count(column, "documents", len(read))
        if not any(document.text or document.images or document.attachments for document in read):
            self.count(column, "empty")
        for document in read:
            yield self.marked(document, named)
            yield from self.ask_for_parts(document, column, _id_in_archive(document, response))

    def ask_for_parts(self, document: Document, column: str, parent: str) -> Asked:
        """Yield requests for the files and pictures that *document*, known as *parent*, names."""
        for file in document.attachments:
            yield from self.ask(
                file.url, self.parse_file, column, FILES, title=file.title, named=document.column, parent=parent
            )
        for image in document.images:
            yield from self.ask(image.url, self.keep, column, FILES)

    @classmethod
    def marked(cls, document: Document, named: str | None = None) -> Document:
        """Return *document* with what only the portal knows of it; *named* is its column's name, where that is told."""
        return replace(
            document,
            portal=cls.name,
            division_code=cls.division_code,
            site_name=document.site_name or cls.title,
            column=document.column or named,
        )

    def parse_file(
        self,
        response: Response,
        column: str,
        title: str = "",
        named: str | None = None,
        parent: str | None = None,
    ) -> Iterator[Document]:
        """Yield the text of a file as a document that names the article it belongs to as *parent*."""
        self.refuse_challenge(response)
        try:
            read = read_documents(response.body, response.url, headers_of(response))
        except UnreadablePage as error:
            # An archive or a table of figures is kept as it is; that it holds no text is no fault of the portal's.
            self.count(column, "files_without_text")
            self.logger.info("%s", error)
            return
        for document in read:
            if document.text:
                self.count(column, "file_documents")
                yield self.marked(replace(document, title=document.title or title or None, parent=parent), named)

    def keep(self, response: Response, column: str, depth: int = 0) -> Asked:
        """Count a picture or file that is kept as it was served; a style sheet names more of them."""
        self.refuse_challenge(response)
        self.count(column, "kept")
        if self.requisites and depth < _MOST_SHEETS and response.url.partition("?")[0].lower().endswith(".css"):
            page = open_page(response.body, response.url, headers_of(response))
            yield from self.ask_for_requisites(page, column, depth + 1)

    def ask_for_requisites(self, page: Page, column: str, depth: int = 0) -> Asked:
        """Yield requests for what *page* needs to look as it did, unless this crawl leaves it out."""
        if self.requisites:
            for address in read_requisites(page):
                yield from self.ask(address, self.keep, column, REQUISITES, optional=True, depth=depth)

    def opened(self, response: Response) -> Page:
        """Return the page in *response*; raises Blocked where a wall answered."""
        self.refuse_challenge(response)
        return open_page(response.body, response.url, headers_of(response))

    def opened_anew(self, response: Response) -> Page:
        """Return the page in *response*, from which links count their depth anew.

        A list's pages may each name the next alone, as a newspaper's issues do; budgets end such chains, not
        Scrapy's limit of depth.
        """
        response.meta["depth"] = 0
        return self.opened(response)

    def refuse_challenge(self, response: Response) -> None:
        """Raise Blocked where *response* is a wall's challenge and no page."""
        why = find_challenge(response.status, headers_of(response), response.body, response.url)
        if why:
            raise Blocked(f"{response.url}: {why}")

    def failed(self, failure: Failure) -> None:
        """Count a request that brought no page; a column without its first page is an error of the portal's."""
        request: Request = failure.request  # type: ignore[attr-defined]
        column = str(request.cb_kwargs["column"])
        why, status = explain(request, failure), None
        if isinstance(failure.value, HttpError):
            response = failure.value.response
            self.refuse_challenge(response)
            status = response.status
            why = f"status {status}"
        if request.priority <= REQUISITES:
            # A page that looks plainer is no gap in what the column says.
            self.count(column, "requisites_missing")
            return
        if status and not request.meta["needed"] and (request.meta["optional"] or status in _GONE):
            self.count(column, "absent")
            return
        self.count(column, "failed")
        if request.meta["needed"]:
            raise UnreadablePage(f"{request.url}: column {column!r} cannot be fetched: {why}")
        self.logger.warning("%s: cannot be fetched: %s", request.url, why)

    def count(self, column: str, what: str, by: int = 1) -> None:
        """Add to the statistic ``column/<column>/<what>``."""
        stats = self.crawler.stats
        if stats is not None:
            stats.inc_value(f"column/{column}/{what}", by)


def _id_in_archive(document: Document, response: Response) -> str:
    """The id under which the archive keeps *document*: it follows from the record of its page, once there is one."""
    record_id = getattr(response.meta.get("record"), "record_id", None)
    if record_id is None:
        return document.id
    return document_id(record_id, document.story.no if document.story else None)


def headers_of(response: Response) -> dict[str, str]:
    """Return the headers of *response* as text, repeated ones joined by commas."""
    return {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
        if values
    }
