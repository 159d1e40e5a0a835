"""How long ``scrapy list`` takes with the portals of all counties."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
_FILE = """from crawler.families.trs import TrsSpider


class C{number}Spider(TrsSpider):
    name = "{province}_c{number}"
    title = "第{number}县人民政府"
    division_code = "430723"
    home = "http://www.c{number}.example/"
    columns = {{"notices": "/zwgk/tzgg/", "policy": "/zwgk/zcwj/"}}
"""
_PROVINCES = 31


def list_seconds(portals: int, rounds: int = 3) -> float:
    """Return the median of wall seconds that the command takes with so many generated *portals*, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "many"
        for number in range(portals):
            province = package / f"p{number % _PROVINCES}"
            province.mkdir(parents=True, exist_ok=True)
            (province / f"c{number}.py").write_text(
                _FILE.format(number=number, province=province.name), encoding="utf-8"
            )
        for place in (package, *package.iterdir()):
            (place / "__init__.py").touch()
        return statistics.median(_timed(Path(folder), portals) for _ in range(rounds))


def _timed(folder: Path, portals: int) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list", "-s", "SPIDER_MODULES=many"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - began
    assert len(done.stdout.split()) == portals
    return seconds
