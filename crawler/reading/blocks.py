"""The pieces an article's body is made of, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["paragraph", "heading", "table", "caption", "image"]


@dataclass(frozen=True, slots=True)
class Block:
    """One line or table row of a body; *strong* where the page sets it bold, centred or as a heading."""

    text: str
    kind: Kind = "paragraph"
    strong: bool = False
