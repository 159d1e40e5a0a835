"""Text that a spinner turned into Traditional characters with readings in brackets: detected and undone.

Few pages are spun, so all but the first suspicion is loaded when a page calls for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crawler.reading.spun.suspicion import may_be_spun
from crawler.reading.values import Restoration

__all__ = ["find_annotation", "is_spun", "may_be_spun", "restore"]


def is_spun(text: str, forged: bool = False) -> bool:
    """Say whether the page's whole *text* was spun; *forged* is evidence of spam elsewhere on the page."""
    from crawler.reading.spun import detection

    return detection.is_spun(text, forged)


def find_annotation(text: str) -> str:
    """Return the neighbourhood of the first reading in *text*, or else of the first Traditional character."""
    from crawler.reading.spun import detection

    return detection.find_annotation(text)


def count_signs(texts: Iterable[str]) -> int:
    """Return how many signs that a spinner may have cut at stand in *texts*; texts that repeat count once."""
    from crawler.reading.spun.inversion import SIGN

    return sum(len(SIGN.findall(text)) for text in set(texts))


def restore(texts: Sequence[str]) -> tuple[list[str], Restoration]:
    """Return the *texts* of one spun page as they were before, in Simplified, and how much of them was changed."""
    from crawler.reading.spun import restoration

    return restoration.restore(texts)
