"""What the holdings know that may speak against a text: what its address said before, what was spliced in elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from archive.catalogue import Catalogue
from archive.documents import NAME
from archive.errors import DamagedRecord, at_offset
from archive.surt import urlkey

_SPLICE = "spliced-paragraph"
# Shorter ones are words of everyday; longer than an excerpt is kept, none is known whole.
_SHORTEST_PHRASE = 10
_CUT = "…"
_ENDS = re.compile(r"^\W+|\W+$")
# The newest so many are looked for; an advertiser's phrases go out of use.
_MOST_PHRASES = 20_000


def find_earlier_line(
    holdings: Path, catalogue: Catalogue, place: tuple[str, str], url: str, story: int | None
) -> dict[str, Any] | None:
    """Return the newest line that a crawl before *place* (portal, crawl) wrote of *url*; None where there is none.

    On a page of several stories it is the line of the one numbered *story*. What is withdrawn is not returned. Raises
    DamagedRecord where the line cannot be read.
    """
    portal, crawl = place
    rows = catalogue.query(
        "SELECT crawl, line_offset FROM shown_documents WHERE urlkey = ? AND portal = ? AND crawl < ? AND url = ?"
        " ORDER BY crawl DESC",
        (urlkey(url), portal, crawl, url),
    )
    for earlier, offset in rows:
        line = _read_line(holdings / portal / earlier / NAME, offset)
        if (line.get("story") or {}).get("no") == story:
            return line
    return None


def _read_line(path: Path, offset: int) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            line: dict[str, Any] = json.loads(file.readline())
    except (OSError, ValueError) as error:
        words = _("the document that the catalogue names cannot be read ({error})")
        raise DamagedRecord(at_offset(path.name, offset), words.format(error=error)) from error
    return line


@dataclass(frozen=True, slots=True)
class Splice:
    """A *phrase*, without white space, found in the page at *url*; *proven* by the page itself, or only suspected."""

    phrase: str
    proven: bool
    url: str


def find_splices(catalogue: Catalogue) -> list[Splice]:
    """Return the phrases that were found to be spliced into pages of the holdings, the newest first."""
    rows = catalogue.query(
        "SELECT phrase, proven, url FROM splices WHERE urlkey NOT IN (SELECT urlkey FROM takedowns)"
        " ORDER BY crawl DESC LIMIT ?",
        (_MOST_PHRASES,),
    )
    return [Splice(phrase, bool(proven), url) for phrase, proven, url in rows]


def splice_rows(line: Mapping[str, Any], portal: str, crawl: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows of ``splices`` for a line of documents.jsonl; what its page proved was left out of its text."""
    text = "".join(str(line.get("text") or "").split())
    for finding in line.get("injections") or ():
        phrase = bare_phrase(str(finding["excerpt"]).removesuffix(_CUT))
        if finding["kind"] == _SPLICE and len(phrase) >= _SHORTEST_PHRASE:
            url = str(line["url"])
            yield (phrase, int(phrase not in text), url, urlkey(url), portal, crawl)


def bare_phrase(phrase: str) -> str:
    """Return *phrase* without white space and without the punctuation at its ends.

    >>> bare_phrase("，登录平台 领取好礼。")
    '登录平台领取好礼'
    """
    return _ENDS.sub("", "".join(phrase.split()))
