"""The portals there are, read from their files; there is no list of them to keep."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from crawler.errors import BadPortal


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
    import warnings

    from scrapy.settings import Settings
    from scrapy.spiderloader import SpiderLoader

    settings = Settings({"SPIDER_MODULES": ["crawler.spiders"], "SPIDER_LOADER_WARN_ONLY": True})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        loader = SpiderLoader.from_settings(settings)
    portals = [_facts(loader.load(name)) for name in sorted(loader.list())]
    return portals, [str(warning.message).strip().splitlines()[-1] for warning in caught]


def portal_names() -> list[str]:
    """Return the names of all portals whose files are right."""
    return [portal.name for portal in all_portals()[0]]


def _facts(spider: type) -> PortalFacts:
    try:
        declared = {word: getattr(spider, word) for word in ("name", "title", "division_code", "home")}
        return PortalFacts(**declared, columns=dict(spider.columns), family=spider.__mro__[1].__name__)  # type: ignore[attr-defined]
    except AttributeError as error:
        raise BadPortal(f"{spider.__module__}: {error}") from error
