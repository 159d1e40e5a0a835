"""The portals there are, read from their files; there is no list of them to keep."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from crawler.errors import BadPortal

if TYPE_CHECKING:
    from crawler.families.base import Portal


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """What a portal's file declares."""

    name: str
    title: str
    division_code: str
    home: str
    columns: dict[str, str]
    family: str

    def as_line(self) -> dict[str, Any]:
        """Return the facts as plain JSON values."""
        return asdict(self)


def all_portals() -> tuple[list[PortalFacts], list[str]]:
    """Return every portal, sorted by name, and a line for each portal file that is wrong."""
    from crawler.portals import PortalLoader, load_portal

    loader = PortalLoader.of(None)
    portals, faults = [], []
    for name in loader.list():
        try:
            portals.append(_facts(load_portal(loader, name)))
        except BadPortal as error:
            faults.append(str(error))
    return portals, faults


def portal_names() -> list[str]:
    """Return the names of all portals; no file is read for it."""
    from crawler.portals import PortalLoader

    return PortalLoader.of(None).list()


def _facts(portal: type[Portal]) -> PortalFacts:
    return PortalFacts(
        name=portal.name,
        title=portal.title,
        division_code=portal.division_code,
        home=portal.home,
        columns=dict(portal.columns),
        family=portal.__mro__[1].__name__,
    )
