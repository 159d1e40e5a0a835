"""The pieces an article's body is made of, in reading order."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["paragraph", "heading", "table", "caption", "image"]


class Block(NamedTuple):
    """One line or table row of a body; *strong* where the page sets it bold, centred or as a heading.

    *run* is what a paragraph opens with in bold: the headline of an item in a digest, or a topic.
    """

    text: str
    kind: Kind = "paragraph"
    strong: bool = False
    run: str = ""
