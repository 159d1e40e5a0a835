"""What incremental crawls save and miss, what the monitors tell, and what a schedule of every county costs.

A portal of 3,000 pages is crawled, then crawled again incrementally when a tenth of its pages changed: ``python -m
tests.bench.incremental`` prints how many bytes the second crawl stored and how many requests it made beside the first
one, and whether it brought everything new and everything edited on the list pages it read. Then portals break and
grow, and a schedule of 2,823 portals starts. The exit status is 1 where an aim was missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from archive.index import parse_line
from tests.bench.incremental import breaking, county
from tests.bench.incremental.table import heading, row
from tests.crawler.growing import Article, GrowingPortal, Outcome, PortalServer

COLUMNS, ROWS = 8, 15
NEW, EDITED, DEEP = 24, 36, 120
MOST_BYTES, MOST_REQUESTS = 0.03, 0.15


def change(portal: GrowingPortal) -> tuple[list[Article], list[Article]]:
    """Publish and edit; return what is new, and what was edited on the first page of a list.

    What is edited deep in the lists only a full crawl can find.
    """
    dice, columns = portal.dice, list(portal.held)
    # Two columns publish most, as on real portals; one publishes nothing.
    weights = [8, 6, 3, 2, 2, 1, 1, 0]
    edited = [dice.choice(portal.held[columns[n % COLUMNS]][: ROWS - 1]) for n in range(EDITED)]
    edited = list({article.url: article for article in edited}.values())
    deep = [dice.choice(portal.held[columns[n % COLUMNS]][ROWS * 4 :]) for n in range(DEEP)]
    for article in (*edited, *deep):
        portal.edit(article)
    return [portal.publish(column) for column in dice.choices(columns, weights, k=NEW)], edited


def changed_pages(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    """Return how many addresses have another body than before, or are new."""
    return sum(before.get(url) != body for url, body in after.items())


def new_bytes(folder: Path) -> int:
    """Return how much of the crawl in *folder* are answers whose payload was not held: nothing can do without them."""
    lines = (folder / "index.cdxj").read_text("utf-8").splitlines()
    entries = [parse_line(line) for line in lines]
    return sum(int(entry["length"]) for entry in entries if entry["mime"] != "warc/revisit")


def run(holdings: Path, pages: int, family: str, *, validators: bool) -> bool:
    """Crawl twice, print the figures, and return whether they are within what was aimed at."""
    portal = GrowingPortal(
        family, COLUMNS, articles=int(pages * 0.74), rows=ROWS, pictures=0.3, paragraphs=12, padding=100, seed=7
    )
    with PortalServer(portal, validators=validators) as server:
        first = server.crawl(holdings)
        asked_first, before = len(server.served), dict(server.pages)
        new, edited = change(portal)
        server.publish()
        changed = changed_pages(before, server.pages)
        second = server.crawl(holdings, "incremental")
        asked = Counter(status for _, status in server.served)
    return report(first, second, asked_first, asked, (new, edited), changed / len(before))


def report(
    first: Outcome,
    second: Outcome,
    asked_first: int,
    asked: Counter[int],
    changes: tuple[list[Article], list[Article]],
    changed: float,
) -> bool:
    """Print one pair of crawls and return whether it is within what was aimed at."""
    got = {document["url"] for document in second.documents}
    missed = [[article.url for article in articles if article.url not in got] for articles in changes]
    stored, requests = second.size / first.size, sum(asked.values()) / asked_first
    row("first crawl: requests, bytes of WARC", f"{asked_first:,}, {first.size / 1e6:.1f} MB")
    row("pages that changed or are new since", f"{changed:.1%}")
    row("second crawl: requests by status", ", ".join(f"{count} {status}" for status, count in sorted(asked.items())))
    row("second crawl: bytes of WARC", f"{second.size / 1e6:.2f} MB")
    row("of them answers that are new", f"{new_bytes(second.folder) / 1e6:.2f} MB")
    row(f"bytes stored (aim: at most {MOST_BYTES:.0%})", f"{stored:.2%}")
    row(f"requests made (aim: at most {MOST_REQUESTS:.0%})", f"{requests:.2%}")
    row("new articles missed", f"{len(missed[0])} of {len(changes[0])}")
    row("edited articles of the overlap missed", f"{len(missed[1])} of {len(changes[1])}")
    row("edited deeper, left to the next full crawl", str(DEEP))
    row("outcome", f"{second.described['kind']}, {second.described['outcome']}")
    if second.status:
        print(second.described["cause"], file=sys.stderr)
    sound = second.status == 0 and second.described["kind"] == "incremental" and not any(missed)
    return sound and stored <= MOST_BYTES and requests <= MOST_REQUESTS


def main() -> None:
    """Run each part and exit with 1 where an aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=3_000, help="pages of the portal")
    parser.add_argument("--crawls", type=int, default=20, help="crawls of the portal that grows")
    order = parser.parse_args()
    within = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (family, validators) in enumerate((("trs", True), ("vsb", True), ("trs", False))):
            heading(f"{family}, the server {'names versions' if validators else 'names no versions'}")
            within.append(run(folder / f"pair{number}", order.pages, family, validators=validators))
        within.append(breaking.run_broken(folder / "sound", folder / "broken"))
        within.append(breaking.run_growing(folder / "growing", order.crawls))
        (folder / "county").mkdir()
        within.append(county.run(folder / "county"))
    row("parts within what was aimed at", f"{sum(within)} of {len(within)}")
    sys.exit(not all(within))


if __name__ == "__main__":
    main()
