"""The portals there are, found by where their files stand: ``spiders/<province>/<portal>.py``.

Nothing is imported to list them, and only one file to load one of them; a file with an error keeps no other
portal from being used.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from scrapy import Request, Spider
from scrapy.settings import BaseSettings
from scrapy.utils.spider import iter_spider_classes

from crawler.errors import BadPortal
from crawler.families.base import Portal


class UnknownPortal(BadPortal, KeyError):
    """No portal file has the name that was asked for."""

    def __str__(self) -> str:
        return str(self.args[0])


class PortalLoader:
    """Finds portals for Scrapy (the setting SPIDER_LOADER_CLASS)."""

    def __init__(self, packages: list[str]) -> None:
        self._modules = {name: module for package in packages for name, module in _modules(package)}

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> PortalLoader:
        """Return a loader for the packages that SPIDER_MODULES names."""
        return cls(settings.getlist("SPIDER_MODULES") or ["crawler.spiders"])

    @classmethod
    def of(cls, settings: BaseSettings | None) -> PortalLoader:
        """Return a loader for *settings*, or for the portals of this package where there are none."""
        return cls(["crawler.spiders"]) if settings is None else cls.from_settings(settings)

    def list(self) -> list[str]:
        """Return the names of all portals, sorted."""
        return sorted(self._modules)

    def load(self, spider_name: str) -> type[Spider]:
        """Return the portal called *spider_name*.

        Raises UnknownPortal with the names that come close, BadPortal with the file and what is wrong in it.
        """
        module = self._modules.get(spider_name)
        if module is None:
            raise UnknownPortal(self._unknown(spider_name))
        try:
            classes = list(iter_spider_classes(import_module(module)))
        except BadPortal:
            raise
        except SyntaxError as error:
            raise BadPortal(f"{_file(module)}: line {error.lineno}: {error.msg}") from error
        except Exception as error:
            # A portal's file is code: whatever it raises is told as the file's fault, in one line.
            raise BadPortal(f"{_file(module)}: {type(error).__name__}: {error}") from error
        if len(classes) != 1:
            raise BadPortal(f"{_file(module)}: declares {len(classes)} portals; a file declares one")
        return classes[0]

    def find_by_request(self, request: Request) -> list[str]:  # type: ignore[valid-type]
        """Return the names of the portals that *request* would belong to."""
        return [name for name in self.list() if self._handles(name, request)]

    def _handles(self, name: str, request: Request) -> bool:
        try:
            return self.load(name).handles_request(request)
        except BadPortal:
            return False  # it is told where the portal itself is asked for

    def _unknown(self, name: str) -> str:
        close = get_close_matches(name, self._modules, n=3, cutoff=0.5)
        if close:
            return f"no portal is called {name!r}; did you mean {' or '.join(close)}?"
        return f"no portal is called {name!r}; `scrapy list` prints the {len(self._modules)} there are"


def load_portal(loader: PortalLoader, name: str) -> type[Portal]:
    """Return the portal called *name*; raises BadPortal as ``load`` does, and for a spider that is no portal."""
    portal = loader.load(name)
    if not issubclass(portal, Portal):
        raise BadPortal(f"{portal.__module__}: {portal.__name__} builds on no family")
    return portal


def _modules(package: str) -> list[tuple[str, str]]:
    spec = find_spec(package)
    folders = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    found = []
    for folder in folders:
        for path in folder.glob("*/[!_]*.py"):
            province, portal = path.parent.name, path.stem
            found.append((f"{province}_{portal}", f"{package}.{province}.{portal}"))
    return found


def _file(module: str) -> str:
    return "/".join(module.split(".")) + ".py"
