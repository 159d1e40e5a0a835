"""Read list pages and printed pages: their links, the other pages, and the one address of each."""

from crawler.reading.listing.addresses import address_key, canonical
from crawler.reading.listing.pagers import read_pages
from crawler.reading.listing.pages import Page, meta, open_page
from crawler.reading.listing.papers import (
    PrintedPage,
    calendar_address,
    calendar_before,
    calendar_of,
    find_refresh,
    is_printed_page,
    is_story,
    issue_day,
    read_calendar,
    read_printed_page,
)
from crawler.reading.listing.rows import FILE, Link, read_rows

__all__ = [
    "FILE",
    "Link",
    "Page",
    "PrintedPage",
    "address_key",
    "calendar_address",
    "calendar_before",
    "calendar_of",
    "canonical",
    "find_refresh",
    "is_printed_page",
    "is_story",
    "issue_day",
    "meta",
    "open_page",
    "read_calendar",
    "read_pages",
    "read_printed_page",
    "read_rows",
]
