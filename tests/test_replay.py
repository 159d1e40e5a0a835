"""Every sample reads as expected; the one test of all portals."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.commands.check import difference
from crawler.expectations import read_expectation
from crawler.portals import PortalLoader, load_portal
from crawler.samples import find_samples, load_expected, load_sample

SAMPLES = Path(__file__).parents[1] / "samples"
PORTALS = PortalLoader(["crawler.spiders"])


@pytest.mark.parametrize(
    "folder", list(find_samples(SAMPLES)), ids=lambda folder: f"{folder.parent.name}-{folder.name}"
)
def test_a_sample_reads_as_expected(folder: Path) -> None:
    sample = load_sample(folder)
    read = read_expectation(sample, load_portal(PORTALS, sample.portal))
    assert difference(folder, load_expected(folder), read) == []


@pytest.mark.parametrize("name", PORTALS.list())
def test_a_portal_has_a_list_and_an_article_among_its_samples(name: str) -> None:
    expected = [load_expected(folder) or {} for folder in find_samples(SAMPLES, name)]
    assert {one.get("kind") for one in expected} & {"list", "printed_page"}
    # The articles of a paper of PDF files are files.
    assert any(one.get("documents") for one in expected if one.get("kind") in ("article", "file"))
