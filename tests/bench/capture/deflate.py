"""Deflaters at the levels a crawl could use: CPU and ratio on real pages, one gzip member a page.

Run from the repository: ``python -m tests.bench.capture.deflate [folder of pages]``.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from isal import isal_zlib
from zlib_ng import zlib_ng

PAGES = Path(os.environ.get("XIANZHI_SHARED", "../shared"), "pages")
ROUNDS = 15
_Deflate = Callable[[bytes, int], bytes]
DEFLATERS: dict[str, tuple[_Deflate, tuple[int, ...]]] = {
    "ISA-L": (lambda page, level: isal_zlib.compress(page, level, wbits=31), (0, 1, 2, 3)),
    "zlib-ng": (lambda page, level: zlib_ng.compress(page, level, wbits=31), (1, 2, 6)),
    "zlib": (lambda page, level: zlib.compress(page, level, wbits=31), (1, 6, 9)),
}


def main(folder: Path) -> None:
    """Print a line a deflater and level; the CPU time is the best of several rounds."""
    pages = [path.read_bytes() for path in sorted(folder.glob("*/*/page.html"))]
    if not pages:
        raise SystemExit(f"{folder}: no page.html there")
    size = sum(map(len, pages))
    print(f"{len(pages)} pages, {size / len(pages) / 1000:.1f} kB a page")
    print(f"{'deflater':<12}{'us a page':>10}{'MB/s':>8}{'ratio':>8}")
    for name, (deflate, levels) in DEFLATERS.items():
        for level in levels:
            best = min(_time(deflate, level, pages) for _ in range(ROUNDS))
            ratio = size / sum(len(deflate(page, level)) for page in pages)
            print(
                f"{name + ' ' + str(level):<12}{best / len(pages) * 1e6:>10.0f}{size / best / 1e6:>8.0f}{ratio:>8.2f}"
            )


def _time(deflate: _Deflate, level: int, pages: list[bytes]) -> float:
    began = time.process_time()
    for page in pages:
        deflate(page, level)
    return time.process_time() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
