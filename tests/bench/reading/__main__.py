"""Print the table of readers side by side and write it to tests/bench/README.md: ``python -m tests.bench.reading``."""

from __future__ import annotations

import platform
import re
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.reading.corpus import CONTRADICTED_DAYS, Case, chinese_web, government, imitation, samples
from tests.bench.reading.ours import read
from tests.bench.reading.peers import Reader, present
from tests.bench.reading.perturbed import render_perturbed
from tests.bench.reading.seeds import render_seeds
from tests.bench.reading.speed import render_speeds
from tests.bench.reading.table import measure, render
from tests.bench.reading.transplanted import render_transplanted

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- reading begins -->", "<!-- reading ends -->"
INTRODUCTION = """## Reading

Character 4-grams after white space is removed; precision, recall and F1 a page, then the mean. Strings that were
spliced in are taken from both sides; what the gold calls optional and captions are taken from the answer. Each other
column is right of asked. Every reader has its defaults; all but trafilatura are given the text decoded as this project
decodes it. A spun page is scored in Simplified characters on both sides. `make bench-reading` writes this part.
"""
# Held against each page by eye; nothing is tuned to these.
ODD_GOLD = """Some gold of chinese-web is odd, and is counted as it stands. The gold of imitation 003_spun is what its page prints; three
stretches that the spinner put out of step are held against the hand-made gold of that seed, which says what they were.

| page | what the gold says | what the page says |
|---|---|---|
| d8d4c4ec | a text that stops midway | the article goes on |
| bbdf5079, 3832838a | advertisements between the paragraphs are text | they are not the article's |
| 47f387e6 | the headline four times | it is printed as a headline |
| d5bced5e | all of an encyclopedia's page, its navigation too; the day of a maintenance notice | the article; last changed on 9 February 2022 |
| 05e98007 | 7 May 2005 | `7/5/2005 9:23:57 PM`, and the text reports of 3 July: 5 July |
| 35687fb1 | 27 December 2006 | that is the site's clock; above the headline stands `Saturday, September 10th, 2005 10:56 am` |
| e8847578 | the day of signing (成文日期), and the office as author | published (发布日期) a day later |
| c3f7d079 | 2003-05, a date within the text | `2005-03-06 16:17:00` beside the site's name |
| 6dc2d508, c268c1b4 | no date | a post's and an article's own time: `2005-08-28 20:56:20`, `2005-01-06 08:13更新` |
"""
PERTURBED = """### The same pages with what a rule may lean on taken away

`python -m tests.bench.reading.perturbed --drops` names each page that is read worse. What only a tag says is lost with it.
"""


TRANSPLANTED = """### Articles set into the pages of others

Every page is emptied of its article by the gold, and six others, whole or cut to a few paragraphs, stand in its place in
fifteen forms, with a picture, a table, a list, links and the like among their paragraphs. Days, sources and columns are
those of the page. `python -m tests.bench.reading.transplanted` names the worst.
"""


def groups() -> dict[str, list[Case]]:
    """Return the groups of pages that can be had here."""
    found = {
        "chinese-web": chinese_web(),
        "government": government(),
        "imitation": imitation(),
        "samples": samples(),
    }
    return {name: cases for name, cases in found.items() if cases}


def main() -> None:
    """Measure, print and write."""
    warnings.simplefilter("ignore")
    readers: dict[str, Reader] = {"xianzhi": read} | {name: reader for name, (_, reader) in present().items()}
    day = datetime.now(UTC).date().isoformat()
    parts = [INTRODUCTION, ODD_GOLD, f"Measured {day}, Python {platform.python_version()}, one core.\n"]
    for group, cases in groups().items():
        for reader in readers.values():
            measure(cases, reader)  # tables and caches are loaded before the clock runs
        parts.append(render(f"{group}: {len(cases)} pages", {name: measure(cases, r) for name, r in readers.items()}))
        parts += [undisputed_days(cases)] if group == "chinese-web" else []
        parts += [render_speeds()] if group == "government" else []
    parts.append(PERTURBED)
    parts += [render_perturbed(group, cases, read) for group, cases in groups().items()]
    parts += [TRANSPLANTED, render_transplanted(readers), render_seeds()]
    text = "\n".join(part for part in parts if part)
    print(text)
    write(text)


def undisputed_days(cases: Sequence[Case]) -> str:
    """Return how many days are right where no page says another than its gold."""
    right, asked = measure([case for case in cases if case.name not in CONTRADICTED_DAYS], read).marks["day"]
    return f"Days where the page does not contradict its gold ({', '.join(CONTRADICTED_DAYS)} do): {right}/{asked}.\n"


def write(text: str) -> None:
    """Put *text* into the part of the README that is reading's, and leave the other parts alone."""
    part = f"{BEGIN}\n{text}\n{END}"
    old = README.read_text(encoding="utf-8") if README.exists() else "# Measurements\n"
    if BEGIN in old:
        new = re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: part, old, flags=re.S)
    else:
        new = old.rstrip() + "\n\n" + part + "\n"
    README.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
