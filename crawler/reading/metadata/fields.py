"""Fields of a bar that only a style sheet parts: <span>石桥日报</span><span>2024-05-13</span><span>238</span>."""

from __future__ import annotations

from crawler.reading.dates import find_stamp
from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

_PROSE = pattern(r"[。，；！？]")
_NEAR, _SHORTEST, _LONGEST = 6, 8, 80


def part_fields(page: Page, headline: Headline) -> None:
    """Set a blank between the elements of a dated line below the *headline* of *page*.

    Editors cut sentences into elements as well, words into fonts; there a blank would be an error.
    """
    for line in page.lines[headline.end : headline.end + _NEAR]:
        if line.kind == "text" and not line.hidden and _SHORTEST <= line.size <= _LONGEST:
            parted = _parted(line)
            if parted is not None:
                line.text, line.weight, line.beside = parted, None, None


def _parted(line: Line) -> str | None:
    if len(line.node) < 2 or _PROSE.search(line.text) or next(line.node.iter("font"), None) is not None:
        return None
    pieces = [piece for text in line.node.itertext() if (piece := squash(text))]
    # The block of a line may hold other lines, too.
    if len(pieces) < 2 or "".join("".join(pieces).split()) != "".join(line.text.split()):
        return None
    parted = " ".join(pieces)
    return parted if parted != line.text and find_stamp(parted) else None
