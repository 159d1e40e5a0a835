"""A thousand damages to a crawl: how many are found, and how many undamaged records are salvaged.

Run from the repository: ``python -m tests.bench.capture.damage [how many]``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from archive.sound_copy import write_sound_copy
from archive.verify import verify
from archive.warc import read_records
from tests.archive.captures import seeded
from tests.archive.damage import damage, fill_crawl, untouched


def main(count: int) -> int:
    """Print the figures and return 1 where a damage was missed or a sound record lost."""
    found = whole = lost = located = 0
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        sound = Path(scratch, "sound")
        fill_crawl(sound)
        [warc] = sound.glob("*/*/*.warc.gz")
        place, before, records = warc.relative_to(sound), warc.read_bytes(), list(read_records(warc))
        for seed in range(count):
            holdings, copy = Path(scratch, "holdings"), Path(scratch, "copy")
            shutil.copytree(sound, holdings)
            done = damage(holdings / place, seeded(seed))
            faults = [fault for fault in verify(holdings) if fault.file.endswith(warc.name)]
            found += bool(faults)
            located += any(fault.offset is not None for fault in faults)
            write_sound_copy(holdings, [], copy)
            kept = {record.record_id for record in read_records(copy / place)}
            missing = untouched(records, before, (holdings / place).read_bytes()) - kept
            whole += not missing
            lost += len(missing)
            if not faults or missing:
                print(f"seed {seed}: {done}: {len(faults)} faults, {len(missing)} sound records lost")
            shutil.rmtree(holdings)
            shutil.rmtree(copy)
    seconds = time.perf_counter() - began
    print(f"{count} damages: {found} found ({located} with an offset), {whole} with every sound record salvaged,")
    print(f"{lost} sound records lost; {len(records)} records in the file; {seconds:.0f} s")
    return 0 if found == whole == count else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
