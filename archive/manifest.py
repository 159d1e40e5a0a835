"""manifest-sha256.txt: the digests of a finished crawl's files, as ``sha256sum -c`` reads them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

from archive.disk import write_whole

NAME = "manifest-sha256.txt"
SIGNATURE = "manifest-sha256.txt.sig"
# crawl.log is still written to when the crawl closes. index.cdxj is derived from the WARC files, checked against
# them line by line, and changes when an address is withdrawn, which must change no digest.
_LEFT_OUT = frozenset({NAME, SIGNATURE, "crawl.log", "index.cdxj"})
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\\0]+)")


def file_digest(path: Path) -> str:
    """Return the hexadecimal SHA-256 of the file at *path*."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed_files(folder: Path) -> list[Path]:
    """Return the files of a crawl's *folder* that its manifest lists, by name."""
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in files if path.name not in _LEFT_OUT and path.suffix not in (".open", ".draft"))


def write_manifest(folder: Path, known: Mapping[str, str] | None = None) -> None:
    """Write the manifest of *folder* anew; *known* are digests already worked out, by file name."""
    digests = {path.name: (known or {}).get(path.name) or file_digest(path) for path in listed_files(folder)}
    lines = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    write_whole(folder / NAME, lines.encode())


def read_manifest(folder: Path) -> dict[str, str]:
    """Return file name -> hexadecimal SHA-256 as the manifest of *folder* has it; ValueError names a bad line."""
    listed: dict[str, str] = {}
    text = (folder / NAME).read_bytes().decode("utf-8", "replace")
    if text and not text.endswith("\n"):
        raise ValueError(_("the last line is cut"))
    for number, line in enumerate(text.split("\n")[:-1], 1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(_("line {number} is no digest and file name").format(number=number))
        listed[found[2]] = found[1]
    return listed
