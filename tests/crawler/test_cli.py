"""What an archivist types, and what the command line answers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from crawler.replay import ReplayProxy

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


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    """Holdings with one short crawl of one portal."""
    holdings = tmp_path_factory.mktemp("store") / "holdings"
    unhurried = ("--set", "DOWNLOAD_DELAY=0", "--set", "AUTOTHROTTLE_ENABLED=0")
    with ReplayProxy(ROOT / "samples") as proxy:
        ended = xianzhi("crawl", "hubei_jingzhou_paper", "--holdings", str(holdings), *unhurried, http_proxy=proxy.url)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return holdings


def damaged(store: Path, place: Path) -> Path:
    """Return a copy of *store* at *place* with one byte of its WARC file flipped."""
    shutil.copytree(store, place)
    (warc,) = place.glob("*/*/*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0x20
    warc.write_bytes(content)
    return place


def test_sound_holdings_verify_and_a_flipped_byte_is_named_with_file_and_offset(store, tmp_path):
    assert xianzhi("verify", "--holdings", str(store)).returncode == 0
    answer = xianzhi("verify", "--all", "--holdings", str(damaged(store, tmp_path / "damaged")))
    assert answer.returncode == 1
    assert re.search(r"hubei_jingzhou_paper-\w+-00000\.warc\.gz: offset \d+: ", answer.stdout)


def test_a_sound_copy_of_damaged_holdings_verifies(store, tmp_path):
    words = ("--holdings", str(damaged(store, tmp_path / "damaged")), "--salvage", str(tmp_path / "sound"))
    assert xianzhi("verify", *words).returncode == 1
    again = xianzhi("verify", "--holdings", str(tmp_path / "sound"))
    assert again.returncode == 0, again.stdout


def test_a_lost_catalogue_is_made_anew_from_the_folders(store, tmp_path):
    copy = shutil.copytree(store, tmp_path / "copy")
    for part in copy.glob("catalogue.sqlite*"):
        part.unlink()
    answer = xianzhi("rebuild", "--holdings", str(copy))
    assert answer.returncode == 0, answer.stderr
    assert xianzhi("verify", "--holdings", str(copy)).returncode == 0


def test_what_is_withdrawn_is_left_out_of_an_export_until_it_is_shown_again(store, tmp_path):
    copy = shutil.copytree(store, tmp_path / "copy")
    url = json.loads(next(copy.glob("*/*/documents.jsonl")).read_text(encoding="utf-8").splitlines()[0])["url"]

    def exported(name: str) -> bytes:
        answer = xianzhi("export", "--wacz", str(tmp_path / name), "--holdings", str(copy))
        assert answer.returncode == 0, answer.stderr
        with zipfile.ZipFile(tmp_path / name) as wacz:
            return wacz.read("pages/pages.jsonl")

    assert url.encode() in exported("before.wacz")
    assert xianzhi("takedown", url, "--reason", "asked for", "--holdings", str(copy)).returncode == 0
    assert url.encode() not in exported("withdrawn.wacz")
    assert xianzhi("takedown", url, "--reason", "granted", "--undo", "--holdings", str(copy)).returncode == 0
    assert url.encode() in exported("after.wacz")


def test_a_manifest_is_signed_with_the_archivists_key_and_no_other(store, tmp_path):
    copy, key, other = shutil.copytree(store, tmp_path / "copy"), tmp_path / "key", tmp_path / "other"
    assert xianzhi("sign", "--key", str(key), "--new-key", "--holdings", str(copy)).returncode == 0
    assert xianzhi("verify", "--key", f"{key}.pub", "--holdings", str(copy)).returncode == 0
    assert xianzhi("sign", "--key", str(other), "--new-key", "nothing-there", "--holdings", str(copy)).returncode == 2
    answer = xianzhi("verify", "--key", f"{other}.pub", "--holdings", str(copy))
    assert answer.returncode == 1
    assert "signed by another key" in answer.stdout


@pytest.mark.parametrize("command", ["verify", "rebuild", "export", "status", "report"])
def test_holdings_that_are_not_there_are_one_line(command, tmp_path):
    words = ["--wacz", str(tmp_path / "x.wacz")] if command == "export" else []
    answer = xianzhi(command, *words, "--holdings", str(tmp_path / "nowhere"))
    assert answer.returncode == 2
    assert len(answer.stderr.splitlines()) == 1
    assert str(tmp_path / "nowhere") in answer.stderr
