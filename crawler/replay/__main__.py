"""``python -m crawler.replay samples --port 8080``: the replaying proxy by itself, for trying a spider."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from crawler.errors import PortalError
from crawler.replay.proxy import ReplayProxy


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; return the exit status: 0, or 2 when it could not start."""
    parser = argparse.ArgumentParser(prog="python -m crawler.replay", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of samples: <portal>/<label>/page.json")
    parser.add_argument("--port", type=int, default=8080, help="port on loopback; 0 takes any free one")
    options = parser.parse_args(arguments)
    try:
        proxy = ReplayProxy(options.folder, port=options.port)
    except (PortalError, OSError, OverflowError) as error:
        sys.stderr.write(f"{parser.prog}: {error}\n")
        return 2
    sys.stdout.write(f"{len(proxy.answers)} answers; run a crawl with http_proxy={proxy.url}\n")
    sys.stdout.flush()
    for stop in (signal.SIGINT, signal.SIGTERM):  # a shell makes what it starts in the background deaf to SIGINT
        signal.signal(stop, signal.default_int_handler)
    try:
        proxy.serve_forever()
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
