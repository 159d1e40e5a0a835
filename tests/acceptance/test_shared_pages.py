"""Real pages, where the shared folder is present: every article page gives a document, none an exception."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("XIANZHI_SHARED", ROOT.parent / "shared"))
PAGES = sorted(SHARED.glob("pages/*/*/page.html"))

pytestmark = pytest.mark.skipif(not PAGES, reason=f"{SHARED} is not here")


def is_article(page: Path) -> bool:
    gold = json.loads(page.with_name("gold.json").read_text(encoding="utf-8"))
    return gold.get("page_kind", "article") != "list"


def test_read_prints_a_document_for_every_article_page():
    ended = subprocess.run(
        [sys.executable, "-c", "from crawler.cli import main; main()", "read", *map(str, PAGES)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    read = {json.loads(line)["url"] for line in ended.stdout.splitlines()}
    missing = [str(page) for page in PAGES if is_article(page) and page.resolve().as_uri() not in read]
    assert not missing
