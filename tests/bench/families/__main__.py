"""``make bench-families``: fictional portals of every family, surveyed as by ``scrapy newportal`` and then crawled whole.

Prints a table and writes README.md beside this file. Ends with 1 where an aim was missed.
"""

from __future__ import annotations

import argparse
import logging
import sys

from tests.bench.families.commands import typed
from tests.bench.families.listing import list_seconds
from tests.bench.families.measure import Score, bounded, measure
from tests.bench.families.table import write_report
from tests.crawler.simulator import BUILDERS

SIZES = (50, 150, 400, 1_000, 2_000)


def main() -> int:
    """Measure every family at every size, each portal from a seed of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.families", description=__doc__)
    parser.add_argument("--seed", type=int, default=2_026_112_300, help="the first seed; another gives other portals")
    parser.add_argument("--portals", type=int, default=5, help="portals of each kind")
    parser.add_argument("--kinds", nargs="*", default=list(BUILDERS), choices=list(BUILDERS))
    parser.add_argument(
        "--commands", action="store_true", help="type the commands themselves, for one portal of a kind"
    )
    parser.add_argument("--dry", action="store_true", help="write no README.md")
    options = parser.parse_args()
    if options.commands:
        return typed(options.kinds, options.seed)
    logging.getLogger("hunan_lixian").setLevel(logging.CRITICAL)
    scores = []
    for kind in options.kinds:
        score = Score(kind)
        for place in range(options.portals):
            score.add(measure(kind, options.seed + place, SIZES[place % len(SIZES)]))
        score.bounded = bounded(kind, options.seed)
        scores.append(score)
        print(score.row(), flush=True)
        for fault in score.faults:
            print(f"    {fault}", flush=True)
    seconds = list_seconds(2_850)
    print(f"scrapy list, 2,850 portals: {seconds:.2f} s")
    if not options.dry:
        write_report(scores, seconds, options.seed)
    return 0 if seconds < 3 and all(score.met for score in scores) else 1


if __name__ == "__main__":
    sys.exit(main())
