"""Why a crawl was not good, in the words of whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.language import Said


def read_causes(cause: object, counts: Mapping[str, Any]) -> list[Said]:
    """Return why a crawl is not complete, each cause in both languages where its monitors told it so.

    *cause* is the text of crawl.json, in the language of whoever crawled, and *counts* are its counts.

    >>> read_causes("no room left", {})
    [Said(zh='no room left', en='no room left')]
    """
    faults = counts.get("faults")
    told = [_said(fault) for fault in faults if isinstance(fault, Mapping)] if isinstance(faults, list) else []
    lines = [line.strip() for line in str(cause or "").splitlines() if line.strip()]
    # A crawl that could not be closed says why in its cause alone.
    return [one for one in told if one is not None] or [Said(line, line) for line in lines]


def cause_line(cause: object, counts: Mapping[str, Any]) -> str | None:
    """Return all causes as one line in the language of the locale; None where there is none."""
    return "; ".join(str(one) for one in read_causes(cause, counts)) or None


def _said(fault: Mapping[str, Any]) -> Said | None:
    zh, en = fault.get("zh"), fault.get("en")
    return Said(zh, en) if isinstance(zh, str) and isinstance(en, str) else None
