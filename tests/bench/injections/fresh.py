"""Measure spinning and undoing on texts that nothing was chosen by: folders of plain text, a paragraph a line.

    python -m tests.bench.injections.fresh SIMPLIFIED [--traditional FOLDER] [--most 300] [--seed 1] [--show]

Passages of 300 to 1,500 characters are cut from the ``.txt`` files of a folder at random. Each is spun by a spinner of
random habits and undone, and looked at for being spun, alone and in its page. Texts of the second folder are genuine
Traditional ones, of which none may be taken for spun.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from crawler.reading.injections import clean_tree
from crawler.reading.page.tree import parse
from crawler.reading.spun import is_spun, restore
from tests.bench.injections.measure import THRESHOLDS, survives, wrong_characters
from tests.spinner import Spinner, Trimmings, spin_page

SHORTEST, LONGEST = 300, 1500
JOINTS = (",", "_", "-", "|")


def passages(folder: Path, most: int, rng: random.Random, simplified: bool) -> list[list[str]]:
    """Return up to *most* passages of the texts in *folder*, each as its paragraphs."""
    found: list[list[str]] = []
    for path in sorted(folder.rglob("*.txt")):
        passage: list[str] = []
        wanted = rng.randint(SHORTEST, LONGEST)
        for line in path.read_text("utf-8").splitlines():
            paragraph = re.sub(r"\s+", "", line)
            if not paragraph or (simplified and not survives(paragraph)):
                continue
            passage.append(paragraph[: LONGEST - sum(map(len, passage))])
            if sum(map(len, passage)) >= wanted:
                found.append(passage)
                passage, wanted = [], rng.randint(SHORTEST, LONGEST)
        if sum(map(len, passage)) >= SHORTEST:
            found.append(passage)
    rng.shuffle(found)
    return found[:most]


def habits(rng: random.Random) -> Spinner:
    """Return a spinner of random habits."""
    return Spinner(
        annotated=rng.choice((0, *THRESHOLDS)),
        lone=rng.choice(("?", "?", "")),
        blank=rng.random() < 0.15,
        cuts=rng.random() < 0.85,
    )


def round_trip(texts: list[list[str]], rng: random.Random, show: bool) -> Iterator[str]:
    """Yield how many of *texts* come back from a random spinner, by what it leaves for a lone byte."""
    counts: dict[str, list[int]] = {}
    for text in texts:
        spinner = habits(rng)
        name = "nothing is cut" if not spinner.cuts else f"lone byte shown as {spinner.lone!r}"
        back, restoration = restore([spinner.spin(paragraph) for paragraph in text])
        edits = [wrong_characters(b, p) for b, p in zip(back, text, strict=True)]
        for paragraph, restored, wrong in zip(text, back, edits, strict=True):
            if show and wrong:
                yield from (f"  {difference}" for difference in _differences(restored, paragraph))
        row = counts.setdefault(name, [0, 0, 0, 0, 0])
        for place, value in enumerate((1, any(edits), sum(map(len, text)), sum(edits), restoration.unsure)):
            row[place] += value
    for name, (total, bad, characters, wrong, unsure) in sorted(counts.items()):
        yield (
            f"round trip, {name}: {total - bad}/{total} texts without a wrong character, {1e4 * wrong / characters:.2f} "
            f"wrong and {1e4 * unsure / characters:.1f} marked in 10,000 of {characters:,}"
        )


def _differences(restored: str, original: str) -> Iterator[str]:
    """Yield where *restored* says something else than *original*, and does not mark it."""
    for kind, start, end, first, last in SequenceMatcher(None, restored, original, autojunk=False).get_opcodes():
        if kind != "equal" and restored[start:end].strip("\ufffd"):
            yield f"{restored[max(0, start - 8) : end + 8]!r} for {original[max(0, first - 8) : last + 8]!r}"


def detection(texts: list[list[str]], rng: random.Random) -> Iterator[str]:
    """Yield how many of *texts*, spun with lists of several lengths, are found to be so."""
    for annotated in (0, 6, 10, 20, 40, 80, 142):
        spinner = Spinner(annotated=annotated, lone=rng.choice(("?", "")))
        bare = sum(is_spun("\n".join(map(spinner.spin, text))) for text in texts)
        pages = (_spin_page(text, spinner, rng) for text in texts)
        whole = sum("spun-text" in _kinds(page) for page in pages)
        yield f"detection, {annotated} annotated: {whole}/{len(texts)} pages, {bare}/{len(texts)} bare texts"


def _spin_page(text: list[str], spinner: Spinner, rng: random.Random) -> str:
    trimmings = Trimmings(joint=rng.choice(JOINTS), entities=rng.random() < 0.5, tags=rng.choice((0, 8, 24)))
    return spin_page(text[0][:16], text, spinner, rng, trimmings)


def _kinds(page: str) -> set[str]:
    root = parse(page)
    cleaning = clean_tree(root, "http://www.somewhere.com/a", page) if root is not None else None
    return {one.kind for one in cleaning.findings} if cleaning else set()


def genuine(texts: list[list[str]]) -> Iterator[str]:
    """Yield how many of *texts*, which are genuine, are taken for spun."""
    taken = [text for text in texts if is_spun("\n".join(text))]
    yield f"genuine texts taken for spun: {len(taken)}/{len(texts)}"
    yield from ("  " + text[0][:80] for text in taken)


def main() -> None:
    """Print the figures of the folders that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("simplified", type=Path)
    parser.add_argument("--traditional", type=Path)
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("roundtrip", "detection", "genuine"), help="measure one thing")
    parser.add_argument("--show", action="store_true", help="print what came back wrong")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts = passages(options.simplified, options.most, rng, simplified=True)
    measured: dict[str, Iterator[str]] = {
        "roundtrip": round_trip(texts, rng, options.show),
        "detection": detection(texts, rng),
        "genuine": genuine(texts),
    }
    for name, lines in measured.items():
        for line in lines if options.only in (None, name) else ():
            print(line, flush=True)
    if options.traditional:
        for line in genuine(passages(options.traditional, options.most, rng, simplified=False)):
            print("Traditional:", line)


if __name__ == "__main__":
    main()
