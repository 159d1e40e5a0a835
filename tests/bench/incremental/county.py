"""One schedule for every county: how long its process takes to start, and how much memory it holds."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.incremental.table import heading, row

ROOT = Path(__file__).parents[3]
PORTALS = 2_823
MOST_SECONDS, MOST_MEGABYTES = 10.0, 300.0
# `xianzhi schedule`, with a package of as many portal files in the place of the one that is shipped.
PROGRAM = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from crawler.cli import schedule
from crawler.portals import PortalLoader
schedule._known = lambda: PortalLoader(["counties"]).list()
schedule.command(prog_name="xianzhi schedule")
"""


def make_portals(folder: Path) -> list[str]:
    """Write as many portal files as China has counties, in 34 provinces, and return their names."""
    names = []
    for number in range(PORTALS):
        province = folder / "counties" / f"province{number % 34:02}"
        province.mkdir(parents=True, exist_ok=True)
        (province / f"county{number:04}.py").write_text("", encoding="utf-8")
        names.append(f"{province.name}_county{number:04}")
    return names


def start(folder: Path) -> tuple[float, float]:
    """Start the schedule in *folder*; return the seconds until it runs and its largest memory by then in MB."""
    words = [sys.executable, "-c", PROGRAM, str(folder), "--holdings", str(folder / "holdings")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "C"}
    began = time.monotonic()
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = time.monotonic() - began
        assert f"portals planned: {PORTALS}," in line, line
        time.sleep(3)  # it looks at all of them several times
        status = Path(f"/proc/{child.pid}/status").read_text(encoding="utf-8")
        child.send_signal(signal.SIGTERM)
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return seconds, int(found[1]) / 1024


def run(folder: Path) -> bool:
    """Print the figures and return whether they are within what was aimed at."""
    heading(f"a schedule of {PORTALS:,} portals, 4 at once")
    names = make_portals(folder)
    (folder / "holdings").mkdir()
    far = "\n".join(
        f'[portals.{name}]\ncron = "{number % 60} {number % 24} 1 1 *"' for number, name in enumerate(names)
    )
    (folder / "holdings" / "schedule.toml").write_text(f"at_once = 4\n{far}\n", encoding="utf-8")
    first, _ = start(folder)
    again, megabytes = start(folder)
    row(f"first start (aim: under {MOST_SECONDS:.0f} s)", f"{first:.1f} s")
    row(f"start again (aim: under {MOST_SECONDS:.0f} s)", f"{again:.1f} s")
    row(f"largest memory of the process (aim: under {MOST_MEGABYTES:.0f} MB)", f"{megabytes:.0f} MB")
    return max(first, again) < MOST_SECONDS and megabytes < MOST_MEGABYTES
