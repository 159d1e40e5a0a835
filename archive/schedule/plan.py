"""schedule.toml: which portal is crawled when, and within which limits."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from gettext import gettext as _
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from apscheduler.triggers.base import BaseTrigger  # type: ignore[import-untyped]

from archive.errors import placed, reason_of
from archive.schedule.cron import read_cron
from archive.schedule.hours import Hours
from archive.schedule.values import READERS, close_to, read_text

NAME = "schedule.toml"
ZONE = "Asia/Shanghai"  # all of China keeps it
_TOP = ("at_once", "portals", "groups")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When one portal is crawled, and within which limits.

    ``full_every`` is in days: an incremental crawl becomes a full one when the last full one is older. A larger
    ``priority`` goes first where several wait. ``budget`` may limit ``pages``, ``minutes`` and ``bytes`` (as received)
    of one run; the next one goes on with what is left. A crawl that failed is tried again ``retries`` times,
    ``retry_minutes`` later, then twice that, and so on.
    """

    portal: str
    cron: str
    zone: ZoneInfo
    trigger: BaseTrigger = field(compare=False)
    group: str | None = None
    hours: Hours | None = None
    kind: str = "full"
    full_every: int | None = None
    priority: int = 0
    budget: Mapping[str, int] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    retries: int = 3
    retry_minutes: int = 10

    def local(self, moment: datetime) -> datetime:
        """Return *moment* on the portal's own clock."""
        return moment.astimezone(self.zone)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a schedule.toml asks for; *faults* are lines on what of it cannot be done, each saying what to do.

    *broken* are the places (``portals.NAME``, ``groups.NAME``, or all ``portals``, ``groups``) whose entries are there
    and wrong.
    """

    path: Path
    plans: Mapping[str, Plan]
    faults: tuple[str, ...] = ()
    at_once: int = 4
    broken: frozenset[str] = frozenset()

    def keep(self, before: Schedule) -> Schedule:
        """Return this schedule with the plans of *before* for portals whose entry has been broken since."""
        kept = {
            portal: plan
            for portal, plan in before.plans.items()
            if portal not in self.plans and not self.broken.isdisjoint(_places(plan))
        }
        return replace(self, plans={**self.plans, **kept})

    def has_left(self, portal: str) -> bool:
        """Tell whether *portal* was taken out; one whose entry is broken, or may be in a group that is, was not."""
        whole = any(not place.startswith("portals.") for place in self.broken)
        return portal not in self.plans and f"portals.{portal}" not in self.broken and not whole


def _places(plan: Plan) -> set[str]:
    of_group = {"groups", f"groups.{plan.group}"} if plan.group else {"portals"}
    return {f"portals.{plan.portal}", *of_group}


def read_schedule(path: Path, known: Collection[str]) -> Schedule:
    """Return the schedule in the file at *path* for the portals *known*.

    An entry that is wrong becomes a fault and leaves the others as they are. A file that is missing is an empty
    schedule; raises ValueError where it is no TOML.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Schedule(path, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(placed(path, str(error))) from error
    except OSError as error:
        raise ValueError(_("{path}: cannot be read ({error})").format(path=path, error=reason_of(error))) from error
    return _Reader(path, known).read(content)


class _Reader:
    """Reads one schedule, entry by entry, and notes what is wrong."""

    def __init__(self, path: Path, known: Collection[str]) -> None:
        self._path, self._known = path, known
        self._faults: list[str] = []
        self._broken: set[str] = set()
        self._zones: dict[str, ZoneInfo] = {}
        self._triggers: dict[tuple[str, str], BaseTrigger] = {}

    def read(self, content: Mapping[str, Any]) -> Schedule:
        """Return the schedule."""
        at_once = self._at_once(content)
        defaults = {name: value for name, value in content.items() if name not in _TOP}
        unsound = {name for name, value in defaults.items() if not self._is_sound(name, value)}
        wanted: dict[str, tuple[str, dict[str, Any]]] = {}
        for group, entry in self._tables(content, "groups"):
            words = {name: value for name, value in entry.items() if name != "portals"}
            for portal in self._members(group, entry.get("portals")):
                wanted[portal] = (f"groups.{group}", {**defaults, **words, "group": group})
        for portal, entry in self._tables(content, "portals"):
            if self._is_known(portal, f"portals.{portal}"):
                wanted[portal] = (f"portals.{portal}", {**wanted.get(portal, ("", defaults))[1], **entry})
        for portal in [name for name, (_place, words) in wanted.items() if _takes(words, unsound, defaults)]:
            self._broken.add(f"portals.{portal}")
            del wanted[portal]
        plans = dict(self._plans(wanted))
        faults = tuple(dict.fromkeys(self._faults))
        return Schedule(self._path, plans, faults, at_once, frozenset(self._broken))

    def _is_sound(self, name: str, value: object) -> bool:
        """Tell whether a word for all portals can be read; that it cannot is said once, not for each of them."""
        try:
            self._check_word(name)
            if name == "zone":
                self._zone(read_text(name, value))
            elif name == "cron":
                read_cron(read_text(name, value), self._zone(ZONE))
            else:
                READERS[name](name, value)
        except ValueError as error:
            self._fault(name, str(error))
            return False
        return True

    def _at_once(self, content: Mapping[str, Any]) -> int:
        value = content.get("at_once", 4)
        if type(value) is int and 1 <= value <= 64:
            return value
        words = _("{value!r}: the number of portals crawled side by side is 1 to 64; 4 is taken")
        self._fault("at_once", words.format(value=value))
        return 4

    def _plans(self, wanted: Mapping[str, tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, Plan]]:
        for portal, (place, words) in wanted.items():
            try:
                yield portal, self._plan(portal, words)
            except ValueError as error:
                self._break(place, str(error))

    def _check_word(self, name: str) -> None:
        if name not in READERS and name not in ("cron", "zone", "group"):
            close = close_to(name, [*READERS, "cron", "zone"])
            raise ValueError(_("unknown word {name!r}").format(name=name) + close)

    def _plan(self, portal: str, words: Mapping[str, Any]) -> Plan:
        for name in words:
            self._check_word(name)
        if "cron" not in words:
            raise ValueError(_("no 'cron' line, so it is never crawled; add e.g. cron = \"0 3 * * *\""))
        cron, zone = read_text("cron", words["cron"]), read_text("zone", words.get("zone", ZONE))
        values = {name: READERS[name](name, value) for name, value in words.items() if name in READERS}
        if values.get("full_every") and values.get("kind") != "incremental":
            raise ValueError(_('full_every is for kind = "incremental"'))
        trigger = self._trigger(cron, zone)
        return Plan(
            portal=portal, cron=cron, zone=self._zone(zone), trigger=trigger, group=words.get("group"), **values
        )

    def _trigger(self, cron: str, zone: str) -> BaseTrigger:
        found = self._triggers.get((cron, zone))
        if found is None:
            found = read_cron(cron, self._zone(zone))
            if found.get_next_fire_time(None, datetime.now(UTC)) is None:
                raise ValueError(_("{cron!r}: such a day never comes").format(cron=cron))
            self._triggers[cron, zone] = found
        return found

    def _zone(self, name: str) -> ZoneInfo:
        if name not in self._zones:
            zones = available_timezones()
            if name not in zones:
                words = _("unknown time zone {name!r}{close}; China's is {zone}")
                raise ValueError(words.format(name=name, close=close_to(name, zones), zone=ZONE))
            self._zones[name] = ZoneInfo(name)
        return self._zones[name]

    def _tables(self, content: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        tables = content.get(name, {})
        if not isinstance(tables, dict):
            self._break(name, _("must be tables: [{name}.NAME]").format(name=name))
            return
        for title, entry in tables.items():
            if isinstance(entry, dict):
                yield title, entry
            else:
                place = f"{name}.{title}"
                self._break(place, _("must be a table: [{place}]").format(place=place))

    def _members(self, group: str, patterns: object) -> Iterator[str]:
        place = f"groups.{group}"
        if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
            self._break(place, _('needs its portals as a list of names: portals = ["guangxi_*"]'))
            return
        for pattern in patterns:
            if not any(sign in pattern for sign in "*?["):
                if self._is_known(pattern, place):
                    yield pattern
                continue
            matching = [portal for portal in self._known if fnmatchcase(portal, pattern)]
            if not matching:
                self._fault(place, _("no portal is called {pattern!r}").format(pattern=pattern))
            yield from matching

    def _is_known(self, portal: str, place: str) -> bool:
        if portal in self._known:
            return True
        unknown = _("unknown portal {name!r}").format(name=portal)
        self._fault(place, unknown + close_to(portal, self._known))
        return False

    def _fault(self, place: str, what: str) -> None:
        self._faults.append(placed(placed(self._path, f"[{place}]"), what))

    def _break(self, place: str, what: str) -> None:
        """Note a fault of an entry that is there, so that a schedule which runs can keep to what it was before."""
        self._broken.add(place)
        self._fault(place, what)


def _takes(words: Mapping[str, Any], names: Collection[str], defaults: Mapping[str, Any]) -> bool:
    return any(name in words and words[name] is defaults[name] for name in names)
