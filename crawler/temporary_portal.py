"""A portal without a file, for one crawl: declared as ``scrapy newportal`` would, in a folder that is thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from crawler.errors import PortalError
from crawler.portals import PortalLoader

PACKAGE = "temporary_portals"


def declare_temporarily(home: str, settings: Sequence[str] = ()) -> str:
    """Return the name of a portal declared for *home*; it can be imported from ``temporary_portals`` until exit.

    *settings* are ``NAME=VALUE`` words for the survey. The survey runs as a process of its own, since Scrapy's event
    loop runs once in a process. Raises PortalError with what the survey says where it finds no portal.
    """
    folder = Path(tempfile.mkdtemp(prefix="xianzhi-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / PACKAGE).mkdir()
    (folder / PACKAGE / "__init__.py").touch()
    words = [word for setting in settings for word in ("-s", setting)]
    done = subprocess.run(  # noqa: S603  an argument list, no shell
        [
            *(sys.executable, "-m", "scrapy", "newportal", home),
            *("--samples", str(folder / "samples"), *words, "-s", f"SPIDER_MODULES={PACKAGE}"),
        ],
        env=_environment(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"{home}: the survey ended with status {done.returncode}"]
        raise PortalError(lines[-1].removeprefix("scrapy newportal: "))
    sys.path.insert(0, str(folder))
    return PortalLoader([PACKAGE]).list()[0]


def _environment(folder: Path) -> dict[str, str]:
    paths = [str(folder), str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "SCRAPY_SETTINGS_MODULE": "crawler.settings",
        "PYTHONIOENCODING": "utf-8",
    }
