"""From the lines of a page to its stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.stories.assemble import read_article, read_story
from crawler.reading.stories.digests import group_items, is_collection, is_digest, may_list_reports
from crawler.reading.stories.furniture import is_box_label, is_furniture, is_label, is_rubric
from crawler.reading.stories.items import part_items
from crawler.reading.stories.jumps import read_jump
from crawler.reading.stories.lines import StoryLine, read_story_lines, tell_headings
from crawler.reading.stories.matter import COMMON, shared_wording, wording
from crawler.reading.stories.names import sign_by_place
from crawler.reading.stories.numbers import without_number
from crawler.reading.stories.parts import Part, authors_of, read_parts
from crawler.reading.stories.pictures import group_pictures, is_picture_story, with_lone_pictures
from crawler.reading.stories.rejoin import rejoin, rejoin_halves
from crawler.reading.stories.sheets import (
    drop_contents,
    drop_labels,
    group_by_matter,
    is_sheet,
    may_tell_matter,
    names_sheet,
)
from crawler.reading.stories.signs import read_lead, split_picture
from crawler.reading.stories.story import StoryText
from crawler.reading.stories.titles import give_back_headline
from crawler.reading.stories.verse import tell_verse

# No printed page has as many lines; a page that has is no newspaper page.
_MOST_LINES, _MOST_PARTS = 3000, 300
_SHORTEST_HEADLINE = 7
# The share of a headline's pairs of characters that its story says again.
_SAID = 0.15
_SHORTEST_STORY = 80
_SHORTEST_BRIEF = 25
# Briefs under one rubric have datelines and no headlines.
_FEWEST_BRIEFS = 3


def split_stories(
    blocks: Sequence[Block], page_title: str | None, above: Sequence[Block] = (), *, bare: bool = False
) -> list[StoryText]:
    """Return the stories of a page; an ordinary article is one, whose title may be None: then it is the page's.

    *above* is what may head the first of several stories, and is no text of an article. A page is *bare* that prints
    nothing between its title and its text: then that is rather the first story's.

    A page is taken apart only where its stories are signed one by one (by a dateline in the lead, a byline under
    the headline or behind the last line), numbered as the items of a digest, or of a matter each that their
    headlines name: subheads never part an article.
    """
    if len(blocks) > _MOST_LINES:
        return [read_article(blocks)]
    if page_title and _is_text(page_title, blocks):
        above, page_title = [*above, Block(page_title)], None
    lines = read_story_lines([*above, *blocks])
    sheet = is_sheet(lines, page_title)
    # What a paper prints around its stories is none of them, though only one of them can be told.
    whole = [block for block in blocks if not is_furniture(block.text)] if sheet else blocks
    groups = _groups(lines, page_title, sheet=sheet)
    if groups is None:
        return [read_article(whole)]
    if page_title and all(line.text != page_title for line in lines):
        give_back_headline(groups, page_title, bare=bare)
    from_elsewhere = groups[0][0].comes_from_elsewhere
    stories = [read_story(group) for group in with_lone_pictures(groups)]
    stories = [story for story in stories if story.paragraphs or story.captions]
    if len(stories) < 2:
        return [read_article(whole)]
    first = stories[0]
    named = page_title if page_title and not (names_sheet(page_title) or is_label(page_title)) else None
    if first.title is None and first.paragraphs and not from_elsewhere:
        stories[0] = first._replace(title=named)
    return stories


def _is_text(page_title: str, blocks: Sequence[Block]) -> bool:
    """Whether the line that is taken for a page's title is the first of the text of several stories.

    It may be a brief without a headline, a picture's caption, or the end of a story of another page.
    """
    if len(page_title) < _SHORTEST_BRIEF or not blocks or page_title in blocks[0].text:
        return False
    return bool(read_lead(page_title) or split_picture(page_title) or read_jump(page_title) == "from")


def _groups(lines: list[StoryLine], page_title: str | None, *, sheet: bool) -> list[list[Part]] | None:
    """Return the parts of each story that *lines* hold, or None where they are one article's."""
    digest = is_digest(lines, page_title)
    if digest:
        lines = part_items(lines)
    drop_contents(lines)
    if sheet:
        drop_labels(lines, page_title)
    # Two datelines or bylines show as well as an imprint does that a page is set from several stories.
    signed = sum(line.kind in {"lead", "byline"} for line in lines) > 1
    sign_by_place(lines, sheet=sheet or signed)
    if not sheet and not _may_hold_several(lines, page_title) and not may_tell_matter(lines):
        return None
    tell_verse(lines)
    tell_headings(lines)
    parts = read_parts(lines)
    if len(parts) > _MOST_PARTS:
        return None
    groups = group_items(parts, page_title) or _signed(parts, sheet=sheet) or (group_pictures(parts) if sheet else None)
    return groups or group_by_matter(parts, page_title, sheet=sheet, digest=digest)


