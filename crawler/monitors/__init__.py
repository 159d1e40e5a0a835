"""What a crawl must have done to count as a success; silence is not success.

evidence        what a crawl is judged by
expectations    what every crawl must do
checks          those, and the comparison with crawls before (``crawler.regressions``), as Spidermon monitors
judging         runs them, and the suites and actions that a developer adds
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EXIT_STATUS = {"complete": 0, "failed": 1, "interrupted": 1, "unable": 2}


def exit_status(stats: Mapping[str, Any]) -> int:
    """Return 0 where the crawl met its expectations, 1 where it ran but failed, 2 where it could not run.

    >>> exit_status({"xianzhi/outcome": "failed"}), exit_status({})
    (1, 2)
    """
    return EXIT_STATUS.get(str(stats.get("xianzhi/outcome")), 2)


def failures(stats: Mapping[str, Any]) -> dict[str, int]:
    """Return how many requests came to nothing, by cause, the most frequent first."""
    prefix = "xianzhi/failures/"
    found = {name.removeprefix(prefix): int(count) for name, count in stats.items() if name.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
