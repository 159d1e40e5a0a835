"""Stories that others interrupt on the page, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.stories.parts import Part


def rejoin(stories: Sequence[list[Part]]) -> list[list[Part]]:
    """Return *stories* with each piece that goes on with an earlier story put behind it."""
    whole: list[list[Part]] = []
    for story in stories:
        earlier = _continued(story, whole)
        if earlier is None:
            whole.append(list(story))
        else:
            earlier.extend(story)
    return whole


def _continued(piece: list[Part], earlier: list[list[Part]]) -> list[Part] | None:
    """Return the story that *piece*, which nobody signed, goes on with."""
    if piece[0].is_signed_above or any(part.is_signed_below for part in piece) or not earlier:
        return None
    if not piece[0].heads:
        return next((story for story in reversed(earlier) if story[-1].is_open), earlier[-1])
    shapes = {_shape(head.text) for head in piece[0].heads} - {None}
    for story in earlier:
        if shapes & {_shape(head.text) for part in story[1:] for head in part.heads}:
            return story
    return None


def _shape(head: str) -> tuple[str, ...] | None:
    """Return what a subhead has in common with its fellows: a year and the same measure, or the same label."""
    if (year := re.match(r"\d{4}年", head)) is not None:
        measure = [str(len(word)) for word in head[year.end() :].split()]
        return ("year", *measure) if len(measure) > 1 else None
    label = re.match(r"([^：:]{2,6})[：:]", head)
    return ("label", label.group(1)) if label else None
