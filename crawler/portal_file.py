"""Write the file of a portal that a survey found."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from crawler.divisions import PROVINCES
from crawler.errors import BadPortal
from crawler.reading.injections.mirrors import foreign_marks
from crawler.reading.values import PortalFacts
from crawler.survey import Finding

PORTAL_NAME = re.compile(r"([a-z][a-z0-9]*)_([a-z][a-z0-9_]*)")
_COMMON_HOSTS = {"www", "gov", "com", "cn", "org", "net", "edu", "zwgk", "xxgk"}
_WIDTH = 110
# A portal's file has twelve lines at most, of which the columns have what the other words leave.
_COLUMN_LINES = 4


@dataclass(frozen=True, slots=True)
class PortalFile:
    """A portal's file: its *name*, its division, the *path* it belongs at, and its *text*."""

    name: str
    division_code: str
    path: Path
    text: str

    def write(self) -> None:
        """Write the file, and the package of its province where there is none; raises BadPortal where it exists."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        package = self.path.parent / "__init__.py"
        if not package.exists():
            package.write_text("", encoding="utf-8")
        try:
            with self.path.open("x", encoding="utf-8") as file:
                file.write(self.text)
        except FileExistsError as error:
            raise BadPortal(f"{self.path}: is there already; choose another --name") from error


def portal_file(finding: Finding, spiders: Path, name: str | None, division_code: str | None) -> PortalFile:
    """Return the file for what a survey found; *name* and *division_code* override what it tells.

    Raises BadPortal where one of them is needed and missing, or is none.
    """
    if not finding.columns:
        raise BadPortal(_columnless(finding))
    code = division_code or finding.division_code
    if code is None:
        seen = f"the site's name is {finding.title!r}, its code {finding.site_code or 'not printed'}"
        raise BadPortal(f"{finding.home}: its division is not clear ({seen}); say it with --division 430723")
    if not re.search(r"[\u4e00-\u9fff]", finding.title):
        raise BadPortal(
            f"{finding.home}: the site's Chinese name is not clear ({finding.title!r}); say it with --title"
        )
    kind = "_paper" if finding.columns[0].key == "paper" else ""
    whole = name or _default_name(finding.home, code) + kind
    match = PORTAL_NAME.fullmatch(whole)
    if match is None:
        raise BadPortal(f"{whole!r} is no portal's name; it should be province_county in pinyin, as in hunan_lixian")
    return PortalFile(whole, code, spiders / match[1] / f"{match[2]}.py", _text(finding, whole, code))


def _columnless(finding: Finding) -> str:
    """What was seen where no column was found."""
    if finding.scripted:
        one, count = finding.scripted[0], len(finding.scripted)
        return (
            f"{one.address}: its list is empty without a script, as all {count} that were found; declare the portal by"
            f" hand, with rendered = {{{one.key!r}: {one.selector!r}}}, which needs the extra 'browser'"
        )
    unread = ", ".join(f"{number} {why}" for why, number in finding.unread.items())
    seen = f"of {finding.looked_at} links that look like columns none is a list"
    return f"{finding.home}: no column was found: {seen}{f' ({unread})' if unread else ''}"


def _default_name(home: str, code: str) -> str:
    province = PROVINCES.get(code[:2], "national")
    labels = [label for label in (urlsplit(home).hostname or "").lower().split(".") if label not in _COMMON_HOSTS]
    words = [re.sub(r"\W", "", label) for label in reversed(labels)]
    county = "_".join(word for word in words if word) or "portal"
    return f"{province}_{county if county[0].isalpha() else 'n' + county}"


def _text(finding: Finding, name: str, code: str) -> str:
    family, spider = finding.verdict.family, finding.verdict.spider.__name__
    class_name = "".join(word.capitalize() for word in name.split("_")[1:]) + "Spider"
    columns = {column.key: _short(column.address, finding.home) for column in finding.columns}
    foreign = foreign_marks(finding.facts, PortalFacts(division_code=code))
    return (
        f"from crawler.families.{family} import {spider}  # {_comment('; '.join(finding.verdict.evidence))}\n\n\n"
        f"class {class_name}({spider}):\n"
        f"    name = {_quoted(name)}\n"
        f"    title = {_quoted(finding.title)}\n"
        f"    division_code = {_quoted(code)}\n"
        f"    home = {_quoted(finding.home)}\n"
        f"{_codes(foreign)}"
        f"{_columns(columns, _COLUMN_LINES - bool(foreign))}"
    )


def _codes(foreign: Sequence[str]) -> str:
    """The word by which pages that carry another site's code are not taken for mirrors, where the home page does."""
    return f"    codes = ({''.join(_quoted(mark) + ', ' for mark in foreign).rstrip()})\n" if foreign else ""


def _columns(columns: Mapping[str, str], most: int) -> str:
    """The columns in as few lines as they need, *most* at best: a portal's file is to be seen at a glance."""
    pairs = [f"{_quoted(key)}: {_quoted(path)}" for key, path in columns.items()]
    width = _WIDTH
    while len(lines := _filled(pairs, width)) > most:
        width += 20
    lines[-1] += "}"
    told = [f"{line}  # noqa: E501" if len(line) > _WIDTH + 10 else line for line in lines]
    return "\n".join(told) + ("  # fmt: skip\n" if len(lines) > 1 or len(lines[0]) > _WIDTH + 10 else "\n")


def _filled(pairs: Sequence[str], width: int) -> list[str]:
    lines = ["    columns = {" + pairs[0]]
    for pair in pairs[1:]:
        if len(lines[-1]) + len(pair) + 3 <= width:
            lines[-1] += f", {pair}"
        else:
            lines[-1] += ","
            lines.append(" " * 15 + pair)
    return lines


def _short(address: str, home: str) -> str:
    parts, own = urlsplit(address), urlsplit(home)
    if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        return address
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _quoted(text: str) -> str:
    """A Python literal; what a site prints must not become code."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    """The evidence that fits behind an import, without a line break that would end the comment."""
    plain = re.sub(r"[^\x20-\x7e\u4e00-\u9fff]", " ", text)
    return plain if len(plain) <= 60 else plain[:60].rpartition(";")[0] or plain[:60]
