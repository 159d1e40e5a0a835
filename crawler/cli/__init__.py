"""``xianzhi``: what archivists type."""

from __future__ import annotations

import sys

from archive.language import follow_locale


def main() -> None:
    """Run the command line and exit with its status: 0 all well, 1 something failed, 2 it could not run."""
    follow_locale()  # before any command is imported: their help texts are translated as they are defined
    from crawler.cli.commands import xianzhi

    try:
        xianzhi(prog_name="xianzhi")
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough; flushing at exit must not complain again.
        sys.stderr.close()
        sys.exit(1)
