"""A story as it stands on its page."""

from __future__ import annotations

from typing import NamedTuple

from crawler.reading.values import Author


class StoryText(NamedTuple):
    """One story: its headlines, its running text, and what stands around the text.

    *paragraphs* hold subheads, the lead with its dateline, and a closing byline as printed; *captions* and
    *credits* (photographers, as printed) are not in them. *title* is None where the story prints none.
    """

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    authors: tuple[Author, ...] = ()
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: str | None = None
    source: str | None = None
