"""What an element says, where it is as short as names, headings and labels are."""

from __future__ import annotations

from lxml.html import HtmlElement

_LONGEST = 1000


def phrase_in(node: HtmlElement, longest: int = _LONGEST) -> str:
    """Return the text in *node* as the source has it; nothing where it has more than *longest* characters.

    A tag that was never closed holds the rest of its page. To read all of that for each line in it would take minutes.

    >>> from lxml import html
    >>> phrase_in(html.fromstring("<a href=/>石桥<b>要闻</b></a>")), phrase_in(html.fromstring("<b>石桥要闻</b>"), 3)
    ('石桥要闻', '')
    """
    pieces: list[str] = []
    left = longest
    for piece in node.itertext():
        left -= len(piece)
        if left < 0:
            return ""
        pieces.append(piece)
    return "".join(pieces)
