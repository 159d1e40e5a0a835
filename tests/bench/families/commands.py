"""The commands as they are typed: ``scrapy newportal``, then ``scrapy crawl`` of what it wrote, over HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.crawler.crawling import QUICK, ROOT
from tests.crawler.simulator import BUILDERS, fictional
from tests.crawler.simulator.serving import FictionProxy

ARTICLES = 120


def typed(kinds: Sequence[str], seed: int) -> int:
    """Print what came of one portal of each of *kinds*; return 1 where one was not reached whole."""
    print("| kind | file lines | newportal | crawl | reached | twice | trapped |\n|---|---|---|---|---|---|---|")
    sound = [_typed_for(kind, seed) for kind in kinds]
    return 0 if all(sound) else 1


def _typed_for(kind: str, seed: int) -> bool:
    fiction = fictional(kind, seed, ARTICLES)
    with tempfile.TemporaryDirectory() as folder, FictionProxy(fiction.site) as proxy:
        place = Path(folder)
        (place / "found" / "spiders").mkdir(parents=True)
        for package in ("found", "found/spiders"):
            (place / package / "__init__.py").touch()
        told = ["--name", "hunan_lixian", "--division", "430723", "--samples", str(place / "samples")]
        looked = _scrapy(place, proxy.url, "newportal", fiction.entrance, *told)
        files = list((place / "found" / "spiders").glob("hunan/lixian.py"))
        lines = len(files[0].read_text(encoding="utf-8").splitlines()) if files else 0
        proxy.asked.clear()
        settings = {**QUICK, "HOLDINGS": place / "holdings", "PAGE_REQUISITES": False}
        words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        crawled = _scrapy(place, proxy.url, "crawl", "hunan_lixian", *words)
        asked = Counter(proxy.asked)
    reached = len(fiction.articles & set(asked))
    twice = [url for url, count in asked.items() if count > 1]
    trapped = [url for url in asked for trap in fiction.traps if trap.shape.search(url)]
    cells = (
        kind,
        lines,
        looked.returncode,
        crawled.returncode,
        f"{reached}/{len(fiction.articles)}",
        len(twice),
        len(trapped),
    )
    print(f"| {' | '.join(map(str, cells))} |", flush=True)
    sound = reached == len(fiction.articles) and not twice and not trapped and 0 < lines <= 12
    if not sound or looked.returncode or crawled.returncode or looked.stdout.count(f"family {BUILDERS[kind][0]} ") != 1:
        print(looked.stdout[-600:], looked.stderr[-600:], crawled.stderr[-600:], twice[:3], sep="\n")
    return sound


def _scrapy(place: Path, proxy: str, *words: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *words, "-s", "SPIDER_MODULES=found.spiders"],
        cwd=ROOT,
        env={**bare, "http_proxy": proxy, "PYTHONPATH": f"{place}{os.pathsep}{ROOT}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
