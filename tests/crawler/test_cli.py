"""What an archivist types, and what the command line answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于停水的通知_某某县人民政府</title></head>
<body><h1>关于停水的通知</h1><div class="info">来源：县水务局 发布日期：2025-03-12 14:35</div>
<div class="TRS_Editor"><p>因管道检修，定于3月14日8时至18时对城东片区停水，请广大用户提前做好储水准备。</p>
<p>给您带来的不便，敬请谅解。如有疑问，请拨打服务热线咨询。</p><p>县水务局</p></div></body></html>"""


def xianzhi(*words: str, language: str = "C.UTF-8", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own, as a user does."""
    clean = {name: value for name, value in os.environ.items() if name not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES")}
    return subprocess.run(
        [sys.executable, "-c", "from crawler.cli import main; main()", *words],
        env={**clean, "LANG": language, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_help_names_every_command_in_under_seven_tenths_of_a_second():
    best = min(_seconds_of_help() for _ in range(3))
    assert best < 0.7


def _seconds_of_help() -> float:
    began = time.perf_counter()
    answer = xianzhi("--help")
    assert answer.returncode == 0
    assert all(name in answer.stdout for name in ("portals", "crawl", "demo", "read"))
    return time.perf_counter() - began


def test_help_is_chinese_where_the_locale_is():
    answer = xianzhi("--help", language="zh_CN.UTF-8")
    assert "列出可以采集的网站" in answer.stdout
    assert "用法" in answer.stdout


@pytest.mark.parametrize("name", ["portals", "crawl", "demo", "read"])
def test_every_command_explains_itself(name):
    answer = xianzhi(name, "--help")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(f"Usage: xianzhi {name}")


def test_a_misspelt_command_is_answered_with_the_closest():
    answer = xianzhi("protals")
    assert answer.returncode == 2
    assert "did you mean portals" in answer.stderr


def test_portals_lists_the_five_with_their_divisions():
    answer = xianzhi("portals", "--json")
    assert answer.returncode == 0, answer.stderr
    divisions = {portal["name"]: portal["division_code"] for portal in json.loads(answer.stdout)}
    assert divisions["guangxi_liujiang"] == "450206"
    assert divisions["hubei_jingzhou_paper"] == "421003"
    assert {"guangxi_liujiang_paper", "guangxi_liuzhou_education", "national_china_education_news"} <= set(divisions)


def test_an_unknown_portal_is_one_line_and_exit_status_2(tmp_path):
    answer = xianzhi("crawl", "guangxi_luijiang", "--holdings", str(tmp_path / "store"))
    assert answer.returncode == 2
    assert "no portal 'guangxi_luijiang'; did you mean guangxi_liujiang" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("pair", ["DOWNLOAD_DELAY", "=2", "download_delay=2", "A B=1"])
def test_a_setting_of_another_form_is_refused(tmp_path, pair):
    answer = xianzhi("crawl", "guangxi_liujiang", "--set", pair, "--holdings", str(tmp_path))
    assert answer.returncode == 2
    assert "NAME=VALUE" in answer.stderr


def test_holdings_that_cannot_be_written_are_one_line_and_exit_status_2(tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    answer = xianzhi("crawl", "guangxi_liujiang", "--holdings", str(blocked))
    assert answer.returncode == 2
    assert str(blocked) in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stdout + answer.stderr
    assert blocked.read_text() == "not a folder"


def test_read_prints_a_line_for_each_document(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    answer = xianzhi("read", str(page), "--url", "http://www.example.gov.cn/art/t20250312_1.html")
    assert answer.returncode == 0, answer.stderr
    (line,) = answer.stdout.splitlines()
    document = json.loads(line)
    assert document["title"] == "关于停水的通知"
    assert document["published"] == "2025-03-12T14:35:00+08:00"
    assert document["source"] == "县水务局"
    assert document["url"] == "http://www.example.gov.cn/art/t20250312_1.html"


def test_read_goes_on_behind_a_file_that_cannot_be_read(tmp_path):
    broken, page = tmp_path / "broken.pdf", tmp_path / "page.html"
    broken.write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    page.write_text(PAGE, encoding="utf-8")
    answer = xianzhi("read", str(broken), str(page))
    assert answer.returncode == 1
    assert len(answer.stdout.splitlines()) == 1
    assert str(broken) in answer.stderr
    assert "Traceback" not in answer.stderr


def test_read_names_a_file_that_is_not_there():
    answer = xianzhi("read", "no-such-page.html")
    assert answer.returncode == 2
    assert "no-such-page.html" in answer.stderr
