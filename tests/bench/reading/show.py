"""Print one line a page of how this reader fares: ``python -m tests.bench.reading.show [group] [name]``."""

from __future__ import annotations

import sys

from tests.bench.reading.corpus import everything
from tests.bench.reading.ours import read
from tests.bench.reading.scoring import score


def main(arguments: list[str]) -> None:
    """Print the score of every page whose group and name match *arguments*, and what was read wrongly."""
    group, name = [*arguments, "", ""][:2]
    total: dict[str, list[float]] = {}
    for case in everything():
        if group not in case.group or name not in case.name:
            continue
        answer = read(case)
        result = score(case, answer)
        total.setdefault(case.group, []).append(result.f1)
        failed = [mark for mark, right in result.marks.items() if right is False]
        print(
            f"{case.group[:5]} {case.name:28} P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f}",
            end=" ",
        )
        print(f"leaked {result.leaked}/{result.traps}" if result.leaked else "", " ".join(failed))
        for mark in failed:
            print("      ", mark, ":", getattr(answer, mark, None) or answer.published, "| gold", _gold(case, mark))
    for key, values in total.items():
        print(f"{key}: mean F1 {sum(values) / len(values):.4f} over {len(values)}")


def _gold(case: object, mark: str) -> object:
    for field in (mark, f"{mark}s", "published"):
        if hasattr(case, field):
            return getattr(case, field)
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
