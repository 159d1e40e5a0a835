"""Addresses of a site's first page."""

from __future__ import annotations

import re


def is_root(href: str) -> bool:
    """Say whether *href* leads to the first page of a site.

    >>> is_root("../../index.html"), is_root("/xwzx/")
    (True, False)
    """
    path = re.sub(r"^(?:https?:)?//[^/]+", "", href.strip())
    return path in ("", "/", "./") or bool(re.fullmatch(r"(?:\.\./){1,4}|/?(?:\.\./){0,4}(?:index|default)\.\w+", path))
