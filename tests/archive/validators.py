"""The validators of others: warcio, FastWARC, and pywb in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType


def warcio_check(paths: Sequence[Path]) -> str:
    """Return what ``warcio check`` complains of; empty where it passes."""
    command = [sys.executable, "-m", "warcio.cli", "check", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}")


def fastwarc_faults(path: Path) -> list[str]:
    """Return the records of the file whose block or payload digest FastWARC does not confirm.

    The payload of a revisit is in another record (WARC 1.1, 6.7), so only its block is checked.
    """
    faults = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            if not record.verify_block_digest():
                faults.append(f"{record.record_id} block")
            if "WARC-Payload-Digest" in record.headers and record.record_type != WarcRecordType.revisit:
                record.parse_http()
                if not record.verify_payload_digest():
                    faults.append(f"{record.record_id} payload")
    return faults
