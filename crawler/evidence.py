"""What other captures and other sites say against a document: weak evidence, which flags and drops nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scrapy.crawler import Crawler

from crawler.extensions.archiving import Archiving
from crawler.pipelines import READS_PAGES
from crawler.reading.injections.hosts import host_of, site_of
from crawler.reading.injections.kinds import FOREIGN_MIRROR
from crawler.reading.mirrors import PageFacts, judge_host
from crawler.reading.splices import SharedPhrase, compare_captures
from crawler.reading.values import Document, Injection

# So many of its first characters find a phrase in a text.
_HEAD = 8


class Evidence:
    """Item pipeline that adds what the holdings know to the ``injections`` of a document.

    That is a host which is not the portal's; a phrase set into the text since the last capture of its address, unless
    the page prints a new day for it; and a phrase that a page of an unrelated site proved to be spliced in.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._phrases: PhraseBook | None = None
        self._hosts: frozenset[str] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Evidence:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        archiving = self._crawler.get_extension(Archiving)
        if archiving is None or not isinstance(item, Document) or not item.text:
            return item
        if self._hosts is None:
            self._hosts = hosts_of(self._crawler.spider)
        if self._phrases is None:
            self._phrases = PhraseBook(archiving.find_splices())
        story = item.story.no if item.story else None
        found = [
            *find_foreign_host(item, self._hosts),
            *find_silent_change(item, archiving.find_earlier_line(item.url, story)),
            *self._phrases.find(item.url, item.paragraphs),
        ]
        return replace(item, injections=(*item.injections, *found)) if found else item


def hosts_of(portal: Any) -> frozenset[str]:
    """Return the hosts on which *portal* (its class, or a spider of it) says that it stands."""
    return frozenset(host_of(address) for address in portal.addresses())


def find_foreign_host(document: Document, hosts: Collection[str]) -> list[Injection]:
    """Return a finding where *document* is a page from a site that is none of *hosts*, and says nothing of it yet.

    Files are no mirrors: portals keep theirs with providers.
    """
    is_page = document.extractor is not None and document.extractor.name == READS_PAGES
    if not is_page or any(found.kind == FOREIGN_MIRROR for found in document.injections):
        return []
    return judge_host(document.url, PageFacts(), hosts)


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
    """Phrases known to be spliced in, to be looked for in texts; *known* are they, with the addresses they stood at."""

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self._known: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for phrase, places in known.items():
            self._known[phrase[:_HEAD]].append((phrase, tuple(places)))

    def find(self, url: str, paragraphs: Sequence[str]) -> Iterator[Injection]:
        """Yield a finding for each phrase of a site unrelated to *url*'s that *paragraphs* hold.

        >>> book = PhraseBook({"点击领取幸运大礼包一份": ["http://www.lixian.gov.cn/a.html"]})
        >>> [found.where for found in book.find("http://www.anxian.gov.cn/b.html", ["会后点击领取幸运大礼包一份。"])]
        ['also on www.lixian.gov.cn']
        """
        if not self._known:
            return
        text, site = "".join("".join(paragraph.split()) for paragraph in paragraphs), site_of(host_of(url))
        heads = {text[at : at + _HEAD] for at in range(len(text) - _HEAD + 1)}
        for head in sorted(heads & self._known.keys()):
            for phrase, places in self._known[head]:
                strangers = tuple(place for place in places if site_of(host_of(place)) != site)
                if strangers and phrase in text:
                    yield SharedPhrase(phrase, strangers).as_injection(url)