def _may_hold_several(lines: Sequence[StoryLine], page_title: str | None) -> bool:
    """Whether at least two lines are signed, or numbered under a digest's title, as those of two stories would be."""
    if is_collection(page_title) or may_list_reports(lines, page_title):
        return True
    if sum(line.kind in {"lead", "byline", "source"} or bool(line.authors) for line in lines) > 1:
        return True
    if any(line.kind == "lead" and lines[i - 1].kind == "head" for i, line in enumerate(lines) if i > 1):
        return True
    numbered = sum(line.kind == "head" and line.number is not None for line in lines)
    return numbered > 1 and is_digest(lines, page_title)


def _signed(parts: list[Part], *, sheet: bool) -> list[list[Part]] | None:
    """Group *parts* into stories by their signatures, or return None where fewer than two stories are signed.

    On a *sheet* one is enough: what stands there under headlines of its own is not the same story's.
    """
    groups = _with_their_ends(rejoin(_grouped(parts)))
    whole = [piece for group in groups for piece in _resplit(group)]
    whole = rejoin_halves(whole) if len(whole) > len(groups) else whole
    # Two signatures under one headline may both be the article's own.
    sure = groups if len(groups) > 1 else whole if _is_evident(whole) else groups
    # The headline of the first story may have been taken for the page's title.
    later = any(_is_signed(g) and g[0].heads for g in sure[1:])
    signed = [g for i, g in enumerate(sure) if _is_signed(g) and (any(p.heads for p in g) or (i == 0 and later))]
    by_writers = [g for g in signed if _is_signed_above(g) or not any(part.is_photo_signed for part in g)]
    briefs = len(whole) >= _FEWEST_BRIEFS and all(group[0].has_lead and not group[0].heads for group in whole[1:])
    if (
        briefs
        or (sheet and signed and all(group[0].heads for group in whole))
        or len(by_writers) >= 2
        or (len(signed) >= 2 and by_writers)
        or len(signed) == len(groups) >= 3
        or sum(map(is_picture_story, groups)) > 1
        or _is_followed(whole)
    ):
        return whole
    return None


def _is_followed(whole: list[list[Part]]) -> bool:
    """Whether a report with a headline and a dateline of its own stands below an article, and not below a note."""
    if len(whole) < 2 or not (whole[1][0].heads and whole[1][0].has_lead):
        return False
    above = [line.text for part in whole[0] for line in part.texts]
    return sum(map(len, above)) >= _SHORTEST_STORY and not is_box_label(above[0][:3])


def _with_their_ends(groups: list[list[Part]]) -> list[list[Part]]:
    """Put together an article that names its writer both above its first lines and below its last ones."""
    result: list[list[Part]] = []
    for group in groups:
        if result and not _is_signed_above(group) and _writers_above(result[-1]) & _writers_below(group):
            result[-1].extend(group)
            continue
        result.append(group)
    return result


def _is_evident(pieces: list[list[Part]]) -> bool:
    return len(pieces) > 1 and pieces[1][0].is_headed_as_story and pieces[1][0].is_news


def _grouped(parts: list[Part]) -> list[list[Part]]:
    signed_below = any(part.is_signed_below and not part.is_photo_signed for part in parts)
    groups: list[list[Part]] = []
    current: list[Part] = []
    for part in parts:
        if current and not (part.heads or part.is_signed_above or part.comes_from_elsewhere):
            # What follows a byline without a heading goes on with the story that was broken off.
            current = next((group for group in reversed(groups) if group[-1].is_open), current)
            current.append(part)
        elif not current or _opens(part, current, signed_below=signed_below):
            current = [part]
            groups.append(current)
        else:
            current.append(part)
    return groups


def _is_signed(group: list[Part]) -> bool:
    return _is_signed_above(group) or any(part.is_signed_below for part in group)


