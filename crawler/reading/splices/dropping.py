"""Spliced text taken out of a body: only where the page itself proves it."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.injections.kinds import SPLICED_PARAGRAPH, injection
from crawler.reading.patterns import pattern
from crawler.reading.splices.comparing import Difference, find_difference, find_insertions, squeeze
from crawler.reading.splices.labels import find_presented, is_labelled_splice
from crawler.reading.values import Injection

_SHORTEST_SPLICE = 6
_END = 8
_SHORTEST_PARAGRAPH = 20
_FEWEST_PARAGRAPHS = 2
_LONGEST_SUMMARY = 600
_NEARLY_ALL = 0.8
_OPENING = 2
_PIECE = 6
# A page prints its text twice or thrice.
_MOST_COPIES = 8
_STOP = pattern(r"[。！？；!?;]")
# Bylines, credits and notes that one skin of a page prints and another does not.
_NOTE = pattern(
    r"[（(【\[〔](?:.{0,14}|.*(?:记者|通讯员|编辑|作者|来源|供稿|报道|摄|图|注|责任|审核).*)[）)】\]〕][。，]?|[\W\d_]*|(?:来源|作者|记者|通讯员|编辑|责任编辑|图为|供稿|摄影|审核)[：:\s].*|.*摄[）)]?"
)
_NAME = pattern(r"[\u4e00-\u9fff]{2,3}")


def drop_splices(
    blocks: Sequence[Block], other_copies: Sequence[Sequence[Block]]
) -> tuple[list[Block], list[Injection]]:
    """Return *blocks* without spliced text, and what was found.

    *other_copies* are further copies of the same body that the page holds (hidden or shown, meta description included).
    Text is dropped where a paragraph presents a person under a label such as 关于专家组： or in an encyclopaedia's
    fields, and where a copy goes on without it. Where a copy has other words in its place, it is dropped only if the
    rest of the body knows the person whom the copy names and not the one named here; the hole stays, since the copy
    proves no more than that.
    """
    presented = find_presented([block.text for block in blocks])
    kept = [block for at, block in enumerate(blocks) if at not in presented]
    found = [
        injection(SPLICED_PARAGRAPH, blocks[at].text, f"paragraph {at + 1}, {told}") for at, told in presented.items()
    ]
    for copy in other_copies[:_MOST_COPIES]:
        kept, disagreeing = _drop_by_copy(kept, [block for block in copy if not is_labelled_splice(block.text)])
        found += disagreeing
    return kept, found


def _drop_by_copy(blocks: list[Block], copy: Sequence[Block]) -> tuple[list[Block], list[Injection]]:
    texts = ["".join(block.text.split()) for block in blocks]
    other = "".join("".join(block.text.split()) for block in copy)
    found: list[Injection] = []
    kept: list[Block] = []
    whole = _is_whole(other, texts, several=len(copy) > 1 or len(other) > _LONGEST_SUMMARY)
    for number, block in enumerate(blocks):
        differences = _differences(texts, number, other, whole)
        text = block.text
        for difference in reversed(differences):
            phrase = texts[number][difference.start : difference.end]
            alone = len(phrase) >= _NEARLY_ALL * len(texts[number])
            if _is_moved(phrase, other) or (alone and not _may_be_put_in(texts, number, other)):
                continue
            rest = "".join([*texts[:number], texts[number].replace(phrase, "", 1), *texts[number + 1 :]])
            verdict = _judge(phrase, difference.instead, rest)
            if verdict:
                found.append(injection(SPLICED_PARAGRAPH, phrase, f"paragraph {number + 1}, {verdict}"))
            if verdict == _AGAINST_COPY:
                text = _cut(text, difference)
        if text == block.text:
            kept.append(block)
        elif text.strip():
            kept.append(block._replace(text=text.strip()))
    return kept, found


def _is_whole(other: str, texts: list[str], several: bool) -> bool:
    """Say whether *other* gives the body from its beginning to its end: what a summary leaves out proves nothing.

    Of *several* paragraphs it may lack the last one. A description ends where its field was full.
    """
    begins = any(text[:_END] in other for text in texts[:2])
    ends = any(text[-_END:] in other for text in texts[-2 if several else -1 :])
    return begins and ends and 2 * len(other) >= sum(map(len, texts))


_AGAINST_COPY = "against another copy"
_UNDECIDED = "two copies disagree"


def _differences(texts: list[str], number: int, other: str, whole: bool) -> list[Difference]:
    text = texts[number]
    if text in other:
        return []
    before = "".join(texts[max(0, number - 3) : number])
    behind = "".join(texts[number + 1 : number + 4])
    if whole:
        found = find_difference(text, other, before, behind)
        return [found] if found else []
    # A description opens as the body does; its opening words may come back further down. One that ends a sentence is an
    # editor's summary, which leaves words out, and not the beginning of the text as far as a field had room.
    cut = number < _OPENING and other[:_END] in text and not _STOP.search(other[-1:])
    return find_insertions(text, other) if cut else []


def _is_moved(phrase: str, other: str) -> bool:
    """Say whether the copy says most of *phrase* in another place: a description puts the outcome first."""
    pieces = [phrase[at : at + _PIECE] for at in range(0, max(1, len(phrase) - _PIECE + 1), _PIECE)]
    return 2 * sum(piece in other for piece in pieces) > len(pieces)


def _may_be_put_in(texts: list[str], number: int, other: str) -> bool:
    """Say whether the whole paragraph *number*, which the copy lacks, may have been put in.

    It is none of the short lines of one skin only (dates, captions, signatures). At the end of the body the copy must
    hold all other paragraphs, or it may only be cut short; where it lacks the first one it may begin later.
    """
    if len(texts[number]) < _SHORTEST_PARAGRAPH or not _STOP.search(texts[number]) or number == 0:
        return False
    inner = number < len(texts) - 1
    return inner or (len(texts) > _FEWEST_PARAGRAPHS and all(text in other for text in texts[:number]))


def _judge(phrase: str, instead: str, rest: str) -> str | None:
    """Say what a difference proves: that *phrase* is spliced, that one of both is, or (None) nothing."""
    if len(phrase) < _SHORTEST_SPLICE or _NOTE.fullmatch(phrase):
        return None
    if not instead:
        return _AGAINST_COPY
    if len(instead) < _SHORTEST_SPLICE:
        return None
    return _AGAINST_COPY if _is_known(instead, rest) and not _is_known(phrase, rest) else _UNDECIDED


def _is_known(phrase: str, rest: str) -> bool:
    """Say whether *rest* speaks of the person named at the end of *phrase*, by a name of three characters or two."""
    return any(_NAME.fullmatch(phrase[-size:]) and phrase[-size:] in rest for size in (3, 2))


def _cut(text: str, difference: Difference) -> str:
    """Return *text* without *difference*, whose places count no white space."""
    _, places = squeeze(text)
    end = places[difference.end - 1] + 1
    return text[: places[difference.start]] + text[end:]
