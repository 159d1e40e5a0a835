"""Samples: saved as served, read back as saved, and never outside their folder."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from crawler.expectations import read_expectation
from crawler.families.trs import TrsSpider
from crawler.layout import Layout
from crawler.samples import (
    Sample,
    SampleFault,
    find_samples,
    load_expected,
    load_sample,
    sample_folder,
    write_expected,
)

GBK = "<html><meta charset=gb2312><title>通告</title>\r\n<p>明天停水。</p></html>".encode("gb18030") + b"\xff\x00"


def sample(label: str = "notice-gbk", portal: str = "hunan_lixian") -> Sample:
    headers = {"Content-Type": "text/html", "X-Odd": "one, two"}
    return Sample(portal, label, "http://www.lixian.example/a.shtml", 200, headers, "2025-04-16T06:30:00Z", GBK)


def test_a_sample_comes_back_as_it_was_saved(tmp_path):
    folder = sample().write(tmp_path)
    assert folder == tmp_path / "hunan_lixian" / "notice-gbk"
    assert (folder / "page.html").read_bytes() == GBK
    assert load_sample(folder) == sample()
    assert list(json.loads((folder / "page.json").read_text())) == ["url", "status", "headers", "captured_at"]


def test_a_page_as_a_browser_drew_it_is_kept_beside_the_one_served(tmp_path):
    drawn = replace(sample("list-drawn"), drawn="<ul><li>停水</li></ul>".encode())
    assert load_sample(drawn.write(tmp_path)) == drawn


class DatedSpider(TrsSpider):
    name = "hunan_lixian"
    title = "澧县人民政府"
    division_code = "430723"
    home = "http://www.lixian.example/"
    columns = {"news": "/news/"}  # noqa: RUF012  as in a portal's file
    layouts = (Layout(name="old", until=date(2025, 4, 16), body=("div.old",)), Layout(name="new", body=("div.new",)))


@pytest.mark.parametrize(
    ("captured_at", "read"),
    [("2025-04-16T15:59:59Z", "旧版"), ("2025-04-16T16:00:00Z", "新版"), ("2025-04-17T00:00:00+08:00", "新版")],
)
def test_a_sample_is_read_by_the_layout_of_its_day_in_china(captured_at, read):
    text = "正文讲的是春耕备耕，全县各乡镇已经备足种子和化肥，农机也检修完毕。" * 3
    markup = f"<h1>通知</h1><div class=old><p>旧版{text}</p></div><div class=new><p>新版{text}</p></div>"
    url = "http://www.lixian.example/news/t20250416_1.shtml"
    page = Sample("hunan_lixian", "article", url, 200, {}, captured_at, markup.encode())
    (document,) = read_expectation(page, DatedSpider)["documents"]
    assert document["paragraphs"][0].startswith(read)


def test_a_sample_is_never_overwritten(tmp_path):
    folder = sample().write(tmp_path)
    with pytest.raises(SampleFault, match="is a sample already"):
        sample().write(tmp_path)
    assert load_sample(folder) == sample()


@pytest.mark.parametrize("label", ["", "..", "../x", "a/b", "/etc", "A", "a_b", "a--b", "-a", "a\n", "a\x00", "例"])
def test_a_label_leads_nowhere_else(tmp_path, label):
    with pytest.raises(SampleFault, match="is no label"):
        sample_folder(tmp_path, "hunan_lixian", label)


@pytest.mark.parametrize("portal", ["", "..", "../../x", "hunan", "Hunan_lixian", "hunan_lixian/..", "hunan__lixian"])
def test_a_portals_name_leads_nowhere_else(tmp_path, portal):
    with pytest.raises(SampleFault, match="is no portal's name"):
        sample_folder(tmp_path, portal, "article")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"url": "http://a/", "status": "x", "headers": {}}'])
def test_a_broken_page_json_is_told_with_its_folder(tmp_path, text):
    folder = sample().write(tmp_path)
    (folder / "page.json").write_text(text)
    with pytest.raises(SampleFault, match="notice-gbk: cannot be read as a sample"):
        load_sample(folder)


def test_samples_are_found_by_portal_and_label(tmp_path):
    for label, portal in (("list-1", "hunan_lixian"), ("article", "hunan_lixian"), ("article", "hunan_anxiang")):
        sample(label, portal).write(tmp_path)
    found = [folder.relative_to(tmp_path).as_posix() for folder in find_samples(tmp_path)]
    assert found == ["hunan_anxiang/article", "hunan_lixian/article", "hunan_lixian/list-1"]
    assert [folder.name for folder in find_samples(tmp_path, "hunan_lixian", "list-1")] == ["list-1"]


def test_an_expectation_is_kept_readable(tmp_path):
    folder = sample().write(tmp_path)
    assert load_expected(folder) is None
    write_expected(folder, {"kind": "article", "documents": [{"title": "通告"}]})
    assert load_expected(folder) == {"kind": "article", "documents": [{"title": "通告"}]}
    assert "通告" in (folder / "expected.json").read_text(encoding="utf-8")
    (folder / "expected.json").write_text("[1]")
    with pytest.raises(SampleFault, match="holds no object"):
        load_expected(folder)
