"""What was hard to read on sample pages, sentence by sentence; what is still read wrong is marked as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.expectations import read_expectation
from crawler.portals import PortalLoader, load_portal
from crawler.samples import load_sample

SAMPLES = Path(__file__).parents[1] / "samples"
PORTALS = PortalLoader(["crawler.spiders"])
LOST = "\ufffd"


def paragraphs(portal: str, label: str) -> list[str]:
    """The paragraphs of the last document that the portal reads from a sample."""
    sample = load_sample(SAMPLES / portal / label)
    read = read_expectation(sample, load_portal(PORTALS, portal))
    return list(read["documents"][-1]["paragraphs"])


@pytest.mark.parametrize(
    "phrase",
    [
        "几行字{}”校长谈起",
        "共享的教材，学科之间",
        "余字{}“福”字剪纸、竹编",
    ],
)
def test_a_punctuation_splice_loses_one_lead_byte_and_nothing_else(phrase: str):
    text = "\n".join(paragraphs("national_china_education_news", "hijacked-copy"))
    assert phrase.format("。") in text or phrase.format(LOST) in text
