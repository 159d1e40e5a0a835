"""What archiving costs: CPU of crawls with and without it, on the same pages, in interleaved runs.

``python tests/bench/capture/bench.py [pages] [rounds]`` prints each set-up's CPU a page, and the median over the
rounds of its ratio to bare Scrapy in the same round; then the ratio of content-encoded to identity pages. It writes
the same to the README beside it.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
README = HERE / "README.md"
BEGIN, END = "<!-- cost begins -->", "<!-- cost ends -->"
# In the order of their running; the second word is the content coding of the pages.
RUNS = (
    ("bare", "identity"),
    ("whole", "identity"),
    ("archiving", "identity"),
    ("recipe", "identity"),
    ("bare", "gzip"),
    ("whole", "gzip"),
)
SETUPS = {
    "bare": "bare Scrapy",
    "whole": "this project: tap, WARC, index, frontier",
    "archiving": "bare Scrapy + tap and WARC",
    "recipe": "bare Scrapy + warcio on response_downloaded",
}
Rounds = dict[tuple[str, str], list["Spent"]]


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU milliseconds a page of one crawl: of the crawling alone, and of closing it, shared by the pages."""

    crawl: float
    closing: float

    @property
    def whole(self) -> float:
        """Both."""
        return self.crawl + self.closing


def run(setup: str, coding: str, port: str, pages: int) -> Spent:
    """Return what one crawl spent."""
    environ = {**os.environ, "PYTHONPATH": f"{ROOT}:{HERE}", "SCRAPY_SETTINGS_MODULE": "crawler.settings"}
    words = [sys.executable, str(HERE / "run.py"), setup, f"http://127.0.0.1:{port}", coding, str(pages)]
    ended = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    told = json.loads(ended.stdout.splitlines()[-1])
    if told["pages"] != pages:
        raise SystemExit(f"{setup}: {told['pages']} of {pages} pages\n{ended.stderr}")
    return Spent(1000 * told["crawl"] / pages, 1000 * told["closing"] / pages)


def measure(pages: int, rounds: int) -> Rounds:
    """Return what every set-up spent, each once a round."""
    words = [sys.executable, str(HERE / "server.py"), str(pages)]
    found: Rounds = {key: [] for key in RUNS}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=HERE) as server:
        try:
            assert server.stdout is not None
            port = server.stdout.readline().strip()
            for number in range(1, rounds + 1):
                for key in RUNS:
                    found[key].append(run(*key, port, pages))
                shown = ", ".join(f"{spent[-1].crawl:.2f}+{spent[-1].closing:.2f}" for spent in found.values())
                print(f"round {number} of {rounds}: {shown} ms a page", file=sys.stderr)
        finally:
            server.terminate()
    return found


def ratio(mine: list[Spent], theirs: list[Spent], *, closing: bool = False) -> tuple[float, str]:
    """Return the median of *mine* / *theirs* round by round, and the least and the largest of them as text."""
    pairs = zip(mine, theirs, strict=True)
    found = sorted(one.whole / other.whole if closing else one.crawl / other.crawl for one, other in pairs)
    return median(found), f"{found[0]:.2f}-{found[-1]:.2f}"


def render(found: Rounds, pages: int, rounds: int) -> str:
    """Return the figures as a table."""
    bare = found["bare", "identity"]
    lines = [
        "| set-up | pages | CPU ms a page | x bare | least-most | closing, ms | x bare with closing |",
        "|---|---|---|---|---|---|---|",
    ]
    for (setup, coding), spent in found.items():
        times, spread = ratio(spent, bare)
        closed, _ = ratio(spent, bare, closing=True)
        closing = pages * median(one.closing for one in spent)
        cpu = median(one.crawl for one in spent)
        lines.append(
            f"| {SETUPS[setup]} | {coding} | {cpu:.2f} | {times:.2f} | {spread} | {closing:.0f} | {closed:.2f} |"
        )
    for setup in ("bare", "whole"):
        times, spread = ratio(found[setup, "gzip"], found[setup, "identity"])
        lines.append(f"{'' if setup == 'whole' else chr(10)}{SETUPS[setup]}, gzip / identity: {times:.2f} ({spread})  ")
    names = ("Scrapy", "Twisted", "warcio", "isal")
    software = ", ".join(f"{name} {version(name)}" for name in names)
    day = datetime.now(UTC).date().isoformat()
    told = f"Measured {day}: {pages} pages, {rounds} rounds, Python {platform.python_version()}, {software}"
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return f"{told}; {os.cpu_count()} cores, load {load} (1, 5 and 15 minutes).\n\n" + "\n".join(lines)


def write(text: str) -> None:
    """Put *text* between the marks in the README."""
    old = README.read_text(encoding="utf-8")
    part = f"{BEGIN}\n{text}\n{END}"
    new, count = re.subn(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: part, old, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{README}: {BEGIN} … {END} stands there {count} times, not once")
    README.write_text(new, encoding="utf-8")


def main(pages: int = 1500, rounds: int = 7) -> None:
    """Measure, print, write."""
    text = render(measure(pages, rounds), pages, rounds)
    print(text)
    write(text)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
