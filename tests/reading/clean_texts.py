"""Clean Simplified texts for tests: the paragraphs of every sample that nobody tampered with."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
_SHORTEST = 24


@cache
def sample_texts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the label and the paragraphs of each article among the samples that holds no injection."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for path in sorted(SAMPLES.glob("*/*/expected.json")):
        for document in json.loads(path.read_text("utf-8")).get("documents") or ():
            paragraphs = tuple(p for p in document.get("paragraphs") or () if len(p) >= _SHORTEST and "\t" not in p)
            if paragraphs and not document.get("injections") and _is_gbk("".join(paragraphs)):
                found.append((f"{path.parent.parent.name}/{path.parent.name}", paragraphs))
    return tuple({paragraphs[0]: (label, paragraphs) for label, paragraphs in found}.values())


def _is_gbk(text: str) -> bool:
    return text.encode("gbk", "ignore").decode("gbk") == text
