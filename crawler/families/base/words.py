"""The words a portal's file declares, and what can be wrong with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

import cssselect

from crawler.errors import BadPortal

REQUIRED = ("name", "title", "division_code", "home", "columns")
OPTIONAL = ("layouts", "list_pages", "issues", "rendered", "codes")

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_COLUMN = re.compile(r"[a-z][a-z0-9_]*")
_MARK = re.compile(r"\d{10}|bm\d{8}|[\u4e00-\u9fff]ICP备\d{8,10}号")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def check_portal(portal: type) -> None:
    """Raise BadPortal, naming the file and the word, where a portal's declaration is wrong."""
    where = _file_of(portal)
    declared = {word: value for word, value in vars(portal).items() if not word.startswith("_")}
    for word in declared:
        if word not in REQUIRED + OPTIONAL:
            raise BadPortal(f"{where}: {_unknown(word)}")
    for word in REQUIRED:
        if word not in declared:
            raise BadPortal(f"{where}: the word {word!r} is missing; a portal declares {', '.join(REQUIRED)}")
    fault = _name_fault(declared["name"], portal.__module__) or _facts_fault(declared)
    fault = fault or _columns_fault(declared["columns"]) or _limits_fault(declared)
    fault = fault or _rendered_fault(declared) or _codes_fault(declared.get("codes", ()))
    if fault:
        raise BadPortal(f"{where}: {fault}")


def portal_name(module: str) -> str | None:
    """Return the name that the place of a portal's file asks for, or None where it stands in no province.

    >>> portal_name("crawler.spiders.guangxi.liujiang")
    'guangxi_liujiang'
    """
    match = re.search(r"(?:^|\.)spiders\.(\w+)\.(\w+)$", module)
    return f"{match[1]}_{match[2]}" if match else None


def _file_of(portal: type) -> str:
    path = getattr(sys.modules.get(portal.__module__), "__file__", None)
    if path is None:
        return portal.__module__
    return "/".join(Path(path).parts[-4:]) if portal_name(portal.__module__) else path


def _unknown(word: str) -> str:
    if word == "custom_settings":
        return "a portal sets no settings; they all stand in crawler/settings.py"
    close = get_close_matches(word, REQUIRED + OPTIONAL, n=1)
    if close:
        return f"unknown word {word!r}; did you mean {close[0]!r}?"
    return f"unknown word {word!r}; a portal declares {', '.join(REQUIRED)} and nothing that its family can do"


def _name_fault(name: object, module: str) -> str | None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return f"name is {name!r}; it should be province_county in pinyin, such as 'hunan_lixian'"
    wanted = portal_name(module)
    if wanted and name != wanted:
        return f"name is {name!r}; the place of the file asks for {wanted!r}"
    return None


def _facts_fault(declared: Mapping[str, object]) -> str | None:
    title, code, home = declared["title"], declared["division_code"], declared["home"]
    if not isinstance(title, str) or not _HAN.search(title):
        return f"title is {title!r}; it should be the portal's Chinese name"
    if not isinstance(code, str) or not re.fullmatch(r"\d{6}", code):
        return f"division_code is {code!r}; it should be the six digits of GB/T 2260 in quotes"
    if not isinstance(home, str) or not _is_address(home):
        return f"home is {home!r}; it should be an address that begins with http:// or https://"
    return None


def _columns_fault(columns: object) -> str | None:
    if not isinstance(columns, dict) or not columns:
        return f"columns is {columns!r}; it should name at least one list, such as {{'notices': '/zwgk/tzgg/'}}"
    for key, path in columns.items():
        if not isinstance(key, str) or not _COLUMN.fullmatch(key):
            return f"columns: {key!r} should be a short name of lower case letters, such as 'notices'"
        if not isinstance(path, str) or not (path.startswith("/") or _is_address(path)):
            return f"columns: {key} is {path!r}; it should begin with / or be a whole address"
    if len(set(columns.values())) < len(columns):
        return "columns: two names stand for the same list"
    return None


def _limits_fault(declared: Mapping[str, object]) -> str | None:
    for word in ("list_pages", "issues"):
        limit = declared.get(word, 1)
        if not isinstance(limit, int) or limit < 1:
            return f"{word} is {limit!r}; it should be a number from 1 on"
    return None


def _codes_fault(codes: object) -> str | None:
    if isinstance(codes, tuple) and all(isinstance(code, str) and _MARK.fullmatch(code) for code in codes):
        return None
    return f"codes is {codes!r}; it should hold site codes and ICP numbers, such as ('4502060001', '桂ICP备05000000号')"


def _rendered_fault(declared: Mapping[str, object]) -> str | None:
    rendered, columns = declared.get("rendered", {}), declared["columns"]
    if not isinstance(rendered, dict):
        return f"rendered is {rendered!r}; it should be such as {{'notices': 'ul.list li a'}}"
    for column, selector in rendered.items():
        if not isinstance(columns, dict) or column not in columns:
            return f"rendered: {column!r} is none of the columns"
        try:
            cssselect.parse(selector if isinstance(selector, str) else "")
        except cssselect.SelectorError as error:
            return f"rendered: {column} is {selector!r}, which is no CSS selector: {error}"
    return None


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
