"""Advertisements spliced into an article that is otherwise genuine: found by what the page and others prove."""

from crawler.reading.splices.captures import Change, SharedPhrase, compare_captures
from crawler.reading.splices.dropping import drop_splices

__all__ = ["Change", "SharedPhrase", "compare_captures", "drop_splices"]
