"""``xianzhi schedule``, ``status`` and ``report`` as archivists and their scripts use them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.schedule.ledger import Ledger
from archive.schedule.plan import read_schedule
from crawler.cli.commands import xianzhi as command_line
from crawler.cli.schedule import crawl_command
from crawler.portals import PortalLoader
from crawler.replay import ReplayProxy

ROOT = Path(__file__).parents[2]
PORTAL = "national_china_education_news"


def xianzhi(*words: object, **more: str | None) -> Result:
    """Run the command line in this process."""
    return CliRunner(env={"COLUMNS": "160", **more}).invoke(command_line, list(map(str, words)), prog_name="xianzhi")


def test_add_enters_a_portal_and_check_explains_it(tmp_path):
    added = xianzhi("schedule", "--holdings", tmp_path, "add", PORTAL, "0 3 * * *", "--hours", "22:00-06:00")
    assert added.exit_code == 0, added.stderr
    checked = xianzhi("schedule", "--check", "--holdings", tmp_path)
    assert checked.exit_code == 0, checked.stderr
    first = checked.stdout.splitlines()[0]
    assert first.startswith(f"{PORTAL}: ")
    assert first.count(" 03:00") == 3
    assert "(Asia/Shanghai); 0 3 * * *; full; within 22:00-06:00" in first
    assert "portals planned: 1, at once: 4" in checked.stdout


def test_remove_takes_the_entry_out_again(tmp_path):
    xianzhi("schedule", "--holdings", tmp_path, "add", PORTAL, "@daily")
    assert xianzhi("schedule", "--holdings", tmp_path, "remove", PORTAL).exit_code == 0
    again = xianzhi("schedule", "--holdings", tmp_path, "remove", PORTAL)
    assert again.exit_code == 2
    assert f"no entry [portals.{PORTAL}]" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", PORTAL, "99 3 * * *"], "'99' is no minute (0-59)"),
        (["add", PORTAL, "0 3 * * *", "--zone", "Asia/Bejing"], "unknown time zone 'Asia/Bejing'"),
        (["add", "national_china_education_new", "0 3 * * *"], f"did you mean {PORTAL}"),
        (["add", PORTAL, "0 3 * * *", "--hours", "night"], "hours are written as 22:00-06:00"),
        (["remove", PORTAL], "no entry"),
        (["--check"], "no schedule yet; begin with: xianzhi schedule add PORTAL"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path, words, said):
    answer = xianzhi("schedule", "--holdings", tmp_path, *words)
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "schedule.toml").exists()


def test_check_names_every_fault_and_fails(tmp_path):
    (tmp_path / "schedule.toml").write_text(
        f'[portals.{PORTAL}]\ncron = "0 3 * * *"\n[portals.nobody]\ncron = "0 3 * * *"\n', encoding="utf-8"
    )
    answer = xianzhi("schedule", "--check", "--holdings", tmp_path)
    assert answer.exit_code == 2
    assert answer.stdout.startswith(f"{PORTAL}: ")
    assert "[portals.nobody]: unknown portal 'nobody'" in answer.stderr


def test_the_words_of_a_plan_become_settings_of_the_crawl(tmp_path):
    (tmp_path / "schedule.toml").write_text(
        f'[portals.{PORTAL}]\ncron = "@daily"\nbudget = {{ pages = 50, minutes = 2, bytes = "1.5 GB" }}\n'
        "settings = { DOWNLOAD_DELAY = 3 }\n",
        encoding="utf-8",
    )
    plan = read_schedule(tmp_path / "schedule.toml", PortalLoader.of(None).list()).plans[PORTAL]
    words = crawl_command(tmp_path)(plan, "incremental")
    assert words[1:5] == ["-m", "scrapy", "crawl", PORTAL]
    settings = dict(word.split("=", 1) for word in words[6::2])
    assert settings == {
        "HOLDINGS": str(tmp_path),
        "CRAWL_KIND": "incremental",
        "DOWNLOAD_DELAY": "3",
        "CLOSESPIDER_PAGECOUNT": "50",
        "CLOSESPIDER_TIMEOUT": "120",
        "BYTES_BUDGET": "1500000000",
    }


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory) -> tuple[Path, str, int]:
    """Holdings in which a real schedule made up for a missed crawl; what it said, and how it ended."""
    holdings = tmp_path_factory.mktemp("holdings")
    (holdings / "schedule.toml").write_text(
        f'[portals.{PORTAL}]\ncron = "0 3 * * *"\nsettings = {{ DOWNLOAD_DELAY = 0, AUTOTHROTTLE_ENABLED = 0 }}\n',
        encoding="utf-8",
    )
    ledger = Ledger(holdings)
    ledger.set_times([(PORTAL, "0 3 * * * Asia/Shanghai", time.time() - 3600)])
    ledger.close()
    words = [sys.executable, "-c", "from crawler.cli import main; main()", "schedule", "--holdings", str(holdings)]
    said: list[str] = []
    with (
        ReplayProxy(ROOT / "samples") as proxy,
        subprocess.Popen(
            words,
            env={**os.environ, "LANG": "C", "LANGUAGE": "", "PYTHONPATH": str(ROOT), "http_proxy": proxy.url},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as child,
    ):
        assert child.stdout is not None
        for line in child.stdout:
            said.append(line)
            if ": complete" in line or ": FAILED" in line or "tried again" in line:
                child.send_signal(signal.SIGTERM)
    return holdings, "".join(said), child.returncode


def test_a_missed_crawl_is_made_up_for_by_a_real_process_and_a_stop_is_clean(scheduled):
    holdings, said, status = scheduled
    assert f"{PORTAL}: started (full, due " in said
    assert f"{PORTAL}: complete" in said
    assert status == 0
    (folder,) = holdings.glob(f"{PORTAL}/*Z")
    assert (folder / "report.html").is_file()
    assert json.loads((folder / "crawl.json").read_bytes())["outcome"] == "complete"


def test_status_tells_scripts_the_last_run_and_the_next(scheduled):
    holdings, _, _ = scheduled
    answer = xianzhi("status", "--json", "--holdings", holdings)
    assert answer.exit_code == 0, answer.stderr
    (portal,) = json.loads(answer.stdout)["portals"]
    assert portal["portal"] == PORTAL
    assert portal["last_run"]["outcome"] == "complete"
    assert portal["last_good"] == portal["last_run"]
    assert portal["schedule"]["next_run"].endswith("T03:00:00+08:00")
    assert portal["schedule"]["schedule_is_running"] is False


def test_status_shows_people_a_row_and_what_to_do(scheduled):
    holdings, _, _ = scheduled
    answer = xianzhi("status", "--holdings", holdings)
    row = next(line for line in answer.stdout.splitlines() if PORTAL in line)
    assert "complete" in row
    assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d +complete .* 20\d\d-\d\d-\d\d \d\d:00$", row.rstrip())
    assert "start it with: xianzhi schedule" in answer.stdout
    one = xianzhi("status", PORTAL, "--holdings", holdings)
    assert one.exit_code == 0
    assert "last good crawl" in one.stdout


def test_status_of_an_unknown_portal_is_one_line(scheduled):
    holdings, _, _ = scheduled
    answer = xianzhi("status", "national_china_education", "--holdings", holdings)
    assert answer.exit_code == 2
    assert f"did you mean {PORTAL}" in answer.stderr


def test_status_fails_where_the_last_crawl_did(tmp_path):
    folder = tmp_path / PORTAL / "20250301T063500Z"
    folder.mkdir(parents=True)
    described = {"outcome": "failed", "started": "2025-03-01T06:35:00Z", "cause": "no page was fetched", "counts": {}}
    (folder / "crawl.json").write_text(json.dumps(described), encoding="utf-8")
    answer = xianzhi("status", "--holdings", tmp_path)
    assert answer.exit_code == 1
    assert f"{PORTAL}: no page was fetched (last good crawl: never)" in answer.stdout


def test_status_of_a_portal_tells_what_the_schedule_could_not_do(tmp_path):
    (tmp_path / "schedule.toml").write_text(f'[portals.{PORTAL}]\ncron = "0 3 * * *"\n', encoding="utf-8")
    ledger = Ledger(tmp_path)
    now = datetime(2025, 3, 1, 19, 5, tzinfo=UTC)
    ledger.note_due([(PORTAL, datetime(2025, 3, 1, 19, 0, tzinfo=UTC), None)], now)
    (run,) = ledger.open_runs()
    ledger.start(run, "full", now)
    ledger.end(run, "unable", "no room left; free some space", None, now)
    ledger.close()
    answer = xianzhi("status", PORTAL, "--holdings", tmp_path)
    assert answer.exit_code == 1
    assert re.search(r"scheduled for 2025-03-0\d \d\d:00: could not run: no room left; free some space", answer.stdout)
    everything = xianzhi("status", "--holdings", tmp_path)
    assert f"{PORTAL}: no room left; free some space" in everything.stdout


def test_report_writes_the_overview_and_names_the_report_of_a_crawl(scheduled):
    holdings, _, _ = scheduled
    overview = xianzhi("report", "--holdings", holdings)
    assert overview.stdout.strip() == str(holdings / "report.html")
    assert PORTAL in (holdings / "report.html").read_text(encoding="utf-8")
    (folder,) = holdings.glob(f"{PORTAL}/*Z")
    for which in (PORTAL, folder.name, f"{PORTAL}/{folder.name}"):
        assert xianzhi("report", which, "--holdings", holdings).stdout.strip() == str(folder / "report.html")


def test_report_makes_one_anew_without_touching_the_sealed_folder(scheduled, tmp_path):
    holdings, _, _ = scheduled
    (folder,) = holdings.glob(f"{PORTAL}/*Z")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    answer = xianzhi("report", PORTAL, "--holdings", holdings, "--output", tmp_path / "r.html")
    assert answer.exit_code == 0, answer.stderr
    assert "</html>" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_report_of_what_is_not_held_is_one_line(tmp_path):
    for words, said in (([PORTAL], "no crawl"), (["../etc/passwd"], "no crawl"), ([], "")):
        answer = xianzhi("report", *words, "--holdings", tmp_path)
        assert answer.exit_code == (2 if words else 0)
        assert said in answer.stderr
    assert xianzhi("report", "--holdings", tmp_path / "none").exit_code == 2


def test_status_tells_of_a_run_that_failed_and_is_tried_again(tmp_path):
    (tmp_path / "schedule.toml").write_text(
        f'[portals.{PORTAL}]\ncron = "0 3 * * *"\n[portals.nobody]\ncron = "@daily"\n', encoding="utf-8"
    )
    ledger = Ledger(tmp_path)
    now = datetime(2025, 3, 1, 19, 5, tzinfo=UTC)
    ledger.note_due([(PORTAL, datetime(2025, 3, 1, 19, 0, tzinfo=UTC), None)], now)
    (run,) = ledger.open_runs()
    ledger.start(run, "full", now)
    ledger.postpone(run, datetime(2025, 3, 1, 19, 15, tzinfo=UTC), 1, "the setting DOWNLOAD_DELAY cannot be read")
    ledger.close()
    answer = xianzhi("status", "--holdings", tmp_path)
    assert answer.exit_code == 1
    told = re.escape(f"{PORTAL}: the setting DOWNLOAD_DELAY cannot be read; tried again at 2025-03-0")
    assert re.search(told, answer.stdout)
    assert "unknown portal 'nobody'" in answer.stderr
    one = xianzhi("status", PORTAL, "--holdings", tmp_path)
    assert "nobody" not in one.stderr, "what is wrong with another portal's entry is not told here"
    (line,) = json.loads(xianzhi("status", PORTAL, "--json", "--holdings", tmp_path).stdout)["portals"]
    assert line["schedule"]["retry_at"] == "2025-03-01T19:15:00Z"
    assert line["schedule"]["retry_cause"] == "the setting DOWNLOAD_DELAY cannot be read"
    assert list(line["schedule"]) == [
        *("cron", "zone", "kind", "group", "next_run", "waiting_since", "retry_at", "retry_cause", "last_failure"),
        "schedule_is_running",
    ]
