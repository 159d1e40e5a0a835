"""From the parts of a story to what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern
from crawler.reading.stories.heads import Heads, read_heads
from crawler.reading.stories.joins import join_article, join_story
from crawler.reading.stories.lines import StoryLine, read_story_lines
from crawler.reading.stories.parts import Part, authors_of, only_pictures
from crawler.reading.stories.signs import read_lead, read_signature, split_picture
from crawler.reading.stories.story import StoryText
from crawler.reading.values import Author

_LONGEST_CAPTION = 60
# An article names its writer in its first lines or its last ones; in between, the photographers of its pictures.
_EDGE = 5
_LOOSE_CAPTION = pattern(r"^(?![●■◆★○◎▲·])[^。，：,:]{2,30}。$")


def read_story(parts: Sequence[Part]) -> StoryText:
    """Return the story that *parts* make, the first with its headlines, the others with subheads."""
    heads = read_heads(parts[0].heads)
    lines: list[StoryLine] = []
    named: list[StoryLine] = []
    for i, part in enumerate(parts):
        lines.extend([*(part.heads if i else _without_loose_captions(part)), *part.under])
        lines.extend([*part.body, *(line for line in part.closer if line.kind != "source")])
        named.extend([*part.under, *part.texts, *part.closer])
    captions = [line for line in lines if line.kind == "caption"]
    lines = [line for line in lines if line.kind != "caption"]
    photographers = [line.credit for line in captions if line.credit]
    photographers += [line.text for line in named if line.kind == "byline" and only_pictures(line.text)]
    if not any(line.kind in {"text", "lead", "row"} for line in lines):
        return _picture(heads, captions, photographers)
    return StoryText(
        title=heads.title,
        kicker=heads.kicker,
        subtitle=heads.subtitle,
        authors=authors_of(named),
        paragraphs=tuple(join_story(lines)),
        captions=tuple(line.text for line in captions if line.text != line.credit),
        credits=tuple(photographers),
        dateline=next((line.lead.dateline for line in lines if line.lead), None),
        source=next((line.text for part in parts for line in part.closer if line.kind == "source"), None),
    )


def read_article(blocks: Sequence[Block]) -> StoryText:
    """Return an ordinary article: all its text in order, sentences cut by a column joined, captions apart."""
    joined = join_article([block for block in blocks if block.text.strip() and block.kind != "image"])
    told: list[Block] = []
    captions: list[str] = []
    photographers: list[str] = []
    for block in joined:
        credit = split_picture(block.text)
        credit = credit if credit and (block.kind == "caption" or _is_sentence(credit[0])) else None
        if block.kind == "caption" or credit:
            captions.append(credit[0] if credit else block.text)
            photographers.extend([credit[1]] if credit else [])
        else:
            told.append(block)
    # Of pictures alone one may have a caption of several sentences.
    photo = not told or all(block.kind == "caption" or split_picture(block.text) for block in told)
    if photo:
        # Under the headline of a picture its caption is the text.
        told, captions = joined, []
    texts = [block.text for block in told]
    lines = read_story_lines(told[:_EDGE] + told[max(_EDGE, len(told) - _EDGE) :])
    signed = [line for line in lines if line.kind in {"lead", "byline"}]
    signed += [line for line in lines[-_EDGE:] if line.kind == "text" and line.authors][-1:]
    lead = next((found for text in texts[:3] if (found := read_lead(text))), None)
    return StoryText(
        authors=authors_of(signed) or (_photographers(photographers) if photo else ()),
        paragraphs=tuple(texts),
        captions=tuple(captions),
        credits=tuple(photographers),
        dateline=lead.dateline if lead else None,
    )


def _is_sentence(text: str) -> bool:
    """Whether *text* is a sentence at most, as a caption is: a report may end with who wrote and pictured it."""
    return len(text.rstrip("。")) <= _LONGEST_CAPTION and "。" not in text.rstrip("。")


def _picture(heads: Heads, captions: Sequence[StoryLine], photographers: Sequence[str]) -> StoryText:
    """Return a picture that is a story of its own: under a headline, its caption is its text."""
    texts = tuple(line.text for line in captions)
    return StoryText(
        title=heads.title,
        kicker=heads.kicker,
        subtitle=heads.subtitle,
        authors=_photographers(photographers),
        paragraphs=texts if heads.title else (),
        captions=() if heads.title else texts,
        credits=tuple(photographers),
    )


def _photographers(signed: Sequence[str]) -> tuple[Author, ...]:
    return tuple(dict.fromkeys(author for credit in signed for author in read_signature(f"({credit})")))


def _without_loose_captions(part: Part) -> list[StoryLine]:
    """Mark the short sentences between a headline and its story, which are captions of its pictures."""
    texts = [line for line in part.body if line.kind != "caption"] if part.heads else []
    for line, _ in pairwise(texts):
        if line.kind != "text" or not _LOOSE_CAPTION.match(line.text):
            break
        line.kind = "caption"
    return []
