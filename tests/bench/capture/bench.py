"""What archiving costs: CPU of crawls with and without it, on the same pages, in interleaved runs.

``python tests/bench/capture/bench.py [pages] [rounds]`` prints each set-up's CPU a page, and the median over the
rounds of its ratio to bare Scrapy in the same round; then the ratio of content-encoded to identity pages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SETUPS = ("bare", "archiving", "whole", "recipe")


def run(setup: str, port: str, coding: str, pages: int) -> float:
    """Return the CPU milliseconds a page of one crawl."""
    environ = {**os.environ, "PYTHONPATH": f"{ROOT}:{HERE}", "SCRAPY_SETTINGS_MODULE": "crawler.settings"}
    words = [sys.executable, str(HERE / "run.py"), setup, f"http://127.0.0.1:{port}", coding, str(pages)]
    ended = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    told = json.loads(ended.stdout.splitlines()[-1])
    if told["pages"] != pages:
        raise SystemExit(f"{setup}: {told['pages']} of {pages} pages\n{ended.stderr}")
    return 1000 * told["cpu"] / pages


def main(pages: int = 1500, rounds: int = 7) -> None:
    """Run every set-up once a round."""
    server = subprocess.Popen(
        [sys.executable, str(HERE / "server.py"), str(pages)], stdout=subprocess.PIPE, text=True, cwd=HERE
    )
    try:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        found: dict[str, list[float]] = {name: [] for name in (*SETUPS, "whole, gzip", "bare, gzip")}
        for _ in range(rounds):
            for setup in SETUPS:
                found[setup].append(run(setup, port, "identity", pages))
            for setup in ("whole", "bare"):
                found[f"{setup}, gzip"].append(run(setup, port, "gzip", pages))
    finally:
        server.terminate()
        server.wait()
    print(f"{pages} pages, {rounds} rounds\n{'set-up':<14}{'ms a page':>10}{'x bare':>9}   rounds")
    for name, times in found.items():
        ratios = [mine / bare for mine, bare in zip(times, found["bare"], strict=True)]
        shown = " ".join(f"{ratio:.3f}" for ratio in ratios)
        print(f"{name:<14}{median(times):>10.3f}{median(ratios):>9.3f}   {shown}")
    for setup in ("bare", "whole"):
        ratios = [z / i for z, i in zip(found[f"{setup}, gzip"], found[setup], strict=True)]
        print(f"gzip / identity, {setup}: {median(ratios):.3f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
