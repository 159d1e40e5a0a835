"""Where things stand on a page, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Selectors (CSS, tried in order) that say where things stand on a page of one family or portal.

    Every field may be empty: reading then finds the thing by the government's own markers or by structure.
    ``between`` are pairs of comment texts that enclose the body, such as ``("正文s", "正文e")``.
    ``until`` is the last day on which the layout was in use; None means it still is.
    """

    name: str
    until: date | None = None
    body: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()
    prune: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    column: tuple[str, ...] = ()
