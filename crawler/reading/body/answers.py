"""Letters to an office and its answers: both are the text of their page, other than a forum's replies."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.body.container import Range
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern

# A forum stamps a reply; an answer has fields.
_ANSWER = pattern(
    r"^[\s【\[]*(?:(?:回[复覆]|答复|处理|办理|受理)(?:单位|部门|机构|内容|结果|意见|情况)|官方[回答]复)\s*(?:[：:]|\t|$)"
)
# With one of these such a field begins: few lines of a page do.
_FIRST = frozenset("【[回答处办受官")
_LETTER = pattern(r"^\W*(?:来信|信件|留言|咨询|诉求|问题|投诉|建议|举报)(?:内容|正文|详情)\s*(?:[：:]|\t|$)")


def are_answered(lines: Sequence[Line]) -> bool:
    """Say whether one of *lines* is a field of an office's answer: 回复单位：县水利局."""
    return any(_is_answer(line) for line in lines)


def _is_answer(line: Line) -> bool:
    return line.text[:1] in _FIRST and bool(_ANSWER.match(line.text))


def with_letter(page: Page, span: Range | None) -> Range | None:
    """Return the lines from a letter's text to the end of its answer, where *page* labels both, else *span*.

    Their labels and days weigh against the block of both: the longer of the two is found alone.
    """
    answers = [at for at, line in enumerate(page.lines) if _is_answer(line) and not line.hidden]
    if not answers:
        return span
    letter = next((at for at in range(answers[0] - 1, -1, -1) if _LETTER.match(page.lines[at].text)), None)
    if letter is None:
        return span
    around = [block for block in page.spans if block.start <= letter and answers[-1] < block.end]
    if not around:
        return span
    both = min(around, key=lambda block: block.end - block.start)
    # Below an article the fields are those of a form.
    within = span is None or (both.start <= span[0] and span[1] <= both.end)
    return (letter, both.end) if within else span
