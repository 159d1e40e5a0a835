"""The newspapers that one entrance leads to: a daily, an evening paper, a weekly, each a column of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.reading.listing import (
    Page,
    PrintedPage,
    address_key,
    edition_of,
    is_printed_page,
    read_editions,
    read_printed_page,
)
from crawler.survey_entrance import sends_on

_MOST = 12
_MOST_HOPS = 4
_KEYS = (
    ("日报", "daily"),
    ("晚报", "evening"),
    ("晨报", "morning"),
    ("早报", "morning"),
    ("周刊", "weekly"),
    ("周报", "weekly"),
    ("周末", "weekend"),
    ("商报", "business"),
    ("都市报", "metro"),
    ("农村报", "rural"),
    ("画报", "pictorial"),
)


@dataclass(slots=True)
class Editions:
    """What is known of the editions: names and front pages by the address of their entry."""

    names: dict[str, str] = field(default_factory=dict)
    fronts: dict[str, Page] = field(default_factory=dict)
    own_name: str | None = None
    _ways: dict[str, tuple[str, int]] = field(default_factory=dict)

    def find(self, entrance: Page) -> list[str]:
        """Return the entries to look at: those that *entrance* links to, but for its own edition's."""
        own = address_key(edition_of(entrance.url) or entrance.url)
        for entry, name in read_editions(entrance).items():
            if address_key(entry) == own:
                self.own_name = name
            elif len(self.names) < _MOST:
                self.names[entry] = name
        if not is_printed_page(entrance.url) and len(self.names) < 2:
            self.names.clear()  # one newspaper among other columns is one of them
        self._ways = {entry: (entry, 0) for entry in self.names}
        return list(self.names)

    def entry_of(self, asked: str) -> str | None:
        """Return the entry that led to *asked*, None where it belongs to no edition."""
        return self._ways[asked][0] if asked in self._ways else None

    def take(self, asked: str, page: Page) -> str | None:
        """Take what *asked* answered; return where it sends on to, None where the way ends."""
        entry, hops = self._ways[asked]
        if is_printed_page(page.url):
            self.fronts[entry] = page
            return None
        further = sends_on(page)
        if further is None or further in self._ways or hops >= _MOST_HOPS:
            return None
        self._ways[further] = (entry, hops + 1)
        return further

    def printed(self) -> list[tuple[str, str, PrintedPage]]:
        """Return entry, name and front page of each edition that proved to be one, in the entrance's order."""
        return [
            (entry, name, read_printed_page(self.fronts[entry]))
            for entry, name in self.names.items()
            if entry in self.fronts
        ]


def edition_key(name: str, taken: list[str]) -> str:
    """Return a short name for an edition's line in the portal's file.

    >>> edition_key("澧县晚报", ["paper"]), edition_key("澧县晚报", ["evening"])
    ('evening', 'evening2')
    """
    key = next((key for word, key in _KEYS if word in name), "edition")
    return key if key not in taken else next(f"{key}{n}" for n in range(2, _MOST + 2) if f"{key}{n}" not in taken)
