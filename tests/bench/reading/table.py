"""The scores of one reader over a group of pages, and the table of several."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.reading.corpus import Case
from tests.bench.reading.peers import Reader
from tests.bench.reading.scoring import Answer, score

MARKS = ("title", "day", "time", "undated", "wrong", "source", "authors", "column", "site", "charset")


@dataclass(frozen=True)
class Row:
    """One reader over one group: means of P, R and F1, traps leaked, right of asked for each mark, pages a second."""

    precision: float
    recall: float
    f1: float
    leaked: int
    traps: int
    marks: dict[str, tuple[int, int]]
    failures: int
    speed: float


def measure(cases: Sequence[Case], reader: Reader) -> Row:
    """Return how *reader* fares over *cases*; a page on which it fails counts as read empty."""
    results = []
    failures = 0
    start = time.process_time()
    answers = []
    for case in cases:
        try:
            answers.append(reader(case))
        except Exception:  # noqa: BLE001 - another's failure is a score here, not an error of ours
            failures += 1
            answers.append(Answer(text=""))
    seconds = time.process_time() - start
    for case, answer in zip(cases, answers, strict=True):
        results.append(score(case, answer))
    count = len(results)
    marks = {}
    for mark in MARKS:
        asked = [result.marks[mark] for result in results if result.marks[mark] is not None]
        marks[mark] = (sum(map(bool, asked)), len(asked))
    return Row(
        sum(result.precision for result in results) / count,
        sum(result.recall for result in results) / count,
        sum(result.f1 for result in results) / count,
        sum(result.leaked for result in results),
        sum(result.traps for result in results),
        marks,
        failures,
        count / seconds if seconds else 0.0,
    )


def render(group: str, rows: dict[str, Row]) -> str:
    """Return *rows* as a Markdown table under the heading *group*."""
    first = next(iter(rows.values()))
    marks = [mark for mark in MARKS if first.marks[mark][1]]
    head = ["reader", "P", "R", "F1", *(["traps leaked"] if first.traps else []), *marks, "pages/s"]
    lines = [f"### {group}", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for name, row in rows.items():
        cells = [name, f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}"]
        cells += [f"{row.leaked}/{row.traps}"] if first.traps else []
        cells += [f"{row.marks[mark][0]}/{row.marks[mark][1]}" for mark in marks]
        lines.append("| " + " | ".join([*cells, f"{row.speed:.0f}"]) + " |")
    return "\n".join(lines) + "\n"
