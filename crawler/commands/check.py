"""``scrapy check``: read a portal's samples again and show what differs from what is expected."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path
from typing import Any

from scrapy.commands import ScrapyCommand

from crawler.errors import PortalError
from crawler.expectations import read_expectation
from crawler.portals import PortalLoader, load_portal
from crawler.samples import find_samples, load_expected, load_sample


class Command(ScrapyCommand):
    """Exit with 0 where every sample reads as expected, 1 where one does not, 2 where a file is wrong."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return how the command is typed."""
        return "[options] [<portal> ...]"

    def short_desc(self) -> str:
        """Return what ``scrapy`` prints beside the command."""
        return "Read the samples of portals (of all unless named) and show what is not as expected"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the option that says where samples are."""
        super().add_options(parser)
        parser.add_argument("--samples", type=Path, default=Path("samples"), help="the folder of samples")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the portals named in *args*, or all."""
        try:
            faults = self._faults(args, opts.samples)
        except PortalError as error:
            sys.stderr.write(f"scrapy check: {error}\n")
            self.exitcode = 2
            return
        sys.stdout.writelines(f"{fault}\n" for fault in faults)
        self.exitcode = 1 if faults else 0

    def _faults(self, names: list[str], samples: Path) -> list[str]:
        loader = PortalLoader.of(self.settings)
        faults = []
        for name in names or loader.list():
            portal = load_portal(loader, name)
            folders = list(find_samples(samples, name))
            if not folders:
                faults.append(f"{samples / name}: holds no sample; `scrapy sample {name} <url> <label>` makes one")
            for folder in folders:
                faults += difference(folder, load_expected(folder), read_expectation(load_sample(folder), portal))
        return faults


def difference(folder: Path, expected: dict[str, Any] | None, read: dict[str, Any]) -> list[str]:
    """Return the lines that tell *read* from *expected*; empty where they are equal."""
    if expected is None:
        again = f"scrapy sample --again {folder.parent.name} {folder.name}"
        return [f"{folder}: has no expected.json; `{again}` writes it for review"]
    if expected == read:
        return []
    before, after = (json.dumps(value, ensure_ascii=False, indent=1).splitlines() for value in (expected, read))
    return list(difflib.unified_diff(before, after, f"{folder}: expected", f"{folder}: read", lineterm="", n=1))
