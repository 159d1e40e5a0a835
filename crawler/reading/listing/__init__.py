"""Read list pages and printed pages: their links, the other pages, and the one address of each."""

from crawler.reading.listing.addresses import address_key, bare_host, canonical
from crawler.reading.listing.links import Link
from crawler.reading.listing.pagers import is_of_another_day, read_pages
from crawler.reading.listing.pages import Page, meta, open_page
from crawler.reading.listing.papers import (
    PrintedPage,
    calendar_address,
    calendar_before,
    calendar_of,
    edition_of,
    find_refresh,
    is_printed_page,
    is_story,
    issue_day,
    read_calendar,
    read_editions,
    read_printed_page,
    same_edition,
)
from crawler.reading.listing.records import number_in, read_feed, read_records, read_site_maps
from crawler.reading.listing.requisites import read_requisites
from crawler.reading.listing.rows import FILE, is_dated, read_rows
from crawler.reading.listing.turns import (
    gkmlpt_categories,
    gkmlpt_turns,
    hanweb_turns,
    jpaas_turns,
    lonsun_turns,
    sudy_turns,
    ucap_turns,
    vsb_turns,
)

__all__ = [
    "FILE",
    "Link",
    "Page",
    "PrintedPage",
    "address_key",
    "bare_host",
    "calendar_address",
    "calendar_before",
    "calendar_of",
    "canonical",
    "edition_of",
    "find_refresh",
    "gkmlpt_categories",
    "gkmlpt_turns",
    "hanweb_turns",
    "is_dated",
    "is_of_another_day",
    "is_printed_page",
    "is_story",
    "issue_day",
    "jpaas_turns",
    "lonsun_turns",
    "meta",
    "number_in",
    "open_page",
    "read_calendar",
    "read_editions",
    "read_feed",
    "read_pages",
    "read_printed_page",
    "read_records",
    "read_requisites",
    "read_rows",
    "read_site_maps",
    "same_edition",
    "sudy_turns",
    "ucap_turns",
    "vsb_turns",
]
