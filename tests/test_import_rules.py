"""Who may import whom: the rooms of the house, read from every module's own import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPIDERS = "crawler.spiders."

# Reading is handed all it needs: these would give it a clock, a network, a log or a file of its own.
IMPURE = (
    "scrapy",
    "archive",
    "logging",
    "socket",
    "urllib.request",
    "requests",
    "http.client",
    "sqlite3",
    "random",
    "time",
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for room in ("crawler", "archive") for path in sorted((ROOT / room).rglob("*.py"))}


def imports_of(name: str) -> Iterator[str]:
    """Yield the full name of everything that module *name* imports, also inside its functions."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def offending(name: str, forbidden: tuple[str, ...]) -> list[str]:
    return [
        found for found in imports_of(name) if any(found == room or found.startswith(room + ".") for room in forbidden)
    ]


def rooms(prefix: str) -> list[str]:
    return [name for name in MODULES if name == prefix or name.startswith(prefix + ".")]


def test_every_room_of_the_rules_has_modules():
    for prefix in ("archive", "crawler.reading", "crawler.families", "crawler.spiders", "crawler.commands"):
        assert len(rooms(prefix)) > 1, prefix


@pytest.mark.parametrize("name", rooms("archive"))
def test_archive_knows_no_crawler_and_no_page(name):
    assert not offending(name, ("crawler", "scrapy", "parsel", "lxml", "trafilatura"))


@pytest.mark.parametrize("name", rooms("crawler.reading"))
def test_reading_is_pure(name):
    assert not offending(name, IMPURE)
    own = [found for found in imports_of(name) if found.startswith("crawler.")]
    assert all(found.startswith(("crawler.reading", "crawler.layout", "crawler.errors")) for found in own), own


def test_only_one_module_calls_trafilatura():
    callers = [name for name in MODULES if any(found.startswith("trafilatura") for found in imports_of(name))]
    assert len(callers) == 1, callers
    assert callers[0].startswith("crawler.reading.body.text")


@pytest.mark.parametrize("name", rooms("crawler.families"))
def test_a_family_knows_no_archive_no_portal_and_no_other_family(name):
    assert not offending(name, ("archive", "crawler.spiders"))
    own = [found for found in imports_of(name) if found.startswith("crawler.")]
    allowed = ("crawler.reading", "crawler.layout", "crawler.errors", "crawler.failures", "crawler.families.base")
    if name.rpartition(".")[2] not in (
        "families",
        "detection",
    ):  # detection weighs all families against each other
        assert all(found.startswith(allowed) for found in own), own


@pytest.mark.parametrize("name", [name for name in rooms("crawler.spiders") if MODULES[name].name != "__init__.py"])
def test_a_portal_knows_its_one_family_and_layout_alone(name):
    found = list(imports_of(name))
    families = [one for one in found if one.startswith("crawler.families.")]
    assert len(families) == 1, found
    assert all(one in families or one == "crawler.layout.Layout" or one.startswith("datetime.") for one in found), found


@pytest.mark.parametrize(
    "name", [*rooms("crawler.wire"), "crawler.pipelines", "crawler.monitors", *rooms("crawler.commands")]
)
def test_the_crawl_itself_knows_no_particular_portal_or_family(name):
    named = [found for found in imports_of(name) if found.startswith("crawler.families.")]
    assert all(found.startswith("crawler.families.base") for found in named), named
    assert not offending(name, ("crawler.spiders",))


def test_scrapy_lives_in_the_crawler_alone():
    assert not [name for name in rooms("archive") if offending(name, ("scrapy", "itemadapter"))]
