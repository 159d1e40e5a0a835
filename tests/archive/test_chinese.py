"""What is wrong with the holdings is said in Chinese to whoever works in Chinese, and found at the same places."""

from __future__ import annotations

import errno
import gettext
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.catalogue import NAME as CATALOGUE
from archive.errors import HoldingsFull, NotHeld, storage_error
from archive.language import follow_locale
from archive.schedule.plan import read_schedule
from archive.selection import select_crawls
from archive.verify import verify
from tests.archive.damage import fill_crawl

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def speak(monkeypatch) -> Iterator:
    """Turn the messages of this process to the language of a locale."""
    before = gettext.textdomain()

    def turn(language: str) -> None:
        monkeypatch.setenv("LANGUAGE", language)
        follow_locale()

    yield turn
    gettext.textdomain(before)


@pytest.fixture
def damaged(tmp_path) -> Path:
    """Holdings with damage of every kind: records, lines, index, manifest, description, catalogue, takedowns."""
    holdings = tmp_path / "holdings"
    first, second = fill_crawl(holdings, 1), fill_crawl(holdings, 2)
    [warc] = first.glob("*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[4] ^= 1
    content[len(content) // 2] ^= 1
    warc.write_bytes(content[:-40])
    lines = (first / "documents.jsonl").read_text().splitlines(keepends=True)
    changed = json.loads(lines[0]) | {"text": "改过"}
    moved = json.loads(lines[1]) | {"warc_offset": 1}
    kept = [json.dumps(changed) + "\n", json.dumps(moved) + "\n", "{\n", "[]\n", *lines[4:]]
    (first / "documents.jsonl").write_text("".join(kept)[:-20])
    index = (second / "index.cdxj").read_text().splitlines(keepends=True)
    (second / "index.cdxj").write_text("".join([index[1], index[0], *index[3:]]))
    (second / "manifest-sha256.txt.sig").write_text("ed25519\n")
    (second / "stray.txt").write_text("")
    (first / "crawl.json").write_text("[]")
    (holdings / "takedowns.jsonl").write_text("{}\n")
    with sqlite3.connect(holdings / CATALOGUE) as catalogue:
        catalogue.execute("UPDATE crawls SET outcome = 'failed' WHERE crawl = ?", (second.name,))
        catalogue.execute("DELETE FROM documents WHERE crawl = ?", (second.name,))
        catalogue.execute("INSERT INTO crawls SELECT 'gone', crawl, '', '', '', '', '', '', '', '' FROM crawls LIMIT 1")
    catalogue.close()
    return holdings


def test_every_fault_is_said_in_chinese(damaged, speak):
    speak("zh_CN")
    faults = list(verify(damaged))
    assert {fault.kind for fault in faults} == {
        "gzip", "manifest", "line", "index", "signature", "description", "catalogue"
    }  # fmt: skip
    assert not [fault for fault in faults if not HAN.search(fault.message)]


def test_both_languages_find_the_same_faults_at_the_same_places(damaged, speak):
    speak("en")
    english = list(verify(damaged))
    speak("zh_CN")
    chinese = list(verify(damaged))
    places = [(fault.file, fault.kind, fault.offset) for fault in english]
    assert places == [(fault.file, fault.kind, fault.offset) for fault in chinese]
    assert not [fault for fault in english if HAN.search(fault.message)]


def test_a_full_disk_is_said_in_chinese(speak):
    speak("zh_CN")
    full = storage_error(Path("h/a"), OSError(errno.ENOSPC, "No space left on device"))
    assert isinstance(full, HoldingsFull)
    assert str(full) == "h/a：空间不足（磁盘已满）；请腾出空间，再重新开始采集"


def test_braces_in_a_name_are_no_placeholders(tmp_path, speak):
    speak("zh_CN")
    fill_crawl(tmp_path, count=1)
    with pytest.raises(NotHeld, match=r"没有采集 '\{name\.__class__\}'"):
        select_crawls(tmp_path, ["{name.__class__}"])


@pytest.mark.parametrize(
    "entry",
    [
        'cron = "0 25 * * *"',
        'cron = "0 3 * *"',
        'cron = "0 3 30 2 *"',
        "cron = 5",
        'kind = "full"',
        'cron = "@daily"\nhurs = "22:00-06:00"',
        'cron = "@daily"\nhours = "22-6"',
        'cron = "@daily"\nzone = "Asia/Shangai"',
        'cron = "@daily"\nkind = "ful"',
        'cron = "@daily"\nbudget = { page = 3 }',
        'cron = "@daily"\nretries = -1',
    ],
)
def test_a_wrong_entry_of_the_schedule_is_said_in_chinese(tmp_path, speak, entry):
    speak("zh_CN")
    path = tmp_path / "schedule.toml"
    path.write_text(f"[portals.guangxi_liujiang]\n{entry}\n")
    [fault] = read_schedule(path, ["guangxi_liujiang"]).faults
    assert HAN.search(fault.removeprefix(str(path)))
