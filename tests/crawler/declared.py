"""A portal declared in a file of its own, and ``scrapy crawl`` of it as an archivist types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.crawler.crawling import QUICK, ROOT

NAME = "hunan_lixian"
_FILE = """from crawler.families.{family} import {spider}


class LixianSpider({spider}):
    name = "hunan_lixian"
    title = "澧县人民政府"
    division_code = "430723"
    home = "{home}/"
    columns = {columns!r}
{more}
"""


@dataclass(frozen=True)
class Crawled:
    """How a crawl ended: its exit status and log, and what its folder says."""

    status: int
    log: str
    holdings: Path

    @property
    def folder(self) -> Path:
        (path,) = self.holdings.glob(f"{NAME}/*/crawl.json")
        return path.parent

    @property
    def described(self) -> dict[str, Any]:
        """crawl.json."""
        return dict(json.loads((self.folder / "crawl.json").read_bytes()))

    @property
    def counts(self) -> dict[str, Any]:
        return dict(self.described["counts"])

    @property
    def documents(self) -> list[dict[str, Any]]:
        lines = (self.folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


def declare(place: Path, home: str, columns: dict[str, str], *, family: str = "trs", more: str = "") -> None:
    """Write the portal's file into the package ``declared`` below *place*."""
    province = place / "declared" / "hunan"
    province.mkdir(parents=True, exist_ok=True)
    for folder in (province.parent, province):
        (folder / "__init__.py").touch()
    text = _FILE.format(family=family, spider=f"{family.title()}Spider", home=home, columns=columns, more=more)
    (province / "lixian.py").write_text(text, encoding="utf-8")


def crawl_declared(
    place: Path,
    home: str,
    columns: dict[str, str],
    *,
    family: str = "trs",
    more: str = "",
    settings: dict[str, Any] | None = None,
) -> Crawled:
    """Declare a portal of *family* at *home* below *place*, with the lines *more*, and crawl it."""
    declare(place, home, columns, family=family, more=more)
    given = {
        **QUICK,
        "PAGE_REQUISITES": False,
        "SPIDER_MODULES": "declared",
        "HOLDINGS": place / "holdings",
        **(settings or {}),
    }
    words = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
    bare = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", NAME, *words],
        env={**bare, "PYTHONPATH": f"{place}{os.pathsep}{ROOT}", "SCRAPY_SETTINGS_MODULE": "crawler.settings"},
        cwd=place,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    return Crawled(done.returncode, done.stderr, place / "holdings")
