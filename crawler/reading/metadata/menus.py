"""Names of columns, as a page's links to them tell."""

from __future__ import annotations

from crawler.reading.metadata.roots import is_root
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.phrases import phrase_in
from crawler.reading.page.white_space import squash

_LONGEST = 12
# The sign of a link that leads on: 现场 >
_ON = " >»›＞→"


def leads_on(page: Page, name: str) -> bool:
    """Say whether a link of *page* that is called *name* leads to another page than the site's first."""
    return any(
        squash(phrase_in(link)).rstrip(_ON) == name and not is_root(link.get("href") or "")
        for line in page.lines
        if line.linked >= len(name) and name in line.text and not line.hidden
        for link in line.links
    )


def heads_column(page: Page, line: Line) -> bool:
    """Say whether *line* is the name of a column as a heading above its articles: the menu has a link so called."""
    return line.size <= _LONGEST and not line.linked and leads_on(page, line.text)
