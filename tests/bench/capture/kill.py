"""Kill a crawl again and again and count what was lost: ``python kill.py [kills] [pages] [seed]``."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from warcio.checker import Checker

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.crawler.killing import AT_ONCE, crawl_with_kills


def main(kills: int = 200, pages: int = 3000, seed: int = 1) -> int:
    """Print the account; return 1 where anything was lost."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        holdings = Path(folder) / "holdings"
        account = crawl_with_kills(holdings, pages, kills, seed)
        files = sorted(str(path) for path in holdings.glob("*/*/*.warc.gz"))
        checker = Checker(SimpleNamespace(inputs=files, verbose=False))
        checker.process_all()
        left_open = list(holdings.rglob("*.open"))
        tracebacks = (Path(folder) / "crawl.log").read_text("utf-8").count("Traceback")
    wanted = {f"/p/{number}" for number in range(pages)}
    twice = account.hits.total() - pages
    print(f"{kills} kill -9 over a crawl of {pages} pages, {time.monotonic() - began:.0f} s")
    print(f"exit statuses               {dict(Counter(account.statuses))}")
    print(f"pages without a record      {len(wanted - set(account.captured))}")
    print(f"pages without a document    {len(wanted - set(account.documents))}")
    print(f"documents that stand twice  {sum(count > 1 for count in account.documents.values())}")
    print(f"fetched more than once      {twice}, {twice / max(1, kills):.1f} a kill ({AT_ONCE} under way at once)")
    print(f"WARC files                  {len(files)}, warcio check {'passes' if not checker.exit_value else 'FAILS'}")
    print(f"files left open             {len(left_open)}")
    print(f"tracebacks                  {tracebacks}")
    lost = wanted - set(account.captured) or wanted - set(account.documents)
    return int(bool(lost or checker.exit_value or left_open or account.statuses[-1]))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
