"""Samples: saved pages with what must be read from them.

A sample is a folder ``samples/<portal>/<label>/``: ``page.html`` holds the served bytes, whatever their type, without
content coding and never re-encoded; ``page.json`` the address, status, headers and
time; ``expected.json`` what is read. Beside a list that only a script fills stands ``drawn.html``, the page as a
browser drew it, in UTF-8; then that is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.errors import PortalError

_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_LABEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class SampleFault(PortalError):
    """A sample cannot be written or read; the message names its folder."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One saved answer: *body* without content coding, *headers* as served, *captured_at* ISO 8601 in UTC.

    *drawn* is the page as a browser drew it, in UTF-8, where the portal says that its list must be drawn.
    """

    portal: str
    label: str
    url: str
    status: int
    headers: Mapping[str, str]
    captured_at: str
    body: bytes
    drawn: bytes | None = None

    def folder(self, samples: Path) -> Path:
        """Return the sample's folder below *samples*."""
        return sample_folder(samples, self.portal, self.label)

    def write(self, samples: Path) -> Path:
        """Write page.html, page.json and drawn.html; return the folder. Raises SampleFault where there is a sample."""
        folder = self.folder(samples)
        if (folder / "page.json").exists():
            raise SampleFault(f"{folder}: is a sample already; choose another label, or re-read it with --again")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page.html").write_bytes(self.body)
        if self.drawn is not None:
            (folder / "drawn.html").write_bytes(self.drawn)
        facts = {
            "url": self.url,
            "status": self.status,
            "headers": dict(self.headers),
            "captured_at": self.captured_at,
        }
        _write_json(folder / "page.json", facts)
        return folder


def sample_folder(samples: Path, portal: str, label: str) -> Path:
    """Return the folder of a sample; raises SampleFault for names that could lead out of *samples*.

    >>> sample_folder(Path("samples"), "guangxi_liujiang", "article-gbk").as_posix()
    'samples/guangxi_liujiang/article-gbk'
    """
    if not _NAME.fullmatch(portal):
        raise SampleFault(f"{portal!r} is no portal's name, which is province_county in pinyin")
    if not _LABEL.fullmatch(label):
        raise SampleFault(f"{label!r} is no label; it states the case in small letters, such as 'article-gbk'")
    return samples / portal / label


def load_sample(folder: Path) -> Sample:
    """Return the sample in *folder*."""
    try:
        page = json.loads((folder / "page.json").read_text(encoding="utf-8"))
        return Sample(
            folder.parent.name,
            folder.name,
            str(page["url"]),
            int(page["status"]),
            {str(name): str(value) for name, value in page["headers"].items()},
            str(page["captured_at"]),
            (folder / "page.html").read_bytes(),
            (folder / "drawn.html").read_bytes() if (folder / "drawn.html").exists() else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SampleFault(f"{folder}: cannot be read as a sample: {error!r}") from error


def find_samples(samples: Path, portal: str | None = None, label: str | None = None) -> Iterator[Path]:
    """Yield the folders of the samples below *samples*, in order; only those of *portal* and *label* where given."""
    for path in sorted(samples.glob("*/*/page.json")):
        if portal in (None, path.parts[-3]) and label in (None, path.parts[-2]):
            yield path.parent


def load_expected(folder: Path) -> dict[str, Any] | None:
    """Return what must be read from the sample in *folder*, None where nobody has said so yet."""
    path = folder / "expected.json"
    if not path.exists():
        return None
    try:
        expected = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SampleFault(f"{path}: is no JSON: {error}") from error
    if not isinstance(expected, dict):
        raise SampleFault(f"{path}: holds no object")
    return expected


def write_expected(folder: Path, expected: Mapping[str, Any]) -> None:
    """Write what was read from the sample in *folder*, for a person to review."""
    _write_json(folder / "expected.json", expected)


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
