"""crawl.json: what a crawl was, who ran it with which settings, and how it ended."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from gettext import gettext as _
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from archive.disk import write_whole
from archive.errors import DamagedRecord

NAME = "crawl.json"
RUNNING = "running"
OUTCOMES = frozenset({"complete", "failed", "interrupted"})
_SHOWN = ("xianzhi", "scrapy", "warcio", "isal")


def software() -> dict[str, str]:
    """Return the versions of what makes the records."""
    versions = {"python": platform.python_version()}
    for name in _SHOWN:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue  # run from a checkout that nobody installed, or without the optional deflater
    return versions


def read_description(folder: Path) -> dict[str, Any]:
    """Return the content of crawl.json in *folder*; raises DamagedRecord where it is missing or no JSON object."""
    path = folder / NAME
    try:
        description = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise DamagedRecord(path, _("no description of a crawl ({error})").format(error=error)) from error
    if not isinstance(description, dict) or not isinstance(description.get("outcome"), str):
        raise DamagedRecord(path, _("no description of a crawl"))
    return description


def write_description(folder: Path, description: Mapping[str, object]) -> None:
    """Write crawl.json in *folder*, whole or not at all."""
    text = json.dumps(description, ensure_ascii=False, indent=2, default=str) + "\n"
    write_whole(folder / NAME, text.encode("utf-8", "replace"))
