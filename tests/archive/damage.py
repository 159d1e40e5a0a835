"""Holdings to be damaged, and the damage."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from archive.warc import WarcRecord
from tests.archive.captures import make_capture, make_line, random_response, seeded, start_crawl


def fill_crawl(holdings: Path, seed: int = 1, count: int = 25) -> Path:
    """Write a crawl with answers of all kinds and a document each, and return its folder."""
    rng = seeded(seed)
    crawl = start_crawl(holdings)
    for at in range(count):
        ref = crawl.write_capture(make_capture(random_response(rng)[0], f"/{at}", at))
        crawl.write_document(make_line(ref, f"正文 {at % 20}", path=f"/{at}"))
    crawl.finish("complete", {"pages": count})
    return crawl.folder


def damage(path: Path, rng: random.Random) -> str:
    """Flip a bit, change a byte, or cut out or off some bytes of the file at *path*, and say what was done."""
    content = bytearray(path.read_bytes())
    at = rng.randrange(len(content))
    kind = rng.choice(["bit", "byte", "cut off", "cut out"])
    if kind == "bit":
        content[at] ^= 1 << rng.randrange(8)
    elif kind == "byte":
        content[at] = (content[at] + rng.randrange(1, 256)) % 256
    elif kind == "cut off":
        del content[at:]
    else:
        del content[at : at + rng.randint(1, 200)]
    path.write_bytes(content)
    return f"{path.name}: {kind} at {at}"


def untouched(records: Sequence[WarcRecord], before: bytes, after: bytes) -> set[str]:
    """Return the ids of the records whose bytes *before* are all among those that are the same *after*."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - start) if before[-1 - at] != after[-1 - at]), shorter - start)
    return {
        record.record_id
        for record in records
        if record.offset + record.length <= start or record.offset >= len(before) - tail
    }
