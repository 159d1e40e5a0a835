"""The seed documents as HTML pages: stories found, surplus, and sentences joined across columns."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from types import ModuleType

from crawler.reading import read_documents
from tests.bench.reading.corpus import SHARED

SEEDS = ("000", "001", "002", "003", "004")
FORMS = ("p", "br", "div")


@cache
def scorer() -> ModuleType | None:
    """Return the shared scorer of the seeds, or None where it is absent."""
    file = SHARED / "gold/seeds.py"
    spec = importlib.util.spec_from_file_location("seeds_gold", file) if file.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def results() -> Iterator[tuple[str, str, dict[str, str | int]]]:
    """Yield the score of each seed in each form."""
    module = scorer()
    if module is None:
        return
    for seed in SEEDS:
        for form in FORMS:
            documents = read_documents(module.as_html(seed, form).encode(), f"http://seed.example/{seed}.html")
            lines = [json.loads(json.dumps(asdict(document), ensure_ascii=False)) for document in documents]
            yield seed, form, module.score(seed, lines)


def render_seeds() -> str:
    """Return the table of the seeds; nothing where they are absent."""
    rows = [
        f"| {seed} | {form} | {found['stories']} | {found['surplus']} | {found['joins']} | {found['authors']} |"
        for seed, form, found in results()
    ]
    if not rows:
        return ""
    head = ["### seeds", "", "| seed | form | stories | surplus | joins | authors |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"
