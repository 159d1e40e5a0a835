"""Whether the title of a page is the headline of its first story."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.stories.digests import is_digest
from crawler.reading.stories.furniture import is_label
from crawler.reading.stories.heads import runs_on
from crawler.reading.stories.lines import StoryLine, may_be_head
from crawler.reading.stories.matter import wording
from crawler.reading.stories.parts import Part
from crawler.reading.stories.sheets import names_sheet

# The share of a headline's pairs of characters that its story says again.
_SAID = 0.15
_DASHES = ("—", "–", "－")


def give_back_headline(groups: Sequence[Sequence[Part]], page_title: str, *, bare: bool) -> None:
    """Put *page_title* above the headline of the first story where it is the first half of it, or its kicker.

    The first line of a page is taken for the page's title, so it is missing among the lines of its first story.
    """
    first = groups[0][0]
    texts = {line.text for group in groups for part in group for line in (*part.heads, *part.under)}
    if not first.heads or first.heads[0].number or first.comes_from_elsewhere or page_title in texts:
        return
    if is_digest((), page_title) or names_sheet(page_title) or is_label(page_title):
        return
    if may_be_head(page_title.rstrip("：:")) and (bare or _is_first_half(page_title, first.heads[0].text, groups)):
        # The first line of a page is set no smaller than what stands below it.
        first.heads.insert(0, StoryLine(page_title, "head", first.heads[0].strong))


def _is_first_half(page_title: str, head: str, groups: Sequence[Sequence[Part]]) -> bool:
    told = [wording(page_title, "".join(line.text for part in group for line in part.texts)) for group in groups]
    return head.startswith(_DASHES) or runs_on(page_title, head) or told[0] >= max([_SAID, *told[1:]])
