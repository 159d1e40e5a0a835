"""The walk through a column that is an e-paper: issues, their printed pages, the stories.

An entry page sends to the first printed page of the newest issue. Each printed page is asked for with its PDF and
its picture, each story once. Older issues are known from the calendar of the month and from the link to the issue
before.
"""

from __future__ import annotations

import re
from typing import ClassVar

from scrapy.http import Response

from crawler.errors import UnreadablePage
from crawler.families.base.site import FILES, LIST, Asked, Found, Site
from crawler.reading.listing import (
    Page,
    PrintedPage,
    calendar_address,
    calendar_before,
    calendar_of,
    is_printed_page,
    issue_day,
    read_calendar,
    read_printed_page,
)

# No issue of a newspaper has more printed pages, and none that still appears rests longer.
_MOST_SHEETS, _MOST_MONTHS = 200, 36
# Papers that have a calendar draw it by a script of that name, or in a form called CLD.
_HAS_CALENDAR = re.compile(r"calendar|\bCLD\b|period\.xml", re.I)


class IssueWalk(Site):
    """A site whose columns may be e-papers.

    A crawl asks for the newest issues, at most *issues* of one column; with the argument ``since``
    (``-a since=2024-01-01``) for all from that day on.
    """

    issues: ClassVar[int] = 31

    def __init__(self, name: str | None = None, *, since: str | None = None, **arguments: str) -> None:
        if since is not None:
            self.check_arguments({"since": since})
        super().__init__(name, **arguments)
        self.since = since
        self._days: dict[str, set[str]] = {}

    def parse_printed_page(self, response: Response, column: str) -> Found:
        """Follow a printed page; one whose stories have no pages of their own is read itself."""
        page = self.opened_anew(response)
        printed = read_printed_page(page)
        self.count(column, "printed_pages")
        self.count(column, "links", len(printed.stories))
        yield from self.ask_for_requisites(page, column)
        yield from self.follow_printed_page(printed, column)
        if not printed.stories and not printed.pdf:
            yield from self.documents(response, column, printed.label)
        yield from self.follow_issues(page, printed, column)

    def follow_printed_page(self, printed: PrintedPage, column: str) -> Asked:
        """Yield requests for the stories, the sister pages, the PDF and the picture of a printed page."""
        for url in printed.sisters:
            if not self.scope.knows(url) and self.scope.spend(f"{column} {printed.day}", _MOST_SHEETS):
                yield from self.ask(url, self.parse_printed_page, column, LIST)
        for story in printed.stories:
            yield from self.ask(story.url, self.parse_article, column, named=printed.label)
        if printed.pdf:
            yield from self.ask(printed.pdf, self.keep, column, FILES)
        if printed.picture:
            yield from self.ask(printed.picture, self.keep, column, FILES)

    def follow_issues(self, page: Page, printed: PrintedPage, column: str) -> Asked:
        """Yield requests for other issues and for the calendar that names them."""
        for url in printed.issues:
            yield from self.ask_for_issue(url, column)
        if self.since or _HAS_CALENDAR.search(page.text):
            yield from self.ask_for_calendar(calendar_address(page.url), column)

    def parse_calendar(self, response: Response, column: str) -> Asked:
        """Follow the calendar of a month, and ask for that of the month before while issues are wanted."""
        for _, url in read_calendar(self.opened_anew(response).text, response.url):
            yield from self.ask_for_issue(url, column)
        if self.since or len(self._days[column]) < (self.newest or self.issues):
            yield from self.ask_for_calendar(calendar_before(response.url), column)

    def ask_for_calendar(self, url: str | None, column: str) -> Asked:
        """Yield the request for the calendar at *url*, if its month is wanted; papers may have none."""
        if not url or (self.since is not None and url < calendar_of(url, self.since)):
            return
        # A server that answers for any month would be asked back to the year 1.
        if self.since is not None or self.scope.knows(url) or self.scope.spend(f"{column} calendars", _MOST_MONTHS):
            yield from self.ask(url, self.parse_calendar, column, LIST, optional=True)

    def ask_for_issue(self, url: str, column: str) -> Asked:
        """Yield the request for an issue's first page, if the issue is wanted; it may not have appeared."""
        day = issue_day(url)
        days = self._days.setdefault(column, set())
        if day is None or day in days or not is_printed_page(url):
            return
        if self.since is not None and day < self.since:
            return
        if self.since is None and len(days) >= (self.newest or self.issues):
            self.count(column, "issues_left_out")
            return
        days.add(day)
        yield from self.ask(url, self.parse_printed_page, column, LIST, optional=True)

    def parse_issue(self, response: Response, column: str) -> Found:
        """Follow the first page of the newest issue; raises UnreadablePage where it links to nothing."""
        day = issue_day(response.url)
        self._days.setdefault(column, set()).update({day} if day else ())
        found = list(self.parse_printed_page(response, column))
        if not found:
            raise UnreadablePage(f"{response.url}: column {column!r} shows no story, page or issue")
        yield from found
