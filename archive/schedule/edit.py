"""Changing schedule.toml without losing what an archivist wrote into it: comments, order, blank lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping
from gettext import gettext as _
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from archive.disk import write_whole
from archive.schedule.plan import Plan, read_schedule


def add_portal(path: Path, portal: str, words: Mapping[str, object], known: Collection[str]) -> Plan:
    """Enter *words* (cron, zone, hours …) for *portal* into the schedule at *path* and return its plan.

    What the portal's entry said before and *words* do not name stays. Raises ValueError, and changes nothing, where
    the portal could not be crawled by the entry.
    """
    document = _open(path)
    portals = _table(path, document, "portals", is_super=True)
    _table(path, portals, portal).update(words)
    return _write(path, tomlkit.dumps(document), portal, known)


def remove_portal(path: Path, portal: str) -> bool:
    """Take the entry of *portal* out of the schedule at *path*; False where it has none."""
    document = _open(path)
    portals = document.get("portals")
    if not isinstance(portals, MutableMapping) or portal not in portals:
        return False
    del portals[portal]
    write_whole(path, tomlkit.dumps(document).encode())
    return True


def _table(path: Path, parent: Any, name: str, *, is_super: bool = False) -> Any:
    """Return the table *name* of *parent*, made where it is missing."""
    if name not in parent:
        parent[name] = tomlkit.inline_table() if isinstance(parent, InlineTable) else tomlkit.table(is_super)
    if not isinstance(parent[name], MutableMapping):
        raise ValueError(_("{path}: {name!r} is not a table; mend it by hand first").format(path=path, name=name))
    return parent[name]


def _heading() -> list[str]:
    words = _(
        "When portals are crawled. Times are those of 'zone'; check with: xianzhi schedule --check\n"
        "Words of a portal or group: cron, zone, hours, kind, full_every, priority, budget, settings, retries, "
        "retry_minutes\n"
    )
    return words.splitlines()


def _open(path: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
        for line in _heading():
            document.add(tomlkit.comment(line))
        document.add("at_once", tomlkit.item(4))
        document.add("zone", tomlkit.item("Asia/Shanghai"))
        document.add(tomlkit.nl())
        return document
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise ValueError(_("{path}: {error}; mend it by hand first").format(path=path, error=error)) from error


def _write(path: Path, text: str, portal: str, known: Collection[str]) -> Plan:
    """Put *text* at *path* once the plan for *portal* has been read from it."""
    draft = path.with_name(f".{path.name}.checked")
    write_whole(draft, text.encode())
    try:
        schedule = read_schedule(draft, known)
    finally:
        draft.unlink(missing_ok=True)
    plan = schedule.plans.get(portal)
    if plan is None:
        own = [fault for fault in schedule.faults if f"portals.{portal}]" in fault] or list(schedule.faults)
        raise ValueError("; ".join(own).replace(str(draft), str(path)))
    write_whole(path, text.encode())
    return plan
