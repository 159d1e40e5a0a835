"""Exchanges with injected faults, none of which may go unrecorded: ``python faults.py [exchanges] [seed]``."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.crawler.crawling import crawl
from tests.crawler.exchanges import CASES
from tests.crawler.servers import RawServer, Script
from tests.crawler.warcs import read_records

# These take seconds or megabytes each.
SLOW = ("silent", "stall", "status-bad-kept", "header-nameless", "interim-flood", "gzip-bomb", "too-large", "large")
LIMITS = {"DOWNLOAD_TIMEOUT": 2, "DOWNLOAD_MAXSIZE": 1 << 20, "DOWNLOAD_WARNSIZE": 0, "RETRY_ENABLED": True}


def main(exchanges: int = 10_000, seed: int = 1) -> int:
    """Print the account; return 1 where an exchange has no record."""
    rng = random.Random(seed)
    quick = [name for name, case in CASES.items() if case.method == "GET" and name not in SLOW]
    plan = [rng.choice(SLOW if rng.random() < 0.005 else quick) for _ in range(exchanges)]

    def answer(path: str, _request: bytes) -> Script:
        number = int(path.rpartition("/")[2])
        return CASES[plan[number]].script(f"{number:08d}-{plan[number]}-0123456789".encode())

    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, RawServer(answer) as server:
        asked = [{"url": f"{server.url}/{number}"} for number in range(exchanges)]
        ended = crawl(Path(folder), server.url, asked, LIMITS, timeout=3600)
        served = Counter(exchange.path for exchange in server.served)
        held: Counter[str] = Counter()
        for record in read_records(Path(folder), "response", "revisit", "metadata"):
            if record.type != "metadata" or b"outcome: no answer" in record.block:
                held[record.url.removeprefix(server.url)] += 1
    lost = served - held
    never = {f"/{number}" for number in range(exchanges)} - set(held)
    print(f"{exchanges} addresses, {time.monotonic() - began:.0f} s, exit status {ended.status}")
    print(f"exchanges the server saw     {served.total()}")
    print(f"exchanges on record          {held.total()} ({(held - served).total()} of them the server never saw)")
    print(f"exchanges without a record   {lost.total()}")
    print(f"addresses without a record   {len(never)}")
    print(f"tracebacks                   {ended.log.count('Traceback')}")
    return int(bool(lost or never or "Traceback" in ended.log))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
