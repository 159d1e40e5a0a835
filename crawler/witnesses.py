"""What other captures and other sites say against a document: weak evidence, which flags and drops nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scrapy.crawler import Crawler

from archive.earlier import Splice, bare_phrase
from crawler.extensions.archiving import Archiving
from crawler.reading.injections.hosts import host_of, site_of
from crawler.reading.splices import SharedPhrase, compare_captures
from crawler.reading.values import Document, Injection

# So many of its first characters find a phrase in a text.
_HEAD = 8


class Witnesses:
    """Item pipeline that adds what the holdings know to the ``injections`` of a document.

    That is a phrase set into the text since the last capture of its address, unless
    the page prints a new day for it; and a phrase that a page of an unrelated site proved to be spliced in, or that was
    set into such a page in the same way.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._phrases: PhraseBook | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Witnesses:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        archiving = self._crawler.get_extension(Archiving)
        if archiving is None or not isinstance(item, Document) or not item.text:
            return item
        if self._phrases is None:
            self._phrases = PhraseBook(archiving.find_splices())
        changed = find_silent_change(item, archiving.find_earlier_line(item.url, item.story.no if item.story else None))
        found = [
            *changed,
            *self._phrases.find(item.url, item.paragraphs),
            *self._phrases.find_again(item.url, changed),
        ]
        return replace(item, injections=(*item.injections, *found)) if found else item


def find_silent_change(document: Document, earlier: Mapping[str, Any] | None) -> list[Injection]:
    """Return the one phrase that *document* has besides the *earlier* line of its address, where it is no news.

    A page that prints another day or time than before says itself that it was edited.
    """
    if earlier is None or earlier["text_digest"] == document.text_digest:
        return []
    if (document.published, document.updated) != (earlier.get("published"), earlier.get("updated")):
        return []
    return [change.as_injection() for change in compare_captures(document.paragraphs, earlier["paragraphs"])]


class PhraseBook:
    """Phrases *known* to be spliced into pages, to be looked for in pages of other sites."""

    def __init__(self, known: Iterable[Splice]) -> None:
        self._proven: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._suspected: dict[str, set[str]] = defaultdict(set)
        for splice in known:
            places = self._proven[splice.phrase[:_HEAD]] if splice.proven else self._suspected
            places[splice.phrase].add(splice.url)

    def find(self, url: str, paragraphs: Sequence[str]) -> Iterator[Injection]:
        """Yield a finding for each phrase in *paragraphs* that a page of a site unrelated to *url*'s proved.

        >>> book = PhraseBook([Splice("点击领取幸运大礼包一份", True, "http://www.lixian.gov.cn/a.html")])
        >>> [found.where for found in book.find("http://www.anxian.gov.cn/b.html", ["会后点击领取幸运大礼包一份。"])]
        ['also on www.lixian.gov.cn']
        """
        if not self._proven:
            return
        text = "".join("".join(paragraph.split()) for paragraph in paragraphs)
        for head in sorted({text[at : at + _HEAD] for at in range(len(text) - _HEAD + 1)} & self._proven.keys()):
            for phrase, places in self._proven[head].items():
                if phrase in text:
                    yield from _shared(url, phrase, places)

    def find_again(self, url: str, suspects: Iterable[Injection]) -> Iterator[Injection]:
        """Yield a finding for each of *suspects* in the page at *url* that is suspected on unrelated sites as well.

        One site may have had its reasons to set a phrase in; where two without a common editor did, it is a campaign.
        """
        for suspect in suspects:
            phrase = bare_phrase(suspect.excerpt)
            yield from _shared(url, phrase, self._suspected.get(phrase, ()))


def _shared(url: str, phrase: str, places: Iterable[str]) -> Iterator[Injection]:
    site = site_of(host_of(url))
    strangers = sorted(place for place in places if site_of(host_of(place)) != site)
    if strangers:
        yield SharedPhrase(phrase, tuple(strangers)).as_injection(url)
