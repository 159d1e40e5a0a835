"""Which crawls of the holdings a command is about."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from archive.errors import NotHeld
from archive.names import check_crawl, check_portal, is_crawl


def all_crawls(holdings: Path) -> list[Path]:
    """Return the folders of all crawls in *holdings*, by portal, oldest first."""
    if not holdings.is_dir():
        raise NotHeld(_("{holdings}: no holdings there").format(holdings=holdings))
    shelves = (path for path in holdings.iterdir() if path.is_dir() and not path.name.startswith("."))
    folders = (path for shelf in shelves for path in shelf.iterdir() if path.is_dir() and is_crawl(path.name))
    return sorted(folders)


def select_crawls(holdings: Path, names: Sequence[str] = ()) -> list[Path]:
    """Return the crawl folders that *names* name: a portal, a crawl id, or ``portal/crawl``; all where there is none.

    Raises NotHeld for a name that fits nothing, and for holdings without any crawl.
    """
    everything = all_crawls(holdings)
    if not everything:
        words = _("{holdings}: no crawls there; are these the holdings you mean?")
        raise NotHeld(words.format(holdings=holdings))
    if not names:
        return everything
    chosen: dict[Path, None] = {}
    for name in names:
        found = [path for path in everything if _fits(path, name)]
        if not found:
            words = _("{holdings}: no crawl {name!r}; name a portal, a crawl id, or portal/crawl")
            raise NotHeld(words.format(holdings=holdings, name=name))
        chosen.update(dict.fromkeys(found))
    return sorted(chosen)


def _fits(folder: Path, name: str) -> bool:
    portal, _slash, crawl = name.partition("/")
    if crawl:
        return (folder.parent.name, folder.name) == (check_portal(portal), check_crawl(crawl))
    return name in (folder.name, folder.parent.name)
