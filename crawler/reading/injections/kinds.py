"""The kinds of injection: a fixed vocabulary, counted in a crawl's statistics and written with a document."""

from __future__ import annotations

from typing import Final

from crawler.reading.values import Injection

KEYWORD_TITLE: Final = "keyword-title"
TAG_FARM: Final = "tag-farm"
HIDDEN_LINKS: Final = "hidden-links"
ENCODED_TITLE: Final = "encoded-title"
SCRIPT_REDIRECT: Final = "script-redirect"
FOREIGN_MIRROR: Final = "foreign-mirror"
SPUN_TEXT: Final = "spun-text"
SPLICED_PARAGRAPH: Final = "spliced-paragraph"

KINDS: Final = (
    KEYWORD_TITLE,
    TAG_FARM,
    HIDDEN_LINKS,
    ENCODED_TITLE,
    SCRIPT_REDIRECT,
    FOREIGN_MIRROR,
    SPUN_TEXT,
    SPLICED_PARAGRAPH,
)

_LONGEST_EXCERPT = 200


def injection(kind: str, excerpt: str, where: str) -> Injection:
    """Return an injection whose *excerpt* is one line of at most 200 characters.

    >>> injection(TAG_FARM, " a  b\\n", "body").excerpt
    'a b'
    """
    line = " ".join(excerpt[: 4 * _LONGEST_EXCERPT].split())
    return Injection(kind, line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 1] + "…", where)