def _is_signed_above(group: list[Part]) -> bool:
    """Whether *group* names its writer before its text, which an editor's note may precede."""
    return any(part.is_signed_above for part in group[:2] if part is group[0] or not part.heads)


def _opens(part: Part, story: list[Part], *, signed_below: bool) -> bool:
    """Whether *part* begins another story than *story*, on a page whose stories may be *signed_below*."""
    if part.comes_from_elsewhere:
        return True
    if part.is_signed_above:
        return bool(part.heads) or story[0].has_lead or story[0].comes_from_elsewhere
    if not part.heads:
        return False
    if part.is_letter or is_rubric(part.heads[-1].text) or part.heads[0].apart or is_picture_story([part]):
        return True
    if story[-1].is_open or story[-1].goes_on_elsewhere:
        return True
    if story[-1].is_signed_below:
        return bool(part.texts) or any(line.kind == "caption" for line in part.body)
    if part.is_headed_as_story and (part.is_news or (part.has_decks and not signed_below)):
        return True
    signed_so_far = _is_signed_above(story) or not signed_below
    return signed_so_far and (part.is_news or _heads_its_own(part, story)) and _is_other_matter(part, story)


def _heads_its_own(part: Part, story: list[Part]) -> bool:
    """Whether the heading of *part* says what its own text says, and nothing of what *story* says."""
    if part.size < _SHORTEST_STORY:
        return False
    head = without_number(part.heads[-1].text)
    said = "".join(line.text for line in part.texts)
    before = "".join(line.text for piece in story for line in (*piece.heads, *piece.texts))
    return wording(head, said) >= _SAID and not wording(head, before)


def _is_other_matter(part: Part, story: list[Part]) -> bool:
    """Whether *part*, under one heading, tells of something else than *story*, which has no subheads so far."""
    if len(part.heads) != 1 or part.heads[0].number or len(part.heads[0].text) < _SHORTEST_HEADLINE or len(story) > 1:
        return False
    return shared_wording(part, story) < COMMON


def _resplit(group: list[Part]) -> list[list[Part]]:
    """Part a group that is signed at both ends by different people: two stories, the second without a lead."""
    last = max((i for i, part in enumerate(group) if i and part.is_signed_below), default=0)
    if not last or not _is_signed_above(group) or _writers_above(group) & _writers_below(group):
        return [group]
    told = group[: last + 1]
    at = _picture_story(told) if group[last].is_photo_signed else _likeliest_start(told)
    return [group[:at], group[at:]] if at and group[at].heads else [group]


def _writers_above(group: list[Part]) -> set[str]:
    lead = next((part for part in group[:2] if part.is_signed_above), group[0])
    return {author.name for author in authors_of([*lead.under, *lead.texts[:1]])}


def _writers_below(group: list[Part]) -> set[str]:
    last = next((part for part in reversed(group) if part.is_signed_below), None)
    return {author.name for author in authors_of(last.closer or last.texts[-1:])} if last else set()


def _picture_story(group: list[Part]) -> int | None:
    """Return where the last heading of *group* stands if what it heads is another matter than what is above."""
    at = max((i for i, part in enumerate(group) if i and part.heads), default=None)
    if at is None:
        return None
    part = group[at]
    if part.heads[0].number:
        return None
    own = part.is_headed_as_story or part.is_news or shared_wording(part, group[:at]) < 2 * COMMON
    return at if own else None


def _likeliest_start(group: list[Part]) -> int:
    """Return the part of *group* with which its second story begins."""

    measures = Counter(_measure(part) for part in group[1:])

    def likelihood(i: int) -> tuple[bool, bool, bool, float]:
        part = group[i]
        # Subheads of one story are often set in one measure: 精准施策 抓好源头, 多方联动 管住过程.
        alone = _measure(part) is None or measures[_measure(part)] < 2
        return part.is_headed_as_story, alone, part.is_news, -shared_wording(part, group[:i])

    return max((i for i in range(1, len(group)) if group[i].heads), key=likelihood, default=len(group) - 1)


def _measure(part: Part) -> tuple[int, ...] | None:
    """Return how many characters the words have that the one heading of *part* is made of, if it is of two or more."""
    words = part.heads[0].text.split() if len(part.heads) == 1 else []
    return tuple(map(len, words)) if len(words) > 1 else None
