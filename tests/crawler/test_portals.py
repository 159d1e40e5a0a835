"""A portal's file: what it must declare, and what is said where it is wrong."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from scrapy import Request

from crawler.errors import BadPortal
from crawler.families.base import Portal
from crawler.families.trs import TrsSpider
from crawler.portals import PortalLoader, UnknownPortal, load_portal

GOOD = """
from crawler.families.trs import TrsSpider


class LixianSpider(TrsSpider):
    name = "hunan_lixian"
    title = "澧县人民政府"
    division_code = "430723"
    home = "https://www.lixian.example"
    columns = {"notices": "/zwgk/tzgg/", "policy": "/zwgk/zcwj/"}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A package of portals of its own, with one good file in it."""
    package = tmp_path / "land" / "spiders"
    (package / "hunan").mkdir(parents=True)
    for place in (package.parent, package, package / "hunan"):
        (place / "__init__.py").touch()
    (package / "hunan" / "lixian.py").write_text(GOOD, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield package / "hunan"
    for name in [name for name in sys.modules if name == "land" or name.startswith("land.")]:
        del sys.modules[name]


def loader() -> PortalLoader:
    return PortalLoader(["land.spiders"])


def fault_of(folder: Path, old: str, new: str) -> str:
    (folder / "lixian.py").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadPortal) as caught:
        loader().load("hunan_lixian")
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("land/spiders/hunan/lixian.py: ")
    return message.removeprefix("land/spiders/hunan/lixian.py: ")


def test_a_portal_is_found_by_where_its_file_stands(folder):
    assert loader().list() == ["hunan_lixian"]
    assert loader().load("hunan_lixian").title == "澧县人民政府"


@pytest.mark.parametrize("word", ["name", "title", "division_code", "home", "columns"])
def test_a_missing_word_is_named(folder, word):
    line = next(line for line in GOOD.splitlines() if line.strip().startswith(f"{word} ="))
    assert fault_of(folder, line + "\n", "").startswith(f"the word {word!r} is missing")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("columns =", "colums =", "unknown word 'colums'; did you mean 'columns'?"),
        ("division_code", "division", "unknown word 'division'; did you mean 'division_code'?"),
        ("    home =", "    custom_settings = {}\n    home =", "a portal sets no settings"),
        ("    home =", "    def parse(self, response): ...\n    home =", "unknown word 'parse'"),
        ('"hunan_lixian"', '"Lixian"', "name is 'Lixian'; it should be province_county in pinyin"),
        ('"hunan_lixian"', '"hunan_anxiang"', "name is 'hunan_anxiang'; the place of the file asks for 'hunan_lixian'"),
        ('"澧县人民政府"', '"Lixian"', "title is 'Lixian'; it should be the portal's Chinese name"),
        ('"430723"', "430723", "division_code is 430723; it should be the six digits"),
        ('"https://www.lixian.example"', '"www.lixian.example"', "home is 'www.lixian.example'"),
        ('"/zwgk/tzgg/"', '"zwgk/tzgg/"', "columns: notices is 'zwgk/tzgg/'; it should begin with /"),
        ('"/zwgk/zcwj/"', '"/zwgk/tzgg/"', "columns: two names stand for the same list"),
        ('"notices"', '"通知公告"', "columns: '通知公告' should be a short name"),
        ('{"notices": "/zwgk/tzgg/", "policy": "/zwgk/zcwj/"}', "{}", "columns is {}; it should name at least one"),
        ("    home =", "    list_pages = 0\n    home =", "list_pages is 0; it should be a number from 1 on"),
        (
            "    home =",
            "    codes = ('湘ICP',)\n    home =",
            "codes is ('湘ICP',); it should hold site codes and ICP numbers",
        ),
        ("    home =", "    codes = '4307230001'\n    home =", "codes is '4307230001'; it should hold site codes"),
        ("class", "clas", "line 5: invalid syntax"),
        ("families.trs", "families.trz", "ModuleNotFoundError: No module named 'crawler.families.trz'"),
        ("name =", "x = 1 / 0\n    name =", "ZeroDivisionError: division by zero"),
        ("class", "TrsSpider = object\nclass", "declares 0 portals; a file declares one"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_that_names_the_file(folder, old, new, fault):
    assert fault_of(folder, old, new).startswith(fault)


def test_an_error_in_one_file_keeps_no_other_from_loading(folder):
    (folder / "broken.py").write_text("import nothing_of_that_name", encoding="utf-8")
    assert loader().list() == ["hunan_broken", "hunan_lixian"]
    assert loader().load("hunan_lixian").name == "hunan_lixian"
    assert loader().find_by_request(Request("https://www.lixian.example/")) == ["hunan_lixian"]


def test_an_unknown_portal_is_told_with_the_names_that_come_close(folder):
    with pytest.raises(UnknownPortal, match=r"no portal is called 'hunan_lixan'; did you mean hunan_lixian\?"):
        loader().load("hunan_lixan")


def test_a_spider_that_builds_on_no_family_is_no_portal(folder):
    (folder / "lone.py").write_text("import scrapy\nclass Lone(scrapy.Spider):\n    name = 'hunan_lone'\n")
    with pytest.raises(BadPortal, match=r"land\.spiders\.hunan\.lone: Lone builds on no family"):
        load_portal(loader(), "hunan_lone")


def test_listing_thousands_of_portals_imports_none(folder):
    for number in range(2_850):
        (folder / f"county{number}.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    assert len(loader().list()) == 2_851
    assert "land.spiders.hunan.county7" not in sys.modules


@pytest.mark.parametrize("name", PortalLoader(["crawler.spiders"]).list())
def test_every_portal_file_is_right_and_short(name):
    portal = load_portal(PortalLoader(["crawler.spiders"]), name)
    lines = Path(sys.modules[portal.__module__].__file__).read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip()]) <= 12
    assert portal.name == name


def test_a_class_in_a_test_is_checked_like_a_file():
    with pytest.raises(BadPortal, match="the word 'name' is missing"):

        class Nameless(TrsSpider):
            title = "无名县人民政府"

    assert issubclass(TrsSpider, Portal)


def test_arguments_are_checked_before_the_crawl(folder):
    portal = load_portal(loader(), "hunan_lixian")
    portal.check_arguments({"since": "2024-01-05"})
    with pytest.raises(Exception, match="since is 'yesterday'; it should be a day such as 2024-01-05"):
        portal.check_arguments({"since": "yesterday"})
    with pytest.raises(Exception, match="takes no argument 'home'"):
        portal(home="http://evil.example/")


FILES = sorted(path for path in (Path(__file__).parents[2] / "crawler" / "spiders").glob("*/[!_]*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}_{path.stem}")
def test_a_portals_file_is_short_and_says_how_sure_its_family_and_columns_are(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 12
    told = " ".join(line.strip().removeprefix("# ") for line in text.splitlines() if line.strip().startswith("#"))
    family = re.search(
        r"(?:Family (?:assumed|confirmed)|No family assumed)(?: without evidence of its own)?: (.+)", told
    )
    assert family, "the file says which family was assumed, or confirmed, and by what"
    assert len(family[1]) > 20
    assert re.search(r"assumed|confirm|No page of this site was seen|seen", family[1])
