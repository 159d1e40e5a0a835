"""Sentences that a column or a page break cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.reading.blocks import Block
from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine, may_be_head
from crawler.reading.stories.numbers import read_number
from crawler.reading.stories.sentences import continues, is_closed, is_sentence_opening
from crawler.reading.stories.signs import read_lead, read_signature, split_picture

# A line of verse, a signature, an address or a label is shorter than what a column break leaves of a paragraph.
_SHORTEST_CUT = 24
# No paragraph is as long.
_LONGEST = 20_000
_LABEL = pattern(r"^[\u4e00-\u9fffA-Za-z（）() ]{1,12}[:：]")
_ITEM = pattern(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|第[一二三四五六七八九十\d]+|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳●■◆★▲◎□※—–-])"
)
_NOT_RUNNING = pattern(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十百\d]+[条章节]|附[:：件]|"
    r"[—–-]{1,2}|[●■◆★▲◎□※]|[\[［【]\d)"
)


# Questions end with who asks: … 读者 韦先生
_ANSWER = pattern(r"^[问答]\s?[:：]")


def join_story(lines: Sequence[StoryLine]) -> list[str]:
    """Return the paragraphs of a story whose *lines* are running text, subheads and rows, cut sentences joined."""
    paragraphs: list[str] = []
    is_open = stops_short = False
    for line in lines:
        answers = _ANSWER.match(line.text)
        if line.kind == "text" and not answers and (is_open or (stops_short and not _ITEM.match(line.text))):
            paragraphs[-1] = glue(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
        is_open = line.kind in {"text", "lead"} and not is_closed(paragraphs[-1])
        # Between two clauses a column may end; where the clauses are items, each has a line of its own.
        stops_short = line.stops_short and not _ITEM.match(line.text)
    return paragraphs


def join_article(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with sentences cut between two paragraphs joined, and nothing else.

    >>> rows = [Block("近日，区里召开会议，研究部署今年的防汛工作，要求各镇守牢安全底"), Block("线，确保平安。")]
    >>> [len(block.text) for block in join_article(rows)]
    [38]
    """
    joined: list[Block] = []
    for block in blocks:
        if joined and _cut_between(joined[-1], block):
            joined[-1] = Block(glue(joined[-1].text, block.text), joined[-1].kind, joined[-1].strong)
        else:
            joined.append(block)
    return joined


def glue(first: str, second: str) -> str:
    """Return both parts of a sentence as one, with a space only between Latin words."""
    latin = re.search(r"[A-Za-z,.]$", first[-1:]) and re.match(r"[A-Za-z]", second)
    return f"{first} {second}" if latin else first + second


def _cut_between(first: Block, second: Block) -> bool:
    if first.kind != "paragraph" or second.kind != "paragraph" or first.strong or second.strong:
        return False
    if len(first.text) > _LONGEST:
        return False
    if second.text.startswith("\u3000") or "\t" in first.text + second.text:
        return False  # an indented line begins a paragraph; a tabulator stands in a row
    one, two = first.text.strip(), second.text.strip()
    if is_closed(one) or not two or len(one) < _SHORTEST_CUT or not re.search(r"[，。；,]", one):
        return False
    if _NOT_RUNNING.match(two) or read_number(two) or _LABEL.match(two) or read_lead(two) or is_sentence_opening(two):
        return False
    if split_picture(one) or split_picture(two) or read_signature(two) or one.endswith((")", "）")):
        return False
    if continues(two):
        return True
    heading = _LABEL.match(one) or (_NOT_RUNNING.match(one) and "。" not in one)
    return not heading and (is_cut_again(two) if not is_closed(two) else not may_be_head(two))


def is_cut_again(text: str) -> bool:
    """Return whether *text*, which does not end a sentence, is the middle piece of one rather than a heading."""
    return len(text) >= _SHORTEST_CUT and len(re.findall(r"[，,]", text)) > 1
