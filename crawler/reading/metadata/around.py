"""What stands right around a line of a page."""

from __future__ import annotations

from crawler.reading.metadata.bars import stands_below_headline
from crawler.reading.page.flow import Page

_LONGEST_LABEL = 8


def is_value(page: Page, index: int) -> bool:
    """Say whether the line at *index* is the value of a label on the line before it: 发布机构： 县水利局."""
    before = page.lines[index - 1] if index else None
    return before is not None and before.text.endswith(("：", ":")) and before.size <= _LONGEST_LABEL


def bar_follows(page: Page, index: int) -> float:
    """Return how near below the line *index* the bar of source and date stands: 3 right below, 0 nowhere near."""
    near = 3.0
    for line in page.lines[index : index + 8]:
        if line.hidden or not line.size:
            continue
        if stands_below_headline(line.text):
            return near
        near -= 1.0
        if near <= 0:
            break
    return 0.0
