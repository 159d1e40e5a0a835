"""What other captures and other sites prove of a splice: weak evidence, which only flags."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crawler.reading.injections.hosts import host_of, site_of
from crawler.reading.injections.kinds import SPLICED_PARAGRAPH, injection
from crawler.reading.splices.comparing import find_difference, squeeze
from crawler.reading.values import Injection

_SHORTEST = 6
_LONGEST_CHANGE = 2000
# So much of a text may be shared before the texts count as copies of one article.
_MOST_SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Change:
    """What a later capture says in *paragraph* (from 1) in place of what the earlier one said there."""

    paragraph: int
    later: str
    earlier: str

    def as_injection(self) -> Injection:
        """Return the change as a finding."""
        return injection(SPLICED_PARAGRAPH, self.later, f"paragraph {self.paragraph}, not in the earlier capture")


def compare_captures(later: Sequence[str], earlier: Sequence[str]) -> list[Change]:
    """Return the phrases and paragraphs that the *later* capture of one address sets into the text of the *earlier*.

    Both are paragraphs in reading order. Texts that differ in more than one place are revisions, for which nothing is
    returned: a splice leaves all else as it was.

    >>> compare_captures(["大会上午在县城隆重开幕，某公司董事长张三到场祝贺。"], ["大会上午在县城隆重开幕。"])
    [Change(paragraph=1, later='，某公司董事长张三到场祝贺', earlier='')]
    """
    texts = [squeeze(text)[0] for text in later]
    other = "".join(squeeze(text)[0] for text in earlier)
    changes: list[Change] = []
    for number, text in enumerate(texts):
        if text in other:
            continue
        found = find_difference(text, other, "".join(texts[:number]), "".join(texts[number + 1 :]))
        if found is None or len(found.instead) > _LONGEST_CHANGE:
            return []
        phrase = text[found.start : found.end]
        if len(phrase) >= _SHORTEST:
            changes.append(Change(number + 1, phrase, found.instead))
    return changes if len(changes) == 1 else []


@dataclass(frozen=True, slots=True)
class SharedPhrase:
    """A *phrase* that stands in texts of unrelated sites: *places* are their addresses, in order."""

    phrase: str
    places: tuple[str, ...]

    def as_injection(self, url: str) -> Injection:
        """Return the phrase as a finding in the text of *url*."""
        others = sorted({host_of(place) for place in self.places if place != url})
        return injection(SPLICED_PARAGRAPH, self.phrase, f"also on {', '.join(others[:3])}")


def find_shared_phrases(
    texts: Mapping[str, Sequence[str]], shortest: int = 14, most_sites: int = 5
) -> list[SharedPhrase]:
    """Return phrases of *shortest* characters or more that *texts* of two to *most_sites* unrelated sites share.

    *texts* are paragraphs by address. Texts that share more than three tenths are copies of one article, which
    proves nothing; what more than *most_sites* sites say is a form of words.
    """
    squeezed = {url: "\n".join(squeeze(one)[0] for one in paragraphs) for url, paragraphs in texts.items()}
    seen: dict[str, set[str]] = defaultdict(set)
    for url, text in squeezed.items():
        for start in range(len(text) - shortest + 1):
            seen[text[start : start + shortest]].add(url)
    several = {gram: urls for gram, urls in seen.items() if "\n" not in gram and 1 < len(_sites(urls)) <= most_sites}
    copies = _copies(several, squeezed)
    common = {gram: kept for gram, urls in several.items() if (kept := _unrelated(urls, copies))}
    found: dict[str, set[str]] = defaultdict(set)
    for url, text in squeezed.items():
        for run in _runs(url, text, common, shortest):
            found[run].add(url)
    return [SharedPhrase(run, tuple(sorted(urls))) for run, urls in sorted(found.items()) if len(_sites(urls)) > 1]


def _sites(urls: Collection[str]) -> set[str]:
    return {site_of(host_of(url)) for url in urls}


def _copies(several: Mapping[str, set[str]], texts: Mapping[str, str]) -> set[frozenset[str]]:
    """Return the pairs of texts that share so much that they are one article."""
    shared: Counter[frozenset[str]] = Counter()
    for urls in several.values():
        shared.update(map(frozenset, combinations(sorted(urls), 2)))
    return {pair for pair, grams in shared.items() if grams > _MOST_SHARED * min(len(texts[url]) for url in pair)}


def _unrelated(urls: set[str], copies: set[frozenset[str]]) -> frozenset[str]:
    """Return those of *urls* that say the same as one of another site whose text is no copy of theirs."""
    pairs = (pair for pair in combinations(sorted(urls), 2) if len(_sites(pair)) > 1 and frozenset(pair) not in copies)
    return frozenset(url for pair in pairs for url in pair)


def _runs(url: str, text: str, common: Mapping[str, frozenset[str]], size: int) -> Iterator[str]:
    """Yield the longest stretches of *text* all of whose pieces of *size* characters the same texts have."""
    start = 0
    while start <= len(text) - size:
        urls = common.get(text[start : start + size], frozenset())
        if url not in urls:
            start += 1
            continue
        end = start + 1
        while common.get(text[end : end + size]) == urls:
            end += 1
        yield text[start : end - 1 + size]
        start = end - 1 + size
