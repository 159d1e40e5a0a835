"""How many government pages a second are read, side by side with trafilatura: ``python -m tests.bench.reading.speed``.

Machines are shared and noisy: the readers take turns, and the median of nine rounds of CPU time counts. What is known
of a line is remembered for some thousand lines, as pages of a portal share many; so the pages are read both again and,
with that forgotten, as if none had been met before.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator

import trafilatura

from crawler.reading import read_documents
from tests.bench.reading.corpus import Case, government

_ROUNDS = 9
_UNMET = "xianzhi, pages never met"


def _ours(case: Case) -> object:
    return read_documents(case.body, case.url)


def _theirs(case: Case) -> object:
    return trafilatura.bare_extraction(case.body, url=case.url, with_metadata=True)


def _theirs_plain(case: Case) -> object:
    return trafilatura.extract(case.body, url=case.url, with_metadata=False)


READERS: dict[str, Callable[[Case], object]] = {
    "xianzhi": _ours,
    _UNMET: _ours,
    "trafilatura with metadata": _theirs,
    "trafilatura without": _theirs_plain,
}


def _caches() -> Iterator[Callable[[], None]]:
    """What empties each cache of lines; tables that are made once are kept."""
    for name, module in list(sys.modules.items()):
        if name.startswith("crawler.reading"):
            for value in vars(module).values():
                if hasattr(value, "cache_info") and value.cache_info().maxsize is not None:
                    yield value.cache_clear


def _forget() -> None:
    for clear in _caches():
        clear()


def speeds() -> dict[str, float]:
    """Return pages a second of each reader over the government pages; empty where those are absent."""
    cases = government()
    rounds: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(_ROUNDS + 1 if cases else 0):
        for name, read in READERS.items():
            if name == _UNMET:
                _forget()
            start = time.process_time()
            for case in cases:
                read(case)
            rounds[name].append(len(cases) / (time.process_time() - start))
    # What is loaded with the first page is not the price of a page.
    return {name: statistics.median(found[1:]) for name, found in rounds.items() if found}


def render_speeds() -> str:
    """Return a line of Markdown with the speeds, or nothing where they cannot be measured."""
    found = speeds()
    told = ", ".join(f"{name} {speed:.0f}" for name, speed in found.items())
    return f"Government pages a second, the readers in turns, median of {_ROUNDS} rounds: {told}.\n" if found else ""


if __name__ == "__main__":
    print(render_speeds())
