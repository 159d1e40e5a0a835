"""The documents of the holdings as they may be shown: every line of documents.jsonl, save those withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from archive.lines import read_lines
from archive.selection import select_crawls
from archive.surt import urlkey
from archive.withdrawn import read_tombstones

NAME = "documents.jsonl"


def shown_documents(holdings: Path, names: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the documents of the crawls that *names* name (all where there is none), without withdrawn addresses."""
    withdrawn = read_tombstones(holdings)
    for folder in select_crawls(holdings, names):
        yield from crawl_documents(folder, set(withdrawn))


def crawl_documents(folder: Path, withdrawn: set[str], name: str = NAME) -> Iterator[dict[str, Any]]:
    """Yield the lines of the file *name* of the crawl in *folder* whose address keys are not *withdrawn*."""
    for _, line in read_lines(folder / name):
        if urlkey(line["url"]) not in withdrawn:
            yield line
